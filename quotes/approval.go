package quotes

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// ApprovalRule asks for one or more sign-offs when its condition holds, or
// when the condition reads a value that is not known.
type ApprovalRule struct {
	// Code is the rule's stable name.
	Code string `json:"code"`
	// When is the condition in the rule language over the variables that
	// docs/guide/approvals.md lists.
	When string `json:"when"`
	// Message says why, to people.
	Message lang.Text `json:"message"`
	// Steps are asked for in the order of their Stage; equal stages in parallel.
	Steps []ApprovalAsk `json:"steps"`
	// Worse says in which direction a variable gets worse, so that an approval
	// stands after an edit that makes nothing worse. Any change of a variable
	// that is not named is worse.
	Worse map[string]Direction `json:"worse,omitempty"`
}

// Direction is in which direction a value gets worse.
type Direction string

// The directions.
const (
	Higher Direction = "higher"
	Lower  Direction = "lower"
)

// hash names the rule's version.
func (r ApprovalRule) hash() string {
	text, err := json.Marshal(r)
	if err != nil {
		panic(fmt.Sprintf("quotes: an approval rule that was read from JSON does not encode: %v", err))
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// ApprovalAsk is one sign-off a rule asks for: of a role or of a person.
type ApprovalAsk struct {
	Stage  int           `json:"stage"`
	Role   identity.Role `json:"role,omitempty"`
	Person identity.ID   `json:"person,omitzero"`
	// EscalateHours is after how long the managers of the quote's team may
	// decide it too; 0 is never. Nothing is ever approved by itself.
	EscalateHours int `json:"escalate_hours,omitempty"`
}

// StepState is where an approval step is.
type StepState string

// The states of a step.
const (
	StepOpen     StepState = "open"
	StepApproved StepState = "approved"
	StepReturned StepState = "returned"
	// StepUpTo is a return with ceilings: an edit within them needs no new step.
	StepUpTo StepState = "up_to"
	// StepCarried is an approval that still stands after an edit.
	StepCarried StepState = "carried"
)

// ApprovalStep is one sign-off asked for on one revision.
type ApprovalStep struct {
	ID   identity.ID `json:"id"`
	Rule string      `json:"rule"`
	// RuleVersion names the version of the rule that asked.
	RuleVersion string        `json:"rule_version,omitempty"`
	Stage       int           `json:"stage"`
	Role        identity.Role `json:"role,omitempty"`
	Person      identity.ID   `json:"person,omitzero"`
	Message     lang.Text     `json:"message"`
	// Values are what the rule read: variable name to exact value.
	Values map[string]string `json:"values,omitempty"`
	// ReadsCost marks a step whose values are not shown without see_cost.
	ReadsCost bool      `json:"reads_cost,omitempty"`
	State     StepState `json:"state"`
	// Hash is the commercial hash the decision is bound to.
	Hash    string    `json:"hash,omitempty"`
	AskedAt time.Time `json:"asked_at"`
	// DueAt is when it escalates; Escalated is set when that has been told.
	DueAt     time.Time   `json:"due_at,omitzero"`
	Escalated bool        `json:"escalated,omitempty"`
	DecidedBy identity.ID `json:"decided_by,omitzero"`
	// OnBehalfOf is who had delegated the decision.
	OnBehalfOf identity.ID `json:"on_behalf_of,omitzero"`
	DecidedAt  time.Time   `json:"decided_at,omitzero"`
	Comment    string      `json:"comment,omitempty"`
	// UpTo are the ceilings of a return, by variable.
	UpTo map[string]money.Decimal `json:"up_to,omitempty"`
	// Customer, Currency and Limit are what the decision was about and how far
	// it reaches; a nil Limit is without end.
	Customer identity.ID    `json:"customer_id,omitzero"`
	Currency money.Currency `json:"currency,omitzero"`
	Limit    *ApprovalLimit `json:"limit,omitempty"`
}

// ApprovalLimit is up to which total one person or role may approve.
type ApprovalLimit struct {
	Role   identity.Role `json:"role,omitempty"`
	Person identity.ID   `json:"person,omitzero"`
	// UpTo is the largest TCV in Currency.
	UpTo     money.Decimal  `json:"up_to"`
	Currency money.Currency `json:"currency"`
}

// covers reports whether the largest total of r is known in the limit's
// currency and not above it.
func (l *ApprovalLimit) covers(r *Revision) bool {
	if l == nil {
		return true
	}
	total := r.Totals.LargestTCV
	switch {
	case r.Currency == l.Currency:
	case r.Base == l.Currency && !r.Rate.IsZero():
		total = total.Mul(r.Rate)
	default:
		return false
	}
	return total.Cmp(l.UpTo) <= 0
}

// Delegation lets somebody decide in another's place for some days, within the
// other's limit.
type Delegation struct {
	From identity.ID `json:"from"`
	To   identity.ID `json:"to"`
	// Roles are From's: steps asked of them are To's to decide too.
	Roles []identity.Role `json:"roles"`
	// Start and End are the first and the last day, in the tenant's zone.
	Start civil.Date `json:"start"`
	End   civil.Date `json:"end"`
}

// mandate is by what right somebody may decide a step.
type mandate struct {
	// person and roles are whose limit applies.
	person identity.ID
	roles  []identity.Role
	behalf identity.ID
}

// mandate returns the actor's right to decide a step: their own, as deputy of
// somebody, or as manager of the team after the escalation.
func (a *attempt) mandate(s ApprovalStep) (mandate, bool) {
	who := a.actor
	if s.askedOf(who.ID, who.Roles) {
		return mandate{person: who.ID, roles: who.Roles}, true
	}
	today := civil.In(a.now, a.c.Zone())
	for _, d := range a.c.Settings.Delegations {
		active := d.To == who.ID && !today.Before(d.Start) && !today.After(d.End)
		if active && s.askedOf(d.From, d.Roles) && d.From != a.r.Author && d.From != a.r.LastEditor {
			return mandate{person: d.From, roles: d.Roles, behalf: d.From}, true
		}
	}
	leads := who.Has(identity.Manager) && slices.Contains(who.Teams, a.c.Family.Team)
	if leads && !s.DueAt.IsZero() && !a.now.Before(s.DueAt) {
		return mandate{person: who.ID, roles: who.Roles}, true
	}
	return mandate{}, false
}

// askedOf reports whether a step is asked of a person with the roles.
func (s ApprovalStep) askedOf(person identity.ID, roles []identity.Role) bool {
	if s.Person != identity.Nil {
		return s.Person == person
	}
	return slices.Contains(roles, s.Role)
}

// openSteps returns the steps the actor may decide now: those of the lowest
// stage that is not finished.
func (a *attempt) openSteps() []*ApprovalStep {
	stage, found := 0, false
	for _, s := range a.r.Approvals {
		if s.State == StepOpen && (!found || s.Stage < stage) {
			stage, found = s.Stage, true
		}
	}
	var out []*ApprovalStep
	for n := range a.r.Approvals {
		s := &a.r.Approvals[n]
		if s.State != StepOpen || s.Stage != stage {
			continue
		}
		if _, ok := a.mandate(*s); ok {
			out = append(out, s)
		}
	}
	return out
}

// decide closes a step in the actor's name.
func (a *attempt) decide(s *ApprovalStep, state StepState, d Decision) {
	m, _ := a.mandate(*s)
	s.State, s.DecidedBy, s.DecidedAt, s.Comment = state, a.actor.ID, a.now, d.Comment
	s.OnBehalfOf, s.UpTo, s.Hash = m.behalf, d.UpTo, a.r.CommercialHash
	s.Customer, s.Currency, s.Limit = a.c.Family.Customer, a.r.Currency, a.c.Settings.limitOf(m)
	a.c.touchSteps(a.r)
}

// limitOf returns the limit that a mandate is under: the person's own, else the
// highest of their roles, else none.
func (s Settings) limitOf(m mandate) *ApprovalLimit {
	var out *ApprovalLimit
	for n := range s.Limits {
		l := &s.Limits[n]
		switch {
		case l.Person != identity.Nil:
			if l.Person == m.person {
				return l
			}
		case slices.Contains(m.roles, l.Role) && (out == nil || l.UpTo.Cmp(out.UpTo) > 0):
			out = l
		}
	}
	return out
}
