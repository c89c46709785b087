package buyer

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// receiptTime is how long after an acceptance its links still show the receipt.
const receiptTime = 365 * 24 * time.Hour

// viewAgain is how long after one visit another is a new view of the offer.
const viewAgain = 30 * time.Minute

// tokenLength is that of a token in characters: 256 bits in base64url.
const tokenLength = 43

// Mailer sends what the buyer must get by mail.
type Mailer interface {
	// SendCode asks to send a code for the attempt, which is made when the mail
	// is (Service.NewCode).
	SendCode(ctx context.Context, tenant, revision, attempt identity.ID, to, language string) error
	// CodeRefused returns what the mail server said when it refused the code's
	// mail, "" when it has not.
	CodeRefused(ctx context.Context, tenant, attempt identity.ID) (string, error)
}

// Receipts makes the document that proves an acceptance.
type Receipts interface {
	Receipt(ctx context.Context, o quotes.Offer) ([]byte, error)
}

// Config is what a Service needs; fields without a remark are required.
type Config struct {
	Store  Store
	Quotes *quotes.Service
	// Mailer is nil where no mails can be sent: no code is asked for.
	Mailer   Mailer
	Receipts Receipts
	Now      func() time.Time
}

// Service makes, finds and revokes links, and takes the buyers' answers. It is
// safe for concurrent use.
type Service struct{ Config }

// asksCodes reports whether an acceptance is confirmed with a code.
func (s *Service) asksCodes() bool { return s.Mailer != nil }

// NewService returns a service.
func NewService(c Config) *Service { return &Service{c} }

func hashToken(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// NewLink makes a link to a sent revision and returns it with the path of its
// address, which is told this once. The actor must see the revision.
func (s *Service) NewLink(ctx context.Context, actor identity.Actor, revision identity.ID, email string) (Link, string, error) {
	r, err := s.Quotes.Revision(ctx, actor, revision)
	if err != nil {
		return Link{}, "", err
	}
	if r.SentAt.IsZero() || r.Imported {
		return Link{}, "", fault.New(fault.Conflict, "not-sent", "a link leads to a quote that has been sent").With("state", r.Effective)
	}
	raw := make([]byte, 32)
	rand.Read(raw)
	token := base64.RawURLEncoding.EncodeToString(raw)
	l := Link{ID: identity.NewID(), Tenant: actor.Tenant, Revision: revision, Email: email, CreatedBy: actor.ID, CreatedAt: s.Now()}
	if err := s.Store.InsertLink(ctx, l, hashToken(token)); err != nil {
		return Link{}, "", err
	}
	return l, "/b/" + token, nil
}

// Address makes a link for the recipient of a mail and returns its path.
func (s *Service) Address(ctx context.Context, tenant, revision identity.ID, email string) (string, error) {
	_, path, err := s.NewLink(ctx, identity.Actor{Tenant: tenant, Kind: identity.System}, revision, email)
	return path, err
}

// Links returns the links to a revision that the actor sees, newest first.
func (s *Service) Links(ctx context.Context, actor identity.Actor, revision identity.ID) ([]Link, error) {
	if _, err := s.Quotes.Revision(ctx, actor, revision); err != nil {
		return nil, err
	}
	return s.Store.Links(ctx, actor.Tenant, revision)
}

// Revoke ends a link at once.
func (s *Service) Revoke(ctx context.Context, actor identity.Actor, revision, link identity.ID) error {
	if _, err := s.Quotes.Revision(ctx, actor, revision); err != nil {
		return err
	}
	return s.Store.RevokeLink(ctx, actor.Tenant, revision, link, s.Now())
}

// visit is a buyer at an offer, by a link.
type visit struct {
	link  Link
	actor identity.Actor
	offer quotes.Offer
	// choice says why the choice asked for was not taken, nil where it was.
	choice error
}

// noOffer is the one answer to every token that opens nothing.
func noOffer() error { return fault.New(fault.NotFound, "no-offer", "the link leads to no offer") }

// open finds what a token opens, with the lines chosen (nil for the proposed).
func (s *Service) open(ctx context.Context, token string, chosen []identity.ID) (visit, error) {
	if len(token) != tokenLength {
		return visit{}, noOffer()
	}
	tenant, id, err := s.Store.FindLink(ctx, hashToken(token))
	if fault.CodeOf(err) == fault.NotFound {
		return visit{}, noOffer()
	}
	if err != nil {
		return visit{}, err
	}
	v := visit{}
	if v.link, err = s.Store.Link(ctx, tenant, id); err != nil {
		return visit{}, err
	}
	v.actor = quotes.BuyerOf(tenant, v.link.Revision, "")
	v.offer, err = s.Quotes.Offer(ctx, v.actor, v.link.Revision, chosen)
	if err != nil {
		return visit{}, err
	}
	if !v.link.RevokedAt.IsZero() || !opens(v.offer, s.Now()) {
		return visit{}, noOffer()
	}
	return v, nil
}

// opens reports whether links to the offer still work.
func opens(o quotes.Offer, now time.Time) bool {
	if o.State.Won() {
		return now.Before(o.DecidedAt.Add(receiptTime))
	}
	return now.Before(o.ExpiresAt)
}

// viewed records that the offer has been opened, once per visit.
func (s *Service) viewed(ctx context.Context, v visit) error {
	now := s.Now()
	isNew, err := s.Store.LinkViewed(ctx, v.link.Tenant, v.link.ID, now, now.Add(-viewAgain))
	if err != nil || !isNew || v.offer.State != quotes.Sent {
		return err
	}
	_, err = s.Quotes.Viewed(ctx, v.actor, v.link.Revision)
	if fault.CodeOf(err) == fault.Conflict {
		return nil // it has just been decided
	}
	return err
}
