package configurator

import (
	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// smallRange is the number of values up to which a number is also reasoned
// about value by value.
const smallRange = 64

// variable is how one attribute of one instance is represented in the space.
type variable struct {
	kind rules.Kind
	// has is true where the variable is not none.
	has space.Lit
	// truth is the literal of a bool or of the presence of an instance.
	truth space.Lit
	// options are the literals of a choice or multi; none is that of the value
	// none of a choice, space.False when it cannot be.
	options []space.Lit
	none    space.Lit
	// enum covers options and, if it can be, none, of a choice; has of others.
	enum space.EnumID
	// number is the range of a number or date, counted in steps from min.
	number    space.RangeID
	min, step money.Decimal
	count     int64
	set       *rules.Options
	presence  bool
}

// small reports whether the number has few values.
func (v *variable) small() bool { return v.count <= smallRange }

// at returns the number at a place on the grid.
func (v *variable) at(index int64) money.Decimal {
	return v.min.Add(v.step.Mul(money.FromInt(index)))
}

// below returns the place of the largest grid value that is at most d, -1 when
// there is none, and whether it is d itself.
func (v *variable) below(d money.Decimal) (index int64, exact bool) {
	if d.Cmp(v.min) < 0 {
		return -1, false
	}
	if last := v.at(v.count - 1); d.Cmp(last) > 0 {
		return v.count - 1, false
	}
	q, err := d.Sub(v.min).QuoRound(v.step, 0, money.Floor)
	if err != nil {
		return -1, false
	}
	index, _ = q.Int64()
	return index, v.at(index).Equal(d)
}

// ruleValue is the value at a place of the grid, as rules see it.
func (v *variable) ruleValue(index int64) rules.Value {
	if v.kind == rules.DateKind {
		n, _ := v.at(index).Int64()
		return rules.DateValue(civil.FromDays(int(n)))
	}
	return rules.NumberValue(v.at(index))
}

// fromRule converts a value of the rule language.
func fromRule(v rules.Value) Value {
	switch v.Kind() {
	case rules.BoolKind:
		return Bool(v.Truth())
	case rules.NumberKind:
		d, _ := v.Decimal()
		return Number(d)
	case rules.DateKind:
		return Date(v.Date())
	case rules.ChoiceKind, rules.TextKind:
		return Text(v.Text())
	}
	return None()
}
