package money

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
)

var errOverflow = fmt.Errorf("number of more than %d digits", MaxDigits)

// String returns the canonical form: no exponent, no trailing zeros, "19.9".
func (d Decimal) String() string {
	var buffer [48]byte // holds every inline form
	return string(d.Append(buffer[:0]))
}

// Append appends the canonical form of d to b.
func (d Decimal) Append(b []byte) []byte {
	switch {
	case d.Overflowed():
		return append(b, "overflow"...)
	case d.wide != nil:
		return append(b, d.wide.String()...)
	}
	if d.negative {
		b = append(b, '-')
	}
	at := len(b)
	b = d.digits.append(b)
	scale := int(d.scale)
	if scale == 0 {
		return b
	}
	// Zeros before the digits, so that one stands before the point.
	for len(b)-at <= scale {
		b = append(b, '0')
		copy(b[at+1:], b[at:])
		b[at] = '0'
	}
	b = append(b, '.')
	copy(b[len(b)-scale:], b[len(b)-scale-1:])
	b[len(b)-scale-1] = '.'
	return b
}

// StringFixed returns d rounded half away from zero, with exactly the given
// number of decimals: "19.90".
func (d Decimal) StringFixed(places int) string {
	s := d.Round(places).String()
	if d.Overflowed() || places <= 0 {
		return s
	}
	_, fraction, hasPoint := strings.Cut(s, ".")
	if !hasPoint {
		s += "."
	}
	return s + strings.Repeat("0", places-len(fraction))
}

// MarshalText writes the canonical form; an overflowed value is an error.
func (d Decimal) MarshalText() ([]byte, error) {
	if d.Overflowed() {
		return nil, errOverflow
	}
	return d.Append(nil), nil
}

// UnmarshalText reads what Parse reads.
func (d *Decimal) UnmarshalText(text []byte) error {
	v, err := Parse(string(text))
	if err == nil {
		*d = v
	}
	return err
}

// MarshalJSON writes a string, "19.9", so that no reader turns it into a
// float.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if d.Overflowed() {
		return nil, errOverflow
	}
	return append(d.Append([]byte{'"'}), '"'), nil
}

// UnmarshalJSON reads a string or a number literal, both exactly. As usual in
// Go, null leaves the value as it is.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	s := string(data)
	if s == "null" {
		return nil
	}
	if len(s) >= 2 && s[0] == '"' && s[len(s)-1] == '"' {
		s = s[1 : len(s)-1]
	}
	return d.UnmarshalText([]byte(s))
}

// Value stores d as the text of a NUMERIC.
func (d Decimal) Value() (driver.Value, error) {
	if d.Overflowed() {
		return nil, errOverflow
	}
	return d.String(), nil
}

// Scan reads a NUMERIC or an integer. NULL is refused (scan a *Decimal where a
// column allows it), and so is a float, which has lost digits already.
func (d *Decimal) Scan(src any) error {
	switch v := src.(type) {
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	case int64:
		*d = FromInt(v)
		return nil
	case nil:
		return errors.New("cannot read a decimal from NULL")
	}
	return fmt.Errorf("cannot read a decimal from %T", src)
}
