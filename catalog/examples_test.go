package catalog_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/money"
)

// exampleModels are the models among the examples by folder/file.
func exampleModels(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(examples.Files, "*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(names, func(name string) bool { return path.Dir(name) == "prices" })
}

// TestExamplesPublishAndAreSoldInEveryCurrency publishes every example, so that
// its own tests run with prices, and asks for its price.
func TestExamplesPublishAndAreSoldInEveryCurrency(t *testing.T) {
	s := newShop(t)
	known := map[string]bool{}
	files, err := fs.Glob(examples.Files, "*/items.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		f, err := os.Open("../examples/" + name)
		if err != nil {
			t.Fatal(err)
		}
		items, err := catalog.ReadItems(name, f)
		_ = f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range items {
			known[i.SKU] = true
			if i.Name["en"] == "" || i.Name["fr"] == "" {
				t.Errorf("%s: item %s lacks a name in English or French", name, i.SKU)
			}
		}
		if _, err := s.SaveItems(t.Context(), s.admin, items); err != nil {
			t.Fatal(err)
		}
	}
	for _, entry := range exampleModels(t) {
		p := s.publish(t, catalog.ModelKind, entry, nil)
		m, err := s.Definition(t.Context(), s.admin, p.Code, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, sku := range itemsOf(m.Item, &m.Body) {
			if !known[sku] {
				t.Errorf("%s names the item %q, which no items.csv has", entry, sku)
			}
		}
		for _, code := range []string{"EUR", "USD", "JPY"} {
			currency, err := money.ParseCurrency(code)
			if err != nil {
				t.Fatal(err)
			}
			complete := m.Tests[slices.IndexFunc(m.Tests, func(x *configurator.Test) bool { return x.Expect.Complete != nil && *x.Expect.Complete })]
			answer, err := s.Configure(t.Context(), s.admin, catalog.Question{Model: p.Code, Day: today,
				Request: configurator.Request{Picks: complete.Given, Context: complete.Context}, Price: &catalog.PriceContext{Currency: currency}})
			if err != nil {
				t.Fatal(err)
			}
			if answer.Price == nil || answer.Price.Lines[0].UnitNet.Sign() <= 0 {
				t.Errorf("%s has no price in %s", p.Code, code)
			}
		}
	}
}

// itemsOf lists the item codes that a model writes out.
func itemsOf(item string, b *configurator.Body) []string {
	out := []string{item}
	for _, a := range b.Attributes {
		out = append(out, a.Item)
		for _, o := range a.Options {
			out = append(out, o.Item)
		}
	}
	for _, c := range b.Components {
		out = append(out, itemsOf(c.Item, &c.Body)...)
	}
	out = append(out, billed(b.BOM)...)
	return slices.DeleteFunc(out, func(sku string) bool { return strings.TrimSpace(sku) == "" })
}

func billed(lines []*configurator.BOMLine) []string {
	var out []string
	for _, l := range lines {
		out = append(append(out, l.Item), billed(l.Children)...)
	}
	return out
}
