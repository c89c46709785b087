package money

import (
	"errors"

	"github.com/shopspring/decimal"
)

// Mode says what happens to the digits that rounding drops.
type Mode uint8

// The rounding modes. The zero value, HalfAway, is the commercial rounding
// that every amount of a quote uses unless it says otherwise.
const (
	HalfAway     Mode = iota // to the nearest, a tie away from zero: 2.5 -> 3, -2.5 -> -3
	HalfEven                 // to the nearest, a tie to the even neighbour: 2.5 -> 2
	AwayFromZero             // every remainder makes the magnitude larger
	TowardZero               // digits are cut off
	Ceiling                  // towards plus infinity
	Floor                    // towards minus infinity
)

// QuoPlaces is the number of decimals that Quo keeps.
const QuoPlaces = 12

// ErrDivisionByZero is returned by Quo and QuoRound.
var ErrDivisionByZero = errors.New("division by zero")

// up reports whether the magnitude of a truncated result grows by one unit:
// half compares the dropped part with a half unit, odd is the parity of the
// last digit kept. The dropped part is not zero.
func (m Mode) up(negative, odd bool, half int) bool {
	switch m {
	case HalfEven:
		return half > 0 || half == 0 && odd
	case AwayFromZero:
		return true
	case TowardZero:
		return false
	case Ceiling:
		return !negative
	case Floor:
		return negative
	default:
		return half >= 0
	}
}

// Round returns d at the given number of decimals, half away from zero. A
// negative number rounds to tens, hundreds and so on.
func (d Decimal) Round(places int) Decimal { return d.RoundMode(places, HalfAway) }

// Floor returns d rounded towards minus infinity.
func (d Decimal) Floor(places int) Decimal { return d.RoundMode(places, Floor) }

// Ceil returns d rounded towards plus infinity.
func (d Decimal) Ceil(places int) Decimal { return d.RoundMode(places, Ceiling) }

// RoundMode returns d at the given number of decimals.
func (d Decimal) RoundMode(places int, mode Mode) Decimal {
	if d.Overflowed() || int(d.scale) <= places {
		return d
	}
	drop := int(d.scale) - places
	if d.wide == nil && drop <= step19 {
		q, r := d.digits.quoRem(pow10[drop])
		if r != 0 && mode.up(d.negative, q.lo&1 != 0, compareHalf(r, pow10[drop])) {
			q, _ = q.add(u128{0, 1}) // below 2^128: drop is at least 1
		}
		if places >= 0 {
			return canonical(d.negative, q, places)
		}
		return canonical(d.negative, q, 0).Shift(-places)
	}
	if places < -2*MaxDigits {
		places = -2 * MaxDigits // every digit is dropped already
	}
	q, _ := quoWide(d.asWide(), decimal.New(1, 0), places, mode)
	return q
}

// Quo returns d / e at 12 decimals, half away from zero, or
// ErrDivisionByZero.
func (d Decimal) Quo(e Decimal) (Decimal, error) { return d.QuoRound(e, QuoPlaces, HalfAway) }

// QuoRound returns d / e rounded once to the given number of decimals, or
// ErrDivisionByZero.
func (d Decimal) QuoRound(e Decimal, places int, mode Mode) (Decimal, error) {
	switch {
	case e.IsZero():
		return Decimal{}, ErrDivisionByZero
	case d.Overflowed(), e.Overflowed(), places > MaxDigits, places < -MaxDigits:
		return overflow(), nil
	case d.wide == nil && e.wide == nil:
		if q, ok := quoInline(d, e, places, mode); ok {
			return q, nil
		}
	}
	return quoWide(d.asWide(), e.asWide(), places, mode)
}

// quoInline divides two inline forms, or reports that they do not fit.
func quoInline(d, e Decimal, places int, mode Mode) (Decimal, bool) {
	den, shift := e.digits, places+int(e.scale)-int(d.scale)
	if places < 0 || places > maxScale || shift > maxScale || shift < -maxScale {
		return Decimal{}, false
	}
	num := d.digits
	var ok bool
	if shift >= 0 {
		num, ok = num.shift(shift)
	} else {
		den, ok = den.shift(-shift)
	}
	if !ok || den.hi != 0 {
		return Decimal{}, false
	}
	q, r := num.quoRem(den.lo)
	negative := d.negative != e.negative
	if r != 0 && mode.up(negative, q.lo&1 != 0, compareHalf(r, den.lo)) {
		q, _ = q.add(u128{0, 1}) // below 2^128: with a remainder den is at least 2
	}
	return canonical(negative, q, places), true
}

// compareHalf compares r with the half of unit, 0 < r < unit.
func compareHalf(r, unit uint64) int {
	switch rest := unit - r; {
	case r < rest:
		return -1
	case r > rest:
		return 1
	}
	return 0
}

// quoWide divides in any size; e is not zero.
func quoWide(d, e decimal.Decimal, places int, mode Mode) (Decimal, error) {
	q, r := d.QuoRem(e, int32(places))
	if r.IsZero() {
		return fromWide(q), nil
	}
	unit := decimal.New(1, int32(-places))
	negative := (d.Sign() < 0) != (e.Sign() < 0)
	half := r.Abs().Mul(decimal.New(2, 0)).Cmp(e.Abs().Mul(unit))
	if mode.up(negative, q.Coefficient().Bit(0) == 1, half) {
		if negative {
			unit = unit.Neg()
		}
		q = q.Add(unit)
	}
	return fromWide(q), nil
}
