package money

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxDigits is the largest number of digits, before and after the decimal
// point together, that a Decimal holds.
const MaxDigits = 256

// Decimal is an exact decimal number. The zero value is 0. It is immutable and
// safe for concurrent use.
type Decimal struct {
	// The inline form is digits / 10^scale without trailing zeros,
	// 0 <= scale <= maxScale. Only a number that does not fit has wide set, with
	// its scale here too. A negative scale marks the overflow value.
	digits   u128
	wide     *decimal.Decimal
	scale    int16
	negative bool
}

// New returns coef * 10^exp, so New(1990, -2) is 19.9.
func New(coef int64, exp int32) Decimal {
	switch {
	case coef == 0:
		return Decimal{}
	case exp <= 0 && exp >= -maxScale:
		return canonical(coef < 0, u128{0, magnitude(coef)}, int(-exp))
	case exp < -2*MaxDigits || exp > MaxDigits:
		return overflow()
	}
	return fromWide(decimal.New(coef, exp))
}

// FromInt returns n.
func FromInt(n int64) Decimal {
	return Decimal{digits: u128{0, magnitude(n)}, negative: n < 0}
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n) // right for the least integer too
	}
	return uint64(n)
}

// canonical strips trailing zeros of digits / 10^scale, 0 <= scale <= maxScale.
func canonical(negative bool, digits u128, scale int) Decimal {
	if digits.hi == 0 {
		lo := digits.lo
		if lo == 0 {
			return Decimal{}
		}
		for scale > 0 && lo%10 == 0 {
			lo /= 10
			scale--
		}
		return Decimal{digits: u128{0, lo}, scale: int16(scale), negative: negative}
	}
	for scale > 0 && digits.lo&1 == 0 {
		q, r := digits.quoRem(10)
		if r != 0 {
			break
		}
		digits = q
		scale--
	}
	return Decimal{digits: digits, scale: int16(scale), negative: negative}
}

// overflow returns the value that stands for a number of too many digits.
func overflow() Decimal {
	return Decimal{scale: -1, wide: new(decimal.Decimal)}
}

// fromWide brings a number into its one canonical form.
func fromWide(w decimal.Decimal) Decimal {
	coef, exp := w.Coefficient(), int(w.Exponent())
	if coef.Sign() == 0 {
		return Decimal{}
	}
	if coef.BitLen() > 8*MaxDigits || exp > MaxDigits {
		return overflow()
	}
	if exp > 0 {
		coef.Mul(coef, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(exp)), nil))
		exp = 0
	}
	exp = stripZeros(coef, exp)
	if coef.BitLen() <= 128 && -exp <= maxScale {
		return Decimal{negative: coef.Sign() < 0, digits: fromBig(coef.Abs(coef)), scale: int16(-exp)}
	}
	out := decimal.NewFromBigInt(coef, int32(exp))
	if out.NumDigits() > MaxDigits || -exp > MaxDigits {
		return overflow()
	}
	return Decimal{scale: int16(-exp), wide: &out}
}

// stripZeros divides coef by ten while that is exact and exp is negative, and
// returns the new exponent.
func stripZeros(coef *big.Int, exp int) int {
	ten, q, r := big.NewInt(10), new(big.Int), new(big.Int)
	for exp < 0 && coef.Bit(0) == 0 {
		if q.QuoRem(coef, ten, r); r.Sign() != 0 {
			break
		}
		coef.Set(q)
		exp++
	}
	return exp
}

// asWide returns d in the wide form; d must not have overflowed.
func (d Decimal) asWide() decimal.Decimal {
	if d.wide != nil {
		return *d.wide
	}
	coef := d.digits.big()
	if d.negative {
		coef.Neg(coef)
	}
	return decimal.NewFromBigInt(coef, -int32(d.scale))
}

// Overflowed reports whether d stands for a number of more than MaxDigits
// digits. Such a value has no digits to print or store.
func (d Decimal) Overflowed() bool { return d.scale < 0 }

// Sign returns -1, 0 or +1.
func (d Decimal) Sign() int {
	switch {
	case d.Overflowed():
		return 1
	case d.wide != nil:
		return d.wide.Sign()
	case d.negative:
		return -1
	case !d.digits.isZero():
		return 1
	}
	return 0
}

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.wide == nil && d.digits.isZero() }

// Scale returns the number of decimals d needs: 1 for 19.9, 0 for 20.
func (d Decimal) Scale() int { return int(max(d.scale, 0)) }

// IsInt reports whether d is a whole number.
func (d Decimal) IsInt() bool { return d.scale == 0 }

// Int64 returns d as an integer, and whether it is one that fits.
func (d Decimal) Int64() (int64, bool) {
	limit := uint64(math.MaxInt64)
	if d.negative {
		limit++
	}
	if d.wide != nil || d.scale != 0 || d.digits.hi != 0 || d.digits.lo > limit {
		return 0, false
	}
	if d.negative {
		return -int64(d.digits.lo), true
	}
	return int64(d.digits.lo), true
}
