package api_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/quotes"
)

// What went to a person by mail, the links, what they began to accept and the
// receipt of what they accepted are read out and erased with the rest, in every
// quote of the customer; what concerns somebody else stays.
func TestPersonalDataAroundAnOffer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	settings, err := w.quotes.Settings(t.Context(), w.root)
	if err != nil {
		t.Fatal(err)
	}
	settings.Mails = map[quotes.MailKind]quotes.MailTemplate{quotes.AcceptedMail: {Subject: lang.Text{"fr": "{{.Signer}} accepte"}}}
	if _, err = w.quotes.SaveSettings(t.Context(), w.root, settings); err != nil {
		t.Fatal(err)
	}
	rep, admin := w.user("Julie", identity.Rep), w.user("Root", identity.Admin)
	r, _ := w.offered(rep)
	path, family := "/v1/revisions/"+r.text("id"), "/v1/quotes/"+r.text("quote/id")
	contact, customer := r.text("quote/customer/contacts/0/id"), r.text("quote/customer/id")
	rep.patch(family, object{"contact_id": contact}, ifMatch(rep.get(family))).want(http.StatusOK)
	rep.post(path+"/mails", object{"kind": "offer", "to": list{object{"name": "Jeanne", "email": "Jeanne@acme.example"}, object{"name": "Paul", "email": "paul@acme.example"}},
		"text": "Comme convenu"}, fresh()).want(http.StatusCreated)
	var buyer *visitor
	for range 2 {
		if got := <-server.Got; got.To == "Jeanne@acme.example" {
			buyer = w.visitor(aLink.FindString(open(t, got).text))
		}
	}
	buyer.post("/accept", agreed).want(http.StatusOK)
	<-server.Got // a code that is never entered
	review := buyer.post("/accept", agreed).want(http.StatusOK)
	code := aCode.FindString(open(t, <-server.Got).text)
	buyer.post("/confirm", url.Values{"a": {review.at.Query().Get("a")}, "code": {code}}).want(http.StatusOK, "C’est accepté")
	for range 2 {
		<-server.Got // the receipt to both
	}
	w.settled(rep, family)
	before := buyer.open("/receipt").want(http.StatusOK).body
	if !strings.Contains(pdfText(t, []byte(before)), "Jeanne Roux") {
		t.Fatal("the receipt does not name the signer")
	}

	data := "/v1/customers/" + customer + "/contacts/" + contact + "/personal-data"
	held := admin.get(data).want(http.StatusOK)
	if held.count("quotes") != 1 || held.count("quotes/0/mails") != 4 || held.count("quotes/0/links") != 1 || held.count("quotes/0/receipts") != 1 ||
		held.text("quotes/0/mails/0/text") != "Comme convenu" || strings.Contains(string(held.body), "paul") {
		t.Errorf("held: %s", held.body)
	}
	admin.do(http.MethodDelete, data, nil).want(http.StatusNoContent)

	left := admin.get(data).want(http.StatusOK)
	if left.count("quotes") != 1 || strings.Contains(strings.ToLower(string(left.body)), "jeanne") || strings.Contains(string(left.body), `"mails"`) ||
		strings.Contains(string(left.body), `"links"`) || strings.Contains(string(left.body), `"receipts"`) {
		t.Errorf("left: %s", left.body)
	}
	for _, table := range []string{"mail_message", "buyer_link", "buyer_attempt", "customer"} {
		if w.stored(table, "jeanne") {
			t.Errorf("%s still names the person", table)
		}
	}
	if !w.stored("mail_message", "paul@acme.example") || !w.stored("buyer_link", "paul@acme.example") {
		t.Error("what went to somebody else is gone")
	}
	if after := pdfText(t, []byte(buyer.open("/receipt").want(http.StatusOK).body)); strings.Contains(after, "Jeanne") || strings.Contains(after, "jeanne") {
		t.Errorf("the receipt still names the person: %s", after)
	}
	findings, err := postgres.NewQuotes(postgres.NewJoined(w.db)).Check(t.Context(), w.tenant)
	if err != nil || len(findings) > 0 {
		t.Errorf("after the erasure: %v %v", findings, err)
	}
}

// A person who only got a mail about somebody else's quote is found by the
// address; that quote's acceptance stays.
func TestPersonalDataOfARecipient(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	rep, admin := w.user("Julie", identity.Rep), w.user("Root", identity.Admin)
	r, _ := w.offered(rep)
	path := "/v1/revisions/" + r.text("id")
	rep.post(path+"/mails", object{"kind": "offer", "to": list{object{"email": "jeanne@acme.example"}}}, fresh()).want(http.StatusCreated)
	<-server.Got
	w.settled(rep, "/v1/quotes/"+r.text("quote/id"))
	rep.post(path+"/record_acceptance", object{"po_number": "PO-1", "signer": "Paul Blanc"}, fresh()).want(http.StatusOK)
	data := "/v1/customers/" + r.text("quote/customer/id") + "/contacts/" + r.text("quote/customer/contacts/0/id") + "/personal-data"
	held := admin.get(data).want(http.StatusOK)
	if held.count("quotes/0/mails") != 1 || held.count("quotes/0/links") != 1 || strings.Contains(string(held.body), "Paul") {
		t.Errorf("held: %s", held.body)
	}
	admin.do(http.MethodDelete, data, nil).want(http.StatusNoContent)
	if w.stored("mail_message", "jeanne") || w.stored("buyer_link", "jeanne") {
		t.Error("the address is still there")
	}
	if signer := rep.get(path).text("acceptance/signer"); signer != "Paul Blanc" {
		t.Errorf("the signer is %q", signer)
	}
}

// stored reports whether a row of the table holds the text, in any case.
func (w *world) stored(table, text string) (found bool) {
	w.t.Helper()
	err := pgtest.Admin(w.t, w.dsn).QueryRow(context.Background(), "select exists (select from "+table+" t where t::text ilike '%' || $1 || '%')", text).Scan(&found)
	if err != nil {
		w.t.Fatal(err)
	}
	return found
}
