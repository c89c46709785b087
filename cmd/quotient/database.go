package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"

	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/localpg"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// databaseName is the database inside a private cluster.
const databaseName = "quotient"

// databaseFlags say where data is kept.
type databaseFlags struct {
	DSN  string `name:"dsn" help:"Connection string of a PostgreSQL 15 or later. Without one, a private cluster runs inside the data directory." env:"QUOTIENT_DSN" placeholder:"URL"`
	Data string `help:"Data directory of the private cluster." env:"QUOTIENT_DATA" type:"path" placeholder:"DIR"`
}

// database is an open, migrated database, and the private cluster it runs in,
// if it does.
type database struct {
	*postgres.DB
	cluster *localpg.Cluster // nil with a DSN
	// owner and app are the connection strings of the two roles.
	owner, app string
}

// open starts the private cluster unless there is a DSN, migrates, and
// connects as the application role.
func (f databaseFlags) open(p *process) (*database, error) {
	cluster, owner, app, err := f.locate(p.ctx)
	if err != nil {
		return nil, err
	}
	d := &database{cluster: cluster, owner: owner, app: app}
	if err := d.connect(p); err != nil {
		return nil, errors.Join(err, d.stop())
	}
	return d, nil
}

// openBeside is open, but where a service of this machine is running the private
// cluster it joins it.
func (f databaseFlags) openBeside(p *process) (*database, error) {
	db, err := f.open(p)
	if f.DSN != "" || !localpg.InUse(err) {
		return db, err
	}
	dir, absErr := filepath.Abs(f.Data)
	if absErr != nil {
		return nil, err
	}
	if whole, linkErr := filepath.EvalSymlinks(dir); linkErr == nil {
		dir = whole
	}
	d := &database{owner: localpg.SocketDSN(dir, postgres.OwnerRole, databaseName), app: localpg.SocketDSN(dir, postgres.AppRole, databaseName)}
	var joinErr error
	if d.DB, joinErr = postgres.Open(p.ctx, d.app, postgres.Options{}); joinErr != nil {
		return nil, fmt.Errorf("%w; the database of the program that does cannot be joined: run this as the same user, or give --dsn: %w", err, joinErr)
	}
	return d, nil
}

// connect migrates and opens the database.
func (d *database) connect(p *process) error {
	applied, err := postgres.Migrate(p.ctx, d.owner, queueSchema())
	if err != nil {
		return err
	}
	if applied > 0 {
		p.log.Info("database migrated", "migrations", applied)
	}
	d.DB, err = postgres.Open(p.ctx, d.app, postgres.Options{})
	return err
}

// empty replaces the private cluster's database by a fresh one.
func (d *database) empty(p *process) error {
	d.Close()
	d.DB = nil
	if err := postgres.DropDatabase(p.ctx, d.cluster.DSN(localpg.Superuser, "postgres"), databaseName); err != nil {
		return err
	}
	if err := makeDatabase(p.ctx, d.cluster); err != nil {
		return err
	}
	return d.connect(p)
}

// fastDSN is the application's connection string for work of many like
// statements whose last moments may be lost in a power cut.
func (d *database) fastDSN() string {
	if u, err := url.Parse(d.app); err == nil && u.Scheme != "" {
		query := u.Query()
		query.Set("synchronous_commit", "off")
		query.Set("plan_cache_mode", "force_generic_plan")
		u.RawQuery = query.Encode()
		return u.String()
	}
	return d.app + " synchronous_commit=off plan_cache_mode=force_generic_plan"
}

// locate returns the connection strings of the owner and of the application.
func (f databaseFlags) locate(ctx context.Context) (cluster *localpg.Cluster, owner, app string, err error) {
	if f.DSN != "" {
		return nil, f.DSN, f.DSN, nil
	}
	cluster, err = localpg.Start(ctx, localpg.Options{Dir: f.Data})
	if err != nil {
		return nil, "", "", err
	}
	if err := makeDatabase(ctx, cluster); err != nil {
		return nil, "", "", errors.Join(err, cluster.Stop())
	}
	return cluster, cluster.DSN(postgres.OwnerRole, databaseName), cluster.DSN(postgres.AppRole, databaseName), nil
}

// makeDatabase makes the database and the roles where they are missing.
func makeDatabase(ctx context.Context, cluster *localpg.Cluster) error {
	if err := postgres.CreateDatabase(ctx, cluster.DSN(localpg.Superuser, "postgres"), databaseName); err != nil {
		return err
	}
	return postgres.EnsureRoles(ctx, cluster.DSN(localpg.Superuser, databaseName))
}

func queueSchema() jobs.Schema { return jobs.Schema{AppRole: postgres.AppRole} }

// lost is closed when the private cluster ends by itself; it never is with a
// DSN, because a pool reconnects.
func (d *database) lost() <-chan struct{} {
	if d.cluster == nil {
		return nil
	}
	return d.cluster.Done()
}

// stop closes the connections and stops the private cluster.
func (d *database) stop() error {
	if d.DB != nil {
		d.Close()
	}
	if d.cluster == nil {
		return nil
	}
	if err := d.cluster.Stop(); err != nil {
		return fmt.Errorf("stop the database: %w", err)
	}
	return nil
}
