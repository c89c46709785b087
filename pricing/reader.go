package pricing

import (
	"fmt"
	"math"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// reader fills the types of this package from the syntax tree of one file,
// field by field of their json tags (yaml tags where the file says it shorter),
// and collects every mistake on the way.
type reader struct {
	file   string
	issues []fault.Issue
}

func (r *reader) at(n ast.Node) Position {
	p := n.GetToken().Position
	return Position{File: r.file, Line: p.Line, Column: p.Column}
}

func (r *reader) bad(at Position, kind, format string, args ...any) *fault.Issue {
	r.issues = append(r.issues, fault.Issue{Kind: kind, Position: at, Message: fmt.Sprintf(format, args...)})
	return &r.issues[len(r.issues)-1]
}

// object is a mapping, in the order of its keys.
type object struct {
	at     Position
	keys   []string
	fields map[string]ast.Node
	places map[string]Position
	taken  map[string]bool
}

// object reads a mapping; what names it in messages.
func (r *reader) object(n ast.Node, what string) *object {
	o := &object{at: r.at(n), fields: map[string]ast.Node{}, places: map[string]Position{}, taken: map[string]bool{}}
	var pairs []*ast.MappingValueNode
	switch m := n.(type) {
	case *ast.MappingNode:
		pairs = m.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{m}
	case *ast.NullNode:
	default:
		r.bad(o.at, "wrong-type", "%s must be a mapping of fields", what)
	}
	for i, pair := range pairs {
		at := r.at(pair.Key)
		if i == 0 {
			o.at = at
		}
		key, ok := r.text(pair.Key)
		switch {
		case !ok:
		case o.fields[key] != nil:
			r.bad(at, "duplicate-field", "%s is given twice", key)
		default:
			o.keys = append(o.keys, key)
			o.fields[key], o.places[key] = pair.Value, at
		}
	}
	return o
}

// take returns the node of a field, nil when it is absent or null.
func (o *object) take(name string) ast.Node {
	o.taken[name] = true
	n := o.fields[name]
	if _, null := n.(*ast.NullNode); null {
		return nil
	}
	return n
}

// fill sets the fields of a struct from the mapping and reports those it does
// not have.
func (r *reader) fill(o *object, v reflect.Value, what string) {
	var names []string
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if field.Type == reflect.TypeFor[Position]() {
			v.Field(i).Set(reflect.ValueOf(o.at))
			continue
		}
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if short := field.Tag.Get("yaml"); short != "" {
			name = short
		}
		names = append(names, name)
		if n := o.take(name); n != nil {
			r.value(n, v.Field(i), name)
			r.positive(n, v.Field(i), field.Tag.Get("check"), name)
		}
	}
	for _, key := range o.keys {
		if !o.taken[key] {
			r.bad(o.places[key], "unknown-field", "%s has no field %q", what, key).Suggestion = fault.Closest(key, names)
		}
	}
}

// positive refuses a number that is given but not above 0, where the field's
// tag asks for that: left out it would have a default.
func (r *reader) positive(n ast.Node, v reflect.Value, check, name string) {
	if d, ok := v.Interface().(money.Decimal); ok && check == "positive" && d.Sign() <= 0 {
		r.bad(r.at(n), "not-positive", "%s must be above 0", name)
	}
}

