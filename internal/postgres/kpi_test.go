package postgres_test

import (
	"context"
	"fmt"
	"math/rand/v2"
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

// record writes events in batches of the given size, one transaction each.
func record(t testing.TB, db postgres.Transactor, tenant identity.ID, events []kpi.Event, size int) {
	t.Helper()
	for len(events) > 0 {
		part := events[:min(size, len(events))]
		events = events[len(part):]
		if err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
			return postgres.RecordKPIEvents(ctx, tx, part)
		}); err != nil {
			t.Fatal(err)
		}
	}
}

func paris(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// Figures from SQL over stored facts agree with figures computed one fact at a
// time from the replayed log, for every measure and slice, now and as of any
// past instant.
func TestFiguresAgreeWithAReplayOfTheLog(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	zone := paris(t)
	counted := map[kpi.Measure]int64{}
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			tenant := pgtest.Tenant(t, db)
			r := rand.New(rand.NewPCG(seed, 1))
			memory := &kpitest.Memory{Zone: zone, Base: money.MustParseCurrency("EUR"), Events: kpitest.History(r, tenant, 70)}
			record(t, db, tenant, memory.Events, 1+r.IntN(9))
			record(t, db, tenant, memory.Events[:5], 5) // delivered twice

			store := postgres.NewKPI(db)
			memory.Records = kpitest.RandomRecords(r)
			if err := store.SaveRecords(t.Context(), tenant, memory.Records, kpitest.Start()); err != nil {
				t.Fatal(err)
			}
			last := memory.Events[len(memory.Events)-1].RecordedAt
			for i := range 3 * len(kpi.Measures()) {
				if i%40 == 20 { // figures are the same before and after folding
					if _, err := postgres.FoldRollups(t.Context(), db, tenant); err != nil {
						t.Fatal(err)
					}
				}
				sel := randomSelector(r, zone, last)
				sel.Measure, sel.Spread, sel.Part = kpi.Measures()[i/3], i%3 == 0, []kpi.Part{"", kpi.PartHits, kpi.PartMisses}[i%3]
				want, _ := memory.Aggregate(t.Context(), tenant, sel)
				got, err := store.Aggregate(t.Context(), tenant, sel)
				if err != nil {
					t.Fatalf("%+v: %v", sel, err)
				}
				if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("%+v (-replay +sql):\n%s", sel, diff)
				}
				for _, c := range got {
					counted[sel.Measure] += c.K
				}
				compareFamilies(t, memory, store, tenant, sel)
				if i%12 == 0 {
					compareTasks(t, r, memory, store, tenant, sel)
				}
				compareLags(t, memory, store, tenant, sel)
				compareOthers(t, memory, store, tenant, sel)
			}
		})
	}
	for _, m := range kpi.Measures() {
		if counted[m] == 0 {
			t.Errorf("no history had a hit of %s: it was compared with nothing", m)
		}
	}
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

func randomSelector(r *rand.Rand, zone *time.Location, last time.Time) kpi.Selector {
	from := kpitest.Start().AddDate(0, r.IntN(6), 0)
	if r.IntN(2) == 0 { // whole days, which rollups can answer
		from = civil.In(from, zone).Midnight(zone)
	}
	sel := kpi.Selector{From: from, To: from.In(zone).AddDate(0, 1+r.IntN(12), 0),
		Now: last.AddDate(0, 0, r.IntN(400)), Window: pick(r, 1+r.IntN(60), 30, 60), Scope: kpi.Scope{All: true}, Zone: zone}
	if r.IntN(2) == 0 {
		sel.AsOf = kpitest.Start().Add(time.Duration(r.Int64N(int64(last.Sub(kpitest.Start()))))).Truncate(time.Microsecond)
		sel.Now = sel.AsOf
	}
	all := kpi.AllDimensions()
	if r.IntN(2) == 0 {
		all = []kpi.Dimension{kpi.ByOwner, kpi.ByTeam, kpi.ByDay, kpi.ByWeek, kpi.ByMonth, kpi.ByYear}
	}
	for range r.IntN(3) {
		sel.Slices = append(sel.Slices, all[r.IntN(len(all))])
	}
	if r.IntN(4) == 0 {
		sel.Filter = kpi.Filter{kpi.ByTeam: {identity.ID{2, 6: 0x70, 8: 0x80, 15: 1}.String()}}
	}
	if r.IntN(4) == 0 {
		sel.Filter = kpi.Filter{kpi.ByRegion: {"north", ""}, kpi.BySize: kpi.SizeLabels()[1:4]}
	}
	if r.IntN(3) == 0 { // at the rates of one day, with and without that of francs
		sel.Places, sel.Rates = 2, map[string]money.Decimal{"EUR": money.FromInt(1), "USD": money.MustParse("0.8731")}
		if r.IntN(2) == 0 {
			sel.Rates["CHF"] = money.MustParse("1.0417")
		}
	}
	if r.IntN(3) == 0 {
		sel.Scope = kpi.Scope{Teams: []identity.ID{{2, 6: 0x70, 8: 0x80, 15: 1}}, Owner: identity.ID{1, 6: 0x70, 8: 0x80}}
	}
	return sel
}

