package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// EventSchema is the version of the Event's JSON form. It is raised when a
// field changes meaning or goes; a new optional field does not raise it.
const EventSchema = 1

// EventType names what happened; it is also the name of the webhook.
type EventType string

// The types. Those about one revision carry Event.Revision.
const (
	EventCreated             EventType = "quote.created"
	EventEdited              EventType = "quote.edited"
	EventSubmitted           EventType = "quote.submitted"
	EventStepApproved        EventType = "quote.step_approved"
	EventApproved            EventType = "quote.approved"
	EventApprovalCarried     EventType = "quote.approval_carried"
	EventReturned            EventType = "quote.returned"
	EventApprovedUpTo        EventType = "quote.approved_up_to"
	EventAsked               EventType = "quote.asked"
	EventAnswered            EventType = "quote.answered"
	EventEscalated           EventType = "quote.escalated"
	EventRecalled            EventType = "quote.recalled"
	EventSending             EventType = "quote.sending" // number and snapshot made, document not yet
	EventSendAbandoned       EventType = "quote.send_abandoned"
	EventSent                EventType = "quote.sent"
	EventViewed              EventType = "quote.viewed"
	EventInquired            EventType = "quote.inquired" // the buyer asks
	EventReplied             EventType = "quote.replied"  // and is answered
	EventAccepted            EventType = "quote.accepted"
	EventRejected            EventType = "quote.rejected"
	EventWithdrawn           EventType = "quote.withdrawn"
	EventExpired             EventType = "quote.expired"
	EventRevised             EventType = "quote.revised"
	EventVariantAdded        EventType = "quote.variant_added"
	EventSuperseded          EventType = "quote.superseded"
	EventAcceptanceCancelled EventType = "quote.acceptance_cancelled"
	EventDiscarded           EventType = "quote.discarded"
	EventImported            EventType = "quote.imported"
	EventReassigned          EventType = "quote.reassigned"
	EventUpdated             EventType = "quote.updated" // family data: title, opportunity, variants
	EventCommented           EventType = "quote.commented"
	EventOrdered             EventType = "order.placed"
	EventOrderCancelled      EventType = "order.cancelled"
	EventOrderCompleted      EventType = "order.completed"
	EventOrderUpdated        EventType = "order.updated"
	EventRemainingClosed     EventType = "order.remaining_closed"
)

// Event is one immutable entry of the log of everything that happened to
// quotes. It carries every dimension and measure that figures need, as they
// were at that moment: replaying reads nothing else. It holds no personal data.
type Event struct {
	ID     identity.ID `json:"id"`
	Tenant identity.ID `json:"tenant_id"`
	Schema int         `json:"schema"`
	Type   EventType   `json:"type"`
	// Seq counts the family's events from 1, without a gap.
	Seq int64 `json:"seq"`
	// OccurredAt is when it happened; RecordedAt when the log learned it.
	OccurredAt time.Time `json:"occurred_at"`
	RecordedAt time.Time `json:"recorded_at"`
	// ActorID and ActorKind say who did it.
	ActorID   identity.ID   `json:"actor_id,omitzero"`
	ActorKind identity.Kind `json:"actor_kind"`

	Family identity.ID `json:"quote_id"`
	// Number is the family's number, its draft reference before the first send.
	Number   string      `json:"number"`
	Revision identity.ID `json:"revision_id,omitzero"`
	Variant  string      `json:"variant,omitempty"`
	Ordinal  int         `json:"revision_number,omitempty"`
	// Main is true when the revision's variant is the main one.
	Main     bool  `json:"main,omitempty"`
	Imported bool  `json:"imported,omitempty"`
	From     State `json:"from,omitempty"`
	To       State `json:"to,omitempty"`
	// Supersedes are the revisions a sent or accepted event replaces.
	Supersedes []identity.ID `json:"supersedes,omitempty"`

	Dimensions
	Measures

	RequestedAt time.Time  `json:"requested_at,omitzero"`
	ValidUntil  civil.Date `json:"valid_until,omitzero"`
	// ExpiresAt is the end of the ValidUntil day in the tenant's zone.
	ExpiresAt time.Time `json:"expires_at,omitzero"`
	// SubmittedAt is that of the revision, so that approval time needs no join.
	SubmittedAt time.Time `json:"submitted_at,omitzero"`
	FirstSentAt time.Time `json:"first_sent_at,omitzero"`

	Reason         string `json:"reason,omitempty"`
	Competitor     string `json:"competitor,omitempty"`
	PurchaseReason string `json:"purchase_reason,omitempty"`
	Late           bool   `json:"late,omitempty"`
	// Step is the code of the approval step of a step event.
	Step string `json:"step,omitempty"`
	// Edited names what an edit changed: "lines", "terms", "discount"...
	Edited []string `json:"edited,omitempty"`

	Order *OrderFacts `json:"order,omitempty"`
}

// Dimensions are what figures are sliced by, as they were at the event.
type Dimensions struct {
	Owner    identity.ID `json:"owner_id"`
	Team     identity.ID `json:"team_id"`
	Customer identity.ID `json:"customer_id"`
	Region   string      `json:"region,omitempty"`
	Country  string      `json:"country,omitempty"`
	Segment  string      `json:"segment,omitempty"`
	Channel  string      `json:"channel,omitempty"`
	Source   string      `json:"source,omitempty"`
	Campaign string      `json:"campaign,omitempty"`
	// NewCustomer is true while the customer has no earlier order.
	NewCustomer bool `json:"new_customer,omitempty"`
}

// Measures are the totals of the revision in its own currency, with the rate
// into the tenant's base currency that was pinned then.
type Measures struct {
	Currency money.Currency `json:"currency,omitzero"`
	Base     money.Currency `json:"base_currency,omitzero"`
	// Rate is base currency per unit of Currency; zero is unknown.
	Rate   money.Decimal `json:"rate"`
	Totals Totals        `json:"totals"`
	// Families are the amounts per product family, largest first.
	Families []FamilyAmount `json:"product_families,omitempty"`
	Lines    int            `json:"lines,omitempty"`
}

// FamilyAmount is the part of a total that one product family makes.
type FamilyAmount struct {
	Family    string        `json:"family"`
	Net       money.Decimal `json:"net"`
	List      money.Decimal `json:"list"`
	Cost      money.Decimal `json:"cost,omitzero"`
	CostedNet money.Decimal `json:"costed_net,omitzero"`
}

// OrderFacts are the measures of an order event. Net of a cancellation is what
// it takes away, as a positive amount.
type OrderFacts struct {
	ID        identity.ID    `json:"id"`
	Number    string         `json:"number"`
	Net       money.Decimal  `json:"net"` // TCV of the quantities of this order
	List      money.Decimal  `json:"list"`
	Cost      money.Decimal  `json:"cost,omitzero"`
	CostedNet money.Decimal  `json:"costed_net,omitzero"`
	Steps     []StepTotal    `json:"steps,omitempty"`
	Families  []FamilyAmount `json:"product_families,omitempty"`
	// Rate is base currency per unit of the order's currency, frozen at the order.
	Rate money.Decimal `json:"rate"`
	// First is true for the family's first order.
	First bool `json:"first,omitempty"`
	// Matches is true when the order is all of the accepted revision at its
	// prices.
	Matches bool `json:"matches,omitempty"`
	// Accepted is the TCV of everything accepted, for the fill rate.
	Accepted money.Decimal `json:"accepted_net"`
	Lines    int           `json:"lines"`
}
