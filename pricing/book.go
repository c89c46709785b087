package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Period is how often a price is charged.
type Period string

// The periods.
const (
	OneOff Period = "one_off"
	Month  Period = "month"
	Year   Period = "year"
)

// Book is one published version of a price book: what things cost, in one
// currency unless an entry says otherwise. A Book is immutable once compiled.
type Book struct {
	Code string `json:"code" yaml:"book"`
	// Version names the published content; it is what waterfall steps cite.
	Version  string         `json:"version,omitempty"`
	Name     lang.Text      `json:"name,omitempty"`
	Currency money.Currency `json:"currency"`
	// Precision is the number of decimals of a unit net, 0 to 6; nil means the
	// minor unit of the currency priced in.
	Precision *int `json:"precision,omitempty"`
	// TaxInclusive books hold gross prices: each one read becomes
	// round(gross / (1 + rate)) at the price precision.
	TaxInclusive bool `json:"tax_inclusive,omitempty"`
	// Convert lets a quote in another currency use the entries of this book's
	// currency at the pinned rate of the day.
	Convert bool `json:"convert,omitempty"`
	// From and To bound the book's validity, both days included; a zero date is
	// open.
	From    civil.Date  `json:"from,omitzero"`
	To      civil.Date  `json:"to,omitzero"`
	Derived *Derivation `json:"derived,omitempty"`

	// Table names a CSV file beside the book's, with entries in rows; see
	// Book.WithRows. They come after those of the book's own file.
	Table      string      `json:"table,omitempty"`
	Entries    []Entry     `json:"entries,omitempty"`
	Matrices   []Matrix    `json:"matrices,omitempty"`
	Tiers      []Tier      `json:"tiers,omitempty"`
	Terms      []Term      `json:"terms,omitempty"`
	Charges    []Charge    `json:"charges,omitempty"`
	Promotions []Promotion `json:"promotions,omitempty"`
	Contracts  []Contract  `json:"contracts,omitempty"`
	Position   Position    `json:"-"`
}

// Derivation makes a book from another: every price of From times Factor,
// rounded, where the derived book has no entry of its own for the same key.
type Derivation struct {
	From   string        `json:"from"`
	Factor money.Decimal `json:"factor"`
	// Places rounds the product; Ending, such as 0.90, then moves it to the
	// nearest price with that ending (the higher of two equally near); a negative
	// one, such as an option that makes the product cheaper, stays as it is.
	Places   *int           `json:"places,omitempty"`
	Ending   *money.Decimal `json:"ending,omitempty"`
	Position Position       `json:"-"`
}

// Entry is one price. Its key is an item, or a model (the base price of the
// configured product), or a model with an attribute and perhaps an option.
// Exactly one of Price, Percent, CostPlus, Formula, Matrix, Rollup, Bundle,
// PercentOf and OnRequest says how the price comes about.
type Entry struct {
	// ID names the entry in waterfalls; by default it is made from the key.
	ID        string `json:"id,omitempty"`
	Item      string `json:"item,omitempty"`
	Model     string `json:"model,omitempty"`
	Attribute string `json:"attribute,omitempty"`
	Option    string `json:"option,omitempty"`

	// Customer, Segment, Region and Channel narrow whom the entry is for.
	// Look-up takes the most specific in this order; publishing refuses a tie.
	Customer string         `json:"customer,omitempty"`
	Segment  string         `json:"segment,omitempty"`
	Region   string         `json:"region,omitempty"`
	Channel  string         `json:"channel,omitempty"`
	Currency money.Currency `json:"currency,omitzero"`
	From     civil.Date     `json:"from,omitzero"`
	To       civil.Date     `json:"to,omitzero"`

	// Unit is the UN/ECE Rec 20 code of what is priced; Per the base quantity,
	// so a price of 12 with Per 100 is 0.12 each. A zero Per is 1.
	Unit   string        `json:"unit,omitempty"`
	Per    money.Decimal `json:"per,omitzero" check:"positive"`
	Period Period        `json:"period,omitempty"`

	// Price is the list price or, with an attribute, the surcharge.
	Price *money.Decimal `json:"price,omitempty"`
	// PerNumber multiplies Price with the number chosen for the attribute:
	// price per metre, per kilowatt. PerNumberOf names a second number
	// attribute to multiply with as well: price per square metre.
	PerNumber   bool   `json:"per_number,omitempty"`
	PerNumberOf string `json:"per_number_of,omitempty"`
	// Percent is a surcharge in percent of the list price.
	Percent *money.Decimal `json:"percent,omitempty"`
	// CostPlus is a mark-up in percent of Cost.
	CostPlus *money.Decimal `json:"cost_plus,omitempty"`
	// Formula is an expression over the line and the model's attributes.
	Formula Expr `json:"formula,omitzero"`
	// Matrix names the price matrix to look the price up in.
	Matrix string `json:"matrix,omitempty"`
	// Rollup sums the list prices of the selection's items.
	Rollup bool `json:"rollup,omitempty"`
	// Bundle sums the list prices of the items named.
	Bundle []Component `json:"bundle,omitempty"`
	// PercentOf makes the price a share of the nets of other lines.
	PercentOf *PercentOf `json:"percent_of,omitempty"`
	// OnRequest leaves the price to the pricing desk.
	OnRequest bool `json:"on_request,omitempty"`

	// Cost and Floor are per base quantity, like Price, and multiplied like it.
	Cost      *money.Decimal `json:"cost,omitempty"`
	Floor     *money.Decimal `json:"floor,omitempty"`
	HardFloor bool           `json:"hard_floor,omitempty"`
	// TargetMargin is the margin aimed at, in percent of the net.
	TargetMargin *money.Decimal `json:"target_margin,omitempty"`
	Position     Position       `json:"-"`
}

