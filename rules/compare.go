package rules

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
)

func (w *walker) equality(n *ast.BinaryNode) *Node {
	a, b := w.operands(n.Left, n.Right)
	if a == nil || b == nil {
		return nil
	}
	if a, b = w.alike(a, b); a == nil || b == nil || !w.comparable(a, b) {
		return nil
	}
	op := OpEq
	if n.Operator == "!=" {
		op = OpNe
	}
	return &Node{Op: op, Type: Bool, Span: a.Span.Join(b.Span), Args: []*Node{a, b}}
}

// operands checks two sides; a bare word beside a choice is an option whose
// quotes were forgotten.
func (w *walker) operands(left, right ast.Node) (a, b *Node) {
	if w.isUnknown(right) {
		a = w.node(left)
		return a, w.unquoted(a, right)
	}
	if w.isUnknown(left) {
		b = w.node(right)
		return w.unquoted(b, left), b
	}
	return w.node(left), w.node(right)
}

func (w *walker) isUnknown(n ast.Node) bool {
	id, ok := n.(*ast.IdentifierNode)
	if !ok {
		return false
	}
	_, declared := w.schema.names[id.Value]
	return !declared
}

func (w *walker) unquoted(choice *Node, n ast.Node) *Node {
	word := n.(*ast.IdentifierNode).Value
	if choice == nil || choice.Type.Options == nil || choice.Type.Options.Find(word) == nil {
		return w.node(n)
	}
	w.report(msgName, token(n), word)
	w.issues[len(w.issues)-1].Suggestion = "'" + word + "'"
	return nil
}

func (w *walker) comparable(a, b *Node) bool {
	x, y := a.Type.Kind, b.Type.Kind
	plain := x == BoolKind || x == NumberKind || x == DateKind || isText(x)
	if plain && (x == y || isText(x) && isText(y)) {
		return true
	}
	w.report(msgCompare, a.Span.Join(b.Span), x.Label(), y.Label())
	last := &w.issues[len(w.issues)-1]
	switch {
	case isText(x) && y == NumberKind && b.Op == OpConst:
		last.Suggestion = "'" + b.Value.String() + "'"
	case x == NumberKind && isLiteral(b) && b.Op == OpConst:
		if d, err := money.Parse(b.Value.Text()); err == nil {
			last.Suggestion = d.String()
		}
	}
	return false
}

// alike gives text literals the type of the other side: an option of its
// choice, a date, a value its property can have.
func (w *walker) alike(a, b *Node) (*Node, *Node) {
	switch {
	case isLiteral(b) && !isLiteral(a):
		b = w.coerce(b, a)
	case isLiteral(a) && !isLiteral(b):
		a = w.coerce(a, b)
	}
	return a, b
}

// isLiteral reports a text literal, or a choice between literals.
func isLiteral(n *Node) bool {
	if n.Op == OpIf {
		return isLiteral(n.Args[1]) && isLiteral(n.Args[2])
	}
	return n.Op == OpConst && n.Type.Kind == TextKind
}

// coerce gives a literal the type of the node it stands beside.
func (w *walker) coerce(n, beside *Node) *Node {
	if n.Op == OpIf {
		yes, no := w.coerce(n.Args[1], beside), w.coerce(n.Args[2], beside)
		if yes == nil || no == nil {
			return nil
		}
		out := *n
		out.Type, out.Args = yes.Type, []*Node{n.Args[0], yes, no}
		return &out
	}
	switch text := n.Value.Text(); beside.Type.Kind {
	case ChoiceKind, MultiKind:
		options := beside.Type.Options
		o := options.Find(text)
		if o == nil {
			return w.suggest(msgOption, n.Span, text, options.Codes(), w.label(beside), text)
		}
		return constant(Choice(options), options.Value(o.index), n.Span)
	case DateKind:
		return w.date(n)
	case TextKind:
		return w.propertyValue(n, beside)
	default:
		return n
	}
}

