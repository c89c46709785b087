package configurator

import (
	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// assert states that the formula holds, or one of the literals in or.
func (e *encoder) assert(t space.Tag, f *constraint.Formula, or ...space.Lit) {
	switch {
	case f.Op == constraint.And:
		for _, a := range f.Args {
			e.assert(t, a, or...)
		}
		return
	case f.Op == constraint.Or:
		if e.assertRow(t, f, or) {
			return
		}
		clause := append([]space.Lit{}, or...)
		for _, a := range f.Args {
			clause = append(clause, e.lit(a))
		}
		e.space.Clause(t, clause...)
		return
	case isRow(f):
		cond := e.space.Or(or...).Not()
		columns, rows := e.rows(f.Atom.Table)
		e.space.RequireRow(t, cond, columns, rows)
		return
	}
	e.space.Clause(t, append([]space.Lit{e.lit(f)}, or...)...)
}

func isRow(f *constraint.Formula) bool {
	return f.Op == constraint.Literal && !f.Negated && f.Atom.Kind == constraint.TableAtom
}

// assertRow states a disjunction with one table by propagating the table where
// the rest is false.
func (e *encoder) assertRow(t space.Tag, f *constraint.Formula, or []space.Lit) bool {
	for i, a := range f.Args {
		if !isRow(a) {
			continue
		}
		rest := append([]space.Lit{}, or...)
		for j, other := range f.Args {
			if j != i {
				rest = append(rest, e.lit(other))
			}
		}
		e.assert(t, a, rest...)
		return true
	}
	return false
}

// lit is the literal that equals the formula.
func (e *encoder) lit(f *constraint.Formula) space.Lit {
	switch f.Op {
	case constraint.True:
		return space.True
	case constraint.False:
		return space.False
	case constraint.Literal:
		l := e.atom(f.Atom)
		if f.Negated {
			l = l.Not()
		}
		return l
	}
	if l, ok := e.lits[f]; ok {
		return l
	}
	args := make([]space.Lit, len(f.Args))
	for i, a := range f.Args {
		args[i] = e.lit(a)
	}
	var l space.Lit
	if f.Op == constraint.And {
		l = e.space.And(args...)
	} else {
		l = e.space.Or(args...)
	}
	e.lits[f] = l
	return l
}

func (e *encoder) atom(a *constraint.Atom) space.Lit {
	if l, ok := e.atoms[a.ID]; ok {
		return l
	}
	l := e.newAtom(a)
	e.atoms[a.ID] = l
	return l
}

func (e *encoder) newAtom(a *constraint.Atom) space.Lit {
	switch a.Kind {
	case constraint.BoolAtom:
		return e.vars[a.Var].truth
	case constraint.OptionAtom, constraint.HoldsAtom:
		return e.vars[a.Var].options[a.Option]
	case constraint.PresentAtom:
		return e.vars[a.Var].has
	case constraint.LinearAtom:
		return e.linear(a)
	case constraint.TableAtom:
		columns, rows := e.rows(a.Table)
		return e.space.Row(columns, rows)
	}
	return e.opaque(a)
}

// rows turns a membership into columns of value literals and rows of indexes.
// The last value of each column stands for everything no row names.
func (e *encoder) rows(m *constraint.Membership) ([][]space.Lit, [][]int32) {
	columns := make([][]space.Lit, len(m.Cells))
	index := make([]map[string]int32, len(m.Cells))
	for c, cell := range m.Cells {
		columns[c], index[c] = e.column(m, c, cell)
	}
	var rows [][]int32
next:
	for r := range m.Table.Len() {
		row := make([]int32, len(m.Cells))
		for c := range m.Cells {
			v := m.Table.Cell(r, c)
			i, ok := index[c][v.String()]
			if v.IsNone() || !ok {
				continue next
			}
			row[c] = i
		}
		rows = append(rows, row)
	}
	return columns, rows
}

// column lists literals of which one is true: one per value that occurs in the
// column and that the cell can have, and one for the rest.
func (e *encoder) column(m *constraint.Membership, c int, cell constraint.Cell) ([]space.Lit, map[string]int32) {
	index := map[string]int32{}
	var lits []space.Lit
	for r := range m.Table.Len() {
		v := m.Table.Cell(r, c)
		text := v.String()
		if _, known := index[text]; known || v.IsNone() {
			continue
		}
		if l := e.equals(cell, v); l != space.False {
			index[text] = int32(len(lits))
			lits = append(lits, l)
		}
	}
	return append(lits, e.space.Or(lits...).Not()), index
}

// equals is the literal that a cell has a value of a table.
func (e *encoder) equals(cell constraint.Cell, v rules.Value) space.Lit {
	if cell.Var == constraint.NoVar {
		if cell.Value.Text() == v.Text() && v.Text() != "" || cell.Value.Equal(v) {
			return space.True
		}
		return space.False
	}
	x := &e.vars[cell.Var]
	switch x.kind {
	case rules.ChoiceKind:
		if o := x.set.Find(v.Text()); o != nil {
			return x.options[o.Index()]
		}
	case rules.BoolKind:
		if v.Kind() == rules.BoolKind {
			if v.Truth() {
				return x.truth
			}
			return e.space.And(x.has, x.truth.Not())
		}
	case rules.NumberKind, rules.DateKind:
		if d, ok := v.Decimal(); ok {
			if i, exact := x.below(d); exact {
				return e.space.Equals(x.number, i)
			}
		}
	}
	return space.False
}
