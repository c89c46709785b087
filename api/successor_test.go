package api_test

import (
	"net/http"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// A revision and a variant that nobody has edited since they were copied replay,
// and are accepted at what they print, charges of single lines included.
func TestCopiesArePricedAsWhatTheyWereCopiedFrom(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	sent := func(r answer) string {
		path := "/v1/revisions/" + r.text("id")
		r = rep.post(path+"/submit", nil, ifMatch(r)).want(http.StatusOK)
		rep.post(path+"/send", nil, ifMatch(r)).want(http.StatusOK)
		return path
	}
	replays := func(path string) {
		t.Helper()
		if got := rep.get(path + "/replay").want(http.StatusOK); got.text("same") != "true" {
			t.Errorf("replay: %s", got.body)
		}
	}
	first := rep.post("/v1/quotes", object{
		"customer": object{"name": "ACME", "addresses": list{object{"code": "billing", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}}},
		"lines": list{object{"model": "city-bike", "picks": cityBike, "quantity": "2"},
			object{"model": "city-bike", "picks": cityBike, "quantity": "3", "optional": true}}}, fresh()).want(http.StatusCreated)
	path := sent(first)

	variant := rep.post(path+"/add_variant", object{"name": "Same"}, fresh()).want(http.StatusCreated)
	replays("/v1/revisions/" + variant.text("id"))

	revised := rep.post(path+"/revise", object{"reason": "customer_change"}, ifMatch(rep.get(path)), fresh()).want(http.StatusCreated)
	next := sent(revised)
	replays(next)
	accepted := rep.post(next+"/record_acceptance", object{"po_number": "PO-1", "chosen": list{revised.line("1", "id")}}, fresh()).want(http.StatusOK)
	if got, printed := accepted.text("acceptance/totals/tcv"), first.text("totals/largest_tcv"); got != printed || first.text("charges/0/net") != "7.5" {
		t.Errorf("accepted at %s, printed %s with %v", got, printed, first.at("charges"))
	}
	replays(next)
}
