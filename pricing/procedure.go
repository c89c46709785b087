package pricing

import (
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/rules"
)

// StepKind is what a step of a procedure does. The kinds down to ManualStep
// work per unit and may stand in any order; the others follow in the order
// given here.
type StepKind string

// The kinds of step.
const (
	ListStep      StepKind = "list"       // list price of the item or model
	ContractStep  StepKind = "contract"   // contract price replacing it
	SelectionStep StepKind = "selection"  // options, attributes, matrices, dimension prices
	TierStep      StepKind = "tier"       // quantity scale
	AgreedStep    StepKind = "agreed"     // standing discount of a contract
	TermStep      StepKind = "term"       // reduction for a committed term
	PromotionStep StepKind = "promotion"  // promotions
	ManualStep    StepKind = "manual"     // the rep's percent, amount or target
	PercentStep   StepKind = "percent"    // a reduction of Value percent of the running price, or of the list
	AmountStep    StepKind = "amount"     // a reduction of Value per unit
	PriceStep     StepKind = "price"      // Value replaces the price
	RoundingStep  StepKind = "rounding"   // unit net at the price precision, then line net
	PercentOfStep StepKind = "percent_of" // lines priced as a share of others
	SectionStep   StepKind = "section"    // section discount, spread
	QuoteStep     StepKind = "quote"      // quote discount, spread
	ChargeStep    StepKind = "charge"     // charges
	FloorStep     StepKind = "floor"      // floor check
	TaxStep       StepKind = "tax"        // tax determination and sums
)

// Kinds of waterfall step that no procedure names: they follow from the line.
const (
	KeptStep         StepKind = "kept"          // a kept price in place of the steps before the manual ones
	SpecialStep      StepKind = "special"       // the pricing desk's price
	LineRoundingStep StepKind = "line_rounding" // line net at the currency's minor unit
)

// Procedure is an ordered list of steps: how a company prices. It is data, so
// that a company can change and test it.
type Procedure struct {
	Code     string          `json:"code" yaml:"procedure"`
	Version  string          `json:"version,omitempty"`
	Name     lang.Text       `json:"name,omitempty"`
	Steps    []ProcedureStep `json:"steps"`
	Tests    []Test          `json:"tests,omitempty"`
	Position Position        `json:"-"`
}

// ProcedureStep is one step. A step whose When is false changes nothing.
type ProcedureStep struct {
	ID   string    `json:"id"`
	Kind StepKind  `json:"kind"`
	Name lang.Text `json:"name,omitempty"`
	// Model narrows the step to lines of one model and lets When and Value read
	// that model's attributes.
	Model string `json:"model,omitempty"`
	// When is a condition and Value a number, both in the rule language. Only
	// the kinds percent, amount and price have a Value.
	When  Expr `json:"when,omitzero"`
	Value Expr `json:"value,omitzero"`
	// Of is "list" to take a percent of the list price, else of the running one.
	Of       string   `json:"of,omitempty"`
	Position Position `json:"-"`
}

// Test is a worked example of a procedure: publishing refuses a procedure whose
// tests fail.
type Test struct {
	Name string `json:"name"`
	// Given is the request, and Expect the net per line id, both as in the API.
	Given  Request     `json:"given"`
	Expect Expectation `json:"expect"`
}

// Model declares what a version of a product model lets formulas and steps
// read, as config.<name>.
type Model struct {
	Code    string
	Version string
	// Names are the attributes outside components, with their types.
	Names []rules.Name
}

// Set is everything a quote is priced with: the pinned versions. A nil
// Procedure is the standard one.
type Set struct {
	Book *Book
	// Parents are the books that Book is derived from, directly or not.
	Parents    []*Book
	Procedure  *Procedure
	Contracts  []Contract
	Promotions []Promotion
	Rates      *Rates
	Taxes      *TaxTable
	// Models are the versions that the lines of a request were configured with.
	Models []Model
}

// ModelsRead lists the models whose attributes expressions of the set read, in
// order.
func (s Set) ModelsRead() []string {
	read := map[string]bool{}
	for _, b := range append([]*Book{s.Book}, s.Parents...) {
		if b == nil {
			continue
		}
		for i := range b.Entries {
			if e := &b.Entries[i]; e.Model != "" && !e.Formula.IsZero() {
				read[e.Model] = true
			}
		}
	}
	if s.Procedure != nil {
		for _, step := range s.Procedure.Steps {
			if step.Model != "" && !(step.When.IsZero() && step.Value.IsZero()) {
				read[step.Model] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(read))
}
