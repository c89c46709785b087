package document

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
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
}

// Breaking a text into lines keeps every character but the spaces, and no line
// of more than one character is too wide.
func TestWrapLosesNothing(t *testing.T) {
	m, err := readMetrics("Inter-Regular")
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
