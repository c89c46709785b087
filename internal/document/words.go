package document

import (
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/unit"
	"github.com/quotient-cpq/quotient/quotes"
)

// words are the document's own texts, by a short name.
var words = map[string]lang.Text{
	"quote":           lang.New("Quote", "Devis"),
	"number":          lang.New("No.", "N°"),
	"customer":        lang.New("Customer", "Client"),
	"ship to":         lang.New("Delivery address", "Adresse de livraison"),
	"attention":       lang.New("For the attention of", "À l’attention de"),
	"issued":          lang.New("Date", "Date"),
	"valid until":     lang.New("Valid until", "Valable jusqu’au"),
	"your contact":    lang.New("Your contact", "Votre interlocuteur"),
	"subject":         lang.New("Subject", "Objet"),
	"item":            lang.New("Description", "Désignation"),
	"quantity":        lang.New("Qty", "Qté"),
	"unit price":      lang.New("Unit price", "Prix unitaire HT"),
	"vat":             lang.New("VAT", "TVA"),
	"amount":          lang.New("Net amount", "Montant HT"),
	"list price":      lang.New("List price", "Prix tarif"),
	"discount":        lang.New("Discount", "Remise"),
	"optional":        lang.New("Optional, not included in the total", "En option, non compris dans le total"),
	"alternative":     lang.New("Alternative, not included in the total", "Variante, non comprise dans le total"),
	"proposed":        lang.New("Proposed among the alternatives", "Proposé parmi les variantes"),
	"on request":      lang.New("on request", "sur demande"),
	"site":            lang.New("Site", "Site"),
	"subtotal":        lang.New("Subtotal", "Sous-total"),
	"continued":       lang.New("continued", "suite"),
	"per month":       lang.New("per month", "par mois"),
	"per year":        lang.New("per year", "par an"),
	"net":             lang.New("Total excl. VAT", "Total HT"),
	"gross":           lang.New("Total incl. VAT", "Total TTC"),
	"lines total":     lang.New("Sum of the lines", "Total des lignes"),
	"spread discount": lang.New("Discount", "Remise"),
	"vat rate":        lang.New("Rate", "Taux"),
	"vat base":        lang.New("Base", "Base HT"),
	"vat amount":      lang.New("VAT", "Montant TVA"),
	"before discount": lang.New("Before discount", "Avant remise"),
	"due order":       lang.New("on order", "à la commande"),
	"due delivery":    lang.New("on delivery", "à la livraison"),
	"due days":        lang.New("%d days after invoice", "à %d jours de facture"),
	"tcv":             lang.New("Total over %d months, excl. VAT", "Total HT sur %d mois"),
	"schedule":        lang.New("Payment schedule", "Échéancier de paiement"),
	"conditions":      lang.New("Conditions", "Conditions"),
	"payment":         lang.New("Payment", "Règlement"),
	"delivery":        lang.New("Delivery", "Livraison"),
	"incoterm":        lang.New("Incoterm", "Incoterm"),
	"lead time":       lang.New("Lead time", "Délai"),
	"days":            lang.New("%d days from order", "%d jours à compter de la commande"),
	"term":            lang.New("Committed term", "Durée d’engagement"),
	"service":         lang.New("Service", "Service"),
	"from":            lang.New("from %s", "à partir du %s"),
	"contract year":   lang.New("Contract year %d", "Année %d du contrat"),
	"months":          lang.New("%d months", "%d mois"),
	"bank":            lang.New("Bank account (IBAN)", "Coordonnées bancaires (IBAN)"),
	"signature":       lang.New("Acceptance", "Bon pour accord"),
	"signature hint":  lang.New("Date, name, capacity, signature and stamp, preceded by “Agreed”", "Date, nom, qualité, signature et cachet, précédés de la mention « Bon pour accord »"),
	"signature date":  lang.New("Date", "Date"),
	"signature name":  lang.New("Name and capacity", "Nom et qualité"),
	"signature sign":  lang.New("Signature and stamp", "Signature et cachet"),
	"terms":           lang.New("General terms", "Conditions générales"),
	"page":            lang.New("Page %d of %d", "Page %d sur %d"),
	"in all":          lang.New("Total incl. VAT", "Total TTC"),
	"insurance":       lang.New("Professional insurance", "Assurance professionnelle"),
	"waste":           lang.New("Waste from the works", "Gestion des déchets"),
	"withdrawal":      lang.New("Right of withdrawal", "Droit de rétractation"),
	"mediator":        lang.New("Consumer mediator", "Médiateur de la consommation"),
	"quote fee":       lang.New("Cost of this quote", "Coût du devis"),
	"free":            lang.New("free of charge", "gratuit"),
	"certified":       lang.New("Reduced rate of VAT", "TVA à taux réduit"),
	"reduced rate": lang.New("By accepting this quote, the customer certifies that the works taxed at %s are done in a home completed more than two years ago, and that they neither contribute to a new building within the meaning of article 257 of the French tax code nor enlarge the floor area by more than 10%% (article 279-0 bis).",
		"En acceptant ce devis, le client certifie que les travaux soumis au taux de %s portent sur un local à usage d’habitation achevé depuis plus de deux ans, et qu’ils ne concourent ni à la production d’un immeuble neuf au sens de l’article 257 du CGI ni à une augmentation de plus de 10 %% de la surface de plancher (article 279-0 bis du CGI)."),
	"reduced rate energy": lang.New("By accepting this quote, the customer certifies that the works taxed at %s are energy renovation works of article 278-0 bis A of the French tax code, done in a home completed more than two years ago.",
		"En acceptant ce devis, le client certifie que les travaux soumis au taux de %s sont des travaux de rénovation énergétique au sens de l’article 278-0 bis A du CGI, réalisés dans un local à usage d’habitation achevé depuis plus de deux ans."),
	"preview":       lang.New("PREVIEW – NOT AN OFFER", "APERÇU – NE VAUT PAS OFFRE"),
	"internal":      lang.New("INTERNAL COPY", "EXEMPLAIRE INTERNE"),
	"configuration": lang.New("Annex: configuration", "Annexe : configuration"),
	"materials":     lang.New("Annex: bill of materials", "Annexe : nomenclature"),
	"waterfall":     lang.New("Annex: how the prices came about", "Annexe : formation des prix"),
	"part number":   lang.New("Part no.", "Référence"),
	"part":          lang.New("Part", "Composant"),
	"per unit":      lang.New("Per unit", "Par unité"),
	"altogether":    lang.New("In all", "Au total"),
	"step":          lang.New("Step", "Étape"),
	"step amount":   lang.New("Change", "Effet"),
	"step after":    lang.New("After", "Après"),
	"line net":      lang.New("Net of the line", "Net de la ligne"),
	"final net":     lang.New("Net after the quote’s discount", "Net après remise du devis"),
	"cost":          lang.New("Cost", "Coût"),
	"margin":        lang.New("Margin", "Marge"),
	"siren":         lang.New("SIREN", "SIREN"),
	"siret":         lang.New("SIRET", "SIRET"),
	"vat number":    lang.New("VAT no.", "N° TVA"),
	"registration":  lang.New("Reg. no.", "N° d’immatriculation"),
	"placeholder": lang.New("This document belongs to the demonstration data. Quotes older than sixty days share this page: the printed quote was not rendered for them.",
		"Ce document fait partie des données de démonstration. Les devis de plus de soixante jours partagent cette page : le devis imprimé n’a pas été établi pour eux."),
}

