package catalog_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

func pick(path, value string) configurator.Pick {
	return configurator.Pick{Path: path, Op: configurator.Set, Value: configurator.Text(value)}
}

func picks(path, value string) []configurator.Pick {
	return []configurator.Pick{pick(path, value)}
}

func (s *shop) question(model string, picks ...configurator.Pick) catalog.Question {
	return catalog.Question{Model: model, Day: today, Request: configurator.Request{Picks: picks},
		Price: &catalog.PriceContext{Currency: money.MustParseCurrency("EUR"),
			Customer: pricing.Customer{Status: "business"}, Seller: pricing.Seller{Country: "FR"}, ShipTo: "FR"}}
}

func TestADeltaIsThePriceAfterLessThePriceBefore(t *testing.T) {
	s := newShop(t)
	q := s.question("city-bike", pick("size", "m"))
	q.Price.Deltas = []string{"motor", "basics"}
	now, err := s.Configure(t.Context(), s.rep, q)
	if err != nil {
		t.Fatal(err)
	}
	if len(now.Deltas) == 0 {
		t.Fatal("no deltas were answered")
	}
	paths := map[string]bool{}
	for _, d := range now.Deltas {
		paths[d.Path] = true
		after, err := s.Configure(t.Context(), s.rep, s.question("city-bike", instead(q.Picks, d)...))
		if err != nil {
			t.Fatal(err)
		}
		want := after.Price.Lines[0].BeforeManual.Sub(now.Price.Lines[0].BeforeManual)
		if !d.OneOff.Equal(want) {
			t.Errorf("%s = %s: delta %s, but the price moves by %s", d.Path, d.Value, d.OneOff, want)
		}
	}
	if !paths["motor"] || !paths["frame"] || paths["gears"] {
		t.Errorf("deltas for %v; want those of motor and of the group basics only", paths)
	}
}

// A value that was picked leaves the others of its attribute for choice.
func TestADeltaIsGivenForWhatCanReplaceAPick(t *testing.T) {
	s := newShop(t)
	q := s.question("city-bike", pick("brakes", "disc"), pick("frame", "carbon"))
	q.Price.Deltas = []string{"frame", "brakes"}
	now, err := s.Configure(t.Context(), s.rep, q)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, d := range now.Deltas {
		got[d.Path+"="+d.Value.Code()] = true
	}
	for value, want := range map[string]bool{"frame=alu": true, "frame=steel": true, "brakes=hydraulic": true, "brakes=rim": false} {
		if got[value] != want {
			t.Errorf("a delta for %s is %v; want %v", value, got[value], want)
		}
	}
}

func instead(picks []configurator.Pick, d catalog.Delta) []configurator.Pick {
	var out []configurator.Pick
	for _, p := range picks {
		if p.Path != d.Path {
			out = append(out, p)
		}
	}
	return append(out, configurator.Pick{Path: d.Path, Op: configurator.Set, Value: d.Value})
}

func TestARepairSaysWhatItCosts(t *testing.T) {
	s := newShop(t)
	q := s.question("city-bike", pick("size", "m"), pick("brakes", "rim"))
	repairs, err := s.Repair(t.Context(), s.rep, q, "motor", configurator.Text("m500"), 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(repairs.Repairs) == 0 || len(repairs.Repairs[0].Drop) != 1 || repairs.Repairs[0].Drop[0] != 1 {
		t.Fatalf("repairs = %+v; want the first to give up the rim brakes", repairs.Repairs)
	}
	r := repairs.Repairs[0]
	after, err := s.Configure(t.Context(), s.rep, s.question("city-bike", r.Picks...))
	if err != nil {
		t.Fatal(err)
	}
	if !after.Price.Lines[0].BeforeManual.Equal(r.Price.OneOff) {
		t.Errorf("the repair promises %s, its picks cost %s", r.Price.OneOff, after.Price.Lines[0].BeforeManual)
	}
}

func TestCostsStayWithThoseWhoMaySeeThem(t *testing.T) {
	s := newShop(t)
	q := s.question("city-bike", pick("size", "m"))
	seen, err := s.Configure(t.Context(), s.admin, q)
	if err != nil {
		t.Fatal(err)
	}
	if seen.Price.Lines[0].Margin == nil {
		t.Error("who may see costs sees none")
	}
	hidden, err := s.Configure(t.Context(), s.rep, q)
	if err != nil {
		t.Fatal(err)
	}
	if hidden.Price.Lines[0].Margin != nil || hidden.Price.Totals.Margin != nil {
		t.Error("a margin leaves towards a rep")
	}
	if _, err := s.Publication(t.Context(), s.rep, catalog.BookKind, "standard-eur", ""); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a rep reads the price book with its costs: %v", err)
	}
}

