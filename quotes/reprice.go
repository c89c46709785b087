package quotes

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// RepricePreview says what taking today's prices would change; nothing is.
type RepricePreview struct {
	Comparison
	// Totals are those the quote would have.
	Totals Totals `json:"totals"`
}

// PreviewReprice prices a draft with the newest versions and today's date, as
// an Edit with Changes.Reprice would, and compares. Kept prices and manual
// steps stand.
func (s *Service) PreviewReprice(ctx context.Context, actor identity.Actor, revision identity.ID) (RepricePreview, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true})
	if err != nil {
		return RepricePreview{}, err
	}
	next, err := s.repriced(ctx, c, c.Target)
	if err != nil {
		return RepricePreview{}, err
	}
	before, after := c.Target.redacted(actor), next.redacted(actor)
	return RepricePreview{Comparison: compare(before, after), Totals: after.Totals}, nil
}

// repriced is a copy of r with the newest prices of today.
func (s *Service) repriced(ctx context.Context, c *Case, r *Revision) (*Revision, error) {
	next := *r
	next.Lines = append([]Line{}, r.Lines...)
	next.Pins, next.AsOf = Pins{}, civil.In(s.now(), c.Zone())
	return &next, s.price(ctx, c, &next)
}

// flag says on the view of a draft whether newer versions would move its price.
// It must run outside the transaction that changed the draft.
func (s *Service) flag(ctx context.Context, v *RevisionView, c *Case, r *Revision) error {
	if r.State != Draft {
		return nil
	}
	newer, err := s.catalog.Newer(ctx, r.Tenant, r.Pins)
	if err != nil || len(newer) == 0 {
		return err
	}
	next, err := s.repriced(ctx, c, r)
	if code := fault.CodeOf(err); code == fault.Conflict || code == fault.NotFound {
		v.NeedsReprice, v.Newer = true, newer // there are no prices any more; the draft can still be read
		return nil
	}
	if err != nil {
		return err
	}
	if difference := compare(*r, *next); difference.moves() {
		v.NeedsReprice, v.Newer, v.RepriceDelta = true, newer, &difference.Delta
	}
	return nil
}

// moves reports whether anything a customer pays differs.
func (c Comparison) moves() bool {
	for _, l := range c.Lines {
		if !l.Delta.IsZero() {
			return true
		}
		for _, change := range l.Changes {
			if change.Field == "unit_net" {
				return true
			}
		}
	}
	return !c.Delta.IsZero()
}
