package quotes

import (
	"context"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// PersonalData is everything stored about one contact of a customer.
type PersonalData struct {
	Customer identity.ID `json:"customer_id"`
	Contact  Contact     `json:"contact"`
	// Quotes are those whose contact the person is, which they accepted, or of
	// which mails or links went to their address.
	Quotes []PersonalQuote `json:"quotes"`
}

// PersonalQuote is what one quote holds of a person.
type PersonalQuote struct {
	ID     identity.ID `json:"id"`
	Number string      `json:"number"`
	// Acceptances are the evidence the person gave; Entries the personal fields
	// of the audit chain, by sequence number.
	Acceptances []Acceptance                `json:"acceptances,omitempty"`
	Entries     map[int64]map[string]string `json:"entries,omitempty"`
	// Documents are the revisions whose stored document and snapshot name the
	// person. They are commercial documents that have been sent, are kept as long
	// as the law says and never altered.
	Documents []identity.ID `json:"documents,omitempty"`
	// Receipts are the accepted revisions whose stored receipt names the person.
	Receipts []identity.ID `json:"receipts,omitempty"`
	// Mails and Links are those that went to the person's address.
	Mails []PersonalMail `json:"mails,omitempty"`
	Links []PersonalLink `json:"links,omitempty"`
}

// PersonalMail is a mail to the person.
type PersonalMail struct {
	Kind MailKind `json:"kind"`
	To   string   `json:"to"`
	Name string   `json:"name,omitempty"`
	// Subject is as it was sent, Text what somebody added to the template.
	Subject   string    `json:"subject,omitempty"`
	Text      string    `json:"text,omitempty"`
	CreatedAt time.Time `json:"created_at"`
}

// PersonalLink is a link to the customers' page that went to the person.
type PersonalLink struct {
	ID        identity.ID `json:"id"`
	Email     string      `json:"email"`
	CreatedAt time.Time   `json:"created_at"`
	ViewedAt  time.Time   `json:"viewed_at,omitzero"`
}

// ExportPerson returns everything stored about a contact.
func (s *Service) ExportPerson(ctx context.Context, actor identity.Actor, customer, contact identity.ID) (PersonalData, error) {
	if err := require(actor, identity.Administer); err != nil {
		return PersonalData{}, err
	}
	c, err := s.store.Customer(ctx, actor.Tenant, customer)
	if err != nil {
		return PersonalData{}, err
	}
	person, ok := c.Contact(contact)
	if !ok {
		return PersonalData{}, fault.New(fault.NotFound, "contact-not-found", "the customer has no such contact")
	}
	out := PersonalData{Customer: customer, Contact: person}
	out.Quotes, err = s.store.PersonalQuotes(ctx, actor.Tenant, customer, person)
	for _, q := range out.Quotes {
		for n := range q.Acceptances {
			q.Acceptances[n].Totals, q.Acceptances[n].Families = nil, nil // figures, not the person's
		}
	}
	return out, err
}

// ErasePerson removes a contact's name, address and numbers, and what the
// acceptances, receipts, audit chains, mails and links of their quotes hold of
// them. The chains stay valid: they never hashed it. A receipt that is asked for
// later is made from what is left. Documents that have been sent are kept.
func (s *Service) ErasePerson(ctx context.Context, actor identity.Actor, customer, contact identity.ID) error {
	if err := require(actor, identity.Administer); err != nil {
		return err
	}
	return s.store.Together(ctx, actor.Tenant, func(ctx context.Context, store Store) error {
		c, err := store.Customer(ctx, actor.Tenant, customer)
		if err != nil {
			return err
		}
		n := slices.IndexFunc(c.Contacts, func(p Contact) bool { return p.ID == contact })
		if n < 0 {
			return fault.New(fault.NotFound, "contact-not-found", "the customer has no such contact")
		}
		person := c.Contacts[n]
		c.Contacts[n], c.UpdatedAt = Contact{ID: contact, ErasedAt: s.now()}, s.now()
		if _, err := store.SaveCustomer(ctx, c); err != nil {
			return err
		}
		return store.ErasePersonal(ctx, actor.Tenant, customer, person)
	})
}
