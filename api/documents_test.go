package api_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/sheet"
)

const books = "/v1/price-documents/price_book/standard-eur"

// dearerPumps is the example price list with another price for pumps.
func dearerPumps(t *testing.T) object {
	return object{"files": object{"eur.yaml": strings.Replace(example(t, "prices/eur.yaml"), "EX-PUMP: {price: 34.90", "EX-PUMP: {price: 40", 1)}}
}

// A pricing admin publishes, looks at the history, and goes back.
func TestPriceDocumentsThroughTheirLife(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	pricer, rep := w.user("Pricer", identity.PricingAdmin), w.user("Rep", identity.Rep)
	documents := map[string]string{
		"procedure/house":  "procedure: house\nsteps:\n  - {id: list, kind: list}\n  - {id: manual, kind: manual}\n  - {id: rounding, kind: rounding}\n  - {id: tax, kind: tax}\n",
		"promotion/FLASH":  "code: FLASH\nname: {en: Flash, fr: Éclair}\nfamilies: [accessories]\npercent: 10\n",
		"contract/K-1":     "code: K-1\ncustomer: c-1\nprices: [{item: EX-LOCK, price: 30}]\n",
		"tax_table/vat-fr": strings.Replace(example(t, "prices/taxes.yaml"), "rate: 20}", "rate: 21}", 1),
		"rates/rates":      example(t, "prices/rates.yaml") + "  - {from: EUR, to: CHF, date: 2026-01-02, rate: 0.93}\n",
	}
	for at, text := range documents {
		path := "/v1/price-documents/" + at + "/versions"
		body := object{"files": object{"d.yaml": text}}
		rep.post(path, body).problem(http.StatusForbidden, "permission-missing")
		checked := pricer.post(path+"?validate_only=true", body).want(http.StatusOK)
		published := pricer.post(path, body).want(http.StatusOK)
		if published.text("number") != checked.text("number") {
			t.Errorf("%s: checking has published: %s", at, checked.body)
		}
		if published.text("current") != "true" || published.text("source") != "" {
			t.Errorf("%s: %s", at, published.body)
		}
		broken := pricer.post(path, object{"files": object{"d.yaml": text + "\nprecent: 5\nwen: x\n"}}).want(http.StatusUnprocessableEntity)
		if n := broken.count("errors"); n != 2 || broken.text("errors/0/position/line") == "" {
			t.Errorf("%s: mistakes %s", at, broken.body)
		}
	}
	pricer.post("/v1/price-documents/price_boook/x/versions", object{"files": object{"d.yaml": "x"}}).want(http.StatusNotFound)

	first := pricer.get(books + "/versions").want(http.StatusOK).text("items/0/version")
	second := pricer.post(books+"/versions", dearerPumps(t)).want(http.StatusOK).text("version")
	changes := pricer.get(books + "/versions/" + first + "/compare").want(http.StatusOK)
	if changes.count("items") != 1 || changes.text("items/0/key") != "EX-PUMP" || changes.text("items/0/change") != "changed" {
		t.Errorf("compare: %s", changes.body)
	}
	same := pricer.get(books + "/versions/" + first + "/compare?with=" + first).want(http.StatusOK)
	if same.count("items") != 0 {
		t.Errorf("a version differs from itself: %s", same.body)
	}
	rep.get(books+"/versions/"+first+"/compare").problem(http.StatusForbidden, "permission-missing")
	rep.post(books+"/versions/"+first+"/restore", nil).problem(http.StatusForbidden, "permission-missing")
	price := func() string {
		return rep.post("/v1/price", object{"lines": list{object{"item": "EX-PUMP", "quantity": "1"}}}).want(http.StatusOK).text("lines/0/list")
	}
	if price() != "40" {
		t.Errorf("the new list is not in force: %s", price())
	}
	restored := pricer.post(books+"/versions/"+first+"/restore", nil).want(http.StatusOK)
	if restored.text("version") != first || restored.text("current") != "true" || price() != "34.9" {
		t.Errorf("rolled back: %s, a pump costs %s", restored.body, price())
	}
	withdrawn := pricer.post(books+"/versions/"+second+"/withdraw", nil).want(http.StatusOK)
	if withdrawn.text("withdrawn_at") == "" {
		t.Errorf("withdrawn: %s", withdrawn.body)
	}
	pricer.post(books+"/versions/"+second+"/restore", nil).problem(http.StatusConflict, "version-withdrawn")
	pricer.post(books+"/versions", dearerPumps(t)).problem(http.StatusConflict, "version-withdrawn")
}

