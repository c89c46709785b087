package pricing_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

func TestDiffOfOtherDocuments(t *testing.T) {
	t.Parallel()
	house := pricing.Standard()
	other := pricing.Standard()
	other.Version = "2"
	other.Steps[1].When = pricing.Expr{Text: "line.quantity > 2"}
	other.Steps[3], other.Steps[4] = other.Steps[4], other.Steps[3]
	other.Tests = []pricing.Test{{Name: "new"}}

	rate := func(class, percent string) pricing.TaxRule {
		return pricing.TaxRule{Classes: []string{class}, Seller: "FR", Category: pricing.StandardRated, Rate: dec(percent)}
	}
	general := pricing.TaxRule{Category: pricing.StandardRated, Rate: dec("20")}
	taxes := &pricing.TaxTable{Code: "fr", Rules: []pricing.TaxRule{rate("food", "5.5"), general}}
	later := &pricing.TaxTable{Code: "fr", Rules: []pricing.TaxRule{rate("food", "6"), rate("books", "5.5"), general}}

	day := civil.MustParse("2026-01-01")
	usd := func(r string) *pricing.Rates {
		return &pricing.Rates{Rates: []pricing.Rate{{From: eur, To: money.MustParseCurrency("USD"), Date: day, Rate: dec(r)}}}
	}
	contract := &pricing.Contract{Code: "K", Prices: []pricing.ContractPrice{{Item: "A", Price: dec("1")}}}
	promotion := &pricing.Promotion{Code: "P", Percent: ptr("5")}
	for name, tc := range map[string]struct {
		got  []pricing.PartChange
		want []string
	}{
		"procedure": {house.Diff(other), []string{"changed procedure standard", "changed step contract", "added test new"}},
		"taxes":     {taxes.Diff(later), []string{"changed tax_table fr", "added rule books, seller FR", "changed rule food, seller FR"}},
		"rates":     {usd("1.08").Diff(usd("1.1")), []string{"changed rate EUR to USD on 2026-01-01"}},
		"contract": {contract.Diff(&pricing.Contract{Code: "K", Discounts: []pricing.AgreedDiscount{{Percent: dec("3")}}}),
			[]string{"removed price A", "added discount all"}},
		"promotion": {promotion.Diff(&pricing.Promotion{Code: "P", Version: "2", Percent: ptr("6")}), []string{"changed promotion P"}},
		"nothing":   {house.Diff(pricing.Standard()), nil},
	} {
		var got []string
		for _, c := range tc.got {
			got = append(got, string(c.Change)+" "+c.Part+" "+c.Key)
			if (c.Before == "") != (c.Change == pricing.Added) || (c.After == "") != (c.Change == pricing.Removed) {
				t.Errorf("%s: %+v", name, c)
			}
		}
		if diff := cmp.Diff(tc.want, slices.Clip(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
