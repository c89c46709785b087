package pricing_test

import (
	"encoding/json"
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// FuzzPrice prices whatever decodes as a request: pricing must answer, and its
// answer must add up and encode.
func FuzzPrice(f *testing.F) {
	var pricers []*pricing.Pricer
	for seed := range uint64(8) {
		r := newRandom(seed)
		p, err := pricing.Compile(r.set())
		if err != nil {
			f.Fatal(err)
		}
		pricers = append(pricers, p)
		f.Add(uint8(seed), r.request().JSON())
	}
	f.Fuzz(func(t *testing.T, n uint8, text []byte) {
		var request pricing.Request
		if json.Unmarshal(text, &request) != nil || len(request.Lines) > 50 {
			return
		}
		result := pricers[int(n)%len(pricers)].Price(request)
		result.JSON()
		checkSums(t, result)
	})
}

// TestExtremeNumbersAreIssues puts numbers of every size into every field.
func TestExtremeNumbersAreIssues(t *testing.T) {
	t.Parallel()
	extremes := []money.Decimal{dec("1e23"), dec("1e24"), dec("1e100"), dec("1e250"), dec("-1e250"), dec("1e-250"), dec("-1e-250"), dec("0"),
		dec("99999999999999999999999.999999999999999999999999999999")}
	everyQuote(t, func(t *testing.T, r random, set pricing.Set, p *pricing.Pricer, q pricing.Request) {
		extreme := func(d *money.Decimal) {
			if d != nil && r.chance(25) {
				*d = extremes[r.IntN(len(extremes))]
			}
		}
		for i := range q.Lines {
			l := &q.Lines[i]
			extreme(&l.Quantity)
			extreme(&l.Item.Weight)
			for j := range l.Adjustments {
				extreme(&l.Adjustments[j].Value)
			}
			for j := range l.Selection {
				extreme(l.Selection[j].Number)
				extreme(&l.Selection[j].Quantity)
			}
			for j := range l.Ramp {
				extreme(&l.Ramp[j].Percent)
			}
			if l.Kept != nil {
				extreme(&l.Kept.Price)
			}
			if l.Special != nil {
				extreme(l.Special.Price)
				extreme(l.Special.Cost)
			}
		}
		for i := range q.Adjustments {
			extreme(&q.Adjustments[i].Value)
		}
		result := p.Price(q)
		result.JSON()
		checkSums(t, result)
		book := *set.Book
		book.Entries = nil
		for _, e := range set.Book.Entries {
			for _, d := range []**money.Decimal{&e.Price, &e.Cost, &e.Floor, &e.CostPlus, &e.Percent} {
				if *d != nil {
					changed := **d
					extreme(&changed)
					*d = &changed
				}
			}
			book.Entries = append(book.Entries, e)
		}
		set.Book = &book
		if p, err := pricing.Compile(set); err == nil {
			result := p.Price(q)
			result.JSON()
			checkSums(t, result)
		}
	})
}
