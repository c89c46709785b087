package mail

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
)

// Buyers is what mails need of the customers' page.
type Buyers interface {
	// Address makes a link to a sent revision for a recipient and returns its path.
	Address(ctx context.Context, tenant, revision identity.ID, email string) (path string, err error)
	// NewCode makes the code that confirms an attempt.
	NewCode(ctx context.Context, tenant, attempt identity.ID) (string, error)
	// Receipt returns the receipt of an accepted revision.
	Receipt(ctx context.Context, tenant, revision identity.ID) (quotes.Document, error)
}

// Config is what a Service needs; every field but Sender is required.
type Config struct {
	Store  Store
	Quotes *quotes.Service
	People quotes.Directory
	Buyers Buyers
	// Sender is nil where mails cannot be sent: asking for one is a Conflict
	// fault.
	Sender Sender
	Now    func() time.Time
	// PublicURL is where people reach the service, without a slash at its end.
	PublicURL string
}

// Service queues and delivers mails. It is safe for concurrent use.
type Service struct{ Config }

// NewService returns a service.
func NewService(c Config) *Service { return &Service{c} }

// Request asks for a mail to the customer.
type Request struct {
	// Kind is OfferMail or ReminderMail.
	Kind quotes.MailKind
	// To is whom it goes to; without any, the contact of the quote.
	To []Recipient
	// Language is the quote's where it is "".
	Language      string
	Subject, Text string
}

// Recipient is one address, with the name it is greeted by.
type Recipient struct{ Name, Email string }

// Ask queues a mail to the customer about a revision that the actor sees, one
// message for each recipient. The revision must have been sent, or be on its way:
// a mail of one that is being sent goes out when the send is complete.
func (s *Service) Ask(ctx context.Context, actor identity.Actor, revision identity.ID, r Request) ([]Message, error) {
	v, err := s.Quotes.Revision(ctx, actor, revision)
	if err != nil {
		return nil, err
	}
	if s.Sender == nil {
		return nil, notSetUp()
	}
	if v.Effective != quotes.Sent && (v.Effective != quotes.Approved || v.SendingSince.IsZero()) {
		return nil, fault.New(fault.Conflict, "not-sent", "only a quote that is out is sent by mail").With("state", v.Effective)
	}
	if len(r.To) == 0 {
		if c, ok := v.Customer.Reach(v.Quote.Contact); ok && c.Email != "" {
			r.To = []Recipient{{c.Name, c.Email}}
		}
	}
	if err := r.check(); err != nil {
		return nil, err
	}
	var out []Message
	for _, to := range r.To {
		m := s.message(v, r.Kind, to.Email)
		m.Content, m.Language, m.CreatedBy = Content{Name: to.Name, Subject: r.Subject, Text: r.Text}, r.Language, actor.ID
		if err := s.Store.Insert(ctx, m); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, nil
}

// Draft is what a mail to the customer would say. Before the send it has the
// quote's reference where its number will be, and stands for a link that is made
// for each recipient.
type Draft struct {
	To                      []Recipient
	Language, Subject, Text string
}

// Draft writes the mail that Ask would queue, or that it would queue once the
// revision is out; recipients are checked where there are any. Nothing is stored.
func (s *Service) Draft(ctx context.Context, actor identity.Actor, revision identity.ID, r Request) (Draft, error) {
	v, err := s.Quotes.Revision(ctx, actor, revision)
	if err != nil {
		return Draft{}, err
	}
	if s.Sender == nil {
		return Draft{}, notSetUp()
	}
	if !v.Effective.Open() && v.Effective != quotes.Sent {
		return Draft{}, fault.New(fault.Conflict, "not-sent", "only a quote that is out, or that can still be sent, is sent by mail").With("state", v.Effective)
	}
	o, err := s.Quotes.PreviewOffer(ctx, actor, revision)
	if err != nil {
		return Draft{}, err
	}
	system := identity.Actor{Tenant: actor.Tenant, Kind: identity.System}
	settings, err := s.Quotes.Settings(ctx, system)
	if err != nil {
		return Draft{}, err
	}
	owner, err := s.People.Person(ctx, actor.Tenant, v.Quote.Owner)
	if err != nil {
		return Draft{}, err
	}
	if len(r.To) > 0 {
		if err := r.check(); err != nil {
			return Draft{}, err
		}
	} else if o.Contact.Email != "" {
		r.To = []Recipient{{o.Contact.Name, o.Contact.Email}}
	}
	m := s.message(v, r.Kind, "")
	m.Content, m.Language = Content{Text: r.Text}, speaks(r.Language, o.Snapshot.Language, settings.Language)
	if len(r.To) > 0 {
		m.To, m.Name = r.To[0].Email, r.To[0].Name
	}
	f := fieldsOf(&m, o, v, owner)
	f.Link = s.PublicURL + "/b/…"
	l, err := render(r.Kind, settings.Mails[r.Kind], f, m.Language, defaultColour)
	return Draft{r.To, m.Language, cmp.Or(r.Subject, l.Subject), l.Text}, err
}

func notSetUp() error {
	return fault.New(fault.Conflict, "mail-not-set-up", "the service has no mail server: its operator sets one (--smtp-host)")
}

func (s *Service) message(v quotes.RevisionView, kind quotes.MailKind, to string) Message {
	now := s.Now()
	return Message{ID: identity.NewID(), Tenant: v.Tenant, Family: v.Family, Revision: v.ID, Kind: kind, To: to, State: Queued, CreatedAt: now, ChangedAt: now}
}

func (r Request) check() error {
	var issues []fault.Issue
	bad := func(pointer, format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: "invalid-mail", Pointer: pointer, Message: fmt.Sprintf(format, args...)})
	}
	if len(r.To) == 0 {
		bad("/to", "nobody to send to: the quote's contact has no e-mail address, so name a recipient")
	}
	for n, to := range r.To {
		if a, err := mail.ParseAddress(to.Email); err != nil || a.Address != to.Email {
			bad(fmt.Sprintf("/to/%d/email", n), "%q is no e-mail address", to.Email)
		}
	}
	if r.Kind != quotes.OfferMail && r.Kind != quotes.ReminderMail {
		bad("/kind", "%q is neither offer nor reminder", r.Kind)
	}
	if r.Language != "" && !supported(r.Language) {
		bad("/language", "mails are written in %v, not in %q", lang.Supported(), r.Language)
	}
	return fault.FromIssues("invalid-mail", "the mail cannot be sent", issues)
}

