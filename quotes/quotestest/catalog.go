// Package quotestest helps to test whatever uses quotes: a small catalogue with
// exact prices, and a company with people of every role.
package quotestest

import (
	"context"
	"fmt"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
)

// Item is one thing the catalogue sells, with 20 % VAT.
type Item struct {
	Price  money.Decimal
	Cost   *money.Decimal
	Family string
	Period quotes.Period
	// Until is the last day it is sold; zero is for ever.
	Until civil.Date
}

// Catalog is a quotes.Catalog over a fixed price list. It takes manual
// percents, amounts and targets on lines, and percents on sections and quotes.
type Catalog map[string]Item

// NewCatalog returns a catalogue of bikes: BIKE 1,000.00 (cost 600.00), LOCK
// 19.90 (cost 9.00), TUNE 75.00 (cost unknown) and CARE, 5.00 a month.
func NewCatalog() Catalog {
	cost := func(s string) *money.Decimal { d := money.MustParse(s); return &d }
	return Catalog{
		"BIKE": {Price: money.MustParse("1000"), Cost: cost("600"), Family: "bikes"},
		"LOCK": {Price: money.MustParse("19.90"), Cost: cost("9"), Family: "parts"},
		"TUNE": {Price: money.MustParse("75"), Family: "service"},
		"CARE": {Price: money.MustParse("5"), Cost: cost("1"), Family: "service", Period: quotes.Monthly},
	}
}

// Price implements quotes.Catalog.
func (c Catalog) Price(_ context.Context, _ identity.ID, r quotes.PriceRequest) (quotes.PriceResult, error) {
	out := quotes.PriceResult{Lines: make([]quotes.LineResult, len(r.Lines))}
	out.Base, out.Rate = r.Base, money.FromInt(1)
	out.Pins = r.Pins
	if out.Pins.Book == "" {
		out.Pins.Book = "book-1"
	}
	sums := map[quotes.Period]money.Decimal{}
	for n, l := range r.Lines {
		item, ok := c[l.Item]
		if !ok && l.Special == "" {
			out.Issues = append(out.Issues, fault.Issue{Kind: "unknown-item", Pointer: fmt.Sprintf("/lines/%d/item", n),
				Message: fmt.Sprintf("there is no item %q", l.Item)})
			continue
		}
		if l.Special != "" {
			if l.SpecialPrice == nil {
				out.Lines[n].Price.OnRequest = true
				out.Issues = append(out.Issues, fault.Issue{Kind: "price-on-request", Pointer: fmt.Sprintf("/lines/%d", n), Message: "the pricing desk owes a price"})
				continue
			}
			item = Item{Price: *l.SpecialPrice, Cost: l.SpecialCost, Family: "special"}
		}
		out.Lines[n] = price(r, l, item)
		if l.Selected() {
			add(&out.Totals, out.Lines[n])
			sums[out.Lines[n].Resolved.Period] = sums[out.Lines[n].Resolved.Period].Add(out.Lines[n].Price.FinalNet)
		}
	}
	out.Totals.LargestTCV = largest(r, out)
	for _, p := range []quotes.Period{quotes.OneOff, quotes.Monthly, quotes.Yearly} {
		if base, ok := sums[p]; ok {
			out.Taxes = append(out.Taxes, quotes.Tax{Category: "S", Rate: money.FromInt(20), Period: p, Base: base,
				Amount: percent(base, money.FromInt(20)).Round(2)})
		}
	}
	for _, tax := range out.Taxes {
		total := period(&out.Totals, tax.Period)
		total.Net, total.VAT, total.Gross = tax.Base, tax.Amount, tax.Base.Add(tax.Amount)
	}
	return out, nil
}

func percent(of, rate money.Decimal) money.Decimal { return of.Mul(rate).Shift(-2) }

