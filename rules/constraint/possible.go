package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// possible lists the values that something without an order, or with few
// values, can have.
type possible struct {
	values []rules.Value
	none   bool
	// unknown is true when it can be something not listed.
	unknown bool
}

// possibleIn lists what a bool, choice, text, property or look-up can be.
func (e *expr) possibleIn(b Box) possible {
	switch {
	case e.formula != nil:
		return fromTruth(e.formula.Bounds(b))
	case e.op == rules.OpConst && e.value.IsNone():
		return possible{none: true}
	case e.op == rules.OpConst:
		return possible{values: []rules.Value{e.value}}
	case e.op == rules.OpRead:
		return e.readIn(b)
	case e.op == rules.OpIf:
		return e.possibleIf(b)
	case e.op == rules.OpLookup:
		return e.lookupIn(b)
	}
	return fromTruth(e.truthIn(b))
}

func (e *expr) possibleIf(b Box) possible {
	switch e.args[0].truthIn(b) {
	case Yes:
		return e.args[1].possibleIn(b)
	case No:
		return e.args[2].possibleIn(b)
	default:
		return e.args[1].possibleIn(b).union(e.args[2].possibleIn(b))
	}
}

func fromTruth(t Truth) possible {
	var out possible
	for _, v := range []bool{false, true} {
		if t != known(!v) {
			out.values = append(out.values, rules.BoolValue(v))
		}
	}
	return out
}

func (e *expr) readIn(b Box) possible {
	if e.v == NoVar {
		return e.args[0].possibleIn(b).properties(e.property)
	}
	d := b.Domain(e.v)
	out := possible{none: d.None}
	switch {
	case !d.some(e.kind):
		return out
	case e.options != nil:
		for o := range e.options.Len() {
			if contains(d.Options, o) {
				out.values = append(out.values, e.options.Value(o))
			}
		}
	case d.Text != nil:
		out.values = append(out.values, rules.TextValue(*d.Text))
	case d.True || d.False:
		out.values = append(out.values, fromTruth(decide(d.True, d.False)).values...)
	default:
		out.unknown = true
	}
	if e.property >= 0 {
		return out.properties(e.property)
	}
	return out
}

// properties replaces options by a property of theirs.
func (p possible) properties(property int) possible {
	out := possible{none: p.none, unknown: p.unknown}
	for _, v := range p.values {
		if value := v.Option().Property(property); value.IsNone() {
			out.none = true
		} else {
			out.values = append(out.values, value)
		}
	}
	return out
}

func (p possible) union(q possible) possible {
	return possible{
		values: append(p.values[:len(p.values):len(p.values)], q.values...),
		none:   p.none || q.none, unknown: p.unknown || q.unknown,
	}
}

// number encloses the values.
func (p possible) number() Interval {
	if p.unknown {
		return anything(p.none)
	}
	out := Interval{None: p.none}
	for _, v := range p.values {
		out = out.union(point(numeric(v)))
	}
	return out
}

func (p possible) holds(want rules.Value) bool {
	for _, v := range p.values {
		if v.Equal(want) {
			return true
		}
	}
	return p.unknown
}

// same is whether p == q; false if either is none.
func (p possible) same(q possible) Truth {
	canTrue, canFalse := p.unknown || q.unknown, p.unknown || q.unknown || p.none || q.none
	for _, v := range p.values {
		for _, w := range q.values {
			same := sameValue(v, w)
			canTrue, canFalse = canTrue || same, canFalse || !same
		}
	}
	if len(p.values) == 0 && !p.unknown || len(q.values) == 0 && !q.unknown {
		return No
	}
	return decide(canTrue, canFalse)
}

// sameValue compares like == does: choices and texts by code.
func sameValue(v, w rules.Value) bool { return v.Equal(w) }

// match tells which rows of a table keys can select.
type match struct {
	// any is whether some row matches.
	any  Truth
	rows []int
}

