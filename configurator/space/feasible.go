package space

import (
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// Feasible looks for a full configuration under the assumptions. No comes with
// Core.
func (e *Engine) Feasible(assumptions []Lit) Truth {
	found := false
	e.agreeing(assumptions, func(*witness) { found = true })
	if found {
		return Yes
	}
	return e.search(assumptions)
}

// search is Feasible without a look at the pool.
func (e *Engine) search(assumptions []Lit) Truth {
	switch e.solve(assumptions) {
	case sat.Sat:
		e.keep()
		return Yes
	case sat.Unsat:
		return No
	}
	return Open
}

// Core returns assumptions of the last question that contradict each other,
// after No.
func (e *Engine) Core() []Lit { return slices.Clone(e.solver.Core()) }
