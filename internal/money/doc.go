// Package money holds exact decimals, currencies and amounts.
//
// It owns how numbers of the business are represented, rounded, divided among
// lines, written and read: nothing in the product computes a price, a quantity
// or a rule with a float.
//
// # Invariants
//
//   - A Decimal is exact and immutable. Only division and explicit rounding lose
//     digits, and both say how.
//   - A Decimal is canonical: 19.90 and 19.9 are the same value, print the same
//     and, while they fit the fast form (an int64 coefficient and at most 18
//     decimals), are equal with == too. Code should still use Equal: a value
//     beyond the fast form is not comparable with ==.
//   - No input makes a Decimal larger than MaxDigits digits: Parse, JSON and Scan
//     refuse it, and arithmetic yields a value for which Overflowed is true. That
//     value is contagious, larger than every number and cannot be stored, so an
//     overflow is found where the result is used and never turns into a price.
//   - Allocate returns parts whose sum is exactly the total.
//
// Everything here is a pure value, safe for concurrent use.
package money
