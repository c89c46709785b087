package pricing

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// contract is a contract made ready for look-ups.
type contract struct {
	Contract
	items, models map[string]*contractPrice
}

type contractPrice struct{ *ContractPrice }

func (c contractPrice) per() money.Decimal {
	if c.Per.IsZero() {
		return one
	}
	return c.Per
}

func (c contractPrice) key() string {
	if c.Model != "" {
		return c.Model
	}
	return c.Item
}

// price returns the contract's price of the line: by model, else by item.
func (c *contract) price(line *Line) *contractPrice {
	if cp := c.models[line.Model]; cp != nil && line.Model != "" {
		return cp
	}
	return c.items[line.Item.SKU]
}

// discount returns the most specific agreed discount for the line, or nil.
func (c *contract) discount(line *Line) *AgreedDiscount {
	var best *AgreedDiscount
	rank := 0
	for i := range c.Discounts {
		d := &c.Discounts[i]
		if r := d.rank(line); r > rank {
			best, rank = d, r
		}
	}
	return best
}

// rank says how specifically the discount is about the line, 0 for not at all.
func (d *AgreedDiscount) rank(line *Line) int {
	switch {
	case d.Item != "":
		return 4 * btoi(d.Item == line.Item.SKU)
	case d.Model != "":
		return 3 * btoi(d.Model == line.Model)
	case d.Family != "":
		return 2 * btoi(d.Family == line.Item.Family)
	}
	return 1
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// reducible reports whether agreed and term discounts may touch the price.
func (w *work) reducible() bool {
	return !w.line.Item.Fixed && (w.contract == nil || w.contract.Discountable)
}

// stepAgreed applies the contract's standing discount.
func (w *work) stepAgreed(s *step) {
	if !w.reducible() {
		return
	}
	for _, c := range w.r.contracts {
		if d := c.discount(w.line); d != nil {
			w.recordPercent(s, Step{Origin: w.r.mem.origin(s, c, c.Code, c.Code, c.Version), Label: c.Name}, d.Percent)
			return
		}
	}
}

// stepTerm applies the reduction for the committed term of a recurring line.
func (w *work) stepTerm(s *step) {
	if w.res.Period == OneOff || !w.reducible() {
		return
	}
	if t := w.termDiscount(); t != nil {
		book := w.r.p.book.book
		w.recordPercent(s, Step{Origin: w.r.mem.origin(s, t, strconv.Itoa(t.Months), book.Code, book.Version), Label: s.Name,
			Inputs: w.inputs(Input{"months", strconv.Itoa(w.committed())})}, t.Percent)
	}
}

// termDiscount picks among the terms reached: the item's before the family's
// before all, then the longest.
func (w *work) termDiscount() *Term {
	var best *Term
	rank := 0
	for i := range w.r.p.book.book.Terms {
		t := &w.r.p.book.book.Terms[i]
		if t.Months > w.committed() {
			continue
		}
		r := 1
		switch {
		case t.Item != "":
			r = 3 * btoi(t.Item == w.line.Item.SKU)
		case t.Family != "":
			r = 2 * btoi(t.Family == w.line.Item.Family)
		}
		if r > rank || r == rank && r > 0 && t.Months > best.Months {
			best, rank = t, r
		}
	}
	return best
}

// committed is the line's committed term in months, 0 for open-ended.
func (w *work) committed() int {
	if w.line.Term > 0 {
		return w.line.Term
	}
	return w.r.req.Term
}

// recordPercent records a reduction by a percentage as the procedure's step
// says, unless it is zero.
func (w *work) recordPercent(s *step, rec Step, percent money.Decimal) {
	if percent.IsZero() {
		return
	}
	if rec.Inputs == nil {
		rec.Inputs = w.inputs()
	}
	rec.Inputs = append(rec.Inputs, Input{"percent", w.r.mem.texts.of(percent)})
	if s.Of == ofList {
		rec.Inputs = append(rec.Inputs, Input{"of", w.r.mem.texts.of(w.res.Configured)})
	}
	w.record(rec, w.percentOff(percent, s.Of))
}

// stepManual applies the rep's adjustments in order. One that may not be
// applied is refused and skipped.
func (w *work) stepManual(s *step) {
	w.setConfigured()
	w.beforeManual()
	for i := range w.line.Adjustments {
		a := &w.line.Adjustments[i]
		if w.line.Item.Fixed {
			w.refuse(s, a, "not-discountable", lang.New("this item is not discountable", "cet article n'est pas remisable"))
			continue
		}
		after, ok := w.adjusted(a)
		switch {
		case !ok:
			w.refuse(s, a, "unknown-adjustment", lang.New(
				fmt.Sprintf("%q is not a kind of adjustment", a.Kind), fmt.Sprintf("%q n'est pas un type d'ajustement", a.Kind)))
		case after.Sign() < 0:
			w.refuse(s, a, "negative-price", lang.New(
				"the adjustment would make the price negative", "l'ajustement rendrait le prix négatif"))
		default:
			w.manual = true
			w.record(Step{Origin: w.r.mem.ownOrigin(Origin{ID: s.ID, Kind: ManualStep, Rule: a.ID}), Label: s.Name, Inputs: a.inputs(w.inputs(), &w.r.mem.texts)}, after)
		}
	}
}

// beforeManual notes the price before the rep's own steps, once.
func (w *work) beforeManual() { w.res.BeforeManual = w.price }

func (w *work) adjusted(a *Adjustment) (money.Decimal, bool) {
	switch a.Kind {
	case PercentOff:
		return w.percentOff(a.Value, a.Of), true
	case AmountOff:
		return w.price.Sub(a.Value), true
	case TargetNet:
		return a.Value, true
	}
	return money.Decimal{}, false
}

// inputs appends what the adjustment says to in.
func (a *Adjustment) inputs(in []Input, texts *texts) []Input {
	in = append(in, Input{string(a.Kind), texts.of(a.Value)})
	if a.Of != "" {
		in = append(in, Input{"of", a.Of})
	}
	if a.Note != "" {
		in = append(in, Input{"note", a.Note})
	}
	return in
}

// refuse reports a manual value that is not applied.
func (w *work) refuse(s *step, a *Adjustment, kind string, message lang.Text) {
	w.note(Issue{Kind: kind, Severity: Refused, Step: s.ID, Rule: a.ID, Message: message})
}

// anyOf reports whether a list that narrows is empty or holds v.
func anyOf(list []string, v string) bool { return len(list) == 0 || slices.Contains(list, v) }
