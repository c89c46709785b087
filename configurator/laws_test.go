package configurator

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawPicks makes random picks, contradictory ones too.
func drawPicks(t *rapid.T, c *Compiled, most int) []Pick {
	var out []Pick
	boxes := len(c.root.lists) > 0
	for range rapid.IntRange(0, most).Draw(t, "picks") {
		op := Set
		if rapid.IntRange(0, 3).Draw(t, "exclude") == 0 {
			op = Exclude
		}
		all := []Pick{
			{"a", op, Text(rapid.SampledFrom([]string{"x", "y", "z"}).Draw(t, "a"))},
			{"b", op, Bool(rapid.Bool().Draw(t, "b"))},
			{"n", op, Int(int64(rapid.IntRange(1, 4).Draw(t, "n")))},
			{"c", op, Text(rapid.SampledFrom([]string{"u", "v"}).Draw(t, "c"))},
			{"m", op, Text(rapid.SampledFrom([]string{"k", "l"}).Draw(t, "m"))},
		}
		if boxes {
			all = append(all,
				Pick{"box/one", Set, Bool(true)},
				Pick{"box/two/d", op, Text(rapid.SampledFrom([]string{"f", "g"}).Draw(t, "d"))},
				Pick{"box/2/d", op, Text(rapid.SampledFrom([]string{"f", "g"}).Draw(t, "d of 2"))},
				Pick{"box", op, Int(int64(rapid.IntRange(0, 2).Draw(t, "count")))},
			)
		}
		out = append(out, rapid.SampledFrom(all).Draw(t, "pick"))
	}
	return out
}

func TestDomainsAreComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawModel(t)
		c := load(t, text)
		o := newOracle(c)
		for range 4 {
			req := Request{Picks: drawPicks(t, c, 4)}
			checkState(t, text, o, req)
		}
	})
}

// law is one check of one request against the oracle.
type law func(t *rapid.T, text string, o *oracle, a *answer, left []configuration)

// checkLaw runs a law on random models and requests that have an answer.
func checkLaw(t *testing.T, check law) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		text := drawModel(t)
		c := load(t, text)
		o := newOracle(c)
		if len(o.valid) == 0 {
			t.Skip("a contradictory model")
		}
		for range 3 {
			a, err := c.begin(context.Background(), Request{Picks: drawPicks(t, c, 4)})
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			check(t, text, o, a, o.keep(t, text, a))
			a.end()
		}
	})
}

func TestNewestPicksWin(t *testing.T) {
	checkLaw(t, func(t *rapid.T, text string, o *oracle, a *answer, _ []configuration) {
		if len(a.c.root.lists) > 0 {
			return // places of instances change with the picks kept
		}
		left := o.valid
		for i := len(a.req.Picks) - 1; i >= 0; i-- {
			var next []configuration
			overruled := false
			for j := i + 1; j < len(a.kept); j++ {
				overruled = overruled || a.kept[j] && a.contradict(i, j)
			}
			for _, x := range left {
				if !overruled && x.agrees(a.question, i) {
					next = append(next, x)
				}
			}
			if a.kept[i] != (len(next) > 0) {
				t.Fatalf("pick %d of %v kept: %v, want %v\n%s", i, a.req.Picks, a.kept[i], len(next) > 0, text)
			}
			if a.kept[i] {
				left = next
			}
		}
	})
}

func TestDefaultsAreLaidOnInOrder(t *testing.T) {
	checkLaw(t, func(t *rapid.T, text string, _ *oracle, a *answer, left []configuration) {
		for _, w := range a.wishes {
			var next []configuration
			for _, x := range left {
				if x.satisfies(w) {
					next = append(next, x)
				}
			}
			l := w.literal(a.engine)
			if a.model.True(l) != (len(next) > 0) {
				t.Fatalf("default %+v taken: %v, want %v\npicks %v\n%s", w.statement, a.model.True(l), len(next) > 0, a.req.Picks, text)
			}
			if len(next) > 0 {
				left = next
			}
		}
		for _, x := range a.c.attributes {
			checkDecided(t, text, a, left, x)
		}
	})
}

// checkDecided compares the decided values with what all the configurations
// left agree on.
func checkDecided(t *rapid.T, text string, a *answer, left []configuration, x *attribute) {
	if x.computed != nil || x.Type == MultiType || !a.present.there[x.inst] || !a.present.active[x] {
		return
	}
	same := true
	for _, y := range left {
		same = same && y.active[x] && y.values[x].Equal(left[0].values[x])
	}
	v, decided := a.present.values[x]
	if decided != same || decided && !v.Equal(left[0].values[x]) {
		t.Fatalf("%s decided: %v as %v; the configurations left agree: %v\npicks %v\n%s", x.Code, decided, v, same, a.req.Picks, text)
	}
}

