package rules

import (
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Value is what a name holds or an expression yields. The zero Value is none.
// Values are immutable and take two words.
//
// raw is nil, bool, money.Decimal, *Option, *Set, day, string or []any of
// *Frame: exactly what the machine computes with.
type Value struct{ raw any }

// day is a date as days since 1970-01-01.
type day int

// None returns the value of an absent attribute.
func None() Value { return Value{} }

// BoolValue returns a truth value.
func BoolValue(b bool) Value { return Value{b} }

// NumberValue returns a number.
func NumberValue(d money.Decimal) Value { return Value{d} }

// IntValue returns a whole number.
func IntValue(n int64) Value { return Value{money.FromInt(n)} }

// TextValue returns a text.
func TextValue(s string) Value { return Value{s} }

// DateValue returns a calendar day; the zero Date is none.
func DateValue(d civil.Date) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{day(d.Days())}
}

// IsNone reports whether v is none.
func (v Value) IsNone() bool { return v.raw == nil }

// Truth returns the truth value; none and every other kind are false.
func (v Value) Truth() bool { b, _ := v.raw.(bool); return b }

// Decimal returns the number, and whether v is one.
func (v Value) Decimal() (money.Decimal, bool) { d, ok := v.raw.(money.Decimal); return d, ok }

// Option returns the option, or nil.
func (v Value) Option() *Option { o, _ := v.raw.(*Option); return o }

// Set returns the set of options; nil is the empty set.
func (v Value) Set() *Set { s, _ := v.raw.(*Set); return s }

// Date returns the day, or the zero Date.
func (v Value) Date() civil.Date {
	if d, ok := v.raw.(day); ok {
		return civil.FromDays(int(d))
	}
	return civil.Date{}
}

// Text returns the text, or the code of an option, or "".
func (v Value) Text() string {
	switch x := v.raw.(type) {
	case string:
		return x
	case *Option:
		return x.Code
	}
	return ""
}

// Frames returns the instances of a list.
func (v Value) Frames() []*Frame {
	list, _ := v.raw.([]any)
	out := make([]*Frame, len(list))
	for i, f := range list {
		out[i] = f.(*Frame)
	}
	return out
}

// Kind returns the kind of the value, NoKind for none.
func (v Value) Kind() Kind {
	switch v.raw.(type) {
	case bool:
		return BoolKind
	case money.Decimal:
		return NumberKind
	case *Option:
		return ChoiceKind
	case *Set:
		return MultiKind
	case day:
		return DateKind
	case string:
		return TextKind
	case []any:
		return ListKind
	}
	return NoKind
}

// Equal reports whether v and w are the same value: numbers by amount, options
// and texts by code. Unlike == in a rule, none equals none.
func (v Value) Equal(w Value) bool {
	if v.IsNone() || w.IsNone() {
		return v.IsNone() && w.IsNone()
	}
	if a, b := v.Set(), w.Set(); a != nil && b != nil {
		return slices.Equal(a.Codes(), b.Codes())
	}
	return equal(v.raw, w.raw)
}

// String renders v for logs and messages: "none", "true", "12.5", "m500".
func (v Value) String() string {
	switch x := v.raw.(type) {
	case nil:
		return "none"
	case bool:
		if x {
			return "true"
		}
		return "false"
	case money.Decimal:
		return x.String()
	case *Set:
		return "[" + strings.Join(x.Codes(), ", ") + "]"
	case day:
		return v.Date().String()
	case []any:
		return "list"
	}
	return v.Text()
}

// fits reports whether the value may stand in a name of the type.
func (v Value) fits(t Type) bool {
	switch k := v.Kind(); {
	case k == NoKind:
		return true
	case k != t.Kind:
		return false
	case k == ChoiceKind:
		return t.Options.byCode[v.Option().Code] == v.Option()
	case k == MultiKind:
		return v.Set().options == t.Options
	}
	return true
}
