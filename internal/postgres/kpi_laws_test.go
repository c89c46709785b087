package postgres_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// cells are the cells of every rollup that a change belongs to: by owner and
// team, by the values of each dimension, and of durations by day and month.
func cells(d kpi.Delta) []kpi.Delta {
	if strings.HasPrefix(d.Measure, "lag/") {
		month := d
		month.Measure, month.Day.Day = d.Measure+" by month", 1
		return []kpi.Delta{d, month}
	}
	all := []kpi.Delta{d}
	all[0].Slices = kpi.Slices{}
	keys := map[kpi.Dimension]string{"": "", kpi.ByTeam: d.Team.String()}
	for n, by := range kpi.RolledSlices() {
		keys[by] = d.Slices[n]
	}
	for by, key := range keys {
		slice := d
		slice.Measure, slice.Owner, slice.Team, slice.Slices = d.Measure+" by "+string(by), identity.Nil, identity.Nil, kpi.Slices{key}
		all = append(all, slice)
	}
	return all
}

// stored are the tenant's rollups with the changes not folded yet.
func stored(t *testing.T, db *postgres.DB, tenant identity.ID) []kpi.Delta {
	t.Helper()
	var sums kpi.Rollup
	err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `
			select measure, day, owner_id, team_id, '', 0, k, n, value, of, gaps, '[]'::jsonb, false from kpi_rollup
			union all select measure || ' by ' || dimension, day, '00000000-0000-0000-0000-000000000000'::uuid,
				'00000000-0000-0000-0000-000000000000'::uuid, key, 0, k, n, value, of, gaps, '[]', false from kpi_slice
			union all select measure || case when monthly then ' by month' else '' end, day, '00000000-0000-0000-0000-000000000000'::uuid,
				'00000000-0000-0000-0000-000000000000'::uuid, '', lag, k, n, 0, 0, 0, '[]', false from kpi_lag
			union all select measure, day, owner_id, team_id, '', lag, k, n, value, of, gaps, slices, true from kpi_delta`)
		if err != nil {
			return err
		}
		var d kpi.Delta
		var key string
		var waits bool
		var keys []string
		_, err = pgx.ForEachRow(rows, []any{&d.Measure, &d.Day, &d.Owner, &d.Team, &key, &d.Lag, &d.K, &d.N, &d.Value, &d.Of, &d.Gaps, &keys, &waits}, func() error {
			d.Slices = kpi.Slices{key}
			if waits {
				d.Slices = kpi.Slices{}
				copy(d.Slices[:], keys)
				sums.Add(cells(d))
				return nil
			}
			sums.Add([]kpi.Delta{d})
			return nil
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums.Deltas()
}

// every is what all rollups hold of changes.
func every(deltas []kpi.Delta) []kpi.Delta {
	var sums kpi.Rollup
	for _, d := range deltas {
		sums.Add(cells(d))
	}
	return sums.Deltas()
}

// After every single event of random histories the rollups are, to the cent,
// what a replay of the log until then gives; delivering it again changes
// nothing; and the order of events across quotes is irrelevant.
func TestRollupsAreAReplayAfterEveryStep(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	zone := paris(t)
	for seed := range uint64(2) {
		tenant := pgtest.Tenant(t, db)
		r := rand.New(rand.NewPCG(seed, 99))
		events := kpitest.History(r, tenant, 12)
		memory := &kpitest.Memory{Zone: zone, Base: money.MustParseCurrency("EUR")}
		for n, e := range events {
			memory.Events = events[:n+1]
			record(t, db, tenant, []kpi.Event{e}, 1)
			record(t, db, tenant, []kpi.Event{events[r.IntN(n+1)]}, 1) // again
			if n%10 == 5 {
				must[int64](t)(postgres.FoldRollups(t.Context(), db, tenant))
			}
			facts, entries := memory.Replay(memory.Events[n].RecordedAt.AddDate(1, 0, 0))
			var want kpi.Rollup
			for _, f := range facts {
				want.Add(kpi.Deltas(kpi.Fact{}, f, nil, zone))
			}
			want.Add(kpi.Deltas(kpi.Fact{}, kpi.Fact{}, entries, zone))
			if diff := cmp.Diff(every(want.Deltas()), stored(t, db, tenant), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d after event %d, %s of %s (-replay +rollups):\n%s", seed, n, e.Type, e.Family, diff)
			}
		}
		whole := stored(t, db, tenant)
		if err := postgres.RebuildRollups(t.Context(), db, tenant); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(whole, stored(t, db, tenant)); diff != "" {
			t.Errorf("seed %d made anew (-step by step +anew):\n%s", seed, diff)
		}

		// The same quotes of another tenant, one quote after the other.
		other := pgtest.Tenant(t, db)
		byQuote := slices.Clone(events)
		slices.SortStableFunc(byQuote, func(a, b kpi.Event) int { return slices.Compare(a.Family[:], b.Family[:]) })
		for n := range byQuote {
			byQuote[n].Tenant = other
		}
		record(t, db, other, byQuote, 1+r.IntN(20))
		if diff := cmp.Diff(whole, stored(t, db, other)); diff != "" {
			t.Errorf("seed %d, quote by quote (-as recorded +quote by quote):\n%s", seed, diff)
		}
	}
}

// What rollups can answer they answer as a replay does: every measure by every
// slice and filter, with days cut by the clock, folded or waiting.
func TestRolledFiguresAreThoseOfAReplay(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	zone := paris(t)
	tenant := pgtest.Tenant(t, db)
	r := rand.New(rand.NewPCG(7, 21))
	memory := &kpitest.Memory{Zone: zone, Base: money.MustParseCurrency("EUR"), Events: kpitest.History(r, tenant, 60)}
	for n := range memory.Events { // an amount without a rate would be read from facts
		if v := &memory.Events[n].Value; v.Rate.IsZero() {
			v.Rate = money.MustParse("1.0417")
		}
	}
	record(t, db, tenant, memory.Events[:len(memory.Events)/2], 20)
	must[int64](t)(postgres.FoldRollups(t.Context(), db, tenant))
	record(t, db, tenant, memory.Events[len(memory.Events)/2:], 20)
	store := postgres.NewKPI(db)
	last := memory.Events[len(memory.Events)-1].RecordedAt
	dimensions := append([]kpi.Dimension{"", kpi.ByOwner, kpi.ByTeam}, kpi.RolledSlices()...)
	for _, measure := range kpi.Measures() {
		for n, by := range dimensions {
			from := civil.In(kpitest.Start().AddDate(0, r.IntN(12), r.IntN(28)), zone)
			sel := kpi.Selector{Measure: measure, From: from.Midnight(zone), To: from.AddMonths(1 + r.IntN(14)).Midnight(zone),
				Now: last.Add(time.Duration(r.IntN(60*24*60)) * time.Minute), Window: pick(r, 7, 30, 90), Scope: kpi.Scope{All: true}, Zone: zone}
			if n%4 == 3 { // a period that is not over
				sel.To = civil.In(sel.Now, zone).AddDays(20).Midnight(zone)
			}
			if by != "" {
				sel.Slices = append(sel.Slices, by)
			}
			if n%3 == 0 && !measure.Stock() {
				sel.Slices = append(sel.Slices, pick(r, kpi.ByDay, kpi.ByWeek, kpi.ByMonth, kpi.ByYear))
			}
			want, _ := memory.Aggregate(t.Context(), tenant, sel)
			if by != "" && n%2 == 0 && len(want) > 0 {
				sel.Filter = kpi.Filter{by: {want[len(want)/2].Key[0], "nothing"}}
				want, _ = memory.Aggregate(t.Context(), tenant, sel)
			}
			if diff := cmp.Diff(want, must[[]kpi.Cell](t)(store.Aggregate(t.Context(), tenant, sel)), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%+v (-replay +sql):\n%s", sel, diff)
			}
		}
	}
}
