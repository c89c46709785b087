package kpi_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// Of lives, ten quotes are open until day 60; five of the twenty were ordered,
// all on day 10. A waiting draft and a young, large quote join them.
func TestTasks(t *testing.T) {
	events := lives()
	young, draft := identity.ID{7, 1}, identity.ID{7, 2}
	events = append(events,
		kpi.Event{ID: identity.ID{8, 1}, Family: young, Type: kpi.Sent, Offer: young, OccurredAt: day(52), RecordedAt: day(52), ExpiresAt: day(80), Value: eur("5000")},
		kpi.Event{ID: identity.ID{8, 2}, Family: draft, Type: kpi.Submitted, OccurredAt: day(50), RecordedAt: day(50)})
	s := company(t, &kpitest.Memory{Events: events}, day(55))
	tasks, err := s.Tasks(t.Context(), manager, nil, 3)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[kpi.TaskKind]int64{}
	byKind := map[kpi.TaskKind][]kpi.Row{}
	for _, task := range tasks {
		counts[task.Kind], byKind[task.Kind] = task.N, task.Quotes
	}
	for kind, want := range map[kpi.TaskKind]int64{kpi.TaskExpiring: 10, kpi.TaskWaiting: 1, kpi.TaskToOrder: 0, kpi.TaskPromising: 11, kpi.TaskStale: 10} {
		if counts[kind] != want {
			t.Errorf("%s: %d quotes, want %d", kind, counts[kind], want)
		}
		if len(byKind[kind]) > 3 {
			t.Errorf("%s: more quotes than asked for", kind)
		}
	}
	// At day 3 of its life, within 30 days: 5 of the 21 sent were ordered on day 10.
	first := byKind[kpi.TaskPromising][0]
	if first.Family != young || first.Chance.Cmp(money.MustParse("0.25")) > 0 || first.Expected.String() != first.Value.Mul(*first.Chance).Round(2).String() {
		t.Errorf("the most promising quote is %+v", first)
	}
	if first.Expected.Sign() <= 0 {
		t.Errorf("a young quote is expected to bring %v", first.Expected)
	}
	if _, err := s.Tasks(t.Context(), manager, kpi.Filter{"ownr": {"x"}}, 3); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("an unknown filter gives %v", err)
	}
	if _, err := s.Tasks(t.Context(), identity.Actor{}, nil, 3); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("nobody in particular gets %v", err)
	}
}

// The quotes behind a figure are its n, or on request only its k; stale ones
// are told by the same age as the figure.
func TestDrillIntoTheHits(t *testing.T) {
	s := company(t, &kpitest.Memory{Events: lives()}, day(24))
	for metric, want := range map[string][2]int{"conversion_within": {0, 0}, "cohort_conversion": {20, 5}, "stale_quotes": {10, 10}, "expiring_quotes": {10, 0}} {
		all, _, err := s.Drill(t.Context(), manager, query(metric), "", "", 50)
		if err != nil {
			t.Fatal(err)
		}
		hits, _, err := s.Drill(t.Context(), manager, query(metric), kpi.PartHits, "", 50)
		if err != nil {
			t.Fatal(err)
		}
		misses, _, err := s.Drill(t.Context(), manager, query(metric), kpi.PartMisses, "", 50)
		if err != nil || len(hits)+len(misses) != len(all) {
			t.Errorf("%s: %d hits and %d others of %d (%v)", metric, len(hits), len(misses), len(all), err)
		}
		if got := [2]int{len(all), len(hits)}; got != want {
			t.Errorf("%s: %v quotes and hits, want %v", metric, got, want)
		}
	}
}
