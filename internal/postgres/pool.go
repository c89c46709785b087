package postgres

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// oldestServer is the first version with the features the schema uses, as
// server_version_num writes it.
const oldestServer = 150000

// openPool connects as whoever the DSN names and becomes the role.
func openPool(ctx context.Context, dsn, role string, opts Options) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-dsn", "the PostgreSQL connection string cannot be read")
	}
	config.MaxConns = cmp.Or(opts.MaxConns, 16)
	config.MaxConnIdleTime = 5 * time.Minute
	parameters := config.ConnConfig.RuntimeParams
	parameters["application_name"] = cmp.Or(parameters["application_name"], "quotient")
	parameters["search_path"] = "public"
	parameters["timezone"] = "UTC"
	// Figures group many rows into few groups, which the planner takes for many;
	// compiling their queries takes longer than running them.
	parameters["work_mem"] = "32MB"
	parameters["jit"] = "off"
	parameters["statement_timeout"] = milliseconds(cmp.Or(opts.StatementTimeout, 30*time.Second))
	parameters["lock_timeout"] = milliseconds(cmp.Or(opts.LockTimeout, 5*time.Second))
	parameters["idle_in_transaction_session_timeout"] = milliseconds(time.Minute)
	config.AfterConnect = func(ctx context.Context, conn *pgx.Conn) error {
		useWireForms(conn.TypeMap())
		_, err := conn.Exec(ctx, "set role "+role)
		return err
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	if err := checkServer(ctx, pool, role); err != nil {
		pool.Close()
		return nil, err
	}
	return pool, nil
}

// milliseconds writes a setting; 0 switches the limit off.
func milliseconds(d time.Duration) string { return strconv.FormatInt(max(0, d.Milliseconds()), 10) }

func checkServer(ctx context.Context, pool *pgxpool.Pool, role string) error {
	var version int
	err := pool.QueryRow(ctx, "select current_setting('server_version_num')::int").Scan(&version)
	switch pgErr := (*pgconn.PgError)(nil); {
	case errors.As(err, &pgErr) && pgErr.Code == "22023": // the role does not exist
		return fault.Wrap(err, fault.Unavailable, "database-not-migrated",
			"the database has no role %s: run quotient migrate with an administrator's connection string", role)
	case errors.As(err, &pgErr) && pgErr.Code == "42501":
		return fault.Wrap(err, fault.Forbidden, "role-not-granted",
			"the database user may not become %s: run as an administrator: grant %s to %s", role, role, pool.Config().ConnConfig.User)
	case err != nil:
		return fault.Wrap(err, fault.Unavailable, "database-unreachable", "PostgreSQL does not answer at %s", address(pool.Config().ConnConfig))
	case version < oldestServer:
		return fault.New(fault.Unavailable, "database-too-old",
			"PostgreSQL %d at %s is too old: version 15 or later is needed", version/10000, address(pool.Config().ConnConfig))
	}
	return nil
}

func address(c *pgx.ConnConfig) string { return fmt.Sprintf("%s, database %s", c.Host, c.Database) }

// checkRole makes sure that row-level security holds for the connection.
func (db *DB) checkRole(ctx context.Context) error {
	var bypasses, owns bool
	err := db.pool.QueryRow(ctx, query("role_check")).Scan(&bypasses, &owns)
	switch {
	case err != nil:
		return mapError(err)
	case bypasses:
		return fault.New(fault.Forbidden, "role-bypasses-isolation",
			"the database role %s is a superuser or has BYPASSRLS, so tenants would not be kept apart: take that from it", AppRole)
	case owns:
		return fault.New(fault.Forbidden, "role-owns-tables",
			"the database role %s owns tables, so it could switch off what keeps tenants apart: make %s their owner", AppRole, OwnerRole)
	}
	return nil
}
