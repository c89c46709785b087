package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Batch is a transaction that several calls of stores share: a whole import or
// a simulated day commits or fails as one. It must not be used by two
// goroutines at a time, nor after the function that received it.
type Batch struct {
	tenant identity.ID
	tx     pgx.Tx
}

// Batch runs fn with one transaction of the tenant, and commits it when fn
// returns nil.
func (db *DB) Batch(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, b *Batch) error) error {
	return db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return fn(ctx, &Batch{tenant: tenant, tx: tx})
	})
}

// Tenant implements Transactor inside the batch's transaction: when fn fails,
// only what fn did is undone.
func (b *Batch) Tenant(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	if err := b.own(tenant); err != nil {
		return err
	}
	return mapError(pgx.BeginFunc(ctx, b.tx, func(tx pgx.Tx) error { return fn(ctx, tx) }))
}

// Read implements Transactor inside the batch's transaction. There is nothing
// to undo when fn fails; but a statement that PostgreSQL refuses is the end of
// the batch.
func (b *Batch) Read(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	if err := b.own(tenant); err != nil {
		return err
	}
	return mapError(fn(ctx, b.tx))
}

func (b *Batch) own(tenant identity.ID) error {
	if tenant != b.tenant {
		return fmt.Errorf("a batch of tenant %s was used for tenant %s", b.tenant, tenant)
	}
	return nil
}
