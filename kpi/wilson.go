package kpi

import (
	"math"
	"strconv"

	"github.com/quotient-cpq/quotient/internal/money"
)

// z95 is the 97.5 % point of the standard normal distribution.
const z95 = 1.959963984540054

// WilsonInterval returns the 95 % score interval of a share of k in n (Wilson,
// "Probable inference, the law of succession, and statistical inference",
// 1927, without continuity correction). With n = 0 nothing is known: 0 and 1.
func WilsonInterval(k, n int64) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	p, m := float64(k)/float64(n), float64(n)
	centre := p + z95*z95/(2*m)
	half := z95 * math.Sqrt(p*(1-p)/m+z95*z95/(4*m*m))
	scale := 1 + z95*z95/m
	return max(0, (centre-half)/scale), min(1, (centre+half)/scale)
}

// decimal rounds a statistic to six decimals, so that answers and receipts are
// the same on every machine.
func decimal(x float64) money.Decimal {
	return money.MustParse(strconv.FormatFloat(x, 'f', 6, 64))
}
