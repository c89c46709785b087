package api_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/sheet"
)

// past takes over quotes in the world's company, of whom root is the owner.
func (w *world) past(admin *client, file string) {
	w.t.Helper()
	team := admin.post("/v1/teams", object{"name": "North"}, fresh()).want(http.StatusCreated).text("id")
	me := admin.get("/v1/me").text("id")
	admin.post("/v1/teams/"+team+"/members", object{"user_id": me, "from": "2024-01-01"}, fresh()).want(http.StatusCreated)
	if _, _, err := w.quotes.ImportHistory(w.t.Context(), w.root, "crm", strings.NewReader(file), nil); err != nil {
		w.t.Fatal(err)
	}
}

const pastQuotes = "number,customer,owner,state,created_on,sent_on,decided_on,ordered_on,amount,currency,rate,product_family\n" +
	"A1,ACME,root@fontaine.example,ordered,2025-02-03,2025-02-04,2025-02-10,2025-02-11,1000,EUR,,bikes\n" +
	"A2,ACME,root@fontaine.example,ordered,2025-02-03,2025-02-04,2025-02-10,2025-02-11,1000,USD,0.9,=cmd()\n" +
	"A3,ACME,root@fontaine.example,sent,2024-02-03,2024-02-06,,,700,EUR,,bikes\n"

// Figures of a fiscal period beside those of the same one a year before, at
// frozen and at constant rates, with a receipt that can be verified.
func TestFiguresOfFiscalPeriods(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.user("Root", identity.Admin)
	w.past(admin, pastQuotes)
	file := header{"Content-Type", "application/octet-stream"}
	put := func(kind, text string) answer {
		return admin.do(http.MethodPut, "/v1/kpi/records/"+kind, text, file)
	}
	query := object{"metrics": []string{"quotes_sent", "order_intake"}, "period": "2025-Q1", "compare": object{"with": "last_year"}}
	admin.post("/v1/kpi/query", query).problem(http.StatusUnprocessableEntity, "invalid-query")
	put("periods", "name,first_day,last_day\n2024-Q1,2024-01-29,2024-04-28\n2025-Q1,2025-02-03,2025-05-04\n").want(http.StatusOK)
	put("rates", "currency;first_day;rate\nUSD;2025-01-01;0,8\n").want(http.StatusOK)
	got := admin.post("/v1/kpi/query", query).want(http.StatusOK)
	for path, want := range map[string]string{
		"from": "2025-02-03", "to": "2025-05-05", "compared/from": "2024-01-29", "compared/to": "2024-04-29",
		"answers/0/figures/0/n": "2", "answers/0/compared/0/n": "1", "answers/1/figures/0/value": "1900",
		"answers/1/compared/0/note": "no-rows", "answers/1/currency_mode": "frozen",
	} {
		if got.text(path) != want {
			t.Errorf("%s is %q, want %q", path, got.text(path), want)
		}
	}
	query["currency_mode"] = "constant"
	constant := admin.post("/v1/kpi/query", query).want(http.StatusOK)
	if constant.text("answers/1/figures/0/value") != "1800" || constant.text("answers/1/currency_mode") != "constant" {
		t.Errorf("at constant rates: %s", constant.body)
	}
	query["rates_on"] = "2024-12-31"
	gap := admin.post("/v1/kpi/query", query).want(http.StatusOK)
	if gap.text("answers/1/figures/0/value") != "1000" || gap.text("answers/1/figures/0/gaps/0/currency") != "USD" {
		t.Errorf("before there was a rate: %s", gap.body)
	}

	receipt := constant.at("answers/1/receipt")
	put("periods", "name,first_day,last_day\n2025-Q1,2025-01-01,2025-03-31\n").want(http.StatusOK) // changes no receipt
	if v := admin.post("/v1/kpi/verify", receipt).want(http.StatusOK); v.text("same") != "true" {
		t.Errorf("verified: %s", v.body)
	}
	forged := receipt.(map[string]any)
	forged["hash"] = strings.Repeat("0", 64)
	if v := admin.post("/v1/kpi/verify", forged).want(http.StatusOK); v.text("same") != "false" {
		t.Errorf("forged: %s", v.body)
	}
	if names := admin.get("/v1/kpi/periods").want(http.StatusOK); names.text("items/1/from") != "2025-01-01" {
		t.Errorf("the calendar: %s", names.body)
	}
	// A day that the calendar has no period for is compared with itself.
	days := admin.post("/v1/kpi/query", object{"metrics": []string{"quotes_sent"}, "from": "2025-02-04", "to": "2025-02-05", "compare": object{"with": "previous"}}).want(http.StatusOK)
	if days.text("compared/from") != "2025-02-03" {
		t.Errorf("the day before: %s", days.body)
	}
}

