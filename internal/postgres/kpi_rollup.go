package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// queueDeltas adds one statement that appends all changes of rollups.
func queueDeltas(batch *pgx.Batch, tenant identity.ID, deltas []kpi.Delta) {
	if len(deltas) == 0 {
		return
	}
	var measures []string
	var days []civil.Date
	var owners, teams []identity.ID
	var ks, ns, gaps []int64
	var values, ofs []money.Decimal
	for _, d := range deltas {
		measures, days = append(measures, d.Measure), append(days, d.Day)
		owners, teams = append(owners, d.Owner), append(teams, d.Team)
		ks, ns, gaps = append(ks, d.K), append(ns, d.N), append(gaps, d.Gaps)
		values, ofs = append(values, d.Value), append(ofs, d.Of)
	}
	batch.Queue(query("kpi_delta_insert"), tenant, measures, days, owners, teams, ks, ns, values, ofs, gaps)
}

// foldChunk is how many changes one transaction folds.
const foldChunk = 5000

// FoldRollups folds the tenant's waiting changes into its rollups and returns
// how many. Figures are the same before, meanwhile and after; folding keeps
// reading them fast. It may run beside writers and beside itself. Rollups that
// lack what this version rolls up are made anew first.
func FoldRollups(ctx context.Context, db Transactor, tenant identity.ID) (folded int64, err error) {
	var stale bool
	err = db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, query("kpi_rollup_stale"), tenant).Scan(&stale)
	})
	if err == nil && stale {
		err = RebuildRollups(ctx, db, tenant)
	}
	if err != nil {
		return 0, err
	}
	for {
		var n int64
		err := db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
			return tx.QueryRow(ctx, query("kpi_fold"), tenant, foldChunk).Scan(&n)
		})
		folded += n
		if err != nil || n < foldChunk {
			return folded, err
		}
	}
}

// RebuildRollups computes the tenant's rollups anew from its facts and entries:
// needed after its time zone changed, and done by RebuildFacts after a repair.
// Writers of figures wait meanwhile.
func RebuildRollups(ctx context.Context, db Transactor, tenant identity.ID) error {
	return db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		for _, name := range []string{"kpi_rollup_lock", "kpi_delta_forget", "kpi_rollup_forget", "kpi_rollup_made"} {
			var args []any
			if name != "kpi_rollup_lock" {
				args = []any{tenant}
			}
			if _, err := tx.Exec(ctx, query(name), args...); err != nil {
				return err
			}
		}
		var settings kpi.Settings
		if err := scanSettings(tx.QueryRow(ctx, query("kpi_settings"), tenant), &settings); err != nil {
			return err
		}
		deltas, err := allDeltas(ctx, tx, tenant, settings.Zone)
		if err != nil {
			return err
		}
		for part := range slices.Chunk(deltas, foldChunk) {
			var batch pgx.Batch
			queueDeltas(&batch, tenant, part)
			batch.Queue(query("kpi_fold"), tenant, foldChunk)
			if err := tx.SendBatch(ctx, &batch).Close(); err != nil {
				return err
			}
		}
		return nil
	})
}

// allDeltas reads every fact and entry, a page at a time.
func allDeltas(ctx context.Context, tx pgx.Tx, tenant identity.ID, zone *time.Location) ([]kpi.Delta, error) {
	var sums kpi.Rollup
	err := eachPage(ctx, tx, tenant, "kpi_facts_after", func(row pgx.CollectableRow) (identity.ID, error) {
		f, err := scanFact(row)
		sums.Add(kpi.Deltas(kpi.Fact{}, f, nil, zone))
		return f.Family, err
	})
	if err != nil {
		return nil, err
	}
	err = eachPage(ctx, tx, tenant, "kpi_entries_after", func(row pgx.CollectableRow) (identity.ID, error) {
		var e kpi.Entry
		v := &e.Value
		err := row.Scan(&e.Event, &e.Family, &e.Type, &e.At, &e.Dimensions.Owner, &e.Dimensions.Team,
			&v.Currency, &v.Base, &v.Rate, &v.Net, &v.List, &v.Cost, &v.CostedNet)
		sums.Add(kpi.Deltas(kpi.Fact{}, kpi.Fact{}, []kpi.Entry{e}, zone))
		return e.Event, err
	})
	return sums.Deltas(), err
}

