package kpitest_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// The estimates find the truth a log was drawn from: the incidence curve stays
// within four of its own standard errors, although a third of the quotes are
// still open, and its 95 % interval holds the truth about as often as it says.
func TestEstimatesRecoverTheTruth(t *testing.T) {
	held, asked := 0, 0
	for seed := range uint64(40) {
		market := kpitest.DefaultMarket(identity.ID{1}, 500)
		market.Days = 120
		memory := &kpitest.Memory{Zone: time.UTC, Base: money.MustParseCurrency("EUR"),
			Events: slices.Collect(market.Events(rand.New(rand.NewPCG(seed, 5))))}
		end := market.Start.AddDate(0, 0, market.Days)
		lags, err := memory.Lags(t.Context(), market.Tenant, kpi.TimeToOrder,
			kpi.Selector{From: market.Start, To: end, Now: end, Scope: kpi.Scope{All: true}, Zone: time.UTC})
		if err != nil {
			t.Fatal(err)
		}
		curve := kpi.NewCurve(lags)
		for _, day := range []int{10, 30, 60} {
			truth, p := market.Incidence(day), curve.At(day)
			if z := (p.Incidence - truth) / p.Error; math.Abs(z) > 4 {
				t.Errorf("seed %d: by day %d %.4f ± %.4f, in truth %.4f", seed, day, p.Incidence, p.Error, truth)
			}
			if low, high := curve.Interval(day); low <= truth && truth <= high {
				held++
			}
			asked++
		}
	}
	if share := float64(held) / float64(asked); share < 0.89 {
		t.Errorf("the 95 %% intervals held the truth in %.0f %% of %d cases", 100*share, asked)
	}
}

func TestTheSameSourceGivesTheSameLog(t *testing.T) {
	draw := func() []kpi.Event {
		return slices.Collect(kpitest.DefaultMarket(identity.ID{1}, 20).Events(rand.New(rand.NewPCG(9, 9))))
	}
	a, b := draw(), draw()
	if len(a) < 60 || !slices.EqualFunc(a, b, func(a, b kpi.Event) bool { return a.ID == b.ID && a.OccurredAt.Equal(b.OccurredAt) }) {
		t.Errorf("two logs of %d and %d events differ", len(a), len(b))
	}
}
