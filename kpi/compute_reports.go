package kpi

import (
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/money"
)

// curveByDay gives the incidence of each day up to W, keyed by the day.
func (c computation) curveByDay() ([]Figure, error) {
	sel := c.selector(c.metric)
	sel.Slices = nil
	_, curves, err := c.curves(TimeToOrder, sel)
	if err != nil {
		return nil, err
	}
	curve := curves[0]
	if curve.N < MinShown {
		return []Figure{{Key: []string{"0"}, N: curve.N, Note: "too-few"}}, nil
	}
	out := []Figure{}
	for day := range sel.Window + 1 {
		p := curve.At(day)
		low, high := curve.Interval(day)
		f := Figure{Key: []string{strconv.Itoa(day)}, K: p.Ended, N: p.AtRisk}
		f.set(decimal(p.Incidence))
		f.bounds(decimal(low), decimal(high))
		out = append(out, f)
	}
	return out, nil
}

// people gives, for each owner, orders observed against those expected from
// quotes of the same kinds; the bounds are the 95 % limits of the raw share.
func (c computation) people() ([]Figure, error) {
	strata, err := c.strata(ByOwner)
	if err != nil {
		return nil, err
	}
	var out []Figure
	for _, p := range Standardise(strata) {
		f := Figure{Key: []string{p.Who}, K: p.K, N: p.N}
		if !p.Shown {
			f.Note = "too-few"
			out = append(out, f)
			continue
		}
		f.set(decimal(p.Ratio))
		f.bounds(decimal(p.Limits[1]), decimal(p.Limits[2]))
		expected := decimal(p.Expected)
		f.Reference = &expected
		if p.Reversed {
			f.Note = "reversed"
		}
		out = append(out, f)
	}
	return out, nil
}

// funnel follows the quotes first sent in the period: sent, viewed, accepted,
// ordered, each with its share of all, its value and its median days.
func (c computation) funnel() ([]Figure, error) {
	var out []Figure
	for _, stage := range []struct {
		name     string
		measure  Measure
		duration Duration
	}{{"sent", MeasureSent, ""}, {"viewed", MeasureViewed, TimeToView}, {"accepted", MeasureAccepted, TimeToAccept}, {"ordered", MeasureCohort, TimeToOrder}} {
		cell, err := c.whole(stage.measure)
		if err != nil {
			return nil, err
		}
		f := Figure{Key: []string{stage.name}, K: cell.K, N: cell.N, Gaps: cell.Gaps}
		if f.rate(); f.N == 0 {
			f.Note = "no-rows"
		}
		f.Amount = &cell.Value
		if stage.duration != "" {
			if f.Days, err = c.medianDays(stage.duration); err != nil {
				return nil, err
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// medianDays is the median of a duration among the families that reached its
// end, nil where too few did.
func (c computation) medianDays(d Duration) (*money.Decimal, error) {
	sel := c.selector(c.metric)
	sel.Slices = nil
	_, curves, err := c.curves(d, sel)
	if err != nil {
		return nil, err
	}
	day, ok := curves[0].Quantile(0.5)
	if !ok || curves[0].ended() < MinShown {
		return nil, nil
	}
	days := money.FromInt(int64(day))
	return &days, nil
}

// bridge explains the change of intake against the period compared with,
// the same fiscal one of the year before where none is, keyed by cause.
func (c computation) bridge() ([]Figure, error) {
	before := c
	before.query.From, before.query.To = yearBefore(c.calendar, c.query.From, c.query.To)
	if c.query.Compare != nil && c.query.From != c.query.Compare.From {
		before.query.From, before.query.To = c.query.Compare.From, c.query.Compare.To
	}
	was, rates, err := before.segments(nil)
	if err != nil {
		return nil, err
	}
	is, _, err := c.segments(rates)
	if err != nil {
		return nil, err
	}
	b := NewBridge(was, is, c.settings.Base.Minor())
	var out []Figure
	for _, part := range []struct {
		key    string
		amount money.Decimal
	}{{"from", b.From}, {"volume", b.Volume}, {"mix", b.Mix}, {"conversion", b.Conversion}, {"price", b.Price}, {"currency", b.Currency}, {"to", b.To}} {
		f := Figure{Key: []string{part.key}}
		f.set(part.amount)
		out = append(out, f)
	}
	return out, nil
}

// segments are the period's quotes and orders by product family and currency,
// and its mean rates; Constant is at the rates given, or at its own.
func (c computation) segments(rates map[string]money.Decimal) ([]Segment, map[string]money.Decimal, error) {
	sel := c.selector(c.metric)
	sel.Slices = []Dimension{ByProductFamily, ByCurrency}
	cells := map[Measure][]Cell{}
	for _, m := range []Measure{MeasureSent, MeasureIntake, MeasureNative} {
		sel.Measure = m
		var err error
		if cells[m], err = c.aggregate(sel); err != nil {
			return nil, nil, err
		}
	}
	own, err := meanRates(cells[MeasureIntake], cells[MeasureNative])
	if err != nil {
		return nil, nil, err
	}
	var out []Segment
	for _, cell := range cells[MeasureSent] {
		out = append(out, Segment{Kind: strings.Join(cell.Key, "/"), Quotes: cell.N})
	}
	for _, cell := range cells[MeasureIntake] {
		s := Segment{Kind: strings.Join(cell.Key, "/"), Orders: cell.K, Intake: cell.Value, Constant: cell.Value}
		if rate, ok := rates[cell.Key[1]]; ok {
			native, _ := at(cells[MeasureNative], cell.Key)
			s.Constant = native.Value.Mul(rate).Round(c.settings.Base.Minor())
		}
		out = append(out, s)
	}
	return out, own, nil
}

// meanRates are the mean rates of intake by currency: base over native. A
// currency with an amount that has no rate has none.
func meanRates(intake, native []Cell) (map[string]money.Decimal, error) {
	base, own := map[string]money.Decimal{}, map[string]money.Decimal{}
	gap := map[string]bool{}
	for _, cell := range intake {
		code := cell.Key[1]
		base[code] = base[code].Add(cell.Value)
		gap[code] = gap[code] || len(cell.Gaps) > 0
	}
	for _, cell := range native {
		own[cell.Key[1]] = own[cell.Key[1]].Add(cell.Value)
	}
	rates := map[string]money.Decimal{}
	for code, amount := range own {
		if gap[code] || amount.IsZero() {
			continue
		}
		rate, err := base[code].Quo(amount)
		if err != nil {
			return nil, err
		}
		rates[code] = rate
	}
	return rates, nil
}
