package quotes

import (
	"cmp"
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Replayed is the outcome of pricing a stored revision again with its pins.
type Replayed struct {
	Revision identity.ID `json:"revision_id"`
	// Same is true when request and result have the bytes that they had.
	Same bool `json:"same"`
	// Replayable is false for a price made by rules of computation that this
	// program does not have, or imported: then what is stored is the truth, and
	// nothing was compared.
	Replayable bool `json:"replayable"`
	Semantics  int  `json:"semantics"`
	// InputChanged is true when what is stored of the content or of the facts it
	// was priced with is not what it was.
	InputChanged bool `json:"input_changed,omitempty"`
	// First is the first figure that differs, nil where every stored figure is
	// the same.
	First *Difference `json:"first_difference,omitempty"`
}

// Difference is a figure that differs. Position is the line's, 0 for the quote
// as a whole; Step is the waterfall step, "" behind the last.
type Difference struct {
	Position int    `json:"position,omitempty"`
	Step     string `json:"step,omitempty"`
	Field    string `json:"field"`
	Stored   string `json:"stored"`
	Now      string `json:"now"`
}

// Replay prices a stored revision again: the same content and facts on the same
// day with the same pins must have the same bytes, and every stored figure must
// be what comes out. Nothing is changed.
func (s *Service) Replay(ctx context.Context, actor identity.Actor, revision identity.ID) (Replayed, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true})
	if err != nil {
		return Replayed{}, err
	}
	stored := c.Target
	out := Replayed{Revision: revision, Semantics: cmp.Or(stored.Semantics, 1), Replayable: stored.replayable()}
	if !out.Replayable {
		return out, nil
	}
	now := *stored
	now.Lines = append([]Line{}, stored.Lines...)
	if err := s.priceAgain(ctx, c, &now); err != nil {
		return out, err
	}
	out.InputChanged = now.InputHash != stored.InputHash
	out.First = firstDifference(stored, &now)
	out.Same = !out.InputChanged && now.OutputHash == stored.OutputHash && out.First == nil
	return out, nil
}

// replayable reports whether the price was made by rules of computation that
// this program has.
func (r *Revision) replayable() bool {
	return r.OutputHash != "" && slices.Contains(pricing.Replays(), cmp.Or(r.Semantics, 1))
}

// ReplayAll replays every stored revision of the company that the actor may see
// and hands over what comes of each.
func (s *Service) ReplayAll(ctx context.Context, actor identity.Actor, visit func(Replayed) error) error {
	return s.eachRevision(ctx, actor.Tenant, false, func(id identity.ID) error {
		r, err := s.Replay(ctx, actor, id)
		if fault.CodeOf(err) == fault.NotFound {
			return nil
		}
		if err != nil {
			return err
		}
		return visit(r)
	})
}

// firstDifference looks in the order in which a price is made: each line's
// steps, then what comes of them, then the totals.
func firstDifference(stored, now *Revision) *Difference {
	for n := range stored.Lines {
		if d := lineDifference(&stored.Lines[n], &now.Lines[n]); d != nil {
			d.Position = stored.Lines[n].Position
			return d
		}
	}
	d := &differing{}
	d.text("taxes", encoded(stored.Taxes), encoded(now.Taxes))
	d.text("charges", encoded(stored.Charges), encoded(now.Charges))
	d.amount("totals/one_off/gross", stored.Totals.OneOff.Gross, now.Totals.OneOff.Gross)
	d.amount("totals/tcv", stored.Totals.TCV, now.Totals.TCV)
	return d.first
}

// differing keeps the first of several differences.
type differing struct {
	step  string
	first *Difference
}

func (d *differing) text(field, stored, now string) {
	if d.first == nil && stored != now {
		d.first = &Difference{Step: d.step, Field: field, Stored: stored, Now: now}
	}
}

func (d *differing) amount(field string, stored, now money.Decimal) {
	if !stored.Equal(now) {
		d.text(field, stored.String(), now.String())
	}
}

func lineDifference(stored, now *Line) *Difference {
	d := &differing{}
	a, b := stored.Price, now.Price
	for n := range max(len(a.Steps), len(b.Steps)) {
		was, is := stepAt(a.Steps, n), stepAt(b.Steps, n)
		d.step = cmp.Or(was.Code, is.Code)
		d.text("code", was.Code, is.Code)
		d.text("rule", was.Rule, is.Rule)
		d.text("version", was.Version, is.Version)
		d.amount("before", was.Before, is.Before)
		d.amount("after", was.After, is.After)
		d.amount("amount", was.Amount, is.Amount)
	}
	d.step = ""
	d.amount("unit_net", a.UnitNet, b.UnitNet)
	d.amount("net", a.Net, b.Net)
	d.amount("final_net", a.FinalNet, b.FinalNet)
	d.amount("tcv", a.TCV, b.TCV)
	d.text("tax_category", a.TaxCategory, b.TaxCategory)
	d.amount("tax_rate", a.TaxRate, b.TaxRate)
	return d.first
}

func stepAt(steps []PriceStep, n int) PriceStep {
	if n < len(steps) {
		return steps[n]
	}
	return PriceStep{}
}
