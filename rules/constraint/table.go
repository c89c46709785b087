package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// tableRow is a row of a table, and when the keys match it.
type tableRow struct {
	row  int
	when *Formula
}

// rows lists the rows the keys of a node can match; false if there are too many
// or the keys have no better form than evaluation.
func (b *Builder) rows(n *rules.Node, at place) ([]tableRow, bool) {
	if n.Table.Len()*len(n.Args) > maxRows {
		return nil, false
	}
	var out []tableRow
	for row := range n.Table.Len() {
		when := truth(true)
		for i, a := range n.Args {
			f, ok := b.isCell(a, n.Table.Cell(row, i), at)
			if !ok {
				return nil, false
			}
			when = b.And(when, f)
		}
		if when.Op != False {
			out = append(out, tableRow{row, when})
		}
	}
	return out, true
}

// isCell is the formula that a key equals a cell of the table.
func (b *Builder) isCell(key *rules.Node, cell rules.Value, at place) (*Formula, bool) {
	if cell.IsNone() {
		return truth(false), true
	}
	value := &rules.Node{Op: rules.OpConst, Type: rules.Type{Kind: cell.Kind()}, Value: cell}
	switch key.Type.Kind {
	case rules.ChoiceKind, rules.TextKind:
		cases, ok := b.cases(key, at)
		for _, c := range cases {
			if c.text == cell.Text() {
				return c.when, ok
			}
		}
		return truth(false), ok
	case rules.BoolKind:
		return b.sameTruth(key, value, at), true
	default:
		s, ok := b.linear(key, at)
		if !ok {
			return nil, false
		}
		return b.compareSum(rules.OpEq, b.plus(s, constantSum(cell).scale(money.FromInt(-1)))), true
	}
}

// allowed is a table atom where the keys are variables and constants, else the
// disjunction of its rows.
func (b *Builder) allowed(n *rules.Node, at place) *Formula {
	cells := make([]Cell, len(n.Args))
	variables := false
	for i, a := range n.Args {
		c, ok := b.cell(a, at)
		if !ok {
			return b.allowedRows(n, at)
		}
		if c.Var == NoVar && c.Value.IsNone() {
			return truth(false)
		}
		cells[i] = c
		variables = variables || c.Var != NoVar
	}
	m := &Membership{Table: n.Table, Cells: cells, vars: make([]Variable, len(cells))}
	for i, c := range cells {
		if c.Var != NoVar {
			m.vars[i] = b.space.vars[c.Var]
		}
	}
	if !variables {
		return truth(m.Eval(nil))
	}
	k := "t" + n.Table.Name
	for _, c := range cells {
		k += key('v', int(c.Var), len(c.Value.String())) + c.Value.String()
	}
	return b.atom(k, func() *Atom { return &Atom{Kind: TableAtom, Table: m} })
}

// cell is a key that is a variable or a constant.
func (b *Builder) cell(n *rules.Node, at place) (Cell, bool) {
	if n.Op == rules.OpConst {
		return Cell{Var: NoVar, Value: n.Value}, true
	}
	if n.Op != rules.OpRead || n.Ref.Property >= 0 || n.Ref.Slot < 0 {
		return Cell{}, false // an element that is an option has no slot either
	}
	t := at.follow(n.Ref)
	if t.absent {
		return Cell{Var: NoVar}, true
	}
	v := t.instance.vars[n.Ref.Slot]
	_, defined := b.definitions[v]
	return Cell{Var: v}, !defined
}

func (b *Builder) allowedRows(n *rules.Node, at place) *Formula {
	rows, ok := b.rows(n, at)
	if !ok {
		return b.opaque(n, at)
	}
	var out []*Formula
	for _, r := range rows {
		out = append(out, r.when)
	}
	return b.Or(out...)
}

// lookupTruth is a look-up of a bool column as a condition.
func (b *Builder) lookupTruth(n *rules.Node, at place) *Formula {
	rows, ok := b.rows(n, at)
	if !ok {
		return b.opaque(n, at)
	}
	var out []*Formula
	for _, r := range rows {
		if n.Table.Cell(r.row, n.Column).Truth() {
			out = append(out, r.when)
		}
	}
	return b.Or(out...)
}
