package money

import (
	"cmp"
	"math"
	"math/bits"

	"github.com/shopspring/decimal"
)

// Add returns d + e, exactly.
func (d Decimal) Add(e Decimal) Decimal {
	if d.wide == nil && e.wide == nil {
		if a, b, scale, ok := align(d, e); ok {
			if sum := a + b; (sum > a) == (b > 0) {
				return canonical(sum, scale)
			}
		}
	}
	return combine(d, e, decimal.Decimal.Add)
}

// Sub returns d - e, exactly.
func (d Decimal) Sub(e Decimal) Decimal { return d.Add(e.Neg()) }

// Mul returns d * e, exactly.
func (d Decimal) Mul(e Decimal) Decimal {
	if d.wide == nil && e.wide == nil {
		if scale := d.scale + e.scale; scale <= maxScale {
			if p, ok := mul64(d.coef, e.coef); ok {
				return canonical(p, scale)
			}
		}
	}
	return combine(d, e, decimal.Decimal.Mul)
}

// combine applies op to the wide forms; overflow is contagious.
func combine(d, e Decimal, op func(d, e decimal.Decimal) decimal.Decimal) Decimal {
	if d.Overflowed() || e.Overflowed() {
		return overflow()
	}
	return fromWide(op(d.asWide(), e.asWide()))
}

// Neg returns -d.
func (d Decimal) Neg() Decimal {
	switch {
	case d.Overflowed():
		return d
	case d.wide != nil:
		return fromWide(d.wide.Neg())
	}
	d.coef = -d.coef
	return d
}

// Abs returns the magnitude of d.
func (d Decimal) Abs() Decimal {
	if d.Sign() < 0 {
		return d.Neg()
	}
	return d
}

// Shift returns d * 10^n, exactly: Shift(-2) turns a percentage into a factor.
func (d Decimal) Shift(n int) Decimal {
	switch {
	case d.IsZero(), d.Overflowed():
		return d
	case n < -2*MaxDigits, n > 2*MaxDigits:
		return overflow()
	}
	if scale := int(d.scale) - n; d.wide == nil && scale <= maxScale {
		if scale >= 0 {
			return canonical(d.coef, int32(scale))
		}
		if -scale <= maxScale {
			if p, ok := mul64(d.coef, pow10[-scale]); ok {
				return canonical(p, 0)
			}
		}
	}
	return fromWide(d.asWide().Shift(int32(n)))
}

// Cmp returns -1, 0 or +1 as d is less than, equal to or greater than e. An
// overflowed value is greater than every other.
func (d Decimal) Cmp(e Decimal) int {
	if d.wide == nil && e.wide == nil {
		if a, b, _, ok := align(d, e); ok {
			return cmp.Compare(a, b)
		}
	}
	if d.Overflowed() || e.Overflowed() {
		return btoi(d.Overflowed()) - btoi(e.Overflowed())
	}
	return d.asWide().Cmp(e.asWide())
}

// Equal reports whether d and e are the same number.
func (d Decimal) Equal(e Decimal) bool {
	if d.wide == nil && e.wide == nil {
		return d == e
	}
	return d.Cmp(e) == 0
}

// Min returns the smallest of the values.
func Min(first Decimal, rest ...Decimal) Decimal {
	for _, d := range rest {
		if d.Cmp(first) < 0 {
			first = d
		}
	}
	return first
}

// Max returns the largest of the values.
func Max(first Decimal, rest ...Decimal) Decimal {
	for _, d := range rest {
		if d.Cmp(first) > 0 {
			first = d
		}
	}
	return first
}

// Sum returns the sum of the values, 0 for none.
func Sum(values ...Decimal) Decimal {
	var sum Decimal
	for _, v := range values {
		sum = sum.Add(v)
	}
	return sum
}

// align returns the coefficients of two fast forms at their larger scale.
func align(d, e Decimal) (a, b int64, scale int32, ok bool) {
	switch {
	case d.scale == e.scale:
		return d.coef, e.coef, d.scale, true
	case d.scale > e.scale:
		b, ok = mul64(e.coef, pow10[d.scale-e.scale])
		return d.coef, b, d.scale, ok
	default:
		a, ok = mul64(d.coef, pow10[e.scale-d.scale])
		return a, e.coef, e.scale, ok
	}
}

// mul64 returns a * b and whether its magnitude fits an int64.
func mul64(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(abs64(a), abs64(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func abs64(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
