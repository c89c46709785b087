package jobs

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// schemaName is the database schema of the queue's tables, apart from ours:
// they have no tenant, and row-level security does not apply to them.
const schemaName = "river"

// Schema migrates the queue's tables.
type Schema struct {
	// AppRole is the role that gets the rights to enqueue and to work jobs.
	AppRole string
}

// Pending reports whether the queue's tables are missing or of an older version.
func (s Schema) Pending(ctx context.Context, pool *pgxpool.Pool) (bool, error) {
	var exists bool
	err := pool.QueryRow(ctx, "select to_regclass('"+schemaName+".river_migration') is not null").Scan(&exists)
	if err != nil || !exists {
		return true, err
	}
	m, err := migrator(pool)
	if err != nil {
		return false, err
	}
	result, err := m.Validate(ctx, nil)
	if err != nil {
		return false, fmt.Errorf("job queue: %w", err)
	}
	return !result.OK, nil
}

// Migrate brings the queue's tables to the newest version.
func (s Schema) Migrate(ctx context.Context, pool *pgxpool.Pool) error {
	if _, err := pool.Exec(ctx, "create schema if not exists "+schemaName); err != nil {
		return err
	}
	m, err := migrator(pool)
	if err != nil {
		return err
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("job queue: %w", err)
	}
	role := pgx.Identifier{s.AppRole}.Sanitize()
	_, err = pool.Exec(ctx, fmt.Sprintf(
		"grant usage on schema %[1]s to %[2]s; "+
			"grant select, insert, update, delete on all tables in schema %[1]s to %[2]s; "+
			"grant usage on all sequences in schema %[1]s to %[2]s", schemaName, role))
	return err
}

func migrator(pool *pgxpool.Pool) (*rivermigrate.Migrator[pgx.Tx], error) {
	return rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Schema: schemaName, Logger: slog.New(slog.DiscardHandler)})
}
