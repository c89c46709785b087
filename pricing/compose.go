package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// rollup sums the list prices of the items that the selection adds.
func (w *work) rollup(s *step, rec *Step) (money.Decimal, bool) {
	var sum money.Decimal
	for i := range w.line.Selection {
		sel := &w.line.Selection[i]
		if sel.Item == "" {
			continue
		}
		part, ok := w.part(s, Component{Item: sel.Item, Quantity: sel.Quantity}, rec)
		if !ok {
			return sum, false
		}
		sum = sum.Add(part)
	}
	return sum, true
}

// bundle sums the list prices of the bundle's items, each less its discount.
func (w *work) bundle(s *step, rec *Step) (money.Decimal, bool) {
	var sum money.Decimal
	for _, c := range w.entry.Bundle {
		part, ok := w.part(s, c, rec)
		if !ok {
			return sum, false
		}
		sum = sum.Add(part)
	}
	return sum, true
}

// part prices one item of a roll-up or bundle at its list price. Its cost and
// floor count unless the whole has a cost of its own.
func (w *work) part(s *step, c Component, rec *Step) (money.Decimal, bool) {
	f, ok := w.r.lookup(func(b *bookIndex) []*price { return b.items[c.Item] })
	if !ok || f.Price == nil && f.CostPlus == nil {
		w.fail(Issue{Kind: "missing-price", Step: s.ID, Rule: w.entry.ID, Position: w.entry.Position, Message: lang.New(
			fmt.Sprintf("the price book has no list price for the part %q", c.Item),
			fmt.Sprintf("le tarif n'a pas de prix catalogue pour le composant %q", c.Item))})
		return money.Decimal{}, false
	}
	if f.converted && w.r.rateMissing {
		w.failRate(f.ID, f.Position)
		return money.Decimal{}, false
	}
	var hidden Step
	unit := w.entryUnit(f, &hidden)
	factor := c.Quantity
	if f.Per != one {
		factor, _ = factor.Quo(f.Per)
	}
	if w.entry.Cost == nil {
		w.addCost(f, factor)
	}
	net := unit.Mul(factor)
	net = net.Sub(net.Mul(c.Discount.Shift(-2)))
	rec.Inputs = append(rec.Inputs, Input{c.Item, c.Quantity.String() + " x " + unit.String()})
	return net, true
}
