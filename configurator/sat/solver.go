package sat

import (
	"math"
	"slices"
)

// Solver holds clauses and answers questions about them. See New.
type Solver struct {
	arena   []uint32 // clauses: header words, then literals
	watches [][]watch
	binary  [][]watch
	value   []int8 // by literal: 1 true, -1 false, 0 open
	level   []int32
	reason  []ref
	trail   []Lit
	limits  []int32 // trail length at each decision
	head    int     // next literal of the trail to propagate
	ok      bool

	queue    queue
	phase    []bool // saved polarity: true for negative
	soft     []Lit
	softNext int

	learned    []ref
	maxLearned float64
	garbage    int
	clauses    int

	assumed []Lit
	core    []Lit
	model   []bool

	seen    []bool
	marked  []Lit
	stack   []Lit
	stamp   []int64
	stamps  int64
	met     []int32
	scratch []Lit

	steps  int64
	solves int64
}

// ref is the place of a clause in the arena; 0 is none.
type ref uint32

// watch is one entry of a literal's watch list; blocker is another literal of
// the clause, which when true saves visiting it.
type watch struct {
	clause  ref
	blocker Lit
}

// New returns a solver without variables and clauses.
func New() *Solver {
	return &Solver{ok: true, arena: make([]uint32, 1), queue: newQueue()}
}

// NewVar adds a variable and returns its positive literal. Left alone, the
// solver tries it false first.
func (s *Solver) NewVar() Lit {
	v := len(s.level)
	s.level = append(s.level, 0)
	s.reason = append(s.reason, 0)
	s.phase = append(s.phase, true)
	s.seen = append(s.seen, false)
	s.value = append(s.value, 0, 0)
	s.watches = append(s.watches, nil, nil)
	s.binary = append(s.binary, nil, nil)
	s.queue.add()
	return Pos(v)
}

// Vars returns the number of variables.
func (s *Solver) Vars() int { return len(s.level) }

// Clauses returns the number of clauses added, without learned ones.
func (s *Solver) Clauses() int { return s.clauses }

// Steps returns the work done so far: propagated literals and conflicts.
func (s *Solver) Steps() int64 { return s.steps }

// Solves returns how many questions were asked.
func (s *Solver) Solves() int64 { return s.solves }

// SetPhase makes the solver try l's variable as in l first.
func (s *Solver) SetPhase(l Lit) { s.phase[l.Var()] = l.Negative() }

// SetSoft gives the literals to decide first, in order, in the next questions.
// The solver reads the slice until the next call.
func (s *Solver) SetSoft(lits []Lit) { s.soft, s.softNext = lits, 0 }

// True reports whether l was true in the last model found.
func (s *Solver) True(l Lit) bool { return s.model[l.Var()] != l.Negative() }

// Core returns the assumptions that contradict the clauses, after Unsat; empty
// when the clauses alone are contradictory. It is valid until the next call.
func (s *Solver) Core() []Lit { return s.core }

// Fixed returns 1 or -1 when the clauses alone were found to make l true or
// false, else 0.
func (s *Solver) Fixed(l Lit) int8 {
	if s.value[l] != 0 && s.level[l.Var()] == 0 {
		return s.value[l]
	}
	return 0
}

// AddClause adds the clause that one of the literals is true. It reports
// whether the clauses may still be satisfiable: false is final. It may be
// called between questions; the shared trail is kept as far as the clause
// allows.
func (s *Solver) AddClause(lits ...Lit) bool {
	if !s.ok {
		return false
	}
	c := s.simplify(lits)
	if c == nil {
		return true
	}
	s.clauses++
	s.rewind(c)
	switch len(c) {
	case 0:
		s.ok = false
		return false
	case 1:
		s.cancel(0)
		if s.value[c[0]] == 0 {
			s.enqueue(c[0], 0)
		}
		s.ok = s.value[c[0]] > 0 && s.propagate() == 0
		return s.ok
	}
	s.attach(s.allocate(c, 0))
	return true
}

// simplify sorts the literals into s.scratch without repetitions and literals
// that are false for ever; nil means the clause is true for ever.
func (s *Solver) simplify(lits []Lit) []Lit {
	c := append(s.scratch[:0], lits...)
	slices.Sort(c)
	out := c[:0]
	for i, l := range c {
		switch {
		case s.Fixed(l) > 0, i > 0 && l == c[i-1]^1 && l.Var() == c[i-1].Var():
			s.scratch = c
			return nil
		case s.Fixed(l) < 0, i > 0 && l == c[i-1]:
			continue
		}
		out = append(out, l)
	}
	s.scratch = c
	if out == nil {
		out = c[:0]
	}
	return out
}

// rewind undoes decisions until two literals of the clause are open or true,
// and moves those to the front, where they will be watched.
func (s *Solver) rewind(c []Lit) {
	if len(c) < 2 {
		return
	}
	for i := range 2 {
		best := i
		for j := i; j < len(c); j++ {
			if s.rank(c[j]) > s.rank(c[best]) {
				best = j
			}
		}
		c[i], c[best] = c[best], c[i]
	}
	for _, l := range c[:2] {
		if s.value[l] < 0 {
			s.cancel(int(s.level[l.Var()]) - 1)
		}
	}
}

// rank orders literals by how long they stay free to be watched.
func (s *Solver) rank(l Lit) int32 {
	if s.value[l] < 0 {
		return s.level[l.Var()]
	}
	return math.MaxInt32
}

const headerWords = 3 // size with the learned bit, activity block distance, spare

const learnedBit = 1 << 31

func (s *Solver) allocate(lits []Lit, lbd int) ref {
	r := ref(len(s.arena))
	header := uint32(len(lits))
	if lbd > 0 {
		header |= learnedBit
	}
	s.arena = append(s.arena, header, uint32(lbd), 0)
	for _, l := range lits {
		s.arena = append(s.arena, uint32(l))
	}
	return r
}

func (s *Solver) size(r ref) int { return int(s.arena[r] &^ learnedBit) }

func (s *Solver) literals(r ref) []uint32 {
	n := ref(s.arena[r] &^ learnedBit)
	return s.arena[r+headerWords : r+headerWords+n]
}

func (s *Solver) attach(r ref) {
	c := s.literals(r)
	a, b := Lit(c[0]), Lit(c[1])
	lists := s.watches
	if len(c) == 2 {
		lists = s.binary
	}
	lists[a^1] = append(lists[a^1], watch{r, b})
	lists[b^1] = append(lists[b^1], watch{r, a})
}

func (s *Solver) enqueue(l Lit, from ref) {
	s.value[l], s.value[l^1] = 1, -1
	v := l.Var()
	s.level[v] = int32(len(s.limits))
	s.reason[v] = from
	s.trail = append(s.trail, l)
}

// cancel undoes all decisions above a level.
func (s *Solver) cancel(level int) {
	if level < 0 {
		level = 0
	}
	if len(s.limits) <= level {
		return
	}
	from := int(s.limits[level])
	for i := len(s.trail) - 1; i >= from; i-- {
		l := s.trail[i]
		s.value[l], s.value[l^1] = 0, 0
		s.phase[l.Var()] = l.Negative()
		s.queue.open(int32(l.Var()))
	}
	s.trail = s.trail[:from]
	s.head = min(s.head, from)
	s.limits = s.limits[:level]
	s.softNext = 0
}
