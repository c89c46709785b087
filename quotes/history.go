package quotes

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Finding is something that breaks an invariant of the stored quotes.
type Finding struct {
	// Check is the invariant's name, in kebab-case.
	Check string `json:"check"`
	// Subject is what breaks it: a number or an id.
	Subject string `json:"subject"`
	Message string `json:"message"`
}

// History is one family as its audit chain tells it, with what the family and
// its revisions say now.
type History struct {
	Family  identity.ID
	Entries []Entry
	Length  int64
	Head    [32]byte
	// States are the present states of the family's revisions.
	States map[identity.ID]State
}

// Verify checks the chain of hashes, that every change of state is one of the
// transition table's, and that the last one is the present state.
func (h History) Verify() []Finding {
	var out []Finding
	add := func(check, format string, args ...any) {
		out = append(out, Finding{check, h.Family.String(), fmt.Sprintf(format, args...)})
	}
	if err := VerifyChain(h.Entries, h.Length, h.Head); err != nil {
		add("audit-chain", "%v", err)
	}
	at := map[identity.ID]State{}
	for _, entry := range h.Entries {
		e := entry.Event
		if e.Revision == identity.Nil {
			continue
		}
		if !isChange(e) {
			continue
		}
		if before := at[e.Revision]; before != e.From {
			add("state-history", "entry %d takes revision %s from %q, but it was %q", e.Seq, e.Revision, e.From, before)
		}
		if !legal(e) {
			add("state-history", "entry %d: %s may not lead from %q to %q", e.Seq, e.Type, e.From, e.To)
		}
		at[e.Revision] = e.To
	}
	for id, state := range h.States {
		if at[id] != state {
			add("state-history", "revision %s is %q, its history ends in %q", id, state, at[id])
		}
	}
	return out
}

func isChange(e Event) bool { return e.From != "" || e.To != "" }

// actionsOf are the actions that each type of event can be the record of.
var actionsOf = map[EventType][]Action{
	EventCreated: {Create}, EventImported: {Import}, EventVariantAdded: {Create}, EventRevised: {Create},
	EventEdited: {Edit}, EventSubmitted: {Submit},
	EventApprovedUpTo: {ApproveUpTo}, EventAsked: {Ask}, EventAnswered: {Answer}, EventEscalated: {Escalate},
	EventStepApproved: {Approve}, EventApproved: {Approve}, EventReturned: {Return}, EventRecalled: {Recall},
	EventSent: {Send}, EventViewed: {View}, EventInquired: {Inquire}, EventReplied: {Reply}, EventAccepted: {Accept, RecordAcceptance}, EventRejected: {Reject},
	EventWithdrawn: {Withdraw}, EventExpired: {Expire}, EventSuperseded: {Supersede},
	EventOrdered: {PlaceOrder}, EventRemainingClosed: {CloseRemaining},
	EventAcceptanceCancelled: {CancelAcceptance}, EventDiscarded: {Discard},
}

// staying are the events that change no state.
var staying = []EventType{EventApprovalCarried, EventSending, EventSendAbandoned, EventOrderCancelled, EventOrderCompleted, EventOrderUpdated}

// legal reports whether the transition table has the event's change of state.
func legal(e Event) bool {
	if slices.Contains(staying, e.Type) || e.Imported && e.Type != EventImported && e.From != "" && e.From == e.To {
		return e.From == e.To
	}
	return slices.ContainsFunc(transitions, func(t Transition) bool {
		from := e.From == "" && t.From == nil || slices.Contains(t.From, e.From)
		return from && slices.Contains(actionsOf[e.Type], t.Action) && slices.Contains(t.To, e.To)
	})
}
