package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// SendProgress implements quotes.Store.
func (q *Quotes) SendProgress(ctx context.Context, tenant, revision identity.ID) (p quotes.SendProgress, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("quote_sending"), tenant, revision).Scan(&p.Revision, &p.Stage, &p.Attempts, &p.Problem, &p.StartedAt, &p.UpdatedAt)
		return notFound(err, "not-being-sent", "send: no job makes its document")
	})
	return p, err
}

// NoteSend implements quotes.Store.
func (q *Quotes) NoteSend(ctx context.Context, tenant identity.ID, p quotes.SendProgress) error {
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("quote_sending_note"), tenant, p.Revision, p.Stage, p.Problem, p.UpdatedAt)
		return err
	})
}
