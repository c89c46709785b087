package quotes

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
)

// A prospect has only a name: what is not known of it must not be a value that
// a model refuses.
func TestWhatIsNotKnownOfAProspectIsNoContext(t *testing.T) {
	line := Line{Model: "city-bike", Quantity: money.FromInt(2)}
	r := PriceRequest{AsOf: civil.MustParse("2026-03-01"), Customer: Customer{Name: "cycles", Prospect: true}}
	for name := range productOf(line, r.AsOf, r.facts()).Context {
		if name != "quantity" && name != "date" {
			t.Errorf("the context has %s, which nobody knows", name)
		}
	}
	r.ShipTo.Country = "FR"
	if got := productOf(line, r.AsOf, r.facts()).Context["country"].Code(); got != "FR" {
		t.Errorf("the country is %q, want FR", got)
	}
}
