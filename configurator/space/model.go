package space

import "github.com/quotient-cpq/quotient/configurator/sat"

// Model is one full configuration.
type Model struct {
	engine *Engine
	w      *witness
}

// True reports whether l is true in the configuration.
func (m *Model) True(l Lit) bool { return m.engine.holds(m.w, l) }

// Number returns the value of a range; false when it is none.
func (m *Model) Number(r RangeID) (int64, bool) { return m.w.point[r], m.w.has(m.engine, r) }

// Prefer returns the full configuration that is best by the wishes in order:
// the first is true if any configuration under the assumptions allows it, the
// second if any of those does, and so on. It is the same configuration as to
// the wishes whatever the engine learned before.
//
// The solver decides the wishes first and in order, so that one is false only
// because the assumptions and earlier wishes imply it.
func (e *Engine) Prefer(assumptions, wishes []Lit) (*Model, Truth) {
	e.solver.SetSoft(wishes)
	defer e.solver.SetSoft(nil)
	switch e.solveFirst(assumptions) {
	case sat.Sat:
		return &Model{e, e.keep()}, Yes
	case sat.Unsat:
		return nil, No
	}
	return nil, Open
}

// Accept appends the wishes that are true in the configuration.
func (m *Model) Accept(assumptions, wishes []Lit) []Lit {
	out := append([]Lit{}, assumptions...)
	for _, l := range wishes {
		if m.True(l) {
			out = append(out, l)
		}
	}
	return out
}

// Extreme returns the least value (or the greatest) a present range can have
// under assumptions, knowing that it can have the value at. Where the budget
// ends it returns the best found.
func (e *Engine) Extreme(assumptions []Lit, r RangeID, at int64, least bool) int64 {
	x := &e.space.ranges[r]
	question := append(append([]Lit{}, assumptions...), x.has, True)
	far := x.hi
	if least {
		far = x.lo
	}
	for at != far {
		var better Lit
		middle := far + (at-far)/2
		if least {
			better = e.AtMost(r, middle)
		} else {
			better = e.AtLeast(r, middle)
		}
		question[len(question)-1] = better
		switch e.search(question) {
		case Yes:
			at = e.pool.all[0].point[r]
		case No:
			if far = middle + 1; !least {
				far = middle - 1
			}
		default:
			return at
		}
	}
	return at
}
