package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/quotient-cpq/quotient/internal/money"
)

// Apply evaluates the operation of a node on values of its arguments, exactly
// as a running program does. It serves evaluators of grounded expressions; it
// covers every operation except reads, not, and, or, implies, ?: and the
// aggregates, which such evaluators do themselves.
func (n *Node) Apply(args ...Value) Value {
	if v, ok := n.applyTest(args); ok {
		return Value{v}
	}
	if n.Op == OpMin || n.Op == OpMax {
		return Extreme(n.Op, args)
	}
	for _, a := range args {
		if a.IsNone() {
			return Value{}
		}
	}
	switch n.Op {
	case OpConst:
		return n.Value
	case OpLookup:
		if row := n.Table.find(raws(args)); row >= 0 {
			return n.Table.rows[row][n.Column]
		}
		return Value{}
	case OpLength:
		return IntValue(int64(utf8.RuneCountInString(args[0].Text())))
	case OpAdd, OpSub:
		sign := int64(1)
		if n.Op == OpSub {
			sign = -1
		}
		v, _ := plus(args[0].raw, args[1].raw, sign)
		return Value{v}
	default:
		return n.applyNumber(args)
	}
}

// applyTest covers the operations that yield a truth value.
func (n *Node) applyTest(args []Value) (result, ok bool) {
	switch n.Op {
	case OpHas:
		return has(args[0].raw), true
	case OpHolds:
		o := args[1].Option()
		return o != nil && args[0].Set().holds(o), true
	case OpIn:
		for _, a := range args[1:] {
			if !args[0].IsNone() && equal(args[0].raw, a.raw) {
				return true, true
			}
		}
		return false, true
	case OpAllowed:
		return n.Table.find(raws(args)) >= 0, true
	case OpEq, OpNe:
		same := !args[0].IsNone() && !args[1].IsNone() && equal(args[0].raw, args[1].raw)
		return same == (n.Op == OpEq), true
	case OpLt, OpLe, OpGt, OpGe:
		return !args[0].IsNone() && !args[1].IsNone() && compares(n.Op, compare(args[0].raw, args[1].raw)), true
	case OpMatches:
		return !args[0].IsNone() && n.Pattern.MatchString(args[0].Text()), true
	case OpStartsWith, OpEndsWith, OpContains:
		if args[0].IsNone() || args[1].IsNone() {
			return false, true
		}
		test := map[Op]func(s, t string) bool{
			OpStartsWith: strings.HasPrefix, OpEndsWith: strings.HasSuffix, OpContains: strings.Contains,
		}[n.Op]
		return test(args[0].Text(), args[1].Text()), true
	default:
		return false, false
	}
}

// applyNumber covers arithmetic on numbers that are there.
func (n *Node) applyNumber(args []Value) Value {
	a, ok := args[0].Decimal()
	if !ok {
		return Value{}
	}
	var b money.Decimal
	if len(args) > 1 {
		b, _ = args[1].Decimal()
	}
	switch n.Op {
	case OpMul:
		a = a.Mul(b)
	case OpQuo:
		a, ok = quotient(a, b)
	case OpRem:
		a, ok = remainder(a, b)
	case OpNeg:
		a = a.Neg()
	case OpAbs:
		a = a.Abs()
	case OpRound:
		a = a.Round(n.Places)
	case OpFloor:
		a = a.Floor(n.Places)
	case OpCeil:
		a = a.Ceil(n.Places)
	default:
		panic("rules: Apply on an operation it does not cover")
	}
	v, _ := result(a, ok)
	return Value{v}
}

// Extreme returns the least (OpMin, OpLeast) or greatest (OpMax, OpMost) number
// among the values, nones skipped; none if there is none.
func Extreme(op Op, values []Value) Value {
	pick := least
	if op == OpMax || op == OpMost {
		pick = most
	}
	v, _ := result(pick(raws(values)))
	return Value{v}
}

// Total returns the sum of the numbers among the values, nones skipped.
func Total(values []Value) Value {
	v, _ := result(total(raws(values)))
	return Value{v}
}

func raws(values []Value) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v.raw
	}
	return out
}
