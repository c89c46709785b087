package configurator

import (
	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// maxCombinations bounds the combinations of values for which a statement is
// evaluated beforehand; beyond, it is decided lazily.
const maxCombinations = 4096

// opaque is the literal of a statement only known by evaluation.
func (e *encoder) opaque(a *constraint.Atom) space.Lit { return e.evaluated(a) }

// evaluated makes a statement a table of its true combinations where there are
// few, and else a condition the engine evaluates as it goes.
func (e *encoder) evaluated(a *constraint.Atom) space.Lit {
	vars := a.Vars()
	combinations := 1
	for _, v := range vars {
		if combinations *= e.vars[v].size(); combinations > maxCombinations {
			return e.space.Condition(newCondition(e, a, vars))
		}
	}
	columns := make([]column, len(vars))
	for i, v := range vars {
		columns[i] = e.valuesOf(v)
	}
	return e.enumerate(a, vars, columns)
}

// size is the number of values of a variable, or too many where they are not
// worth a literal each.
func (v *variable) size() int {
	switch v.kind {
	case rules.ChoiceKind:
		return len(v.options) + 1
	case rules.MultiKind:
		if len(v.options) <= 6 {
			return 1 << len(v.options)
		}
	case rules.BoolKind:
		return 3
	case rules.NumberKind, rules.DateKind:
		if v.count <= 2*smallRange {
			return int(v.count) + 1
		}
	}
	return maxCombinations + 1
}

// column is a variable as a list of values with their literals.
type column struct {
	lits   []space.Lit
	values []rules.Value
}

func (c *column) add(l space.Lit, v rules.Value) {
	if l != space.False {
		c.lits, c.values = append(c.lits, l), append(c.values, v)
	}
}

// valuesOf lists the values of a variable.
func (e *encoder) valuesOf(v constraint.Var) column {
	x := &e.vars[v]
	var c column
	switch x.kind {
	case rules.BoolKind:
		c.add(x.truth, rules.BoolValue(true))
		c.add(e.space.And(x.has, x.truth.Not()), rules.BoolValue(false))
		c.add(x.has.Not(), rules.None())
	case rules.ChoiceKind:
		for i, l := range x.options {
			c.add(l, x.set.Value(i))
		}
		c.add(x.none, rules.None())
	case rules.NumberKind, rules.DateKind:
		for i := range x.count {
			c.add(e.space.Equals(x.number, i), x.ruleValue(i))
		}
		c.add(x.has.Not(), rules.None())
	case rules.MultiKind:
		for bits := range 1 << len(x.options) {
			lits, chosen := []space.Lit{}, []int{}
			for i, l := range x.options {
				if bits>>i&1 == 1 {
					lits, chosen = append(lits, l), append(chosen, i)
				} else {
					lits = append(lits, l.Not())
				}
			}
			c.add(e.space.And(lits...), x.set.Set(chosen...))
		}
	}
	return c
}

// enumerate evaluates the statement for every combination.
func (e *encoder) enumerate(a *constraint.Atom, vars []constraint.Var, columns []column) space.Lit {
	point := assignment{}
	row := make([]int32, len(vars))
	var rows [][]int32
	lits := make([][]space.Lit, len(columns))
	for i, c := range columns {
		lits[i] = c.lits
	}
	for {
		for i, v := range vars {
			point[v] = columns[i].values[row[i]]
		}
		if a.Eval(point) {
			rows = append(rows, append([]int32{}, row...))
		}
		i := len(row) - 1
		for ; i >= 0; i-- {
			if row[i]++; int(row[i]) < len(columns[i].lits) {
				break
			}
			row[i] = 0
		}
		if i < 0 {
			return e.space.Row(lits, rows)
		}
	}
}

// assignment is a point given by a map.
type assignment map[constraint.Var]rules.Value

// Value returns the value of a variable, none where it has no other.
func (a assignment) Value(v constraint.Var) rules.Value { return a[v] }

// condition evaluates one statement over boxes.
type condition struct {
	atom   *constraint.Atom
	vars   []variable
	inputs space.Inputs
}

func newCondition(e *encoder, a *constraint.Atom, vars []constraint.Var) *condition {
	c := &condition{atom: a, vars: e.vars}
	for _, v := range vars {
		x := &e.vars[v]
		switch x.kind {
		case rules.BoolKind:
			c.inputs.Lits = append(c.inputs.Lits, x.truth, x.has)
		case rules.ChoiceKind:
			c.inputs.Enums = append(c.inputs.Enums, x.enum)
		case rules.MultiKind:
			c.inputs.Lits = append(c.inputs.Lits, x.options...)
		case rules.NumberKind, rules.DateKind:
			c.inputs.Ranges = append(c.inputs.Ranges, x.number)
		case rules.TextKind:
			c.inputs.Lits = append(c.inputs.Lits, x.has)
		}
	}
	return c
}

// Inputs returns what the statement reads.
func (c *condition) Inputs() space.Inputs { return c.inputs }

// Eval bounds the statement over the box.
func (c *condition) Eval(b *space.Box) space.Truth {
	switch c.atom.Bounds(boxView{b, c.vars}) {
	case constraint.Yes:
		return space.Yes
	case constraint.No:
		return space.No
	}
	return space.Open
}

// boxView shows a box of the engine as one of the statement's variables.
type boxView struct {
	box  *space.Box
	vars []variable
}

// Domain returns what a variable can be in the box.
func (b boxView) Domain(v constraint.Var) constraint.Domain {
	x := &b.vars[v]
	switch x.kind {
	case rules.BoolKind:
		t, has := b.box.Lit(x.truth), b.box.Lit(x.has)
		if x.has == space.True {
			has = space.Yes
		}
		return constraint.Domain{None: has != space.Yes, True: t != space.No && has != space.No, False: t != space.Yes && has != space.No}
	case rules.ChoiceKind:
		return b.choice(x)
	case rules.MultiKind:
		return b.multi(x)
	case rules.TextKind:
		return constraint.Domain{None: b.box.Lit(x.has) != space.Yes}
	}
	lo, hi, has := b.box.Range(x.number)
	d := constraint.Domain{None: has != space.Yes, Low: x.at(lo), High: x.at(hi), Step: x.step}
	if has == space.No {
		d.Low, d.High = money.FromInt(1), money.FromInt(0)
	}
	return d
}

func (b boxView) choice(x *variable) constraint.Domain {
	d := constraint.Domain{Options: make([]uint64, (len(x.options)+63)/64)}
	b.box.Enum(x.enum, func(value int) bool {
		if value == len(x.options) {
			d.None = true
		} else {
			d.Options[value/64] |= 1 << (value % 64)
		}
		return true
	})
	return d
}

func (b boxView) multi(x *variable) constraint.Domain {
	words := (len(x.options) + 63) / 64
	d := constraint.Domain{Options: make([]uint64, words), Required: make([]uint64, words)}
	for i, l := range x.options {
		t := b.box.Lit(l)
		if t != space.No {
			d.Options[i/64] |= 1 << (i % 64)
		}
		if t == space.Yes {
			d.Required[i/64] |= 1 << (i % 64)
		}
	}
	return d
}