func compareLags(t *testing.T, memory *kpitest.Memory, store *postgres.KPI, tenant identity.ID, sel kpi.Selector) {
	t.Helper()
	for _, d := range kpi.Durations() {
		want, _ := memory.Lags(t.Context(), tenant, d, sel)
		got, err := store.Lags(t.Context(), tenant, d, sel)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s of %+v (-replay +sql):\n%s", d, sel, diff)
		}
	}
}

func compareOthers(t *testing.T, memory *kpitest.Memory, store *postgres.KPI, tenant identity.ID, sel kpi.Selector) {
	t.Helper()
	wantSteps, _ := memory.Steps(t.Context(), tenant, sel)
	gotSteps, err := store.Steps(t.Context(), tenant, sel)
	if err != nil {
		t.Fatal(err)
	}
	if sel.From.After(sel.Now) {
		sel.From = sel.Now
	}
	wantOutcomes, _ := memory.Outcomes(t.Context(), tenant, sel)
	gotOutcomes, err := store.Outcomes(t.Context(), tenant, sel)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]any{wantSteps, wantOutcomes}, []any{gotSteps, gotOutcomes}, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("steps and outcomes of %+v (-replay +sql):\n%s", sel, diff)
	}
}

// compareFamilies reads the quotes behind a figure page by page.
func compareFamilies(t *testing.T, memory *kpitest.Memory, store *postgres.KPI, tenant identity.ID, sel kpi.Selector) {
	ctx := context.Background()
	want, _, _ := memory.Families(ctx, tenant, sel, "", 1000)
	var got []kpi.Row
	for cursor := ""; ; {
		page, next, err := store.Families(ctx, tenant, sel, cursor, 3)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, page...)
		if cursor = next; cursor == "" {
			break
		}
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("the quotes behind %+v (-replay +sql):\n%s", sel, diff)
	}
}

// compareTasks reads the quotes of each task as of the selector's instant.
func compareTasks(t *testing.T, r *rand.Rand, memory *kpitest.Memory, store *postgres.KPI, tenant identity.ID, sel kpi.Selector) {
	t.Helper()
	task := kpi.TaskSelector{Selector: sel, All: r.IntN(2) == 0, Limit: 1 + r.IntN(8), Chances: []float64{0.5, 0.25, 0.125}}
	for measure, orders := range map[kpi.Measure][]kpi.TaskOrder{
		kpi.MeasureExpiring: {kpi.ByLapse, kpi.ByExpected}, kpi.MeasureAwaiting: {kpi.BySubmit},
		kpi.MeasureOpen: {kpi.ByAccept}, kpi.MeasureStale: {kpi.ByValue},
	} {
		for _, order := range orders {
			task.Measure, task.Order = measure, order
			if measure == kpi.MeasureOpen {
				task.All = false
			}
			wantN, want, _ := memory.Tasks(t.Context(), tenant, task)
			gotN, got, err := store.Tasks(t.Context(), tenant, task)
			if err != nil {
				t.Fatal(err)
			}
			if len(got) == 0 {
				gotN = wantN
			}
			if diff := cmp.Diff([]any{wantN, want}, []any{gotN, got}, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%s by %s of %+v (-replay +sql):\n%s", measure, order, task, diff)
			}
		}
	}
}

func TestTheLogOfEventsIsAppendOnly(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	tenant := pgtest.Tenant(t, db)
	record(t, db, tenant, kpitest.History(rand.New(rand.NewPCG(1, 1)), tenant, 3), 10)
	for _, change := range []string{"update quote_event set net = 0", "delete from quote_event", "truncate quote_event",
		"update intake_entry set net = 0", "update quote_fact_past set events = 0"} {
		err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
			_, err := tx.Exec(ctx, change)
			return err
		})
		if err == nil {
			t.Errorf("the application may %s", change)
		}
	}
}

