package rules

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser/lexer"
)

// part is one word of a dotted path.
type part struct {
	name string
	span Span
}

// path resolves a name, a dotted name or an element.
func (w *walker) path(n ast.Node) *Node {
	r := &resolver{walker: w, ref: &Ref{Slot: -1, Property: -1}}
	parts, ok := r.flatten(n)
	if !ok {
		return nil
	}
	r.span = parts[0].span.Join(parts[len(parts)-1].span)
	r.ref.Path = strings.TrimPrefix(w.joined(parts), "#.")
	if r.ref.Element {
		if len(w.elements) == 0 {
			return w.report(msgOutside, r.span, w.source.Slice(r.span))
		}
		in := w.elements[len(w.elements)-1]
		if in.options != nil {
			return r.option(in, parts[1:])
		}
		r.schema, parts = in.schema, parts[1:]
		r.ref.Path = "." + r.ref.Path
	} else {
		r.schema = w.schema
	}
	return r.resolve(parts)
}

// joined is the path as text, with # for an element.
func (w *walker) joined(parts []part) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = p.name
	}
	return strings.Join(words, ".")
}

// resolver follows one path from schema to schema.
type resolver struct {
	*walker
	ref    *Ref
	schema *Schema
	span   Span
	// prefix is the path of the object entered, with its dot.
	prefix   string
	nullable bool
}

// flatten lists the words of a path; the first is "#" for an element.
func (r *resolver) flatten(n ast.Node) ([]part, bool) {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return []part{{n.Value, token(n)}}, true
	case *ast.PointerNode:
		if n.Name != "" {
			r.report(msgNotRule, token(n), "#"+n.Name)
			return nil, false
		}
		r.ref.Element = true
		return []part{{"#", token(n)}}, true
	case *ast.MemberNode:
		name, ok := n.Property.(*ast.StringNode)
		if !ok || n.Optional || !r.isToken(n.Property, lexer.Identifier) && !r.isToken(n.Property, lexer.Operator) {
			r.report(msgNotRule, token(n), "["+r.source.Slice(token(n.Property))+"]")
			return nil, false
		}
		parts, ok := r.flatten(n.Node)
		return append(parts, part{name.Value, token(n.Property)}), ok
	}
	if inner := r.node(n); inner != nil {
		r.report(msgMember, inner.Span, inner.Type.Kind.Label())
	}
	return nil, false
}

// option resolves an element that is an option, or a property of it.
func (r *resolver) option(in element, parts []part) *Node {
	t := Choice(in.options)
	if len(parts) == 0 {
		return &Node{Op: OpRead, Type: t, Span: r.span, Ref: r.ref}
	}
	r.ref.Path = "." + r.ref.Path
	return r.property(in.options, in.of, parts)
}

func (r *resolver) resolve(parts []part) *Node {
	for i, p := range parts {
		if r.step(p) {
			continue
		}
		if r.prefix == "" && p.name == "position" && r.schema.ordered {
			return r.position(parts[i+1:])
		}
		slot, ok := r.schema.names[r.prefix+p.name]
		switch {
		case !ok:
			return r.unknown(p)
		case slot < 0:
			r.prefix += p.name + "."
		default:
			return r.value(slot, parts[i+1:])
		}
	}
	if r.prefix != "" {
		name := strings.TrimSuffix(r.prefix, ".")
		return r.report(msgObject, r.span, name, name, r.candidates()[0])
	}
	r.ref.Schema = r.schema
	return &Node{Op: OpRead, Type: Type{Kind: ObjectKind}, Span: r.span, Ref: r.ref, Nullable: r.nullable}
}

// step enters the parent or a neighbour.
func (r *resolver) step(p part) bool {
	if r.prefix != "" {
		return false
	}
	switch {
	case p.name == "parent" && r.schema.parent != nil:
		r.ref.Steps = append(r.ref.Steps, StepParent)
		r.schema = r.schema.parent
	case p.name == "next" && r.schema.ordered:
		r.ref.Steps = append(r.ref.Steps, StepNext)
		r.nullable = true
	case p.name == "prev" && r.schema.ordered:
		r.ref.Steps = append(r.ref.Steps, StepPrev)
		r.nullable = true
	default:
		return false
	}
	return true
}

func (r *resolver) position(rest []part) *Node {
	if len(rest) > 0 {
		return r.report(msgMember, r.span, NumberKind.Label())
	}
	r.ref.Schema, r.ref.Position = r.schema, true
	return &Node{Op: OpRead, Type: Number, Span: r.span, Ref: r.ref, Nullable: r.nullable}
}

func (r *resolver) value(slot int, rest []part) *Node {
	s := r.schema.slots[slot]
	r.ref.Schema, r.ref.Slot = r.schema, slot
	r.nullable = r.nullable || s.Optional
	if len(rest) == 0 {
		return &Node{Op: OpRead, Type: s.Type, Span: r.span, Ref: r.ref, Nullable: r.nullable}
	}
	if s.Type.Kind != ChoiceKind {
		return r.report(msgMember, r.span, s.Type.Kind.Label())
	}
	return r.property(s.Type.Options, s.Path, rest)
}

func (r *resolver) property(options *Options, of string, parts []part) *Node {
	p := parts[0]
	j := options.property(p.name)
	if j < 0 {
		names := make([]string, len(options.properties))
		for i, property := range options.properties {
			names[i] = property.Name
		}
		return r.suggest(msgProperty, p.span, p.name, names, of, p.name)
	}
	t := options.properties[j].Type
	if len(parts) > 1 {
		return r.report(msgMember, r.span, t.Kind.Label())
	}
	r.ref.Property = j
	missing := slices.ContainsFunc(options.all, func(o *Option) bool { return o.properties[j] == nil })
	return &Node{Op: OpRead, Type: t, Span: r.span, Ref: r.ref, Nullable: r.nullable || missing}
}

func (r *resolver) unknown(p part) *Node {
	switch {
	case p.name == "parent" && r.prefix == "":
		return r.report(msgNoParent, p.span)
	case r.prefix == "" && r.schema.parent != nil && (p.name == "next" || p.name == "prev" || p.name == "position"):
		return r.report(msgOrdered, p.span, p.name)
	case p.name == "none" || p.name == "null" || p.name == "undefined":
		return r.report(msgNil, p.span)
	case r.prefix == "" && r.inElement(p.name):
		r.report(msgName, p.span, p.name)
		r.issues[len(r.issues)-1].Suggestion = "." + p.name
		return nil
	case r.prefix == "":
		return r.suggest(msgName, p.span, p.name, r.candidates(), p.name)
	}
	return r.suggest(msgField, p.span, p.name, r.candidates(), strings.TrimSuffix(r.prefix, "."), p.name)
}

// inElement reports whether the name is one of the element around, so that only
// its dot is missing.
func (r *resolver) inElement(name string) bool {
	if r.ref.Element || len(r.elements) == 0 {
		return false
	}
	in := r.elements[len(r.elements)-1]
	if in.options != nil {
		return in.options.property(name) >= 0
	}
	_, ok := in.schema.names[name]
	return ok
}

// candidates lists the names that could stand in this place.
func (r *resolver) candidates() []string {
	if r.prefix == "" {
		return r.schema.order
	}
	var out []string
	for _, s := range r.schema.slots {
		if rest, ok := strings.CutPrefix(s.Path, r.prefix); ok {
			head, _, _ := strings.Cut(rest, ".")
			out = append(out, head)
		}
	}
	return append(out, "")
}
