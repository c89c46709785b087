package pricing_test

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// This file is how the second implementation makes list and configured prices.

func (o *oracle) isShare(l *oracleLine) bool { return l.entry != nil && l.entry.PercentOf != nil }

// unit takes a line through the steps 1 to 6 and rounds it (7).
func (o *oracle) unit(l *oracleLine) {
	l.list, l.price = integer(0), integer(0)
	switch {
	case l.line.Special != nil:
		if l.line.Special.Price == nil {
			o.fail(l, "price-on-request")
			return
		}
		l.price, l.cost = q(*l.line.Special.Price), nil
		if c := l.line.Special.Cost; c != nil {
			l.cost = q(*c)
		}
		l.list = l.price
	case l.line.Kept != nil:
		l.price, l.list = q(l.line.Kept.Price), q(l.line.Kept.Price)
	default:
		o.listPrice(l)
	}
	if l.failed {
		return
	}
	if l.line.Special == nil && l.line.Kept == nil {
		o.contractStep(l)
		o.selection(l)
		if l.failed {
			return
		}
	}
	l.configured = l.price
	if l.line.Special == nil && l.line.Kept == nil {
		o.tier(l)
		if l.failed {
			return
		}
		o.agreed(l)
		o.term(l)
		o.promotions(l)
		if o.ownSteps(l); l.failed {
			return
		}
	}
	l.before = l.price
	o.manual(l)
	l.unitNet = round(l.price, o.places)
	l.net = o.lineNet(l, l.unitNet)
	l.configuredAmount, l.beforeAmt = o.lineNet(l, l.configured), o.lineNet(l, l.before)
	l.final = l.net
	l.priced = true
}

func (o *oracle) lineNet(l *oracleLine, unit rat) rat {
	return round(over(times(q(l.line.Quantity), unit), l.per), o.minor)
}

func (o *oracle) listPrice(l *oracleLine) {
	e := l.entry
	if e == nil {
		return // only a contract prices it
	}
	switch {
	case e.OnRequest:
		o.fail(l, "price-on-request")
		return
	case e.Price != nil:
		l.price = o.amount(l, e, *e.Price)
	case e.CostPlus != nil:
		l.price = o.amount(l, e, e.Cost.Add(e.Cost.Mul(e.CostPlus.Shift(-2))))
	case !e.Formula.IsZero():
		value, ok := o.evaluate(l, o.extension.formulas[e.Formula.Text])
		if !ok {
			return
		}
		l.price = o.amountOf(l, e, value)
	case e.Matrix != "":
		var ok bool
		if l.price, ok = o.matrix(l, e, ""); !ok {
			return
		}
	case e.Rollup, len(e.Bundle) > 0:
		parts := e.Bundle
		if e.Rollup {
			for _, s := range l.line.Selection {
				if s.Item != "" {
					parts = append(parts, pricing.Component{Item: s.Item, Quantity: s.Quantity})
				}
			}
		}
		for _, p := range parts {
			o.part(l, p)
			if l.failed {
				return
			}
		}
	case e.PercentOf != nil:
		base := integer(0)
		for _, other := range o.lines {
			if !o.isBase(l, other) {
				continue
			}
			if !other.priced {
				o.fail(l, "base-incomplete")
				return
			}
			base = plus(base, other.net)
		}
		l.price = percentOf(base, q(e.PercentOf.Percent))
	}
	o.costs(l, e, integer(1))
	l.list = l.price
}

// part adds one item of a bundle or roll-up.
func (o *oracle) part(l *oracleLine, p pricing.Component) {
	e := o.find(func(e *pricing.Entry) bool { return e.Item == p.Item })
	if e == nil || e.Price == nil && e.CostPlus == nil {
		o.fail(l, "missing-price")
		return
	}
	each := e.Price
	if each == nil {
		plusCost := e.Cost.Add(e.Cost.Mul(e.CostPlus.Shift(-2)))
		each = &plusCost
	}
	n := q(p.Quantity)
	if !e.Per.IsZero() && e.Per != dec("1") {
		n = divide(n, q(e.Per))
	}
	full := times(o.amount(l, e, *each), n)
	l.price = plus(l.price, minus(full, percentOf(full, q(p.Discount))))
	if l.entry.Cost == nil {
		o.costs(l, e, n)
	}
}

func (o *oracle) costs(l *oracleLine, e *oracleEntry, factor rat) {
	converted := func(d money.Decimal) rat { return times(e.converted(q(d)), factor) }
	switch {
	case e.Cost == nil:
		l.cost = nil
	case l.cost != nil:
		l.cost = plus(l.cost, converted(*e.Cost))
	}
	if e.Floor != nil {
		if l.floor == nil {
			l.floor = integer(0)
		}
		l.floor = plus(l.floor, converted(*e.Floor))
		l.hard = l.hard || e.HardFloor
	}
}

