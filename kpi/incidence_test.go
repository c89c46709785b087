package kpi_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/kpi"
)

func near(t interface {
	Helper()
	Errorf(string, ...any)
}, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// Ten quotes: one ordered on day 1, one lost on day 2, one still open on day 3,
// one ordered and one lost on day 4, five still open on day 6. By hand:
// F(1) = 1/10; S(2) = 9/10 * 8/9 = 8/10; F(4) = 1/10 + 8/10 * 1/7.
func TestCurveWorkedExample(t *testing.T) {
	c := kpi.NewCurve([]kpi.Lag{{Days: 1, Ended: 1}, {Days: 2, Otherwise: 1}, {Days: 3, Waits: 1},
		{Days: 4, Ended: 1, Otherwise: 1}, {Days: 6, Waits: 5}})
	near(t, "F(0)", c.At(0).Incidence, 0, 0)
	near(t, "F(1)", c.At(1).Incidence, 0.1, 1e-12)
	near(t, "S(3)", c.At(3).Open, 0.8, 1e-12)
	near(t, "F(4)", c.At(4).Incidence, 0.1+0.8/7, 1e-12)
	near(t, "F(99)", c.At(99).Incidence, 0.1+0.8/7, 1e-12)
	near(t, "S(4)", c.At(4).Open, 0.8*5/7, 1e-12)
	near(t, "chance of an order in the 3 days after day 1", c.Within(1, 3), (0.8/7)/0.9, 1e-12)
	if day, ok := c.Quantile(0.5); !ok || day != 4 {
		t.Errorf("half of the orders by day %d, %v; want 4", day, ok)
	}
	if _, ok := c.QuantileOfAll(0.5); ok {
		t.Error("half of all quotes were never ordered")
	}
}

func lagsOf(t *rapid.T, waits bool) []kpi.Lag {
	var out []kpi.Lag
	for day := range rapid.IntRange(1, 25).Draw(t, "days") {
		l := kpi.Lag{Days: day * 2, Ended: rapid.Int64Range(0, 9).Draw(t, "ended"), Otherwise: rapid.Int64Range(0, 9).Draw(t, "otherwise")}
		if waits {
			l.Waits = rapid.Int64Range(0, 9).Draw(t, "waits")
		}
		out = append(out, l)
	}
	return append(out, kpi.Lag{Days: 60, Waits: 1})
}

// Two independent computations: the incidence by redistributing the weight of
// each open quote to all later ones, the variance by carrying the covariance
// matrix of (open, ordered) through each day with the multinomial variance of
// that day's shares.
func TestCurveAgreesWithIndependentComputations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lags := lagsOf(t, true)
		c := kpi.NewCurve(lags)
		var n float64
		for _, l := range lags {
			n += float64(l.Ended + l.Otherwise + l.Waits)
		}
		weight, left, incidence := 1/n, n, 0.0
		open, varOpen, varOrdered, cov := 1.0, 0.0, 0.0, 0.0
		for _, l := range lags {
			ended, otherwise, waits := float64(l.Ended), float64(l.Otherwise), float64(l.Waits)
			incidence += weight * ended
			if left > 0 {
				h, all := ended/left, (ended+otherwise)/left
				varH, varAll, covH := h*(1-h)/left, all*(1-all)/left, h*(1-all)/left
				varOrdered = varOrdered + h*h*varOpen + 2*h*cov + open*open*varH
				cov = (1-all)*(cov+h*varOpen) - open*open*covH
				varOpen = (1-all)*(1-all)*varOpen + open*open*varAll
				open *= 1 - all
			}
			left -= ended + otherwise
			if after := left - waits; after > 0 {
				weight *= left / after
			}
			left -= waits
			near(t, "incidence", c.At(l.Days).Incidence, incidence, 1e-9)
			near(t, "variance", math.Pow(c.At(l.Days).Error, 2), varOrdered, 1e-9)
			near(t, "open", c.At(l.Days).Open, open, 1e-9)
		}
	})
}

// With nothing open, the incidence is the plain share and its variance that of
// a binomial share.
func TestCurveWithoutOpenQuotesIsTheShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lags := lagsOf(t, false)
		lags = append(lags[:len(lags)-1], kpi.Lag{Days: 60, Otherwise: 1})
		c := kpi.NewCurve(lags)
		var k int64
		for _, l := range lags {
			k += l.Ended
			share := float64(k) / float64(c.N)
			near(t, "incidence", c.At(l.Days).Incidence, share, 1e-9)
			near(t, "variance", math.Pow(c.At(l.Days).Error, 2), share*(1-share)/float64(c.N), 1e-9)
		}
	})
}

func TestIncidenceNeverExceedsOneMinusKaplanMeier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lags := lagsOf(t, true)
		alone := make([]kpi.Lag, len(lags))
		for i, l := range lags {
			alone[i] = kpi.Lag{Days: l.Days, Ended: l.Ended, Waits: l.Waits + l.Otherwise}
		}
		c, naive := kpi.NewCurve(lags), kpi.NewCurve(alone)
		for _, l := range lags {
			if got, limit := c.At(l.Days).Incidence, naive.At(l.Days).Incidence; got > limit+1e-9 {
				t.Errorf("incidence %v above 1 - Kaplan-Meier %v", got, limit)
			}
			low, high := c.Interval(l.Days)
			if f := c.At(l.Days).Incidence; low > f+1e-12 || high < f-1e-12 || low < 0 || high > 1 {
				t.Errorf("interval %v to %v around %v", low, high, f)
			}
		}
	})
}
