package api_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/quotes"
)

// A long quote gets 202 and the address of its progress; the queue has its job
// at once, and the PDF is there when it is sent.
func TestSendingALongQuote(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	draft := owner.get(path).want(http.StatusOK)
	customer := owner.get("/v1/customers/" + s.draft["customer_id"]).want(http.StatusOK)
	owner.patch("/v1/customers/"+s.draft["customer_id"], object{"addresses": list{object{"code": "main", "street": "1 rue A", "postal_code": "69001",
		"city": "Lyon", "country": "FR"}}}, ifMatch(customer)).want(http.StatusOK)
	many := owner.post(path+"/line-table?language=fr&replace=true", manyLines(quotes.SendInRequest+1), bytesOf("application/octet-stream"), ifMatch(draft)).want(http.StatusOK)
	owner.get(path+"/sending").problem(http.StatusNotFound, "not-being-sent")
	submitted := owner.post(path+"/submit", nil, ifMatch(many)).want(http.StatusOK)
	begun := owner.post(path+"/send", nil, ifMatch(submitted)).want(http.StatusAccepted)
	where := begun.header.Get("Location")
	if where != path+"/sending" || begun.text("state") != "approved" || begun.text("sending_since") == "" {
		t.Errorf("begun: %s %s", where, begun.body)
	}
	if now := owner.get(where).want(http.StatusOK); now.text("stage") != "waiting" || now.text("percent") != "0" {
		t.Errorf("progress: %s", now.body)
	}
	var due int
	if err := pgtest.Admin(t, s.dsn).QueryRow(t.Context(), `select count(*) from river.river_job
		where kind = 'finish_send' and args ->> 'revision_id' = $1 and scheduled_at <= now()`, s.draft["revision_id"]).Scan(&due); err != nil || due != 1 {
		t.Errorf("%d jobs are due: %v", due, err)
	}
	owner.get(path+"/document").problem(http.StatusConflict, "not-sent")
	// What the job does.
	if _, err := s.quotes.FinishSend(context.Background(), s.root, id(t, s.draft["revision_id"])); err != nil {
		t.Fatal(err)
	}
	if done := owner.get(where).want(http.StatusOK); done.text("stage") != "sent" || done.text("percent") != "100" {
		t.Errorf("progress: %s", done.body)
	}
	owner.get(path + "/document").want(http.StatusOK)
}
