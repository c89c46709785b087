package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// Many approvals at once: what fails is told and keeps nothing else from being
// decided.
func TestSeveralDecisionsAtOnce(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	owner, approver := s.people["owner"], s.people["approver"]
	pending, draft := s.revisions["pending"], s.revisions["draft"]
	if inbox := approver.get("/v1/approvals").want(http.StatusOK); inbox.count("items") != 1 || inbox.text("items/0/quote/revision_id") != pending.text("id") {
		t.Errorf("the inbox: %s", inbox.body)
	}
	decisions := object{"decisions": list{
		object{"revision_id": draft.text("id"), "version": draft.at("version")},
		object{"revision_id": pending.text("id"), "version": 99},
		object{"revision_id": pending.text("id"), "version": pending.at("version"), "comment": "Fine"},
	}}
	owner.post("/v1/approvals/decide", decisions).problem(http.StatusForbidden, "permission-missing")
	done := approver.post("/v1/approvals/decide", decisions).want(http.StatusOK)
	for n, want := range []string{"404", "412", ""} {
		item := done.at("items").([]any)[n].(map[string]any)
		problem, failed := item["problem"].(map[string]any)
		if failed != (want != "") || failed && done.text("items/"+string(rune('0'+n))+"/problem/status") != want {
			t.Errorf("decision %d: %v, want %q", n, problem, want)
		}
	}
	if done.text("items/2/state") != "pending_approval" || approver.get("/v1/approvals").count("items") != 0 {
		t.Errorf("the manager's step is still open: %s", done.body)
	}
	manager := s.people["manager"]
	manager.get("/v1/revisions/"+pending.text("id")+"/since_approval").problem(http.StatusNotFound, "never-approved")
	approved := manager.post("/v1/approvals/decide", object{"decisions": list{object{"revision_id": pending.text("id"), "version": done.at("items/2/version")}}}).want(http.StatusOK)
	if approved.text("items/0/state") != "approved" {
		t.Fatalf("approved: %s", approved.body)
	}
	since := manager.get("/v1/revisions/" + pending.text("id") + "/since_approval").want(http.StatusOK)
	if since.text("changes/delta") != "0" {
		t.Errorf("since the approval: %s", since.body)
	}
}

// Templates are listed apart and quotes are started from them, with their
// prices or with the newest.
func TestTemplates(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	before := owner.get("/v1/quotes").want(http.StatusOK).count("items")
	saved := owner.post("/v1/revisions/"+s.draft["revision_id"]+"/clone", object{"template": true, "title": "Standard fleet"}, fresh()).want(http.StatusCreated)
	listed := owner.get("/v1/quotes?template=true").want(http.StatusOK)
	if listed.count("items") != 1 || listed.text("items/0/title") != "Standard fleet" || owner.get("/v1/quotes").count("items") != before {
		t.Errorf("templates: %s", listed.body)
	}
	if owner.get("/v1/quotes/"+saved.text("quote/id")).text("template") != "true" {
		t.Error("a template does not say that it is one")
	}
	from := "/v1/revisions/" + listed.text("items/0/revision_id")
	owner.post(from+"/submit", nil, ifMatch(saved)).problem(http.StatusConflict, "template")
	started := owner.post(from+"/clone", object{"title": "Spring", "reprice": true}, fresh()).want(http.StatusCreated)
	if started.text("quote/title") != "Spring" || started.count("lines") != 1 || started.text("based_on") != saved.text("id") {
		t.Errorf("started: %s", started.body)
	}
	owner.post("/v1/revisions/"+started.text("id")+"/submit", nil, ifMatch(started)).want(http.StatusOK)
}

