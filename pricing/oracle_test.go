package pricing_test

import (
	"math/big"
	"slices"
	"sort"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// This file is a second implementation of the standard procedure on rational
// numbers. It shares no code with the package and is written for being read,
// not for speed: one function per sentence of the rules. What expressions come
// to is in extension_test.go.

type rat = *big.Rat

func q(d money.Decimal) rat {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		panic(d.String())
	}
	return r
}

func integer(n int64) rat    { return big.NewRat(n, 1) }
func plus(a, b rat) rat      { return new(big.Rat).Add(a, b) }
func minus(a, b rat) rat     { return new(big.Rat).Sub(a, b) }
func times(a, b rat) rat     { return new(big.Rat).Mul(a, b) }
func over(a, b rat) rat      { return new(big.Rat).Quo(a, b) }
func percentOf(a, p rat) rat { return over(times(a, p), integer(100)) }

// round rounds to places decimals, half away from zero.
func round(a rat, places int) rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil))
	if places < 0 {
		unit.Inv(unit)
	}
	scaled := times(a, unit)
	twice := plus(times(new(big.Rat).Abs(scaled), integer(2)), integer(1)) // 2|x| + 1
	whole := new(big.Int).Quo(twice.Num(), new(big.Int).Mul(twice.Denom(), big.NewInt(2)))
	if a.Sign() < 0 {
		whole.Neg(whole)
	}
	return over(new(big.Rat).SetInt(whole), unit)
}

// divide is the only inexact operation of the unit steps: 12 decimals.
func divide(a, b rat) rat { return round(over(a, b), 12) }

func lowest(a, b rat) rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

type oracleLine struct {
	line                                             *pricing.Line
	entry                                            *oracleEntry
	period                                           pricing.Period
	per                                              rat
	tax                                              *pricing.TaxRule
	contract                                         *pricing.ContractPrice
	list, configured, before, price                  rat
	unitNet, net, final, configuredAmount, beforeAmt rat
	cost                                             rat // nil when unknown
	floor                                            rat // nil when there is none
	hard, manual, belowFloor                         bool
	priced, failed                                   bool
	tcv                                              rat
}

type oracleCharge struct {
	code, line string
	period     pricing.Period
	net        rat
	tax        *pricing.TaxRule
	counted    bool
}

// oracleEntry is an entry with the book it stands in, the derivations from that
// up to the book that is priced with, and the rate that converts its amounts:
// nil when nothing is converted, 0 when the rate is missing.
type oracleEntry struct {
	*pricing.Entry
	book    *pricing.Book
	derived []*pricing.Derivation
	rate    rat
}

type oracle struct {
	set           pricing.Set
	extension     *extension
	req           *pricing.Request
	minor, places int
	lines         []*oracleLine
	charges       []oracleCharge
	issues        []string // kind and line
}

func (o *oracle) run() {
	o.minor = o.req.Currency.Minor()
	o.places = o.minor
	if o.set.Book.Precision != nil {
		o.places = *o.set.Book.Precision
	}
	for i := range o.req.Lines {
		o.lines = append(o.lines, o.open(&o.req.Lines[i]))
	}
	groups := map[string]int{}
	for _, l := range o.lines {
		if l.line.Alternative != "" {
			if l.line.Chosen {
				groups[l.line.Alternative]++
			} else {
				groups[l.line.Alternative] += 0
			}
		}
	}
	for _, n := range groups {
		if n != 1 {
			o.issue("alternative-choice", "")
		}
	}
	for _, l := range o.lines {
		if !l.failed && !o.isShare(l) {
			o.unit(l)
		}
	}
	o.shares()
	o.header()
	o.addCharges()
	for _, l := range o.lines {
		if l.priced {
			o.checkFloor(l)
			l.tcv = o.overTerm(l, l.final, true)
		}
	}
}

func (o *oracle) issue(kind, line string) { o.issues = append(o.issues, kind+" "+line) }

func (o *oracle) fail(l *oracleLine, kind string) {
	o.issue(kind, l.line.ID)
	l.failed = true
}

