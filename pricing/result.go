package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Semantics is raised by an intended change of results: the same request and
// pins give the same bytes under the same number.
const Semantics = 1

// Result is a priced quote. All amounts are in Currency.
type Result struct {
	Semantics int            `json:"semantics"`
	Date      civil.Date     `json:"date"`
	Currency  money.Currency `json:"currency"`
	Pins      Pins           `json:"pins"`
	// Complete is false while any Issue is an error: such a quote may be saved,
	// not submitted.
	Complete bool            `json:"complete"`
	Lines    []LineResult    `json:"lines"`
	Charges  []ChargeResult  `json:"charges,omitempty"`
	Sections []SectionResult `json:"sections,omitempty"`
	VAT      []VATRow        `json:"vat,omitempty"`
	Totals   Totals          `json:"totals"`
	Issues   []Issue         `json:"issues,omitempty"`
}

// Pins name the versions that priced the quote.
type Pins struct {
	Book       string            `json:"book,omitempty"`
	Procedure  string            `json:"procedure,omitempty"`
	Taxes      string            `json:"taxes,omitempty"`
	Rates      string            `json:"rates,omitempty"`
	Contracts  map[string]string `json:"contracts,omitempty"`
	Promotions map[string]string `json:"promotions,omitempty"`
}

// LineResult is a priced line. Unit amounts are per base quantity Per.
type LineResult struct {
	ID      string `json:"id"`
	Section string `json:"section,omitempty"`
	Period  Period `json:"period"`
	// Counted is true for firm lines, ticked optional ones and chosen
	// alternatives: those in the totals.
	Counted  bool          `json:"counted"`
	Quantity money.Decimal `json:"quantity"`
	Per      money.Decimal `json:"per"`
	// Priced is false when an issue of the line has kept it from getting a
	// price, OnRequest while the pricing desk owes it. Amounts are then zero.
	Priced    bool `json:"priced"`
	OnRequest bool `json:"on_request,omitempty"`

	// List is the list price, Configured the list price with everything chosen,
	// BeforeManual the price before the manual steps, UnitNet the net printed.
	List         money.Decimal `json:"list"`
	Configured   money.Decimal `json:"configured"`
	BeforeManual money.Decimal `json:"before_manual"`
	UnitNet      money.Decimal `json:"unit_net"`
	// Net is the line net, FinalNet what remains of it after section and quote
	// discounts.
	Net      money.Decimal `json:"net"`
	FinalNet money.Decimal `json:"final_net"`
	// ConfiguredAmount and BeforeManualAmount are Configured and BeforeManual
	// for the line, rounded like Net.
	ConfiguredAmount   money.Decimal `json:"configured_amount"`
	BeforeManualAmount money.Decimal `json:"before_manual_amount"`
	Tax                Tax           `json:"tax"`
	// Entry is the price book entry chosen, and why it won.
	Entry      *EntryRef `json:"entry,omitempty"`
	Contract   string    `json:"contract,omitempty"`
	PriceKept  bool      `json:"price_kept,omitempty"`
	BelowFloor bool      `json:"below_floor,omitempty"`
	// Months and Days are the committed term of a recurring line, and TCV its net
	// over it; for a one-off line TCV is FinalNet.
	Months int           `json:"months,omitempty"`
	Days   int           `json:"days,omitempty"`
	TCV    money.Decimal `json:"tcv"`
	// Schedule lists what is due per contract year of a recurring line with a
	// ramp or service dates, and sums to TCV; OverTerm is what its other amounts
	// come to over the same time. Other lines have neither. What follows from the
	// other figures is not part of the canonical bytes.
	Schedule []Due     `json:"schedule,omitempty"`
	OverTerm *OverTerm `json:"-"`
	Margin   *Margin   `json:"margin,omitempty"`
	Steps    []Step    `json:"steps,omitempty"`
}

// EntryRef names a price book entry.
type EntryRef struct {
	ID      string `json:"id"`
	Book    string `json:"book,omitempty"`
	Version string `json:"version,omitempty"`
	// Scope says which key decided: customer, segment, region, channel, base.
	Scope string `json:"scope"`
	// To is the last day of the entry's validity, if it has one.
	To civil.Date `json:"to,omitzero"`
}

// Margin holds what only those who may see costs are shown; see Result.Public.
type Margin struct {
	// Cost is for the line or total; Amount is net - Cost and Percent
	// Amount / net at 2 decimals, nil for a zero net.
	Cost    money.Decimal  `json:"cost"`
	Amount  money.Decimal  `json:"amount"`
	Percent *money.Decimal `json:"percent,omitempty"`
	// Floor and Target are per base quantity: the lowest price allowed, and the
	// price at the target margin.
	Floor  *money.Decimal `json:"floor,omitempty"`
	Target *money.Decimal `json:"target,omitempty"`
	// TermCost is Cost over the term of a recurring line with a Schedule, else nil. A
	// ramp reduces prices, not costs.
	TermCost *money.Decimal `json:"-"`
}

// OverTerm holds ConfiguredAmount and BeforeManualAmount over a term.
type OverTerm struct {
	List         money.Decimal `json:"list"`
	BeforeManual money.Decimal `json:"before_manual"`
}