func supported(tag string) bool {
	for _, s := range lang.Supported() {
		if s == tag {
			return true
		}
	}
	return false
}

// Messages returns the mails about a quote that the actor sees, newest first.
func (s *Service) Messages(ctx context.Context, actor identity.Actor, family identity.ID) ([]Message, error) {
	if _, err := s.Quotes.Quote(ctx, actor, family); err != nil {
		return nil, err
	}
	return s.Store.Messages(ctx, actor.Tenant, family)
}

// find returns a mail of a quote that the actor sees.
func (s *Service) find(ctx context.Context, actor identity.Actor, family, id identity.ID) (Message, error) {
	if _, err := s.Quotes.Quote(ctx, actor, family); err != nil {
		return Message{}, err
	}
	m, err := s.Store.Message(ctx, actor.Tenant, id)
	if err == nil && m.Family != family {
		err = fault.New(fault.NotFound, "message-not-found", "the quote has no such mail")
	}
	return m, err
}

// Resend queues a mail again that has been refused, has bounced or is said to be
// lost; to, where given, is a better address. A code is never sent again: the
// customer asks for another.
func (s *Service) Resend(ctx context.Context, actor identity.Actor, family, id identity.ID, to string) (Message, error) {
	m, err := s.find(ctx, actor, family, id)
	if err != nil {
		return Message{}, err
	}
	if s.Sender == nil {
		return Message{}, notSetUp()
	}
	if m.State == Queued || m.Kind == quotes.CodeMail {
		return Message{}, fault.New(fault.Conflict, "not-resendable", "the mail still waits for its delivery, or carries a code").With("state", m.State)
	}
	if to != "" {
		if err := (Request{Kind: quotes.OfferMail, To: []Recipient{{Email: to}}}).check(); err != nil {
			return Message{}, err
		}
		m.To = to
	}
	m.State, m.Tries, m.Word, m.ChangedAt = Queued, 0, "", s.Now()
	return m, s.Store.Requeue(ctx, m)
}