func TestExplanationsAreTrueAndIrreducible(t *testing.T) {
	checkLaw(t, func(t *rapid.T, text string, o *oracle, a *answer, left []configuration) {
		x := rapid.SampledFrom(a.c.root.attributes[:5]).Draw(t, "attribute")
		v := rapid.SampledFrom(x.all(a.c)).Draw(t, "value")
		e, err := a.c.Explain(context.Background(), a.original, x.Code, v)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !e.Irreducible || e.Status != Excluded && e.Status != InConflict && e.Status != SelectedRule {
			return
		}
		want := e.Status == SelectedRule
		if n := o.without(a, e.Reasons, -1, x, v, want); n > 0 {
			t.Fatalf("%d configurations escape the explanation %+v of %s=%v\npicks %v\n%s", n, e, x.Code, v, a.original.Picks, text)
		}
		for i := range e.Reasons {
			if o.without(a, e.Reasons, i, x, v, want) == 0 && e.Reasons[i].Kind != StructureReason {
				t.Fatalf("reason %d of %+v is not needed\npicks %v\n%s", i, e, a.original.Picks, text)
			}
		}
	})
}

// without counts the configurations that obey all reasons but one and contain
// the value, or with negate the attribute without it.
func (o *oracle) without(a *answer, reasons []Reason, but int, x *attribute, v Value, negate bool) int {
	n := 0
next:
	for _, y := range o.all {
		if !y.active[x] || y.has(x, v) == negate {
			continue
		}
		for i, r := range reasons {
			if i != but && !y.obeys(a, r) {
				continue next
			}
		}
		n++
	}
	return n
}

func (x configuration) obeys(a *answer, r Reason) bool {
	switch r.Kind {
	case PickReason:
		for i := range a.req.Picks {
			if p := a.req.Picks[i]; p.Path == r.Path && p.Value.Equal(r.Value) && (p.Op == Exclude) == (r.Op == Exclude) && !x.agrees(a.question, i) {
				return false
			}
		}
		return true
	case RuleReason:
		for k := range 3 {
			for _, inner := range []bool{false, true} {
				if x.broken[fmt.Sprint(r.Rule, k, inner)] && (r.Path == "") == !inner {
					return false
				}
			}
		}
		return true
	}
	return r.Rule != "active" || !x.broken["active "+r.Path]
}

func TestRepairsAreValidIrreducibleAndAll(t *testing.T) {
	checkLaw(t, func(t *rapid.T, text string, o *oracle, a *answer, left []configuration) {
		if len(a.conflicts) > 0 {
			return
		}
		x := rapid.SampledFrom(a.c.root.attributes[:5]).Draw(t, "attribute")
		v := rapid.SampledFrom(x.all(a.c)).Draw(t, "value")
		r, err := a.c.Repair(context.Background(), a.original, x.Code, v, 100)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		var want [][]int
		picks := len(a.req.Picks)
		for bits := range 1 << picks {
			if o.freed(a, bits, x, v) && !slices.ContainsFunc(want, func(w []int) bool { return bits&mask(w) == mask(w) }) {
				want = append(want, indexes(bits, picks))
			}
		}
		want = slices.DeleteFunc(want, func(w []int) bool {
			return slices.ContainsFunc(want, func(u []int) bool { return mask(u) != mask(w) && mask(u)&mask(w) == mask(u) })
		})
		var got [][]int
		for _, repair := range r.Repairs {
			got = append(got, repair.Drop)
		}
		byMask := func(a, b []int) int { return mask(a) - mask(b) }
		slices.SortFunc(got, byMask)
		slices.SortFunc(want, byMask)
		if !slices.EqualFunc(got, want, slices.Equal[[]int]) || r.Possible != (len(want) > 0) || !r.Exhausted {
			t.Fatalf("repairs of %s=%v: %v, want %v (%+v)\npicks %v\n%s", x.Code, v, got, want, r, a.original.Picks, text)
		}
	})
}

func mask(set []int) int {
	out := 0
	for _, i := range set {
		out |= 1 << i
	}
	return out
}

func indexes(bits, n int) []int {
	out := []int{}
	for i := range n {
		if bits>>i&1 == 1 {
			out = append(out, i)
		}
	}
	return out
}

// freed reports whether the value is possible without some of the picks.
func (o *oracle) freed(a *answer, drop int, x *attribute, v Value) bool {
next:
	for _, y := range o.valid {
		if !y.active[x] || !y.has(x, v) {
			continue
		}
		for i := range a.req.Picks {
			if drop>>i&1 == 0 && !y.agrees(a.question, i) {
				continue next
			}
		}
		return true
	}
	return false
}

