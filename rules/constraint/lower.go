package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// lower turns a truth-valued node at a place into a formula.
func (b *Builder) lower(n *rules.Node, at place) *Formula {
	b.spend(1)
	f := b.lowerOp(n, at)
	if f.Span == (rules.Span{}) {
		marked := *f
		marked.Span = n.Span
		f = &marked
	}
	return f
}

func (b *Builder) lowerOp(n *rules.Node, at place) *Formula {
	switch n.Op {
	case rules.OpConst:
		return truth(n.Value.Truth())
	case rules.OpRead:
		return b.lowerRead(n, at)
	case rules.OpNot:
		return b.Not(b.lower(n.Args[0], at))
	case rules.OpAnd:
		return b.And(b.lower(n.Args[0], at), b.lower(n.Args[1], at))
	case rules.OpOr:
		return b.Or(b.lower(n.Args[0], at), b.lower(n.Args[1], at))
	case rules.OpImplies:
		return b.Implies(b.lower(n.Args[0], at), b.lower(n.Args[1], at))
	case rules.OpIf:
		return b.ifThenElse(b.lower(n.Args[0], at), b.lower(n.Args[1], at), b.lower(n.Args[2], at))
	case rules.OpNe:
		same := *n
		same.Op = rules.OpEq
		return b.Not(b.compare(rules.OpEq, &same, n.Args[0], n.Args[1], at))
	case rules.OpEq, rules.OpLt, rules.OpLe, rules.OpGt, rules.OpGe:
		return b.compare(n.Op, n, n.Args[0], n.Args[1], at)
	case rules.OpIn:
		return b.in(n, at)
	case rules.OpHolds:
		return b.holds(n, at)
	case rules.OpHas:
		return b.has(n.Args[0], at)
	case rules.OpAllowed:
		return b.allowed(n, at)
	case rules.OpLookup:
		return b.lookupTruth(n, at)
	case rules.OpAny, rules.OpAll, rules.OpNone, rules.OpOne:
		return b.quantified(n, at)
	default:
		return b.textTest(n, at)
	}
}

func (b *Builder) ifThenElse(cond, yes, no *Formula) *Formula {
	return b.And(b.Implies(cond, yes), b.Or(cond, no))
}

// lowerRead is a bool as a condition: none counts as false.
func (b *Builder) lowerRead(n *rules.Node, at place) *Formula {
	r := n.Ref
	if r.Element && at.element == nil {
		return truth(at.options.Property(at.option, r.Property).Truth())
	}
	t := at.follow(r)
	if t.absent {
		return truth(false)
	}
	v := t.instance.vars[r.Slot]
	if d, defined := b.definitions[v]; defined {
		if r.Property >= 0 {
			return b.opaque(n, at)
		}
		return b.And(d.active, b.lower(d.node, place{frame: d.at}))
	}
	if r.Property < 0 {
		return b.Bool(v)
	}
	return b.optionsWhere(v, func(o int) bool { return b.space.vars[v].Options.Property(o, r.Property).Truth() })
}

// optionsWhere is the formula that a choice has one of the options that pass.
func (b *Builder) optionsWhere(v Var, pass func(option int) bool) *Formula {
	var out []*Formula
	n := b.space.vars[v].Options.Len()
	for o := range n {
		if pass(o) {
			out = append(out, b.Option(v, o))
		}
	}
	if len(out) == n {
		return b.Present(v)
	}
	return b.Or(out...)
}

// opaque is a truth value that has no form but its evaluation.
func (b *Builder) opaque(n *rules.Node, at place) *Formula {
	e := b.ground(n, at)
	vars := e.reads()
	if len(vars) == 0 {
		return truth(e.truth(nil))
	}
	return b.atom(key('*', len(b.atoms)), func() *Atom {
		return &Atom{Kind: OpaqueAtom, Opaque: &Opaque{Vars: vars, expr: e}}
	})
}

// member is the condition under which a member is in its collection.
func (b *Builder) member(m member) *Formula {
	var cond *Formula
	if m.set != NoVar {
		cond = b.Holds(m.set, m.option)
	} else {
		cond = b.There(m.instance)
	}
	for _, f := range m.filters {
		cond = b.And(cond, b.lower(f, m.place))
	}
	return cond
}

