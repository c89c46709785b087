package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"runtime/debug"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/demo"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/quotes"
)

// The example company: what it is called and how much of its past there is.
const (
	demoSeed   = 20
	demoMonths = 24
	demoZone   = "Europe/Paris"
	// demoMark is the name under which the finished history is noted.
	demoMark = "demo"
)

// demoCommand serves an example company with two years of history, which it
// makes at its first start.
type demoCommand struct {
	databaseFlags
	listenFlags
	proxyFlags
	mailFlags
	Reset bool `help:"Throw the example company away and make it anew."`
}

func (c demoCommand) Run(p *process) error {
	if c.Reset && c.DSN != "" {
		return errors.New("--reset is for the private database in --data: empty the database of the connection string yourself")
	}
	listener, err := c.listen()
	if err != nil {
		return err
	}
	defer listener.Close()
	if c.Data == "" && c.DSN == "" {
		if c.Data, err = demoData(); err != nil {
			return err
		}
	}
	db, err := c.open(p)
	if err != nil {
		return err
	}
	return errors.Join(c.present(p, db, listener), db.stop())
}

// present makes sure that the company is there, and serves it.
func (c demoCommand) present(p *process, db *database, listener net.Listener) error {
	if c.Reset {
		if err := db.empty(p); err != nil {
			return err
		}
	}
	tally, err := c.company(p, db)
	if err != nil {
		return err
	}
	if err := introduce(p, tally); err != nil {
		return err
	}
	dir := c.Data
	if dir == "" {
		if dir, err = demoData(); err != nil {
			return err
		}
	}
	post, err := c.postage(listener, dir)
	if err != nil {
		return err
	}
	if post.letters != nil {
		fmt.Fprintf(p.stdout, "Mails are not sent but shown at %s/letters\n\n", post.publicURL)
	}
	return serve(p, db, listener, c.proxyFlags, post)
}

// company returns the tally of the company's history, and makes the company
// first where there is none. One whose making was interrupted is thrown away.
func (c demoCommand) company(p *process, db *database) (demo.Tally, error) {
	tenants, err := db.TenantIDs(p.ctx)
	if err != nil {
		return demo.Tally{}, err
	}
	for _, tenant := range tenants {
		var tally demo.Tally
		if done, err := db.TenantMark(p.ctx, tenant, demoMark, &tally); err != nil || done {
			return tally, err
		}
	}
	switch {
	case len(tenants) > 0 && c.DSN != "":
		return demo.Tally{}, errors.New("the database holds companies, none of them a finished example: give demo an empty database")
	case len(tenants) > 0:
		p.log.Warn("the example company was left unfinished; making it anew")
		if err := db.empty(p); err != nil {
			return demo.Tally{}, err
		}
	}
	return db.populate(p)
}

// populate makes the company and its history.
func (d *database) populate(p *process) (demo.Tally, error) {
	// The history need not survive a power cut before it is whole.
	fast, err := postgres.Open(p.ctx, d.fastDSN(), postgres.Options{MaxConns: 8})
	if err != nil {
		return demo.Tally{}, err
	}
	defer fast.Close()
	zone, err := time.LoadLocation(demoZone)
	if err != nil {
		return demo.Tally{}, err
	}
	last := civil.In(time.Now(), zone)
	tenant := postgres.Tenant{ID: identity.NewID(), Name: "Fontaine SAS", Country: "FR", BaseCurrency: "EUR", TimeZone: demoZone, Languages: []string{"fr", "en"}}
	if err := d.CreateTenant(p.ctx, tenant, last.AddMonths(-demoMonths-1).Midnight(zone)); err != nil {
		return demo.Tally{}, err
	}
	config := demo.Config{Seed: demoSeed, Last: last, Months: demoMonths, Zone: zone, Tenant: tenant.ID,
		Analyze: func(ctx context.Context) error { return postgres.Analyze(ctx, d.owner) }, Progress: progress(p)}
	day := postgres.NewJoined(fast)
	for n := range config.Lanes {
		clock := &demo.Clock{}
		s, err := newVariation(fast, variation{now: clock.Now, outbox: postgres.ToldOutbox, catalog: config.Catalog,
			document: func(r quotes.Renderer) quotes.Renderer { return demo.Aged(r, last) }})
		if err != nil {
			return demo.Tally{}, err
		}
		if n == 0 {
			config.Auth, config.Catalog, config.Figures = s.auth, s.catalog, s.kpi
		}
		config.Lanes[n] = demo.Lane{Clock: clock, Quotes: s.quotes,
			Day: func(ctx context.Context, fn func(context.Context) error) error {
				return day.Together(ctx, tenant.ID, fn)
			}}
	}
	// Two years in seconds make much garbage, and memory is plenty.
	defer debug.SetGCPercent(debug.SetGCPercent(2000))
	began := time.Now()
	tally, err := demo.Build(p.ctx, config)
	if err != nil {
		return tally, err
	}
	fmt.Fprintf(p.stderr, "made the example company in %s\n", time.Since(began).Round(100*time.Millisecond))
	return tally, d.SaveTenantMark(p.ctx, tenant.ID, demoMark, tally)
}

// progress reports each tenth of the history once.
func progress(p *process) func(done, total int) {
	told := 0
	return func(done, total int) {
		if tenth := 10 * done / total; tenth > told {
			told = tenth
			fmt.Fprintf(p.stderr, "making the example company: %d %%\n", 10*tenth)
		}
	}
}

// introduce prints the company and everybody's way to sign in.
func introduce(p *process, t demo.Tally) error {
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "Fontaine SAS: %d quotes, %d sent, %d accepted, %d orders in %d months\n\n", t.Quotes, t.Sent, t.Accepted, t.Orders, demoMonths)
	for _, l := range demo.Logins() {
		roles := make([]string, len(l.Roles))
		for n, r := range l.Roles {
			roles[n] = string(r)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", l.Email, l.Name, strings.Join(roles, ", "), l.Language)
	}
	fmt.Fprintf(w, "\nThe password of all of them is %s\n\n", demo.Password)
	return w.Flush()
}
