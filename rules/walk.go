package rules

import (
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser/lexer"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// walker turns expr's untyped tree into checked Nodes, reporting every mistake.
// A part with a mistake becomes nil; whatever uses it stays silent about it.
type walker struct {
	*scanned
	schema *Schema
	issues []fault.Issue
	// warnings are about reads that may be none.
	warnings []fault.Issue
	// done keeps shared parts (`a < b < c`) from being walked twice.
	done map[ast.Node]*Node
	// elements are the aggregates around, the innermost last.
	elements []element
	// known are the reads that cannot be none in this place.
	known []string
}

// element is what .name and # stand for inside an aggregate.
type element struct {
	schema  *Schema
	options *Options
	of      string
}

func (w *walker) report(m message, span Span, args ...any) *Node {
	w.issues = append(w.issues, w.source.issue(m, span, args...))
	return nil
}

// suggest is report with what was probably meant.
func (w *walker) suggest(m message, span Span, word string, candidates []string, args ...any) *Node {
	w.report(m, span, args...)
	w.issues[len(w.issues)-1].Suggestion = fault.Closest(word, candidates)
	return nil
}

// node checks one part.
func (w *walker) node(n ast.Node) *Node {
	if done, ok := w.done[n]; ok {
		return done
	}
	out := w.visit(n)
	w.done[n] = out
	return out
}

func (w *walker) visit(n ast.Node) *Node {
	switch n := n.(type) {
	case *ast.BoolNode:
		return constant(Bool, BoolValue(n.Value), token(n))
	case *ast.IntegerNode, *ast.FloatNode:
		return w.number(token(n))
	case *ast.StringNode:
		return constant(Text, TextValue(n.Value), token(n))
	case *ast.NilNode:
		return w.report(msgNil, token(n))
	case *ast.IdentifierNode, *ast.MemberNode, *ast.PointerNode:
		return w.path(n)
	case *ast.UnaryNode:
		return w.unary(n)
	case *ast.BinaryNode:
		return w.binary(n)
	case *ast.ConditionalNode:
		return w.conditional(n)
	case *ast.CallNode:
		return w.callNode(n)
	case *ast.BuiltinNode:
		name := n.Name
		if real, ok := w.extrema[n.Location().From]; ok {
			name = real
		}
		return w.call(name, n.Arguments, w.callSpan(n))
	}
	span := token(n)
	return w.report(msgNotRule, span, w.source.Slice(span))
}

// token is the span of a node's own token.
func token(n ast.Node) Span { l := n.Location(); return Span{l.From, l.To} }

// callSpan reaches from a function's name to its closing parenthesis.
func (w *walker) callSpan(n ast.Node) Span {
	from := n.Location().From
	return Span{from, w.close(from)}
}

func constant(t Type, v Value, span Span) *Node {
	return &Node{Op: OpConst, Type: t, Value: v, Span: span}
}

// number reads a literal from the source text: expr has made it a float64.
func (w *walker) number(span Span) *Node {
	text := strings.ReplaceAll(w.source.Slice(span), "_", "")
	d, err := money.Parse(text)
	if err != nil || len(text) > MaxDigits || strings.ContainsAny(text, "eExXbBoO") {
		return w.report(msgNumber, span, text, MaxDigits)
	}
	return constant(Number, NumberValue(d), span)
}

func (w *walker) unary(n *ast.UnaryNode) *Node {
	a := w.node(n.Node)
	if a == nil {
		return nil
	}
	span := token(n).Join(a.Span)
	if n.Operator == "not" || n.Operator == "!" {
		if !w.need(BoolKind, a) {
			return nil
		}
		return &Node{Op: OpNot, Type: Bool, Span: span, Args: []*Node{a}}
	}
	if !w.need(NumberKind, a) {
		return nil
	}
	if n.Operator == "+" {
		return a
	}
	if a.Op == OpConst {
		d, _ := a.Value.Decimal()
		return constant(Number, NumberValue(d.Neg()), span)
	}
	return &Node{Op: OpNeg, Type: Number, Span: span, Args: []*Node{a}, Nullable: a.Nullable}
}

// need reports a part that is not of the kind, and whether it is.
func (w *walker) need(k Kind, n *Node) bool {
	if n.Type.Kind != k {
		w.report(msgNeed, n.Span, k.Label(), n.Type.Kind.Label())
		return false
	}
	return true
}

func (w *walker) binary(n *ast.BinaryNode) *Node {
	switch n.Operator {
	case "and", "&&":
		return w.logic(OpAnd, n)
	case "or", "||":
		return w.logic(OpOr, n)
	case "==", "!=":
		return w.equality(n)
	case "<", "<=", ">", ">=":
		return w.order(n)
	case "in":
		return w.membership(n.Left, n.Right)
	case "contains":
		return w.contains(n)
	case "startsWith", "endsWith", "matches":
		return w.textTest(n)
	case "+", "-", "*", "/", "%":
		return w.arithmetic(n)
	case "..":
		w.node(n.Left)
		w.node(n.Right)
		return w.report(msgRange, token(n), MaxRange)
	}
	return w.report(msgNotRule, token(n), n.Operator)
}

// logic checks and, or; its right side may rely on what the left side settles.
func (w *walker) logic(op Op, n *ast.BinaryNode) *Node {
	a := w.node(n.Left)
	mark := len(w.known)
	w.learn(a, op == OpAnd)
	b := w.node(n.Right)
	w.known = w.known[:mark]
	if a == nil || b == nil || !w.both(BoolKind, a, b) {
		return nil
	}
	return &Node{Op: op, Type: Bool, Span: a.Span.Join(b.Span), Args: []*Node{a, b}}
}

// both is need for two parts, reporting each.
func (w *walker) both(k Kind, a, b *Node) bool {
	okA, okB := w.need(k, a), w.need(k, b)
	return okA && okB
}

func (w *walker) conditional(n *ast.ConditionalNode) *Node {
	cond := w.node(n.Cond)
	mark := len(w.known)
	w.learn(cond, true)
	yes := w.node(n.Exp1)
	w.known = w.known[:mark]
	w.learn(cond, false)
	no := w.node(n.Exp2)
	w.known = w.known[:mark]
	if cond == nil || yes == nil || no == nil || !w.need(BoolKind, cond) {
		return nil
	}
	yes, no = w.alike(yes, no)
	if yes == nil || no == nil {
		return nil
	}
	t := yes.Type
	switch {
	case t.Kind == ListKind || t.Kind == ObjectKind || t.Kind == MultiKind:
		return w.report(msgBranches, yes.Span.Join(no.Span), yes.Type.Kind.Label(), no.Type.Kind.Label())
	case t.Kind == no.Type.Kind && t.Options == no.Type.Options:
	case isText(t.Kind) && isText(no.Type.Kind):
		t = Text
	default:
		return w.report(msgBranches, yes.Span.Join(no.Span), yes.Type.Kind.Label(), no.Type.Kind.Label())
	}
	return &Node{
		Op: OpIf, Type: t, Span: cond.Span.Join(no.Span), Args: []*Node{cond, yes, no},
		Nullable: yes.Nullable || no.Nullable,
	}
}

// isText reports whether values of the kind compare as texts.
func isText(k Kind) bool { return k == TextKind || k == ChoiceKind }

func (w *walker) callNode(n *ast.CallNode) *Node {
	name, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		span := token(n)
		for _, a := range n.Arguments {
			w.node(a)
		}
		return w.report(msgNotRule, span, w.source.Slice(span)+"()")
	}
	return w.call(name.Value, n.Arguments, w.callSpan(n))
}

// isToken reports whether the token at a node is of a kind.
func (w *walker) isToken(n ast.Node, kind lexer.Kind) bool {
	i, ok := w.at[n.Location().From]
	return ok && w.tokens[i].Kind == kind
}
