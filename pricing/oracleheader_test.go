package pricing_test

import (
	"math/big"
	"slices"
	"sort"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/pricing"
)

// The second implementation, from the section discounts to the totals.

func (o *oracle) header() {
	for _, s := range o.req.Sections {
		var scope []*oracleLine
		for _, l := range o.lines {
			if l.priced && l.line.Section == s.ID {
				scope = append(scope, l)
			}
		}
		for _, a := range s.Adjustments {
			o.discount(a, scope)
		}
	}
	var all []*oracleLine
	for _, l := range o.lines {
		if l.priced {
			all = append(all, l)
		}
	}
	for _, a := range o.req.Adjustments {
		o.discount(a, all)
	}
}

func discountable(l *oracleLine) bool { return !l.line.Item.Fixed && l.final.Sign() > 0 }

// discount takes one section or quote discount from the firm lines in scope; a
// percent also from the others, each by itself.
func (o *oracle) discount(a pricing.Adjustment, scope []*oracleLine) {
	value := q(a.Value)
	group := func(p pricing.Period) (lines []*oracleLine, total rat) {
		total = integer(0)
		for _, l := range scope {
			if firm(l.line) && l.period == p {
				total = plus(total, l.final)
				if discountable(l) {
					lines = append(lines, l)
				}
			}
		}
		return lines, total
	}
	sum := func(lines []*oracleLine) rat {
		s := integer(0)
		for _, l := range lines {
			s = plus(s, l.final)
		}
		return s
	}
	period := a.Period
	if period == "" {
		period = pricing.OneOff
	}
	switch a.Kind {
	case pricing.PercentOff:
		if value.Cmp(integer(100)) > 0 {
			o.issue("negative-price", "")
			return
		}
		for _, p := range []pricing.Period{pricing.OneOff, pricing.Month, pricing.Year} {
			lines, _ := group(p)
			o.spread(lines, round(percentOf(sum(lines), value), o.minor))
		}
		for _, l := range scope {
			if !firm(l.line) && discountable(l) {
				o.spread([]*oracleLine{l}, round(percentOf(l.final, value), o.minor))
			}
		}
		return
	case pricing.TargetNet:
		_, total := group(period)
		value = minus(total, round(value, o.minor))
	default:
		value = round(value, o.minor)
	}
	lines, _ := group(period)
	switch {
	case value.Sign() == 0:
	case len(lines) == 0:
		o.issue("nothing-to-discount", "")
	case value.Cmp(sum(lines)) > 0:
		o.issue("discount-exceeds-total", "")
	default:
		o.spread(lines, value)
	}
}

// spread divides a reduction in proportion to the nets: everyone gets the whole
// cents of his share, and the cents left go to the largest remainders.
func (o *oracle) spread(lines []*oracleLine, reduction rat) {
	if reduction.Sign() == 0 || len(lines) == 0 {
		return
	}
	cent := over(integer(1), new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(o.minor)), nil)))
	total := integer(0)
	for _, l := range lines {
		total = plus(total, l.final)
	}
	cents := over(new(big.Rat).Abs(reduction), cent)
	type share struct {
		line      *oracleLine
		cents     rat
		remainder rat
	}
	var shares []share
	left := cents
	for _, l := range lines {
		exact := over(times(cents, l.final), total)
		whole := new(big.Rat).SetInt(new(big.Int).Quo(exact.Num(), exact.Denom()))
		shares = append(shares, share{l, whole, minus(exact, whole)})
		left = minus(left, whole)
	}
	sort.SliceStable(shares, func(i, j int) bool { return shares[i].remainder.Cmp(shares[j].remainder) > 0 })
	for i := range shares {
		if left.Sign() > 0 {
			shares[i].cents = plus(shares[i].cents, integer(1))
			left = minus(left, integer(1))
		}
		part := times(shares[i].cents, cent)
		if reduction.Sign() < 0 {
			part = new(big.Rat).Neg(part)
		}
		if part.Sign() != 0 {
			shares[i].line.final = minus(shares[i].line.final, part)
			shares[i].line.manual = true
		}
	}
}

