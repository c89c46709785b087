package main

import (
	"errors"
	"fmt"

	"github.com/quotient-cpq/quotient/internal/postgres"
)

// migrateCommand brings the database to this version: for deployments where
// the service's own database user may not change tables.
type migrateCommand struct {
	databaseFlags
}

func (c migrateCommand) Run(p *process) error {
	c.Data = orDefault(c.Data, serveData())
	cluster, owner, _, err := c.locate(p.ctx)
	if err != nil {
		return err
	}
	applied, err := postgres.Migrate(p.ctx, owner, queueSchema())
	if err == nil {
		_, err = fmt.Fprintf(p.stdout, "%d migrations applied; the database is up to date\n", applied)
	}
	if cluster != nil {
		err = errors.Join(err, cluster.Stop())
	}
	return err
}