func (s *shop) quote(currency string, products ...catalog.Product) catalog.Quote {
	q := catalog.Quote{Products: products, Request: pricing.Request{Date: today,
		Currency: money.MustParseCurrency(currency), Base: money.MustParseCurrency("EUR"),
		Customer: pricing.Customer{Code: "c1", Status: "business"}, Seller: pricing.Seller{Country: "FR"}, ShipTo: "FR"}}
	for n := range products {
		q.Request.Lines = append(q.Request.Lines, pricing.Line{ID: string(rune('1' + n)), Quantity: money.FromInt(2)})
	}
	return q
}

func TestAQuoteIsResolvedAndPricedTogether(t *testing.T) {
	s := newShop(t)
	got, err := s.PriceQuote(t.Context(), s.rep.Tenant, s.quote("EUR",
		catalog.Product{Model: "belt-conveyor", Picks: []configurator.Pick{pick("length", "3000")}},
		catalog.Product{Item: "EX-HELMET"},
		catalog.Product{Item: "EX-HELMETT"},
		catalog.Product{Model: "city-bike"}))
	if err != nil {
		t.Fatal(err)
	}
	conveyor, helmet, typo, open := got.Lines[0], got.Lines[1], got.Lines[2], got.Lines[3]
	if !conveyor.Sellable() || conveyor.BOM == nil || len(conveyor.BOM.Manufacturing) == 0 || conveyor.Item.SKU != "CONV-BELT" {
		t.Errorf("the conveyor resolves to %+v with issues %v", conveyor.Item, conveyor.Issues)
	}
	if !helmet.Sellable() || !got.Price.Lines[1].Net.Equal(money.MustParse("99.80")) {
		t.Errorf("two helmets at 49.90 cost %s, issues %v", got.Price.Lines[1].Net, helmet.Issues)
	}
	if typo.Sellable() || typo.Issues[0].Kind != "unknown-item" {
		t.Errorf("an unknown item has issues %v", typo.Issues)
	}
	if open.Sellable() || !strings.Contains(open.Issues[0].Message, "size") {
		t.Errorf("a bike without a size has issues %v", open.Issues)
	}
	for _, key := range []string{"price_book/standard-eur", "tax_table/vat-fr", "model/city-bike", "model/belt-conveyor"} {
		if got.Pins[key] == "" {
			t.Errorf("%s is not pinned: %v", key, got.Pins)
		}
	}
	if got.Pins["price_book/standard-usd"] != "" {
		t.Error("a book that priced nothing is pinned")
	}
}

func TestPinnedVersionsGiveTheSameBytesAfterNewOnesArePublished(t *testing.T) {
	s := newShop(t)
	q := s.quote("EUR", catalog.Product{Model: "city-bike", Picks: []configurator.Pick{pick("size", "m")}}, catalog.Product{Item: "EX-PUMP"})
	before, err := s.PriceQuote(t.Context(), s.rep.Tenant, q)
	if err != nil {
		t.Fatal(err)
	}
	s.publish(t, catalog.BookKind, "prices/eur.yaml", func(text string) string {
		return strings.Replace(text, "EX-PUMP: {price: 34.90", "EX-PUMP: {price: 39.90", 1)
	})
	s.publish(t, catalog.ModelKind, "bikes/city-bike.yaml", func(text string) string {
		return strings.Replace(text, "default: [mudguards, stand]", "default: [mudguards]", 1)
	})
	pinned := q
	pinned.Pins = before.Pins
	again, err := s.PriceQuote(t.Context(), s.rep.Tenant, pinned)
	if err != nil {
		t.Fatal(err)
	}
	if again.OutputHash != before.OutputHash || again.InputHash != before.InputHash {
		t.Error("the same pins give another price after new versions were published")
	}
	s.publish(t, catalog.RatesKind, "prices/rates.yaml", nil)
	if _, err := s.Publish(t.Context(), s.admin, catalog.Draft{Kind: catalog.PromotionKind, Source: catalog.Source{
		"p.yaml": "code: FLASH\nname: Flash\npercent: 5\nfamilies: [bikes]\n"}}); err != nil {
		t.Fatal(err)
	}
	newer, err := s.Newer(t.Context(), s.rep.Tenant, before.Pins)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, r := range newer {
		keys = append(keys, r.Key())
	}
	if got := strings.Join(keys, " "); got != "model/city-bike price_book/standard-eur promotion/FLASH" {
		t.Errorf("Newer = %v; want the book, the model and the promotion that came since", got)
	}
	fresh, err := s.PriceQuote(t.Context(), s.rep.Tenant, q)
	if err != nil {
		t.Fatal(err)
	}
	if fresh.OutputHash == before.OutputHash {
		t.Error("without pins the new versions change nothing")
	}
}

