package api_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
)

// publishBook publishes the example price list in euros, changed.
func (w *world) publishBook(pairs ...string) {
	w.t.Helper()
	text := strings.NewReplacer(pairs...).Replace(example(w.t, "prices/eur.yaml"))
	if _, err := w.goods.Publish(context.Background(), w.root, catalog.Draft{Kind: catalog.BookKind, Source: catalog.Source{"eur.yaml": text}}); err != nil {
		w.t.Fatal(err)
	}
}

// line returns a field of a revision's line.
func (a answer) line(n, field string) string {
	a.t.Helper()
	return a.text("lines/" + n + "/" + field)
}

// A new price list never moves a draft: it is flagged with the difference, which
// the rep looks at, keeps one price and takes the others.
func TestNewPricesAreTakenOrKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list{
		object{"item": "EX-PUMP", "quantity": "10", "manual": object{"kind": "percent", "value": "10"}},
		object{"item": "EX-LOCK", "quantity": "2"},
		object{"item": "SV-BIKE-YEAR", "quantity": "1"},
	}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	if got := rep.get(path); got.text("needs_reprice") != "" {
		t.Fatalf("a fresh draft needs a reprice: %s", got.at("newer_versions"))
	}

	w.publishBook("EX-HELMET: {price: 49.90", "EX-HELMET: {price: 55")
	if got := rep.get(path); got.text("needs_reprice") != "" {
		t.Errorf("a price that the draft does not use flags it: %s", got.at("newer_versions"))
	}
	w.publishBook("EX-PUMP: {price: 34.90", "EX-PUMP: {price: 40", "EX-LOCK: {price: 39", "EX-LOCK: {price: 45", "SV-BIKE-YEAR: {price: 96", "SV-BIKE-YEAR: {price: 120")
	flagged := rep.get(path)
	// 10 pumps 5.10 dearer less 10 %, 2 locks 6 dearer, a year's service 24 dearer
	if flagged.text("needs_reprice") != "true" || flagged.text("reprice_delta") != "81.9" || flagged.text("newer_versions/0/code") != "standard-eur" {
		t.Fatalf("needs_reprice %s, delta %s, newer %v", flagged.text("needs_reprice"), flagged.text("reprice_delta"), flagged.at("newer_versions"))
	}
	if flagged.line("0", "price/unit_net") != "31.41" {
		t.Errorf("the new list has moved the draft: %s", flagged.line("0", "price/unit_net"))
	}
	preview := rep.get(path + "/reprice").want(http.StatusOK)
	if preview.text("delta") != "81.9" || preview.line("0", "kind") != "changed" || preview.line("0", "moves/0/code") != "list" || preview.text("totals/year/net") != "120" {
		t.Errorf("the preview: %s", preview.body)
	}

	kept := rep.post(path+"/edit", object{"change": list{
		object{"id": draft.line("0", "id"), "price_kept": true}, object{"id": draft.line("2", "id"), "price_kept": true},
	}}, ifMatch(flagged)).want(http.StatusOK)
	if kept.line("0", "price/unit_net") != "31.41" || kept.line("0", "kept/price") != "34.9" || kept.line("2", "price/unit_net") != "96" {
		t.Fatalf("keeping a price changes it: %s", kept.at("lines"))
	}
	taken := rep.post(path+"/reprice", nil, ifMatch(kept)).want(http.StatusOK)
	if taken.line("0", "price/unit_net") != "31.41" || taken.line("1", "price/unit_net") != "45" || taken.line("2", "price/unit_net") != "96" ||
		taken.line("2", "resolved/period") != "year" || taken.text("needs_reprice") != "" {
		t.Errorf("after repricing: %s", taken.at("lines"))
	}
	manager := w.user("Boss", "admin", "manager")
	if seen := manager.get(path).want(http.StatusOK); seen.line("0", "price/cost") != "155" || seen.line("0", "kept/cost") != "15.5" {
		t.Errorf("a kept price has lost its cost: %s", seen.at("lines/0"))
	}
	if strings.Contains(string(taken.body), `"cost":"15`) {
		t.Errorf("the kept cost leaves towards a rep")
	}
	more := rep.post(path+"/edit", object{"change": list{object{"id": draft.line("0", "id"), "price_kept": false}}}, ifMatch(taken)).want(http.StatusOK)
	if more.line("0", "price/unit_net") != "36" {
		t.Errorf("a price let go is %s, want that of the new list", more.line("0", "price/unit_net"))
	}
	usd := rep.patch(path, object{"currency": "USD"}, ifMatch(more))
	if usd.status == http.StatusOK && usd.at("lines/2/kept") != nil {
		t.Error("a kept price survives a change of currency")
	}
}

