package api_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// On random quotes, and for a random choice, the customer's page shows to the
// cent the totals that the API has, and an acceptance records what it showed.
func TestThePageShowsTheAmountsOfTheAPI(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	random := rand.New(rand.NewPCG(7, 23))
	items := []string{"EX-HELMET", "EX-PUMP", "EX-LOCK", "EX-SEAT", "TY-WINT", "SV-BIKE-YEAR", "SV-FLEET-MON"}
	for n := range *rounds {
		lines := list{object{"item": "EX-HELMET", "quantity": fmt.Sprint(1 + random.IntN(400))}}
		for range 1 + random.IntN(6) {
			lines = append(lines, object{"item": items[random.IntN(len(items))], "quantity": fmt.Sprint(1 + random.IntN(30)), "optional": random.IntN(2) == 0})
		}
		r := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "addresses": list{object{"code": "billing", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}}},
			"lines": lines}, fresh()).want(http.StatusCreated)
		path := "/v1/revisions/" + r.text("id")
		r = rep.post(path+"/submit", nil, ifMatch(r)).want(http.StatusOK)
		r = rep.post(path+"/send", nil, ifMatch(r)).want(http.StatusOK)
		buyer := w.visitor(rep.post(path+"/links", nil).want(http.StatusCreated).text("url"))
		shows(t, buyer.open("").want(http.StatusOK), r, "totals")
		form := url.Values{}
		for i := range r.count("lines") {
			if r.text(fmt.Sprintf("lines/%d/optional", i)) == "true" && random.IntN(2) == 0 {
				form.Add("option", r.text(fmt.Sprintf("lines/%d/id", i)))
			}
		}
		page := buyer.open("/?" + form.Encode()).want(http.StatusOK)
		for k, v := range agreed {
			form[k] = v
		}
		review := buyer.post("/accept", form).want(http.StatusOK)
		buyer.post("/confirm", url.Values{"a": {review.at.Query().Get("a")}}).want(http.StatusOK, "C’est accepté")
		shows(t, page, rep.get(path).want(http.StatusOK), "acceptance/totals")
		if t.Failed() {
			t.Fatalf("quote %d", n)
		}
	}
}

// shows fails unless the page has each total of the answer.
func shows(t *testing.T, p page, a answer, at string) {
	t.Helper()
	for _, period := range []string{"one_off", "month", "year"} {
		for _, name := range []string{"net", "gross"} {
			amount, err := money.Parse(a.text(at + "/" + period + "/" + name))
			if err != nil {
				t.Fatal(err)
			}
			if amount.IsZero() {
				continue
			}
			printed := money.Format(money.Of(amount, money.MustParseCurrency("EUR")), "fr")
			if !strings.Contains(p.body, "<dd>"+printed+"</dd>") {
				t.Errorf("the page shows no %s %s of %s: %s", period, name, printed, p.text())
			}
		}
	}
}
