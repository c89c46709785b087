package money

import "github.com/shopspring/decimal"

// Add returns d + e, exactly.
func (d Decimal) Add(e Decimal) Decimal {
	if d.wide == nil && e.wide == nil {
		if a, b, scale, ok := align(d, e); ok {
			switch {
			case d.negative == e.negative:
				if sum, ok := a.add(b); ok {
					return canonical(d.negative, sum, scale)
				}
			case a.cmp(b) >= 0:
				return canonical(d.negative, a.sub(b), scale)
			default:
				return canonical(e.negative, b.sub(a), scale)
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
		if scale := int(d.scale) + int(e.scale); scale <= maxScale {
			a, b := d.digits, e.digits
			if b.hi != 0 {
				a, b = b, a
			}
			if b.hi == 0 {
				if p, ok := a.mul(b.lo); ok {
					return canonical(d.negative != e.negative, p, scale)
				}
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
	d.negative = !d.negative && !d.digits.isZero()
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
	if scale := int(d.scale) - n; d.wide == nil && scale <= maxScale && scale >= -maxScale {
		if scale >= 0 {
			return canonical(d.negative, d.digits, scale)
		}
		if p, ok := d.digits.shift(-scale); ok {
			return canonical(d.negative, p, 0)
		}
	}
	return fromWide(d.asWide().Shift(int32(n)))
}

// Cmp returns -1, 0 or +1 as d is less than, equal to or greater than e. An
// overflowed value is greater than every other.
func (d Decimal) Cmp(e Decimal) int {
	if d.wide == nil && e.wide == nil {
		if d.negative != e.negative {
			return btoi(e.negative) - btoi(d.negative)
		}
		a, b, _, ok := align(d, e)
		if d.negative {
			a, b, d, e = b, a, e, d
		}
		switch {
		case ok:
			return a.cmp(b)
		case d.scale < e.scale: // the digits of d, moved up, are beyond 128 bits
			return 1
		}
		return -1
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

// align returns the digits of two inline forms at their larger scale.
func align(d, e Decimal) (a, b u128, scale int, ok bool) {
	switch {
	case d.scale == e.scale:
		return d.digits, e.digits, int(d.scale), true
	case d.scale > e.scale:
		b, ok = e.digits.shift(int(d.scale - e.scale))
		return d.digits, b, int(d.scale), ok
	default:
		a, ok = d.digits.shift(int(e.scale - d.scale))
		return a, e.digits, int(e.scale), ok
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
