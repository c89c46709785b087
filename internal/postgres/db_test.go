package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

func rename(db postgres.Transactor, tenant identity.ID, name string) error {
	return db.Tenant(context.Background(), tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "update tenant set name = $1", name)
		return err
	})
}

func nameOf(t *testing.T, db postgres.Transactor, tenant identity.ID) string {
	t.Helper()
	var name string
	err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, "select name from tenant").Scan(&name)
	})
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func TestTenantCommitsOnSuccessOnly(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	one, two := pgtest.Tenant(t, db), pgtest.Tenant(t, db)
	if err := rename(db, one, "Vélos du Rhône"); err != nil {
		t.Fatal(err)
	}
	if got := nameOf(t, db, two); got == "Vélos du Rhône" {
		t.Error("the other tenant was renamed too")
	}
	boom := errors.New("boom")
	err := db.Tenant(t.Context(), one, func(ctx context.Context, tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "update tenant set name = 'lost'"); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Errorf("error %v, want the function's own", err)
	}
	if got := nameOf(t, db, one); got != "Vélos du Rhône" {
		t.Errorf("name %q after a failed transaction", got)
	}
}

func TestBatchUndoesOnlyTheFailedPart(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	tenant := pgtest.Tenant(t, db)
	err := db.Batch(t.Context(), tenant, func(ctx context.Context, b *postgres.Batch) error {
		if err := rename(b, tenant, "first"); err != nil {
			return err
		}
		if err := b.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
			_, err := tx.Exec(ctx, "update tenant set name = ''")
			return err
		}); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("an empty name gave %v, want a conflict", err)
		}
		if got := nameOf(t, b, tenant); got != "first" {
			t.Errorf("inside the batch the name is %q", got)
		}
		if got := nameOf(t, db, tenant); got == "first" {
			t.Error("another connection sees the batch before its commit")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := nameOf(t, db, tenant); got != "first" {
		t.Errorf("after the batch the name is %q", got)
	}
	err = db.Batch(t.Context(), tenant, func(ctx context.Context, b *postgres.Batch) error {
		return b.Tenant(ctx, identity.NewID(), func(context.Context, pgx.Tx) error { return nil })
	})
	if err == nil {
		t.Error("a batch served a tenant that is not its own")
	}
}

func TestErrorsAreFaults(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DSN(t)
	db := pgtest.Open(t, dsn)
	tenant := pgtest.Tenant(t, db)
	impatient, err := postgres.Open(t.Context(), dsn, postgres.Options{MaxConns: 1,
		LockTimeout: time.Millisecond, StatementTimeout: 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(impatient.Close)
	insert := "insert into tenant (tenant_id, name, country, base_currency, created_at, updated_at) values ('%s', 'x', '%s', 'EUR', now(), now())"
	for _, c := range []struct {
		name, sql string
		db        *postgres.DB
		want      fault.Code
	}{
		{"unique key", fmt.Sprintf(insert, tenant, "FR"), db, fault.Conflict},
		{"check", "update tenant set country = 'fr'", db, fault.Conflict},
		{"another tenant's row", fmt.Sprintf(insert, identity.NewID(), "FR"), db, fault.Internal},
		{"syntax", "selec 1", db, fault.Internal},
		{"slow statement", "select pg_sleep(10)", impatient, fault.Unavailable},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
				_, err := tx.Exec(ctx, c.sql)
				return err
			})
			if got := fault.CodeOf(err); got != c.want {
				t.Errorf("%v is %q, want %q", err, got, c.want)
			}
		})
	}
	t.Run("locked row", func(t *testing.T) {
		err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
			if _, err := tx.Exec(ctx, "select from tenant for update"); err != nil {
				return err
			}
			return rename(impatient, tenant, "never")
		})
		if got := fault.CodeOf(err); got != fault.Unavailable {
			t.Errorf("%v is %q, want unavailable", err, got)
		}
	})
	t.Run("no row", func(t *testing.T) {
		err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
			var one int
			return tx.QueryRow(ctx, "select 1 where false").Scan(&one)
		})
		if got := fault.CodeOf(err); got != fault.NotFound {
			t.Errorf("%v is %q, want not_found", err, got)
		}
	})
}

func TestOpenRefusesARoleThatCouldBypass(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DSN(t)
	admin := pgtest.Admin(t, dsn)
	if _, err := admin.Exec(t.Context(), "alter table tenant owner to quotient_app"); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), dsn, postgres.Options{MaxConns: 1})
	if err == nil {
		db.Close()
		t.Fatal("Open accepted an application role that owns a table")
	}
	if got := fault.CodeOf(err); got != fault.Forbidden {
		t.Errorf("%v is %q", err, got)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		dsn  string
		want fault.Code
	}{
		"unreadable":  {"postgres://%zz", fault.Invalid},
		"no server":   {"postgres:///x?host=/nowhere&user=x", fault.Unavailable},
		"no database": {pgtest.Empty(t) + "&dbname=absent", fault.Unavailable},
	} {
		t.Run(name, func(t *testing.T) {
			db, err := postgres.Open(t.Context(), c.dsn, postgres.Options{MaxConns: 1})
			if err == nil {
				db.Close()
				t.Fatal("no error")
			}
			if got := fault.CodeOf(err); got != c.want {
				t.Errorf("%v is %q, want %q", err, got, c.want)
			}
		})
	}
}

func TestTenantMarks(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	company := postgres.Tenant{ID: identity.NewID(), Name: "Cycles Moreau", Country: "FR", BaseCurrency: "EUR",
		TimeZone: "Europe/Paris", Languages: []string{"fr", "en"}}
	if err := db.CreateTenant(t.Context(), company, time.Unix(0, 0)); err != nil {
		t.Fatal(err)
	}
	if err := db.CreateTenant(t.Context(), company, time.Unix(0, 0)); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a second time: %v, want a conflict", err)
	}
	lost := company
	lost.ID, lost.TimeZone = identity.NewID(), "Europe/Lost"
	if err := db.CreateTenant(t.Context(), lost, time.Unix(0, 0)); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("an unknown zone: %v, want invalid", err)
	}
	type mark struct{ Through string }
	var got mark
	if ok, err := db.TenantMark(t.Context(), company.ID, "demo", &got); ok || err != nil {
		t.Errorf("before it is made: %v, %v", ok, err)
	}
	for _, day := range []string{"2026-01-05", "2026-01-06"} {
		if err := db.SaveTenantMark(t.Context(), company.ID, "demo", mark{day}); err != nil {
			t.Fatal(err)
		}
		if ok, err := db.TenantMark(t.Context(), company.ID, "demo", &got); !ok || err != nil || got.Through != day {
			t.Errorf("the mark is %v %v, %v", ok, got, err)
		}
	}
}
