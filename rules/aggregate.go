package rules

import "github.com/expr-lang/expr/ast"

// maxNesting is how deep aggregates nest: as deep as lists.
const maxNesting = MaxDepth

var aggregateOps = map[string]Op{
	"count": OpCount, "sum": OpSum, "min": OpLeast, "max": OpMost, "any": OpAny,
	"all": OpAll, "none": OpNone, "one": OpOne, "filter": OpFilter,
}

func isCollection(n *Node) bool { return n.Type.Kind == ListKind || n.Type.Kind == MultiKind }

// aggregate checks count, sum, any, all, none, one and filter.
func (w *walker) aggregate(name string, args []ast.Node, span Span) *Node {
	if len(args) == 0 || len(args) > 2 || len(args) == 1 && name != "count" {
		return w.usage(name, args, span)
	}
	list := w.node(args[0])
	if list == nil {
		return nil
	}
	if !isCollection(list) {
		return w.report(msgNeed, list.Span, ListKind.Label(), list.Type.Kind.Label())
	}
	return w.over(name, list, args[1:], span)
}

// extreme is min or max, of values or over a list.
func (w *walker) extreme(name string, args []ast.Node, span Span) *Node {
	if len(args) == 2 {
		if first := w.node(args[0]); first != nil && isCollection(first) {
			return w.over(name, first, args[1:], span)
		}
	}
	op := OpMin
	if name == "max" {
		op = OpMax
	}
	out := &Node{Op: op, Type: Number, Span: span, Nullable: true}
	broken := len(args) < 2
	for _, a := range args {
		if p, ok := a.(*ast.PredicateNode); ok {
			a = p.Node
		}
		n := w.node(a)
		if n == nil || !w.need(NumberKind, n) {
			broken = true
			continue
		}
		out.Nullable = out.Nullable && n.Nullable
		out.Args = append(out.Args, n)
	}
	switch {
	case len(args) < 2:
		return w.usage(name, nil, span)
	case broken:
		return nil
	}
	return out
}

// over checks the body of an aggregate over a collection.
func (w *walker) over(name string, list *Node, args []ast.Node, span Span) *Node {
	op := aggregateOps[name]
	ofNumbers := op == OpSum || op == OpLeast || op == OpMost
	out := &Node{Op: op, Type: Bool, Span: span, Args: []*Node{list}, Nullable: op == OpLeast || op == OpMost}
	if op == OpFilter {
		out.Type = list.Type
	} else if ofNumbers || op == OpCount {
		out.Type = Number
	}
	if len(args) == 0 {
		return out
	}
	body := w.body(list, args[0])
	if body == nil {
		return nil
	}
	want := BoolKind
	if ofNumbers {
		want = NumberKind
	}
	if !w.need(want, body) {
		return nil
	}
	out.Args = append(out.Args, body)
	return out
}

// body checks what an aggregate evaluates per element.
func (w *walker) body(list *Node, n ast.Node) *Node {
	if p, ok := n.(*ast.PredicateNode); ok {
		n = p.Node
	}
	if len(w.elements) == maxNesting {
		return w.report(msgTooDeep, list.Span, maxNesting)
	}
	e := element{schema: elementSchema(list), of: w.label(list)}
	if list.Type.Kind == MultiKind {
		e.options = list.Type.Options
	}
	mark := len(w.known)
	w.elements = append(w.elements, e)
	defer func() {
		w.elements = w.elements[:len(w.elements)-1]
		w.known = w.known[:mark]
	}()
	w.learnFilter(list)
	return w.node(n)
}

// elementSchema returns the schema of the instances of a list, nil for a multi.
func elementSchema(list *Node) *Schema {
	for list.Op == OpFilter {
		list = list.Args[0]
	}
	return list.Ref.Schema.Element(list.Ref.Slot)
}