func TestADerivedBookPricesInItsCurrency(t *testing.T) {
	s := newShop(t)
	for currency, want := range map[string]string{"USD": "41", "JPY": "5900"} {
		got, err := s.PriceQuote(t.Context(), s.rep.Tenant, s.quote(currency, catalog.Product{Item: "EX-PUMP"}))
		if err != nil {
			t.Fatal(err)
		}
		if net := got.Price.Lines[0].UnitNet; net.String() != want {
			t.Errorf("a pump of 34.90 EUR costs %s %s, want %s", net, currency, want)
		}
	}
	_, err := s.PriceQuote(t.Context(), s.rep.Tenant, s.quote("CHF", catalog.Product{Item: "EX-PUMP"}))
	if fault.CodeOf(err) != fault.Conflict {
		t.Errorf("a currency without a book: %v, want a conflict that says so", err)
	}
}

func TestAWithdrawnModelNamesThePresentOne(t *testing.T) {
	s := newShop(t)
	old, err := s.Publication(t.Context(), s.rep, catalog.ModelKind, "city-bike", "")
	if err != nil {
		t.Fatal(err)
	}
	present := s.publish(t, catalog.ModelKind, "bikes/city-bike.yaml", func(text string) string {
		return strings.Replace(text, "default: [mudguards, stand]", "default: [mudguards]", 1)
	})
	if _, err := s.Withdraw(t.Context(), s.admin, old.Ref()); err != nil {
		t.Fatal(err)
	}
	q := s.question("city-bike")
	q.Version = old.Version
	_, err = s.Configure(t.Context(), s.rep, q)
	var f *fault.Error
	if fault.CodeOf(err) != fault.Conflict || !errors.As(err, &f) || f.Details["present_version"] != present.Version {
		t.Errorf("a withdrawn version answers %v, want a conflict naming %s", err, present.Version)
	}
}

func TestMistakesAreReportedTogetherAndNothingIsPublished(t *testing.T) {
	s := newShop(t)
	before := len(s.store.all)
	_, err := s.Publish(t.Context(), s.admin, draft(t, catalog.ModelKind, "bikes/city-bike.yaml", func(text string) string {
		text = strings.Replace(text, `brakes == "hydraulic"`, `brakes == "hydralic"`, 1)
		return strings.Replace(text, "motor.power >= 500", "moter.power >= 500", 1)
	}))
	var suggestions []string
	for _, i := range fault.IssuesOf(err) {
		if i.Position.Line == 0 || i.Position.File != "city-bike.yaml" {
			t.Errorf("an issue without its place: %v", i)
		}
		suggestions = append(suggestions, i.Suggestion)
	}
	if strings.Join(suggestions, " ") != "motor hydraulic" {
		t.Errorf("suggestions %v, want motor and hydraulic; error: %v", suggestions, err)
	}
	if len(s.store.all) != before {
		t.Error("a model with mistakes was published")
	}
}

