package catalog_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

func TestAnEarlierVersionIsRestored(t *testing.T) {
	s := newShop(t)
	first, err := s.Publication(t.Context(), s.admin, catalog.BookKind, "standard-eur", "")
	if err != nil {
		t.Fatal(err)
	}
	second := s.publish(t, catalog.BookKind, "prices/eur.yaml", func(text string) string {
		return strings.Replace(text, "EX-PUMP: {price: 34.90", "EX-PUMP: {price: 39.90", 1)
	})
	changes, err := s.Compare(t.Context(), s.admin, catalog.BookKind, "standard-eur", first.Version, "")
	if err != nil || len(changes) != 1 || changes[0].Key != "EX-PUMP" || !strings.Contains(changes[0].After, `"price":"39.9"`) {
		t.Errorf("Compare = %+v, %v; want the pump", changes, err)
	}
	if _, err := s.Compare(t.Context(), s.rep, catalog.BookKind, "standard-eur", first.Version, ""); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a rep compares price books with their costs: %v", err)
	}
	if _, err := s.Restore(t.Context(), s.rep, first.Ref()); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a rep restores prices: %v", err)
	}
	back, err := s.Restore(t.Context(), s.admin, first.Ref())
	if err != nil || back.Version != first.Version || !back.Current {
		t.Fatalf("Restore = %+v, %v", back, err)
	}
	got, err := s.PriceQuote(t.Context(), s.rep.Tenant, s.quote("EUR", catalog.Product{Item: "EX-PUMP"}))
	if err != nil || got.Price.Lines[0].UnitNet.String() != "34.9" {
		t.Errorf("after the roll back a pump costs %s, %v", got.Price.Lines[0].UnitNet, err)
	}
	if _, err := s.Withdraw(t.Context(), s.admin, second.Ref()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(t.Context(), s.admin, second.Ref()); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("what was withdrawn comes back: %v", err)
	}
}

func TestPublishingTellsOfDaysWithoutAPrice(t *testing.T) {
	s := newShop(t)
	p := s.publish(t, catalog.BookKind, "prices/eur.yaml", func(text string) string {
		return strings.Replace(text, "EX-PUMP: {price: 34.90, cost: 15.50}",
			"EX-PUMP: [{price: 34.90, to: 2026-03-31}, {price: 36, from: 2026-05-01}]", 1)
	})
	if len(p.Warnings) != 1 || p.Warnings[0].Kind != "gap" || p.Warnings[0].Position.Line == 0 {
		t.Errorf("warnings %v, want the gap in April", p.Warnings)
	}
}

func TestTheEntriesOfABookAreReplacedByATable(t *testing.T) {
	s := newShop(t)
	rows, err := s.Entries(t.Context(), s.admin, "standard-eur", "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Entries(t.Context(), s.rep, "standard-eur", ""); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a rep exports the costs: %v", err)
	}
	price, n := -1, -1
	for i, name := range rows[0] {
		if name == "price" {
			price = i
		}
	}
	for i, row := range rows {
		if strings.Contains(strings.Join(row, "|"), "EX-PUMP") {
			n = i
		}
	}
	before := len(s.store.all)
	rows[n][price] = "41,5x"
	if _, err := s.WithEntries(t.Context(), s.admin, "standard-eur", rows, "fr"); len(fault.IssuesOf(err)) != 1 {
		t.Errorf("a wrong cell: %v", err)
	}
	rows[n][price] = "41,50"
	d, err := s.WithEntries(t.Context(), s.admin, "standard-eur", rows, "fr")
	if err != nil {
		t.Fatal(err)
	}
	if len(s.store.all) != before {
		t.Error("a draft was stored")
	}
	if _, err := s.Publish(t.Context(), s.admin, d); err != nil {
		t.Fatal(err)
	}
	changes, err := s.Compare(t.Context(), s.admin, catalog.BookKind, "standard-eur", s.store.all[0].Version, "")
	if err != nil || len(changes) != 1 || changes[0].Key != "EX-PUMP" {
		t.Errorf("the table has changed %+v, %v", changes, err)
	}
	got, err := s.PriceQuote(t.Context(), s.rep.Tenant, s.quote("EUR", catalog.Product{Item: "EX-PUMP"}, catalog.Product{Model: "city-bike", Picks: picks("size", "m")}))
	if err != nil || !got.Price.Lines[0].UnitNet.Equal(money.MustParse("41.5")) || !got.Price.Lines[1].Priced {
		t.Errorf("a pump costs %s, %v", got.Price.Lines[0].UnitNet, err)
	}
}
