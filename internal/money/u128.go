package money

import (
	"math/big"
	"math/bits"
	"strconv"
)

// u128 is an unsigned integer of 128 bits: the digits of a Decimal that needs
// no memory of its own.
type u128 struct{ hi, lo uint64 }

// maxScale is the largest number of decimals of the inline form; 10^maxScale
// fits 128 bits.
const maxScale = 38

// step19 is the largest power of ten that fits 64 bits.
const step19 = 19

var pow10 = [step19 + 1]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

func (u u128) isZero() bool { return u.hi|u.lo == 0 }

func (u u128) cmp(v u128) int {
	switch {
	case u == v:
		return 0
	case u.hi < v.hi || u.hi == v.hi && u.lo < v.lo:
		return -1
	}
	return 1
}

// add returns u + v and whether it fits.
func (u u128) add(v u128) (u128, bool) {
	lo, carry := bits.Add64(u.lo, v.lo, 0)
	hi, carry := bits.Add64(u.hi, v.hi, carry)
	return u128{hi, lo}, carry == 0
}

// sub returns u - v; v must not be larger.
func (u u128) sub(v u128) u128 {
	lo, borrow := bits.Sub64(u.lo, v.lo, 0)
	hi, _ := bits.Sub64(u.hi, v.hi, borrow)
	return u128{hi, lo}
}

// mul returns u * v and whether it fits.
func (u u128) mul(v uint64) (u128, bool) {
	hi, lo := bits.Mul64(u.lo, v)
	if u.hi == 0 {
		return u128{hi, lo}, true
	}
	over, high := bits.Mul64(u.hi, v)
	hi, carry := bits.Add64(hi, high, 0)
	return u128{hi, lo}, over == 0 && carry == 0
}

// shift returns u * 10^n, 0 <= n <= maxScale, and whether it fits.
func (u u128) shift(n int) (u128, bool) {
	if n > step19 {
		v, ok := u.mul(pow10[step19])
		if !ok {
			return v, false
		}
		return v.mul(pow10[n-step19])
	}
	return u.mul(pow10[n])
}

// quoRem returns u / v and the remainder; v is not zero.
func (u u128) quoRem(v uint64) (u128, uint64) {
	if u.hi == 0 {
		return u128{0, u.lo / v}, u.lo % v
	}
	hi, rest := u.hi/v, u.hi%v
	lo, rest := bits.Div64(rest, u.lo, v)
	return u128{hi, lo}, rest
}

func (u u128) big() *big.Int {
	if u.hi == 0 {
		return new(big.Int).SetUint64(u.lo)
	}
	out := new(big.Int).SetUint64(u.hi)
	return out.Or(out.Lsh(out, 64), new(big.Int).SetUint64(u.lo))
}

// fromBig returns a number of at most 128 bits that is not negative.
func fromBig(n *big.Int) u128 {
	if n.IsUint64() {
		return u128{0, n.Uint64()}
	}
	low := new(big.Int).And(n, new(big.Int).SetUint64(^uint64(0)))
	return u128{new(big.Int).Rsh(n, 64).Uint64(), low.Uint64()}
}

// append appends the decimal digits.
func (u u128) append(b []byte) []byte {
	if u.hi == 0 {
		return strconv.AppendUint(b, u.lo, 10)
	}
	q, r := u.quoRem(pow10[step19])
	b = q.append(b)
	at := len(b)
	b = strconv.AppendUint(b, r, 10)
	for missing := step19 - (len(b) - at); missing > 0; missing-- {
		b = append(b, '0')
		copy(b[at+1:], b[at:])
		b[at] = '0'
	}
	return b
}
