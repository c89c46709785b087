package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Family is a quote as the customer knows it: one request, one number, however
// many variants and revisions it takes.
type Family struct {
	ID     identity.ID `json:"id"`
	Tenant identity.ID `json:"-"`
	// Reference is the draft reference, "D-...", given at creation.
	Reference string `json:"reference"`
	// Number is "Q-2026-000123" from the first send on, "" before.
	Number   string      `json:"number,omitempty"`
	Title    string      `json:"title,omitempty"`
	Customer identity.ID `json:"customer_id"`
	Contact  identity.ID `json:"contact_id,omitzero"`
	// Owner and Team answer for the quote today; events keep who it was.
	Owner identity.ID `json:"owner_id"`
	Team  identity.ID `json:"team_id"`
	Opportunity
	ExternalIDs map[string]string `json:"external_ids,omitempty"`
	// Imported marks a quote taken over in a past state from another system.
	Imported bool `json:"imported,omitempty"`
	// Template marks a family that is never sent, only cloned.
	Template  bool      `json:"template,omitempty"`
	Variants  []Variant `json:"variants"`
	CreatedAt time.Time `json:"created_at"`
	UpdatedAt time.Time `json:"updated_at"`
	// FirstSentAt is the time of the first send; it never changes again.
	FirstSentAt time.Time `json:"first_sent_at,omitzero"`
	// Version counts changes of the family itself; the API's ETag.
	Version int64 `json:"version"`

	// auditSeq and auditHead are the length and last hash of the audit chain.
	auditSeq  int64
	auditHead [32]byte
}

// Opportunity is where a quote comes from and when it should be decided.
type Opportunity struct {
	Source        string     `json:"source,omitempty"`
	Campaign      string     `json:"campaign,omitempty"`
	RequestedAt   time.Time  `json:"requested_at,omitzero"`
	ExpectedClose civil.Date `json:"expected_close,omitzero"`
	FollowUp      civil.Date `json:"follow_up,omitzero"`
}

// Variant is one of several offers made side by side, lettered A, B, C...
type Variant struct {
	ID     identity.ID `json:"id"`
	Letter string      `json:"letter"`
	Name   string      `json:"name,omitempty"`
	// Main is true for the one variant that lists and figures use before
	// acceptance.
	Main bool `json:"main"`
}

// Main returns the main variant.
func (f Family) Main() Variant {
	for _, v := range f.Variants {
		if v.Main {
			return v
		}
	}
	return Variant{}
}

// variant returns the variant with the id.
func (f Family) variant(id identity.ID) Variant {
	for _, v := range f.Variants {
		if v.ID == id {
			return v
		}
	}
	return Variant{}
}
