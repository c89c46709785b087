package api_test

import (
	"net/http"
	"testing"
)

// A prospect needs only a name until the quote is sent: it can be configured,
// priced and submitted before anybody knows its address.
func TestAProspectNeedsOnlyANameUntilSend(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	made := owner.post("/v1/quotes", object{"customer": object{"name": "cycles"}, "currency": "EUR", "lines": list{
		object{"model": "city-bike", "quantity": "2", "picks": list{object{"path": "size", "value": "m"}}},
	}}, fresh()).want(http.StatusCreated)
	owner.post("/v1/revisions/"+made.text("id")+"/submit", nil, ifMatch(made)).want(http.StatusOK)
}
