package rules

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/vm"

	"github.com/quotient-cpq/quotient/internal/money"
)

// newMachine returns a machine for the pool of a schema; machines keep their
// stacks between runs.
func newMachine() any { return new(vm.VM) }

// newConfig returns expr's configuration with our functions and nothing of its
// own: no environment, no optimizer (it folds with floats).
func newConfig() *conf.Config {
	c := conf.CreateNew()
	c.Optimize = false
	c.MaxNodes = MaxNodes
	c.DisableIfOperator = true
	for _, f := range machineFunctions {
		c.Functions[f.Name] = f
	}
	return c
}

// lookup is the constant argument of $lookup.
type lookup struct {
	table  *Table
	column int
}

type implementation = func(args ...any) (any, error)

// typed declares a function; signature is a pointer to its function type.
func typed(name string, signature any, f implementation) *builtin.Function {
	return &builtin.Function{Name: name, Func: f, Types: []reflect.Type{reflect.TypeOf(signature).Elem()}}
}

// truth declares a function of two values that yields a truth value, false when
// either is none.
func truth(name string, f func(a, b any) bool) *builtin.Function {
	return typed(name, new(func(any, any) bool), func(args ...any) (any, error) {
		return args[0] != nil && args[1] != nil && f(args[0], args[1]), nil
	})
}

// number declares a function of numbers, none when any is none or the result
// overflows.
func number(name string, f func(a []money.Decimal) (money.Decimal, bool)) *builtin.Function {
	return typed(name, new(func(...any) any), func(args ...any) (any, error) {
		var buffer [2]money.Decimal
		numbers := buffer[:0]
		for _, a := range args {
			d, ok := a.(money.Decimal)
			if !ok {
				return nil, nil
			}
			numbers = append(numbers, d)
		}
		return result(f(numbers))
	})
}

// result is a number as the machine holds it; none when there is none.
func result(d money.Decimal, ok bool) (any, error) {
	if !ok || d.Overflowed() {
		return nil, nil
	}
	return d, nil
}

// rounding declares a function of a number and a constant of decimals.
func rounding(name string, f func(d money.Decimal, places int) money.Decimal) *builtin.Function {
	return typed(name, new(func(any, int) any), func(args ...any) (any, error) {
		d, ok := args[0].(money.Decimal)
		if !ok {
			return nil, nil
		}
		return result(f(d, args[1].(int)), true)
	})
}

// over declares a function that folds the numbers of a list, nones skipped.
func over(name string, fold func(values []any) (money.Decimal, bool)) *builtin.Function {
	return typed(name, new(func([]any) any), func(args ...any) (any, error) {
		return result(fold(args[0].([]any)))
	})
}

// total is the sum of the numbers, 0 for none.
func total(values []any) (money.Decimal, bool) {
	var out money.Decimal
	for _, v := range values {
		if d, ok := v.(money.Decimal); ok {
			out = out.Add(d)
		}
	}
	return out, true
}

func least(values []any) (money.Decimal, bool) {
	return best(values, func(a, b money.Decimal) bool { return a.Cmp(b) < 0 })
}

func most(values []any) (money.Decimal, bool) {
	return best(values, func(a, b money.Decimal) bool { return a.Cmp(b) > 0 })
}

// best is the number that is better than all others; false without numbers.
func best(values []any, better func(a, b money.Decimal) bool) (out money.Decimal, found bool) {
	for _, v := range values {
		if d, ok := v.(money.Decimal); ok && (!found || better(d, out)) {
			out, found = d, true
		}
	}
	return out, found
}

func texts(name string, f func(s, t string) bool) *builtin.Function {
	return truth(name, func(a, b any) bool { return f(textOf(a), textOf(b)) })
}

func textOf(v any) string { return Value{v}.Text() }

