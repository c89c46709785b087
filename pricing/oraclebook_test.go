package pricing_test

import (
	"math/big"
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// This file is how the second implementation looks prices up, derives and converts
// them.

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