// What a price list, a tax table and a procedure would do to open quotes is known
// before they are published; quotes that they do not touch are not in the report.
func TestTheEffectOfNewPricesOnOpenQuotes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	pricer, rep := w.user("Pricer", identity.PricingAdmin), w.user("Rep", identity.Rep)
	quote := func(lines ...any) answer {
		return rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list(lines)}, fresh()).want(http.StatusCreated)
	}
	pumps := quote(object{"item": "EX-PUMP", "quantity": "10", "manual": object{"kind": "percent", "value": "10"}}, object{"item": "EX-LOCK", "quantity": "1"})
	quote(object{"item": "EX-PUMP", "quantity": "1", "manual": object{"kind": "target", "value": "30"}})
	quote(object{"item": "EX-LOCK", "quantity": "3"})
	gone := quote(object{"item": "EX-PUMP", "quantity": "1"})
	rep.post("/v1/revisions/"+gone.text("id")+"/discard", object{"reason": "test"}, ifMatch(gone)).want(http.StatusOK)

	rep.post(books+"/effect", dearerPumps(t)).problem(http.StatusForbidden, "permission-missing")
	report := pricer.post(books+"/effect", dearerPumps(t)).want(http.StatusOK)
	// ten pumps at 36 instead of 31.41; the target net stays, its waterfall moves
	if report.text("quotes") != "3" || report.text("changed") != "2" || report.text("delta/EUR") != "45.9" {
		t.Fatalf("the report: %s", report.body)
	}
	at := "effects/0/"
	if report.text(at+"revision_id") != pumps.text("id") {
		at = "effects/1/"
	}
	if report.count(at+"lines") != 1 || report.text(at+"before") != "353.1" || report.text(at+"after") != "399" || report.text(at+"lines/0/sku") != "EX-PUMP" ||
		report.text(at+"lines/0/delta") != "45.9" || report.text(at+"lines/0/moves/0/code") != "list" {
		t.Errorf("the effect on the pumps: %s", report.body)
	}
	if got := rep.get("/v1/revisions/" + pumps.text("id")); got.text("totals/tcv") != "353.1" || got.text("needs_reprice") != "" || got.text("version") != pumps.text("version") {
		t.Errorf("looking at the effect has changed the quote: %s", got.body)
	}
	if now := pricer.get(books + "/versions").want(http.StatusOK); now.count("items") != 1 {
		t.Errorf("looking at the effect has published: %s", now.body)
	}

	ends := strings.Replace(example(t, "prices/eur.yaml"), "  EX-PUMP: {price: 34.90, cost: 15.50}\n", "", 1)
	missing := pricer.post(books+"/effect", object{"files": object{"eur.yaml": ends}}).want(http.StatusOK)
	if missing.text("changed") != "2" || missing.text("effects/0/issues/0/kind") != "missing-price" && missing.text("effects/0/issues/0/type") == "" {
		t.Errorf("a price that ends: %s", missing.body)
	}
	vat := pricer.post("/v1/price-documents/tax_table/vat-fr/effect", object{"files": object{"t.yaml": strings.Replace(example(t, "prices/taxes.yaml"),
		"{seller: FR, ship_to: FR, category: S, rate: 20}", "{seller: FR, ship_to: FR, category: S, rate: 21}", 1)}}).want(http.StatusOK)
	if vat.text("changed") != "3" || vat.text("effects/0/delta") != "0" || vat.text("effects/0/lines/0/changes/0/after") != "S 21" {
		t.Errorf("another rate of VAT: %s", vat.body)
	}
	house := "procedure: house\nsteps:\n  - {id: list, kind: list}\n  - {id: house, kind: percent, value: 1}\n  - {id: manual, kind: manual}\n" +
		"  - {id: rounding, kind: rounding}\n  - {id: quote, kind: quote}\n  - {id: tax, kind: tax}\n"
	steps := pricer.post("/v1/price-documents/procedure/house/effect", object{"files": object{"p.yaml": house}}).want(http.StatusOK)
	if steps.text("changed") != "3" || !strings.Contains(string(steps.body), `"code":"house"`) {
		t.Errorf("another procedure: %s", steps.body)
	}
}

