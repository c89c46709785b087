package kpi

import (
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/money"
)

// discounts gives one figure per band of discount: the standardised win rate,
// with the interval of the raw one.
func (c computation) discounts() ([]Figure, error) {
	strata, err := c.strata(ByDiscount)
	if err != nil {
		return nil, err
	}
	var out []Figure
	for _, r := range Respond(strata, DiscountLabels()) {
		f := Figure{Key: []string{r.Band}, K: r.K, N: r.N}
		switch {
		case r.N == 0:
			f.Note = "no-rows"
		case !r.Shown:
			f.Note = "too-few"
		default:
			f.set(decimal(r.Standardised))
			f.bounds(decimal(r.Low), decimal(r.High))
		}
		out = append(out, f)
	}
	return out, nil
}

// strata are the decided quotes by a dimension and by kind: product family,
// size and new customer.
func (c computation) strata(who Dimension) ([]Stratum, error) {
	sel := c.selector(c.metric)
	sel.Measure, sel.Slices = MeasureDecided, []Dimension{who, ByProductFamily, BySize, ByNewCustomer}
	cells, err := c.aggregate(sel)
	if err != nil {
		return nil, err
	}
	out := make([]Stratum, len(cells))
	for i, cell := range cells {
		out[i] = Stratum{Who: cell.Key[0], Kind: strings.Join(cell.Key[1:], "/"), K: cell.K, N: cell.N}
	}
	return out, nil
}

// listSteps are the steps that make the list amount: the item's price and that
// of its options. The waterfall starts where they end.
var listSteps = []string{"list", "selection"}

// waterfall gives the list amount, each step and the net amount, keyed by the
// step's code.
func (c computation) waterfall() ([]Figure, error) {
	sel := c.selector(c.metric)
	steps, err := c.store.Steps(c.ctx, c.tenant, sel)
	if err != nil {
		return nil, err
	}
	all, err := c.whole(MeasureDiscount)
	if err != nil {
		return nil, err
	}
	row := func(code string, amount money.Decimal) Figure {
		f := Figure{Key: []string{code}, N: all.N, Gaps: all.Gaps}
		f.set(amount)
		return f
	}
	out := []Figure{row("list", all.Of)}
	var explained money.Decimal
	for _, s := range steps {
		if slices.Contains(listSteps, s.Code) {
			continue
		}
		out = append(out, row(s.Code, s.Amount))
		explained = explained.Add(s.Amount)
	}
	// What no step explains is shown, not hidden in the last bar.
	if rest := all.Value.Neg().Sub(explained); !rest.IsZero() {
		out = append(out, row("other", rest))
	}
	return append(out, row("net", all.Of.Sub(all.Value))), nil
}

// returnOnSources compares, source by source, the margin of orders with what
// the source cost.
func (c computation) returnOnSources() ([]Figure, error) {
	sel := c.selector(c.metric)
	sel.Slices = []Dimension{BySource}
	margins, err := c.aggregate(sel)
	if err != nil {
		return nil, err
	}
	records, err := c.store.SourceCosts(c.ctx, c.tenant, c.query.From, c.query.To)
	if err != nil {
		return nil, err
	}
	var all, attributed int64
	for _, m := range margins {
		if all += m.N; m.Key[0] != "" {
			attributed += m.N
		}
	}
	var out []Figure
	for _, cost := range costsFor(records, c.query) {
		margin, gaps := at(margins, cost.Key)
		f := Figure{Key: cost.Key, K: attributed, N: all, Gaps: gaps}
		f.divide(margin.Value.Sub(cost.Amount), cost.Amount)
		out = append(out, f)
	}
	return out, nil
}
