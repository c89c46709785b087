package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Revision is one offer in its making or as it was made: what is edited, sent,
// accepted and ordered.
type Revision struct {
	ID      identity.ID `json:"id"`
	Tenant  identity.ID `json:"-"`
	Family  identity.ID `json:"quote_id"`
	Variant identity.ID `json:"variant_id"`
	Letter  string      `json:"variant"`
	Number  int         `json:"number"`
	State   State       `json:"state"`
	// Version counts changes, from 1; the API's ETag.
	Version int64 `json:"version"`

	Content
	Priced
	Stamps

	// Approvals are the steps asked for at the last submit.
	Approvals []ApprovalStep `json:"approvals,omitempty"`
	// CommercialHash binds approvals to what they approved.
	CommercialHash string `json:"commercial_hash,omitempty"`
	// SendingSince is set between the two transactions of a send.
	SendingSince time.Time `json:"sending_since,omitzero"`
	// SnapshotID names the frozen snapshot of the last send begun.
	SnapshotID identity.ID `json:"snapshot_id,omitzero"`
	// DocumentHash is the SHA-256 of the stored PDF in hex, "" before the send.
	DocumentHash string `json:"document_hash,omitempty"`
	Imported     bool   `json:"imported,omitempty"`
	// Based is the revision this one was revised or cloned from.
	Based identity.ID `json:"based_on,omitzero"`
}

// Content is what the rep writes. Lines hold at least the input; their prices
// come from the catalogue.
type Content struct {
	// AsOf is the day, in the tenant's zone, with which options, rules, prices,
	// rates and taxes are looked up.
	AsOf     civil.Date     `json:"as_of"`
	Currency money.Currency `json:"currency"`
	Language string         `json:"language"`
	// ValidityDays is the length of the offer from the day of issue. ValidUntil
	// is its last day: given by the rep (UntilGiven), or set by the send.
	ValidityDays int        `json:"validity_days"`
	ValidUntil   civil.Date `json:"valid_until,omitzero"`
	UntilGiven   bool       `json:"valid_until_given,omitempty"`
	PaymentTerms string     `json:"payment_terms,omitempty"`
	Delivery     string     `json:"delivery_terms,omitempty"`
	Incoterm     string     `json:"incoterm,omitempty"`
	// TermMonths is the committed term of recurring lines; 0 is open-ended.
	TermMonths int `json:"term_months,omitempty"`
	// Coupons are the codes that the customer has given, for promotions.
	Coupons []string `json:"coupons,omitempty"`
	// ShipTo and BillTo are address codes of the customer.
	ShipTo string `json:"ship_to,omitempty"`
	BillTo string `json:"bill_to,omitempty"`
	// Cover is the introductory text, Notes are for colleagues only.
	Cover string `json:"cover,omitempty"`
	Notes string `json:"notes,omitempty"`
	// Template is the code of the document template, "" for the company's usual
	// one.
	Template string `json:"template,omitempty"`
	// Discount is the quote discount, spread over the discountable lines.
	Discount Adjustment  `json:"discount,omitzero"`
	Schedule []Milestone `json:"payment_schedule,omitempty"`
	Sections []Section   `json:"sections,omitempty"`
	// Attachments are files that belong to it, the annexes in printing order.
	Attachments []Attachment `json:"attachments,omitempty"`
	Lines       []Line       `json:"lines"`
}

// Section groups lines under a title with a subtotal.
type Section struct {
	ID       identity.ID `json:"id"`
	Title    string      `json:"title"`
	Discount Adjustment  `json:"discount,omitzero"`
}

// Milestone is one instalment of the payment schedule.
type Milestone struct {
	Label lang.Text `json:"label"`
	// Percent is the share of the one-off total incl. VAT, Fixed an amount of it;
	// the one instalment with neither is the balance. Together they come to the
	// total, to the cent.
	Percent money.Decimal  `json:"percent"`
	Fixed   *money.Decimal `json:"fixed,omitempty"`
	// Due says when: "order", "delivery", or days after the invoice ("30").
	Due string `json:"due,omitempty"`
	// Amount is computed at pricing, in the revision's currency.
	Amount money.Decimal `json:"amount"`
}