// satisfies reports whether the configuration makes a default true.
func (x configuration) satisfies(w wish) bool {
	if w.attribute == nil {
		return x.satisfiesCount(w)
	}
	if !x.there[w.attribute.inst] {
		return true
	}
	if w.explicit {
		return !x.active[w.attribute] || x.has(w.attribute, w.value)
	}
	switch w.attribute.Type {
	case BoolType:
		return !x.values[w.attribute].Truth()
	case MultiType:
		for _, i := range x.sets[w.attribute] {
			if w.option == i {
				return false
			}
		}
		return true
	}
	return x.values[w.attribute].IsNone()
}

func (x configuration) satisfiesCount(w wish) bool {
	n := 0
	for _, in := range w.list.instances {
		if x.there[in] {
			n++
		}
	}
	if w.explicit || w.counts {
		return !x.there[w.list.holder] || n == w.list.Default
	}
	return n <= w.option
}

func checkState(t *rapid.T, text string, o *oracle, req Request) {
	a, err := o.c.begin(context.Background(), req)
	if err != nil {
		if len(o.valid) > 0 {
			t.Fatalf("%v, although %d configurations are valid\n%s", err, len(o.valid), text)
		}
		return
	}
	a.end()
	if len(o.valid) == 0 {
		t.Fatalf("an answer, although nothing is valid\n%s", text)
	}
	left := o.keep(t, text, a)
	s, err := o.c.State(context.Background(), req)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	for in, there := range a.present.there {
		if !there {
			continue
		}
		for _, x := range in.attributes {
			if x.computed == nil {
				checkAttribute(t, text, left, a, s.Attribute(a.path(in)+x.Code), x)
			}
		}
	}
}

// keep replays which picks agree, newest first, by filtering configurations.
func (o *oracle) keep(t *rapid.T, text string, a *answer) []configuration {
	left := o.valid
	for i := range a.kept {
		if !a.kept[i] {
			continue
		}
		var next []configuration
		for _, x := range left {
			if x.agrees(a.question, i) {
				next = append(next, x)
			}
		}
		left = next
	}
	if len(left) == 0 {
		t.Fatalf("the kept picks %v of %v have no configuration\n%s", a.kept, a.req.Picks, text)
	}
	return left
}

func checkAttribute(t *rapid.T, text string, left []configuration, a *answer, s *AttributeState, x *attribute) {
	if s == nil {
		t.Fatalf("no state of %s\n%s", x.Code, text)
	}
	if !s.Active {
		return
	}
	for _, v := range append(x.all(a.c), None()) {
		got := s.possible(v)
		if x.Type == MultiType && v.IsNone() || v.IsNone() && (x.Required || x.Type == BoolType) {
			continue
		}
		want := false
		for _, y := range left {
			want = want || y.there[x.inst] && y.has(x, v) && y.active[x]
		}
		if got != want {
			t.Fatalf("%s = %s is possible: %v, want %v\npicks %+v\nstate %+v\n%s", s.Path, v, got, want, a.req.Picks, *s, text)
		}
	}
}

// possible reports whether the state says the value is possible.
func (a *AttributeState) possible(v Value) bool {
	if st := a.Find(v); st != "" {
		return st != Excluded
	}
	for _, i := range a.Intervals {
		if v.Kind() == NumberValue && i.Min.Decimal().Cmp(v.Decimal()) <= 0 && v.Decimal().Cmp(i.Max.Decimal()) <= 0 {
			return true
		}
	}
	return false
}

func TestConfigurationsAreCounted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawModel(t)
		c := load(t, text)
		different := map[string]bool{}
		for _, x := range newOracle(c).valid {
			key := ""
			for _, a := range c.attributes {
				if a.computed == nil {
					key += fmt.Sprint(x.there[a.inst], x.values[a], x.sets[a], ";")
				}
			}
			different[key] = true
		}
		a, err := c.Analyse(context.Background(), 0)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if a.Possible != (len(different) > 0) {
			t.Fatalf("possible: %v, but there are %d\n%s", a.Possible, len(different), text)
		}
		if n := a.Configurations; a.Possible && (!n.Exact || n.AtLeast != fmt.Sprint(len(different))) {
			t.Fatalf("%+v, but there are %d\n%s", n, len(different), text)
		}
	})
}

// TestIndependentPartsAreMultiplied counts more configurations than could be
// looked at one by one.
func TestIndependentPartsAreMultiplied(t *testing.T) {
	text := "model: many\nattributes:\n  - {code: n, type: integer, min: 1, max: 3000, required: true}\n"
	for i := range 40 {
		text += fmt.Sprintf("  - {code: b%d, type: bool}\n", i)
	}
	text += "rules:\n  - {name: pair, require: not b0 or b1}\n  - {name: width, when: b2, require: n <= 1000}\n"
	a, err := load(t, text).Analyse(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	// 3 ways for b0 and b1, 3000 + 1000 for b2 and n, 2 for each other.
	if want := fmt.Sprint(3 * 4000 * (1 << 37)); !a.Configurations.Exact || a.Configurations.AtLeast != want {
		t.Errorf("%+v, want %s", a.Configurations, want)
	}
}
