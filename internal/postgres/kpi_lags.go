package postgres

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// Lags implements kpi.Store.
func (k *KPI) Lags(ctx context.Context, tenant identity.ID, d kpi.Duration, sel kpi.Selector) (lags []kpi.Lag, err error) {
	q := &lagQuery{selection: &selection{kpiMeasure: kpiMeasure{date: kpiDurations[d].began}, sel: sel}, tenant: tenant, duration: d}
	q.plan()
	err = k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		if q.rolled {
			var stale bool
			if err := tx.QueryRow(ctx, query("kpi_rollup_stale"), tenant).Scan(&stale); err != nil {
				return err
			}
			if stale {
				q.args, q.parts, q.rolled = nil, nil, false
				q.fromFacts(sel.From, sel.To)
			}
		}
		rows, err := tx.Query(ctx, q.sql(), q.args...)
		if err != nil {
			return err
		}
		lags, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (l kpi.Lag, err error) {
			err = row.Scan(&l.Key, &l.Days, &l.Ended, &l.Otherwise, &l.Waits)
			return l, err
		})
		return err
	})
	return lags, err
}

// lagQuery is a sum over parts: rollups of whole days, families whose duration
// still runs, and facts of the days that are cut. Each part has the columns key,
// lag, ended, otherwise and waits.
type lagQuery struct {
	*selection
	tenant   identity.ID
	duration kpi.Duration
	parts    []string
	rolled   bool
}

func (q *lagQuery) plan() {
	sel := q.sel
	first, last := civil.In(sel.From, sel.Zone), civil.In(sel.To, sel.Zone)
	if !first.Midnight(sel.Zone).Equal(sel.From) {
		first = first.AddDays(1)
	}
	if !sel.AsOf.IsZero() || len(sel.Slices) > 0 || len(sel.Filter) > 0 || !sel.Scope.All || !first.Before(last) {
		q.fromFacts(sel.From, sel.To)
		return
	}
	q.rolled = true
	from, to := first.Midnight(sel.Zone), last.Midnight(sel.Zone)
	if sel.From.Before(from) {
		q.fromFacts(sel.From, from)
	}
	if to.Before(sel.To) {
		q.fromFacts(to, sel.To)
	}
	q.fromRollups(first, last)
	q.running(from, to)
}

// days is the whole days between two instants, not below zero.
func days(from, to string) string {
	return fmt.Sprintf("greatest(date_part('day', %s - %s)::integer, 0)", to, from)
}

// fromFacts counts families one by one.
func (q *lagQuery) fromFacts(from, to time.Time) {
	span := kpiDurations[q.duration]
	q.sel.From, q.sel.To = from, to
	source := q.where(q.tenant, true)
	keys, _ := q.keys()
	otherwise := q.expand("(" + span.otherwise + ")::timestamptz")
	ends := fmt.Sprintf("coalesce(%s, %s, %s)", span.ended, otherwise, q.expand("@now"))
	q.parts = append(q.parts, fmt.Sprintf(`select %s, %s, count(%[3]s), count(*) filter (where %[3]s is null and %[4]s is not null),
		count(*) filter (where coalesce(%[3]s, %[4]s) is null) %[5]s group by 1, 2`, keys, days(span.began, ends), span.ended, otherwise, source))
}

// fromRollups counts what ended or, if nothing happens, will; whole months are
// read by the month.
func (q *lagQuery) fromRollups(first, last civil.Date) {
	measure := q.arg(kpi.LagKey(q.duration))
	tenant := q.arg(q.tenant)
	add := func(table, more string) {
		q.parts = append(q.parts, fmt.Sprintf("select array[]::text[], lag, k, n - k, 0 from %s where tenant_id = %s and measure = %s%s",
			table, tenant, measure, more))
	}
	between := func(from, to civil.Date) string {
		return fmt.Sprintf(" and day >= %s and day < %s", q.arg(from), q.arg(to))
	}
	add("kpi_delta", between(first, last))
	month := first
	if month.Day != 1 {
		month.Day = 1
		month = month.AddMonths(1)
	}
	end := last
	end.Day = 1
	if !month.Before(end) {
		add("kpi_lag", " and not monthly"+between(first, last))
		return
	}
	add("kpi_lag", " and monthly"+between(month, end))
	add("kpi_lag", " and not monthly"+between(first, month))
	add("kpi_lag", " and not monthly"+between(end, last))
}

// running counts the families that began from..to and whose duration still
// runs, and takes back what rollups say of how they will end.
func (q *lagQuery) running(from, to time.Time) {
	span := kpiDurations[q.duration]
	began := fmt.Sprintf("%[1]s >= %[2]s and %[1]s < %[3]s", span.began, q.arg(from), q.arg(to))
	tenant, now := q.arg(q.tenant), q.expand("@now")
	add := func(lag, counts, where string) {
		q.parts = append(q.parts, fmt.Sprintf("select array[]::text[], %s, %s from quote_fact r where r.tenant_id = %s and %s and %s",
			lag, counts, tenant, began, where))
	}
	if span.otherwise == "null" {
		add(days(span.began, now), "0, 0, 1", span.ended+" is null")
		return
	}
	// The index quote_fact_live has the condition of those that may be open,
	// quote_fact_stranded that of those with no offer that stands or ended.
	running := span.ended + " is null and (r.accepted_at is not null or r.lapses_at is not null) and " + q.expand("@open")
	add(days(span.began, now), "0, 0, 1", running)
	add(days(span.began, "r.lapses_at"), "0, -1, 0", running+" and "+lapsesLast)
	add(days(span.began, now), "0, 0, 1", span.ended+" is null and r.sent_at is not null and r.ordered_at is null and r.accepted_at is null"+
		" and r.lapses_at is null and r.closed_at is null")
}

func (q *lagQuery) sql() string {
	return fmt.Sprintf(`select key, lag, sum(ended)::bigint, sum(otherwise)::bigint, sum(waits)::bigint
		from (%s) parts (key, lag, ended, otherwise, waits) group by 1, 2
		having sum(ended) <> 0 or sum(otherwise) <> 0 or sum(waits) <> 0 order by 1, 2`, strings.Join(q.parts, " union all "))
}
