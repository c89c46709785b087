package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// The two roles of the service; see migrations/roles.sql.
const (
	OwnerRole = "quotient_owner"
	AppRole   = "quotient_app"
)

// Options bound what one process and one statement may take. Zero fields mean
// the defaults named, negative times no limit.
type Options struct {
	MaxConns         int32         // connections in the pool; 16
	StatementTimeout time.Duration // longest statement; 30 s
	LockTimeout      time.Duration // longest wait for a lock; 5 s
}

// DB is a pool of connections as the application role. It is safe for
// concurrent use.
type DB struct {
	pool *pgxpool.Pool
}

// Transactor runs functions in transactions that belong to one tenant. *DB
// gives each call its own; a *Batch runs them inside its own.
type Transactor interface {
	// Tenant runs fn in a transaction that sees and writes only the tenant's
	// rows, and commits when fn returns nil. Errors of PostgreSQL come back as
	// *fault.Error; fn's own come back unchanged. fn may run only once.
	Tenant(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error
	// Read is Tenant for an fn that only reads, which costs fewer round trips.
	Read(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error
}

// Open connects to the database and makes sure that the service can be kept to
// its tenants: it returns an error when the server is older than PostgreSQL 15
// or when the role could bypass row-level security.
func Open(ctx context.Context, dsn string, opts Options) (*DB, error) {
	pool, err := openPool(ctx, dsn, AppRole, opts)
	if err != nil {
		return nil, err
	}
	db := &DB{pool: pool}
	if err := db.checkRole(ctx); err != nil {
		pool.Close()
		return nil, err
	}
	return db, nil
}

// Close waits for connections in use and closes them all.
func (db *DB) Close() { db.pool.Close() }

// Pool is the pool itself, for the job queue, which brings its own queries.
func (db *DB) Pool() *pgxpool.Pool { return db.pool }

// Ping reports whether the database answers.
func (db *DB) Ping(ctx context.Context) error { return mapError(db.pool.Ping(ctx)) }

// Tenant implements Transactor: fn has a transaction of its own.
func (db *DB) Tenant(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	return db.transaction(ctx, beginFor(tenant, "begin"), fn)
}

// Read implements Transactor: PostgreSQL refuses what would write.
func (db *DB) Read(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	return db.transaction(ctx, beginFor(tenant, "begin read only"), fn)
}

// Snapshot is Tenant with all statements reading one snapshot: what others
// commit meanwhile is not seen, and changing what they changed is an error.
func (db *DB) Snapshot(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, tx pgx.Tx) error) error {
	return db.transaction(ctx, beginFor(tenant, "begin isolation level repeatable read"), fn)
}

// beginFor opens a transaction and sets the tenant in one round trip; an ID
// prints as hexadecimal digits and dashes only.
func beginFor(tenant identity.ID, begin string) pgx.TxOptions {
	return pgx.TxOptions{BeginQuery: fmt.Sprintf("%s; select set_config('app.tenant', '%s', true)", begin, tenant)}
}

// Asker asks one question at a time.
type Asker interface {
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// System runs fn without a tenant, where tables show no rows: only functions
// that find a tenant (by the hash of a session, say) answer. Each question is a
// transaction of its own, which saves two round trips of every request.
func (db *DB) System(ctx context.Context, fn func(ctx context.Context, ask Asker) error) error {
	return mapError(fn(ctx, db.pool))
}

func (db *DB) transaction(ctx context.Context, opts pgx.TxOptions, fn func(ctx context.Context, tx pgx.Tx) error) error {
	err := pgx.BeginTxFunc(ctx, db.pool, opts, func(tx pgx.Tx) error { return fn(ctx, tx) })
	return mapError(err)
}

// TenantIDs lists every tenant, in order of creation, for jobs that visit each.
func (db *DB) TenantIDs(ctx context.Context) ([]identity.ID, error) {
	var ids []identity.ID
	err := db.System(ctx, func(ctx context.Context, ask Asker) error {
		rows, err := ask.Query(ctx, query("tenant_ids"))
		if err != nil {
			return err
		}
		ids, err = pgx.CollectRows(rows, pgx.RowTo[identity.ID])
		return err
	})
	return ids, err
}
