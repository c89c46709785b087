package pricing

import (
	"cmp"
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// promotion is a promotion with its condition compiled.
type promotion struct {
	Promotion
	when   *rules.Program
	schema *rules.Schema
}

// open reports whether the promotion can apply to any line of the request.
func (x *promotion) open(r *Request) bool {
	return within(r.Date, x.From, x.To) && (x.Coupon == "" || slices.Contains(r.Coupons, x.Coupon)) &&
		anyOf(x.Segments, r.Customer.Segment) && (x.Percent != nil || x.Currency == r.Currency)
}

// applies reports whether the promotion is for the line.
func (w *work) applies(x *promotion) bool {
	return anyOf(x.Families, w.line.Item.Family) && anyOf(x.Items, w.line.Item.SKU) && anyOf(x.Models, w.line.Model) &&
		w.line.Quantity.Cmp(x.MinQuantity) >= 0 &&
		(x.when == nil || x.when.Bool(w.r.frames.line(w, x.schema)))
}

// stepPromotions applies one exclusive promotion alone, else all stackable
// ones. The pricer holds them by priority, then code.
func (w *work) stepPromotions(s *step) {
	if w.line.Item.Fixed {
		return
	}
	var exclusive *promotion
	stackable := w.r.stackable[:0]
	for _, x := range w.r.promotions {
		switch {
		case exclusive != nil && (!x.Exclusive || x.Priority > exclusive.Priority):
		case !w.applies(x):
		case !x.Exclusive:
			stackable = append(stackable, x)
		case exclusive == nil || w.promoted(x).Cmp(w.promoted(exclusive)) < 0:
			exclusive = x
		}
	}
	w.r.stackable = stackable
	if exclusive != nil {
		stackable = append(stackable[:0], exclusive)
	}
	for _, x := range stackable {
		w.promote(s, x)
	}
}

func (w *work) promote(s *step, x *promotion) {
	after := w.promoted(x)
	if after.Equal(w.price) {
		return
	}
	rec := Step{Origin: w.r.mem.origin(s, x, x.Code, x.Code, x.Version), Label: x.Name}
	switch {
	case x.Percent != nil:
		rec.Inputs = w.inputs(Input{"percent", w.r.mem.texts.of(*x.Percent)})
	case x.Amount != nil:
		rec.Inputs = w.inputs(Input{"amount", w.r.mem.texts.of(*x.Amount)})
	default:
		rec.Inputs = w.inputs(Input{"price", w.r.mem.texts.of(*x.Price)})
	}
	w.record(rec, after)
}

// promoted is the running price under the promotion: never higher, and never
// below zero.
func (w *work) promoted(x *promotion) money.Decimal {
	var after money.Decimal
	switch {
	case x.Percent != nil:
		after = w.percentOff(*x.Percent, "")
	case x.Amount != nil:
		after = w.price.Sub(*x.Amount)
	default:
		after = *x.Price
	}
	return money.Min(w.price, money.Max(after, money.Decimal{}))
}

// byPriority orders promotions as they apply.
func byPriority(a, b *promotion) int {
	return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(a.Code, b.Code))
}
