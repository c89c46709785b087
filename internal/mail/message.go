package mail

import (
	"context"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// State is what has become of a message.
type State string

// The states.
const (
	Queued  State = "queued"  // waits for its first or next try
	Sent    State = "sent"    // the mail server has taken it
	Refused State = "refused" // the mail server has said no, or never answered
	Bounced State = "bounced" // it came back later
	Dropped State = "dropped" // nothing to say any more: the offer was not sent, or has ended
)

// Message is one mail about a quote.
type Message struct {
	ID       identity.ID     `json:"id"`
	Tenant   identity.ID     `json:"-"`
	Family   identity.ID     `json:"quote_id"`
	Revision identity.ID     `json:"revision_id"`
	Kind     quotes.MailKind `json:"kind"`
	// To is the address; "" until it is known, at the delivery.
	To       string `json:"to,omitempty"`
	Language string `json:"language,omitempty"`
	Content
	// Cause is the event or the day that brought the message, "" where a person
	// asked for it: the same cause brings one.
	Cause string `json:"-"`
	State State  `json:"state"`
	Tries int    `json:"tries"`
	// Word is what the mail server said last.
	Word string `json:"word,omitempty"`
	// Printed is the subject as it was sent.
	Printed   string      `json:"subject,omitempty"`
	CreatedBy identity.ID `json:"created_by,omitzero"`
	CreatedAt time.Time   `json:"created_at"`
	ChangedAt time.Time   `json:"changed_at"`
	SentAt    time.Time   `json:"sent_at,omitzero"`
}

// Content is what the cause of a message adds to its template.
type Content struct {
	// Name is whom it addresses, Subject replaces the template's, and Text is what
	// the rep or the customer wrote.
	Name    string `json:"name,omitempty"`
	Subject string `json:"own_subject,omitempty"`
	Text    string `json:"text,omitempty"`
	// Attempt is the acceptance that a code confirms.
	Attempt identity.ID `json:"attempt_id,omitzero"`
}

// Store keeps messages. Every method works inside the tenant given. Insert and
// Requeue enqueue the delivery in their transaction. Implementations are safe for
// concurrent use.
type Store interface {
	// Insert stores a message; one with a cause that has brought one already is
	// left out.
	Insert(ctx context.Context, m Message) error
	// Message returns one; an unknown id is a NotFound fault.
	Message(ctx context.Context, tenant, id identity.ID) (Message, error)
	// Messages returns those of a family, newest first.
	Messages(ctx context.Context, tenant, family identity.ID) ([]Message, error)
	// Latest returns the newest message of the kind about a revision.
	Latest(ctx context.Context, tenant, revision identity.ID, kind quotes.MailKind) (Message, error)
	// ForAttempt returns the newest message with the code of an attempt.
	ForAttempt(ctx context.Context, tenant, attempt identity.ID) (Message, error)
	// Note stores what has become of a message.
	Note(ctx context.Context, m Message) error
	// Requeue stores the message as queued and enqueues its delivery.
	Requeue(ctx context.Context, m Message) error
	// FollowUps returns up to limit families that are to be followed up on the day
	// and whose offer is out, with that revision, those not reminded of that day.
	FollowUps(ctx context.Context, tenant identity.ID, day string, limit int) ([]FollowUp, error)
}

// FollowUp is an offer that its owner wanted to come back to.
type FollowUp struct{ Family, Revision identity.ID }

// Due returns the messages that an event brings. Only what a buyer does, and the
// answer to a question, is told by mail.
func Due(e quotes.Event) []Message {
	var kinds []quotes.MailKind
	buyer := e.ActorKind == quotes.BuyerKind
	switch {
	case e.Type == quotes.EventAccepted && buyer:
		kinds = []quotes.MailKind{quotes.ReceiptMail, quotes.AcceptedMail}
	case e.Type == quotes.EventRejected && buyer:
		kinds = []quotes.MailKind{quotes.DeclinedMail}
	case e.Type == quotes.EventInquired:
		kinds = []quotes.MailKind{quotes.QuestionMail}
	case e.Type == quotes.EventReplied:
		kinds = []quotes.MailKind{quotes.AnswerMail}
	}
	var out []Message
	for _, k := range kinds {
		out = append(out, Message{ID: identity.NewID(), Tenant: e.Tenant, Family: e.Family, Revision: e.Revision, Kind: k,
			Cause: e.ID.String(), State: Queued, CreatedAt: e.RecordedAt, ChangedAt: e.RecordedAt})
	}
	return out
}