// eachPage runs a query over the tenant's rows after an id, page by page, so
// that no single statement takes long; scan returns the row's id.
func eachPage(ctx context.Context, tx pgx.Tx, tenant identity.ID, name string, scan pgx.RowToFunc[identity.ID]) error {
	var last identity.ID
	for {
		rows, err := tx.Query(ctx, query(name), tenant, last, foldChunk)
		if err != nil {
			return err
		}
		ids, err := pgx.CollectRows(rows, scan)
		if err != nil || len(ids) == 0 {
			return err
		}
		last = ids[len(ids)-1]
	}
}

// rollupDimensions are the slices a rollup can answer; "day" is its own.
var rollupDimensions = map[kpi.Dimension]string{
	kpi.ByOwner: "owner_id::text",
	kpi.ByTeam:  "team_id::text",
	kpi.ByDay:   "to_char(day, 'YYYY-MM-DD')",
	kpi.ByWeek:  `to_char(day, 'IYYY-"W"IW')`,
	kpi.ByMonth: "to_char(day, 'YYYY-MM')",
	kpi.ByYear:  "to_char(day, 'YYYY')",
}

// readRollup answers from the rollups and the changes not yet folded, both in
// one statement and so at one instant; ok is false where only the facts can
// tell: other slices or filters, the past, days not whole, amounts without a
// rate or at constant ones.
func readRollup(ctx context.Context, tx pgx.Tx, tenant identity.ID, sel kpi.Selector) (cells []kpi.Cell, ok bool, err error) {
	r, ok := newRollupQuery(tenant, sel)
	if !ok {
		return nil, false, nil
	}
	sql := r.sql() // before the arguments, to which it adds
	rows, err := tx.Query(ctx, sql, r.args...)
	if err != nil {
		return nil, false, err
	}
	var gaps int64
	cells, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (c kpi.Cell, err error) {
		var missing int64
		err = row.Scan(&c.Key, &c.K, &c.N, &c.Value, &c.Of, &missing)
		gaps += missing
		return c, err
	})
	if len(sel.Slices) > 0 {
		cells = slices.DeleteFunc(cells, func(c kpi.Cell) bool { return c.N == 0 })
	}
	return cells, err == nil && gaps == 0, err
}

// rollupQuery is a sum over rollups: parts with a range of days,
// and corrections from single facts where a day is cut.
type rollupQuery struct {
	*selection
	tenant   identity.ID
	from, to civil.Date
	parts    []string
}

func newRollupQuery(tenant identity.ID, sel kpi.Selector) (*rollupQuery, bool) {
	if !sel.AsOf.IsZero() || sel.Spread || sel.Rates != nil || !sel.Measure.RolledUp(sel.Window) {
		return nil, false
	}
	for _, d := range sel.Slices {
		if rollupDimensions[d] == "" || sel.Measure == kpi.MeasureOpen && d.OfTime() {
			return nil, false
		}
	}
	for d := range sel.Filter {
		if d != kpi.ByOwner && d != kpi.ByTeam {
			return nil, false
		}
	}
	r := &rollupQuery{selection: &selection{kpiMeasure: kpiMeasures[sel.Measure], sel: sel}, tenant: tenant,
		from: civil.In(sel.From, sel.Zone), to: civil.In(sel.To, sel.Zone)}
	whole := r.from.Midnight(sel.Zone).Equal(sel.From) && r.to.Midnight(sel.Zone).Equal(sel.To)
	if !whole && !sel.Measure.Stock() {
		return nil, false
	}
	r.plan()
	return r, true
}

// plan chooses the parts of the measure.
func (r *rollupQuery) plan() {
	sel := r.sel
	today := civil.In(sel.Now, sel.Zone)
	tomorrow := today.AddDays(1)
	switch sel.Measure {
	case kpi.MeasureOpen:
		r.part(string(kpi.MeasureOpen), tomorrow, civil.Date{})
		r.notYet(1)
	case kpi.MeasureDecided, kpi.MeasureLost:
		if !r.to.After(today) {
			r.part(string(sel.Measure), r.from, r.to)
			return
		}
		r.part(string(sel.Measure), r.from, tomorrow)
		if !r.from.After(today) {
			r.notYet(-1)
		}
	case kpi.MeasureOrderedWithin:
		// Of the day on which the youngest judged quotes were sent, facts say
		// which were sent early enough.
		last := civil.In(sel.Now.Add(-time.Duration(sel.Window)*24*time.Hour), sel.Zone)
		r.part(kpi.WithinKey(sel.Window), r.from, earliest(r.to, last))
		if !last.Before(r.from) && last.Before(r.to) {
			r.sentOn(last)
		}
	default:
		r.part(string(sel.Measure), r.from, r.to)
	}
}

