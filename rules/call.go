package rules

import (
	"slices"

	"github.com/expr-lang/expr/ast"
)

// usages are the functions of the language and how to write them, in the order
// in which they are suggested.
var usages = []struct{ name, usage string }{
	{"has", "has(x)"},
	{"implies", "implies(a, b)"},
	{"allowed", `allowed("table", x, y)`},
	{"lookup", `lookup("table", key, "column")`},
	{"count", "count(list) / count(list, .x == 1)"},
	{"sum", "sum(list, .x)"},
	{"min", "min(a, b) / min(list, .x)"},
	{"max", "max(a, b) / max(list, .x)"},
	{"any", "any(list, .x == 1)"},
	{"all", "all(list, .x == 1)"},
	{"none", "none(list, .x == 1)"},
	{"one", "one(list, .x == 1)"},
	{"filter", "filter(list, .x == 1)"},
	{"abs", "abs(x)"},
	{"round", "round(x) / round(x, decimals)"},
	{"floor", "floor(x) / floor(x, decimals)"},
	{"ceil", "ceil(x) / ceil(x, decimals)"},
	{"len", "len(text)"},
	{"date", `date("2026-03-31")`},
}

// call checks a function call.
func (w *walker) call(name string, args []ast.Node, span Span) *Node {
	switch name {
	case "has":
		return w.has(name, args, span)
	case "implies":
		return w.implies(name, args, span)
	case "allowed", "lookup":
		return w.table(name, args, span)
	case "count", "sum", "any", "all", "none", "one", "filter":
		return w.aggregate(name, args, span)
	case "min", "max":
		return w.extreme(name, args, span)
	case "abs", "round", "floor", "ceil":
		return w.rounding(name, args, span)
	case "len":
		return w.length(name, args, span)
	case "date":
		if len(args) == 1 {
			if text, ok := args[0].(*ast.StringNode); ok {
				return w.date(w.node(text))
			}
		}
		return w.usage(name, args, span)
	}
	names := make([]string, len(usages))
	for i, f := range usages {
		names[i] = f.name
	}
	w.check(args)
	return w.suggest(msgFunction, span, name, names, name)
}

// check looks for mistakes in parts whose place is already wrong.
func (w *walker) check(args []ast.Node) {
	for _, a := range args {
		if _, ok := a.(*ast.PredicateNode); !ok {
			w.node(a)
		}
	}
}

func (w *walker) usage(name string, args []ast.Node, span Span) *Node {
	w.check(args)
	i := slices.IndexFunc(usages, func(u struct{ name, usage string }) bool { return u.name == name })
	return w.report(msgUsage, span, usages[i].usage)
}

func (w *walker) has(name string, args []ast.Node, span Span) *Node {
	if len(args) != 1 {
		return w.usage(name, args, span)
	}
	a := w.node(args[0])
	if a == nil {
		return nil
	}
	return &Node{Op: OpHas, Type: Bool, Span: span, Args: []*Node{a}}
}

func (w *walker) implies(name string, args []ast.Node, span Span) *Node {
	if len(args) != 2 {
		return w.usage(name, args, span)
	}
	a := w.node(args[0])
	mark := len(w.known)
	w.learn(a, true)
	b := w.node(args[1])
	w.known = w.known[:mark]
	if a == nil || b == nil || !w.both(BoolKind, a, b) {
		return nil
	}
	return &Node{Op: OpImplies, Type: Bool, Span: span, Args: []*Node{a, b}}
}

