package configurator

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
)

// ValueKind is the shape of a Value.
type ValueKind uint8

// The kinds of value. Option codes, dates (ISO 8601) and free text are all
// TextValue: the attribute says which it is.
const (
	NoneValue ValueKind = iota
	BoolValue
	NumberValue
	TextValue
)

// Value is what an attribute can hold: none, a truth value, an exact number,
// or a text (an option code, a date, free text). The zero Value is none. In
// JSON they are null, true/false, an exact number literal and a string.
// Values are immutable; compare them with Equal.
type Value struct {
	kind   ValueKind
	truth  bool
	number money.Decimal
	text   string
}

// None returns the value of an absent attribute.
func None() Value { return Value{} }

// Bool returns a truth value.
func Bool(b bool) Value { return Value{kind: BoolValue, truth: b} }

// Number returns a number.
func Number(d money.Decimal) Value { return Value{kind: NumberValue, number: d} }

// Int returns a whole number.
func Int(n int64) Value { return Number(money.FromInt(n)) }

// Text returns an option code or a free text.
func Text(s string) Value { return Value{kind: TextValue, text: s} }

// Date returns a calendar date.
func Date(d civil.Date) Value { return Text(d.String()) }

// Kind tells which of the shapes v has.
func (v Value) Kind() ValueKind { return v.kind }

// IsNone reports whether v is the value of an absent attribute.
func (v Value) IsNone() bool { return v.kind == NoneValue }

// Truth returns the truth value; false for other kinds.
func (v Value) Truth() bool { return v.truth }

// Decimal returns the number; zero for other kinds.
func (v Value) Decimal() money.Decimal { return v.number }

// Code returns the option code or text; "" for other kinds.
func (v Value) Code() string { return v.text }

// Equal reports whether v and w are the same value; numbers compare by amount.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	if v.kind == NumberValue {
		return v.number.Equal(w.number)
	}
	return v.truth == w.truth && v.text == w.text
}

// String renders v for people who read logs and dumps: "none", "true", "12.5", m500.
func (v Value) String() string {
	switch v.kind {
	case BoolValue:
		return fmt.Sprint(v.truth)
	case NumberValue:
		return v.number.String()
	case TextValue:
		return v.text
	}
	return "none"
}

// MarshalJSON writes null, true, false, a number literal or a string.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.kind {
	case BoolValue:
		return json.Marshal(v.truth)
	case NumberValue:
		return []byte(v.number.String()), nil
	case TextValue:
		return json.Marshal(v.text)
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads what MarshalJSON writes. Number literals are read
// exactly, never through a float.
func (v *Value) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	if len(b) == 0 {
		return fmt.Errorf("empty value")
	}
	switch b[0] {
	case 'n':
		*v = None()
		return nil
	case 't', 'f':
		v.kind = BoolValue
		return json.Unmarshal(b, &v.truth)
	case '"':
		v.kind = TextValue
		return json.Unmarshal(b, &v.text)
	case '{', '[':
		return fmt.Errorf("a value is null, true, false, a number or a string")
	}
	d, err := money.Parse(string(b))
	if err != nil {
		return err
	}
	*v = Number(d)
	return nil
}
