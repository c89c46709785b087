package kpi

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// EventType names one step in the life of a quote family.
type EventType string

// The steps. Those about one revision carry Event.Offer.
const (
	Created             EventType = "created"
	Submitted           EventType = "submitted"
	Approved            EventType = "approved"
	Returned            EventType = "returned" // approval refused: back to draft
	Sent                EventType = "sent"
	Viewed              EventType = "viewed"
	Revised             EventType = "revised" // a new draft after a sent revision; Reason says why
	Superseded          EventType = "superseded"
	Accepted            EventType = "accepted"
	AcceptanceCancelled EventType = "acceptance_cancelled"
	Rejected            EventType = "rejected"
	Withdrawn           EventType = "withdrawn"
	Expired             EventType = "expired" // recorded by the clock; figures derive expiry from ExpiresAt
	Discarded           EventType = "discarded"
	Ordered             EventType = "ordered"
	OrderCancelled      EventType = "order_cancelled"
	GoodsReturned       EventType = "goods_returned"
	Updated             EventType = "updated" // owner, team or opportunity data changed
)

// EventTypes lists every type, in the order of a quote's life.
func EventTypes() []EventType {
	return []EventType{Created, Submitted, Approved, Returned, Sent, Viewed, Revised, Superseded,
		Accepted, AcceptanceCancelled, Rejected, Withdrawn, Expired, Discarded,
		Ordered, OrderCancelled, GoodsReturned, Updated}
}

// Dimensions are what figures can be sliced by, as they were at the event.
// Texts are stable codes; an empty one is shown as "unknown".
type Dimensions struct {
	Owner         identity.ID `json:"owner"`
	Team          identity.ID `json:"team"`
	Customer      identity.ID `json:"customer"`
	Region        string      `json:"region,omitempty"`
	Segment       string      `json:"segment,omitempty"`
	ProductFamily string      `json:"product_family,omitempty"` // that of the largest net amount
	Channel       string      `json:"channel,omitempty"`
	Source        string      `json:"source,omitempty"`
	Campaign      string      `json:"campaign,omitempty"`
	// NewCustomer is true while the customer has no earlier order.
	NewCustomer bool `json:"new_customer,omitempty"`
}

// Step is one step of the price waterfall with its total over the selected
// lines, in the quote's currency; reductions are negative.
type Step struct {
	Code   string        `json:"code"`
	Amount money.Decimal `json:"amount"`
}

// Value is a total of the quote in its own currency and, when a rate is known,
// in the tenant's base currency at the rate frozen on the event.
type Value struct {
	Currency money.Currency `json:"currency"`
	// Net is the amount excluding VAT, one-off plus recurring over its term.
	Net money.Decimal `json:"net"`
	// List is the configured list amount before any reduction.
	List money.Decimal `json:"list"`
	// Cost covers the part of Net given by CostedNet; both are zero where no
	// cost is known.
	Cost      money.Decimal `json:"cost"`
	CostedNet money.Decimal `json:"costed_net"`
	// Rate is base currency per unit of Currency; zero means unknown.
	Rate  money.Decimal  `json:"rate"`
	Base  money.Currency `json:"base"`
	Steps []Step         `json:"steps,omitempty"`
}

// Converted returns amount in the base currency, rounded to its minor unit
// half away from zero, and false where no rate is known.
func (v Value) Converted(amount money.Decimal) (money.Decimal, bool) {
	if v.Currency == v.Base {
		return amount, true
	}
	if v.Rate.IsZero() {
		return money.Decimal{}, false
	}
	return amount.Mul(v.Rate).Round(v.Base.Minor()), true
}

// Event is one immutable entry of the log. It carries every dimension and
// measure that figures need: replaying reads nothing but the log.
type Event struct {
	// ID makes a second delivery of the same event a no-op.
	ID     identity.ID `json:"id"`
	Tenant identity.ID `json:"tenant"`
	Family identity.ID `json:"family"`
	// Reference is the family's number as people know it, "" before the first
	// send.
	Reference string    `json:"reference,omitempty"`
	Type      EventType `json:"type"`
	// OccurredAt is when it happened, RecordedAt when the log learned it;
	// they differ for imports and late reports.
	OccurredAt time.Time `json:"occurred_at"`
	RecordedAt time.Time `json:"recorded_at"`

	// Offer is the revision the event is about, Nil for the whole family.
	Offer identity.ID `json:"offer"`
	// Main is true when the offer belongs to the family's main variant, whose
	// value figures use before acceptance.
	Main bool `json:"main,omitempty"`
	// Supersedes are the revisions that a Sent or Accepted event replaces.
	Supersedes []identity.ID `json:"supersedes,omitempty"`
	// ExpiresAt is the instant at which a Sent offer lapses: the end of its
	// valid_until day in the tenant's zone.
	ExpiresAt time.Time `json:"expires_at,omitzero"`
	// RequestedAt is when the customer asked for the quote, if known.
	RequestedAt time.Time `json:"requested_at,omitzero"`
	// Order is the order that Ordered, OrderCancelled and GoodsReturned are
	// about.
	Order identity.ID `json:"order"`
	// Matches is true for an Ordered event whose order is identical to the
	// accepted revision.
	Matches bool `json:"matches,omitempty"`

	Dimensions Dimensions `json:"dimensions"`
	// Value is the offer's total (main variant, proposed selection) for Sent
	// and Accepted, and the amount moved for order events, always positive.
	Value Value `json:"value,omitzero"`

	// Reason is the code of a loss, revision, withdrawal or cancellation.
	Reason     string `json:"reason,omitempty"`
	Competitor string `json:"competitor,omitempty"`
	// Motive is what motivated the purchase, as asked at acceptance.
	Motive   string `json:"motive,omitempty"`
	Imported bool   `json:"imported,omitempty"`
}