// Records are refused with every mistake, and name people and teams as people
// do.
func TestRecordsOfFigures(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin, rep := w.user("Root", identity.Admin), w.user("Rep", identity.Rep)
	w.past(admin, pastQuotes)
	file := header{"Content-Type", "application/octet-stream"}
	put := func(c *client, kind, text string) answer {
		return c.do(http.MethodPut, "/v1/kpi/records/"+kind, text, file)
	}
	refused := put(admin, "targets", "first_day,last_day,amount,team\n2025-02-01,2025-02-28,4000,Nort\n2025-02-30,,x,\n").problem(http.StatusUnprocessableEntity, "invalid-import")
	for _, want := range []string{"did you mean \\\"north\\\"", "2025-02-30", "is not an amount"} {
		if !strings.Contains(string(refused.body), want) && !strings.Contains(string(refused.body), strings.ReplaceAll(want, "did you mean \\\"north\\\"", "north")) {
			t.Errorf("nothing about %s: %s", want, refused.body)
		}
	}
	put(admin, "targets", "first_day,last_day,amount,team\n2025-02-01,2025-02-28,4000,North\n").want(http.StatusOK)
	month := object{"metrics": []string{"target_attainment"}, "from": "2025-02-01", "to": "2025-03-01"}
	if got := admin.post("/v1/kpi/query", month).want(http.StatusOK); got.text("answers/0/figures/0/value") != "0.475" {
		t.Errorf("attained: %s", got.body)
	}
	put(rep, "targets", "first_day,last_day,amount\n2025-02-01,2025-02-28,4000\n").want(http.StatusForbidden)

	put(admin, "returns", "return,quote,day,amount\nR1,Q-9,2025-02-20,100\n").problem(http.StatusUnprocessableEntity, "invalid-import")
	month["metrics"] = []string{"order_intake", "return_rate"}
	number := admin.post("/v1/kpi/quotes", object{"metric": "order_intake", "from": "2025-02-01", "to": "2025-03-01", "filter": object{"currency": []string{"EUR"}}}).want(http.StatusOK).text("items/0/reference")
	for range 2 { // the same return twice is one
		put(admin, "returns", "return,quote,day,amount\nR1,"+number+",2025-02-20,100\n").want(http.StatusOK)
		if got := admin.post("/v1/kpi/query", month).want(http.StatusOK); got.text("answers/0/figures/0/value") != "1800" || got.text("answers/1/figures/0/k") != "1" {
			t.Errorf("after a return: %s", got.body)
		}
	}
}

// What is exported opens in a spreadsheet without running anything.
func TestExportOfFigures(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.user("Root", identity.Admin)
	w.past(admin, pastQuotes)
	query := object{"metrics": []string{"order_intake"}, "from": "2025-02-01", "to": "2025-03-01", "slices": []string{"product_family"}}
	csv := string(admin.post("/v1/kpi/export", query).want(http.StatusOK).body)
	if !strings.HasPrefix(csv, "metric,version,period,product_family,") || !strings.Contains(csv, ",'=cmd(),") || !strings.Contains(csv, "2025-02-01/2025-03-01,bikes,,1000,") {
		t.Errorf("figures:\n%s", csv)
	}
	book := admin.post("/v1/kpi/export?format=xlsx", query).want(http.StatusOK)
	rows, err := sheet.Read(bytes.NewReader(book.body))
	if err != nil || len(rows) != 3 || rows[1][5] != "900" {
		t.Errorf("the spreadsheet has %q: %v", rows, err)
	}
	drill := object{"metric": "order_intake", "from": "2025-02-01", "to": "2025-03-01"}
	behind := string(admin.post("/v1/kpi/quotes/export", drill).want(http.StatusOK).body)
	if strings.Count(behind, "\n") != 3 || !strings.Contains(behind, ",won,") || !strings.Contains(behind, ",'=cmd(),") {
		t.Errorf("quotes:\n%s", behind)
	}
	if out := admin.post("/v1/kpi/quotes/export?format=xlsx", drill).want(http.StatusOK); !strings.HasPrefix(string(out.body), "PK") {
		t.Error("the quotes are no spreadsheet")
	}
}

// A view is its owner's; a shared one is seen by all and changed by one.
func TestSavedViews(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	boss, other := w.user("Boss", identity.Manager), w.user("Other", identity.Manager)
	view := object{"name": "My team", "content": object{"period": "2025-Q1"}}
	path := "/v1/kpi/views/" + boss.post("/v1/kpi/views", view, fresh()).want(http.StatusCreated).text("id")
	if got := other.get("/v1/kpi/views").want(http.StatusOK); len(got.at("items").([]any)) != 0 {
		t.Errorf("seen by another: %s", got.body)
	}
	view["shared"] = true
	boss.do(http.MethodPut, path, view).want(http.StatusOK)
	if got := other.get("/v1/kpi/views").want(http.StatusOK); got.text("items/0/content/period") != "2025-Q1" {
		t.Errorf("shared: %s", got.body)
	}
	other.do(http.MethodPut, path, view).problem(http.StatusNotFound, "view-not-found")
	other.do(http.MethodDelete, path, nil).problem(http.StatusNotFound, "view-not-found")
	boss.do(http.MethodPut, path, object{"name": " ", "content": object{}}).want(http.StatusUnprocessableEntity)
	boss.do(http.MethodDelete, path, nil).want(http.StatusNoContent)
	boss.do(http.MethodDelete, path, nil).want(http.StatusNotFound)
}
