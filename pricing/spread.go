package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// periods in the order in which they are shown.
var periods = [...]Period{OneOff, Month, Year}

// spread applies the section discounts, then the quote discounts, each spread
// over the discountable lines in proportion to what they have become.
func (r *run) spread() {
	known := make(map[string]bool, len(r.req.Sections))
	for i := range r.req.Sections {
		known[r.req.Sections[i].ID] = true
	}
	bySection := make(map[string][]*work)
	var all []*work
	for _, w := range r.lines {
		if w.line.Section != "" && !known[w.line.Section] {
			w.note(Issue{Kind: "unknown-section", Message: lang.New(
				fmt.Sprintf("section %q does not exist", w.line.Section), fmt.Sprintf("la section %q n'existe pas", w.line.Section))})
		}
		if w.res.Priced {
			all = append(all, w)
			bySection[w.line.Section] = append(bySection[w.line.Section], w)
		}
	}
	if s := r.p.procedure.section; s != nil && r.whenQuote(s) {
		for i := range r.req.Sections {
			section := &r.req.Sections[i]
			for j := range section.Adjustments {
				r.adjust(s, &section.Adjustments[j], bySection[section.ID])
			}
		}
	}
	if s := r.p.procedure.quote; s != nil && r.whenQuote(s) {
		for i := range r.req.Adjustments {
			r.adjust(s, &r.req.Adjustments[i], all)
		}
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
			net = net.Add(w.res.FinalNet)
		}
	}
	return net, weight
}

// adjust applies one section or quote discount to the priced lines in scope.
func (r *run) adjust(s *step, a *Adjustment, scope []*work) {
	switch a.Kind {
	case PercentOff:
		if a.Value.Cmp(hundred) > 0 {
			r.refuse(s, a, "negative-price", lang.New("a discount above 100 % would make prices negative",
				"une remise supérieure à 100 % rendrait les prix négatifs"))
			return
		}
		for _, period := range periods {
			if g := newSpreadGroup(scope, period); len(g.lines) > 0 {
				r.distribute(s, a, g, g.sum.Mul(a.Value.Shift(-2)).Round(r.minor))
			}
		}
		for _, w := range scope {
			if !w.firm() && w.spreadable() {
				w.reduce(s, a, w.res.FinalNet.Mul(a.Value.Shift(-2)).Round(r.minor))
			}
		}
	case AmountOff:
		g := newSpreadGroup(scope, a.period())
		r.distribute(s, a, g, a.Value.Round(r.minor))
	case TargetNet:
		g := newSpreadGroup(scope, a.period())
		r.distribute(s, a, g, g.total.Sub(a.Value.Round(r.minor)))
	default:
		r.refuse(s, a, "unknown-adjustment", lang.New(
			fmt.Sprintf("%q is not a kind of adjustment", a.Kind), fmt.Sprintf("%q n'est pas un type d'ajustement", a.Kind)))
	}
}

func (a *Adjustment) period() Period {
	if a.Period == "" {
		return OneOff
	}
	return a.Period
}

// spreadGroup is the firm lines of one period: all in total, and those that a
// discount is spread over in lines and sum.
type spreadGroup struct {
	lines      []*work
	sum, total money.Decimal
}

func newSpreadGroup(scope []*work, period Period) spreadGroup {
	var g spreadGroup
	for _, w := range scope {
		if !w.firm() || w.res.Period != period {
			continue
		}
		g.total = g.total.Add(w.res.FinalNet)
		if w.spreadable() {
			g.lines = append(g.lines, w)
			g.sum = g.sum.Add(w.res.FinalNet)
		}
	}
	return g
}

// spreadable lines take part in header discounts.
func (w *work) spreadable() bool { return !w.line.Item.Fixed && w.res.FinalNet.Sign() > 0 }

// distribute takes the reduction from the lines of the group, to the cent.
func (r *run) distribute(s *step, a *Adjustment, g spreadGroup, reduction money.Decimal) {
	switch {
	case reduction.IsZero():
		return
	case len(g.lines) == 0:
		r.refuse(s, a, "nothing-to-discount", lang.New(
			"there is no discountable line to spread the discount over", "aucune ligne remisable sur laquelle répartir la remise"))
		return
	case reduction.Cmp(g.sum) > 0:
		r.refuse(s, a, "discount-exceeds-total", lang.New(
			fmt.Sprintf("the discount of %s is more than the %s that can be discounted", reduction, g.sum),
			fmt.Sprintf("la remise de %s dépasse les %s remisables", reduction, g.sum)))
		return
	}
	weights := make([]money.Decimal, len(g.lines))
	for i, w := range g.lines {
		weights[i] = w.res.FinalNet
	}
	shares, err := money.Allocate(reduction, weights, r.minor)
	if err != nil {
		r.refuse(s, a, "overflow", lang.New("the discount has too many digits", "la remise a trop de chiffres"))
		return
	}
	for i, w := range g.lines {
		w.reduce(s, a, shares[i])
	}
}

// reduce takes a share of a header discount from the line's final net.
func (w *work) reduce(s *step, a *Adjustment, share money.Decimal) {
	if share.IsZero() {
		return
	}
	before := w.res.FinalNet
	w.res.FinalNet = before.Sub(share)
	w.manual = true
	w.res.Steps = append(w.res.Steps, Step{ID: s.ID, Kind: s.Kind, Rule: a.ID, Label: s.Name, Inputs: a.inputs(),
		Before: before, After: w.res.FinalNet, Amount: share.Neg()})
}

// refuse reports a header discount that is not applied.
func (r *run) refuse(s *step, a *Adjustment, kind string, message lang.Text) {
	r.issue(Issue{Kind: kind, Severity: Refused, Step: s.ID, Rule: a.ID, Message: message})
}