func firm(l *pricing.Line) bool { return !l.Optional && (l.Alternative == "" || l.Chosen) }

func counted(l *pricing.Line) bool {
	return firm(l) || l.Optional && l.Ticked && (l.Alternative == "" || l.Chosen)
}

func validOn(date, from, to civil.Date) bool {
	return (from.IsZero() || from.Compare(date) <= 0) && (to.IsZero() || date.Compare(to) <= 0)
}

// open determines the tax and the base price entry of a line.
func (o *oracle) open(line *pricing.Line) *oracleLine {
	l := &oracleLine{line: line, period: pricing.OneOff, per: integer(1), cost: integer(0)}
	if line.Quantity.Sign() < 0 {
		o.fail(l, "negative-quantity")
		return l
	}
	shipTo := line.ShipTo
	if shipTo == "" {
		shipTo = o.req.ShipTo
	}
	class := line.Item.TaxClass
	if class == "" {
		class = "standard"
	}
	if l.tax = o.taxRule(class, shipTo); l.tax == nil {
		o.issue("missing-tax", line.ID)
	}
	if k := line.Kept; k != nil && line.Special == nil {
		l.keep(k)
	}
	if line.Special != nil || line.Kept != nil {
		return l
	}
	key := func(e *pricing.Entry) bool { return line.Model != "" && e.Model == line.Model && e.Attribute == "" }
	l.entry = o.find(key)
	if l.entry == nil {
		l.entry = o.find(func(e *pricing.Entry) bool { return line.Item.SKU != "" && e.Item == line.Item.SKU })
	}
	switch {
	case l.entry != nil && l.entry.rate != nil && l.entry.rate.Sign() == 0:
		o.fail(l, "missing-rate")
	case l.entry != nil:
		if l.entry.Period != "" {
			l.period = l.entry.Period
		}
		if !l.entry.Per.IsZero() {
			l.per = q(l.entry.Per)
		}
	default:
		_, l.contract = o.contractPrice(line)
		if l.contract == nil {
			o.fail(l, o.whyNoPrice(line))
			return l
		}
		l.cost = nil
		if !l.contract.Per.IsZero() {
			l.per = q(l.contract.Per)
		}
	}
	return l
}

// keep takes what a kept price remembers of the entry it was made from.
func (l *oracleLine) keep(k *pricing.Kept) {
	l.cost = nil
	if k.Period != "" {
		l.period = k.Period
	}
	if !k.Per.IsZero() {
		l.per = q(k.Per)
	}
	if k.Cost != nil {
		l.cost = q(*k.Cost)
	}
	if k.Floor != nil {
		l.floor = q(*k.Floor)
	}
}

// find returns the most specific entry with a key: in the request's currency,
// else to be converted, of the book or of one that it derives from.
func (o *oracle) find(key func(*pricing.Entry) bool) *oracleEntry {
	if e := o.best(o.set.Book, o.req.Currency, key); e != nil && o.req.Currency != o.set.Book.Currency {
		return &oracleEntry{Entry: e, book: o.set.Book}
	}
	var rate rat
	if o.req.Currency != o.set.Book.Currency {
		if !o.set.Book.Convert {
			return nil
		}
		rate = o.rate()
	}
	books := append([]*pricing.Book{o.set.Book}, o.set.Parents...)
	var derived []*pricing.Derivation
	for _, b := range books {
		if e := o.best(b, b.Currency, key); e != nil {
			return &oracleEntry{Entry: e, book: b, derived: derived, rate: rate}
		}
		if b.Derived == nil {
			break
		}
		derived = append([]*pricing.Derivation{b.Derived}, derived...)
	}
	return nil
}

// whyNoPrice tells a price in another currency from none.
func (o *oracle) whyNoPrice(line *pricing.Line) string {
	for _, currency := range []string{"EUR", "USD", "JPY", "TND"} {
		if c := money.MustParseCurrency(currency); c != o.req.Currency && o.best(o.set.Book, c, func(e *pricing.Entry) bool {
			return e.Item != "" && e.Item == line.Item.SKU || line.Model != "" && e.Model == line.Model && e.Attribute == ""
		}) != nil {
			return "currency-mismatch"
		}
	}
	return "missing-price"
}

