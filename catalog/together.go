package catalog

import (
	"slices"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// CheckTogether checks drafts as if nothing else were published: each by itself,
// then the price documents with each other and with the models, and the tests of
// the procedure. It returns all mistakes. Tests of models are not run.
func CheckTogether(drafts []Draft) []fault.Issue {
	set, models, issues := together(drafts)
	if len(issues) > 0 {
		return issues
	}
	issues = set.checkAll(models)
	if len(issues) == 0 && set.set.Procedure != nil {
		issues = set.testAll(models)
	}
	return issues
}

// CompileTogether returns what prices requests in the currency with drafts of
// price documents and models, as if nothing else were published. Lines must hold
// all that pricing reads of items and configurations.
func CompileTogether(drafts []Draft, currency money.Currency) (*pricing.Pricer, error) {
	set, models, issues := together(drafts)
	if err := fault.FromIssues("invalid-prices", "the prices have mistakes", issues); err != nil {
		return nil, err
	}
	compiled, err := set.in(currency, models).compile()
	return compiled.pricer, err
}

// PricerTogether returns what the tests of a model are priced with, by drafts as
// if nothing else were published: one piece, in the currency of the first book
// by code that stands on its own. Items say what kind of item the model sells.
func PricerTogether(drafts []Draft, items []Item, m *configurator.Model, day civil.Date) (configurator.Pricer, error) {
	set, _, issues := together(drafts)
	if err := fault.FromIssues("invalid-prices", "the prices have mistakes", issues); err != nil {
		return nil, err
	}
	book := -1
	for n, b := range set.books {
		if b.Derived == nil && (book < 0 || b.Code < set.books[book].Code) {
			book = n
		}
	}
	if book < 0 {
		return nil, fault.New(fault.Invalid, "no-price-book", "none of the documents is a price book of its own")
	}
	currency := set.books[book].Currency
	read := slices.DeleteFunc([]pricing.Model{pricingModel(m)}, func(p pricing.Model) bool { return !slices.Contains(set.modelsRead(), p.Code) })
	compiled, err := set.in(currency, read).compile()
	if err != nil {
		return nil, err
	}
	sold := Item{SKU: m.Item}
	if n := slices.IndexFunc(items, func(i Item) bool { return i.SKU == m.Item }); n >= 0 {
		sold = items[n]
	}
	d := &desk{pricer: compiled.pricer, request: pricing.Request{Date: day, Currency: currency,
		Lines: []pricing.Line{{ID: "1", Model: m.Code, Item: pricingItem(sold), Quantity: money.FromInt(1)}}}}
	return d.unitNet, nil
}

// together reads drafts into one set, with those of the models that it reads.
func together(drafts []Draft) (*priceSet, []pricing.Model, []fault.Issue) {
	set := &priceSet{pins: Pins{}}
	var issues []fault.Issue
	var models []pricing.Model
	for _, d := range drafts {
		doc, err := d.read()
		if err != nil {
			issues = append(issues, issuesOf(err)...)
			continue
		}
		if m, ok := doc.(*configurator.Model); ok {
			models = append(models, pricingModel(m))
			continue
		}
		code, _ := title(doc)
		set.add(Publication{Kind: d.Kind, Code: code, Version: d.Source.Hash()}, doc)
	}
	read := set.modelsRead()
	return set, slices.DeleteFunc(models, func(m pricing.Model) bool { return !slices.Contains(read, m.Code) }), issues
}

// issuesOf returns the issues of an error, or the error as one.
func issuesOf(err error) []fault.Issue {
	if issues := fault.IssuesOf(err); len(issues) > 0 {
		return issues
	}
	return []fault.Issue{{Kind: "unusable", Message: err.Error()}}
}
