package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// Bounds tells what the statement is over every assignment in the box: Yes, No,
// or Unknown when it may be either. A box of one assignment is always decided.
func (o *Opaque) Bounds(b Box) Truth { return o.expr.truthIn(b) }

// Interval encloses the number the quantity can be in the box; dates are days.
func (q *Quantity) Interval(b Box) Interval { return q.expr.numberIn(b) }

// Bounds tells what the formula is over the box, as Opaque.Bounds.
func (f *Formula) Bounds(b Box) Truth {
	switch f.Op {
	case True:
		return Yes
	case False:
		return No
	case Literal:
		if f.Negated {
			return f.Atom.Bounds(b).not()
		}
		return f.Atom.Bounds(b)
	default:
		out := known(f.Op == And)
		for _, a := range f.Args {
			t := a.Bounds(b)
			if f.Op == And {
				out = out.and(t)
			} else {
				out = out.or(t)
			}
		}
		return out
	}
}

// Bounds tells what the atom is over the box, as Opaque.Bounds.
func (t *Atom) Bounds(b Box) Truth {
	switch t.Kind {
	case BoolAtom:
		d := b.Domain(t.Var)
		return decide(d.True, d.False || d.None)
	case OptionAtom:
		d := b.Domain(t.Var)
		return decide(contains(d.Options, t.Option), d.None || !onlyIn(d.Options, t.Option))
	case HoldsAtom:
		d := b.Domain(t.Var)
		return decide(contains(d.Options, t.Option), !contains(d.Required, t.Option))
	case PresentAtom:
		d := b.Domain(t.Var)
		return decide(d.some(t.valueKind), d.None)
	case LinearAtom:
		return t.Linear.Bounds(b)
	case TableAtom:
		return t.Table.Bounds(b)
	default:
		return t.Opaque.Bounds(b)
	}
}

// Bounds tells what the statement is over the box, as Opaque.Bounds.
func (l *Linear) Bounds(b Box) Truth {
	total := point(money.Decimal{})
	for _, t := range l.Terms {
		x := point(t.Coefficient)
		if t.Var != NoVar {
			x = x.times(b.Domain(t.Var).number().orZero())
		}
		if t.Guard != nil {
			x = x.given(t.Guard.Bounds(b))
		}
		total = total.plus(x)
	}
	if l.Equal {
		return total.compare(rules.OpEq, point(l.Bound))
	}
	return total.compare(rules.OpLe, point(l.Bound))
}

// number is the domain of a number as an interval.
func (d Domain) number() Interval {
	return Interval{None: d.None, Some: d.Low.Cmp(d.High) <= 0, Low: d.Low, High: d.High}
}

// orZero counts none as 0.
func (i Interval) orZero() Interval {
	if i.None {
		i.None = false
		return i.union(point(money.Decimal{}))
	}
	return i
}

// given is the interval where a condition holds, and 0 where it does not.
func (i Interval) given(t Truth) Interval {
	switch t {
	case Yes:
		return i.orZero()
	case No:
		return point(money.Decimal{})
	default:
		i.None = true
		return i.orZero()
	}
}

// Bounds tells what the statement is over the box, as Opaque.Bounds.
func (m *Membership) Bounds(b Box) Truth {
	args := make([]*expr, len(m.Cells))
	for i, c := range m.Cells {
		if args[i] = constantExpr(c.Value); c.Var != NoVar {
			args[i] = &expr{op: rules.OpRead, v: c.Var, property: -1, options: m.vars[i].Options, kind: m.vars[i].Kind}
		}
	}
	return matches(b, m.Table, args).any
}

// Truth bounds a quantity that is a truth value, as Opaque.Bounds.
func (q *Quantity) Truth(b Box) Truth { return q.expr.truthIn(b) }
