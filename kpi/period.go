package kpi

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// CompareWith says with which other period a figure is compared.
type CompareWith string

// What to compare with: the same fiscal period of the year before, the period
// just before, or days that the query names.
const (
	LastYear CompareWith = "last_year"
	Previous CompareWith = "previous"
	OtherDay CompareWith = "days"
)

// Compare asks for the same figures of another period beside those of the
// query's own. From and To are given with OtherDay, and found for the others.
type Compare struct {
	With CompareWith `json:"with"`
	From civil.Date  `json:"from,omitzero"`
	To   civil.Date  `json:"to,omitzero"`
}

// CurrencyMode says at which rates amounts of other currencies are converted.
type CurrencyMode string

// The modes.
const (
	// FrozenRates are those of each event: what a sum was worth then.
	FrozenRates CurrencyMode = "frozen"
	// ConstantRates are those of one day, from the rate table, for both periods
	// of a comparison: what changed without the change of rates. An amount whose
	// currency has no rate that day is a gap.
	ConstantRates CurrencyMode = "constant"
)

// checkModes returns what is wrong with how the query is to be compared and
// converted.
func (q Query) checkModes(bad func(kind, pointer, suggestion, format string, args ...any)) {
	if c := q.Compare; c != nil {
		switch c.With {
		case LastYear, Previous:
		case OtherDay:
			if c.From.IsZero() || !c.From.Before(c.To) {
				bad("invalid-period", "/compare/to", "", "the days to compare with need a first one and, after it, the first one that is not compared any more")
			}
		default:
			bad("invalid-query", "/compare/with", fault.Closest(string(c.With), []string{string(LastYear), string(Previous), string(OtherDay)}),
				"figures are compared with %s, %s or %s, not %q", LastYear, Previous, OtherDay, c.With)
		}
	}
	switch q.CurrencyMode {
	case "", FrozenRates, ConstantRates:
	default:
		bad("invalid-query", "/currency_mode", fault.Closest(string(q.CurrencyMode), []string{string(FrozenRates), string(ConstantRates)}),
			"the currency mode is %s or %s, not %q", FrozenRates, ConstantRates, q.CurrencyMode)
	}
}

// resolve finds the days of a named period and of the comparison. What it
// returns names no period: a receipt gives the same figures when the calendar
// has been changed.
func (q Query) resolve(calendar []FiscalPeriod) (Query, error) {
	if q.Period != "" {
		p, ok := named(calendar, q.Period)
		if !ok {
			return q, unknownPeriod(q.Period, calendar)
		}
		q.From, q.To, q.Period = p.From, p.To, ""
	}
	if c := q.Compare; c != nil && c.With != OtherDay {
		found := *c
		if c.With == LastYear {
			found.From, found.To = yearBefore(calendar, q.From, q.To)
		} else {
			found.From, found.To = justBefore(calendar, q.From, q.To)
		}
		q.Compare = &Compare{With: OtherDay, From: found.From, To: found.To}
	}
	if q.CurrencyMode == ConstantRates && q.RatesOn.IsZero() {
		q.RatesOn = q.From
	}
	return q, nil
}

func named(calendar []FiscalPeriod, name string) (FiscalPeriod, bool) {
	for _, p := range calendar {
		if p.Name == name {
			return p, true
		}
	}
	return FiscalPeriod{}, false
}

func unknownPeriod(name string, calendar []FiscalPeriod) error {
	message := fmt.Sprintf("there is no fiscal period %q", name)
	if len(calendar) == 0 {
		message += ": the fiscal calendar is empty; import its periods first"
	}
	names := make([]string, len(calendar))
	for n, p := range calendar {
		names[n] = p.Name
	}
	return fault.FromIssues("invalid-query", "the query cannot be answered", []fault.Issue{{Kind: "unknown-period", Pointer: "/period",
		Message: message, Suggestion: fault.Closest(name, names)}})
}

// How far a fiscal period may lie from a year before another, and differ from
// it in length, to be the same one: years of 52 and 53 weeks, leap days.
const (
	maxShift   = 14
	maxStretch = 7
)

// yearBefore is the period of the calendar that was, a year before, what the
// one from..to is. The first days of a period, as those that have passed of the
// present one, go with as many first days of its own. Days that begin no period
// of the calendar go with the same days of the year before.
func yearBefore(calendar []FiscalPeriod, from, to civil.Date) (civil.Date, civil.Date) {
	var whole FiscalPeriod
	for _, p := range calendar {
		if p.From == from && !p.To.Before(to) && (whole.Name == "" || p.To.Before(whole.To)) {
			whole = p
		}
	}
	was, found := sameBefore(calendar, whole)
	switch {
	case whole.Name == "" || !found:
		return from.AddMonths(-12), to.AddMonths(-12)
	case whole.To == to:
		return was.From, was.To
	}
	end := was.From.AddDays(to.Sub(from))
	if end.After(was.To) {
		end = was.To
	}
	return was.From, end
}

// sameBefore is the period that was, a year before, what the given one is: the
// closest to a year earlier of those about as long.
func sameBefore(calendar []FiscalPeriod, period FiscalPeriod) (FiscalPeriod, bool) {
	goal, length := period.From.AddMonths(-12), period.To.Sub(period.From)
	best, found := FiscalPeriod{}, false
	for _, p := range calendar {
		shift, stretch := distance(p.From.Sub(goal)), distance(p.To.Sub(p.From)-length)
		if shift <= maxShift && stretch <= maxStretch && (!found || shift < distance(best.From.Sub(goal))) {
			best, found = p, true
		}
	}
	return best, found
}

// justBefore is the period of the calendar that ends where from..to begins and
// is about as long; without one, as many days.
func justBefore(calendar []FiscalPeriod, from, to civil.Date) (civil.Date, civil.Date) {
	length := to.Sub(from)
	if isPeriod(calendar, from, to) {
		for _, p := range calendar {
			if p.To == from && distance(p.To.Sub(p.From)-length) <= maxStretch {
				return p.From, p.To
			}
		}
	}
	if from.Day == 1 && to.Day == 1 { // whole months
		months := (to.Year-from.Year)*12 + int(to.Month) - int(from.Month)
		return from.AddMonths(-months), from
	}
	return from.AddDays(-length), from
}

func isPeriod(calendar []FiscalPeriod, from, to civil.Date) bool {
	for _, p := range calendar {
		if p.From == from && p.To == to {
			return true
		}
	}
	return false
}

func distance(n int) int { return max(n, -n) }

// CurrencyRate is base currency per unit of a currency from a day on. Its key
// is currency and From.
type CurrencyRate struct {
	Currency money.Currency
	From     civil.Date
	Rate     money.Decimal
}

// ratesOn are the rates of a day by currency code, the base currency's own
// included: of each the latest that began by then.
func ratesOn(rates []CurrencyRate, day civil.Date, base money.Currency) map[string]money.Decimal {
	out := map[string]money.Decimal{base.Code(): money.FromInt(1)}
	since := map[string]civil.Date{}
	for _, r := range rates {
		code := r.Currency.Code()
		if last, ok := since[code]; r.Currency != base && !r.From.After(day) && (!ok || last.Before(r.From)) {
			out[code], since[code] = r.Rate, r.From
		}
	}
	return out
}
