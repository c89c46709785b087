package quotes

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/money"
)

// The bounds of a term and of a ramp.
const (
	maxTermMonths = 600
	maxRampYear   = 100
)

// maxRampPercent is the most, in percent, that a contract year may owe.
var maxRampPercent = money.FromInt(1000)

// serviceTerm checks when a line runs.
func (e *editor) serviceTerm(at string, t ServiceTerm) {
	if t.TermMonths < 0 || t.TermMonths > maxTermMonths {
		e.bad("invalid-term", at+"/term_months", "a term of %d months is outside 0 to %d", t.TermMonths, maxTermMonths)
	}
	switch {
	case t.End.IsZero():
	case t.Start.IsZero():
		e.bad("invalid-term", at+"/start", "a last day of service needs a first one")
	case t.End.Before(t.Start):
		e.bad("invalid-term", at+"/end", "the last day of service, %s, is before the first, %s", t.End, t.Start)
	case t.End.After(t.Start.AddMonths(maxTermMonths)):
		e.bad("invalid-term", at+"/end", "a service runs for at most %d months", maxTermMonths)
	}
	seen := make(map[int]bool, len(t.Ramp))
	for n, y := range t.Ramp {
		pointer := fmt.Sprintf("%s/ramp/%d", at, n)
		switch {
		case y.Year < 1 || y.Year > maxRampYear:
			e.bad("invalid-ramp", pointer+"/year", "contract year %d is outside 1 to %d", y.Year, maxRampYear)
		case seen[y.Year]:
			e.bad("invalid-ramp", pointer+"/year", "contract year %d is given twice", y.Year)
		}
		seen[y.Year] = true
		if y.Percent.Sign() < 0 || y.Percent.Cmp(maxRampPercent) > 0 {
			e.bad("invalid-ramp", pointer+"/percent", "a share of %s %% is outside 0 to %s %%", y.Percent, maxRampPercent)
		}
	}
}

// over is an amount of the line over its committed term, where it has no ramp
// and no service dates.
func (l Line) over(amount money.Decimal) money.Decimal {
	return amount.Mul(termOf(l.Resolved.Period, l.Price.Months))
}

// listOverTerm is the configured list over the term.
func (l Line) listOverTerm() money.Decimal {
	if o := l.Price.OverTerm; o != nil {
		return o.List
	}
	return l.over(l.Price.ListAmount)
}

// beforeOverTerm is the net before manual steps over the term.
func (l Line) beforeOverTerm() money.Decimal {
	if o := l.Price.OverTerm; o != nil {
		return o.BeforeManual
	}
	return l.over(l.Price.BeforeManual)
}

// costOverTerm is the cost over the term; the line's must be known.
func (l Line) costOverTerm() money.Decimal {
	if c := l.Price.TermCost; c != nil {
		return *c
	}
	return l.over(*l.Price.Cost)
}

// overTerm is what a charge comes to over the term of its line, or of the
// quote.
func (c Charge) overTerm(months int) money.Decimal {
	if c.OverTerm != nil {
		return *c.OverTerm
	}
	return c.Net.Mul(termOf(c.Period, months))
}
