package quotes_test

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/quotes"
)

// What may happen to an offer that the customer has, and what it leads to.
func ExampleTransitions() {
	for _, t := range quotes.Transitions() {
		if slices.Contains(t.From, quotes.Sent) && !t.Implied {
			fmt.Println(t.Action, t.To)
		}
	}
	// Output:
	// view [sent]
	// inquire [sent]
	// reply [sent accepted ordered]
	// accept [accepted ordered]
	// record_acceptance [accepted ordered]
	// reject [rejected]
	// withdraw [withdrawn]
	// expire [expired]
	// revise [draft]
}
