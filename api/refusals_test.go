package api_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Whoever changes an old version is told what has changed since, and by whom.
func TestALostIfMatchTellsWhatChanged(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner, mate, desk := s.people["owner"], s.people["teammate"], s.people["desk"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	seen := owner.get(path)
	line := object{"change": list{object{"id": seen.line("0", "id"), "quantity": "3"}}}
	theirs := mate.post(path+"/edit", line, ifMatch(seen)).want(http.StatusOK)
	mate.patch(path, object{"notes": "blue"}, ifMatch(theirs)).want(http.StatusOK)
	for _, tried := range []string{path + "/edit", path + "/edit?validate_only=true"} {
		lost := owner.post(tried, line, ifMatch(seen)).problem(http.StatusPreconditionFailed, "stale-version")
		if lost.text("details/version") != "3" || lost.count("details/changes") != 2 ||
			lost.text("details/changes/0/edited/0") != "lines" || lost.text("details/changes/0/changes/0/field") != "tcv" ||
			lost.text("details/changes/1/edited/0") != "header" || lost.text("details/changes/1/actor/name") != "Mate" {
			t.Errorf("told: %s", lost.body)
		}
	}
	if one := owner.post(path+"/submit", nil, ifMatch(theirs)).problem(http.StatusPreconditionFailed, "stale-version"); one.count("details/changes") != 1 {
		t.Errorf("told of a version less: %s", one.body)
	}

	quote := "/v1/quotes/" + s.draft["quote_id"]
	old := owner.get(quote)
	mate.patch(quote, object{"title": "Fleet"}, ifMatch(old)).want(http.StatusOK)
	if lost := owner.patch(quote, object{"title": "Bikes"}, ifMatch(old)).problem(http.StatusPreconditionFailed, "stale-version"); lost.text("details/changes/0/changes/0/after") != "Fleet" {
		t.Errorf("of a quote: %s", lost.body)
	}

	order := "/v1/orders/" + s.won["order_id"]
	placed := desk.get(order)
	desk.patch(order, object{"erp_status": "planned"}, ifMatch(placed)).want(http.StatusOK)
	if lost := desk.patch(order, object{"erp_status": "made"}, ifMatch(placed)).problem(http.StatusPreconditionFailed, "stale-version"); lost.text("details/changes/0/type") != "order.updated" {
		t.Errorf("of an order: %s", lost.body)
	}
}

// A guard that does not hold answers 409 or 422 with the state, the reason, what
// is allowed and who can.
func TestAViolatedGuardSaysWhatIsAllowed(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner, manager := s.people["owner"], s.people["manager"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	says := func(a answer, state string) {
		t.Helper()
		if a.text("details/state") != state || a.count("details/allowed") == 0 || a.count("details/allowed/0/who") == 0 {
			t.Errorf("it says %s", a.body)
		}
	}
	own := manager.patch(path, object{"discount": object{"kind": "percent", "value": "13"}}, ifMatch(manager.get(path))).want(http.StatusOK)
	own = owner.post(path+"/submit", nil, ifMatch(own)).want(http.StatusOK)
	says(manager.post(path+"/approve", object{}, ifMatch(own)).problem(http.StatusConflict, "own-work"), "pending_approval")

	sent, _ := s.offered(owner)
	path = "/v1/revisions/" + sent.text("id")
	wrong := owner.post(path+"/record_acceptance", object{"received": "2199-01-01", "purchase_reason": "prize"}, fresh()).
		want(http.StatusUnprocessableEntity)
	says(wrong, "sent")
	if got := wrong.pointers(); !slices.Equal(got, []string{"/po_number", "/received", "/purchase_reason"}) || wrong.text("errors/2/suggestion") != "price" {
		t.Errorf("mistakes: %s", wrong.body)
	}
	says(owner.post(path+"/reject", object{"reason": "prize"}, ifMatch(owner.get(path))).problem(http.StatusUnprocessableEntity, "reason-unknown"), "sent")
}

// What a quote names must be there, and every mistake stands where it was made.
func TestMistakesInAQuoteStandWhereTheyAre(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, pricer := w.user("Julie", identity.Rep), w.user("Olivia", identity.PricingAdmin)
	lock := pricer.get("/v1/items/EX-LOCK").want(http.StatusOK)
	pricer.do(http.MethodPut, "/v1/items", object{"items": list{object{"sku": "EX-LOCK", "name": lock.at("name"), "unit": "MTR", "quantity_precision": 3}}}).want(http.StatusOK)
	customer := object{"name": "ACME", "addresses": list{object{"code": "seat", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}}}
	wrong := rep.post("/v1/quotes", object{"customer": customer, "currency": "EUX", "lines": list{object{"item": "EX-PUMP", "quantity": "1,5"}}}, fresh()).
		problem(http.StatusUnprocessableEntity, "invalid-request")
	if got := wrong.pointers(); !slices.Equal(got, []string{"/currency", "/lines/0/quantity"}) {
		t.Errorf("mistakes: %s", wrong.body)
	}
	section := identity.NewID().String()
	wrong = rep.post("/v1/quotes", object{"customer": customer, "contact_id": section, "discount": object{"kind": "percent", "value": "120"},
		"sections": list{object{"id": section, "title": "A"}, object{"id": section, "title": "B"}},
		"lines":    list{object{"item": "EX-PUMP", "quantity": "0"}}}, fresh()).problem(http.StatusUnprocessableEntity, "invalid-quote")
	if got := wrong.pointers(); !slices.Equal(got, []string{"/contact_id", "/discount/value", "/lines/0/quantity", "/sections/1/id"}) {
		t.Errorf("mistakes: %s", wrong.body)
	}

	draft := rep.post("/v1/quotes", object{"customer": customer, "ship_to": "seet", "lines": list{
		object{"item": "EX-PUMP", "quantity": "1.5"}, object{"item": "EX-LOCK", "quantity": "1.125", "site": "seat"},
		object{"item": "EX-LOCK", "quantity": "1.1255", "site": "plant"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	refused := rep.post(path+"/submit", nil, ifMatch(draft)).problem(http.StatusUnprocessableEntity, "content-issues")
	if got := refused.pointers(); !slices.Equal(got, []string{"/lines/0/quantity", "/lines/2/quantity", "/lines/2/site", "/ship_to"}) ||
		refused.text("errors/3/suggestion") != "seat" {
		t.Errorf("of the content: %s", refused.body)
	}
	mended := rep.post(path+"/edit", object{"change": list{object{"id": draft.line("0", "id"), "quantity": "2"},
		object{"id": draft.line("2", "id"), "quantity": "1.125", "site": nil}}}, ifMatch(draft)).want(http.StatusOK)
	mended = rep.patch(path, object{"ship_to": "seat"}, ifMatch(mended)).want(http.StatusOK)
	rep.post(path+"/submit", nil, ifMatch(mended)).want(http.StatusOK)
	if bad := rep.patch("/v1/quotes/"+draft.text("quote/id"), object{"contact_id": section}, header{"If-Match", `"1"`}).want(http.StatusUnprocessableEntity); !slices.Equal(bad.pointers(), []string{"/contact_id"}) {
		t.Errorf("a contact of nobody: %s", bad.body)
	}
	if bad := rep.post("/v1/price", object{"lines": list{object{"item": "EX-PUMP", "quantity": "1.5"}}}).want(http.StatusUnprocessableEntity); !slices.Equal(bad.pointers(), []string{"/lines/0/quantity"}) {
		t.Errorf("half a pump: %s", bad.body)
	}
}
