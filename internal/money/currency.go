package money

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
)

// Currency is an ISO 4217 currency. It is comparable; the zero Currency is "no
// currency".
type Currency struct {
	code  string
	minor int8
}

// ParseCurrency returns the currency of an ISO 4217 code in upper case, such as
// "EUR".
func ParseCurrency(code string) (Currency, error) {
	if at, ok := slices.BinarySearchFunc(iso4217[:], code, func(c Currency, code string) int {
		return strings.Compare(c.code, code)
	}); ok {
		return iso4217[at], nil
	}
	return Currency{}, fmt.Errorf("%q is not an ISO 4217 currency code", clip(code))
}

// MustParseCurrency is ParseCurrency for constants; it panics on an unknown
// code.
func MustParseCurrency(code string) Currency {
	c, err := ParseCurrency(code)
	if err != nil {
		panic(err)
	}
	return c
}

// Currencies returns every currency in use, in the order of their codes.
func Currencies() []Currency { return slices.Clone(iso4217[:]) }

// Code returns the ISO 4217 code, "" for no currency.
func (c Currency) Code() string { return c.code }

// Minor returns the number of decimals of the currency's minor unit: 2 for EUR,
// 0 for JPY, 3 for TND.
func (c Currency) Minor() int { return int(c.minor) }

// IsZero reports whether c is "no currency".
func (c Currency) IsZero() bool { return c == Currency{} }

// Equal is c == d, for libraries that compare by method.
func (c Currency) Equal(d Currency) bool { return c == d }

// String returns the code.
func (c Currency) String() string { return c.code }

// MarshalText writes the code.
func (c Currency) MarshalText() ([]byte, error) { return []byte(c.code), nil }

// UnmarshalText reads a code; "" gives no currency.
func (c *Currency) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Currency{}
		return nil
	}
	v, err := ParseCurrency(string(text))
	if err == nil {
		*c = v
	}
	return err
}

// Value stores the code, NULL for no currency.
func (c Currency) Value() (driver.Value, error) {
	if c.IsZero() {
		return nil, nil
	}
	return c.code, nil
}

// Scan reads a code; NULL gives no currency.
func (c *Currency) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*c = Currency{}
		return nil
	case string:
		return c.UnmarshalText([]byte(strings.TrimSpace(v)))
	case []byte:
		return c.UnmarshalText([]byte(strings.TrimSpace(string(v))))
	}
	return fmt.Errorf("cannot read a currency from %T", src)
}
