package kpi_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/kpi"
)

// Newcombe, "Two-sided confidence intervals for the single proportion", 1998,
// table I, method 3.
func TestWilsonIntervalWorkedExamples(t *testing.T) {
	for _, c := range []struct {
		k, n      int64
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0.0000, 0.1611},
		{1, 29, 0.0061, 0.1718},
	} {
		low, high := kpi.WilsonInterval(c.k, c.n)
		if math.Abs(low-c.low) > 0.00005 || math.Abs(high-c.high) > 0.00005 {
			t.Errorf("%d/%d: %.4f to %.4f, want %.4f to %.4f", c.k, c.n, low, high, c.low, c.high)
		}
	}
}

// The interval's ends are the shares at which the score test just rejects: an
// independent computation finds them by bisection.
func TestWilsonIntervalInvertsTheScoreTest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(1, 100_000).Draw(t, "n")
		k := rapid.Int64Range(0, n).Draw(t, "k")
		share := float64(k) / float64(n)
		z := func(p float64) float64 { return math.Abs(share-p) / math.Sqrt(p*(1-p)/float64(n)) }
		end := func(outside, inside float64) float64 {
			for range 200 {
				if mid := (outside + inside) / 2; z(mid) > 1.959963984540054 {
					outside = mid
				} else {
					inside = mid
				}
			}
			return inside
		}
		low, high := kpi.WilsonInterval(k, n)
		if want := end(0, share); math.Abs(low-want) > 1e-7 {
			t.Errorf("%d/%d: low end %v, want %v", k, n, low, want)
		}
		if want := end(1, share); math.Abs(high-want) > 1e-7 {
			t.Errorf("%d/%d: high end %v, want %v", k, n, high, want)
		}
	})
}
