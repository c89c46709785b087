package space

import "slices"

// maxStretched bounds the witnesses that are tried for one interval.
const maxStretched = 4

// stretch looks for a configuration with an end of the interval among the known
// ones that lie in the same cell, by moving only numbers: within their cells
// nothing but conditions can notice. It reports whether it certified any.
func (d *rangeSearch) stretch(part Interval) bool {
	tried := 0
	for _, w := range d.known {
		at := w.point[d.r]
		if !w.has(d.engine, d.r) || !d.sameCell(at, part.Hi) {
			continue
		}
		if tried++; tried > maxStretched {
			return false
		}
		for _, target := range []int64{part.Hi, part.Lo} {
			if moved := d.engine.moved(w, d.r, target, d.assumptions); moved != nil {
				d.certify(moved)
				d.claim(moved)
				return true
			}
		}
	}
	return false
}

func (d *rangeSearch) sameCell(x, y int64) bool {
	r := &d.engine.space.ranges[d.r]
	i, _ := r.find(x)
	j, _ := r.find(y)
	return i == j
}

// moved returns a copy of w in which r has the target value and other numbers,
// within their cells, have what the conditions need then, or nil.
func (e *Engine) moved(w *witness, r RangeID, target int64, assumptions []Lit) *witness {
	out := &witness{truth: w.truth, point: slices.Clone(w.point)}
	atoms := e.space.linkedTo(e.space.reads[r])
	for _, i := range atoms {
		for _, x := range e.space.atoms[i].inputs.Ranges {
			e.rooms[x] = e.roomAround(w, x, assumptions)
		}
	}
	out.point[r], e.rooms[r] = target, Interval{target, target}
	if e.adjust(out, e.rooms, atoms) >= 0 || slices.ContainsFunc(assumptions, func(l Lit) bool { return !e.holds(out, l) }) {
		return nil
	}
	e.store(out)
	return out
}

// roomAround is the interval around the value of a range in w in which neither
// a literal of the problem nor an assumption changes.
func (e *Engine) roomAround(w *witness, r RangeID, assumptions []Lit) Interval {
	at := w.point[r]
	if !w.has(e, r) {
		return Interval{at, at}
	}
	room := e.space.ranges[r].cellOf(w)
	for _, l := range assumptions {
		if l.Var() >= e.space.vars {
			room = e.restrict(e.meaning[l.Var()-e.space.vars], r, room, at)
		}
	}
	return room
}
