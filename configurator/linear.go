package configurator

import (
	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// maxTotal bounds the values of a sum that is encoded; larger ones are decided
// by evaluation.
const maxTotal = 400

// linear is the literal of a linear statement.
func (e *encoder) linear(a *constraint.Atom) space.Lit {
	l := a.Linear
	s, ok := e.splitSum(l.Terms)
	if !ok {
		return e.evaluated(a)
	}
	bound := l.Bound.Shift(s.scale)
	if s.wide == constraint.NoVar {
		return e.compareTotal(a, s.totals, bound)
	}
	total, ok := e.space.Sum(s.totals, space.Everywhere, maxTotal)
	if !ok {
		return e.evaluated(a)
	}
	most := e.thresholds(total, s, bound)
	if !l.Equal {
		return most
	}
	// The same with all signs turned says "at least".
	s.factor = s.factor.Neg()
	return e.space.And(most, e.thresholds(total.Negate(), s, bound.Neg()))
}

// sumParts is a linear form of whole numbers: totals, and at most one wide
// variable times a factor. All are scaled by 10^scale.
type sumParts struct {
	totals []space.Total
	wide   constraint.Var
	factor money.Decimal
	scale  int
}

// splitSum sorts the terms into totals; false if they do not fit.
func (e *encoder) splitSum(terms []constraint.Term) (sumParts, bool) {
	s := sumParts{wide: constraint.NoVar}
	for _, t := range terms {
		places := t.Coefficient.Scale()
		if t.Var != constraint.NoVar {
			v := &e.vars[t.Var]
			places += max(v.min.Scale(), v.step.Scale())
		}
		s.scale = max(s.scale, places)
	}
	groups := map[constraint.Var]map[int]int64{}
	var order []constraint.Var
	for _, t := range terms {
		c := t.Coefficient.Shift(s.scale)
		switch {
		case t.Var == constraint.NoVar && isOption(t.Guard):
			weight, ok := c.Int64()
			if !ok {
				return s, false
			}
			v := t.Guard.Atom.Var
			if groups[v] == nil {
				groups[v] = map[int]int64{}
				order = append(order, v)
			}
			groups[v][t.Guard.Atom.Option] += weight
		case t.Var == constraint.NoVar:
			weight, ok := c.Int64()
			if !ok {
				return s, false
			}
			g := e.lit(t.Guard)
			s.totals = append(s.totals, e.space.TotalOf([]int64{weight, 0}, []space.Lit{g, g.Not()}))
		case e.vars[t.Var].small():
			total, ok := e.smallTerm(t, c)
			if !ok {
				return s, false
			}
			s.totals = append(s.totals, total)
		case t.Guard == nil && s.wide == constraint.NoVar:
			s.wide, s.factor = t.Var, c
		default:
			return s, false
		}
	}
	for _, v := range order {
		s.totals = append(s.totals, e.choiceTotal(v, groups[v]))
	}
	return s, true
}

func isOption(f *constraint.Formula) bool {
	return f != nil && f.Op == constraint.Literal && !f.Negated && f.Atom.Kind == constraint.OptionAtom
}

// choiceTotal is the weight of the option a choice has; 0 for none.
func (e *encoder) choiceTotal(v constraint.Var, weights map[int]int64) space.Total {
	x := &e.vars[v]
	var values []int64
	for i := range x.options {
		values = append(values, weights[i])
	}
	lits := x.options
	if x.none != space.False {
		values, lits = append(values, 0), append(append([]space.Lit{}, lits...), x.none)
	}
	return e.space.TotalOf(values, lits)
}

// smallTerm is coefficient * [guard] * a number with few values, 0 for none.
func (e *encoder) smallTerm(t constraint.Term, c money.Decimal) (space.Total, bool) {
	x := &e.vars[t.Var]
	guard := x.has
	if t.Guard != nil {
		guard = e.space.And(guard, e.lit(t.Guard))
	}
	var values []int64
	var lits []space.Lit
	for i := range x.count {
		n, ok := c.Mul(x.at(i)).Int64()
		if !ok {
			return space.Total{}, false
		}
		values = append(values, n)
		lits = append(lits, e.space.And(guard, e.space.Equals(x.number, i)))
	}
	if guard != space.True {
		values, lits = append(values, 0), append(lits, guard.Not())
	}
	return e.space.TotalOf(values, lits), true
}

// compareTotal is sum(totals) <= bound, or == where the statement says so.
func (e *encoder) compareTotal(a *constraint.Atom, totals []space.Total, bound money.Decimal) space.Lit {
	floor, ok := bound.Floor(0).Int64()
	if !ok || floor < space.Everywhere.Lo || floor > space.Everywhere.Hi {
		floor = space.Everywhere.Hi
		if bound.Sign() < 0 {
			floor = space.Everywhere.Lo
		}
	}
	if a.Linear.Equal && !bound.IsInt() {
		return space.False
	}
	total, ok := e.space.Sum(totals, space.Window{Lo: floor, Hi: floor + 1}, maxTotal)
	if !ok {
		return e.evaluated(a)
	}
	most := total.From(floor + 1).Not()
	if !a.Linear.Equal {
		return most
	}
	return e.space.And(most, total.From(floor))
}

// thresholds is total + factor*wide <= bound: for each value of the total, the
// wide variable has a bound of its own.
func (e *encoder) thresholds(t space.Total, s sumParts, bound money.Decimal) space.Lit {
	parts := make([]space.Lit, 0, len(t.Values))
	for i, value := range t.Values {
		left := bound.Sub(money.FromInt(value))
		parts = append(parts, e.space.Implies(t.AtLeast[i], e.wideAtMost(s, left)))
	}
	return e.space.And(parts...)
}

// wideAtMost is factor*wide <= limit; a wide variable that is none counts as 0.
func (e *encoder) wideAtMost(s sumParts, limit money.Decimal) space.Lit {
	x := &e.vars[s.wide]
	var l space.Lit
	if s.factor.Sign() > 0 {
		q, err := limit.QuoRound(s.factor, money.QuoPlaces, money.Floor)
		if err != nil {
			return space.False
		}
		i, _ := x.below(q)
		l = e.space.AtMost(x.number, i)
	} else {
		q, err := limit.QuoRound(s.factor, money.QuoPlaces, money.Ceiling)
		if err != nil {
			return space.False
		}
		i, exact := x.below(q)
		if !exact {
			i++
		}
		l = e.space.AtMost(x.number, i-1).Not()
	}
	if x.has == space.True {
		return l
	}
	none := space.False
	if limit.Sign() >= 0 {
		none = space.True
	}
	return e.space.If(x.has, l, none)
}
