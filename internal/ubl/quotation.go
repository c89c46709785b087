package ubl

import (
	"encoding/xml"
	"fmt"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// Quotation writes a sent quote as a UBL 2.1 Quotation. A quote with recurring
// amounts or without a selected line is refused as Unsupported.
func Quotation(s quotes.Snapshot) ([]byte, error) {
	w := writer{s}
	doc := quotation{
		NS: namespaceDoc + "Quotation-2", CAC: namespaceCAC, CBC: namespaceCBC, Version: "2.1",
		ID: Reference(s), UUID: s.Revision.String(), Issued: s.Issued.String(), Note: s.Cover, Currency: s.Currency.Code(),
		Validity: period{Start: s.Issued.String(), End: s.ValidUntil.String()},
		Seller:   w.seller(), Buyer: w.buyer(),
		Tax: taxTotal{Amount: w.amount(s.Totals.OneOff.VAT)},
		Total: monetaryTotal{Lines: w.amount(s.Totals.OneOff.Net), Exclusive: w.amount(s.Totals.OneOff.Net),
			Inclusive: w.amount(s.Totals.OneOff.Gross), Payable: w.amount(s.Totals.OneOff.Gross)},
	}
	for _, t := range s.Taxes {
		doc.Tax.Subtotals = append(doc.Tax.Subtotals, taxSubtotal{Base: w.amount(t.Base), Tax: w.amount(t.Amount),
			Category: category(t.Category, t.Rate, t.Reason)})
	}
	for _, l := range selected(s) {
		if l.Period != quotes.OneOff {
			return nil, fault.New(fault.Unsupported, "ubl-recurring", "line %s recurs, and a UBL quotation has no place for recurring amounts", l.Position)
		}
		doc.Lines = append(doc.Lines, quotationLine{w.line(l)})
	}
	if doc.Count = len(doc.Lines); doc.Count == 0 {
		return nil, fault.New(fault.Unsupported, "ubl-empty", "a UBL quotation needs at least one line")
	}
	return encode(doc)
}

// Reference is the number by which an order names the quote.
func Reference(s quotes.Snapshot) string { return s.Number + "-" + s.Label }

// selected are the lines that are in the totals.
func selected(s quotes.Snapshot) []quotes.SnapshotLine {
	var out []quotes.SnapshotLine
	for _, section := range s.Sections {
		for _, l := range section.Lines {
			if l.Selected {
				out = append(out, l)
			}
		}
	}
	return out
}

type writer struct{ quotes.Snapshot }

// amount writes a total at the currency's minor unit, or with all its decimals.
func (w writer) amount(d money.Decimal) amount {
	return amount{w.Currency.Code(), d.StringFixed(max(w.Currency.Minor(), d.Scale()))}
}

func (w writer) line(l quotes.SnapshotLine) lineItem {
	out := lineItem{ID: l.Position, Note: l.Note, Quantity: quantity{l.Unit, l.Quantity.String()},
		Net: w.amount(l.FinalNet), Price: w.amount(l.UnitNet),
		Item: item{Description: l.Description, Name: l.Name, Tax: category(l.TaxCategory, l.TaxRate, "")}}
	if l.SKU != "" {
		out.Item.Seller = &l.SKU
	}
	if off := l.Net.Sub(l.FinalNet); !off.IsZero() {
		out.Allowance = &allowance{Charge: off.Sign() < 0, Reason: "Discount", Amount: w.amount(off.Abs())}
	}
	for _, o := range l.Options {
		out.Item.Properties = append(out.Item.Properties, property{Name: o.Label, Value: o.Value})
	}
	return out
}

func category(id string, rate money.Decimal, reason string) taxCategory {
	return taxCategory{ID: id, Percent: rate.String(), Reason: reason, Scheme: "VAT"}
}

func (w writer) seller() party {
	s := w.Snapshot.Seller
	p := party{Name: s.Name, Address: postal(&s.Address), Legal: partyLegal{s.Name, s.SIREN}}
	if s.VATNumber != "" {
		p.Tax = &partyTax{s.VATNumber, "VAT"}
	}
	if rep := w.Rep; rep.Name != "" {
		p.Contact = &contact{rep.Name, rep.Phone, rep.Email}
	}
	return p
}

func (w writer) buyer() party {
	c := w.Customer
	p := party{Name: c.Name, Address: postal(c.Address), Legal: partyLegal{c.Name, c.RegistrationNumber}}
	if c.VATNumber != "" {
		p.Tax = &partyTax{c.VATNumber, "VAT"}
	}
	if w.Contact != "" {
		p.Contact = &contact{Name: w.Contact}
	}
	return p
}

func postal(a *quotes.Address) *address {
	if a == nil || a.Country == "" {
		return nil
	}
	return &address{Street: a.Street, Street2: a.Street2, City: a.City, Zone: a.PostalCode, Country: a.Country}
}

func encode(doc any) ([]byte, error) {
	out, err := xml.MarshalIndent(doc, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write UBL: %w", err)
	}
	return append([]byte(xml.Header), append(out, '\n')...), nil
}
