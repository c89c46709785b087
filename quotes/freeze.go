package quotes

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// seriesNumber is "Q-2026-000123".
func seriesNumber(prefix string, year int, n int64) string {
	return fmt.Sprintf("%s-%d-%06d", prefix, year, n)
}

// snapshot is everything r prints, in its language, laid out by a template.
func (c *Case) snapshot(r *Revision, rep Person, t TemplateVersion) Snapshot {
	s := Snapshot{
		Schema: SnapshotSchema, ID: identity.NewID(), Revision: r.ID, Family: c.Family.ID,
		Number: c.Family.Number, Label: r.Label(), Title: c.Family.Title, Language: r.Language, Currency: r.Currency,
		Issued: r.IssueDate, ValidUntil: r.ValidUntil,
		Seller: c.Settings.Seller, Customer: c.party(r.BillTo), Rep: SnapshotPerson{rep.Name, rep.Email, rep.Phone},
		Cover: r.Cover, PaymentTerms: r.PaymentTerms, Delivery: r.Delivery, Incoterm: r.Incoterm,
		TermMonths: r.TermMonths, Terms: c.Settings.Terms.In(r.Language), Taxes: []SnapshotTax{},
		Totals: SnapshotTotals{OneOff: r.Totals.OneOff, Month: r.Totals.Month, Year: r.Totals.Year, TCV: r.Totals.TCV},
	}
	if !s.Customer.Consumer {
		s.Seller.Withdrawal, s.Seller.Mediator = "", ""
	}
	s.Layout = t.Template.In(r.Language)
	s.Layout.Version = t.Number
	if s.Layout.Terms != "" {
		s.Terms = "" // they follow as a PDF file
	}
	if p, ok := c.Customer.Contact(c.Family.Contact); ok {
		s.Contact = p.Name
	}
	if a, ok := c.Customer.Address(r.ShipTo); ok && r.ShipTo != "" && r.ShipTo != r.BillTo {
		s.ShipTo = &a
	}
	for _, t := range r.Taxes {
		s.Taxes = append(s.Taxes, SnapshotTax{t.Category, t.Rate, t.Period, t.Base, t.Amount, t.Reason.In(r.Language)})
	}
	for _, m := range r.Schedule {
		s.Schedule = append(s.Schedule, SnapshotDue{m.Label.In(r.Language), m.Percent, m.Due, m.Amount})
	}
	for _, f := range r.Attachments {
		s.Attachments = append(s.Attachments, SnapshotFile{ID: f.ID, Name: f.Name, MediaType: f.MediaType, Size: f.Size, SHA256: f.SHA256, Annex: f.Annex})
	}
	for _, rule := range c.Settings.QuoteRules {
		if rule.Severity == RuleError {
			s.Rules = append(s.Rules, rule)
		}
	}
	s.Sections, s.LeadDays = r.printedSections(s.Layout), longestLead(r)
	for _, charge := range r.Charges {
		if charge.Counted {
			s.Charges = append(s.Charges, SnapshotCharge{charge.Name.In(r.Language), charge.Period, charge.Net, charge.TaxCategory, charge.TaxRate})
		}
	}
	for _, l := range r.Lines {
		if l.Selected() && l.Resolved.Period == OneOff {
			s.Totals.Discount = s.Totals.Discount.Add(l.Price.FinalNet.Sub(l.Price.Net))
		}
	}
	return s
}

func (c *Case) party(billTo string) SnapshotParty {
	p := SnapshotParty{ID: c.Customer.ID, Name: c.Customer.Name, VATNumber: c.Customer.VATNumber,
		RegistrationNumber: c.Customer.RegistrationNumber, Consumer: c.Customer.VATStatus == consumer}
	if c.Customer.LegalName != "" {
		p.Name = c.Customer.LegalName
	}
	if a, ok := c.Customer.Address(billTo); ok {
		p.Address = &a
	}
	return p
}