// price is the waterfall of one line.
func price(r quotes.PriceRequest, l quotes.Line, item Item) quotes.LineResult {
	unit := item.Price
	switch l.Manual.Kind {
	case quotes.Percent:
		unit = unit.Sub(percent(unit, l.Manual.Value))
	case quotes.AmountOff:
		unit = unit.Sub(l.Manual.Value)
	case quotes.TargetNet:
		unit = l.Manual.Value
	}
	unit = unit.Round(2)
	list, net := item.Price.Mul(l.Quantity).Round(2), unit.Mul(l.Quantity).Round(2)
	final := net
	for _, s := range r.Sections {
		if s.ID == l.Section && s.Discount.Kind == quotes.Percent {
			final = final.Sub(percent(final, s.Discount.Value)).Round(2)
		}
	}
	if r.Discount.Kind == quotes.Percent {
		final = final.Sub(percent(final, r.Discount.Value)).Round(2)
	}
	name := l.Item + l.Special
	p := quotes.LinePrice{
		List: item.Price, UnitNet: unit, Net: net, FinalNet: final, ListAmount: list, BeforeManual: list,
		TaxCategory: "S", TaxRate: money.FromInt(20),
		Steps: []quotes.PriceStep{
			{Code: "list", Kind: "list", After: item.Price, Amount: list, Message: lang.New("List price", "Prix catalogue")},
			{Code: "manual", Kind: "manual", Before: item.Price, After: unit, Amount: net.Sub(list), Message: lang.New("Discount", "Remise")},
			{Code: "quote", Kind: "spread", Before: net, After: final, Amount: final.Sub(net), Message: lang.New("Quote discount", "Remise du devis")},
		},
	}
	if item.Cost != nil {
		cost := item.Cost.Mul(l.Quantity)
		p.Cost = &cost
	}
	period := item.Period
	if period == "" {
		period = quotes.OneOff
	}
	p.TCV = final
	if period == quotes.Monthly {
		p.Months = r.TermMonths
		if p.Months == 0 {
			p.Months = 12
		}
		p.TCV = final.Mul(money.FromInt(int64(p.Months)))
	}
	return quotes.LineResult{Price: p, Resolved: quotes.Resolved{SKU: l.Item, Name: lang.New(name, name), Unit: "C62",
		Family: item.Family, Period: period, LeadDays: 7, Complete: true, Valid: true,
		BOM: []quotes.BOMLine{{Item: name, Quantity: money.FromInt(1), Unit: "C62", Kind: "sales"}}}}
}

func add(t *quotes.Totals, l quotes.LineResult) {
	factor := money.FromInt(1)
	if l.Price.Months > 0 {
		factor = money.FromInt(int64(l.Price.Months))
	}
	t.TCV = t.TCV.Add(l.Price.TCV)
	t.List = t.List.Add(l.Price.ListAmount.Mul(factor))
	t.BeforeManual = t.BeforeManual.Add(l.Price.BeforeManual.Mul(factor))
	if l.Price.Cost != nil {
		t.Cost = t.Cost.Add(l.Price.Cost.Mul(factor))
		t.CostedNet = t.CostedNet.Add(l.Price.TCV)
	}
	for n, s := range l.Price.Steps {
		if n >= len(t.Steps) {
			t.Steps = append(t.Steps, quotes.StepTotal{Code: s.Code})
		}
		t.Steps[n].Amount = t.Steps[n].Amount.Add(s.Amount.Mul(factor))
	}
}

// largest is the TCV with every optional line ticked; alternatives are taken
// to be no dearer than the proposed one.
func largest(r quotes.PriceRequest, out quotes.PriceResult) money.Decimal {
	sum := out.Totals.TCV
	for n, l := range r.Lines {
		if l.Optional {
			sum = sum.Add(out.Lines[n].Price.TCV)
		}
	}
	return sum
}

func period(t *quotes.Totals, p quotes.Period) *quotes.PeriodTotal {
	switch p {
	case quotes.Monthly:
		return &t.Month
	case quotes.Yearly:
		return &t.Year
	}
	return &t.OneOff
}

// Reverse implements quotes.Catalog: the list has one answer, the net asked for.
func (c Catalog) Reverse(_ context.Context, _ identity.ID, _ quotes.PriceRequest, goal pricing.Goal) (pricing.Answer, error) {
	return pricing.Answer{Adjustment: pricing.Adjustment{Kind: pricing.TargetNet, Value: *goal.Net}, Reached: true}, nil
}

// Newer implements quotes.Catalog.
func (c Catalog) Newer(context.Context, identity.ID, quotes.Pins) ([]catalog.Ref, error) {
	return nil, nil
}

// Try implements quotes.Catalog: the list knows no drafts.
func (c Catalog) Try(context.Context, identity.Actor, catalog.Draft) (catalog.Ref, quotes.Catalog, error) {
	return catalog.Ref{}, c, nil
}

// Ended implements quotes.Catalog.
func (c Catalog) Ended(_ context.Context, _ identity.ID, r quotes.PriceRequest, today civil.Date) ([]fault.Issue, error) {
	var out []fault.Issue
	for n, l := range r.Lines {
		if until := c[l.Item].Until; !until.IsZero() && today.After(until) {
			out = append(out, fault.Issue{Kind: "ended", Pointer: fmt.Sprintf("/lines/%d", n), Message: l.Item + " is no longer sold"})
		}
	}
	return out, nil
}
