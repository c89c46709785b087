package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
)

// at returns how many units of to one unit of from is worth on date: the latest
// rate given that is not after it, or else the inverse of the latest in the
// other direction, at 12 decimals. It returns 0 when there is none.
func (r *Rates) at(from, to money.Currency, date civil.Date) money.Decimal {
	if rate := r.latest(from, to, date); rate != nil {
		return rate.Rate
	}
	if rate := r.latest(to, from, date); rate != nil {
		inverse, err := one.Quo(rate.Rate)
		if err == nil {
			return inverse
		}
	}
	return money.Decimal{}
}

func (r *Rates) latest(from, to money.Currency, date civil.Date) *Rate {
	if r == nil {
		return nil
	}
	var best *Rate
	for i := range r.Rates {
		x := &r.Rates[i]
		if x.From == from && x.To == to && !x.Date.After(date) && (best == nil || x.Date.After(best.Date)) {
			best = x
		}
	}
	return best
}

// convert returns the amount in another currency, rounded to its minor unit.
func (r *Rates) convert(amount money.Decimal, from, to money.Currency, date civil.Date) (money.Decimal, bool) {
	if from == to {
		return amount, true
	}
	rate := r.at(from, to, date)
	if rate.IsZero() {
		return money.Decimal{}, false
	}
	value := amount.Mul(rate).Round(to.Minor())
	return value, !tooLarge(value)
}
