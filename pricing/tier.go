package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
)

// tierIndex finds the tiers of an item, model or family.
type tierIndex struct{ items, models, families map[string][]*Tier }

// tierGroup is the quantity of the firm lines that a scale counts together.
type tierGroup struct {
	quantity money.Decimal
	// chosen is the part of it that each alternative's chosen line has.
	chosen map[string]money.Decimal
}

// findScale returns the scale of the line: the item's, else the model's, else
// the family's.
func (w *work) findScale() *Tier {
	idx, date := &w.r.p.book.tiers, w.r.req.Date
	if t := openTier(idx.items[w.line.Item.SKU], date); t != nil {
		return t
	}
	if t := openTier(idx.models[w.line.Model], date); t != nil {
		return t
	}
	return openTier(idx.families[w.line.Item.Family], date)
}

func openTier(candidates []*Tier, date civil.Date) *Tier {
	for _, t := range candidates {
		if within(date, t.From, t.To) {
			return t
		}
	}
	return nil
}

// join finds the scale of the line and counts the line in its group.
func (w *work) join() {
	if w.failed {
		return
	}
	w.scale = w.findScale()
	if w.scale == nil || w.scale.Family == "" && !w.scale.Together {
		return // its own quantity is all there is
	}
	w.group = w.r.groups[w.scale]
	if w.group == nil {
		w.group = &tierGroup{chosen: make(map[string]money.Decimal)}
		w.r.groups[w.scale] = w.group
	}
	w.group.count(w, w.line.Quantity)
}

// count adds to the quantity of the group if the line is firm.
func (g *tierGroup) count(w *work, quantity money.Decimal) {
	if !w.firm() {
		return
	}
	g.quantity = g.quantity.Add(quantity)
	if alt := w.line.Alternative; alt != "" {
		g.chosen[alt] = g.chosen[alt].Add(quantity)
	}
}

// tierQuantity is the quantity that decides the line's slab. A line that is not
// firm is priced on top of those that are, in place of its alternative.
func (w *work) tierQuantity() money.Decimal {
	switch {
	case w.group == nil:
		return w.line.Quantity
	case w.firm():
		return w.group.quantity
	}
	return w.group.quantity.Sub(w.group.chosen[w.line.Alternative]).Add(w.line.Quantity)
}

// stepTier applies the quantity scale.
func (w *work) stepTier(s *step) {
	t := w.scale
	if t == nil {
		return
	}
	quantity := w.tierQuantity()
	percent, price, ok := t.rate(quantity, w.res.Per)
	if !ok {
		return
	}
	rec := Step{Origin: w.r.mem.origin(s, t, t.Code, w.r.p.book.book.Code, w.r.p.book.book.Version), Label: s.Name,
		Inputs: w.inputs(Input{"kind", string(t.Kind)}, Input{"quantity", w.r.mem.texts.of(quantity)})}
	if price != nil {
		if w.contract != nil {
			return // an agreed price is not replaced by a list scale
		}
		if w.r.rateMissing {
			w.failRate(t.Code, t.Position)
			return
		}
		rec.Inputs = append(rec.Inputs, Input{"price", w.r.mem.texts.of(*price)})
		w.record(rec, w.price.Sub(w.res.List).Add(w.bookAmount(*price)))
		return
	}
	if w.line.Item.Fixed || percent.IsZero() {
		return
	}
	rec.Inputs = append(rec.Inputs, Input{"percent", w.r.mem.texts.of(*percent)})
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
