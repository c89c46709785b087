package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
)

// Transition is one row of the table of what may be done.
type Transition struct {
	// From are the states it starts in; none means that there is no revision yet.
	From   []State `json:"from"`
	Action Action  `json:"action"`
	// To are the states it can lead to.
	To []State `json:"to"`
	// Who may do it: any one of them.
	Who []Who `json:"who"`
	// Guards must all hold.
	Guards []Guard `json:"guards,omitempty"`
	// Label is the action's name for people.
	Label lang.Text `json:"label"`
	// Implied transitions follow from others and are never asked for.
	Implied bool `json:"implied,omitempty"`
}

// Guard is a condition of a transition, by the kind of problem that names its
// violation.
type Guard struct {
	Kind string    `json:"kind"`
	Text lang.Text `json:"text"`
	// check returns why it does not hold, or nil.
	check func(*attempt) error
}

// Transitions returns the whole table. Allowed actions, documentation and every
// write follow from it; nothing else decides what is legal.
func Transitions() []Transition { return slices.Clone(transitions) }

// transitions is never changed.
var transitions = []Transition{
	{nil, Create, []State{Draft}, []Who{AnyRep}, nil, lang.New("Create", "Créer"), false},
	{nil, Import, States(), []Who{Admins}, nil, lang.New("Import", "Importer"), false},

	{[]State{Draft}, Edit, []State{Draft}, []Who{Owner, TeamMember}, nil, lang.New("Edit", "Modifier"), false},
	{[]State{Approved}, Edit, []State{Draft, Approved}, []Who{Owner}, []Guard{notSending}, lang.New("Edit", "Modifier"), false},
	{[]State{Draft}, Submit, []State{PendingApproval, Approved}, []Who{Owner}, []Guard{hasLines, contentClean, notTemplate}, lang.New("Submit", "Soumettre"), false},
	{[]State{PendingApproval}, Approve, []State{PendingApproval, Approved}, []Who{StepHolder}, []Guard{notOwnWork, withinLimit}, lang.New("Approve", "Valider"), false},
	{[]State{PendingApproval}, Return, []State{Draft}, []Who{StepHolder}, []Guard{hasReason}, lang.New("Return", "Renvoyer"), false},
	{[]State{PendingApproval}, ApproveUpTo, []State{Draft}, []Who{StepHolder}, []Guard{notOwnWork, withinLimit, ceilingsFit}, lang.New("Approve up to", "Valider jusqu'à"), false},
	{[]State{PendingApproval}, Ask, []State{PendingApproval}, []Who{StepHolder}, []Guard{hasReason}, lang.New("Ask", "Demander"), false},
	{[]State{PendingApproval}, Answer, []State{PendingApproval}, []Who{Author}, []Guard{hasReason}, lang.New("Answer", "Répondre"), false},
	{[]State{PendingApproval}, Escalate, []State{PendingApproval}, []Who{Clock}, nil, lang.New("Escalate", "Escalader"), true},
	{[]State{PendingApproval}, Recall, []State{Draft}, []Who{Author}, nil, lang.New("Recall", "Reprendre"), false},

	{[]State{Approved}, Send, []State{Sent}, []Who{Owner}, []Guard{hashApproved, validityAhead, legallyComplete, notTemplate, nothingWon}, lang.New("Send", "Envoyer"), false},
	{[]State{Sent}, View, []State{Sent}, []Who{Buyer}, nil, lang.New("View", "Consulter"), false},
	{[]State{Sent}, Inquire, []State{Sent}, []Who{Buyer}, []Guard{hasReason}, lang.New("Ask a question", "Poser une question"), false},
	{[]State{Sent, Accepted, Ordered}, Reply, []State{Sent, Accepted, Ordered}, []Who{TeamMember}, []Guard{hasReason, hasQuestion}, lang.New("Answer the customer", "Répondre au client"), false},
	{[]State{Sent}, Accept, []State{Accepted, Ordered}, []Who{Buyer}, []Guard{knownPurchaseReason, choiceFits, nothingWon}, lang.New("Accept", "Accepter"), false},
	{[]State{Sent, Expired}, RecordAcceptance, []State{Accepted, Ordered}, []Who{TeamMember, Desk}, []Guard{hasEvidence, receivedBetween, knownPurchaseReason, lateAllowed, choiceFits, nothingWon}, lang.New("Record acceptance", "Enregistrer l'acceptation"), false},
	{[]State{Sent, Expired}, Reject, []State{Rejected}, []Who{Buyer, TeamMember}, []Guard{knownLossReason}, lang.New("Record refusal", "Enregistrer le refus"), false},
	{[]State{Sent}, Withdraw, []State{Withdrawn}, []Who{Owner}, []Guard{hasReason}, lang.New("Withdraw", "Retirer"), false},
	{[]State{Sent}, Expire, []State{Expired}, []Who{Clock}, []Guard{pastValidity}, lang.New("Expire", "Expirer"), false},
	{[]State{Sent, Expired, Rejected, Withdrawn}, Revise, []State{Draft}, []Who{Owner}, []Guard{knownRevisionReason, noOpenDraft, nothingWon}, lang.New("Revise", "Réviser"), false},

	{[]State{Accepted, Ordered}, PlaceOrder, []State{Ordered}, []Who{Desk}, []Guard{somethingRemains}, lang.New("Order", "Commander"), false},
	{[]State{Accepted, Ordered}, CloseRemaining, []State{Ordered}, []Who{Desk}, []Guard{hasReason, somethingRemains, hasOrder}, lang.New("Close what remains", "Solder le reliquat"), false},
	{[]State{Accepted}, CancelAcceptance, []State{Withdrawn}, []Who{TeamLead}, []Guard{hasReason, noOrder}, lang.New("Cancel acceptance", "Annuler l'acceptation"), false},
	{[]State{Draft, PendingApproval, Approved}, Discard, []State{Cancelled}, []Who{Owner}, nil, lang.New("Discard", "Abandonner"), false},

	{[]State{Sent, Expired, Rejected, Withdrawn}, Supersede, []State{Superseded}, []Who{Clock}, nil, lang.New("Supersede", "Remplacer"), true},
}

// find returns the row for an action in a state.
func find(action Action, state State) (Transition, bool) {
	for _, t := range transitions {
		if t.Action == action && slices.Contains(t.From, state) {
			return t, true
		}
	}
	return Transition{}, false
}

// startsFrom lists every state an action starts in.
func startsFrom(action Action) []State {
	var out []State
	for _, t := range transitions {
		if t.Action == action {
			out = append(out, t.From...)
		}
	}
	return out
}