func (o *oracle) taxRule(class, shipTo string) *pricing.TaxRule {
	if shipTo == "" {
		shipTo = o.req.Seller.Country
	}
	eu := []string{"AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT",
		"NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"}
	for i := range o.set.Taxes.Rules {
		r := &o.set.Taxes.Rules[i]
		place := r.ShipTo == "" || r.ShipTo == shipTo ||
			r.ShipTo == "EU" && shipTo != o.req.Seller.Country && slices.Contains(eu, shipTo) ||
			r.ShipTo == "world" && shipTo != o.req.Seller.Country && !slices.Contains(eu, shipTo)
		if place && (len(r.Classes) == 0 || slices.Contains(r.Classes, class)) && validOn(o.req.Date, r.From, r.To) &&
			(r.Seller == "" || r.Seller == o.req.Seller.Country) && (r.Status == "" || r.Status == o.req.Customer.Status) &&
			(r.SellerStatus == "" || r.SellerStatus == o.req.Seller.Status) {
			return r
		}
	}
	return nil
}

func (o *oracle) addCharges() {
	for _, c := range o.set.Book.Charges {
		if !validOn(o.req.Date, c.From, c.To) {
			continue
		}
		var rate rat
		if o.req.Currency != o.set.Book.Currency {
			if rate = o.rate(); rate.Sign() == 0 {
				if c.Kind != pricing.PercentCharge {
					o.issue("missing-rate", "")
					continue
				}
			}
		}
		var lines []*oracleLine
		for _, l := range o.lines {
			all := len(c.Families) == 0 && len(c.Items) == 0
			if l.priced && (all || l.line.Item.Family != "" && slices.Contains(c.Families, l.line.Item.Family) ||
				l.line.Item.SKU != "" && slices.Contains(c.Items, l.line.Item.SKU)) {
				lines = append(lines, l)
			}
		}
		if len(lines) > 0 {
			o.charge(c, rate, lines)
		}
	}
}

func (o *oracle) charge(c pricing.Charge, rate rat, lines []*oracleLine) {
	class := c.TaxClass
	if class == "" {
		class = "standard"
	}
	add := func(line string, period pricing.Period, value rat, money bool, tax *pricing.TaxRule, counts bool) {
		if money && rate != nil {
			value = times(value, rate)
		}
		r := integer(0)
		if tax != nil {
			r = q(tax.Rate)
		}
		if money && o.set.Book.TaxInclusive {
			value = over(value, plus(integer(1), over(r, integer(100))))
		}
		if value = round(value, o.minor); value.Sign() != 0 {
			o.charges = append(o.charges, oracleCharge{c.Code, line, period, value, tax, counts})
		}
	}
	quoteTax := func() *pricing.TaxRule {
		tax := o.taxRule(class, o.req.ShipTo)
		if tax == nil {
			o.issue("missing-tax", "")
		}
		return tax
	}
	switch c.Kind {
	case pricing.FixedCharge:
		add("", pricing.OneOff, q(c.Value), true, quoteTax(), true)
	case pricing.WeightCharge:
		weight := integer(0)
		for _, l := range lines {
			if firm(l.line) {
				weight = plus(weight, times(q(l.line.Item.Weight), q(l.line.Quantity)))
			}
		}
		value := times(q(c.Value), weight)
		for i, s := range c.Slabs {
			if q(s.From).Cmp(weight) <= 0 {
				value = q(*s.Price)
			} else if i == 0 {
				return
			}
		}
		if weight.Sign() > 0 {
			add("", pricing.OneOff, value, true, quoteTax(), true)
		}
	default:
		o.chargeLines(c, class, lines, add)
	}
}

