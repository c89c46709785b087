package catalog

import (
	"context"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Draft is something to publish.
type Draft struct {
	Kind Kind
	// Code, where given, must be the code that the document itself states.
	Code string
	// Entry is the file to start from; it may be empty when there is only one.
	Entry  string
	Source Source
}

// Publish checks a draft and makes it the current version of its code. With
// any mistake, or a failing test of a model, it returns an Invalid fault with
// all of them, and nothing changes. Publishing the same content again changes
// nothing and returns the version there is.
func (s *Service) Publish(ctx context.Context, actor identity.Actor, d Draft) (Publication, error) {
	if err := require(actor, writePermission(d.Kind)); err != nil {
		return Publication{}, err
	}
	p, err := s.check(ctx, actor, d)
	if err != nil {
		return Publication{}, err
	}
	p.PublishedAt, p.PublishedBy = s.now(), actor.Name
	known, err := s.store.Publication(ctx, actor.Tenant, p.Kind, p.Code, p.Version)
	if err == nil && known.WithdrawnAt != nil {
		return Publication{}, withdrawn(known, "")
	}
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return Publication{}, err
	}
	out, err := s.store.Publish(ctx, p)
	out.Warnings = p.Warnings
	return out, err
}

// Check is Publish without publishing: the same checks, nothing stored.
func (s *Service) Check(ctx context.Context, actor identity.Actor, d Draft) (Publication, error) {
	if err := require(actor, writePermission(d.Kind)); err != nil {
		return Publication{}, err
	}
	return s.check(ctx, actor, d)
}

func (s *Service) check(ctx context.Context, actor identity.Actor, d Draft) (Publication, error) {
	if !slices.Contains(Kinds(), d.Kind) {
		return Publication{}, fault.New(fault.Invalid, "unknown-kind", "%q is not something to publish", d.Kind)
	}
	if err := d.Source.check(); err != nil {
		return Publication{}, err
	}
	doc, err := d.read()
	if err != nil {
		return Publication{}, err
	}
	if d, doc, err = s.withCustomers(ctx, actor.Tenant, d, doc); err != nil {
		return Publication{}, err
	}
	entry, _ := d.entry() // read has found it
	code, label := title(doc)
	if label == nil {
		label = lang.Text{}
	}
	if d.Code != "" && d.Code != code {
		return Publication{}, fault.New(fault.Invalid, "other-code", "the file says its code is %q, not %q", code, d.Code)
	}
	p := Publication{Tenant: actor.Tenant, Kind: d.Kind, Code: code, Label: label, Entry: entry, Version: d.Source.Hash(), Source: d.Source}
	if book, ok := doc.(*pricing.Book); ok {
		p.Warnings = book.Gaps()
	}
	if m, ok := doc.(*configurator.Model); ok {
		p.Version = m.Version
		if err := s.testModel(ctx, actor, m); err != nil {
			return p, err
		}
	}
	return p, s.trial(p).checkPrices(ctx, p)
}

// read loads the document, with all its mistakes at once.
func (d Draft) read() (any, error) {
	entry, err := d.entry()
	if err != nil {
		return nil, err
	}
	return read(d.Kind, d.Source, entry)
}

// entry returns the file to start from.
func (d Draft) entry() (string, error) {
	if d.Entry != "" {
		if _, ok := d.Source[d.Entry]; !ok {
			return "", fault.New(fault.Invalid, "no-entry-file", "there is no file %q among those sent", d.Entry)
		}
		return d.Entry, nil
	}
	if len(d.Source) != 1 {
		return "", fault.New(fault.Invalid, "no-entry-file", "with %d files, entry must name the one to start from", len(d.Source))
	}
	for name := range d.Source {
		return name, nil
	}
	return "", nil
}

// read loads a document of any kind, with all its mistakes at once.
func read(kind Kind, source Source, entry string) (any, error) {
	fsys, err := source.FS()
	if err != nil {
		return nil, err
	}
	switch kind {
	case ModelKind:
		return configurator.Load(fsys, entry)
	case BookKind:
		return pricing.LoadBook(fsys, entry)
	case ProcedureKind:
		return pricing.LoadProcedure(fsys, entry)
	case TaxKind:
		return pricing.LoadTaxes(fsys, entry)
	case RatesKind:
		return pricing.LoadRates(fsys, entry)
	case ContractKind:
		return pricing.LoadContract(fsys, entry)
	default:
		return pricing.LoadPromotion(fsys, entry)
	}
}

// title returns the code and the name that a document states.
func title(doc any) (string, lang.Text) {
	switch d := doc.(type) {
	case *configurator.Model:
		return d.Code, d.Label
	case *pricing.Book:
		return d.Code, d.Name
	case *pricing.Procedure:
		return d.Code, d.Name
	case *pricing.TaxTable:
		return d.Code, nil
	case *pricing.Contract:
		return d.Code, d.Name
	case *pricing.Promotion:
		return d.Code, d.Name
	default: // exchange rates belong to the company
		return "rates", lang.New("Exchange rates", "Taux de change")
	}
}

