package ubl

import (
	"encoding/xml"
	"fmt"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// Quotation writes a sent quote as a UBL 2.1 Quotation. A quote without a selected
// line is refused as Unsupported.
func Quotation(s quotes.Snapshot) ([]byte, error) {
	w := writer{s}
	doc := quotation{
		NS: namespaceDoc + "Quotation-2", CAC: namespaceCAC, CBC: namespaceCBC, Version: "2.1",
		ID: Reference(s), UUID: s.Revision.String(), Issued: s.Issued.String(), Note: s.Cover, Currency: s.Currency.Code(),
		Validity: period{Start: s.Issued.String(), End: s.ValidUntil.String()},
		Seller:   w.seller(), Buyer: w.buyer(), Tax: w.taxes(), Lines: w.lines(),
	}
	if s.Incoterm != "" || s.Delivery != "" {
		doc.Delivery = &deliveryTerms{ID: s.Incoterm, Special: s.Delivery}
	}
	if s.PaymentTerms != "" {
		doc.Terms = &conditions{s.PaymentTerms}
	}
	if doc.Count = len(doc.Lines); doc.Count == 0 {
		return nil, fault.New(fault.Unsupported, "ubl-empty", "a UBL quotation needs at least one line")
	}
	total := s.Totals.OneOff
	doc.Total = monetaryTotal{Exclusive: w.amount(total.Net), Inclusive: w.amount(total.Gross), Payable: w.amount(total.Gross)}
	var charges money.Decimal
	for _, c := range s.Charges {
		tax := category(c.TaxCategory, c.TaxRate, "", c.Period)
		doc.Charges = append(doc.Charges, allowance{Charge: c.Net.Sign() >= 0, Reason: c.Label, Amount: w.amount(c.Net.Abs()), Tax: &tax})
		if c.Period == quotes.OneOff {
			charges = charges.Add(c.Net)
		}
	}
	doc.Total.Lines = w.amount(total.Net.Sub(charges))
	if !charges.IsZero() {
		sum := w.amount(charges)
		doc.Total.Charges = &sum
	}
	return encode(doc)
}

// taxes is one total per charging period that occurs, the one-off one first.
func (w writer) taxes() []taxTotal {
	var out []taxTotal
	for _, t := range []struct {
		period quotes.Period
		total  quotes.PeriodTotal
	}{{quotes.OneOff, w.Totals.OneOff}, {quotes.Monthly, w.Totals.Month}, {quotes.Yearly, w.Totals.Year}} {
		tax := taxTotal{Amount: w.amount(t.total.VAT)}
		for _, row := range w.Snapshot.Taxes {
			if periodOf(row.Period) == t.period {
				tax.Subtotals = append(tax.Subtotals, taxSubtotal{Base: w.amount(row.Base), Tax: w.amount(row.Amount),
					Category: category(row.Category, row.Rate, row.Reason, row.Period)})
			}
		}
		if len(tax.Subtotals) > 0 || t.period == quotes.OneOff {
			out = append(out, tax)
		}
	}
	return out
}

// periodOf is the charging period; none said is one-off.
func periodOf(p quotes.Period) quotes.Period {
	if p == "" {
		return quotes.OneOff
	}
	return p
}

// lines are the selected lines, each with the alternatives it was chosen from.
func (w writer) lines() []quotationLine {
	alternatives := map[string][]lineItem{}
	for _, section := range w.Sections {
		for _, l := range section.Lines {
			if l.Alternative != "" && !l.Selected {
				alternatives[l.Alternative] = append(alternatives[l.Alternative], w.line(l))
			}
		}
	}
	var out []quotationLine
	for _, l := range selected(w.Snapshot) {
		line := quotationLine{Item: w.line(l)}
		if l.Alternative != "" {
			line.Alternatives = alternatives[l.Alternative]
		}
		out = append(out, line)
	}
	return out
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
		Item: item{Description: l.Description, Name: l.Name, Tax: category(l.TaxCategory, l.TaxRate, "", quotes.OneOff)}}
	if l.SKU != "" {
		out.Item.Seller = &l.SKU
	}
	if off := l.Net.Sub(l.FinalNet); !off.IsZero() {
		out.Allowance = &allowance{Charge: off.Sign() < 0, Reason: "Discount", Amount: w.amount(off.Abs())}
	}
	if l.Period != "" && l.Period != quotes.OneOff {
		out.Item.Properties = append(out.Item.Properties, property{Name: ChargingPeriod, Value: string(l.Period)})
	}
	for _, o := range l.Options {
		name := o.Label
		if o.Within != "" {
			name = o.Within + " / " + name
		}
		out.Item.Properties = append(out.Item.Properties, property{Name: name, Value: o.Value})
	}
	for n, c := range l.Components {
		name := c.Name
		if name == "" {
			name = c.Item
		}
		out.Parts = append(out.Parts, partLine{ID: fmt.Sprintf("%s.%d", l.Position, n+1),
			Quantity: quantity{c.Unit, c.Quantity.Mul(l.Quantity).String()}, Item: partItem{Name: name, Seller: c.Item}})
	}
	return out
}

// ChargingPeriod is the property of a recurring line that says how often its
// amount is due: month or year.
const ChargingPeriod = "ChargingPeriod"

func category(id string, rate money.Decimal, reason string, p quotes.Period) taxCategory {
	out := taxCategory{ID: id, Percent: rate.String(), Reason: reason, Scheme: "VAT"}
	if p = periodOf(p); p != quotes.OneOff {
		out.Name = string(p)
	}
	return out
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
