package pgtest

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// New returns an empty, migrated database as the service sees it: as the
// application role, bound by row-level security, with at most 4 connections.
func New(t testing.TB) *postgres.DB {
	t.Helper()
	return Open(t, DSN(t))
}

// Open connects to a database that DSN returned, for tests that need several
// handles on one database.
func Open(t testing.TB, dsn string) *postgres.DB {
	t.Helper()
	db, err := postgres.Open(t.Context(), dsn, postgres.Options{MaxConns: 4})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	return db
}

// DSN returns the connection string of an empty, migrated database of the
// test's own, as an administrator: for starting the service on it, and for
// looking at tables behind its back.
func DSN(t testing.TB) string {
	t.Helper()
	admin := server(t)
	template, err := templates.ready(admin)
	if err != nil {
		t.Fatal(err)
	}
	name := cloneName()
	if err := execute(admin, fmt.Sprintf("create database %s template %s", name, template)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := execute(admin, "drop database if exists "+name+" with (force)"); err != nil {
			t.Errorf("drop the test's database: %v", err)
		}
	})
	return withDatabase(admin, name)
}

// Empty returns the connection string of a database without any table.
func Empty(t testing.TB) string {
	t.Helper()
	admin := server(t)
	name := cloneName()
	if err := execute(admin, "create database "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := execute(admin, "drop database if exists "+name+" with (force)"); err != nil {
			t.Errorf("drop the test's database: %v", err)
		}
	})
	return withDatabase(admin, name)
}

// Admin connects to the database of a DSN as an administrator, whom row-level
// security does not bind.
func Admin(t testing.TB, dsn string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

// Tenant adds a company to the database and returns its id.
func Tenant(t testing.TB, db postgres.Transactor) identity.ID {
	t.Helper()
	id := identity.NewID()
	err := db.Tenant(t.Context(), id, func(ctx context.Context, tx pgx.Tx) error {
		at := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
		_, err := tx.Exec(ctx, `insert into tenant (tenant_id, name, country, base_currency, time_zone, created_at, updated_at)
			values ($1, 'Ateliers Fontaine', 'FR', 'EUR', 'Europe/Paris', $2, $2)`, id, at)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func cloneName() string {
	return "test_" + strings.ReplaceAll(identity.NewID().String(), "-", "")
}
