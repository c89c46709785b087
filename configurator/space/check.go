package space

import (
	"math"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// evalSteps is what one evaluation of a condition costs of a budget.
const evalSteps = 20

// solve looks for a full configuration under the assumptions and decides every
// condition of it. After Sat, e.point holds the value of every range.
func (e *Engine) solve(assumptions []Lit) sat.Status {
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
		if status != sat.Sat || e.settle() {
			return status
		}
	}
}

// exhausted reports whether the budget or the context has ended.
func (e *Engine) exhausted() bool {
	return e.budget > 0 && e.used >= e.budget || e.ctx.Err() != nil
}

// settle evaluates the conditions of the model just found. It returns true
// when all agree with it, and otherwise has added what the solver must know to
// look on.
func (e *Engine) settle() bool {
	e.readBox()
	var open []int
	refuted := false
	for i := range e.space.atoms {
		a := &e.space.atoms[i]
		e.load(a)
		e.used += evalSteps
		got := a.pred.Eval(&e.box)
		switch {
		case got == Open:
			open = append(open, i)
		case (got == Yes) != e.solver.True(a.lit):
			e.refute(a, got)
			refuted = true
		}
	}
	if refuted {
		return false
	}
	if len(open) == 0 {
		return true
	}
	wrong := e.findPoint(open)
	if wrong < 0 {
		return true
	}
	e.split(&e.space.atoms[wrong])
	return false
}

