package kpi_test

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// Of two days, half of the quotes are ordered on the first and half of the
// rest are lost on the second, so a fresh quote has a chance of 1/2 and one
// that survived the first day has none.
func TestLanding(t *testing.T) {
	curve := kpi.NewCurve([]kpi.Lag{{Days: 1, Ended: 10}, {Days: 2, Otherwise: 5, Waits: 5}})
	open := []kpi.OpenQuotes{
		{Age: 0, N: 2, Value: money.MustParse("300"), Squares: money.MustParse("50000")}, // 100 and 200
		{Age: 1, N: 1, Value: money.MustParse("999"), Squares: money.MustParse("998001")},
	}
	f := kpi.Landing(money.MustParse("1000"), open, curve, 5, 2)
	half := money.MustParse("143.28") // 1.28155 * sqrt(0.25 * 50000)
	if f.Expected.String() != "150" || !f.Low.Equal(money.MustParse("1150").Sub(half)) || !f.High.Equal(money.MustParse("1150").Add(half)) {
		t.Errorf("got %+v", f)
	}
	if f := kpi.Landing(money.MustParse("1000"), nil, curve, 5, 2); f.Low.String() != "1000" || f.High.String() != "1000" {
		t.Errorf("without open quotes %+v", f)
	}
}

// The expectation and the variance agree with walking over every outcome of
// the open quotes.
func TestLandingAgreesWithEveryOutcome(t *testing.T) {
	curve := kpi.NewCurve([]kpi.Lag{{Days: 1, Ended: 3}, {Days: 3, Ended: 4, Otherwise: 5}, {Days: 8, Ended: 2, Waits: 9}})
	rapid.Check(t, func(t *rapid.T) {
		ages := rapid.SliceOfN(rapid.IntRange(0, 4), 1, 8).Draw(t, "ages")
		var open []kpi.OpenQuotes
		values := make([]float64, len(ages))
		for i, age := range ages {
			v := rapid.Int64Range(1, 5000).Draw(t, "value")
			values[i] = float64(v)
			open = append(open, kpi.OpenQuotes{Age: age, N: 1, Value: money.FromInt(v), Squares: money.FromInt(v * v)})
		}
		var mean, square float64
		for outcome := range 1 << len(ages) {
			p, sum := 1.0, 0.0
			for i, age := range ages {
				if chance := curve.Within(age, 5); outcome>>i&1 == 1 {
					p, sum = p*chance, sum+values[i]
				} else {
					p *= 1 - chance
				}
			}
			mean, square = mean+p*sum, square+p*sum*sum
		}
		f := kpi.Landing(money.Decimal{}, open, curve, 5, 6)
		half := 1.2815515655446004 * math.Sqrt(max(0, square-mean*mean))
		if d := f.Expected.Sub(number(mean)).Abs(); d.Cmp(money.MustParse("0.0001")) > 0 {
			t.Errorf("expected %s, want %v", f.Expected, mean)
		}
		if d := f.High.Sub(number(mean + half)).Abs(); d.Cmp(money.MustParse("0.01")) > 0 {
			t.Errorf("high %s, want %v", f.High, mean+half)
		}
	})
}

func TestJudge(t *testing.T) {
	// Three quotes given 0.5, one of them ordered; one given 0.8 and ordered.
	got := kpi.Judge([]kpi.Prediction{{Chance: 0.5, K: 1, N: 3}, {Chance: 0.8, K: 1, N: 1}})
	near(t, "Brier score", got.Brier, (3*0.25+0.04)/4, 1e-12)
	near(t, "bias", got.Bias, (1.5+0.8-2)/4, 1e-12)
	near(t, "reference", got.Reference, 0.25, 1e-12)
	if got := kpi.Judge(nil); got.N != 0 || got.Brier != 0 {
		t.Errorf("nothing judged: %+v", got)
	}
}

func number(x float64) money.Decimal {
	return money.MustParse(strconv.FormatFloat(x, 'f', 9, 64))
}
