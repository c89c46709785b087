package quotes

import (
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Customer is whom quotes are for. A prospect needs only a name until a quote
// is sent to it.
type Customer struct {
	ID     identity.ID `json:"id"`
	Tenant identity.ID `json:"-"`
	Name   string      `json:"name"`
	// Prospect is true until the first acceptance.
	Prospect bool `json:"prospect"`
	// LegalName is the name documents print, Name where empty.
	LegalName          string `json:"legal_name,omitempty"`
	VATNumber          string `json:"vat_number,omitempty"`
	RegistrationNumber string `json:"registration_number,omitempty"`
	// VATStatus is the column key of tax determination: "business" (default),
	// "consumer", "exempt".
	VATStatus string `json:"vat_status,omitempty"`
	Segment   string `json:"segment,omitempty"`
	Region    string `json:"region,omitempty"`
	Channel   string `json:"channel,omitempty"`
	// Language and Currency are what new quotes start with.
	Language     string            `json:"language,omitempty"`
	Currency     money.Currency    `json:"currency,omitzero"`
	PaymentTerms string            `json:"payment_terms,omitempty"`
	Addresses    []Address         `json:"addresses,omitempty"`
	Contacts     []Contact         `json:"contacts,omitempty"`
	ExternalIDs  map[string]string `json:"external_ids,omitempty"`
	// FirstOrderAt is the time of the customer's first order; zero while new.
	FirstOrderAt time.Time `json:"first_order_at,omitzero"`
	// Version counts changes, from 1; the API's ETag.
	Version   int64     `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// consumer is the VATStatus of a customer who buys for no trade of theirs.
const consumer = "consumer"

// Address is a place to bill or to ship to.
type Address struct {
	// Code names the address within its customer: "billing", "plant-2".
	Code       string `json:"code"`
	Name       string `json:"name,omitempty"`
	Street     string `json:"street,omitempty"`
	Street2    string `json:"street2,omitempty"`
	PostalCode string `json:"postal_code,omitempty"`
	City       string `json:"city,omitempty"`
	// Country is the ISO 3166-1 alpha-2 code.
	Country string `json:"country"`
}

// Contact is a person at a customer. It is the only place that holds the
// person's data; quotes refer to it by id.
type Contact struct {
	ID    identity.ID `json:"id"`
	Name  string      `json:"name"`
	Email string      `json:"email,omitempty"`
	Phone string      `json:"phone,omitempty"`
	Role  string      `json:"role,omitempty"`
	// ErasedAt is set when the person's data has been erased.
	ErasedAt time.Time `json:"erased_at,omitzero"`
}

// Address returns the address with the code, or the first one; ok is false
// where there is none.
func (c Customer) Address(code string) (a Address, ok bool) {
	for _, a := range c.Addresses {
		if a.Code == code {
			return a, true
		}
	}
	if len(c.Addresses) > 0 {
		return c.Addresses[0], true
	}
	return Address{}, false
}

// strayAddresses are issues for codes that none of the customer's addresses has:
// goods would be taxed, and sent, as if to the first one.
func (c *Case) strayAddresses(r *Revision) []fault.Issue {
	var out []fault.Issue
	look := func(pointer, code string) {
		if a, _ := c.Customer.Address(code); code == "" || a.Code == code {
			return
		}
		codes := make([]string, len(c.Customer.Addresses))
		for n, a := range c.Customer.Addresses {
			codes[n] = a.Code
		}
		out = append(out, fault.Issue{Kind: "address-unknown", Pointer: pointer,
			Message: fmt.Sprintf("%s has no address %q", c.Customer.Name, code), Suggestion: fault.Closest(code, codes)})
	}
	look("/ship_to", r.ShipTo)
	look("/bill_to", r.BillTo)
	for n, l := range r.Lines {
		look(fmt.Sprintf("/lines/%d/site", n), l.Site)
	}
	return out
}

// Reach returns the contact with the id or, where none is named, the only one.
func (c Customer) Reach(id identity.ID) (Contact, bool) {
	if id == identity.Nil && len(c.Contacts) == 1 {
		return c.Contacts[0], true
	}
	return c.Contact(id)
}

// knows refuses a contact that the customer does not have; Nil is none.
func (c Customer) knows(contact identity.ID) error {
	if _, ok := c.Contact(contact); ok || contact == identity.Nil {
		return nil
	}
	return invalid("contact-not-found", "/contact_id", c.Name+" has no such contact")
}

// Contact returns the contact with the id.
func (c Customer) Contact(id identity.ID) (Contact, bool) {
	for _, p := range c.Contacts {
		if p.ID == id {
			return p, true
		}
	}
	return Contact{}, false
}
