package space

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// Engine answers questions about one Space. It learns as it goes; two
// goroutines must not use it at a time.
type Engine struct {
	space  *Space
	solver *sat.Solver
	// selectors are the literals that switch tags on, in engines for
	// explanations; nil elsewhere.
	selectors []Lit
	// order holds, per range, the literals x <= c known so far.
	order [][]bound
	// meaning tells what a literal made after the build says of a range.
	meaning []fact
	made    map[fact]Lit
	box     Box
	// rooms are what the model or witness looked at leaves to each range.
	rooms []Interval
	// found is the configuration that solve found last.
	found   *witness
	pool    pool
	patcher patcher
	budget  int64
	used    int64
	// cut: a limit other than the budget left something undecided.
	cut   bool
	asked int64
	ctx   context.Context
}

// fact is the meaning of a literal made after the build.
type fact struct {
	kind factKind
	r    RangeID
	c    int64
	// absent or other is true, of unless.
	absent, other Lit
}

type factKind uint8

const (
	atMost   factKind = iota // range r is at most c, or none
	equals                   // range r is present and equals c
	unless                   // other is true, or what it speaks of is absent
	selector                 // a tag is switched on
	counting                 // an output of a counter of Minimise
)

// NewEngine returns an engine without tags: all rules hold for ever.
func (s *Space) NewEngine() *Engine {
	e := s.bare()
	for _, c := range s.clauses {
		e.solver.AddClause(c.lits...)
	}
	return e
}

// NewExplainer returns an engine whose tagged clauses hold only where the
// tag's Selector is assumed.
func (s *Space) NewExplainer() *Engine {
	e := s.bare()
	e.selectors = make([]Lit, s.tags)
	for i := range e.selectors {
		e.selectors[i] = e.newLit(fact{kind: selector, c: int64(i)})
		e.solver.SetPhase(e.selectors[i])
	}
	var lits []Lit
	for _, c := range s.clauses {
		lits = append(lits[:0], c.lits...)
		if c.tag >= 0 {
			lits = append(lits, e.selectors[c.tag].Not())
		}
		e.solver.AddClause(lits...)
	}
	return e
}

func (s *Space) bare() *Engine {
	e := &Engine{space: s, solver: sat.New(), order: make([][]bound, len(s.ranges)), made: map[fact]Lit{}, ctx: context.Background()}
	for range s.vars {
		e.solver.NewVar()
	}
	for i, r := range s.ranges {
		e.order[i] = slices.Clone(r.order)
	}
	e.rooms = make([]Interval, len(s.ranges))
	e.box = Box{enums: make([]enumBox, len(s.enums)), ranges: make([]rangeBox, len(s.ranges))}
	e.pool.words = (s.vars + 63) / 64
	return e
}

// Selector returns the literal that switches a tag on.
func (e *Engine) Selector(t Tag) Lit { return e.selectors[t] }

// Begin starts a question with a budget of solver steps (0 for no limit) and a
// context whose end aborts it.
func (e *Engine) Begin(ctx context.Context, budget int64) {
	e.ctx, e.budget, e.used, e.cut = ctx, budget, 0, false
	e.asked = e.solver.Solves()
}

// Ended reports whether the budget has ended, or a limit that counts work has
// left something undecided, since Begin.
func (e *Engine) Ended() bool { return e.cut || e.budget > 0 && e.used >= e.budget }

// Asked returns how many times the solver was asked since Begin.
func (e *Engine) Asked() int64 { return e.solver.Solves() - e.asked }

// Used returns the steps spent since Begin.
func (e *Engine) Used() int64 { return e.used }

// Solves returns how many times the solver was asked since the engine was made.
func (e *Engine) Solves() int64 { return e.solver.Solves() }

// Grown reports how many literals were added since the engine was made: an
// engine that has grown much is better replaced.
func (e *Engine) Grown() int { return len(e.meaning) }

func (e *Engine) newLit(f fact) Lit {
	e.meaning = append(e.meaning, f)
	l := e.solver.NewVar()
	e.made[f] = l
	return l
}

// AtMost returns the literal that r <= c; true where r is none.
func (e *Engine) AtMost(r RangeID, c int64) Lit {
	x := &e.space.ranges[r]
	switch {
	case c < x.lo:
		return x.has.Not()
	case c >= x.hi:
		return True
	}
	known := intRange{order: e.order[r]}
	i, ok := known.find(c)
	if ok {
		return known.order[i].lit
	}
	l := e.newLit(fact{kind: atMost, r: r, c: c})
	e.order[r] = slices.Insert(e.order[r], i, bound{c, l})
	e.solver.AddClause(x.has, l)
	if i > 0 {
		e.solver.AddClause(e.order[r][i-1].lit.Not(), l)
	}
	if i+1 < len(e.order[r]) {
		e.solver.AddClause(l.Not(), e.order[r][i+1].lit)
	}
	return l
}

// AtLeast returns the literal that r is present and r >= c.
func (e *Engine) AtLeast(r RangeID, c int64) Lit {
	x := &e.space.ranges[r]
	if c <= x.lo {
		return x.has
	}
	return e.AtMost(r, c-1).Not()
}

// Equals returns the literal that r is present and equals c.
func (e *Engine) Equals(r RangeID, c int64) Lit {
	x := &e.space.ranges[r]
	if c < x.lo || c > x.hi {
		return False
	}
	f := fact{kind: equals, r: r, c: c}
	if l, ok := e.made[f]; ok {
		return l
	}
	low, high := e.AtLeast(r, c), e.AtMost(r, c)
	l := e.newLit(f)
	e.solver.AddClause(l.Not(), x.has)
	e.solver.AddClause(l.Not(), low)
	e.solver.AddClause(l.Not(), high)
	e.solver.AddClause(l, x.has.Not(), low.Not(), high.Not())
	return l
}

// Unless returns the literal that l is true or absent is. absent must be true
// only where everything l speaks of is none: a range has no value there.
func (e *Engine) Unless(absent, l Lit) Lit {
	if absent == False {
		return l
	}
	f := fact{kind: unless, absent: absent, other: l}
	if l, ok := e.made[f]; ok {
		return l
	}
	out := e.newLit(f)
	e.solver.AddClause(out.Not(), absent, l)
	e.solver.AddClause(out, absent.Not())
	e.solver.AddClause(out, l.Not())
	return out
}
