package configurator_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/configurator"
)

// client is somebody who clicks through a model.
type client struct {
	t      testing.TB
	c      *configurator.Compiled
	random *rand.Rand
	picks  []configurator.Pick
}

func (x *client) state(picks []configurator.Pick) configurator.State {
	x.t.Helper()
	s, err := x.c.State(context.Background(), configurator.Request{Picks: picks})
	if err != nil {
		x.t.Fatalf("%v\npicks %v", err, picks)
	}
	return s
}

// values lists picks of values an answer names with one of the states.
func values(s configurator.State, states ...configurator.ValueStatus) []configurator.Pick {
	wanted := map[configurator.ValueStatus]bool{}
	for _, st := range states {
		wanted[st] = true
	}
	var out []configurator.Pick
	for _, a := range s.Attributes {
		if !a.Active || a.Computed || a.Context || a.Type == configurator.InstanceType {
			continue
		}
		for _, v := range a.Values {
			if wanted[v.Status] {
				out = append(out, configurator.Pick{Path: a.Path, Op: configurator.Set, Value: v.Value})
			}
		}
		for _, i := range a.Intervals {
			if wanted[configurator.Available] {
				out = append(out, configurator.Pick{Path: a.Path, Op: configurator.Set, Value: i.Min},
					configurator.Pick{Path: a.Path, Op: configurator.Set, Value: i.Max})
			}
		}
	}
	return out
}

func draw[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// without returns the picks but one.
func without(picks []configurator.Pick, i int) []configurator.Pick {
	return append(append([]configurator.Pick{}, picks[:i]...), picks[i+1:]...)
}

// with returns the picks and one more.
func with(picks []configurator.Pick, p configurator.Pick) []configurator.Pick {
	return append(append([]configurator.Pick{}, picks...), p)
}

func text(t testing.TB, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// wild clicks on anything: what is offered, what is excluded, instances to add
// and to remove, picks to take back. What was offered must not add a conflict;
// what conflicts must have an explanation; and no answer may fail.
func (x *client) wild(clicks int) {
	x.t.Helper()
	before := x.state(x.picks)
	for range clicks {
		next, offered := x.click(before)
		s := x.state(next)
		if offered && len(s.Conflicts) > len(before.Conflicts) {
			x.t.Fatalf("what was offered last conflicts: %v\npicks %v", s.Conflicts, next)
		}
		if n := len(s.Conflicts); n > 0 && x.random.IntN(4) == 0 {
			x.explained(next, s.Conflicts[x.random.IntN(n)])
		}
		before, x.picks = s, next
	}
}

// click draws what to do next.
func (x *client) click(s configurator.State) (picks []configurator.Pick, offered bool) {
	n := x.random.IntN(100)
	lists := components(s)
	switch {
	case len(x.picks) > 0 && (n < 15 || len(x.picks) > 12):
		return without(x.picks, x.random.IntN(len(x.picks))), false
	case n < 25 && len(lists) > 0:
		path := fmt.Sprintf("%s/%c", draw(x.random, lists), 'a'+rune(x.random.IntN(3)))
		return with(x.picks, configurator.Pick{Path: path, Op: configurator.Set, Value: configurator.Bool(true)}), false
	case n < 28 && len(lists) > 0:
		path := fmt.Sprintf("%s/%c", draw(x.random, lists), 'a'+rune(x.random.IntN(3)))
		return with(x.picks, configurator.Pick{Path: path, Op: configurator.Exclude, Value: configurator.Bool(true)}), false
	case n < 45:
		if excluded := values(s, configurator.Excluded, configurator.InConflict); len(excluded) > 0 {
			return with(x.picks, draw(x.random, excluded)), false
		}
	}
	open := values(s, configurator.Available)
	if len(open) == 0 {
		return nil, false
	}
	return with(x.picks, draw(x.random, open)), true
}

// components lists the paths of what has instances.
func components(s configurator.State) []string {
	var out []string
	for _, a := range s.Attributes {
		if a.Type == configurator.CountType && a.Active {
			out = append(out, a.Path)
		}
	}
	return out
}

func (x *client) explained(picks []configurator.Pick, c configurator.PickConflict) {
	x.t.Helper()
	if p := picks[c.Index]; p.Op == configurator.Exclude {
		return
	}
	e, err := x.c.Explain(context.Background(), configurator.Request{Picks: picks}, c.Path, c.Value)
	if err != nil {
		x.t.Fatalf("%s=%s: %v\npicks %v", c.Path, c.Value, err, picks)
	}
	if len(e.Reasons) == 0 {
		x.t.Fatalf("%s=%s is in conflict without a reason: %+v\npicks %v", c.Path, c.Value, e, picks)
	}
}

// rounds is how often to do what can be done more often: QUOTIENT_SESSIONS asks
// for so many.
func rounds(t testing.TB, usual int) int {
	t.Helper()
	given := os.Getenv("QUOTIENT_SESSIONS")
	if given == "" {
		return usual
	}
	n, err := strconv.Atoi(given)
	if err != nil {
		t.Fatalf("QUOTIENT_SESSIONS: %v", err)
	}
	return n
}

func TestWildClicksNeverFail(t *testing.T) {
	for name, c := range exampleModels(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for n := range rounds(t, 36) / 6 {
				x := &client{t: t, c: c, random: rand.New(rand.NewPCG(uint64(n), 7))}
				x.wild(12)
			}
		})
	}
}

