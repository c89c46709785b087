// Package unit writes quantities with the units that people know.
//
// Units are UN/ECE Recommendation 20 codes; it owns their names in the languages
// of the product.
package unit

import (
	"strings"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// names are the units people know, with their plural after a bar where it
// differs; others are written as their code. It never changes.
var names = map[string]lang.Text{
	"C62": lang.New("pc|pcs", "pce|pces"), "H87": lang.New("pc|pcs", "pce|pces"), "EA": lang.New("pc|pcs", "pce|pces"),
	"MTR": lang.New("m", "m"), "MTK": lang.New("m²", "m²"), "MTQ": lang.New("m³", "m³"), "MMT": lang.New("mm", "mm"),
	"KGM": lang.New("kg", "kg"), "TNE": lang.New("t", "t"), "LTR": lang.New("l", "l"),
	"HUR": lang.New("h", "h"), "DAY": lang.New("day|days", "jour|jours"), "WEE": lang.New("week|weeks", "semaine|semaines"),
	"MON": lang.New("month|months", "mois"), "ANN": lang.New("year|years", "an|ans"),
	"SET": lang.New("set|sets", "jeu|jeux"), "PR": lang.New("pair|pairs", "paire|paires"),
	"LS": lang.New("lump sum|lump sums", "forfait|forfaits"), "E48": lang.New("service|services", "prestation|prestations"),
}

// Format writes a quantity with its unit: "12 pcs". French has a plural from 2
// on, English for everything but 1.
func Format(quantity money.Decimal, code, language string) string {
	name := code
	if text, ok := names[code]; ok {
		one, many, differ := strings.Cut(text.In(language), "|")
		plural := !quantity.Abs().Equal(money.FromInt(1))
		if language == "fr" {
			plural = quantity.Abs().Cmp(money.FromInt(2)) >= 0
		}
		if name = one; differ && plural {
			name = many
		}
	}
	return money.FormatDecimal(quantity, quantity.Scale(), language) + "\u00a0" + name
}
