package postgres_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// stored are the tenant's rollups with the changes not folded yet.
func stored(t *testing.T, db *postgres.DB, tenant identity.ID) []kpi.Delta {
	t.Helper()
	var sums kpi.Rollup
	err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `select measure, day, owner_id, team_id, k, n, value, of, gaps from kpi_rollup
			union all select measure, day, owner_id, team_id, k, n, value, of, gaps from kpi_delta`)
		if err != nil {
			return err
		}
		var d kpi.Delta
		_, err = pgx.ForEachRow(rows, []any{&d.Measure, &d.Day, &d.Owner, &d.Team, &d.K, &d.N, &d.Value, &d.Of, &d.Gaps}, func() error {
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
			if diff := cmp.Diff(want.Deltas(), stored(t, db, tenant), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("seed %d after event %d, %s of %s (-replay +rollups):\n%s", seed, n, e.Type, e.Family, diff)
			}
		}
		whole := stored(t, db, tenant)

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
