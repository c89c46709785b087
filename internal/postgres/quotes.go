package postgres

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// EventHook takes part in the transaction that records events: it writes facts,
// or enqueues what is to be told to others. It runs under the lock of the
// events' family.
type EventHook func(ctx context.Context, tx pgx.Tx, events []quotes.Event) error

// Both returns an EventHook that runs one after the other.
func Both(first, second EventHook) EventHook {
	return func(ctx context.Context, tx pgx.Tx, events []quotes.Event) error {
		if err := first(ctx, tx, events); err != nil {
			return err
		}
		return second(ctx, tx, events)
	}
}

// Quotes stores quotes; it implements quotes.Store.
type Quotes struct {
	db       Transactor
	hooks    []EventHook
	settings *settingsCache
}

var _ quotes.Store = (*Quotes)(nil)

// NewQuotes returns the store of quotes. Every hook runs in each transaction
// that records events, in order.
func NewQuotes(db Transactor, hooks ...EventHook) *Quotes {
	return &Quotes{db, hooks, &settingsCache{}}
}

// With returns the same store over another transactor, such as a Batch.
func (q *Quotes) With(db Transactor) *Quotes { return &Quotes{db, q.hooks, q.settings} }

// Load implements quotes.Store.
func (q *Quotes) Load(ctx context.Context, tenant identity.ID, at quotes.At, want quotes.Want) (c *quotes.Case, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		c, err = q.loadCase(ctx, tx, tenant, at, want, "quote_family")
		return err
	})
	return c, err
}

// Update implements quotes.Store.
func (q *Quotes) Update(ctx context.Context, tenant identity.ID, at quotes.At, want quotes.Want, fn func(*quotes.Case) error) error {
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		c, err := q.loadCase(ctx, tx, tenant, at, want, "quote_family_lock")
		if err != nil {
			return err
		}
		c.Take = func(series string, year int) (n int64, err error) {
			err = tx.QueryRow(ctx, query("quote_number_take"), tenant, series, year).Scan(&n)
			return n, err
		}
		if err := fn(c); err != nil {
			return err
		}
		if err := writeCase(ctx, tx, tenant, c); err != nil {
			return quoteError(err)
		}
		return q.tell(ctx, tx, c.Writes().Entries)
	})
}

// Together implements quotes.Store.
func (q *Quotes) Together(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, store quotes.Store) error) error {
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return fn(ctx, q.With(&Batch{tenant: tenant, tx: tx}))
	})
}

// tell runs the hooks on the events of the entries.
func (q *Quotes) tell(ctx context.Context, tx pgx.Tx, entries []quotes.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	events := make([]quotes.Event, len(entries))
	for n, e := range entries {
		events[n] = e.Event
	}
	for _, hook := range q.hooks {
		if err := hook(ctx, tx, events); err != nil {
			return err
		}
	}
	return nil
}

// quoteError gives violations that a caller can cause a better message.
func quoteError(err error) error {
	switch {
	case violates(err, "sales_order_po"):
		return fault.Wrap(err, fault.Conflict, "po-number-used", "another order of this customer has this purchase order number")
	case violates(err, "quote_line_frozen"), violates(err, "frozen"):
		return fault.Wrap(err, fault.Conflict, "frozen", "what has been sent never changes")
	}
	return err
}

// notFound turns the absence of a row into a NotFound fault about what.
func notFound(err error, kind, what string) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return fault.Wrap(err, fault.NotFound, kind, "there is no such %s", what)
	}
	return err
}

// idOrNull is nil for the absent id.
func idOrNull(id identity.ID) *identity.ID {
	if id == identity.Nil {
		return nil
	}
	return &id
}

// Entries implements quotes.Store.
func (q *Quotes) Entries(ctx context.Context, tenant, family identity.ID) (entries []quotes.Entry, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("quote_audit_entries"), tenant, family)
		if err != nil {
			return err
		}
		entries, err = pgx.CollectRows(rows, scanEntry)
		return err
	})
	return entries, err
}

func scanEntry(row pgx.CollectableRow) (e quotes.Entry, err error) {
	var payload, changes json.RawMessage
	var prev, hash []byte
	if err := row.Scan(&payload, &changes, &e.Personal, &prev, &hash); err != nil {
		return e, err
	}
	e.Payload, e.Changes = payload, changes
	copy(e.Prev[:], prev)
	copy(e.Hash[:], hash)
	return e, json.Unmarshal(payload, &e.Event)
}

// Document implements quotes.Store.
func (q *Quotes) Document(ctx context.Context, tenant, revision identity.ID) (d quotes.Document, err error) {
	d.Revision = revision
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("quote_document"), tenant, revision).Scan(&d.Bytes, &d.SHA256, &d.StoredAt)
		return notFound(err, "document-not-found", "document: the quote has not been sent")
	})
	return d, err
}

// AttachedFile implements quotes.Store.
func (q *Quotes) AttachedFile(ctx context.Context, tenant, revision identity.ID, sha256 string) (f quotes.File, err error) {
	f.SHA256 = sha256
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("attachment_file"), tenant, revision, sha256).Scan(&f.Bytes)
		return notFound(err, "attachment-not-found", "file")
	})
	return f, err
}

// Snapshot implements quotes.Store.
func (q *Quotes) Snapshot(ctx context.Context, tenant, revision identity.ID) (s quotes.Snapshot, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("quote_revision_snapshot"), tenant, revision).Scan(&s)
		return notFound(err, "snapshot-not-found", "snapshot: the quote has not been sent")
	})
	return s, err
}
