package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// compare lowers a comparison (never !=) of x and y; n is the node that says so
// and is evaluated where no better form is found.
func (b *Builder) compare(op rules.Op, n, x, y *rules.Node, at place) *Formula {
	switch x.Type.Kind {
	case rules.BoolKind:
		return b.sameTruth(x, y, at)
	case rules.ChoiceKind, rules.TextKind:
		return b.sameText(n, x, y, at)
	default:
		if f, ok := b.compareExtreme(op, x, y, at); ok {
			return f
		}
		if f, ok := b.compareExtreme(mirror[op], y, x, at); ok {
			return f
		}
		left, okLeft := b.linear(x, at)
		right, okRight := b.linear(y, at)
		if !okLeft || !okRight {
			return b.opaque(n, at)
		}
		return b.compareSum(op, b.plus(left, right.scale(money.FromInt(-1))))
	}
}

// mirror turns x op y into y op x.
var mirror = map[rules.Op]rules.Op{
	rules.OpEq: rules.OpEq, rules.OpLt: rules.OpGt, rules.OpLe: rules.OpGe, rules.OpGt: rules.OpLt, rules.OpGe: rules.OpLe,
}

// compareSum is sum op 0.
func (b *Builder) compareSum(op rules.Op, s sum) *Formula {
	s = b.normal(s)
	if f, ok := b.overOneChoice(op, s); ok {
		return f
	}
	negative := s.scale(money.FromInt(-1))
	var f *Formula
	switch op {
	case rules.OpEq:
		f = b.linearAtom(s, true)
	case rules.OpLe:
		f = b.linearAtom(s, false)
	case rules.OpGe:
		f = b.linearAtom(negative, false)
	case rules.OpLt:
		f = b.Not(b.linearAtom(negative, false))
	default: // >
		f = b.Not(b.linearAtom(s, false))
	}
	return b.And(s.strict, f)
}

// overOneChoice solves a comparison that depends on one choice alone.
func (b *Builder) overOneChoice(op rules.Op, s sum) (*Formula, bool) {
	v := NoVar
	values := make(map[int]money.Decimal)
	for _, t := range s.terms {
		if t.Var != NoVar || t.Guard.Op != Literal || t.Guard.Negated || t.Guard.Atom.Kind != OptionAtom {
			return nil, false
		}
		if this := t.Guard.Atom.Var; v == NoVar {
			v = this
		} else if v != this {
			return nil, false
		}
		o := t.Guard.Atom.Option
		values[o] = values[o].Add(t.Coefficient)
	}
	if v == NoVar {
		return nil, false
	}
	holds := func(d money.Decimal) bool { return compares(op, s.constant.Add(d).Sign()) }
	strict := s.strict
	if vars := strict.Vars(); len(vars) == 1 && vars[0] == v { // settle it per option
		options := b.space.vars[v].Options
		f := b.optionsWhere(v, func(o int) bool { return holds(values[o]) && strict.Eval(only{v, options.Value(o)}) })
		if !strict.Eval(only{v, rules.None()}) {
			return f, true
		}
	}
	f := b.optionsWhere(v, func(o int) bool { return holds(values[o]) })
	if holds(money.Decimal{}) {
		f = b.Or(f, b.Not(b.Present(v)))
	}
	return b.And(s.strict, f), true
}

// only is an assignment of one variable.
type only struct {
	v     Var
	value rules.Value
}

// Value returns the value of the variable, none for all others.
func (o only) Value(v Var) rules.Value {
	if v == o.v {
		return o.value
	}
	return rules.None()
}

func compares(op rules.Op, sign int) bool {
	switch op {
	case rules.OpEq:
		return sign == 0
	case rules.OpLt:
		return sign < 0
	case rules.OpLe:
		return sign <= 0
	case rules.OpGt:
		return sign > 0
	default:
		return sign >= 0
	}
}

