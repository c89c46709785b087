package constraint

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// expr is a grounded expression: a node with variables instead of names and
// elements instead of lists.
type expr struct {
	op   rules.Op
	node *rules.Node
	args []*expr
	// members are the conditions under which args count, of an aggregate.
	members []*expr
	// value of OpConst; v, or args[0], of OpRead, and its property unless -1.
	value    rules.Value
	v        Var
	property int
	// kind and options are those of v.
	kind    rules.Kind
	options *rules.Options
	// formula, if set, is the truth value instead of all the above.
	formula *Formula
}

func constantExpr(v rules.Value) *expr { return &expr{op: rules.OpConst, value: v} }

// varExpr reads a bool.
func varExpr(v Var) *expr { return &expr{op: rules.OpRead, v: v, property: -1, kind: rules.BoolKind} }

// ground turns a node at a place into an expression.
func (b *Builder) ground(n *rules.Node, at place) *expr {
	b.spend(1)
	switch {
	case n.Op == rules.OpConst:
		return constantExpr(n.Value)
	case n.Op == rules.OpRead:
		return b.groundRead(n.Ref, at)
	case n.Op == rules.OpHas && (n.Args[0].Type.Kind == rules.ListKind || n.Args[0].Op == rules.OpFilter):
		return b.groundAggregate(&rules.Node{Op: rules.OpAny, Args: n.Args}, at)
	case n.Aggregate():
		return b.groundAggregate(n, at)
	}
	e := &expr{op: n.Op, node: n}
	for _, a := range n.Args {
		e.args = append(e.args, b.ground(a, at))
	}
	return e
}

func (b *Builder) groundRead(r *rules.Ref, at place) *expr {
	if r.Element && at.element == nil {
		if r.Property < 0 {
			return constantExpr(at.options.Value(at.option))
		}
		return constantExpr(at.options.Property(at.option, r.Property))
	}
	t := at.follow(r)
	switch {
	case t.absent:
		return constantExpr(rules.None())
	case r.Slot < 0:
		here := constantExpr(rules.BoolValue(true))
		if r.Position {
			here = constantExpr(rules.IntValue(int64(t.instance.Index + 1)))
		}
		if t.instance.Presence == NoVar {
			return here
		}
		return &expr{op: rules.OpIf, args: []*expr{varExpr(t.instance.Presence), here, constantExpr(rules.None())}}
	}
	v := t.instance.vars[r.Slot]
	d, defined := b.definitions[v]
	if !defined {
		x := b.space.vars[v]
		return &expr{op: rules.OpRead, v: v, property: r.Property, kind: x.Kind, options: x.Options}
	}
	value := b.ground(d.node, place{frame: d.at})
	if b.space.vars[v].Kind == rules.BoolKind { // as a condition: none is false
		value = &expr{op: rules.OpAnd, args: []*expr{value, constantExpr(rules.BoolValue(true))}}
	}
	if r.Property >= 0 {
		value = &expr{op: rules.OpRead, v: NoVar, args: []*expr{value}, property: r.Property}
	}
	if d.active.Op != True {
		value = &expr{op: rules.OpIf, args: []*expr{{formula: d.active}, value, constantExpr(rules.None())}}
	}
	return value
}

func (b *Builder) groundAggregate(n *rules.Node, at place) *expr {
	e := &expr{op: n.Op, node: n}
	for _, m := range at.members(n.Args[0]) {
		e.members = append(e.members, b.groundMember(m))
		if len(n.Args) > 1 {
			e.args = append(e.args, b.ground(n.Args[1], m.place))
		} else {
			e.args = append(e.args, constantExpr(rules.BoolValue(true)))
		}
	}
	return e
}

// groundMember is the condition under which a member is in its collection.
func (b *Builder) groundMember(m member) *expr {
	out := constantExpr(rules.BoolValue(true))
	switch {
	case m.set != NoVar:
		out = &expr{formula: b.Holds(m.set, m.option)}
	case m.instance.Presence != NoVar:
		out = varExpr(m.instance.Presence)
	}
	for _, f := range m.filters {
		out = &expr{op: rules.OpAnd, args: []*expr{out, b.ground(f, m.place)}}
	}
	return out
}

// vars adds the variables that the expression reads.
func (e *expr) vars(into map[Var]bool) {
	switch {
	case e.formula != nil:
		e.formula.collect(into)
	case e.op == rules.OpRead && e.v != NoVar:
		into[e.v] = true
	}
	for _, a := range slices.Concat(e.args, e.members) {
		a.vars(into)
	}
}

// eval evaluates the expression, as its program would.
func (e *expr) eval(a Assignment) rules.Value {
	if e.formula != nil {
		return rules.BoolValue(e.formula.Eval(a))
	}
	switch e.op {
	case rules.OpConst:
		return e.value
	case rules.OpRead:
		return e.read(a)
	case rules.OpIf:
		if e.args[0].truth(a) {
			return e.args[1].eval(a)
		}
		return e.args[2].eval(a)
	case rules.OpNot, rules.OpAnd, rules.OpOr, rules.OpImplies:
		return rules.BoolValue(e.logic(a))
	default:
		if e.node.Aggregate() {
			return e.aggregate(a)
		}
		var buffer [4]rules.Value
		values := buffer[:0]
		for _, x := range e.args {
			values = append(values, x.eval(a))
		}
		return e.node.Apply(values...)
	}
}

func (e *expr) read(a Assignment) rules.Value {
	var v rules.Value
	if e.v == NoVar {
		v = e.args[0].eval(a)
	} else {
		v = a.Value(e.v)
	}
	if e.property < 0 {
		return v
	}
	if o := v.Option(); o != nil {
		return o.Property(e.property)
	}
	return rules.None()
}

func (e *expr) truth(a Assignment) bool { return e.eval(a).Truth() }

func (e *expr) logic(a Assignment) bool {
	first := e.args[0].truth(a)
	switch e.op {
	case rules.OpNot:
		return !first
	case rules.OpAnd:
		return first && e.args[1].truth(a)
	case rules.OpOr:
		return first || e.args[1].truth(a)
	default:
		return !first || e.args[1].truth(a)
	}
}

func (e *expr) aggregate(a Assignment) rules.Value {
	var values []rules.Value
	for i, m := range e.members {
		if m.truth(a) {
			values = append(values, e.args[i].eval(a))
		}
	}
	hits := 0
	for _, v := range values {
		if v.Truth() {
			hits++
		}
	}
	switch e.op {
	case rules.OpCount:
		return rules.NumberValue(money.FromInt(int64(hits)))
	case rules.OpSum:
		return rules.Total(values)
	case rules.OpLeast, rules.OpMost:
		return rules.Extreme(e.op, values)
	case rules.OpAny:
		return rules.BoolValue(hits > 0)
	case rules.OpAll:
		return rules.BoolValue(hits == len(values))
	case rules.OpNone:
		return rules.BoolValue(hits == 0)
	default:
		return rules.BoolValue(hits == 1)
	}
}
