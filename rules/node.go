package rules

import (
	"regexp"
	"strings"
)

// Op is what a Node does.
type Op uint8

// The operations. Unless said otherwise an operation on none yields none if its
// result is a value, and false if it is a truth value.
const (
	OpConst      Op = iota // Value
	OpRead                 // what Ref names; a bool that is none counts as false where a truth value is needed
	OpNot                  // not Args[0]
	OpAnd                  // every argument; two of them
	OpOr                   // any argument; two of them
	OpImplies              // not Args[0] or Args[1]
	OpIf                   // Args[0] ? Args[1] : Args[2]
	OpEq                   // Args[0] == Args[1]; false if either is none
	OpNe                   // not OpEq, so true if either is none
	OpLt                   // Args[0] < Args[1]
	OpLe                   // Args[0] <= Args[1]
	OpGt                   // Args[0] > Args[1]
	OpGe                   // Args[0] >= Args[1]
	OpIn                   // Args[0] equals one of Args[1:]
	OpHolds                // the set Args[0] holds the option Args[1]
	OpHas                  // Args[0] is not none; a set is not empty
	OpAllowed              // Args are a row of Table
	OpLookup               // Column of the row of Table whose first cells are Args; none without such a row
	OpAdd                  // Args[0] + Args[1]; date + number of days
	OpSub                  // Args[0] - Args[1]; date - date is a number of days
	OpMul                  // Args[0] * Args[1]
	OpQuo                  // Args[0] / Args[1] at 12 decimals, half away from zero; none for a zero divisor
	OpRem                  // Args[0] % Args[1], with the sign of Args[0]; none for a zero divisor
	OpNeg                  // -Args[0]
	OpAbs                  // the magnitude of Args[0]
	OpMin                  // the least argument that is not none
	OpMax                  // the greatest argument that is not none
	OpRound                // Args[0] at Places decimals, half away from zero
	OpFloor                // Args[0] at Places decimals, downwards
	OpCeil                 // Args[0] at Places decimals, upwards
	OpFilter               // the instances of list Args[0] for which Args[1] holds
	OpCount                // how many instances of Args[0]; for which Args[1] holds, if present
	OpSum                  // the sum of Args[1] over Args[0], nones skipped; 0 for no instances
	OpLeast                // the least Args[1] over Args[0], nones skipped
	OpMost                 // the greatest Args[1] over Args[0], nones skipped
	OpAny                  // Args[1] holds for some instance of Args[0]
	OpAll                  // Args[1] holds for every instance of Args[0]
	OpNone                 // Args[1] holds for no instance of Args[0]
	OpOne                  // Args[1] holds for exactly one instance of Args[0]
	OpLength               // the number of characters of the text Args[0]
	OpStartsWith           // the text Args[0] starts with Args[1]
	OpEndsWith             // the text Args[0] ends with Args[1]
	OpContains             // the text Args[0] contains Args[1]
	OpMatches              // the text Args[0] matches Pattern
)

// Node is one node of a checked expression. Nodes are immutable; a node may be
// shared by two parents (`a < b < c` is `a < b and b < c` with one b).
type Node struct {
	Op   Op
	Type Type
	Span Span
	Args []*Node
	// Nullable is true when the node can yield none.
	Nullable bool

	Value   Value          // of OpConst
	Ref     *Ref           // of OpRead
	Table   *Table         // of OpAllowed and OpLookup
	Column  int            // of OpLookup
	Places  int            // of OpRound, OpFloor, OpCeil
	Pattern *regexp.Regexp // of OpMatches
}

// Span is a stretch of a source text, as offsets in characters (runes). From is
// the first, To the one after the last.
type Span struct{ From, To int }

// Join returns the smallest span that covers both.
func (s Span) Join(t Span) Span { return Span{min(s.From, t.From), max(s.To, t.To)} }

// Step leads from one frame to another.
type Step uint8

// The steps.
const (
	StepParent Step = iota // the frame that holds the list
	StepNext               // the instance after, none at the end
	StepPrev               // the instance before, none at the start
)

// Ref is where a value is read: from the frame the expression is evaluated in,
// or from the element of the innermost aggregate around it; through Steps; then
// a slot; then, for a choice, a property of its option.
type Ref struct {
	// Element is true when the path starts at the element of the innermost
	// aggregate (".size"): an instance of a list, or an option of a multi.
	Element bool
	Steps   []Step
	// Schema is that of the frame the value is read from; nil when the element
	// is an option.
	Schema *Schema
	// Slot is the slot read; -1 when the element itself, or Position, is read.
	Slot int
	// Position is true for .position, the place in the list from 1.
	Position bool
	// Property is the index of the property read of the option; -1 for none.
	Property int
	// Path is the name as written: "motor.power", ".size", "parent.width".
	Path string
}

// base returns the path without the property.
func (r *Ref) base() string {
	if r.Property < 0 {
		return r.Path
	}
	return r.Path[:strings.LastIndexByte(r.Path, '.')]
}

// Walk calls visit for n and all below it, a shared node once per parent, and
// does not descend where visit returns false.
func (n *Node) Walk(visit func(*Node) bool) {
	if n == nil || !visit(n) {
		return
	}
	for _, a := range n.Args {
		a.Walk(visit)
	}
}

// Aggregate reports whether the node ranges over a list or set: Args[0] is the
// collection, and Args[1], if present, is evaluated per element.
func (n *Node) Aggregate() bool { return OpFilter <= n.Op && n.Op <= OpOne }
