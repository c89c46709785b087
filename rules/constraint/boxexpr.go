package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// truthIn bounds an expression as a condition: none counts as false.
func (e *expr) truthIn(b Box) Truth {
	if e.formula != nil {
		return e.formula.Bounds(b)
	}
	switch e.op {
	case rules.OpNot:
		return e.args[0].truthIn(b).not()
	case rules.OpAnd:
		return e.args[0].truthIn(b).and(e.args[1].truthIn(b))
	case rules.OpOr:
		return e.args[0].truthIn(b).or(e.args[1].truthIn(b))
	case rules.OpImplies:
		return e.args[0].truthIn(b).not().or(e.args[1].truthIn(b))
	case rules.OpHas:
		return e.hasIn(b)
	case rules.OpEq, rules.OpNe, rules.OpLt, rules.OpLe, rules.OpGt, rules.OpGe:
		return e.compareIn(b)
	case rules.OpIn:
		return e.inIn(b)
	case rules.OpHolds:
		return e.holdsIn(b)
	case rules.OpAllowed:
		return matches(b, e.node.Table, e.args).any
	case rules.OpAny, rules.OpAll, rules.OpNone, rules.OpOne:
		return e.quantifiedIn(b)
	case rules.OpStartsWith, rules.OpEndsWith, rules.OpContains, rules.OpMatches:
		return e.textTestIn(b)
	default:
		p := e.possibleIn(b)
		return decide(p.holds(rules.BoolValue(true)), p.none || p.holds(rules.BoolValue(false)) || p.unknown)
	}
}

func (e *expr) hasIn(b Box) Truth {
	a := e.args[0]
	kind := e.node.Args[0].Type.Kind
	switch {
	case kind == rules.MultiKind && a.op == rules.OpRead:
		d := b.Domain(a.v)
		return decide(!empty(d.Options), empty(d.Required))
	case kind == rules.MultiKind: // a set that cannot be there
		return No
	case numericKind(kind):
		i := a.numberIn(b)
		return decide(i.Some, i.None)
	}
	p := a.possibleIn(b)
	return decide(len(p.values) > 0 || p.unknown, p.none)
}

func numericKind(k rules.Kind) bool { return k == rules.NumberKind || k == rules.DateKind }

func (e *expr) compareIn(b Box) Truth {
	x, y := e.args[0], e.args[1]
	op := e.op
	if op == rules.OpNe {
		op = rules.OpEq
	}
	var t Truth
	if numericKind(e.node.Args[0].Type.Kind) {
		t = x.numberIn(b).compare(op, y.numberIn(b))
	} else {
		t = x.possibleIn(b).same(y.possibleIn(b))
	}
	if e.op == rules.OpNe {
		return t.not()
	}
	return t
}

// inIn is membership in a list of constants.
func (e *expr) inIn(b Box) Truth {
	if numericKind(e.node.Args[0].Type.Kind) {
		out := No
		i := e.args[0].numberIn(b)
		for _, c := range e.args[1:] {
			out = out.or(i.compare(rules.OpEq, c.numberIn(b)))
		}
		return out
	}
	p := e.args[0].possibleIn(b)
	canTrue, canFalse := p.unknown, p.unknown || p.none
	for _, v := range p.values {
		in := false
		for _, c := range e.args[1:] {
			in = in || sameValue(v, c.value)
		}
		canTrue, canFalse = canTrue || in, canFalse || !in
	}
	return decide(canTrue, canFalse)
}

func (e *expr) holdsIn(b Box) Truth {
	set := e.args[0]
	if set.op != rules.OpRead {
		return No // a set that cannot be there
	}
	d := b.Domain(set.v)
	p := e.args[1].possibleIn(b)
	canTrue, canFalse := p.unknown, p.unknown || p.none
	for _, v := range p.values {
		o := set.options.Find(v.Text())
		canTrue = canTrue || o != nil && contains(d.Options, o.Index())
		canFalse = canFalse || o == nil || !contains(d.Required, o.Index())
	}
	return decide(canTrue, canFalse)
}

func (e *expr) quantifiedIn(b Box) Truth {
	all, any := Yes, No
	least, most := 0, 0
	for i, m := range e.members {
		cond, body := m.truthIn(b), e.args[i].truthIn(b)
		hit := cond.and(body)
		any, all = any.or(hit), all.and(cond.not().or(body))
		if hit != No {
			most++
		}
		if hit == Yes {
			least++
		}
	}
	switch e.op {
	case rules.OpAny:
		return any
	case rules.OpAll:
		return all
	case rules.OpNone:
		return any.not()
	default:
		return decide(least <= 1 && most >= 1, least != 1 || most != 1)
	}
}

