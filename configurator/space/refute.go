package space

import "github.com/quotient-cpq/quotient/configurator/sat"

// refute adds the clause that a condition, which is wrong in the model, has the
// value it evaluates to on the widest box around the model's on which it does.
func (e *Engine) refute(a *atom) {
	e.load(a)
	got := Yes
	if e.solver.True(a.lit) {
		got = No
	}
	held := func() bool { e.used += evalSteps; return a.pred.Eval(&e.box) == got }
	clause := []Lit{a.lit}
	if got == No {
		clause[0] = a.lit.Not()
	}
	saved := make([]rangeBox, len(a.inputs.Ranges))
	for i, r := range a.inputs.Ranges {
		saved[i] = e.box.ranges[r]
	}
	for _, r := range a.inputs.Ranges {
		e.widenToAssumed(r, held)
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

// widenToAssumed lets a present range be all that the assumptions leave to it,
// if held allows: a clause that needs less than that only leads to the next one.
func (e *Engine) widenToAssumed(r RangeID, held func() bool) {
	b := &e.box.ranges[r]
	if b.has == No {
		return
	}
	was, room := *b, e.assumedRoom(r)
	b.lo, b.hi = min(b.lo, room.Lo), max(b.hi, room.Hi)
	if !held() {
		*b = was
	}
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
