package space_test

import (
	"context"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// problem is a small random problem that a test can also solve by trying all
// assignments: enums, ranges that can be none, clauses, rows, sums and
// conditions on products.
type problem struct {
	space  *space.Space
	enums  [][]space.Lit
	ranges []space.RangeID
	hi     []int64
	has    []space.Lit
	hold   []func(point) bool
	tags   []space.Tag
}

// point gives every enum a value and every range a number, or none as -1.
type point struct {
	enums  []int
	ranges []int64
}

func drawProblem(t *rapid.T) *problem {
	b := space.NewBuilder()
	p := &problem{}
	var ids []space.EnumID
	for range rapid.IntRange(1, 3).Draw(t, "enums") {
		id, lits := b.Enum(rapid.IntRange(2, 4).Draw(t, "values"))
		p.enums, ids = append(p.enums, lits), append(ids, id)
	}
	for range rapid.IntRange(1, 2).Draw(t, "ranges") {
		has := space.True
		if rapid.Bool().Draw(t, "optional") {
			has = b.Bool()
		}
		hi := rapid.Int64Range(1, 12).Draw(t, "hi")
		p.ranges, p.hi, p.has = append(p.ranges, b.Range(0, hi, has)), append(p.hi, hi), append(p.has, has)
	}
	for range rapid.IntRange(0, 4).Draw(t, "rules") {
		tag := b.Tag()
		p.tags = append(p.tags, tag)
		switch rapid.IntRange(0, 4).Draw(t, "form") {
		case 0:
			p.clause(t, b, tag)
		case 1:
			p.rows(t, b, tag)
		case 2:
			p.sum(t, b, tag)
		default:
			p.product(t, b, tag, ids)
		}
	}
	p.space = b.Build()
	return p
}

func (p *problem) clause(t *rapid.T, b *space.Builder, tag space.Tag) {
	e := rapid.IntRange(0, len(p.enums)-1).Draw(t, "enum")
	v := rapid.IntRange(0, len(p.enums[e])-1).Draw(t, "value")
	r := rapid.IntRange(0, len(p.ranges)-1).Draw(t, "range")
	c := rapid.Int64Range(0, p.hi[r]).Draw(t, "bound")
	if rapid.Bool().Draw(t, "least") {
		b.Clause(tag, p.enums[e][v].Not(), b.AtLeast(p.ranges[r], c))
		p.hold = append(p.hold, func(x point) bool { return x.enums[e] != v || x.ranges[r] >= c })
		return
	}
	b.Clause(tag, p.enums[e][v].Not(), b.AtMost(p.ranges[r], c))
	p.hold = append(p.hold, func(x point) bool { return x.enums[e] != v || x.ranges[r] <= c })
}

func (p *problem) rows(t *rapid.T, b *space.Builder, tag space.Tag) {
	columns := p.enums
	row := rapid.Custom(func(t *rapid.T) []int32 {
		out := make([]int32, len(columns))
		for i, c := range columns {
			out[i] = int32(rapid.IntRange(0, len(c)-1).Draw(t, "cell"))
		}
		return out
	})
	rows := rapid.SliceOfN(row, 1, 8).Draw(t, "rows")
	allowed := func(x point) bool {
		return slices.ContainsFunc(rows, func(r []int32) bool {
			for i, v := range r {
				if x.enums[i] != int(v) {
					return false
				}
			}
			return true
		})
	}
	switch rapid.IntRange(0, 2).Draw(t, "how") {
	case 0:
		b.RequireRow(tag, space.True, columns, rows)
		p.hold = append(p.hold, allowed)
	case 1:
		b.RequireRow(tag, p.enums[0][0], columns, rows)
		p.hold = append(p.hold, func(x point) bool { return x.enums[0] != 0 || allowed(x) })
	default:
		b.Assert(tag, b.Row(columns, rows).Not())
		p.hold = append(p.hold, func(x point) bool { return !allowed(x) })
	}
}

func (p *problem) sum(t *rapid.T, b *space.Builder, tag space.Tag) {
	weights := make([][]int64, len(p.enums))
	terms := make([]space.Total, len(p.enums))
	for i, e := range p.enums {
		weights[i] = rapid.SliceOfN(rapid.Int64Range(-3, 5), len(e), len(e)).Draw(t, "weights")
		terms[i] = b.TotalOf(weights[i], e)
		if rapid.Bool().Draw(t, "negate") {
			terms[i] = terms[i].Negate()
			for k := range weights[i] {
				weights[i][k] = -weights[i][k]
			}
		}
	}
	c := rapid.Int64Range(-6, 10).Draw(t, "least")
	window := space.Everywhere
	if rapid.Bool().Draw(t, "one limit") {
		window = space.Window{Lo: c - rapid.Int64Range(0, 2).Draw(t, "below"), Hi: c + rapid.Int64Range(0, 2).Draw(t, "above")}
	}
	total, ok := b.Sum(terms, window, 100)
	if !ok {
		t.Fatal("a small sum does not fit")
	}
	b.Assert(tag, total.From(c))
	p.hold = append(p.hold, func(x point) bool {
		sum := int64(0)
		for i, w := range weights {
			sum += w[x.enums[i]]
		}
		return sum >= c
	})
}

// product states that the product of two ranges, one more for each enum value,
// is at most (or at least) a bound; false where a range is none.
func (p *problem) product(t *rapid.T, b *space.Builder, tag space.Tag, ids []space.EnumID) {
	r, s := rapid.IntRange(0, len(p.ranges)-1).Draw(t, "r"), rapid.IntRange(0, len(p.ranges)-1).Draw(t, "s")
	e := rapid.IntRange(0, len(p.enums)-1).Draw(t, "e")
	c := rapid.Int64Range(0, 80).Draw(t, "c")
	least := rapid.Bool().Draw(t, "least")
	b.Assert(tag, b.Condition(&product{p.ranges[r], p.ranges[s], ids[e], c, least}))
	p.hold = append(p.hold, func(x point) bool {
		if x.ranges[r] < 0 || x.ranges[s] < 0 {
			return false
		}
		v := x.ranges[r] * x.ranges[s] * int64(x.enums[e]+1)
		return v <= c && !least || v >= c && least
	})
}

type product struct {
	r, s  space.RangeID
	e     space.EnumID
	bound int64
	least bool
}

func (p *product) Inputs() space.Inputs {
	return space.Inputs{Enums: []space.EnumID{p.e}, Ranges: slices.Compact([]space.RangeID{p.r, p.s})}
}

func (p *product) Eval(b *space.Box) space.Truth {
	rlo, rhi, rhas := b.Range(p.r)
	slo, shi, shas := b.Range(p.s)
	if rhas == space.No || shas == space.No {
		return space.No
	}
	low, high := int64(1)<<40, int64(-1)
	b.Enum(p.e, func(v int) bool {
		low, high = min(low, rlo*slo*int64(v+1)), max(high, rhi*shi*int64(v+1))
		return true
	})
	if p.least {
		low, high = -high, -low
	}
	bound := p.bound
	if p.least {
		bound = -bound
	}
	switch {
	case low > bound:
		return space.No
	case high <= bound && rhas == space.Yes && shas == space.Yes:
		return space.Yes
	}
	return space.Open
}

// points lists every point of the right shape; valid those that obey the rules
// chosen.
func (p *problem) points() []point {
	out := []point{{}}
	for _, e := range p.enums {
		var next []point
		for _, x := range out {
			for v := range e {
				next = append(next, point{append(slices.Clone(x.enums), v), nil})
			}
		}
		out = next
	}
	for r := range p.ranges {
		var next []point
		for _, x := range out {
			from := int64(0)
			if p.has[r] != space.True {
				from = -1
			}
			for v := from; v <= p.hi[r]; v++ {
				next = append(next, point{x.enums, append(slices.Clone(x.ranges), v)})
			}
		}
		out = next
	}
	return out
}

func (p *problem) valid(rules ...int) []point {
	if rules == nil {
		rules = all(len(p.hold))
	}
	return slices.DeleteFunc(p.points(), func(x point) bool {
		return slices.ContainsFunc(rules, func(i int) bool { return !p.hold[i](x) })
	})
}

func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// pick is one assumption with its meaning.
type pick struct {
	lit  func(*space.Engine) space.Lit
	hold func(point) bool
}

func (p *problem) drawPicks(t *rapid.T) []pick {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) pick {
		not := rapid.Bool().Draw(t, "not")
		if rapid.Bool().Draw(t, "number") {
			r := rapid.IntRange(0, len(p.ranges)-1).Draw(t, "range")
			c := rapid.Int64Range(0, p.hi[r]).Draw(t, "number")
			return pick{
				func(e *space.Engine) space.Lit { return negated(e.Equals(p.ranges[r], c), not) },
				func(x point) bool { return (x.ranges[r] == c) != not },
			}
		}
		e := rapid.IntRange(0, len(p.enums)-1).Draw(t, "enum")
		v := rapid.IntRange(0, len(p.enums[e])-1).Draw(t, "value")
		return pick{
			func(*space.Engine) space.Lit { return negated(p.enums[e][v], not) },
			func(x point) bool { return (x.enums[e] == v) != not },
		}
	}), 0, 3).Draw(t, "picks")
}

