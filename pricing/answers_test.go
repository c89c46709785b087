package pricing_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// shop prices three items, one of them monthly.
func shop(t *testing.T, change func(*pricing.Set)) *pricing.Pricer {
	t.Helper()
	set := pricing.Set{
		Book: &pricing.Book{Code: "shop", Version: "1", Currency: money.MustParseCurrency("EUR"), Entries: []pricing.Entry{
			{Item: "A", Price: ptr("100"), Cost: ptr("60")},
			{Item: "B", Price: ptr("33.33"), Cost: ptr("20")},
			{Item: "S", Price: ptr("9.90"), Period: pricing.Month, Cost: ptr("4")},
		}, Tiers: []pricing.Tier{{Code: "T", Item: "A", Kind: pricing.RangeTier, Slabs: []pricing.Slab{{From: dec("10"), Percent: ptr("5")}}}}},
		Taxes: &pricing.TaxTable{Rules: []pricing.TaxRule{{Category: pricing.StandardRated, Rate: dec("20")}}},
	}
	if change != nil {
		change(&set)
	}
	p, err := pricing.Compile(set)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func basket(quantity string) pricing.Request {
	return pricing.Request{Currency: money.MustParseCurrency("EUR"), Lines: []pricing.Line{
		{ID: "a", Item: pricing.Item{SKU: "A", Weight: dec("2")}, Quantity: dec(quantity)},
		{ID: "b", Item: pricing.Item{SKU: "B"}, Quantity: dec("3")},
		{ID: "s", Item: pricing.Item{SKU: "S"}, Quantity: dec("5")},
	}}
}

func TestReverse(t *testing.T) {
	t.Parallel()
	withEnergy := shop(t, func(s *pricing.Set) {
		s.Book.Charges = []pricing.Charge{{Code: "e", Kind: pricing.PercentCharge, Value: dec("2.5")}, {Code: "f", Kind: pricing.FixedCharge, Value: dec("15")}}
	})
	for name, tc := range map[string]struct {
		pricer    *pricing.Pricer
		goal      pricing.Goal
		change    func(*pricing.Request)
		reached   bool
		reduction string
		percent   string
	}{
		"net":                {shop(t, nil), pricing.Goal{Net: ptr("900")}, nil, true, "99.99", "10"},
		"net below cost":     {shop(t, nil), pricing.Goal{Net: ptr("1")}, nil, true, "998.99", "99.9"},
		"surcharge":          {shop(t, nil), pricing.Goal{Net: ptr("1010")}, nil, true, "-10.01", "-1"},
		"with charges":       {withEnergy, pricing.Goal{Net: ptr("900")}, nil, true, "136.58", "13.66"},
		"gross":              {shop(t, nil), pricing.Goal{Gross: ptr("1080")}, nil, true, "99.99", "10"},
		"gross between":      {shop(t, nil), pricing.Goal{Gross: ptr("1080.02")}, nil, true, "99.97", "10"},
		"margin":             {shop(t, nil), pricing.Goal{Margin: ptr("30")}, nil, true, "142.84", "14.28"},
		"month":              {shop(t, nil), pricing.Goal{Net: ptr("40"), Period: pricing.Month}, nil, true, "9.5", "19.19"},
		"unreachable":        {shop(t, nil), pricing.Goal{Net: ptr("-5")}, nil, false, "0", "0"},
		"nothing to spread":  {shop(t, nil), pricing.Goal{Net: ptr("5"), Period: pricing.Year}, nil, false, "0", "0"},
		"on top of a ticked": {shop(t, nil), pricing.Goal{Net: ptr("900")}, func(r *pricing.Request) { r.Lines[1].Optional, r.Lines[1].Ticked = true, true }, true, "99.99", "11.11"},
		"after others": {shop(t, nil), pricing.Goal{Net: ptr("900")}, func(r *pricing.Request) {
			r.Adjustments = []pricing.Adjustment{{ID: "q", Kind: pricing.PercentOff, Value: dec("5")}}
		}, true, "49.99", "5.26"},
	} {
		request := basket("9")
		if tc.change != nil {
			tc.change(&request)
		}
		got, err := tc.pricer.Reverse(request, tc.goal)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got.Reached != tc.reached || !got.Reduction.Equal(dec(tc.reduction)) || !got.Percent.Equal(dec(tc.percent)) {
			t.Errorf("%s: reached %t, reduction %s, percent %s; want %t, %s, %s", name, got.Reached, got.Reduction, got.Percent, tc.reached, tc.reduction, tc.percent)
		}
		// The adjustment, given back as part of the request, leads to the result.
		request.Adjustments = append(request.Adjustments, got.Adjustment)
		if again := tc.pricer.Price(request); again.Hash() != got.Result.Hash() {
			t.Errorf("%s: the adjustment %+v does not lead to the result", name, got.Adjustment)
		}
	}
}

func TestReverseRefuses(t *testing.T) {
	t.Parallel()
	unknown := shop(t, func(s *pricing.Set) { s.Book.Entries[1].Cost = nil })
	for name, tc := range map[string]struct {
		pricer *pricing.Pricer
		goal   pricing.Goal
		kind   string
	}{
		"no goal":      {shop(t, nil), pricing.Goal{}, "invalid-goal"},
		"two goals":    {shop(t, nil), pricing.Goal{Net: ptr("1"), Margin: ptr("1")}, "invalid-goal"},
		"all margin":   {shop(t, nil), pricing.Goal{Margin: ptr("100")}, "invalid-goal"},
		"unknown cost": {unknown, pricing.Goal{Margin: ptr("10")}, "unknown-cost"},
	} {
		_, err := tc.pricer.Reverse(basket("9"), tc.goal)
		if e, ok := err.(*fault.Error); !ok || e.Kind != tc.kind {
			t.Errorf("%s: error %v, want %s", name, err, tc.kind)
		}
	}
}

func TestReplay(t *testing.T) {
	t.Parallel()
	p := shop(t, nil)
	request := basket("12")
	stored := p.Price(request).JSON()
	for name, tc := range map[string]struct {
		pricer *pricing.Pricer
		stored string
		want   pricing.Replayed
	}{
		"same": {p, string(stored), pricing.Replayed{Same: true, Replayable: true, Semantics: 1}},
		"other price": {shop(t, func(s *pricing.Set) { s.Book.Entries[1].Price = ptr("33.34") }), string(stored),
			pricing.Replayed{Replayable: true, Semantics: 1, Pointer: "/lines/1/steps/0/after", Line: "b", Step: "list", Stored: "33.33", Now: "33.34"}},
		"other scale": {shop(t, func(s *pricing.Set) { s.Book.Tiers = nil }), string(stored),
			pricing.Replayed{Replayable: true, Semantics: 1, Pointer: "/lines/0/steps/1", Line: "a", Step: "tier", Stored: "{…", Now: ""}},
		"other version": {shop(t, func(s *pricing.Set) { s.Book.Version = "2" }), string(stored),
			pricing.Replayed{Replayable: true, Semantics: 1, Pointer: "/pins/book", Stored: "1", Now: "2"}},
		"other tax": {shop(t, func(s *pricing.Set) { s.Taxes.Rules[0].Rate = dec("19.6") }), string(stored),
			pricing.Replayed{Replayable: true, Semantics: 1, Pointer: "/lines/0/tax/rate", Line: "a", Stored: "20", Now: "19.6"}},
		"older semantics": {p, strings.Replace(string(stored), `"semantics":1`, `"semantics":0`, 1), pricing.Replayed{Semantics: 0}},
		"not canonical":   {p, " " + string(stored), pricing.Replayed{Replayable: true, Semantics: 1, Stored: "other bytes", Now: "the canonical bytes of the same values"}},
	} {
		got, err := tc.pricer.Replay(request.JSON(), []byte(tc.stored))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.HasPrefix(got.Stored, "{") {
			got.Stored = "{…"
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for name, tc := range map[string]struct{ request, stored string }{
		"broken result":  {string(request.JSON()), `{`},
		"broken request": {`{"lines":3}`, string(stored)},
		"unknown field":  {`{"linez":[]}`, string(stored)},
	} {
		if _, err := p.Replay([]byte(tc.request), []byte(tc.stored)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestRandomResultsReplay(t *testing.T) {
	t.Parallel()
	everyQuote(t, func(t *testing.T, _ random, _ pricing.Set, p *pricing.Pricer, q pricing.Request) {
		if got, err := p.Replay(q.JSON(), p.Price(q).JSON()); err != nil || !got.Same {
			t.Errorf("replay %+v, %v", got, err)
		}
	})
}

func TestInstalments(t *testing.T) {
	t.Parallel()
	percent := func(s string) pricing.Instalment { return pricing.Instalment{Percent: ptr(s)} }
	amount := func(s string) pricing.Instalment { return pricing.Instalment{Amount: ptr(s)} }
	rest := pricing.Instalment{}
	for name, tc := range map[string]struct {
		total string
		parts []pricing.Instalment
		want  string
	}{
		"deposit and balance": {"1000.01", []pricing.Instalment{percent("30"), rest}, "[300 700.01]"},
		"balance in between":  {"100", []pricing.Instalment{percent("33.333"), rest, amount("20")}, "[33.33 46.67 20]"},
		"percentages":         {"100", []pricing.Instalment{percent("33.34"), percent("33.33"), percent("33.33")}, "[33.34 33.33 33.33]"},
		"thirds of a cent":    {"0.05", []pricing.Instalment{percent("50"), percent("50")}, "[0.03 0.02]"},
		"amounts":             {"50", []pricing.Instalment{amount("20"), amount("30")}, "[20 30]"},
		"credit":              {"-100", []pricing.Instalment{percent("30"), rest}, "[-30 -70]"},
		"nothing":             {"0", []pricing.Instalment{percent("30"), rest}, "[0 0]"},
		"no schedule":         {"10", nil, "[]"},
	} {
		got, err := pricing.Instalments(dec(tc.total), 2, tc.parts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if text := strings.ReplaceAll(strings.Trim(strings.Join(strings.Fields(sprint(got)), " "), " "), ",", ""); text != tc.want {
			t.Errorf("%s: %s, want %s", name, text, tc.want)
		}
		if sum := money.Sum(got...); len(got) > 0 && !sum.Equal(dec(tc.total)) {
			t.Errorf("%s: the instalments sum to %s", name, sum)
		}
	}
	for name, tc := range map[string]struct {
		parts []pricing.Instalment
		kinds []string
	}{
		"two balances":      {[]pricing.Instalment{rest, rest}, []string{"second-balance"}},
		"too little":        {[]pricing.Instalment{percent("30"), percent("60")}, []string{"incomplete-schedule"}},
		"amounts short":     {[]pricing.Instalment{amount("30")}, []string{"incomplete-schedule"}},
		"mixed":             {[]pricing.Instalment{amount("30"), percent("70")}, []string{"incomplete-schedule"}},
		"too much":          {[]pricing.Instalment{amount("101"), rest}, []string{"negative-balance"}},
		"both, and no sign": {[]pricing.Instalment{{Percent: ptr("1"), Amount: ptr("2")}, percent("-5"), amount("-5"), rest}, []string{"invalid-instalment", "invalid-instalment", "invalid-instalment"}},
	} {
		_, err := pricing.Instalments(dec("100"), 2, tc.parts)
		var kinds []string
		for _, i := range fault.IssuesOf(err) {
			kinds = append(kinds, i.Kind)
		}
		if !slices.Equal(kinds, tc.kinds) {
			t.Errorf("%s: issues %v, want %v", name, kinds, tc.kinds)
		}
	}
}

func sprint(ds []money.Decimal) string {
	var texts []string
	for _, d := range ds {
		texts = append(texts, d.String())
	}
	return "[" + strings.Join(texts, " ") + "]"
}
