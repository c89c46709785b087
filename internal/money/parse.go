package money

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Parse reads a number as it stands in JSON and SQL: digits, an optional
// decimal point with digits on both sides, an optional exponent. A leading
// plus and leading zeros are accepted. A number of more than MaxDigits digits,
// written out or by its exponent, is refused.
func Parse(s string) (Decimal, error) {
	digits, scale, negative, err := scan(s)
	if err != nil {
		return Decimal{}, err
	}
	if len(digits) <= 2*step19-1 && scale >= 0 && scale <= maxScale {
		head, tail := digits[:max(0, len(digits)-step19)], digits[max(0, len(digits)-step19):]
		high, _ := u128{0, integer(head)}.mul(pow10[step19])
		coef, _ := high.add(u128{0, integer(tail)}) // below 10^37
		return canonical(negative, coef, scale), nil
	}
	coef, _ := new(big.Int).SetString(digits, 10)
	if negative {
		coef.Neg(coef)
	}
	d := fromWide(decimal.NewFromBigInt(coef, int32(-scale)))
	if d.Overflowed() {
		return Decimal{}, tooLarge(s)
	}
	return d, nil
}

// MustParse is Parse for constants; it panics on a malformed number.
func MustParse(s string) Decimal {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// integer returns the value of at most 19 digits.
func integer(digits string) uint64 {
	var n uint64
	for i := range len(digits) {
		n = n*10 + uint64(digits[i]-'0')
	}
	return n
}

// scan splits the text of a number into significant digits (at least one) and
// the scale at which they stand.
func scan(s string) (digits string, scale int, negative bool, err error) {
	if len(s) > 2*MaxDigits {
		return "", 0, false, tooLarge(s)
	}
	rest := s
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative, rest = rest[0] == '-', rest[1:]
	}
	mantissa, exponent, hasExponent := rest, "", false
	if i := strings.IndexAny(rest, "eE"); i >= 0 {
		mantissa, exponent, hasExponent = rest[:i], rest[i+1:], true
	}
	whole, fraction, hasPoint := strings.Cut(mantissa, ".")
	if !allDigits(whole) || hasPoint && !allDigits(fraction) {
		return "", 0, false, notANumber(s)
	}
	exp := 0
	if hasExponent {
		if exp, err = scanExponent(exponent, s); err != nil {
			return "", 0, false, err
		}
	}
	digits = strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return "0", 0, false, nil
	}
	return digits, len(fraction) - exp, negative, nil
}

func scanExponent(exponent, s string) (int, error) {
	if !allDigits(strings.TrimLeft(exponent, "+-")) || len(exponent) > 1 && !allDigits(exponent[1:]) {
		return 0, notANumber(s)
	}
	exp, err := strconv.Atoi(exponent)
	if err != nil || exp > MaxDigits || exp < -MaxDigits {
		return 0, tooLarge(s)
	}
	return exp, nil
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func notANumber(s string) error { return fmt.Errorf("%q is not a decimal number", clip(s)) }

func tooLarge(s string) error {
	return fmt.Errorf("%q has more than %d digits", clip(s), MaxDigits)
}

// clip keeps error messages short whatever the input was.
func clip(s string) string {
	if len(s) <= 40 {
		return s
	}
	return strings.ToValidUTF8(s[:40], "") + "..."
}
