package catalog

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Pins name the versions something was priced with, by "kind/code". Without
// any, the current versions are taken; with some, exactly those.
type Pins map[string]string

// refs returns the pins of all kinds but models, in order.
func (p Pins) refs() []Ref {
	var out []Ref
	for _, key := range slices.Sorted(maps.Keys(p)) {
		if ref := ParseKey(key); ref.Kind != ModelKind {
			ref.Version = p[key]
			out = append(out, ref)
		}
	}
	return out
}

func (p Pins) clone() Pins { return maps.Clone(p) }

// Key is the ref's name in Pins, "kind/code".
func (r Ref) Key() string { return string(r.Kind) + "/" + r.Code }

// ParseKey is the inverse of Key; the version is left empty.
func ParseKey(key string) Ref {
	kind, code, _ := strings.Cut(key, "/")
	return Ref{Kind: Kind(kind), Code: code}
}

// prices is a compiled set of price documents with the pins that name it.
type prices struct {
	pricer *pricing.Pricer
	pins   Pins
	offers []offer
}

// prices returns what quotes in the currency are priced with: the pinned
// versions, or without pins the current ones. models are those that lines are
// configured with; formulas and steps read the attributes of these.
func (s *Service) prices(ctx context.Context, tenant identity.ID, currency money.Currency, pins Pins, models ...*configurator.Model) (prices, error) {
	heads, err := s.priceHeads(ctx, tenant, pins)
	if err != nil {
		return prices{}, err
	}
	key := make([]string, 0, len(heads)+1)
	for _, h := range heads {
		key = append(key, h.Ref().Key()+"@"+h.Version)
	}
	reads, err := s.reads.get(strings.Join(key, " "), func() ([]string, error) {
		set, err := s.priceSet(ctx, tenant, currency, heads)
		return set.modelsRead(), err
	})
	if err != nil {
		return prices{}, err
	}
	models = slices.DeleteFunc(slices.Clone(models), func(m *configurator.Model) bool { return !slices.Contains(reads, m.Code) })
	slices.SortFunc(models, func(a, b *configurator.Model) int { return strings.Compare(a.Version, b.Version) })
	models = slices.CompactFunc(models, func(a, b *configurator.Model) bool { return a.Version == b.Version })
	for _, m := range models {
		key = append(key, m.Version)
	}
	return s.priced.get(currency.Code()+" "+strings.Join(key, " "), func() (prices, error) {
		set, err := s.priceSet(ctx, tenant, currency, heads)
		if err != nil {
			return prices{}, err
		}
		return set.compileFor(models)
	})
}

// priceSet loads the documents that the heads name.
func (s *Service) priceSet(ctx context.Context, tenant identity.ID, currency money.Currency, heads []Publication) (*priceSet, error) {
	set := &priceSet{currency: currency, pins: Pins{}}
	for _, h := range heads {
		doc, err := s.document(ctx, tenant, h)
		if err != nil {
			return set, err
		}
		set.add(h, doc)
	}
	return set, nil
}

// priceHeads returns the versions to price with, in a stable order.
func (s *Service) priceHeads(ctx context.Context, tenant identity.ID, pins Pins) ([]Publication, error) {
	if refs := pins.refs(); len(refs) > 0 {
		return s.store.Heads(ctx, tenant, refs)
	}
	heads, err := s.store.Current(ctx, tenant)
	return slices.DeleteFunc(heads, func(p Publication) bool { return p.Kind == ModelKind }), err
}

// document returns the parsed content of a published price document.
func (s *Service) document(ctx context.Context, tenant identity.ID, head Publication) (any, error) {
	return s.documents.get(head.Version, func() (any, error) {
		p, err := s.store.Publication(ctx, tenant, head.Kind, head.Code, head.Version)
		if err != nil {
			return nil, err
		}
		return parse(p)
	})
}

// parse reads a stored price document. It was checked when it was published,
// so a failure here is ours.
func parse(p Publication) (any, error) {
	doc, err := read(p.Kind, p.Source, p.Entry)
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "stored-document-unreadable", "version %d of %s %s no longer loads", p.Number, p.Kind, p.Code)
	}
	return doc, nil
}

