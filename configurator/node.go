package configurator

import (
	"fmt"
	"math"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// reader turns the syntax tree of one file into model types and collects every
// mistake on the way.
type reader struct {
	file   string
	issues []fault.Issue
}

// at is the position of a node; that of the file where the parser gives none.
func (r *reader) at(n ast.Node) fault.Position {
	if n != nil {
		if t := n.GetToken(); t != nil && t.Position != nil {
			return fault.Position{File: r.file, Line: t.Position.Line, Column: t.Position.Column}
		}
	}
	return fault.Position{File: r.file, Line: 1, Column: 1}
}

func (r *reader) bad(pos fault.Position, kind, format string, args ...any) *fault.Issue {
	r.issues = append(r.issues, fault.Issue{Kind: kind, Position: pos, Message: fmt.Sprintf(format, args...)})
	return &r.issues[len(r.issues)-1]
}

// object is a mapping whose fields are taken one by one; what is left over is
// an unknown field.
type object struct {
	*reader
	pos    fault.Position
	keys   []string
	fields map[string]ast.Node
	keyPos map[string]fault.Position
	asked  []string
}

// object reads n as a mapping; what names it in messages.
func (r *reader) object(n ast.Node, what string) *object {
	o := &object{reader: r, fields: map[string]ast.Node{}, keyPos: map[string]fault.Position{}}
	if n == nil {
		return o
	}
	o.pos = r.at(n)
	var pairs []*ast.MappingValueNode
	switch m := n.(type) {
	case *ast.MappingNode:
		pairs = m.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{m}
	case *ast.NullNode:
		return o
	default:
		r.bad(o.pos, "wrong-type", "%s must be a mapping of fields", what)
		return o
	}
	for i, pair := range pairs {
		pos := r.at(pair.Key)
		if i == 0 {
			o.pos = pos
		}
		s, ok := r.scalar(pair.Key)
		switch {
		case !ok:
		case o.fields[s.raw] != nil:
			r.bad(pos, "duplicate-field", "%s is given twice", s.raw)
		default:
			o.keys = append(o.keys, s.raw)
			o.fields[s.raw], o.keyPos[s.raw] = pair.Value, pos
		}
	}
	return o
}

// take returns the node of a field, or nil when it is absent or null.
func (o *object) take(name string) ast.Node {
	o.asked = append(o.asked, name)
	n := o.fields[name]
	if _, null := n.(*ast.NullNode); null {
		return nil
	}
	return n
}

// where is the position of a field, or of the object when it is absent.
func (o *object) where(name string) fault.Position {
	if n := o.fields[name]; n != nil {
		return o.at(n)
	}
	return o.pos
}

// done reports the fields nobody asked for.
func (o *object) done(what string) {
	known := map[string]bool{}
	for _, k := range o.asked {
		known[k] = true
	}
	for _, k := range o.keys {
		if !known[k] {
			o.bad(o.keyPos[k], "unknown-field", "%s has no field %q", what, k).Suggestion = fault.Closest(k, o.asked)
		}
	}
}

// scalar is a single value as written.
type scalar struct {
	value Value
	raw   string
	pos   fault.Position
}

func (r *reader) scalar(n ast.Node) (scalar, bool) {
	s := scalar{pos: r.at(n), raw: n.GetToken().Value}
	switch v := n.(type) {
	case *ast.NullNode:
		return s, true
	case *ast.BoolNode:
		s.value = Bool(v.Value)
	case *ast.StringNode:
		s.raw, s.value = v.Value, Text(v.Value)
	case *ast.LiteralNode:
		s.raw, s.value = v.Value.Value, Text(v.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode:
		d, err := money.Parse(s.raw)
		if err != nil {
			r.bad(s.pos, "wrong-number", "%s is not a decimal number", s.raw)
			return s, false
		}
		s.value = Number(d)
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		r.bad(s.pos, "alias", "anchors and aliases are not read here; use include for shared parts")
		return s, false
	default:
		r.bad(s.pos, "wrong-type", "a single value is expected here")
		return s, false
	}
	return s, true
}

func (o *object) text(name string) string {
	n := o.take(name)
	if n == nil {
		return ""
	}
	s, _ := o.scalar(n)
	return strings.TrimSpace(s.raw)
}

func (o *object) flag(name string) bool {
	n := o.take(name)
	if n == nil {
		return false
	}
	s, ok := o.scalar(n)
	if ok && s.value.Kind() != BoolValue {
		o.bad(s.pos, "wrong-type", "%s must be true or false", name)
	}
	return s.value.Truth()
}

func (o *object) number(name string) (money.Decimal, bool) {
	n := o.take(name)
	if n == nil {
		return money.Decimal{}, false
	}
	s, ok := o.scalar(n)
	if ok && s.value.Kind() != NumberValue {
		o.bad(s.pos, "wrong-type", "%s must be a number", name)
		return money.Decimal{}, false
	}
	return s.value.Decimal(), ok
}

func (o *object) integer(name string, fallback int) int {
	d, ok := o.number(name)
	if !ok {
		return fallback
	}
	i, exact := d.Int64()
	if !exact || i < math.MinInt32 || i > math.MaxInt32 {
		o.bad(o.where(name), "wrong-type", "%s must be a whole number", name)
		return fallback
	}
	return int(i)
}

func (o *object) day(name string) civil.Date {
	n := o.take(name)
	if n == nil {
		return civil.Date{}
	}
	s, ok := o.scalar(n)
	if !ok {
		return civil.Date{}
	}
	d, err := civil.Parse(s.raw)
	if err != nil {
		o.bad(s.pos, "wrong-date", "%s: %v", name, err)
	}
	return d
}

func (o *object) window() Window {
	w := Window{From: o.day("valid_from"), To: o.day("valid_to")}
	if !w.From.IsZero() && !w.To.IsZero() && w.To.Before(w.From) {
		o.bad(o.where("valid_to"), "empty-window", "valid_to %s lies before valid_from %s", w.To, w.From)
	}
	return w
}

// wording reads a text in several languages; a plain text is in the default
// language.
func (o *object) wording(name string) lang.Text {
	n := o.take(name)
	if n == nil {
		return nil
	}
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
	default:
		s, ok := o.scalar(n)
		if !ok {
			return nil
		}
		return lang.Text{lang.Default: strings.TrimSpace(s.raw)}
	}
	m := o.object(n, name)
	out := lang.Text{}
	for _, k := range m.keys {
		if len(k) < 2 || len(k) > 3 || strings.ToLower(k) != k {
			o.bad(m.keyPos[k], "unknown-language", "%q is not a language code such as en or fr", k)
			continue
		}
		out[k] = m.text(k)
	}
	return out
}

// expression reads an expression with the place where its text begins.
func (o *object) expression(name string) Expr {
	n := o.take(name)
	if n == nil {
		return Expr{}
	}
	s, ok := o.scalar(n)
	if !ok {
		return Expr{}
	}
	e := Expr{Text: strings.TrimRight(s.raw, "\n"), Pos: s.pos}
	switch v := n.(type) {
	case *ast.LiteralNode:
		e.Pos.Line++
		e.Pos.Column = v.Value.GetToken().Position.IndentNum + 1
	case *ast.StringNode:
		if t := v.GetToken().Type.String(); t == "SingleQuote" || t == "DoubleQuote" {
			e.Pos.Column++
		}
	}
	if strings.TrimSpace(e.Text) == "" {
		o.bad(s.pos, "empty-expression", "%s is an empty expression", name)
		return Expr{}
	}
	return e
}

// items reads a sequence; a single value stands for a sequence of one.
func (o *object) items(name string) []ast.Node {
	n := o.take(name)
	switch s := n.(type) {
	case nil:
		return nil
	case *ast.SequenceNode:
		return s.Values
	}
	return []ast.Node{n}
}

func (o *object) texts(name string) []string {
	var out []string
	for _, n := range o.items(name) {
		if s, ok := o.scalar(n); ok {
			out = append(out, s.raw)
		}
	}
	return out
}

// listOf reads a sequence of mappings with read.
func listOf[T any](o *object, name string, read func(*object) T) []T {
	n := o.take(name)
	if n == nil {
		return nil
	}
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		o.bad(o.at(n), "wrong-type", "%s must be a list", name)
		return nil
	}
	out := make([]T, 0, len(seq.Values))
	for _, item := range seq.Values {
		out = append(out, read(o.object(item, "each of "+name)))
	}
	return out
}
