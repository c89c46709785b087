package bench

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"
)

// Options say how to click.
type Options struct {
	Sessions, Clicks int
	Seed             uint64
	// Now is the clock that times clicks.
	Now func() time.Time
	// Dump, if not nil, gets one JSON line per click.
	Dump io.Writer
}

// Report is what a run measured; times are milliseconds.
type Report struct {
	Model     string  `json:"model"`
	Variables int     `json:"variables"`
	Values    int     `json:"values"`
	Sessions  int     `json:"sessions"`
	Clicks    int     `json:"clicks"`
	First     float64 `json:"first_ms"`
	P50       float64 `json:"p50_ms"`
	P95       float64 `json:"p95_ms"`
	P99       float64 `json:"p99_ms"`
	Max       float64 `json:"max_ms"`
	Solves    float64 `json:"solver_calls_per_click"`
	// RSS is the memory of the whole process in MB, filled in by the caller.
	RSS float64 `json:"rss_mb"`
}

// Click is one line of a dump.
type Click struct {
	Session   int    `json:"session"`
	Click     int    `json:"click"`
	Picks     Values `json:"picks"`
	Available Values `json:"available"`
}

// Values are names of values. In JSON, the literals of a formula are integers.
type Values []string

// MarshalJSON writes the names.
func (v Values) MarshalJSON() ([]byte, error) {
	out := make([]any, len(v))
	for i, name := range v {
		out[i] = name
		if n, err := strconv.Atoi(name); err == nil {
			out[i] = n
		}
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads names and integers.
func (v *Values) UnmarshalJSON(b []byte) error {
	var in []json.RawMessage
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	*v = make(Values, len(in))
	for i, raw := range in {
		if len(raw) == 0 || raw[0] != '"' {
			(*v)[i] = string(raw)
		} else if err := json.Unmarshal(raw, &(*v)[i]); err != nil {
			return err
		}
	}
	return nil
}

// takeBack is how many clicks of a hundred take a pick back.
const takeBack = 15

// Run clicks through the subject. An error is a dead end: a value that was
// available and then was not, or a question that failed.
func Run(ctx context.Context, s Subject, o Options) (Report, error) {
	r := &run{ctx: ctx, subject: s, options: o, random: rand.New(rand.NewPCG(o.Seed, 1))}
	_, start, err := r.ask(nil)
	if err != nil {
		return Report{}, err
	}
	r.first, r.times = r.times[0], nil
	r.solves = s.Solves()
	for n := range o.Sessions {
		if err := r.session(n, start); err != nil {
			return Report{}, fmt.Errorf("session %d: %w", n, err)
		}
	}
	return r.report(o.Sessions), nil
}

type run struct {
	ctx     context.Context
	subject Subject
	options Options
	random  *rand.Rand
	first   time.Duration
	times   []time.Duration
	solves  int64
}

func (r *run) ask(picks []string) (available, open []string, err error) {
	if err := r.ctx.Err(); err != nil {
		return nil, nil, err
	}
	start := r.options.Now()
	available, open, err = r.subject.Available(r.ctx, picks)
	r.times = append(r.times, r.options.Now().Sub(start))
	return available, open, err
}

func (r *run) session(n int, open []string) error {
	var picks []string
	for click := range r.options.Clicks {
		switch {
		case len(picks) > 0 && (len(open) == 0 || r.random.IntN(100) < takeBack):
			i := r.random.IntN(len(picks))
			picks = slices.Delete(slices.Clone(picks), i, i+1)
		case len(open) == 0:
			return nil
		default:
			picks = append(picks[:len(picks):len(picks)], open[r.random.IntN(len(open))])
		}
		available, next, err := r.ask(picks)
		if err != nil {
			return fmt.Errorf("click %d, picks %v: %w", click, picks, err)
		}
		open = next
		if err := r.dump(Click{n, click, picks, available}); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) dump(c Click) error {
	if r.options.Dump == nil {
		return nil
	}
	return json.NewEncoder(r.options.Dump).Encode(c)
}

func (r *run) report(sessions int) Report {
	variables, values := r.subject.Size()
	out := Report{
		Model: r.subject.Name(), Variables: variables, Values: values, Sessions: sessions, Clicks: len(r.times), First: ms(r.first),
	}
	if len(r.times) == 0 {
		return out
	}
	out.Solves = float64(r.subject.Solves()-r.solves) / float64(len(r.times))
	slices.Sort(r.times)
	at := func(p float64) float64 { return ms(r.times[int(p*float64(len(r.times)-1))]) }
	out.P50, out.P95, out.P99, out.Max = at(.5), at(.95), at(.99), at(1)
	return out
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// Replay runs the picks of a dump. With a Dump in the options it writes what is
// available now; it reports how many clicks answered otherwise than the dump.
func Replay(ctx context.Context, s Subject, dump io.Reader, o Options) (report Report, differing int, err error) {
	r := &run{ctx: ctx, subject: s, options: o}
	if _, _, err := r.ask(nil); err != nil {
		return Report{}, 0, err
	}
	r.first, r.times = r.times[0], nil
	r.solves = s.Solves()
	sessions := map[int]bool{}
	in := bufio.NewReader(dump)
	decoder := json.NewDecoder(in)
	for decoder.More() {
		var c Click
		if err := decoder.Decode(&c); err != nil {
			return Report{}, 0, err
		}
		sessions[c.Session] = true
		available, _, err := r.ask(c.Picks)
		if err != nil {
			return Report{}, 0, fmt.Errorf("session %d, click %d: %w", c.Session, c.Click, err)
		}
		if !slices.Equal(available, c.Available) {
			differing++
		}
		c.Available = available
		if err := r.dump(c); err != nil {
			return Report{}, 0, err
		}
	}
	return r.report(len(sessions)), differing, nil
}
