// Package constraint turns compiled rules into formulas that a solver can
// reason about: the same meaning as running the program, over variables instead
// of one frame.
//
// # From model to variables
//
// A Space grounds a rules.Schema: one Var for every slot of the root and of
// every instance that a list could ever have. The caller says how many of them
// there are. The instances of a list are present in order: instance k+1 is
// present only if instance k is; a frame lists the present ones. Variables of an
// absent instance are none.
//
// # Formulas
//
// Builder.Lower grounds a truth-valued program at one instance and yields a
// Formula in negation normal form: and, or, and literals over atoms. Atoms are
// strictly two-valued, so a negated literal means "the atom is false", whatever
// holds none:
//
//	BoolAtom     the bool variable is true (none is not true)
//	OptionAtom   the choice variable has the option
//	HoldsAtom    the multi variable holds the option
//	PresentAtom  the variable is not none; of an instance: it is present
//	LinearAtom   sum of coefficient * guard * number  <=  or  ==  bound
//	TableAtom    the values of the variables are a row of the table
//	OpaqueAtom   anything else: evaluate it, or bound it over a box
//
// In a LinearAtom a number variable that is none counts as 0; where none makes
// a comparison false, the formula says so with PresentAtoms beside it. A
// PresentAtom is written only for variables that can be none. Dates are numbers:
// days since 1970-01-01. A LinearAtom of one unguarded variable is divided
// through: its coefficient is 1 or -1, so it reads x <= bound, x >= -bound or
// x == bound.
//
// Equal atoms are one *Atom with one ID in their Builder, across rules and
// instances. Every Formula knows the span of the source it came from.
//
// A Formula may share parts (its negation shares its atoms, ?: its condition):
// walk it by pointer.
//
// Computed variables need not be searched for: Builder.Define makes the formulas
// lowered afterwards read the expression instead. Builder.Quantity grounds a
// value, to be evaluated or enclosed.
//
// # Boxes
//
// A Box gives every variable a Domain. Formula.Bounds, Atom.Bounds and
// Opaque.Bounds tell what holds over all of it, by interval arithmetic:
// Yes and No are certain, Unknown is not. A box of one assignment is always
// decided. So a solver can refute a region of lengths, speeds and loads at once,
// and split where the answer is Unknown.
//
// # Invariant
//
// For every assignment, Formula.Eval and rules.Program.Bool on Space.Frame of
// the same assignment agree: the differential property test of this package.
//
// Formulas, atoms and spaces are immutable once built and safe for concurrent
// use; a Builder is not.
package constraint
