package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Outbox keeps the events that others are to be told of, and which of them
// have been.
type Outbox struct {
	db Transactor
}

// NewOutbox returns the outbox.
func NewOutbox(db Transactor) *Outbox { return &Outbox{db} }

// Waiting is one event of the outbox.
type Waiting struct {
	Event      identity.ID
	Type       quotes.EventType
	RecordedAt time.Time
}

// Queue takes the work that events bring, in the transaction that recorded
// them.
type Queue interface {
	// Relay asks to hand events to their followers.
	Relay(ctx context.Context, tx pgx.Tx, tenant identity.ID, events []identity.ID) error
	// FinishSend asks to complete the send of a revision, not before the time
	// given.
	FinishSend(ctx context.Context, tx pgx.Tx, tenant, revision identity.ID, notBefore time.Time) error
}

// sendGrace is how long a request gets to end the send that it began; a long
// quote is a job's work from the start.
const sendGrace = time.Minute

// ToOutbox returns an EventHook that puts events into the outbox and enqueues
// their relay: each event is told exactly when it has happened. A send that
// begins is enqueued too, in case its request does not end it. What an import
// says of the past is nobody's news, and is not told.
func ToOutbox(queue Queue) EventHook {
	return func(ctx context.Context, tx pgx.Tx, events []quotes.Event) error {
		if err := insertOutbox(ctx, tx, events, quotes.Event.OfThePast); err != nil {
			return err
		}
		var ids []identity.ID
		for _, e := range events {
			if e.OfThePast() {
				continue
			}
			ids = append(ids, e.ID)
			if e.Type != quotes.EventSending {
				continue
			}
			notBefore := e.RecordedAt
			if e.Lines <= quotes.SendInRequest {
				notBefore = notBefore.Add(sendGrace)
			}
			if err := queue.FinishSend(ctx, tx, e.Tenant, e.Revision, notBefore); err != nil {
				return err
			}
		}
		if len(ids) == 0 {
			return nil
		}
		return queue.Relay(ctx, tx, events[0].Tenant, ids)
	}
}

// ToldOutbox is an EventHook for events that nobody is to be told of any more:
// history that is written afterwards.
func ToldOutbox(ctx context.Context, tx pgx.Tx, events []quotes.Event) error {
	return insertOutbox(ctx, tx, events, func(quotes.Event) bool { return true })
}

func insertOutbox(ctx context.Context, tx pgx.Tx, events []quotes.Event, told func(quotes.Event) bool) error {
	batch := &pgx.Batch{}
	for _, e := range events {
		batch.Queue(query("outbox_insert"), e.Tenant, e.ID, string(e.Type), e.RecordedAt, told(e))
	}
	return tx.SendBatch(ctx, batch).Close()
}

// Take returns an event that is still to be relayed; one that has been is a
// Conflict fault, one that is unknown a NotFound fault.
func (o *Outbox) Take(ctx context.Context, tenant, event identity.ID) (w Waiting, err error) {
	err = o.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		var relayed *time.Time
		err := tx.QueryRow(ctx, query("outbox_event"), tenant, event).Scan(&w.Event, &w.Type, &w.RecordedAt, &relayed)
		if relayed != nil {
			return fault.New(fault.Conflict, "already-relayed", "the event has been relayed")
		}
		return notFound(err, "event-not-found", "event in the outbox")
	})
	return w, err
}

// Done notes that every follower has taken the event.
func (o *Outbox) Done(ctx context.Context, tenant, event identity.ID, at time.Time) error {
	return o.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("outbox_relayed"), tenant, event, at)
		return err
	})
}

// Again enqueues anew what has waited since before the time given, because its
// job was given up. It returns the number of events.
func (o *Outbox) Again(ctx context.Context, tenant identity.ID, before time.Time, queue Queue) (n int, err error) {
	err = o.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("outbox_waiting"), tenant, before, 1000)
		if err != nil {
			return err
		}
		events, err := pgx.CollectRows(rows, pgx.RowTo[identity.ID])
		if n = len(events); err != nil || n == 0 {
			return err
		}
		return queue.Relay(ctx, tx, tenant, events)
	})
	return n, err
}
