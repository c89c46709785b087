package sat

import "math"

// Implied puts the assumptions on the trail, propagates, and returns the trail:
// every literal that follows by unit propagation, those of the clauses alone
// first. ok is false when propagation meets a contradiction. The slice is valid
// until the next call.
func (s *Solver) Implied(assumptions []Lit) (trail []Lit, ok bool) {
	if !s.ok {
		return nil, false
	}
	s.share(assumptions)
	if s.propagate() != 0 {
		if len(s.limits) == 0 {
			s.ok = false
		}
		s.cancel(len(s.limits) - 1)
		return nil, false
	}
	for len(s.limits) < len(assumptions) {
		p := assumptions[len(s.limits)]
		if s.value[p] < 0 {
			return nil, false
		}
		s.limits = append(s.limits, int32(len(s.trail)))
		if s.value[p] > 0 {
			continue
		}
		s.enqueue(p, 0)
		if s.propagate() != 0 {
			s.cancel(len(s.limits) - 1)
			return nil, false
		}
	}
	return s.trail, true
}

// Value returns what the last Implied found for l: 1 true, -1 false, 0 open.
func (s *Solver) Value(l Lit) int8 { return s.value[l] }

// Assumed returns what the assumptions of the last Solve, and the clauses,
// implied for l by propagation: 1 true, -1 false, 0 open. It is valid after Sat.
func (s *Solver) Assumed(l Lit) int8 {
	if int(s.level[l.Var()]) <= len(s.assumed) {
		return s.value[l]
	}
	return 0
}

// share keeps the part of the trail that belongs to the common beginning of
// these assumptions and the last ones.
func (s *Solver) share(assumptions []Lit) {
	k := 0
	for k < len(assumptions) && k < len(s.assumed) && k < len(s.limits) && assumptions[k] == s.assumed[k] {
		k++
	}
	s.cancel(k)
	s.assumed = append(s.assumed[:0], assumptions...)
}

// Solve looks for a model of the clauses in which all assumptions are true, in
// at most budget steps (0 for no limit).
func (s *Solver) Solve(assumptions []Lit, budget int64) Status {
	s.solves++
	s.core = s.core[:0]
	if !s.ok {
		return Unsat
	}
	if s.maxLearned == 0 {
		s.maxLearned = float64(s.clauses)/3 + 2000
	}
	s.share(assumptions)
	s.softNext = 0
	for len(s.stamp) <= len(s.level)+len(assumptions) {
		s.stamp = append(s.stamp, 0)
	}
	end := int64(math.MaxInt64)
	if budget > 0 {
		end = s.steps + budget
	}
	for restart := int64(1); ; restart++ {
		status := s.search(assumptions, luby(restart)*100, end)
		if status != Budget {
			return status
		}
		if s.steps >= end {
			return Budget
		}
		if len(s.limits) > len(assumptions) {
			s.cancel(len(assumptions))
		}
	}
}

// search runs until an answer, a number of conflicts or the end of the budget.
func (s *Solver) search(assumptions []Lit, conflicts, end int64) Status {
	for {
		if conflict := s.propagate(); conflict != 0 {
			s.steps++
			conflicts--
			if len(s.limits) == 0 {
				s.ok = false
				return Unsat
			}
			s.learn(conflict)
			continue
		}
		if conflicts <= 0 || s.steps >= end {
			return Budget
		}
		if float64(len(s.learned)) > s.maxLearned+float64(len(s.trail)) {
			s.reduce()
		}
		next, failed := s.assume(assumptions)
		if failed {
			return Unsat
		}
		if next == Undef {
			next = s.decide()
		}
		if next == Undef {
			s.keepModel()
			return Sat
		}
		s.limits = append(s.limits, int32(len(s.trail)))
		s.enqueue(next, 0)
	}
}

// assume returns the next open assumption; failed means one is false.
func (s *Solver) assume(assumptions []Lit) (next Lit, failed bool) {
	for len(s.limits) < len(assumptions) {
		p := assumptions[len(s.limits)]
		switch {
		case s.value[p] > 0:
			s.limits = append(s.limits, int32(len(s.trail)))
		case s.value[p] < 0:
			s.explain(p)
			return Undef, true
		default:
			return p, false
		}
	}
	return Undef, false
}

// decide picks the next open literal: soft ones in order, then the one
// met in the latest conflict.
func (s *Solver) decide() Lit {
	for s.softNext < len(s.soft) {
		l := s.soft[s.softNext]
		s.softNext++
		if s.value[l] == 0 {
			return l
		}
	}
	q := &s.queue
	for v := q.search; v >= 0; v = q.next[v] {
		if l := Pos(int(v)); s.value[l] == 0 {
			q.search = v
			if s.phase[v] {
				return l.Not()
			}
			return l
		}
	}
	return Undef
}

func (s *Solver) keepModel() {
	s.model = s.model[:0]
	for v := range s.level {
		s.model = append(s.model, s.value[Pos(v)] > 0)
	}
}

// luby is the restart sequence 1 1 2 1 1 2 4 ...
func luby(i int64) int64 {
	for k := uint(1); ; k++ {
		switch {
		case i == 1<<k-1:
			return 1 << (k - 1)
		case i < 1<<k-1:
			return luby(i - 1<<(k-1) + 1)
		}
	}
}
