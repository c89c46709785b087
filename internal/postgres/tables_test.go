package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// notOurs are the tables of the public schema that belong to no tenant.
var notOurs = []string{"goose_db_version"}

// table is what the catalogue of PostgreSQL says about one.
type table struct {
	Name             string
	Enabled, Forced  bool
	Partition        bool
	Readable         bool // by the application role
	Owner            string
	KeysNotByTenant  []string
	ForeignNotTenant []string
}

// tables lists every table of the migrated database.
func tables(t *testing.T, conn *pgx.Conn) []table {
	t.Helper()
	rows, err := conn.Query(t.Context(), `
		select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
		       c.relispartition as partition,
		       has_table_privilege('quotient_app', c.oid, 'select') as readable,
		       pg_get_userbyid(c.relowner) as owner,
		       array(select i.indexrelid::regclass::text from pg_index i
		             where i.indrelid = c.oid and i.indisunique
		               and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) is distinct from 'tenant_id') as keysnotbytenant,
		       array(select f.conname::text from pg_constraint f
		             where f.conrelid = c.oid and f.contype = 'f'
		               and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = f.conkey[1]) is distinct from 'tenant_id') as foreignnottenant
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
		order by c.relname`)
	if err != nil {
		t.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowToStructByName[table])
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(tb table) bool { return slices.Contains(notOurs, tb.Name) })
}

func TestEveryTableIsPrivateToItsTenant(t *testing.T) {
	t.Parallel()
	conn := pgtest.Admin(t, pgtest.DSN(t))
	found := tables(t, conn)
	if len(found) == 0 {
		t.Fatal("no tables found")
	}
	for _, tb := range found {
		if !tb.Enabled || !tb.Forced {
			t.Errorf("%s: row security enabled %v, forced %v: call tenant_policy('%s')", tb.Name, tb.Enabled, tb.Forced, tb.Name)
		}
		if len(tb.KeysNotByTenant) > 0 {
			t.Errorf("%s: unique keys that do not start with tenant_id: %v", tb.Name, tb.KeysNotByTenant)
		}
		if len(tb.ForeignNotTenant) > 0 {
			t.Errorf("%s: foreign keys that do not start with tenant_id: %v", tb.Name, tb.ForeignNotTenant)
		}
		if tb.Owner != postgres.OwnerRole {
			t.Errorf("%s: belongs to %s", tb.Name, tb.Owner)
		}
		if tb.Partition && tb.Readable {
			t.Errorf("%s: a partition the application may read directly, past the parent's policy", tb.Name)
		}
		if !tb.Partition && !tb.Readable {
			t.Errorf("%s: the application has no right to read it", tb.Name)
		}
	}
}

// Views run with their owner's rights unless told otherwise, and a function
// with its definer's rights can be fooled by the caller's search path.
func TestViewsAndFunctionsDoNotLendRights(t *testing.T) {
	t.Parallel()
	conn := pgtest.Admin(t, pgtest.DSN(t))
	for name, sql := range map[string]string{
		"views without security_invoker": `
			select relname from pg_class
			where relnamespace = 'public'::regnamespace and relkind = 'v'
			  and not coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on}'`,
		"materialised views": `
			select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'm'`,
		"security definer functions without a search path": `
			select proname from pg_proc
			where pronamespace = 'public'::regnamespace and prosecdef
			  and not exists (select from unnest(proconfig) s where s like 'search_path=%')`,
		"security definer functions that everybody may call": `
			select proname from pg_proc
			where pronamespace = 'public'::regnamespace and prosecdef
			  and has_function_privilege('public', oid, 'execute')`,
	} {
		rows, err := conn.Query(t.Context(), sql)
		if err != nil {
			t.Fatal(err)
		}
		bad, err := pgx.CollectRows(rows, pgx.RowTo[string])
		if err != nil {
			t.Fatal(err)
		}
		if len(bad) > 0 {
			t.Errorf("%s: %v", name, bad)
		}
	}
}

func TestNoTenantAndOtherTenantsSeeNothing(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DSN(t)
	conn := pgtest.Admin(t, dsn)
	mine, other := identity.NewID(), identity.NewID()
	names := fillEveryTable(t, conn, 1, mine, other)
	db := pgtest.Open(t, dsn)
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			if n := visible(t, db, identity.Nil, name, false); n != 0 {
				t.Errorf("without a tenant %d rows are visible", n)
			}
			if n := visible(t, db, mine, name, false); n != 1 {
				t.Errorf("the tenant sees %d rows, want its 1", n)
			}
			if n := visible(t, db, identity.NewID(), name, false); n != 0 {
				t.Errorf("a stranger sees %d rows", n)
			}
			if n := visible(t, db, mine, name, true); n != 0 {
				t.Errorf("after an earlier transaction of the tenant, %d rows are visible without one", n)
			}
			err := db.Tenant(t.Context(), mine, func(ctx context.Context, tx pgx.Tx) error {
				_, err := tx.Exec(ctx, "update "+name+" set tenant_id = $1 where tenant_id = $2", mine, other)
				return err
			})
			if tag := countOf(t, conn, name, other); tag != 1 {
				t.Errorf("the other tenant's row is gone after an update (%v)", err)
			}
		})
	}
}

