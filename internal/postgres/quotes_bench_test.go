package postgres_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// One quote from creation to order: seven transitions and one edit.
func BenchmarkQuoteLife(b *testing.B) {
	d := setup(b)
	ctx := b.Context()
	for b.Loop() {
		v := d.draft(b, line("BIKE", "10"), line("LOCK", "10"))
		v, err := d.Edit(ctx, d.Rep, on(v), quotes.Changes{Add: []quotes.NewLine{line("TUNE", "1")}})
		if err != nil {
			b.Fatal(err)
		}
		if v, err = d.Submit(ctx, d.Rep, on(v)); err != nil {
			b.Fatal(err)
		}
		if v, err = d.Send(ctx, d.Rep, on(v)); err != nil {
			b.Fatal(err)
		}
		if v, err = d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{PONumber: v.ID.String()}); err != nil {
			b.Fatal(err)
		}
		if _, err = d.Order(ctx, d.Desk, on(v), quotes.OrderInput{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Importing 10,000 lines into a draft, and then editing one of them.
func BenchmarkTenThousandLines(b *testing.B) {
	d := setup(b)
	lines := make([]quotes.NewLine, 10_000)
	for n := range lines {
		lines[n] = line("LOCK", "3")
	}
	var v quotes.RevisionView
	b.Run("import", func(b *testing.B) {
		for b.Loop() {
			v = d.draft(b)
			var err error
			if v, err = d.Edit(b.Context(), d.Rep, on(v), quotes.Changes{Add: lines}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("edit one", func(b *testing.B) {
		for n := 1; b.Loop(); n++ {
			quantity := money.FromInt(int64(n))
			var err error
			v, err = d.Edit(b.Context(), d.Rep, on(v), quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[5000].ID, Quantity: &quantity}}})
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, err := d.Revision(b.Context(), d.Rep, v.ID); err != nil {
				b.Fatal(err)
			}
		}
	})
}
