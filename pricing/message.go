package pricing

import (
	"strings"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// phrase is how a kind of step is told: a sentence with the names of inputs in
// braces. {label} and {document} are the step's own. It is for steps that also
// have the input needs, if set.
type phrase struct{ en, fr, needs string }

// phrases by kind; where a kind has several, the first whose inputs the step
// all has is used.
var phrases = map[StepKind][]phrase{
	ListStep: {
		{en: "{percent} % of {base} (other lines)", fr: "{percent} % de {base} (autres lignes)"},
		{en: "Cost {cost} plus {percent} %", fr: "Coût {cost} plus {percent} %"},
		{en: "Formula {formula}", fr: "Formule {formula}"},
		{en: "Price matrix {matrix}", fr: "Grille de prix {matrix}"},
		{en: "List price {listed} {currency} at the rate {rate}", fr: "Prix catalogue {listed} {currency} au taux {rate}"},
		{en: "List price {listed} incl. {tax_rate} % VAT", fr: "Prix catalogue {listed} TTC (TVA {tax_rate} %)"},
		{en: "List price {listed} x {factor}", fr: "Prix catalogue {listed} x {factor}"},
		{en: "List price per {per}", fr: "Prix catalogue par {per}"},
		{en: "List price", fr: "Prix catalogue"},
	},
	ContractStep: {{en: "Contract price ({document})", fr: "Prix contractuel ({document})"}},
	KeptStep:     {{en: "Price kept", fr: "Prix maintenu"}},
	SpecialStep:  {{en: "Price of the pricing desk", fr: "Prix du service tarification"}},
	SelectionStep: {
		{en: "{label}: {percent} % of the list price", fr: "{label} : {percent} % du prix catalogue"},
		{en: "{label} (price matrix {matrix})", fr: "{label} (grille de prix {matrix})"},
		{en: "{label} ({formula})", fr: "{label} ({formula})"},
		{en: "{label}: {quantity} x {price}", fr: "{label} : {quantity} x {price}"},
		{en: "{label}", fr: "{label}"},
	},
	TierStep: {
		{en: "Quantity scale for {quantity}: -{percent} %", fr: "Barème pour {quantity} : -{percent} %"},
		{en: "Quantity scale for {quantity}: price {price}", fr: "Barème pour {quantity} : prix {price}"},
	},
	AgreedStep: {{en: "Agreed discount {percent} % ({document})", fr: "Remise convenue {percent} % ({document})"}},
	TermStep:   {{en: "Discount {percent} % for a term of {months} months", fr: "Remise {percent} % pour un engagement de {months} mois"}},
	PromotionStep: {
		{en: "{label}: -{percent} %", fr: "{label} : -{percent} %"},
		{en: "{label}: -{amount}", fr: "{label} : -{amount}"},
		{en: "{label}: {price}", fr: "{label} : {price}"},
	},
	ManualStep: {
		{en: "Manual discount {percent} % of the list price", fr: "Remise manuelle {percent} % du prix catalogue", needs: "of"},
		{en: "Manual discount {percent} %", fr: "Remise manuelle {percent} %"},
		{en: "Manual discount {amount}", fr: "Remise manuelle {amount}"},
		{en: "Target price {target}", fr: "Prix cible {target}"},
	},
	PercentStep:      {{en: "{label}: -{percent} %", fr: "{label} : -{percent} %"}},
	AmountStep:       {{en: "{label}", fr: "{label}"}},
	PriceStep:        {{en: "{label}", fr: "{label}"}},
	RoundingStep:     {{en: "Unit price rounded to {decimals} decimals", fr: "Prix unitaire arrondi à {decimals} décimales"}},
	LineRoundingStep: {{en: "Line rounded to {decimals} decimals", fr: "Ligne arrondie à {decimals} décimales"}},
	SectionStep: {
		{en: "Section discount {percent} %", fr: "Remise de section {percent} %"},
		{en: "Share of the section discount of {amount}", fr: "Part de la remise de section de {amount}"},
		{en: "Share towards the section total of {target}", fr: "Part pour un total de section de {target}"},
	},
	QuoteStep: {
		{en: "Quote discount {percent} %", fr: "Remise globale {percent} %"},
		{en: "Share of the quote discount of {amount}", fr: "Part de la remise globale de {amount}"},
		{en: "Share towards the total of {target}", fr: "Part pour un total de {target}"},
	},
}

// Message says in words what the step did and why, in English and French, with
// the figures it was computed from.
func (s Step) Message() lang.Text {
	for _, p := range phrases[s.Kind] {
		en, ok := s.fill(p.en, "en")
		if !ok || p.needs != "" && s.input(p.needs) == "" {
			continue
		}
		fr, _ := s.fill(p.fr, "fr")
		return lang.New(en, fr)
	}
	if len(s.Label) > 0 {
		return s.Label
	}
	return lang.New(string(s.Kind), string(s.Kind))
}

// fill replaces the names in braces; it returns false when one is missing.
func (s Step) fill(text, language string) (string, bool) {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		name, after, _ := strings.Cut(rest, "}")
		value := s.named(name, language)
		if value == "" {
			return "", false
		}
		b.WriteString(value)
		text = after
	}
}

func (s Step) named(name, language string) string {
	switch name {
	case "label":
		if label := s.Label.In(language); label != "" {
			return label
		}
		return s.Rule
	case "document":
		return s.Document
	}
	value := s.input(name)
	if d, err := money.Parse(value); err == nil {
		return money.FormatDecimal(d, d.Scale(), language)
	}
	return value
}

func (s Step) input(name string) string {
	for _, in := range s.Inputs {
		if in.Name == name {
			return in.Value
		}
	}
	return ""
}
