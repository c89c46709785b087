package postgres_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// Facts written event by event are those a replay of the stored log gives, to
// the last version; what was damaged is repaired and nothing else is touched.
func TestRebuildFindsAndRepairsDamage(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	tenant := pgtest.Tenant(t, db)
	events := kpitest.History(rand.New(rand.NewPCG(11, 1)), tenant, 80)
	record(t, db, tenant, events, 7)
	rebuild := func() postgres.Rebuilt {
		calls := 0
		got, err := postgres.RebuildFacts(t.Context(), db, tenant, func(postgres.Rebuilt) { calls++ })
		if err != nil {
			t.Fatal(err)
		}
		if got.Families != 80 || got.Events != int64(len(events)) || calls == 0 {
			t.Errorf("rebuilt %+v in %d steps, want 80 families and %d events", got, calls, len(events))
		}
		return got
	}
	if got := rebuild(); got.Repaired != 0 {
		t.Errorf("%d families differ from a replay of their events", got.Repaired)
	}
	damage := []string{
		"update quote_fact set sent_base = 1, sent = '{}' where family_id = (select min(family_id::text)::uuid from quote_fact)",
		"delete from quote_fact_past where family_id = (select max(family_id::text)::uuid from quote_fact_past)",
		"delete from intake_entry where event_id = (select min(event_id::text)::uuid from intake_entry)",
	}
	err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
		for _, sql := range damage {
			if _, err := tx.Exec(ctx, sql); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := rebuild(); got.Repaired == 0 || got.Repaired > 3 {
		t.Errorf("%d families repaired, want up to 3", got.Repaired)
	}
	if got := rebuild(); got.Repaired != 0 {
		t.Errorf("%d families still differ after the repair", got.Repaired)
	}
}
