package postgres_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/localpg"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// TestFigureBars measures figures over a large log with fsync on, beside
// writers, and prints what it measured against what is wanted. It asserts no
// time. QUOTIENT_KPI_BENCH names the folder of its cluster, which is kept, so
// that a second run need not load again; QUOTIENT_KPI_FAMILIES is the number of
// quotes, about five events each (200,000 where not given). QUOTIENT_KPI_ONLY, a
// regular expression, leaves out what it does not match.
func TestFigureBars(t *testing.T) {
	dir := os.Getenv("QUOTIENT_KPI_BENCH")
	if dir == "" {
		t.Skip("QUOTIENT_KPI_BENCH names no folder")
	}
	families := 200_000
	if text := os.Getenv("QUOTIENT_KPI_FAMILIES"); text != "" {
		families = must[int](t)(strconv.Atoi(text))
	}
	b := openBars(t, filepath.Join(dir, strconv.Itoa(families)), families)
	b.report("without writers")
	stop := b.write(100)
	b.report("with writers")
	b.lag()
	stop()
	if os.Getenv("QUOTIENT_KPI_REBUILD") != "" {
		b.rebuild()
	}
}

// bars is a loaded log that figures are asked of.
type bars struct {
	*testing.T
	db      *postgres.DB
	service *kpi.Service
	market  kpitest.Market
	actor   identity.Actor
	now     func() time.Time
	only    *regexp.Regexp
}

