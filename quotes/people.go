package quotes

import (
	"context"
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// SaveCustomer inserts a customer (Version 0) or updates the version given.
func (s *Service) SaveCustomer(ctx context.Context, actor identity.Actor, c Customer) (Customer, error) {
	if err := require(actor, identity.WriteQuotes); err != nil {
		return Customer{}, err
	}
	if err := c.check(); err != nil {
		return Customer{}, err
	}
	c.Tenant, c.UpdatedAt = actor.Tenant, s.now()
	if c.ID == identity.Nil {
		c.ID = identity.NewID()
	}
	for n := range c.Contacts {
		if c.Contacts[n].ID == identity.Nil {
			c.Contacts[n].ID = identity.NewID()
		}
	}
	return s.store.SaveCustomer(ctx, c)
}

func (c Customer) check() error {
	var issues []fault.Issue
	bad := func(pointer, format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: "invalid-customer", Pointer: pointer, Message: fmt.Sprintf(format, args...)})
	}
	if strings.TrimSpace(c.Name) == "" {
		bad("/name", "a customer needs a name")
	}
	seen := map[string]bool{}
	for n, a := range c.Addresses {
		at := fmt.Sprintf("/addresses/%d", n)
		if a.Code == "" || seen[a.Code] {
			bad(at+"/code", "every address needs a code of its own")
		}
		if len(a.Country) != 2 || strings.ToUpper(a.Country) != a.Country {
			bad(at+"/country", "%q is not an ISO 3166 code of two capitals", a.Country)
		}
		seen[a.Code] = true
	}
	for n, p := range c.Contacts {
		if strings.TrimSpace(p.Name) == "" && p.ErasedAt.IsZero() {
			bad(fmt.Sprintf("/contacts/%d/name", n), "a contact needs a name")
		}
	}
	return fault.FromIssues("invalid-customer", "the customer cannot be saved", issues)
}

// Customer returns one customer.
func (s *Service) Customer(ctx context.Context, actor identity.Actor, id identity.ID) (Customer, error) {
	if err := require(actor, identity.ReadQuotes); err != nil {
		return Customer{}, err
	}
	return s.store.Customer(ctx, actor.Tenant, id)
}

// Customers returns a page of customers in name order.
func (s *Service) Customers(ctx context.Context, actor identity.Actor, f CustomerFilter) ([]Customer, error) {
	if err := require(actor, identity.ReadQuotes); err != nil {
		return nil, err
	}
	f.Limit = pageSize(f.Limit)
	return s.store.Customers(ctx, actor.Tenant, f)
}

// Settings returns the tenant's rules for its quotes.
func (s *Service) Settings(ctx context.Context, actor identity.Actor) (Settings, error) {
	if err := require(actor, identity.ReadQuotes); err != nil {
		return Settings{}, err
	}
	return s.store.Settings(ctx, actor.Tenant)
}

// SaveSettings replaces the tenant's settings; Version must be the one read.
// Approval rules that do not compile are refused, all mistakes at once.
func (s *Service) SaveSettings(ctx context.Context, actor identity.Actor, in Settings) (Settings, error) {
	if err := require(actor, identity.Administer); err != nil {
		return Settings{}, err
	}
	compile := func(name, text string) []fault.Issue {
		_, issues := s.rules.compile(name, text)
		return issues
	}
	if err := in.check(compile); err != nil {
		return Settings{}, err
	}
	in.UpdatedAt = s.now()
	return s.store.SaveSettings(ctx, actor.Tenant, in)
}
