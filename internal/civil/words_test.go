package civil_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ day, language, want string }{
		{"2027-03-03", "en", "3\u00a0March\u00a02027"}, {"2027-03-03", "fr", "3\u00a0mars\u00a02027"},
		{"2027-08-01", "fr", "1er\u00a0août\u00a02027"}, {"2027-12-31", "de", "31\u00a0December\u00a02027"},
	} {
		if got := civil.MustParse(c.day).Words(c.language); got != c.want {
			t.Errorf("%s in %s is %q, want %q", c.day, c.language, got, c.want)
		}
	}
}