// testModel compiles the model for today and runs its tests. Tests that expect
// a price are given that of the current price documents in the currency of the
// first book by code, for one piece delivered at home.
func (s *Service) testModel(ctx context.Context, actor identity.Actor, m *configurator.Model) error {
	today := civil.Of(s.now())
	engine, err := configurator.Compile(m, today)
	if err != nil {
		return err
	}
	report, err := engine.RunTests(ctx, s.testPricer(actor.Tenant, m, today))
	if err != nil {
		return err
	}
	var issues []fault.Issue
	for _, r := range report.Results {
		for _, failure := range r.Failures {
			failure.Kind = "test-failed"
			failure.Message = fmt.Sprintf("test %q: %s", r.Name, failure.Message)
			issues = append(issues, failure)
		}
	}
	return fault.FromIssues("tests-failed", fmt.Sprintf("tests of model %s fail; it was not published", m.Code), issues)
}

// testPricer prices selections of a model that is not yet published.
func (s *Service) testPricer(tenant identity.ID, m *configurator.Model, day civil.Date) configurator.Pricer {
	return func(ctx context.Context, selection configurator.Selection) (money.Decimal, error) {
		currency, err := s.firstCurrency(ctx, tenant)
		if err != nil {
			return money.Decimal{}, err
		}
		q := Question{Model: m.Code, Day: day, Price: &PriceContext{Currency: currency}}
		desk, err := s.desk(ctx, identity.Actor{Tenant: tenant}, q, m)
		if err != nil {
			return money.Decimal{}, err
		}
		return desk.unitNet(ctx, selection)
	}
}

// firstCurrency is that of the first current price book that stands on its own.
func (s *Service) firstCurrency(ctx context.Context, tenant identity.ID) (money.Currency, error) {
	heads, err := s.priceHeads(ctx, tenant, nil)
	if err != nil {
		return money.Currency{}, err
	}
	for _, h := range heads {
		if h.Kind != BookKind {
			continue
		}
		doc, err := s.document(ctx, tenant, h)
		if err != nil {
			return money.Currency{}, err
		}
		if book := doc.(*pricing.Book); book.Derived == nil {
			return book.Currency, nil
		}
	}
	return money.Currency{}, fault.New(fault.Conflict, "no-price-book", "no price book is published: a test cannot expect a price")
}

// checkPrices compiles all current price documents, of which p is to be one or
// whose formulas are to read the model p, for every currency that a book is
// published in; then it runs the tests of a procedure. s is a trial of p.
func (s *Service) checkPrices(ctx context.Context, p Publication) error {
	heads, err := s.priceHeads(ctx, p.Tenant, nil)
	if err != nil {
		return err
	}
	for _, h := range heads {
		if h.Kind == p.Kind && h.Code != p.Code && p.Kind.singular() {
			return fault.New(fault.Conflict, "one-only", "%s %q is published already: publish a new version of it, or withdraw it", p.Kind, h.Code)
		}
	}
	set, err := s.priceSet(ctx, p.Tenant, money.Currency{}, heads)
	if err != nil {
		return err
	}
	models, err := s.currentModels(ctx, p.Tenant, set.modelsRead())
	if err != nil {
		return err
	}
	issues := set.checkAll(models)
	if len(issues) == 0 && p.Kind == ProcedureKind {
		issues = set.testAll(models)
	}
	return fault.FromIssues("invalid-prices", "the prices have mistakes; nothing was published", issues)
}

// currentModels loads those of the models that are published.
func (s *Service) currentModels(ctx context.Context, tenant identity.ID, codes []string) ([]pricing.Model, error) {
	var out []pricing.Model
	for _, code := range codes {
		head, err := s.store.Heads(ctx, tenant, []Ref{{Kind: ModelKind, Code: code}})
		if fault.CodeOf(err) == fault.NotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		m, err := s.loaded(ctx, tenant, head[0])
		if err != nil {
			return nil, err
		}
		out = append(out, pricingModel(m))
	}
	return out, nil
}

// checkAll compiles the set for the currency of every book.
func (p *priceSet) checkAll(models []pricing.Model) []fault.Issue {
	var issues []fault.Issue
	seen := map[string]string{}
	for _, b := range p.books {
		code := b.Currency.Code()
		if other, twice := seen[code]; twice {
			issues = append(issues, fault.Issue{Kind: "second-book", Message: fmt.Sprintf(
				"books %q and %q both price in %s: quotes could not tell which to take", other, b.Code, code)})
		}
		seen[code] = b.Code
		_, err := p.in(b.Currency, models).compile()
		for _, issue := range fault.IssuesOf(err) {
			if !slices.Contains(issues, issue) {
				issues = append(issues, issue)
			}
		}
	}
	return issues
}

// testAll runs each test of the procedure with the prices of the currency it is
// in; tests in a currency that no book has fail.
func (p *priceSet) testAll(models []pricing.Model) []fault.Issue {
	tests := p.set.Procedure.Tests
	var issues []fault.Issue
	for _, currency := range currenciesOf(tests) {
		one := p.in(currency, models)
		only := *p.set.Procedure
		only.Tests = slices.DeleteFunc(slices.Clone(tests), func(t pricing.Test) bool { return t.Given.Currency != currency })
		one.set.Procedure = &only
		set, err := one.compile()
		if err != nil {
			issues = append(issues, fault.Issue{Kind: "failed-test", Position: only.Tests[0].Expect.Position,
				Message: fmt.Sprintf("test %q: %v", only.Tests[0].Name, err)})
			continue
		}
		issues = append(issues, set.pricer.Test()...)
	}
	return issues
}

func currenciesOf(tests []pricing.Test) []money.Currency {
	var out []money.Currency
	for _, t := range tests {
		if !slices.Contains(out, t.Given.Currency) {
			out = append(out, t.Given.Currency)
		}
	}
	return out
}