func (b *Builder) quantified(n *rules.Node, at place) *Formula {
	var hits, alls []*Formula
	for _, m := range at.members(n.Args[0]) {
		cond, body := b.member(m), b.lower(n.Args[1], m.place)
		hits = append(hits, b.And(cond, body))
		alls = append(alls, b.Implies(cond, body))
	}
	switch n.Op {
	case rules.OpAny:
		return b.Or(hits...)
	case rules.OpAll:
		return b.And(alls...)
	case rules.OpNone:
		return b.Not(b.Or(hits...))
	default:
		one := sum{constant: money.FromInt(-1), strict: truth(true)}
		for _, h := range hits {
			one.terms = append(one.terms, Term{Coefficient: money.FromInt(1), Var: NoVar, Guard: h})
		}
		return b.linearAtom(one, true)
	}
}

// holds is whether an option, fixed or chosen, is in a set.
func (b *Builder) holds(n *rules.Node, at place) *Formula {
	t := at.follow(n.Args[0].Ref)
	if t.absent {
		return truth(false)
	}
	set := t.instance.vars[n.Args[0].Ref.Slot]
	cases, ok := b.cases(n.Args[1], at)
	if !ok {
		return b.opaque(n, at)
	}
	var out []*Formula
	for _, c := range cases {
		if o := b.space.vars[set].Options.Find(c.text); o != nil {
			out = append(out, b.And(c.when, b.Holds(set, o.Index())))
		}
	}
	return b.Or(out...)
}

func (b *Builder) in(n *rules.Node, at place) *Formula {
	var out []*Formula
	for _, c := range n.Args[1:] {
		f := b.compare(rules.OpEq, &rules.Node{Op: rules.OpEq, Type: rules.Bool, Args: []*rules.Node{n.Args[0], c}}, n.Args[0], c, at)
		if f.Op == Literal && f.Atom.Kind == OpaqueAtom {
			return b.opaque(n, at)
		}
		out = append(out, f)
	}
	return b.Or(out...)
}

// has is whether a node is not none, or a collection not empty.
func (b *Builder) has(n *rules.Node, at place) *Formula {
	switch {
	case n.Type.Kind == rules.ListKind || n.Type.Kind == rules.MultiKind:
		var out []*Formula
		for _, m := range at.members(n) {
			out = append(out, b.member(m))
		}
		return b.Or(out...)
	case !n.Nullable:
		return truth(true)
	case n.Op == rules.OpRead:
		return b.hasRead(n, at)
	case n.Op == rules.OpIf:
		return b.ifThenElse(b.lower(n.Args[0], at), b.has(n.Args[1], at), b.has(n.Args[2], at))
	}
	if n.Type.Kind == rules.NumberKind || n.Type.Kind == rules.DateKind {
		if s, ok := b.linear(n, at); ok {
			return s.strict
		}
	}
	return b.opaque(&rules.Node{Op: rules.OpHas, Type: rules.Bool, Args: []*rules.Node{n}}, at)
}

func (b *Builder) hasRead(n *rules.Node, at place) *Formula {
	r := n.Ref
	if r.Element && at.element == nil {
		return truth(r.Property < 0 || !at.options.Property(at.option, r.Property).IsNone())
	}
	t := at.follow(r)
	switch {
	case t.absent:
		return truth(false)
	case r.Slot < 0:
		return b.There(t.instance)
	}
	v := t.instance.vars[r.Slot]
	if d, defined := b.definitions[v]; defined {
		if r.Property >= 0 {
			return b.opaque(&rules.Node{Op: rules.OpHas, Type: rules.Bool, Args: []*rules.Node{n}}, at)
		}
		if b.space.vars[v].Kind == rules.BoolKind {
			return d.active // a computed bool is a condition, so never none
		}
		return b.And(d.active, b.has(d.node, place{frame: d.at}))
	}
	if r.Property < 0 {
		return b.Present(v)
	}
	return b.optionsWhere(v, func(o int) bool { return !b.space.vars[v].Options.Property(o, r.Property).IsNone() })
}
