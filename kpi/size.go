package kpi

import "github.com/quotient-cpq/quotient/internal/money"

// SizeBands are the lower bounds, in the base currency, of the bands by which
// figures are sliced by size; below the first one is a band of its own.
func SizeBands() []int64 { return []int64{1_000, 5_000, 25_000, 100_000} }

// SizeLabels name the bands of SizeBands, from the smallest.
func SizeLabels() []string { return []string{"<1000", "1000-", "5000-", "25000-", "100000-"} }

// SizeBand returns the label of the band that holds an amount in the base
// currency, regardless of its sign.
func SizeBand(base money.Decimal) string {
	band, size := 0, base.Abs()
	for _, lower := range SizeBands() {
		if size.Cmp(money.FromInt(lower)) >= 0 {
			band++
		}
	}
	return SizeLabels()[band]
}
