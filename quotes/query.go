package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Scope is the part of a tenant's quotes that an actor may see.
type Scope struct {
	// All sees every quote; the other fields add up.
	All   bool
	Owner identity.ID
	Teams []identity.ID
	// Won sees the families with an accepted or ordered revision.
	Won bool
	// Out sees the families whose leading revision is with the customer, in time
	// or expired.
	Out bool
	// Approver and ApproverRoles see what awaits or has had their decision.
	Approver      identity.ID
	ApproverRoles []identity.Role
	// Absent are those in whose place the approver decides today.
	Absent []identity.ID
}

// Filter selects families for a list; zero fields do not filter.
type Filter struct {
	Scope Scope
	// Text is looked for in number, reference, title and customer name.
	Text     string
	States   []State
	Customer identity.ID
	Owner    identity.ID
	Team     identity.ID
	// Product is an item or model code of any line.
	Product string
	// Updated and Sent bounds are half-open: from <= t < to.
	UpdatedFrom, UpdatedTo time.Time
	SentFrom, SentTo       time.Time
	ExpiringBefore         civil.Date
	// MinTCV and MaxTCV are in base currency.
	MinTCV, MaxTCV *money.Decimal
	Templates      bool
	// Today is the tenant's date, by which sent offers read as expired.
	Today civil.Date
	// After continues behind a summary: newest update first, then id.
	After Cursor
	Limit int
}

// Cursor is a place in a list ordered by time and id; its zero value is the
// start.
type Cursor struct {
	At time.Time
	ID identity.ID
}

// Summary is one row of the list of quotes: the family with the revision that
// stands for it (the accepted one, else the main variant's newest).
type Summary struct {
	ID           identity.ID    `json:"id"`
	Number       string         `json:"number"` // draft reference before the first send
	Title        string         `json:"title,omitempty"`
	Customer     identity.ID    `json:"customer_id"`
	CustomerName string         `json:"customer_name"`
	Owner        identity.ID    `json:"owner_id"`
	Team         identity.ID    `json:"team_id"`
	Revision     identity.ID    `json:"revision_id"`
	Label        string         `json:"label"`
	State        State          `json:"state"` // effective
	Currency     money.Currency `json:"currency"`
	TCV          money.Decimal  `json:"tcv"`
	Gross        money.Decimal  `json:"gross"`
	ValidUntil   civil.Date     `json:"valid_until,omitzero"`
	FollowUp     civil.Date     `json:"follow_up,omitzero"`
	SentAt       time.Time      `json:"sent_at,omitzero"`
	ViewedAt     time.Time      `json:"first_viewed_at,omitzero"`
	Variants     int            `json:"variants"`
	CreatedAt    time.Time      `json:"created_at"`
	UpdatedAt    time.Time      `json:"updated_at"`
}

// OrderFilter selects orders for a list, newest first.
type OrderFilter struct {
	Scope       Scope
	Family      identity.ID
	Customer    identity.ID
	Statuses    []OrderStatus
	PONumber    string
	UpdatedFrom time.Time
	After       Cursor
	Limit       int
}

// CustomerFilter selects customers for a list, in name order.
type CustomerFilter struct {
	Text string
	// System and ExternalID find the customer another system knows so.
	System, ExternalID string
	AfterName          string
	AfterID            identity.ID
	Limit              int
}
