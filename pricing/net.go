package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// net rounds the unit net to the price precision and the line net to the
// currency's minor unit; both differences are steps of the waterfall.
func (w *work) net() {
	r := w.r
	if !w.isConfigured {
		w.setConfigured()
	}
	if tooLarge(w.cost) || tooLarge(w.floor) {
		w.failOverflow(r.p.procedure.rounding.ID, "")
		return
	}
	if unit := w.price.Round(r.places); !unit.Equal(w.price) {
		w.record(Step{Origin: r.mem.origin(r.p.procedure.rounding, nil, "", "", ""), Inputs: r.unitDecimals}, unit)
	}
	w.res.UnitNet = w.price
	w.res.Net = w.rounded(w.price)
	if !w.res.Net.Equal(w.amount) {
		r.steps = append(r.steps, Step{Origin: r.lineRounding, Inputs: r.lineDecimals,
			Before: w.amount, After: w.res.Net, Amount: w.res.Net.Sub(w.amount)})
	}
	w.steps, w.fresh = r.mem.steps.close(r.steps, r.headerRoom(w.line.Section)), true
	w.amount, w.final = w.res.Net, w.res.Net
	w.res.ConfiguredAmount = w.rounded(w.res.Configured)
	w.res.BeforeManualAmount = w.rounded(w.res.BeforeManual)
	w.res.Priced = true
}

// rounded returns quantity x price / base quantity, rounded once to the
// currency's minor unit.
func (w *work) rounded(price money.Decimal) money.Decimal {
	net, _ := w.line.Quantity.Mul(price).QuoRound(w.res.Per, w.r.minor, money.HalfAway)
	return net
}

// checkAlternatives finds groups that have not exactly one line chosen.
func (r *run) checkAlternatives() {
	chosen := map[string]int{}
	var order []string
	for _, w := range r.lines {
		group := w.line.Alternative
		if group == "" {
			continue
		}
		if _, seen := chosen[group]; !seen {
			order = append(order, group)
			chosen[group] = 0
		}
		if w.line.Chosen {
			chosen[group]++
		}
	}
	for _, group := range order {
		if n := chosen[group]; n != 1 {
			r.issue(Issue{Kind: "alternative-choice", Rule: group, Message: lang.New(
				fmt.Sprintf("alternative %q has %d lines chosen; exactly one is needed", group, n),
				fmt.Sprintf("la variante %q a %d lignes choisies ; il en faut exactement une", group, n))})
		}
	}
}

// headerRoom is how many header discounts can add a step to a line of the
// section.
func (r *run) headerRoom(section string) int {
	n := len(r.discounts.quote)
	if at, ok := r.sections[section]; ok {
		n += len(r.discounts.sections[at])
	}
	return n
}
