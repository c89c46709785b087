package configurator

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/money"
)

// Op is what a pick does.
type Op string

// The operations of a pick.
const (
	// Set chooses a value. On a multi attribute it adds the option; on the
	// path of an instance it adds the instance (value true).
	Set Op = "set"
	// Exclude forbids a value. On a multi attribute it forbids the option.
	Exclude Op = "exclude"
)

// Pick is one decision of the user. The order of picks matters only when they
// contradict each other: the newest wins.
type Pick struct {
	// Path is the attribute: "motor", "boxes" (the number of instances),
	// "boxes/b1" (the instance b1) or "boxes/b1/size". Needs are "needs/climb".
	Path  string `json:"path"`
	Op    Op     `json:"op,omitempty"`
	Value Value  `json:"value"`
}

// Request is one question to a compiled model. Answers are a function of the
// request and the compiled model alone.
type Request struct {
	Picks []Pick `json:"picks"`
	// Context gives values to the inputs the model declares; others are ignored,
	// so that one context serves every model of a quote.
	Context map[string]Value `json:"context,omitempty"`
	// Reasons asks State for the rules and picks behind every excluded and
	// forced value.
	Reasons bool `json:"reasons,omitempty"`
	// Budget bounds the work of one answer in solver steps; 0 is the default. With
	// one, the answer is the same on every server to the last unknown value, and
	// takes longer, because nothing learned from other requests is used.
	Budget int64 `json:"budget,omitempty"`
}

// Pricer returns the net price of a selection. Model tests that expect a
// price need one; this package knows no prices.
type Pricer func(ctx context.Context, selection Selection) (money.Decimal, error)

// Objective says what Complete strives for after the picks.
type Objective struct {
	// Minimize names an option property to minimise the sum of ("weight"), or
	// is empty when Weights are given, or both are empty for defaults and
	// preferences alone.
	Minimize string `json:"minimize,omitempty"`
	// Weights are costs by "path=value" ("motor=m500", "boxes/*/size=large"
	// for every instance); a number attribute's weight is keyed by its bare
	// path and counts per unit. Negative weights are allowed.
	Weights map[string]money.Decimal `json:"weights,omitempty"`
}
