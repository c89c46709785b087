package quotes

import (
	"context"
	"slices"
	"strings"
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
// quote-level rules refuse, what approval rules ask for, and its commercial
// hash.
func (s *Service) inspect(ctx context.Context, c *Case, by stamp) (inspected, error) {
	r := c.Target
	issues, err := s.catalog.Ended(ctx, r.Tenant, c.request(r), civil.In(by.now, c.Zone()))
	if err != nil {
		return inspected{}, err
	}
	hash, err := commercialHash(c.Family.Customer, r)
	if err != nil {
		return inspected{}, err
	}
	steps, err := s.rules.ask(c, r, by.now)
	if err != nil {
		return inspected{}, err
	}
	refused, err := s.rules.refusals(c, r)
	c.carry(r, steps, hash)
	return inspected{r.Version, hash, append(issues, refused...), steps}, err
}

// Submit asks for the sign-offs that approval rules demand and that no earlier
// decision covers; with none the revision is approved at once.
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
	return s.acting(ctx, actor, t, Submit, prepare, func(a *attempt) error { return a.submitted(seen) })
}

func (a *attempt) submitted(seen inspected) error {
	r := a.r
	r.SubmittedAt, r.Author, r.CommercialHash, r.Approvals = a.now, a.actor.ID, seen.hash, seen.steps
	a.c.touchSteps(r)
	to := Approved
	var carried []string
	for _, step := range r.Approvals {
		if step.State == StepOpen {
			to = PendingApproval
		} else {
			carried = append(carried, step.Rule)
		}
	}
	if to == Approved {
		r.ApprovedAt = a.now
		if len(carried) > 0 {
			a.approvedContent()
		}
	}
	if err := a.move(r, to, Event{Type: EventSubmitted}, nil, nil); err != nil || len(carried) == 0 {
		return err
	}
	return a.move(r, to, Event{Type: EventApprovalCarried, Step: strings.Join(carried, " ")}, nil, nil)
}

// Approve decides one open step; the revision is approved when none is left.
func (s *Service) Approve(ctx context.Context, actor identity.Actor, t Target, d Decision) (RevisionView, error) {
	return s.deciding(ctx, actor, t, Approve, d, func(a *attempt) error {
		a.decide(a.step, StepApproved, Decision{Comment: d.Comment})
		personal := map[string]string{"comment": d.Comment}
		if slices.ContainsFunc(a.r.Approvals, func(s ApprovalStep) bool { return s.State == StepOpen }) {
			return a.move(a.r, PendingApproval, Event{Type: EventStepApproved, Step: a.step.Rule}, nil, personal)
		}
		a.r.ApprovedAt = a.now
		a.approvedContent()
		return a.move(a.r, Approved, Event{Type: EventApproved, Step: a.step.Rule}, nil, personal)
	})
}

// ApproveUpTo gives the revision back with ceilings for what the step's rule
// reads: submitted again within them, it needs no new decision.
func (s *Service) ApproveUpTo(ctx context.Context, actor identity.Actor, t Target, d Decision) (RevisionView, error) {
	return s.deciding(ctx, actor, t, ApproveUpTo, d, func(a *attempt) error {
		a.decide(a.step, StepUpTo, d)
		return a.move(a.r, Draft, Event{Type: EventApprovedUpTo, Step: a.step.Rule}, nil, map[string]string{"comment": d.Comment})
	})
}

// Return gives the revision back to its author as a draft, with a reason.
func (s *Service) Return(ctx context.Context, actor identity.Actor, t Target, d Decision) (RevisionView, error) {
	return s.deciding(ctx, actor, t, Return, d, func(a *attempt) error {
		a.decide(a.step, StepReturned, Decision{Comment: d.Comment})
		return a.move(a.r, Draft, Event{Type: EventReturned, Step: a.step.Rule}, nil, map[string]string{"comment": d.Comment})
	})
}

