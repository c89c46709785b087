package postgres

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// RebuildRollups computes the tenant's rollups anew from its facts and entries:
// needed after its time zone changed, and done by RebuildFacts after a repair.
// Readers and writers go on meanwhile, and see the new rollups when all are
// made: they are computed from one snapshot, with which the changes it sees are
// forgotten, and folding waits.
func RebuildRollups(ctx context.Context, db *DB, tenant identity.ID) error {
	return db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		if err := execAll(ctx, tx, "set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0; set local lock_timeout = 0"); err != nil {
			return err
		}
		// The snapshot must be younger than the lock, so it is another transaction's.
		if _, err := tx.Exec(ctx, query("kpi_rebuild_lock"), tenant); err != nil {
			return err
		}
		return db.Snapshot(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error { return buildRollups(ctx, tx, tenant) })
	})
}

func execAll(ctx context.Context, tx pgx.Tx, statements ...string) error {
	for _, sql := range statements {
		if _, err := tx.Exec(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

func buildRollups(ctx context.Context, tx pgx.Tx, tenant identity.ID) error {
	if err := execAll(ctx, tx, "set local statement_timeout = 0; set local work_mem = '256MB'"); err != nil {
		return err
	}
	for _, name := range []string{"kpi_delta_forget", "kpi_rollup_forget", "kpi_slice_forget", "kpi_lag_forget", "kpi_rollup_made"} {
		if _, err := tx.Exec(ctx, query(name), tenant); err != nil {
			return err
		}
	}
	var settings kpi.Settings
	if err := scanSettings(tx.QueryRow(ctx, query("kpi_settings"), tenant), &settings); err != nil {
		return err
	}
	for _, b := range rollupBuilds(tenant, settings.Zone) {
		for _, build := range []func() (string, []any){b.byOwner, b.bySlice} {
			sql, args := build()
			if _, err := tx.Exec(ctx, sql, args...); err != nil {
				return err
			}
		}
	}
	for _, d := range kpi.Durations() {
		sql, args := lagBuild(tenant, settings.Zone, d)
		if _, err := tx.Exec(ctx, sql, args...); err != nil {
			return err
		}
	}
	_, err := tx.Exec(ctx, query("kpi_lag_months"), tenant)
	return err
}

// rolledMeasure is a measure under the name of its rollup.
type rolledMeasure struct {
	name    string
	measure kpi.Measure
	window  int
}

// rollupBuild makes the rollups of measures that count the same rows on the
// same date, in one pass over those rows.
type rollupBuild struct {
	tenant   identity.ID
	zone     *time.Location
	measures []rolledMeasure
}

// endOfTime is kpi's last day, when nothing but accepted families are open.
var endOfTime = time.Date(9999, time.December, 30, 0, 0, 0, 0, time.UTC)

// rollupBuilds groups all measures that are rolled up.
func rollupBuilds(tenant identity.ID, zone *time.Location) []*rollupBuild {
	var out []*rollupBuild
	add := func(r rolledMeasure) {
		m := kpiMeasures[r.measure]
		for _, b := range out {
			first := kpiMeasures[b.measures[0].measure]
			if first.table == m.table && first.date == m.date && !slices.Contains([]kpi.Measure{r.measure, b.measures[0].measure}, kpi.MeasureOpen) {
				b.measures = append(b.measures, r)
				return
			}
		}
		out = append(out, &rollupBuild{tenant: tenant, zone: zone, measures: []rolledMeasure{r}})
	}
	for _, m := range kpi.Measures() {
		if m == kpi.MeasureOrderedWithin {
			for _, days := range kpi.RolledWindows() {
				add(rolledMeasure{kpi.WithinKey(days), m, days})
			}
		} else if m.RolledUp(0) {
			add(rolledMeasure{string(m), m, 0})
		}
	}
	return out
}

// lapsesLast holds for families that lapse if nothing happens.
const lapsesLast = "(r.accepted_at is null and (r.closed_at is null or r.lapses_at > r.closed_at))"

// date is when the rows count: open families until they lapse.
func (b *rollupBuild) date(s *selection) string {
	if b.measures[0].measure == kpi.MeasureOpen {
		return "(case when r.accepted_at is not null then " + s.expand("@now") + " else r.lapses_at end)"
	}
	return s.expand("@date")
}

// sums returns the columns summed for each measure, numbered, and rows of them
// under the measures' names.
func (b *rollupBuild) sums(s *selection) (columns, rows string) {
	var sums, values []string
	for i, r := range b.measures {
		s.kpiMeasure, s.sel.Window = kpiMeasures[r.measure], r.window
		counted := cmp.Or(s.rows, "true")
		if r.measure == kpi.MeasureOpen {
			counted = "r.ordered_at is null and (r.accepted_at is not null or " + lapsesLast + ")"
		}
		counted = s.expand(counted)
		value, of := s.expand(s.value), cmp.Or(s.of, "null::numeric")
		sums = append(sums, fmt.Sprintf(`count(*) filter (where (%[1]s) and (%[2]s)) as k%[5]d, count(*) filter (where %[1]s) as n%[5]d,
			coalesce(sum(%[3]s) filter (where %[1]s), 0) as v%[5]d, coalesce(sum(%[4]s) filter (where (%[1]s) and (%[3]s) is not null), 0) as o%[5]d,
			count(*) filter (where (%[1]s) and (%[3]s) is null) as g%[5]d`, counted, s.expand(s.hit), value, of, i))
		values = append(values, fmt.Sprintf("(%[2]s::text, k%[1]d, n%[1]d, v%[1]d, o%[1]d, g%[1]d)", i, s.arg(r.name)))
	}
	return strings.Join(sums, ", "), strings.Join(values, ", ")
}

func (b *rollupBuild) selection() (s *selection, source string) {
	s = &selection{kpiMeasure: kpiMeasures[b.measures[0].measure], sel: kpi.Selector{Measure: b.measures[0].measure, Now: endOfTime, Zone: b.zone}}
	source = fmt.Sprintf("%s r where r.tenant_id = %s and %s is not null", s.source(), s.arg(b.tenant), b.date(s))
	if s.table == factRows && (s.date == "r.sent_at" || s.date == "@ends") {
		source += " and r.sent_at is not null"
	}
	return s, source
}

// byOwner fills kpi_rollup.
func (b *rollupBuild) byOwner() (sql string, args []any) {
	s, source := b.selection()
	day := fmt.Sprintf("(%s at time zone %s)::date", b.date(s), s.expand("@zone"))
	sums, rows := b.sums(s)
	return fmt.Sprintf(`insert into kpi_rollup (tenant_id, measure, day, owner_id, team_id, k, n, value, of, gaps)
		select %s, u.measure, day, owner_id, team_id, u.k, u.n, u.value, u.of, u.gaps
		from (select %s as day, r.owner_id, r.team_id, %s from %s group by 1, 2, 3) summed,
		lateral (values %s) u (measure, k, n, value, of, gaps) where u.n <> 0`, s.arg(b.tenant), day, sums, source, rows), s.args
}

// bySlice fills kpi_slice.
func (b *rollupBuild) bySlice() (sql string, args []any) {
	s, source := b.selection()
	day := fmt.Sprintf("(%s at time zone %s)::date", b.date(s), s.expand("@zone"))
	sets := []string{"(day)"}
	var keys, names, whens []string
	for i, d := range sliceNames()[1:] {
		key := fmt.Sprintf("d%d", i)
		keys, names = append(keys, s.dimension(kpi.Dimension(d))+" as "+key), append(names, key)
		sets = append(sets, fmt.Sprintf("(day, %s)", key))
		whens = append(whens, fmt.Sprintf("when grouping(%s) = 0 then %s", key, s.arg(d)))
	}
	sums, rows := b.sums(s)
	return fmt.Sprintf(`insert into kpi_slice (tenant_id, measure, dimension, day, key, k, n, value, of, gaps)
		select %[1]s, u.measure, dimension, day, key, u.k, u.n, u.value, u.of, u.gaps
		from (select day, case %[2]s else '' end as dimension, coalesce(%[3]s, '') as key, %[4]s
		      from (select r.*, %[5]s as day, %[6]s from %[7]s) r group by grouping sets (%[8]s)) summed,
		lateral (values %[9]s) u (measure, k, n, value, of, gaps) where u.n <> 0`,
		s.arg(b.tenant), strings.Join(whens, " "), strings.Join(names, ", "), sums, day, strings.Join(keys, ", "), source,
		strings.Join(sets, ", "), rows), s.args
}

// lagBuild fills kpi_lag by days for one duration.
func lagBuild(tenant identity.ID, zone *time.Location, d kpi.Duration) (sql string, args []any) {
	span := kpiDurations[d]
	s := &selection{sel: kpi.Selector{Now: endOfTime, Zone: zone}}
	otherwise := s.expand("(" + span.otherwise + ")::timestamptz")
	return fmt.Sprintf(`insert into kpi_lag (tenant_id, measure, monthly, day, lag, k, n)
		select %[1]s, %[2]s, false, (%[3]s at time zone %[4]s)::date, greatest(date_part('day', coalesce(%[5]s, %[6]s) - %[3]s)::integer, 0),
			count(%[5]s), count(*)
		from quote_fact r where tenant_id = %[1]s and %[3]s is not null and coalesce(%[5]s, %[6]s) is not null group by 4, 5`,
		s.arg(tenant), s.arg(kpi.LagKey(d)), span.began, s.expand("@zone"), span.ended, otherwise), s.args
}
