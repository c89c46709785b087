package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// Eval reports whether the atom is true.
func (t *Atom) Eval(a Assignment) bool {
	switch t.Kind {
	case BoolAtom:
		return a.Value(t.Var).Truth()
	case OptionAtom:
		o := a.Value(t.Var).Option()
		return o != nil && o.Index() == t.Option
	case HoldsAtom:
		return a.Value(t.Var).Set().Has(t.Option)
	case PresentAtom:
		return !a.Value(t.Var).IsNone()
	case LinearAtom:
		return t.Linear.Eval(a)
	case TableAtom:
		return t.Table.Eval(a)
	default:
		return t.Opaque.Eval(a)
	}
}

// Vars returns the variables the atom is about, in order.
func (t *Atom) Vars() []Var { return (&Formula{Op: Literal, Atom: t}).Vars() }

func (t *Atom) collect(into map[Var]bool) {
	switch t.Kind {
	case LinearAtom:
		for _, term := range t.Linear.Terms {
			if term.Var != NoVar {
				into[term.Var] = true
			}
			if term.Guard != nil {
				term.Guard.collect(into)
			}
		}
	case TableAtom:
		for _, c := range t.Table.Cells {
			if c.Var != NoVar {
				into[c.Var] = true
			}
		}
	case OpaqueAtom:
		for _, v := range t.Opaque.Vars {
			into[v] = true
		}
	default:
		into[t.Var] = true
	}
}

// Sum returns the value of the left side.
func (l *Linear) Sum(a Assignment) money.Decimal {
	var total money.Decimal
	for _, t := range l.Terms {
		if t.Guard != nil && !t.Guard.Eval(a) {
			continue
		}
		x := t.Coefficient
		if t.Var != NoVar {
			x = x.Mul(numeric(a.Value(t.Var)))
		}
		total = total.Add(x)
	}
	return total
}

// Eval reports whether the statement is true.
func (l *Linear) Eval(a Assignment) bool {
	c := l.Sum(a).Cmp(l.Bound)
	return c == 0 || c < 0 && !l.Equal
}

// numeric is a number, or a date as its days, or 0 for none.
func numeric(v rules.Value) money.Decimal {
	if v.Kind() == rules.DateKind {
		return money.FromInt(int64(v.Date().Days()))
	}
	d, _ := v.Decimal()
	return d
}

// Eval reports whether the cells are a row of the table; a none is in no row.
func (m *Membership) Eval(a Assignment) bool {
	values := make([]rules.Value, len(m.Cells))
	for i, c := range m.Cells {
		if values[i] = c.Value; c.Var != NoVar {
			values[i] = a.Value(c.Var)
		}
	}
	return (&rules.Node{Op: rules.OpAllowed, Table: m.Table}).Apply(values...).Truth()
}

// Eval reports whether the statement is true.
func (o *Opaque) Eval(a Assignment) bool { return o.expr.truth(a) }

// Quantity is a value known by evaluation. It reads nothing but Vars.
type Quantity struct {
	Vars []Var
	expr *expr
}

// Eval returns the value.
func (q *Quantity) Eval(a Assignment) rules.Value { return q.expr.eval(a) }
