package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Request is a quote to price. Ids of lines and sections are the caller's and
// must be unique.
type Request struct {
	// Date is the day with which prices, promotions, rates and taxes are looked
	// up. There is no clock in this package.
	Date     civil.Date     `json:"date"`
	Currency money.Currency `json:"currency"`
	// Base is the currency in which BaseTCV is given; zero for none.
	Base     money.Currency `json:"base,omitzero"`
	Customer Customer       `json:"customer,omitzero"`
	Seller   Seller         `json:"seller,omitzero"`
	// ShipTo is the country where the goods arrive.
	ShipTo  string   `json:"ship_to,omitempty"`
	Region  string   `json:"region,omitempty"`
	Channel string   `json:"channel,omitempty"`
	Coupons []string `json:"coupons,omitempty"`
	// Term is the committed term of recurring lines in months; 0 is open-ended.
	Term     int       `json:"term,omitempty"`
	Sections []Section `json:"sections,omitempty"`
	Lines    []Line    `json:"lines"`
	// Adjustments are the quote discounts, in order.
	Adjustments []Adjustment `json:"adjustments,omitempty"`
}

// Customer is what prices and taxes depend on.
type Customer struct {
	Code    string `json:"code,omitempty"`
	Segment string `json:"segment,omitempty"`
	// Status is "business" or "consumer".
	Status string `json:"status,omitempty"`
}

// Seller is the selling company's side of tax determination.
type Seller struct {
	Country string `json:"country,omitempty"`
	Status  string `json:"status,omitempty"`
}

// Section groups lines and may have discounts of its own.
type Section struct {
	ID          string       `json:"id"`
	Adjustments []Adjustment `json:"adjustments,omitempty"`
}

// Line is one position to price: an item, or a configured product, or both
// where a model is sold under an item.
type Line struct {
	ID      string `json:"id"`
	Section string `json:"section,omitempty"`
	// Item holds the facts of the item master that pricing reads.
	Item Item `json:"item"`
	// Model is the code of the configured product, and Selection what was
	// chosen.
	Model     string        `json:"model,omitempty"`
	Selection []Selected    `json:"selection,omitempty"`
	Quantity  money.Decimal `json:"quantity"`
	// Optional lines are priced on top of the firm ones and count in totals
	// only when Ticked; ticking adds exactly their printed net.
	Optional bool `json:"optional,omitempty"`
	Ticked   bool `json:"ticked,omitempty"`
	// Alternative names a group of which exactly the Chosen line counts.
	Alternative string `json:"alternative,omitempty"`
	Chosen      bool   `json:"chosen,omitempty"`
	// Adjustments are the manual steps, in order.
	Adjustments []Adjustment `json:"adjustments,omitempty"`
	// Kept is a price the rep has kept although newer versions give another.
	Kept *Kept `json:"kept,omitempty"`
	// Special is a line whose price the pricing desk gives.
	Special *Special `json:"special,omitempty"`
	// ShipTo overrides the request's country.
	ShipTo string `json:"ship_to,omitempty"`
	// Term overrides the request's term. A recurring line with a Start and an End
	// (both days included) is charged for its full periods and, by days, for the
	// part of one that remains; Ramp holds the shares of its contract years.
	Term  int        `json:"term,omitempty"`
	Start civil.Date `json:"start,omitzero"`
	End   civil.Date `json:"end,omitzero"`
	Ramp  []RampYear `json:"ramp,omitempty"`
}

// Item is what pricing needs to know of an item.
type Item struct {
	SKU      string `json:"sku,omitempty"`
	Unit     string `json:"unit,omitempty"`
	Family   string `json:"family,omitempty"`
	TaxClass string `json:"tax_class,omitempty"`
	// Weight is in kg per unit.
	Weight money.Decimal `json:"weight,omitzero"`
	// Fixed items are never touched by a discount (not discountable).
	Fixed bool `json:"fixed,omitempty"`
}

// Selected is one line of a configuration, by stable codes.
type Selected struct {
	// Path is the attribute's path, "boxes/b1/size"; Component the path of codes
	// without instance ids, "boxes", or "".
	Path      string `json:"path"`
	Component string `json:"component,omitempty"`
	Attribute string `json:"attribute"`
	// Option is an option code, "true" for a bool; Number the value of a number
	// attribute.
	Option string         `json:"option,omitempty"`
	Number *money.Decimal `json:"number,omitempty"`
	// Item and Quantity are what the option adds to the product, if anything.
	Item     string        `json:"item,omitempty"`
	Quantity money.Decimal `json:"quantity,omitzero"`
	Label    lang.Text     `json:"label,omitempty"`
}

// AdjustmentKind says what a manual step sets.
type AdjustmentKind string

// The kinds of adjustment.
const (
	PercentOff AdjustmentKind = "percent" // reduction in percent; negative is a surcharge
	AmountOff  AdjustmentKind = "amount"  // reduction in currency: per base quantity on a line, in total on a section or quote
	TargetNet  AdjustmentKind = "target"  // the net itself: per base quantity on a line, in total on a section or quote
)

// Adjustment is a manual step of the rep.
type Adjustment struct {
	ID    string         `json:"id,omitempty"`
	Kind  AdjustmentKind `json:"kind"`
	Value money.Decimal  `json:"value"`
	// Of is "list" to take a percent of the configured list price, else of the
	// running price. Lines only.
	Of string `json:"of,omitempty"`
	// Period is the group of lines that a section or quote amount or target is
	// about; one-off unless given. A percent is about all periods.
	Period Period `json:"period,omitempty"`
	Note   string `json:"note,omitempty"`
}

// Kept is a price kept: it stands in place of all steps before the manual ones,
// with what else the entry said that it was made from.
type Kept struct {
	// Price is for a base quantity of Per units, 1 unless given, and Period how
	// often it is charged, once unless given.
	Price  money.Decimal `json:"price"`
	Per    money.Decimal `json:"per,omitzero"`
	Period Period        `json:"period,omitempty"`
	// Cost and Floor are per base quantity; nil is unknown, and none.
	Cost    *money.Decimal `json:"cost,omitempty"`
	Floor   *money.Decimal `json:"floor,omitempty"`
	Version string         `json:"version,omitempty"`
}

// Special is the pricing desk's answer; a nil Price waits for it.
type Special struct {
	Price *money.Decimal `json:"price,omitempty"`
	Cost  *money.Decimal `json:"cost,omitempty"`
}

// RampYear is the share of the price, in percent, due in a contract year
// (from 1); years without an entry are due in full.
type RampYear struct {
	Year    int           `json:"year"`
	Percent money.Decimal `json:"percent"`
}
