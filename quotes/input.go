package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// NewQuote asks for a family with variant A and its first draft. Customer, or
// Prospect (a name), is required; everything else has a default.
type NewQuote struct {
	Customer identity.ID `json:"customer_id,omitzero"`
	Prospect string      `json:"prospect,omitempty"`
	Contact  identity.ID `json:"contact_id,omitzero"`
	Title    string      `json:"title,omitempty"`
	// Owner and Team default to the actor's.
	Owner identity.ID `json:"owner_id,omitzero"`
	Team  identity.ID `json:"team_id,omitzero"`
	Opportunity
	ExternalIDs map[string]string `json:"external_ids,omitempty"`
	// Header sets terms other than the customer's and tenant's defaults.
	Header ContentPatch `json:"header,omitzero"`
	Lines  []NewLine    `json:"lines,omitempty"`
}

// ContentPatch changes what is not nil of a draft's header.
type ContentPatch struct {
	Currency     *money.Currency `json:"currency,omitempty"`
	Language     *string         `json:"language,omitempty"`
	ValidityDays *int            `json:"validity_days,omitempty"`
	ValidUntil   *civil.Date     `json:"valid_until,omitempty"`
	PaymentTerms *string         `json:"payment_terms,omitempty"`
	Delivery     *string         `json:"delivery_terms,omitempty"`
	Incoterm     *string         `json:"incoterm,omitempty"`
	TermMonths   *int            `json:"term_months,omitempty"`
	Coupons      *[]string       `json:"coupons,omitempty"`
	ShipTo       *string         `json:"ship_to,omitempty"`
	BillTo       *string         `json:"bill_to,omitempty"`
	Cover        *string         `json:"cover,omitempty"`
	Notes        *string         `json:"notes,omitempty"`
	Template     *string         `json:"template,omitempty"`
	Discount     *Adjustment     `json:"discount,omitempty"`
	Schedule     *[]Milestone    `json:"payment_schedule,omitempty"`
	Sections     *[]Section      `json:"sections,omitempty"`
}

// NewLine is a line to add; exactly one of Item, Model and Special is set, and
// Quantity is above 0.
type NewLine struct {
	// ID may be given by the caller, so that a retry adds nothing twice.
	ID          identity.ID   `json:"id,omitzero"`
	Section     identity.ID   `json:"section_id,omitzero"`
	Item        string        `json:"item,omitempty"`
	Model       string        `json:"model,omitempty"`
	Picks       []Pick        `json:"picks,omitempty"`
	Special     string        `json:"special,omitempty"`
	Quantity    money.Decimal `json:"quantity"`
	Optional    bool          `json:"optional,omitempty"`
	Alternative string        `json:"alternative,omitempty"`
	Proposed    bool          `json:"proposed,omitempty"`
	Manual      Adjustment    `json:"manual,omitzero"`
	ServiceTerm
	Site string `json:"site,omitempty"`
	Note string `json:"note,omitempty"`
	// After is the id of the line it follows; Nil is the end.
	After identity.ID `json:"after,omitzero"`
}

// LinePatch changes what is not nil of one line.
type LinePatch struct {
	ID      identity.ID  `json:"id"`
	Section *identity.ID `json:"section_id,omitempty"`
	Picks   *[]Pick      `json:"picks,omitempty"`
	// ModelVersion is the version of the line's model to use from now on. A quote
	// uses one version of a model: its other lines of the model move with it.
	ModelVersion *string        `json:"model_version,omitempty"`
	Quantity     *money.Decimal `json:"quantity,omitempty"`
	Optional     *bool          `json:"optional,omitempty"`
	Alternative  *string        `json:"alternative,omitempty"`
	Proposed     *bool          `json:"proposed,omitempty"`
	Manual       *Adjustment    `json:"manual,omitempty"`
	TermMonths   *int           `json:"term_months,omitempty"`
	Start        *civil.Date    `json:"start,omitempty"`
	End          *civil.Date    `json:"end,omitempty"`
	// Ramp replaces the whole ramp; an empty one removes it.
	Ramp         *[]pricing.RampYear `json:"ramp,omitempty"`
	Site         *string             `json:"site,omitempty"`
	Note         *string             `json:"note,omitempty"`
	SpecialPrice **money.Decimal     `json:"special_price,omitempty"`
	SpecialCost  **money.Decimal     `json:"special_cost,omitempty"`
	PriceKept    *bool               `json:"price_kept,omitempty"`
}

// Changes is one edit of a draft: all of it or nothing.
type Changes struct {
	Header *ContentPatch `json:"header,omitempty"`
	Add    []NewLine     `json:"add,omitempty"`
	Change []LinePatch   `json:"change,omitempty"`
	Remove []identity.ID `json:"remove,omitempty"`
	// Order, where given, lists every line's id in the new order.
	Order []identity.ID `json:"order,omitempty"`
	// Reprice takes the newest versions and today's as_of date instead of the
	// pins.
	Reprice bool `json:"reprice,omitempty"`
}

