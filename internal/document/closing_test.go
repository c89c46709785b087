package document_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// However far the lines reach down the page, the box in which the customer signs
// stands with the conditions, and never without what is agreed to.
func TestTheSignatureStandsWithTheConditions(t *testing.T) {
	t.Parallel()
	signature, first := lang.New("Acceptance", "Bon pour accord"), lang.New("Payment", "Règlement")
	for lines := 1; lines <= 12; lines++ {
		tag := lang.Supported()[lines%2]
		pages := strings.Split(text(t, render(t, "signature", sample.Sections(tag, 1, lines))), "\f")
		for n, page := range pages {
			if strings.Contains(page, signature.In(tag)) && !strings.Contains(page, first.In(tag)) {
				t.Errorf("%d lines: the signature is alone on page %d:\n%s", lines, n+1, page)
			}
		}
	}
}
