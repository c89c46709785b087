package postgres_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// oracle computes every figure of the catalogue from the raw log, in plain SQL
// of its own (testdata/oracle_*.sql): no facts, no rollups, no projection.
type oracle struct {
	*testing.T
	admin *pgx.Conn
	words map[string]string
}

// run runs one file with the words in place.
func (o oracle) run(name string, more ...string) {
	o.Helper()
	text := string(must[[]byte](o.T)(os.ReadFile(filepath.Join("testdata", name))))
	pairs := more
	for word, value := range o.words {
		pairs = append(pairs, "$"+word, value)
	}
	if _, err := o.admin.Exec(o.Context(), strings.NewReplacer(pairs...).Replace(text)); err != nil {
		o.Fatalf("%s: %v", name, err)
	}
}

// oracleAnswer is one figure as the oracle has it; k, n and value are nil where
// it says nothing of them.
type oracleAnswer struct{ k, n, value *float64 }

// answers are all figures by metric and key.
func (o oracle) answers(q kpi.Query, zone *time.Location, now, known time.Time) map[string]oracleAnswer {
	o.Helper()
	stamp := func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05.999999Z07:00") }
	from, to := q.From.Midnight(zone), q.To.Midnight(zone)
	days := func(d time.Duration) string { return fmt.Sprint(max(0, int(d/(24*time.Hour)))) }
	for word, value := range map[string]string{"from": stamp(from), "to": stamp(to), "first": q.From.String(), "last": q.To.String(),
		"yfrom": stamp(q.From.AddMonths(-12).Midnight(zone)), "yto": stamp(q.To.AddMonths(-12).Midnight(zone)), "zone": zone.String(),
		"left": days(to.Sub(now)), "days": fmt.Sprint(max(1, int(min(to.Sub(from), now.Sub(from))/(24*time.Hour))))} {
		o.words[word] = value
	}
	then := []string{"$known", stamp(from), "$now", stamp(from)}
	o.run("oracle_facts.sql", then...)
	o.run("oracle_curve.sql", then...)
	o.run("oracle_chances.sql", then...)
	o.words["known"], o.words["now"] = stamp(known), stamp(now)
	o.run("oracle_facts.sql")
	o.run("oracle_curve.sql")
	o.run("oracle_metrics.sql")
	rows := must[pgx.Rows](o.T)(o.admin.Query(o.Context(), "select metric, key, k::float8, n::float8, value from answer"))
	out := map[string]oracleAnswer{}
	var metric, key string
	var a oracleAnswer
	if _, err := pgx.ForEachRow(rows, []any{&metric, &key, &a.k, &a.n, &a.value}, func() error {
		out[metric+" "+key] = a
		return nil
	}); err != nil {
		o.Fatal(err)
	}
	return out
}

