package api_test

import (
	"bytes"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// picks of a complete city bike.
var cityBike = list{
	object{"path": "frame", "value": "steel"},
	object{"path": "size", "value": "m"},
}

// The whole main job over HTTP: a rep configures, prices and quotes, a manager
// approves, the customer accepts, the ERP orders, and the figures count it.
func TestFromConfigurationToFigures(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, manager := w.user("Julie", identity.Rep), w.user("Nicolas", identity.Manager)
	erp := w.key("ERP", identity.ReadQuotes, identity.ReadOrders, identity.PlaceOrders)
	w.sameTeam(rep, manager)

	state := rep.post("/v1/models/city-bike/configure", object{"picks": cityBike, "reasons": true, "price": object{"currency": "EUR"}}).want(http.StatusOK)
	if state.text("state/complete") != "true" || state.text("state/valid") != "true" {
		t.Fatalf("the bike is not complete: %s", state.at("state/progress"))
	}
	unit := state.text("price/lines/0/unit_net")

	created := rep.post("/v1/quotes", object{
		"customer": object{"name": "Vélos du Rhône", "addresses": list{object{"code": "billing", "street": "3 rue du Port", "postal_code": "69002", "city": "Lyon", "country": "FR"}}},
		"title":    "Bikes for the spring", "language": "fr",
		"lines": list{
			object{"model": "city-bike", "picks": cityBike, "quantity": "10", "manual": object{"kind": "percent", "value": "15"}},
			object{"item": "EX-HELMET", "quantity": "10"},
		},
	}, fresh()).want(http.StatusCreated)
	revision := "/v1/revisions/" + created.text("id")
	if created.header.Get("Location") != revision || created.text("state") != "draft" || created.count("lines") != 2 {
		t.Fatalf("created %s", created.body)
	}
	if got := created.text("lines/0/price/list"); got != unit {
		t.Logf("list %s, unit of the configuration %s", got, unit)
	}

	submitted := rep.post(revision+"/submit", nil, ifMatch(created)).want(http.StatusOK)
	if submitted.text("state") != "pending_approval" {
		t.Fatalf("15 %% off needs no approval: %s", submitted.body)
	}
	rep.post(revision+"/send", nil, ifMatch(submitted)).problem(http.StatusConflict, "illegal-transition")
	inbox := manager.get("/v1/approvals").want(http.StatusOK)
	if inbox.count("items") != 1 || inbox.text("items/0/quote/revision_id") != created.text("id") {
		t.Fatalf("the manager's inbox: %s", inbox.body)
	}
	approved := manager.post(revision+"/approve", object{"comment": "For ten bikes, yes"}, ifMatch(submitted)).want(http.StatusOK)
	if approved.text("state") != "approved" {
		t.Fatalf("approved: %s", approved.body)
	}
	sent := rep.post(revision+"/send", nil, ifMatch(approved)).want(http.StatusOK)
	number := sent.text("quote/number")
	if sent.text("state") != "sent" || !strings.HasPrefix(number, "Q-") {
		t.Fatalf("sent: %s %s", sent.text("state"), number)
	}
	document := rep.get(revision + "/document").want(http.StatusOK)
	if tag := document.header.Get("ETag"); tag != `"`+sent.text("document_hash")+`"` {
		t.Errorf("the document's ETag %s is not its hash %s", tag, sent.text("document_hash"))
	}
	words := pdfText(t, document.body)
	for _, want := range []string{number, "Vélos du Rhône", "Fontaine SAS", "Bon pour accord", "TVA"} {
		if !strings.Contains(words, want) {
			t.Errorf("the PDF does not say %q:\n%s", want, words)
		}
	}

	erp.post(revision+"/order", object{}, fresh()).problem(http.StatusConflict, "illegal-transition")
	accepted := rep.post(revision+"/record_acceptance", object{"po_number": "PO-4711", "signer": "Jeanne Roux",
		"received": sent.text("issue_date"), "purchase_reason": "unknown"}, fresh()).want(http.StatusOK)
	if accepted.text("state") != "accepted" {
		t.Fatalf("accepted: %s", accepted.body)
	}
	once := idempotencyKey("order-1")
	order := erp.post(revision+"/order", object{"po_number": "PO-4711", "external_ids": object{"sap": "4500012345"}}, once).want(http.StatusCreated)
	again := erp.post(revision+"/order", object{"po_number": "PO-4711", "external_ids": object{"sap": "4500012345"}}, once).want(http.StatusCreated)
	if !bytes.Equal(order.body, again.body) || again.header.Get("Idempotent-Replayed") != "true" || order.header.Get("Idempotent-Replayed") != "" {
		t.Errorf("the retried order differs:\n%s\n%s", order.body, again.body)
	}
	other := erp.post(revision+"/order", object{}, fresh())
	other.want(http.StatusConflict)
	if !strings.Contains(string(other.body), order.text("id")) {
		t.Errorf("a second full order does not name the first: %s", other.body)
	}
	if order.count("lines") != 2 || order.count("lines/0/bom") == 0 {
		t.Errorf("the order has no bill of materials: %s", order.body)
	}
	w.figures(manager)
	w.surroundings(rep, erp, sent, order)
}

// figures checks the first three KPIs after one quote has gone all the way.
func (w *world) figures(manager *client) {
	t := w.t
	t.Helper()
	today := civil.In(time.Now(), time.UTC)
	kpis := manager.get("/v1/kpi/metrics").want(http.StatusOK)
	if kpis.count("items") < 3 {
		t.Errorf("only %d metrics", kpis.count("items"))
	}
	period := object{"from": today.AddDays(-1).String(), "to": today.AddDays(2).String()}
	figures := manager.post("/v1/kpi/query", merge(period, object{"metrics": list{"quotes_sent", "order_intake"}})).want(http.StatusOK)
	if figures.text("answers/0/figures/0/n") != "1" || figures.text("answers/1/figures/0/value") == "" {
		t.Errorf("figures: %s", figures.body)
	}
	manager.get("/v1/kpi/targets?from=2026-01-01&to=2027-01-01").want(http.StatusOK)
	manager.get("/v1/kpi/targets?from=2026-02-31&to=2027-01-01").want(http.StatusUnprocessableEntity)
	if kinds := manager.post("/v1/kpi/tasks", object{"limit": 1}).want(http.StatusOK).count("items"); kinds != 5 {
		t.Errorf("%d kinds of tasks", kinds)
	}
	behind := manager.post("/v1/kpi/quotes", merge(period, object{"metric": "quotes_sent"})).want(http.StatusOK)
	if behind.count("items") != 1 || behind.text("items/0/status") != "won" {
		t.Errorf("the quotes behind: %s", behind.body)
	}
	manager.post("/v1/kpi/query", object{"metrics": list{"quotes_snet"}, "from": "2026-02-01", "to": "2026-01-01"}).
		want(http.StatusUnprocessableEntity)
}

// surroundings reads everything around the quote that went all the way.
func (w *world) surroundings(rep, erp *client, sent, order answer) {
	t := w.t
	t.Helper()
	quote := "/v1/quotes/" + sent.text("quote/id")
	if got := rep.get(quote).want(http.StatusOK); got.text("revisions/0/state") != "ordered" || got.text("owner/name") != "Julie" {
		t.Errorf("the quote: %s", got.body)
	}
	events := rep.get(quote + "/events?limit=3").want(http.StatusOK)
	if events.text("items/0/type") != "quote.created" || events.text("items/0/actor/name") != "Julie" || !strings.Contains(events.header.Get("Link"), `rel="next"`) {
		t.Errorf("the timeline: %s %s", events.body, events.header)
	}
	next := rep.get(nextOf(t, events)).want(http.StatusOK)
	if next.text("items/0/seq") != "4" {
		t.Errorf("the second page: %s", next.body)
	}
	found := rep.get("/v1/quotes?q=Rh%C3%B4ne&state=ordered,accepted&owner=me").want(http.StatusOK)
	if found.count("items") != 1 || found.text("items/0/customer/name") != "Vélos du Rhône" {
		t.Errorf("the search: %s", found.body)
	}
	listed := erp.get("/v1/orders?status=open&updated_since=2020-01-01T00:00:00Z").want(http.StatusOK)
	if listed.count("items") != 1 {
		t.Errorf("the orders: %s", listed.body)
	}
	path := "/v1/orders/" + order.text("id")
	written := erp.patch(path, object{"erp_status": "released", "external_ids": object{"sap": nil, "mes": "77"}}, ifMatch(order)).want(http.StatusOK)
	if written.text("external_ids/mes") != "77" || written.text("external_ids/sap") != "" || written.text("erp_status") != "released" {
		t.Errorf("written back: %s", written.body)
	}
	erp.patch(path, object{"status": "completed"}, ifMatch(order)).problem(http.StatusPreconditionFailed, "stale-version")
	if done := erp.patch(path, object{"status": "completed"}, ifMatch(written)).want(http.StatusOK); done.text("status") != "completed" {
		t.Errorf("completed: %s", done.body)
	}
	rep.get("/v1/revisions/" + sent.text("id") + "/price").want(http.StatusOK)
	rep.get("/v1/revisions/" + sent.text("id") + "/actions").want(http.StatusOK)
}

// sameTeam puts people into one team.
func (w *world) sameTeam(members ...*client) {
	w.t.Helper()
	admin := w.user("Claire", identity.Admin)
	team := admin.post("/v1/teams", object{"name": "Sales"}, fresh()).want(http.StatusCreated)
	for _, m := range members {
		id := m.get("/v1/me").want(http.StatusOK).text("id")
		admin.post("/v1/teams/"+team.text("id")+"/members", object{"user_id": id, "from": "2026-01-01"}, fresh()).want(http.StatusCreated)
	}
}

func merge(a, b object) object {
	out := object{}
	for _, m := range []object{a, b} {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

// nextOf is the address of the next page.
func nextOf(t testing.TB, a answer) string {
	t.Helper()
	address, _, ok := strings.Cut(strings.TrimPrefix(a.header.Get("Link"), "<"), ">")
	if !ok {
		t.Fatalf("%s: no next page in %q", a.call, a.header.Get("Link"))
	}
	return address
}

func pdfText(t testing.TB, pdf []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "quote.pdf")
	if err := os.WriteFile(name, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-layout", name, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext (package poppler-utils): %v", err)
	}
	return string(out)
}
