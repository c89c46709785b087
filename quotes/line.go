package quotes

import (
	"strconv"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Period is how often a line is charged.
type Period string

// The periods.
const (
	OneOff  Period = "one_off"
	Monthly Period = "month"
	Yearly  Period = "year"
)

// AdjustmentKind says what a manual step sets.
type AdjustmentKind string

// The kinds of manual step. The zero kind is none.
const (
	NoAdjustment AdjustmentKind = ""
	Percent      AdjustmentKind = "percent" // reduction in percent
	AmountOff    AdjustmentKind = "amount"  // reduction in currency, per unit on a line
	TargetNet    AdjustmentKind = "target"  // the net itself: per unit on a line, in total on a section or quote
)

// Adjustment is one manual step of the price. Its zero value changes nothing.
type Adjustment struct {
	Kind AdjustmentKind `json:"kind,omitempty"`
	// Value is a percentage or an amount in the revision's currency; negative
	// values are surcharges.
	Value money.Decimal `json:"value"`
	Note  string        `json:"note,omitempty"`
	// Unconfirmed is set on an amount or target that was given for another
	// customer or currency; giving it anew confirms it.
	Unconfirmed bool `json:"unconfirmed,omitempty"`
}

// IsZero reports whether the adjustment changes nothing.
func (a Adjustment) IsZero() bool { return a.Kind == NoAdjustment }

// Pick is one decision of a configured line, in the order it was made.
type Pick struct {
	Path  string `json:"path"`
	Op    string `json:"op"` // "set" or "exclude"
	Value string `json:"value"`
}

// ServiceTerm is when a recurring line runs and what is due of it. It does
// nothing for a line that is charged once.
type ServiceTerm struct {
	// TermMonths is the committed term of the line; 0 is the revision's.
	TermMonths int `json:"term_months,omitempty"`
	// From Start to End, both days included, full periods are charged and, by
	// days, the part of one that remains. Without an End the term counts.
	Start civil.Date `json:"start,omitzero"`
	End   civil.Date `json:"end,omitzero"`
	// Ramp are the shares due in contract years; other years are due in full.
	Ramp []pricing.RampYear `json:"ramp,omitempty"`
}

// Line is one position of a quote: an item of the item master, or a configured
// product, or a special request.
type Line struct {
	ID       identity.ID `json:"id"`
	Position int         `json:"position"`
	Section  identity.ID `json:"section_id,omitzero"`
	// Origin is the line of an earlier revision that this one descends from,
	// the same through all revisions; Nil where it began here.
	Origin identity.ID `json:"origin_id,omitzero"`

	// Exactly one of Item, Model and Special says what is sold.
	Item  string `json:"item,omitempty"`
	Model string `json:"model,omitempty"`
	Picks []Pick `json:"picks,omitempty"`
	// Special is the customer's wish in free text; the pricing desk gives
	// SpecialPrice and SpecialCost per unit. Each needs its approval.
	Special      string         `json:"special,omitempty"`
	SpecialPrice *money.Decimal `json:"special_price,omitempty"`
	SpecialCost  *money.Decimal `json:"special_cost,omitempty"`

	Quantity money.Decimal `json:"quantity"`
	// Optional lines are in no total until chosen.
	Optional bool `json:"optional,omitempty"`
	// Alternative names a group with exactly one line in; Proposed is that one.
	Alternative string     `json:"alternative,omitempty"`
	Proposed    bool       `json:"proposed,omitempty"`
	Manual      Adjustment `json:"manual,omitzero"`
	ServiceTerm
	// PriceKept records that the rep kept a price although newer ones exist, and
	// Kept what was kept.
	PriceKept bool       `json:"price_kept,omitempty"`
	Kept      *KeptPrice `json:"kept,omitempty"`
	// Site is the ship-to address code where it differs from the revision's.
	Site string `json:"site,omitempty"`
	Note string `json:"note,omitempty"`

	Resolved Resolved  `json:"resolved"`
	Price    LinePrice `json:"price"`
	// Facts are what the price was made from besides.
	Facts *LineFacts `json:"facts,omitempty"`

	// stored is the digest of the line as the store has it, "" for a new one.
	stored string
}

// KeptPrice is the price that a line had when the rep kept it: per base quantity,
// before manual steps.
type KeptPrice struct {
	Price  money.Decimal `json:"price"`
	Per    money.Decimal `json:"per,omitzero"`
	Period Period        `json:"period,omitempty"`
	// Cost and Floor are per base quantity; nil is unknown, and none.
	Cost  *money.Decimal `json:"cost,omitempty"`
	Floor *money.Decimal `json:"floor,omitempty"`
	// Version is that of the price book it was made from.
	Version string `json:"version,omitempty"`
}

// Stored returns the digest of the line as it was when the store loaded it.
func (l Line) Stored() string { return l.stored }

// AsStored returns the line with the digest that the store keeps of it.
func (l Line) AsStored(digest string) Line {
	l.stored = digest
	return l
}

// Selected reports whether the line counts in totals before acceptance: firm
// lines and proposed alternatives.
func (l Line) Selected() bool {
	return !l.Optional && (l.Alternative == "" || l.Proposed)
}

// Resolved is what the catalogue knows about a line: facts of the item, or the
// configuration that follows from the picks.
type Resolved struct {
	// SKU and Unit (UN/ECE Rec 20) are those of the item or of the model.
	SKU         string    `json:"sku,omitempty"`
	Name        lang.Text `json:"name,omitempty"`
	Description lang.Text `json:"description,omitempty"`
	Unit        string    `json:"unit,omitempty"`
	Family      string    `json:"family,omitempty"`
	Period      Period    `json:"period,omitempty"`
	LeadDays    int       `json:"lead_time_days,omitempty"`
	Image       string    `json:"image,omitempty"`
	// ModelVersion is the published version the picks were replayed on.
	ModelVersion string         `json:"model_version,omitempty"`
	Complete     bool           `json:"complete"`
	Valid        bool           `json:"valid"`
	Issues       []fault.Issue  `json:"issues,omitempty"`
	Options      []ChosenOption `json:"options,omitempty"`
	BOM          []BOMLine      `json:"bom,omitempty"`
	Routing      []Operation    `json:"routing,omitempty"`
}

// ChosenOption is one decided attribute of a configured line, in model order.
type ChosenOption struct {
	Path string `json:"path"`
	// Within names the component that has the attribute, empty for the product.
	Within lang.Text `json:"within,omitempty"`
	Code   string    `json:"code"` // option code or the number
	Label  lang.Text `json:"label"`
	Value  lang.Text `json:"value"`
	Source string    `json:"source,omitempty"` // user, default, rule
}

// BOMLine is one component to sell or to build, per one unit of the line.
type BOMLine struct {
	Path     string        `json:"path,omitempty"`
	Item     string        `json:"item"`
	Name     lang.Text     `json:"name,omitempty"`
	Quantity money.Decimal `json:"quantity"`
	Unit     string        `json:"unit,omitempty"`
	// Kind is "sales" or "manufacturing".
	Kind string `json:"kind,omitempty"`
}

// Operation is one step of production; times are in minutes.
type Operation struct {
	Code  string        `json:"code"`
	Name  lang.Text     `json:"name,omitempty"`
	Setup money.Decimal `json:"setup"`
	Run   money.Decimal `json:"run"` // per unit
}

// LinePrice is the price of a line with its explanation.
type LinePrice struct {
	// OnRequest is true for a line that waits for the pricing desk.
	OnRequest bool `json:"on_request,omitempty"`
	// List, UnitNet and UnitCost are per unit; Net and FinalNet are for the
	// line, before and after section and quote discounts.
	List     money.Decimal `json:"list"`
	UnitNet  money.Decimal `json:"unit_net"`
	Net      money.Decimal `json:"net"`
	FinalNet money.Decimal `json:"final_net"`
	// ListAmount and BeforeManual are for the line: the configured list, and
	// the net before manual steps.
	ListAmount   money.Decimal `json:"list_amount"`
	BeforeManual money.Decimal `json:"before_manual"`
	// Per is the base quantity that unit prices are for, 1 where zero, and
	// UnitBeforeManual the price before manual steps, not rounded.
	Per              money.Decimal `json:"per,omitzero"`
	UnitBeforeManual money.Decimal `json:"unit_before_manual,omitzero"`
	// Months is the committed term of a recurring line (12 where open-ended), 0
	// of a one-off one; TCV is FinalNet over it.
	Months int           `json:"months,omitempty"`
	TCV    money.Decimal `json:"tcv"`
	// Schedule is what is due per contract year of a line with a ramp or service
	// dates; it sums to TCV. OverTerm and TermCost are ListAmount, BeforeManual
	// and Cost over the same time.
	Schedule []pricing.Due     `json:"schedule,omitempty"`
	OverTerm *pricing.OverTerm `json:"over_term,omitempty"`
	TermCost *money.Decimal    `json:"term_cost,omitempty"`
	// Cost is for the line; nil is unknown or not shown.
	Cost *money.Decimal `json:"cost,omitempty"`
	// Floor is the lowest price allowed, per base quantity; nil is none.
	Floor       *money.Decimal `json:"floor,omitempty"`
	TaxCategory string         `json:"tax_category,omitempty"`
	TaxRate     money.Decimal  `json:"tax_rate"`
	BelowFloor  bool           `json:"below_floor,omitempty"`
	Steps       []PriceStep    `json:"steps,omitempty"`
	Issues      []fault.Issue  `json:"issues,omitempty"`
}

// PriceStep is one step of a line's waterfall.
type PriceStep struct {
	Code    string        `json:"code"`
	Kind    string        `json:"kind"`
	Rule    string        `json:"rule,omitempty"`
	Version string        `json:"version,omitempty"`
	Before  money.Decimal `json:"before"`
	After   money.Decimal `json:"after"`
	// Amount is After - Before for the whole line.
	Amount  money.Decimal `json:"amount"`
	Message lang.Text     `json:"message,omitempty"`
	// Cost marks a step that was computed from cost.
	Cost bool `json:"cost,omitempty"`
}
