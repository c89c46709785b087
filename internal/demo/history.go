package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Config is what a history needs; every field but Progress is required.
type Config struct {
	// Seed and Last decide everything that happens; the history ends on the
	// day before Last.
	Seed uint64
	Last civil.Date
	// Months is how long it is: 24 for the demonstration.
	Months int
	// Clock must be the one that the services were given.
	Clock  *Clock
	Zone   *time.Location
	Tenant identity.ID

	Auth    *auth.Service
	Catalog *catalog.Service
	Quotes  *quotes.Service
	// Day runs one simulated day in one transaction.
	Day func(ctx context.Context, fn func(context.Context, quotes.Store) error) error
	// Progress is told how many days are done, of how many.
	Progress func(done, total int)
}

// Build makes the company and its history. The tenant must exist and be empty.
func Build(ctx context.Context, c Config) (Tally, error) {
	first := c.Last.AddMonths(-c.Months)
	start := first.Midnight(c.Zone)
	c.Clock.set(start.AddDate(0, 0, -30).Add(9 * time.Hour))
	w := &company{clock: c.Clock, tenant: c.Tenant}
	if err := c.establish(ctx, w); err != nil {
		return Tally{}, fmt.Errorf("example company: %w", err)
	}
	for day, n, total := start, 1, c.Last.Sub(first); n <= total; day, n = day.AddDate(0, 0, 1), n+1 {
		w.plan(random(c.Seed, "day", n), day, start, c.Seed)
		if err := c.live(ctx, w, day); err != nil {
			return w.tally, fmt.Errorf("history, %s: %w", day.Format(time.DateOnly), err)
		}
		if c.Progress != nil {
			c.Progress(n, total)
		}
	}
	return w.tally, nil
}

// live runs what is on the agenda of one day.
func (c Config) live(ctx context.Context, w *company, day time.Time) error {
	return c.Day(ctx, func(ctx context.Context, store quotes.Store) error {
		today := &world{ctx: ctx, quotes: c.Quotes.With(store), company: w}
		w.clock.set(at(day, 0, 5))
		if err := expire(today); err != nil {
			return err
		}
		for {
			t, ok := w.agenda.next(endOfDay(day))
			if !ok {
				return nil
			}
			w.clock.set(t.at)
			if err := t.do(today); err != nil {
				return err
			}
		}
	})
}

// plan puts the requests that arrive on a day on the agenda.
func (w *company) plan(rng *rand.Rand, day, first time.Time, seed uint64) {
	for _, d := range []division{bikes, conveyors} {
		for range d.requests(rng, day, first) {
			w.requests++
			s := &story{rng: random(seed, "request", w.requests), number: w.requests, division: d}
			s.client, s.rep = w.asking(s.rng, d)
			w.agenda.add(day.Add(hours(rng, 8, 18.5)), s.begin)
		}
	}
}

// asking draws the customer and the rep who answers: loyal customers ask more
// often, and always the same rep.
func (w *company) asking(rng *rand.Rand, d division) (client, person) {
	all := w.clients[d]
	n := rng.IntN(len(all))
	for !chance(rng, 0.25+0.75*all[n].loyal) {
		n = rng.IntN(len(all))
	}
	reps := w.reps(d)
	if d == bikes {
		// The export team serves who speaks English, the French team the rest.
		var same []person
		for _, r := range reps {
			if r.language == all[n].Language {
				same = append(same, r)
			}
		}
		reps = same
	}
	return all[n], reps[n%len(reps)]
}
