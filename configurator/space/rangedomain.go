package space

import (
	"cmp"
	"slices"
)

// Interval is a closed range of integers.
type Interval struct{ Lo, Hi int64 }

// RangeDomain is what a range can be.
type RangeDomain struct {
	// Possible are the integers it can be, ascending and not touching; Unknown
	// those for which the budget ended.
	Possible, Unknown []Interval
	// None tells whether it can be none.
	None Truth
}

// maxIntervals bounds the holes of one domain that are looked for.
const maxIntervals = 256

// RangeItems lists the literals that Decide must know of before Range.
func (e *Engine) RangeItems(r RangeID) []Lit {
	x := &e.space.ranges[r]
	return append([]Lit{x.has.Not()}, x.cells...)
}

// Range returns the exact domain of a range; Decide must have been asked about
// the items of the range.
func (q *Query) Range(r RangeID) RangeDomain {
	e := q.engine
	x := &e.space.ranges[r]
	d := rangeSearch{Query: q, r: r}
	out := RangeDomain{None: q.Can(x.has.Not())}
	for i, l := range x.cells {
		switch q.Can(l) {
		case Yes:
			d.open = append(d.open, x.cell(i))
		case Open:
			out.Unknown = append(out.Unknown, x.cell(i))
		}
	}
	d.obey()
	if len(e.space.reads[r]) == 0 {
		// No condition reads the range: all values of a cell are alike.
		out.Possible, out.Unknown = join(d.open), join(out.Unknown)
		return out
	}
	for _, w := range q.known {
		d.claim(w)
	}
	d.run()
	out.Possible, out.Unknown = join(d.possible), join(append(out.Unknown, d.unknown...))
	return out
}

// obey takes out of the open intervals what the assumptions say of the range
// itself: these literals divide cells.
func (d *rangeSearch) obey() {
	for _, l := range d.assumptions {
		if v := l.Var() - d.engine.space.vars; v >= 0 {
			d.obeyFact(d.engine.meaning[v], !l.Negative())
		}
	}
}

func (d *rangeSearch) obeyFact(f fact, holds bool) {
	switch {
	case f.kind == unless && holds:
		if v := f.other.Var() - d.engine.space.vars; v >= 0 {
			d.obeyFact(d.engine.meaning[v], !f.other.Negative())
		}
	case f.kind == equals && f.r == d.r && holds:
		d.keep(Interval{f.c, f.c})
	case f.kind == equals && f.r == d.r:
		d.remove(Interval{f.c, f.c})
	case f.kind == atMost && f.r == d.r && holds:
		d.keep(Interval{d.engine.space.ranges[d.r].lo, f.c})
	case f.kind == atMost && f.r == d.r:
		d.keep(Interval{f.c + 1, d.engine.space.ranges[d.r].hi})
	}
}

// keep reduces the open intervals to what lies inside i.
func (d *rangeSearch) keep(i Interval) {
	x := &d.engine.space.ranges[d.r]
	if i.Lo > x.lo {
		d.remove(Interval{x.lo, i.Lo - 1})
	}
	if i.Hi < x.hi {
		d.remove(Interval{i.Hi + 1, x.hi})
	}
}

// remove takes i out of the open intervals.
func (d *rangeSearch) remove(i Interval) {
	var out []Interval
	for _, o := range d.open {
		if o.Hi < i.Lo || o.Lo > i.Hi {
			out = append(out, o)
			continue
		}
		if o.Lo < i.Lo {
			out = append(out, Interval{o.Lo, i.Lo - 1})
		}
		if o.Hi > i.Hi {
			out = append(out, Interval{i.Hi + 1, o.Hi})
		}
	}
	d.open = out
}

// join merges intervals that touch; they are ascending and apart.
func join(in []Interval) []Interval {
	slices.SortFunc(in, func(a, b Interval) int { return cmp.Compare(a.Lo, b.Lo) })
	var out []Interval
	for _, i := range in {
		if n := len(out); n > 0 && out[n-1].Hi+1 == i.Lo {
			out[n-1].Hi = i.Hi
			continue
		}
		out = append(out, i)
	}
	return out
}

// rangeSearch is one run of Range. open, possible and unknown are apart
// and together what is not refuted.
type rangeSearch struct {
	*Query
	r        RangeID
	open     []Interval
	possible []Interval
	unknown  []Interval
}

// run decides the open intervals, each time first the highest.
func (d *rangeSearch) run() {
	e := d.engine
	for len(d.open) > 0 {
		last := len(d.open) - 1
		part := d.open[last]
		if len(d.possible)+len(d.open) > maxIntervals {
			d.unknown = append(d.unknown, d.open...)
			e.cut = true
			return
		}
		if d.stretch(part) {
			continue
		}
		d.setSoft(part)
		switch d.ask(e.AtLeast(d.r, part.Lo), e.AtMost(d.r, part.Hi)) {
		case No:
			d.open = d.open[:last]
		case Open:
			d.unknown = append(d.unknown, d.open...)
			return
		}
	}
	e.solver.SetSoft(nil)
}

