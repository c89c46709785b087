package postgres

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"
	"golang.org/x/sync/errgroup"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// Rebuilt counts what RebuildFacts looked at.
type Rebuilt struct {
	Families int64
	Events   int64
	// Repaired families had facts or entries that the log does not give.
	Repaired int64
}

// rebuildChunk is how many families one transaction of a rebuild holds locked.
const rebuildChunk = 500

// rebuildWorkers is how many parts are replayed at a time.
const rebuildWorkers = 3

// RebuildFacts replays the tenant's log, compares what it gives with the
// stored facts, their past versions and the intake entries, and replaces what
// differs. It works in small transactions beside running writers, may be
// stopped and started again, and calls progress after each of them, one call at
// a time.
func RebuildFacts(ctx context.Context, db *DB, tenant identity.ID, progress func(Rebuilt)) (Rebuilt, error) {
	var all Rebuilt
	var mu sync.Mutex
	group, working := errgroup.WithContext(ctx)
	parts := make(chan []identity.ID)
	group.Go(func() error {
		defer close(parts)
		return eachFamilies(working, db, tenant, func(families []identity.ID) error {
			select {
			case parts <- families:
				return nil
			case <-working.Done():
				return context.Cause(working)
			}
		})
	})
	for range rebuildWorkers {
		group.Go(func() error {
			for families := range parts {
				done, err := rebuildFamilies(working, db, tenant, families)
				if err != nil {
					return err
				}
				mu.Lock()
				all = Rebuilt{all.Families + done.Families, all.Events + done.Events, all.Repaired + done.Repaired}
				progress(all)
				mu.Unlock()
			}
			return nil
		})
	}
	err := group.Wait()
	if err == nil && all.Repaired > 0 {
		err = RebuildRollups(ctx, db, tenant)
	}
	return all, err
}

// eachFamilies calls do with the families of the log, a part at a time.
func eachFamilies(ctx context.Context, db *DB, tenant identity.ID, do func([]identity.ID) error) error {
	var last identity.ID
	for {
		families, err := readRows(ctx, db, tenant, pgx.RowTo[identity.ID], query("kpi_families_after"), tenant, last, rebuildChunk)
		if err != nil || len(families) == 0 {
			return err
		}
		if err := do(families); err != nil {
			return err
		}
		last = families[len(families)-1]
	}
}

// story is everything the log gives for one family.
type story struct {
	versions []kpi.Fact // the last one is the present
	entries  []kpi.Entry
}

func rebuildFamilies(ctx context.Context, db *DB, tenant identity.ID, families []identity.ID) (done Rebuilt, err error) {
	err = db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		stored, err := storedStories(ctx, tx, tenant, families)
		if err != nil {
			return err
		}
		events, err := readEvents(ctx, tx, tenant, families)
		if err != nil {
			return err
		}
		done = Rebuilt{Families: int64(len(families)), Events: int64(len(events))}
		var batch pgx.Batch
		for family, told := range tell(events) {
			same, err := stored[family].equals(told)
			if err != nil {
				return err
			}
			if !same {
				done.Repaired++
				queueStory(&batch, tenant, family, told)
			}
		}
		return tx.SendBatch(ctx, &batch).Close()
	})
	return done, err
}

// tell replays events, which are in the order of the log.
func tell(events []kpi.Event) map[identity.ID]story {
	out := map[identity.ID]story{}
	for _, e := range events {
		s := out[e.Family]
		var old kpi.Fact
		if n := len(s.versions); n > 0 {
			old = s.versions[n-1]
		}
		next, entries := kpi.Project(old, e)
		if n := len(s.versions); n > 0 && !next.RecordedFrom.After(old.RecordedFrom) {
			s.versions[n-1] = next
		} else {
			s.versions = append(s.versions, next)
		}
		s.entries = append(s.entries, entries...)
		out[e.Family] = s
	}
	return out
}

