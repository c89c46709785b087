package pricing

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

func overlap(aFrom, aTo, bFrom, bTo civil.Date) bool {
	return (aTo.IsZero() || bFrom.IsZero() || !aTo.Before(bFrom)) && (bTo.IsZero() || aFrom.IsZero() || !bTo.Before(aFrom))
}

// dates refuses an interval that ends before it begins.
func (c *compiler) dates(from, to civil.Date, at Position, pointer string) {
	if !from.IsZero() && !to.IsZero() && to.Before(from) {
		c.bad("invalid-dates", at, pointer, "the last day %s is before the first, %s", to, from)
	}
}

// methods lists the ways the entry says its price comes about.
func (e *Entry) methods() []string {
	var out []string
	for _, m := range []struct {
		name string
		set  bool
	}{
		{"price", e.Price != nil}, {"percent", e.Percent != nil}, {"cost_plus", e.CostPlus != nil}, {"formula", !e.Formula.IsZero()},
		{"matrix", e.Matrix != ""}, {"rollup", e.Rollup}, {"bundle", len(e.Bundle) > 0}, {"percent_of", e.PercentOf != nil},
		{"on_request", e.OnRequest},
	} {
		if m.set {
			out = append(out, m.name)
		}
	}
	return out
}

func (c *compiler) checkEntry(p *price, pointer string) {
	bad := func(format string, args ...any) { c.bad("invalid-entry", p.Position, pointer, format, args...) }
	switch {
	case (p.Item == "") == (p.Model == ""):
		bad("an entry needs either an item or a model")
	case p.Attribute != "" && p.Model == "":
		bad("the price of an attribute needs its model")
	case p.Option != "" && p.Attribute == "":
		bad("the price of option %q needs its attribute", p.Option)
	}
	methods := p.methods()
	if len(methods) != 1 {
		bad("entry %q needs exactly one of price, percent, cost_plus, formula, matrix, rollup, bundle, percent_of, on_request; it has %s",
			p.ID, orNone(methods))
	}
	surcharge := p.Attribute != ""
	switch {
	case p.Percent != nil && !surcharge:
		bad("only the price of an attribute can be a percent of the list price")
	case surcharge && (p.Rollup || len(p.Bundle) > 0 || p.PercentOf != nil):
		bad("the price of an attribute cannot be a %s", strings.Join(methods, " and "))
	case p.CostPlus != nil && p.Cost == nil:
		bad("a cost_plus price needs a cost")
	case (p.PerNumber || p.PerNumberOf != "") && (!surcharge || p.Price == nil && p.CostPlus == nil):
		bad("per_number multiplies the price of an attribute: it needs an attribute and a price")
	case p.PerNumberOf != "" && !p.PerNumber:
		bad("per_number_of needs per_number")
	}
	if p.Per.Sign() <= 0 {
		bad("base quantity %s must be positive", p.Per)
	}
	if !slices.Contains(periods[:], p.Period) {
		bad("period %q is not one of one_off, month, year", p.Period)
	}
	if m := p.TargetMargin; m != nil && m.Cmp(hundred) >= 0 {
		bad("target margin %s %% must be below 100 %%", m)
	}
	for _, part := range p.Bundle {
		if part.Item == "" || part.Quantity.Sign() <= 0 {
			bad("each part of a bundle needs an item and a positive quantity")
		}
	}
	c.dates(p.From, p.To, p.Position, pointer)
	c.matrixName(p, pointer)
}

