package quotes

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// one is the decimal 1.
var one = money.FromInt(1)

// ratio is something of a line whose sum over lines, divided by the sum of a
// base, rules look at: the discount given, the margin missing.
type ratio func(l Line) (part, base money.Decimal, known bool)

// discretionary is 1 - final net / net before manual steps: what people gave.
func discretionary(l Line) (part, base money.Decimal, known bool) {
	before := l.beforeOverTerm()
	return before.Sub(l.Price.TCV), before, true
}

// total is 1 - final net / configured list: what people and rules gave.
func total(l Line) (part, base money.Decimal, known bool) {
	list := l.listOverTerm()
	return list.Sub(l.Price.TCV), list, true
}

// loss is cost / net - 1, the negative of the margin.
func loss(l Line) (part, base money.Decimal, known bool) {
	if l.Price.Cost == nil {
		return zero, zero, false
	}
	return l.costOverTerm().Sub(l.Price.TCV), l.Price.TCV, true
}

// of is the ratio over the lines: 0 where there is nothing to reduce, none for
// a part without a base or an unknown one.
func (f ratio) of(lines ...Line) rules.Value {
	part, base := zero, zero
	for _, l := range lines {
		p, b, known := f(l)
		if !known {
			return rules.None()
		}
		part, base = part.Add(p), base.Add(b)
	}
	return quotient(part, base)
}

func quotient(part, base money.Decimal) rules.Value {
	if part.IsZero() {
		return rules.NumberValue(zero)
	}
	q, err := part.Quo(base)
	if err != nil {
		return rules.None()
	}
	return rules.NumberValue(q)
}

// candidate is what one line would add to a ratio.
type candidate struct {
	part, base money.Decimal
	optional   bool
	group      string
}

// gain is by how much the line lifts the ratio above q.
func (c candidate) gain(q money.Decimal) money.Decimal { return c.part.Sub(q.Mul(c.base)) }

// worst is the largest value that the buyer's choice of optional lines and
// alternatives can give the ratio: nothing is hidden from a rule in a line that
// is not in the totals yet. It is none like of, also when a choice that lifts
// the ratio has a part without a base.
//
// It is Dinkelbach's method: with q the value so far, the choice that makes the
// sum of part - q x base largest has a larger ratio, until it has not.
func (f ratio) worst(lines []Line) rules.Value {
	part, base := zero, zero // of what is proposed
	firmPart, firmBase := zero, zero
	var open []candidate
	for _, l := range lines {
		p, b, known := f(l)
		if !known {
			return rules.None()
		}
		if l.Selected() {
			part, base = part.Add(p), base.Add(b)
		}
		if l.Optional || l.Alternative != "" {
			open = append(open, candidate{p, b, l.Optional, l.Alternative})
		} else {
			firmPart, firmBase = firmPart.Add(p), firmBase.Add(b)
		}
	}
	value := quotient(part, base)
	for round := 0; len(open) > 0 && round < 50; round++ {
		q, ok := value.Decimal()
		if !ok {
			break
		}
		p, b := choose(open, q)
		p, b = p.Add(firmPart), b.Add(firmBase)
		if p.IsZero() && b.IsZero() {
			break // a choice of nothing but free lines
		}
		next := quotient(p, b)
		if d, ok := next.Decimal(); ok && d.Cmp(q) <= 0 {
			break
		}
		value = next // none where a choice has a part without a base
	}
	return value
}

// choose sums the optional lines and of each alternative the one that make
// part - q x base largest.
func choose(open []candidate, q money.Decimal) (part, base money.Decimal) {
	best := map[string]candidate{}
	for _, c := range open {
		if c.optional {
			if c.gain(q).Sign() > 0 {
				part, base = part.Add(c.part), base.Add(c.base)
			}
			continue
		}
		if b, ok := best[c.group]; !ok || c.gain(q).Cmp(b.gain(q)) > 0 {
			best[c.group] = c
		}
	}
	for _, c := range best {
		part, base = part.Add(c.part), base.Add(c.base)
	}
	return part, base
}

// negated is the value with the other sign.
func negated(v rules.Value) rules.Value {
	d, ok := v.Decimal()
	if !ok {
		return v
	}
	return rules.NumberValue(d.Neg())
}
