package api_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// A file of past quotes is checked as a whole, accepted, and followed to its
// end.
func TestImportOfHistory(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.user("Root", identity.Admin)
	team := admin.post("/v1/teams", object{"name": "North"}, fresh()).want(http.StatusCreated).text("id")
	me := admin.get("/v1/me").text("id")
	admin.post("/v1/teams/"+team+"/members", object{"user_id": me, "from": "2024-01-01"}, fresh()).want(http.StatusCreated)
	const path = "/v1/history-imports"
	file := header{"Content-Type", "application/octet-stream"}
	admin.do(http.MethodPost, path+"?system=crm", "number,customer\n1,x\n", file).problem(http.StatusUnprocessableEntity, "invalid-import")
	started := admin.do(http.MethodPost, path+"?system=crm", "number,customer,owner,state,created_on,sent_on,amount\n"+
		"A1,ACME,root@fontaine.example,sent,2025-01-02,2025-01-03,10\n", file).want(http.StatusAccepted)
	id := started.text("id")
	if started.text("state") != "waiting" {
		t.Errorf("started: %s", started.body)
	}
	parsed, err := identity.Parse(id)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.quotes.RunImport(context.Background(), w.root, parsed); err != nil {
		t.Fatal(err)
	}
	if got := admin.get(path + "/" + id).want(http.StatusOK); got.text("state") != "done" || got.text("taken") != "1" {
		t.Errorf("at the end: %s", got.body)
	}
	admin.do(http.MethodDelete, path+"/"+id, nil).problem(http.StatusConflict, "import-over")
	sent := admin.post("/v1/kpi/query", object{"metrics": []string{"quotes_sent"}, "from": "2025-01-01", "to": "2025-02-01"}).want(http.StatusOK)
	if got := sent.text("answers/0/figures/0/n"); got != "1" {
		t.Errorf("%s quotes sent: %s", got, sent.body)
	}
	w.user("Rep", identity.Rep).get(path+"/"+id).problem(http.StatusForbidden, "permission-missing")
}
