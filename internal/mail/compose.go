package mail

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// defaultColour is that of a mail by a seller without one.
const defaultColour = "#1f4e5f"

// compose makes the letter of a message from what is true now, and fills in whom
// it goes to.
func (s *Service) compose(ctx context.Context, m *Message) (Letter, error) {
	buyer := quotes.BuyerOf(m.Tenant, m.Revision, "")
	system := identity.Actor{Tenant: m.Tenant, Kind: identity.System}
	v, err := s.Quotes.Revision(ctx, system, m.Revision)
	if err != nil {
		return Letter{}, err
	}
	if err := sayable(m.Kind, v); err != nil {
		return Letter{}, err
	}
	o, err := s.Quotes.Offer(ctx, buyer, m.Revision, nil)
	if err != nil {
		return Letter{}, err
	}
	settings, err := s.Quotes.Settings(ctx, system)
	if err != nil {
		return Letter{}, err
	}
	owner, err := s.People.Person(ctx, m.Tenant, v.Quote.Owner)
	if err != nil {
		return Letter{}, err
	}
	if err := s.address(ctx, m, o, owner, settings.Language); err != nil {
		return Letter{}, err
	}
	m.Content = m.numbered(v.Quote)
	f := fieldsOf(m, o, v, owner)
	if err := s.link(ctx, m, &f); err != nil {
		return Letter{}, err
	}
	l, err := render(m.Kind, settings.Mails[m.Kind], f, m.Language, cmp.Or(o.Snapshot.Seller.Colour, defaultColour))
	if err != nil {
		return Letter{}, &RefusedError{"the template: " + err.Error()}
	}
	l.ID, l.To, l.At, l.FromName, l.Subject = m.ID, m.To, m.ChangedAt, o.Snapshot.Seller.Name, cmp.Or(m.Subject, l.Subject)
	l.Automatic = m.Kind != quotes.OfferMail && m.Kind != quotes.ReminderMail && m.Kind != quotes.AnswerMail
	if m.Kind.ToCustomer() {
		l.ReplyTo = cmp.Or(owner.Email, o.Snapshot.Seller.Email)
	} else {
		l.FromName = "Quotient"
	}
	l.Files, err = s.files(ctx, m, o)
	return l, err
}

// numbered names the quote by its number where the words were written before it
// had one.
func (c Content) numbered(q quotes.Family) Content {
	if q.Number != "" && q.Reference != "" {
		c.Subject, c.Text = strings.ReplaceAll(c.Subject, q.Reference, q.Number), strings.ReplaceAll(c.Text, q.Reference, q.Number)
	}
	return c
}

// sayable reports whether the message still makes sense: an offer goes out while
// it can be accepted, and not before it has been sent.
func sayable(kind quotes.MailKind, v quotes.RevisionView) error {
	if v.Effective == quotes.Approved && !v.SendingSince.IsZero() {
		return fault.New(fault.Unavailable, "being-sent", "the quote is still being sent")
	}
	open := kind == quotes.OfferMail || kind == quotes.ReminderMail || kind == quotes.CodeMail || kind == quotes.FollowUpMail
	if open && v.Effective != quotes.Sent || v.SentAt.IsZero() {
		return fmt.Errorf("%w: the quote is %s", errNothingToSay, v.Effective)
	}
	return nil
}

// address fills in to whom and in which language a message goes.
func (s *Service) address(ctx context.Context, m *Message, o quotes.Offer, owner quotes.Person, home string) error {
	if !m.Kind.ToCustomer() {
		m.To, m.Language = cmp.Or(m.To, owner.Email), cmp.Or(m.Language, speaks(owner.Language, home))
	} else {
		m.Language = cmp.Or(m.Language, speaks(o.Snapshot.Language, home))
		if m.To == "" && o.Acceptance != nil {
			m.To = o.Acceptance.Email
		}
		if m.To == "" {
			latest, err := s.Store.Latest(ctx, m.Tenant, m.Revision, quotes.OfferMail)
			if err != nil && fault.CodeOf(err) != fault.NotFound {
				return err
			}
			m.To, m.Name = latest.To, cmp.Or(m.Name, latest.Name)
		}
		m.To = cmp.Or(m.To, o.Contact.Email)
	}
	if m.To == "" {
		return fmt.Errorf("%w: no e-mail address is known", errNothingToSay)
	}
	return nil
}

