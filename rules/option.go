package rules

import (
	"fmt"
	"slices"
)

// Option is one value of a choice. Rules compare its Code and read its
// properties as attribute.property. Options are immutable and compared by
// pointer within one Options.
type Option struct {
	Code  string
	index int
	// properties are raw values in the order of Options.properties.
	properties []any
}

// Index returns the place of the option in its Options, from 0.
func (o *Option) Index() int { return o.index }

// Property declares what rules can read of every option.
type Property struct {
	Name string
	// Type is Bool, Number, Text or Date.
	Type Type
}

// Property returns property j of the option; none where it is not declared.
func (o *Option) Property(j int) Value { return Value{o.properties[j]} }

// Options is the ordered, immutable set of options of a choice or multi.
type Options struct {
	all        []*Option
	boxed      []any // all, ready to be iterated by the machine
	byCode     map[string]*Option
	properties []Property
}

// NewOptions returns options with the given codes in declared order.
// values[i][j] is property j of option i; a missing row or value is none.
func NewOptions(codes []string, properties []Property, values [][]Value) (*Options, error) {
	out := &Options{byCode: make(map[string]*Option, len(codes)), properties: slices.Clone(properties)}
	for i, code := range codes {
		if out.byCode[code] != nil {
			return nil, fmt.Errorf("option %q is declared twice", code)
		}
		o := &Option{Code: code, index: i, properties: make([]any, len(properties))}
		if i < len(values) {
			for j, v := range values[i] {
				if j >= len(properties) || !v.fits(properties[j].Type) {
					return nil, fmt.Errorf("option %q: value %d (%s) does not fit its property", code, j+1, v)
				}
				o.properties[j] = v.raw
			}
		}
		out.all = append(out.all, o)
		out.boxed = append(out.boxed, o)
		out.byCode[code] = o
	}
	return out, nil
}

// Len returns the number of options.
func (o *Options) Len() int { return len(o.all) }

// At returns option i in declared order.
func (o *Options) At(i int) *Option { return o.all[i] }

// Find returns the option with the code, or nil.
func (o *Options) Find(code string) *Option { return o.byCode[code] }

// Codes returns the codes in declared order.
func (o *Options) Codes() []string {
	out := make([]string, len(o.all))
	for i, option := range o.all {
		out[i] = option.Code
	}
	return out
}

// Value returns option i as a value; it allocates nothing.
func (o *Options) Value(i int) Value { return Value{o.boxed[i]} }

// Property returns property j of option i; none where it is not declared.
func (o *Options) Property(i, j int) Value { return o.all[i].Property(j) }

// property returns the index of the named property, or -1.
func (o *Options) property(name string) int {
	return slices.IndexFunc(o.properties, func(p Property) bool { return p.Name == name })
}

// Set is an immutable set of options of one Options.
type Set struct {
	options *Options
	bits    []uint64
	members []any
}

// Set returns the set of the options at the given indexes as a value.
func (o *Options) Set(indexes ...int) Value {
	s := &Set{options: o, bits: make([]uint64, (len(o.all)+63)/64)}
	for _, i := range indexes {
		s.bits[i/64] |= 1 << (i % 64)
	}
	for i, option := range o.boxed {
		if s.Has(i) {
			s.members = append(s.members, option)
		}
	}
	return Value{s}
}

// Has reports whether option i is in the set.
func (s *Set) Has(i int) bool { return s != nil && s.bits[i/64]&(1<<(i%64)) != 0 }

// Len returns the number of options in the set.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return len(s.members)
}

// Codes returns the codes of the options in the set, in declared order.
func (s *Set) Codes() []string {
	out := make([]string, s.Len())
	for i := range out {
		out[i] = s.members[i].(*Option).Code
	}
	return out
}

// holds reports whether an option, of these Options or of others, is in the
// set; options of other Options are compared by code.
func (s *Set) holds(o *Option) bool {
	if s == nil {
		return false
	}
	if o.index >= len(s.options.all) || s.options.all[o.index] != o {
		if o = s.options.byCode[o.Code]; o == nil {
			return false
		}
	}
	return s.Has(o.index)
}