// Due is what a recurring line costs in a stretch of its term.
type Due struct {
	From civil.Date    `json:"from,omitzero"`
	Year int           `json:"year"`
	Net  money.Decimal `json:"net"`
}

// Step is one step of a line's waterfall. Before and After are prices per base
// quantity until the line net, and line amounts from there on; Amount is what
// the step adds to the line, and the Amounts of all steps add up to FinalNet.
type Step struct {
	// Origin is never nil in a result; the steps of many lines share one, and
	// nobody may change it.
	*Origin
	Inputs []Input       `json:"inputs,omitempty"`
	Before money.Decimal `json:"before"`
	After  money.Decimal `json:"after"`
	Amount money.Decimal `json:"amount"`
	Label  lang.Text     `json:"label,omitempty"`
	// Secret steps show costs or rules that read them.
	Secret bool `json:"secret,omitempty"`
}

// Origin says which step of the procedure made a step of a waterfall, and why.
type Origin struct {
	ID   string   `json:"id"`
	Kind StepKind `json:"kind"`
	// Rule names what decided: the entry, tier, promotion, adjustment; Document
	// and Version where it stands.
	Rule     string `json:"rule,omitempty"`
	Document string `json:"document,omitempty"`
	Version  string `json:"version,omitempty"`
}

// Input is one value a step was computed from.
type Input struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// ChargeResult is one charge of the quote; Line is set where it belongs to one.
type ChargeResult struct {
	Code   string        `json:"code"`
	Name   lang.Text     `json:"name"`
	Line   string        `json:"line,omitempty"`
	Period Period        `json:"period"`
	Net    money.Decimal `json:"net"`
	Tax    Tax           `json:"tax"`
	Inputs []Input       `json:"inputs,omitempty"`
	// Counted is false for a charge of a line that is not in the totals.
	Counted bool `json:"counted"`
	// OverTerm is what a recurring charge comes to over the term of a line that
	// has one of its own, else nil.
	OverTerm *money.Decimal `json:"-"`
}

// Tax is how a line is taxed; Rate is in percent.
type Tax struct {
	Category Category      `json:"category,omitempty"`
	Rate     money.Decimal `json:"rate"`
	Reason   lang.Text     `json:"reason,omitempty"`
}

// VATRow is the tax on the summed base of one period, category and rate.
type VATRow struct {
	Period   Period        `json:"period"`
	Category Category      `json:"category"`
	Rate     money.Decimal `json:"rate"`
	Base     money.Decimal `json:"base"`
	Amount   money.Decimal `json:"amount"`
	Reason   lang.Text     `json:"reason,omitempty"`
}

// SectionResult holds the sums of a section's counted lines.
type SectionResult struct {
	ID     string        `json:"id"`
	OneOff money.Decimal `json:"one_off"`
	Month  money.Decimal `json:"month"`
	Year   money.Decimal `json:"year"`
	TCV    money.Decimal `json:"tcv"`
	Margin *Margin       `json:"margin,omitempty"`
}

// PeriodTotal is the sum of one period.
type PeriodTotal struct {
	Net   money.Decimal `json:"net"`
	VAT   money.Decimal `json:"vat"`
	Gross money.Decimal `json:"gross"`
}

// Totals are the sums over the counted lines and charges.
type Totals struct {
	OneOff PeriodTotal `json:"one_off"`
	Month  PeriodTotal `json:"month"`
	Year   PeriodTotal `json:"year"`
	// TCV is one-off plus recurring net over the committed term (12 months where
	// open-ended); ACV the recurring part x 12 / months; MRR the recurring net of
	// the first month; ARR 12 MRR.
	TCV money.Decimal `json:"tcv"`
	ACV money.Decimal `json:"acv"`
	MRR money.Decimal `json:"mrr"`
	ARR money.Decimal `json:"arr"`
	// List and BeforeManual are over the same term: the configured list amounts,
	// and the nets before manual steps. Charges are in neither.
	List         money.Decimal `json:"list"`
	BeforeManual money.Decimal `json:"before_manual"`
	// LargestTCV is the largest TCV that ticking and choosing can reach.
	LargestTCV money.Decimal `json:"largest_tcv"`
	// BaseLargestTCV is that in the request's Base currency, nil without a rate.
	BaseLargestTCV *money.Decimal `json:"base_largest_tcv,omitempty"`
	// Margin is over the lines whose cost is known; Uncosted is the net of the
	// others.
	Margin   *Margin        `json:"margin,omitempty"`
	Uncosted *money.Decimal `json:"uncosted,omitempty"`
}

// Severity says what an issue prevents.
type Severity string

// The severities.
const (
	Error   Severity = "error"   // the quote is incomplete and cannot be submitted
	Refused Severity = "refused" // a manual value that must not be accepted
	Warning Severity = "warning" // nothing
)

// Issue is one finding, on a line unless it is about the quote.
type Issue struct {
	Kind     string   `json:"kind"`
	Severity Severity `json:"severity"`
	Line     string   `json:"line,omitempty"`
	// Step and Rule name the procedure step and the entry, tier or rule.
	Step     string    `json:"step,omitempty"`
	Rule     string    `json:"rule,omitempty"`
	Position Position  `json:"position,omitzero"`
	Message  lang.Text `json:"message"`
}
