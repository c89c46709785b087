package api_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
)

// troubled is a price list with a mistake of each kind that only a quote brings
// to light; EX-PUMP is fine.
const troubled = `book: standard-eur
currency: EUR
convert: true
items:
  EX-PUMP: 34.90
  EX-HELMET: {formula: 10 / (line.quantity - 1)}
  EX-LOCK: {percent_of: {percent: 10, items: [EX-SEAT]}}
  EX-SEAT: {percent_of: {percent: 10, items: [EX-LOCK]}}
  BA-400: {price: 1e250}
  BA-500: {price: 10, currency: GBP}
  BA-625: {on_request: true}
  TY-PUNC: {bundle: [{item: FR-ALU, quantity: 1}]}
  TY-WINT: {percent_of: {percent: 5, items: [FR-ALU]}}
  EX-RACK: {price: 20, floor: 18, hard_floor: true}
models:
  city-bike:
    base: {formula: config.motor.power * 2}
`

// A mistake in prices that reaches a quote is an issue of its kind on its line,
// with its rule and place in the price list; the other line is priced, the draft is kept,
// and its submission is refused with that issue.
func TestNoQuoteWithABadPriceIsSubmitted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	if _, err := w.goods.Publish(context.Background(), w.root, catalog.Draft{Kind: catalog.BookKind, Source: catalog.Source{"eur.yaml": troubled}}); err != nil {
		t.Fatal(err)
	}
	rep := w.user("Rep", "rep")
	one := func(sku string) object { return object{"item": sku, "quantity": "1"} }
	for name, tc := range map[string]struct {
		bad, good object
		more      list
		currency  string
		// rule is the entry, and at its line of the price list.
		kind, rule, at string
	}{
		"missing price":              {bad: one("FR-ALU"), kind: "missing-price", rule: "FR-ALU"},
		"missing price of a part":    {bad: one("TY-PUNC"), kind: "missing-price", rule: "TY-PUNC", at: "12"},
		"missing rate":               {bad: one("EX-PUMP"), good: one("BA-500"), currency: "GBP", kind: "missing-rate", rule: "EX-PUMP", at: "5"},
		"currency mismatch":          {bad: one("BA-500"), kind: "currency-mismatch", rule: "BA-500", at: "10"},
		"division by zero":           {bad: one("EX-HELMET"), kind: "division-by-zero", rule: "EX-HELMET", at: "6"},
		"missing attribute":          {bad: object{"model": "city-bike", "picks": cityBike, "quantity": "1"}, kind: "missing-attribute", rule: "city-bike", at: "17"},
		"circular percent of others": {bad: one("EX-LOCK"), more: list{one("EX-SEAT")}, kind: "circular-percent-of", rule: "EX-LOCK", at: "7"},
		"percent of a missing price": {bad: one("TY-WINT"), more: list{one("FR-ALU")}, kind: "base-incomplete", rule: "TY-WINT"},
		"overflow":                   {bad: one("BA-400"), kind: "overflow", rule: "BA-400", at: "9"},
		"price on request":           {bad: one("BA-625"), kind: "price-on-request"},
		"below a hard floor":         {bad: object{"item": "EX-RACK", "quantity": "1", "manual": object{"kind": "target", "value": "17.99"}}, kind: "below-floor"},
		"unfinished configuration":   {bad: object{"model": "city-bike", "quantity": "1"}, kind: "configuration-incomplete"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if tc.good == nil {
				tc.good = one("EX-PUMP")
			}
			rep := rep.in(t)
			quote := object{"customer": object{"name": "ACME", "country": "FR"}, "lines": append(list{tc.bad, tc.good}, tc.more...)}
			if tc.currency != "" {
				quote["currency"] = tc.currency
			}
			draft := rep.post("/v1/quotes", quote, fresh()).want(http.StatusCreated)
			if draft.line("1", "price/final_net") == "0" || draft.text("state") != "draft" {
				t.Errorf("the other line: %s", draft.at("lines/1"))
			}
			refused := rep.post("/v1/revisions/"+draft.text("id")+"/submit", nil, ifMatch(draft)).problem(http.StatusUnprocessableEntity, "content-issues")
			found := false
			for n, pointer := range refused.pointers() {
				at := "errors/" + string(rune('0'+n)) + "/"
				if refused.text(at+"kind") == tc.kind && strings.HasPrefix(pointer, "/lines/0") {
					found = true
					if tc.rule != "" && refused.text(at+"rule") != tc.rule {
						t.Errorf("the rule of the mistake: %s", refused.body)
					}
					if tc.at != "" && (refused.text(at+"position/line") != tc.at || refused.text(at+"position/file") != "eur.yaml") {
						t.Errorf("the place of the mistake: %s", refused.body)
					}
				}
				if strings.HasPrefix(pointer, "/lines/1") {
					t.Errorf("the line without a mistake has one: %s", refused.body)
				}
			}
			if !found {
				t.Errorf("no %s on the line: %s", tc.kind, refused.body)
			}
			if again := rep.get("/v1/revisions/" + draft.text("id")).want(http.StatusOK); again.text("state") != "draft" {
				t.Errorf("after the refusal it is %s", again.text("state"))
			}
		})
	}
}

// What is wrong before any quote asks never becomes a quote's: requests with
// such quantities and price lists with such entries are refused.
func TestBadQuantitiesAndPriceListsAreRefused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, pricer := w.user("Rep", "rep"), w.user("Pricer", "pricing_admin")
	for name, quantity := range map[string]string{"negative": "-1", "zero": "0", "overflow": "1e250"} {
		refused := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list{object{"item": "EX-PUMP", "quantity": quantity}}}, fresh())
		if refused.status/100 != 4 || refused.pointers()[0] != "/lines/0/quantity" {
			t.Errorf("%s: %d %s", name, refused.status, refused.body)
		}
	}
	for name, entry := range map[string]string{
		"overlapping entries": "[{price: 1, to: 2026-03-31}, {price: 2, from: 2026-03-31}]",
		"zero base quantity":  "{price: 1, per: 0}",
	} {
		book := "book: standard-eur\ncurrency: EUR\nitems:\n  EX-PUMP: " + entry + "\n"
		refused := pricer.post(books+"/versions", object{"files": object{"eur.yaml": book}}).want(http.StatusUnprocessableEntity)
		if refused.text("errors/0/position/line") != "4" {
			t.Errorf("%s: %s", name, refused.body)
		}
	}
}

// A stateless price of a configuration that is not finished, or contradicts
// itself, is incomplete and says so on the line; the other line is priced.
func TestAPriceOfAnUnfinishedConfigurationIsIncomplete(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	price := func(picks list) answer {
		return rep.post("/v1/price", object{"lines": list{object{"model": "city-bike", "picks": picks, "quantity": "1"}, object{"item": "EX-PUMP", "quantity": "2"}}}).want(http.StatusOK)
	}
	if done := price(cityBike); done.text("complete") != "true" || done.at("issues") != nil {
		t.Errorf("a finished configuration: %s", done.body)
	}
	for kind, picks := range map[string]list{
		"configuration-incomplete": {},
		"configuration-conflict":   append(cityBike[:len(cityBike):len(cityBike)], pick("brakes", "rim"), pick("motor", "c250")),
	} {
		open := price(picks)
		if open.text("complete") != "false" || open.text("issues/0/kind") != kind || open.text("issues/0/line") != "1" || open.text("issues/0/severity") != "error" ||
			open.text("issues/0/message/fr") == "" || open.line("1", "net") != "69.8" {
			t.Errorf("%s: %s", kind, open.body)
		}
	}
}
