package pricing_test

import (
	"slices"
	"sort"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// This file is what the second implementation takes from prices: contracts, scales,
// agreed and term discounts, promotions and manual steps.

func (o *oracle) activeContracts() []pricing.Contract {
	var out []pricing.Contract
	for _, c := range append(slices.Clone(o.set.Book.Contracts), o.set.Contracts...) {
		currency := c.Currency
		if currency.IsZero() {
			currency = o.set.Book.Currency
		}
		if c.Customer == o.req.Customer.Code && currency == o.req.Currency && validOn(o.req.Date, c.From, c.To) {
			out = append(out, c)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Code < out[j].Code })
	return out
}

func (o *oracle) contractPrice(line *pricing.Line) (string, *pricing.ContractPrice) {
	for _, c := range o.activeContracts() {
		for _, byModel := range []bool{true, false} {
			for i := range c.Prices {
				p := &c.Prices[i]
				if byModel && line.Model != "" && p.Model == line.Model || !byModel && p.Item != "" && p.Item == line.Item.SKU {
					return c.Code, p
				}
			}
		}
	}
	return "", nil
}

func (o *oracle) contractStep(l *oracleLine) {
	_, l.contract = o.contractPrice(l.line)
	if l.contract == nil {
		return
	}
	per := integer(1)
	if !l.contract.Per.IsZero() {
		per = q(l.contract.Per)
	}
	l.price = q(l.contract.Price)
	if per.Cmp(l.per) != 0 {
		l.price = divide(times(l.price, l.per), per)
	}
	l.list = l.price
}

func (o *oracle) tierOf(line *pricing.Line) *pricing.Tier {
	for _, matches := range []func(*pricing.Tier) bool{
		func(t *pricing.Tier) bool { return t.Item != "" && t.Item == line.Item.SKU },
		func(t *pricing.Tier) bool { return t.Model != "" && t.Model == line.Model },
		func(t *pricing.Tier) bool { return t.Family != "" && t.Family == line.Item.Family },
	} {
		for i := range o.set.Book.Tiers {
			if t := &o.set.Book.Tiers[i]; matches(t) && validOn(o.req.Date, t.From, t.To) {
				return t
			}
		}
	}
	return nil
}

// tier applies a range, graduated or block scale on the line's quantity or on
// that of all firm lines of the scale.
func (o *oracle) tier(l *oracleLine) {
	t := o.tierOf(l.line)
	if t == nil {
		return
	}
	quantity := q(l.line.Quantity)
	if t.Family != "" || t.Together {
		quantity = integer(0)
		for _, other := range o.lines {
			inPlace := !firm(l.line) && l.line.Alternative != "" && other.line.Alternative == l.line.Alternative
			if firm(other.line) && !inPlace && o.groupable(other) && o.tierOf(other.line) == t {
				quantity = plus(quantity, q(other.line.Quantity))
			}
		}
		if !firm(l.line) {
			quantity = plus(quantity, q(l.line.Quantity))
		}
	}
	reached := -1
	for i := range t.Slabs {
		if q(t.Slabs[i].From).Cmp(quantity) <= 0 {
			reached = i
		}
	}
	if reached < 0 || quantity.Sign() == 0 && t.Kind != pricing.RangeTier {
		return
	}
	slab := t.Slabs[reached]
	var value rat
	switch t.Kind {
	case pricing.RangeTier:
		value = slabValue(slab)
	case pricing.BlockTier:
		value = divide(times(q(*slab.Price), l.per), quantity)
	case pricing.GraduatedTier:
		sum := integer(0)
		for i := range t.Slabs {
			upper := quantity
			if i+1 < len(t.Slabs) {
				upper = lowest(quantity, q(t.Slabs[i+1].From))
			}
			if filled := minus(upper, q(t.Slabs[i].From)); filled.Sign() > 0 {
				sum = plus(sum, times(filled, slabValue(t.Slabs[i])))
			}
		}
		value = divide(sum, quantity)
	}
	if slab.Percent != nil {
		if !l.line.Item.Fixed {
			l.price = minus(l.price, percentOf(l.price, value))
		}
		return
	}
	if l.contract != nil {
		return
	}
	var rate rat
	if o.req.Currency != o.set.Book.Currency {
		if rate = o.rate(); rate.Sign() == 0 {
			o.fail(l, "missing-rate")
			return
		}
	}
	l.price = plus(minus(l.price, l.list), o.amount(l, &oracleEntry{book: o.set.Book, rate: rate}, money.MustParse(decimals(value))))
}

// groupable lines count for scales: those with a base price.
func (o *oracle) groupable(l *oracleLine) bool {
	return l.line.Quantity.Sign() >= 0 && (l.entry != nil && (l.entry.rate == nil || l.entry.rate.Sign() != 0) || l.line.Special != nil || l.line.Kept != nil ||
		l.entry == nil && func() bool { _, c := o.contractPrice(l.line); return c != nil }())
}

func slabValue(s pricing.Slab) rat {
	if s.Price != nil {
		return q(*s.Price)
	}
	return q(*s.Percent)
}

func (o *oracle) reducible(l *oracleLine) bool {
	return !l.line.Item.Fixed && (l.contract == nil || l.contract.Discountable)
}

func (o *oracle) agreed(l *oracleLine) {
	if !o.reducible(l) {
		return
	}
	for _, c := range o.activeContracts() {
		for _, matches := range []func(pricing.AgreedDiscount) bool{
			func(d pricing.AgreedDiscount) bool { return d.Item != "" && d.Item == l.line.Item.SKU },
			func(d pricing.AgreedDiscount) bool { return d.Model != "" && d.Model == l.line.Model },
			func(d pricing.AgreedDiscount) bool { return d.Family != "" && d.Family == l.line.Item.Family },
			func(d pricing.AgreedDiscount) bool { return d.Item == "" && d.Model == "" && d.Family == "" },
		} {
			if i := slices.IndexFunc(c.Discounts, matches); i >= 0 {
				l.price = minus(l.price, percentOf(l.price, q(c.Discounts[i].Percent)))
				return
			}
		}
	}
}

func (o *oracle) months(l *oracleLine) int {
	if l.line.Term > 0 {
		return l.line.Term
	}
	return o.req.Term
}

func (o *oracle) term(l *oracleLine) {
	if l.period == pricing.OneOff || !o.reducible(l) {
		return
	}
	for _, matches := range []func(pricing.Term) bool{
		func(t pricing.Term) bool { return t.Item != "" && t.Item == l.line.Item.SKU },
		func(t pricing.Term) bool { return t.Item == "" && t.Family != "" && t.Family == l.line.Item.Family },
		func(t pricing.Term) bool { return t.Item == "" && t.Family == "" },
	} {
		longest := 0
		var percent rat
		for _, t := range o.set.Book.Terms {
			if matches(t) && t.Months <= o.months(l) && t.Months > longest {
				longest, percent = t.Months, q(t.Percent)
			}
		}
		if longest > 0 {
			l.price = minus(l.price, percentOf(l.price, percent))
			return
		}
	}
}

// promotions applies one exclusive promotion alone, else all stackable ones.
func (o *oracle) promotions(l *oracleLine) {
	if l.line.Item.Fixed {
		return
	}
	var open []pricing.Promotion
	for _, p := range append(slices.Clone(o.set.Book.Promotions), o.set.Promotions...) {
		listed := func(list []string, v string) bool { return len(list) == 0 || slices.Contains(list, v) }
		currency := p.Currency
		if currency.IsZero() {
			currency = o.set.Book.Currency
		}
		if validOn(o.req.Date, p.From, p.To) && (p.Coupon == "" || slices.Contains(o.req.Coupons, p.Coupon)) &&
			listed(p.Families, l.line.Item.Family) && listed(p.Items, l.line.Item.SKU) && listed(p.Models, l.line.Model) &&
			listed(p.Segments, o.req.Customer.Segment) && l.line.Quantity.Cmp(p.MinQuantity) >= 0 &&
			(p.Percent != nil || currency == o.req.Currency) {
			open = append(open, p)
		}
	}
	sort.Slice(open, func(i, j int) bool {
		if open[i].Priority != open[j].Priority {
			return open[i].Priority < open[j].Priority
		}
		return open[i].Code < open[j].Code
	})
	reduced := func(p pricing.Promotion) rat {
		var after rat
		switch {
		case p.Percent != nil:
			after = minus(l.price, percentOf(l.price, q(*p.Percent)))
		case p.Amount != nil:
			after = minus(l.price, q(*p.Amount))
		default:
			after = q(*p.Price)
		}
		if after.Sign() < 0 {
			after = integer(0)
		}
		return lowest(after, l.price)
	}
	var alone *pricing.Promotion
	for i := range open {
		p := &open[i]
		if p.Exclusive && (alone == nil || p.Priority == alone.Priority && reduced(*p).Cmp(reduced(*alone)) < 0) {
			alone = p
		}
	}
	if alone != nil {
		l.price = reduced(*alone)
		return
	}
	for _, p := range open {
		l.price = reduced(p)
	}
}

func (o *oracle) manual(l *oracleLine) {
	for _, a := range l.line.Adjustments {
		if l.line.Item.Fixed {
			o.issue("not-discountable", l.line.ID)
			continue
		}
		base := l.price
		if a.Of == "list" {
			base = l.configured
		}
		after := q(a.Value)
		switch a.Kind {
		case pricing.PercentOff:
			after = minus(l.price, percentOf(base, q(a.Value)))
		case pricing.AmountOff:
			after = minus(l.price, q(a.Value))
		}
		if after.Sign() < 0 {
			o.issue("negative-price", l.line.ID)
			continue
		}
		l.price, l.manual = after, true
	}
}