// A stored revision prices again to the same bytes, even after new versions; a
// fact that is not pinned is named as what changed.
func TestReplayOfAStoredRevision(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	manager := s.people["manager"]
	for _, revision := range []string{s.draft["revision_id"], s.won["revision_id"]} {
		path := "/v1/revisions/" + revision + "/replay"
		if got := manager.get(path).want(http.StatusOK); got.text("same") != "true" || got.text("semantics") != "1" {
			t.Errorf("replay: %s", got.body)
		}
	}
	s.publishBook("base: {price: 690", "base: {price: 777")
	path := "/v1/revisions/" + s.draft["revision_id"] + "/replay"
	if got := manager.get(path).want(http.StatusOK); got.text("same") != "true" {
		t.Errorf("replay after a new price list: %s", got.body)
	}
	root := s.people["admin"]
	item := root.get("/v1/items/BIKE-CITY").want(http.StatusOK)
	root.do(http.MethodPut, "/v1/items", object{"items": list{object{"sku": "BIKE-CITY", "name": item.at("name"), "unit": item.text("unit"),
		"family": item.text("family"), "tax_class": "reduced", "weight": item.text("weight")}}}).want(http.StatusOK)
	customer := root.get("/v1/customers/" + s.draft["customer_id"]).want(http.StatusOK)
	root.patch("/v1/customers/"+s.draft["customer_id"], object{"vat_status": "consumer", "segment": "dealer", "addresses": list{
		object{"code": "main", "street": "Domplatz 1", "postal_code": "50667", "city": "Köln", "country": "DE"}}}, ifMatch(customer)).want(http.StatusOK)
	settings, err := s.quotes.Settings(t.Context(), s.root)
	if err != nil {
		t.Fatal(err)
	}
	settings.Seller.TaxStatus, settings.BaseCurrency = "franchise", money.MustParseCurrency("USD")
	if _, err := s.quotes.SaveSettings(t.Context(), s.root, settings); err != nil {
		t.Fatal(err)
	}
	if got := manager.get(path).want(http.StatusOK); got.text("same") != "true" {
		t.Errorf("replay after item, customer and seller have become others: %s", got.body)
	}
	draft := s.people["owner"].get("/v1/revisions/" + s.draft["revision_id"]).want(http.StatusOK)
	today := s.people["owner"].post("/v1/revisions/"+s.draft["revision_id"]+"/edit", object{"change": list{object{"id": draft.line("0", "id"), "note": "x"}}},
		ifMatch(draft)).want(http.StatusOK)
	if today.line("0", "price/tax_category") != "E" || today.line("0", "facts/item/tax_class") != "reduced" || today.text("price_facts/seller/status") != "franchise" {
		t.Errorf("an edit prices with facts of before: %s", today.body)
	}
}

