package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// maxMonths bounds a committed term.
const maxMonths = 1200

// largestRamp is the most, in percent, that a contract year may owe.
var largestRamp = money.FromInt(1000)

// openEnded is the term, in months, over which an open-ended line counts.
const openEnded = 12

// stretch is the part of one contract year in which a recurring line runs:
// full periods, and num/den of one more.
type stretch struct {
	year         int
	from         civil.Date
	full         int
	num, den     int
	months, mnum int // the same in months: months + mnum/den
}

// checkTerm reports a term that cannot be priced.
func (w *work) checkTerm() {
	line := w.line
	bad := line.Term < 0 || w.committed() > maxMonths || w.r.req.Term < 0
	if !line.End.IsZero() {
		bad = bad || line.Start.IsZero() || line.End.Before(line.Start) || line.End.After(line.Start.AddMonths(maxMonths))
	}
	for _, y := range line.Ramp {
		bad = bad || y.Percent.Sign() < 0 || y.Percent.Cmp(largestRamp) > 0
	}
	if bad {
		w.fail(Issue{Kind: "invalid-term", Message: lang.New(
			fmt.Sprintf("the term must be at most %d months, the last day of service not before the first, and a ramp between 0 and %s %%", maxMonths, largestRamp),
			fmt.Sprintf("l'engagement doit être de %d mois au plus, le dernier jour de service ne pas précéder le premier, et un palier entre 0 et %s %%", maxMonths, largestRamp))})
	}
}

// stretches divides the committed term of the line into contract years.
func (w *work) stretches() []stretch {
	if w.line.End.IsZero() {
		return w.termStretches()
	}
	unit := 1
	if w.res.Period == Year {
		unit = 12
	}
	var out []stretch
	end := w.line.End.AddDays(1)
	for n := 0; ; n += unit {
		from, to := w.line.Start.AddMonths(n), w.line.Start.AddMonths(n+unit)
		if !from.Before(end) {
			return out
		}
		year := n/12 + 1
		if len(out) == 0 || out[len(out)-1].year != year {
			out = append(out, stretch{year: year, from: from, den: 1})
		}
		s := &out[len(out)-1]
		if to.After(end) {
			s.num, s.den = end.Sub(from), to.Sub(from)
			s.mnum = s.num * unit
			return out
		}
		s.full++
		s.months += unit
	}
}

// termStretches divides a term of whole months.
func (w *work) termStretches() []stretch {
	months := w.committed()
	if months == 0 {
		months = openEnded
	}
	var out []stretch
	for year := 1; months > 0; year++ {
		m := min(months, 12)
		s := stretch{year: year, den: 12, months: m}
		switch {
		case w.res.Period == Month:
			s.full = m
		case m == 12:
			s.full = 1
		default:
			s.num = m
		}
		if !w.line.Start.IsZero() {
			s.from = w.line.Start.AddMonths(12 * (year - 1))
		}
		out = append(out, s)
		months -= m
	}
	return out
}

// ramped returns the amount of one period in a contract year.
func (w *work) ramped(net money.Decimal, year int) money.Decimal {
	for _, y := range w.line.Ramp {
		if y.Year == year {
			return net.Mul(y.Percent.Shift(-2)).Round(w.r.minor)
		}
	}
	return net
}

// due returns what the stretch costs at an amount per period.
func (s stretch) due(net money.Decimal, minor int) money.Decimal {
	total := net.Mul(money.FromInt(int64(s.full)))
	if s.num > 0 {
		part, _ := net.Mul(money.FromInt(int64(s.num))).QuoRound(money.FromInt(int64(s.den)), minor, money.HalfAway)
		total = total.Add(part)
	}
	return total
}

// overTerm returns what an amount per period of the line comes to over its
// committed term. ramp says whether the ramp's shares apply: they do to prices,
// not to costs.
func (w *work) overTerm(net money.Decimal, ramp bool) money.Decimal {
	if w.res.Period == OneOff {
		return net
	}
	var sum money.Decimal
	for _, s := range w.stretches() {
		amount := net
		if ramp {
			amount = w.ramped(net, s.year)
		}
		sum = sum.Add(s.due(amount, w.r.minor))
	}
	return sum
}

// finishTerm fills in the line's value over its term.
func (w *work) finishTerm() {
	w.res.TCV = w.res.FinalNet
	if w.res.Period == OneOff {
		return
	}
	all := w.stretches()
	w.res.TCV = money.Decimal{}
	for _, s := range all {
		w.res.Months += s.months
		net := s.due(w.ramped(w.res.FinalNet, s.year), w.r.minor)
		w.res.TCV = w.res.TCV.Add(net)
		if len(w.line.Ramp) > 0 || !w.line.End.IsZero() {
			w.res.Schedule = append(w.res.Schedule, Due{From: s.from, Year: s.year, Net: net})
		}
	}
	if last := all[len(all)-1]; !w.line.End.IsZero() {
		w.res.Days = last.num
	}
	if w.res.Schedule != nil {
		w.res.OverTerm = &OverTerm{List: w.overTerm(w.res.ConfiguredAmount, true), BeforeManual: w.overTerm(w.res.BeforeManualAmount, true)}
	}
}

// yearly returns the line's share of ACV and MRR, exact but for the division.
func (w *work) yearly() (acv, mrr money.Decimal) {
	if w.res.Period == OneOff {
		return acv, mrr
	}
	all := w.stretches()
	last := all[len(all)-1]
	months := int64(last.mnum)
	den := int64(last.den)
	for _, s := range all {
		months += int64(s.months) * den
	}
	acv, _ = w.res.TCV.Mul(money.FromInt(12 * den)).Quo(money.FromInt(months))
	mrr = w.ramped(w.res.FinalNet, 1)
	if w.res.Period == Year {
		mrr, _ = mrr.Quo(twelve)
	}
	return acv, mrr
}
