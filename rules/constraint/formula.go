package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// FormulaOp is how a Formula is composed.
type FormulaOp uint8

// The compositions.
const (
	True    FormulaOp = iota // no arguments
	False                    // no arguments
	And                      // every argument, at least two
	Or                       // some argument, at least two
	Literal                  // Atom, or its negation
)

// Formula is a boolean formula in negation normal form.
type Formula struct {
	Op      FormulaOp
	Args    []*Formula
	Atom    *Atom
	Negated bool
	// Span is the part of the source that says this.
	Span rules.Span
}

// AtomKind is the class of an Atom.
type AtomKind uint8

// The atoms; see the package documentation.
const (
	BoolAtom AtomKind = iota
	OptionAtom
	HoldsAtom
	PresentAtom
	LinearAtom
	TableAtom
	OpaqueAtom
)

// Atom is one two-valued statement about variables.
type Atom struct {
	// ID counts the atoms of a Builder from 0.
	ID   int
	Kind AtomKind
	// Var is the variable of a Bool, Option, Holds or Present atom.
	Var Var
	// Option is the index of the option of an Option or Holds atom.
	Option int
	Linear *Linear
	Table  *Membership
	Opaque *Opaque
	// valueKind is the kind of the variable of a Present atom.
	valueKind rules.Kind
}

// Linear is the statement sum(Terms) <= Bound or, if Equal, sum(Terms) == Bound.
type Linear struct {
	Terms []Term
	Equal bool
	Bound money.Decimal
}

// Term is Coefficient * [Guard] * value of Var. No Guard counts as true, NoVar
// as 1, a Var that is none as 0.
type Term struct {
	Coefficient money.Decimal
	Var         Var
	Guard       *Formula
}

// Membership is the statement that the cells are a row of the table.
type Membership struct {
	Table *rules.Table
	Cells []Cell
	// vars describe the variables of the cells.
	vars []Variable
}

// Cell is what one column must equal: a variable, or a constant if Var is NoVar.
type Cell struct {
	Var   Var
	Value rules.Value
}

// Opaque is a statement only known by evaluation. It reads nothing but Vars.
type Opaque struct {
	Vars []Var
	expr *expr
}
