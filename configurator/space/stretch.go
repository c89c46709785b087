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

// moved returns a copy of w in which r has the target value, with the other
// numbers its conditions read at an end of their cells, or nil.
func (e *Engine) moved(w *witness, r RangeID, target int64, assumptions []Lit) *witness {
	var others []RangeID
	for _, i := range e.space.reads[r] {
		for _, x := range e.space.atoms[i].inputs.Ranges {
			if x != r && w.has(e, x) && !slices.Contains(others, x) {
				others = append(others, x)
			}
		}
	}
	if len(others) > 4 {
		others = others[:4]
	}
	out := &witness{truth: w.truth, point: slices.Clone(w.point)}
	out.point[r] = target
	rooms := make([]Interval, len(others))
	for k, x := range others {
		rooms[k] = e.space.ranges[x].cellOf(w)
	}
	for corner := range 1<<len(others) + 1 {
		for k, x := range others {
			switch {
			case corner == 0: // as they are
				out.point[x] = w.point[x]
			case (corner-1)>>k&1 == 1:
				out.point[x] = rooms[k].Hi
			default:
				out.point[x] = rooms[k].Lo
			}
		}
		if e.agrees(out, append(others, r), assumptions) {
			e.store(out)
			return out
		}
	}
	return nil
}

// agrees reports whether the conditions that read the ranges, and the
// assumptions, hold in a witness as it says.
func (e *Engine) agrees(w *witness, ranges []RangeID, assumptions []Lit) bool {
	for _, l := range assumptions {
		if !e.holds(w, l) {
			return false
		}
	}
	for _, r := range ranges {
		for _, i := range e.space.reads[r] {
			a := &e.space.atoms[i]
			e.loadWitness(w, []int32{i})
			e.used += evalSteps
			if got := a.pred.Eval(&e.box); got == Open || (got == Yes) != w.literal(a.lit) {
				return false
			}
		}
	}
	return true
}
