package space

import (
	"math"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// evalSteps is what one evaluation of a condition costs of a budget.
const evalSteps = 20

// solve looks for a full configuration under the assumptions and decides every
// condition of it. After Sat, e.found is that configuration.
func (e *Engine) solve(assumptions []Lit) sat.Status { return e.ask(assumptions, true) }

// solveFirst is solve for the configuration that is first by the solver's soft
// literals.
func (e *Engine) solveFirst(assumptions []Lit) sat.Status { return e.ask(assumptions, false) }

func (e *Engine) ask(assumptions []Lit, any bool) sat.Status {
	for {
		left := int64(0)
		if e.budget > 0 {
			if left = e.budget - e.used; left <= 0 {
				return sat.Budget
			}
		}
		if e.ctx.Err() != nil {
			return sat.Budget
		}
		before := e.solver.Steps()
		status := e.solver.Solve(assumptions, left)
		e.used += e.solver.Steps() - before + 1
		if status != sat.Sat || e.settle(assumptions, any) {
			return status
		}
	}
}

// exhausted reports whether the budget or the context has ended.
func (e *Engine) exhausted() bool {
	return e.budget > 0 && e.used >= e.budget || e.ctx.Err() != nil
}

// settle evaluates the conditions of the model just found. It returns true
// when all agree with it, or, if any configuration will do, when moving numbers
// makes them; and otherwise has added what the solver must know to look on.
func (e *Engine) settle(assumptions []Lit, any bool) bool {
	e.readBox()
	var open, wrong []int32
	for i := range e.space.atoms {
		a := &e.space.atoms[i]
		e.load(a)
		e.used += evalSteps
		switch got := a.pred.Eval(&e.box); {
		case got == Open:
			open = append(open, int32(i))
		case (got == Yes) != e.solver.True(a.lit):
			wrong = append(wrong, int32(i))
		}
	}
	e.found = e.witness()
	switch {
	case len(wrong) > 0:
		return e.correct(wrong, open, assumptions, any)
	case len(open) == 0:
		return true
	}
	stays := e.adjust(e.found, e.rooms, open)
	if stays < 0 {
		return true
	}
	e.readBox()
	e.split(&e.space.atoms[stays])
	return false
}

// correct looks for other numbers with which the conditions of the model that are
// wrong, and those still open, are right. Where any configuration will do, and the rest can be patched to
// them, that is one. Otherwise the solver learns why the conditions are wrong,
// and is to try those numbers next: left alone it would go on from the values
// refuted last, step by step.
func (e *Engine) correct(wrong, open []int32, assumptions []Lit, any bool) bool {
	model := e.found
	moved := &witness{truth: model.truth, point: slices.Clone(model.point)}
	atoms := e.space.linkedTo(slices.Concat(wrong, open))
	ranges := e.assumedRooms(atoms)
	found := e.adjust(moved, e.rooms, atoms) < 0
	if found && any {
		if _, ok := e.implied(assumptions); ok {
			if e.found = e.patch(moved, e.orderOf(moved, ranges), assumptions); e.found != nil {
				return true
			}
		}
	}
	e.readBox()
	for _, i := range wrong {
		e.refute(&e.space.atoms[i])
	}
	if found {
		for _, l := range e.orderOf(moved, ranges) {
			e.solver.SetPhase(l)
		}
	}
	return false
}

// orderOf are the order literals that are true with the ranges where w has them.
func (e *Engine) orderOf(w *witness, ranges []RangeID) []Lit {
	var out []Lit
	for _, r := range ranges {
		for _, b := range e.order[r] {
			if w.point[r] <= b.c {
				out = append(out, b.lit)
			} else {
				out = append(out, b.lit.Not())
			}
		}
	}
	return out
}

// assumedRooms sets the rooms of the ranges that the conditions read to what the
// assumptions leave, and lists the ranges.
func (e *Engine) assumedRooms(atoms []int32) []RangeID {
	var out []RangeID
	for _, i := range atoms {
		for _, r := range e.space.atoms[i].inputs.Ranges {
			if !slices.Contains(out, r) {
				e.rooms[r] = e.assumedRoom(r)
				out = append(out, r)
			}
		}
	}
	return out
}

// assumedRoom is what the assumptions of the last question leave to a range.
func (e *Engine) assumedRoom(r RangeID) Interval {
	room := Interval{e.space.ranges[r].lo, e.space.ranges[r].hi}
	for _, b := range e.order[r] {
		switch e.solver.Assumed(b.lit) {
		case 1:
			return Interval{room.Lo, b.c}
		case -1:
			room.Lo = b.c + 1
		}
	}
	return room
}

// witness is the model just found, with every range at its least value.
func (e *Engine) witness() *witness {
	w := &witness{truth: make([]uint64, e.pool.words), point: make([]int64, len(e.rooms))}
	for v := range e.space.vars {
		if e.solver.True(sat.Pos(v)) {
			w.truth[v>>6] |= 1 << (uint(v) & 63)
		}
	}
	for r, room := range e.rooms {
		w.point[r] = room.Lo
	}
	return w
}

// readBox sets the ranges of the box, and the rooms, to what the model leaves
// open.
func (e *Engine) readBox() {
	for r := range e.space.ranges {
		x := &e.space.ranges[r]
		b := rangeBox{lo: x.lo, hi: x.hi, has: Yes}
		if !e.solver.True(x.has) {
			b = rangeBox{lo: x.lo, hi: x.lo, has: No}
		} else {
			b.lo, b.hi = e.bounds(RangeID(r))
		}
		e.box.ranges[r], e.rooms[r] = b, Interval{b.lo, b.hi}
	}
}

// bounds returns what the model's order literals leave of a present range.
func (e *Engine) bounds(r RangeID) (lo, hi int64) {
	x := &e.space.ranges[r]
	order := e.order[r]
	i, j := 0, len(order)
	for i < j { // the first literal that is true
		m := (i + j) / 2
		if e.solver.True(order[m].lit) {
			j = m
		} else {
			i = m + 1
		}
	}
	lo, hi = x.lo, x.hi
	if i > 0 {
		lo = order[i-1].c + 1
	}
	if i < len(order) {
		hi = order[i].c
	}
	return lo, hi
}

// load puts the model's values of a condition's literals and enums in the box.
func (e *Engine) load(a *atom) {
	for _, l := range a.inputs.Lits {
		for len(e.box.lits) <= l.Var() {
			e.box.lits = append(e.box.lits, Open)
		}
		e.box.lits[l.Var()] = No
		if e.solver.True(sat.Pos(l.Var())) {
			e.box.lits[l.Var()] = Yes
		}
	}
	for _, id := range a.inputs.Enums {
		for v, l := range e.space.enums[id] {
			if e.solver.True(l) {
				e.box.enums[id] = enumBox{fixed: true, value: int32(v)}
				break
			}
		}
	}
}

// split halves the room of the widest range that a condition reads.
func (e *Engine) split(a *atom) {
	best, width := RangeID(-1), int64(math.MinInt64)
	for _, r := range a.inputs.Ranges {
		if room := e.rooms[r]; room.Hi-room.Lo > width {
			best, width = r, room.Hi-room.Lo
		}
	}
	room := e.rooms[best]
	e.AtMost(best, room.Lo+(room.Hi-room.Lo)/2)
}
