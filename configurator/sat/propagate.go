package sat

// propagate follows unit clauses until nothing is left to do or a clause is
// false, which it returns.
func (s *Solver) propagate() ref {
	for s.head < len(s.trail) {
		p := s.trail[s.head]
		s.head++
		s.steps++
		for _, w := range s.binary[p] {
			switch v := s.value[w.blocker]; {
			case v == 0:
				s.enqueue(w.blocker, w.clause)
			case v < 0:
				s.head = len(s.trail)
				return w.clause
			}
		}
		if conflict := s.visit(p); conflict != 0 {
			s.head = len(s.trail)
			return conflict
		}
	}
	return 0
}

// visit goes through the longer clauses that watch the negation of p.
func (s *Solver) visit(p Lit) ref {
	list := s.watches[p]
	false32 := uint32(p ^ 1)
	i, j := 0, 0
next:
	for i < len(list) {
		w := list[i]
		i++
		if s.value[w.blocker] > 0 {
			list[j] = w
			j++
			continue
		}
		n := ref(s.arena[w.clause] &^ learnedBit)
		c := s.arena[w.clause+headerWords : w.clause+headerWords+n]
		if c[0] == false32 {
			c[0], c[1] = c[1], false32
		}
		first := Lit(c[0])
		if first != w.blocker && s.value[first] > 0 {
			list[j] = watch{w.clause, first}
			j++
			continue
		}
		for k := 2; k < len(c); k++ {
			if l := Lit(c[k]); s.value[l] >= 0 {
				c[1], c[k] = c[k], false32
				s.watches[l^1] = append(s.watches[l^1], watch{w.clause, first})
				continue next
			}
		}
		list[j] = watch{w.clause, first}
		j++
		if s.value[first] < 0 {
			j += copy(list[j:], list[i:])
			s.watches[p] = list[:j]
			return w.clause
		}
		s.enqueue(first, w.clause)
	}
	s.watches[p] = list[:j]
	return 0
}
