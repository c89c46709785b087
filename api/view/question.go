package view

import (
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
)

// Question is the body of every question to a model; each operation allows
// some of its fields.
type Question struct {
	Version  string                        `json:"version"`
	Date     civil.Date                    `json:"date"`
	Picks    []configurator.Pick           `json:"picks"`
	Context  map[string]configurator.Value `json:"context"`
	Reasons  bool                          `json:"reasons"`
	Path     string                        `json:"path"`
	Value    configurator.Value            `json:"value"`
	Limit    int                           `json:"limit"`
	Minimize string                        `json:"minimize"`
	Price    *PriceContext                 `json:"price"`
	// To is the version to upgrade to, Other the picks to compare with.
	To    string              `json:"to"`
	Other []configurator.Pick `json:"other"`
}

// Request is the question as the engine takes it.
func (q Question) Request() configurator.Request {
	return configurator.Request{Picks: withOps(q.Picks), Context: q.Context, Reasons: q.Reasons}
}

// OtherPicks are the picks to compare with as the engine takes them.
func (q Question) OtherPicks() []configurator.Pick { return withOps(q.Other) }

func withOps(picks []configurator.Pick) []configurator.Pick {
	for i := range picks {
		if picks[i].Op == "" {
			picks[i].Op = configurator.Set
		}
	}
	return picks
}

// PriceContext says for whom and in what to price a configuration.
type PriceContext struct {
	Currency money.Currency `json:"currency"`
	Customer identity.ID    `json:"customer_id"`
	Quantity money.Decimal  `json:"quantity"`
	Deltas   []string       `json:"deltas"`
}

// PriceRequest asks for the price of lines that are stored nowhere.
type PriceRequest struct {
	Currency money.Currency     `json:"currency"`
	Date     civil.Date         `json:"date"`
	Customer identity.ID        `json:"customer_id"`
	Coupons  []string           `json:"coupons"`
	Term     int                `json:"term_months"`
	Discount quotes.Adjustment  `json:"discount"`
	Lines    []PriceRequestLine `json:"lines"`
}

// PriceRequestLine is one of them.
type PriceRequestLine struct {
	ID       string              `json:"id"`
	Item     string              `json:"item"`
	Model    string              `json:"model"`
	Picks    []configurator.Pick `json:"picks"`
	Quantity money.Decimal       `json:"quantity"`
	Manual   quotes.Adjustment   `json:"manual"`
	Optional bool                `json:"optional"`
	// Term, Start, End and Ramp are as in pricing.Line.
	Term  int                `json:"term_months"`
	Start civil.Date         `json:"start"`
	End   civil.Date         `json:"end"`
	Ramp  []pricing.RampYear `json:"ramp"`
}
