package pricing_test

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

var (
	dec = money.MustParse
	eur = money.MustParseCurrency("EUR")
)

func ptr(s string) *money.Decimal {
	d := dec(s)
	return &d
}

func Example() {
	set := pricing.Set{
		Book: &pricing.Book{
			Code: "bikes", Version: "2026-1", Currency: money.MustParseCurrency("EUR"),
			Entries: []pricing.Entry{
				{Model: "city-bike", Price: ptr("1990")},
				{Model: "city-bike", Attribute: "motor", Option: "m500", Price: ptr("450")},
			},
			Tiers: []pricing.Tier{{Code: "fleet", Model: "city-bike", Kind: pricing.RangeTier, Slabs: []pricing.Slab{
				{From: dec("10"), Percent: ptr("7.5")},
			}}},
		},
		Taxes: &pricing.TaxTable{Rules: []pricing.TaxRule{{Category: pricing.StandardRated, Rate: dec("20"), Reason: lang.Text{}}}},
	}
	pricer, err := pricing.Compile(set)
	if err != nil {
		panic(err)
	}
	result := pricer.Price(pricing.Request{
		Date: civil.MustParse("2026-03-01"), Currency: money.MustParseCurrency("EUR"),
		Lines: []pricing.Line{{
			ID: "1", Model: "city-bike", Quantity: dec("12"),
			Selection:   []pricing.Selected{{Path: "motor", Attribute: "motor", Option: "m500"}},
			Adjustments: []pricing.Adjustment{{ID: "a1", Kind: pricing.PercentOff, Value: dec("2.5")}},
		}},
	})
	for _, s := range result.Lines[0].Steps {
		fmt.Printf("%-9s %-20s %10s -> %-10s %11s\n", s.Kind, s.Rule, s.Before, s.After, s.Amount)
	}
	fmt.Println("net", result.Totals.OneOff.Net, "VAT", result.Totals.OneOff.VAT, "gross", result.Totals.OneOff.Gross)
	// Output:
	// list      city-bike                     0 -> 1990             23880
	// selection city-bike/motor=m500       1990 -> 2440              5400
	// tier      fleet                      2440 -> 2257             -2196
	// manual    a1                         2257 -> 2200.575        -677.1
	// rounding                         2200.575 -> 2200.58           0.06
	// net 26406.96 VAT 5281.39 gross 31688.35
}