// speaks returns the first of the languages in which there are mails.
func speaks(tags ...string) string {
	for _, t := range tags {
		if t = lang.Primary(t); supported(t) {
			return t
		}
	}
	return lang.Default
}

// fieldsOf is what the template can name, but for link and code.
func fieldsOf(m *Message, o quotes.Offer, v quotes.RevisionView, owner quotes.Person) quotes.MailFields {
	snap := o.Snapshot
	total := o.Totals.OneOff
	for _, t := range []quotes.PeriodTotal{o.Totals.Month, o.Totals.Year} {
		if total.Net.IsZero() {
			total = t
		}
	}
	amount := func(d money.Decimal) string { return money.Format(money.Of(d, snap.Currency), m.Language) }
	f := quotes.MailFields{Number: snap.Number + "-" + snap.Label, Title: snap.Title, Seller: snap.Seller.Name, Customer: snap.Customer.Name,
		Name: m.Name, Rep: cmp.Or(snap.Rep.Name, owner.Name), RepEmail: cmp.Or(snap.Rep.Email, owner.Email), RepPhone: cmp.Or(snap.Rep.Phone, owner.Phone),
		Net: amount(total.Net), Gross: amount(total.Gross), ValidUntil: snap.ValidUntil.Words(m.Language), Message: m.Text}
	if m.Kind.ToCustomer() && f.Name == "" && m.To == o.Contact.Email {
		f.Name = o.Contact.Name
	}
	if a := o.Acceptance; a != nil {
		f.Signer, f.When = a.Signer, momentIn(o.DecidedAt, o.Zone, m.Language)
	}
	for _, r := range o.Talk {
		if r.Buyer == (m.Kind == quotes.QuestionMail) && (m.Kind == quotes.QuestionMail || m.Kind == quotes.AnswerMail) && !r.At.After(m.CreatedAt.Add(time.Millisecond)) { // the store keeps microseconds
			f.Message, f.Signer = r.Text, r.Name
		}
	}
	if m.Kind == quotes.DeclinedMail {
		f.Message = v.ReasonText
		for _, r := range o.LossReasons {
			if r.Code == v.Reason {
				f.Message = r.Label.In(m.Language) + ". " + v.ReasonText
			}
		}
	}
	return f
}

// link gives the mail its link, or its code.
func (s *Service) link(ctx context.Context, m *Message, f *quotes.MailFields) error {
	var err error
	switch m.Kind {
	case quotes.CodeMail:
		f.Code, err = s.Buyers.NewCode(ctx, m.Tenant, m.Attempt)
		if fault.CodeOf(err) == fault.NotFound {
			return fmt.Errorf("%w: the acceptance was given up", errNothingToSay)
		}
	case quotes.OfferMail, quotes.ReminderMail, quotes.AnswerMail:
		var path string
		path, err = s.Buyers.Address(ctx, m.Tenant, m.Revision, m.To)
		f.Link = s.PublicURL + path
	case quotes.ReceiptMail:
	default:
		f.Link = s.PublicURL + "/quotes/" + m.Family.String()
	}
	return err
}

// files are the PDFs that go with the mail.
func (s *Service) files(ctx context.Context, m *Message, o quotes.Offer) ([]File, error) {
	var out []File
	name := o.Snapshot.Number + "-" + o.Snapshot.Label
	if m.Kind == quotes.ReceiptMail || m.Kind == quotes.AcceptedMail {
		d, err := s.Buyers.Receipt(ctx, m.Tenant, m.Revision)
		if err != nil {
			return nil, err
		}
		out = append(out, File{name + "-receipt.pdf", d.Bytes})
	}
	if m.Kind == quotes.OfferMail || m.Kind == quotes.ReceiptMail {
		d, err := s.Quotes.Document(ctx, quotes.BuyerOf(m.Tenant, m.Revision, ""), m.Revision)
		if err != nil {
			return nil, err
		}
		out = append(out, File{name + ".pdf", d.Bytes})
	}
	return out, nil
}

func momentIn(t time.Time, zone *time.Location, language string) string {
	day, local := civil.In(t, zone).Words(language), t.In(zone).Format("15:04")
	if language == "fr" {
		return day + " à " + local
	}
	return day + ", " + local
}
