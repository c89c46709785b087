package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Position is where a document's author wrote something.
type Position = fault.Position

// Promotion is a dated reduction. On a line either one exclusive promotion
// applies alone (the smallest Priority, then the best for the customer, then
// the first by Code), or else all stackable ones, by Priority and Code.
type Promotion struct {
	Code    string     `json:"code"`
	Version string     `json:"version,omitempty"`
	Name    lang.Text  `json:"name"`
	From    civil.Date `json:"from,omitzero"`
	To      civil.Date `json:"to,omitzero"`
	// Coupon must be among the request's coupons, if set.
	Coupon    string `json:"coupon,omitempty"`
	Exclusive bool   `json:"exclusive,omitempty"`
	Priority  int    `json:"priority,omitempty"`
	// Families, Items and Models narrow the lines; with none, all count.
	Families []string `json:"families,omitempty"`
	Items    []string `json:"items,omitempty"`
	Models   []string `json:"models,omitempty"`
	Segments []string `json:"segments,omitempty"`
	// MinQuantity is the smallest quantity of the line.
	MinQuantity money.Decimal `json:"min_quantity,omitzero"`
	// When is a further condition over the line, such as `line.contract == false`.
	When Expr `json:"when,omitzero"`
	// Exactly one of Percent (of the running price), Amount (off, per base
	// quantity) and Price (the new price; it never raises one) is set. Amounts
	// and prices are for quotes in Currency only, the book's unless given.
	Currency money.Currency `json:"currency,omitzero"`
	Percent  *money.Decimal `json:"percent,omitempty"`
	Amount   *money.Decimal `json:"amount,omitempty"`
	Price    *money.Decimal `json:"price,omitempty"`
	Position Position       `json:"-"`
}

// Contract is what was agreed with one customer.
type Contract struct {
	Code     string         `json:"code"`
	Version  string         `json:"version,omitempty"`
	Name     lang.Text      `json:"name,omitempty"`
	Customer string         `json:"customer"`
	Currency money.Currency `json:"currency,omitzero"`
	From     civil.Date     `json:"from,omitzero"`
	To       civil.Date     `json:"to,omitzero"`
	// Prices replace list prices.
	Prices []ContractPrice `json:"prices,omitempty"`
	// Discounts apply to what has no contract price, or whose contract price
	// says so; the most specific wins: item, model, family, all.
	Discounts []AgreedDiscount `json:"discounts,omitempty"`
	Position  Position         `json:"-"`
}

// ContractPrice is the agreed price of an item or model, per base quantity.
type ContractPrice struct {
	Item  string        `json:"item,omitempty"`
	Model string        `json:"model,omitempty"`
	Price money.Decimal `json:"price"`
	Per   money.Decimal `json:"per,omitzero" check:"positive"`
	// Discountable lets agreed and term discounts apply to this price.
	Discountable bool     `json:"discountable,omitempty"`
	Position     Position `json:"-"`
}

// AgreedDiscount is a standing reduction in percent of the running price.
type AgreedDiscount struct {
	Item     string        `json:"item,omitempty"`
	Model    string        `json:"model,omitempty"`
	Family   string        `json:"family,omitempty"`
	Percent  money.Decimal `json:"percent"`
	Position Position      `json:"-"`
}

// Rate is how many units of To one unit of From is worth from a day on.
type Rate struct {
	From     money.Currency `json:"from"`
	To       money.Currency `json:"to"`
	Date     civil.Date     `json:"date"`
	Rate     money.Decimal  `json:"rate"`
	Position Position       `json:"-"`
}

// Rates is one published version of the exchange rates.
type Rates struct {
	Version string `json:"version,omitempty"`
	Rates   []Rate `json:"rates"`
}

// Category is the EN 16931 code (UNTDID 5305) of how VAT is charged.
type Category string

// The categories. Normal and reduced rates share S and differ by their rate.
const (
	StandardRated  Category = "S"
	ZeroRated      Category = "Z"
	Exempt         Category = "E"
	ReverseCharge  Category = "AE"
	IntraCommunity Category = "K"
	Export         Category = "G"
	OutOfScope     Category = "O"
)

// TaxRule decides the tax of a line: the first rule of the table whose fields
// all match. An empty field matches everything.
type TaxRule struct {
	// Classes are tax classes of items.
	Classes []string `json:"classes,omitempty"`
	Seller  string   `json:"seller,omitempty"`  // country of the seller
	ShipTo  string   `json:"ship_to,omitempty"` // country code, "EU" (another member state) or "world" (outside the EU)
	// Status is the customer's: "business" (with a valid VAT number) or
	// "consumer". SellerStatus "franchise" is a seller exempt as a small
	// business.
	Status       string        `json:"status,omitempty"`
	SellerStatus string        `json:"seller_status,omitempty"`
	From         civil.Date    `json:"from,omitzero"`
	To           civil.Date    `json:"to,omitzero"`
	Category     Category      `json:"category"`
	Rate         money.Decimal `json:"rate"`
	Reason       lang.Text     `json:"reason,omitempty"`
	Position     Position      `json:"-"`
}

// TaxTable is one published version of the tax determination.
type TaxTable struct {
	Code    string    `json:"code,omitempty" yaml:"taxes"`
	Version string    `json:"version,omitempty"`
	Rules   []TaxRule `json:"rules"`
}