func openBars(t *testing.T, dir string, families int) *bars {
	ctx := t.Context()
	cluster := must[*localpg.Cluster](t)(localpg.Start(ctx, localpg.Options{Dir: dir, Settings: map[string]string{
		"shared_buffers": "2GB", "max_wal_size": "8GB", "maintenance_work_mem": "512MB"}}))
	t.Cleanup(func() {
		if err := cluster.Stop(); err != nil {
			t.Error(err)
		}
	})
	const name = "bars"
	admin := cluster.DSN(localpg.Superuser, name)
	for _, err := range []error{
		postgres.CreateDatabase(ctx, cluster.DSN(localpg.Superuser, "postgres"), name),
		postgres.EnsureRoles(ctx, admin),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	must[int](t)(postgres.Migrate(ctx, cluster.DSN(postgres.OwnerRole, name), jobs.Schema{AppRole: postgres.AppRole}))
	db := must[*postgres.DB](t)(postgres.Open(ctx, cluster.DSN(postgres.AppRole, name), postgres.Options{StatementTimeout: time.Hour}))
	t.Cleanup(db.Close)

	b := &bars{T: t, db: db, only: must[*regexp.Regexp](t)(regexp.Compile(os.Getenv("QUOTIENT_KPI_ONLY")))}
	known := must[[]identity.ID](t)(db.TenantIDs(ctx))
	if len(known) == 0 {
		b.market = kpitest.DefaultMarket(identity.NewID(), families)
		b.load(admin)
	} else {
		b.market = kpitest.DefaultMarket(known[0], families)
		began := time.Now()
		must[int64](t)(postgres.FoldRollups(ctx, db, b.market.Tenant)) // makes those of an older version anew
		b.Logf("rollups folded in %s", time.Since(began).Round(time.Millisecond))
	}
	metrics := must[*kpi.Metrics](t)(kpi.Definitions())
	// The clock stands where the history ended when the folder was made, and
	// goes on from there.
	end, began := b.market.Start.AddDate(0, 0, b.market.Days), time.Now()
	b.now = func() time.Time { return end.Add(time.Since(began)) }
	b.service = kpi.NewService(postgres.NewKPI(db), metrics, b.now)
	b.actor = identity.Actor{Tenant: b.market.Tenant, Kind: identity.Machine,
		Permissions: []identity.Permission{identity.ReadKPI, identity.SeeCost}}
	return b
}

func (b *bars) load(admin string) {
	began := time.Now()
	tenant := postgres.Tenant{ID: b.market.Tenant, Name: "Bars", Country: "FR", BaseCurrency: "EUR", TimeZone: "Europe/Paris", Languages: []string{"fr"}}
	if err := b.db.CreateTenant(b.Context(), tenant, time.Now()); err != nil {
		b.Fatal(err)
	}
	conn := must[*pgx.Conn](b.T)(pgx.Connect(b.Context(), admin))
	defer func() { _ = conn.Close(context.Background()) }()
	postgres.LoadForBenchmark(b, conn, b.market.Events(rand.New(rand.NewPCG(1, 2))))
	b.Logf("%d quotes loaded in %s", b.market.Families, time.Since(began).Round(time.Second))
	began = time.Now()
	if err := postgres.RebuildRollups(b.Context(), b.db, b.market.Tenant); err != nil {
		b.Fatal(err)
	}
	if _, err := conn.Exec(b.Context(), "vacuum analyze"); err != nil {
		b.Fatal(err)
	}
	b.Logf("rollups made in %s", time.Since(began).Round(time.Second))
}

// report times everything that has a bar, each many times, and prints the 95th
// percentile.
func (b *bars) report(title string) {
	b.Logf("-- %s, %d quotes", title, b.market.Families)
	quarter := kpi.Query{From: civil.MustParse("2027-07-01"), To: civil.MustParse("2027-10-01")}
	year := kpi.Query{From: civil.MustParse("2027-01-01"), To: civil.MustParse("2028-01-01")}
	for _, m := range b.service.Metrics().All() {
		b.time("tile "+m.ID, 50, 20, b.ask(quarter, m.ID))
	}
	b.time("dashboard", 150, 20, b.ask(quarter, dashboardMetrics...))
	for _, d := range kpi.AllDimensions() {
		q := year
		q.Slices = []kpi.Dimension{d}
		b.time("slice by "+string(d), 500, 5, b.ask(q, "cohort_conversion"))
		b.time("intake by "+string(d), 500, 5, b.ask(q, "order_intake"))
	}
	filtered := year
	filtered.Filter = kpi.Filter{kpi.ByRegion: {"north"}}
	b.time("filtered by region", 500, 5, b.ask(filtered, "cohort_conversion"))
	past := year
	past.AsOf = time.Date(2027, 6, 30, 12, 0, 0, 0, time.UTC)
	for _, m := range []string{"cohort_conversion", "order_intake", "open_pipeline", "win_rate"} {
		b.time("as of last year: "+m, 2000, 3, b.ask(past, m))
	}
	for _, m := range []string{"order_intake", "quotes_sent", "open_pipeline", "loss_reasons", "stale_quotes"} {
		q := quarter
		q.Metrics = []string{m}
		cursor := ""
		b.time("drill "+m, 100, 10, func() error {
			_, next, err := b.service.Drill(b.Context(), b.actor, q, "", cursor, 50)
			cursor = next
			return err
		})
	}
}

// dashboardMetrics are what the first screen asks in one query.
var dashboardMetrics = []string{"quotes_sent", "order_intake", "conversion_within", "win_rate", "open_pipeline", "expiring_quotes"}

func (b *bars) ask(q kpi.Query, metrics ...string) func() error {
	q.Metrics = metrics
	return func() error {
		_, err := b.service.Query(b.Context(), b.actor, q)
		return err
	}
}

// time calls do and prints the 95th percentile in milliseconds beside the bar;
// what is far beyond it is not called again and again.
func (b *bars) time(what string, bar float64, times int, do func() error) {
	if !b.only.MatchString(what) {
		return
	}
	var took []float64
	for n := range times + 1 {
		began := time.Now()
		if err := do(); err != nil {
			b.Errorf("%s: %v", what, err)
			return
		}
		if n > 0 { // the first one warms up
			took = append(took, float64(time.Since(began).Microseconds())/1000)
		}
		if n > 0 && took[0] > 4*bar {
			break
		}
	}
	slices.Sort(took)
	p95, mark := took[(len(took)-1)*95/100], " "
	if p95 > bar {
		mark = "!"
	}
	b.Logf("%s %-36s p50 %8.1f  p95 %8.1f  bar %5.0f ms", mark, what, took[(len(took)-1)/2], p95, bar)
}

// write begins to write new quotes beside whatever follows, and folds rollups
// as the service does; the function returned ends it and tells what a
// transition paid.
func (b *bars) write(perSecond int) (stop func()) {
	ctx, cancel := context.WithCancel(b.Context())
	var done sync.WaitGroup
	fresh := b.market
	fresh.Families, fresh.Days = 1_000_000, 1
	var took []float64
	done.Go(func() {
		tick := time.NewTicker(time.Second / time.Duration(perSecond))
		defer tick.Stop()
		for e := range fresh.Events(rand.New(rand.NewPCG(3, uint64(time.Now().UnixNano())))) {
			select {
			case <-tick.C:
			case <-ctx.Done():
				return
			}
			e.OccurredAt = b.now()
			e.RecordedAt = e.OccurredAt
			err := b.db.Tenant(ctx, e.Tenant, func(ctx context.Context, tx pgx.Tx) error {
				if _, err := tx.Exec(ctx, "select 1"); err != nil {
					return err
				}
				began := time.Now()
				err := postgres.RecordKPIEvents(ctx, tx, []kpi.Event{e})
				took = append(took, float64(time.Since(began).Microseconds())/1000)
				return err
			})
			if err != nil && ctx.Err() == nil {
				b.Errorf("write: %v", err)
				return
			}
		}
	})
	done.Go(func() {
		for ctx.Err() == nil {
			if _, err := postgres.FoldRollups(ctx, b.db, b.market.Tenant); err != nil && ctx.Err() == nil {
				b.Errorf("fold: %v", err)
			}
			select {
			case <-time.After(jobs.FoldInterval):
			case <-ctx.Done():
			}
		}
	})
	began := time.Now()
	return func() {
		cancel()
		done.Wait()
		slices.Sort(took)
		b.Logf("%d events written, %.0f a second; a transition's figures took p50 %.2f, p95 %.2f ms (bar 1)", len(took),
			float64(len(took))/time.Since(began).Seconds(), took[len(took)/2], took[len(took)*95/100])
	}
}

// lag asks, right after a commit, whether the figure knows.
func (b *bars) lag() {
	today := civil.In(b.now(), must[*time.Location](b.T)(time.LoadLocation("Europe/Paris")))
	q := kpi.Query{Metrics: []string{"quotes_sent"}, From: today.AddDays(-1), To: today.AddDays(2),
		Filter: kpi.Filter{kpi.ByOwner: {identity.ID{7, 6: 0x70, 8: 0x80}.String()}}}
	for n := range 20 {
		e := kpi.Event{ID: identity.NewID(), Tenant: b.market.Tenant, Family: identity.NewID(), Type: kpi.Sent, Main: true, Offer: identity.NewID(),
			OccurredAt: b.now(), RecordedAt: b.now(), Dimensions: kpi.Dimensions{Owner: identity.ID{7, 6: 0x70, 8: 0x80}}}
		before := must[kpi.Result](b.T)(b.service.Query(b.Context(), b.actor, q)).Answers[0].Figures[0].N
		record(b, b.db, e.Tenant, []kpi.Event{e}, 1)
		after := must[kpi.Result](b.T)(b.service.Query(b.Context(), b.actor, q)).Answers[0].Figures[0].N
		if after != before+1 {
			b.Errorf("write %d: %d quotes sent after the commit, want %d", n, after, before+1)
		}
	}
	b.Log("  lag 0: twenty commits, each in the figure asked for next")
}

func (b *bars) rebuild() {
	began := time.Now()
	got, err := postgres.RebuildFacts(b.Context(), b.db, b.market.Tenant, func(postgres.Rebuilt) {})
	b.Logf("rebuilt %s in %s (bar 60 s): %v", fmt.Sprintf("%+v", got), time.Since(began).Round(time.Second), err)
}
