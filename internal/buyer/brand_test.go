package buyer

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/lang"
)

// Whatever colour a company has, text in it and on it reaches the contrast that
// WCAG asks for, on light and on dark grounds.
func TestEveryBrandCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[0-9a-f]{6}`).Draw(t, "colour")
		sheet, ok := brandSheet(digits)
		if !ok {
			t.Fatal("not taken")
		}
		var brands []rgb
		for _, part := range strings.Split(sheet, "--brand:#")[1:] {
			c, _ := parseColour(part[:6])
			brands = append(brands, c)
		}
		light, dark := brands[0], brands[1]
		for name, ratio := range map[string]float64{"on paper": contrast(light, rgb{246, 245, 241}), "white on it": contrast(light, paper),
			"on night": contrast(dark, night), "black on it": contrast(dark, rgb{0x14, 0x16, 0x1a})} {
			if ratio < contrastNeeded {
				t.Fatalf("%s: %s has a contrast of %.2f", digits, name, ratio)
			}
		}
	})
}

func TestColoursThatAreNone(t *testing.T) {
	for _, s := range []string{"", "red", "#12345", "#1234567", "#gggggg", "123456"} {
		if got := colourOf(s); got != defaultColour {
			t.Errorf("%q is taken for %s", s, got)
		}
	}
	if got := colourOf("#AbCdEf"); got != "abcdef" {
		t.Errorf("a colour became %s", got)
	}
}

func TestWordsAreCompleteInBothLanguages(t *testing.T) {
	for name, text := range words {
		if missing := text.Missing(); len(missing) > 0 {
			t.Errorf("%q has no words in %v", name, missing)
		}
		if strings.Count(text["en"], "%s")+strings.Count(text["en"], "%d") != strings.Count(text["fr"], "%s")+strings.Count(text["fr"], "%d") {
			t.Errorf("%q takes other arguments in French", name)
		}
	}
	if len(lang.Supported()) != 2 {
		t.Error("a language has come: write its words")
	}
}
