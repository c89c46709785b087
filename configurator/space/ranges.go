package space

import (
	"slices"
	"sort"
)

// intRange is an integer between bounds, or none where has is false. Where it
// is none, all its order literals are true: it counts as lo.
type intRange struct {
	lo, hi int64
	has    Lit
	order  []bound // ascending by c
	// cells are the literals that the range lies between two neighbours of
	// order, the first cell from lo, the last up to hi.
	cells []Lit
}

// cell returns the bounds of a cell.
func (r *intRange) cell(i int) Interval {
	out := Interval{r.lo, r.hi}
	if i > 0 {
		out.Lo = r.order[i-1].c + 1
	}
	if i < len(r.order) {
		out.Hi = r.order[i].c
	}
	return out
}

// cells makes the literals of the cells.
func (b *Builder) cells(x *intRange) {
	for i := range len(x.order) + 1 {
		in := []Lit{x.has}
		if i > 0 {
			in = append(in, x.order[i-1].lit.Not())
		}
		if i < len(x.order) {
			in = append(in, x.order[i].lit)
		}
		x.cells = append(x.cells, b.And(in...))
	}
}

// bound is the literal that x <= c.
type bound struct {
	c   int64
	lit Lit
}

// find returns the place of c in the order, and whether it is there.
func (r *intRange) find(c int64) (int, bool) {
	i := sort.Search(len(r.order), func(i int) bool { return r.order[i].c >= c })
	return i, i < len(r.order) && r.order[i].c == c
}

// Range adds an integer from lo to hi that is none where has is false.
func (b *Builder) Range(lo, hi int64, has Lit) RangeID {
	b.space.ranges = append(b.space.ranges, intRange{lo: lo, hi: hi, has: has})
	return RangeID(len(b.space.ranges) - 1)
}

// AtMost returns the literal that r <= c; true where r is none.
func (b *Builder) AtMost(r RangeID, c int64) Lit {
	x := &b.space.ranges[r]
	switch {
	case c < x.lo:
		return x.has.Not()
	case c >= x.hi:
		return True
	}
	i, ok := x.find(c)
	if !ok {
		x.order = slices.Insert(x.order, i, bound{c, b.Bool()})
		b.Clause(Background, x.has, x.order[i].lit)
	}
	return x.order[i].lit
}

// Equals returns the literal that r is present and equals c.
func (b *Builder) Equals(r RangeID, c int64) Lit {
	x := &b.space.ranges[r]
	if c < x.lo || c > x.hi {
		return False
	}
	return b.And(x.has, b.AtMost(r, c), b.AtLeast(r, c))
}

// AtLeast returns the literal that r is present and r >= c.
func (b *Builder) AtLeast(r RangeID, c int64) Lit {
	x := &b.space.ranges[r]
	if c <= x.lo {
		return x.has
	}
	return b.AtMost(r, c-1).Not()
}

// chain states that the order literals are ordered.
func (b *Builder) chain(x *intRange) {
	for i := 1; i < len(x.order); i++ {
		b.Clause(Background, x.order[i-1].lit.Not(), x.order[i].lit)
	}
}
