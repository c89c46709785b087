package quotes

import (
	"context"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// inspected is what a submit or a send finds out about the content before its
// transaction.
type inspected struct {
	version int64
	hash    string
	issues  []fault.Issue
	steps   []ApprovalStep
}

// inspect looks at the content as it is today: what has ended since as_of, what
// approval rules ask for, and its commercial hash.
func (s *Service) inspect(ctx context.Context, c *Case, by stamp) (inspected, error) {
	r := c.Target
	ended, err := s.catalog.Ended(ctx, r.Tenant, c.request(r), civil.In(by.now, c.Zone()))
	if err != nil {
		return inspected{}, err
	}
	hash, err := commercialHash(c.Family.Customer, r)
	if err != nil {
		return inspected{}, err
	}
	steps, err := s.rules.ask(c, r, by.now)
	return inspected{r.Version, hash, ended, steps}, err
}

// Submit asks for the sign-offs that approval rules demand; with none the
// revision is approved at once.
func (s *Service) Submit(ctx context.Context, actor identity.Actor, t Target) (RevisionView, error) {
	c, err := s.load(ctx, actor, At{Revision: t.Revision}, Want{Lines: true})
	if err != nil {
		return RevisionView{}, err
	}
	seen, err := s.inspect(ctx, c, s.by(actor))
	if err != nil {
		return RevisionView{}, err
	}
	if t.Version == 0 {
		t.Version = seen.version
	}
	prepare := func(a *attempt) error { a.found = seen.issues; return nil }
	return s.acting(ctx, actor, t, Submit, prepare, func(a *attempt) error {
		r := a.r
		r.SubmittedAt, r.Author, r.CommercialHash = a.now, a.actor.ID, seen.hash
		r.Approvals = seen.steps
		a.c.writes.Steps = append(a.c.writes.Steps, r)
		if len(r.Approvals) > 0 {
			return a.move(r, PendingApproval, Event{Type: EventSubmitted}, nil, nil)
		}
		if err := a.move(r, Approved, Event{Type: EventSubmitted}, nil, nil); err != nil {
			return err
		}
		r.ApprovedAt = a.now
		return nil
	})
}

// Approve decides one open step; the revision is approved when none is left.
func (s *Service) Approve(ctx context.Context, actor identity.Actor, t Target, d Decision) (RevisionView, error) {
	return s.act(ctx, actor, t, Approve, func(a *attempt) error {
		step, err := a.openStep(d.Step)
		if err != nil {
			return err
		}
		step.decide(a.stamp, StepApproved, d.Comment, a.r.CommercialHash)
		a.c.writes.Steps = append(a.c.writes.Steps, a.r)
		personal := map[string]string{"comment": d.Comment}
		for _, other := range a.r.Approvals {
			if other.State == StepOpen {
				return a.move(a.r, PendingApproval, Event{Type: EventStepApproved, Step: step.Rule}, nil, personal)
			}
		}
		a.r.ApprovedAt = a.now
		return a.move(a.r, Approved, Event{Type: EventApproved, Step: step.Rule}, nil, personal)
	})
}

// Return gives the revision back to its author as a draft, with a reason.
func (s *Service) Return(ctx context.Context, actor identity.Actor, t Target, d Decision) (RevisionView, error) {
	prepare := func(a *attempt) error { a.reason = d.Comment; return nil }
	return s.acting(ctx, actor, t, Return, prepare, func(a *attempt) error {
		step, err := a.openStep(d.Step)
		if err != nil {
			return err
		}
		step.decide(a.stamp, StepReturned, d.Comment, a.r.CommercialHash)
		a.c.writes.Steps = append(a.c.writes.Steps, a.r)
		return a.move(a.r, Draft, Event{Type: EventReturned, Step: step.Rule}, nil, map[string]string{"comment": d.Comment})
	})
}

// Recall takes a submitted revision back to edit it.
func (s *Service) Recall(ctx context.Context, actor identity.Actor, t Target) (RevisionView, error) {
	return s.act(ctx, actor, t, Recall, func(a *attempt) error {
		return a.move(a.r, Draft, Event{Type: EventRecalled}, nil, nil)
	})
}

// Discard ends a revision that was never sent; its row stays.
func (s *Service) Discard(ctx context.Context, actor identity.Actor, t Target, reason string) (RevisionView, error) {
	return s.act(ctx, actor, t, Discard, func(a *attempt) error {
		a.r.DecidedAt, a.r.ReasonText = a.now, reason
		a.r.SendingSince = time.Time{}
		return a.move(a.r, Cancelled, Event{Type: EventDiscarded}, nil, nil)
	})
}

// openStep returns the step named, or the only one open to the actor.
func (a *attempt) openStep(id identity.ID) (*ApprovalStep, error) {
	open := openSteps(a.r, a.actor)
	for _, s := range open {
		if s.ID == id || id == identity.Nil && len(open) == 1 {
			return s, nil
		}
	}
	if id == identity.Nil {
		return nil, invalid("step-missing", "/step_id", "several steps are open to you: say which one")
	}
	return nil, conflict("step-not-open", "approval step %s is not open to you", id)
}

func (s *ApprovalStep) decide(by stamp, state StepState, comment, hash string) {
	s.State, s.DecidedBy, s.DecidedAt, s.Comment, s.Hash = state, by.actor.ID, by.now, comment, hash
}
