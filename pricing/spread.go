package pricing

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// periods in the order in which they are shown.
var periods = [...]Period{OneOff, Month, Year}

// index is the place of the period among periods.
func (p Period) index() int {
	switch p {
	case Month:
		return 1
	case Year:
		return 2
	}
	return 0
}

// discount is one section or quote discount with the step that applies it.
type discount struct {
	*Adjustment
	step   *step
	origin *Origin
	inputs []Input
}

// discounts are those of each section, by place, and those of the quote.
type discounts struct {
	sections [][]*discount
	quote    []*discount
	any      bool
}

func newDiscounts(p *procedure, req *Request) discounts {
	d := discounts{sections: make([][]*discount, len(req.Sections))}
	for i := range req.Sections {
		d.sections[i] = d.of(p.section, req.Sections[i].Adjustments)
	}
	d.quote = d.of(p.quote, req.Adjustments)
	return d
}

func (d *discounts) of(s *step, adjustments []Adjustment) []*discount {
	if s == nil {
		return nil
	}
	out := make([]*discount, len(adjustments))
	for i := range adjustments {
		a := &adjustments[i]
		out[i] = &discount{Adjustment: a, step: s, origin: &Origin{ID: s.ID, Kind: s.Kind, Rule: a.ID}, inputs: a.inputs(nil, &texts{})}
		d.any = true
	}
	return out
}

// share is what a header discount takes from a line.
type share struct {
	of     *discount
	amount money.Decimal
}

// spread computes the section discounts, then the quote discounts, each spread
// over the discountable lines in proportion to what they have become.
func (r *run) spread() {
	if !r.discounts.any && !r.spreadBefore {
		return
	}
	r.spreadBefore = r.discounts.any
	for _, w := range r.lines {
		w.next, w.final = w.next[:0], w.res.Net
	}
	if !r.discounts.any {
		return
	}
	for i, all := range r.discounts.sections {
		if len(all) == 0 || !r.whenQuote(r.p.procedure.section) {
			continue
		}
		var scope []*work
		for _, w := range r.lines {
			if at, ok := r.sections[w.line.Section]; ok && at == i && w.res.Priced {
				scope = append(scope, w)
			}
		}
		for _, d := range all {
			r.adjust(d, scope)
		}
	}
	if len(r.discounts.quote) == 0 || !r.whenQuote(r.p.procedure.quote) {
		return
	}
	scope := slices.Grow(r.scope[:0], len(r.lines))
	for _, w := range r.lines {
		if w.res.Priced {
			scope = append(scope, w)
		}
	}
	r.scope = scope
	for _, d := range r.discounts.quote {
		r.adjust(d, scope)
	}
}

// whenQuote evaluates the condition of a step about the whole quote.
func (r *run) whenQuote(s *step) bool {
	if s.when == nil {
		return true
	}
	net, weight := r.firmSums()
	return s.when.Bool(r.frames.quote(s.schema, net, weight))
}

// firmSums returns the one-off net and the weight in kg of the firm lines.
func (r *run) firmSums() (net, weight money.Decimal) {
	for _, w := range r.lines {
		if !w.firm() || w.failed {
			continue
		}
		weight = weight.Add(w.line.Item.Weight.Mul(w.line.Quantity))
		if w.res.Period == OneOff {
			net = net.Add(w.final)
		}
	}
	return net, weight
}

