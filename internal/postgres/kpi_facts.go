package postgres

import (
	"context"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

// RecordFacts writes quotes' events to the log of figures, with the facts and
// intake entries they change, inside the transaction that made them. It takes
// two round trips whatever the number of events. All events belong to one
// tenant; an event already in the log is skipped. A family's events must be
// recorded under a lock of that family, which the quotes' store holds.
func RecordFacts(ctx context.Context, tx pgx.Tx, events []quotes.Event) error {
	var mapped []kpi.Event
	for _, e := range events {
		if m, ok := kpiEvent(e); ok {
			mapped = append(mapped, m)
		}
	}
	return RecordKPIEvents(ctx, tx, mapped)
}

// RecordKPIEvents is RecordFacts for events already in the form of figures.
func RecordKPIEvents(ctx context.Context, tx pgx.Tx, events []kpi.Event) error {
	if len(events) == 0 {
		return nil
	}
	facts, known, zone, err := readFacts(ctx, tx, events)
	if err != nil {
		return err
	}
	var batch pgx.Batch
	var deltas kpi.Rollup
	// dirty are families whose fact is not written yet: one that several events
	// recorded at one time change is written once.
	dirty := map[identity.ID]bool{}
	var order []identity.ID
	for _, e := range events {
		if known[e.ID] {
			continue
		}
		known[e.ID] = true
		old := facts[e.Family]
		// What the log knew at an instant must not change later, so a family's
		// recording times never run backwards.
		if e = e.Normal(); e.RecordedAt.Before(old.RecordedFrom) {
			e.RecordedAt = old.RecordedFrom
		}
		next, entries := kpi.Project(old, e)
		facts[e.Family] = next
		deltas.Add(kpi.Deltas(old, next, entries, zone))
		batch.Queue(query("kpi_event_insert"), eventArgs(e)...)
		if old.Events > 0 && next.RecordedFrom.After(old.RecordedFrom) {
			if dirty[e.Family] {
				batch.Queue(query("kpi_fact_write"), factArgs(old)...)
			}
			batch.Queue(query("kpi_fact_keep"), e.Tenant, e.Family, next.RecordedFrom)
		}
		if !dirty[e.Family] {
			dirty[e.Family], order = true, append(order, e.Family)
		}
		for _, entry := range entries {
			batch.Queue(query("kpi_entry_insert"), entryArgs(entry)...)
		}
	}
	for _, family := range order {
		batch.Queue(query("kpi_fact_write"), factArgs(facts[family])...)
	}
	if err := queueDeltas(&batch, events[0].Tenant, deltas.Deltas()); err != nil {
		return err
	}
	return tx.SendBatch(ctx, &batch).Close()
}

// readFacts locks and reads the facts of the events' families, and finds which
// of the events are in the log, and the tenant's zone.
func readFacts(ctx context.Context, tx pgx.Tx, events []kpi.Event) (facts map[identity.ID]kpi.Fact, known map[identity.ID]bool, zone *time.Location, err error) {
	tenant := events[0].Tenant
	var ids, families []identity.ID
	for _, e := range events {
		ids = append(ids, e.ID)
		if !slices.Contains(families, e.Family) {
			families = append(families, e.Family)
		}
	}
	facts, known = map[identity.ID]kpi.Fact{}, map[identity.ID]bool{}
	var batch pgx.Batch
	batch.Queue(query("kpi_facts_for_update"), tenant, families).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			f, err := scanFact(rows)
			if err != nil {
				return err
			}
			f.Tenant = tenant
			facts[f.Family] = f
		}
		return rows.Err()
	})
	batch.Queue(query("kpi_events_present"), tenant, ids).Query(func(rows pgx.Rows) error {
		found, err := pgx.CollectRows(rows, pgx.RowTo[identity.ID])
		for _, id := range found {
			known[id] = true
		}
		return err
	})
	var settings kpi.Settings
	batch.Queue(query("kpi_settings"), tenant).QueryRow(func(row pgx.Row) error { return scanSettings(row, &settings) })
	err = tx.SendBatch(ctx, &batch).Close()
	return facts, known, settings.Zone, err
}
