package kpi

import "github.com/quotient-cpq/quotient/internal/money"

// SizeBands are the lower bounds, in the base currency, of the bands by which
// figures are sliced by size; below the first one is a band of its own.
func SizeBands() []int64 { return []int64{1_000, 5_000, 25_000, 100_000} }

// SizeLabels name the bands of SizeBands, from the smallest.
func SizeLabels() []string { return []string{"<1000", "1000-", "5000-", "25000-", "100000-"} }

// SizeBand returns the label of the band that holds an amount in the base
// currency, regardless of its sign.
func SizeBand(base money.Decimal) string { return band(base.Abs(), SizeBands(), SizeLabels()) }

// DiscountBands are the lower bounds, in percent of list, of the bands by
// which families are sliced by discount.
func DiscountBands() []int64 { return []int64{1, 5, 10, 15, 20, 30} }

// DiscountLabels name the bands of DiscountBands, from the smallest.
func DiscountLabels() []string {
	return []string{"<1%", "1%-", "5%-", "10%-", "15%-", "20%-", "30%-"}
}

// DiscountBand returns the label of the band of a value's discount, "" where
// there is no list amount to compare with.
func (v Value) DiscountBand() string {
	percent, err := v.List.Sub(v.Net).Shift(2).Quo(v.List)
	if err != nil {
		return ""
	}
	return band(percent, DiscountBands(), DiscountLabels())
}

func band(amount money.Decimal, bounds []int64, labels []string) string {
	n := 0
	for _, lower := range bounds {
		if amount.Cmp(money.FromInt(lower)) >= 0 {
			n++
		}
	}
	return labels[n]
}
