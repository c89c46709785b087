package configurator

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// objective are the weights of Complete, as whole numbers of 10^-scale.
type objective struct {
	scale int
	costs []space.Cost
	// perUnit are the weights of numbers. Those with few values cost so much per
	// step, steps; wide has the weights of the others.
	perUnit map[*attribute]int64
	steps   []numberCost
	wide    map[*attribute]money.Decimal
}

type numberCost struct {
	number space.RangeID
	index  int64
	weight int64
}

func (o *objective) empty() bool { return len(o.costs) == 0 && len(o.steps) == 0 && len(o.wide) == 0 }

// maxWeightScale bounds the decimals of a weight.
const maxWeightScale = 6

// costs turns an objective into costs of literals.
func (c *Compiled) costs(o Objective) (objective, error) {
	out := objective{perUnit: map[*attribute]int64{}, wide: map[*attribute]money.Decimal{}}
	weights := maps.Clone(o.Weights)
	if o.Minimize != "" {
		weights = c.propertyWeights(o.Minimize)
	}
	var issues []fault.Issue
	for _, w := range weights {
		out.scale = max(out.scale, w.Scale())
	}
	if out.scale > maxWeightScale {
		issues = append(issues, fault.Issue{Kind: "wrong-weight", Pointer: "/weights", Message: fmt.Sprintf("weights may have %d decimals", maxWeightScale)})
	}
	for _, key := range slices.Sorted(maps.Keys(weights)) {
		path, value, _ := strings.Cut(key, "=")
		weight, fits := weights[key].Shift(out.scale).Int64()
		known := false
		c.root.each(func(in *instance) { known = c.addCost(&out, in, path, value, weight, weights[key]) || known })
		if !known || !fits || abs64(weight) > 1<<50 {
			issues = append(issues, fault.Issue{
				Kind: "unknown-weight", Pointer: "/weights/" + strings.ReplaceAll(key, "/", "~1"),
				Message: fmt.Sprintf("the model has nothing like %q, or its weight is too large", key),
			})
		}
	}
	return out, fault.FromIssues("invalid-objective", "the objective has mistakes", issues)
}

func abs64(n int64) int64 { return max(n, -n) }

// propertyWeights are the weights of an option property of every option.
func (c *Compiled) propertyWeights(property string) map[string]money.Decimal {
	out := map[string]money.Decimal{}
	for _, a := range c.attributes {
		for _, o := range a.Options {
			if v, given := o.Properties[property]; given && v.Kind() == NumberValue {
				out[patternOf(a.inst)+a.Code+"="+o.Code] = v.Decimal()
			}
		}
	}
	return out
}

// patternOf is the path of an instance with * for its names.
func patternOf(in *instance) string {
	if in.parent == nil {
		return ""
	}
	return patternOf(in.parent.holder) + in.parent.Code + "/*/"
}

// addCost adds what a weight means in one instance.
func (c *Compiled) addCost(o *objective, in *instance, path, value string, weight int64, exact money.Decimal) bool {
	pattern := patternOf(in)
	if in.parent != nil && path == pattern[:len(pattern)-1] && value == "" {
		o.costs = append(o.costs, space.Cost{Lit: in.present, Weight: weight})
		return true
	}
	code, inside := strings.CutPrefix(path, pattern)
	a := in.field(code)
	if !inside || a == nil || a.computed != nil {
		return false
	}
	x := &c.vars[a.v]
	switch {
	case a.Type.Numeric() && value == "":
		return o.addNumber(a, x, weight, exact)
	case (a.Type == ChoiceType || a.Type == MultiType) && x.set.Find(value) != nil:
		o.costs = append(o.costs, space.Cost{Lit: x.options[x.set.Find(value).Index()], Weight: weight})
	case a.Type == BoolType && value == "true":
		o.costs = append(o.costs, space.Cost{Lit: x.truth, Weight: weight})
	case a.Type == BoolType && value == "false":
		o.costs = append(o.costs, space.Cost{Lit: a.no, Weight: weight})
	default:
		return false
	}
	return true
}

// addNumber adds a cost per unit: step by step for numbers with few values.
func (o *objective) addNumber(a *attribute, x *variable, weight int64, exact money.Decimal) bool {
	first, okFirst := x.min.Mul(exact).Shift(o.scale).Int64()
	step, okStep := x.step.Mul(exact).Shift(o.scale).Int64()
	o.perUnit[a] = weight
	if !x.small() || !okFirst || !okStep {
		o.wide[a] = exact
		return true
	}
	o.costs = append(o.costs, space.Cost{Lit: x.has, Weight: first})
	for i := int64(1); i < x.count; i++ {
		o.steps = append(o.steps, numberCost{x.number, i, step})
	}
	return true
}

func (o *objective) engineCosts(e *space.Engine) []space.Cost {
	out := slices.Clone(o.costs)
	for _, s := range o.steps {
		out = append(out, space.Cost{Lit: e.AtLeast(s.number, s.index), Weight: s.weight})
	}
	return out
}

func (o *objective) decimal(n int64) money.Decimal { return money.FromInt(n).Shift(-o.scale) }

// price is the exact cost of a configuration.
func (o *objective) price(c *Compiled, m *space.Model) money.Decimal {
	total := int64(0)
	for _, x := range o.costs {
		if m.True(x.Lit) {
			total += x.Weight
		}
	}
	for _, s := range o.steps {
		if n, present := m.Number(s.number); present && n >= s.index {
			total += s.weight
		}
	}
	out := o.decimal(total)
	for a, w := range o.wide {
		x := &c.vars[a.v]
		if n, present := m.Number(x.number); present {
			out = out.Add(w.Mul(x.at(n)))
		}
	}
	return out
}

// leastWide is what the numbers with many values cost at least.
func (o *objective) leastWide(c *Compiled) money.Decimal {
	var out money.Decimal
	for a, w := range o.wide {
		x := &c.vars[a.v]
		least := money.Min(w.Mul(x.at(0)), w.Mul(x.at(x.count-1)))
		if x.has != space.True {
			least = money.Min(least, money.Decimal{})
		}
		out = out.Add(least)
	}
	return out
}