func TestCommentsAndFavourites(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	quote := "/v1/quotes/" + s.draft["quote_id"]
	said := s.people["teammate"].post(quote+"/comments", object{"text": "Calls back on Monday"}, fresh()).want(http.StatusCreated)
	if said.text("type") != "quote.commented" || said.text("comment") != "Calls back on Monday" || said.text("actor/name") != "Mate" {
		t.Errorf("said: %s", said.body)
	}
	s.people["stranger"].post(quote+"/comments", object{"text": "x"}, fresh()).want(http.StatusNotFound)
	if events := owner.get(quote + "/events").want(http.StatusOK); !strings.Contains(string(events.body), "Calls back on Monday") {
		t.Errorf("the timeline: %s", events.body)
	}
	version := owner.get("/v1/models/city-bike").text("version")
	kept := owner.post("/v1/favourites", object{"name": "City", "model": "city-bike", "model_version": version, "picks": cityBike}, fresh()).want(http.StatusCreated)
	all := owner.get("/v1/favourites").want(http.StatusOK)
	if all.count("items") != 1 || all.text("items/0/picks/0/value") != "steel" || all.text("items/0/quantity") != "1" {
		t.Errorf("favourites: %s", all.body)
	}
	owner.post("/v1/favourites", object{"name": "Both", "model": "city-bike", "item": "EX-LOCK"}, fresh()).problem(http.StatusUnprocessableEntity, "invalid-favourite")
	owner.do(http.MethodDelete, "/v1/favourites/"+kept.text("id"), nil).want(http.StatusNoContent)
	owner.do(http.MethodDelete, "/v1/favourites/"+kept.text("id"), nil).problem(http.StatusNotFound, "favourite-not-found")
}

// A person's data can be read out and erased, and the audit chain still holds.
func TestPersonalData(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner, admin := s.people["owner"], s.people["admin"]
	made := owner.post("/v1/quotes", object{"customer": object{"name": "ACME", "addresses": list{object{"code": "main", "street": "1 rue A",
		"postal_code": "69001", "city": "Lyon", "country": "FR"}}, "contacts": list{object{"name": "Jeanne Roux", "email": "jeanne@acme.example"}}},
		"lines": list{object{"item": "EX-HELMET", "quantity": "2"}}}, fresh()).want(http.StatusCreated)
	contact := made.text("quote/customer/contacts/0/id")
	quote := "/v1/quotes/" + made.text("quote/id")
	owner.patch(quote, object{"contact_id": contact}, ifMatch(owner.get(quote))).want(http.StatusOK)
	path := "/v1/revisions/" + made.text("id")
	sent := owner.post(path+"/send", nil, ifMatch(owner.post(path+"/submit", nil, ifMatch(made)).want(http.StatusOK))).want(http.StatusOK)
	owner.post(path+"/record_acceptance", object{"po_number": "PO-77", "signer": "Jeanne Roux"}, fresh()).want(http.StatusOK)

	data := "/v1/customers/" + sent.text("quote/customer/id") + "/contacts/" + contact + "/personal-data"
	owner.get(data).problem(http.StatusForbidden, "permission-missing")
	held := admin.get(data).want(http.StatusOK)
	if held.text("contact/email") != "jeanne@acme.example" || held.text("quotes/0/acceptances/0/signer") != "Jeanne Roux" || held.count("quotes/0/documents") != 1 {
		t.Errorf("held: %s", held.body)
	}
	admin.do(http.MethodDelete, data+"?validate_only=true", nil).want(http.StatusNoContent)
	if admin.get(data).text("contact/name") != "Jeanne Roux" {
		t.Error("trying has erased")
	}
	admin.do(http.MethodDelete, data, nil).want(http.StatusNoContent)
	if left := admin.get(data).want(http.StatusOK); strings.Contains(string(left.body), "Jeanne") || strings.Contains(string(left.body), "jeanne") {
		t.Errorf("left: %s", left.body)
	}
	s.verified(t)
}

// Quotes are found by what they hold and when and for how much they were sent.
func TestFilters(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	tomorrow := time.Now().AddDate(0, 0, 1).UTC().Format(time.RFC3339)
	for query, want := range map[string]int{
		"": 2, "?product=city-bike": 1, "?product=BIKE-CITY": 1, "?product=NOPE": 0, "?sent_from=2026-01-01T00:00:00Z": 1, "?sent_from=" + tomorrow: 0,
		"?sent_before=" + tomorrow: 1, "?amount_from=1000": 1, "?amount_to=1000": 1, "?amount_from=1&amount_to=2": 0, "?state=ordered": 1, "?customer=" + s.draft["customer_id"]: 1,
	} {
		if got := owner.get("/v1/quotes" + query).want(http.StatusOK).count("items"); got != want {
			t.Errorf("%q finds %d quotes, want %d", query, got, want)
		}
	}
	owner.get("/v1/quotes?amount_from=much").want(http.StatusBadRequest)
}
