package api_test

import (
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// visitor is a buyer's browser without JavaScript.
type visitor struct {
	t    testing.TB
	w    *world
	http *http.Client
	base string // path of the link
}

// offered makes and sends a quote with two firm lines, an option and an
// alternative, and returns it with a link to it.
func (w *world) offered(rep *client) (r answer, v *visitor) {
	w.t.Helper()
	r = rep.post("/v1/quotes", object{"title": "Casques de l'atelier",
		"customer": object{"name": "ACME", "addresses": list{object{"code": "billing", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}},
			"contacts": list{object{"name": "Jeanne Roux", "email": "jeanne@acme.example"}}},
		"lines": list{
			object{"item": "EX-HELMET", "quantity": "2"}, object{"item": "EX-PUMP", "quantity": "10", "note": "bleu"},
			object{"item": "EX-LOCK", "quantity": "1", "optional": true},
			object{"item": "EX-SEAT", "quantity": "1", "alternative": "sac", "proposed": true}, object{"item": "TY-WINT", "quantity": "1", "alternative": "sac"},
		}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + r.text("id")
	r = rep.post(path+"/submit", nil, ifMatch(r)).want(http.StatusOK)
	r = rep.post(path+"/send", nil, ifMatch(r)).want(http.StatusOK)
	return r, w.visitor(rep.post(path+"/links", nil).want(http.StatusCreated).text("url"))
}

func (w *world) visitor(link string) *visitor {
	jar, err := cookiejar.New(nil)
	if err != nil {
		w.t.Fatal(err)
	}
	address, err := url.Parse(link)
	if err != nil {
		w.t.Fatal(err)
	}
	return &visitor{t: w.t, w: w, http: &http.Client{Jar: jar}, base: address.Path}
}

// page is what the visitor sees.
type page struct {
	t      testing.TB
	status int
	at     *url.URL
	header http.Header
	body   string
}

func (v *visitor) open(path string) page {
	v.t.Helper()
	resp, err := v.http.Get(v.w.url + v.base + path)
	return v.read(resp, err)
}

func (v *visitor) post(path string, form url.Values) page {
	v.t.Helper()
	resp, err := v.http.PostForm(v.w.url+v.base+path, form)
	return v.read(resp, err)
}

func (v *visitor) read(resp *http.Response, err error) page {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return page{v.t, resp.StatusCode, resp.Request.URL, resp.Header, string(body)}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// text is what a person reads on the page.
func (p page) text() string {
	return strings.Join(strings.Fields(html.UnescapeString(tags.ReplaceAllString(p.body, " "))), " ")
}

func (p page) want(status int, words ...string) page {
	p.t.Helper()
	if p.status != status {
		p.t.Fatalf("%s: status %d, want %d: %s", p.at.Path, p.status, status, p.text())
	}
	for _, w := range words {
		if w = strings.Join(strings.Fields(w), " "); !strings.Contains(p.text(), w) {
			p.t.Errorf("%s: no %q in: %s", p.at.Path, w, p.text())
		}
	}
	return p
}

var agreed = url.Values{"name": {"Jeanne Roux, achats"}, "email": {"jeanne@acme.example"}, "reason": {"service"}, "consent": {"yes"}}

// The whole way of a buyer, by forms alone: read, tick, accept, get the receipt.
func TestABuyerAccepts(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	r, buyer := w.offered(rep)
	path := "/v1/revisions/" + r.text("id")
	first := buyer.open("").want(http.StatusOK, "Casques de l'atelier", "ACME", "Jeanne Roux", "Bon pour accord", "eIDAS")
	if strings.Contains(first.body, buyer.base) {
		t.Error("the page holds the link's token")
	}
	if rep.get(path).want(http.StatusOK).text("first_viewed_at") == "" {
		t.Error("the view was not recorded")
	}
	option, other := r.text("lines/2/id"), r.text("lines/4/id")
	choice := url.Values{"option": {option}, "alternative-1": {other}}
	chosen := buyer.post("/choose", choice).want(http.StatusOK)
	if !strings.Contains(chosen.at.RawQuery, option) {
		t.Errorf("the choice is not in the address: %s", chosen.at)
	}
	form := url.Values{}
	for _, part := range []url.Values{choice, agreed} {
		for k, vs := range part {
			form[k] = vs
		}
	}
	review := buyer.post("/accept", form).want(http.StatusOK, "Confirmer", "Jeanne Roux, achats")
	done := buyer.post("/confirm", url.Values{"a": {review.at.Query().Get("a")}}).want(http.StatusOK, "C’est accepté", "Jeanne Roux, achats")
	if strings.Contains(done.body, `name="consent"`) {
		t.Error("an accepted offer can be accepted again")
	}
	now := rep.get(path).want(http.StatusOK)
	if now.text("state") != "accepted" || now.text("acceptance/signer") != "Jeanne Roux, achats" || now.text("acceptance/purchase_reason") != "service" ||
		now.count("acceptance/chosen") != 4 || now.text("acceptance/document_hash") != now.text("document_hash") || now.text("acceptance/address") == "" {
		t.Errorf("the acceptance is %v", now.at("acceptance"))
	}
	receipt := buyer.open("/receipt").want(http.StatusOK)
	if !strings.HasPrefix(receipt.body, "%PDF") || buyer.open("/receipt").body != receipt.body {
		t.Error("the receipt is no PDF, or another one the second time")
	}
	if ours := rep.get(path + "/receipt").want(http.StatusOK); string(ours.body) != receipt.body {
		t.Error("the rep reads another receipt")
	}
	again := buyer.post("/confirm", url.Values{"a": {review.at.Query().Get("a")}}).want(http.StatusOK, "C’est accepté")
	if again.text() != done.text() {
		t.Error("the replayed acceptance shows something else")
	}
	w.provesAcceptance(r.text("quote/id"))
}

// provesAcceptance fails unless the family's audit chain holds, and its entry of
// the acceptance proves the evidence, and no other.
func (w *world) provesAcceptance(family string) {
	w.t.Helper()
	id, err := identity.Parse(family)
	if err != nil {
		w.t.Fatal(err)
	}
	entries, err := w.quotes.Timeline(w.t.Context(), w.root, id)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, e := range entries {
		if e.Event.Type != quotes.EventAccepted {
			continue
		}
		r, err := w.quotes.Revision(w.t.Context(), w.root, e.Event.Revision)
		if err != nil {
			w.t.Fatal(err)
		}
		a := *r.Acceptance
		if !quotes.VerifyEvidence(e, a) {
			w.t.Error("the audit entry does not prove the acceptance")
		}
		if a.Signer = "Somebody else"; quotes.VerifyEvidence(e, a) {
			w.t.Error("the audit entry proves an acceptance by somebody else")
		}
		return
	}
	w.t.Error("the acceptance is not in the audit chain")
}

// Mistakes are told all at once, beside what was entered.
func TestMistakesOfABuyer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	r, buyer := w.offered(rep)
	bad := buyer.post("/accept", url.Values{"name": {"J"}, "email": {"jeanne"}, "po_number": {strings.Repeat("x", 101)}, "reason": {"nonsense"}})
	bad.want(http.StatusUnprocessableEntity, "Indiquez votre nom", "adresse e-mail complète", "C’est trop long", "Choisissez dans la liste", "Cochez la case")
	if !strings.Contains(bad.body, `value="J"`) {
		t.Error("what was entered is gone")
	}
	both := url.Values{"alternative-1": {r.text("lines/3/id"), r.text("lines/4/id")}}
	buyer.post("/choose", both).want(http.StatusOK, "une seule peut être retenue")
	for k, v := range agreed {
		both[k] = v
	}
	buyer.post("/accept", both).want(http.StatusUnprocessableEntity, "une seule peut être retenue")
	buyer.open("/?option="+identity.NewID().String()).want(http.StatusOK, "ne fait pas partie de cette offre")
	buyer.open("/?option=x&lang=en").want(http.StatusOK, "not part of this offer", "Accept this quote")
	buyer.post("/question", url.Values{"question": {"  "}}).want(http.StatusUnprocessableEntity, "Écrivez quelque chose")
	buyer.post("/decline", url.Values{"reason": {"nonsense"}}).want(http.StatusUnprocessableEntity, "Choisissez dans la liste")
	if state := rep.get("/v1/revisions/" + r.text("id")).text("state"); state != "sent" {
		t.Errorf("after mistakes only, the quote is %s", state)
	}
}

func TestABuyerAsksAndDeclines(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	r, buyer := w.offered(rep)
	path := "/v1/revisions/" + r.text("id")
	rep.post(path+"/reply", object{"text": "Oui"}, ifMatch(rep.get(path))).problem(http.StatusConflict, "no-question")
	buyer.open("").want(http.StatusOK)
	buyer.post("/question", url.Values{"name": {"Jeanne"}, "question": {"En bleu <aussi> ?"}}).want(http.StatusOK, "Votre question est envoyée", "En bleu <aussi> ?")
	asked := rep.get(path).want(http.StatusOK)
	if asked.text("question_at") == "" {
		t.Error("nothing says that a question waits")
	}
	answered := rep.post(path+"/reply", object{"text": "Oui, en bleu."}, ifMatch(asked)).want(http.StatusOK)
	if answered.text("question_at") != "" {
		t.Error("the question still waits")
	}
	buyer.open("").want(http.StatusOK, "Oui, en bleu.")
	events := rep.get("/v1/quotes/" + r.text("quote/id") + "/events").want(http.StatusOK)
	last := events.count("items") - 1
	if events.text(fmt.Sprintf("items/%d/comment", last)) != "Oui, en bleu." || events.text(fmt.Sprintf("items/%d/type", last-1)) != "quote.inquired" ||
		events.text(fmt.Sprintf("items/%d/actor/name", last-1)) != "Jeanne" {
		t.Errorf("the timeline: %s", events.body)
	}
	buyer.post("/decline", url.Values{"reason": {"delivery"}, "text": {"Trop tard"}}).want(http.StatusOK, "Vous avez décliné ce devis", "Julie")
	now := rep.get(path).want(http.StatusOK)
	if now.text("state") != "rejected" || now.text("reason") != "delivery" || now.text("reason_text") != "Trop tard" {
		t.Errorf("the refusal is %s", now.body)
	}
	buyer.post("/accept", agreed).want(http.StatusConflict, "Vous avez décliné ce devis")
}

// A link that leads nowhere says the same whatever the cause; one whose offer
// has been taken back or replaced says so.
func TestLinks(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	r, buyer := w.offered(rep)
	path := "/v1/revisions/" + r.text("id")
	unknown := w.visitor("/b/" + strings.Repeat("A", 43)).open("").want(http.StatusNotFound)
	for name, link := range map[string]string{"short": "/b/x", "long": "/b/" + strings.Repeat("A", 44), "odd": "/b/" + strings.Repeat("%20", 43), "deep": "/b/x/y/z"} {
		if got := w.visitor(link).open(""); got.status != http.StatusNotFound || got.body != unknown.body {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
	}
	for _, below := range []string{"/document", "/receipt", "/total", "/logo", "/confirm", "/nothing"} {
		if got := w.visitor("/b/" + strings.Repeat("A", 43)).open(below); got.body != unknown.body {
			t.Errorf("%s of an unknown link: %s", below, got.body)
		}
	}
	links := rep.get(path + "/links").want(http.StatusOK)
	if links.count("items") != 1 || strings.Contains(string(links.body), buyer.base[3:]) {
		t.Errorf("the links: %s", links.body)
	}
	second := w.visitor(rep.post(path+"/links", nil).want(http.StatusCreated).text("url"))
	id := links.text("items/0/id")
	for range 2 {
		rep.do(http.MethodDelete, path+"/links/"+id, nil).want(http.StatusNoContent)
	}
	if got := buyer.open(""); got.status != http.StatusNotFound || got.body != unknown.body {
		t.Errorf("a revoked link: %d %s", got.status, got.body)
	}
	second.open("").want(http.StatusOK)
	if got := second.open("/receipt"); got.body != unknown.body {
		t.Errorf("a receipt before the acceptance: %d", got.status)
	}
	second.open("/document").want(http.StatusOK)
	rep.post(path+"/withdraw", object{"reason": "error"}, ifMatch(rep.get(path))).want(http.StatusOK)
	second.open("").want(http.StatusOK, "Ce devis a été retiré", "Julie")
	second.post("/accept", agreed).want(http.StatusConflict, "Ce devis a été retiré")
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "B"}, "lines": list{object{"item": "EX-HELMET", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	rep.post("/v1/revisions/"+draft.text("id")+"/links", nil).problem(http.StatusConflict, "not-sent")
}