// Bounce notes that a sent mail came back, with what the returning server said.
func (s *Service) Bounce(ctx context.Context, actor identity.Actor, family, id identity.ID, word string) (Message, error) {
	m, err := s.find(ctx, actor, family, id)
	if err != nil {
		return Message{}, err
	}
	if m.State != Sent && m.State != Bounced {
		return Message{}, fault.New(fault.Conflict, "not-sent", "only a mail that was sent can bounce").With("state", m.State)
	}
	m.State, m.Word, m.ChangedAt = Bounced, word, s.Now()
	return m, s.Store.Note(ctx, m)
}

// SendCode queues the mail with the code of an attempt.
func (s *Service) SendCode(ctx context.Context, tenant, revision, attempt identity.ID, to, language string) error {
	v, err := s.Quotes.Revision(ctx, quotes.BuyerOf(tenant, revision, ""), revision)
	if err != nil {
		return err
	}
	m := s.message(v, quotes.CodeMail, to)
	m.Tenant, m.Language, m.Attempt = tenant, language, attempt
	return s.Store.Insert(ctx, m)
}

// CodeRefused returns what the mail server said when it refused the mail with
// the code, "" when it has not.
func (s *Service) CodeRefused(ctx context.Context, tenant, attempt identity.ID) (string, error) {
	m, err := s.Store.ForAttempt(ctx, tenant, attempt)
	if err != nil || m.State != Refused && m.State != Bounced {
		return "", err
	}
	return m.Word, nil
}

// FollowUpDue queues reminders to the owners of offers that they wanted to come
// back to today, once each, and returns how many.
func (s *Service) FollowUpDue(ctx context.Context, tenant identity.ID, limit int) (int, error) {
	if s.Sender == nil {
		return 0, nil
	}
	settings, err := s.Quotes.Settings(ctx, identity.Actor{Tenant: tenant, Kind: identity.System})
	if err != nil {
		return 0, err
	}
	now := s.Now()
	day := civil.In(now, settings.Location()).String()
	due, err := s.Store.FollowUps(ctx, tenant, day, limit)
	for _, f := range due {
		m := Message{ID: identity.NewID(), Tenant: tenant, Family: f.Family, Revision: f.Revision, Kind: quotes.FollowUpMail,
			Cause: "follow-up " + f.Family.String() + " " + day, State: Queued, CreatedAt: now, ChangedAt: now}
		err = errors.Join(err, s.Store.Insert(ctx, m))
	}
	return len(due), err
}

// Deliver makes and sends a queued message and notes what came of it. A failure
// that may pass is returned, so that the job is tried again; at the last try the
// message is given up as refused. One that is no longer queued is a Conflict
// fault.
func (s *Service) Deliver(ctx context.Context, tenant, id identity.ID, last bool) error {
	m, err := s.Store.Message(ctx, tenant, id)
	if err != nil {
		return err
	}
	if m.State != Queued || s.Sender == nil {
		return fault.New(fault.Conflict, "not-queued", "the mail is %s", m.State)
	}
	m.Tries++
	m.ChangedAt = s.Now()
	letter, err := s.compose(ctx, &m)
	if err == nil {
		err = s.Sender.Send(ctx, letter)
	}
	var refused *RefusedError
	switch {
	case err == nil:
		m.State, m.Word, m.Printed, m.SentAt = Sent, "", letter.Subject, m.ChangedAt
		if m.Kind == quotes.CodeMail {
			m.Printed = "" // it holds the code
		}
	case errors.As(err, &refused):
		m.State, m.Word = Refused, refused.Word
	case errors.Is(err, errNothingToSay):
		m.State, m.Word = Dropped, err.Error()
	case last:
		m.State, m.Word = Refused, brief(err)
	default:
		m.Word = brief(err)
		return errors.Join(err, s.Store.Note(ctx, m))
	}
	return s.Store.Note(ctx, m)
}

// errNothingToSay is why a message is dropped.
var errNothingToSay = errors.New("there is nothing to say any more")

// brief is the first line of an error, short enough for a list.
func brief(err error) string {
	text, _, _ := strings.Cut(err.Error(), "\n")
	return text[:min(len(text), 300)]
}
