package kpi_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

func segment(kind string, quotes, orders int64, intake, constant string) kpi.Segment {
	return kpi.Segment{Kind: kind, Quotes: quotes, Orders: orders, Intake: money.MustParse(intake), Constant: money.MustParse(constant)}
}

// One cause at a time, then all: 100 quotes, a quarter of them ordered at 40
// each, and twice as many bikes as cranes.
func TestBridgeWorkedExamples(t *testing.T) {
	before := []kpi.Segment{segment("bike", 80, 20, "800", "800"), segment("crane", 20, 5, "5000", "5000")}
	for _, c := range []struct {
		name                                      string
		after                                     []kpi.Segment
		volume, mix, conversion, price, currency_ string
	}{
		{"nothing changes", before, "0", "0", "0", "0", "0"},
		{"twice the quotes", []kpi.Segment{segment("bike", 160, 40, "1600", "1600"), segment("crane", 40, 10, "10000", "10000")}, "5800", "0", "0", "0", "0"},
		{"fewer cranes", []kpi.Segment{segment("bike", 90, 23, "900", "900"), segment("crane", 10, 2, "2000", "2000")}, "0", "-2400", "-480", "-20", "0"},
		{"dearer", []kpi.Segment{segment("bike", 80, 20, "1000", "1000"), segment("crane", 20, 5, "5500", "5500")}, "0", "0", "0", "700", "0"},
		{"a stronger dollar", []kpi.Segment{segment("bike", 80, 20, "800", "800"), segment("crane", 20, 5, "5600", "5000")}, "0", "0", "0", "0", "600"},
		{"all orders lost", []kpi.Segment{segment("bike", 80, 0, "0", "0"), segment("crane", 20, 0, "0", "0")}, "0", "0", "-5800", "0", "0"},
		{"a new kind", append([]kpi.Segment{segment("boat", 100, 10, "3000", "3000")}, before...), "5800", "-2800", "0", "0", "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := kpi.NewBridge(before, c.after, 2)
			got := fmt.Sprint(b.Volume, b.Mix, b.Conversion, b.Price, b.Currency)
			want := fmt.Sprint(money.MustParse(c.volume), money.MustParse(c.mix), money.MustParse(c.conversion), money.MustParse(c.price), money.MustParse(c.currency_))
			if got != want {
				t.Errorf("volume, mix, conversion, price, currency are %s, want %s", got, want)
			}
		})
	}
}

func TestBridgeLeavesNoRemainder(t *testing.T) {
	cents := rapid.Custom(func(t *rapid.T) money.Decimal {
		return money.New(rapid.Int64Range(-1_000_000, 100_000_000).Draw(t, "cents"), -2)
	})
	segments := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) kpi.Segment {
		return kpi.Segment{Kind: rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "kind"), Quotes: rapid.Int64Range(0, 50).Draw(t, "quotes"),
			Orders: rapid.Int64Range(0, 50).Draw(t, "orders"), Intake: cents.Draw(t, "intake"), Constant: cents.Draw(t, "constant")}
	}), 0, 6)
	rapid.Check(t, func(t *rapid.T) {
		b := kpi.NewBridge(segments.Draw(t, "before"), segments.Draw(t, "after"), 2)
		sum := money.Sum(b.From, b.Volume, b.Mix, b.Conversion, b.Price, b.Currency)
		if !sum.Equal(b.To) {
			t.Fatalf("the causes lead from %s to %s, not %s", b.From, sum, b.To)
		}
		for _, d := range []money.Decimal{b.Volume, b.Mix, b.Conversion, b.Price, b.Currency} {
			if d.Scale() > 2 {
				t.Errorf("%s has parts of a cent", d)
			}
		}
	})
}
