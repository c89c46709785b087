package pricing

import "github.com/quotient-cpq/quotient/internal/money"

// Expectation is what a test of a procedure demands; what it does not name is
// not looked at.
type Expectation struct {
	// UnitNet and FinalNet are by line id.
	UnitNet  map[string]money.Decimal `json:"unit_net,omitempty"`
	FinalNet map[string]money.Decimal `json:"final_net,omitempty"`
	// Steps are the ids of the steps that changed something, by line id.
	Steps map[string][]string `json:"steps,omitempty"`
	// Net, VAT and Gross are the one-off totals.
	Net   *money.Decimal `json:"net,omitempty"`
	VAT   *money.Decimal `json:"vat,omitempty"`
	Gross *money.Decimal `json:"gross,omitempty"`
	TCV   *money.Decimal `json:"tcv,omitempty"`
	// Issues are the kinds of all issues, in order; nil demands nothing, an
	// empty list that there are none.
	Issues []string `json:"issues"`
}