func TestAModelWithARedTestIsNotPublished(t *testing.T) {
	s := newShop(t)
	_, err := s.Publish(t.Context(), s.admin, draft(t, catalog.ModelKind, "bikes/city-bike.yaml", func(text string) string {
		return strings.Replace(text, "forced: {brakes: hydraulic}", "forced: {brakes: disc}", 1)
	}))
	issues := fault.IssuesOf(err)
	if len(issues) == 0 || issues[0].Kind != "test-failed" || !strings.Contains(issues[0].Message, "strong motor") {
		t.Errorf("Publish = %v, want the failing test by name", err)
	}
}

func TestAModelTestMayExpectAPrice(t *testing.T) {
	s := newShop(t)
	expect := func(price string) error {
		_, err := s.Check(t.Context(), s.admin, draft(t, catalog.ModelKind, "bikes/city-bike.yaml", func(text string) string {
			return strings.Replace(text, "values: {brakes: rim, wheels: w28}", "price: "+price+", values: {brakes: rim, wheels: w28}", 1)
		}))
		return err
	}
	// 690 + 7-speed hub 120 + dynamo 65 + mudguards 29 + double stand 25
	if err := expect("929"); err != nil {
		t.Errorf("the right price: %v", err)
	}
	if err := expect("930"); err == nil || fault.IssuesOf(err)[0].Kind != "test-failed" {
		t.Errorf("a wrong price: %v, want a failed test", err)
	}
}

func TestOneBookPerCurrency(t *testing.T) {
	s := newShop(t)
	_, err := s.Publish(t.Context(), s.admin, draft(t, catalog.BookKind, "prices/eur.yaml", func(text string) string {
		return strings.Replace(text, "book: standard-eur", "book: other-eur", 1)
	}))
	if issues := fault.IssuesOf(err); len(issues) == 0 || issues[0].Kind != "second-book" {
		t.Errorf("a second book in euros: %v", err)
	}
}

func TestWhatHasEndedSinceIsNamed(t *testing.T) {
	s := newShop(t)
	q := s.quote("EUR", catalog.Product{Model: "city-bike", Picks: []configurator.Pick{pick("size", "m")}}, catalog.Product{Item: "EX-PUMP"})
	q.Request.Date = civil.MustParse("2026-05-20") // in the spring offer
	for day, want := range map[string]int{"2026-05-31": 0, "2026-06-01": 1} {
		issues, err := s.Ended(t.Context(), s.rep.Tenant, q, civil.MustParse(day))
		if err != nil {
			t.Fatal(err)
		}
		if len(issues) != want {
			t.Errorf("on %s: %v, want %d", day, issues, want)
			continue
		}
		for _, i := range issues {
			if i.Kind != "offer-ended" || i.Pointer != "/lines/0" {
				t.Errorf("on %s: %v", day, i)
			}
		}
	}
}

// Two repairs that give up one pick each are ranked by price, whichever the
// engine finds first, also where only one is asked for.
func TestTheCheaperOfTwoRepairsComesFirst(t *testing.T) {
	s := newShop(t)
	s.publish(t, catalog.ModelKind, "bikes/city-bike.yaml", func(text string) string {
		const rule = "\n  - {name: three-is-too-much, require: 'not (frame == \"carbon\" and transmission == \"belt\" and wheels == \"w26\")'}"
		return strings.Replace(text, "\nrules:", "\nrules:"+rule, 1)
	})
	carbon, belt := pick("frame", "carbon"), pick("transmission", "belt")
	for _, picks := range [][]configurator.Pick{{carbon, belt}, {belt, carbon}} {
		q := s.question("city-bike", picks...)
		all, err := s.Repair(t.Context(), s.rep, q, "wheels", configurator.Text("w26"), 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(all.Repairs) != 2 || !all.Exhausted || all.Repairs[0].Delta.OneOff.Cmp(all.Repairs[1].Delta.OneOff) >= 0 {
			t.Fatalf("repairs %+v; want two, the cheaper first", all.Repairs)
		}
		one, err := s.Repair(t.Context(), s.rep, q, "wheels", configurator.Text("w26"), 1)
		if err != nil {
			t.Fatal(err)
		}
		if len(one.Repairs) != 1 || one.Exhausted || !one.Repairs[0].Delta.OneOff.Equal(all.Repairs[0].Delta.OneOff) {
			t.Errorf("the one repair asked for is %+v; want the cheaper of %+v", one.Repairs, all.Repairs)
		}
	}
}
