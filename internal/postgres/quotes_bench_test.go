package postgres_test

import (
	"testing"

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