// chargeLines sums what firm one-off lines of the same tax owe and rounds once;
// every other line owes by itself.
func (o *oracle) chargeLines(c pricing.Charge, class string, lines []*oracleLine, add func(string, pricing.Period, rat, bool, *pricing.TaxRule, bool)) {
	sums := map[string]rat{}
	taxes := map[string]*pricing.TaxRule{}
	for _, l := range lines {
		tax := l.tax
		if c.TaxClass != "" {
			shipTo := l.line.ShipTo
			if shipTo == "" {
				shipTo = o.req.ShipTo
			}
			if tax = o.taxRule(class, shipTo); tax == nil {
				o.issue("missing-tax", l.line.ID)
			}
		}
		value := times(q(c.Value), q(l.line.Quantity))
		if c.Kind == pricing.PercentCharge {
			value = percentOf(l.final, q(c.Value))
		}
		if !firm(l.line) || l.period != pricing.OneOff {
			add(l.line.ID, l.period, value, c.Kind == pricing.UnitCharge, tax, counted(l.line))
			continue
		}
		key := "none"
		if tax != nil {
			key = string(tax.Category) + tax.Rate.String()
		}
		if sums[key] == nil {
			sums[key] = integer(0)
		}
		sums[key], taxes[key] = plus(sums[key], value), tax
	}
	for key, value := range sums {
		add("", pricing.OneOff, value, c.Kind == pricing.UnitCharge, taxes[key], true)
	}
}

func (o *oracle) checkFloor(l *oracleLine) {
	if l.floor == nil || times(l.final, l.per).Cmp(times(l.floor, q(l.line.Quantity))) >= 0 {
		return
	}
	l.belowFloor = true
	o.issue("below-floor", l.line.ID)
}

// overTerm is what an amount per period comes to over the committed term: full
// periods of each contract year at that year's share, and the rest by days or
// months.
func (o *oracle) overTerm(l *oracleLine, net rat, ramp bool) rat {
	if l.period == pricing.OneOff {
		return net
	}
	at := func(year int) rat {
		for _, y := range l.line.Ramp {
			if ramp && y.Year == year {
				return round(percentOf(net, q(y.Percent)), o.minor)
			}
		}
		return net
	}
	unit := 1
	if l.period == pricing.Year {
		unit = 12
	}
	sum := integer(0)
	if l.line.End.IsZero() {
		months := o.months(l)
		if months == 0 {
			months = 12
		}
		for m := 0; m < months; m += unit {
			part := min(unit, months-m)
			if part == unit {
				sum = plus(sum, at(m/12+1))
			} else {
				sum = plus(sum, round(over(times(at(m/12+1), integer(int64(part))), integer(int64(unit))), o.minor))
			}
		}
		return sum
	}
	last := l.line.End
	for m := 0; ; m += unit {
		from, next := l.line.Start.AddMonths(m), l.line.Start.AddMonths(m+unit)
		if from.Compare(last) > 0 {
			return sum
		}
		if days := daysBetween(from, last) + 1; next.AddDays(-1).Compare(last) > 0 {
			all := daysBetween(from, next)
			return plus(sum, round(over(times(at(m/12+1), integer(int64(days))), integer(int64(all))), o.minor))
		}
		sum = plus(sum, at(m/12+1))
	}
}

func daysBetween(a, b civil.Date) int { return b.Sub(a) }

// totals returns the net, VAT and gross of each period, and the TCV.
func (o *oracle) totals() (net, vat map[pricing.Period]rat, tcv rat) {
	type key struct {
		period   pricing.Period
		category pricing.Category
		rate     string
	}
	net = map[pricing.Period]rat{pricing.OneOff: integer(0), pricing.Month: integer(0), pricing.Year: integer(0)}
	vat = map[pricing.Period]rat{pricing.OneOff: integer(0), pricing.Month: integer(0), pricing.Year: integer(0)}
	bases := map[key]rat{}
	tcv = integer(0)
	add := func(p pricing.Period, tax *pricing.TaxRule, amount rat) {
		net[p] = plus(net[p], amount)
		if tax == nil {
			return
		}
		k := key{p, tax.Category, tax.Rate.String()}
		if bases[k] == nil {
			bases[k] = integer(0)
		}
		bases[k] = plus(bases[k], amount)
	}
	byID := map[string]*oracleLine{}
	for _, l := range o.lines {
		byID[l.line.ID] = l
		if l.priced && counted(l.line) {
			add(l.period, l.tax, l.final)
			tcv = plus(tcv, l.tcv)
		}
	}
	for _, c := range o.charges {
		if !c.counted {
			continue
		}
		add(c.period, c.tax, c.net)
		if c.line == "" {
			tcv = plus(tcv, c.net)
		} else {
			tcv = plus(tcv, o.overTerm(byID[c.line], c.net, false))
		}
	}
	for k, base := range bases {
		rate, _ := new(big.Rat).SetString(k.rate)
		vat[k.period] = plus(vat[k.period], round(percentOf(base, rate), o.minor))
	}
	return net, vat, tcv
}

