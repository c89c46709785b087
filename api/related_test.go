package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// What surrounds a draft on its way: variants, clones, comparisons.
func TestVariantsClonesAndComparisons(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	variant := owner.post(path+"/add_variant", object{"name": "Ten of them"}, fresh()).want(http.StatusCreated)
	if variant.text("variant") != "B" || variant.count("quote/variants") != 2 {
		t.Fatalf("variant: %s", variant.body)
	}
	other := "/v1/revisions/" + variant.text("id")
	edited := owner.post(other+"/edit", object{
		"change": list{object{"id": variant.text("lines/0/id"), "quantity": "10", "manual": object{"kind": "percent", "value": "5"}}},
		"add":    list{object{"item": "EX-HELMET", "quantity": "10"}},
	}, ifMatch(variant)).want(http.StatusOK)
	cleared := owner.post(other+"/edit", object{"change": list{object{"id": variant.text("lines/0/id"), "manual": nil, "note": "blue"}}}, ifMatch(edited)).want(http.StatusOK)
	if cleared.at("lines/0").(map[string]any)["manual"] != nil || cleared.text("lines/0/note") != "blue" {
		t.Errorf("null did not clear the discount: %s", cleared.at("lines/0"))
	}
	compared := owner.get(path + "/compare?with=" + variant.text("id")).want(http.StatusOK)
	kinds := []string{}
	for i := range compared.count("lines") {
		kinds = append(kinds, compared.text("lines/"+string(rune('0'+i))+"/kind"))
	}
	if got := strings.Join(kinds, " "); got != "changed added" {
		t.Errorf("lines: %s in %s", got, compared.body)
	}
	clone := owner.post(other+"/clone", object{"title": "Again"}, fresh()).want(http.StatusCreated)
	if clone.text("quote/id") == s.draft["quote_id"] || clone.count("lines") != 2 || clone.text("quote/title") != "Again" {
		t.Errorf("clone: %s", clone.body)
	}
	owner.patch("/v1/quotes/"+s.draft["quote_id"], object{"main_variant_id": variant.text("variant_id"), "follow_up": "2026-12-01", "external_ids": object{"crm": "7"}},
		header{"If-Match", `"` + cleared.text("quote/version") + `"`}).want(http.StatusOK)
	patched := owner.patch(other, object{"language": "en", "cover": "Dear all", "discount": object{"kind": "percent", "value": "2"}}, ifMatch(cleared)).want(http.StatusOK)
	plain := owner.patch(other, object{"discount": nil, "cover": nil}, ifMatch(patched)).want(http.StatusOK)
	if plain.text("cover") != "" || plain.at("discount") != nil || plain.text("language") != "en" {
		t.Errorf("nulls in a header patch: %s", plain.body)
	}
	repriced := owner.post(other+"/reprice", nil, ifMatch(plain)).want(http.StatusOK)
	owner.post(other+"/discard", object{}, ifMatch(repriced)).want(http.StatusOK)
}

