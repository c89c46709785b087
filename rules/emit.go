package rules

import (
	"github.com/expr-lang/expr/ast"
)

// emit turns a checked Node into expr's tree again: every operation on values
// is a call of one of our functions, so that no native operator ever sees a
// decimal; and, or, not, ?: and the loops over lists are expr's own.
//
// A truth value that may be none (an optional bool) is emitted in two ways: as
// a value it is read as it stands, as a condition none counts as false.

func env() ast.Node { return &ast.IdentifierNode{Value: "$env"} }

func call(name string, args ...ast.Node) ast.Node {
	return &ast.CallNode{Callee: &ast.IdentifierNode{Value: name}, Arguments: args}
}

func literal(v any) ast.Node {
	if v == nil {
		return &ast.NilNode{}
	}
	return &ast.ConstantNode{Value: v}
}

func not(n ast.Node) ast.Node { return &ast.UnaryNode{Operator: "not", Node: n} }

func either(a, b ast.Node) ast.Node { return &ast.BinaryNode{Operator: "or", Left: a, Right: b} }

func both(a, b ast.Node) ast.Node { return &ast.BinaryNode{Operator: "and", Left: a, Right: b} }

// root is the frame or element a ref starts from.
func root(r *Ref) ast.Node {
	if r.Element {
		return &ast.PointerNode{}
	}
	return env()
}

// emitCondition emits a truth value as a native bool.
func emitCondition(n *Node) ast.Node {
	if t := newTest(n); t != nil {
		return call("$test", root(t.ref), literal(t))
	}
	switch n.Op {
	case OpConst:
		return &ast.BoolNode{Value: n.Value.Truth()}
	case OpNot:
		return not(emitCondition(n.Args[0]))
	case OpAnd:
		return both(emitCondition(n.Args[0]), emitCondition(n.Args[1]))
	case OpOr:
		return either(emitCondition(n.Args[0]), emitCondition(n.Args[1]))
	case OpImplies:
		return either(not(emitCondition(n.Args[0])), emitCondition(n.Args[1]))
	case OpIf:
		return conditional(n, emitCondition)
	case OpNe:
		return not(call("$eq", emitValues(n.Args)...))
	case OpAny, OpAll, OpNone, OpOne:
		return &ast.BuiltinNode{Name: loops[n.Op], Arguments: []ast.Node{list(n.Args[0]), predicate(emitCondition(n.Args[1]))}}
	case OpAllowed:
		return call("$allowed", append([]ast.Node{literal(n.Table)}, emitValues(n.Args)...)...)
	case OpMatches:
		return call("$matches", emitValue(n.Args[0]), literal(n.Pattern))
	case OpRead, OpLookup:
		return call("$true", emitValue(n))
	default:
		return call(tests[n.Op], emitValues(n.Args)...)
	}
}

// tests are the functions of operations that yield a truth value.
var tests = map[Op]string{
	OpEq: "$eq", OpLt: "$lt", OpLe: "$le", OpGt: "$gt", OpGe: "$ge", OpIn: "$in", OpHolds: "$holds", OpHas: "$has",
	OpStartsWith: "$startsWith", OpEndsWith: "$endsWith", OpContains: "$contains",
}

// loops are expr's own names of the loops.
var loops = map[Op]string{
	OpAny: "any", OpAll: "all", OpNone: "none", OpOne: "one", OpFilter: "filter", OpCount: "count",
	OpSum: "$sum", OpLeast: "$least", OpMost: "$most",
}

// emitValue emits a value, which may be none.
func emitValue(n *Node) ast.Node {
	switch n.Op {
	case OpConst:
		return literal(n.Value.raw)
	case OpRead:
		return call("$read", root(n.Ref), literal(n.Ref))
	case OpIf:
		return conditional(n, emitValue)
	case OpLookup:
		return call("$lookup", append([]ast.Node{literal(&lookup{n.Table, n.Column})}, emitValues(n.Args)...)...)
	case OpRound, OpFloor, OpCeil:
		return call(functionsOf[n.Op], emitValue(n.Args[0]), literal(n.Places))
	case OpFilter:
		return list(n)
	case OpCount:
		args := []ast.Node{list(n.Args[0])}
		if len(n.Args) == 1 {
			return call("$size", args...)
		}
		args = append(args, predicate(emitCondition(n.Args[1])))
		return call("$number", &ast.BuiltinNode{Name: "count", Arguments: args})
	case OpSum, OpLeast, OpMost:
		each := &ast.BuiltinNode{Name: "map", Arguments: []ast.Node{list(n.Args[0]), predicate(emitValue(n.Args[1]))}}
		return call(loops[n.Op], each)
	default:
		if n.Type.Kind == BoolKind {
			return emitCondition(n)
		}
		return call(functionsOf[n.Op], emitValues(n.Args)...)
	}
}

// functionsOf are the functions of operations that yield a value.
var functionsOf = map[Op]string{
	OpAdd: "$add", OpSub: "$sub", OpMul: "$mul", OpQuo: "$quo", OpRem: "$rem", OpNeg: "$neg", OpAbs: "$abs",
	OpMin: "$min", OpMax: "$max", OpRound: "$round", OpFloor: "$floor", OpCeil: "$ceil", OpLength: "$length",
}

func emitValues(nodes []*Node) []ast.Node {
	out := make([]ast.Node, len(nodes))
	for i, n := range nodes {
		out[i] = emitValue(n)
	}
	return out
}

func conditional(n *Node, emit func(*Node) ast.Node) ast.Node {
	return &ast.ConditionalNode{Ternary: true, Cond: emitCondition(n.Args[0]), Exp1: emit(n.Args[1]), Exp2: emit(n.Args[2])}
}

func predicate(body ast.Node) ast.Node { return &ast.PredicateNode{Node: body} }

// list emits a collection as the slice expr iterates over.
func list(n *Node) ast.Node {
	if n.Op == OpFilter {
		return &ast.BuiltinNode{Name: "filter", Arguments: []ast.Node{list(n.Args[0]), predicate(emitCondition(n.Args[1]))}}
	}
	return call("$list", root(n.Ref), literal(n.Ref))
}
