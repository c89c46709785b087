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
	for _, l := range trail {
		if l.Var() < e.space.vars {
			d.can.set(l)
			d.cannot.set(l.Not())
		}
	}
	live := false
	e.agreeing(assumptions, func(w *witness) {
		live = true
		d.certify(w)
	})
	if !live {
		e.solver.SetSoft(d.unknown())
		switch e.search(assumptions) {
		case No:
			return nil, No
		case Open:
			return &d.Possible, Open
		}
		d.certify(e.pool.all[0])
	}
	d.decide()
	e.solver.SetSoft(nil)
	return &d.Possible, Yes
}

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
	items       bitset
	soft        []Lit
	Possible
}

// certify marks everything a witness makes true as possible.
func (d *domains) certify(w *witness) {
	for i, word := range w.truth {
		d.can[2*i] |= spread(uint32(word)) | spread(uint32(^word))<<1
		if 2*i+1 < len(d.can) {
			d.can[2*i+1] |= spread(uint32(word>>32)) | spread(uint32(^word>>32))<<1
		}
	}
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
	for i := range d.items {
		for x := d.items[i] &^ d.can[i] &^ d.cannot[i]; x != 0; x &= x - 1 {
			d.soft = append(d.soft, Lit(i*64+bits.TrailingZeros64(x)))
		}
	}
	return d.soft
}

// decide asks the solver for each item left, letting every configuration it
// finds decide as many others as it can.
func (d *domains) decide() {
	e := d.engine
	question := append(slices.Clone(d.assumptions), True)
	for {
		open := d.unknown()
		if len(open) == 0 {
			return
		}
		e.solver.SetSoft(open)
		l := open[0]
		question[len(question)-1] = l
		switch e.search(question) {
		case Yes:
			d.certify(e.pool.all[0])
		case No:
			d.cannot.set(l)
		default:
			return
		}
	}
}