// Which discount comes to a total, and who would have to approve it.
func TestTheDiscountThatReachesAGoal(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner, manager := s.people["owner"], s.people["manager"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	before := owner.get(path).want(http.StatusOK)
	mild := owner.post(path+"/goal", object{"net": before.text("totals/one_off/net")}).want(http.StatusOK)
	if mild.text("reached") != "true" || mild.text("percent") != "0" {
		t.Errorf("the total it has: %s", mild.body)
	}
	steep := owner.post(path+"/goal", object{"net": "900"}).want(http.StatusOK)
	if steep.text("reached") != "true" || steep.text("totals/one_off/net") != "900" || steep.text("approvals_needed/0/rule") != "discount-12" {
		t.Errorf("a steep total: %s", steep.body)
	}
	taken := owner.patch(path, object{"discount": steep.at("discount")}, ifMatch(before)).want(http.StatusOK)
	if taken.text("totals/one_off/net") != "900" {
		t.Errorf("the discount comes to %s", taken.text("totals/one_off/net"))
	}
	owner.post(path+"/goal", object{"margin": "30"}).problem(http.StatusForbidden, "permission-missing")
	if got := manager.post(path+"/goal", object{"margin": "30"}).want(http.StatusOK); got.text("reached") == "" || got.text("totals/cost") == "" {
		t.Errorf("a margin: %s", got.body)
	}
	owner.post(path+"/goal", object{"net": "1", "gross": "2"}).want(http.StatusUnprocessableEntity)
}

// Prices and items go out as tables, are edited in a spreadsheet and come back,
// all or nothing.
func TestTablesOfPricesAndItems(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	pricer, rep := w.user("Pricer", identity.PricingAdmin), w.user("Rep", identity.Rep)
	const entries = "/v1/price-books/standard-eur/entries"
	file := header{"Content-Type", "application/octet-stream"}
	rep.get(entries).problem(http.StatusForbidden, "permission-missing")

	csv := pricer.get(entries).want(http.StatusOK)
	if !strings.HasPrefix(string(csv.body), "id,item,model,") || !strings.HasPrefix(csv.header.Get("Content-Type"), "text/csv") {
		t.Fatalf("the table: %.200s", csv.body)
	}
	book := pricer.get(entries + "?format=xlsx").want(http.StatusOK)
	rows, err := sheet.Read(bytes.NewReader(book.body))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(row) > 15 && row[1] == "EX-PUMP" {
			row[15] = "41.5"
		}
	}
	var edited bytes.Buffer
	if err := sheet.Write(&edited, "Prices", rows, func(int) bool { return false }); err != nil {
		t.Fatal(err)
	}
	before := pricer.get(books + "/versions").want(http.StatusOK).text("items/0/version")
	rep.do(http.MethodPut, entries, edited.String(), file).problem(http.StatusForbidden, "permission-missing")
	pricer.do(http.MethodPut, entries+"?validate_only=true", edited.String(), file).want(http.StatusOK)
	published := pricer.do(http.MethodPut, entries, edited.String(), file).want(http.StatusOK)
	if published.text("number") != "2" {
		t.Errorf("published: %s", published.body)
	}
	changes := pricer.get(books + "/versions/" + before + "/compare").want(http.StatusOK)
	if changes.count("items") != 1 || changes.text("items/0/key") != "EX-PUMP" {
		t.Errorf("the spreadsheet has changed: %s", changes.body)
	}
	wrong := pricer.do(http.MethodPut, entries+"?language=fr", "item;price;to\nA;1 2,5;\nB;2;31/02/2026\nC\n", file).want(http.StatusUnprocessableEntity)
	if wrong.count("errors") != 2 || wrong.text("errors/0/position/line") != "2" || wrong.text("errors/1/position/column") != "3" {
		t.Errorf("mistakes: %s", wrong.body)
	}
	pricer.do(http.MethodPut, entries, "item,price\nA,1\n").problem(http.StatusUnsupportedMediaType, "unsupported-media-type")
	if got := pricer.get(books + "/versions").want(http.StatusOK); got.count("items") != 2 {
		t.Errorf("a table with mistakes was published: %s", got.body)
	}

	items := pricer.get("/v1/item-table").want(http.StatusOK)
	if !strings.HasPrefix(string(items.body), "sku,name_en,name_fr,") {
		t.Fatalf("items: %.200s", items.body)
	}
	pricer.get("/v1/item-table?format=xlsx").want(http.StatusOK)
	rep.do(http.MethodPut, "/v1/item-table", string(items.body), file).problem(http.StatusForbidden, "permission-missing")
	again := pricer.do(http.MethodPut, "/v1/item-table", string(items.body), file).want(http.StatusOK)
	if again.text("items") == "0" || rep.get("/v1/items/EX-PUMP").want(http.StatusOK).text("version") != "1" {
		t.Errorf("the same items again: %s", again.body)
	}
	pricer.do(http.MethodPut, "/v1/item-table", "sku;name_fr;weight\nNEW-1;Sonnette;0,12\n", file).want(http.StatusOK)
	if got := rep.get("/v1/items/NEW-1").want(http.StatusOK); got.text("weight") != "0.12" {
		t.Errorf("a new item: %s", got.body)
	}
	pricer.do(http.MethodPut, "/v1/item-table", "sku;name_fr;weight\nNEW-2;Grelot;0,1\nNEW-3;;x\n", file).want(http.StatusUnprocessableEntity)
	rep.get("/v1/items/NEW-2").want(http.StatusNotFound)
}