// readBox sets the ranges of the box, and the point inside it, to what the
// model leaves open.
func (e *Engine) readBox() {
	for r := range e.space.ranges {
		x := &e.space.ranges[r]
		b := rangeBox{lo: x.lo, hi: x.hi, has: Yes}
		if !e.solver.True(x.has) {
			b = rangeBox{lo: x.lo, hi: x.lo, has: No}
		} else {
			b.lo, b.hi = e.bounds(RangeID(r))
		}
		e.box.ranges[r], e.point[r] = b, b.lo
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

// refute adds the clause that a condition has the value got on the widest box
// around the present one on which it still evaluates to it.
func (e *Engine) refute(a *atom, got Truth) {
	held := func() bool { e.used += evalSteps; return a.pred.Eval(&e.box) == got }
	clause := []Lit{a.lit}
	if got == No {
		clause[0] = a.lit.Not()
	}
	saved := make([]rangeBox, len(a.inputs.Ranges))
	for i, r := range a.inputs.Ranges {
		saved[i] = e.box.ranges[r]
	}
	for _, l := range a.inputs.Lits {
		was := e.box.lits[l.Var()]
		if was == Open {
			continue
		}
		if e.box.lits[l.Var()] = Open; !held() {
			e.box.lits[l.Var()] = was
			p := sat.Pos(l.Var())
			if was == Yes {
				p = p.Not()
			}
			clause = append(clause, p)
		}
	}
	for _, id := range a.inputs.Enums {
		clause = e.widenEnum(id, held, clause)
	}
	for _, r := range a.inputs.Ranges {
		clause = e.widenRange(r, held, clause)
	}
	for i, r := range a.inputs.Ranges {
		e.box.ranges[r] = saved[i]
	}
	e.solver.AddClause(clause...)
}

func (e *Engine) widenEnum(id EnumID, held func() bool, clause []Lit) []Lit {
	lits := e.space.enums[id]
	was := e.box.enums[id]
	if !was.fixed {
		return clause
	}
	all := make([]bool, len(lits))
	for i := range all {
		all[i] = true
	}
	if e.box.enums[id] = (enumBox{allowed: all}); held() {
		return clause
	}
	allowed := make([]bool, len(lits))
	allowed[was.value] = true
	e.box.enums[id] = enumBox{allowed: allowed}
	for v := range lits {
		if allowed[v] {
			continue
		}
		if allowed[v] = true; !held() {
			allowed[v] = false
			clause = append(clause, lits[v])
		}
	}
	return clause
}

// widenRange lets the range be as wide as held allows, downwards first, and
// appends the literals that say it lies outside.
func (e *Engine) widenRange(r RangeID, held func() bool, clause []Lit) []Lit {
	x := &e.space.ranges[r]
	b := &e.box.ranges[r]
	was := *b
	if was.has == No {
		if b.has, b.hi = Open, x.hi; held() {
			return clause
		}
		*b = was
		return append(clause, x.has)
	}
	if *b = (rangeBox{lo: x.lo, hi: x.hi, has: Open}); held() {
		return clause
	}
	*b = rangeBox{lo: x.lo, hi: was.hi, has: Open}
	if !held() { // a lower bound is needed, or being present
		*b = was
		b.lo = widest(was.lo, x.lo, func(c int64) bool { b.lo = c; return held() })
		if b.lo > x.lo {
			clause = append(clause, e.AtLeast(r, b.lo).Not())
		} else {
			clause = append(clause, x.has.Not())
		}
	}
	b.hi = widest(was.hi, x.hi, func(c int64) bool { b.hi = c; return held() })
	if b.hi < x.hi {
		clause = append(clause, e.AtMost(r, b.hi).Not())
	}
	return clause
}

// widest returns the value farthest from good, towards limit, for which held
// is true, presuming that held stays false once it is false.
func widest(good, limit int64, held func(int64) bool) int64 {
	if good == limit || held(limit) {
		return limit
	}
	bad := limit
	for step := int64(1); ; step *= 4 {
		next := good + step
		if bad < good {
			next = good - step
		}
		if (bad > good && next >= bad) || (bad < good && next <= bad) {
			break
		}
		if !held(next) {
			bad = next
			break
		}
		good = next
	}
	for good != bad && abs(good-bad) > 1 {
		middle := good + (bad-good)/2
		if held(middle) {
			good = middle
		} else {
			bad = middle
		}
	}
	held(good)
	return good
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// maxCorners bounds the corners of the box that are tried as points.
const maxCorners = 32

// findPoint looks for a point of the box at which all open conditions agree
// with the model, among the corners and the middle. It returns -1 and leaves
// the point in e.point and e.box, or the index of a condition that disagrees.
func (e *Engine) findPoint(open []int) int {
	var vars []RangeID
	seen := map[RangeID]bool{}
	for _, i := range open {
		for _, r := range e.space.atoms[i].inputs.Ranges {
			if b := e.box.ranges[r]; !seen[r] && b.lo < b.hi {
				seen[r] = true
				vars = append(vars, r)
			}
		}
	}
	saved := make([]rangeBox, len(vars))
	for i, r := range vars {
		saved[i] = e.box.ranges[r]
	}
	wrong := -1
	for corner := range min(maxCorners, 1<<min(len(vars), 30)) + 1 {
		for i, r := range vars {
			c := saved[i].lo
			switch {
			case corner == maxCorners || corner == 1<<min(len(vars), 30):
				c += (saved[i].hi - saved[i].lo) / 2
			case corner>>min(i, 30)&1 == 1:
				c = saved[i].hi
			}
			e.point[r] = c
			e.box.ranges[r] = rangeBox{lo: c, hi: c, has: Yes}
		}
		w := e.disagrees(open)
		if w < 0 {
			return -1
		}
		if wrong < 0 {
			wrong = w
		}
	}
	for i, r := range vars {
		e.box.ranges[r] = saved[i]
	}
	return wrong
}

// disagrees returns the first of the conditions that evaluates differently
// from the model at the present point, or -1.
func (e *Engine) disagrees(open []int) int {
	for _, i := range open {
		a := &e.space.atoms[i]
		e.load(a)
		e.used += evalSteps
		if got := a.pred.Eval(&e.box); (got == Yes) != e.solver.True(a.lit) {
			return i
		}
	}
	return -1
}

// split halves the widest range that a condition reads.
func (e *Engine) split(a *atom) {
	best, width := RangeID(-1), int64(math.MinInt64)
	for _, r := range a.inputs.Ranges {
		if b := e.box.ranges[r]; b.hi-b.lo > width {
			best, width = r, b.hi-b.lo
		}
	}
	b := e.box.ranges[best]
	e.AtMost(best, b.lo+(b.hi-b.lo)/2)
}