// Component is one item of a bundle. A Discount in percent reduces its share.
type Component struct {
	Item     string        `json:"item"`
	Quantity money.Decimal `json:"quantity"`
	Discount money.Decimal `json:"discount,omitzero"`
}

// PercentOf prices a line as a share of the summed nets of the firm lines of
// the families or items named; with neither, of all lines of the line's
// section.
type PercentOf struct {
	Percent  money.Decimal `json:"percent"`
	Families []string      `json:"families,omitempty"`
	Items    []string      `json:"items,omitempty"`
	// Period narrows the base to the lines of one period.
	Period Period `json:"period,omitempty"`
}

// Lookup says what a matrix answers between its steps.
type Lookup string

// The look-ups.
const (
	Exact       Lookup = "exact"
	NextLarger  Lookup = "next_larger"
	Interpolate Lookup = "interpolate"
)

// Matrix is a table of prices over one or two number attributes.
type Matrix struct {
	Code   string `json:"code"`
	Lookup Lookup `json:"lookup"`
	// Rows and Columns name attributes; Columns is empty for a list.
	Rows    string `json:"rows"`
	Columns string `json:"columns,omitempty"`
	// RowSteps and ColumnSteps ascend; Prices has one row per row step.
	RowSteps    []money.Decimal   `json:"row_steps"`
	ColumnSteps []money.Decimal   `json:"column_steps,omitempty"`
	Prices      [][]money.Decimal `json:"prices"`
	Position    Position          `json:"-"`
}

// TierKind says how the slabs of a tier apply.
type TierKind string

// The kinds of tier.
const (
	RangeTier     TierKind = "range"     // every line takes the slab reached
	GraduatedTier TierKind = "graduated" // one effective rate over the slabs filled
	BlockTier     TierKind = "block"     // the price of the block, spread by quantity
)

// Tier is a quantity scale for an item, a model, or a whole family of items,
// whose firm lines then count together.
type Tier struct {
	Code   string `json:"code"`
	Item   string `json:"item,omitempty"`
	Model  string `json:"model,omitempty"`
	Family string `json:"family,omitempty"`
	// Together makes the lines of one item or model count together too.
	Together bool       `json:"together,omitempty"`
	Kind     TierKind   `json:"kind"`
	From     civil.Date `json:"from,omitzero"`
	To       civil.Date `json:"to,omitzero"`
	Slabs    []Slab     `json:"slabs"`
	Position Position   `json:"-"`
}

// Slab is one step of a scale, from a quantity upwards. Exactly one of Percent
// (a reduction) and Price (replacing the list price; for a block the price of
// the whole block) is set, the same for all slabs of a tier.
type Slab struct {
	From    money.Decimal  `json:"from"`
	Percent *money.Decimal `json:"percent,omitempty"`
	Price   *money.Decimal `json:"price,omitempty"`
}

// Term is the reduction for committing to at least Months of a recurring line.
type Term struct {
	Months   int           `json:"months"`
	Percent  money.Decimal `json:"percent"`
	Family   string        `json:"family,omitempty"`
	Item     string        `json:"item,omitempty"`
	Position Position      `json:"-"`
}

// ChargeKind says what a charge is computed from.
type ChargeKind string

// The kinds of charge.
const (
	FixedCharge   ChargeKind = "fixed"   // Value per quote
	WeightCharge  ChargeKind = "weight"  // Value per kg, or the slab of the total weight
	UnitCharge    ChargeKind = "unit"    // Value per unit of every line it applies to
	PercentCharge ChargeKind = "percent" // Value percent of the final net of every line it applies to
)

// Charge is added after all discounts and never discounted: freight, packaging,
// energy index, eco-contribution.
type Charge struct {
	Code  string        `json:"code"`
	Name  lang.Text     `json:"name"`
	Kind  ChargeKind    `json:"kind"`
	Value money.Decimal `json:"value,omitzero"`
	// Slabs give the price by total weight from a number of kg.
	Slabs []Slab `json:"slabs,omitempty"`
	// Families and Items narrow the lines; with neither, all count.
	Families []string `json:"families,omitempty"`
	Items    []string `json:"items,omitempty"`
	// When is a condition over the quote, such as `quote.net < 1000`.
	When     Expr       `json:"when,omitzero"`
	TaxClass string     `json:"tax_class,omitempty"`
	From     civil.Date `json:"from,omitzero"`
	To       civil.Date `json:"to,omitzero"`
	Position Position   `json:"-"`
}
