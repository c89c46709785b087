package kpi

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Fact is what the log says about one quote family: one row per family, with a
// new version each time an event is recorded. Zero times mean "not yet".
type Fact struct {
	Tenant    identity.ID
	Family    identity.ID
	Reference string

	// Dimensions are those of the first send (the owner at sent gets the
	// credit), of the latest event while nothing was sent.
	Dimensions Dimensions
	// Attribution orders the events that may set Dimensions.
	Attribution Attribution

	RequestedAt time.Time
	CreatedAt   time.Time
	SubmittedAt time.Time // first
	ApprovedAt  time.Time // first
	SentAt      time.Time // first
	ViewedAt    time.Time // first
	OrderedAt   time.Time // first order: the family is won

	// Sent is the value at the first send of the main variant (of any variant
	// while the main one was not sent), Accepted that of the latest acceptance.
	Sent     Stamped
	Accepted Stamped
	// Offers are the revisions that were sent, ordered by id.
	Offers []Offer

	// Ordered sums the orders, Cancelled their cancellations, Returned what
	// came back.
	Ordered   Total
	Cancelled Total
	Returned  Total
	Orders    int

	Submissions int
	Returns     int // approvals refused
	Revisions   int // drafts made after a send
	// RevisionReasons counts Revisions by reason code.
	RevisionReasons map[string]int
	// Corrected is true once an acceptance was taken back.
	Corrected bool
	// Mismatched is true once an order differed from the accepted revision.
	Mismatched bool
	Motive     string
	Imported   bool

	// Events counts the events applied.
	Events int
	// RecordedFrom and RecordedTo bound the half-open interval of recording
	// time in which this version was what the log said; RecordedTo is zero
	// for the present version.
	RecordedFrom time.Time
	RecordedTo   time.Time
}

// Stamped is a value with the event that gave it.
type Stamped struct {
	Value
	Main bool        `json:"main,omitempty"`
	At   time.Time   `json:"at,omitzero"`
	By   identity.ID `json:"by"`
}

// Attribution is the precedence of the event that set a fact's dimensions.
type Attribution struct {
	Sent bool        `json:"sent,omitempty"`
	At   time.Time   `json:"at"`
	By   identity.ID `json:"by"`
}

// Offer is one sent revision and how it ended.
type Offer struct {
	ID        identity.ID `json:"id"`
	SentAt    time.Time   `json:"sent_at,omitzero"`
	ExpiresAt time.Time   `json:"expires_at,omitzero"`
	// AcceptedAt and CancelledAt are the latest acceptance and the latest
	// cancellation of one; the later of the two holds.
	AcceptedAt  time.Time `json:"accepted_at,omitzero"`
	CancelledAt time.Time `json:"cancelled_at,omitzero"`
	// ClosedAt is when it was rejected or withdrawn, ClosedAs which of them.
	ClosedAt   time.Time `json:"closed_at,omitzero"`
	ClosedAs   Status    `json:"closed_as,omitempty"`
	Reason     string    `json:"reason,omitempty"`
	Competitor string    `json:"competitor,omitempty"`
	Superseded bool      `json:"superseded,omitempty"`
}

// accepted reports whether the offer's acceptance stands.
func (o Offer) accepted() bool { return o.AcceptedAt.After(o.CancelledAt) }

// Total is a sum in the base currency and the number of parts left out of it
// because their currency had no rate.
type Total struct {
	Base money.Decimal
	Gaps int
}

// Status is how a family stands at an instant.
type Status string

// The statuses. Unsent families are in no denominator.
const (
	Unsent    Status = "unsent"
	Open      Status = "open"
	Won       Status = "won" // has an order
	Lost      Status = "lost"
	Lapsed    Status = "expired"
	Retracted Status = "withdrawn"
)

// Decided reports whether the status ends a family's competition for an order.
func (s Status) Decided() bool { return s == Won || s == Lost || s == Lapsed || s == Retracted }

// Standing is the part of a fact that decides its status, computed from the
// offers; stores keep it in columns.
type Standing struct {
	AcceptedAt time.Time // an acceptance that stands, zero for none
	// LapsesAt is when the family expires if nothing happens: the latest
	// validity of the offers still live; zero when none is.
	LapsesAt time.Time
	// ClosedAt and ClosedAs are the latest explicit end of an offer.
	ClosedAt   time.Time
	ClosedAs   Status
	Reason     string
	Competitor string
}

// Standing summarises the offers. Superseded offers do not count.
func (f Fact) Standing() Standing {
	var s Standing
	for _, o := range f.Offers {
		if o.Superseded {
			continue
		}
		if o.accepted() {
			s.AcceptedAt = later(s.AcceptedAt, o.AcceptedAt)
		}
		if o.ClosedAt.IsZero() {
			s.LapsesAt = later(s.LapsesAt, o.ExpiresAt)
		} else if s.ClosedAt.IsZero() || o.ClosedAt.After(s.ClosedAt) {
			s.ClosedAt, s.ClosedAs, s.Reason, s.Competitor = o.ClosedAt, o.ClosedAs, o.Reason, o.Competitor
		}
	}
	return s
}

// StatusAt returns how the family stands at t, which must not be before the
// latest event, and when it was decided (zero while open or unsent).
func (f Fact) StatusAt(t time.Time) (Status, time.Time) {
	s := f.Standing()
	switch {
	case !f.OrderedAt.IsZero():
		return Won, f.OrderedAt
	case f.SentAt.IsZero():
		return Unsent, time.Time{}
	case !s.AcceptedAt.IsZero(), s.LapsesAt.After(t):
		return Open, time.Time{}
	case s.ClosedAt.IsZero() || s.LapsesAt.After(s.ClosedAt):
		return Lapsed, s.LapsesAt
	}
	return s.ClosedAs, s.ClosedAt
}

// Entry is one movement of order intake: an order, a cancellation or a return
// on its own date. Entries are append-only.
type Entry struct {
	Event      identity.ID
	Tenant     identity.ID
	Family     identity.ID
	Order      identity.ID
	Type       EventType
	At         time.Time
	RecordedAt time.Time
	Dimensions Dimensions
	// Value holds the amounts with their sign: cancellations are negative.
	Value Value
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func earlier(a, b time.Time) time.Time {
	if a.IsZero() || (!b.IsZero() && b.Before(a)) {
		return b
	}
	return a
}
