package quotes

import "github.com/quotient-cpq/quotient/internal/fault"

// legalIssues is the checklist of mentions a quote must print: the seller's
// identity and the customer's address. French sellers owe more.
func legalIssues(c *Case, r *Revision) []fault.Issue {
	var out []fault.Issue
	need := func(ok bool, pointer, message string) {
		if !ok {
			out = append(out, fault.Issue{Kind: "mention-missing", Pointer: pointer, Message: message})
		}
	}
	s := c.Settings.Seller
	need(s.Name != "", "/seller/name", "the seller's name is missing")
	need(s.Address.Street != "" && s.Address.City != "" && s.Address.Country != "", "/seller/address", "the seller's address is incomplete")
	need(s.VATNumber != "", "/seller/vat_number", "the seller's VAT number is missing")
	if s.Address.Country == "FR" {
		need(s.LegalForm != "", "/seller/legal_form", "the seller's legal form is missing")
		need(s.SIREN != "" || s.SIRET != "", "/seller/siret", "the seller's SIREN or SIRET number is missing")
		need(s.RCS != "", "/seller/rcs", "the seller's trade register entry (RCS) is missing")
	}
	_, hasAddress := c.Customer.Address(r.BillTo)
	need(hasAddress, "/customer/addresses", "the customer's address is missing")
	need(r.PaymentTerms != "", "/payment_terms", "the payment terms are missing")
	need(r.ValidityDays > 0 || !r.ValidUntil.IsZero(), "/validity_days", "the validity of the offer is missing")
	return out
}