func negated(l space.Lit, not bool) space.Lit {
	if not {
		return l.Not()
	}
	return l
}

func obey(points []point, picks []pick) []point {
	return slices.DeleteFunc(slices.Clone(points), func(x point) bool {
		return slices.ContainsFunc(picks, func(k pick) bool { return !k.hold(x) })
	})
}

func literals(e *space.Engine, picks []pick) []space.Lit {
	out := make([]space.Lit, len(picks))
	for i, k := range picks {
		out[i] = k.lit(e)
	}
	return out
}

func TestDomainsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		valid := p.valid()
		e := p.space.NewEngine()
		for range 4 {
			picks := p.drawPicks(t)
			left := obey(valid, picks)
			e.Begin(context.Background(), 0)
			assumptions := literals(e, picks)
			items := slices.Concat(p.enums...)
			for _, r := range p.ranges {
				items = append(items, e.RangeItems(r)...)
			}
			q := e.Query(assumptions)
			ok := q.Decide(items)
			if (ok == space.Yes) != (len(left) > 0) {
				t.Fatalf("feasible: %v, %d points are left", ok, len(left))
			}
			if ok == space.Yes {
				p.compare(t, q, left)
			}
		}
	})
}

func (p *problem) compare(t *rapid.T, q *space.Query, left []point) {
	for i, lits := range p.enums {
		for v, l := range lits {
			want := slices.ContainsFunc(left, func(x point) bool { return x.enums[i] == v })
			if got := q.Can(l); (got == space.Yes) != want || got == space.Open {
				t.Fatalf("enum %d value %d: %v, want %v", i, v, got, want)
			}
		}
	}
	for i, r := range p.ranges {
		d := q.Range(r)
		if len(d.Unknown) > 0 {
			t.Fatalf("range %d: unknown %v without a budget", i, d.Unknown)
		}
		for v := int64(-1); v <= p.hi[i]; v++ {
			want := slices.ContainsFunc(left, func(x point) bool { return x.ranges[i] == v })
			got := slices.ContainsFunc(d.Possible, func(in space.Interval) bool { return in.Lo <= v && v <= in.Hi })
			if v < 0 {
				got = d.None == space.Yes
			}
			if got != want {
				t.Fatalf("range %d value %d: %v, want %v (%+v)", i, v, got, want, d)
			}
		}
	}
}

