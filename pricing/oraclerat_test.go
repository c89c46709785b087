package pricing_test

import (
	"math/big"

	"github.com/quotient-cpq/quotient/internal/money"
)

// This file is the arithmetic of the second implementation: rational numbers, exact
// but for the one division that rounds.

type rat = *big.Rat

func q(d money.Decimal) rat {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		panic(d.String())
	}
	return r
}

func integer(n int64) rat    { return big.NewRat(n, 1) }
func plus(a, b rat) rat      { return new(big.Rat).Add(a, b) }
func minus(a, b rat) rat     { return new(big.Rat).Sub(a, b) }
func times(a, b rat) rat     { return new(big.Rat).Mul(a, b) }
func over(a, b rat) rat      { return new(big.Rat).Quo(a, b) }
func percentOf(a, p rat) rat { return over(times(a, p), integer(100)) }

// round rounds to places decimals, half away from zero.
func round(a rat, places int) rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil))
	if places < 0 {
		unit.Inv(unit)
	}
	scaled := times(a, unit)
	twice := plus(times(new(big.Rat).Abs(scaled), integer(2)), integer(1)) // 2|x| + 1
	whole := new(big.Int).Quo(twice.Num(), new(big.Int).Mul(twice.Denom(), big.NewInt(2)))
	if a.Sign() < 0 {
		whole.Neg(whole)
	}
	return over(new(big.Rat).SetInt(whole), unit)
}

// divide is the only inexact operation of the unit steps: 12 decimals.
func divide(a, b rat) rat { return round(over(a, b), 12) }

func lowest(a, b rat) rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}
