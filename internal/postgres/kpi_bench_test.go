package postgres_test

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// benchFamilies is the size of the market that benchmarks draw: about five
// events to a family. QUOTIENT_BENCH_FAMILIES sets it.
func benchFamilies(b *testing.B) int {
	text := os.Getenv("QUOTIENT_BENCH_FAMILIES")
	if text == "" {
		return 2000
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// market loads a drawn log with its facts in bulk and returns a service whose
// clock stands at the log's end.
func market(b *testing.B) (*kpi.Service, *postgres.DB, kpitest.Market) {
	b.Helper()
	dsn := pgtest.DSN(b)
	db := pgtest.Open(b, dsn)
	m := kpitest.DefaultMarket(pgtest.Tenant(b, db), benchFamilies(b))
	began := time.Now()
	postgres.LoadForBenchmark(b, pgtest.Admin(b, dsn), m.Events(rand.New(rand.NewPCG(1, 2))))
	if err := postgres.RebuildRollups(b.Context(), db, m.Tenant); err != nil {
		b.Fatal(err)
	}
	b.Logf("%d families loaded in %s", m.Families, time.Since(began).Round(time.Second))
	metrics, err := kpi.Definitions()
	if err != nil {
		b.Fatal(err)
	}
	end := m.Start.AddDate(0, 0, m.Days)
	return kpi.NewService(postgres.NewKPI(db), metrics, func() time.Time { return end }), db, m
}

// BenchmarkFigures times single figures, slices, the past and the quotes behind
// a figure, each as the dashboard asks for them.
func BenchmarkFigures(b *testing.B) {
	service, db, m := market(b)
	quarter := kpi.Query{From: civil.MustParse("2027-07-01"), To: civil.MustParse("2027-10-01")}
	year := kpi.Query{From: civil.MustParse("2027-01-01"), To: civil.MustParse("2028-01-01")}
	actor := identity.Actor{Tenant: m.Tenant, Kind: identity.Machine, Permissions: []identity.Permission{identity.ReadKPI, identity.SeeCost}}
	ask := func(q kpi.Query, metrics ...string) func(*testing.B) {
		q.Metrics = metrics
		return func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				began := time.Now()
				if _, err := service.Query(b.Context(), actor, q); err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(began))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
		}
	}
	for _, tile := range []string{"quotes_sent", "order_intake", "conversion_within", "win_rate", "open_pipeline", "average_order", "discount_depth"} {
		b.Run("tile/"+tile, ask(quarter, tile))
	}
	b.Run("dashboard", ask(quarter, "quotes_sent", "order_intake", "conversion_within", "win_rate", "open_pipeline", "expiring_quotes"))
	for _, slice := range []kpi.Dimension{kpi.ByTeam, kpi.ByOwner, kpi.ByCustomer, kpi.ByMonth, kpi.ByProductFamily} {
		q := year
		q.Slices = []kpi.Dimension{slice}
		b.Run("slice/"+string(slice), ask(q, "cohort_conversion"))
	}
	past := year
	past.AsOf = time.Date(2027, 6, 30, 12, 0, 0, 0, time.UTC)
	b.Run("as-of/conversion", ask(past, "cohort_conversion"))
	b.Run("forecast", ask(quarter, "landing_forecast"))
	drill := quarter
	drill.Metrics = []string{"order_intake"}
	b.Run("drill", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := service.Drill(b.Context(), actor, drill, "", "", 50); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("rebuild", func(b *testing.B) {
		for b.Loop() {
			if _, err := postgres.RebuildFacts(b.Context(), db, m.Tenant, func(postgres.Rebuilt) {}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkRecordFacts is what the transition of a quote pays for its figures:
// a transaction with the log, the fact and its past, against one without.
func BenchmarkRecordFacts(b *testing.B) {
	db := pgtest.New(b)
	for _, with := range []bool{false, true} {
		name := map[bool]string{false: "empty-transaction", true: "with-facts"}[with]
		b.Run(name, func(b *testing.B) {
			tenant := pgtest.Tenant(b, db)
			events := kpitest.History(rand.New(rand.NewPCG(1, 1)), tenant, 4000)
			n := 0
			for b.Loop() {
				part := events[n%len(events):][:1]
				err := db.Tenant(b.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
					if !with {
						_, err := tx.Exec(ctx, "select 1")
						return err
					}
					return postgres.RecordKPIEvents(ctx, tx, part)
				})
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
		})
	}
}
