package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// BuildingTrade is the Seller.Trade of the French building trades.
const BuildingTrade = "building"

// franchise is the Seller.TaxStatus of a small business that charges no VAT.
const franchise = "franchise"

// mentions is the list of what a quote must print: the seller's identity and the
// customer's address, and why where there is no VAT. French sellers owe more,
// those of the building trades and those who sell to consumers more still.
func mentions(c *Case, r *Revision) []Requirement {
	l := &mentionList{}
	s := c.Settings.Seller
	l.need(s.Name != "", "/seller/name", "the seller's name", "le nom du vendeur")
	l.need(s.Address.Street != "" && s.Address.City != "" && s.Address.Country != "", "/seller/address", "the seller's address: street, city and country", "l’adresse du vendeur : rue, ville et pays")
	if s.TaxStatus != franchise {
		l.need(s.VATNumber != "", "/seller/vat_number", "the seller's VAT number", "le numéro de TVA du vendeur")
	}
	if s.Address.Country == "FR" {
		l.need(s.LegalForm != "", "/seller/legal_form", "the seller's legal form", "la forme juridique du vendeur")
		l.need(s.SIREN != "" || s.SIRET != "", "/seller/siret", "the seller's SIREN or SIRET number", "le numéro SIREN ou SIRET du vendeur")
		l.need(s.RCS != "", "/seller/rcs", "the seller's entry in the trade register (RCS, or RNE for crafts)", "l’immatriculation du vendeur (RCS, ou RNE pour les artisans)")
		if s.Trade == BuildingTrade {
			l.need(s.Insurance != "", "/seller/insurance", "the ten-year insurance of building trades (assurance décennale): insurer, address, area covered",
				"l’assurance décennale des métiers du bâtiment : assureur, adresse, zone couverte")
			l.need(s.Waste != "", "/seller/waste", "how the waste of the works is removed, where to, and at what cost", "l’enlèvement des déchets du chantier : comment, où et à quel coût")
		}
	}
	if s.Address.Country == "FR" && c.Customer.VATStatus == consumer {
		l.need(s.Phone != "" && s.Email != "", "/seller/phone", "how consumers reach the seller: telephone and e-mail", "les coordonnées du vendeur pour les particuliers : téléphone et e-mail")
		l.need(s.Withdrawal != "", "/seller/withdrawal", "the consumer's right of withdrawal: how long, how, and who pays for the return",
			"le droit de rétractation du particulier : délai, modalités et frais de retour")
		l.need(s.Mediator != "", "/seller/mediator", "the consumers' mediator: name, address, site", "le médiateur de la consommation : nom, adresse, site")
		l.need(r.Delivery != "" || longestLead(r) > 0, "/delivery_terms", "the date or term of delivery", "la date ou le délai de livraison")
	}
	to, ok := c.Customer.Address(r.BillTo)
	l.need(ok && to.City != "" && to.Country != "", "/customer/addresses", "the customer's address with its city and country", "l’adresse du client, avec ville et pays")
	l.need(r.PaymentTerms != "", "/payment_terms", "the payment terms", "les conditions de règlement")
	l.need(r.ValidityDays > 0 || !r.ValidUntil.IsZero(), "/validity_days", "the validity of the offer", "la durée de validité de l’offre")
	l.taxes(c, r)
	return l.items
}

// longestLead is the longest lead time of the firm lines, in days.
func longestLead(r *Revision) int {
	days := 0
	for _, line := range r.Lines {
		if line.Selected() {
			days = max(days, line.Resolved.LeadDays)
		}
	}
	return days
}

// legalIssues are the mentions that are missing.
func legalIssues(c *Case, r *Revision) []fault.Issue {
	var out []fault.Issue
	for _, m := range mentions(c, r) {
		if !m.Done {
			out = append(out, fault.Issue{Kind: m.Kind, Pointer: m.Pointer, Message: m.What.In("en") + " is missing"})
		}
	}
	return out
}

// mentionList collects mentions.
type mentionList struct{ items []Requirement }

func (l *mentionList) need(done bool, pointer, en, fr string) {
	l.items = append(l.items, Requirement{Kind: "mention-missing", Pointer: pointer, What: lang.New(en, fr), Done: done})
}

// taxes asks for what a line without VAT owes: the reason in words and, where the
// customer owes the VAT or takes delivery in another member state, the customer's
// VAT number. An exempt seller charges none at all.
func (l *mentionList) taxes(c *Case, r *Revision) {
	named, without, byCustomer, charged := true, false, false, false
	for _, t := range r.Taxes {
		if t.Category == "S" {
			charged = charged || !t.Rate.IsZero()
			continue
		}
		without = true
		named = named && (t.Reason.In(r.Language) != "" || t.Category == "Z")
		byCustomer = byCustomer || t.Category == "AE" || t.Category == "K"
	}
	if without {
		l.need(named, "/taxes", "the reason why lines bear no VAT, in the tax table", "le motif des lignes sans TVA, dans la table des taxes")
	}
	if byCustomer {
		l.need(c.Customer.VATNumber != "", "/customer/vat_number", "the VAT number of the customer, who owes the VAT (reverse charge, intra-Community supply)",
			"le numéro de TVA du client, qui doit la TVA (autoliquidation, livraison intracommunautaire)")
	}
	if c.Settings.Seller.TaxStatus == franchise {
		l.need(!charged, "/seller/tax_status", "the exemption of the seller (art. 293 B CGI) in the tax table, which charges VAT",
			"l’exonération du vendeur (art. 293 B du CGI) dans la table des taxes, qui applique la TVA")
	}
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
