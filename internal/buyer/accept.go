package buyer

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"math/big"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// The limits of an acceptance.
const (
	codeTime     = 15 * time.Minute
	maxTries     = 5
	attemptTime  = time.Hour // how long an attempt can be confirmed
	maxAttempts  = 10        // of one link within attemptTime
	attemptsKept = 24 * time.Hour
	maxField     = 200
	maxText      = 4000
)

// mistakes are the names of fields with the word for what is wrong with each.
type mistakes map[string]string

// check returns what is wrong with what the buyer entered.
func (e Entry) check(o quotes.Offer, withCode bool) mistakes {
	wrong := mistakes{}
	if n := utf8.RuneCountInString(e.Name); n < 2 || n > maxField {
		wrong["name"] = "name wrong"
	}
	if (withCode || e.Email != "") && !isAddress(e.Email) {
		wrong["email"] = "email wrong"
	}
	if utf8.RuneCountInString(e.PONumber) > 100 {
		wrong["po_number"] = "too long"
	}
	if e.Reason != "" && !known(o.PurchaseReasons, e.Reason) {
		wrong["reason"] = "reason wrong"
	}
	return wrong
}

func isAddress(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && len(s) <= maxField && strings.Contains(s[strings.LastIndexByte(s, '@')+1:], ".")
}

func known(list []quotes.Reason, code string) bool {
	for _, r := range list {
		if r.Code == code {
			return true
		}
	}
	return false
}

// begin keeps what the buyer entered until it is confirmed, and has a code sent
// where mails can be sent. Too many in an hour are a RateLimited fault.
func (s *Service) begin(ctx context.Context, v visit, e Entry, consent, language string) (Attempt, error) {
	now := s.Now()
	n, err := s.Store.AttemptsSince(ctx, v.link.Tenant, v.link.ID, now.Add(-attemptTime))
	if err != nil {
		return Attempt{}, err
	}
	if n >= maxAttempts {
		return Attempt{}, fault.New(fault.RateLimited, "too-many-attempts", "too many acceptances have been begun with this link; try again in an hour")
	}
	a := Attempt{ID: identity.NewID(), Tenant: v.link.Tenant, Link: v.link.ID, Entry: e, Consent: consent, Language: language, CreatedAt: now}
	if err := s.Store.InsertAttempt(ctx, a); err != nil || !s.asksCodes() {
		return a, err
	}
	return a, s.Mailer.SendCode(ctx, a.Tenant, v.link.Revision, a.ID, e.Email, language)
}

// NewCode makes a code for an attempt, in place of any before, and returns it.
// It is called when the mail that carries it is made.
func (s *Service) NewCode(ctx context.Context, tenant, attempt identity.ID) (string, error) {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		return "", err
	}
	code := fmt.Sprintf("%06d", n)
	return code, s.Store.SetCode(ctx, tenant, attempt, hashCode(attempt, code), s.Now().Add(codeTime))
}

// hashCode digests a code with its attempt's id. Six digits are soon guessed by
// who has the digest: it protects for the minutes that the code lives.
func hashCode(attempt identity.ID, code string) []byte {
	sum := sha256.Sum256([]byte(attempt.String() + code))
	return sum[:]
}

// attempt returns an attempt of the visit's link that can still be confirmed.
func (s *Service) attempt(ctx context.Context, v visit, id identity.ID) (Attempt, error) {
	a, err := s.Store.Attempt(ctx, v.link.Tenant, id)
	if err != nil {
		return Attempt{}, err
	}
	if a.Link != v.link.ID || s.Now().After(a.CreatedAt.Add(attemptTime)) {
		return Attempt{}, fault.New(fault.NotFound, "attempt-not-found", "there is no such acceptance to confirm")
	}
	return a, nil
}

// confirm makes an attempt the acceptance of the offer. Where a code was asked
// for a wrong, expired or worn-out one is an Invalid fault of kind "code-wrong",
// "code-expired" or "code-used-up".
func (s *Service) confirm(ctx context.Context, v visit, a Attempt, code, address, agent string) error {
	email := ""
	if s.asksCodes() {
		if err := s.checkCode(ctx, a, code); err != nil {
			return err
		}
		email = a.Email
	}
	_, err := s.Quotes.Accept(ctx, quotes.BuyerOf(a.Tenant, v.link.Revision, a.Name), quotes.Target{Revision: v.link.Revision},
		quotes.AcceptanceInput{Signer: a.Name, Email: email, PONumber: a.PONumber, Consent: a.Consent, PurchaseReason: a.Reason,
			Chosen: a.Chosen, Address: address, Agent: cut(agent, 300)})
	return err
}

func (s *Service) checkCode(ctx context.Context, a Attempt, code string) error {
	a, err := s.Store.CountTry(ctx, a.Tenant, a.ID)
	if err != nil {
		return err
	}
	code = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, code)
	switch {
	case a.Tries > maxTries:
		return fault.New(fault.Invalid, "code-used-up", "the code has been guessed too often")
	case a.CodeHash == nil || s.Now().After(a.CodeUntil):
		return fault.New(fault.Invalid, "code-expired", "the code is no longer good")
	case subtle.ConstantTimeCompare(a.CodeHash, hashCode(a.ID, code)) != 1:
		return fault.New(fault.Invalid, "code-wrong", "the code is wrong")
	}
	return nil
}

// cut shortens a text to at most n bytes of whole characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Purge removes attempts that can no longer be confirmed.
func (s *Service) Purge(ctx context.Context, tenant identity.ID) (int, error) {
	return s.Store.PurgeAttempts(ctx, tenant, s.Now().Add(-attemptsKept))
}

// Receipt returns the receipt of an accepted revision, made at the first call
// and the same ever after.
func (s *Service) Receipt(ctx context.Context, tenant, revision identity.ID) (quotes.Document, error) {
	d, err := s.Store.Receipt(ctx, tenant, revision)
	if fault.CodeOf(err) != fault.NotFound {
		return d, err
	}
	o, err := s.Quotes.Offer(ctx, quotes.BuyerOf(tenant, revision, ""), revision, nil)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return quotes.Document{}, err
	}
	if o.Acceptance == nil {
		return quotes.Document{}, fault.New(fault.Conflict, "not-accepted", "the offer has not been accepted")
	}
	bytes, err := s.Receipts.Receipt(ctx, o)
	if err != nil {
		return quotes.Document{}, err
	}
	sum := sha256.Sum256(bytes)
	return s.Store.SaveReceipt(ctx, tenant, quotes.Document{Revision: revision, Bytes: bytes, SHA256: fmt.Sprintf("%x", sum), StoredAt: s.Now()})
}

// ask records a question of the buyer, at most maxAttempts of one link in
// attemptTime.
func (s *Service) ask(ctx context.Context, v visit, name, text string) error {
	since := s.Now().Add(-attemptTime)
	asked := 0
	for _, r := range v.offer.Talk {
		if r.Buyer && r.At.After(since) {
			asked++
		}
	}
	if asked >= maxAttempts {
		return fault.New(fault.RateLimited, "too-many-questions", "too many questions within an hour")
	}
	_, err := s.Quotes.Inquire(ctx, quotes.BuyerOf(v.link.Tenant, v.link.Revision, name), quotes.Target{Revision: v.link.Revision}, text)
	return err
}

func kindOf(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Kind
	}
	return ""
}