func (c *compiler) matrixName(p *price, pointer string) {
	if p.Matrix == "" || p.book.matrices[p.Matrix] != nil {
		return
	}
	c.bad("unknown-matrix", p.Position, pointer+"/matrix", "there is no matrix %q", p.Matrix)
	last := &c.issues[len(c.issues)-1]
	last.Suggestion = fault.Closest(p.Matrix, slices.Sorted(maps.Keys(p.book.matrices)))
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

func (c *compiler) matrix(m *Matrix, pointer string) {
	bad := func(format string, args ...any) { c.bad("invalid-matrix", m.Position, pointer, format, args...) }
	if m.Code == "" || m.Rows == "" || len(m.RowSteps) == 0 {
		bad("a matrix needs a code, the attribute of its rows and at least one row")
	}
	if (m.Columns == "") != (len(m.ColumnSteps) == 0) {
		bad("matrix %q needs both columns and column_steps, or neither", m.Code)
	}
	if !slices.Contains([]Lookup{Exact, NextLarger, Interpolate}, m.Lookup) {
		bad("look-up %q of matrix %q is not one of exact, next_larger, interpolate", m.Lookup, m.Code)
	}
	for _, steps := range [][]money.Decimal{m.RowSteps, m.ColumnSteps} {
		if !ascending(steps) {
			bad("the steps of matrix %q must ascend", m.Code)
		}
	}
	if len(m.Prices) != len(m.RowSteps) {
		bad("matrix %q has %d rows of prices for %d row steps", m.Code, len(m.Prices), len(m.RowSteps))
	}
	for i, row := range m.Prices {
		if want := max(1, len(m.ColumnSteps)); len(row) != want {
			bad("row %d of matrix %q has %d prices instead of %d", i+1, m.Code, len(row), want)
		}
	}
}

func ascending(steps []money.Decimal) bool {
	for i := 1; i < len(steps); i++ {
		if steps[i].Cmp(steps[i-1]) <= 0 {
			return false
		}
	}
	return true
}

// tiers checks the scales and indexes them.
func (c *compiler) tiers(idx *bookIndex) {
	idx.tiers = tierIndex{items: map[string][]*Tier{}, models: map[string][]*Tier{}, families: map[string][]*Tier{}}
	for i := range idx.book.Tiers {
		t := &idx.book.Tiers[i]
		pointer := fmt.Sprintf("/tiers/%d", i)
		c.checkTier(t, pointer)
		into, key := idx.tiers.families, t.Family
		switch {
		case t.Item != "":
			into, key = idx.tiers.items, t.Item
		case t.Model != "":
			into, key = idx.tiers.models, t.Model
		}
		for _, other := range into[key] {
			if overlap(t.From, t.To, other.From, other.To) {
				c.bad("overlapping-tiers", t.Position, pointer, "tier %q is valid at the same time and for the same lines as tier %q", t.Code, other.Code)
			}
		}
		into[key] = append(into[key], t)
	}
}

func (c *compiler) checkTier(t *Tier, pointer string) {
	bad := func(format string, args ...any) { c.bad("invalid-tier", t.Position, pointer, format, args...) }
	if btoi(t.Item != "")+btoi(t.Model != "")+btoi(t.Family != "") != 1 {
		bad("tier %q needs exactly one of item, model, family", t.Code)
	}
	if !slices.Contains([]TierKind{RangeTier, GraduatedTier, BlockTier}, t.Kind) {
		bad("kind %q of tier %q is not one of range, graduated, block", t.Kind, t.Code)
	}
	if len(t.Slabs) == 0 {
		bad("tier %q has no slabs", t.Code)
		return
	}
	prices := t.Slabs[0].Price != nil
	for i, s := range t.Slabs {
		if (s.Price == nil) == (s.Percent == nil) || (s.Price != nil) != prices {
			bad("every slab of tier %q needs a percent, or every slab a price", t.Code)
			return
		}
		if s.From.Sign() < 0 || i > 0 && s.From.Cmp(t.Slabs[i-1].From) <= 0 {
			bad("the slabs of tier %q must ascend from 0 or more", t.Code)
		}
		if s.value().Sign() < 0 || s.Percent != nil && s.Percent.Cmp(hundred) > 0 {
			bad("slab %d of tier %q must be positive, and a percent at most 100", i+1, t.Code)
		}
	}
	switch {
	case t.Kind == BlockTier && !prices:
		bad("block tier %q needs prices", t.Code)
	case t.Kind == GraduatedTier && !t.Slabs[0].From.IsZero():
		bad("graduated tier %q must start at 0: each slab is about the quantity above its from", t.Code)
	}
	c.dates(t.From, t.To, t.Position, pointer)
}

func (c *compiler) terms(b *Book) {
	for i := range b.Terms {
		t := &b.Terms[i]
		if t.Months <= 0 || t.Percent.Cmp(hundred) > 0 {
			c.bad("invalid-term", t.Position, fmt.Sprintf("/terms/%d", i), "a term needs months above 0 and a percent of at most 100")
		}
	}
}