// setSoft makes the solver try the upper end of the interval, then half-way to
// it, and so on, so that a domain bounded from above takes few questions.
func (d *rangeSearch) setSoft(part Interval) {
	soft := []Lit{d.engine.AtLeast(d.r, part.Hi)}
	for step := int64(1); part.Hi-step > part.Lo; step *= 4 {
		soft = append(soft, d.engine.AtLeast(d.r, part.Hi-step))
	}
	d.engine.solver.SetSoft(soft)
}

func (d *rangeSearch) ask(extra ...Lit) Truth {
	answer := d.search(append(slices.Clip(d.assumptions), extra...))
	if answer == Yes {
		d.claim(d.known[len(d.known)-1])
	}
	return answer
}

// claim takes the interval around a witness's value in which nothing else of
// the witness needs to change out of the open ones.
func (d *rangeSearch) claim(w *witness) {
	if !w.has(d.engine, d.r) {
		return
	}
	at := w.point[d.r]
	i := slices.IndexFunc(d.open, func(o Interval) bool { return o.Lo <= at && at <= o.Hi })
	if i < 0 {
		return
	}
	part := d.open[i]
	cell := d.engine.around(w, d.r, d.assumptions, part)
	d.possible = append(d.possible, cell)
	var rest []Interval
	if part.Lo < cell.Lo {
		rest = append(rest, Interval{part.Lo, cell.Lo - 1})
	}
	if cell.Hi < part.Hi {
		rest = append(rest, Interval{cell.Hi + 1, part.Hi})
	}
	d.open = slices.Replace(d.open, i, i+1, rest...)
}

// around returns an interval within part, around the witness's value of r, on
// which the rest of the witness stays a full configuration: no literal of the
// problem and no assumption changes, and every condition evaluates as before.
func (e *Engine) around(w *witness, r RangeID, assumptions []Lit, part Interval) Interval {
	at := w.point[r]
	cell := e.roomAround(w, r, assumptions)
	cell = Interval{max(cell.Lo, part.Lo), min(cell.Hi, part.Hi)}
	reads := e.space.reads[r]
	if len(reads) == 0 {
		return cell
	}
	e.loadWitness(w, reads)
	b := &e.box.ranges[r]
	holds := func() bool {
		for _, i := range reads {
			a := &e.space.atoms[i]
			e.used += evalSteps
			want := No
			if e.holds(w, a.lit) {
				want = Yes
			}
			if a.pred.Eval(&e.box) != want {
				return false
			}
		}
		return true
	}
	*b = rangeBox{lo: at, hi: at, has: Yes}
	cell.Hi = widest(at, cell.Hi, func(c int64) bool { b.hi = c; return holds() })
	b.hi = cell.Hi
	cell.Lo = widest(at, cell.Lo, func(c int64) bool { b.lo = c; return holds() })
	return cell
}

// restrict narrows the cell around a value of r to where the fact does not
// change.
func (e *Engine) restrict(f fact, r RangeID, cell Interval, at int64) Interval {
	switch {
	case f.kind == unless:
		for _, l := range []Lit{f.absent, f.other} {
			if v := l.Var() - e.space.vars; v >= 0 {
				cell = e.restrict(e.meaning[v], r, cell, at)
			}
		}
	case f.r != r || f.kind == selector:
	case f.kind == equals && at == f.c:
		return Interval{at, at}
	case at < f.c || f.kind == atMost && at == f.c:
		cell.Hi = min(cell.Hi, f.c)
		if f.kind == equals {
			cell.Hi = min(cell.Hi, f.c-1)
		}
	default:
		cell.Lo = max(cell.Lo, f.c+1)
	}
	return cell
}

// loadWitness sets the box to the witness's point for the inputs of conditions.
func (e *Engine) loadWitness(w *witness, atoms []int32) {
	for _, i := range atoms {
		a := &e.space.atoms[i]
		for _, l := range a.inputs.Lits {
			for len(e.box.lits) <= l.Var() {
				e.box.lits = append(e.box.lits, Open)
			}
			e.box.lits[l.Var()] = No
			if w.value(l.Var()) {
				e.box.lits[l.Var()] = Yes
			}
		}
		for _, id := range a.inputs.Enums {
			for v, l := range e.space.enums[id] {
				if e.holds(w, l) {
					e.box.enums[id] = enumBox{fixed: true, value: int32(v)}
				}
			}
		}
		for _, r := range a.inputs.Ranges {
			has := No
			if w.has(e, r) {
				has = Yes
			}
			e.box.ranges[r] = rangeBox{lo: w.point[r], hi: w.point[r], has: has}
		}
	}
}
