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
	// None is true when it can be none; a multi never is.
	None bool
	// True and False are what a bool can be.
	True, False bool
	// Low and High bound a number, or the days of a date, both included. Low >
	// High means that only none is left.
	Low, High money.Decimal
	// Step is the distance between the numbers it can be, from Low on; zero when
	// that is not known. It lets a look-up see that every key has its row.
	Step money.Decimal
	// Options is the bit set of the options a choice can have or a multi can
	// hold; Required those a multi must hold.
	Options, Required []uint64
	// Text is the text, when it is known. NoText means that only none is left.
	Text   *string
	NoText bool
}

// some reports whether a variable of the kind can have a value.
func (d Domain) some(k rules.Kind) bool {
	switch k {
	case rules.BoolKind:
		return d.True || d.False
	case rules.ChoiceKind, rules.MultiKind:
		return !empty(d.Options)
	case rules.TextKind:
		return !d.NoText
	default:
		return d.Low.Cmp(d.High) <= 0
	}
}

// contains reports whether option o is in a bit set.
func contains(bits []uint64, o int) bool { return o/64 < len(bits) && bits[o/64]&(1<<(o%64)) != 0 }

// empty reports whether no option is in a bit set.
func empty(bits []uint64) bool {
	for _, word := range bits {
		if word != 0 {
			return false
		}
	}
	return true
}

// onlyIn reports whether no other option than o is in a bit set.
func onlyIn(bits []uint64, o int) bool {
	for i, word := range bits {
		if i == o/64 {
			word &^= 1 << (o % 64)
		}
		if word != 0 {
			return false
		}
	}
	return true
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

// known returns Yes or No.
func known(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// decide is the truth value of something that can be true, can be false, or both.
func decide(canTrue, canFalse bool) Truth {
	switch {
	case canTrue && canFalse:
		return Unknown
	case canTrue:
		return Yes
	}
	return No
}

func (t Truth) not() Truth {
	switch t {
	case Yes:
		return No
	case No:
		return Yes
	default:
		return Unknown
	}
}

func (t Truth) and(u Truth) Truth {
	switch {
	case t == No || u == No:
		return No
	case t == Yes && u == Yes:
		return Yes
	}
	return Unknown
}

func (t Truth) or(u Truth) Truth { return t.not().and(u.not()).not() }
