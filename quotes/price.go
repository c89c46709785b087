package quotes

import (
	"cmp"
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
)

// request is the content of r as the catalogue prices it.
func (c *Case) request(r *Revision) PriceRequest {
	shipTo, _ := c.Customer.Address(r.ShipTo)
	return PriceRequest{
		AsOf: r.AsOf, Pins: r.Pins, Currency: r.Currency, Base: c.Settings.BaseCurrency, TermMonths: r.TermMonths,
		Customer: c.Customer, ShipTo: shipTo, Seller: c.Settings.Seller.Address,
		Discount: r.Discount, Sections: r.Sections, Lines: r.Lines,
	}
}

// price resolves and prices the draft in place. It must run outside the
// transaction that stores the result.
func (s *Service) price(ctx context.Context, c *Case, r *Revision) error {
	result, err := s.catalog.Price(ctx, r.Tenant, c.request(r))
	if err != nil {
		return err
	}
	r.Priced = result.Priced
	r.Base = c.Settings.BaseCurrency
	for n := range r.Lines {
		r.Lines[n].Resolved, r.Lines[n].Price = result.Lines[n].Resolved, result.Lines[n].Price
	}
	selected := slices.DeleteFunc(slices.Clone(r.Lines), func(l Line) bool { return !l.Selected() })
	r.Families = familyAmounts(selected, r.TermMonths)
	r.LineCount = len(r.Lines)
	return r.spreadSchedule()
}

// termOf is the number of times an amount of the period counts in the TCV: the
// committed term, 12 months where it is open-ended.
func termOf(p Period, months int) money.Decimal {
	if months == 0 {
		months = 12
	}
	switch p {
	case Monthly:
		return money.FromInt(int64(months))
	case Yearly:
		years, _ := money.FromInt(int64(months)).Quo(money.FromInt(12))
		return years
	}
	return money.FromInt(1)
}

// familyAmounts sums lines by product family over the term, largest net first.
func familyAmounts(lines []Line, months int) []FamilyAmount {
	by := map[string]*FamilyAmount{}
	for _, l := range lines {
		f := by[l.Resolved.Family]
		if f == nil {
			f = &FamilyAmount{Family: l.Resolved.Family}
			by[l.Resolved.Family] = f
		}
		term := termOf(l.Resolved.Period, months)
		net := l.Price.FinalNet.Mul(term)
		f.Net, f.List = f.Net.Add(net), f.List.Add(l.Price.ListAmount.Mul(term))
		if l.Price.Cost != nil {
			f.Cost, f.CostedNet = f.Cost.Add(l.Price.Cost.Mul(term)), f.CostedNet.Add(net)
		}
	}
	out := make([]FamilyAmount, 0, len(by))
	for _, f := range by {
		out = append(out, *f)
	}
	slices.SortFunc(out, func(a, b FamilyAmount) int {
		return cmp.Or(b.Net.Cmp(a.Net), cmp.Compare(a.Family, b.Family))
	})
	return out
}

// spreadSchedule computes the instalments of the one-off gross total; they sum
// to it exactly.
func (r *Revision) spreadSchedule() error {
	if len(r.Schedule) == 0 {
		return nil
	}
	weights := make([]money.Decimal, len(r.Schedule))
	for n, m := range r.Schedule {
		weights[n] = m.Percent
	}
	shares, err := money.Allocate(r.Totals.OneOff.Gross, weights, r.Currency.Minor())
	if err != nil {
		return err
	}
	r.Schedule = slices.Clone(r.Schedule)
	for n := range r.Schedule {
		r.Schedule[n].Amount = shares[n]
	}
	return nil
}

// totalsOf sums the chosen lines of a priced revision, with VAT per category
// and rate on the summed base, the way the whole revision was summed.
func totalsOf(r *Revision, lines []Line) (Totals, []Tax) {
	type key struct {
		category, rate string
		period         Period
	}
	var t Totals
	rows := map[key]*Tax{}
	steps := map[string]money.Decimal{}
	var order []key
	var codes []string
	for _, l := range lines {
		k := key{l.Price.TaxCategory, l.Price.TaxRate.String(), l.Resolved.Period}
		if rows[k] == nil {
			rows[k] = &Tax{Category: l.Price.TaxCategory, Rate: l.Price.TaxRate, Period: l.Resolved.Period}
			order = append(order, k)
		}
		rows[k].Base = rows[k].Base.Add(l.Price.FinalNet)
		t.addLine(l, termOf(l.Resolved.Period, r.TermMonths))
		for _, s := range l.Price.Steps {
			if _, ok := steps[s.Code]; !ok {
				codes = append(codes, s.Code)
			}
			steps[s.Code] = steps[s.Code].Add(s.Amount.Mul(termOf(l.Resolved.Period, r.TermMonths)))
		}
	}
	for _, code := range codes {
		t.Steps = append(t.Steps, StepTotal{code, steps[code]})
	}
	var taxes []Tax
	for _, k := range order {
		row := *rows[k]
		row.Amount = row.Base.Mul(row.Rate).Shift(-2).Round(r.Currency.Minor())
		for _, printed := range r.Taxes {
			if printed.Category == row.Category && printed.Rate.Equal(row.Rate) {
				row.Reason = printed.Reason
			}
		}
		taxes = append(taxes, row)
		p := t.period(row.Period)
		p.VAT = p.VAT.Add(row.Amount)
	}
	for _, p := range []*PeriodTotal{&t.OneOff, &t.Month, &t.Year} {
		p.Gross = p.Net.Add(p.VAT)
	}
	return t, taxes
}

func (t *Totals) addLine(l Line, term money.Decimal) {
	p := t.period(l.Resolved.Period)
	p.Net = p.Net.Add(l.Price.FinalNet)
	net := l.Price.FinalNet.Mul(term)
	t.TCV = t.TCV.Add(net)
	t.List = t.List.Add(l.Price.ListAmount.Mul(term))
	t.BeforeManual = t.BeforeManual.Add(l.Price.BeforeManual.Mul(term))
	if l.Price.Cost != nil {
		t.Cost, t.CostedNet = t.Cost.Add(l.Price.Cost.Mul(term)), t.CostedNet.Add(net)
	}
}

func (t *Totals) period(p Period) *PeriodTotal {
	switch p {
	case Monthly:
		return &t.Month
	case Yearly:
		return &t.Year
	}
	return &t.OneOff
}
