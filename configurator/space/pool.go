package space

import (
	"slices"
)

// maxWitnesses bounds the pool of one engine.
const maxWitnesses = 1024

// witness is one known full configuration: the truth of every literal the
// problem was built with, and the value of every range.
type witness struct {
	truth []uint64
	point []int64
}

// pool keeps the witnesses used last, and those that cover the domains of a
// question without assumptions: sessions begin there, and come back to it.
type pool struct {
	words int
	all   []*witness
	base  []*witness
}

// keepBase makes the newest witnesses the base.
func (p *pool) keepBase() {
	if p.base == nil {
		p.base = slices.Clone(p.all[:min(len(p.all), maxWitnesses)])
	}
}

func (w *witness) value(v int) bool { return w.truth[v>>6]>>(uint(v)&63)&1 == 1 }

// holds reports whether l is true in the witness.
func (e *Engine) holds(w *witness, l Lit) bool {
	v := l.Var()
	if v < e.space.vars {
		return w.value(v) != l.Negative()
	}
	return e.means(w, e.meaning[v-e.space.vars]) != l.Negative()
}

func (e *Engine) means(w *witness, f fact) bool {
	switch f.kind {
	case atMost:
		return !w.has(e, f.r) || w.point[f.r] <= f.c
	case equals:
		return w.has(e, f.r) && w.point[f.r] == f.c
	case unless:
		return e.holds(w, f.absent) || e.holds(w, f.other)
	}
	return true // nothing is switched off in a witness
}

func (w *witness) has(e *Engine, r RangeID) bool {
	l := e.space.ranges[r].has
	return w.value(l.Var()) != l.Negative()
}

// keep stores the configuration just found, at the front of the pool.
func (e *Engine) keep() *witness {
	e.store(e.found)
	return e.found
}

// store puts a witness at the front of the pool.
func (e *Engine) store(w *witness) {
	if len(e.pool.all) >= maxWitnesses {
		e.pool.all = e.pool.all[:maxWitnesses-1]
	}
	e.pool.all = append(e.pool.all, nil)
	copy(e.pool.all[1:], e.pool.all)
	e.pool.all[0] = w
}

// agreeing calls visit with the pool's witnesses in which all the literals are
// true, and moves them to the front in stable order.
func (e *Engine) agreeing(lits []Lit, visit func(*witness)) {
	e.each(lits, func(w *witness, agrees bool) {
		if agrees {
			visit(w)
		}
	})
}

// each calls visit with the pool's witnesses and whether all the literals are
// true in them, and moves those where they are to the front in stable order.
func (e *Engine) each(lits []Lit, visit func(w *witness, agrees bool)) {
	front := make([]*witness, 0, len(e.pool.all))
	var rest []*witness
next:
	for _, w := range e.pool.all {
		for _, l := range lits {
			if !e.holds(w, l) {
				rest = append(rest, w)
				visit(w, false)
				continue next
			}
		}
		front = append(front, w)
		visit(w, true)
	}
	e.pool.all = append(front, rest...)
	for _, w := range e.pool.base {
		visit(w, !slices.ContainsFunc(lits, func(l Lit) bool { return !e.holds(w, l) }))
	}
}

// bitset is a set of variables' polarities: bit l for literal l.
type bitset []uint64

func (b bitset) set(l Lit)      { b[l>>6] |= 1 << (uint(l) & 63) }
func (b bitset) has(l Lit) bool { return b[l>>6]>>(uint(l)&63)&1 == 1 }
