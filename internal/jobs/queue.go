package jobs

import (
	"context"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Queue enqueues jobs. It is safe for concurrent use.
type Queue struct {
	client *river.Client[pgx.Tx]
}

// NewQueue returns a queue that only enqueues.
func NewQueue() (*Queue, error) {
	client, err := river.NewClient(riverpgxv5.New(nil), &river.Config{Schema: schemaName, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, err
	}
	return &Queue{client: client}, nil
}

// Relay enqueues the relay of events, in the transaction that wrote them.
func (q *Queue) Relay(ctx context.Context, tx pgx.Tx, tenant identity.ID, events []identity.ID) error {
	if len(events) == 0 {
		return nil
	}
	params := make([]river.InsertManyParams, len(events))
	for i, e := range events {
		params[i] = river.InsertManyParams{Args: relay{tenant, e}}
	}
	_, err := q.client.InsertManyFastTx(ctx, tx, params)
	return err
}

// Mail enqueues the delivery of a message, in the transaction that stored it.
func (q *Queue) Mail(ctx context.Context, tx pgx.Tx, tenant, message identity.ID) error {
	_, err := q.client.InsertTx(ctx, tx, mail{tenant, message}, nil)
	return err
}

// FinishSend enqueues the end of a send, not before the time given: at once
// for a long quote, later as a safety net for one that its request ends.
func (q *Queue) FinishSend(ctx context.Context, tx pgx.Tx, tenant, revision identity.ID, notBefore time.Time) error {
	_, err := q.client.InsertTx(ctx, tx, finishSend{tenant, revision}, &river.InsertOpts{ScheduledAt: notBefore})
	return err
}

// ImportHistory enqueues the import of past quotes, in the transaction that
// stored its file.
func (q *Queue) ImportHistory(ctx context.Context, tx pgx.Tx, tenant, id identity.ID) error {
	_, err := q.client.InsertTx(ctx, tx, importHistory{tenant, id}, nil)
	return err
}