// Every figure of the catalogue agrees with plain SQL over the raw log, now and
// as known in the past, over periods whose ends fall on days when clocks change,
// leap days, ends of months and a calendar of 4-4-5 weeks, in several zones.
func TestEveryMetricAgreesWithPlainSQLOverTheLog(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DSN(t)
	db := pgtest.Open(t, dsn)
	metrics := must[*kpi.Metrics](t)(kpi.Definitions())
	spoken := map[string]bool{}
	for seed, zoneName := range []string{"Europe/Paris", "America/New_York", "Pacific/Auckland"} {
		zone := must[*time.Location](t)(time.LoadLocation(zoneName))
		tenant := pgtest.Tenant(t, db)
		admin := pgtest.Admin(t, dsn)
		if _, err := admin.Exec(t.Context(), "set timezone = 'UTC'; update tenant set time_zone = '"+zoneName+"' where tenant_id = '"+tenant.String()+"'"); err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewPCG(uint64(seed), 77))
		events := kpitest.History(r, tenant, 160)
		record(t, db, tenant, events, 1+r.IntN(20))
		store := postgres.NewKPI(db)
		records := kpitest.RandomRecords(r)
		records.Targets = []kpi.TargetRecord{{From: civil.MustParse("2026-01-01"), To: civil.MustParse("2029-01-01"), Amount: money.FromInt(90_000_000)}}
		records.Costs = []kpi.SourceCost{{Source: "fair", From: civil.MustParse("2026-01-01"), To: civil.MustParse("2028-07-01"), Cost: money.FromInt(5000)}}
		if err := store.SaveRecords(t.Context(), tenant, records, kpitest.Start()); err != nil {
			t.Fatal(err)
		}
		last := events[len(events)-1].RecordedAt
		for n, period := range [][2]string{
			{"2026-02-01", "2027-03-01"}, // most of it
			{"2026-03-29", "2026-10-25"}, // from one change of clocks to the other, in Europe
			{"2026-09-27", "2027-04-04"}, // in the south
			{"2026-11-01", "2026-11-02"}, // the day of 25 hours in New York
			{"2026-04-27", "2026-06-01"}, // five weeks of a 4-4-5 quarter
			{"2028-02-29", "2028-03-01"}, // a leap day, after all
			{"2026-06-30", "2026-12-31"}, // ends of months
		} {
			now, known := last.AddDate(0, 0, 40+300*(n%2)), last.AddDate(2, 0, 0)
			q := kpi.Query{From: civil.MustParse(period[0]), To: civil.MustParse(period[1])}
			if n%3 == 2 { // as known in the middle
				known = kpitest.Start().AddDate(0, 9, n).Truncate(time.Microsecond)
				now, q.AsOf = known, known
			}
			if q.From.Midnight(zone).After(now) {
				continue
			}
			want := oracle{t, admin, map[string]string{"tenant": tenant.String()}}.answers(q, zone, now, known)
			service := kpi.NewService(store, metrics, func() time.Time { return now })
			if !q.AsOf.IsZero() {
				service = kpi.NewService(store, metrics, func() time.Time { return last.AddDate(2, 0, 0) })
			}
			for _, m := range metrics.All() {
				q.Metrics = []string{m.ID}
				actor := identity.Actor{Tenant: tenant, Kind: identity.Machine, Permissions: []identity.Permission{identity.ReadKPI, identity.SeeCost}}
				if m.Form == kpi.Attainment || m.Form == kpi.Return || m.Form == kpi.Score || m.Form == kpi.PerRow {
					if !q.AsOf.IsZero() {
						continue // records of today
					}
				}
				for _, f := range must[kpi.Result](t)(service.Query(t.Context(), actor, q)).Answers[0].Figures {
					name := fmt.Sprintf("%s %s [%s, %s) now %s known %s: %s %v", zoneName, m.ID, q.From, q.To, now, known, m.ID, f.Key)
					if compareWithOracle(t, name, f, want[m.ID+" "+strings.Join(f.Key, "/")]) {
						spoken[m.ID] = true
					}
				}
			}
		}
	}
	for _, m := range metrics.All() {
		if !spoken[m.ID] {
			t.Errorf("no value of %s was compared", m.ID)
		}
	}
}

// compareWithOracle reports whether there was a value to compare.
func compareWithOracle(t *testing.T, name string, f kpi.Figure, want oracleAnswer) bool {
	t.Helper()
	if len(f.Key) == 1 && f.Key[0] == "other" { // what rounding leaves between steps
		return false
	}
	same := func(what string, got float64, want *float64) {
		if want != nil && math.Abs(got-*want) > 1e-6*math.Max(1, math.Abs(*want))+0.011*bool01(what == "value" && math.Abs(*want) > 1000) {
			t.Errorf("%s: %s is %v, the log says %v", name, what, got, *want)
		}
	}
	if want.n == nil && want.value == nil && (f.N != 0 && f.Note != "too-few") {
		t.Errorf("%s: %d rows, the log has none", name, f.N)
	}
	same("n", float64(f.N), want.n)
	if want.n != nil {
		same("k", float64(f.K), want.k)
	}
	if f.Value == nil || want.value == nil {
		return f.N > 0 && f.Note == "too-few" && want.n != nil
	}
	value := must[float64](t)(strconv.ParseFloat(f.Value.String(), 64))
	same("value", value, want.value)
	return true
}

func bool01(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
