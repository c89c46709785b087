package money

import (
	"cmp"
	"errors"
	"math/big"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"
)

// The errors of Allocate.
var (
	ErrNegativeWeight = errors.New("cannot allocate by a negative weight")
	ErrNoWeight       = errors.New("cannot allocate: every weight is zero")
	ErrTooPrecise     = errors.New("cannot allocate: the total has more decimals than its parts may have")
)

// Allocate divides total into one part per weight, in proportion to the weights,
// each part with at most the given number of decimals, so that the parts sum to
// exactly total. Units that proportion does not place go to the largest
// remainders, the earlier of equals first. A negative total is divided like its
// magnitude. A zero weight gets nothing.
func Allocate(total Decimal, weights []Decimal, places int) ([]Decimal, error) {
	if total.Overflowed() || slices.ContainsFunc(weights, Decimal.Overflowed) {
		return nil, errOverflow
	}
	units := total.Abs().Shift(places)
	if !units.IsInt() {
		return nil, ErrTooPrecise
	}
	scale, any := 0, false
	for _, w := range weights {
		if w.Sign() < 0 {
			return nil, ErrNegativeWeight
		}
		scale, any = max(scale, w.Scale()), any || !w.IsZero()
	}
	switch {
	case total.IsZero():
		return make([]Decimal, len(weights)), nil
	case !any:
		return nil, ErrNoWeight
	}
	if out, ok := allocate64(units, weights, scale, total.Sign() < 0, places); ok {
		return out, nil
	}
	return allocateWide(units, weights, scale, total.Sign() < 0, places), nil
}

// allocate64 works where the units, and the sum of the weights at the common
// scale, fit 64 bits.
func allocate64(units Decimal, weights []Decimal, scale int, negative bool, places int) ([]Decimal, bool) {
	if units.wide != nil || units.digits.hi != 0 || places < 0 || places > maxScale {
		return nil, false
	}
	whole := make([]uint64, len(weights))
	var sum, carry uint64
	for i, w := range weights {
		if w.wide != nil || scale-w.Scale() > step19 {
			return nil, false
		}
		n, ok := w.digits.mul(pow10[scale-w.Scale()])
		if sum, carry = bits.Add64(sum, n.lo, 0); !ok || n.hi != 0 || carry != 0 {
			return nil, false
		}
		whole[i] = n.lo
	}
	rests := make([]uint64, len(weights))
	left := units.digits.lo
	for i, w := range whole {
		hi, lo := bits.Mul64(units.digits.lo, w)
		whole[i], rests[i] = bits.Div64(hi, lo, sum)
		left -= whole[i]
	}
	largest(rests, left, func(i int) { whole[i]++ })
	out := make([]Decimal, len(whole))
	for i, n := range whole {
		out[i] = canonical(negative, u128{0, n}, places)
	}
	return out, true
}

// largest calls add for the n largest of the rests, the earlier of equals first.
func largest(rests []uint64, n uint64, add func(int)) {
	if n == 0 {
		return
	}
	limit := nthLargest(rests, n)
	for i, r := range rests {
		if r > limit {
			add(i)
			n--
		}
	}
	for i, r := range rests {
		if r == limit && n > 0 {
			add(i)
			n--
		}
	}
}

// nthLargest returns the n-th largest of the values, 1 being the largest, in time
// linear in their number: byte by byte from the top, it counts how many of those
// that begin like the answer go on with each byte.
func nthLargest(values []uint64, n uint64) uint64 {
	var found, known uint64
	for shift := 56; shift >= 0; shift -= 8 {
		var counts [256]uint64
		for _, v := range values {
			if v&known == found {
				counts[byte(v>>shift)]++
			}
		}
		next := 255
		for ; counts[next] < n; next-- {
			n -= counts[next]
		}
		found |= uint64(next) << shift
		known |= 0xff << shift
	}
	return found
}

// allocateWide works in any size.
func allocateWide(units Decimal, weights []Decimal, scale int, negative bool, places int) []Decimal {
	total, sum := units.bigInt(), new(big.Int)
	whole := make([]*big.Int, len(weights))
	for i, w := range weights {
		whole[i] = w.Shift(scale).bigInt()
		sum.Add(sum, whole[i])
	}
	rests := make([]*big.Int, len(weights))
	order := make([]int, len(weights))
	left := new(big.Int).Set(total)
	for i, w := range whole {
		whole[i], rests[i] = new(big.Int).QuoRem(new(big.Int).Mul(total, w), sum, new(big.Int))
		left.Sub(left, whole[i])
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(rests[b].Cmp(rests[a]), cmp.Compare(a, b))
	})
	one := big.NewInt(1)
	for _, i := range order[:left.Int64()] {
		whole[i].Add(whole[i], one)
	}
	out := make([]Decimal, len(whole))
	for i, n := range whole {
		if negative {
			n.Neg(n)
		}
		out[i] = fromWide(decimal.NewFromBigInt(n, int32(-places)))
	}
	return out
}

// bigInt returns a whole number as a big integer.
func (d Decimal) bigInt() *big.Int {
	if d.wide != nil {
		return d.wide.BigInt()
	}
	n := d.digits.big()
	if d.negative {
		n.Neg(n)
	}
	return n
}
