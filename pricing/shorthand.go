package pricing

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"
)

// items reads the short form of item prices: a mapping of SKU to a price, to
// the fields of an entry, or to a list of entries.
func (r *reader) items(n ast.Node) []Entry {
	if n == nil {
		return nil
	}
	var out []Entry
	o := r.object(n, "items")
	for _, sku := range o.keys {
		out = append(out, r.entries(o.fields[sku], o.places[sku], Entry{Item: sku})...)
	}
	return out
}

// models reads the short form of model prices: a mapping of model code to the
// fields of the base entry, with options (attribute to option to entry) and
// attributes (attribute to entry) beside them.
func (r *reader) models(n ast.Node) []Entry {
	if n == nil {
		return nil
	}
	var out []Entry
	models := r.object(n, "models")
	for _, code := range models.keys {
		o := r.object(models.fields[code], "the prices of a model")
		options, attributes := o.take("options"), o.take("attributes")
		if base := o.take("base"); base != nil {
			out = append(out, r.entries(base, o.places["base"], Entry{Model: code})...)
		}
		if len(o.keys) > len(presentOf(o, "options", "attributes", "base")) {
			e := Entry{Model: code}
			r.fill(o, reflect.ValueOf(&e).Elem(), "the prices of a model")
			e.Position = models.places[code]
			out = append(out, e)
		}
		out = append(out, r.options(options, code)...)
		if attributes != nil {
			a := r.object(attributes, "attributes")
			for _, attribute := range a.keys {
				out = append(out, r.entries(a.fields[attribute], a.places[attribute], Entry{Model: code, Attribute: attribute})...)
			}
		}
	}
	return out
}

// presentOf returns which of the names the mapping has.
func presentOf(o *object, names ...string) []string {
	var out []string
	for _, name := range names {
		if o.fields[name] != nil {
			out = append(out, name)
		}
	}
	return out
}

func (r *reader) options(n ast.Node, model string) []Entry {
	if n == nil {
		return nil
	}
	var out []Entry
	o := r.object(n, "options")
	for _, attribute := range o.keys {
		of := r.object(o.fields[attribute], "the options of an attribute")
		for _, option := range of.keys {
			out = append(out, r.entries(of.fields[option], of.places[option], Entry{Model: model, Attribute: attribute, Option: option})...)
		}
	}
	return out
}

// entries reads a price, the fields of an entry, or a list of them, for the key
// of e.
func (r *reader) entries(n ast.Node, at Position, e Entry) []Entry {
	switch s := n.(type) {
	case *ast.SequenceNode:
		var out []Entry
		for _, item := range s.Values {
			out = append(out, r.entries(item, r.at(item), e)...)
		}
		return out
	case *ast.MappingNode, *ast.MappingValueNode:
		r.fill(r.object(n, "an entry"), reflect.ValueOf(&e).Elem(), "an entry")
	default:
		r.value(n, reflect.ValueOf(&e).Elem().FieldByName("Price"), "price")
	}
	e.Position = at
	return []Entry{e}
}