func queueStory(batch *pgx.Batch, tenant, family identity.ID, s story) {
	for _, forget := range []string{"kpi_fact_forget", "kpi_past_forget", "kpi_entries_forget"} {
		batch.Queue(query(forget), tenant, family)
	}
	for i, f := range s.versions {
		if i > 0 {
			batch.Queue(query("kpi_fact_keep"), tenant, family, f.RecordedFrom)
		}
		batch.Queue(query("kpi_fact_write"), factArgs(f)...)
	}
	for _, e := range s.entries {
		batch.Queue(query("kpi_entry_insert"), entryArgs(e)...)
	}
}

// summary is what of a story is compared: every version of the fact, and the
// number and sum of its entries.
type summary struct {
	Versions []kpi.Fact
	Entries  int64
	Net      money.Decimal
}

func (s summary) equals(told story) (bool, error) {
	want := summary{Versions: told.versions}
	for _, e := range told.entries {
		want.Entries++
		want.Net = want.Net.Add(e.Value.Net)
	}
	a, err := json.Marshal(s.normal())
	if err != nil {
		return false, err
	}
	b, err := json.Marshal(want.normal())
	return string(a) == string(b), err
}

// normal gives empty lists and maps one form.
func (s summary) normal() summary {
	for i := range s.Versions {
		f := &s.Versions[i]
		if len(f.Offers) == 0 {
			f.Offers = nil
		}
		if len(f.RevisionReasons) == 0 {
			f.RevisionReasons = nil
		}
	}
	return s
}

func storedStories(ctx context.Context, tx pgx.Tx, tenant identity.ID, families []identity.ID) (map[identity.ID]summary, error) {
	out := map[identity.ID]summary{}
	facts := func(rows pgx.Rows) error {
		for rows.Next() {
			f, err := scanFact(rows)
			if err != nil {
				return err
			}
			f.Tenant = tenant
			s := out[f.Family]
			s.Versions = append(s.Versions, f)
			out[f.Family] = s
		}
		return rows.Err()
	}
	var batch pgx.Batch
	// The lock on the present versions keeps writers of these families away,
	// so that the log read next is all there is; the past ones come first.
	batch.Queue(query("kpi_facts_lock"), tenant, families)
	batch.Queue(query("kpi_past_of"), tenant, families).Query(facts)
	batch.Queue(query("kpi_facts_for_update"), tenant, families).Query(facts)
	batch.Queue(query("kpi_entries_of"), tenant, families).Query(func(rows pgx.Rows) error {
		for rows.Next() {
			var family identity.ID
			var n int64
			var net money.Decimal
			if err := rows.Scan(&family, &n, &net); err != nil {
				return err
			}
			s := out[family]
			s.Entries, s.Net = n, net
			out[family] = s
		}
		return rows.Err()
	})
	return out, tx.SendBatch(ctx, &batch).Close()
}

func readEvents(ctx context.Context, tx pgx.Tx, tenant identity.ID, families []identity.ID) ([]kpi.Event, error) {
	rows, err := tx.Query(ctx, query("kpi_events_of"), tenant, families)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (kpi.Event, error) {
		e := kpi.Event{Tenant: tenant}
		d, v := &e.Dimensions, &e.Value
		err := row.Scan(&e.ID, &e.Family, &e.Reference, &e.Type, &e.OccurredAt, &e.RecordedAt,
			(*zeronull.UUID)(&e.Offer), &e.Main, &e.Supersedes, (*zeronull.Timestamptz)(&e.ExpiresAt),
			(*zeronull.Timestamptz)(&e.RequestedAt), (*zeronull.UUID)(&e.Order), &e.Matches,
			&d.Owner, &d.Team, &d.Customer, &d.Region, &d.Segment, &d.ProductFamily, &d.Channel, &d.Source, &d.Campaign, &d.NewCustomer,
			&v.Currency, &v.Base, &v.Rate, &v.Net, &v.List, &v.Cost, &v.CostedNet, &v.Steps,
			&e.Reason, &e.Competitor, &e.Motive, &e.Imported)
		for _, t := range []*time.Time{&e.OccurredAt, &e.RecordedAt, &e.ExpiresAt, &e.RequestedAt} {
			utc(t)
		}
		return e, err
	})
}
