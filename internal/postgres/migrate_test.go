package postgres_test

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/migrations"
)

func queue() postgres.Schema { return jobs.Schema{AppRole: postgres.AppRole} }

func TestMigrateManyAtOnce(t *testing.T) {
	t.Parallel()
	dsn := pgtest.Empty(t)
	files, err := migrations.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	applied, errs := make([]int, 3), make([]error, 3)
	for i := range applied {
		wg.Go(func() { applied[i], errs[i] = postgres.Migrate(t.Context(), dsn, queue()) })
	}
	wg.Wait()
	total := 0
	for i := range applied {
		if errs[i] != nil {
			t.Fatal(errs[i])
		}
		total += applied[i]
	}
	if total != len(files) {
		t.Errorf("%d migrations were applied, want each of %d once", total, len(files))
	}
	if n, err := postgres.Migrate(t.Context(), dsn, queue()); n != 0 || err != nil {
		t.Errorf("migrating again applied %d, %v", n, err)
	}
	pgtest.Tenant(t, pgtest.Open(t, dsn))
}

// user makes a database role that is not a superuser, and returns the
// connection string as that role.
func user(t *testing.T, dsn, rights string) (name, as string) {
	t.Helper()
	admin := pgtest.Admin(t, dsn)
	database := admin.Config().Database
	name = "user_" + strings.TrimPrefix(database, "test_")
	for _, sql := range []string{
		fmt.Sprintf("create role %s login password 'secret' %s", name, rights),
		fmt.Sprintf("alter database %s owner to %s", database, name),
	} {
		if _, err := admin.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		// pgtest drops the database after this, so what the role owns goes first.
		sql := fmt.Sprintf("reassign owned by %[1]s to current_user; drop owned by %[1]s; drop role %[1]s", name)
		conn, err := pgx.Connect(context.Background(), dsn)
		if err != nil {
			t.Error(err)
			return
		}
		defer conn.Close(context.Background())
		if _, err := conn.Exec(context.Background(), sql); err != nil {
			t.Error(err)
		}
	})
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.UserPassword(name, "secret")
	query := u.Query()
	query.Del("user")
	u.RawQuery = query.Encode()
	return name, u.String()
}

// A shared server gives the service one user that owns the database and may
// make roles, but is no superuser.
func TestMigrateAndServeAsADatabaseOwner(t *testing.T) {
	t.Parallel()
	_, dsn := user(t, pgtest.Empty(t), "createrole")
	if _, err := postgres.Migrate(t.Context(), dsn, queue()); err != nil {
		t.Fatal(err)
	}
	pgtest.Tenant(t, pgtest.Open(t, dsn))
}

func TestMigrateTellsTheAdministratorWhatToDo(t *testing.T) {
	t.Parallel()
	empty := pgtest.Empty(t)
	name, dsn := user(t, empty, "")
	_, err := postgres.Migrate(t.Context(), dsn, queue())
	if fault.CodeOf(err) != fault.Forbidden || !strings.Contains(err.Error(), "grant quotient_owner, quotient_app to "+name) {
		t.Fatalf("error %v, want the statements to run", err)
	}
	admin := pgtest.Admin(t, empty)
	if _, err := admin.Exec(t.Context(), "grant quotient_owner, quotient_app to "+name); err != nil {
		t.Fatal(err)
	}
	if _, err := postgres.Migrate(t.Context(), dsn, queue()); err != nil {
		t.Errorf("after the grant: %v", err)
	}
}

func TestMigrationsOnlyGoForward(t *testing.T) {
	files, err := migrations.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for n, f := range files {
		if want := fmt.Sprintf("%05d_", n+1); !strings.HasPrefix(f.Name(), want) {
			t.Errorf("%s: want number %s without a gap", f.Name(), want)
		}
		content, err := migrations.Files.ReadFile(f.Name())
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(content), "+goose Down") {
			t.Errorf("%s: migrations have no way down", f.Name())
		}
	}
}
