package space

import (
	"math/bits"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// Query is one list of assumptions with what is known about it: full
// configurations in which they hold, and which literals can be true. It is good
// until the engine begins the next answer.
type Query struct {
	engine      *Engine
	assumptions []Lit
	// known are the configurations in which the assumptions hold, the newest
	// first as far as the pool had them, then those found for the query.
	known []*witness
	// others are configurations that may become one of them by patching.
	others []*witness
	// base is the length of the trail of the assumptions alone.
	base        int
	can, cannot bitset
	items       bitset
	// word is where the first undecided item may be.
	word int
	soft []Lit
}

// maxPatched bounds the witnesses of other picks that are patched.
const maxPatched = 256

// maxFailed bounds how many of them in a row fail to be patched.
const maxFailed = 4

// Query looks up what the pool knows about the assumptions.
func (e *Engine) Query(assumptions []Lit) *Query {
	q := &Query{
		engine: e, assumptions: slices.Clone(assumptions),
		can: make(bitset, e.literalWords()), cannot: make(bitset, e.literalWords()), items: make(bitset, e.literalWords()),
	}
	e.each(assumptions, func(w *witness, agrees bool) {
		switch {
		case agrees:
			q.certify(w)
		case len(q.others) < maxPatched:
			q.others = append(q.others, w)
		}
	})
	return q
}

// Can reports whether some full configuration of the query makes l true: Yes,
// No, or Open when it was not decided.
func (q *Query) Can(l Lit) Truth {
	switch {
	case q.can.has(l):
		return Yes
	case q.cannot.has(l):
		return No
	}
	return Open
}

// Decide settles for each item, a literal the problem was built with, whether it
// can be true; Can tells then. The answer is No when the assumptions contradict
// each other, Open when the budget ended before that was known.
func (q *Query) Decide(items []Lit) Truth {
	e := q.engine
	for _, l := range items {
		q.items.set(l)
	}
	trail, ok := e.implied(q.assumptions)
	if !ok {
		return No
	}
	for _, l := range trail {
		if l.Var() < e.space.vars {
			q.cannot.set(l.Not())
		}
	}
	q.base, q.word = len(trail), 0
	q.certifyOthers(trail)
	if len(q.known) == 0 {
		e.solver.SetSoft(q.undecided())
		found := q.search(q.assumptions)
		e.solver.SetSoft(nil)
		if found != Yes {
			return found
		}
	}
	q.settle()
	if len(q.assumptions) == 0 {
		e.pool.keepBase()
	}
	return Yes
}

// certifyOthers patches known configurations in which the assumptions do not
// hold, if they would tell something new.
func (q *Query) certifyOthers(trail []Lit) {
	trail = slices.Clone(trail)
	failed := 0
	for _, w := range q.others {
		if failed == maxFailed {
			break
		}
		if !q.tells(w) {
			continue
		}
		failed++
		if patched := q.engine.patch(w, trail, q.assumptions); patched != nil {
			q.engine.store(patched)
			q.certify(patched)
			failed = 0
		}
	}
	q.others = nil
}

// fewTold is the number of items a configuration found by the solver must tell
// about for another to be looked for before patching.
const fewTold = 24

// settle decides the items left one by one: an item whose propagation fails is
// impossible; else a known configuration is patched; else the solver looks for
// one, deciding as many other items on the way as it can.
func (q *Query) settle() {
	e := q.engine
	defer e.solver.SetSoft(nil)
	question := append(slices.Clone(q.assumptions), True)
	told := 0
	if len(e.pool.all) < fewTold {
		told = fewTold
	}
	for {
		l := q.next()
		if l == sat.Undef || e.exhausted() {
			return
		}
		question[len(question)-1] = l
		if told < fewTold {
			trail, ok := e.implied(question)
			if !ok {
				q.cannot.set(l)
				continue
			}
			if w := e.patch(q.known[len(q.known)-1], trail[q.base:], question); w != nil {
				e.store(w)
				q.certify(w)
				continue
			}
		}
		open := len(q.undecided())
		e.solver.SetSoft(q.soft)
		switch q.search(question) {
		case Yes:
			told = open - len(q.undecided())
		case No:
			q.cannot.set(l)
		default:
			return
		}
	}
}

// search looks for a configuration in which the assumptions and more hold.
func (q *Query) search(question []Lit) Truth {
	found := q.engine.search(question)
	if found == Yes {
		q.certify(q.engine.pool.all[0])
	}
	return found
}

// certify marks everything a configuration makes true as possible.
func (q *Query) certify(w *witness) {
	q.known = append(q.known, w)
	for i, word := range w.truth {
		low, high := both(word)
		q.can[2*i] |= low
		if 2*i+1 < len(q.can) {
			q.can[2*i+1] |= high
		}
	}
}

// tells reports whether a configuration would certify an undecided item.
func (q *Query) tells(w *witness) bool {
	for i, word := range w.truth {
		low, high := both(word)
		if low&q.left(2*i) != 0 || 2*i+1 < len(q.items) && high&q.left(2*i+1) != 0 {
			return true
		}
	}
	return false
}

// both turns the truth of 32 variables and of the next 32 into sets of
// literals.
func both(word uint64) (low, high uint64) {
	return spread(uint32(word)) | spread(uint32(^word))<<1, spread(uint32(word>>32)) | spread(uint32(^word>>32))<<1
}

// spread moves bit i to bit 2i.
func spread(x uint32) uint64 {
	v := uint64(x)
	v = (v | v<<16) & 0x0000ffff0000ffff
	v = (v | v<<8) & 0x00ff00ff00ff00ff
	v = (v | v<<4) & 0x0f0f0f0f0f0f0f0f
	v = (v | v<<2) & 0x3333333333333333
	return (v | v<<1) & 0x5555555555555555
}

// left are the undecided items in one word.
func (q *Query) left(i int) uint64 { return q.items[i] &^ q.can[i] &^ q.cannot[i] }

// undecided lists the items not yet decided.
func (q *Query) undecided() []Lit {
	q.soft = q.soft[:0]
	for i := q.word; i < len(q.items); i++ {
		for x := q.left(i); x != 0; x &= x - 1 {
			q.soft = append(q.soft, Lit(i*64+bits.TrailingZeros64(x)))
		}
	}
	return q.soft
}

// next returns the first item not yet decided.
func (q *Query) next() Lit {
	for ; q.word < len(q.items); q.word++ {
		if x := q.left(q.word); x != 0 {
			return Lit(q.word*64 + bits.TrailingZeros64(x))
		}
	}
	return sat.Undef
}

func (e *Engine) literalWords() int { return (2*e.space.vars + 63) / 64 }

func (e *Engine) implied(assumptions []Lit) ([]Lit, bool) {
	before := e.solver.Steps()
	trail, ok := e.solver.Implied(assumptions)
	e.used += e.solver.Steps() - before
	return trail, ok
}

// Settled returns those of the literals, which are all true in one configuration of
// the assumptions, that are true in every one; fewer where the budget ends.
func (q *Query) Settled(lits []Lit) map[Lit]bool {
	not := make([]Lit, len(lits))
	for i, l := range lits {
		not[i] = l.Not()
	}
	out := make(map[Lit]bool, len(lits))
	if q.Decide(not) == Yes {
		for i, l := range lits {
			out[l] = q.Can(not[i]) == No
		}
	}
	return out
}

// Only reports whether a range that is present in m has the same value in
// every configuration of the assumptions; false where the budget ends.
func (q *Query) Only(m *Model, r RangeID) bool {
	n := m.w.point[r]
	for _, w := range q.known {
		if !w.has(q.engine, r) || w.point[r] != n {
			return false
		}
	}
	x := &q.engine.space.ranges[r]
	if room := q.engine.around(m.w, r, q.assumptions, Interval{x.lo, x.hi}); room.Lo < room.Hi {
		return false
	}
	return q.search(append(slices.Clone(q.assumptions), q.engine.Equals(r, n).Not())) == No
}
