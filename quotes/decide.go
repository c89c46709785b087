package quotes

import (
	"context"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Viewed stamps the first time a buyer opened the offer; later ones change
// nothing but the timeline.
func (s *Service) Viewed(ctx context.Context, actor identity.Actor, revision identity.ID) (RevisionView, error) {
	return s.act(ctx, actor, Target{Revision: revision}, View, func(a *attempt) error {
		if a.r.FirstViewedAt.IsZero() {
			a.r.FirstViewedAt = a.now
		}
		return a.move(a.r, Sent, Event{Type: EventViewed}, nil, nil)
	})
}

// Accept is the buyer's yes.
func (s *Service) Accept(ctx context.Context, actor identity.Actor, t Target, in AcceptanceInput) (RevisionView, error) {
	return s.accept(ctx, actor, t, Accept, in)
}

// RecordAcceptance notes a yes that came by another way: a purchase order or a
// signed file.
func (s *Service) RecordAcceptance(ctx context.Context, actor identity.Actor, t Target, in AcceptanceInput) (RevisionView, error) {
	return s.accept(ctx, actor, t, RecordAcceptance, in)
}

func (s *Service) accept(ctx context.Context, actor identity.Actor, t Target, action Action, in AcceptanceInput) (RevisionView, error) {
	prepare := func(a *attempt) (err error) {
		a.acceptance = &in
		a.found, err = s.misfits(a.c, a.r, in.Chosen)
		return err
	}
	want := Want{Lines: true, Orders: true, Snapshot: true}
	return s.actingOn(ctx, actor, t, want, action, prepare, func(a *attempt) error {
		if err := a.accepted(in); err != nil {
			return err
		}
		if !a.c.Settings.OrderOnAccept {
			return nil
		}
		return a.order(OrderInput{PONumber: in.PONumber})
	})
}

// misfits returns an issue for each rule that a choice from a sent offer breaks,
// none for a choice that makes no sense at all: chosenLines says why.
func (s *Service) misfits(c *Case, r *Revision, chosen []identity.ID) ([]fault.Issue, error) {
	var out []fault.Issue
	if lines, wrong := chosenLines(r.Lines, chosen); wrong == nil {
		broken, err := s.rules.unfit(c, r, lines)
		if err != nil {
			return nil, err
		}
		for _, f := range broken {
			out = append(out, fault.Issue{Kind: "quote-rule", Pointer: "/chosen", Message: f.Message.In(r.Language)})
		}
	}
	return out, nil
}

// accepted makes the offer accepted: the choice becomes what can be ordered,
// other live offers are superseded and open drafts discarded.
func (a *attempt) accepted(in AcceptanceInput) error {
	r := a.r
	chosen, err := chosenLines(r.Lines, in.Chosen)
	if err != nil {
		return err
	}
	late := a.state() == Expired
	totals, _ := totalsOf(r, chosen)
	r.Acceptance = &Acceptance{
		Signer: in.Signer, Email: in.Email, PONumber: in.PONumber, Received: in.Received, FileHash: in.FileHash, DocumentHash: r.DocumentHash,
		Consent: in.Consent, Address: in.Address, Agent: in.Agent, PurchaseReason: in.PurchaseReason, Late: late,
		Totals: &totals, Families: familyAmounts(chosen),
	}
	a.c.Balances = nil
	for _, l := range chosen {
		r.Acceptance.Chosen = append(r.Acceptance.Chosen, l.ID)
		a.c.Balances = append(a.c.Balances, Balance{Line: l.ID, Accepted: l.Quantity, Remaining: l.Quantity, RemainingNet: l.Price.FinalNet})
	}
	a.c.writes.Balances = a.c.Balances
	r.DecidedAt = a.now
	replaced, err := a.closeOthers()
	if err != nil {
		return err
	}
	e := Event{Type: EventAccepted, Supersedes: replaced, PurchaseReason: in.PurchaseReason, Late: late}
	if !in.Received.IsZero() && in.Received.Before(civil.In(a.now, a.c.Zone())) {
		e.OccurredAt = in.Received.Midnight(a.c.Zone())
		if e.OccurredAt.Before(r.SentAt) {
			e.OccurredAt = r.SentAt
		}
	}
	changes, personal, err := r.Acceptance.seal(a.now)
	if err != nil {
		return err
	}
	return a.move(r, Accepted, e, changes, personal)
}

// closeOthers supersedes the other live offers of the family and discards its
// open drafts; none of them counts as lost.
func (a *attempt) closeOthers() ([]identity.ID, error) {
	var replaced []identity.ID
	for _, other := range a.c.Revisions {
		if other == a.r {
			continue
		}
		switch {
		case other.Effective(a.now, a.c.Zone()) == Sent:
			replaced = append(replaced, other.ID)
			if err := a.supersede(other); err != nil {
				return nil, err
			}
		case other.State.Open():
			other.DecidedAt, other.SendingSince = a.now, time.Time{}
			if err := a.move(other, Cancelled, Event{Type: EventDiscarded}, nil, nil); err != nil {
				return nil, err
			}
		}
	}
	return replaced, nil
}

// chosenLines returns the lines that an acceptance takes: all firm ones, the
// optional ones chosen, and of each alternative the chosen or else the proposed
// one.
func chosenLines(lines []Line, chosen []identity.ID) ([]Line, error) {
	taken := map[string]int{}
	known := map[identity.ID]bool{}
	for _, l := range lines {
		known[l.ID] = true
		if l.Alternative != "" && slices.Contains(chosen, l.ID) {
			taken[l.Alternative]++
		}
	}
	var issues []fault.Issue
	for n, id := range chosen {
		if !known[id] {
			issues = append(issues, fault.Issue{Kind: "line-not-found", Pointer: "/chosen/" + itoa(n), Message: "the offer has no such line"})
		}
	}
	for group, n := range taken {
		if n > 1 {
			issues = append(issues, fault.Issue{Kind: "choice-invalid", Pointer: "/chosen", Message: "of alternative \"" + group + "\" only one line can be chosen"})
		}
	}
	if len(issues) > 0 {
		return nil, fault.FromIssues("choice-invalid", "the choice does not fit the offer", issues)
	}
	var out []Line
	for _, l := range lines {
		isChosen := slices.Contains(chosen, l.ID)
		switch {
		case l.Optional:
			if isChosen {
				out = append(out, l)
			}
		case l.Alternative != "":
			if isChosen || taken[l.Alternative] == 0 && l.Proposed {
				out = append(out, l)
			}
		default:
			out = append(out, l)
		}
	}
	return out, nil
}

// Reject is the buyer's no, or its record.
func (s *Service) Reject(ctx context.Context, actor identity.Actor, t Target, loss Loss) (RevisionView, error) {
	prepare := func(a *attempt) error { a.loss = &loss; return nil }
	return s.acting(ctx, actor, t, Reject, prepare, func(a *attempt) error {
		a.r.DecidedAt, a.r.Reason, a.r.ReasonText, a.r.Competitor = a.now, loss.Reason, loss.Text, loss.Competitor
		return a.move(a.r, Rejected, Event{Type: EventRejected, Reason: loss.Reason, Competitor: loss.Competitor}, nil, nil)
	})
}

// Withdraw takes a sent offer back; a later acceptance is refused.
func (s *Service) Withdraw(ctx context.Context, actor identity.Actor, t Target, reason string) (RevisionView, error) {
	prepare := func(a *attempt) error { a.reason = reason; return nil }
	return s.acting(ctx, actor, t, Withdraw, prepare, func(a *attempt) error {
		a.r.DecidedAt, a.r.ReasonText = a.now, reason
		return a.move(a.r, Withdrawn, Event{Type: EventWithdrawn}, nil, nil)
	})
}

// CancelAcceptance takes back an acceptance before anything was ordered.
func (s *Service) CancelAcceptance(ctx context.Context, actor identity.Actor, t Target, reason string) (RevisionView, error) {
	prepare := func(a *attempt) error { a.reason = reason; return nil }
	return s.acting(ctx, actor, t, CancelAcceptance, prepare, func(a *attempt) error {
		a.r.DecidedAt, a.r.ReasonText = a.now, reason
		for n := range a.c.Balances {
			a.c.Balances[n].Closed = a.c.Balances[n].Closed.Add(a.c.Balances[n].Remaining)
			a.c.Balances[n].Remaining, a.c.Balances[n].RemainingNet = zero, zero
		}
		a.c.writes.Balances = a.c.Balances
		return a.move(a.r, Withdrawn, Event{Type: EventAcceptanceCancelled}, nil, nil)
	})
}

// ExpireDue records up to limit offers of the tenant whose last day is past,
// and returns how many it recorded. Reading and acting never wait for it.
func (s *Service) ExpireDue(ctx context.Context, tenant identity.ID, limit int) (int, error) {
	settings, err := s.store.Settings(ctx, tenant)
	if err != nil {
		return 0, err
	}
	due, err := s.store.Overdue(ctx, tenant, civil.In(s.now(), settings.Location()), limit)
	if err != nil {
		return 0, err
	}
	clock := identity.Actor{Tenant: tenant, Kind: identity.System}
	for n, id := range due {
		err := s.store.Update(ctx, tenant, At{Revision: id}, Want{}, func(c *Case) error {
			return (&attempt{stamp: s.by(clock), c: c, r: c.Target}).settleExpiry()
		})
		if err != nil {
			return n, err
		}
	}
	return len(due), nil
}
