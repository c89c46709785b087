package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

// Config is what a history needs; every field without a remark is
// required.
type Config struct {
	// Seed and Last decide everything that happens; the history ends on the
	// day before Last.
	Seed uint64
	Last civil.Date
	// Months is how long it is: 24 for the demonstration.
	Months int
	Zone   *time.Location
	Tenant identity.ID

	// Auth, Catalog and Figures were given the clock of the first lane.
	Auth    *auth.Service
	Catalog *catalog.Service
	Figures *kpi.Service
	// Lanes do the work of one day side by side.
	Lanes [lanes]Lane
	// Analyze, where given, refreshes the database's statistics: tables that
	// grow from nothing within seconds would be searched by plans for small ones.
	Analyze func(ctx context.Context) error
	// Progress, where given, is told how many days are done, of how many.
	Progress func(done, total int)
}

// lanes is how many parts of a day are lived at the same time. While one waits
// for the database another computes: more than there are processors of most
// machines, and few enough that the first is not left to the end.
const lanes = 4

// analyzeAfter are the days of the history after which statistics are
// refreshed.
var analyzeAfter = []int{10, 40, 120, 300}

// Lane is one of those that share the work of a day.
type Lane struct {
	// Clock must be the one that Quotes was given.
	Clock  *Clock
	Quotes *quotes.Service
	// Day runs the lane's part of a day in one transaction, which Quotes joins
	// when it is called with fn's context.
	Day func(ctx context.Context, fn func(context.Context) error) error
}

// Build makes the company and its history. The tenant must exist and be empty.
func Build(ctx context.Context, c Config) (Tally, error) {
	first := c.Last.AddMonths(-c.Months)
	start := first.Midnight(c.Zone)
	for _, l := range c.Lanes {
		l.Clock.set(start.AddDate(0, 0, -30).Add(9 * time.Hour))
	}
	h := &history{Config: c, company: &company{tenant: c.Tenant}, first: start}
	if err := c.establish(ctx, h.company); err != nil {
		return Tally{}, fmt.Errorf("example company: %w", err)
	}
	for day, n, total := start, 1, c.Last.Sub(first); n <= total; day, n = day.AddDate(0, 0, 1), n+1 {
		h.plan(n, day)
		if err := h.live(ctx, day); err != nil {
			return h.tally, fmt.Errorf("history, %s: %w", day.Format(time.DateOnly), err)
		}
		if c.Analyze != nil && slices.Contains(analyzeAfter, n) {
			if err := c.Analyze(ctx); err != nil {
				return h.tally, err
			}
		}
		if c.Progress != nil {
			c.Progress(n, total)
		}
	}
	return h.tally, nil
}

// history is a history being made.
type history struct {
	Config
	*company
	first    time.Time
	requests int // how many there have been
	agenda   agenda
	tally    Tally
}

// plan puts the requests that arrive on a day on the agenda.
func (h *history) plan(n int, day time.Time) {
	rng := random(h.Seed, "day", n)
	for _, d := range []division{bikes, conveyors} {
		for range d.requests(rng, day, h.first) {
			h.requests++
			s := &story{rng: random(h.Seed, "request", h.requests), number: h.requests, division: d}
			s.client, s.rep = h.asking(s.rng, d)
			h.agenda.add(task{at: day.Add(hours(rng, 8, 18.5)), story: s, do: s.begin})
		}
	}
}

// live runs one day. What expired at midnight is recorded first; then the
// lanes run side by side, and what they planned goes on the agenda in an order
// that does not depend on which was faster.
func (h *history) live(ctx context.Context, day time.Time) error {
	midnight, err := h.run(ctx, h.Lanes[0], day, []task{{at: at(day, 0, 5), do: expire}})
	if err != nil {
		return err
	}
	h.tally.add(midnight.tally)
	today := divide(h.agenda.until(endOfDay(day)))
	worlds := make([]*world, lanes+1)
	group, together := errgroup.WithContext(ctx)
	for n, tasks := range today.parts {
		group.Go(func() (err error) {
			worlds[n], err = h.run(together, h.Lanes[n], day, tasks)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if worlds[lanes], err = h.run(ctx, h.Lanes[0], day, today.last); err != nil {
		return err
	}
	for _, w := range worlds {
		h.tally.add(w.tally)
		for _, t := range w.planned {
			h.agenda.add(t)
		}
	}
	return nil
}

// day is a day's tasks, divided by customer so that no two lanes touch the same
// rows: the first lane has the customers for whom numbers of quotes are taken,
// the second those for whom numbers of orders are, because numbers are given in
// the order of the day. The others go where least is to be done. Last come the
// few for whom both are.
type day struct {
	parts [lanes][]task
	last  []task
}

func divide(tasks []task) (d day) {
	const last = -1
	lane := map[identity.ID]int{}
	for _, t := range tasks {
		if t.takes == noNumber {
			continue
		}
		client, n := t.story.client.ID, int(t.takes-quoteNumber)
		if before, known := lane[client]; known && before != n {
			n = last
		}
		lane[client] = n
	}
	var load [lanes]int
	for _, t := range tasks {
		if n, known := lane[t.story.client.ID]; known && n != last {
			load[n] += t.weight()
		}
	}
	for _, t := range tasks {
		client := t.story.client.ID
		n, known := lane[client]
		if !known {
			n = slices.Index(load[:], slices.Min(load[:]))
			lane[client] = n
		}
		if n == last {
			d.last = append(d.last, t)
			continue
		}
		d.parts[n] = append(d.parts[n], t)
		if !known {
			load[n] += t.weight()
		}
	}
	return d
}

// weight is roughly how long a task takes: sending an offer prints it.
func (t task) weight() int {
	if t.takes == quoteNumber {
		return 3
	}
	return 1
}

// run runs tasks in one transaction.
func (h *history) run(ctx context.Context, l Lane, day time.Time, tasks []task) (*world, error) {
	w := &world{clock: l.Clock, quotes: l.Quotes, company: h.company}
	if len(tasks) == 0 {
		return w, nil
	}
	l.Clock.set(day)
	return w, l.Day(ctx, func(ctx context.Context) error {
		w.ctx = ctx
		for _, t := range tasks {
			w.clock.set(t.at)
			if err := t.do(w); err != nil {
				return err
			}
		}
		return nil
	})
}

// asking draws the customer and the rep who answers: loyal customers ask more
// often, and always the same rep.
func (h *history) asking(rng *rand.Rand, d division) (client, person) {
	all := h.clients[d]
	n := rng.IntN(len(all))
	for !chance(rng, 0.25+0.75*all[n].loyal) {
		n = rng.IntN(len(all))
	}
	reps := h.reps(d)
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
