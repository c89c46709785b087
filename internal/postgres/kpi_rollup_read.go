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
	"github.com/quotient-cpq/quotient/kpi"
)

// ownerKeys and timeKeys are the slices that every row of a rollup can answer.
var (
	ownerKeys = map[kpi.Dimension]string{kpi.ByOwner: "owner_id", kpi.ByTeam: "team_id"}
	timeKeys  = map[kpi.Dimension]string{
		kpi.ByDay:   "to_char(day, 'YYYY-MM-DD')",
		kpi.ByWeek:  `to_char(day, 'IYYY-"W"IW')`,
		kpi.ByMonth: "to_char(day, 'YYYY-MM')",
		kpi.ByYear:  "to_char(day, 'YYYY')",
	}
)

// readRollup answers from the rollups and the changes not yet folded, both in
// one statement and so at one instant; ok is false where only the facts can
// tell: other slices or filters or several of them, the past, days not whole,
// amounts without a rate or at constant ones.
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
	tenant identity.ID
	// by is the dimension of kpi_slice that is read, "" for the whole; owners
	// means kpi_rollup instead.
	by       kpi.Dimension
	owners   bool
	from, to civil.Date
	parts    []string
}

func newRollupQuery(tenant identity.ID, sel kpi.Selector) (*rollupQuery, bool) {
	derived := sel.Measure == kpi.MeasureExpiring || sel.Measure == kpi.MeasureImmature
	if !sel.AsOf.IsZero() || sel.Spread || sel.Rates != nil || !derived && !sel.Measure.RolledUp(sel.Window) {
		return nil, false
	}
	by, owners, ok := rollupDimension(sel)
	if !ok {
		return nil, false
	}
	r := &rollupQuery{selection: &selection{kpiMeasure: kpiMeasures[sel.Measure], sel: sel}, tenant: tenant, by: by, owners: owners,
		from: civil.In(sel.From, sel.Zone), to: civil.In(sel.To, sel.Zone)}
	whole := r.from.Midnight(sel.Zone).Equal(sel.From) && r.to.Midnight(sel.Zone).Equal(sel.To)
	if !whole && !sel.Measure.Stock() {
		return nil, false
	}
	r.plan()
	return r, true
}

// rollupDimension is the one dimension beside time by which a selector slices
// and filters, "" for none; owners tells that several are about people, who are
// kept apart. ok is false where there are others.
func rollupDimension(sel kpi.Selector) (by kpi.Dimension, owners, ok bool) {
	var used []kpi.Dimension
	for _, d := range sel.Slices {
		if timeKeys[d] == "" {
			used = append(used, d)
		} else if sel.Measure.Stock() {
			return "", false, false
		}
	}
	for d := range sel.Filter {
		used = append(used, d)
	}
	slices.Sort(used)
	used = slices.Compact(used)
	switch {
	case sel.Scope.All && len(used) == 0:
		return "", false, true
	case sel.Scope.All && len(used) == 1 && slices.Contains(sliceNames(), string(used[0])):
		return used[0], false, true
	}
	return "", true, !slices.ContainsFunc(used, func(d kpi.Dimension) bool { return ownerKeys[d] == "" })
}

// plan chooses the parts of the measure.
func (r *rollupQuery) plan() {
	sel := r.sel
	today := civil.In(sel.Now, sel.Zone)
	tomorrow := today.AddDays(1)
	window := time.Duration(sel.Window) * 24 * time.Hour
	switch sel.Measure {
	case kpi.MeasureOpen:
		r.part(string(kpi.MeasureOpen), tomorrow, civil.Date{}, "k")
		r.notYet(1)
	case kpi.MeasureExpiring:
		// All that are to lapse, and of those the ones before the window ends.
		last := civil.In(sel.Now.Add(window), sel.Zone)
		r.part(string(kpi.MeasureOpen), tomorrow, civil.In(endOfTime, sel.Zone), fmt.Sprintf("case when day < %s then n else 0 end", r.arg(last)))
		r.notYet(1)
		if last.After(today) {
			r.facts("r.lapses_at", last.Midnight(sel.Zone), sel.Now.Add(window+time.Microsecond), r.expand(r.rows), "1", "0")
		}
	case kpi.MeasureDecided, kpi.MeasureLost:
		if !r.to.After(today) {
			r.part(string(sel.Measure), r.from, r.to, "k")
			return
		}
		r.part(string(sel.Measure), r.from, tomorrow, "k")
		if !r.from.After(today) {
			r.notYet(-1)
		}
	case kpi.MeasureOrderedWithin:
		// Of the day on which the youngest judged quotes were sent, facts say
		// which were sent early enough.
		last := civil.In(sel.Now.Add(-window), sel.Zone)
		r.part(kpi.WithinKey(sel.Window), r.from, earliest(r.to, last), "k")
		if !last.Before(r.from) && last.Before(r.to) {
			r.facts("r.sent_at", last.Midnight(sel.Zone), last.End(sel.Zone), r.expand(r.rows), "coalesce("+r.expand(r.hit)+", false)::int", "1")
		}
	case kpi.MeasureImmature:
		last := civil.In(sel.Now.Add(-window), sel.Zone)
		r.part(string(kpi.MeasureSent), r.from, r.to, fmt.Sprintf("case when day > %s then n else 0 end", r.arg(last)))
		if !last.Before(r.from) && last.Before(r.to) {
			r.facts("r.sent_at", last.Midnight(sel.Zone), last.End(sel.Zone), r.expand(r.hit), "1", "0")
		}
	default:
		r.part(string(sel.Measure), r.from, r.to, "k")
	}
}

