package lang_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/internal/lang"
)

func ExampleText_In() {
	t := lang.New("quote", "devis")
	fmt.Println(t.In("fr-FR"), t.In("de"))
	// Output: devis quote
}

func TestTextFallsBack(t *testing.T) {
	only := lang.Text{"fr": "remise"}
	if got := only.In("en"); got != "remise" {
		t.Errorf("In(en) = %q, want the only wording there is", got)
	}
	if got := (lang.Text{}).In("en"); got != "" {
		t.Errorf("In of an empty text = %q", got)
	}
	if got := only.Missing(); !slices.Equal(got, []string{"en"}) {
		t.Errorf("Missing() = %v, want [en]", got)
	}
}

func TestPick(t *testing.T) {
	for header, want := range map[string]string{
		"":                           "en",
		"fr-FR,fr;q=0.9,en;q=0.8":    "fr",
		"de-DE, en-GB;q=0.7":         "en",
		"es":                         "en",
		"it;q=1, FR;q=0.5, en;q=0.4": "fr",
	} {
		if got := lang.Pick(header); got != want {
			t.Errorf("Pick(%q) = %q, want %q", header, got, want)
		}
	}
}
