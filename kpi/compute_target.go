package kpi

import (
	"slices"
	"strconv"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// againstTarget compares a measure with the target of the period: all of it,
// the part due by now, or what is missing of it.
func (c computation) againstTarget() ([]Figure, error) {
	sel := c.selector(c.metric)
	if len(sel.Slices) > 1 || len(sel.Slices) == 1 && sel.Slices[0] != ByTeam && sel.Slices[0] != ByOwner {
		return nil, fault.New(fault.Invalid, "invalid-query", "targets are set for teams and owners: %q cannot be sliced by %v", c.metric.ID, sel.Slices)
	}
	cells, err := c.aggregate(sel)
	if err != nil {
		return nil, err
	}
	records, err := c.store.Targets(c.ctx, c.tenant, c.query.From, c.query.To)
	if err != nil {
		return nil, err
	}
	taken := cells
	if c.metric.Form == Coverage {
		sel.Measure = c.metric.Over
		if taken, err = c.aggregate(sel); err != nil {
			return nil, err
		}
	}
	var out []Figure
	for _, t := range targetsFor(records, c.query, c.scope) {
		f := Figure{Key: t.Key}
		value, gaps := at(cells, t.Key)
		f.K, f.N, f.Gaps = value.K, value.N, gaps
		goal := t.Amount
		switch c.metric.Form {
		case Pace:
			goal = t.Amount.Mul(elapsed(sel))
		case Coverage:
			got, _ := at(taken, t.Key)
			goal = t.Amount.Sub(got.Value)
		}
		if goal.Sign() <= 0 {
			f.Note = "no-target"
			if t.Amount.Sign() > 0 {
				f.Note = "target-reached"
			}
		} else {
			f.divide(value.Value, goal)
			f.Reference = &goal
		}
		out = append(out, f)
	}
	return out, nil
}

// at returns the cell with the key, an empty one where there is none.
func at(cells []Cell, key []string) (Cell, []Gap) {
	for _, c := range cells {
		if slices.Equal(c.Key, key) {
			return c, c.Gaps
		}
	}
	return Cell{}, nil
}

// elapsed is the share of the period that has passed, exact in seconds.
func elapsed(sel Selector) money.Decimal {
	passed := sel.Now.Sub(sel.From)
	passed = min(max(0, passed), sel.To.Sub(sel.From))
	share, err := money.FromInt(int64(passed / time.Second)).Quo(money.FromInt(int64(sel.To.Sub(sel.From) / time.Second)))
	if err != nil {
		return money.Decimal{}
	}
	return share
}

// landing forecasts the intake at the end of the period. It is not sliced: the
// band of a sum is not the sum of bands.
func (c computation) landing() ([]Figure, error) {
	if len(c.query.Slices) > 0 {
		return nil, fault.New(fault.Invalid, "invalid-query", "a forecast has no slices; ask for one with a filter")
	}
	taken, err := c.whole(MeasureIntake)
	if err != nil {
		return nil, err
	}
	sel := c.selector(c.metric)
	curve, err := c.pastCurve(sel.Now)
	if err != nil {
		return nil, err
	}
	open, gaps, err := c.openByAge()
	if err != nil {
		return nil, err
	}
	places := c.settings.Base.Minor()
	forecast := Landing(taken.Value, open, curve, c.daysLeft(sel), places)
	f := Figure{Key: []string{}, K: taken.K, Gaps: append(taken.Gaps, gaps...)}
	for _, o := range open {
		f.N += o.N
	}
	f.set(forecast.Taken.Add(forecast.Expected))
	f.bounds(forecast.Low, forecast.High)
	return []Figure{f}, nil
}

// pastCurve is the incidence curve of the quotes first sent in the two years
// before an instant.
func (c computation) pastCurve(now time.Time) (Curve, error) {
	sel := c.selector(c.metric)
	sel.Slices, sel.From, sel.To = nil, now.AddDate(-2, 0, 0), now
	lags, err := c.store.Lags(c.ctx, c.tenant, TimeToOrder, sel)
	return NewCurve(lags), err
}

// openByAge are the open quotes by age, and the amounts without a rate.
func (c computation) openByAge() ([]OpenQuotes, []Gap, error) {
	sel := c.selector(c.metric)
	sel.Measure, sel.Slices, sel.Spread = MeasureOpen, []Dimension{ByAge}, true
	cells, err := c.aggregate(sel)
	if err != nil {
		return nil, nil, err
	}
	var out []OpenQuotes
	var gaps []Gap
	for _, cell := range cells {
		age, err := strconv.Atoi(cell.Key[0])
		if err != nil {
			continue
		}
		out = append(out, OpenQuotes{Age: age, N: cell.N, Value: cell.Value, Squares: cell.Squares})
		gaps = append(gaps, cell.Gaps...)
	}
	return out, mergeGaps(gaps), nil
}

// mergeGaps adds up gaps of the same currency.
func mergeGaps(gaps []Gap) []Gap {
	var out []Gap
	for _, g := range gaps {
		i := slices.IndexFunc(out, func(o Gap) bool { return o.Currency == g.Currency })
		if i < 0 {
			out = append(out, g)
			continue
		}
		out[i].N += g.N
		out[i].Amount = out[i].Amount.Add(g.Amount)
	}
	return out
}

// accuracy judges the chances that the quotes open at the start of the period
// had then, from what was known then, by what happened in the period.
func (c computation) accuracy() ([]Figure, error) {
	sel := c.selector(c.metric)
	start := sel.From
	if start.After(sel.Now) {
		return []Figure{{Key: []string{}, Note: "no-rows"}}, nil
	}
	past := c
	past.plan.asOf, past.plan.past = start, true
	curve, err := past.pastCurve(start)
	if err != nil {
		return nil, err
	}
	outcomes, err := c.store.Outcomes(c.ctx, c.tenant, sel)
	if err != nil {
		return nil, err
	}
	days := max(1, int(min(sel.To.Sub(start), sel.Now.Sub(start))/(24*time.Hour)))
	var predictions []Prediction
	f := Figure{Key: []string{}}
	for _, o := range outcomes {
		predictions = append(predictions, Prediction{Chance: curve.Within(o.Age, days), K: o.Ordered, N: o.N})
		f.K += o.Ordered
		f.N += o.N
	}
	judged := Judge(predictions)
	switch {
	case f.N == 0:
		f.Note = "no-rows"
	case f.N < MinShown:
		f.Note = "too-few"
	default:
		f.set(decimal(judged.Brier))
		reference, bias := decimal(judged.Reference), decimal(judged.Bias)
		f.Reference, f.Bias = &reference, &bias
	}
	return []Figure{f}, nil
}
