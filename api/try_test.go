package api_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/pgtest"
)

// changesNothing are the operations that are no GET and change nothing, and
// those that sign people in and out, which cannot be tried.
var changesNothing = []string{"signIn", "signOut", "configure", "explain", "repair", "complete", "billOfMaterials", "compareConfigurations",
	"upgradeConfiguration", "preview", "price", "priceEffect", "reachGoal", "queryKpi", "kpiQuotes", "kpiTasks",
	"verifyKpi", "exportKpi", "exportKpiQuotes", "draftMail"}

// Every operation that changes something can be tried: it answers what it would
// and leaves not one row changed, added or removed.
func TestEveryChangeCanBeTried(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	requests := s.requests()
	for _, a := range requests {
		s.doer(a) // people are added before anything is compared
	}
	before := s.everything(t)
	for _, a := range requests {
		if a.method == http.MethodGet {
			continue
		}
		if slices.Contains(changesNothing, a.id) {
			if a.tries {
				t.Errorf("%s changes nothing and has validate_only", a.id)
			}
			continue
		}
		if !a.tries {
			t.Errorf("%s has no validate_only", a.id)
			continue
		}
		a.query = maps.Clone(a.query)
		a.query.Set("validate_only", "true")
		got := a.send(s.doer(a))
		if got.status >= 300 || got.header.Get("Validate-Only") != "true" {
			t.Errorf("%s: %d %s", a.id, got.status, got.body)
		}
	}
	after := s.everything(t)
	for table := range after {
		if before[table] != after[table] {
			t.Errorf("trying has changed %s", table)
		}
	}
}

// everything is a digest of each table, of the job queue too. When a session or
// key was last used is noted with every request, tried or not.
func (s *stage) everything(t *testing.T) map[string]string {
	t.Helper()
	conn := pgtest.Admin(t, s.dsn)
	defer conn.Close(context.Background())
	rows, err := conn.Query(t.Context(), `select format('%I.%I', schemaname, tablename) from pg_tables
		where schemaname in ('public', 'river') and tablename not like 'river_client%' and tablename not in ('river_leader', 'river_queue')`)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	parts := make([]string, len(tables))
	for n, table := range tables {
		parts[n] = fmt.Sprintf(`select '%s', md5(coalesce(string_agg(d, ' ' order by d), ''))
			from (select md5((to_jsonb(t) - 'last_used_at' - 'expires_at')::text) as d from %s t) x`, table, table)
	}
	out := map[string]string{}
	rows, err = conn.Query(t.Context(), strings.Join(parts, " union all "))
	if err != nil {
		t.Fatal(err)
	}
	var table, digest string
	if _, err := pgx.ForEachRow(rows, []any{&table, &digest}, func() error { out[table] = digest; return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWhatCannotBeTriedIsNotDone(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	owner.do(http.MethodDelete, "/v1/session?validate_only=true", nil).problem(http.StatusBadRequest, "invalid-parameter")
	owner.get("/v1/me").want(http.StatusOK)
	owner.post("/v1/customers?validate_only=perhaps", object{"name": "X", "country": "FR"}, fresh()).problem(http.StatusBadRequest, "invalid-parameter")

	// A tried request leaves its key free for the real one.
	key := fresh()
	owner.post("/v1/customers?validate_only=true", object{"name": "X", "country": "FR"}, key).want(http.StatusCreated)
	made := owner.post("/v1/customers", object{"name": "X", "country": "FR"}, key).want(http.StatusCreated)
	if made.header.Get("Idempotent-Replayed") != "" || made.header.Get("Validate-Only") != "" {
		t.Errorf("the real request was answered as tried or replayed: %v", made.header)
	}
	// What would fail says so.
	owner.post("/v1/customers?validate_only=true", object{"name": "X", "country": "France"}, fresh()).problem(http.StatusUnprocessableEntity, "invalid-request")
}
