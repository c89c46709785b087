package kpi_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/quotient-cpq/quotient/kpi"
)

// Charig and others, "Comparison of treatment of renal calculi", 1986, the
// classic reversal: A is better in both groups and worse when they are mixed.
func reversal() []kpi.Stratum {
	return []kpi.Stratum{
		{Who: "a", Kind: "small", K: 81, N: 87}, {Who: "a", Kind: "large", K: 192, N: 263},
		{Who: "b", Kind: "small", K: 234, N: 270}, {Who: "b", Kind: "large", K: 55, N: 80},
	}
}

func TestStandardiseSeesThroughTheMix(t *testing.T) {
	got := kpi.Standardise(append(reversal(), kpi.Stratum{Who: "c", Kind: "small", K: 1, N: 3}))
	if len(got) != 3 || got[0].Who != "a" || !got[0].Shown || got[2].Shown {
		t.Fatalf("got %+v", got)
	}
	a, b := got[0], got[1]
	if a.K != 273 || a.N != 350 || b.K != 289 || b.N != 350 {
		t.Errorf("raw sums %+v %+v", a, b)
	}
	if !a.Reversed || a.Ratio < 1 || b.Ratio > 1 {
		t.Errorf("a is better in every group, got ratios %.3f and %.3f, reversed %v", a.Ratio, b.Ratio, a.Reversed)
	}
	// 87 * 316/360 + 263 * 247/343
	near(t, "expected orders of a", a.Expected, 87.0*316/360+263.0*247/343, 1e-9)
}

func TestRespondStandardisesDirectly(t *testing.T) {
	got := kpi.Respond(reversal(), []string{"a", "b", "none"})
	near(t, "standardised share of a", got[0].Standardised, 81.0/87*357/700+192.0/263*343/700, 1e-12)
	near(t, "standardised share of b", got[1].Standardised, 234.0/270*357/700+55.0/80*343/700, 1e-12)
	if got[0].Share > got[1].Share || got[0].Standardised < got[1].Standardised {
		t.Errorf("mixing must reverse the order: %+v", got[:2])
	}
	if got[2].N != 0 || got[2].Shown {
		t.Errorf("an empty band: %+v", got[2])
	}
}

// The limits hold the share as often as they say, by the exact binomial
// distribution.
func TestFunnelLimitsHoldWhatTheySay(t *testing.T) {
	for _, p := range []float64{0.2, 0.35, 0.5} {
		for _, n := range []int64{200, 1000, 5000} {
			limits := kpi.FunnelLimits(p, n)
			b := distuv.Binomial{N: float64(n), P: p}
			inside := func(low, high float64) float64 {
				return b.CDF(math.Floor(high*float64(n))) - b.CDF(math.Ceil(low*float64(n))-1)
			}
			near(t, "95 % limits", inside(limits[1], limits[2]), 0.95, 0.012)
			near(t, "99.8 % limits", inside(limits[0], limits[3]), 0.998, 0.002)
		}
	}
	if got := kpi.FunnelLimits(0.5, 0); got != [4]float64{0, 0, 1, 1} {
		t.Errorf("limits of nothing: %v", got)
	}
}

func TestOutsideTheFunnel(t *testing.T) {
	strata := []kpi.Stratum{{Who: "low", Kind: "x", K: 10, N: 100}, {Who: "usual", Kind: "x", K: 300, N: 1000}, {Who: "odd", Kind: "x", K: 39, N: 100}}
	got := kpi.Standardise(strata)
	want := map[string]int{"low": 998, "usual": 0, "odd": 95}
	for _, p := range got {
		if p.Outside != want[p.Who] {
			t.Errorf("%s is outside %d, want %d (limits %v)", p.Who, p.Outside, want[p.Who], p.Limits)
		}
	}
}
