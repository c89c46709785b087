package quotes

import (
	"cmp"
	"context"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Create makes a family with variant A and its first draft, priced.
func (s *Service) Create(ctx context.Context, actor identity.Actor, in NewQuote) (RevisionView, error) {
	if err := require(actor, identity.WriteQuotes); err != nil {
		return RevisionView{}, err
	}
	if err := in.check(); err != nil {
		return RevisionView{}, err
	}
	by := s.by(actor)
	at := At{Customer: in.Customer}
	c, err := s.store.Load(ctx, actor.Tenant, at, Want{})
	if err != nil {
		return RevisionView{}, err
	}
	if in.Prospect != "" {
		c.Customer = prospect(by, in.Prospect)
	}
	family, draft := c.newFamily(by, in)
	changes := Changes{Header: &in.Header, Add: in.Lines}
	if err := ofNew(changes.apply(draft), c.Customer.knows(in.Contact)); err != nil {
		return RevisionView{}, err
	}
	c.Family = family
	if err := s.price(ctx, c, draft); err != nil {
		return RevisionView{}, err
	}
	var added *Customer
	if in.Prospect != "" {
		added = &c.Customer
	}
	return s.insert(ctx, by, at, added, family, draft, Event{Type: EventCreated, To: Draft})
}

func (in NewQuote) check() error {
	var issues []fault.Issue
	in.Prospect = strings.TrimSpace(in.Prospect)
	switch {
	case in.Customer == identity.Nil && in.Prospect == "":
		issues = append(issues, fault.Issue{Kind: "customer-missing", Pointer: "/customer_id", Message: "a quote needs a customer or a prospect's name"})
	case in.Customer != identity.Nil && in.Prospect != "":
		issues = append(issues, fault.Issue{Kind: "customer-twice", Pointer: "/prospect", Message: "give a customer or a prospect's name, not both"})
	}
	return fault.FromIssues("invalid-quote", "the quote cannot be created", issues)
}

// prospect is a customer of whom only the name is known.
func prospect(by stamp, name string) Customer {
	return Customer{ID: identity.NewID(), Tenant: by.actor.Tenant, Name: strings.TrimSpace(name), Prospect: true,
		Version: 1, UpdatedAt: by.now}
}

// newFamily returns a family with its first, empty draft. It changes nothing
// of c.
func (c *Case) newFamily(by stamp, in NewQuote) (Family, *Revision) {
	id := identity.NewID()
	variant := Variant{ID: identity.NewID(), Letter: "A", Main: true}
	f := Family{
		ID: id, Tenant: by.actor.Tenant, Reference: draftReference(id), Title: in.Title,
		Customer: c.Customer.ID, Contact: in.Contact,
		Owner: in.Owner, Team: in.Team, Opportunity: in.Opportunity, ExternalIDs: maps.Clone(in.ExternalIDs),
		Variants: []Variant{variant}, CreatedAt: by.now, UpdatedAt: by.now, Version: 1,
	}
	if f.Owner == identity.Nil {
		f.Owner = by.actor.ID
	}
	if f.Team == identity.Nil {
		f.Team = by.actor.Team
	}
	if f.RequestedAt.IsZero() {
		f.RequestedAt = by.now
	}
	return f, c.newDraft(by, f, variant, 1)
}

// newDraft returns an empty draft with the customer's and tenant's defaults.
func (c *Case) newDraft(by stamp, f Family, v Variant, number int) *Revision {
	language := cmp.Or(c.Customer.Language, c.Settings.Language)
	r := &Revision{
		ID: identity.NewID(), Tenant: f.Tenant, Family: f.ID, Variant: v.ID, Letter: v.Letter, Number: number,
		State: Draft, Version: 1,
		Content: Content{
			AsOf: civil.In(by.now, c.Zone()), Currency: c.Customer.Currency, Language: language,
			ValidityDays: c.Settings.ValidityDays, Schedule: c.Settings.Schedule,
			PaymentTerms: cmp.Or(c.Customer.PaymentTerms, c.Settings.PaymentTerms.In(language)),
			Lines:        []Line{},
		},
		Stamps: Stamps{CreatedAt: by.now, CreatedBy: by.actor.ID, UpdatedAt: by.now, LastEditor: by.actor.ID},
	}
	if r.Currency.IsZero() {
		r.Currency = c.Settings.BaseCurrency
	}
	return r
}

// draftReference is a short name made from the random end of the id, for
// people to say before there is a number.
func draftReference(id identity.ID) string {
	return "D-" + strings.ToUpper(hex.EncodeToString(id[11:]))
}

// ofNew is all that is wrong with a new quote: mistakes in added lines stand in
// its lines.
func ofNew(content, family error) error {
	issues := slices.Concat(fault.IssuesOf(content), fault.IssuesOf(family))
	if len(issues) == 0 {
		return content
	}
	for n := range issues {
		if rest, ok := strings.CutPrefix(issues[n].Pointer, "/add/"); ok {
			issues[n].Pointer = "/lines/" + rest
		}
	}
	return fault.FromIssues("invalid-quote", "the quote has mistakes; it was not created", issues)
}
