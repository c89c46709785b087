package kpi

import (
	"context"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Form is how a metric's number is made from what is counted.
type Form string

// The forms. Those after Percentiles combine several measures.
const (
	Counted     Form = "count"       // n
	Hits        Form = "hits"        // k
	Summed      Form = "sum"         // value
	Share       Form = "share"       // k / n
	ValueShare  Form = "value_share" // value / of
	Average     Form = "average"     // value / n
	Score       Form = "score"       // value / k: answers among those asked
	Median      Form = "median"
	Percentiles Form = "percentiles" // of a duration
	Incidence   Form = "incidence"
	PerRow      Form = "per_row"    // value of one measure / n of another
	Attainment  Form = "attainment" // value / target
	Pace        Form = "pace"       // value / target due by now
	Landed      Form = "forecast"
	Coverage    Form = "coverage" // value / (target - value of another measure)
	Stale       Form = "stale"
	Discounts   Form = "response"
	Waterfall   Form = "waterfall"
	Return      Form = "roi"
	Brier       Form = "accuracy"
	Bridged     Form = "bridge"
	Funnel      Form = "funnel"
	CurveByDay  Form = "curve"
	People      Form = "people"
)

// Forms lists every form.
func Forms() []Form {
	return []Form{Counted, Hits, Summed, Share, ValueShare, Average, Score, Median, Percentiles, Incidence,
		PerRow, Attainment, Pace, Landed, Coverage, Stale, Discounts, Waterfall, Return, Brier,
		Bridged, Funnel, CurveByDay, People}
}

// computation computes one metric of a plan.
type computation struct {
	plan
	ctx    context.Context
	store  Store
	tenant identity.ID
	metric Metric
}

// figures returns the metric's numbers, one per combination of slices.
func (c computation) figures() ([]Figure, error) {
	switch c.metric.Form {
	case Percentiles:
		return c.percentiles()
	case Incidence:
		return c.incidence()
	case PerRow:
		return c.perRow()
	case Attainment, Pace, Coverage:
		return c.againstTarget()
	case Landed:
		return c.landing()
	case Stale:
		return c.stale()
	case Discounts:
		return c.discounts()
	case Waterfall:
		return c.waterfall()
	case Return:
		return c.returnOnSources()
	case Brier:
		return c.accuracy()
	case Bridged:
		return c.bridge()
	case Funnel:
		return c.funnel()
	case CurveByDay:
		return c.curveByDay()
	case People:
		return c.people()
	}
	sel := c.selector(c.metric)
	sel.Spread = c.metric.Form == Median
	cells, err := c.aggregate(sel)
	if err != nil {
		return nil, err
	}
	out := make([]Figure, 0, len(cells))
	for _, cell := range cells {
		out = append(out, c.metric.figure(cell))
	}
	return out, nil
}

func (c computation) aggregate(sel Selector) ([]Cell, error) {
	return c.store.Aggregate(c.ctx, c.tenant, sel)
}

// whole aggregates a measure without slices.
func (c computation) whole(m Measure) (Cell, error) {
	sel := c.selector(c.metric)
	sel.Measure, sel.Slices = m, nil
	cells, err := c.aggregate(sel)
	if err != nil || len(cells) == 0 {
		return Cell{}, err
	}
	return cells[0], nil
}

// figure turns a cell into a number as the form says.
func (m Metric) figure(c Cell) Figure {
	f := Figure{Key: c.Key, K: c.K, N: c.N, Gaps: c.Gaps}
	switch m.Form {
	case Counted:
		f.set(money.FromInt(c.N))
	case Hits:
		f.set(money.FromInt(c.K))
	case Summed:
		f.set(c.Value)
	case Median:
		f.set(c.Median)
	case Average:
		f.divide(c.Value, money.FromInt(c.N))
	case Score:
		if f.divide(c.Value, money.FromInt(c.K)); c.K < minGroup {
			f.Value, f.Note = nil, "too-few"
		}
	case ValueShare:
		f.divide(c.Value, c.Of)
	case Share:
		f.rate()
	}
	if c.N == 0 {
		f.Value, f.Note = nil, "no-rows"
	}
	return f
}

// minGroup is the smallest number of people whose answers are shown.
const minGroup = 5

func (f *Figure) set(v money.Decimal) { f.Value = &v }

// divide sets a/b with six decimals, nothing where b is zero.
func (f *Figure) divide(a, b money.Decimal) {
	q, err := a.Quo(b)
	if err != nil {
		f.Note = "no-rows"
		return
	}
	f.set(q.Round(6))
}

// rate sets the share and its interval, unless the rows are too few to show.
func (f *Figure) rate() {
	if f.N < MinShown {
		f.Note = "too-few"
		return
	}
	low, high := WilsonInterval(f.K, f.N)
	f.set(decimal(float64(f.K) / float64(f.N)))
	f.bounds(decimal(low), decimal(high))
}

func (f *Figure) bounds(low, high money.Decimal) { f.Low, f.High = &low, &high }

// curves returns the lags of a duration as one curve per slice, in order.
func (c computation) curves(d Duration, sel Selector) ([][]string, []Curve, error) {
	lags, err := c.store.Lags(c.ctx, c.tenant, d, sel)
	if err != nil {
		return nil, nil, err
	}
	var keys [][]string
	var curves []Curve
	for len(lags) > 0 {
		n := 1
		for n < len(lags) && slices.Equal(lags[n].Key, lags[0].Key) {
			n++
		}
		keys, curves = append(keys, lags[0].Key), append(curves, NewCurve(lags[:n]))
		lags = lags[n:]
	}
	if len(sel.Slices) == 0 && len(curves) == 0 {
		keys, curves = [][]string{{}}, []Curve{{}}
	}
	return keys, curves, nil
}

// percentiles gives the median of a duration, with the 90th percentile as P90.
func (c computation) percentiles() ([]Figure, error) {
	keys, curves, err := c.curves(c.metric.Duration, c.selector(c.metric))
	if err != nil {
		return nil, err
	}
	var out []Figure
	for i, curve := range curves {
		f := Figure{Key: keys[i], N: curve.N, K: curve.ended()}
		quantile := curve.QuantileOfAll
		if c.metric.Duration == TimeToOrder {
			quantile = curve.Quantile
		}
		switch day, ok := quantile(0.5); {
		case f.N == 0:
			f.Note = "no-rows"
		case f.N < MinShown:
			f.Note = "too-few"
		case !ok:
			f.Note = "not-reached"
		default:
			f.set(money.FromInt(int64(day)))
			if day, ok := quantile(0.9); ok {
				p90 := money.FromInt(int64(day))
				f.P90 = &p90
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// incidence gives the curve's value at day W.
func (c computation) incidence() ([]Figure, error) {
	sel := c.selector(c.metric)
	keys, curves, err := c.curves(TimeToOrder, sel)
	if err != nil {
		return nil, err
	}
	var out []Figure
	for i, curve := range curves {
		f := Figure{Key: keys[i], N: curve.N, K: curve.endedBy(sel.Window)}
		switch {
		case f.N == 0:
			f.Note = "no-rows"
		case f.N < MinShown:
			f.Note = "too-few"
		default:
			low, high := curve.Interval(sel.Window)
			f.set(decimal(curve.At(sel.Window).Incidence))
			f.bounds(decimal(low), decimal(high))
		}
		out = append(out, f)
	}
	return out, nil
}

// perRow divides the sum of one measure by the rows of another, slice by slice.
func (c computation) perRow() ([]Figure, error) {
	sel := c.selector(c.metric)
	above, err := c.aggregate(sel)
	if err != nil {
		return nil, err
	}
	sel.Measure = c.metric.Over
	below, err := c.aggregate(sel)
	if err != nil {
		return nil, err
	}
	var out []Figure
	for _, b := range below {
		f := Figure{Key: b.Key, N: b.N}
		for _, a := range above {
			if slices.Equal(a.Key, b.Key) {
				f.K, _ = a.Value.Int64()
			}
		}
		f.divide(money.FromInt(f.K), money.FromInt(b.N))
		out = append(out, f)
	}
	return out, nil
}

// stale judges open quotes by the age that nine in ten decided ones did not
// exceed.
func (c computation) stale() ([]Figure, error) {
	sel := c.selector(c.metric)
	limit, err := c.staleAge()
	if err != nil {
		return nil, err
	}
	sel.Window = limit
	cells, err := c.aggregate(sel)
	if err != nil {
		return nil, err
	}
	var out []Figure
	for _, cell := range cells {
		out = append(out, Metric{Form: Share}.figure(cell))
	}
	return out, nil
}

// staleAge is the 90th percentile of the age at decision, of the quotes first
// sent in the two years before.
func (c computation) staleAge() (int, error) {
	sel := c.selector(c.metric)
	sel.Slices, sel.From, sel.To = nil, sel.Now.AddDate(-2, 0, 0), sel.Now
	lags, err := c.store.Lags(c.ctx, c.tenant, TimeToOrder, sel)
	if err != nil {
		return 0, err
	}
	var all, seen int64
	for _, l := range lags {
		all += l.Ended + l.Otherwise
	}
	for _, l := range lags {
		if seen += l.Ended + l.Otherwise; seen > 0 && 10*seen >= 9*all {
			return max(1, l.Days), nil
		}
	}
	return defaultStaleAge, nil
}

// defaultStaleAge is used while no quote has been decided.
const defaultStaleAge = 90

// daysLeft is the number of whole days from now to the end of the period.
func (c computation) daysLeft(sel Selector) int {
	return max(0, int(sel.To.Sub(sel.Now)/(24*time.Hour)))
}

// needsCost fails for actors who may not see what a metric is made of.
func (m Metric) needsCost(a identity.Actor) error {
	if m.NeedsCost && !a.Can(identity.SeeCost) {
		return fault.New(fault.Forbidden, "cost-forbidden", "the figure %q is made of costs, which need the permission %s", m.ID, identity.SeeCost)
	}
	return nil
}
