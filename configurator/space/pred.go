package space

// Truth is the result of evaluating a condition over a box.
type Truth int8

// The results.
const (
	Yes  Truth = 1
	No   Truth = -1
	Open Truth = 0 // some points of the box say yes, some no, or it is not known
)

// Inputs are what a condition reads.
type Inputs struct {
	Lits   []Lit
	Enums  []EnumID
	Ranges []RangeID
}

// Pred is a condition decided by evaluation. Eval must be right about the
// whole box: Yes or No only if every point of it agrees; and decide every box
// that is a single point. It must be safe for concurrent use.
type Pred interface {
	Inputs() Inputs
	Eval(*Box) Truth
}

// Condition returns a literal that is true exactly when the condition holds.
func (b *Builder) Condition(p Pred) Lit {
	l := b.Bool()
	b.space.atoms = append(b.space.atoms, atom{l, p, p.Inputs()})
	return l
}

// Box is a set of points: for every input the values it may have.
type Box struct {
	lits   []Truth // by variable
	enums  []enumBox
	ranges []rangeBox
}

// enumBox is one value, or several when fixed is false.
type enumBox struct {
	fixed   bool
	value   int32
	allowed []bool
}

type rangeBox struct {
	lo, hi int64
	has    Truth
}

// Lit tells what is known of a literal.
func (b *Box) Lit(l Lit) Truth {
	if l.Negative() {
		return -b.lits[l.Var()]
	}
	return b.lits[l.Var()]
}

// Enum calls visit for every value the enum may have, in order, until visit
// returns false.
func (b *Box) Enum(e EnumID, visit func(value int) bool) {
	x := &b.enums[e]
	if x.fixed {
		visit(int(x.value))
		return
	}
	for v, ok := range x.allowed {
		if ok && !visit(v) {
			return
		}
	}
}

// Fixed returns the value of the enum when it has only one.
func (b *Box) Fixed(e EnumID) (int, bool) {
	return int(b.enums[e].value), b.enums[e].fixed
}

// Range returns the bounds of a range and whether it is present: Yes, No
// (none), or Open.
func (b *Box) Range(r RangeID) (lo, hi int64, has Truth) {
	x := b.ranges[r]
	return x.lo, x.hi, x.has
}
