package configurator

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/money"
)

// drawObjective weighs some values of the random model, or minimises one of its
// properties; the weights of that are returned too.
func drawObjective(t *rapid.T, c *Compiled) (Objective, map[string]int64) {
	boxes := len(c.root.lists) > 0
	if rapid.Bool().Draw(t, "by property") {
		weights := map[string]int64{"a=x": 1, "a=y": 2, "a=z": 3}
		if boxes {
			weights["box/*/d=f"], weights["box/*/d=g"] = 1, 2
		}
		return Objective{Minimize: "p"}, weights
	}
	keys := []string{"a=x", "a=y", "a=z", "b=true", "b=false", "n", "c=u", "c=v", "m=k", "m=l"}
	if boxes {
		keys = append(keys, "box/*", "box/*/d=f", "box/*/d=g")
	}
	weights := map[string]int64{}
	for range rapid.IntRange(1, 6).Draw(t, "weights") {
		weights[rapid.SampledFrom(keys).Draw(t, "key")] = rapid.Int64Range(-5, 9).Draw(t, "weight")
	}
	o := Objective{Weights: map[string]money.Decimal{}}
	for key, w := range weights {
		o.Weights[key] = money.FromInt(w)
	}
	return o, weights
}

// costOf is what a configuration costs by the weights.
func (o *oracle) costOf(x configuration, weights map[string]int64) int64 {
	total := int64(0)
	o.c.root.each(func(in *instance) {
		if !x.there[in] {
			return
		}
		prefix := patternOf(in)
		total += weights[strings.TrimSuffix(prefix, "/")]
		for _, a := range in.attributes {
			if a.computed != nil || !x.active[a] {
				continue
			}
			for _, i := range x.sets[a] {
				total += weights[prefix+a.Code+"="+a.Options[i].Code]
			}
			if v := x.values[a]; a.Type.Numeric() && !v.IsNone() {
				total += weights[prefix+a.Code] * mustInt(v)
			} else if a.Type != MultiType && !v.IsNone() {
				total += weights[prefix+a.Code+"="+v.String()]
			}
		}
	})
	return total
}

// shows reports whether a configuration has exactly the values of a completion.
func (o *oracle) shows(a *answer, x configuration, values map[string]Value) bool {
	want := map[string]Value{}
	o.c.root.each(func(in *instance) {
		if !x.there[in] {
			return
		}
		prefix := a.path(in)
		if in.parent != nil {
			want[trimSlash(prefix)] = Bool(true)
		}
		for _, b := range in.attributes {
			switch {
			case b.computed != nil || !x.active[b]:
			case b.Type == MultiType:
				for _, i := range x.sets[b] {
					want[prefix+b.Code+"="+b.Options[i].Code] = Bool(true)
				}
			default:
				want[prefix+b.Code] = x.values[b]
			}
		}
	})
	return maps.EqualFunc(want, values, Value.Equal)
}

func TestCompletionsAreCheapestAmongAll(t *testing.T) {
	checkLaw(t, func(t *rapid.T, text string, o *oracle, a *answer, left []configuration) {
		objective, weights := drawObjective(t, a.c)
		least := o.costOf(left[0], weights)
		for _, x := range left {
			least = min(least, o.costOf(x, weights))
		}
		got, err := a.c.Complete(context.Background(), a.original, objective)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if want := money.FromInt(least); !got.Found || !got.Optimal || !got.Cost.Equal(want) || !got.Bound.Equal(want) {
			t.Fatalf("found %v at %s with the bound %s, the cheapest costs %s\nweights %v, picks %v\n%s", got.Found, got.Cost, got.Bound, want, weights, a.req.Picks, text)
		}
		if !slices.ContainsFunc(left, func(x configuration) bool { return o.costOf(x, weights) == least && o.shows(a, x, got.Values) }) {
			t.Fatalf("no valid configuration of that cost has the values %v\npicks %v\n%s", got.Values, a.req.Picks, text)
		}
	})
}

func TestCompletionsWithoutAnObjectiveKeepTheDefaults(t *testing.T) {
	checkLaw(t, func(t *rapid.T, text string, o *oracle, a *answer, left []configuration) {
		for _, w := range a.wishes {
			if !w.explicit && !w.counts {
				continue
			}
			if next := slices.DeleteFunc(slices.Clone(left), func(x configuration) bool { return !x.satisfies(w) }); len(next) > 0 {
				left = next
			}
		}
		got, err := a.c.Complete(context.Background(), a.original, Objective{})
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !got.Found || !slices.ContainsFunc(left, func(x configuration) bool { return o.shows(a, x, got.Values) }) {
			t.Fatalf("%v is no valid configuration with the defaults that are possible\npicks %v\n%s", got.Values, a.req.Picks, text)
		}
	})
}

// Under a budget the best found is valid and its bound is one.
func TestCompletionsUnderABudgetAreBounded(t *testing.T) {
	checkLaw(t, func(t *rapid.T, text string, o *oracle, a *answer, left []configuration) {
		objective, weights := drawObjective(t, a.c)
		least := o.costOf(left[0], weights)
		for _, x := range left {
			least = min(least, o.costOf(x, weights))
		}
		req := a.original
		req.Budget = rapid.Int64Range(100, 20_000).Draw(t, "budget")
		got, err := a.c.Complete(context.Background(), req, objective)
		if err != nil || !got.Found {
			return // not even one was found
		}
		if got.Bound.Cmp(money.FromInt(least)) > 0 || got.Cost.Cmp(money.FromInt(least)) < 0 || got.Optimal && !got.Cost.Equal(money.FromInt(least)) {
			t.Fatalf("between %s and %s, optimal %v; the cheapest costs %d\nweights %v, picks %v\n%s", got.Bound, got.Cost, got.Optimal, least, weights, a.req.Picks, text)
		}
	})
}