// textTestIn tries every text that is possible.
func (e *expr) textTestIn(b Box) Truth {
	p := e.args[0].possibleIn(b)
	q := possible{values: []rules.Value{rules.TextValue("")}}
	if len(e.args) > 1 {
		q = e.args[1].possibleIn(b)
	}
	canTrue, canFalse := p.unknown || q.unknown, p.unknown || q.unknown || p.none || q.none
	for _, x := range p.values {
		for _, y := range q.values {
			holds := e.node.Apply(x, y).Truth()
			canTrue, canFalse = canTrue || holds, canFalse || !holds
		}
	}
	return decide(canTrue, canFalse)
}

// numberIn encloses a number, or a date as its days.
func (e *expr) numberIn(b Box) Interval {
	switch e.op {
	case rules.OpConst:
		if e.value.IsNone() {
			return nothing()
		}
		return point(numeric(e.value))
	case rules.OpRead:
		switch {
		case e.v == NoVar:
			return e.possibleIn(b).number()
		case e.property < 0:
			return b.Domain(e.v).number()
		}
		return e.propertyIn(b)
	case rules.OpIf:
		return e.numberIf(b)
	case rules.OpLookup:
		return e.lookupNumberIn(b)
	case rules.OpMin, rules.OpMax:
		items := make([]Interval, len(e.args))
		for i, a := range e.args {
			items[i] = a.numberIn(b)
		}
		return extreme(e.op, items)
	case rules.OpCount, rules.OpSum, rules.OpLeast, rules.OpMost:
		return e.aggregateIn(b)
	case rules.OpLength:
		return e.lengthIn(b)
	default:
		return e.arithmeticIn(b)
	}
}

// propertyIn encloses the numbers a property has over the options a choice can
// have.
func (e *expr) propertyIn(b Box) Interval {
	d := b.Domain(e.v)
	out := Interval{None: d.None}
	for o := range e.options.Len() {
		if !contains(d.Options, o) {
			continue
		}
		if v := e.options.Value(o).Option().Property(e.property); v.IsNone() {
			out.None = true
		} else {
			out = out.union(point(numeric(v)))
		}
	}
	return out
}

func (e *expr) numberIf(b Box) Interval {
	switch e.args[0].truthIn(b) {
	case Yes:
		return e.args[1].numberIn(b)
	case No:
		return e.args[2].numberIn(b)
	default:
		return e.args[1].numberIn(b).union(e.args[2].numberIn(b))
	}
}

func (e *expr) arithmeticIn(b Box) Interval {
	x := e.args[0].numberIn(b)
	var y Interval
	if len(e.args) > 1 {
		y = e.args[1].numberIn(b)
	}
	places := e.node.Places
	switch e.op {
	case rules.OpAdd:
		return e.shifted(y, x.plus(y))
	case rules.OpSub:
		return e.shifted(y, x.minus(y))
	case rules.OpMul:
		return x.times(y)
	case rules.OpQuo:
		return x.quotient(y)
	case rules.OpRem:
		return x.remainder(y)
	case rules.OpNeg:
		return x.each(money.Decimal.Neg)
	case rules.OpAbs:
		return x.magnitude()
	case rules.OpRound:
		return x.each(func(d money.Decimal) money.Decimal { return d.Round(places) })
	case rules.OpFloor:
		return x.each(func(d money.Decimal) money.Decimal { return d.Floor(places) })
	case rules.OpCeil:
		return x.each(func(d money.Decimal) money.Decimal { return d.Ceil(places) })
	default:
		panic("constraint: an operation without bounds")
	}
}

// shifted allows for none where a date is moved: by a part of a day, or beyond
// the calendar.
func (e *expr) shifted(by, out Interval) Interval {
	if e.node.Type.Kind != rules.DateKind || !out.Some {
		return out
	}
	limit := money.FromInt(rules.MaxDays)
	switch {
	case !by.Unbounded && by.Low.Equal(by.High) && !by.Low.IsInt():
		return nothing()
	case by.Unbounded || !by.Low.Equal(by.High) || by.Low.Abs().Cmp(limit) > 0:
		out.None = true
	}
	return out
}

func (e *expr) aggregateIn(b Box) Interval {
	if e.op == rules.OpLeast || e.op == rules.OpMost {
		items := make([]Interval, len(e.members))
		for i, m := range e.members {
			items[i] = nothing()
			if t := m.truthIn(b); t != No {
				items[i] = e.args[i].numberIn(b)
				items[i].None = items[i].None || t == Unknown
			}
		}
		return extreme(e.op, items)
	}
	total := point(money.Decimal{})
	for i, m := range e.members {
		x, cond := point(money.FromInt(1)), m.truthIn(b)
		if e.op == rules.OpCount {
			cond = cond.and(e.args[i].truthIn(b))
		} else if cond != No {
			x = e.args[i].numberIn(b)
		}
		total = total.plus(x.given(cond))
	}
	return total
}

func (e *expr) lengthIn(b Box) Interval {
	p := e.args[0].possibleIn(b)
	if p.unknown {
		return anything(p.none)
	}
	out := possible{none: p.none}
	for _, v := range p.values {
		out.values = append(out.values, e.node.Apply(v))
	}
	return out.number()
}
