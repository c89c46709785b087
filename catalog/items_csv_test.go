package catalog_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

func TestReadItemsTakesAFrenchSpreadsheet(t *testing.T) {
	items, err := catalog.ReadItems("items.csv", strings.NewReader(
		"\ufeffsku;name_en;name_fr;weight;discountable;external_id\r\n"+
			"M-1;Motor;Moteur;3,25;non;erp=1 shop=2\r\n"+
			"M-2;\"Motor; large\";;;;\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	first, second := items[0], items[1]
	if first.Name["fr"] != "Moteur" || first.Weight.String() != "3.25" || first.Discountable || first.ExternalIDs["shop"] != "2" {
		t.Errorf("first item read as %+v", first)
	}
	if second.Name["en"] != "Motor; large" || !second.Discountable || second.Unit != "C62" || second.TaxClass != "standard" {
		t.Errorf("second item read as %+v", second)
	}
}

func TestReadItemsReportsEveryMistakeWithItsPlace(t *testing.T) {
	_, err := catalog.ReadItems("items.csv", strings.NewReader(
		"sku,name_en,weight,lead_time_days\n"+
			",Nameless,1,1\n"+
			"M-2,Motor,heavy,soon\n"+
			"M-3,Motor,-1,2\n"+
			"M-4,Motor\n\n"+
			"M-4,Motor,1,1,5\n"))
	want := []string{
		"items.csv:2:1: an item needs a SKU",
		`items.csv:3:3: weight: "heavy" cannot be read`,
		`items.csv:3:4: lead_time_days: "soon" cannot be read`,
		"items.csv:4:1: weight -1 kg is negative",
		"items.csv:7:1: SKU M-4 is also that of row 5",
		`items.csv:7:5: the cell "5" stands under no column`,
	}
	var got []string
	for _, i := range fault.IssuesOf(err) {
		got = append(got, i.String())
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("issues:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadItemsSuggestsTheColumnMeant(t *testing.T) {
	_, err := catalog.ReadItems("items.csv", strings.NewReader("sku,name_fr,wieght\nM-1,Moteur,2\n"))
	issues := fault.IssuesOf(err)
	if len(issues) != 1 || issues[0].Suggestion != "weight" || issues[0].Position.Column != 3 {
		t.Errorf("issues = %v, want one at column 3 that suggests weight", issues)
	}
}

func TestTheTableOfItemsReadsBack(t *testing.T) {
	s := newShop(t)
	rows, err := s.ItemTable(t.Context(), s.rep)
	if err != nil {
		t.Fatal(err)
	}
	items, err := catalog.ItemsOf("items", rows)
	if err != nil || len(items) != len(s.store.items) || len(items) < 20 {
		t.Fatalf("%d items of %d, %v", len(items), len(s.store.items), err)
	}
	for _, i := range items {
		if diff := cmp.Diff(s.store.items[i.SKU], i, cmpopts.EquateEmpty(), cmp.Comparer(money.Decimal.Equal)); diff != "" {
			t.Errorf("(-stored +read back):\n%s", diff)
		}
	}
}

func FuzzReadItems(f *testing.F) {
	f.Add("sku,name_en\nA,b\n")
	f.Add("sku;weight\nA;1,5\n\"")
	f.Fuzz(func(t *testing.T, text string) {
		items, err := catalog.ReadItems("fuzz.csv", strings.NewReader(text))
		if err != nil && len(fault.IssuesOf(err)) == 0 {
			t.Errorf("an error without an issue: %v", err)
		}
		for _, i := range items {
			if i.SKU == "" {
				t.Error("an item without SKU was read")
			}
		}
	})
}
