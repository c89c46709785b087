package document

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/money"
)

func TestWordsAreCompleteInBothLanguages(t *testing.T) {
	for name, text := range words {
		if missing := text.Missing(); len(missing) > 0 {
			t.Errorf("%q has no words in %v", name, missing)
		}
		if strings.Count(text["en"], "%") != strings.Count(text["fr"], "%") {
			t.Errorf("%q takes other arguments in French", name)
		}
	}
	for code, text := range units {
		if missing := text.Missing(); len(missing) > 0 {
			t.Errorf("unit %s has no name in %v", code, missing)
		}
	}
}

func TestAmountOf(t *testing.T) {
	for _, c := range []struct{ tag, quantity, code, want string }{
		{"en", "1", "C62", "1 pc"}, {"en", "1.5", "DAY", "1.5 days"}, {"en", "0", "DAY", "0 days"},
		{"fr", "1.5", "DAY", "1,5 jour"}, {"fr", "2", "DAY", "2 jours"}, {"fr", "12", "MON", "12 mois"}, {"fr", "3", "XYZ", "3 XYZ"},
	} {
		got := voice{tag: c.tag}.amountOf(money.MustParse(c.quantity), c.code)
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.tag, got, c.want)
		}
	}
}

// Breaking a text into lines keeps every character but the spaces, and no line
// of more than one character is too wide.
func TestWrapLosesNothing(t *testing.T) {
	m, err := readMetrics(regularTTF)
	if err != nil {
		t.Fatal(err)
	}
	letters := rapid.StringOf(rapid.RuneFrom([]rune("aW é\n\u202f\u00a0€-x字א")))
	squeeze := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		s := letters.Draw(t, "text")
		width := rapid.Float64Range(1, 80).Draw(t, "width")
		indent := rapid.Float64Range(0, width).Draw(t, "indent")
		lines := m.wrapAfter(s, 9, width, indent)
		got, want := squeeze(strings.Join(lines, "")), squeeze(strings.TrimRightFunc(s, unicode.IsSpace))
		if got != want {
			t.Fatalf("%q became %q", want, got)
		}
		for _, l := range lines {
			if len([]rune(l)) > 1 && m.width(l, 9) > width {
				t.Errorf("%q is wider than %v mm", l, width)
			}
		}
	})
}
