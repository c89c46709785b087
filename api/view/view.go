// Package view holds answers of the API that put several domain types
// together. Their JSON is described in ../openapi.yaml.
package view

import (
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
)

// Price is a priced request; the hashes are set where the request can be
// replayed.
type Price struct {
	pricing.Result
	InputHash  string `json:"input_hash,omitempty"`
	OutputHash string `json:"output_hash,omitempty"`
}

// Reference is an id with the name that people know.
type Reference struct {
	ID   identity.ID `json:"id"`
	Name string      `json:"name"`
}

// Revision is a revision with the quote it belongs to and what the caller may
// do with it.
type Revision struct {
	quotes.Revision
	// State is the effective one: a sent offer past its last day is expired.
	State    quotes.State     `json:"state"`
	Quote    Header           `json:"quote"`
	Balances []quotes.Balance `json:"balances,omitempty"`
	Actions  []quotes.Allowed `json:"actions"`
	// Needed are the sign-offs that submitting it as it is would ask for.
	Needed   []quotes.ApprovalStep `json:"approvals_needed,omitempty"`
	Findings []quotes.RuleFinding  `json:"findings,omitempty"`
	// NeedsReprice, Newer and RepriceDelta are as in quotes.RevisionView.
	NeedsReprice bool           `json:"needs_reprice,omitempty"`
	Newer        []catalog.Ref  `json:"newer_versions,omitempty"`
	RepriceDelta *money.Decimal `json:"reprice_delta,omitempty"`
}

// Header is the quote of a revision.
type Header struct {
	ID identity.ID `json:"id"`
	// Number is the draft reference before the first send.
	Number   string           `json:"number"`
	Title    string           `json:"title,omitempty"`
	Customer quotes.Customer  `json:"customer"`
	Owner    Reference        `json:"owner"`
	Team     identity.ID      `json:"team_id"`
	Variants []quotes.Variant `json:"variants"`
	Version  int64            `json:"version"`
}

// RevisionPriceLine is one line of a stored price.
type RevisionPriceLine struct {
	ID       identity.ID      `json:"id"`
	Position int              `json:"position"`
	Name     lang.Text        `json:"name,omitempty"`
	Quantity money.Decimal    `json:"quantity"`
	Price    quotes.LinePrice `json:"price"`
}
