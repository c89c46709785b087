package constraint

import (
	"cmp"
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// gridPlaces is the largest number of decimals of a number variable.
const gridPlaces = 6

// sum is a linear form; it has a value where strict holds.
type sum struct {
	constant money.Decimal
	terms    []Term
	strict   *Formula
	// plain is true for a multiple of one variable or property: it is 0 when it
	// has no value.
	plain bool
}

// linear reads a number or date as a linear form; false if it is none.
func (b *Builder) linear(n *rules.Node, at place) (sum, bool) {
	switch n.Op {
	case rules.OpConst:
		return sum{constant: numeric(n.Value), strict: truth(true)}, true
	case rules.OpRead:
		return b.linearRead(n.Ref, at)
	case rules.OpNeg:
		s, ok := b.linear(n.Args[0], at)
		return s.scale(money.FromInt(-1)), ok
	case rules.OpAdd, rules.OpSub:
		return b.linearPlus(n, at)
	case rules.OpMul, rules.OpQuo:
		return b.linearScale(n, at)
	case rules.OpIf:
		return b.linearIf(n, at)
	case rules.OpLookup:
		return b.linearLookup(n, at)
	case rules.OpCount, rules.OpSum:
		return b.linearAggregate(n, at)
	default:
		return sum{}, false
	}
}

func (b *Builder) linearRead(r *rules.Ref, at place) (sum, bool) {
	if r.Element && at.element == nil {
		return constantSum(at.options.Property(at.option, r.Property)), true
	}
	t := at.follow(r)
	switch {
	case t.absent:
		return sum{strict: truth(false)}, true
	case r.Position:
		return sum{constant: money.FromInt(int64(t.instance.Index + 1)), strict: b.There(t.instance)}, true
	}
	v := t.instance.vars[r.Slot]
	if d, defined := b.definitions[v]; defined {
		if r.Property >= 0 {
			return sum{}, false
		}
		s, ok := b.linear(d.node, place{frame: d.at})
		if ok && d.active.Op != True {
			s = sum{terms: b.when(d.active, s), strict: b.And(s.strict, d.active)}
		}
		return s, ok
	}
	if r.Property < 0 {
		return sum{terms: []Term{{Coefficient: money.FromInt(1), Var: v}}, strict: b.Present(v), plain: true}, true
	}
	return b.linearProperty(v, r.Property), true
}

func constantSum(v rules.Value) sum {
	return sum{constant: numeric(v), strict: truth(!v.IsNone())}
}

// linearProperty is the sum of the property of every option, where chosen.
func (b *Builder) linearProperty(v Var, property int) sum {
	out := sum{strict: b.Present(v), plain: true}
	options := b.space.vars[v].Options
	var having []*Formula
	for o := range options.Len() {
		value := options.Property(o, property)
		if value.IsNone() {
			continue
		}
		chosen := b.Option(v, o)
		having = append(having, chosen)
		if d := numeric(value); !d.IsZero() {
			out.terms = append(out.terms, Term{Coefficient: d, Var: NoVar, Guard: chosen})
		}
	}
	if len(having) < options.Len() {
		out.strict = b.Or(having...)
	}
	return out
}

func (s sum) scale(by money.Decimal) sum {
	out := sum{constant: s.constant.Mul(by), strict: s.strict, plain: s.plain}
	for _, t := range s.terms {
		t.Coefficient = t.Coefficient.Mul(by)
		out.terms = append(out.terms, t)
	}
	return out
}

func (b *Builder) plus(x, y sum) sum {
	return sum{
		constant: x.constant.Add(y.constant),
		terms:    slices.Concat(x.terms, y.terms),
		strict:   b.And(x.strict, y.strict),
	}
}

func (b *Builder) linearPlus(n *rules.Node, at place) (sum, bool) {
	x, okX := b.linear(n.Args[0], at)
	y, okY := b.linear(n.Args[1], at)
	if !okX || !okY {
		return sum{}, false
	}
	if n.Type.Kind == rules.DateKind {
		days, whole := y.constant.Int64()
		switch {
		case len(y.terms) > 0 || days > rules.MaxDays || days < -rules.MaxDays:
			return sum{}, false // a part of a day, and a date out of range, are none
		case !whole:
			return sum{strict: truth(false)}, true
		}
	}
	if n.Op == rules.OpSub {
		y = y.scale(money.FromInt(-1))
	}
	return b.plus(x, y), true
}

// linearScale is multiplication or exact division by a constant.
func (b *Builder) linearScale(n *rules.Node, at place) (sum, bool) {
	x, okX := b.linear(n.Args[0], at)
	y, okY := b.linear(n.Args[1], at)
	if !okX || !okY {
		return sum{}, false
	}
	if n.Op == rules.OpMul && len(x.terms) == 0 {
		x, y = y, x
	}
	if len(y.terms) > 0 {
		return sum{}, false
	}
	strict := b.And(x.strict, y.strict)
	factor := y.constant
	if n.Op == rules.OpQuo {
		one := money.FromInt(1)
		inverse, err := one.Quo(factor)
		if err != nil {
			return sum{strict: truth(false)}, true
		}
		if !inverse.Mul(factor).Equal(one) || x.scaleOf()+inverse.Scale() > money.QuoPlaces {
			return sum{}, false // the quotient is rounded
		}
		factor = inverse
	}
	out := x.scale(factor)
	out.strict, out.plain = strict, x.plain && y.strict.Op == True
	return out, true
}

// scaleOf is the largest number of decimals the form can have.
func (s sum) scaleOf() int {
	out := s.constant.Scale()
	for _, t := range s.terms {
		places := t.Coefficient.Scale()
		if t.Var != NoVar {
			places += gridPlaces
		}
		out = max(out, places)
	}
	return out
}

// when restricts a form to a condition; elsewhere it is 0.
func (b *Builder) when(cond *Formula, s sum) []Term {
	if cond.Op == False {
		return nil
	}
	var out []Term
	if !s.constant.IsZero() {
		out = append(out, Term{Coefficient: s.constant, Var: NoVar, Guard: cond})
	}
	for _, t := range s.terms {
		if t.Guard == nil {
			t.Guard = cond
		} else {
			t.Guard = b.And(cond, t.Guard)
		}
		out = append(out, t)
	}
	return out
}

func (b *Builder) linearIf(n *rules.Node, at place) (sum, bool) {
	x, okX := b.linear(n.Args[1], at)
	y, okY := b.linear(n.Args[2], at)
	if !okX || !okY {
		return sum{}, false
	}
	cond := b.lower(n.Args[0], at)
	other := b.Not(cond)
	return sum{
		terms:  append(b.when(cond, x), b.when(other, y)...),
		strict: b.ifThenElse(cond, x.strict, y.strict),
	}, true
}

func (b *Builder) linearLookup(n *rules.Node, at place) (sum, bool) {
	rows, ok := b.rows(n, at)
	if !ok {
		return sum{}, false
	}
	var out sum
	var having []*Formula
	for _, r := range rows {
		value := n.Table.Cell(r.row, n.Column)
		if value.IsNone() {
			continue
		}
		having = append(having, r.when)
		out.terms = append(out.terms, b.when(r.when, constantSum(value))...)
	}
	out.strict = b.Or(having...)
	return out, true
}

func (b *Builder) linearAggregate(n *rules.Node, at place) (sum, bool) {
	out := sum{strict: truth(true)}
	one := sum{constant: money.FromInt(1), strict: truth(true)}
	for _, m := range at.members(n.Args[0]) {
		cond := b.member(m)
		if n.Op == rules.OpCount {
			if len(n.Args) > 1 {
				cond = b.And(cond, b.lower(n.Args[1], m.place))
			}
			out.terms = append(out.terms, b.when(cond, one)...)
			continue
		}
		s, ok := b.linear(n.Args[1], m.place)
		if !ok {
			return sum{}, false
		}
		if !b.absentIsZero(s, m) {
			s.terms = b.when(b.And(cond, s.strict), s)
		}
		out.terms = append(out.terms, s.terms...)
	}
	for i, t := range out.terms {
		if t.Guard != nil && t.Guard.Op == True {
			out.terms[i].Guard = nil
		}
	}
	return out, true
}

// absentIsZero reports whether a form is 0 whenever the member is absent or the
// form is none, without any guard: it is about one variable of the member, and
// nothing filters.
func (b *Builder) absentIsZero(s sum, m member) bool {
	if !s.plain || len(m.filters) > 0 || m.instance == nil || len(s.terms) == 0 {
		return false
	}
	v := s.terms[0].Var
	if v == NoVar {
		v = s.terms[0].Guard.Atom.Var
	}
	return b.space.vars[v].Instance == m.instance
}

// normal merges equal terms, splits off the constant and orders the terms.
func (b *Builder) normal(s sum) sum {
	type slot struct {
		v     Var
		guard string
	}
	out := sum{constant: s.constant, strict: s.strict}
	index := make(map[slot]int)
	for _, t := range s.terms {
		if t.Guard != nil && t.Guard.Op == False {
			continue
		}
		if t.Guard != nil && t.Guard.Op == True {
			t.Guard = nil
		}
		if t.Guard == nil && t.Var == NoVar {
			out.constant = out.constant.Add(t.Coefficient)
			continue
		}
		at := slot{t.Var, b.key(t.Guard)}
		if i, ok := index[at]; ok {
			out.terms[i].Coefficient = out.terms[i].Coefficient.Add(t.Coefficient)
			continue
		}
		index[at] = len(out.terms)
		out.terms = append(out.terms, t)
	}
	out.terms = slices.DeleteFunc(out.terms, func(t Term) bool { return t.Coefficient.IsZero() })
	slices.SortStableFunc(out.terms, func(x, y Term) int {
		return cmp.Or(cmp.Compare(x.Var, y.Var), cmp.Compare(b.key(x.Guard), b.key(y.Guard)))
	})
	return out
}
