package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Rate returns how many units of to one unit of from is worth on the day, by
// the pinned rates: 1 for the same currency, 0 where no rate is known.
func (p *Pricer) Rate(from, to money.Currency, day civil.Date) money.Decimal {
	if from == to {
		return one
	}
	return p.rates.at(from, to, day)
}
