package space

import (
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// maxFlips bounds the repairs of one patch.
const maxFlips = 96

// occurrences lists, by literal, the clauses that hold it.
func (s *Space) index() {
	s.occurrences = make([][]int32, 2*s.vars)
	for i, c := range s.clauses {
		for _, l := range c.lits {
			s.occurrences[l] = append(s.occurrences[l], int32(i))
		}
	}
}

// patcher turns one known configuration into another by flipping what a change
// breaks, clause by clause. It finds most of the configurations a solver would,
// in a fraction of the time, because it looks at what changes only.
type patcher struct {
	// flipped is, by variable, the run in which it was flipped: it must not be
	// flipped back.
	flipped []int32
	run     int32
	trail   []Lit
}

// patch changes a copy of w so that the forced literals are true, as well as
// everything the solver's last Implied found. It returns nil when that needs
// more than a few repairs.
func (e *Engine) patch(w *witness, forced, assumptions []Lit) *witness {
	p := &e.patcher
	if p.flipped == nil {
		p.flipped = make([]int32, e.space.vars)
	}
	p.run++
	p.trail = p.trail[:0]
	out := &witness{truth: slices.Clone(w.truth), point: slices.Clone(w.point)}
	for _, l := range forced {
		if l.Var() < e.space.vars && !out.literal(l) {
			p.flip(out, l)
		}
	}
	if !e.repair(out) || !e.settlePoint(out, assumptions) {
		return nil
	}
	return out
}

func (w *witness) literal(l Lit) bool { return w.value(l.Var()) != l.Negative() }

func (p *patcher) flip(w *witness, l Lit) {
	v := l.Var()
	w.truth[v>>6] ^= 1 << (uint(v) & 63)
	p.flipped[v] = p.run
	p.trail = append(p.trail, l)
}

// repair flips literals until no clause is broken.
func (e *Engine) repair(w *witness) bool {
	p := &e.patcher
	flips := 0
	for i := 0; i < len(p.trail); i++ {
		for _, c := range e.space.occurrences[p.trail[i]^1] {
			lits := e.space.clauses[c].lits
			if slices.ContainsFunc(lits, w.literal) {
				continue
			}
			best := e.cheapest(lits)
			if flips++; best == sat.Undef || flips > maxFlips {
				return false
			}
			p.flip(w, best)
		}
	}
	return true
}

// cheapest returns the literal of a broken clause whose flip could break the
// fewest others, among those that may be flipped.
func (e *Engine) cheapest(lits []Lit) Lit {
	best, least := sat.Undef, 0
	for _, l := range lits {
		v := l.Var()
		if e.patcher.flipped[v] == e.patcher.run || e.solver.Value(l) != 0 {
			continue
		}
		if n := len(e.space.occurrences[l^1]); best == sat.Undef || n < least {
			best, least = l, n
		}
	}
	return best
}

// settlePoint gives the ranges values that fit the patched literals and the
// conditions that read something changed.
func (e *Engine) settlePoint(w *witness, assumptions []Lit) bool {
	moved := e.movePoint(w)
	if moved == nil {
		return false
	}
	var atoms []int32
	for i := range e.space.atoms {
		if e.reads(&e.space.atoms[i], moved) {
			atoms = append(atoms, int32(i))
		}
	}
	e.loadWitness(w, atoms)
	if wrong, _ := e.wrong(w, atoms, 1); wrong >= 0 && e.adjust(w, e.rooms, e.space.linkedTo(atoms)) >= 0 {
		return false
	}
	for _, l := range assumptions {
		if l.Var() >= e.space.vars && !e.holds(w, l) {
			return false
		}
	}
	return true
}

// movePoint moves each range into the room that its literals and the solver
// leave; it returns which ranges moved, or nil when one has no room.
func (e *Engine) movePoint(w *witness) []bool {
	moved := make([]bool, len(e.space.ranges))
	for r := range e.space.ranges {
		x := &e.space.ranges[r]
		if !w.has(e, RangeID(r)) {
			moved[r] = w.point[r] != x.lo
			w.point[r] = x.lo
			continue
		}
		lo, hi := e.roomOf(RangeID(r), w)
		if lo > hi {
			return nil
		}
		e.rooms[r] = Interval{lo, hi}
		if at := min(max(w.point[r], lo), hi); at != w.point[r] {
			w.point[r], moved[r] = at, true
		}
	}
	return moved
}

// roomOf is the interval that the literals of a witness and those the solver
// implied leave to a present range.
func (e *Engine) roomOf(r RangeID, w *witness) (lo, hi int64) {
	x := &e.space.ranges[r]
	c := x.cellOf(w)
	lo, hi = c.Lo, c.Hi
	if len(e.order[r]) == len(x.order) {
		return lo, hi
	}
	for _, b := range e.order[r] {
		switch e.solver.Value(b.lit) {
		case 1:
			hi = min(hi, b.c)
		case -1:
			lo = max(lo, b.c+1)
		}
	}
	return lo, hi
}

// cellOf is the cell in which the literals of a witness put a present range.
func (r *intRange) cellOf(w *witness) Interval {
	i, _ := slices.BinarySearchFunc(r.order, true, func(b bound, _ bool) int {
		if w.literal(b.lit) {
			return 1
		}
		return -1
	})
	return r.cell(i)
}

// reads reports whether a condition reads something the patch changed.
func (e *Engine) reads(a *atom, moved []bool) bool {
	changed := func(l Lit) bool { return e.patcher.flipped[l.Var()] == e.patcher.run }
	if changed(a.lit) || slices.ContainsFunc(a.inputs.Lits, changed) {
		return true
	}
	for _, id := range a.inputs.Enums {
		if slices.ContainsFunc(e.space.enums[id], changed) {
			return true
		}
	}
	return slices.ContainsFunc(a.inputs.Ranges, func(r RangeID) bool {
		return moved[r] || changed(e.space.ranges[r].has)
	})
}
