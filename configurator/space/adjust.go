package space

// maxBends bounds how many times adjust moves a number.
const maxBends = 5

// adjust looks for values of the ranges, each within its room, at which every
// one of the conditions evaluates as w says, and puts them in w. It moves one
// number at a time to where a wrong condition becomes right, the move that
// leaves the fewest wrong. It returns -1, or a condition that stays wrong.
func (e *Engine) adjust(w *witness, rooms []Interval, atoms []int32) int32 {
	e.loadWitness(w, atoms)
	wrong, _ := e.wrong(w, atoms, len(atoms))
	for range maxBends {
		if wrong < 0 {
			return -1
		}
		left, ok := e.bend(w, rooms, atoms, wrong)
		if !ok {
			return wrong
		}
		wrong = left
	}
	return wrong
}

// right evaluates a condition over the box: is it as w says?
func (e *Engine) right(w *witness, i int32) bool {
	a := &e.space.atoms[i]
	e.used += evalSteps
	got := a.pred.Eval(&e.box)
	return got != Open && (got == Yes) == w.literal(a.lit)
}

// wrong counts the conditions that are not as w says, up to most, and returns
// the first.
func (e *Engine) wrong(w *witness, atoms []int32, most int) (first int32, count int) {
	first = -1
	for _, i := range atoms {
		if e.right(w, i) {
			continue
		}
		if first < 0 {
			first = i
		}
		if count++; count >= most {
			break
		}
	}
	return first, count
}

// move puts a range in the box at a value.
func (e *Engine) move(r RangeID, to int64) { e.box.ranges[r] = rangeBox{lo: to, hi: to, has: Yes} }

// bend makes condition i right by moving one of its numbers, or else all of
// them to a corner of their rooms. It returns the first condition wrong then.
func (e *Engine) bend(w *witness, rooms []Interval, atoms []int32, i int32) (wrong int32, ok bool) {
	if !e.couldBeRight(w, rooms, i) {
		return i, false
	}
	moved, to, least := RangeID(-1), int64(0), len(atoms)
	for _, r := range e.space.atoms[i].inputs.Ranges {
		at := w.point[r]
		if !w.has(e, r) {
			continue
		}
		for _, end := range []int64{rooms[r].Lo, rooms[r].Hi} {
			if end == at || least == 0 {
				continue
			}
			if e.move(r, end); !e.right(w, i) {
				continue
			}
			end = e.nearest(w, i, r, at, end)
			e.move(r, end)
			if first, n := e.wrong(w, atoms, least); n < least {
				moved, to, least, wrong = r, end, n, first
			}
		}
		e.move(r, at)
	}
	if moved < 0 {
		if !e.corner(w, rooms, i) {
			return i, false
		}
		wrong, _ = e.wrong(w, atoms, len(atoms))
		return wrong, true
	}
	e.move(moved, to)
	w.point[moved] = to
	return wrong, true
}

// couldBeRight evaluates a condition over all of the rooms.
func (e *Engine) couldBeRight(w *witness, rooms []Interval, i int32) bool {
	a := &e.space.atoms[i]
	for _, r := range a.inputs.Ranges {
		if w.has(e, r) {
			e.box.ranges[r] = rangeBox{lo: rooms[r].Lo, hi: rooms[r].Hi, has: Yes}
		}
	}
	e.used += evalSteps
	got := a.pred.Eval(&e.box)
	for _, r := range a.inputs.Ranges {
		if w.has(e, r) {
			e.move(r, w.point[r])
		}
	}
	return got == Open || (got == Yes) == w.literal(a.lit)
}

// nearest returns the value nearest to from, where condition i is wrong, at
// which it is right, knowing that it is at to; it presumes that there is one
// place where it turns right.
func (e *Engine) nearest(w *witness, i int32, r RangeID, from, to int64) int64 {
	for abs(to-from) > 1 {
		middle := from + (to-from)/2
		if e.move(r, middle); e.right(w, i) {
			to = middle
		} else {
			from = middle
		}
	}
	return to
}

// maxCorners bounds the corners of the rooms that are tried.
const maxCorners = 32

// corner moves the numbers of a condition to a corner of their rooms where it is
// right.
func (e *Engine) corner(w *witness, rooms []Interval, i int32) bool {
	ranges := e.space.atoms[i].inputs.Ranges
	for corner := range min(maxCorners, 1<<min(len(ranges), 30)) {
		for k, r := range ranges {
			if !w.has(e, r) {
				continue
			}
			to := rooms[r].Lo
			if corner>>min(k, 30)&1 == 1 {
				to = rooms[r].Hi
			}
			e.move(r, to)
		}
		if e.right(w, i) {
			for _, r := range ranges {
				if w.has(e, r) {
					w.point[r] = e.box.ranges[r].lo
				}
			}
			return true
		}
	}
	return false
}