// Pins name the versions with which a revision was configured and priced.
type Pins struct {
	Models    map[string]string `json:"models,omitempty"`
	Book      string            `json:"book,omitempty"`
	Procedure string            `json:"procedure,omitempty"`
	Tax       string            `json:"tax,omitempty"`
	Rates     string            `json:"rates,omitempty"`
	Others    map[string]string `json:"others,omitempty"`
}

// Priced is what the catalogue answered for the content.
type Priced struct {
	Pins Pins `json:"pins"`
	// Base is the tenant's currency and Rate its units per unit of Currency on
	// AsOf; a zero Rate is unknown.
	Base   money.Currency `json:"base_currency"`
	Rate   money.Decimal  `json:"rate"`
	Totals Totals         `json:"totals"`
	Taxes  []Tax          `json:"taxes,omitempty"`
	// Charges (freight, packaging, eco-contribution) come on top of the lines;
	// Totals and Taxes hold the counted ones.
	Charges []Charge `json:"charges,omitempty"`
	// Families are the selected amounts per product family, largest first, and
	// LineCount the number of lines: known without loading them.
	Families  []FamilyAmount `json:"product_families,omitempty"`
	LineCount int            `json:"line_count"`
	// Issues are what keeps the content from being submitted.
	Issues     []fault.Issue `json:"issues,omitempty"`
	InputHash  string        `json:"price_input_hash,omitempty"`
	OutputHash string        `json:"price_output_hash,omitempty"`
	// Semantics numbers the rules of computation that the price was made with; 0
	// is 1.
	Semantics int `json:"price_semantics,omitempty"`
	// Facts are what it was made from besides; nil before they were stored.
	Facts *Facts `json:"price_facts,omitempty"`
}

// Charge is an amount on top of the lines, of the whole quote or of one line.
type Charge struct {
	Code        string        `json:"code"`
	Name        lang.Text     `json:"name"`
	Line        identity.ID   `json:"line_id,omitzero"`
	Period      Period        `json:"period"`
	Net         money.Decimal `json:"net"`
	TaxCategory string        `json:"tax_category,omitempty"`
	TaxRate     money.Decimal `json:"tax_rate"`
	// Counted is false for a charge of a line that is in no total.
	Counted bool `json:"counted"`
	// OverTerm is what a recurring charge comes to over the term of a line that
	// has one of its own, else nil: then the quote's term counts.
	OverTerm *money.Decimal `json:"over_term,omitempty"`
}

// PeriodTotal is the sum of the selected lines of one charging period.
type PeriodTotal struct {
	Net   money.Decimal `json:"net"`
	VAT   money.Decimal `json:"vat"`
	Gross money.Decimal `json:"gross"`
}

// Totals are the sums over the firm lines and the proposed alternatives, in the
// revision's currency.
type Totals struct {
	OneOff PeriodTotal `json:"one_off"`
	Month  PeriodTotal `json:"month"`
	Year   PeriodTotal `json:"year"`
	// TCV is one-off plus recurring net over the committed term (12 months
	// where open-ended).
	TCV money.Decimal `json:"tcv"`
	// LargestTCV is the largest TCV that ticking and choosing can reach.
	LargestTCV money.Decimal `json:"largest_tcv"`
	// List is the configured list amount over the same term, before any
	// reduction, and BeforeManual the net before manual steps.
	List         money.Decimal `json:"list"`
	BeforeManual money.Decimal `json:"before_manual"`
	// Cost covers CostedNet, the part of TCV whose cost is known. Both are
	// removed from what is shown without see_cost.
	Cost      money.Decimal `json:"cost,omitzero"`
	CostedNet money.Decimal `json:"costed_net,omitzero"`
	// Steps are the totals of the waterfall by step code.
	Steps []StepTotal `json:"steps,omitempty"`
}

