package kpi

import (
	"math"
	"strconv"

	"github.com/quotient-cpq/quotient/internal/money"
)

// z80 is the 90 % point of the standard normal distribution.
const z80 = 1.2815515655446004

// OpenQuotes are the open quotes of one age: how many, the sum of their values
// and the sum of the squares of their values, in the base currency.
type OpenQuotes struct {
	Age     int
	N       int64
	Value   money.Decimal
	Squares money.Decimal
}

// Forecast is what order intake is expected to be at the end of a period.
type Forecast struct {
	// Taken is the intake so far, Expected what open quotes should add.
	Taken    money.Decimal `json:"taken"`
	Expected money.Decimal `json:"expected"`
	// Low and High bound Taken + Expected with a chance of 80 %, quotes taken
	// as independent; the curve's own uncertainty is not in the band.
	Low  money.Decimal `json:"low"`
	High money.Decimal `json:"high"`
}

// Landing forecasts the intake of a period with the given days left: to what
// was taken it adds, for each open quote, its value times the chance that it
// is ordered in those days.
func Landing(taken money.Decimal, open []OpenQuotes, curve Curve, days, places int) Forecast {
	var expected, spread float64
	for _, o := range open {
		p := curve.Within(o.Age, days)
		expected += p * float(o.Value)
		spread += p * (1 - p) * float(o.Squares)
	}
	half := z80 * math.Sqrt(spread)
	amount := func(x float64) money.Decimal { return decimal(x).Round(places) }
	return Forecast{Taken: taken, Expected: amount(expected),
		Low: taken.Add(amount(max(0, expected-half))), High: taken.Add(amount(expected + half))}
}

// float reads a decimal for statistics, which are not money.
func float(d money.Decimal) float64 {
	x, _ := strconv.ParseFloat(d.String(), 64)
	return x
}
