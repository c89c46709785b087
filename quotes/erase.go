package quotes

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// PersonalData is everything stored about one contact of a customer.
type PersonalData struct {
	Customer identity.ID `json:"customer_id"`
	Contact  Contact     `json:"contact"`
	// Quotes are the quotes whose contact the person is.
	Quotes []PersonalQuote `json:"quotes"`
}

// PersonalQuote is what one quote holds of its contact.
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
	out.Quotes, err = s.store.PersonalQuotes(ctx, actor.Tenant, customer, contact)
	for _, q := range out.Quotes {
		for n := range q.Acceptances {
			q.Acceptances[n].Totals, q.Acceptances[n].Families = nil, nil // figures, not the person's
		}
	}
	return out, err
}

// ErasePerson removes a contact's name, address and numbers, and what the
// acceptances and audit chains of their quotes hold of them. The chains stay
// valid: they never hashed it. Documents that have been sent are kept.
func (s *Service) ErasePerson(ctx context.Context, actor identity.Actor, customer, contact identity.ID) error {
	if err := require(actor, identity.Administer); err != nil {
		return err
	}
	return s.store.Together(ctx, actor.Tenant, func(ctx context.Context, store Store) error {
		c, err := store.Customer(ctx, actor.Tenant, customer)
		if err != nil {
			return err
		}
		found := false
		for n, p := range c.Contacts {
			if p.ID == contact {
				c.Contacts[n], found = Contact{ID: contact, ErasedAt: s.now()}, true
			}
		}
		if !found {
			return fault.New(fault.NotFound, "contact-not-found", "the customer has no such contact")
		}
		c.UpdatedAt = s.now()
		if _, err := store.SaveCustomer(ctx, c); err != nil {
			return err
		}
		return store.ErasePersonal(ctx, actor.Tenant, customer, contact)
	})
}
