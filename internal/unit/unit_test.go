package unit

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
)

func TestNamesAreCompleteInBothLanguages(t *testing.T) {
	for code, text := range names {
		if missing := text.Missing(); len(missing) > 0 {
			t.Errorf("unit %s has no name in %v", code, missing)
		}
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct{ language, quantity, code, want string }{
		{"en", "1", "C62", "1 pc"}, {"en", "1.5", "DAY", "1.5 days"}, {"en", "0", "DAY", "0 days"},
		{"fr", "1.5", "DAY", "1,5 jour"}, {"fr", "2", "DAY", "2 jours"}, {"fr", "12", "MON", "12 mois"}, {"fr", "3", "XYZ", "3 XYZ"},
	} {
		got := Format(money.MustParse(c.quantity), c.code, c.language)
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
	}
}