// deciding is acting on the open step that the decision names.
func (s *Service) deciding(ctx context.Context, actor identity.Actor, t Target, action Action, d Decision, do func(*attempt) error) (RevisionView, error) {
	prepare := func(a *attempt) error {
		a.reason, a.decision = d.Comment, d
		open := a.openSteps()
		for _, step := range open {
			if step.ID == d.Step || d.Step == identity.Nil && len(open) == 1 {
				a.step = step
			}
		}
		if a.step == nil && d.Step == identity.Nil && len(open) > 1 {
			return invalid("step-missing", "/step_id", "several steps are open to you: say which one")
		}
		if a.step == nil && len(open) > 0 {
			return conflict("step-not-open", "approval step %s is not open to you", d.Step)
		}
		return nil
	}
	return s.acting(ctx, actor, t, action, prepare, do)
}

// Recall takes a submitted revision back to edit it.
func (s *Service) Recall(ctx context.Context, actor identity.Actor, t Target) (RevisionView, error) {
	return s.act(ctx, actor, t, Recall, func(a *attempt) error {
		return a.move(a.r, Draft, Event{Type: EventRecalled}, nil, nil)
	})
}

// Ask puts a question to the author before deciding; Answer answers it. Neither
// changes the state.
func (s *Service) Ask(ctx context.Context, actor identity.Actor, t Target, text string) (RevisionView, error) {
	return s.talk(ctx, actor, t, Ask, EventAsked, text)
}

// Answer answers an approver's question.
func (s *Service) Answer(ctx context.Context, actor identity.Actor, t Target, text string) (RevisionView, error) {
	return s.talk(ctx, actor, t, Answer, EventAnswered, text)
}

func (s *Service) talk(ctx context.Context, actor identity.Actor, t Target, action Action, event EventType, text string) (RevisionView, error) {
	prepare := func(a *attempt) error { a.reason = text; return nil }
	return s.acting(ctx, actor, t, action, prepare, func(a *attempt) error {
		return a.move(a.r, PendingApproval, Event{Type: event}, nil, map[string]string{"comment": text})
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

// EscalateDue tells, once each, of the approval steps of the tenant that have
// waited longer than their rule allows: from then on the managers of the team
// may decide them too. It returns how many it told of.
func (s *Service) EscalateDue(ctx context.Context, tenant identity.ID, limit int) (int, error) {
	waiting, err := s.store.StepsDue(ctx, tenant, s.now(), limit)
	if err != nil {
		return 0, err
	}
	clock := identity.Actor{Tenant: tenant, Kind: identity.System}
	told := 0
	for _, revision := range waiting {
		err := s.store.Update(ctx, tenant, At{Revision: revision}, Want{}, func(c *Case) error {
			a := &attempt{stamp: s.by(clock), c: c, r: c.Target}
			for n := range a.r.Approvals {
				step := &a.r.Approvals[n]
				if a.r.State != PendingApproval || step.State != StepOpen || step.Escalated || step.DueAt.IsZero() || a.now.Before(step.DueAt) {
					continue
				}
				step.Escalated = true
				c.touchSteps(a.r)
				told++
				if err := a.move(a.r, PendingApproval, Event{Type: EventEscalated, Step: step.Rule}, nil, nil); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return told, err
		}
	}
	return told, nil
}

// Delegate lets somebody decide the actor's approvals in their place from one
// day to another. Ended delegations are dropped.
func (s *Service) Delegate(ctx context.Context, actor identity.Actor, to identity.ID, start, end civil.Date) error {
	if err := require(actor, identity.ApproveQuote); err != nil {
		return err
	}
	if to == identity.Nil || to == actor.ID || start.IsZero() || end.Before(start) {
		return invalid("invalid-delegation", "/to", "a delegation names somebody else and a first and a last day")
	}
	for range 3 {
		settings, err := s.store.Settings(ctx, actor.Tenant)
		if err != nil {
			return err
		}
		today := civil.In(s.now(), settings.Location())
		kept := slices.DeleteFunc(slices.Clone(settings.Delegations), func(d Delegation) bool { return d.End.Before(today) })
		settings.Delegations = append(kept, Delegation{actor.ID, to, actor.Roles, start, end})
		settings.UpdatedAt = s.now()
		_, err = s.store.SaveSettings(ctx, actor.Tenant, settings)
		if fault.CodeOf(err) != fault.PreconditionFailed {
			return err
		}
	}
	return conflict("busy", "the settings are being changed; try again")
}
