package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Joined is a Transactor whose calls join the batch that their context carries,
// if there is one, and else run in transactions of their own. Stores over it
// take part in one request's transaction without knowing: that is how the
// answer kept for an Idempotency-Key commits together with its effect.
type Joined struct{ db *DB }

// NewJoined returns a Joined over the database.
func NewJoined(db *DB) Joined { return Joined{db} }

type batchKey struct{}

// Tenant implements Transactor.
func (j Joined) Tenant(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	if b, ok := ctx.Value(batchKey{}).(*Batch); ok {
		return b.Tenant(ctx, tenant, fn)
	}
	return j.db.Tenant(ctx, tenant, fn)
}

// Read implements Transactor.
func (j Joined) Read(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	if b, ok := ctx.Value(batchKey{}).(*Batch); ok {
		return b.Read(ctx, tenant, fn)
	}
	return j.db.Read(ctx, tenant, fn)
}

// Together runs fn with a context in which all calls through any Joined share
// one transaction of the tenant, committed when fn returns nil. fn must not use
// the context in two goroutines at a time.
func (j Joined) Together(ctx context.Context, tenant identity.ID, fn func(ctx context.Context) error) error {
	return j.together(ctx, tenant, func(ctx context.Context, _ pgx.Tx) error { return fn(ctx) })
}

// together is Together for an fn that has statements of its own.
func (j Joined) together(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	return j.db.Batch(ctx, tenant, func(ctx context.Context, b *Batch) error {
		return fn(context.WithValue(ctx, batchKey{}, b), b.tx)
	})
}
