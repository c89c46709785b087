package pricing_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// lawQuotes is how many random quotes each law is tried on.
const lawQuotes = 1500

// everyQuote calls law with random sets and requests, reproducible by seed.
func everyQuote(t *testing.T, law func(t *testing.T, r random, set pricing.Set, p *pricing.Pricer, q pricing.Request)) {
	t.Helper()
	for seed := range books(lawQuotes) {
		r := newRandom(1_000_000 + seed)
		set := r.set()
		p, err := pricing.Compile(set)
		if err != nil {
			t.Fatal(err)
		}
		for n := range quotesPerBook {
			if law(t, r, set, p, r.request()); t.Failed() {
				t.Fatalf("at book %d, quote %d", seed, n)
			}
		}
	}
}

func TestStepsAndTotalsAddUp(t *testing.T) {
	t.Parallel()
	everyQuote(t, func(t *testing.T, _ random, _ pricing.Set, p *pricing.Pricer, q pricing.Request) {
		checkSums(t, p.Price(q))
	})
}

func TestRepricingChangesNothing(t *testing.T) {
	t.Parallel()
	everyQuote(t, func(t *testing.T, _ random, _ pricing.Set, p *pricing.Pricer, q pricing.Request) {
		before := q.JSON()
		first := p.Price(q)
		if second := p.Price(q); !bytes.Equal(first.JSON(), second.JSON()) {
			t.Errorf("a second pricing differs")
		}
		if !bytes.Equal(before, q.JSON()) {
			t.Errorf("pricing has changed its request")
		}
	})
}

// TestOrderOfLinesIsIrrelevant reverses the lines. Cents that proportion does
// not place go to the earlier line, so the law is about quotes in which header
// discounts are no amounts to spread.
func TestOrderOfLinesIsIrrelevant(t *testing.T) {
	t.Parallel()
	everyQuote(t, func(t *testing.T, _ random, _ pricing.Set, p *pricing.Pricer, q pricing.Request) {
		q.Adjustments = nil
		for i := range q.Sections {
			q.Sections[i].Adjustments = nil
		}
		forward := p.Price(q)
		q.Lines = slices.Clone(q.Lines)
		slices.Reverse(q.Lines)
		backward := p.Price(q)
		for i, l := range forward.Lines {
			if o := backward.Lines[len(q.Lines)-1-i]; !l.FinalNet.Equal(o.FinalNet) || !l.UnitNet.Equal(o.UnitNet) {
				t.Errorf("line %s costs %s in one order and %s in the other", l.ID, l.FinalNet, o.FinalNet)
			}
		}
		if f, b := forward.Totals, backward.Totals; !f.OneOff.Gross.Equal(b.OneOff.Gross) || !f.TCV.Equal(b.TCV) {
			t.Errorf("totals %v and %v", f, b)
		}
	})
}

// TestTickingAddsExactlyThePrintedNet ticks optional lines one by one.
func TestTickingAddsExactlyThePrintedNet(t *testing.T) {
	t.Parallel()
	everyQuote(t, func(t *testing.T, _ random, _ pricing.Set, p *pricing.Pricer, q pricing.Request) {
		q.Lines = slices.Clone(q.Lines)
		for i := range q.Lines {
			if !q.Lines[i].Optional || q.Lines[i].Alternative != "" {
				continue
			}
			q.Lines[i].Ticked = false
			open := p.Price(q)
			q.Lines[i].Ticked = true
			ticked := p.Price(q)
			printed := open.Lines[i].FinalNet
			for _, c := range open.Charges {
				if c.Line == q.Lines[i].ID {
					printed = printed.Add(c.Net)
				}
			}
			if got := sumNet(ticked).Sub(sumNet(open)); !got.Equal(printed) {
				t.Errorf("ticking line %s adds %s, printed is %s", q.Lines[i].ID, got, printed)
			}
			for j := range open.Lines {
				if !open.Lines[j].FinalNet.Equal(ticked.Lines[j].FinalNet) {
					t.Errorf("ticking line %s moves line %s", q.Lines[i].ID, open.Lines[j].ID)
				}
			}
		}
	})
}

func sumNet(r pricing.Result) money.Decimal {
	return money.Sum(r.Totals.OneOff.Net, r.Totals.Month.Net, r.Totals.Year.Net)
}

// TestHeaderDiscountsLoseNoCent: what a section or quote discount takes from
// the lines is exactly what it says.
func TestHeaderDiscountsLoseNoCent(t *testing.T) {
	t.Parallel()
	everyQuote(t, func(t *testing.T, r random, _ pricing.Set, p *pricing.Pricer, q pricing.Request) {
		for i := range q.Sections {
			q.Sections[i].Adjustments = nil
		}
		q.Adjustments = nil
		before := p.Price(q)
		amount := r.decimal(300, 2).Round(q.Currency.Minor())
		q.Adjustments = []pricing.Adjustment{{Kind: pricing.AmountOff, Value: amount}}
		after := p.Price(q)
		if slices.ContainsFunc(after.Issues, func(i pricing.Issue) bool { return i.Severity == pricing.Refused && i.Line == "" }) {
			amount = money.Decimal{}
		}
		if got := lineSum(before).Sub(lineSum(after)); !got.Equal(amount) {
			t.Errorf("a discount of %s took %s", amount, got)
		}
	})
}