// visible counts the rows that the application sees for a tenant; after says
// to look outside, on a connection that has just served the tenant.
func visible(t *testing.T, db *postgres.DB, tenant identity.ID, name string, after bool) int {
	t.Helper()
	var n int
	count := func(ctx context.Context, ask postgres.Asker) error {
		return ask.QueryRow(ctx, "select count(*) from "+name).Scan(&n)
	}
	var err error
	switch {
	case after:
		conn, acquireErr := db.Pool().Acquire(t.Context())
		if acquireErr != nil {
			t.Fatal(acquireErr)
		}
		defer conn.Release()
		if err = pgx.BeginFunc(t.Context(), conn, func(tx pgx.Tx) error {
			_, err := tx.Exec(t.Context(), "select set_config('app.tenant', $1, true)", tenant.String())
			return err
		}); err == nil {
			err = conn.QueryRow(t.Context(), "select count(*) from "+name).Scan(&n)
		}
	case tenant == identity.Nil:
		err = db.System(t.Context(), count)
	default:
		err = db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error { return count(ctx, tx) })
	}
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func countOf(t *testing.T, conn *pgx.Conn, name string, tenant identity.ID) int {
	t.Helper()
	var n int
	if err := conn.QueryRow(t.Context(), "select count(*) from "+name+" where tenant_id = $1", tenant).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// fillEveryTable puts rows of each tenant into every table, whatever its
// columns: constraints other than keys are dropped first, and triggers and
// foreign keys are off. It returns the tables' names.
func fillEveryTable(t *testing.T, conn *pgx.Conn, rows int, tenants ...identity.ID) []string {
	t.Helper()
	ctx := t.Context()
	if _, err := conn.Exec(ctx, "set session_replication_role = replica"); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tb := range tables(t, conn) {
		if tb.Partition {
			continue
		}
		names = append(names, tb.Name)
		dropChecks(t, conn, tb.Name)
		columns, values := rowOf(t, conn, tb.Name)
		for _, tenant := range tenants {
			sql := fmt.Sprintf("insert into %s (%s) overriding system value select %s from generate_series(1, %d) n on conflict do nothing",
				tb.Name, strings.Join(columns, ", "), strings.Join(values, ", "), rows)
			if _, err := conn.Exec(ctx, strings.ReplaceAll(sql, "<tenant>", tenant.String())); err != nil {
				t.Fatalf("%s: %v", sql, err)
			}
		}
	}
	return names
}

func dropChecks(t *testing.T, conn *pgx.Conn, name string) {
	t.Helper()
	rows, err := conn.Query(t.Context(), "select conname::text from pg_constraint where conrelid = $1::regclass and contype = 'c'", name)
	if err != nil {
		t.Fatal(err)
	}
	checks, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range checks {
		if _, err := conn.Exec(t.Context(), fmt.Sprintf("alter table %s drop constraint %q", name, c)); err != nil {
			t.Fatal(err)
		}
	}
}

// rowOf returns the columns of a table that must be written, and an expression
// of the row's number n for each, by its type.
func rowOf(t *testing.T, conn *pgx.Conn, name string) (columns, values []string) {
	t.Helper()
	rows, err := conn.Query(t.Context(), `
		select quote_ident(a.attname), t.typname::text, t.typtype::text, format_type(a.atttypid, a.atttypmod),
		       coalesce((select enumlabel::text from pg_enum e where e.enumtypid = t.oid order by enumsortorder limit 1), '')
		from pg_attribute a join pg_type t on t.oid = a.atttypid
		where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		order by a.attnum`, name)
	if err != nil {
		t.Fatal(err)
	}
	var column, kind, class, full, label string
	_, err = pgx.ForEachRow(rows, []any{&column, &kind, &class, &full, &label}, func() error {
		value, err := sample(kind, class, label)
		if column == "tenant_id" {
			value = "'<tenant>'"
		}
		columns, values = append(columns, column), append(values, "("+value+")::"+full)
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return columns, values
}

func sample(kind, class, label string) (string, error) {
	switch {
	case class == "e":
		return "'" + label + "'", nil
	case class == "r" || class == "m":
		return "'empty'", nil
	case strings.HasPrefix(kind, "_"):
		return "'{}'", nil
	}
	switch kind {
	case "uuid":
		return "gen_random_uuid()", nil
	case "text", "varchar":
		return "md5(n::text)", nil
	case "bpchar":
		return "'x'", nil
	case "bytea":
		return "decode(md5(n::text), 'hex')", nil
	case "int2":
		return "n % 1000", nil
	case "int4", "int8", "numeric", "float8", "float4", "oid":
		return "n", nil
	case "xid8":
		return "n::text", nil
	case "bool":
		return "n % 2 = 0", nil
	case "json", "jsonb":
		return "'{}'", nil
	case "date", "timestamptz", "timestamp":
		return "date '2026-01-05' + n", nil
	case "time", "timetz":
		return "time '08:00'", nil
	case "interval":
		return "n * interval '1 minute'", nil
	case "inet", "cidr":
		return "'192.0.2.1'", nil
	case "tsvector":
		return "''", nil
	}
	return "", errors.New("no sample value for type " + kind)
}
