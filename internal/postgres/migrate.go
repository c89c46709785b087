package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/migrations"
)

// migrationLock is the key of the advisory lock under which one process
// migrates; "quotient" in ASCII.
const migrationLock = 0x71756f7469656e74

// Schema is a further set of tables with migrations of its own: the job
// queue's. Both methods run as the owner.
type Schema interface {
	Pending(ctx context.Context, pool *pgxpool.Pool) (bool, error)
	Migrate(ctx context.Context, pool *pgxpool.Pool) error
}

// CreateDatabase makes a database unless it exists. The DSN names an
// administrator and any database of the server.
func CreateDatabase(ctx context.Context, adminDSN, name string) error {
	conn, err := pgx.Connect(ctx, adminDSN)
	if err != nil {
		return mapError(err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	var exists bool
	if err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1)", name).Scan(&exists); err != nil || exists {
		return mapError(err)
	}
	_, err = conn.Exec(ctx, "create database "+pgx.Identifier{name}.Sanitize())
	return mapError(err)
}

// EnsureRoles makes the two roles and their rights on the database that the
// DSN names, if its user may; it changes nothing when all is in place.
func EnsureRoles(ctx context.Context, adminDSN string) error {
	conn, err := pgx.Connect(ctx, adminDSN)
	if err != nil {
		return mapError(err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	_, err = conn.Exec(ctx, migrations.Roles)
	if pgErr := (*pgconn.PgError)(nil); errors.As(err, &pgErr) && pgErr.Code == "42501" {
		user := conn.Config().User
		return fault.Wrap(err, fault.Forbidden, "roles-missing",
			"the database user %[1]s may not make the roles: run as an administrator in database %[4]s: "+
				"create role %[2]s; create role %[3]s; grant %[2]s, %[3]s to %[1]s; "+
				"grant create on database %[4]s to %[2]s; grant create, usage on schema public to %[2]s; grant usage on schema public to %[3]s;",
			user, OwnerRole, AppRole, conn.Config().Database)
	}
	return mapError(err)
}

// Migrate brings the database to the newest version, making the roles first
// unless the DSN's user is the owner itself. One process at a time migrates;
// others wait, and then find nothing to do. It returns the number of
// migrations applied.
func Migrate(ctx context.Context, dsn string, extra ...Schema) (int, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return 0, fault.Wrap(err, fault.Invalid, "invalid-dsn", "the PostgreSQL connection string cannot be read")
	}
	if config.User != OwnerRole {
		if err := EnsureRoles(ctx, dsn); err != nil {
			return 0, err
		}
	}
	pool, err := openPool(ctx, dsn, OwnerRole, Options{MaxConns: 4, StatementTimeout: -1, LockTimeout: -1})
	if err != nil {
		return 0, err
	}
	defer pool.Close()
	m := &migrator{pool: pool, extra: extra}
	// Asking first keeps the usual start free of waiting for the lock.
	if pending, err := m.pending(ctx); err != nil || !pending {
		return 0, err
	}
	return m.locked(ctx)
}

type migrator struct {
	pool  *pgxpool.Pool
	extra []Schema
}

func (m *migrator) provider() (*goose.Provider, error) {
	return goose.NewProvider(goose.DialectPostgres, stdlib.OpenDBFromPool(m.pool), migrations.Files,
		goose.WithDisableGlobalRegistry(true))
}

func (m *migrator) pending(ctx context.Context) (bool, error) {
	p, err := m.provider()
	if err != nil {
		return false, err
	}
	defer p.Close()
	pending, err := p.HasPending(ctx)
	if err != nil || pending {
		return pending, mapError(err)
	}
	for _, s := range m.extra {
		if pending, err := s.Pending(ctx, m.pool); err != nil || pending {
			return pending, mapError(err)
		}
	}
	return false, nil
}

func (m *migrator) locked(ctx context.Context) (int, error) {
	conn, err := m.pool.Acquire(ctx)
	if err != nil {
		return 0, mapError(err)
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "select pg_advisory_lock($1)", int64(migrationLock)); err != nil {
		return 0, mapError(err)
	}
	applied, err := m.apply(ctx)
	_, unlockErr := conn.Exec(context.WithoutCancel(ctx), "select pg_advisory_unlock($1)", int64(migrationLock))
	return applied, errors.Join(err, mapError(unlockErr))
}

func (m *migrator) apply(ctx context.Context) (int, error) {
	p, err := m.provider()
	if err != nil {
		return 0, err
	}
	defer p.Close()
	results, err := p.Up(ctx)
	if err != nil {
		return len(results), fmt.Errorf("migrate the database: %w", err)
	}
	for _, s := range m.extra {
		if err := s.Migrate(ctx, m.pool); err != nil {
			return len(results), fmt.Errorf("migrate the database: %w", err)
		}
	}
	_, err = m.pool.Exec(ctx, "grant select on goose_db_version to "+AppRole)
	return len(results), mapError(err)
}

// DropDatabase removes a database with all that is in it, if it exists.
func DropDatabase(ctx context.Context, adminDSN, name string) error {
	conn, err := pgx.Connect(ctx, adminDSN)
	if err != nil {
		return mapError(err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	_, err = conn.Exec(ctx, "drop database if exists "+pgx.Identifier{name}.Sanitize()+" with (force)")
	return mapError(err)
}

// Analyze refreshes the planner's statistics of every table. The DSN names the
// owner or an administrator.
func Analyze(ctx context.Context, ownerDSN string) error {
	conn, err := pgx.Connect(ctx, ownerDSN)
	if err != nil {
		return mapError(err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, "set role "+OwnerRole); err != nil {
		return mapError(err)
	}
	_, err = conn.Exec(ctx, "analyze")
	return mapError(err)
}