func lineSum(r pricing.Result) (sum money.Decimal) {
	for _, l := range r.Lines {
		if l.Counted && l.Period == pricing.OneOff {
			sum = sum.Add(l.FinalNet)
		}
	}
	return sum
}

// TestFalseConditionChangesNothing puts steps that never apply between those of
// the standard procedure.
func TestFalseConditionChangesNothing(t *testing.T) {
	t.Parallel()
	never := pricing.Expr{Text: "line.quantity < 0 - 1"}
	house := pricing.Standard()
	var steps []pricing.ProcedureStep
	for _, s := range house.Steps {
		steps = append(steps, s)
		if s.Kind == pricing.SelectionStep || s.Kind == pricing.PromotionStep {
			steps = append(steps,
				pricing.ProcedureStep{ID: s.ID + "-percent", Kind: pricing.PercentStep, When: never, Value: pricing.Expr{Text: "50"}},
				pricing.ProcedureStep{ID: s.ID + "-price", Kind: pricing.PriceStep, When: never, Value: pricing.Expr{Text: "1 / 0"}},
				pricing.ProcedureStep{ID: s.ID + "-tier", Kind: pricing.TierStep, When: never})
		}
	}
	house.Steps = steps
	everyQuote(t, func(t *testing.T, _ random, set pricing.Set, p *pricing.Pricer, q pricing.Request) {
		set.Procedure = house
		changed, err := pricing.Compile(set)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(p.Price(q).JSON(), changed.Price(q).JSON()) {
			t.Error("steps whose condition is false have changed the result")
		}
	})
}

// TestScalingTheCurrencyUnitScalesTheResult expresses a book and quote in a unit
// a thousand times smaller, in a currency of three decimals instead of none.
func TestScalingTheCurrencyUnitScalesTheResult(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		yen, dinar := newRandom(seed), newRandom(seed)
		small, large := yen.simple("JPY", 0), dinar.simple("TND", -3)
		for range 10 {
			a, b := yen.simpleRequest("JPY", 0), dinar.simpleRequest("TND", -3)
			inYen, inDinar := small.Price(a), large.Price(b)
			if want := inYen.Totals.OneOff.Gross.Shift(-3); !inDinar.Totals.OneOff.Gross.Equal(want) {
				t.Fatalf("seed %d: %s dinar, want %s", seed, inDinar.Totals.OneOff.Gross, want)
			}
			for i, l := range inYen.Lines {
				if !inDinar.Lines[i].FinalNet.Equal(l.FinalNet.Shift(-3)) {
					t.Fatalf("seed %d, line %s: %s, want %s", seed, l.ID, inDinar.Lines[i].FinalNet, l.FinalNet.Shift(-3))
				}
			}
		}
	}
}

// simple makes a book whose prices are whole numbers times 10^shift.
func (r random) simple(currency string, shift int) *pricing.Pricer {
	b := &pricing.Book{Currency: money.MustParseCurrency(currency)}
	for i := range 5 {
		price := r.decimal(100000, 0).Shift(shift)
		b.Entries = append(b.Entries, pricing.Entry{Item: sku(i), Price: &price})
	}
	amount := r.decimal(500, 0).Shift(shift)
	b.Promotions = []pricing.Promotion{{Code: "P", Amount: &amount, Items: []string{sku(0)}}}
	b.Tiers = []pricing.Tier{{Code: "T", Item: sku(1), Kind: pricing.RangeTier, Slabs: []pricing.Slab{{From: dec("5"), Percent: r.percentPtr()}}}}
	p, err := pricing.Compile(pricing.Set{Book: b, Taxes: r.taxes()})
	if err != nil {
		panic(err)
	}
	return p
}

func (r random) simpleRequest(currency string, shift int) pricing.Request {
	q := pricing.Request{Currency: money.MustParseCurrency(currency), Seller: pricing.Seller{Country: "FR"},
		Adjustments: []pricing.Adjustment{{Kind: pricing.AmountOff, Value: r.decimal(2000, 0).Shift(shift)}, {Kind: pricing.PercentOff, Value: r.percent()}}}
	for i := range 1 + r.IntN(6) {
		q.Lines = append(q.Lines, pricing.Line{ID: sku(i), Item: pricing.Item{SKU: sku(r.IntN(5))}, Quantity: r.decimal(20, 2),
			Adjustments: []pricing.Adjustment{{Kind: pricing.PercentOff, Value: r.percent()}}})
	}
	return q
}