// selection adds the surcharges of what was chosen.
func (o *oracle) selection(l *oracleLine) {
	list := l.price
	for i := range l.line.Selection {
		s := &l.line.Selection[i]
		attribute := s.Attribute
		if s.Component != "" {
			attribute = s.Component + "/" + attribute
		}
		var e *oracleEntry
		if s.Option != "" {
			e = o.find(func(e *pricing.Entry) bool {
				return e.Model == l.line.Model && l.line.Model != "" && e.Attribute == attribute && e.Option == s.Option
			})
		}
		if e == nil {
			e = o.find(func(e *pricing.Entry) bool {
				return e.Model == l.line.Model && l.line.Model != "" && e.Attribute == attribute && e.Option == ""
			})
		}
		if e == nil {
			continue
		}
		if e.rate != nil && e.rate.Sign() == 0 {
			o.fail(l, "missing-rate")
			return
		}
		factor := integer(1)
		switch {
		case e.Percent != nil:
			l.price = plus(l.price, percentOf(list, q(*e.Percent)))
		case !e.Formula.IsZero():
			value, ok := o.evaluate(l, o.extension.formulas[e.Formula.Text])
			if !ok {
				return
			}
			l.price = plus(l.price, o.amountOf(l, e, value))
		case e.Matrix != "":
			add, ok := o.matrix(l, e, s.Path[:len(s.Path)-len(s.Attribute)])
			if !ok {
				return
			}
			l.price = plus(l.price, add)
		case e.PerNumber:
			if s.Number == nil {
				o.fail(l, "missing-attribute")
				return
			}
			factor = q(*s.Number)
			if e.PerNumberOf != "" {
				second := chosenNumber(l.line, s.Path[:len(s.Path)-len(s.Attribute)], e.PerNumberOf)
				if second == nil {
					o.fail(l, "missing-attribute")
					return
				}
				factor = times(factor, second)
			}
			if !e.Per.IsZero() && e.Per != dec("1") {
				factor = divide(factor, q(e.Per))
			}
			l.price = plus(l.price, times(o.amount(l, e, *e.Price), factor))
		default:
			if s.Option != "" && !s.Quantity.IsZero() {
				factor = q(s.Quantity)
			}
			l.price = plus(l.price, times(o.amount(l, e, *e.Price), factor))
		}
		o.costs(l, e, factor)
	}
}

func chosenNumber(line *pricing.Line, prefix, attribute string) rat {
	for _, path := range []string{prefix + attribute, attribute} {
		for _, s := range line.Selection {
			if s.Path == path && s.Number != nil {
				return q(*s.Number)
			}
		}
	}
	return nil
}

// matrix looks up a price; between steps it may take the next larger or
// interpolate, first along the rows, then along the columns.
func (o *oracle) matrix(l *oracleLine, e *oracleEntry, prefix string) (rat, bool) {
	var m *pricing.Matrix
	for i := range e.book.Matrices {
		if e.book.Matrices[i].Code == e.Matrix {
			m = &e.book.Matrices[i]
		}
	}
	row := chosenNumber(l.line, prefix, m.Rows)
	column := integer(0)
	columns := []money.Decimal{{}}
	if m.Columns != "" {
		column = chosenNumber(l.line, prefix, m.Columns)
		columns = m.ColumnSteps
	}
	if row == nil || column == nil {
		o.fail(l, "missing-attribute")
		return nil, false
	}
	rows, ok1 := steps(m.Lookup, m.RowSteps, row)
	cols, ok2 := steps(m.Lookup, columns, column)
	if !ok1 || !ok2 {
		o.fail(l, "outside-matrix")
		return nil, false
	}
	exact := integer(0)
	for i, wi := range rows {
		for j, wj := range cols {
			exact = plus(exact, times(times(wi, wj), q(m.Prices[i][j])))
		}
	}
	value := money.MustParse(decimals(round(exact, 12)))
	return o.amount(l, e, value), true
}

// steps gives the weights of the steps that a value lies on or between.
func steps(lookup pricing.Lookup, at []money.Decimal, v rat) (map[int]rat, bool) {
	for i := range at {
		here := q(at[i])
		switch {
		case here.Cmp(v) == 0:
			return map[int]rat{i: integer(1)}, true
		case here.Cmp(v) < 0:
			continue
		case lookup == pricing.NextLarger:
			return map[int]rat{i: integer(1)}, true
		case lookup == pricing.Interpolate && i > 0:
			before := q(at[i-1])
			share := over(minus(v, before), minus(here, before))
			return map[int]rat{i - 1: minus(integer(1), share), i: share}, true
		}
		return nil, false
	}
	return nil, false
}

func decimals(r rat) string { return r.FloatString(12) }

func (o *oracle) isBase(l, other *oracleLine) bool {
	of := l.entry.PercentOf
	if other == l || !firm(other.line) || of.Period != "" && other.period != of.Period {
		return false
	}
	if len(of.Families) == 0 && len(of.Items) == 0 {
		return other.line.Section == l.line.Section
	}
	return other.line.Item.Family != "" && slices.Contains(of.Families, other.line.Item.Family) ||
		other.line.Item.SKU != "" && slices.Contains(of.Items, other.line.Item.SKU)
}

// shares prices lines that are a percentage of others, those first that depend
// on no other such line that is still to be priced.
func (o *oracle) shares() {
	open := map[*oracleLine]bool{}
	for _, l := range o.lines {
		if !l.failed && o.isShare(l) {
			open[l] = true
		}
	}
	for len(open) > 0 {
		progress := false
		for _, l := range o.lines {
			if !open[l] {
				continue
			}
			ready := true
			for _, other := range o.lines {
				ready = ready && !(open[other] && o.isBase(l, other))
			}
			if ready {
				delete(open, l)
				o.unit(l)
				progress = true
			}
		}
		if !progress {
			for _, l := range o.lines {
				if open[l] {
					o.fail(l, "circular-percent-of")
				}
			}
			return
		}
	}
}