// value sets v from a node; name is the field's.
func (r *reader) value(n ast.Node, v reflect.Value, name string) {
	switch target := v.Addr().Interface().(type) {
	case *money.Decimal:
		r.parsed(n, name, func(s string) (err error) { *target, err = money.Parse(s); return err })
		return
	case *money.Currency:
		r.parsed(n, name, func(s string) (err error) { *target, err = money.ParseCurrency(s); return err })
		return
	case *civil.Date:
		r.parsed(n, name, func(s string) (err error) { *target, err = civil.Parse(s); return err })
		return
	case *lang.Text:
		*target = r.wording(n, name)
		return
	case *Expr:
		*target = r.expression(n)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(n, v.Elem(), name)
	case reflect.Struct:
		r.fill(r.object(n, name), v, name)
	case reflect.Slice:
		r.list(n, v, name)
	case reflect.Map:
		r.mapping(n, v, name)
	case reflect.String:
		s, _ := r.text(n)
		v.SetString(s)
	case reflect.Bool:
		b, ok := n.(*ast.BoolNode)
		if !ok {
			r.bad(r.at(n), "wrong-type", "%s must be true or false", name)
			return
		}
		v.SetBool(b.Value)
	default:
		r.parsed(n, name, func(s string) error {
			d, err := money.Parse(s)
			i, whole := d.Int64()
			if err != nil || !whole || i < math.MinInt32 || i > math.MaxInt32 {
				return fmt.Errorf("%q is not a whole number", s)
			}
			v.SetInt(i)
			return nil
		})
	}
}

// list sets a slice from a sequence; a single value stands for a list of one.
func (r *reader) list(n ast.Node, v reflect.Value, name string) {
	nodes := []ast.Node{n}
	switch s := n.(type) {
	case *ast.SequenceNode:
		nodes = s.Values
	case *ast.MappingNode, *ast.MappingValueNode:
		r.bad(r.at(n), "wrong-type", "%s must be a list", name)
		return
	}
	out := reflect.MakeSlice(v.Type(), len(nodes), len(nodes))
	for i, item := range nodes {
		r.value(item, out.Index(i), name)
	}
	v.Set(out)
}

func (r *reader) mapping(n ast.Node, v reflect.Value, name string) {
	o := r.object(n, name)
	out := reflect.MakeMapWithSize(v.Type(), len(o.keys))
	for _, key := range o.keys {
		item := reflect.New(v.Type().Elem()).Elem()
		r.value(o.fields[key], item, key)
		out.SetMapIndex(reflect.ValueOf(key), item)
	}
	v.Set(out)
}

// parsed reads a single value with parse.
func (r *reader) parsed(n ast.Node, name string, parse func(string) error) {
	s, ok := r.text(n)
	if !ok {
		return
	}
	if err := parse(s); err != nil {
		r.bad(r.at(n), "wrong-value", "%s: %v", name, err)
	}
}

// text returns a single value as written.
func (r *reader) text(n ast.Node) (string, bool) {
	switch v := n.(type) {
	case *ast.StringNode:
		return strings.TrimSpace(v.Value), true
	case *ast.LiteralNode:
		return strings.TrimSpace(v.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return n.GetToken().Value, true
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode:
		r.bad(r.at(n), "alias", "anchors and aliases are not read here")
		return "", false
	}
	r.bad(r.at(n), "wrong-type", "a single value is expected here")
	return "", false
}

// wording reads a text in several languages; a plain one is in the default
// language.
func (r *reader) wording(n ast.Node, name string) lang.Text {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
	default:
		s, _ := r.text(n)
		return lang.Text{lang.Default: s}
	}
	o := r.object(n, name)
	out := lang.Text{}
	for _, key := range o.keys {
		if len(key) != 2 || strings.ToLower(key) != key {
			r.bad(o.places[key], "unknown-language", "%q is not a language code such as en or fr", key)
			continue
		}
		out[key], _ = r.text(o.fields[key])
	}
	return out
}

// expression reads an expression and the place where its text begins.
func (r *reader) expression(n ast.Node) Expr {
	e := Expr{Position: r.at(n)}
	switch v := n.(type) {
	case *ast.StringNode:
		e.Text = v.Value
		if t := v.GetToken().Type.String(); t == "SingleQuote" || t == "DoubleQuote" {
			e.Position.Column++
		}
	case *ast.LiteralNode:
		e.Text = strings.TrimRight(v.Value.Value, "\n")
		e.Position.Line++
		e.Position.Column = v.Value.GetToken().Position.IndentNum + 1
	default:
		e.Text, _ = r.text(n)
	}
	return e
}