func earliest(a, b civil.Date) civil.Date {
	if b.Before(a) {
		return b
	}
	return a
}

// part adds the days from..to (exclusive; zero is unbounded) of a measure.
func (r *rollupQuery) part(measure string, from, to civil.Date) {
	where := "where tenant_id = " + r.arg(r.tenant) + " and measure = " + r.arg(measure)
	if !from.IsZero() {
		where += " and day >= " + r.arg(from)
	}
	if !to.IsZero() {
		where += " and day < " + r.arg(to)
	}
	where += r.visible("")
	for _, table := range []string{"kpi_rollup", "kpi_delta"} {
		r.parts = append(r.parts, fmt.Sprintf("select day, owner_id, team_id, k, n, value, of, gaps from %s %s", table, where))
	}
}

// notYet takes back the families that a rollup counts as decided today but
// that lapse only later today: their validity does not end with a day.
func (r *rollupQuery) notYet(sign int) {
	end := civil.In(r.sel.Now, r.sel.Zone).End(r.sel.Zone)
	hits := "0"
	if r.sel.Measure == kpi.MeasureLost {
		hits = fmt.Sprintf("%d * (r.loss_reason <> '')::int", sign)
	}
	r.parts = append(r.parts, fmt.Sprintf(`select (r.lapses_at at time zone %s)::date, r.owner_id, r.team_id, %[7]s, %[2]d, %[2]d * coalesce(r.sent_base, 0), 0::numeric,
		(r.sent_base is null)::int from quote_fact r where r.tenant_id = %[3]s and r.lapses_at > %[4]s and r.lapses_at < %[5]s
		and r.sent_at is not null and r.ordered_at is null and r.accepted_at is null and (r.closed_at is null or r.lapses_at > r.closed_at)%[6]s`,
		r.expand("@zone"), sign, r.arg(r.tenant), r.arg(r.sel.Now), r.arg(end), r.visible("r."), hits))
}

// sentOn adds the families of one day of sending from their facts.
func (r *rollupQuery) sentOn(day civil.Date) {
	r.parts = append(r.parts, fmt.Sprintf(`select %s::date, r.owner_id, r.team_id, (%s)::int, 1, coalesce(r.sent_base, 0), 0::numeric, (r.sent_base is null)::int
		from quote_fact r where r.tenant_id = %s and r.sent_at >= %s and r.sent_at < %s and %s%s`,
		r.arg(day), "coalesce("+r.expand(r.hit)+", false)", r.arg(r.tenant), r.arg(day.Midnight(r.sel.Zone)), r.arg(day.End(r.sel.Zone)),
		r.expand(r.rows), r.visible("r.")))
}

// visible is the filter and the scope.
func (r *rollupQuery) visible(alias string) string {
	var out strings.Builder
	for d, column := range map[kpi.Dimension]string{kpi.ByOwner: "owner_id", kpi.ByTeam: "team_id"} {
		if values, ok := r.sel.Filter[d]; ok {
			fmt.Fprintf(&out, " and %s%s::text = any (%s::text[])", alias, column, r.arg(values))
		}
	}
	if s := r.sel.Scope; !s.All {
		fmt.Fprintf(&out, " and (%[1]steam_id = any (%[2]s::uuid[]) or %[1]sowner_id = %[3]s)", alias, r.arg(s.Teams), r.arg(s.Owner))
	}
	return out.String()
}

func (r *rollupQuery) sql() string {
	key, groupBy := "array[]::text[]", ""
	if len(r.sel.Slices) > 0 {
		var exprs []string
		for _, d := range r.sel.Slices {
			exprs = append(exprs, rollupDimensions[d])
		}
		key, groupBy = "array["+strings.Join(exprs, ", ")+"]", " group by 1 order by 1"
	}
	return fmt.Sprintf("select %s, coalesce(sum(k), 0)::bigint, coalesce(sum(n), 0)::bigint, coalesce(sum(value), 0), coalesce(sum(of), 0), "+
		"coalesce(sum(gaps), 0)::bigint + (select count(*) from kpi_rollup_stale where tenant_id = %s) from (%s) parts%s", key, r.arg(r.tenant), strings.Join(r.parts, " union all "), groupBy)
}