// Whole days of owners and teams are read from rollups, not from facts: a fact
// changed behind their back changes no figure, until they are made anew.
func TestRollups(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	tenant := pgtest.Tenant(t, db)
	record(t, db, tenant, kpitest.History(rand.New(rand.NewPCG(4, 4)), tenant, 40), 10)
	store := postgres.NewKPI(db)
	from := civil.MustParse("2026-01-01")
	sel := kpi.Selector{Measure: kpi.MeasureSent, From: from.Midnight(paris(t)), To: from.AddMonths(24).Midnight(paris(t)),
		Now: kpitest.Start().AddDate(2, 0, 0), Scope: kpi.Scope{All: true}, Zone: paris(t)}
	sent := func() int64 {
		cells, err := store.Aggregate(t.Context(), tenant, sel)
		if err != nil {
			t.Fatal(err)
		}
		return cells[0].N
	}
	change := func(sql string) {
		err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
			_, err := tx.Exec(ctx, sql)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	change("update quote_fact set sent_net = 1, sent_base = 1 where sent_base is null")
	change("update kpi_delta set gaps = 0")
	before := sent()
	change("update quote_fact set sent_at = null")
	if got := sent(); got != before || got == 0 {
		t.Errorf("%d quotes sent, before %d: the figure was read from facts", got, before)
	}
	if n, err := postgres.FoldRollups(t.Context(), db, tenant); err != nil || n == 0 {
		t.Errorf("folded %d changes: %v", n, err)
	}
	if got := sent(); got != before {
		t.Errorf("%d quotes sent after folding, before %d", got, before)
	}
	if err := postgres.RebuildRollups(t.Context(), db, tenant); err != nil {
		t.Fatal(err)
	}
	if got := sent(); got != 0 {
		t.Errorf("%d quotes sent after a rebuild from facts that know of none", got)
	}
}

// Rollups made by a version that knew fewer measures are not read; folding makes
// them anew.
func TestRollupsOfAnOlderVersion(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DSN(t)
	db := pgtest.Open(t, dsn)
	tenant := pgtest.Tenant(t, db)
	record(t, db, tenant, kpitest.History(rand.New(rand.NewPCG(4, 4)), tenant, 40), 10)
	store := postgres.NewKPI(db)
	from := civil.MustParse("2026-01-01")
	sel := kpi.Selector{Measure: kpi.MeasureViewed, From: from.Midnight(paris(t)), To: from.AddMonths(24).Midnight(paris(t)),
		Now: kpitest.Start().AddDate(2, 0, 0), Scope: kpi.Scope{All: true}, Zone: paris(t)}
	sent := func() int64 { return must[[]kpi.Cell](t)(store.Aggregate(t.Context(), tenant, sel))[0].N }
	admin := pgtest.Admin(t, dsn)
	want := sent()
	for _, sql := range []string{"delete from kpi_delta where measure = 'viewed'", "update kpi_delta set gaps = 0", "insert into kpi_rollup_stale select tenant_id from tenant"} {
		if _, err := admin.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	if got := sent(); got != want || got == 0 {
		t.Errorf("%d quotes from facts, want %d", got, want)
	}
	must[int64](t)(postgres.FoldRollups(t.Context(), db, tenant))
	var left, rolled int64
	if err := admin.QueryRow(t.Context(), "select (select count(*) from kpi_rollup_stale), (select sum(n) from kpi_rollup where measure = 'viewed')").Scan(&left, &rolled); err != nil {
		t.Fatal(err)
	}
	if got := sent(); got != want || left != 0 || rolled != want {
		t.Errorf("%d quotes from rollups of %d, want %d; %d tenants stale", got, rolled, want, left)
	}
}

// Folding beside writers loses and doubles nothing.
func TestFoldingBesideWriters(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	tenant := pgtest.Tenant(t, db)
	events := kpitest.History(rand.New(rand.NewPCG(6, 6)), tenant, 60)
	done := make(chan error)
	for range 2 {
		go func() {
			for {
				select {
				case done <- nil:
					return
				default:
				}
				if _, err := postgres.FoldRollups(context.Background(), db, tenant); err != nil {
					done <- err
					return
				}
			}
		}()
	}
	record(t, db, tenant, events, 5)
	for range 2 {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	got := stored(t, db, tenant)
	if err := postgres.RebuildRollups(t.Context(), db, tenant); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(stored(t, db, tenant), got); diff != "" {
		t.Errorf("folded beside writers (-rebuilt +folded):\n%s", diff)
	}
}
