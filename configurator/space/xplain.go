package space

import "slices"

// Irreducible returns the indexes of elements that together with the
// background have no configuration, such that any fewer of them have one. Each
// element is a list of literals that stand or fall together. Where there are
// several such sets it prefers earlier elements, whatever the engine knows.
//
// The answer is No when background and elements together have a configuration,
// Open when the budget ended; then the set contradicts but may be reducible,
// or is nil.
func (e *Engine) Irreducible(background []Lit, elements [][]Lit) ([]int, Truth) {
	x := &xplain{engine: e, elements: elements, certain: Yes}
	all := make([]int, len(elements))
	for i := range all {
		all[i] = i
	}
	switch x.consistent(background, all) {
	case Yes:
		return nil, No
	case Open:
		return nil, Open
	}
	if x.consistent(background, nil) == No {
		return nil, x.certain
	}
	return x.reduce(background, nil, all), x.certain
}

// xplain is one run of QuickXplain (Junker 2004).
type xplain struct {
	engine   *Engine
	elements [][]Lit
	certain  Truth
}

func (x *xplain) consistent(background []Lit, indexes []int) Truth {
	lits := append([]Lit{}, background...)
	for _, i := range indexes {
		lits = append(lits, x.elements[i]...)
	}
	switch t := x.engine.solveTruth(lits); t {
	case Open:
		x.certain = Open
		return Yes // keeps more elements than needed, never too few
	default:
		return t
	}
}

// reduce returns an irreducible part of candidates that contradicts the
// background, knowing that all of them do and that, unless added is empty, the
// background grew by added since it was last tested.
func (x *xplain) reduce(background []Lit, added, candidates []int) []int {
	if len(added) > 0 && x.consistent(background, nil) == No {
		return nil
	}
	if len(candidates) == 1 {
		return candidates
	}
	half := len(candidates) / 2
	first, second := candidates[:half], candidates[half:]
	fromSecond := x.reduce(x.with(background, first), first, second)
	fromFirst := x.reduce(x.with(background, fromSecond), fromSecond, first)
	return append(append([]int{}, fromFirst...), fromSecond...)
}

func (x *xplain) with(background []Lit, indexes []int) []Lit {
	out := append([]Lit{}, background...)
	for _, i := range indexes {
		out = append(out, x.elements[i]...)
	}
	return out
}

// solveTruth asks the solver without keeping a witness.
func (e *Engine) solveTruth(assumptions []Lit) Truth { return Truth(e.solve(assumptions)) }

// Repairs returns up to limit sets of elements to leave out so that the rest
// has a configuration with the background: each irreducible, fewest elements
// first, earlier elements kept rather than later ones among equals. exhausted
// tells whether these are all; Open means the budget ended.
func (e *Engine) Repairs(background []Lit, elements [][]Lit, limit int) (sets [][]int, exhausted Truth) {
	r := &hittingSets{elements: len(elements)}
	for len(sets) < limit {
		out, found := r.next()
		if !found {
			return sets, Yes
		}
		var kept [][]Lit
		var index []int
		drop := map[int]bool{}
		for _, i := range out {
			drop[i] = true
		}
		for i, lits := range elements {
			if !drop[i] {
				kept, index = append(kept, lits), append(index, i)
			}
		}
		conflict, certain := e.Irreducible(background, kept)
		switch {
		case certain == Open:
			return sets, Open
		case certain == No:
			sets = append(sets, out)
			r.found = append(r.found, out)
		case len(conflict) == 0:
			return sets, Yes // the background alone is contradictory
		default:
			set := make([]int, len(conflict))
			for k, i := range conflict {
				set[k] = index[i]
			}
			r.conflicts = append(r.conflicts, set)
		}
	}
	_, more := r.next()
	if more {
		return sets, No
	}
	return sets, Yes
}

// hittingSets enumerates smallest sets with an element of every conflict that
// contain none of those found.
type hittingSets struct {
	elements  int
	conflicts [][]int
	found     [][]int
}

// next returns the smallest such set; among equals the one that gives up later
// elements.
func (h *hittingSets) next() ([]int, bool) {
	for size := 0; size <= h.elements; size++ {
		if out, ok := h.search(nil, size); ok {
			return out, true
		}
		if len(h.conflicts) == 0 {
			return nil, false
		}
	}
	return nil, false
}

func (h *hittingSets) search(chosen []int, left int) ([]int, bool) {
	if h.covers(chosen) {
		return nil, false
	}
	conflict := h.missed(chosen)
	if conflict == nil {
		out := append([]int{}, chosen...)
		slices.Sort(out)
		return out, true
	}
	if left == 0 {
		return nil, false
	}
	for i := len(conflict) - 1; i >= 0; i-- {
		if out, ok := h.search(append(chosen[:len(chosen):len(chosen)], conflict[i]), left-1); ok {
			return out, true
		}
	}
	return nil, false
}

// covers reports whether the set contains one already found.
func (h *hittingSets) covers(chosen []int) bool {
	for _, f := range h.found {
		if subset(f, chosen) {
			return true
		}
	}
	return false
}

// missed returns the first conflict of which nothing is chosen.
func (h *hittingSets) missed(chosen []int) []int {
next:
	for _, c := range h.conflicts {
		for _, i := range c {
			for _, k := range chosen {
				if i == k {
					continue next
				}
			}
		}
		return c
	}
	return nil
}

func subset(small, large []int) bool {
	for _, i := range small {
		if !slices.Contains(large, i) {
			return false
		}
	}
	return true
}