// label names what options belong to.
func (w *walker) label(n *Node) string {
	if n.Ref != nil && n.Ref.Schema == nil {
		return w.elements[len(w.elements)-1].of
	}
	if n.Ref != nil {
		return n.Ref.Path
	}
	for _, a := range n.Args {
		if a.Type.Options != nil {
			return w.label(a)
		}
	}
	return n.Type.Kind.Label().In(w.source.Language)
}

func (w *walker) date(n *Node) *Node {
	d, err := civil.Parse(n.Value.Text())
	if err != nil {
		return w.report(msgDate, n.Span, n.Value.Text())
	}
	return constant(Date, DateValue(d), n.Span)
}

// propertyValue refuses to compare a property with a text no option has.
func (w *walker) propertyValue(n, beside *Node) *Node {
	if beside.Ref == nil || beside.Ref.Property < 0 {
		return n
	}
	options, j := w.optionsOf(beside.Ref), beside.Ref.Property
	var values []string
	for _, o := range options.all {
		if s, ok := o.properties[j].(string); ok {
			values = append(values, s)
		}
	}
	if text := n.Value.Text(); !slices.Contains(values, text) {
		return w.suggest(msgNever, n.Span, text, values, text, options.properties[j].Name)
	}
	return n
}

// optionsOf returns the options whose property a ref reads.
func (w *walker) optionsOf(r *Ref) *Options {
	if r.Schema != nil {
		return r.Schema.slots[r.Slot].Type.Options
	}
	return w.elements[len(w.elements)-1].options
}

func (w *walker) order(n *ast.BinaryNode) *Node {
	a, b := w.operands(n.Left, n.Right)
	if a == nil || b == nil {
		return nil
	}
	if a, b = w.alike(a, b); a == nil || b == nil || !w.comparable(a, b) {
		return nil
	}
	if k := a.Type.Kind; k != NumberKind && k != DateKind {
		return w.report(msgOrder, a.Span.Join(b.Span), k.Label())
	}
	w.guard(a, b)
	ops := map[string]Op{"<": OpLt, "<=": OpLe, ">": OpGt, ">=": OpGe}
	return &Node{Op: ops[n.Operator], Type: Bool, Span: a.Span.Join(b.Span), Args: []*Node{a, b}}
}

// membership checks `x in [..]`, `x in 1..9` and `x in set`.
func (w *walker) membership(left, right ast.Node) *Node {
	switch r := right.(type) {
	case *ast.ArrayNode:
		return w.inArray(w.node(left), r)
	case *ast.BinaryNode:
		if r.Operator == ".." {
			return w.inRange(w.node(left), r)
		}
	}
	return w.holds(w.node(right), w.node(left))
}

func (w *walker) inArray(x *Node, array *ast.ArrayNode) *Node {
	from := array.Location().From
	span := Span{from, w.close(from)}
	if x != nil {
		span = x.Span.Join(span)
	}
	args, others, broken := []*Node{x}, []*Node(nil), x == nil
	for _, item := range array.Nodes {
		e := w.item(x, item)
		if e != nil && x != nil {
			if isLiteral(e) {
				e = w.coerce(e, x)
			}
			if e != nil && !w.comparable(x, e) {
				e = nil
			}
		}
		switch {
		case e == nil:
			broken = true
		case e.Op == OpConst:
			args = append(args, e)
		default:
			others = append(others, &Node{Op: OpEq, Type: Bool, Span: span, Args: []*Node{x, e}})
		}
	}
	if broken {
		return nil
	}
	out := &Node{Op: OpIn, Type: Bool, Span: span, Args: args}
	for _, eq := range others {
		out = &Node{Op: OpOr, Type: Bool, Span: span, Args: []*Node{out, eq}}
	}
	return out
}

// item checks an array item, which may be an option without its quotes.
func (w *walker) item(x *Node, item ast.Node) *Node {
	if w.isUnknown(item) {
		return w.unquoted(x, item)
	}
	return w.node(item)
}

