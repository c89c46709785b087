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
	before := l.over(l.Price.BeforeManual)
	return before.Sub(l.Price.TCV), before, true
}

// total is 1 - final net / configured list: what people and rules gave.
func total(l Line) (part, base money.Decimal, known bool) {
	list := l.over(l.Price.ListAmount)
	return list.Sub(l.Price.TCV), list, true
}

// loss is cost / net - 1, the negative of the margin.
func loss(l Line) (part, base money.Decimal, known bool) {
	if l.Price.Cost == nil {
		return zero, zero, false
	}
	return l.over(*l.Price.Cost).Sub(l.Price.TCV), l.Price.TCV, true
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
	if part.IsZero() {
		return rules.NumberValue(zero)
	}
	q, err := part.Quo(base)
	if err != nil {
		return rules.None()
	}
	return rules.NumberValue(q)
}

// worst is the largest value that the buyer's choice of optional lines and
// alternatives can give the ratio: nothing is hidden from a rule in a line that
// is not in the totals yet. It is none like of.
//
// It is Dinkelbach's method: with q the value so far, the choice that makes the
// sum of part - q x base largest has a larger ratio, until it has not.
func (f ratio) worst(lines []Line) rules.Value {
	var chosen []Line
	for _, l := range lines {
		if _, _, known := f(l); !known {
			return rules.None()
		}
		if l.Selected() {
			chosen = append(chosen, l)
		}
	}
	q, ok := f.of(chosen...).Decimal()
	for round := 0; ok && round < 50; round++ {
		next, some := f.of(f.choose(lines, q)...).Decimal()
		if !some || next.Cmp(q) <= 0 {
			break
		}
		q = next
	}
	if !ok {
		return rules.None()
	}
	return rules.NumberValue(q)
}

// choose returns the firm lines, the optional ones and of each alternative the
// one that make part - q x base largest.
func (f ratio) choose(lines []Line, q money.Decimal) []Line {
	var out []Line
	best := map[string]int{}
	gain := func(l Line) money.Decimal {
		part, base, _ := f(l)
		return part.Sub(q.Mul(base))
	}
	for n, l := range lines {
		switch {
		case l.Alternative != "":
			if b, ok := best[l.Alternative]; !ok || gain(l).Cmp(gain(lines[b])) > 0 {
				best[l.Alternative] = n
			}
		case !l.Optional || gain(l).Sign() > 0:
			out = append(out, l)
		}
	}
	for n, l := range lines {
		if b, ok := best[l.Alternative]; ok && l.Alternative != "" && b == n {
			out = append(out, l)
		}
	}
	return out
}

// negated is the value with the other sign.
func negated(v rules.Value) rules.Value {
	d, ok := v.Decimal()
	if !ok {
		return v
	}
	return rules.NumberValue(d.Neg())
}
