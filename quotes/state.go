package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
)

// State is where a revision is in its life.
type State string

// The states.
const (
	Draft           State = "draft"
	PendingApproval State = "pending_approval"
	Approved        State = "approved"
	Sent            State = "sent"
	Accepted        State = "accepted"
	Ordered         State = "ordered"
	Rejected        State = "rejected"
	Expired         State = "expired"
	Withdrawn       State = "withdrawn"
	Superseded      State = "superseded"
	Cancelled       State = "cancelled"
)

// States lists every state, in the order of a quote's life.
func States() []State {
	return []State{Draft, PendingApproval, Approved, Sent, Accepted, Ordered,
		Rejected, Expired, Withdrawn, Superseded, Cancelled}
}

// Open reports whether the revision is still being made: at most one of a
// variant is.
func (s State) Open() bool { return slices.Contains([]State{Draft, PendingApproval, Approved}, s) }

// Won reports whether the customer has said yes: at most one of a family is.
func (s State) Won() bool { return s == Accepted || s == Ordered }

// Name returns the state's name for people.
func (s State) Name() lang.Text { return stateNames[s] }

var stateNames = map[State]lang.Text{
	Draft:           lang.New("draft", "brouillon"),
	PendingApproval: lang.New("in approval", "en validation"),
	Approved:        lang.New("approved", "validé"),
	Sent:            lang.New("sent", "envoyé"),
	Accepted:        lang.New("accepted", "accepté"),
	Ordered:         lang.New("ordered", "commandé"),
	Rejected:        lang.New("declined", "refusé"),
	Expired:         lang.New("expired", "expiré"),
	Withdrawn:       lang.New("withdrawn", "retiré"),
	Superseded:      lang.New("superseded", "remplacé"),
	Cancelled:       lang.New("discarded", "abandonné"),
}

// Action is something that may be done to a revision; its value is the last
// path segment of POST /v1/revisions/{id}/{action}.
type Action string

// The actions.
const (
	Create           Action = "create"
	Edit             Action = "edit"
	Submit           Action = "submit"
	Approve          Action = "approve"
	Return           Action = "return"
	ApproveUpTo      Action = "approve_up_to"
	Ask              Action = "ask"
	Answer           Action = "answer"
	Escalate         Action = "escalate"
	Recall           Action = "recall"
	Send             Action = "send"
	View             Action = "view"
	Accept           Action = "accept"
	RecordAcceptance Action = "record_acceptance"
	Reject           Action = "reject"
	Withdraw         Action = "withdraw"
	Expire           Action = "expire"
	Revise           Action = "revise"
	PlaceOrder       Action = "order"
	CloseRemaining   Action = "close_remaining"
	CancelAcceptance Action = "cancel_acceptance"
	Discard          Action = "discard"
	Inquire          Action = "inquire"
	Reply            Action = "reply"
	Import           Action = "import"
	// Supersede is never asked for: it follows from sending or accepting
	// another revision.
	Supersede Action = "supersede"
)

// Who is a kind of person or machine that the transition table lets act.
type Who string

// The kinds. An administrator may do what any of the people may.
const (
	AnyRep     Who = "rep"        // whoever may write quotes
	Owner      Who = "owner"      // the family's owner, a manager of its team, an API key that may write quotes
	TeamMember Who = "team"       // whoever may write quotes and sees the family
	Author     Who = "author"     // who submitted it, or the owner
	StepHolder Who = "approver"   // whoever an open approval step is asked of, or their delegate
	Buyer      Who = "buyer"      // whoever holds the link
	Desk       Who = "order_desk" // whoever may place orders
	TeamLead   Who = "manager"    // a manager of the family's team
	Admins     Who = "admin"      // an administrator
	Clock      Who = "clock"      // the service itself
)