// voice writes words, dates and numbers in the document's language.
type voice struct {
	tag      string
	currency money.Currency
}

func (v voice) say(name string, args ...any) string {
	text := words[name].In(v.tag)
	if len(args) > 0 {
		return fmt.Sprintf(text, args...)
	}
	return text
}

func (v voice) date(d civil.Date) string {
	if d.IsZero() {
		return "–"
	}
	if v.tag == "fr" {
		return fmt.Sprintf("%02d/%02d/%04d", d.Day, int(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

// money writes an amount; a reduction has the minus sign of typography, as wide
// as a figure.
func (v voice) money(d money.Decimal) string {
	return strings.ReplaceAll(money.Format(money.Of(d, v.currency), v.tag), "-", "\u2212")
}

func (v voice) number(d money.Decimal) string { return money.FormatDecimal(d, d.Scale(), v.tag) }

func (v voice) percent(d money.Decimal) string {
	if v.tag == "fr" {
		return v.number(d) + "\u00a0%"
	}
	return v.number(d) + "%"
}

// amountOf writes a quantity with its unit.
func (v voice) amountOf(quantity money.Decimal, code string) string {
	return unit.Format(quantity, code, v.tag)
}

// per is the suffix of a recurring amount: "per month", or "" for one-off.
func (v voice) per(p quotes.Period) string {
	switch p {
	case quotes.Monthly:
		return v.say("per month")
	case quotes.Yearly:
		return v.say("per year")
	}
	return ""
}

// withColon adds the colon of the language to a word.
func (v voice) withColon(s string) string {
	if v.tag == "fr" {
		return s + "\u00a0: "
	}
	return s + ": "
}
