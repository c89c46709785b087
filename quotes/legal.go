package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// BuildingTrade is the Seller.Trade of the French building trades.
const BuildingTrade = "building"

// franchise is the Seller.TaxStatus of a small business that charges no VAT.
const franchise = "franchise"

// legalIssues is the checklist of mentions a quote must print: the seller's
// identity and the customer's address, and why where there is no VAT. French
// sellers owe more, and those of the building trades more still.
func legalIssues(c *Case, r *Revision) []fault.Issue {
	l := &checklist{}
	s := c.Settings.Seller
	l.need(s.Name != "", "/seller/name", "the seller's name is missing")
	l.need(s.Address.Street != "" && s.Address.City != "" && s.Address.Country != "", "/seller/address", "the seller's address is incomplete")
	l.need(s.VATNumber != "" || s.TaxStatus == franchise, "/seller/vat_number", "the seller's VAT number is missing")
	if s.Address.Country == "FR" {
		l.need(s.LegalForm != "", "/seller/legal_form", "the seller's legal form is missing")
		l.need(s.SIREN != "" || s.SIRET != "", "/seller/siret", "the seller's SIREN or SIRET number is missing")
		l.need(s.RCS != "", "/seller/rcs", "the seller's entry in the trade register is missing (RCS, or RNE for crafts)")
		if s.Trade == BuildingTrade {
			l.need(s.Insurance != "", "/seller/insurance", "building trades must print their ten-year insurance (assurance décennale): insurer, address, area covered")
			l.need(s.Waste != "", "/seller/waste", "building trades must print how the waste of the works is removed, where to, and at what cost")
		}
	}
	to, hasAddress := c.Customer.Address(r.BillTo)
	l.need(hasAddress, "/customer/addresses", "the customer's address is missing")
	l.need(!hasAddress || to.City != "" && to.Country != "", "/customer/addresses", "the customer's address has no city or country")
	l.need(r.PaymentTerms != "", "/payment_terms", "the payment terms are missing")
	l.need(r.ValidityDays > 0 || !r.ValidUntil.IsZero(), "/validity_days", "the validity of the offer is missing")
	l.taxes(c, r)
	return l.issues
}

// checklist collects what is missing.
type checklist struct{ issues []fault.Issue }

func (l *checklist) need(ok bool, pointer, message string) {
	if !ok {
		l.issues = append(l.issues, fault.Issue{Kind: "mention-missing", Pointer: pointer, Message: message})
	}
}

// taxes asks for what a line without VAT owes: the reason in words and, where the
// customer owes the VAT or takes delivery in another member state, the customer's
// VAT number. An exempt seller charges none at all.
func (l *checklist) taxes(c *Case, r *Revision) {
	named, byCustomer, charged := true, false, false
	for _, t := range r.Taxes {
		if t.Category == "S" {
			charged = charged || !t.Rate.IsZero()
			continue
		}
		named = named && (t.Reason.In(r.Language) != "" || t.Category == "Z")
		byCustomer = byCustomer || t.Category == "AE" || t.Category == "K"
	}
	l.need(named, "/taxes", "the tax table gives no reason for a line without VAT")
	l.need(!byCustomer || c.Customer.VATNumber != "", "/customer/vat_number", "the customer's VAT number is missing: the customer owes the VAT (reverse charge, intra-Community supply)")
	l.need(!charged || c.Settings.Seller.TaxStatus != franchise, "/seller/tax_status", "an exempt seller (art. 293 B CGI) charges VAT: the tax table does not know the exemption")
}

// ReducedRates are the reduced French rates for works in homes, in percent, that
// occur in the quote of a building company: the customer certifies that they apply.
func (s Snapshot) ReducedRates() []money.Decimal {
	if s.Seller.Trade != BuildingTrade || s.Seller.Address.Country != "FR" {
		return nil
	}
	var out []money.Decimal
	for _, t := range s.Taxes {
		reduced := t.Category == "S" && (t.Rate.Equal(money.MustParse("10")) || t.Rate.Equal(money.MustParse("5.5")))
		if reduced && !slices.ContainsFunc(out, t.Rate.Equal) {
			out = append(out, t.Rate)
		}
	}
	return out
}
