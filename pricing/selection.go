package pricing

import (
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// stepSelection adds what every selected option and number costs, one step of
// the waterfall for each that has a price, and fixes the configured list.
func (w *work) stepSelection(s *step) {
	list := w.price
	for i := range w.line.Selection {
		w.selected(s, &w.line.Selection[i], list)
		if w.failed {
			return
		}
	}
	w.setConfigured()
}

func (w *work) selected(s *step, sel *Selected, list money.Decimal) {
	f, ok := w.optionEntry(sel)
	if !ok {
		return
	}
	if f.converted && w.r.rateMissing {
		w.failRate(f.ID, f.Position)
		return
	}
	rec := Step{Origin: w.r.mem.origin(s, f.price, f.ID, f.book.book.Code, f.book.book.Version), Label: sel.Label}
	rec.Inputs = w.inputs(Input{"path", sel.Path})
	surcharge, factor, ok := w.surcharge(s, f, sel, list, &rec)
	if !ok {
		return
	}
	w.addCost(f, factor)
	if !surcharge.IsZero() {
		w.record(rec, w.price.Add(surcharge))
	}
}

// optionEntry finds the price of a selected option, else that of its attribute.
func (w *work) optionEntry(sel *Selected) (found, bool) {
	key := optionKey{model: w.line.Model, attribute: attributeKey(sel), option: sel.Option}
	if sel.Option != "" {
		if f, ok := w.r.lookup(func(b *bookIndex) []*price { return b.options[key] }); ok {
			return f, true
		}
	}
	key.option = ""
	return w.r.lookup(func(b *bookIndex) []*price { return b.options[key] })
}

// attributeKey is how a price book names the attribute: "boxes/size" inside a
// component.
func attributeKey(sel *Selected) string {
	if sel.Component == "" {
		return sel.Attribute
	}
	return sel.Component + "/" + sel.Attribute
}

// surcharge computes the amount that a selected option adds to the price, and
// how many times the entry's cost it stands for.
func (w *work) surcharge(s *step, f found, sel *Selected, list money.Decimal, rec *Step) (amount, factor money.Decimal, ok bool) {
	switch {
	case f.OnRequest:
		w.onRequest(s, f.ID)
		return amount, one, false
	case f.Percent != nil:
		rec.Inputs = append(rec.Inputs, Input{"percent", w.r.mem.texts.of(*f.Percent)}, Input{"of", w.r.mem.texts.of(list)})
		return list.Mul(f.Percent.Shift(-2)), one, true
	case f.Matrix != "":
		amount, ok = w.matrix(s, f, instance(sel.Path), rec)
		return amount, one, ok
	case !f.Formula.IsZero():
		amount, ok = w.formula(s, f, rec)
		return amount, one, ok
	}
	unit := w.entryUnit(f, rec)
	factor = one
	if sel.Option != "" && !sel.Quantity.IsZero() && sel.Quantity != one {
		factor = sel.Quantity
		rec.Inputs = append(rec.Inputs, Input{"quantity", w.r.mem.texts.of(factor)}, Input{"price", w.r.mem.texts.of(unit)})
	}
	if f.PerNumber {
		if factor, ok = w.dimension(s, f, sel, rec); !ok {
			return amount, one, false
		}
		rec.Inputs = append(rec.Inputs, Input{"price", w.r.mem.texts.of(unit)})
	}
	return unit.Mul(factor), factor, true
}

// entryUnit is the price of an attribute entry before any multiplication.
func (w *work) entryUnit(f found, rec *Step) money.Decimal {
	if f.CostPlus == nil {
		return w.entryAmount(f, *f.Price)
	}
	rec.Secret = true
	rec.Inputs = append(rec.Inputs, Input{"cost", w.r.mem.texts.of(*f.Cost)}, Input{"percent", w.r.mem.texts.of(*f.CostPlus)})
	return w.entryAmount(f, f.Cost.Add(f.Cost.Mul(f.CostPlus.Shift(-2))))
}

// dimension returns the number that a per-unit price is multiplied with: the
// attribute's number, times a second one for areas, over the base quantity.
func (w *work) dimension(s *step, f found, sel *Selected, rec *Step) (money.Decimal, bool) {
	if sel.Number == nil {
		w.failMissing(s, f, sel.Attribute)
		return money.Decimal{}, false
	}
	n := *sel.Number
	rec.Inputs = append(rec.Inputs, Input{sel.Attribute, w.r.mem.texts.of(n)})
	if f.PerNumberOf != "" {
		second, ok := w.number(instance(sel.Path), f.PerNumberOf)
		if !ok {
			w.failMissing(s, f, f.PerNumberOf)
			return money.Decimal{}, false
		}
		rec.Inputs = append(rec.Inputs, Input{f.PerNumberOf, w.r.mem.texts.of(second)})
		n = n.Mul(second)
	}
	if f.Per != one {
		rec.Inputs = append(rec.Inputs, Input{"per", w.r.mem.texts.of(f.Per)})
		n, _ = n.Quo(f.Per)
	}
	return n, true
}

func (w *work) failMissing(s *step, f found, attribute string) {
	w.fail(Issue{Kind: "missing-attribute", Step: s.ID, Rule: f.ID, Position: f.Position, Message: lang.New(
		fmt.Sprintf("the price needs a value for %q", attribute),
		fmt.Sprintf("le prix demande une valeur pour %q", attribute))})
}

// number returns the number selected for an attribute: in the same component
// instance, else of the product itself.
func (w *work) number(prefix, attribute string) (money.Decimal, bool) {
	for _, path := range []string{prefix + attribute, attribute} {
		for i := range w.line.Selection {
			if sel := &w.line.Selection[i]; sel.Path == path && sel.Number != nil {
				return *sel.Number, true
			}
		}
	}
	return money.Decimal{}, false
}

// instance returns the path of the component instance an attribute is in, with
// its slash: "boxes/b1/" for "boxes/b1/size".
func instance(path string) string {
	return path[:strings.LastIndexByte(path, '/')+1]
}
