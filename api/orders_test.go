package api_test

import (
	"net/http"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// An open order is cancelled with a reason, by who may place orders, once; what
// it took can be ordered again.
func TestCancellingAnOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, desk := w.user("Julie", identity.Rep), w.user("Dan", identity.OrderDesk)
	r, _ := w.offered(rep)
	revision := "/v1/revisions/" + r.text("id")
	rep.post(revision+"/record_acceptance", object{"po_number": "PO-1"}, fresh()).want(http.StatusOK)
	order := desk.post(revision+"/order", object{"po_number": "PO-1"}, fresh()).want(http.StatusCreated)
	desk.post(revision+"/order", object{}, fresh()).problem(http.StatusConflict, "already-ordered")
	path := "/v1/orders/" + order.text("id")
	cancelled := object{"status": "cancelled", "reason": "Doublon"}

	rep.patch(path, cancelled, ifMatch(order)).problem(http.StatusForbidden, "permission-missing")
	desk.patch(path, cancelled).want(http.StatusPreconditionRequired)
	desk.patch(path, object{"status": "cancelled"}, ifMatch(order)).problem(http.StatusUnprocessableEntity, "reason-missing")
	desk.patch(path, object{"status": "cancelled", "reason": "Doublon", "erp_status": "x"}, ifMatch(order)).problem(http.StatusUnprocessableEntity, "mixed-patch")
	done := desk.patch(path, cancelled, ifMatch(order)).want(http.StatusOK)
	if done.text("status") != "cancelled" || done.text("reason") != "Doublon" || done.header.Get("ETag") == order.header.Get("ETag") {
		t.Errorf("cancelled: %s", done.body)
	}
	desk.patch(path, cancelled, ifMatch(order)).problem(http.StatusPreconditionFailed, "stale-version")
	for _, status := range []string{"cancelled", "completed", "open"} {
		desk.patch(path, object{"status": status, "reason": "x"}, ifMatch(done)).want(http.StatusConflict)
	}
	if n := desk.get("/v1/orders?status=cancelled").want(http.StatusOK).count("items"); n != 1 {
		t.Errorf("%d cancelled orders are listed", n)
	}
	again := desk.post(revision+"/order", object{}, fresh()).want(http.StatusCreated)
	if again.text("id") == order.text("id") || again.count("lines") != order.count("lines") {
		t.Errorf("ordered again: %s", again.body)
	}
}
