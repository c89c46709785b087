package space

import (
	"cmp"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// Cost is what a configuration pays when a literal is true in it.
type Cost struct {
	Lit    Lit
	Weight int64
}

// Optimum is the cheapest configuration found.
type Optimum struct {
	Model *Model
	// Cost is that of Model, Bound what no configuration is cheaper than.
	Cost, Bound int64
	// Assumptions are the question's and what must hold for Cost to be paid at
	// most; only meaningful when Cost equals Bound.
	Assumptions []Lit
}

// Minimise looks for a cheapest configuration under assumptions, within the
// budget; when that ends first, the best found is returned with its bound. No
// means that there is no configuration, Open that none was found.
//
// The search is core-guided (OLL): it assumes that nothing is paid, and counts
// what each contradiction among the assumptions must cost at least. It adds
// counters to the engine: use one made for the purpose.
func (e *Engine) Minimise(assumptions []Lit, costs []Cost) (Optimum, Truth) {
	m := &minimiser{engine: e, base: assumptions, weights: map[Lit]int64{}, next: map[Lit][]Lit{}}
	m.start(costs)
	return m.run()
}

type minimiser struct {
	engine *Engine
	base   []Lit
	costs  []Cost
	offset int64
	// weights by soft literal: what is paid when it is false. order lists them
	// as they were made.
	weights map[Lit]int64
	order   []Lit
	// next holds, for an output of a counter, the stronger outputs after it.
	next  map[Lit][]Lit
	level int64
	best  Optimum
	found bool
}

// start makes all weights positive, with what is paid in any case apart.
func (m *minimiser) start(costs []Cost) {
	for _, c := range costs {
		switch {
		case c.Weight == 0 || c.Lit == False:
			continue
		case c.Lit == True:
			m.offset += c.Weight
			continue
		}
		m.costs = append(m.costs, c)
		if c.Weight > 0 {
			m.soften(c.Lit.Not(), c.Weight)
		} else {
			m.offset += c.Weight
			m.soften(c.Lit, -c.Weight)
		}
	}
	m.best.Bound = m.offset
	for _, w := range m.weights {
		m.level = max(m.level, w)
	}
}

func (m *minimiser) soften(l Lit, weight int64) {
	if _, known := m.weights[l]; !known {
		m.order = append(m.order, l)
	}
	m.weights[l] += weight
}

func (m *minimiser) run() (Optimum, Truth) {
	for {
		softs := m.softs()
		question := append(append([]Lit{}, m.base...), softs...)
		switch m.engine.solve(question) {
		case sat.Budget:
			return m.best, m.answer(Open)
		case sat.Sat:
			m.improve()
			if !m.lower() {
				m.best.Assumptions = question
				return m.best, Yes
			}
			continue
		}
		core := m.core(softs)
		if len(core) == 0 {
			return m.best, m.answer(No)
		}
		m.relax(m.shrink(core))
	}
}

func (m *minimiser) answer(otherwise Truth) Truth {
	if m.found {
		return Yes
	}
	return otherwise
}

// softs lists the literals of the present level, the heaviest first.
func (m *minimiser) softs() []Lit {
	var out []Lit
	for _, l := range m.order {
		if w := m.weights[l]; w >= m.level && w > 0 {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Lit) int { return cmp.Compare(m.weights[b], m.weights[a]) })
	return out
}

// lower goes on to lighter literals; false when all are already asked for.
func (m *minimiser) lower() bool {
	next := int64(0)
	for _, l := range m.order {
		if w := m.weights[l]; w < m.level {
			next = max(next, w)
		}
	}
	m.level = (next + 1) / 2
	return next > 0
}

// improve keeps the model just found if it is the cheapest yet.
func (m *minimiser) improve() {
	model := &Model{m.engine, m.engine.keep()}
	cost := int64(0)
	for _, c := range m.costs {
		if model.True(c.Lit) {
			cost += c.Weight
		}
	}
	cost += m.fixed()
	if !m.found || cost < m.best.Cost {
		m.best.Model, m.best.Cost, m.found = model, cost, true
	}
}

// fixed is what every configuration pays by constant literals.
func (m *minimiser) fixed() int64 {
	out := m.offset
	for _, c := range m.costs {
		if c.Weight < 0 {
			out -= c.Weight
		}
	}
	return out
}

func (m *minimiser) core(softs []Lit) []Lit {
	var out []Lit
	for _, l := range m.engine.solver.Core() {
		if slices.Contains(softs, l) {
			out = append(out, l)
		}
	}
	slices.Sort(out)
	return out
}

// shrinkSteps bounds the work of making one core smaller.
const shrinkSteps = 20_000

// shrink leaves out of a core what the rest does not need.
func (m *minimiser) shrink(core []Lit) []Lit {
	for i := len(core) - 1; i >= 0 && len(core) > 1; i-- {
		question := append([]Lit{}, m.base...)
		question = append(append(question, core[:i]...), core[i+1:]...)
		before := m.engine.solver.Steps()
		status := m.engine.solver.Solve(question, shrinkSteps)
		m.engine.used += m.engine.solver.Steps() - before
		if status == sat.Unsat {
			core = slices.Delete(core, i, i+1)
		}
	}
	return core
}

// relax raises the bound by what the core must cost, and counts from now on
// how many of its literals are false beyond the first.
func (m *minimiser) relax(core []Lit) {
	least := m.weights[core[0]]
	for _, l := range core {
		least = min(least, m.weights[l])
	}
	m.best.Bound += least
	violated := make([]Lit, len(core))
	for i, l := range core {
		m.weights[l] -= least
		if later := m.next[l]; len(later) > 0 {
			m.soften(later[0], least)
			m.next[later[0]] = later[1:]
		}
		violated[i] = l.Not()
	}
	if len(core) == 1 {
		return
	}
	counts := m.engine.counter(violated)
	outputs := make([]Lit, 0, len(counts)-1)
	for _, l := range counts[1:] {
		outputs = append(outputs, l.Not())
	}
	m.soften(outputs[0], least)
	m.next[outputs[0]] = outputs[1:]
}

// counter returns literals of which number k is true when more than k of the
// inputs are.
func (e *Engine) counter(inputs []Lit) []Lit {
	if len(inputs) == 1 {
		return inputs
	}
	x, y := e.counter(inputs[:len(inputs)/2]), e.counter(inputs[len(inputs)/2:])
	out := make([]Lit, len(inputs))
	for i := range out {
		out[i] = e.newLit(fact{kind: counting, c: int64(len(e.meaning))})
	}
	for i := range len(x) + 1 {
		for j := range len(y) + 1 {
			if i+j == 0 {
				continue
			}
			clause := []Lit{out[i+j-1]}
			if i > 0 {
				clause = append(clause, x[i-1].Not())
			}
			if j > 0 {
				clause = append(clause, y[j-1].Not())
			}
			e.solver.AddClause(clause...)
		}
	}
	return out
}
