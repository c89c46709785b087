package buyer

import (
	"context"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Link opens one sent revision to whoever holds its token.
type Link struct {
	ID       identity.ID `json:"id"`
	Tenant   identity.ID `json:"-"`
	Revision identity.ID `json:"revision_id"`
	// Email is whom the link was sent to, "" for one that was copied.
	Email string `json:"email,omitempty"`
	// CreatedBy is Nil for a link that a mail made.
	CreatedBy identity.ID `json:"created_by,omitzero"`
	CreatedAt time.Time   `json:"created_at"`
	// ViewedAt is when it was opened last.
	ViewedAt  time.Time `json:"viewed_at,omitzero"`
	RevokedAt time.Time `json:"revoked_at,omitzero"`
}

// Attempt is an acceptance that waits for its confirmation.
type Attempt struct {
	ID     identity.ID `json:"-"`
	Tenant identity.ID `json:"-"`
	Link   identity.ID `json:"-"`

	Entry
	// Consent is the sentence agreed to, and Language that of the page.
	Consent  string `json:"consent"`
	Language string `json:"language"`

	// CodeHash is the salted digest of the code, nil until one has been sent; it
	// is good until CodeUntil and while Tries is below maxTries.
	CodeHash  []byte    `json:"-"`
	CodeUntil time.Time `json:"-"`
	Tries     int       `json:"-"`
	CreatedAt time.Time `json:"-"`
}

// Entry is what a buyer enters to accept.
type Entry struct {
	Name     string        `json:"name"`
	Email    string        `json:"email"`
	PONumber string        `json:"po_number,omitempty"`
	Reason   string        `json:"purchase_reason,omitempty"`
	Chosen   []identity.ID `json:"chosen,omitempty"`
}

// Store keeps links, attempts and receipts. FindLink works across tenants and
// returns ids only; all others work inside the tenant given, where what is not
// there is a NotFound fault. Implementations are safe for concurrent use.
type Store interface {
	FindLink(ctx context.Context, tokenHash []byte) (tenant, link identity.ID, err error)
	Link(ctx context.Context, tenant, id identity.ID) (Link, error)
	InsertLink(ctx context.Context, l Link, tokenHash []byte) error
	// Links returns those of a revision, newest first.
	Links(ctx context.Context, tenant, revision identity.ID) ([]Link, error)
	// RevokeLink ends one link of the revision; a second time changes nothing.
	RevokeLink(ctx context.Context, tenant, revision, id identity.ID, at time.Time) error
	// LinkViewed notes that a link has been opened at a time, unless it has been
	// since the other one; it reports whether it did.
	LinkViewed(ctx context.Context, tenant, id identity.ID, at, since time.Time) (bool, error)

	InsertAttempt(ctx context.Context, a Attempt) error
	Attempt(ctx context.Context, tenant, id identity.ID) (Attempt, error)
	// AttemptsSince counts those of a link.
	AttemptsSince(ctx context.Context, tenant, link identity.ID, since time.Time) (int, error)
	// SetCode gives an attempt a code in place of any before.
	SetCode(ctx context.Context, tenant, id identity.ID, hash []byte, until time.Time) error
	// CountTry counts one guess and returns the attempt with it. Guesses made at
	// once count one by one.
	CountTry(ctx context.Context, tenant, id identity.ID) (Attempt, error)
	// PurgeAttempts removes those made before the time.
	PurgeAttempts(ctx context.Context, tenant identity.ID, before time.Time) (int, error)

	// Receipt returns the stored receipt of an accepted revision.
	Receipt(ctx context.Context, tenant, revision identity.ID) (quotes.Document, error)
	// SaveReceipt stores it and returns the one that was stored first.
	SaveReceipt(ctx context.Context, tenant identity.ID, d quotes.Document) (quotes.Document, error)
}
