package catalog

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/pricing"
)

// named is a customer as a document names it, and where.
type named struct {
	name     string
	position fault.Position
}

// Number is a number that an authority has given to customers, and what stands
// before it where a document names a customer: "vat:FR32123456782".
type Number string

// The numbers.
const (
	VATNumber          Number = "vat"
	RegistrationNumber Number = "registration"
)

// customersNamed returns the ids of the customers that have the name, and what
// the name is, for a message.
func (s *Service) customersNamed(ctx context.Context, tenant identity.ID, name string) ([]identity.ID, string, error) {
	system, id, _ := strings.Cut(name, ":")
	switch number := Number(system); number {
	case VATNumber, RegistrationNumber:
		found, err := s.store.CustomersByNumber(ctx, tenant, number, id)
		return found, fmt.Sprintf("the %s number %q", map[Number]string{VATNumber: "VAT", RegistrationNumber: "registration"}[number], id), err
	}
	found, err := s.store.CustomersByExternalID(ctx, tenant, system, id)
	return found, fmt.Sprintf("the id %q in the system %q", id, system), err
}

// customersIn returns the customers that a document names by what another system
// calls them, "erp:4711", or by a number of theirs.
func customersIn(doc any) []named {
	var out []named
	add := func(name string, at fault.Position) {
		if strings.Contains(name, ":") {
			out = append(out, named{name, at})
		}
	}
	switch d := doc.(type) {
	case *pricing.Contract:
		add(d.Customer, d.Position)
	case *pricing.Book:
		for _, e := range d.Entries {
			add(e.Customer, e.Position)
		}
		for _, c := range d.Contracts {
			add(c.Customer, c.Position)
		}
	}
	return out
}

// withCustomers returns the draft with the ids of the customers that it names by
// what another system or an authority calls them, so that a version stays about the same
// customers whatever they are called later; doc is what it reads as. Names that
// nobody has, or several have, are mistakes.
func (s *Service) withCustomers(ctx context.Context, tenant identity.ID, d Draft, doc any) (Draft, any, error) {
	ids := map[string]string{}
	var issues []fault.Issue
	for _, c := range customersIn(doc) {
		if ids[c.name] != "" {
			continue
		}
		found, what, err := s.customersNamed(ctx, tenant, c.name)
		if err != nil {
			return d, doc, err
		}
		if len(found) == 1 {
			ids[c.name] = found[0].String()
			continue
		}
		issues = append(issues, fault.Issue{Kind: "unknown-customer", Position: c.position, Message: fmt.Sprintf(
			"%d customers have %s; exactly one must: give it to the customer, or name the customer by its id here", len(found), what)})
	}
	if err := fault.FromIssues("unknown-customer", "the document names customers that are not known", issues); err != nil || len(ids) == 0 {
		return d, doc, err
	}
	d.Source = maps.Clone(d.Source)
	for _, name := range slices.Sorted(maps.Keys(ids)) {
		whole := regexp.MustCompile(`(^|[\s"',;{\[])` + regexp.QuoteMeta(name) + `($|[\s"',;}\]])`)
		for file, text := range d.Source {
			// Twice, for two names may share the character between them.
			for range 2 {
				text = whole.ReplaceAllString(text, "${1}"+ids[name]+"${2}")
			}
			d.Source[file] = text
		}
	}
	doc, err := d.read()
	return d, doc, err
}