// adjust applies one section or quote discount to the priced lines in scope.
func (r *run) adjust(d *discount, scope []*work) {
	switch d.Kind {
	case PercentOff:
		if d.Value.Cmp(hundred) > 0 {
			r.refuse(d, "negative-price", lang.New("a discount above 100 % would make prices negative",
				"une remise supérieure à 100 % rendrait les prix négatifs"))
			return
		}
		if d.Value.Cmp(largestSurcharge) < 0 {
			r.refuseOverflow(d)
			return
		}
		groups := spreadGroups(scope)
		for i := range groups {
			if g := &groups[i]; len(g.lines) > 0 {
				r.distribute(d, g, g.sum.Mul(d.Value.Shift(-2)).Round(r.minor))
			}
		}
		for _, w := range scope {
			if !w.firm() && w.spreadable() {
				w.reduce(d, w.final.Mul(d.Value.Shift(-2)).Round(r.minor))
			}
		}
	case AmountOff:
		groups := spreadGroups(scope)
		r.distribute(d, &groups[d.Period.index()], d.Value.Round(r.minor))
	case TargetNet:
		groups := spreadGroups(scope)
		g := &groups[d.Period.index()]
		r.distribute(d, g, g.total.Sub(d.Value.Round(r.minor)))
	default:
		r.refuse(d, "unknown-adjustment", lang.New(
			fmt.Sprintf("%q is not a kind of adjustment", d.Kind), fmt.Sprintf("%q n'est pas un type d'ajustement", d.Kind)))
	}
}

// spreadGroup is the firm lines of one period: all in total, and those that a
// discount is spread over in lines and sum.
type spreadGroup struct {
	lines      []*work
	sum, total money.Decimal
}

// spreadGroups returns the groups of the three periods, in their order.
func spreadGroups(scope []*work) [len(periods)]spreadGroup {
	var out [len(periods)]spreadGroup
	for _, w := range scope {
		if !w.firm() {
			continue
		}
		g := &out[w.res.Period.index()]
		g.total = g.total.Add(w.final)
		if w.spreadable() {
			if g.lines == nil {
				g.lines = make([]*work, 0, len(scope))
			}
			g.lines = append(g.lines, w)
			g.sum = g.sum.Add(w.final)
		}
	}
	return out
}

// spreadable lines take part in header discounts.
func (w *work) spreadable() bool { return !w.line.Item.Fixed && w.final.Sign() > 0 }

// distribute takes the reduction from the lines of the group, to the cent.
func (r *run) distribute(d *discount, g *spreadGroup, reduction money.Decimal) {
	switch {
	case reduction.IsZero():
		return
	case len(g.lines) == 0:
		r.refuse(d, "nothing-to-discount", lang.New(
			"there is no discountable line to spread the discount over", "aucune ligne remisable sur laquelle répartir la remise"))
		return
	case reduction.Cmp(g.sum) > 0:
		r.refuse(d, "discount-exceeds-total", lang.New(
			fmt.Sprintf("the discount of %s is more than the %s that can be discounted", reduction, g.sum),
			fmt.Sprintf("la remise de %s dépasse les %s remisables", reduction, g.sum)))
		return
	}
	if tooLarge(reduction) {
		r.refuseOverflow(d)
		return
	}
	weights := slices.Grow(r.weights[:0], len(g.lines))
	for _, w := range g.lines {
		weights = append(weights, w.final)
	}
	r.weights = weights
	shares, err := money.Allocate(reduction, weights, r.minor)
	if err != nil {
		r.refuseOverflow(d)
		return
	}
	for i, w := range g.lines {
		w.reduce(d, shares[i])
	}
}

// reduce takes a share of a header discount from the line's net.
func (w *work) reduce(d *discount, amount money.Decimal) {
	if amount.IsZero() {
		return
	}
	w.final = w.final.Sub(amount)
	w.next = append(w.next, share{d, amount})
}

// largestSurcharge is the most, in percent, that a header discount may add.
var largestSurcharge = money.New(-1, 6)

func (r *run) refuseOverflow(d *discount) {
	r.refuse(d, "overflow", lang.New("the discount has too many digits", "la remise a trop de chiffres"))
}

// refuse reports a header discount that is not applied.
func (r *run) refuse(d *discount, kind string, message lang.Text) {
	r.issue(Issue{Kind: kind, Severity: Refused, Step: d.step.ID, Rule: d.ID, Message: message})
}
