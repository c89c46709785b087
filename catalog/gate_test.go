package catalog_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/pricing"
)

const houseProcedure = `
procedure: house
steps:
  - {id: list, kind: list}
  - {id: selection, kind: selection}
  - {id: loyalty, kind: percent, when: customer.segment == "dealer", value: 10}
  - {id: manual, kind: manual}
  - {id: rounding, kind: rounding}
  - {id: quote, kind: quote}
  - {id: tax, kind: tax}
tests:
  - name: dealers pay a tenth less
    given:
      date: 2026-02-02
      currency: CURRENCY
      customer: {segment: dealer}
      seller: {country: FR}
      ship_to: FR
      lines: [{id: pump, item: {sku: EX-PUMP}, quantity: 2}]
    expect: {unit_net: {pump: PRICE}, net: "62.82", steps: {pump: [list, loyalty]}}
`

func procedure(price, currency string) catalog.Draft {
	text := strings.NewReplacer("PRICE", price, "CURRENCY", currency).Replace(houseProcedure)
	return catalog.Draft{Kind: catalog.ProcedureKind, Source: catalog.Source{"house.yaml": text}}
}

func TestAProcedureWithAFailingTestIsNotPublished(t *testing.T) {
	s := newShop(t)
	before := len(s.store.all)
	_, err := s.Publish(t.Context(), s.admin, procedure("31.40", "EUR"))
	issues := fault.IssuesOf(err)
	if len(issues) != 1 || issues[0].Kind != "failed-test" || issues[0].Position.Line == 0 ||
		!strings.Contains(issues[0].Message, `"dealers pay a tenth less": the unit net of line pump is 31.41, expected 31.4`) {
		t.Errorf("Publish = %v; want the difference, with its place", err)
	}
	if _, err := s.Publish(t.Context(), s.admin, procedure("31.41", "CHF")); len(fault.IssuesOf(err)) != 1 ||
		!strings.Contains(err.Error(), "no price book is published for CHF") {
		t.Errorf("a test in a currency without a book: %v", err)
	}
	if len(s.store.all) != before {
		t.Error("a procedure with failing tests was published")
	}
	if _, err := s.Publish(t.Context(), s.admin, procedure("31.41", "EUR")); err != nil {
		t.Errorf("with the right price: %v", err)
	}
}

// withFormula prices conveyors by a formula over their attributes.
func withFormula(text string) string {
	return strings.Replace(text, "base: {price: 1480, cost: 840, floor: 1190}",
		`base: {formula: 1000 + config.length * 0.5 + (config.castors ? 100 : 0), cost: 840}`, 1)
}

func TestAFormulaReadsWhatWasConfigured(t *testing.T) {
	s := newShop(t)
	s.publish(t, catalog.BookKind, "prices/eur.yaml", withFormula)
	for length, want := range map[string]string{"3000": "2500", "4000": "3000"} {
		got, err := s.PriceQuote(t.Context(), s.rep.Tenant, s.quote("EUR",
			catalog.Product{Model: "belt-conveyor", Picks: picks("length", length)}))
		if err != nil {
			t.Fatal(err)
		}
		if list := got.Price.Lines[0].List; list.String() != want {
			t.Errorf("length %s: list price %s, want %s; issues %v", length, list, want, got.Price.Issues)
		}
	}
	q := s.question("belt-conveyor", pick("length", "3000"))
	now, err := s.Configure(t.Context(), s.rep, q)
	if err != nil || now.Price.Lines[0].List.String() != "2500" {
		t.Errorf("while configuring: %v, %v", now.Price.Lines[0].List, err)
	}
}

func TestNeitherSideOfAPairIsPublishedIfItBreaksTheOther(t *testing.T) {
	s := newShop(t)
	typo := func(text string) string {
		return strings.Replace(withFormula(text), "config.length", "config.lenght", 1)
	}
	_, err := s.Publish(t.Context(), s.admin, draft(t, catalog.BookKind, "prices/eur.yaml", typo))
	if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Suggestion != "length" || issues[0].Position.File != "eur.yaml" {
		t.Errorf("a book that reads no attribute of the model: %v", err)
	}
	s.publish(t, catalog.BookKind, "prices/eur.yaml", withFormula)
	_, err = s.Publish(t.Context(), s.admin, draft(t, catalog.ModelKind, "conveyor/belt-conveyor.yaml", func(text string) string {
		return strings.ReplaceAll(text, "castors", "wheels")
	}))
	if issues := fault.IssuesOf(err); len(issues) == 0 || !strings.Contains(err.Error(), "castors") || issues[0].Position.File != "eur.yaml" {
		t.Errorf("a model without an attribute that the book reads: %v", err)
	}
}

// A pair that pins hold although it does not fit costs its lines their price,
// not the quote its answer.
func TestAModelThatPinnedPricesDoNotFit(t *testing.T) {
	s := newShop(t)
	s.publish(t, catalog.BookKind, "prices/eur.yaml", withFormula)
	q := s.quote("EUR", catalog.Product{Model: "belt-conveyor", Picks: picks("length", "3000")}, catalog.Product{Item: "EX-PUMP"})
	priced, err := s.PriceQuote(t.Context(), s.rep.Tenant, q)
	if err != nil {
		t.Fatal(err)
	}
	s.publish(t, catalog.BookKind, "prices/eur.yaml", nil)
	newer := s.publish(t, catalog.ModelKind, "conveyor/belt-conveyor.yaml", func(text string) string {
		return strings.ReplaceAll(text, "castors", "wheels")
	})
	q.Pins = priced.Pins
	q.Pins["model/belt-conveyor"] = newer.Version
	got, err := s.PriceQuote(t.Context(), s.rep.Tenant, q)
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]pricing.Severity{}
	for _, i := range got.Price.Issues {
		kinds[i.Line+" "+i.Kind] = i.Severity
	}
	if kinds["1 unknown-model"] != pricing.Error || !got.Price.Lines[1].Priced || got.Price.Complete {
		t.Errorf("issues %v, lines %+v", kinds, got.Price.Lines)
	}
}
