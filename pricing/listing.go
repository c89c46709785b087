package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// findEntry looks up the base price: of the model, else of the item.
func (w *work) findEntry() {
	r, line := w.r, w.line
	f, ok := r.lookup(func(b *bookIndex) []*price {
		if line.Model == "" {
			return nil
		}
		return b.models[line.Model]
	})
	if !ok && line.Item.SKU != "" {
		f, ok = r.lookup(func(b *bookIndex) []*price { return b.items[line.Item.SKU] })
	}
	if cp, _ := w.contractPrice(); !ok && cp != nil {
		w.costKnown = false
		w.res.Per = cp.per()
		return
	}
	if !ok {
		what := line.Model
		if what == "" {
			what = line.Item.SKU
		}
		if other := w.inAnotherCurrency(); other != nil {
			w.fail(Issue{Kind: "currency-mismatch", Rule: other.ID, Position: other.Position, Message: lang.New(
				fmt.Sprintf("%q has a price in %s, which the price book does not convert to %s", what, other.Currency, r.req.Currency),
				fmt.Sprintf("%q a un prix en %s, que le tarif ne convertit pas en %s", what, other.Currency, r.req.Currency))})
			return
		}
		w.fail(Issue{Kind: "missing-price", Rule: what, Message: lang.New(
			fmt.Sprintf("the price book has no %s price for %q on %s", r.req.Currency, what, r.req.Date),
			fmt.Sprintf("le tarif n'a pas de prix en %s pour %q au %s", r.req.Currency, what, r.req.Date))})
		return
	}
	if f.converted && r.rateMissing {
		w.failRate(f.ID, f.Position)
		return
	}
	w.entry, w.hasEntry = f, true
	w.res.Period, w.res.Per = f.Period, f.Per
	w.res.Entry = r.mem.entry(f)
}

// inAnotherCurrency returns a price of the book that is for the line but for its
// currency, or nil.
func (w *work) inAnotherCurrency() *price {
	b, line := w.r.p.book, w.line
	for _, candidates := range [][]*price{b.models[line.Model], b.items[line.Item.SKU]} {
		for _, p := range candidates {
			if p.matches(w.r.req) && p.Currency != w.r.req.Currency {
				return p
			}
		}
	}
	return nil
}

// failRate reports that what a rule says cannot be converted.
func (w *work) failRate(rule string, at Position) {
	from := w.r.p.book.book.Currency
	w.fail(Issue{Kind: "missing-rate", Rule: rule, Position: at, Message: lang.New(
		fmt.Sprintf("there is no exchange rate from %s to %s on %s", from, w.r.req.Currency, w.r.req.Date),
		fmt.Sprintf("il n'y a pas de taux de change de %s en %s au %s", from, w.r.req.Currency, w.r.req.Date))})
}

// stepList sets the list price. A line that only a contract prices has none.
func (w *work) stepList(s *step) {
	f := w.entry
	if !w.hasEntry {
		return
	}
	rec := Step{Origin: w.r.mem.origin(s, f.price, f.ID, f.book.book.Code, f.book.book.Version), Label: s.Name}
	value, ok := w.basePrice(s, &rec)
	if !ok {
		return
	}
	w.addCost(f, one)
	w.record(rec, value)
	w.setList()
}

// basePrice computes the price of the base entry by its method.
func (w *work) basePrice(s *step, rec *Step) (money.Decimal, bool) {
	f := w.entry
	switch {
	case f.OnRequest:
		w.onRequest(s, f.ID)
		return money.Decimal{}, false
	case f.Price != nil:
		rec.Inputs = w.priceInputs(f, *f.Price)
		return w.entryAmount(f, *f.Price), true
	case f.CostPlus != nil:
		rec.Secret = true
		rec.Inputs = []Input{{"cost", f.Cost.String()}, {"percent", f.CostPlus.String()}}
		return w.entryAmount(f, f.Cost.Add(f.Cost.Mul(f.CostPlus.Shift(-2)))), true
	case !f.Formula.IsZero():
		return w.formula(s, f, rec)
	case f.Matrix != "":
		return w.matrix(s, f, "", rec)
	case f.Rollup:
		return w.rollup(s, rec)
	case f.Bundle != nil:
		return w.bundle(s, rec)
	}
	return w.share(s, rec)
}

// entryAmount turns an amount of an entry into what the line is priced in:
// derived, converted, and without tax.
func (w *work) entryAmount(f found, d money.Decimal) money.Decimal {
	d = f.amount(d)
	if !f.book.book.TaxInclusive {
		return d
	}
	net, _ := d.QuoRound(one.Add(w.res.Tax.Rate.Shift(-2)), w.r.places, money.HalfAway)
	return net
}

// priceInputs shows what a listed price was made from, where it is not simply
// the price.
func (w *work) priceInputs(f found, listed money.Decimal) []Input {
	var in []Input
	if w.res.Per != one {
		in = append(in, Input{"per", w.r.mem.texts.of(w.res.Per)})
	}
	if len(f.derived) > 0 || !f.rate.IsZero() || f.book.book.TaxInclusive {
		in = append(in, Input{"listed", w.r.mem.texts.of(listed)}, Input{"currency", f.Currency.Code()})
	}
	for _, x := range f.derived {
		in = append(in, Input{"factor", w.r.mem.texts.of(x.Factor)})
	}
	if !f.rate.IsZero() {
		in = append(in, Input{"rate", w.r.mem.texts.of(f.rate)})
	}
	if f.book.book.TaxInclusive {
		in = append(in, Input{"tax_rate", w.r.mem.texts.of(w.res.Tax.Rate)})
	}
	return in
}

// addCost adds the cost and floor of an entry, times a factor, to the line's.
func (w *work) addCost(f found, factor money.Decimal) {
	if f.Cost == nil {
		w.costKnown = false
	} else {
		w.cost = w.cost.Add(f.amount(*f.Cost).Mul(factor))
	}
	if f.Floor != nil {
		w.hasFloor = true
		w.hardFloor = w.hardFloor || f.HardFloor
		w.floor = w.floor.Add(f.amount(*f.Floor).Mul(factor))
	}
}

// contractPrice returns the contract price of the line, if there is one.
func (w *work) contractPrice() (*contractPrice, *contract) {
	for _, c := range w.r.contracts {
		if cp := c.price(w.line); cp != nil {
			return cp, c
		}
	}
	return nil, nil
}

// stepContract replaces the list price by the contract's.
func (w *work) stepContract(s *step) {
	cp, c := w.contractPrice()
	if cp == nil {
		return
	}
	w.contract = cp
	w.res.Contract = c.Code
	after := cp.Price
	if per := cp.per(); per != w.res.Per {
		after, _ = cp.Price.Mul(w.res.Per).Quo(per)
	}
	w.record(Step{Origin: w.r.mem.origin(s, cp, cp.key(), c.Code, c.Version), Label: c.Name}, after)
	w.setList()
}
