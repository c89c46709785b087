package space

import (
	"math"
	"slices"
)

// Total is a number with few possible values, in order. AtLeast[i] is true
// exactly when the number is at least Values[i]; AtLeast[0] is True.
type Total struct {
	Values  []int64
	AtLeast []Lit
}

// Constant returns the total that is always v.
func Constant(v int64) Total { return Total{[]int64{v}, []Lit{True}} }

// TotalOf returns the number that has value values[i] exactly when lits[i] is
// true; always one of the literals is. Values may repeat.
func (b *Builder) TotalOf(values []int64, lits []Lit) Total {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		switch {
		case values[x] < values[y]:
			return -1
		case values[x] > values[y]:
			return 1
		}
		return 0
	})
	var t Total
	for at := 0; at < len(order); {
		v := values[order[at]]
		var rest []Lit
		for _, i := range order[at:] {
			rest = append(rest, lits[i])
		}
		t.Values = append(t.Values, v)
		if at == 0 {
			t.AtLeast = append(t.AtLeast, True)
		} else {
			t.AtLeast = append(t.AtLeast, b.Or(rest...))
		}
		for at < len(order) && values[order[at]] == v {
			at++
		}
	}
	return t
}

// Window is the stretch of limits a sum will be compared with: only From(c) for
// Lo <= c <= Hi may be asked of it. Values below all of them count as one value,
// and so do those from the highest on, which keeps sums with a limit small.
type Window struct{ Lo, Hi int64 }

// Everywhere is the window of a sum that will be compared with any limit.
var Everywhere = Window{math.MinInt64 / 4, math.MaxInt64 / 4}

// beside is what the window of a sum leaves to one part of it when the other
// part is y.
func (w Window) beside(y Total) Window {
	return Window{max(w.Lo-y.Values[len(y.Values)-1], Everywhere.Lo), min(w.Hi-y.Values[0], Everywhere.Hi)}
}

// Sum returns the sum of totals as far as the window shows it, or false when it
// would have more than limit values or need more than limit*limit/4 clauses at
// one step.
func (b *Builder) Sum(terms []Total, w Window, limit int) (Total, bool) {
	switch len(terms) {
	case 0:
		return Constant(0), true
	case 1:
		return terms[0].through(w), true
	}
	half := len(terms) / 2
	x, ok := b.Sum(terms[:half], w.beside(extent(terms[half:])), limit)
	if !ok {
		return Total{}, false
	}
	y, ok := b.Sum(terms[half:], w.beside(extent(terms[:half])), limit)
	if !ok {
		return Total{}, false
	}
	out, ok := b.add(x, y, limit)
	if !ok {
		return Total{}, false
	}
	return out.through(w), true
}

// extent has the least and the greatest value of a sum, without literals.
func extent(terms []Total) Total {
	out := Total{Values: []int64{0, 0}}
	for _, t := range terms {
		out.Values[0] += t.Values[0]
		out.Values[1] += t.Values[len(t.Values)-1]
	}
	return out
}

// through merges the values that lie on one side of the window: below it the
// greatest stands for all, above it the least.
func (t Total) through(w Window) Total {
	from, _ := slices.BinarySearch(t.Values, w.Lo)
	to, _ := slices.BinarySearch(t.Values, w.Hi)
	from, to = max(from-1, 0), min(to+1, len(t.Values))
	out := Total{t.Values[from:to:to], slices.Clone(t.AtLeast[from:to])}
	out.AtLeast[0] = True
	return out
}

func (b *Builder) add(x, y Total, limit int) (Total, bool) {
	if len(x.Values) == 1 {
		return y.shift(x.Values[0]), true
	}
	if len(y.Values) == 1 {
		return x.shift(y.Values[0]), true
	}
	if len(x.Values)*len(y.Values) > limit*limit/4 {
		return Total{}, false
	}
	var out Total
	for _, v := range x.Values {
		for _, w := range y.Values {
			out.Values = append(out.Values, v+w)
		}
	}
	slices.Sort(out.Values)
	out.Values = slices.Compact(out.Values)
	if len(out.Values) > limit {
		return Total{}, false
	}
	out.AtLeast = make([]Lit, len(out.Values))
	out.AtLeast[0] = True
	for i := 1; i < len(out.Values); i++ {
		out.AtLeast[i] = b.Bool()
		if i > 1 {
			b.Clause(Background, out.AtLeast[i].Not(), out.AtLeast[i-1])
		}
	}
	for i, v := range x.Values {
		for j, w := range y.Values {
			k, _ := slices.BinarySearch(out.Values, v+w)
			b.Clause(Background, x.AtLeast[i].Not(), y.AtLeast[j].Not(), out.AtLeast[k])
			if k+1 < len(out.Values) {
				b.Clause(Background, x.above(i), y.above(j), out.AtLeast[k+1].Not())
			}
		}
	}
	return out, true
}

// above returns the literal that the number is more than Values[i].
func (t Total) above(i int) Lit {
	if i+1 < len(t.AtLeast) {
		return t.AtLeast[i+1]
	}
	return False
}

func (t Total) shift(by int64) Total {
	out := Total{Values: make([]int64, len(t.Values)), AtLeast: t.AtLeast}
	for i, v := range t.Values {
		out.Values[i] = v + by
	}
	return out
}

// Negate returns -t.
func (t Total) Negate() Total {
	n := len(t.Values)
	out := Total{Values: make([]int64, n), AtLeast: make([]Lit, n)}
	for i, v := range t.Values {
		out.Values[n-1-i] = -v
		// -t >= -Values[i] exactly when t <= Values[i].
		out.AtLeast[n-1-i] = t.above(i).Not()
	}
	return out
}

// From returns the literal that t >= c.
func (t Total) From(c int64) Lit {
	i, _ := slices.BinarySearch(t.Values, c)
	if i == len(t.Values) {
		return False
	}
	return t.AtLeast[i]
}

// Is returns the literal that t equals Values[i].
func (b *Builder) Is(t Total, i int) Lit { return b.And(t.AtLeast[i], t.above(i).Not()) }