// derive is the price of a derived book: the product, rounded, moved to the
// nearest price with the ending asked for.
func derive(x *pricing.Derivation, a rat) rat {
	a = times(a, q(x.Factor))
	if x.Places != nil {
		a = round(a, *x.Places)
	}
	if x.Ending == nil || a.Sign() < 0 {
		return a
	}
	unit, ending := integer(1), q(*x.Ending)
	for unit.Cmp(ending) <= 0 {
		unit = times(unit, integer(10))
	}
	// Every candidate from below zero up to beyond a; the nearest wins, the
	// higher of two equally near.
	steps := new(big.Int).Quo(over(a, unit).Num(), over(a, unit).Denom()).Int64()
	var best rat
	for n := max(steps-2, 0); n <= steps+2; n++ {
		candidate := plus(times(integer(n), unit), ending)
		if best == nil || distance(candidate, a).Cmp(distance(best, a)) <= 0 {
			best = candidate
		}
	}
	return best
}

func distance(a, b rat) rat { return new(big.Rat).Abs(minus(a, b)) }

// rate is the latest rate of the day, else the inverse of the latest in the
// other direction, else 0.
func (o *oracle) rate() rat {
	from, to := o.set.Book.Currency, o.req.Currency
	if r := o.latest(from, to); r != nil {
		return q(r.Rate)
	}
	if r := o.latest(to, from); r != nil {
		return divide(integer(1), q(r.Rate))
	}
	return integer(0)
}

func (o *oracle) latest(from, to money.Currency) *pricing.Rate {
	if o.set.Rates == nil {
		return nil
	}
	var best *pricing.Rate
	for i := range o.set.Rates.Rates {
		r := &o.set.Rates.Rates[i]
		if r.From == from && r.To == to && r.Date.Compare(o.req.Date) <= 0 && (best == nil || r.Date.Compare(best.Date) > 0) {
			best = r
		}
	}
	return best
}

func (o *oracle) best(book *pricing.Book, currency money.Currency, key func(*pricing.Entry) bool) *pricing.Entry {
	var found []*pricing.Entry
	for i := range book.Entries {
		e := &book.Entries[i]
		own := e.Currency
		if own.IsZero() {
			own = book.Currency
		}
		if key(e) && own == currency && validOn(o.req.Date, e.From, e.To) &&
			(e.Customer == "" || e.Customer == o.req.Customer.Code) && (e.Segment == "" || e.Segment == o.req.Customer.Segment) &&
			(e.Region == "" || e.Region == o.req.Region) && (e.Channel == "" || e.Channel == o.req.Channel) {
			found = append(found, e)
		}
	}
	for _, wanted := range []func(*pricing.Entry) bool{
		func(e *pricing.Entry) bool { return e.Customer != "" }, func(e *pricing.Entry) bool { return e.Segment != "" },
		func(e *pricing.Entry) bool { return e.Region != "" }, func(e *pricing.Entry) bool { return e.Channel != "" },
	} {
		if slices.ContainsFunc(found, wanted) {
			found = slices.DeleteFunc(found, func(e *pricing.Entry) bool { return !wanted(e) })
		}
	}
	if len(found) == 0 {
		return nil
	}
	return found[0]
}

// amount converts an amount of an entry and takes the tax out of gross prices.
func (o *oracle) amount(l *oracleLine, e *oracleEntry, d money.Decimal) rat {
	return o.amountOf(l, e, q(d))
}

func (o *oracle) amountOf(l *oracleLine, e *oracleEntry, a rat) rat {
	a = e.converted(a)
	if e.book.TaxInclusive {
		r := integer(0)
		if l.tax != nil {
			r = q(l.tax.Rate)
		}
		a = round(over(a, plus(integer(1), over(r, integer(100)))), o.places)
	}
	return a
}

// converted derives and converts an amount.
func (e *oracleEntry) converted(a rat) rat {
	for _, x := range e.derived {
		a = derive(x, a)
	}
	if e.rate != nil {
		a = times(a, e.rate)
	}
	return a
}

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