// StepTotal is one step of the waterfall over all selected lines; reductions
// are negative.
type StepTotal struct {
	Code   string        `json:"code"`
	Amount money.Decimal `json:"amount"`
}

// Tax is one row of the VAT table.
type Tax struct {
	// Category is the EN 16931 code: S, Z, E, AE, K, G.
	Category string        `json:"category"`
	Rate     money.Decimal `json:"rate"`
	Period   Period        `json:"period"`
	Base     money.Decimal `json:"base"`
	Amount   money.Decimal `json:"amount"`
	Reason   lang.Text     `json:"reason,omitempty"`
}

// Stamps are the times and people of a revision's life.
type Stamps struct {
	CreatedAt     time.Time   `json:"created_at"`
	CreatedBy     identity.ID `json:"created_by"`
	UpdatedAt     time.Time   `json:"updated_at"`
	LastEditor    identity.ID `json:"last_editor"`
	SubmittedAt   time.Time   `json:"submitted_at,omitzero"`
	Author        identity.ID `json:"author,omitzero"`
	ApprovedAt    time.Time   `json:"approved_at,omitzero"`
	IssueDate     civil.Date  `json:"issue_date,omitzero"`
	SentAt        time.Time   `json:"sent_at,omitzero"`
	FirstViewedAt time.Time   `json:"first_viewed_at,omitzero"`
	// QuestionAt is when the buyer asked what has not been answered yet.
	QuestionAt time.Time `json:"question_at,omitzero"`
	// DecidedAt is when it was accepted, rejected, withdrawn, found expired or
	// discarded; Reason, ReasonText and Competitor say why.
	DecidedAt  time.Time   `json:"decided_at,omitzero"`
	Reason     string      `json:"reason,omitempty"`
	ReasonText string      `json:"reason_text,omitempty"`
	Competitor string      `json:"competitor,omitempty"`
	Acceptance *Acceptance `json:"acceptance,omitempty"`
}

// Acceptance is the evidence of an acceptance.
type Acceptance struct {
	// Signer and the like are personal data; the audit chain holds only
	// digests of them.
	Signer string `json:"signer,omitempty"`
	// Email is the address at which the signer read the code, "" where none was
	// asked for.
	Email    string     `json:"email,omitempty"`
	PONumber string     `json:"po_number,omitempty"`
	Received civil.Date `json:"received,omitzero"`
	// FileHash is the SHA-256 of the signed file, in hex, if there is one.
	FileHash string `json:"file_hash,omitempty"`
	// DocumentHash is that of the document accepted.
	DocumentHash   string `json:"document_hash,omitempty"`
	Consent        string `json:"consent,omitempty"`
	Address        string `json:"address,omitempty"`
	Agent          string `json:"agent,omitempty"`
	PurchaseReason string `json:"purchase_reason,omitempty"`
	// Late is true after valid_until.
	Late bool `json:"late,omitempty"`
	// Chosen are the ids of the lines accepted: the firm ones, the ticked
	// optional ones and one of each alternative. Totals and Families are theirs.
	Chosen   []identity.ID  `json:"chosen"`
	Totals   *Totals        `json:"totals,omitempty"`
	Families []FamilyAmount `json:"product_families,omitempty"`
}

// ExpiresAt is the instant at which a sent offer lapses: the end of its
// valid_until day in zone.
func (r Revision) ExpiresAt(zone *time.Location) time.Time {
	if r.ValidUntil.IsZero() {
		return time.Time{}
	}
	return r.ValidUntil.End(zone)
}

// Effective returns the state at now: a sent offer past its last day is
// expired, whether or not a job has recorded it.
func (r Revision) Effective(now time.Time, zone *time.Location) State {
	if r.State == Sent && !r.ValidUntil.IsZero() && !now.Before(r.ExpiresAt(zone)) {
		return Expired
	}
	return r.State
}

// Label is "B-R3", the part of the printed number that names variant and
// revision.
func (r Revision) Label() string {
	return r.Letter + "-R" + itoa(r.Number)
}
