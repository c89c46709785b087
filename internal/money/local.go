package money

import (
	"fmt"
	"strings"
)

// ParseLocal reads a number as people write it in a language, for imports from
// spreadsheets: "1 234,50" in French (any kind of space groups, the comma is the
// decimal sign; a point is too where there is no comma and no group), "1,234.50"
// in English. Groups must have three digits. The technical form that Parse reads
// is accepted in both.
func ParseLocal(s, language string) (Decimal, error) {
	text := strings.TrimSpace(s)
	group, point := ',', "."
	if language == "fr" {
		group, point = ' ', ","
		text = spaces.Replace(text)
		if !strings.ContainsAny(text, ", ") {
			point = "."
		}
	}
	sign := ""
	if text != "" && strings.ContainsRune("+-\u2212", []rune(text)[0]) {
		sign = strings.Replace(string([]rune(text)[0]), "\u2212", "-", 1)
		text = strings.TrimSpace(string([]rune(text)[1:]))
	}
	whole, fraction, hasPoint := strings.Cut(text, point)
	if strings.ContainsRune(whole, group) {
		groups := strings.Split(whole, string(group))
		for i, g := range groups {
			if !allDigits(g) || i > 0 && len(g) != 3 || len(g) > 3 {
				return Decimal{}, fmt.Errorf("%q is not a number: digits are grouped by three", clip(s))
			}
		}
		whole = strings.Join(groups, "")
	}
	if hasPoint {
		whole += "." + fraction
	}
	d, err := Parse(sign + whole)
	if err != nil {
		return Decimal{}, fmt.Errorf("%q is not a number as written in %s", clip(s), map[bool]string{true: "French", false: "English"}[language == "fr"])
	}
	return d, nil
}

// spaces turns every space that typesetting or a spreadsheet puts into a number
// into a plain one.
var spaces = strings.NewReplacer(noBreakSpace, " ", narrowNoBreakSpace, " ", "\u2009", " ")