// linearAtom is sum <= 0, or sum == 0.
func (b *Builder) linearAtom(s sum, equal bool) *Formula {
	s = b.normal(s)
	bound := s.constant.Neg()
	if len(s.terms) == 0 {
		return truth(compares(rules.OpLe, bound.Neg().Sign()) && (!equal || bound.IsZero()))
	}
	if equal && s.terms[0].Coefficient.Sign() < 0 {
		s, bound = s.scale(money.FromInt(-1)), bound.Neg()
	}
	if only := s.terms[0]; len(s.terms) == 1 && only.Guard == nil {
		divided, exact := divide(bound, only.Coefficient.Abs())
		if equal && !exact {
			return truth(false)
		}
		sign := money.FromInt(int64(only.Coefficient.Sign()))
		s.terms, bound = []Term{{Coefficient: sign, Var: only.Var}}, divided
	}
	l := &Linear{Terms: s.terms, Equal: equal, Bound: bound}
	return b.atom(b.linearKey(l), func() *Atom { return &Atom{Kind: LinearAtom, Linear: l} })
}

// divide returns bound / by rounded downwards, which no number of at most
// QuoPlaces decimals can tell from the exact quotient in x <= bound/by.
func divide(bound, by money.Decimal) (quotient money.Decimal, exact bool) {
	q, err := bound.QuoRound(by, money.QuoPlaces, money.Floor)
	if err != nil {
		panic("constraint: a term without a coefficient")
	}
	return q, q.Mul(by).Equal(bound)
}

func (b *Builder) linearKey(l *Linear) string {
	out := "l<"
	if l.Equal {
		out = "l="
	}
	out += l.Bound.String()
	for _, t := range l.Terms {
		out += " " + t.Coefficient.String() + key('v', int(t.Var)) + b.key(t.Guard)
	}
	return out
}

// item is a node at a place, and when it takes part.
type item struct {
	node *rules.Node
	at   place
	when *Formula
}

// compareExtreme lowers a comparison whose left side is a minimum, a maximum or
// a magnitude: each item is compared by itself.
func (b *Builder) compareExtreme(op rules.Op, x, y *rules.Node, at place) (*Formula, bool) {
	var items []item
	greatest := x.Op == rules.OpMax || x.Op == rules.OpMost || x.Op == rules.OpAbs
	switch x.Op {
	case rules.OpMin, rules.OpMax:
		for _, a := range x.Args {
			items = append(items, item{a, at, truth(true)})
		}
	case rules.OpLeast, rules.OpMost:
		for _, m := range at.members(x.Args[0]) {
			items = append(items, item{x.Args[1], m.place, b.member(m)})
		}
	case rules.OpAbs:
		a := x.Args[0]
		negative := &rules.Node{Op: rules.OpNeg, Type: rules.Number, Args: x.Args, Nullable: a.Nullable}
		items = []item{{a, at, truth(true)}, {negative, at, truth(true)}}
	default:
		return nil, false
	}
	if op == rules.OpEq {
		low, ok := b.compareItems(rules.OpLe, greatest, items, y, at)
		high, _ := b.compareItems(rules.OpGe, greatest, items, y, at)
		return b.both(low, high), ok
	}
	return b.compareItems(op, greatest, items, y, at)
}

func (b *Builder) both(x, y *Formula) *Formula {
	if x == nil || y == nil {
		return nil
	}
	return b.And(x, y)
}

// compareItems compares the greatest or least item with y. One item decides
// when the extreme is on the far side of y (max >= y); else all must agree and
// there must be one. Either way a none on the right makes it false.
func (b *Builder) compareItems(op rules.Op, greatest bool, items []item, y *rules.Node, at place) (*Formula, bool) {
	right, ok := b.linear(y, at)
	if !ok {
		return nil, false
	}
	right = right.scale(money.FromInt(-1))
	oneDecides := greatest == (op == rules.OpGe || op == rules.OpGt)
	var some, all []*Formula
	for _, i := range items {
		left, ok := b.linear(i.node, i.at)
		if !ok {
			return nil, false
		}
		f := b.compareSum(op, b.plus(left, right))
		takesPart := b.And(i.when, left.strict)
		if oneDecides {
			some = append(some, b.And(i.when, f))
		} else {
			some = append(some, takesPart)
			all = append(all, b.Implies(takesPart, f))
		}
	}
	return b.And(b.Or(some...), b.And(all...)), true
}