// run rate: what the recurring lines come to a month and a year.
func (o *oracle) recurring() (acv, mrr rat) {
	acv, mrr = integer(0), integer(0)
	for _, l := range o.lines {
		if !l.priced || !counted(l.line) || l.period == pricing.OneOff {
			continue
		}
		acv = plus(acv, divide(times(l.tcv, integer(12)), o.length(l)))
		first := l.final
		for _, y := range l.line.Ramp {
			if y.Year == 1 {
				first = round(percentOf(l.final, q(y.Percent)), o.minor)
			}
		}
		if l.period == pricing.Year {
			first = divide(first, integer(12))
		}
		mrr = plus(mrr, first)
	}
	return acv, mrr
}

// length is the committed term of a line in months; a part of a period counts
// by its days.
func (o *oracle) length(l *oracleLine) rat {
	if l.line.End.IsZero() {
		if m := o.months(l); m > 0 {
			return integer(int64(m))
		}
		return integer(12)
	}
	unit := 1
	if l.period == pricing.Year {
		unit = 12
	}
	for m := 0; ; m += unit {
		from, next := l.line.Start.AddMonths(m), l.line.Start.AddMonths(m+unit)
		left := daysBetween(from, l.line.End) + 1
		if left <= 0 {
			return integer(int64(m))
		}
		if all := daysBetween(from, next); left < all {
			return plus(integer(int64(m)), over(integer(int64(left*unit)), integer(int64(all))))
		}
	}
}

// sums over the term: the configured list, the nets before manual steps, and
// cost with the TCV it covers.
func (o *oracle) termSums() (list, before, cost, costed rat) {
	list, before, cost, costed = integer(0), integer(0), integer(0), integer(0)
	for _, l := range o.lines {
		if !l.priced || !counted(l.line) {
			continue
		}
		list = plus(list, o.overTerm(l, l.configuredAmount, true))
		before = plus(before, o.overTerm(l, l.beforeAmt, true))
		if l.cost != nil {
			cost = plus(cost, o.overTerm(l, o.lineNet(l, l.cost), false))
			costed = plus(costed, l.tcv)
		}
	}
	return list, before, cost, costed
}

// largest is the largest TCV that any ticking of optional lines and choice of
// alternatives gives, with the charges printed for each line.
func (o *oracle) largest(tcv rat) rat {
	best := tcv
	free := func(l *oracleLine) []rat { // the positive parts: the line and its charges
		parts := []rat{l.tcv}
		for _, c := range o.charges {
			if c.line == l.line.ID {
				parts = append(parts, o.overTerm(l, c.net, false))
			}
		}
		return parts
	}
	groups := map[string][]*oracleLine{}
	for _, l := range o.lines {
		switch {
		case !l.priced:
		case l.line.Alternative != "":
			groups[l.line.Alternative] = append(groups[l.line.Alternative], l)
		case l.line.Optional:
			sum := integer(0)
			for _, part := range free(l) {
				sum = plus(sum, part)
			}
			if sum.Sign() > 0 && !counted(l.line) {
				best = plus(best, sum)
			}
			if sum.Sign() < 0 && counted(l.line) {
				best = minus(best, sum)
			}
		}
	}
	for _, lines := range groups {
		now := integer(0)
		var most rat
		for _, l := range lines {
			sum := integer(0)
			for _, part := range free(l) {
				sum = plus(sum, part)
			}
			switch {
			case l.line.Chosen && counted(l.line):
				now = sum
			case !l.line.Chosen && (most == nil || sum.Cmp(most) > 0):
				most = sum
			}
		}
		if most != nil && most.Cmp(now) > 0 {
			best = plus(best, minus(most, now))
		}
	}
	return best
}
