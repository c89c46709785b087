package pricing_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// TestPublicShowsNoCost prices random quotes twice, with other costs, targets
// and floors that stay on their side, and demands equal public bytes.
func TestPublicShowsNoCost(t *testing.T) {
	t.Parallel()
	everyQuote(t, func(t *testing.T, _ random, set pricing.Set, p *pricing.Pricer, q pricing.Request) {
		public := p.Price(q).Public()
		text := string(public.JSON())
		for _, word := range []string{`"margin"`, `"cost"`, `"uncosted"`, `"floor":`, `"target":`} {
			if strings.Contains(text, word) {
				t.Errorf("the public result shows %s", word)
			}
		}
		other := *set.Book
		other.Entries = append([]pricing.Entry{}, other.Entries...)
		for i := range other.Entries {
			if e := &other.Entries[i]; e.Cost != nil && e.CostPlus == nil {
				e.Cost = ptr("12.34")
			}
		}
		set.Book = &other
		changed, err := pricing.Compile(set)
		if err != nil {
			t.Fatal(err)
		}
		if got := changed.Price(q).Public(); got.Hash() != public.Hash() {
			t.Error("another cost shows in the public result")
		}
	})
}

func TestCostPlusHidesItsInputs(t *testing.T) {
	t.Parallel()
	p := shop(t, func(s *pricing.Set) {
		s.Book.Entries = append(s.Book.Entries, pricing.Entry{Item: "P", Cost: ptr("80"), CostPlus: ptr("35")})
	})
	r := basket("1")
	r.Lines[0].Item.SKU = "P"
	result := p.Price(r)
	if step := result.Lines[0].Steps[0]; step.Message().In("en") != "Cost 80 plus 35 %" {
		t.Errorf("message %q", step.Message().In("en"))
	}
	step := result.Public().Lines[0].Steps[0]
	if len(step.Inputs) > 0 || step.Message().In("fr") != "Prix catalogue" {
		t.Errorf("the public step shows %v, %q", step.Inputs, step.Message().In("fr"))
	}
	if len(result.Lines[0].Steps[0].Inputs) == 0 {
		t.Error("making a public result has changed the result")
	}
}

func TestProcedureTests(t *testing.T) {
	t.Parallel()
	house := pricing.Standard()
	good := pricing.Test{Name: "ten bikes", Given: basket("10"), Expect: pricing.Expectation{
		UnitNet: map[string]money.Decimal{"a": dec("95")}, FinalNet: map[string]money.Decimal{"b": dec("99.99")},
		Steps: map[string][]string{"a": {"list", "tier"}}, Net: ptr("1049.99"), VAT: ptr("210"), Gross: ptr("1259.99"), TCV: ptr("1643.99")}}
	bad := pricing.Test{Name: "wrong", Given: basket("-1"), Expect: pricing.Expectation{
		UnitNet: map[string]money.Decimal{"a": dec("95"), "z": dec("1")}, Steps: map[string][]string{"b": {"tier"}}, Net: ptr("1")}}
	house.Tests = []pricing.Test{good, bad}
	issues := shop(t, func(s *pricing.Set) { s.Procedure = house }).Test()
	var got []string
	for _, i := range issues {
		got = append(got, i.Pointer+" "+i.Message)
	}
	want := []string{
		`/tests/1 test "wrong": the unit net of line a is 0, expected 95`,
		`/tests/1 test "wrong": the steps of line b are [list], expected [tier]`,
		`/tests/1 test "wrong": there is no line "z"`,
		`/tests/1 test "wrong": the net total is 99.99, expected 1`,
		`/tests/1 test "wrong": the issues are [negative-quantity], expected []`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestCompileReportsWhatOnlyTheSetKnows: mistakes that no single document has.
func TestCompileReportsWhatOnlyTheSetKnows(t *testing.T) {
	t.Parallel()
	book := func(code, from string) *pricing.Book {
		b := &pricing.Book{Code: code, Currency: eur}
		if from != "" {
			b.Derived = &pricing.Derivation{From: from, Factor: dec("1")}
		}
		return b
	}
	for name, tc := range map[string]struct {
		set  pricing.Set
		want string
	}{
		"no book":            {pricing.Set{}, "missing-book"},
		"unknown parent":     {pricing.Set{Book: book("a", "b")}, "unknown-book"},
		"circular":           {pricing.Set{Book: book("a", "b"), Parents: []*pricing.Book{book("b", "a"), book("a", "b")}}, "circular-book"},
		"wrong attribute":    {pricing.Set{Book: &pricing.Book{Currency: eur, Entries: []pricing.Entry{{Model: "conveyor", Formula: pricing.Expr{Text: "config.lenght"}}}}, Models: []pricing.Model{conveyor(t)}}, "unknown-name"},
		"wrong option":       {pricing.Set{Book: book("a", ""), Models: []pricing.Model{conveyor(t)}, Procedure: withStep(`config.motor == "m505"`)}, "unknown-option"},
		"two contracts":      {pricing.Set{Book: book("a", ""), Contracts: []pricing.Contract{{Code: "k", Customer: "c"}, {Code: "k", Customer: "d"}}}, "duplicate-contract"},
		"promotion in book":  {pricing.Set{Book: &pricing.Book{Currency: eur, Promotions: []pricing.Promotion{{Code: "p", Percent: ptr("1")}}}, Promotions: []pricing.Promotion{{Code: "p", Percent: ptr("1")}}}, "duplicate-promotion"},
		"no rounding or tax": {pricing.Set{Book: book("a", ""), Procedure: &pricing.Procedure{}}, "invalid-procedure"},
	} {
		_, err := pricing.Compile(tc.set)
		if issues := fault.IssuesOf(err); len(issues) == 0 || issues[0].Kind != tc.want {
			t.Errorf("%s: %v, want %s", name, err, tc.want)
		}
	}
}

func withStep(when string) *pricing.Procedure {
	p := pricing.Standard()
	p.Steps = append([]pricing.ProcedureStep{{ID: "own", Kind: pricing.PercentStep, Model: "conveyor", When: pricing.Expr{Text: when}, Value: pricing.Expr{Text: "3"}}}, p.Steps...)
	return p
}