// printedSections groups the lines: first those without a section, then each
// section in its order.
func (r *Revision) printedSections(as layout.Layout) []SnapshotSection {
	out := []SnapshotSection{}
	add := func(id identity.ID, title string) {
		s := SnapshotSection{Title: title, Lines: []SnapshotLine{}, Subtotals: []SnapshotAmount{}}
		sums := map[Period]money.Decimal{}
		for _, l := range r.Lines {
			if l.Section != id {
				continue
			}
			s.Lines = append(s.Lines, l.printed(r.Language, as))
			if l.Selected() {
				sums[l.Resolved.Period] = sums[l.Resolved.Period].Add(l.Price.FinalNet)
			}
		}
		for _, p := range []Period{OneOff, Monthly, Yearly} {
			if net, ok := sums[p]; ok {
				s.Subtotals = append(s.Subtotals, SnapshotAmount{p, net})
			}
		}
		if len(s.Lines) > 0 {
			out = append(out, s)
		}
	}
	add(identity.Nil, "")
	for _, s := range r.Sections {
		add(s.ID, s.Title)
	}
	return out
}

// printed is the line as a document shows it, without any cost, and without what
// the layout leaves out for the customer.
func (l Line) printed(language string, as layout.Layout) SnapshotLine {
	out := SnapshotLine{
		ID: l.ID, Position: itoa(l.Position), SKU: l.Resolved.SKU, Model: l.Model,
		Name: l.Resolved.Name.In(language), Description: l.Resolved.Description.In(language),
		Quantity: l.Quantity, Unit: l.Resolved.Unit, Period: l.Resolved.Period,
		ListUnit: l.Price.List, UnitNet: l.Price.UnitNet, Net: l.Price.Net, FinalNet: l.Price.FinalNet,
		TaxCategory: l.Price.TaxCategory, TaxRate: l.Price.TaxRate,
		Optional: l.Optional, Alternative: l.Alternative, Selected: l.Selected(), Site: l.Site, Note: l.Note,
		LeadDays: l.Resolved.LeadDays, OnRequest: l.Price.OnRequest, ServiceTerm: l.ServiceTerm, Schedule: l.Price.Schedule,
		Options: l.printedOptions(language),
	}
	if l.Special != "" {
		out.Name = l.Special
	}
	if layout.IsDigest(l.Resolved.Image) && as.Show.Pictures {
		out.Picture = l.Resolved.Image
	}
	if !as.Show.Discounts {
		out.ListUnit = out.UnitNet
	}
	if as.Annexes.BillOfMaterials {
		out.Components = l.components(language)
	}
	if !as.Show.Steps {
		return out
	}
	for _, s := range l.Price.Steps {
		if label := s.Message.In(language); label != "" {
			out.Steps = append(out.Steps, SnapshotStep{label, s.Amount})
		}
	}
	return out
}

// printedOptions lists what was chosen; the several choices of one attribute
// are one entry.
func (l Line) printedOptions(language string) []SnapshotOption {
	var out []SnapshotOption
	path := ""
	for _, o := range l.Resolved.Options {
		value := o.Value.In(language)
		if len(out) > 0 && o.Path == path {
			out[len(out)-1].Value += ", " + value
			continue
		}
		path = o.Path
		within := ""
		if len(o.Within) > 0 {
			within = o.Within.In(language)
		}
		out = append(out, SnapshotOption{Within: within, Label: o.Label.In(language), Value: value})
	}
	return out
}

// components is the manufacturing bill of materials, or that of sales where
// there is no other.
func (l Line) components(language string) []SnapshotComponent {
	kind := "sales"
	if slices.ContainsFunc(l.Resolved.BOM, func(b BOMLine) bool { return b.Kind == "manufacturing" }) {
		kind = "manufacturing"
	}
	var out []SnapshotComponent
	for _, b := range l.Resolved.BOM {
		if b.Kind == kind {
			out = append(out, SnapshotComponent{Item: b.Item, Name: b.Name.In(language), Quantity: b.Quantity, Unit: b.Unit})
		}
	}
	return out
}

// waterfall is how the prices of r came about, for colleagues; costs only where
// the reader may see them.
func (r *Revision) waterfall(costs bool) []LineWaterfall {
	var out []LineWaterfall
	for _, l := range r.Lines {
		w := LineWaterfall{Position: itoa(l.Position), Name: l.Resolved.Name.In(r.Language), Net: l.Price.Net, FinalNet: l.Price.FinalNet}
		if l.Special != "" {
			w.Name = l.Special
		}
		if costs {
			w.Cost = l.Price.Cost
		}
		for _, s := range l.Price.Steps {
			label := s.Message.In(r.Language)
			if label == "" {
				label = s.Code
			}
			w.Steps = append(w.Steps, WaterfallStep{Label: label, Before: s.Before, Amount: s.Amount, After: s.After})
		}
		out = append(out, w)
	}
	return out
}
