package configurator

import (
	"context"
	"math/big"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// Configurations is how many different configurations a model has in all its
// contexts together. Computed values and texts make none different; instances
// of a component are told apart.
type Configurations struct {
	// AtLeast is a whole number; Exact tells whether it is the number itself.
	AtLeast string `json:"at_least"`
	Exact   bool   `json:"exact"`
}

// countNodes bounds the partial configurations looked at while counting.
const countNodes = 1000

// count counts the configurations of a possible model. Parts of the model that
// have nothing to do with each other are counted apart and multiplied.
func (c *Compiled) count(ctx context.Context, budget int64) Configurations {
	x := &counter{engine: c.engine(false), left: countNodes, exact: true}
	defer c.release(x.engine)
	x.engine.Begin(ctx, budget)
	parts := c.space.Parts()
	byPart := map[int32][]digit{}
	var order []int32
	for _, d := range c.digits() {
		part, open := d.part(parts)
		if !open {
			continue
		}
		if byPart[part] == nil {
			order = append(order, part)
		}
		byPart[part] = append(byPart[part], d)
	}
	slices.SortStableFunc(order, func(p, q int32) int { return len(byPart[p]) - len(byPart[q]) })
	total := big.NewInt(1)
	for _, part := range order {
		total.Mul(total, x.count(nil, byPart[part]))
	}
	return Configurations{AtLeast: total.String(), Exact: x.exact}
}

// digit is one decision: one of the literals, or none of them; or a number.
type digit struct {
	lits   []space.Lit
	wide   bool
	number space.RangeID
}

// part names the part of the model that the decision is in; false where there is
// nothing to decide.
func (d digit) part(parts *space.Parts) (int32, bool) {
	if d.wide {
		return parts.OfRange(d.number), true
	}
	for _, l := range d.lits {
		if l != space.True && l != space.False {
			return parts.Of(l), true
		}
	}
	return 0, false
}

// digits lists the decisions of a model: first how many instances there are,
// and numbers last.
func (c *Compiled) digits() []digit {
	var lists, choices, numbers []digit
	c.root.each(func(in *instance) {
		for _, l := range in.lists {
			lists = append(lists, digit{lits: l.counts})
		}
		for _, a := range in.attributes {
			if a.computed != nil {
				continue
			}
			switch v := &c.vars[a.v]; a.Type {
			case ChoiceType:
				choices = append(choices, digit{lits: v.options})
			case MultiType:
				for i := range v.options {
					choices = append(choices, digit{lits: v.options[i : i+1]})
				}
			case BoolType:
				choices = append(choices, digit{lits: []space.Lit{v.truth}})
			case IntegerType, DecimalType, DateType:
				numbers = append(numbers, digit{lits: []space.Lit{v.has}, wide: true, number: v.number})
			}
		}
	})
	slices.SortStableFunc(choices, func(a, b digit) int { return len(a.lits) - len(b.lits) })
	return slices.Concat(lists, choices, numbers)
}

type counter struct {
	engine *space.Engine
	left   int
	exact  bool
}

// count counts the ways to take the decisions under assumptions that can hold.
func (x *counter) count(assumptions []space.Lit, digits []digit) *big.Int {
	if len(digits) == 0 {
		return big.NewInt(1)
	}
	if x.left--; x.left < 0 {
		x.exact = false
		return big.NewInt(1)
	}
	if d := digits[0]; d.wide && len(digits) == 1 {
		return x.numbers(assumptions, d)
	}
	total := new(big.Int)
	for _, way := range x.ways(assumptions, digits[0]) {
		total.Add(total, x.count(append(assumptions[:len(assumptions):len(assumptions)], way...), digits[1:]))
	}
	return total
}

// numbers counts the values of a number and, if it can be, none.
func (x *counter) numbers(assumptions []space.Lit, d digit) *big.Int {
	domain := x.domain(assumptions, d)
	total := new(big.Int)
	for _, i := range domain.Possible {
		total.Add(total, big.NewInt(i.Hi-i.Lo+1))
	}
	if domain.None == space.Yes {
		total.Add(total, big.NewInt(1))
	}
	return total
}

func (x *counter) domain(assumptions []space.Lit, d digit) space.RangeDomain {
	query := x.engine.Query(assumptions)
	query.Decide(x.engine.RangeItems(d.number))
	domain := query.Range(d.number)
	x.exact = x.exact && len(domain.Unknown) == 0 && domain.None != space.Open
	return domain
}

// ways lists what a decision can be, as literals.
func (x *counter) ways(assumptions []space.Lit, d digit) (out [][]space.Lit) {
	if d.wide {
		domain := x.domain(assumptions, d)
		for _, i := range domain.Possible {
			for n := i.Lo; n <= i.Hi; n++ {
				if len(out) > x.left {
					x.exact = false
					return out
				}
				out = append(out, []space.Lit{x.engine.Equals(d.number, n)})
			}
		}
		if domain.None == space.Yes {
			out = append(out, []space.Lit{d.lits[0].Not()})
		}
		return out
	}
	none := make([]space.Lit, len(d.lits))
	for i, l := range d.lits {
		none[i] = l.Not()
		out = x.add(out, assumptions, l)
	}
	return x.add(out, assumptions, none...)
}

// add appends a way that can be.
func (x *counter) add(out [][]space.Lit, assumptions []space.Lit, way ...space.Lit) [][]space.Lit {
	switch x.engine.Feasible(append(assumptions[:len(assumptions):len(assumptions)], way...)) {
	case space.Yes:
		out = append(out, way)
	case space.Open:
		x.exact = false
	}
	return out
}