func TestCheapestIsCheapest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		picks := p.drawPicks(t)
		left := obey(p.valid(), picks)
		e := p.space.NewEngine()
		e.Begin(context.Background(), 0)
		var costs []space.Cost
		weights := make([][]int64, len(p.enums))
		for i, lits := range p.enums {
			weights[i] = rapid.SliceOfN(rapid.Int64Range(-4, 9), len(lits), len(lits)).Draw(t, "weights")
			for v, l := range lits {
				costs = append(costs, space.Cost{Lit: l, Weight: weights[i][v]})
			}
		}
		r := rapid.IntRange(0, len(p.ranges)-1).Draw(t, "range")
		for c := int64(1); c <= p.hi[r]; c++ {
			costs = append(costs, space.Cost{Lit: e.AtLeast(p.ranges[r], c), Weight: 2})
		}
		best, ok := e.Minimise(literals(e, picks), costs)
		if (ok == space.Yes) != (len(left) > 0) {
			t.Fatalf("found %v, %d points are left", ok, len(left))
		}
		if ok != space.Yes {
			return
		}
		want := int64(1) << 40
		for _, x := range left {
			cost := 2 * max(0, x.ranges[r])
			for i, v := range x.enums {
				cost += weights[i][v]
			}
			want = min(want, cost)
		}
		if best.Cost != want || best.Bound != want {
			t.Fatalf("cost %d bound %d, want %d", best.Cost, best.Bound, want)
		}
	})
}

