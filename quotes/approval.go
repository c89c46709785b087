package quotes

import (
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// ApprovalRule asks for one or more sign-offs when its condition holds, or
// when the condition reads a value that is not known.
type ApprovalRule struct {
	// Code is the rule's stable name.
	Code string `json:"code"`
	// When is the condition in the rule language over ApprovalVariables.
	When string `json:"when"`
	// Message says why, to people.
	Message lang.Text `json:"message"`
	// Steps are asked for in the order of their Stage; equal stages in parallel.
	Steps []ApprovalAsk `json:"steps"`
}

// ApprovalAsk is one sign-off a rule asks for: of a role or of a person.
type ApprovalAsk struct {
	Stage  int           `json:"stage"`
	Role   identity.Role `json:"role,omitempty"`
	Person identity.ID   `json:"person,omitzero"`
	// EscalateHours is when it is shown as overdue to the manager; 0 is never.
	EscalateHours int `json:"escalate_hours,omitempty"`
}

// StepState is where an approval step is.
type StepState string

// The states of a step.
const (
	StepOpen     StepState = "open"
	StepApproved StepState = "approved"
	StepReturned StepState = "returned"
	// StepCarried is an approval that still stands after an edit.
	StepCarried StepState = "carried"
)

// ApprovalStep is one sign-off asked for on one revision.
type ApprovalStep struct {
	ID      identity.ID   `json:"id"`
	Rule    string        `json:"rule"`
	Stage   int           `json:"stage"`
	Role    identity.Role `json:"role,omitempty"`
	Person  identity.ID   `json:"person,omitzero"`
	Message lang.Text     `json:"message"`
	// Values are what the rule read: variable name to exact value.
	Values map[string]string `json:"values,omitempty"`
	// ReadsCost marks a step whose values are not shown without see_cost.
	ReadsCost bool      `json:"reads_cost,omitempty"`
	State     StepState `json:"state"`
	// Hash is the commercial hash the decision is bound to.
	Hash      string      `json:"hash,omitempty"`
	AskedAt   time.Time   `json:"asked_at"`
	DueAt     time.Time   `json:"due_at,omitzero"`
	DecidedBy identity.ID `json:"decided_by,omitzero"`
	DecidedAt time.Time   `json:"decided_at,omitzero"`
	Comment   string      `json:"comment,omitempty"`
}

// ApprovalLimit is up to which total one person or role may approve.
type ApprovalLimit struct {
	Role   identity.Role `json:"role,omitempty"`
	Person identity.ID   `json:"person,omitzero"`
	// UpTo is the largest TCV in Currency.
	UpTo     money.Decimal  `json:"up_to"`
	Currency money.Currency `json:"currency"`
}
