package quotes_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/quotes"
)

func TestSearchFindsByAnyBeginningOfAWord(t *testing.T) {
	t.Parallel()
	terms := quotes.SearchTerms(quotes.Family{Number: "Q-2026-000123", Reference: "D-0A1B2C3D4E", Title: "Flotte d'été (vélos-cargos)",
		ExternalIDs: map[string]string{"erp": "C/00042"}}, "Vélos du Rhône & Fils")
	for _, text := range []string{"q-2026-000123", "Q-2026", "000123", "123", "d-0a1b", "été", "ETE", "velos", "Rhône", "rhon", "cargos",
		"erp:c/00042", "flotte fils"} {
		for _, word := range quotes.SearchWords(text) {
			if !slices.ContainsFunc(terms, func(term string) bool { return strings.HasPrefix(term, word) }) {
				t.Errorf("%q: nothing begins with %q among %q", text, word, terms)
			}
		}
	}
	if words := quotes.SearchWords("  %  _ "); len(words) != 0 {
		t.Errorf("punctuation alone is looked for as %q", words)
	}
}

func FuzzSearchWords(f *testing.F) {
	f.Add("Q-2026-000123 été")
	f.Fuzz(func(t *testing.T, text string) {
		for _, w := range quotes.SearchWords(text) {
			if w == "" || strings.ContainsAny(w, " \t\n") {
				t.Errorf("%q gives the word %q", text, w)
			}
		}
	})
}