// matches finds the rows that keys in a box can match.
func matches(b Box, t *rules.Table, keys []*expr) match {
	bounds := make([]bound, len(keys))
	for i, k := range keys {
		if bounds[i].number = numericKind(t.Columns[i].Type.Kind); bounds[i].number {
			bounds[i].Interval = k.numberIn(b)
		} else {
			bounds[i].possible = k.possibleIn(b)
		}
	}
	out := match{any: No}
	try := func(row int) {
		fits := Yes
		for i := range keys {
			if fits = fits.and(bounds[i].fits(t.Cell(row, i))); fits == No {
				return
			}
		}
		out.rows = append(out.rows, row)
		out.any = out.any.or(fits)
	}
	if v, ok := bounds[0].only(t.Columns[0].Type.Kind); ok {
		for _, row := range t.Starting(v) {
			try(row)
		}
		return out
	}
	for row := range t.Len() {
		try(row)
	}
	return out
}

// bound is what a key can be: an interval, or one of some values.
type bound struct {
	number bool
	Interval
	possible
}

// only is the one value, besides none, that the key can be.
func (k *bound) only(kind rules.Kind) (rules.Value, bool) {
	switch {
	case !k.number && len(k.values) == 1 && !k.unknown:
		return k.values[0], true
	case kind == rules.NumberKind && k.Some && !k.Unbounded && k.Low.Equal(k.High):
		return rules.NumberValue(k.Low), true
	}
	return rules.Value{}, false
}

// fits is whether the key equals a cell.
func (k *bound) fits(cell rules.Value) Truth {
	switch {
	case cell.IsNone():
		return No
	case k.number:
		return k.compare(rules.OpEq, point(numeric(cell)))
	}
	return k.same(possible{values: []rules.Value{cell}})
}

// lookupNumberIn encloses the numbers of the rows that keys can select.
func (e *expr) lookupNumberIn(b Box) Interval {
	m := matches(b, e.node.Table, e.args)
	out := Interval{None: m.any != Yes && !e.covered(b, m.rows)}
	for _, row := range m.rows {
		if v := e.node.Table.Cell(row, e.node.Column); v.IsNone() {
			out.None = true
		} else {
			out = out.union(point(numeric(v)))
		}
	}
	return out
}

func (e *expr) lookupIn(b Box) possible {
	m := matches(b, e.node.Table, e.args)
	out := possible{none: m.any != Yes && !e.covered(b, m.rows)}
	for _, row := range m.rows {
		if v := e.node.Table.Cell(row, e.node.Column); v.IsNone() {
			out.none = true
		} else {
			out.values = append(out.values, v)
		}
	}
	return out
}

// covered reports whether every combination of keys in the box has its row. The
// keys of a look-up are unique, so it is enough to count.
func (e *expr) covered(b Box, rows []int) bool {
	combinations := 1
	for i, k := range e.args {
		n, ok := 0, false
		if numericKind(e.node.Table.Columns[i].Type.Kind) {
			n, rows, ok = k.gridIn(b, e.node.Table, i, rows)
		} else {
			p := k.possibleIn(b)
			n, ok = len(p.values), !p.none && !p.unknown
		}
		if !ok || n > len(rows) {
			return false
		}
		combinations = min(combinations*n, tooMany)
	}
	return combinations == len(rows)
}

const tooMany = 1 << 30

// gridIn counts the numbers a key can be, and keeps the rows that have one of
// them in the column.
func (e *expr) gridIn(b Box, t *rules.Table, column int, rows []int) (n int, on []int, ok bool) {
	i := e.numberIn(b)
	if i.None || !i.Some || i.Unbounded {
		return 0, nil, false
	}
	step := money.FromInt(1)
	if !i.Low.Equal(i.High) {
		if e.op != rules.OpRead || e.v == NoVar || e.property >= 0 || b.Domain(e.v).Step.Sign() <= 0 {
			return 0, nil, false
		}
		step = b.Domain(e.v).Step
	}
	steps, err := i.High.Sub(i.Low).QuoRound(step, 0, money.Floor)
	count, whole := steps.Int64()
	if err != nil || !whole || count >= tooMany {
		return 0, nil, false
	}
	for _, row := range rows {
		d := numeric(t.Cell(row, column)).Sub(i.Low)
		if q, err := d.QuoRound(step, 0, money.Floor); err == nil && q.Mul(step).Equal(d) {
			on = append(on, row)
		}
	}
	return int(count) + 1, on, true
}
