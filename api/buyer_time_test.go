package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// After the last day a link looks like one that never was, to the byte.
func TestAnExpiredLinkLooksUnknown(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	_, buyer := w.offered(rep)
	w.pass(29)
	buyer.open("").want(http.StatusOK, "encore 1 jour")
	w.pass(3)
	unknown := w.visitor("/b/" + strings.Repeat("A", 43))
	for _, below := range []string{"", "/document", "/receipt", "/total", "/confirm"} {
		if got, want := buyer.open(below), unknown.open(below); got.status != http.StatusNotFound || got.body != want.body {
			t.Errorf("%q of an expired link: %d %s", below, got.status, got.text())
		}
	}
	if got, want := buyer.post("/accept", agreed), unknown.post("/accept", agreed); got.status != http.StatusNotFound || got.body != want.body {
		t.Errorf("accepting over an expired link: %d %s", got.status, got.text())
	}
}

// Once a revised offer is out, the link of the first one says so and names whom
// to ask; it can no longer be accepted.
func TestALinkOfASupersededOfferSaysSo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	r, buyer := w.offered(rep)
	w.pass(2)
	path := "/v1/revisions/" + r.text("id")
	next := rep.post(path+"/revise", object{"reason": "customer_change"}, fresh(), ifMatch(rep.get(path))).want(http.StatusCreated)
	buyer.open("").want(http.StatusOK, "Accepter ce devis") // until the new one is sent
	newer := "/v1/revisions/" + next.text("id")
	next = rep.post(newer+"/submit", nil, ifMatch(next)).want(http.StatusOK)
	rep.post(newer+"/send", nil, ifMatch(next)).want(http.StatusOK)
	buyer.open("").want(http.StatusOK, "Il existe une version plus récente de ce devis", "Julie")
	buyer.open("/?lang=en").want(http.StatusOK, "There is a newer version of this quote", "Julie")
	buyer.post("/accept", agreed).want(http.StatusConflict, "Il existe une version plus récente")
	w.visitor(rep.post(newer+"/links", nil).want(http.StatusCreated).text("url")).open("").want(http.StatusOK, "Accepter ce devis")
}

// The owner is reminded on the day they chose, once, while the offer is out.
func TestFollowUpReminders(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	rep := w.user("Julie", identity.Rep)
	due := func(want int) {
		t.Helper()
		if n, err := w.mails.FollowUpDue(t.Context(), w.tenant, 10); err != nil || n != want {
			t.Fatalf("%d reminders, %v; want %d", n, err, want)
		}
	}
	settings, err := w.quotes.Settings(t.Context(), w.root)
	if err != nil {
		t.Fatal(err)
	}
	day := civil.In(w.now(), settings.Location()).AddDays(5).String()
	r, _ := w.offered(rep)
	lost, _ := w.offered(rep)
	for _, a := range []answer{r, lost} {
		family := "/v1/quotes/" + a.text("quote/id")
		rep.patch(family, object{"follow_up": day}, ifMatch(rep.get(family))).want(http.StatusOK)
	}
	path := "/v1/revisions/" + lost.text("id")
	rep.post(path+"/withdraw", object{"reason": "error"}, ifMatch(rep.get(path))).want(http.StatusOK)
	due(0)
	w.pass(5)
	due(1)
	if got := <-server.Got; got.To != "julie@fontaine.example" || !strings.Contains(open(t, got).text, r.text("quote/number")) {
		t.Errorf("the reminder went to %s", got.To)
	}
	due(0)
	all := w.settled(rep, "/v1/quotes/"+r.text("quote/id"))
	if all.count("items") != 1 || all.text("items/0/kind") != "follow_up" || all.text("items/0/state") != "sent" {
		t.Errorf("the mails: %s", all.body)
	}
	w.pass(1)
	due(0)
}
