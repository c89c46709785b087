package sat

import (
	"cmp"
	"slices"
)

// learn derives the clause of the first unique implication point, jumps back
// and asserts it.
func (s *Solver) learn(conflict ref) {
	clause, back, lbd := s.analyze(conflict)
	s.cancel(back)
	s.bump()
	if len(clause) == 1 {
		s.enqueue(clause[0], 0)
	} else {
		r := s.allocate(clause, lbd)
		s.attach(r)
		if len(clause) > 2 {
			s.learned = append(s.learned, r)
		}
		s.enqueue(clause[0], r)
	}
}

// bump moves the variables met in a conflict to the front of the queue, in the
// order they had.
func (s *Solver) bump() {
	slices.SortFunc(s.met, func(a, b int32) int { return cmp.Compare(s.queue.stamp[a], s.queue.stamp[b]) })
	for _, v := range s.met {
		s.queue.bump(v, s.value[Pos(int(v))] == 0)
	}
	s.met = s.met[:0]
}

// analyze resolves the conflict back to one literal of the present level. The
// clause is valid until the next call; its first literal is the asserted one,
// its second the one of the level to jump back to.
func (s *Solver) analyze(conflict ref) (clause []Lit, back, lbd int) {
	out := append(s.scratch[:0], Undef)
	open, at := 0, len(s.trail)-1
	present := int32(len(s.limits))
	p := Undef
	for {
		for _, u := range s.literals(conflict) {
			q := Lit(u)
			v := q.Var()
			if q == p || s.seen[v] || s.level[v] == 0 {
				continue
			}
			s.seen[v] = true
			s.met = append(s.met, int32(v))
			if s.level[v] == present {
				open++
			} else {
				out = append(out, q)
			}
		}
		for !s.seen[s.trail[at].Var()] {
			at--
		}
		p = s.trail[at]
		at--
		conflict = s.reason[p.Var()]
		s.seen[p.Var()] = false
		if open--; open == 0 {
			break
		}
	}
	out[0] = p.Not()
	out = s.minimise(out)
	back = s.second(out)
	s.scratch = out
	return out, back, s.blockDistance(out)
}

// minimise drops literals that the others imply.
func (s *Solver) minimise(c []Lit) []Lit {
	s.marked = append(s.marked[:0], c...)
	j := 1
	for _, l := range c[1:] {
		if s.reason[l.Var()] == 0 || !s.redundant(l) {
			c[j] = l
			j++
		}
	}
	for _, l := range s.marked {
		s.seen[l.Var()] = false
	}
	return c[:j]
}

// redundant reports whether l follows from literals already in the clause.
func (s *Solver) redundant(l Lit) bool {
	s.stack = append(s.stack[:0], l)
	top := len(s.marked)
	for len(s.stack) > 0 {
		p := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		for _, u := range s.literals(s.reason[p.Var()]) {
			q := Lit(u)
			v := q.Var()
			if v == p.Var() || s.seen[v] || s.level[v] == 0 {
				continue
			}
			if s.reason[v] == 0 {
				for _, x := range s.marked[top:] {
					s.seen[x.Var()] = false
				}
				s.marked = s.marked[:top]
				return false
			}
			s.seen[v] = true
			s.stack = append(s.stack, q)
			s.marked = append(s.marked, q)
		}
	}
	return true
}

// second moves the literal of the highest level below the present one to the
// second place and returns that level.
func (s *Solver) second(c []Lit) int {
	if len(c) == 1 {
		return 0
	}
	m := 1
	for i := 2; i < len(c); i++ {
		if s.level[c[i].Var()] > s.level[c[m].Var()] {
			m = i
		}
	}
	c[1], c[m] = c[m], c[1]
	return int(s.level[c[1].Var()])
}

// blockDistance counts the decision levels of a clause: few means useful.
func (s *Solver) blockDistance(c []Lit) int {
	s.stamps++
	n := 0
	for _, l := range c {
		if level := s.level[l.Var()]; s.stamp[level] != s.stamps {
			s.stamp[level] = s.stamps
			n++
		}
	}
	return n
}

// explain fills the core with the assumptions that make p false, and p.
func (s *Solver) explain(p Lit) {
	s.core = append(s.core[:0], p)
	if len(s.limits) == 0 || s.level[p.Var()] == 0 {
		return
	}
	s.seen[p.Var()] = true
	for i := len(s.trail) - 1; i >= int(s.limits[0]); i-- {
		l := s.trail[i]
		v := l.Var()
		if !s.seen[v] {
			continue
		}
		s.seen[v] = false
		if s.reason[v] == 0 {
			s.core = append(s.core, l)
			continue
		}
		for _, u := range s.literals(s.reason[v]) {
			if x := Lit(u).Var(); s.level[x] > 0 {
				s.seen[x] = true
			}
		}
		s.seen[v] = false
	}
}

// reduce forgets the less useful half of the learned clauses.
func (s *Solver) reduce() {
	slices.SortStableFunc(s.learned, func(a, b ref) int {
		if s.arena[a+1] != s.arena[b+1] {
			return int(s.arena[b+1]) - int(s.arena[a+1])
		}
		return s.size(b) - s.size(a)
	})
	kept := s.learned[:0]
	for i, r := range s.learned {
		if i < len(s.learned)/2 && s.arena[r+1] > 2 && !s.isReason(r) {
			s.arena[r+2] = 1
			s.garbage += s.size(r) + headerWords
		} else {
			kept = append(kept, r)
		}
	}
	s.learned = kept
	for p, list := range s.watches {
		j := 0
		for _, w := range list {
			if s.arena[w.clause+2] == 0 {
				list[j] = w
				j++
			}
		}
		s.watches[p] = list[:j]
	}
	s.maxLearned *= 1.1
	if s.garbage > len(s.arena)/3 {
		s.compact()
	}
}

func (s *Solver) isReason(r ref) bool {
	first := Lit(s.literals(r)[0])
	return s.value[first] > 0 && s.reason[first.Var()] == r
}

// compact moves the living clauses together. The third header word, free
// while a clause lives, holds its new place meanwhile.
func (s *Solver) compact() {
	next := make([]uint32, 1, len(s.arena)-s.garbage)
	for r := ref(1); int(r) < len(s.arena); {
		n := ref(s.size(r)) + headerWords
		if s.arena[r+2] == 0 {
			moved := uint32(len(next))
			next = append(next, s.arena[r:r+n]...)
			s.arena[r+2] = moved
		}
		r += n
	}
	for _, lists := range [][][]watch{s.watches, s.binary} {
		for _, list := range lists {
			for i := range list {
				list[i].clause = ref(s.arena[list[i].clause+2])
			}
		}
	}
	for _, l := range s.trail {
		if r := s.reason[l.Var()]; r != 0 {
			s.reason[l.Var()] = ref(s.arena[r+2])
		}
	}
	for i, r := range s.learned {
		s.learned[i] = ref(s.arena[r+2])
	}
	s.arena, s.garbage = next, 0
}
