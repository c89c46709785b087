package lang_test

import (
	"testing"
	"unicode/utf8"

	"github.com/quotient-cpq/quotient/internal/lang"
)

func TestFromSpreadsheet(t *testing.T) {
	t.Parallel()
	const want = "référence;quantité;cœur à 5 €"
	for name, text := range map[string]string{
		"UTF-8": want, "UTF-8 with a mark": "\ufeff" + want,
		"Windows-1252": "r\xe9f\xe9rence;quantit\xe9;c\x9cur \xe0 5 \x80",
	} {
		if got := string(lang.FromSpreadsheet([]byte(text))); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	for c := range 256 {
		if got := lang.FromSpreadsheet([]byte{byte(c)}); !utf8.Valid(got) || utf8.RuneCount(got) != 1 {
			t.Errorf("byte %#x gives %q", c, got)
		}
	}
}
