package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// OrderStatus is where an order is.
type OrderStatus string

// The statuses of an order.
const (
	OrderOpen      OrderStatus = "open"
	OrderCompleted OrderStatus = "completed"
	OrderCancelled OrderStatus = "cancelled"
)

// Order is what the ERP builds and delivers: quantities taken from an accepted
// revision, with frozen configuration and prices.
type Order struct {
	ID     identity.ID `json:"id"`
	Tenant identity.ID `json:"-"`
	// Number is "O-2026-000123", without a gap per tenant and year.
	Number   string         `json:"number"`
	Family   identity.ID    `json:"quote_id"`
	Revision identity.ID    `json:"revision_id"`
	Customer identity.ID    `json:"customer_id"`
	Status   OrderStatus    `json:"status"`
	PONumber string         `json:"po_number,omitempty"`
	Currency money.Currency `json:"currency"`
	// Net is the sum of the lines' net: one-off, and recurring per period.
	Net PeriodNet `json:"net"`
	// Charges come with the quote's first order that stands.
	Charges     []Charge          `json:"charges,omitempty"`
	Lines       []OrderLine       `json:"lines"`
	ExternalIDs map[string]string `json:"external_ids,omitempty"`
	// ERPStatus is free text written back by the ERP.
	ERPStatus string      `json:"erp_status,omitempty"`
	Reason    string      `json:"reason,omitempty"`
	PlacedBy  identity.ID `json:"placed_by"`
	PlacedAt  time.Time   `json:"placed_at"`
	UpdatedAt time.Time   `json:"updated_at"`
	Version   int64       `json:"version"`
}

// PeriodNet is a net amount per charging period.
type PeriodNet struct {
	OneOff money.Decimal `json:"one_off"`
	Month  money.Decimal `json:"month"`
	Year   money.Decimal `json:"year"`
}

// OrderLine is one position of an order.
type OrderLine struct {
	// Line is the id of the revision's line it takes from.
	Line     identity.ID   `json:"line_id"`
	Position int           `json:"position"`
	SKU      string        `json:"sku,omitempty"`
	Model    string        `json:"model,omitempty"`
	Name     lang.Text     `json:"name"`
	Quantity money.Decimal `json:"quantity"`
	Unit     string        `json:"unit"`
	Period   Period        `json:"period"`
	UnitNet  money.Decimal `json:"unit_net"`
	// Net is the line's share of the accepted final net; the shares of all
	// orders sum to it exactly.
	Net         money.Decimal `json:"net"`
	TaxCategory string        `json:"tax_category,omitempty"`
	TaxRate     money.Decimal `json:"tax_rate"`
	Site        string        `json:"site,omitempty"`
	ServiceTerm
	Options []ChosenOption `json:"options,omitempty"`
	BOM     []BOMLine      `json:"bom,omitempty"`
	Routing []Operation    `json:"routing,omitempty"`
}

// Balance is what of an accepted line is still to be ordered.
type Balance struct {
	Line     identity.ID   `json:"line_id"`
	Accepted money.Decimal `json:"accepted"`
	// Remaining is never negative; the table's CHECK says so too.
	Remaining money.Decimal `json:"remaining"`
	Closed    money.Decimal `json:"closed"`
	// RemainingNet is the part of the accepted net not yet ordered.
	RemainingNet money.Decimal `json:"remaining_net"`
}
