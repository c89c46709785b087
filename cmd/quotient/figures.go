package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/postgres"
)

// figuresCommand groups what is done with figures as a whole.
type figuresCommand struct {
	Rebuild figuresRebuildCommand `cmd:"" help:"Replay the log, compare it with what figures are read from, and replace what differs."`
}

// figuresRebuildCommand may run beside the service, and be stopped and started
// again.
type figuresRebuildCommand struct {
	companyFlags
	Rollups bool `help:"Make the rollups anew too, although nothing differs: after the company's time zone changed."`
}

func (c figuresRebuildCommand) Run(p *process) error {
	c.Data = orDefault(c.Data, serveData())
	db, err := c.openBeside(p)
	if err != nil {
		return err
	}
	return errors.Join(c.rebuild(p, db.DB), db.stop())
}

func (c figuresRebuildCommand) rebuild(p *process, db *postgres.DB) error {
	tenant, err := c.tenant(p.ctx, db)
	if err != nil {
		return err
	}
	told := time.Now()
	done, err := postgres.RebuildFacts(p.ctx, db, tenant, func(r postgres.Rebuilt) {
		if time.Since(told) > time.Second {
			told = time.Now()
			fmt.Fprintf(p.stderr, "%d quotes, %d events\n", r.Families, r.Events)
		}
	})
	if err == nil && c.Rollups {
		err = postgres.RebuildRollups(p.ctx, db, tenant)
	}
	if err != nil {
		return err
	}
	if c.JSON {
		return printJSON(p.stdout, map[string]int64{"quotes": done.Families, "events": done.Events, "repaired": done.Repaired})
	}
	_, err = fmt.Fprintf(p.stdout, "%d quotes of %d events replayed, %d repaired\n", done.Families, done.Events, done.Repaired)
	return err
}
