package demo_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/demo"
	"github.com/quotient-cpq/quotient/internal/document"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

var last = civil.MustParse("2026-06-15")

// build makes a company with a history of some months in a fresh database.
func build(t *testing.T, months int) (dsn string, tally demo.Tally) {
	t.Helper()
	dsn = pgtest.DSN(t)
	db := pgtest.Open(t, dsn)
	tenant := pgtest.Tenant(t, db)
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	printer, err := document.New()
	if err != nil {
		t.Fatal(err)
	}
	joined := postgres.NewJoined(db)
	access := postgres.NewAccess(db, joined)
	store := postgres.NewQuotes(joined, postgres.RecordFacts, postgres.ToldOutbox)
	config := demo.Config{Seed: 1, Last: last, Months: months, Zone: zone, Tenant: tenant}
	for n := range config.Lanes {
		clock := &demo.Clock{}
		if n == 0 {
			metrics, err := kpi.Definitions()
			if err != nil {
				t.Fatal(err)
			}
			config.Figures = kpi.NewService(postgres.NewKPI(joined), metrics, clock.Now)
			config.Catalog = catalog.NewService(postgres.NewCatalog(joined, clock.Now), clock.Now)
			if config.Auth, err = auth.NewService(access, clock.Now, auth.Options{Cost: auth.Cost{Memory: 64, Passes: 1, Lanes: 1}}); err != nil {
				t.Fatal(err)
			}
		}
		config.Lanes[n] = demo.Lane{
			Clock: clock,
			Quotes: quotes.New(quotes.Config{Store: store, Catalog: quotes.FromCatalog(config.Catalog),
				Renderer: demo.Aged(printer, last), Directory: access, Now: clock.Now}),
			Day: func(ctx context.Context, fn func(context.Context) error) error {
				return joined.Together(ctx, tenant, fn)
			},
		}
	}
	tally, err = demo.Build(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	return dsn, tally
}

// digest is a line for every quote: what it is about, when, and what became of
// it.
func digest(t *testing.T, dsn string) []string {
	t.Helper()
	conn := pgtest.Admin(t, dsn)
	rows, err := conn.Query(t.Context(), `
		select concat_ws(' ', f.number, c.name, r.number, r.state, r.created_at, r.sent_at, r.tcv)
		from quote_revision r
		join quote_family f using (tenant_id, family_id)
		join customer c using (tenant_id, customer_id)
		order by r.created_at, c.name, r.number`)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func TestTheSameSeedGivesTheSameHistory(t *testing.T) {
	t.Parallel()
	oneDSN, one := build(t, 1)
	twoDSN, two := build(t, 1)
	if one != two || one.Quotes == 0 || one.Sent == 0 {
		t.Errorf("the tallies are %+v and %+v", one, two)
	}
	if diff := cmp.Diff(digest(t, oneDSN), digest(t, twoDSN)); diff != "" {
		t.Errorf("the histories differ:\n%s", diff)
	}
}
