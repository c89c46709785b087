package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// A line of a quote says when its service runs and what is due of it in each
// contract year; it keeps that through edits, clones and the order, and what the
// ramp leaves out is no discount that anybody would have to approve.
func TestServiceDatesAndRampsOfALine(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	fleet := object{"item": "SV-FLEET-MON", "quantity": "10", "start": "2026-12-01", "end": "2028-11-30", "ramp": list{object{"year": 1, "percent": "50"}}}
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"},
		"lines": list{fleet, object{"item": "SV-BIKE-YEAR", "quantity": "1", "term_months": 36}, object{"item": "EX-PUMP", "quantity": "1"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	read := rep.get(path).want(http.StatusOK)
	// 145 a month: 12 months at the half, 12 in full; 96 a year for 3 years less 8 %; 34.90
	if got := []string{read.line("0", "price/tcv"), read.line("0", "price/months"), read.line("0", "price/schedule/0/net"),
		read.line("0", "price/schedule/1/net"), read.line("0", "price/schedule/1/from"), read.line("0", "ramp/0/percent"), read.line("1", "price/tcv"),
		read.text("totals/tcv")}; !slices.Equal(got, []string{"2610", "24", "870", "1740", "2027-12-01", "50", "264.96", "2909.86"}) {
		t.Fatalf("the line, its schedule and the total: %q", got)
	}
	if read.at("approvals_needed") != nil || read.text("totals/before_manual") != read.text("totals/tcv") {
		t.Errorf("a ramp counts as a discount: %v, %s before manual steps", read.at("approvals_needed"), read.text("totals/before_manual"))
	}
	if seen := w.user("Boss", "admin", "manager").get(path).want(http.StatusOK); seen.line("0", "price/cost") != "52" || seen.line("0", "price/term_cost") != "1248" {
		t.Errorf("10 at 5.20 for 24 months cost %s and %s", seen.line("0", "price/cost"), seen.line("0", "price/term_cost"))
	}

	clone := rep.post(path+"/clone", object{}, fresh()).want(http.StatusCreated)
	if clone.line("0", "end") != "2028-11-30" || clone.line("0", "price/tcv") != "2610" || clone.line("1", "term_months") != "36" {
		t.Errorf("the clone: %s", clone.at("lines"))
	}
	id := draft.line("0", "id")
	edited := rep.post(path+"/edit", object{"change": list{object{"id": id, "end": "2027-02-14", "ramp": list{}}}}, ifMatch(read)).want(http.StatusOK)
	// two months, and 14 of the 28 days of February
	if edited.line("0", "price/tcv") != "362.5" || edited.at("lines/0/ramp") != nil {
		t.Errorf("after the edit: %s", edited.at("lines/0"))
	}
	compared := rep.get("/v1/revisions/" + clone.text("id") + "/compare?with=" + draft.text("id")).want(http.StatusOK)
	for _, field := range []string{`"end"`, `"ramp"`} {
		if !strings.Contains(string(compared.body), field) {
			t.Errorf("the comparison does not name %s: %s", field, compared.body)
		}
	}
	open := rep.post(path+"/edit", object{"change": list{object{"id": id, "start": nil, "end": nil, "term_months": 6}}}, ifMatch(edited)).want(http.StatusOK)
	if open.line("0", "price/tcv") != "870" || open.at("lines/0/start") != nil || open.at("lines/0/price/schedule") != nil {
		t.Errorf("six months: %s", open.at("lines/0"))
	}

	bad := rep.post(path+"/edit", object{"change": list{
		object{"id": id, "start": "2026-12-01", "end": "2026-11-30", "ramp": list{object{"year": 1, "percent": "-1"}, object{"year": 1, "percent": "50"}}},
		object{"id": draft.line("1", "id"), "end": "2026-11-30"},
	}}, ifMatch(open)).want(http.StatusUnprocessableEntity)
	if got, want := bad.pointers(), []string{"/change/0/end", "/change/0/ramp/0/percent", "/change/0/ramp/1/year", "/change/1/start"}; !slices.Equal(got, want) {
		t.Errorf("mistakes at %q, want %q", got, want)
	}
}

// A payment schedule of percentages, amounts and a balance comes to the total, to
// the cent; one that the total does not fit keeps the quote from being submitted.
func TestPaymentSchedulesComeToTheTotal(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Rep", "rep")
	label := func(s string) object { return object{"en": s, "fr": s} }
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list{object{"item": "EX-PUMP", "quantity": "7"}},
		"payment_schedule": list{object{"label": label("Deposit"), "fixed": "100", "due": "order"}, object{"label": label("Delivery"), "percent": "33.3"},
			object{"label": label("Balance"), "due": "30"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + draft.text("id")
	// 7 at 34.90 and 20 % VAT are 293.16
	if got := []string{draft.text("payment_schedule/0/amount"), draft.text("payment_schedule/1/amount"), draft.text("payment_schedule/2/amount")}; !slices.Equal(got, []string{"100", "97.62", "95.54"}) {
		t.Errorf("of %s the instalments are %q", draft.text("totals/one_off/gross"), got)
	}
	few := rep.post(path+"/edit", object{"change": list{object{"id": draft.line("0", "id"), "quantity": "2"}}}, ifMatch(draft)).want(http.StatusOK)
	refused := rep.post(path+"/submit", nil, ifMatch(few)).want(http.StatusUnprocessableEntity)
	if !slices.Contains(refused.pointers(), "/payment_schedule/2") {
		t.Errorf("a deposit above the total: %s", refused.body)
	}
	bad := rep.patch(path, object{"payment_schedule": list{object{"label": label("a"), "percent": "30", "fixed": "2"}, object{"label": label("b")}, object{"label": label("c")}}},
		ifMatch(few)).want(http.StatusUnprocessableEntity)
	if got := bad.pointers(); !slices.Equal(got, []string{"/payment_schedule/0", "/payment_schedule/2"}) {
		t.Errorf("mistakes at %q", got)
	}
}