// machineFunctions are what emitted programs call.
var machineFunctions = []*builtin.Function{
	typed("$test", new(func(any, any) bool), func(args ...any) (any, error) {
		return args[1].(*test).holds(args[0]), nil
	}),
	typed("$read", new(func(any, any) any), func(args ...any) (any, error) {
		return args[1].(*Ref).read(args[0]), nil
	}),
	typed("$list", new(func(any, any) []any), func(args ...any) (any, error) {
		return args[1].(*Ref).elements(args[0]), nil
	}),
	typed("$size", new(func([]any) any), func(args ...any) (any, error) {
		return money.FromInt(int64(len(args[0].([]any)))), nil
	}),
	typed("$number", new(func(int) any), func(args ...any) (any, error) {
		return money.FromInt(int64(args[0].(int))), nil
	}),
	typed("$true", new(func(any) bool), func(args ...any) (any, error) {
		b, _ := args[0].(bool)
		return b, nil
	}),
	typed("$has", new(func(any) bool), func(args ...any) (any, error) { return has(args[0]), nil }),
	typed("$in", new(func(any, ...any) bool), func(args ...any) (any, error) {
		for _, a := range args[1:] {
			if args[0] != nil && equal(args[0], a) {
				return true, nil
			}
		}
		return false, nil
	}),
	typed("$allowed", new(func(any, ...any) bool), func(args ...any) (any, error) {
		return args[0].(*Table).find(args[1:]) >= 0, nil
	}),
	typed("$lookup", new(func(any, ...any) any), func(args ...any) (any, error) {
		l := args[0].(*lookup)
		if row := l.table.find(args[1:]); row >= 0 {
			return l.table.rows[row][l.column].raw, nil
		}
		return nil, nil
	}),
	typed("$matches", new(func(any, any) bool), func(args ...any) (any, error) {
		return args[0] != nil && args[1].(*regexp.Regexp).MatchString(textOf(args[0])), nil
	}),
	typed("$length", new(func(any) any), func(args ...any) (any, error) {
		if args[0] == nil {
			return nil, nil
		}
		return money.FromInt(int64(utf8.RuneCountInString(textOf(args[0])))), nil
	}),
	typed("$add", new(func(any, any) any), func(args ...any) (any, error) { return plus(args[0], args[1], 1) }),
	typed("$sub", new(func(any, any) any), func(args ...any) (any, error) { return plus(args[0], args[1], -1) }),
	typed("$min", new(func(...any) any), func(args ...any) (any, error) { return result(least(args)) }),
	typed("$max", new(func(...any) any), func(args ...any) (any, error) { return result(most(args)) }),
	truth("$eq", equal),
	truth("$lt", func(a, b any) bool { return compares(OpLt, compare(a, b)) }),
	truth("$le", func(a, b any) bool { return compares(OpLe, compare(a, b)) }),
	truth("$gt", func(a, b any) bool { return compares(OpGt, compare(a, b)) }),
	truth("$ge", func(a, b any) bool { return compares(OpGe, compare(a, b)) }),
	typed("$holds", new(func(any, any) bool), func(args ...any) (any, error) {
		set, _ := args[0].(*Set)
		o, ok := args[1].(*Option)
		return ok && set.holds(o), nil
	}),
	texts("$startsWith", strings.HasPrefix),
	texts("$endsWith", strings.HasSuffix),
	texts("$contains", strings.Contains),
	number("$mul", func(a []money.Decimal) (money.Decimal, bool) { return a[0].Mul(a[1]), true }),
	number("$quo", func(a []money.Decimal) (money.Decimal, bool) { return quotient(a[0], a[1]) }),
	number("$rem", func(a []money.Decimal) (money.Decimal, bool) { return remainder(a[0], a[1]) }),
	number("$neg", func(a []money.Decimal) (money.Decimal, bool) { return a[0].Neg(), true }),
	number("$abs", func(a []money.Decimal) (money.Decimal, bool) { return a[0].Abs(), true }),
	rounding("$round", money.Decimal.Round),
	rounding("$floor", money.Decimal.Floor),
	rounding("$ceil", money.Decimal.Ceil),
	over("$sum", total),
	over("$least", least),
	over("$most", most),
}

// equal compares two values that are not none. Options of one choice are the
// same pointer; a choice and a text, or options of two choices, compare by code.
func equal(a, b any) bool {
	switch x := a.(type) {
	case bool:
		return x == b
	case money.Decimal:
		y, ok := b.(money.Decimal)
		return ok && x.Equal(y)
	case day:
		return x == b
	}
	return a == b || textOf(a) == textOf(b)
}

// compare orders two numbers or two days.
func compare(a, b any) int {
	if x, ok := a.(day); ok {
		return int(x - b.(day))
	}
	return a.(money.Decimal).Cmp(b.(money.Decimal))
}

// has reports whether a value is there; an empty set or list is not.
func has(v any) bool {
	switch x := v.(type) {
	case *Set:
		return x.Len() > 0
	case []any:
		return len(x) > 0
	case *Frame:
		return x != nil
	}
	return v != nil
}

// plus is a + sign*b for numbers and days.
func plus(a, b any, sign int64) (any, error) {
	switch x := a.(type) {
	case money.Decimal:
		if y, ok := b.(money.Decimal); ok && sign < 0 {
			return result(x.Sub(y), true)
		} else if ok {
			return result(x.Add(y), true)
		}
	case day:
		switch y := b.(type) {
		case day:
			return money.FromInt(int64(x - y)), nil
		case money.Decimal:
			return shift(x, y, sign), nil
		}
	case nil:
	default:
		return nil, fmt.Errorf("cannot add to %T", a)
	}
	return nil, nil
}

// shift moves a day by whole days; none for a part of a day, and outside the
// years 1 to 9999.
func shift(x day, by money.Decimal, sign int64) any {
	n, ok := by.Int64()
	if !ok || n > 4e6 || n < -4e6 {
		return nil
	}
	if out := x + day(sign*n); firstDay <= out && out <= lastDay {
		return out
	}
	return nil
}

// MaxDays is the largest constant number of days that is taken to lead from any
// date in use to another: dates stay that far from the years 1 and 9999, beyond
// which a date is none.
const MaxDays = 400000

// The days 0001-01-01 and 9999-12-31.
const (
	firstDay day = -719162
	lastDay  day = 2932896
)

func quotient(a, b money.Decimal) (money.Decimal, bool) {
	q, err := a.Quo(b)
	return q, err == nil
}

// remainder is a - b*trunc(a/b).
func remainder(a, b money.Decimal) (money.Decimal, bool) {
	if b.IsZero() {
		return money.Decimal{}, false
	}
	q, err := a.QuoRound(b, 0, money.TowardZero)
	return a.Sub(b.Mul(q)), err == nil
}
