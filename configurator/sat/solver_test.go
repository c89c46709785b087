package sat_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/go-air/gini"
	"github.com/go-air/gini/z"
	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

func Example() {
	s := sat.New()
	diesel, automatic, towbar := s.NewVar(), s.NewVar(), s.NewVar()
	s.AddClause(diesel.Not(), automatic)           // diesel needs automatic
	s.AddClause(automatic.Not(), towbar.Not())     // automatic excludes the tow bar
	fmt.Println(s.Solve([]sat.Lit{diesel}, 0) > 0) // possible
	fmt.Println(s.Solve([]sat.Lit{diesel, towbar}, 0) > 0, len(s.Core()))
	// Output:
	// true
	// false 2
}

// formula is a random set of clauses near the threshold where both answers
// occur, with questions about it.
type formula struct {
	vars      int
	clauses   [][]sat.Lit
	questions [][]sat.Lit
	added     map[int][]sat.Lit // clauses added before a question
}

func drawFormula(t *rapid.T) formula {
	f := formula{vars: rapid.IntRange(1, 30).Draw(t, "vars"), added: map[int][]sat.Lit{}}
	lit := rapid.Custom(func(t *rapid.T) sat.Lit {
		return sat.Lit(rapid.IntRange(0, 2*f.vars-1).Draw(t, "lit"))
	})
	clause := rapid.SliceOfN(lit, 1, 4)
	f.clauses = rapid.SliceOfN(clause, 0, 4*f.vars).Draw(t, "clauses")
	f.questions = rapid.SliceOfN(rapid.SliceOfN(lit, 0, 6), 1, 12).Draw(t, "questions")
	for i := range f.questions {
		if rapid.Bool().Draw(t, "add") {
			f.added[i] = clause.Draw(t, "added")
		}
	}
	return f
}

func toGini(l sat.Lit) z.Lit {
	if l.Negative() {
		return z.Var(l.Var() + 1).Neg()
	}
	return z.Var(l.Var() + 1).Pos()
}

func giniSolve(clauses [][]sat.Lit, assumptions []sat.Lit) int {
	g := gini.New()
	for _, c := range clauses {
		for _, l := range c {
			g.Add(toGini(l))
		}
		g.Add(0)
	}
	for _, l := range assumptions {
		g.Assume(toGini(l))
	}
	return g.Solve()
}

func TestAgreesWithAnotherSolver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFormula(t)
		s := sat.New()
		for range f.vars {
			s.NewVar()
		}
		for _, c := range f.clauses {
			s.AddClause(c...)
		}
		all := slices.Clone(f.clauses)
		for i, q := range f.questions {
			if c := f.added[i]; c != nil {
				s.AddClause(c...)
				all = append(all, c)
			}
			if rapid.Bool().Draw(t, "soft") {
				s.SetSoft(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) sat.Lit {
					return sat.Lit(rapid.IntRange(0, 2*f.vars-1).Draw(t, "lit"))
				}), 0, 5).Draw(t, "softs"))
			}
			got, want := s.Solve(q, 0), giniSolve(all, q)
			if int(got) != want {
				t.Fatalf("question %d %v: %d, the other solver says %d", i, q, got, want)
			}
			checkAnswer(t, s, got, all, q)
		}
	})
}

func checkAnswer(t *rapid.T, s *sat.Solver, got sat.Status, clauses [][]sat.Lit, q []sat.Lit) {
	if got == sat.Sat {
		for _, c := range append(clauses, nil) {
			if c != nil && !slices.ContainsFunc(c, s.True) {
				t.Fatalf("the model breaks %v", c)
			}
		}
		for _, l := range q {
			if !s.True(l) {
				t.Fatalf("the model breaks assumption %v", l)
			}
		}
		return
	}
	core := slices.Clone(s.Core())
	for _, l := range core {
		if !slices.Contains(q, l) {
			t.Fatalf("core %v holds %v, which was not assumed", core, l)
		}
	}
	if giniSolve(clauses, core) != -1 {
		t.Fatalf("core %v is satisfiable", core)
	}
}

func TestImpliedLiteralsFollow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFormula(t)
		s := sat.New()
		for range f.vars {
			s.NewVar()
		}
		for _, c := range f.clauses {
			s.AddClause(c...)
		}
		for i, q := range f.questions {
			if i%2 == 0 {
				s.Solve(q, 0)
				continue
			}
			trail, ok := s.Implied(q)
			if !ok {
				if giniSolve(f.clauses, q) != -1 {
					t.Fatalf("propagation refutes %v, which is satisfiable", q)
				}
				continue
			}
			for _, l := range trail {
				if giniSolve(f.clauses, append(slices.Clone(q), l.Not())) != -1 {
					t.Fatalf("%v does not follow from %v", l, q)
				}
			}
		}
	})
}

func TestBudgetEndsWithoutAGuess(t *testing.T) {
	s := pigeons(9, 8)
	if got := s.Solve(nil, 500); got != sat.Budget {
		t.Fatalf("9 pigeons in 8 holes with 500 steps: %d, want the budget to end", got)
	}
	first := s.Steps()
	twin := pigeons(9, 8)
	twin.Solve(nil, 500)
	if twin.Steps() != first {
		t.Errorf("the same question took %d and %d steps", first, twin.Steps())
	}
	if got := s.Solve(nil, 0); got != sat.Unsat {
		t.Errorf("9 pigeons in 8 holes: %d, want unsatisfiable", got)
	}
}

// pigeons states that each pigeon has a hole and no hole two pigeons.
func pigeons(pigeons, holes int) *sat.Solver {
	s := sat.New()
	at := make([][]sat.Lit, pigeons)
	for p := range at {
		for range holes {
			at[p] = append(at[p], s.NewVar())
		}
		s.AddClause(at[p]...)
	}
	for h := range holes {
		for p := range pigeons {
			for q := range p {
				s.AddClause(at[p][h].Not(), at[q][h].Not())
			}
		}
	}
	return s
}

// TestForgettingKeepsAnswers makes the solver learn, forget and compact while
// it answers, on formulas hard enough to need it.
func TestForgettingKeepsAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vars := 120
		lit := rapid.Custom(func(t *rapid.T) sat.Lit { return sat.Lit(rapid.IntRange(0, 2*vars-1).Draw(t, "lit")) })
		s := sat.New()
		for range vars {
			s.NewVar()
		}
		sat.ForgetSoon(s)
		var clauses [][]sat.Lit
		for range 480 {
			c := []sat.Lit{lit.Draw(t, "a"), lit.Draw(t, "b"), lit.Draw(t, "c")}
			clauses = append(clauses, c)
			s.AddClause(c...)
		}
		for range 8 {
			q := rapid.SliceOfN(lit, 0, 4).Draw(t, "question")
			got := s.Solve(q, 0)
			if want := giniSolve(clauses, q); int(got) != want {
				t.Fatalf("%v: %d, the other solver says %d", q, got, want)
			}
			checkAnswer(t, s, got, clauses, q)
		}
	})
}