// TestAnswersDependOnTheRequestAlone compares the answers of a model that has
// been asked a lot with those of one that has been asked nothing: taking a pick
// back restores everything.
func TestAnswersDependOnTheRequestAlone(t *testing.T) {
	fresh := exampleModels(t)
	for name, c := range exampleModels(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := &client{t: t, c: c, random: rand.New(rand.NewPCG(3, 4))}
			x.wild(5)
			before := text(t, x.state(x.picks))
			kept := x.picks
			x.wild(10)
			if diff := cmp.Diff(before, text(t, x.state(kept))); diff != "" {
				t.Errorf("after other picks were made and taken back:\n%s", diff)
			}
			y := &client{t: t, c: fresh[name]}
			if diff := cmp.Diff(before, text(t, y.state(kept))); diff != "" {
				t.Errorf("a model that was asked nothing before:\n%s", diff)
			}
		})
	}
}

func TestTheOrderOfPicksThatAgreeDoesNotMatter(t *testing.T) {
	for name, c := range exampleModels(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := &client{t: t, c: c, random: rand.New(rand.NewPCG(5, 6))}
			for range 4 {
				// Instances take their places in order, so that only picks outside of
				// them are independent.
				var picks []configurator.Pick
				for range 5 {
					var outside []configurator.Pick
					for _, p := range values(x.state(picks), configurator.Available) {
						if !strings.Contains(p.Path, "/") {
							outside = append(outside, p)
						}
					}
					if len(outside) > 0 {
						picks = append(picks, draw(x.random, outside))
					}
				}
				s := x.state(picks)
				if len(s.Conflicts) > 0 { // two values of one attribute
					continue
				}
				other := append([]configurator.Pick{}, picks...)
				x.random.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
				if diff := cmp.Diff(text(t, s), text(t, x.state(other))); diff != "" {
					t.Errorf("%v and %v:\n%s", picks, other, diff)
				}
			}
		})
	}
}

// TestManySessionsShareAModel lets goroutines ask one compiled model all it
// answers, and compares with what one alone is told.
func TestManySessionsShareAModel(t *testing.T) {
	for _, name := range []string{"computers/personal-computer.yaml", "air/air-handling-unit.yaml"} {
		t.Run(name, func(t *testing.T) {
			c := compileExample(t, name)
			walk := func(seed uint64) (out []string) {
				x := &client{t: t, c: c, random: rand.New(rand.NewPCG(seed, 9))}
				for range 3 {
					x.wild(2)
					out = append(out, text(t, x.everything()))
				}
				return out
			}
			const sessions = 4
			var alone, together [sessions][]string
			for n := range sessions {
				alone[n] = walk(uint64(n))
			}
			var group sync.WaitGroup
			for n := range sessions {
				group.Go(func() { together[n] = walk(uint64(n)) })
			}
			group.Wait()
			for n := range sessions {
				if diff := cmp.Diff(alone[n], together[n]); diff != "" {
					t.Errorf("session %d:\n%s", n, diff)
				}
			}
		})
	}
}

// everything asks all there is to ask about the present picks.
func (x *client) everything() []any {
	ctx, req := context.Background(), configurator.Request{Picks: x.picks}
	s := x.state(x.picks)
	selection, err := x.c.Selection(ctx, req)
	if err != nil {
		x.t.Errorf("%v", err)
	}
	out := []any{s, selection}
	if excluded := values(s, configurator.Excluded); len(excluded) > 0 {
		p := excluded[0]
		e, err := x.c.Explain(ctx, req, p.Path, p.Value)
		if err != nil {
			x.t.Errorf("%v", err)
		}
		r, err := x.c.Repair(ctx, req, p.Path, p.Value, 2)
		if err != nil {
			x.t.Errorf("%v", err)
		}
		out = append(out, e, r)
	}
	bom, err := x.c.BOM(ctx, req)
	return append(out, bom, fmt.Sprint(err))
}