func (w *walker) inRange(x *Node, r *ast.BinaryNode) *Node {
	a, b := w.node(r.Left), w.node(r.Right)
	if x == nil || a == nil || b == nil || !w.need(NumberKind, x) {
		return nil
	}
	from, okFrom := wholeConstant(a)
	to, okTo := wholeConstant(b)
	if !okFrom || !okTo || to-from >= MaxRange || from-to >= MaxRange {
		return w.report(msgRange, a.Span.Join(b.Span), MaxRange)
	}
	args := []*Node{x}
	for i := from; i <= to; i++ {
		args = append(args, constant(Number, IntValue(i), b.Span))
	}
	return &Node{Op: OpIn, Type: Bool, Span: x.Span.Join(b.Span), Args: args}
}

func wholeConstant(n *Node) (int64, bool) {
	if n.Op != OpConst {
		return 0, false
	}
	d, ok := n.Value.Decimal()
	if !ok || d.Abs().Cmp(money.FromInt(1e9)) > 0 {
		return 0, false
	}
	return d.Int64()
}

// holds checks whether an option is in a set.
func (w *walker) holds(set, x *Node) *Node {
	if set == nil || x == nil || !w.need(MultiKind, set) {
		return nil
	}
	if isLiteral(x) {
		if x = w.coerce(x, set); x == nil {
			return nil
		}
	}
	if !w.need(ChoiceKind, x) {
		return nil
	}
	return &Node{Op: OpHolds, Type: Bool, Span: x.Span.Join(set.Span), Args: []*Node{set, x}}
}

func (w *walker) contains(n *ast.BinaryNode) *Node {
	a, b := w.node(n.Left), w.node(n.Right)
	if a == nil || b == nil {
		return nil
	}
	if a.Type.Kind == MultiKind {
		return w.holds(a, b)
	}
	return w.texts(OpContains, a, b)
}

func (w *walker) textTest(n *ast.BinaryNode) *Node {
	a, b := w.node(n.Left), w.node(n.Right)
	if a == nil || b == nil {
		return nil
	}
	switch n.Operator {
	case "startsWith":
		return w.texts(OpStartsWith, a, b)
	case "endsWith":
		return w.texts(OpEndsWith, a, b)
	}
	out := w.texts(OpMatches, a, b)
	if out == nil {
		return nil
	}
	if !isLiteral(b) || b.Op != OpConst {
		return w.report(msgLiteral, b.Span, w.source.Slice(b.Span))
	}
	pattern, ok := compilePattern(b.Value.Text())
	if !ok {
		return w.report(msgPattern, b.Span, b.Value.Text(), MaxPattern)
	}
	out.Args, out.Pattern = out.Args[:1], pattern
	return out
}

func (w *walker) texts(op Op, a, b *Node) *Node {
	for _, n := range []*Node{a, b} {
		if !isText(n.Type.Kind) {
			return w.report(msgNeed, n.Span, TextKind.Label(), n.Type.Kind.Label())
		}
	}
	return &Node{Op: op, Type: Bool, Span: a.Span.Join(b.Span), Args: []*Node{a, b}}
}

func (w *walker) arithmetic(n *ast.BinaryNode) *Node {
	a, b := w.node(n.Left), w.node(n.Right)
	if a == nil || b == nil {
		return nil
	}
	op := []Op{OpAdd, OpSub, OpMul, OpQuo, OpRem}[strings.Index("+-*/%", n.Operator)]
	x, y := a.Type.Kind, b.Type.Kind
	t := Number
	switch {
	case x == NumberKind && y == NumberKind:
	case x == DateKind && y == NumberKind && (op == OpAdd || op == OpSub):
		t = Date
	case x == DateKind && y == DateKind && op == OpSub:
	default:
		return w.report(msgArith, a.Span.Join(b.Span), x.Label(), y.Label(), n.Operator)
	}
	divides := op == OpQuo || op == OpRem
	return &Node{
		Op: op, Type: t, Span: a.Span.Join(b.Span), Args: []*Node{a, b},
		Nullable: a.Nullable || b.Nullable || divides && !isNonZero(b) || t.Kind == DateKind && !isDays(b),
	}
}

// isDays reports a constant that leads from any reasonable date to another.
func isDays(n *Node) bool {
	days, ok := wholeConstant(n)
	return ok && -MaxDays <= days && days <= MaxDays
}

func isNonZero(n *Node) bool {
	d, ok := n.Value.Decimal()
	return ok && !d.IsZero()
}
