package api_test

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// missing lists the pointers, or the kinds where there is none, of what a
// checklist says is not there.
func missing(a answer) []string {
	var out []string
	for n := range a.count("items") {
		at := "items/" + strconv.Itoa(n) + "/"
		if a.text(at+"done") != "true" {
			out = append(out, cmp.Or(a.text(at+"pointer"), a.text(at+"kind")))
		}
		for _, language := range []string{"en", "fr"} {
			if a.text(at+"what/"+language) == "" {
				a.t.Errorf("%s has no words in %s", at, language)
			}
		}
	}
	slices.Sort(out)
	return out
}

// The checklist names exactly what a send is refused for, and is empty when it
// goes out.
func TestTheChecklistIsWhatASendAsksFor(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	settings, err := w.quotes.Settings(t.Context(), w.root)
	if err != nil {
		t.Fatal(err)
	}
	whole := settings.Seller
	settings.Seller.RCS, settings.Seller.VATNumber = "", ""
	if settings, err = w.quotes.SaveSettings(t.Context(), w.root, settings); err != nil {
		t.Fatal(err)
	}
	rep := w.user("Julie", identity.Rep)
	r := rep.post("/v1/quotes", object{"customer": object{"name": "ACME"}, "validity_days": 30, "lines": list{object{"item": "EX-PUMP", "quantity": "2"}, object{"model": "city-bike", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + r.text("id")
	before := rep.get(path + "/checklist").want(http.StatusOK)
	if got := missing(before); before.text("ready") != "false" || !slices.Contains(got, "approval-missing") || !slices.Contains(got, "content-issues") {
		t.Errorf("a draft lacks %v", got)
	}
	r = rep.do(http.MethodPost, path+"/edit", object{"remove": list{r.text("lines/1/id")}}, ifMatch(r)).want(http.StatusOK)
	r = rep.post(path+"/submit", nil, ifMatch(r)).want(http.StatusOK)
	lacks := missing(rep.get(path + "/checklist").want(http.StatusOK))
	refused := rep.post(path+"/send", nil, ifMatch(r)).problem(http.StatusUnprocessableEntity, "legal-checklist").pointers()
	slices.Sort(refused)
	if !slices.Equal(lacks, refused) || !slices.Contains(lacks, "/seller/rcs") || !slices.Contains(lacks, "/customer/addresses") {
		t.Errorf("the checklist lacks %v, the send %v", lacks, refused)
	}
	settings.Seller = whole
	if _, err = w.quotes.SaveSettings(t.Context(), w.root, settings); err != nil {
		t.Fatal(err)
	}
	customer := rep.get("/v1/customers/" + r.text("quote/customer/id")).want(http.StatusOK)
	rep.patch("/v1/customers/"+r.text("quote/customer/id"), object{"addresses": list{object{"code": "main", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}}},
		ifMatch(customer)).want(http.StatusOK)
	if full := rep.get(path + "/checklist").want(http.StatusOK); full.text("ready") != "true" {
		t.Errorf("still lacks %v", missing(full))
	}
	rep.post(path+"/send", nil, ifMatch(rep.get(path))).want(http.StatusOK)
	rep.get(path+"/checklist").problem(http.StatusConflict, "not-open")
}

// What colleagues look at before the send is what the customer gets: the page to
// the cent, the mail to the letter. Looking leaves no trace.
func TestAQuoteIsLookedAtBeforeItIsSent(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	rep := w.user("Julie", identity.Rep)
	sent, buyer := w.offered(rep)
	draft := rep.post("/v1/revisions/"+sent.text("id")+"/clone", object{}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	page := rep.get(path + "/buyer-page").want(http.StatusOK)
	policy := page.header.Get("Content-Security-Policy")
	if !strings.Contains(policy, "frame-ancestors 'self'") || !strings.Contains(policy, "form-action 'none'") || strings.Contains(string(page.body), "<script") {
		t.Errorf("a preview is no harmless frame: %s", policy)
	}
	shown, real := tags.ReplaceAllString(string(page.body), " "), buyer.open("").want(http.StatusOK)
	for _, total := range shownSum.FindAllStringSubmatch(real.body, -1) {
		if !strings.Contains(string(page.body), total[0]) {
			t.Errorf("the preview does not show %q: %s", total[0], shown)
		}
	}
	if english := rep.get(path + "/buyer-page?language=en").want(http.StatusOK); !strings.Contains(string(english.body), `lang="en"`) {
		t.Error("the preview is not in the language asked for")
	}
	if pdf := rep.get(path + "/preview").want(http.StatusOK); !strings.HasPrefix(string(pdf.body), "%PDF") ||
		!strings.Contains(pdf.header.Get("Content-Security-Policy"), "frame-ancestors 'self'") {
		t.Error("the print cannot stand in a frame")
	}
	letter := object{"kind": "offer", "text": "Comme convenu."}
	before := rep.post(path+"/mails/draft", letter).want(http.StatusOK)
	if !strings.Contains(before.text("subject"), draft.text("quote/number")) || before.text("to/0/email") != "jeanne@acme.example" {
		t.Errorf("the mail of a draft: %s", before.body)
	}
	rep.post(path+"/mails/draft", object{"kind": "offer", "to": list{object{"email": "nobody"}}}).problem(http.StatusUnprocessableEntity, "invalid-mail")
	out := "/v1/revisions/" + sent.text("id")
	drafted := rep.post(out+"/mails/draft", letter).want(http.StatusOK)
	rep.post(out+"/mails", letter, fresh()).want(http.StatusCreated)
	got := open(t, <-server.Got)
	if got.subject != drafted.text("subject") || aLink.ReplaceAllString(got.text, w.url+"/b/…") != drafted.text("text") {
		t.Errorf("drafted %q %q, sent %q %q", drafted.text("subject"), drafted.text("text"), got.subject, got.text)
	}
	own := object{"kind": "offer", "subject": before.text("subject"), "to": list{object{"email": "jeanne@acme.example"}}}
	draft = rep.post(path+"/submit", nil, ifMatch(draft)).want(http.StatusOK)
	if state := w.revisionState(draft.text("id")); state != quotes.Approved || rep.get(path).text("first_viewed_at") != "" {
		t.Errorf("looking has left a trace: %s", state)
	}
	// What was written under the draft's reference goes out under the number.
	draft = rep.post(path+"/send", nil, ifMatch(draft)).want(http.StatusOK)
	rep.post(path+"/mails", own, fresh()).want(http.StatusCreated)
	if got := open(t, <-server.Got); !strings.Contains(got.subject, draft.text("quote/number")) || strings.Contains(got.subject, "D-") {
		t.Errorf("the mail of the sent quote is called %q", got.subject)
	}
	rep.get(path+"/receipt").problem(http.StatusConflict, "not-accepted")
	w.mails.Sender = nil
	rep.post(path+"/mails/draft", letter).problem(http.StatusConflict, "mail-not-set-up")
}

// A consumer is told what the law wants, on paper and on the page, or gets no
// quote; a company is not.
func TestAConsumerIsToldOfTheirRights(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	settings, err := w.quotes.Settings(t.Context(), w.root)
	if err != nil {
		t.Fatal(err)
	}
	rep := w.user("Julie", identity.Rep)
	r := rep.post("/v1/quotes", object{"customer": object{"name": "Jeanne Roux", "vat_status": "consumer",
		"addresses": list{object{"code": "home", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}}},
		"language": "fr", "delivery_terms": "Livraison sous 15 jours", "lines": list{object{"item": "EX-PUMP", "quantity": "2"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + r.text("id")
	r = rep.post(path+"/submit", nil, ifMatch(r)).want(http.StatusOK)
	lacks := rep.post(path+"/send", nil, ifMatch(r)).problem(http.StatusUnprocessableEntity, "legal-checklist").pointers()
	if want := []string{"/seller/mediator", "/seller/phone", "/seller/withdrawal"}; !slices.Equal(lacks, want) {
		t.Errorf("the send lacks %v, want %v", lacks, want)
	}
	s := &settings.Seller
	s.Phone, s.Email, s.Withdrawal, s.Mediator = "+33 4 00 00 00 00", "devis@fontaine.example", "Quatorze jours sans motif", "Médiation Rhône"
	if _, err = w.quotes.SaveSettings(t.Context(), w.root, settings); err != nil {
		t.Fatal(err)
	}
	rep.post(path+"/send", nil, ifMatch(r)).want(http.StatusOK)
	printed := pdfText(t, rep.get(path+"/document").want(http.StatusOK).body)
	for _, words := range []string{"Droit de rétractation", "Quatorze jours sans motif", "Médiateur de la consommation", "Médiation Rhône"} {
		if !strings.Contains(printed, words) {
			t.Errorf("the document does not say %q", words)
		}
	}
	buyer := w.visitor(rep.post(path+"/links", nil).want(http.StatusCreated).text("url"))
	page := buyer.open("").want(http.StatusOK, "Quatorze jours sans motif", "Médiation Rhône", "mon droit de rétractation")
	if strings.Contains(page.text(), "votre société") || strings.Contains(page.text(), "au nom de") {
		t.Errorf("a consumer is spoken to as a company: %s", page.text())
	}
	buyer.post("/accept", agreed).want(http.StatusOK, "Commande avec obligation de paiement")
	_, company := w.offered(rep)
	if page := company.open(""); strings.Contains(page.text(), "Quatorze jours") {
		t.Error("a company is told of a consumer's rights")
	}
}
