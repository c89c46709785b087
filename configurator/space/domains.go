package space

import (
	"math/bits"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// Possible is the answer to which literals can be true.
type Possible struct {
	can, cannot bitset
}

// Can reports whether some full configuration of the question makes l true:
// Yes, No, or Open when the budget ended first.
func (p *Possible) Can(l Lit) Truth {
	switch {
	case p.can.has(l):
		return Yes
	case p.cannot.has(l):
		return No
	}
	return Open
}

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

// Domains tells of every item, a literal the problem was built with, whether it
// can be true under the assumptions. ok is No when the assumptions contradict
// each other, Open when the budget ended before that was known.
func (e *Engine) Domains(assumptions, items []Lit) (*Possible, Truth) {
	d := &domains{
		engine: e, assumptions: assumptions,
		items:    e.itemSet(items),
		Possible: Possible{can: make(bitset, e.literalWords()), cannot: make(bitset, e.literalWords())},
	}
	trail, ok := e.implied(assumptions)
	if !ok {
		return nil, No
	}
	d.base = len(trail)
	for _, l := range trail {
		if l.Var() < e.space.vars {
			d.can.set(l)
			d.cannot.set(l.Not())
		}
	}
	d.certifyKnown(trail)
	if d.live == nil {
		e.solver.SetSoft(d.unknown())
		switch e.search(assumptions) {
		case No:
			return nil, No
		case Open:
			// What propagation implied is possible only if anything is.
			clear(d.can)
			return &d.Possible, Open
		}
		d.certify(e.pool.all[0])
	}
	d.decide()
	e.solver.SetSoft(nil)
	if len(assumptions) == 0 {
		e.pool.keepBase()
	}
	return &d.Possible, Yes
}

// certifyKnown takes what the pool knows: the witnesses in which the assumptions
// hold, and of the others those that can be patched and tell something new.
func (d *domains) certifyKnown(trail []Lit) {
	e := d.engine
	var others []*witness
	e.each(d.assumptions, func(w *witness, agrees bool) {
		if agrees {
			d.certify(w)
		} else if len(others) < maxPatched {
			others = append(others, w)
		}
	})
	trail = slices.Clone(trail)
	for _, w := range others {
		if !d.tells(w) {
			continue
		}
		if patched := e.patch(w, trail, d.assumptions); patched != nil {
			d.certify(patched)
		}
	}
}

// maxPatched bounds the witnesses of other picks that are patched.
const maxPatched = 256

// tells reports whether a witness would certify an item not yet decided.
func (d *domains) tells(w *witness) bool {
	for i, word := range w.truth {
		low, high := both(word)
		if low&d.left(2*i) != 0 || 2*i+1 < len(d.items) && high&d.left(2*i+1) != 0 {
			return true
		}
	}
	return false
}

// left are the undecided items in one word.
func (d *domains) left(i int) uint64 { return d.items[i] &^ d.can[i] &^ d.cannot[i] }

func (e *Engine) literalWords() int { return (2*e.space.vars + 63) / 64 }

func (e *Engine) itemSet(items []Lit) bitset {
	set := make(bitset, e.literalWords())
	for _, l := range items {
		set.set(l)
	}
	return set
}

func (e *Engine) implied(assumptions []Lit) ([]Lit, bool) {
	before := e.solver.Steps()
	trail, ok := e.solver.Implied(assumptions)
	e.used += e.solver.Steps() - before
	return trail, ok
}

// domains is one run of Domains.
type domains struct {
	engine      *Engine
	assumptions []Lit
	// base is the length of the trail of the assumptions alone.
	base  int
	items bitset
	// word is where the first undecided item may be.
	word int
	soft []Lit
	// live is the witness of the assumptions found last.
	live *witness
	Possible
}

// certify marks everything a witness makes true as possible.
func (d *domains) certify(w *witness) {
	d.live = w
	for i, word := range w.truth {
		low, high := both(word)
		d.can[2*i] |= low
		if 2*i+1 < len(d.can) {
			d.can[2*i+1] |= high
		}
	}
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

// unknown lists the items not yet decided.
func (d *domains) unknown() []Lit {
	d.soft = d.soft[:0]
	for i := d.word; i < len(d.items); i++ {
		for x := d.left(i); x != 0; x &= x - 1 {
			d.soft = append(d.soft, Lit(i*64+bits.TrailingZeros64(x)))
		}
	}
	return d.soft
}

// next returns the first item not yet decided.
func (d *domains) next() Lit {
	for ; d.word < len(d.items); d.word++ {
		if x := d.left(d.word); x != 0 {
			return Lit(d.word*64 + bits.TrailingZeros64(x))
		}
	}
	return sat.Undef
}

// fewTold is the number of items a configuration found by the solver must tell
// about for another to be looked for before patching.
const fewTold = 24

// decide settles the items left one by one: an item whose propagation fails is
// impossible; else a known configuration is patched; else the solver looks for
// one, deciding as many other items on the way as it can.
func (d *domains) decide() {
	e := d.engine
	question := append(slices.Clone(d.assumptions), True)
	told := 0
	if len(e.pool.all) < fewTold {
		told = fewTold
	}
	for {
		l := d.next()
		if l == sat.Undef || e.exhausted() {
			return
		}
		question[len(question)-1] = l
		if told < fewTold {
			trail, ok := e.implied(question)
			if !ok {
				d.cannot.set(l)
				continue
			}
			if w := e.patch(d.live, trail[d.base:], question); w != nil {
				d.certify(w)
				continue
			}
		}
		open := len(d.unknown())
		e.solver.SetSoft(d.soft)
		switch e.search(question) {
		case Yes:
			d.certify(e.pool.all[0])
			told = open - len(d.unknown())
		case No:
			d.cannot.set(l)
		default:
			return
		}
	}
}