// priceSet gathers the documents that price one currency.
type priceSet struct {
	currency money.Currency
	set      pricing.Set
	books    []*pricing.Book
	pins     Pins
}

// add takes a document. Documents are shared by all who price with that
// version, so what is stamped is a copy.
func (p *priceSet) add(head Publication, doc any) {
	p.pins[head.Ref().Key()] = head.Version
	switch d := doc.(type) {
	case *pricing.Book:
		book := *d
		book.Version = head.Version
		p.books = append(p.books, &book)
	case *pricing.Procedure:
		procedure := *d
		procedure.Version = head.Version
		p.set.Procedure = &procedure
	case *pricing.TaxTable:
		table := *d
		table.Version = head.Version
		p.set.Taxes = &table
	case *pricing.Rates:
		rates := *d
		rates.Version = head.Version
		p.set.Rates = &rates
	case *pricing.Contract:
		contract := *d
		contract.Version = head.Version
		p.set.Contracts = append(p.set.Contracts, contract)
	case *pricing.Promotion:
		promotion := *d
		promotion.Version = head.Version
		p.set.Promotions = append(p.set.Promotions, promotion)
	}
}

// modelsRead lists the models whose attributes formulas and steps read.
func (p *priceSet) modelsRead() []string {
	all := p.set
	all.Parents = p.books
	return all.ModelsRead()
}

// compileFor compiles the set for lines of the models. Prices that pins hold
// together with a model they no longer fit are left without it: its lines then
// have the issue, and the others a price.
func (p *priceSet) compileFor(models []*configurator.Model) (prices, error) {
	all := make([]pricing.Model, len(models))
	for n, m := range models {
		all[n] = pricingModel(m)
	}
	out, err := p.in(p.currency, all).compile()
	if fault.CodeOf(err) != fault.Invalid || len(models) == 0 {
		return out, err
	}
	return p.in(p.currency, slices.DeleteFunc(all, func(m pricing.Model) bool {
		_, err := p.in(p.currency, []pricing.Model{m}).compile()
		return err != nil
	})).compile()
}

// in returns a copy of the set for a currency and models.
func (p *priceSet) in(currency money.Currency, models []pricing.Model) *priceSet {
	one := *p
	one.currency, one.pins, one.set.Models = currency, p.pins.clone(), models
	return &one
}

// pricingModel converts a model to what pricing reads of it.
func pricingModel(m *configurator.Model) pricing.Model {
	return pricing.Model{Code: m.Code, Version: m.Version, Names: m.Names()}
}

// compile chooses the currency's book and compiles the set.
func (p *priceSet) compile() (prices, error) {
	chosen := slices.IndexFunc(p.books, func(b *pricing.Book) bool { return b.Currency == p.currency })
	if chosen < 0 {
		chosen = slices.IndexFunc(p.books, func(b *pricing.Book) bool { return b.Convert })
	}
	if chosen < 0 {
		return prices{}, fault.New(fault.Conflict, "no-price-book", "no price book is published for %s", p.currency.Code())
	}
	p.set.Book = p.books[chosen]
	p.set.Parents = parents(p.set.Book, p.books)
	used := append([]*pricing.Book{p.set.Book}, p.set.Parents...)
	for _, b := range p.books {
		if !slices.Contains(used, b) {
			delete(p.pins, Ref{Kind: BookKind, Code: b.Code}.Key())
		}
	}
	pricer, err := pricing.Compile(p.set)
	return prices{pricer, p.pins, offersOf(p.set)}, err
}

// parents returns the books that book is derived from, nearest first. Cycles
// are refused when a book is published; here they merely end the walk.
func parents(book *pricing.Book, all []*pricing.Book) []*pricing.Book {
	var out []*pricing.Book
	for book.Derived != nil {
		n := slices.IndexFunc(all, func(b *pricing.Book) bool { return b.Code == book.Derived.From })
		if n < 0 || slices.Contains(out, all[n]) {
			break
		}
		book = all[n]
		out = append(out, book)
	}
	return out
}
