package pricing_test

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/pricing"
)

// This file is a second implementation of the standard procedure on rational
// numbers. It shares no code with the package and is written for being read,
// not for speed: one function per sentence of the rules. The files oracle*_test.go
// hold its parts; what expressions come to is in extension_test.go.

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
