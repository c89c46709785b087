package quotes

import (
	"context"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Offer is a sent revision as its buyer reads it: the frozen snapshot, what a
// choice of options and alternatives comes to, and what has been said about it.
// It holds no cost.
type Offer struct {
	Snapshot Snapshot
	// State is the effective one: a sent offer past its last day is expired.
	State State
	// ExpiresAt is the end of the last day, in Zone.
	ExpiresAt time.Time
	Zone      *time.Location
	DecidedAt time.Time
	// DocumentHash is the SHA-256 of the stored PDF in hex.
	DocumentHash string

	// Chosen are the lines taken, Totals, Taxes, Charges and Schedule what they
	// come to: exactly what an acceptance of them records.
	Chosen   []identity.ID
	Totals   Totals
	Taxes    []Tax
	Charges  []Charge
	Schedule []Milestone

	// Broken are the rules that the chosen lines break together: an acceptance of
	// them is refused. None once the offer is decided.
	Broken []RuleFinding

	// Acceptance is the evidence of the acceptance, nil before.
	Acceptance *Acceptance
	// Proof is the hash of the audit entry that recorded the acceptance, in hex.
	Proof string

	// Contact is whom the offer was made to, zero where nobody was named.
	Contact Contact
	// Talk are the buyer's questions and the answers, oldest first.
	Talk []Remark

	LossReasons, PurchaseReasons []Reason
}

// Remark is a question of the buyer or the answer to it.
type Remark struct {
	At    time.Time
	Buyer bool
	// Name is who wrote it, "" where it has been erased.
	Name, Text string
}

// BuyerOf is the actor who holds the link of a revision.
func BuyerOf(tenant, revision identity.ID, name string) identity.Actor {
	return identity.Actor{Tenant: tenant, ID: revision, Kind: BuyerKind, Name: name}
}

// Offer returns a sent revision for its buyer, with the lines chosen; nil takes
// the proposed ones. A choice that does not fit the offer is an Invalid fault,
// with an issue for each reason.
func (s *Service) Offer(ctx context.Context, actor identity.Actor, revision identity.ID, chosen []identity.ID) (Offer, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true, Snapshot: true})
	if err != nil {
		return Offer{}, err
	}
	if c.Snapshot == nil || c.Target.SentAt.IsZero() {
		return Offer{}, fault.New(fault.NotFound, "not-sent", "the quote has not been sent")
	}
	out, err := c.offer(c.Target, s.now(), chosen)
	if err != nil {
		return Offer{}, err
	}
	if out.State == Sent {
		taken := slices.DeleteFunc(slices.Clone(c.Target.Lines), func(l Line) bool { return !out.Takes(l.ID) })
		if out.Broken, err = s.rules.unfit(c, c.Target, taken); err != nil {
			return Offer{}, err
		}
	}
	entries, err := s.store.Entries(ctx, actor.Tenant, c.Family.ID)
	if err != nil {
		return Offer{}, err
	}
	out.hear(entries, revision)
	return out, nil
}

func (c *Case) offer(r *Revision, now time.Time, chosen []identity.ID) (Offer, error) {
	out := Offer{Snapshot: *c.Snapshot, State: r.Effective(now, c.Zone()), ExpiresAt: r.ExpiresAt(c.Zone()), Zone: c.Zone(),
		DecidedAt: r.DecidedAt, DocumentHash: r.DocumentHash, Acceptance: r.Acceptance,
		LossReasons: c.Settings.LossReasons, PurchaseReasons: c.Settings.PurchaseReasons}
	out.Contact, _ = c.Customer.Reach(c.Family.Contact)
	if r.Acceptance != nil {
		chosen = r.Acceptance.Chosen
	}
	lines, err := chosenLines(r.Lines, chosen)
	if err != nil {
		return Offer{}, err
	}
	for _, l := range lines {
		out.Chosen = append(out.Chosen, l.ID)
	}
	totals, taxes := totalsOf(r, lines)
	out.Totals, out.Taxes, out.Charges = totals.withoutCost(), taxes, chargesOf(r, lines)
	changed := *r
	changed.Totals = totals
	if err := changed.spreadSchedule(); err != nil {
		return Offer{}, err
	}
	out.Schedule = changed.Schedule
	return out, nil
}

// hear reads the talk about a revision, and the proof of its acceptance, from
// the family's audit entries.
func (o *Offer) hear(entries []Entry, revision identity.ID) {
	for _, e := range entries {
		if e.Event.Revision != revision {
			continue
		}
		switch e.Event.Type {
		case EventInquired, EventReplied:
			o.Talk = append(o.Talk, Remark{At: e.Event.OccurredAt, Buyer: e.Event.Type == EventInquired,
				Name: e.Personal["actor"], Text: e.Personal["comment"]})
		case EventAccepted:
			o.Proof = hashText(e.Hash)
		}
	}
}

// Takes reports whether the line is among the chosen ones.
func (o Offer) Takes(line identity.ID) bool { return slices.Contains(o.Chosen, line) }

// Inquire records a question of the buyer.
func (s *Service) Inquire(ctx context.Context, actor identity.Actor, t Target, text string) (RevisionView, error) {
	return s.remark(ctx, actor, t, Inquire, EventInquired, text)
}

// Reply records the answer to a buyer's question.
func (s *Service) Reply(ctx context.Context, actor identity.Actor, t Target, text string) (RevisionView, error) {
	return s.remark(ctx, actor, t, Reply, EventReplied, text)
}

func (s *Service) remark(ctx context.Context, actor identity.Actor, t Target, action Action, event EventType, text string) (RevisionView, error) {
	prepare := func(a *attempt) error { a.reason = text; return nil }
	return s.acting(ctx, actor, t, action, prepare, func(a *attempt) error {
		switch {
		case action == Reply:
			a.r.QuestionAt = time.Time{}
		case a.r.QuestionAt.IsZero():
			a.r.QuestionAt = a.now
		}
		return a.move(a.r, a.r.State, Event{Type: event}, nil, map[string]string{"comment": text})
	})
}
