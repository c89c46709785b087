package api_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
)

// ruled adds quote-level rules to the company's.
func (w *world) ruled(rules ...quotes.QuoteRule) {
	w.t.Helper()
	s, err := w.quotes.Settings(context.Background(), w.root)
	if err == nil {
		s.QuoteRules = append(s.QuoteRules, rules...)
		_, err = w.quotes.SaveSettings(context.Background(), w.root, s)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

// Options that are invalid together are explained and not accepted, neither on
// the page nor over the API. Warnings, and rules made after the send, bind no
// buyer.
func TestAChoiceThatBreaksARuleIsExplained(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	w.ruled(
		// Offering a lock is enough to submit; the buyer has to take it.
		quotes.QuoteRule{Code: "pump-lock", Severity: quotes.RuleError, Message: lang.New("Pumps need a lock", "Les pompes demandent un antivol"),
			When: `any(lines, .item == "EX-PUMP")`, Require: `any(lines, .item == "EX-LOCK")`},
		quotes.QuoteRule{Code: "winter-lock", Severity: quotes.RuleError, Message: lang.New("Winter tyres exclude the lock", "Les pneus d'hiver excluent l'antivol"),
			When: `any(lines, .item == "TY-WINT" and .selected)`, Require: `not any(lines, .item == "EX-LOCK" and .selected)`},
		quotes.QuoteRule{Code: "care", Severity: quotes.RuleWarning, Message: lang.New("Offer care", "Proposez l'entretien"), Require: `any(lines, .item == "SV-BIKE-YEAR")`},
	)
	rep := w.user("Julie", identity.Rep)
	r, buyer := w.offered(rep)
	w.ruled(quotes.QuoteRule{Code: "late", Severity: quotes.RuleError, Message: lang.New("Too late", "Trop tard"), Require: `all(lines, .quantity > 1000)`})
	lock, winter := r.text("lines/2/id"), r.text("lines/4/id")
	path := "/v1/revisions/" + r.text("id")
	explained := "Les pneus d'hiver excluent l'antivol"

	buyer.open("").want(http.StatusOK, "ne peut pas être accepté ainsi", "Les pompes demandent un antivol")
	buyer.post("/accept", agreed).want(http.StatusUnprocessableEntity, "Les pompes demandent un antivol")
	both := url.Values{"option": {lock}, "alternative-1": {winter}}
	buyer.post("/choose", both).want(http.StatusOK, "ne peut pas être accepté ainsi", explained)
	buyer.open("/total?lang=en&"+both.Encode()).want(http.StatusOK, "Winter tyres exclude the lock")
	for k, v := range agreed {
		both[k] = v
	}
	buyer.post("/accept", both).want(http.StatusUnprocessableEntity, explained)
	bad := rep.post(path+"/record_acceptance", object{"po_number": "PO-1", "chosen": list{lock, winter}}, fresh()).problem(http.StatusUnprocessableEntity, "choice-invalid")
	if got := bad.pointers(); len(got) != 1 || got[0] != "/chosen" {
		t.Errorf("the mistakes are at %v", got)
	}
	if state := rep.get(path).text("state"); state != "sent" {
		t.Fatalf("after choices that do not fit, the quote is %s", state)
	}
	delete(both, "alternative-1")
	if got := buyer.post("/choose", both).want(http.StatusOK); strings.Contains(got.text(), "accepté ainsi") {
		t.Errorf("a choice that fits is called wrong: %s", got.text())
	}
	review := buyer.post("/accept", both).want(http.StatusOK, "Confirmer")
	buyer.post("/confirm", url.Values{"a": {review.at.Query().Get("a")}}).want(http.StatusOK, "C’est accepté")
}
