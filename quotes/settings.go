package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// LatePolicy says what happens to an acceptance that arrives after valid_until.
type LatePolicy string

// The policies.
const (
	LateRefuse  LatePolicy = "refuse"
	LateManager LatePolicy = "manager" // a manager confirms; the default
)

// Settings are a tenant's rules for its quotes.
type Settings struct {
	// Zone is the IANA name of the tenant's time zone.
	Zone         string         `json:"zone"`
	BaseCurrency money.Currency `json:"base_currency"`
	Language     string         `json:"language"`
	Seller       Seller         `json:"seller"`
	// Terms is the general terms per language.
	Terms          lang.Text   `json:"terms,omitempty"`
	PaymentTerms   lang.Text   `json:"payment_terms,omitempty"`
	ValidityDays   int         `json:"validity_days"`
	LateAcceptance LatePolicy  `json:"late_acceptance"`
	OrderOnAccept  bool        `json:"order_on_accept"`
	Schedule       []Milestone `json:"payment_schedule,omitempty"`
	// Reasons are the codes a loss, a withdrawal or a revision may give.
	LossReasons     []Reason        `json:"loss_reasons"`
	RevisionReasons []Reason        `json:"revision_reasons"`
	PurchaseReasons []Reason        `json:"purchase_reasons"`
	Approvals       []ApprovalRule  `json:"approval_rules"`
	Limits          []ApprovalLimit `json:"approval_limits,omitempty"`
	// Version counts changes, from 1.
	Version   int64     `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// Location returns the tenant's zone, UTC where the name is not known.
func (s Settings) Location() *time.Location {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		return time.UTC
	}
	return zone
}

// Reason is one entry of a list of reasons.
type Reason struct {
	Code  string    `json:"code"`
	Label lang.Text `json:"label"`
}