// What was kept is the price of one configuration, not of another.
func TestAKeptPriceEndsWithItsConfiguration(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"},
		"lines": list{object{"model": "city-bike", "picks": cityBike, "quantity": "1"}, object{"special": "A bell", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	id := draft.line("0", "id")
	kept := rep.post(path+"/edit", object{"change": list{object{"id": id, "price_kept": true}}}, ifMatch(draft)).want(http.StatusOK)
	same := rep.post(path+"/edit", object{"change": list{object{"id": id, "picks": cityBike, "quantity": "2"}}}, ifMatch(kept)).want(http.StatusOK)
	if same.line("0", "price_kept") != "true" || same.line("0", "price/unit_net") != draft.line("0", "price/unit_net") {
		t.Errorf("more of the same: %s", same.at("lines/0/price"))
	}
	other := rep.post(path+"/edit", object{"change": list{object{"id": id, "picks": append(cityBike[:len(cityBike):len(cityBike)], object{"path": "motor", "value": "m500"})}}}, ifMatch(same)).want(http.StatusOK)
	if other.line("0", "price_kept") != "" || other.line("0", "price/unit_net") == draft.line("0", "price/unit_net") {
		t.Errorf("a strong motor at the price kept without: %s", other.at("lines/0/price"))
	}
	refused := rep.post(path+"/edit", object{"change": list{object{"id": other.line("1", "id"), "price_kept": true}}}, ifMatch(other)).want(http.StatusUnprocessableEntity)
	if refused.text("errors/0/type") != "/problems/nothing-to-keep" && !strings.Contains(string(refused.body), "nothing-to-keep") {
		t.Errorf("keeping a price that is not there: %s", refused.body)
	}
}

// A draft whose price book has been withdrawn can still be read; it needs prices.
func TestADraftWithoutAPriceBookIsRead(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, pricer := w.user("Rep", "rep"), w.user("Pricer", "pricing_admin")
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list{object{"item": "EX-PUMP", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	pricer.post(books+"/versions/"+draft.text("pins/book")+"/withdraw", nil).want(http.StatusOK)
	w.publish(catalog.RatesKind, "prices/rates.yaml")
	tax := strings.Replace(example(t, "prices/taxes.yaml"), "rate: 5.5", "rate: 6", 1)
	pricer.post("/v1/price-documents/tax_table/vat-fr/versions", object{"files": object{"t.yaml": tax}}).want(http.StatusOK)
	read := rep.get("/v1/revisions/" + draft.text("id")).want(http.StatusOK)
	if read.text("needs_reprice") != "true" || read.at("reprice_delta") != nil || read.line("0", "price/unit_net") != "34.9" {
		t.Errorf("the draft: %s", read.body)
	}
	rep.get("/v1/revisions/"+draft.text("id")+"/reprice").problem(http.StatusConflict, "no-price-book")
}

// The place of delivery of a line, and the status of the seller, decide VAT.
func TestVATFollowsTheSiteAndTheSeller(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	customer := rep.post("/v1/customers", object{"name": "Rhein GmbH", "vat_number": "DE136695976", "addresses": list{
		object{"code": "paris", "street": "1 rue Oberkampf", "postal_code": "75011", "city": "Paris", "country": "FR"},
		object{"code": "koeln", "street": "Domplatz 1", "postal_code": "50667", "city": "Köln", "country": "DE"},
	}}, fresh()).want(http.StatusCreated)
	draft := rep.post("/v1/quotes", object{"customer_id": customer.text("id"), "ship_to": "paris", "lines": list{
		object{"item": "EX-PUMP", "quantity": "1"}, object{"item": "EX-PUMP", "quantity": "1", "site": "koeln"},
	}}, fresh()).want(http.StatusCreated)
	if a, b := draft.line("0", "price/tax_category"), draft.line("1", "price/tax_category"); a != "S" || b != "K" {
		t.Errorf("delivered to Paris %s, to Cologne %s; want S and K", a, b)
	}
	settings, err := w.quotes.Settings(t.Context(), w.root)
	if err != nil {
		t.Fatal(err)
	}
	settings.Seller.TaxStatus = "franchise"
	if _, err := w.quotes.SaveSettings(t.Context(), w.root, settings); err != nil {
		t.Fatal(err)
	}
	small := rep.post("/v1/revisions/"+draft.text("id")+"/edit", object{"change": list{object{"id": draft.line("0", "id"), "quantity": "2"}}}, ifMatch(draft)).want(http.StatusOK)
	if small.line("0", "price/tax_category") != "E" || !strings.Contains(string(small.body), "293 B") || small.text("totals/one_off/vat") != "0" {
		t.Errorf("a small business charges VAT: %s", small.at("taxes"))
	}
	settings, _ = w.quotes.Settings(t.Context(), w.root)
	settings.Seller.TaxStatus = "francise"
	if _, err := w.quotes.SaveSettings(t.Context(), w.root, settings); err == nil {
		t.Error("a status that is none was saved")
	}
}

// A line without a price is an issue on it; the other line is priced, and the
// quote waits for the price before it can be submitted.
func TestAQuoteWithoutAPriceCannotBeSubmitted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"},
		"lines": list{object{"item": "FR-ALU", "quantity": "1"}, object{"item": "EX-PUMP", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	if draft.line("0", "price/issues/0/kind") != "missing-price" || draft.line("1", "price/unit_net") != "34.9" {
		t.Errorf("the lines: %s", draft.at("lines"))
	}
	refused := rep.post("/v1/revisions/"+draft.text("id")+"/submit", nil, ifMatch(draft)).want(http.StatusUnprocessableEntity)
	if refused.pointers()[0] != "/lines/0" {
		t.Errorf("the submit: %s", refused.body)
	}
}

// A promotion with a coupon is for quotes that bring it; a stateless price also
// takes terms, service dates and ramps.
func TestCouponsAndTermsInPrices(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	if _, err := w.goods.Publish(t.Context(), w.root, catalog.Draft{Kind: catalog.PromotionKind, Source: catalog.Source{
		"p.yaml": "code: CLUB\nname: Club\npercent: 10\ncoupon: CLUB-26\nitems: [EX-PUMP]\n"}}); err != nil {
		t.Fatal(err)
	}
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list{object{"item": "EX-PUMP", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	club := rep.patch(path, object{"coupons": list{"CLUB-26"}}, ifMatch(draft)).want(http.StatusOK)
	if club.text("totals/one_off/net") != "31.41" || club.text("coupons/0") != "CLUB-26" {
		t.Errorf("with the coupon: %s", club.at("totals"))
	}
	plain := rep.patch(path, object{"coupons": list{}}, ifMatch(club)).want(http.StatusOK)
	if plain.text("totals/one_off/net") != "34.9" {
		t.Errorf("without: %s", plain.at("totals"))
	}
	price := rep.post("/v1/price", object{"coupons": list{"CLUB-26"}, "term_months": 24, "lines": list{
		object{"item": "EX-PUMP", "quantity": "2"},
		object{"item": "SV-FLEET-MON", "quantity": "10", "ramp": list{object{"year": 1, "percent": "50"}}},
		object{"item": "SV-FLEET-MON", "quantity": "1", "start": "2026-03-01", "end": "2026-08-31"},
	}}).want(http.StatusOK)
	if price.line("0", "unit_net") != "31.41" || price.line("1", "tcv") != "2480.4" || price.line("2", "tcv") != "82.68" {
		t.Errorf("stateless: %s", price.at("lines"))
	}
}

// A line of a draft moves to the version of its model that is asked for, with
// the picks that carry over; the version it had may have been withdrawn.
func TestALineMovesToAnotherVersionOfItsModel(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, modeller := w.user("Rep", "rep"), w.user("Modeller", "modeller")
	steel := object{"model": "city-bike", "picks": cityBike, "quantity": "1"}
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"},
		"lines": list{steel, steel, object{"item": "EX-LOCK", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	old := draft.line("0", "resolved/model_version")
	renamed := strings.NewReplacer("{code: steel, item: FR-STEEL,", "{code: chromoly, was: [steel], item: FR-CARBON,", `"steel"`, `"chromoly"`)
	published := modeller.post("/v1/models/city-bike/versions", object{"entry": "m.yaml", "files": object{"m.yaml": renamed.Replace(example(t, "bikes/city-bike.yaml"))}}).want(http.StatusOK)
	version := published.text("version")
	modeller.post("/v1/models/city-bike/versions/"+old+"/withdraw", nil).want(http.StatusOK)

	last := draft
	for _, quantity := range []string{"2", "3"} {
		last = rep.post(path+"/edit", object{"change": list{object{"id": draft.line("0", "id"), "quantity": quantity}}}, ifMatch(last)).want(http.StatusOK)
		if last.text("pins/models/city-bike") != old || last.line("0", "resolved/issues/0/kind") != "model-unusable" {
			t.Errorf("an edit with a withdrawn version: pins %v, line %v", last.at("pins"), last.at("lines/0/resolved"))
		}
	}
	upgrade := rep.post("/v1/models/city-bike/upgrade", object{"version": old, "picks": cityBike}).want(http.StatusOK)
	change := func(n string) object {
		return object{"id": draft.line(n, "id"), "picks": upgrade.at("picks"), "model_version": version}
	}
	both := object{"change": list{change("0"), change("1")}}
	tried := rep.post(path+"/edit?validate_only=true", both, ifMatch(last)).want(http.StatusOK)
	moved := rep.post(path+"/edit", both, ifMatch(last)).want(http.StatusOK)
	if tried.text("totals/one_off/net") != moved.text("totals/one_off/net") || moved.text("totals/one_off/net") == draft.text("totals/one_off/net") {
		t.Errorf("net %s before, %s tried, %s after", draft.text("totals/one_off/net"), tried.text("totals/one_off/net"), moved.text("totals/one_off/net"))
	}
	for _, n := range []string{"0", "1"} {
		if moved.line(n, "resolved/model_version") != version || moved.line(n, "picks/0/value") != "chromoly" || moved.line(n, "resolved/valid") != "true" {
			t.Errorf("line %s: %s", n, moved.at("lines/"+n+"/resolved"))
		}
	}
	if moved.text("pins/book") != draft.text("pins/book") {
		t.Error("the upgrade of a model has taken another price list")
	}
	for name, bad := range map[string]list{
		"two versions": {change("0"), object{"id": draft.line("1", "id"), "model_version": old}},
		"no model":     {object{"id": draft.line("2", "id"), "model_version": version}},
		"unknown":      {object{"id": draft.line("0", "id"), "model_version": "sha256:" + strings.Repeat("0", 64)}},
		"withdrawn":    {object{"id": draft.line("0", "id"), "model_version": old}},
	} {
		if got := rep.post(path+"/edit", object{"change": bad}, ifMatch(moved)).want(http.StatusUnprocessableEntity); !strings.Contains(string(got.body), "invalid-model-version") {
			t.Errorf("%s: %s", name, got.body)
		}
	}
}
