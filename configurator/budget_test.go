package configurator

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"github.com/quotient-cpq/quotient/configurator/synthetic"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// server is a compiled model of its own, as another process would have it.
func server(t *testing.T) *Compiled {
	t.Helper()
	text := synthetic.Model(synthetic.Options{Attributes: 24, Rules: 60, Components: 2, Seed: 3})
	m, err := Load(fstest.MapFS{"model.yaml": {Data: []byte(text)}}, "model.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(m, civil.MustParse("2026-06-01"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// experienced is a server that has answered many other requests.
func experienced(t *testing.T) *Compiled {
	t.Helper()
	c := server(t)
	for _, req := range walks(t, c, 99) {
		s, err := c.State(context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range s.Attributes {
			for _, v := range a.Values {
				if v.Status == Excluded {
					if _, err := c.Explain(context.Background(), req, a.Path, v.Value); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	return c
}

// walks are requests of a few random sessions.
func walks(t *testing.T, c *Compiled, seed uint64) []Request {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 0))
	var out []Request
	for range 4 {
		var req Request
		for range 5 {
			s, err := c.State(context.Background(), req)
			if err != nil {
				t.Fatal(err)
			}
			var free []Pick
			for _, a := range s.Attributes {
				for _, v := range a.Values {
					if v.Status == Available {
						free = append(free, Pick{Path: a.Path, Value: v.Value})
					}
				}
			}
			if len(free) == 0 {
				break
			}
			req.Picks = append(req.Picks[:len(req.Picks):len(req.Picks)], free[random.IntN(len(free))])
			out = append(out, req)
		}
	}
	return out
}

// said is an answer as text, errors of budgets included.
func said(t *testing.T, answer any, err error) string {
	t.Helper()
	var f *fault.Error
	if errors.As(err, &f) && f.Kind == "budget-ended" {
		return f.Kind
	}
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(answer)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestABudgetedAnswerIsTheSameOnEveryServer(t *testing.T) {
	requests := walks(t, server(t), 1)
	old := experienced(t)
	unknown := 0
	for i, req := range requests {
		for _, budget := range []int64{200, 1000, 5000, 40_000} {
			req.Budget = budget
			fresh := server(t)
			s, err := fresh.State(context.Background(), req)
			want := said(t, s, err)
			s, err = old.State(context.Background(), req)
			if got := said(t, s, err); got != want {
				t.Fatalf("request %d, budget %d: a server that has learned says\n%s\na fresh one\n%s", i, budget, got, want)
			}
			unknown += unknowns(s)
			a := s.Attribute("a1")
			if a == nil || len(a.Values) == 0 {
				continue
			}
			e, err := fresh.Explain(context.Background(), req, "a1", a.Values[0].Value)
			want = said(t, e, err)
			e, err = old.Explain(context.Background(), req, "a1", a.Values[0].Value)
			if got := said(t, e, err); got != want {
				t.Fatalf("request %d, budget %d: explanations %s and %s", i, budget, got, want)
			}
		}
	}
	if unknown == 0 {
		t.Error("no budget was small enough to leave anything unknown")
	}
}

func unknowns(s State) int {
	n := 0
	for _, a := range s.Attributes {
		n += len(a.Unresolved)
		for _, v := range a.Values {
			if v.Status == Unknown {
				n++
			}
		}
	}
	return n
}

// Without a budget of its own, a request may learn more from a server with
// experience, never something else; and what stays unknown is what stays unknown
// on a fresh one.
func TestExperienceOnlyAddsKnowledge(t *testing.T) {
	requests := walks(t, server(t), 1)
	old := experienced(t)
	for i, req := range requests {
		for _, budget := range []int64{300, 2000, 20_000} {
			fresh := server(t)
			fresh.budget, old.budget = budget, budget
			plain, errPlain := fresh.State(context.Background(), req)
			wise, errWise := old.State(context.Background(), req)
			if errWise != nil || unknowns(wise) > 0 {
				if got, want := said(t, wise, errWise), said(t, plain, errPlain); got != want {
					t.Fatalf("request %d, budget %d: unknown on a server that has learned\n%s\non a fresh one\n%s", i, budget, got, want)
				}
				continue
			}
			if errPlain != nil {
				continue
			}
			for k, a := range plain.Attributes {
				for v, x := range a.Values {
					got := wise.Attributes[k].Values[v].Status
					if x.Status == Excluded != (got == Excluded) && x.Status != Unknown {
						t.Fatalf("request %d, budget %d: %s = %s is %s and %s", i, budget, a.Path, x.Value, got, x.Status)
					}
				}
			}
		}
	}
}
