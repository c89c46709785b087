package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// Assignment gives every variable a value, none included.
type Assignment interface {
	// Value returns the value of the variable: an option of a choice, a set of
	// options, a date, ...
	Value(v Var) rules.Value
}

// Domain is what a variable can still be.
type Domain struct {
	// None is true when it can be none (for a bool: false as well).
	None bool
	// True and False are what a bool can be.
	True, False bool
	// Low and High bound a number, or the days of a date, both included.
	// Low > High means that only none is left.
	Low, High money.Decimal
	// Options is the bit set of the options a choice can have, or a multi can
	// hold; Required those a multi must hold.
	Options, Required []uint64
}

// Box gives every variable what it can still be.
type Box interface {
	Domain(v Var) Domain
}

// Truth is a truth value that may not be known.
type Truth uint8

// The truth values.
const (
	Unknown Truth = iota
	Yes
	No
)
