package postgres

import (
	"iter"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// LoadForBenchmark copies a log, given family by family, with its facts and
// entries into the tables, as an administrator.
func LoadForBenchmark(tb testing.TB, admin *pgx.Conn, events iter.Seq[kpi.Event]) {
	tb.Helper()
	rebuild := dropIndexes(tb, admin)
	const chunk = 20_000
	var rows = map[string][][]any{}
	flush := func(least int) {
		for table, part := range rows {
			if len(part) < least || len(part) == 0 {
				continue
			}
			if _, err := admin.CopyFrom(tb.Context(), pgx.Identifier{table}, copyColumns(table), pgx.CopyFromRows(part)); err != nil {
				tb.Fatal(err)
			}
			rows[table] = nil
		}
	}
	add := func(table string, args []any) { rows[table] = append(rows[table], args) }
	var family identity.ID
	var fact kpi.Fact
	for e := range events {
		if e.Family != family && fact.Events > 0 {
			add("quote_fact", factArgs(fact))
			fact = kpi.Fact{}
			flush(chunk)
		}
		family = e.Family
		add("quote_event", eventArgs(e.Normal()))
		next, entries := kpi.Project(fact, e)
		if fact.Events > 0 && next.RecordedFrom.After(fact.RecordedFrom) {
			add("quote_fact_past", append(factArgs(fact), next.RecordedFrom))
		}
		for _, entry := range entries {
			add("intake_entry", entryArgs(entry))
		}
		fact = next
	}
	add("quote_fact", factArgs(fact))
	flush(1)
	for _, sql := range append(rebuild, "vacuum analyze") {
		if _, err := admin.Exec(tb.Context(), sql); err != nil {
			tb.Fatalf("%s: %v", sql, err)
		}
	}
}

// dropIndexes takes the indexes of the tables of figures away, since rows are
// copied faster without, and returns the statements that make them again.
func dropIndexes(tb testing.TB, admin *pgx.Conn) []string {
	tb.Helper()
	rows, err := admin.Query(tb.Context(), `select case when c.oid is null then 'drop index ' || x.indexrelid::regclass
			else format('alter table %s drop constraint %I', x.indrelid::regclass, c.conname) end,
		case when c.oid is null then pg_get_indexdef(x.indexrelid)
			else format('alter table %s add constraint %I %s', x.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end
		from pg_index x left join pg_constraint c on c.conindid = x.indexrelid
		where x.indrelid = any (array['quote_event', 'quote_fact', 'quote_fact_past', 'intake_entry']::regclass[])`)
	if err != nil {
		tb.Fatal(err)
	}
	var drops, makes []string
	var drop, again string
	if _, err := pgx.ForEachRow(rows, []any{&drop, &again}, func() error {
		drops, makes = append(drops, drop), append(makes, again)
		return nil
	}); err != nil {
		tb.Fatal(err)
	}
	for _, sql := range drops {
		if _, err := admin.Exec(tb.Context(), sql); err != nil {
			tb.Fatalf("%s: %v", sql, err)
		}
	}
	return makes
}

// copyColumns are the columns in the order of the arguments of the insert
// statements.
func copyColumns(table string) []string {
	name := map[string]string{"quote_event": "kpi_event_insert", "quote_fact": "kpi_fact_write", "quote_fact_past": "kpi_fact_write", "intake_entry": "kpi_entry_insert"}[table]
	_, list, _ := strings.Cut(query(name), "(")
	list, _, _ = strings.Cut(list, ")")
	var out []string
	for column := range strings.SplitSeq(list, ",") {
		out = append(out, strings.TrimSpace(column))
	}
	if table == "quote_fact_past" {
		out = append(out, "recorded_to")
	}
	return out
}