func TestExplanationsAndRepairsAreIrreducible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		picks := p.drawPicks(t)
		x := p.space.NewExplainer()
		x.Begin(context.Background(), 0)
		var elements [][]space.Lit
		for _, l := range literals(x, picks) {
			elements = append(elements, []space.Lit{l})
		}
		for _, tag := range p.tags {
			elements = append(elements, []space.Lit{x.Selector(tag)})
		}
		set, certain := x.Irreducible(nil, elements)
		if contradictory := len(obey(p.valid(), picks)) == 0; (certain == space.Yes) != contradictory {
			t.Fatalf("contradictory %v, answered %v", contradictory, certain)
		}
		holds := func(members []int) bool {
			rules, some := []int{}, []pick{}
			for _, i := range members {
				if i < len(picks) {
					some = append(some, picks[i])
				} else {
					rules = append(rules, i-len(picks))
				}
			}
			return len(obey(p.valid(rules...), some)) > 0
		}
		if certain == space.Yes && holds(set) {
			t.Fatalf("%v does not contradict", set)
		}
		for i := range set {
			if !holds(slices.Delete(slices.Clone(set), i, i+1)) {
				t.Fatalf("%v holds without its member %d", set, i)
			}
		}
		repairs, exhausted := x.Repairs(nil, elements, 100)
		if exhausted != space.Yes {
			t.Fatalf("not all repairs were found: %v", exhausted)
		}
		for _, drop := range repairs {
			rest := slices.DeleteFunc(all(len(elements)), func(i int) bool { return slices.Contains(drop, i) })
			if !holds(rest) {
				t.Fatalf("leaving out %v does not help", drop)
			}
			for _, back := range drop {
				if holds(append(slices.Clone(rest), back)) {
					t.Fatalf("%v need not be left out of %v", back, drop)
				}
			}
		}
	})
}

func TestBudgetLeavesUnknownNeverWrong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t)
		left := p.valid()
		e := p.space.NewEngine()
		e.Begin(context.Background(), rapid.Int64Range(1, 400).Draw(t, "budget"))
		q := e.Query(nil)
		ok := q.Decide(slices.Concat(p.enums...))
		if ok == space.No && len(left) > 0 || ok == space.Yes && len(left) == 0 {
			t.Fatalf("feasible %v, %d points are left", ok, len(left))
		}
		if ok == space.No {
			return
		}
		for i, lits := range p.enums {
			for v, l := range lits {
				want := slices.ContainsFunc(left, func(x point) bool { return x.enums[i] == v })
				if got := q.Can(l); got == space.Yes && !want || got == space.No && want {
					t.Fatalf("enum %d value %d: %v, want %v", i, v, got, want)
				}
			}
		}
	})
}

// One condition is wrong in the solver's first model and another, which shares
// no range with it, is open there: correcting the one must settle the other.
func TestCorrectingOneConditionSettlesTheOthers(t *testing.T) {
	b := space.NewBuilder()
	id, values := b.Enum(2)
	wrong, open := b.Range(0, 1, space.True), b.Range(0, 1, space.True)
	b.Clause(space.Background, values[0].Not(), b.AtMost(wrong, 0))
	b.Assert(space.Background, b.Condition(&product{open, open, id, 1, true}))
	b.Assert(space.Background, b.Condition(&product{wrong, wrong, id, 0, false}))
	e := b.Build().NewEngine()
	q := e.Query(nil)
	if ok := q.Decide(slices.Concat(values, e.RangeItems(wrong), e.RangeItems(open))); ok != space.Yes {
		t.Fatalf("feasible: %v", ok)
	}
	if got := q.Range(open).Possible; !slices.Equal(got, []space.Interval{{Lo: 1, Hi: 1}}) {
		t.Errorf("a number whose square is at least 1 can be %v", got)
	}
}