func earliest(a, b civil.Date) civil.Date {
	if b.Before(a) {
		return b
	}
	return a
}

// part adds the days from..to (exclusive; zero is unbounded) of a measure,
// with an expression for the hits.
func (r *rollupQuery) part(measure string, from, to civil.Date, hits string) {
	where := "where tenant_id = " + r.arg(r.tenant) + " and measure = " + r.arg(measure)
	if !from.IsZero() {
		where += " and day >= " + r.arg(from)
	}
	if !to.IsZero() {
		where += " and day < " + r.arg(to)
	}
	add := func(table, keys, where string) {
		r.parts = append(r.parts, fmt.Sprintf("select day, %s, %s as k, n, value, of, gaps from %s %s", keys, hits, table, where))
	}
	if r.owners {
		where += r.visible("")
		add("kpi_rollup", "owner_id, team_id", where)
		add("kpi_delta", "owner_id, team_id", where)
		return
	}
	add("kpi_slice", "key", where+" and dimension = "+r.arg(string(r.by))+r.filtered("key"))
	key := fmt.Sprintf("(slices->>%d)", slices.Index(kpi.RolledSlices(), r.by))
	switch r.by {
	case "":
		key = "''"
	case kpi.ByTeam:
		key = "team_id::text"
	}
	add("kpi_delta", key, where+r.filtered(key))
}

// filtered is the filter of the one dimension of the query.
func (r *rollupQuery) filtered(key string) string {
	if values, ok := r.sel.Filter[r.by]; ok {
		return fmt.Sprintf(" and %s = any (%s::text[])", key, r.arg(values))
	}
	return ""
}

// notYet counts the families that a rollup has as lapsed today but that lapse
// only later today, since their validity does not end with a day: 1 adds them,
// -1 takes them back.
func (r *rollupQuery) notYet(sign int) {
	end := civil.In(r.sel.Now, r.sel.Zone).End(r.sel.Zone)
	hits := "0"
	switch r.sel.Measure {
	case kpi.MeasureLost:
		hits = fmt.Sprintf("%d * (r.loss_reason <> '')::int", sign)
	case kpi.MeasureExpiring:
		hits = "(" + r.expand(r.hit) + ")::int"
	}
	r.facts("r.lapses_at", r.sel.Now.Add(time.Microsecond), end,
		"r.sent_at is not null and r.ordered_at is null and "+lapsesLast, hits, fmt.Sprint(sign))
}

// facts adds single families by one of their dates, from..to (exclusive), with
// expressions for the hits and for how often each counts.
func (r *rollupQuery) facts(date string, from, to time.Time, rows, hits, times string) {
	keys := "''"
	switch {
	case r.owners:
		keys = "r.owner_id, r.team_id"
	case r.by != "":
		keys = r.dimension(r.by)
	}
	visible := r.filtered(keys)
	if r.owners {
		visible = r.visible("r.")
	}
	r.parts = append(r.parts, fmt.Sprintf(`select (%[1]s at time zone %[2]s)::date, %[3]s, %[4]s, %[5]s, %[5]s * coalesce(r.sent_base, 0), 0::numeric,
		%[5]s * (r.sent_base is null)::int from quote_fact r where r.tenant_id = %[6]s and %[1]s >= %[7]s and %[1]s < %[8]s and %[9]s%[10]s`,
		date, r.expand("@zone"), keys, hits, times, r.arg(r.tenant), r.arg(from), r.arg(to), rows, visible))
}

// visible is the filter and the scope.
func (r *rollupQuery) visible(alias string) string {
	var out strings.Builder
	for _, d := range []kpi.Dimension{kpi.ByOwner, kpi.ByTeam} {
		if values, ok := r.sel.Filter[d]; ok {
			fmt.Fprintf(&out, " and %s%s::text = any (%s::text[])", alias, ownerKeys[d], r.arg(values))
		}
	}
	if s := r.sel.Scope; !s.All {
		fmt.Fprintf(&out, " and (%[1]steam_id = any (%[2]s::uuid[]) or %[1]sowner_id = %[3]s)", alias, r.arg(s.Teams), r.arg(s.Owner))
	}
	return out.String()
}

func (r *rollupQuery) sql() string {
	columns := "key"
	if r.owners {
		columns = "owner_id, team_id"
	}
	key, groupBy := "array[]::text[]", ""
	if len(r.sel.Slices) > 0 {
		var exprs []string
		for _, d := range r.sel.Slices {
			switch {
			case timeKeys[d] != "":
				exprs = append(exprs, timeKeys[d])
			case r.owners:
				exprs = append(exprs, ownerKeys[d]+"::text")
			default:
				exprs = append(exprs, "key")
			}
		}
		key, groupBy = "array["+strings.Join(exprs, ", ")+"]", " group by 1 order by 1"
	}
	return fmt.Sprintf("select %s, coalesce(sum(k), 0)::bigint, coalesce(sum(n), 0)::bigint, coalesce(sum(value), 0), coalesce(sum(of), 0), "+
		"coalesce(sum(gaps), 0)::bigint + (select count(*) from kpi_rollup_stale where tenant_id = %s) from (%s) parts (day, %s, k, n, value, of, gaps)%s",
		key, r.arg(r.tenant), strings.Join(r.parts, " union all "), columns, groupBy)
}
