package money

import (
	"math"
	"math/big"

	"github.com/shopspring/decimal"
)

// MaxDigits is the largest number of digits, before and after the decimal
// point together, that a Decimal holds.
const MaxDigits = 256

// maxScale is the largest number of decimals of the fast form.
const maxScale = 18

var pow10 = [maxScale + 1]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// Decimal is an exact decimal number. The zero value is 0. It is immutable and
// safe for concurrent use.
type Decimal struct {
	// The fast form is coef / 10^scale without trailing zeros, 0 <= scale <=
	// maxScale. Only a number that does not fit has wide set, with its scale
	// here too. A negative scale marks the overflow value.
	coef  int64
	scale int32
	wide  *decimal.Decimal
}

// New returns coef * 10^exp, so New(1990, -2) is 19.9.
func New(coef int64, exp int32) Decimal {
	switch {
	case exp < -2*MaxDigits:
		return overflow()
	case exp <= 0 && exp >= -maxScale:
		return canonical(coef, -exp)
	case coef == 0:
		return Decimal{}
	case exp > MaxDigits:
		return overflow()
	}
	return fromWide(decimal.New(coef, exp))
}

// FromInt returns n.
func FromInt(n int64) Decimal { return canonical(n, 0) }

// canonical strips trailing zeros of coef / 10^scale, 0 <= scale <= maxScale.
func canonical(coef int64, scale int32) Decimal {
	if coef == math.MinInt64 {
		return fromWide(decimal.New(coef, -scale))
	}
	for scale > 0 && coef%10 == 0 {
		if coef == 0 {
			return Decimal{}
		}
		coef /= 10
		scale--
	}
	return Decimal{coef: coef, scale: scale}
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
	if coef.IsInt64() && coef.Int64() != math.MinInt64 && -exp <= maxScale {
		return Decimal{coef: coef.Int64(), scale: int32(-exp)}
	}
	out := decimal.NewFromBigInt(coef, int32(exp))
	if out.NumDigits() > MaxDigits || -exp > MaxDigits {
		return overflow()
	}
	return Decimal{scale: int32(-exp), wide: &out}
}

// stripZeros divides coef by ten while that is exact and exp is negative, and
// returns the new exponent.
func stripZeros(coef *big.Int, exp int) int {
	ten, q, r := big.NewInt(10), new(big.Int), new(big.Int)
	for exp < 0 {
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
	return decimal.New(d.coef, -d.scale)
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
	case d.coef < 0:
		return -1
	case d.coef > 0:
		return 1
	}
	return 0
}

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.wide == nil && d.coef == 0 }

// Scale returns the number of decimals d needs: 1 for 19.9, 0 for 20.
func (d Decimal) Scale() int { return int(max(d.scale, 0)) }

// IsInt reports whether d is a whole number.
func (d Decimal) IsInt() bool { return d.scale == 0 }

// Int64 returns d as an integer, and whether it is one that fits.
func (d Decimal) Int64() (int64, bool) {
	if d.wide != nil || d.scale != 0 {
		return 0, false
	}
	return d.coef, true
}
