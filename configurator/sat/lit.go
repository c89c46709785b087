package sat

import "strconv"

// Lit is a variable or its negation: 2*v or 2*v+1.
type Lit int32

// Undef is no literal.
const Undef Lit = -1

// Pos returns the positive literal of variable v, from 0.
func Pos(v int) Lit { return Lit(2 * v) }

// Not returns the negation of l.
func (l Lit) Not() Lit { return l ^ 1 }

// Var returns the variable of l.
func (l Lit) Var() int { return int(l >> 1) }

// Negative reports whether l is a negated variable.
func (l Lit) Negative() bool { return l&1 == 1 }

// String renders l as in DIMACS files: variables count from 1.
func (l Lit) String() string {
	if l == Undef {
		return "undef"
	}
	n := l.Var() + 1
	if l.Negative() {
		n = -n
	}
	return strconv.Itoa(n)
}

// Status is the answer to a question.
type Status int8

// The answers.
const (
	Unsat  Status = -1
	Budget Status = 0 // the steps ran out before an answer
	Sat    Status = 1
)
