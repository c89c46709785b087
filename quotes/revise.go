package quotes

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Revise starts a new draft of the same variant from a sent, expired, rejected
// or withdrawn revision, with its content and pins. The old one stays as it is
// until the new one is sent.
func (s *Service) Revise(ctx context.Context, actor identity.Actor, t Target, reason string) (RevisionView, error) {
	var view RevisionView
	draft, seen, err := s.successor(ctx, actor, t)
	if err != nil {
		return view, err
	}
	err = s.store.Update(ctx, actor.Tenant, At{Revision: t.Revision}, everything, func(c *Case) error {
		a := &attempt{stamp: s.by(actor), c: c, r: c.Target, reason: reason}
		if err := s.see(c, actor); err != nil {
			return err
		}
		if err := checkVersion(t.Version, c.Target.Version, "revision"); err != nil {
			return err
		}
		if err := a.permit(Revise); err != nil {
			return err
		}
		if err := seen.current(c.Target); err != nil {
			return err
		}
		if err := a.settleExpiry(); err != nil {
			return err
		}
		draft.Number = c.nextNumber(draft.Variant)
		c.add(draft)
		if err := c.record(a.stamp, Event{Type: EventRevised, To: Draft, Reason: reason}, draft, nil, nil); err != nil {
			return err
		}
		a.r, c.Target = draft, draft
		var err error
		view, err = s.view(a)
		return err
	})
	return view, err
}

// source is the revision that a copy was made of, as it was read.
type source struct{ *Revision }

// current makes sure that what was copied is still the content. Only that of an
// open revision can change.
func (s source) current(r *Revision) error {
	if !s.State.Open() {
		return nil
	}
	return checkVersion(s.Version, r.Version, "revision")
}

// successor copies a revision that the actor may see and prices the copy as the
// revision was: what a price has of lines are their ids, and the copy's are
// others. Of a price that cannot be made again the figures are taken over.
func (s *Service) successor(ctx context.Context, actor identity.Actor, t Target) (*Revision, source, error) {
	c, err := s.load(ctx, actor, At{Revision: t.Revision}, Want{Lines: true})
	if err != nil {
		return nil, source{}, err
	}
	draft := copyOf(s.by(actor), c.Target)
	if !draft.replayable() {
		return draft, source{c.Target}, nil
	}
	return draft, source{c.Target}, s.priceAgain(ctx, c, draft)
}

// copyOf is a new draft of the same variant with the content, prices and pins
// of r.
func copyOf(by stamp, r *Revision) *Revision {
	out := &Revision{
		ID: identity.NewID(), Tenant: r.Tenant, Family: r.Family, Variant: r.Variant, Letter: r.Letter,
		State: Draft, Version: 1,
		Stamps: Stamps{CreatedAt: by.now, CreatedBy: by.actor.ID, UpdatedAt: by.now, LastEditor: by.actor.ID},
	}
	out.takeContent(r)
	return out
}

// AddVariant starts another offer beside the others, with the content of the
// revision named. It becomes B, C, ...; the main variant stays.
func (s *Service) AddVariant(ctx context.Context, actor identity.Actor, t Target, name string) (RevisionView, error) {
	var view RevisionView
	draft, seen, err := s.successor(ctx, actor, t)
	if err != nil {
		return view, err
	}
	err = s.store.Update(ctx, actor.Tenant, At{Revision: t.Revision}, everything, func(c *Case) error {
		a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
		if err := s.see(c, actor); err != nil {
			return err
		}
		if err := checkVersion(t.Version, c.Target.Version, "revision"); err != nil {
			return err
		}
		if !a.is(Owner) {
			return fault.New(fault.Forbidden, "not-yours", "only the owner may add a variant")
		}
		if err := nothingWon.check(&attempt{stamp: a.stamp, c: c}); err != nil {
			return err
		}
		if len(c.Family.Variants) >= maxVariants {
			return conflict("too-many-variants", "a quote has at most %d variants", maxVariants)
		}
		if err := seen.current(c.Target); err != nil {
			return err
		}
		v := Variant{ID: identity.NewID(), Letter: string(rune('A' + len(c.Family.Variants))), Name: name}
		c.Family.Variants = append(slices.Clone(c.Family.Variants), v)
		c.touchFamily(a.now)
		draft.Variant, draft.Letter, draft.Number = v.ID, v.Letter, 1
		c.add(draft)
		if err := c.record(a.stamp, Event{Type: EventVariantAdded, To: Draft}, draft, nil, nil); err != nil {
			return err
		}
		a.r, c.Target = draft, draft
		var err error
		view, err = s.view(a)
		return err
	})
	return view, err
}

// maxVariants is how many letters there are.
const maxVariants = 26
