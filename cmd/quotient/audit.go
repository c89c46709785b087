package main

import (
	"errors"
	"fmt"

	"github.com/quotient-cpq/quotient/internal/postgres"
)

// auditCommand groups what is done with the record of everything that happened.
type auditCommand struct {
	Verify auditVerifyCommand `cmd:"" default:"withargs" help:"Check all stored quotes against their invariants."`
}

// auditVerifyCommand checks everything that is stored against the invariants:
// histories that are legal and whose chains of hashes hold, documents that are
// what was sent, totals that recompute, quantities never ordered twice. It
// changes nothing and may run beside the service.
type auditVerifyCommand struct {
	databaseFlags
}

func (c auditVerifyCommand) Run(p *process) error {
	c.Data = orDefault(c.Data, serveData())
	db, err := c.openBeside(p)
	if err != nil {
		return err
	}
	return errors.Join(audit(p, db.DB), db.stop())
}

func audit(p *process, db *postgres.DB) error {
	tenants, err := db.TenantIDs(p.ctx)
	if err != nil {
		return err
	}
	store, broken := postgres.NewQuotes(db), 0
	for _, tenant := range tenants {
		findings, err := store.Check(p.ctx, tenant)
		if err != nil {
			return err
		}
		for _, f := range findings {
			fmt.Fprintf(p.stdout, "tenant %s: %s: %s: %s\n", tenant, f.Check, f.Subject, f.Message)
		}
		broken += len(findings)
	}
	if broken > 0 {
		return fmt.Errorf("%d findings in %d companies", broken, len(tenants))
	}
	_, err = fmt.Fprintf(p.stdout, "%d companies checked: every invariant holds\n", len(tenants))
	return err
}