// An approver asks, sets a ceiling, and lets somebody else decide.
func TestApproversTalk(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner, manager := s.people["owner"], s.people["manager"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	draft := owner.get(path).want(http.StatusOK)
	discount := func(percent string, from answer) answer {
		return owner.post(path+"/edit", object{"change": list{object{"id": draft.text("lines/0/id"), "manual": object{"kind": "percent", "value": percent}}}}, ifMatch(from)).
			want(http.StatusOK)
	}
	steep := discount("30", draft)
	if steep.count("approvals_needed") != 1 || steep.text("approvals_needed/0/rule") != "discount-12" {
		t.Errorf("the preview of approvals: %s", steep.at("approvals_needed"))
	}
	pending := owner.post(path+"/submit", nil, ifMatch(steep)).want(http.StatusOK)
	asked := manager.post(path+"/ask", object{"text": "Why 30 %?"}, ifMatch(pending)).want(http.StatusOK)
	answered := owner.post(path+"/answer", object{"text": "They take ten."}, ifMatch(asked)).want(http.StatusOK)
	ceiling := manager.post(path+"/approve_up_to", object{"up_to": object{"discretionary_discount": "0.20"}}, ifMatch(answered)).want(http.StatusOK)
	if ceiling.text("state") != "draft" {
		t.Fatalf("given back with a ceiling: %s", ceiling.text("state"))
	}
	within := owner.post(path+"/submit", nil, ifMatch(discount("18", ceiling))).want(http.StatusOK)
	if within.text("state") != "approved" {
		t.Errorf("an edit within the ceiling asks again: %s", within.at("approvals"))
	}
	back := owner.post(path+"/submit", nil, ifMatch(discount("40", within))).want(http.StatusOK)
	recalled := owner.post(path+"/recall", nil, ifMatch(back)).want(http.StatusOK)
	again := owner.post(path+"/submit", nil, ifMatch(recalled)).want(http.StatusOK)
	returned := manager.post(path+"/return", object{"comment": "Too much"}, ifMatch(again)).want(http.StatusOK)
	if returned.text("state") != "draft" {
		t.Errorf("returned: %s", returned.text("state"))
	}
	deputy := s.people["teammate"].get("/v1/me").text("id")
	manager.post("/v1/me/delegations", object{"to": deputy, "start": "2026-01-01", "end": "2030-12-31"}).want(http.StatusNoContent)
	manager.post("/v1/me/delegations", object{"to": deputy, "start": "2027-01-02", "end": "2027-01-01"}).want(http.StatusUnprocessableEntity)
	events := owner.get("/v1/quotes/" + s.draft["quote_id"] + "/events").want(http.StatusOK)
	if !strings.Contains(string(events.body), "Why 30 %?") {
		t.Errorf("the question is not in the timeline: %s", events.body)
	}
}

func TestSettingsAndReassignment(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	admin, owner := s.people["admin"], s.people["owner"]
	if seen := owner.get("/v1/settings").want(http.StatusOK); seen.count("approval_rules") != 0 || seen.count("loss_reasons") == 0 {
		t.Errorf("a rep reads the rules of approvals: %s", seen.body)
	}
	now := admin.get("/v1/settings").want(http.StatusOK)
	whole := now.at("").(map[string]any)
	whole["validity_days"] = 45
	saved := admin.do(http.MethodPut, "/v1/settings", whole, ifMatch(now)).want(http.StatusOK)
	if saved.text("validity_days") != "45" || saved.count("approval_rules") != 1 {
		t.Errorf("saved: %s", saved.body)
	}
	admin.do(http.MethodPut, "/v1/settings", whole, ifMatch(now)).want(http.StatusPreconditionFailed)
	whole["approval_rules"] = list{object{"code": "x", "when": "discretionary_discuont > 0.1", "message": object{"en": "x", "fr": "x"}, "steps": list{object{"stage": 1, "role": "manager"}}}}
	if bad := admin.do(http.MethodPut, "/v1/settings", whole, ifMatch(saved)).want(http.StatusUnprocessableEntity); !strings.Contains(string(bad.body), "discretionary_discount") {
		t.Errorf("a rule with a slip is refused without a suggestion: %s", bad.body)
	}
	mate := s.people["teammate"].get("/v1/me")
	move := object{"quotes": list{s.draft["quote_id"]}, "owner_id": mate.text("id"), "team_id": mate.text("team_id")}
	s.people["teammate"].post("/v1/quotes/reassign", move).problem(http.StatusForbidden, "not-yours")
	s.people["manager"].post("/v1/quotes/reassign", move).want(http.StatusNoContent)
	if q := owner.get("/v1/quotes/" + s.draft["quote_id"]).want(http.StatusOK); q.text("owner/name") != "Mate" {
		t.Errorf("the new owner: %s", q.body)
	}
}

// Items, models and price books over HTTP, as a modeller and a pricing admin do.
func TestPublishing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	modeller, pricer, rep := w.user("Antoine", identity.Modeller), w.user("Olivia", identity.PricingAdmin), w.user("Julie", identity.Rep)
	items := pricer.do(http.MethodPut, "/v1/items", object{"items": list{
		object{"sku": "BELL", "name": object{"en": "Bell", "fr": "Sonnette"}, "weight": "0.08"},
		object{"sku": "GIFT", "name": object{"en": "Gift card"}, "discountable": false}}}).want(http.StatusOK)
	if items.text("items/0/version") != "1" || items.text("items/1/discountable") != "false" || items.text("items/0/discountable") != "true" {
		t.Errorf("items: %s", items.body)
	}
	bad := pricer.do(http.MethodPut, "/v1/items", object{"items": list{object{"sku": "A B", "name": object{}}, object{"sku": "BELL", "name": object{"en": "x"}}, object{"sku": "BELL", "name": object{"en": "y"}}}}).
		want(http.StatusUnprocessableEntity)
	if got := strings.Join(bad.pointers(), " "); !strings.Contains(got, "/items/0/sku") || !strings.Contains(got, "/items/2/sku") {
		t.Errorf("pointers %s", got)
	}
	first := rep.get("/v1/items?limit=3").want(http.StatusOK)
	second := rep.get(nextOf(t, first)).want(http.StatusOK)
	if first.text("items/2/sku") >= second.text("items/0/sku") {
		t.Errorf("pages overlap: %s then %s", first.text("items/2/sku"), second.text("items/0/sku"))
	}
	rep.get("/v1/items/BELL").want(http.StatusOK)
	rep.get("/v1/items/NOPE").want(http.StatusNotFound)

	city := example(t, "bikes/city-bike.yaml")
	before := rep.get("/v1/models/city-bike").want(http.StatusOK)
	changed := strings.Replace(city, "A comfortable bike for every day", "The bike for every day", 1)
	files := object{"files": object{"city-bike.yaml": changed}}
	rep.post("/v1/models/city-bike/versions", files).problem(http.StatusForbidden, "permission-missing")
	modeller.post("/v1/models/city-bike/versions?validate_only=true", files).want(http.StatusOK)
	if now := rep.get("/v1/models/city-bike").text("version"); now != before.text("version") {
		t.Fatal("validate_only has published")
	}
	published := modeller.post("/v1/models/city-bike/versions", files).want(http.StatusOK)
	if published.text("current") != "true" || published.text("number") != "2" || published.text("published_by") != "Antoine" {
		t.Errorf("published: %s", published.body)
	}
	broken := strings.Replace(changed, "default: alu", "default: aluu", 1)
	refused := modeller.post("/v1/models/city-bike/versions", object{"files": object{"city-bike.yaml": broken}}).want(http.StatusUnprocessableEntity)
	if refused.text("errors/0/position/line") == "" || !strings.Contains(string(refused.body), `"suggestion":"alu"`) {
		t.Errorf("a slip in a model: %s", refused.body)
	}
	versions := rep.get("/v1/models/city-bike/versions").want(http.StatusOK)
	if versions.count("items") != 2 || versions.text("items/0/version") != published.text("version") {
		t.Errorf("versions: %s", versions.body)
	}
	one := "/v1/models/city-bike/versions/" + published.text("version")
	if source := modeller.get(one).want(http.StatusOK); !strings.Contains(source.text("source/city-bike.yaml"), "The bike for every day") {
		t.Error("the source is not what was published")
	}
	modeller.post(one+"/withdraw", nil).want(http.StatusOK)
	gone := rep.post("/v1/models/city-bike/configure", object{"version": published.text("version"), "picks": list{}}).problem(http.StatusConflict, "version-withdrawn")
	if gone.text("details/present_version") != before.text("version") {
		t.Errorf("the present version is not named: %s", gone.body)
	}
	rep.get("/v1/models/unicycle").want(http.StatusNotFound)
	rep.get("/v1/models/unicycle/versions").want(http.StatusNotFound)
	rep.get("/v1/price-documents").problem(http.StatusForbidden, "permission-missing")
	book := pricer.get("/v1/price-documents?kind=price_book").want(http.StatusOK)
	if book.count("items") != 1 || pricer.get("/v1/price-documents").want(http.StatusOK).count("items") != 3 {
		t.Fatalf("price documents: %s", book.body)
	}
	path := "/v1/price-documents/price_book/" + book.text("items/0/code") + "/versions"
	pricer.get(path).want(http.StatusOK)
	pricer.get(path + "/" + book.text("items/0/version")).want(http.StatusOK)
	eur := example(t, "prices/eur.yaml")
	dearer := pricer.post(path, object{"files": object{"eur.yaml": strings.Replace(eur, "EX-HELMET: {price: 49.90", "EX-HELMET: {price: 59.90", 1)}}).want(http.StatusOK)
	if dearer.text("number") != "2" {
		t.Errorf("the new price list: %s", dearer.body)
	}
	priced := rep.post("/v1/price", object{"lines": list{object{"item": "EX-HELMET", "quantity": "1"}}}).want(http.StatusOK)
	if priced.text("lines/0/unit_net") != "59.9" || priced.text("output_hash") == "" {
		t.Errorf("priced: %s", priced.body)
	}
	rep.post("/v1/price", object{"lines": list{object{"item": "NOPE", "quantity": "1"}}}).problem(http.StatusUnprocessableEntity, "invalid-lines")
}
