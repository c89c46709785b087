package quotes

import (
	"cmp"
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// request is the content of r as the catalogue prices it.
func (c *Case) request(r *Revision) PriceRequest {
	shipTo, _ := c.Customer.Address(r.ShipTo)
	return PriceRequest{
		AsOf: r.AsOf, Pins: r.Pins, Currency: r.Currency, Base: c.Settings.BaseCurrency, TermMonths: r.TermMonths, Coupons: r.Coupons,
		Customer: c.Customer, ShipTo: shipTo, Seller: c.Settings.Seller.Address, SellerStatus: c.Settings.Seller.TaxStatus,
		Discount: r.Discount, Sections: r.Sections, Lines: r.Lines,
	}
}

// price resolves and prices the draft in place. It must run outside the
// transaction that stores the result.
func (s *Service) price(ctx context.Context, c *Case, r *Revision) error {
	return s.priceAs(ctx, r, c.request(r))
}

// priceAgain is price with what the revision was priced with before, and not
// what items, customer and seller are today.
func (s *Service) priceAgain(ctx context.Context, c *Case, r *Revision) error {
	request := c.request(r)
	request.AsPriced, request.Facts = true, r.Facts
	return s.priceAs(ctx, r, request)
}

// priceEdit is price for an edit that is one of several.
func (s *Service) priceEdit(ctx context.Context, c *Case, r *Revision) error {
	request := c.request(r)
	request.Editing = r.ID
	return s.priceAs(ctx, r, request)
}

func (s *Service) priceAs(ctx context.Context, r *Revision, request PriceRequest) error {
	result, err := s.catalog.Price(ctx, r.Tenant, request)
	if err != nil {
		return err
	}
	r.Priced = result.Priced
	r.Base = request.facts().Base
	for n := range r.Lines {
		answer := &result.Lines[n]
		r.Lines[n].Resolved, r.Lines[n].Price, r.Lines[n].Facts = answer.Resolved, answer.Price, &answer.Facts
	}
	selected := slices.DeleteFunc(slices.Clone(r.Lines), func(l Line) bool { return !l.Selected() })
	r.Families = familyAmounts(selected)
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
	return one
}

// familyAmounts sums lines by product family over the term, largest net first.
func familyAmounts(lines []Line) []FamilyAmount {
	by := map[string]*FamilyAmount{}
	for _, l := range lines {
		f := by[l.Resolved.Family]
		if f == nil {
			f = &FamilyAmount{Family: l.Resolved.Family}
			by[l.Resolved.Family] = f
		}
		f.Net, f.List = f.Net.Add(l.Price.TCV), f.List.Add(l.listOverTerm())
		if l.Price.Cost != nil {
			f.Cost, f.CostedNet = f.Cost.Add(l.costOverTerm()), f.CostedNet.Add(l.Price.TCV)
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
// to it exactly. A schedule that does not fit the total is an issue of the quote.
func (r *Revision) spreadSchedule() error {
	if len(r.Schedule) == 0 {
		return nil
	}
	shares, err := pricing.Instalments(r.Totals.OneOff.Gross, r.Currency.Minor(), instalments(r.Schedule))
	misfits := fault.IssuesOf(err)
	if err != nil && len(misfits) == 0 {
		return err
	}
	for _, issue := range misfits {
		issue.Pointer = "/payment_schedule" + issue.Pointer
		r.Issues = append(r.Issues, issue)
	}
	r.Schedule = slices.Clone(r.Schedule)
	for n := range r.Schedule {
		r.Schedule[n].Amount = money.Decimal{}
		if len(misfits) == 0 {
			r.Schedule[n].Amount = shares[n]
		}
	}
	return nil
}

// instalments are the parts of a schedule.
func instalments(ms []Milestone) []pricing.Instalment {
	out := make([]pricing.Instalment, len(ms))
	for n, m := range ms {
		out[n].Amount = m.Fixed
		if !m.Percent.IsZero() {
			out[n].Percent = &m.Percent
		}
	}
	return out
}
