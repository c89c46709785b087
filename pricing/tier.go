package pricing

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
)

// tierIndex finds the tiers of an item, model or family.
type tierIndex struct{ items, models, families map[string][]*Tier }

// tierKey names the lines whose quantities a tier counts together; line is set
// where it counts each alone.
type tierKey struct {
	tier *Tier
	line string
}

// tierGroup is the quantity of the firm lines under one key.
type tierGroup struct {
	quantity money.Decimal
	// chosen is the part of it that each alternative's chosen line has.
	chosen map[string]money.Decimal
}

// tier returns the scale of the line: the item's, else the model's, else the
// family's.
func (w *work) tier() *Tier {
	idx := &w.r.p.book.tiers
	open := func(t *Tier) bool { return within(w.r.req.Date, t.From, t.To) }
	for _, candidates := range [][]*Tier{idx.items[w.line.Item.SKU], idx.models[w.line.Model], idx.families[w.line.Item.Family]} {
		if i := slices.IndexFunc(candidates, open); i >= 0 {
			return candidates[i]
		}
	}
	return nil
}

func (w *work) tierKey(t *Tier) tierKey {
	if t.Family != "" || t.Together {
		return tierKey{tier: t}
	}
	return tierKey{t, w.line.ID}
}

// groupQuantities sums the firm quantities that scales look at.
func (r *run) groupQuantities() {
	r.groups = make(map[tierKey]*tierGroup)
	for _, w := range r.lines {
		if w.failed || !w.firm() {
			continue
		}
		t := w.tier()
		if t == nil {
			continue
		}
		key := w.tierKey(t)
		if key.line != "" {
			continue // its own quantity is all there is
		}
		g := r.groups[key]
		if g == nil {
			g = &tierGroup{chosen: make(map[string]money.Decimal)}
			r.groups[key] = g
		}
		g.quantity = g.quantity.Add(w.line.Quantity)
		if alt := w.line.Alternative; alt != "" {
			g.chosen[alt] = g.chosen[alt].Add(w.line.Quantity)
		}
	}
}

// tierQuantity is the quantity that decides the line's slab. A line that is not
// firm is priced on top of those that are, in place of its alternative.
func (w *work) tierQuantity(t *Tier) money.Decimal {
	key := w.tierKey(t)
	g := w.r.groups[key]
	switch {
	case key.line != "" || g == nil:
		return w.line.Quantity
	case w.firm():
		return g.quantity
	}
	return g.quantity.Sub(g.chosen[w.line.Alternative]).Add(w.line.Quantity)
}

// stepTier applies the quantity scale.
func (w *work) stepTier(s *step) {
	t := w.tier()
	if t == nil {
		return
	}
	quantity := w.tierQuantity(t)
	percent, price, ok := t.rate(quantity, w.res.Per)
	if !ok {
		return
	}
	rec := Step{ID: s.ID, Kind: TierStep, Rule: t.Code, Document: w.r.p.book.book.Code, Version: w.r.p.book.book.Version, Label: s.Name,
		Inputs: []Input{{"kind", string(t.Kind)}, {"quantity", quantity.String()}}}
	if price != nil {
		if w.contract != nil {
			return // an agreed price is not replaced by a list scale
		}
		if w.r.rateMissing {
			w.failRate(w.r.p.book.book.Currency)
			return
		}
		rec.Inputs = append(rec.Inputs, Input{"price", price.String()})
		w.record(rec, w.price.Sub(w.res.List).Add(w.bookAmount(*price)))
		return
	}
	if w.line.Item.Fixed || percent.IsZero() {
		return
	}
	rec.Inputs = append(rec.Inputs, Input{"percent", percent.String()})
	w.record(rec, w.percentOff(*percent, s.Of))
}

// bookAmount turns a price of the book's scales into what the line is priced in.
func (w *work) bookAmount(d money.Decimal) money.Decimal {
	f := found{price: &price{book: w.r.p.book}, rate: w.r.rate}
	return w.entryAmount(f, d)
}

// rate returns the percentage or the price per base quantity that the scale
// gives for a quantity, and whether it gives any.
func (t *Tier) rate(quantity, per money.Decimal) (percent, price *money.Decimal, ok bool) {
	if t.Kind == GraduatedTier {
		return t.graduated(quantity)
	}
	i := t.reached(quantity)
	if i < 0 {
		return nil, nil, false
	}
	slab := t.Slabs[i]
	if t.Kind == BlockTier {
		if quantity.IsZero() {
			return nil, nil, false
		}
		each, _ := slab.Price.Mul(per).Quo(quantity)
		return nil, &each, true
	}
	return slab.Percent, slab.Price, true
}

// reached returns the index of the last slab that begins at or below quantity.
func (t *Tier) reached(quantity money.Decimal) int {
	for i := len(t.Slabs) - 1; i >= 0; i-- {
		if t.Slabs[i].From.Cmp(quantity) <= 0 {
			return i
		}
	}
	return -1
}

// graduated returns the effective rate sum(slab rate x slab quantity) /
// quantity. The scale starts at 0, and each slab is about the part of the
// quantity above its From.
func (t *Tier) graduated(quantity money.Decimal) (percent, price *money.Decimal, ok bool) {
	if quantity.IsZero() || t.reached(quantity) < 0 {
		return nil, nil, false
	}
	var sum money.Decimal
	for i, slab := range t.Slabs {
		upper := quantity
		if i+1 < len(t.Slabs) {
			upper = money.Min(upper, t.Slabs[i+1].From)
		}
		if filled := upper.Sub(slab.From); filled.Sign() > 0 {
			sum = sum.Add(filled.Mul(slab.value()))
		}
	}
	effective, _ := sum.Quo(quantity)
	if t.Slabs[0].Price != nil {
		return nil, &effective, true
	}
	return &effective, nil, true
}

// value is the slab's percentage or price.
func (s Slab) value() money.Decimal {
	if s.Price != nil {
		return *s.Price
	}
	return *s.Percent
}
