package catalog

import (
	"bytes"
	"fmt"
	"sync"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

func warmPricer(t *testing.T) *pricing.Pricer {
	t.Helper()
	price, euro := money.MustParse("12.34"), money.MustParseCurrency("EUR")
	pricer, err := pricing.Compile(pricing.Set{Book: &pricing.Book{Code: "b", Currency: euro, Entries: []pricing.Entry{{Item: "A", Price: &price}}}})
	if err != nil {
		t.Fatal(err)
	}
	return pricer
}

func warmRequest(lines, quantity int) pricing.Request {
	r := pricing.Request{Currency: money.MustParseCurrency("EUR")}
	for n := range lines {
		r.Lines = append(r.Lines, pricing.Line{ID: fmt.Sprint(n), Item: pricing.Item{SKU: "A"}, Quantity: money.FromInt(1)})
	}
	r.Lines[lines/2].Quantity = money.FromInt(int64(quantity))
	return r
}

// A large quote that is edited again is priced from what it was, by whoever edits
// it, and with the bytes of a whole price.
func TestLargeQuotesAreKeptWarm(t *testing.T) {
	t.Parallel()
	w, pricer := &warm{}, warmPricer(t)
	tenant, quote := identity.NewID(), identity.NewID()
	var wait sync.WaitGroup
	for n := range 12 {
		wait.Go(func() {
			request := warmRequest(150, 2+n)
			if got, want := w.price(tenant, quote, pricer, request).JSON(), pricer.Price(request).JSON(); !bytes.Equal(got, want) {
				t.Errorf("%s instead of %s", got, want)
			}
		})
	}
	wait.Wait()
	w.price(tenant, quote, pricer, warmRequest(150, 99))
	if q := w.recent.Front().Value.(*warmQuote); w.recent.Len() != 1 || q.edits == 0 || w.lines != 150 {
		t.Errorf("%d quotes kept with %d lines, edited %d times", w.recent.Len(), w.lines, q.edits)
	}
	for range mostEdits + 1 {
		w.price(tenant, quote, pricer, warmRequest(150, 5))
	}
	if q := w.recent.Front().Value.(*warmQuote); q.edits > mostEdits {
		t.Errorf("a draft was edited %d times", q.edits)
	}
	w.price(tenant, quote, warmPricer(t), warmRequest(150, 7))
	if q := w.recent.Front().Value.(*warmQuote); q.edits != 0 {
		t.Error("other prices go on with the draft of these")
	}
}

func TestWarmQuotesAreBounded(t *testing.T) {
	t.Parallel()
	w, pricer := &warm{}, warmPricer(t)
	for range 30 {
		w.price(identity.NewID(), identity.NewID(), pricer, warmRequest(1000, 2))
	}
	w.price(identity.NewID(), identity.NewID(), pricer, warmRequest(10, 2))
	w.price(identity.NewID(), identity.Nil, pricer, warmRequest(500, 2))
	if w.lines != mostWarmLines || w.recent.Len() != 20 {
		t.Errorf("%d quotes with %d lines are kept", w.recent.Len(), w.lines)
	}
}
