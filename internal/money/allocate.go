package money

import (
	"cmp"
	"errors"
	"math/big"
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
	scale := 0
	for _, w := range weights {
		if w.Sign() < 0 {
			return nil, ErrNegativeWeight
		}
		scale = max(scale, w.Scale())
	}
	ws := make([]*big.Int, len(weights))
	sum := new(big.Int)
	for i, w := range weights {
		ws[i] = w.Shift(scale).bigInt()
		sum.Add(sum, ws[i])
	}
	if sum.Sign() == 0 {
		if total.IsZero() {
			return make([]Decimal, len(weights)), nil
		}
		return nil, ErrNoWeight
	}
	return largestRemainder(units.bigInt(), ws, sum, total.Sign() < 0, places), nil
}

// bigInt returns a whole number as a big integer.
func (d Decimal) bigInt() *big.Int {
	if d.wide != nil {
		return d.wide.BigInt()
	}
	return big.NewInt(d.coef)
}

func largestRemainder(units *big.Int, weights []*big.Int, sum *big.Int, negative bool, places int) []Decimal {
	parts := make([]*big.Int, len(weights))
	rests := make([]*big.Int, len(weights))
	order := make([]int, len(weights))
	left := new(big.Int).Set(units)
	for i, w := range weights {
		parts[i], rests[i] = new(big.Int).QuoRem(new(big.Int).Mul(units, w), sum, new(big.Int))
		left.Sub(left, parts[i])
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(rests[b].Cmp(rests[a]), cmp.Compare(a, b))
	})
	one := big.NewInt(1)
	for _, i := range order[:left.Int64()] {
		parts[i].Add(parts[i], one)
	}
	out := make([]Decimal, len(parts))
	for i, p := range parts {
		if negative {
			p.Neg(p)
		}
		out[i] = fromWide(decimal.NewFromBigInt(p, int32(-places)))
	}
	return out
}