// table checks allowed(table, cells...) and lookup(table, keys..., column).
func (w *walker) table(name string, args []ast.Node, span Span) *Node {
	t, broken := w.tableNamed(name, args, span)
	if t == nil {
		return nil
	}
	out := &Node{Op: OpAllowed, Type: Bool, Span: span, Table: t}
	keys := args[1:]
	if name == "lookup" {
		keys = args[1 : len(args)-1]
		column, ok := args[len(args)-1].(*ast.StringNode)
		if !ok {
			w.check(keys)
			return w.report(msgLiteral, token(args[len(args)-1]), w.source.Slice(token(args[len(args)-1])))
		}
		out.Op, out.Nullable = OpLookup, true
		if out.Column = t.column(column.Value); out.Column < 0 {
			names := make([]string, len(t.Columns))
			for i, c := range t.Columns {
				names[i] = c.Name
			}
			w.suggest(msgColumn, token(column), column.Value, names, t.Name, column.Value)
			broken = true
		} else {
			out.Type = t.Columns[out.Column].Type
		}
	}
	if len(keys) > len(t.Columns) || out.Op == OpAllowed && len(keys) != len(t.Columns) {
		w.check(keys)
		return w.report(msgKeys, span, t.Name, len(t.Columns), t.names(), len(keys))
	}
	for i, a := range keys {
		cell := w.cell(w.node(a), t, i)
		broken = broken || cell == nil
		out.Args = append(out.Args, cell)
	}
	if broken {
		return nil
	}
	if row := t.Ambiguous(len(keys)); out.Op == OpLookup && row >= 0 {
		return w.report(msgTwice, span, row+1, t.Name)
	}
	w.guard(out.Args...)
	return out
}

// tableNamed finds the table of the first argument.
func (w *walker) tableNamed(name string, args []ast.Node, span Span) (t *Table, broken bool) {
	least := 2
	if name == "lookup" {
		least = 3
	}
	if len(args) < least {
		w.usage(name, args, span)
		return nil, true
	}
	literal, ok := args[0].(*ast.StringNode)
	if !ok {
		w.check(args[1:])
		w.report(msgLiteral, token(args[0]), w.source.Slice(token(args[0])))
		return nil, true
	}
	if t = w.schema.Table(literal.Value); t == nil {
		w.check(args[1:])
		w.suggest(msgTable, token(literal), literal.Value, w.schema.shared.tableOrder, literal.Value)
	}
	return t, false
}

// cell checks one key against its column.
func (w *walker) cell(n *Node, t *Table, column int) *Node {
	if n == nil {
		return nil
	}
	want := t.Columns[column].Type.Kind
	if want == DateKind && isLiteral(n) && n.Op == OpConst {
		return w.date(n)
	}
	if n.Type.Kind == want || isText(n.Type.Kind) && isText(want) {
		return n
	}
	return w.report(msgNeed, n.Span, want.Label(), n.Type.Kind.Label())
}

func (w *walker) rounding(name string, args []ast.Node, span Span) *Node {
	ops := map[string]Op{"abs": OpAbs, "round": OpRound, "floor": OpFloor, "ceil": OpCeil}
	if len(args) == 0 || len(args) > 2 || name == "abs" && len(args) > 1 {
		return w.usage(name, args, span)
	}
	a := w.node(args[0])
	out := &Node{Op: ops[name], Type: Number, Span: span, Args: []*Node{a}}
	if len(args) == 2 {
		p := w.node(args[1])
		if p == nil {
			return nil
		}
		places, ok := wholeConstant(p)
		if !ok || places < 0 || places > 12 {
			return w.report(msgPlaces, p.Span)
		}
		out.Places = int(places)
	}
	if a == nil || !w.need(NumberKind, a) {
		return nil
	}
	out.Nullable = a.Nullable
	return out
}

// length is len(text), or the size of a collection.
func (w *walker) length(name string, args []ast.Node, span Span) *Node {
	if len(args) != 1 {
		return w.usage(name, args, span)
	}
	a := w.node(args[0])
	switch {
	case a == nil:
		return nil
	case isCollection(a):
		return &Node{Op: OpCount, Type: Number, Span: span, Args: []*Node{a}}
	case !isText(a.Type.Kind):
		return w.report(msgNeed, a.Span, TextKind.Label(), a.Type.Kind.Label())
	}
	return &Node{Op: OpLength, Type: Number, Span: span, Args: []*Node{a}, Nullable: a.Nullable}
}
