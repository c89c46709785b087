package quotes

import (
	"context"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Edit changes a draft and prices it again, all of it or nothing. The version
// in t is required. An approved revision becomes a draft again, unless what was
// approved still stands.
func (s *Service) Edit(ctx context.Context, actor identity.Actor, t Target, changes Changes) (RevisionView, error) {
	if t.Version == 0 {
		return RevisionView{}, fault.New(fault.PreconditionRequired, "version-missing", "an edit must say which version of the revision it changes")
	}
	draft, err := s.edited(ctx, actor, t, func(*Revision) Changes { return changes })
	if err != nil {
		return RevisionView{}, err
	}
	return s.storeEdit(ctx, actor, t, draft, changes.areas())
}

// storeEdit stores an edited and priced draft. The lines come with it, so they
// are not read again.
func (s *Service) storeEdit(ctx context.Context, actor identity.Actor, t Target, draft *Revision, areas []string) (RevisionView, error) {
	prepare := func(*attempt) error { return nil }
	return s.actingOn(ctx, actor, t, Want{}, Edit, prepare, func(a *attempt) error {
		before := a.r.Totals
		a.r.Content, a.r.Priced = draft.Content, draft.Priced
		a.r.LastEditor = a.actor.ID
		a.c.touchLines(a.r)
		e := Event{Type: EventEdited, Edited: areas}
		return a.afterEdit(e, []Change{{Field: "tcv", Before: before.TCV.String(), After: a.r.Totals.TCV.String()}})
	})
}

// edited computes the edited and priced revision outside of any transaction;
// the version makes sure that it is stored over what it was made from.
func (s *Service) edited(ctx context.Context, actor identity.Actor, t Target, edit func(*Revision) Changes) (*Revision, error) {
	c, err := s.load(ctx, actor, At{Revision: t.Revision}, Want{Lines: true})
	if err != nil {
		return nil, err
	}
	if err := checkVersion(t.Version, c.Target.Version, "revision"); err != nil {
		return nil, err
	}
	a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
	if err := a.permit(Edit); err != nil {
		return nil, err
	}
	draft := *c.Target
	draft.Lines, draft.Sections = slices.Clone(draft.Lines), slices.Clone(draft.Sections)
	changes := edit(&draft)
	if err := changes.apply(&draft); err != nil {
		return nil, err
	}
	if changes.Reprice {
		draft.Pins, draft.AsOf = Pins{}, civil.In(a.now, c.Zone())
	}
	if err := s.priceEdit(ctx, c, &draft); err != nil {
		return nil, err
	}
	return &draft, changes.moved(&draft)
}

// moved refuses an edit that asks for a version of a model that cannot be used.
func (ch Changes) moved(r *Revision) error {
	var issues []fault.Issue
	for n, p := range ch.Change {
		at := slices.IndexFunc(r.Lines, func(l Line) bool { return l.ID == p.ID })
		if p.ModelVersion == nil || at < 0 || r.Lines[at].Resolved.ModelVersion == *p.ModelVersion {
			continue
		}
		issues = append(issues, fault.Issue{Kind: "invalid-model-version", Pointer: "/change/" + itoa(n) + "/model_version",
			Message: fmt.Sprintf("%s has no version %s that can be used", r.Lines[at].Model, *p.ModelVersion)})
	}
	return fault.FromIssues("invalid-edit", "the quote cannot be changed like this; nothing was", issues)
}

// afterEdit sets the state that an edit leads to and records it. An approved
// revision whose commercial content is unchanged stays approved.
func (a *attempt) afterEdit(e Event, changes []Change) error {
	to := a.r.State
	if a.r.State == Approved {
		hash, err := commercialHash(a.c.Family.Customer, a.r)
		if err != nil {
			return err
		}
		if hash != a.r.CommercialHash {
			to = Draft
		}
	}
	return a.move(a.r, to, e, changes, nil)
}

// areas names what an edit touches, for timelines.
func (ch Changes) areas() []string {
	var out []string
	if ch.Header != nil {
		out = append(out, "header")
	}
	if len(ch.Add)+len(ch.Change)+len(ch.Remove)+len(ch.Order) > 0 {
		out = append(out, "lines")
	}
	if ch.Reprice {
		out = append(out, "prices")
	}
	return out
}

// UpdateQuote changes data of the family that belong to no revision.
func (s *Service) UpdateQuote(ctx context.Context, actor identity.Actor, id identity.ID, version int64, p FamilyPatch) (QuoteView, error) {
	if version == 0 {
		return QuoteView{}, fault.New(fault.PreconditionRequired, "version-missing", "a change must say which version of the quote it changes")
	}
	var view QuoteView
	err := s.store.Update(ctx, actor.Tenant, At{Family: id}, Want{}, func(c *Case) error {
		a := &attempt{stamp: s.by(actor), c: c}
		if err := s.see(c, actor); err != nil {
			return err
		}
		if !a.is(TeamMember) {
			return require(actor, identity.WriteQuotes)
		}
		if err := checkVersion(version, c.Family.Version, "quote"); err != nil {
			return err
		}
		changes, err := c.patchFamily(p)
		if err != nil {
			return err
		}
		c.touchFamily(a.now)
		if err := c.record(a.stamp, Event{Type: EventUpdated}, nil, changes, nil); err != nil {
			return err
		}
		view = s.quoteView(c, actor)
		return nil
	})
	return view, err
}

func (c *Case) patchFamily(p FamilyPatch) ([]Change, error) {
	f := &c.Family
	var changes []Change
	note := func(field, before, after string) {
		if before != after {
			changes = append(changes, Change{Field: field, Before: before, After: after})
		}
	}
	if p.Title != nil {
		note("title", f.Title, *p.Title)
	}
	if p.Source != nil {
		note("source", f.Source, *p.Source)
	}
	if p.Campaign != nil {
		note("campaign", f.Campaign, *p.Campaign)
	}
	if p.ExpectedClose != nil {
		note("expected_close", f.ExpectedClose.String(), p.ExpectedClose.String())
	}
	if p.FollowUp != nil {
		note("follow_up", f.FollowUp.String(), p.FollowUp.String())
	}
	if p.Contact != nil {
		if err := c.Customer.knows(*p.Contact); err != nil {
			return nil, err
		}
	}
	set(&f.Title, p.Title)
	set(&f.Contact, p.Contact)
	set(&f.Source, p.Source)
	set(&f.Campaign, p.Campaign)
	set(&f.RequestedAt, p.RequestedAt)
	set(&f.ExpectedClose, p.ExpectedClose)
	set(&f.FollowUp, p.FollowUp)
	set(&f.ExternalIDs, p.ExternalIDs)
	if p.Main == nil {
		return changes, nil
	}
	if f.variant(*p.Main).ID == identity.Nil {
		return nil, invalid("variant-not-found", "/main_variant_id", "the quote has no such variant")
	}
	note("main_variant", f.Main().Letter, f.variant(*p.Main).Letter)
	f.Variants = slices.Clone(f.Variants)
	for n := range f.Variants {
		f.Variants[n].Main = f.Variants[n].ID == *p.Main
	}
	return changes, nil
}