// FamilyPatch changes what is not nil of a family.
type FamilyPatch struct {
	Title         *string            `json:"title,omitempty"`
	Contact       *identity.ID       `json:"contact_id,omitempty"`
	Source        *string            `json:"source,omitempty"`
	Campaign      *string            `json:"campaign,omitempty"`
	RequestedAt   *time.Time         `json:"requested_at,omitempty"`
	ExpectedClose *civil.Date        `json:"expected_close,omitempty"`
	FollowUp      *civil.Date        `json:"follow_up,omitempty"`
	ExternalIDs   *map[string]string `json:"external_ids,omitempty"`
	// Main is the id of the variant to make the main one.
	Main *identity.ID `json:"main_variant_id,omitempty"`
}

// Target names the revision an action is for, and the version the caller saw:
// 0 skips the check, which an edit does not allow.
type Target struct {
	Revision identity.ID
	Version  int64
}

// Decision is an approver's answer to one open step; Step may be Nil when only
// one is open to the actor.
type Decision struct {
	Step    identity.ID `json:"step_id,omitzero"`
	Comment string      `json:"comment,omitempty"`
	// UpTo are the ceilings of ApproveUpTo, by variable of the step's values.
	UpTo map[string]money.Decimal `json:"up_to,omitempty"`
}

// Loss says why an offer was declined.
type Loss struct {
	Reason     string `json:"reason"`
	Text       string `json:"text,omitempty"`
	Competitor string `json:"competitor,omitempty"`
}

// AcceptanceInput is a buyer's or a recorded acceptance. Chosen are the
// optional and alternative lines taken; nil takes what was proposed.
type AcceptanceInput struct {
	Signer         string        `json:"signer,omitempty"`
	Email          string        `json:"email,omitempty"`
	PONumber       string        `json:"po_number,omitempty"`
	Received       civil.Date    `json:"received,omitzero"`
	FileHash       string        `json:"file_hash,omitempty"`
	DocumentHash   string        `json:"document_hash,omitempty"`
	Consent        string        `json:"consent,omitempty"`
	Address        string        `json:"address,omitempty"`
	Agent          string        `json:"agent,omitempty"`
	PurchaseReason string        `json:"purchase_reason,omitempty"`
	Chosen         []identity.ID `json:"chosen,omitempty"`
	// ConfirmLate is a manager's word for an acceptance after valid_until.
	ConfirmLate bool `json:"confirm_late,omitempty"`
}

// OrderInput asks for an order of the stated quantities, or of all that remain
// when Lines is empty.
type OrderInput struct {
	PONumber    string            `json:"po_number,omitempty"`
	Lines       []OrderQuantity   `json:"lines,omitempty"`
	ExternalIDs map[string]string `json:"external_ids,omitempty"`
}

// OrderQuantity is how much of one accepted line to order.
type OrderQuantity struct {
	Line     identity.ID   `json:"line_id"`
	Quantity money.Decimal `json:"quantity"`
}

// RevisionView is a revision as the actor may see it: what may be done with it
// now, and its surroundings.
type RevisionView struct {
	Revision
	// Effective is the state at the time of reading: a sent offer past its
	// last day reads "expired".
	Effective State     `json:"effective_state"`
	Quote     Family    `json:"quote"`
	Customer  Customer  `json:"customer"`
	Allowed   []Allowed `json:"allowed_actions"`
	Balances  []Balance `json:"balances,omitempty"`
	// Needed are the sign-offs that submitting the draft as it is would ask for,
	// those an earlier decision covers included (state carried).
	Needed []ApprovalStep `json:"approvals_needed,omitempty"`
	// NeedsReprice is set on a draft that newer versions than its pins would
	// price otherwise: Newer names them, and RepriceDelta says by how much the
	// TCV would change.
	NeedsReprice bool           `json:"needs_reprice,omitempty"`
	Newer        []catalog.Ref  `json:"newer_versions,omitempty"`
	RepriceDelta *money.Decimal `json:"reprice_delta,omitempty"`
	// Findings are the quote-level rules that the draft violates.
	Findings []RuleFinding `json:"findings,omitempty"`
}

// Allowed is one action open to the actor in the present state.
type Allowed struct {
	Action Action    `json:"action"`
	Label  lang.Text `json:"label"`
}

// QuoteView is a family with the heads (no lines) of all its revisions.
type QuoteView struct {
	Family
	Customer  Customer   `json:"customer"`
	Revisions []Revision `json:"revisions"`
}
