package quotes

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// CloneInput says what a clone of a revision is to be.
type CloneInput struct {
	// Customer, where given, is whom the clone is for instead.
	Customer identity.ID `json:"customer_id,omitzero"`
	Title    string      `json:"title,omitempty"`
	// Template makes a family that is never sent, only cloned.
	Template bool `json:"template,omitempty"`
	// Reprice takes the newest versions instead of the pins.
	Reprice bool `json:"reprice,omitempty"`
}

// Clone makes a new family whose first draft has the content of a revision the
// actor may see. It keeps the pins, so that the prices are those of the
// original, unless it is for another customer or asked to reprice.
func (s *Service) Clone(ctx context.Context, actor identity.Actor, revision identity.ID, in CloneInput) (RevisionView, error) {
	if err := require(actor, identity.WriteQuotes); err != nil {
		return RevisionView{}, err
	}
	source, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true})
	if err != nil {
		return RevisionView{}, err
	}
	by := s.by(actor)
	at := At{Customer: source.Family.Customer}
	if in.Customer != identity.Nil {
		at.Customer = in.Customer
	}
	c, err := s.store.Load(ctx, actor.Tenant, at, Want{})
	if err != nil {
		return RevisionView{}, err
	}
	title := source.Family.Title
	if in.Title != "" {
		title = in.Title
	}
	family, draft := c.newFamily(by, NewQuote{Title: title, Opportunity: Opportunity{RequestedAt: by.now}})
	family.Template = in.Template
	other := at.Customer != source.Family.Customer
	draft.takeContent(source.Target)
	if other || in.Reprice {
		draft.Pins, draft.AsOf = Pins{}, civil.In(by.now, c.Zone())
	}
	if other {
		draft.ShipTo, draft.BillTo = "", ""
		draft.doubtAmounts()
		draft.releasePrices()
	}
	c.Family = family
	if err := s.price(ctx, c, draft); err != nil {
		return RevisionView{}, err
	}
	return s.insert(ctx, by, at, nil, family, draft, Event{Type: EventCreated, To: Draft, Edited: []string{"clone of " + source.Target.ID.String()}})
}

// insert stores a new family with its first draft, and the customer added for
// it, if any.
func (s *Service) insert(ctx context.Context, by stamp, at At, added *Customer, family Family, draft *Revision, e Event) (RevisionView, error) {
	var view RevisionView
	err := s.store.Update(ctx, by.actor.Tenant, at, Want{}, func(c *Case) error {
		if added != nil {
			c.Customer, c.writes.Customer = *added, added
		}
		c.Family, c.writes.FamilyNew = family, true
		c.add(draft)
		c.Target = draft
		if err := c.record(by, e, draft, nil, nil); err != nil {
			return err
		}
		var err error
		view, err = s.view(&attempt{stamp: by, c: c, r: draft})
		return err
	})
	return view, err
}

// takeContent copies content, prices and pins of another revision. Lines get
// new ids, so that every line id names one line of one revision.
func (r *Revision) takeContent(from *Revision) {
	asOf := from.AsOf
	r.Content, r.Priced, r.Based = from.Content, from.Priced, from.ID
	r.AsOf, r.ValidUntil, r.UntilGiven = asOf, civil.Date{}, false
	r.Lines = make([]Line, len(from.Lines))
	now := make(map[identity.ID]identity.ID, len(from.Lines))
	for n, l := range from.Lines {
		before := l.ID
		l.Origin, l.ID, l.stored = l.origin(), identity.NewID(), ""
		r.Lines[n], now[before] = l, l.ID
	}
	r.Charges = slices.Clone(from.Charges)
	for n := range r.Charges {
		r.Charges[n].Line = now[r.Charges[n].Line] // a charge of the whole quote stays one
	}
}

// doubtAmounts marks manual amounts and targets: they were meant for another
// customer or currency, and are never converted. Each must be given anew, or
// confirmed, before the submit.
func (r *Revision) doubtAmounts() {
	doubt := func(a *Adjustment) { a.Unconfirmed = a.Kind == AmountOff || a.Kind == TargetNet }
	doubt(&r.Discount)
	for n := range r.Sections {
		doubt(&r.Sections[n].Discount)
	}
	for n := range r.Lines {
		doubt(&r.Lines[n].Manual)
	}
}

// doubts are the manual amounts that wait for a confirmation.
func (r *Revision) doubts() []fault.Issue {
	var out []fault.Issue
	add := func(a Adjustment, pointer string) {
		if a.Unconfirmed {
			out = append(out, fault.Issue{Kind: "amount-unconfirmed", Pointer: pointer,
				Message: "a manual amount was given for another customer or currency: give it anew or confirm it"})
		}
	}
	add(r.Discount, "/discount")
	for n, s := range r.Sections {
		add(s.Discount, "/sections/"+itoa(n)+"/discount")
	}
	for n, l := range r.Lines {
		add(l.Manual, "/lines/"+itoa(n)+"/manual")
	}
	return out
}

// Reassign gives families to another owner and team, all or nothing. It needs
// a manager of the team each belongs to, or an administrator.
func (s *Service) Reassign(ctx context.Context, actor identity.Actor, families []identity.ID, owner, team identity.ID) error {
	if owner == identity.Nil || team == identity.Nil {
		return invalid("owner-missing", "/owner_id", "a new owner and team are needed")
	}
	return s.store.Together(ctx, actor.Tenant, func(ctx context.Context, store Store) error {
		for _, id := range families {
			err := store.Update(ctx, actor.Tenant, At{Family: id}, Want{}, func(c *Case) error {
				return s.reassign(c, actor, owner, team)
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Service) reassign(c *Case, actor identity.Actor, owner, team identity.ID) error {
	a := &attempt{stamp: s.by(actor), c: c}
	if err := s.see(c, actor); err != nil {
		return err
	}
	if !a.is(TeamLead) {
		return fault.New(fault.Forbidden, "not-yours", "only a manager of the team may give a quote to somebody else")
	}
	changes := []Change{{Field: "owner", Before: c.Family.Owner.String(), After: owner.String()},
		{Field: "team", Before: c.Family.Team.String(), After: team.String()}}
	c.Family.Owner, c.Family.Team = owner, team
	c.touchFamily(a.now)
	err := c.record(a.stamp, Event{Type: EventReassigned}, nil, changes, nil)
	return err
}
