package document

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestVisual(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Devis 12", "Devis 12"},
		{"אבג דהו SARL", "והד גבא SARL"},
		{"SARL אבג 2010 דהו (Paris)", "SARL והד 2010 גבא (Paris)"},
		{"אב 12.50 גד", "דג 12.50 בא"},
		{"א A ב B", "א A ב B"},
		{"א(ב)ג", "ג(ב)א"},
	} {
		if got := visual(c.in); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

// Each Arabic letter takes the form that its neighbours ask for; the letters are
// the same when the forms are taken away again.
func TestShape(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"ب", "\ufe8f"},                         // alone
		{"بب", "\ufe91\ufe90"},                  // first, last
		{"ببب", "\ufe91\ufe92\ufe90"},           // and in the middle
		{"اب", "\ufe8d\ufe8f"},                  // an alef does not join what follows
		{"لا", "\ufefb"},                        // ligature
		{"بلا", "\ufe91\ufefc"},                 // joined to the left
		{"شركة", "\ufeb7\ufeae\ufedb\ufe94"},    // "company"
		{"بِب", "\ufe91\u0650\ufe90"},           // marks do not part letters
		{"Ateliers ب SA", "Ateliers \ufe8f SA"}, // among others
	} {
		got := shape(c.in)
		if got != c.want {
			t.Errorf("%q: %+q, want %+q", c.in, got, c.want)
		}
		if back := norm.NFKC.String(got); back != norm.NFKC.String(c.in) {
			t.Errorf("%q became %q", c.in, back)
		}
		if shape(got) != got {
			t.Errorf("%q changes when it is shaped again", c.in)
		}
	}
}
