package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Every mistake of a body is reported at once, each where it is.
func TestMistakesInBodies(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep, identity.Admin)
	for _, tt := range []struct {
		name, method, path string
		body               any
		pointers           []string
	}{
		{"unknown fields, wherever they are", http.MethodPost, "/v1/quotes",
			object{"titel": "x", "lines": list{object{"quantity": "1", "sku": "A"}}}, []string{"/lines/0/sku", "/titel"}},
		{"wrong types", http.MethodPost, "/v1/quotes",
			object{"title": 7, "lines": list{object{"quantity": 2}, object{"item": "A", "quantity": "x"}}},
			[]string{"/lines/0/quantity", "/lines/1/quantity", "/title"}},
		{"missing fields", http.MethodPost, "/v1/users", object{}, []string{"/email", "/name", "/roles"}},
		{"values out of a list", http.MethodPost, "/v1/users",
			object{"email": "a@b", "name": "A", "roles": list{"rep", "cheff"}, "language": "de"}, []string{"/language", "/roles/1"}},
		{"too long and too short", http.MethodPost, "/v1/users",
			object{"email": "a@b", "name": strings.Repeat("x", 101), "roles": list{"rep"}, "password": "short"}, []string{"/name", "/password"}},
		{"numbers where decimals stand", http.MethodPost, "/v1/price",
			object{"lines": list{object{"item": "A", "quantity": 1.5, "manual": object{"kind": "percent", "value": 10}}}},
			[]string{"/lines/0/manual/value", "/lines/0/quantity"}},
		{"a float in disguise", http.MethodPost, "/v1/price",
			object{"lines": list{object{"item": "A", "quantity": "1e3"}}}, []string{"/lines/0/quantity"}},
		{"not a date", http.MethodPost, "/v1/price",
			object{"date": "2026-02-30", "currency": "EURO", "lines": list{object{"quantity": "1"}}}, []string{"/currency", "/date"}},
		{"not an id", http.MethodPost, "/v1/quotes", object{"customer_id": "7"}, []string{"/customer_id"}},
		{"empty lists", http.MethodPost, "/v1/price", object{"lines": list{}}, []string{"/lines"}},
		{"an array for an object", http.MethodPost, "/v1/price", list{}, []string{""}},
		{"names of pointers are escaped", http.MethodPost, "/v1/price",
			object{"lines": list{object{"quantity": "1"}}, "a/b~c": 1}, []string{"/a~1b~0c"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := rep.in(t).do(tt.method, tt.path, tt.body, fresh()).problem(http.StatusUnprocessableEntity, "invalid-request")
			if diff := cmp.Diff(tt.pointers, a.pointers()); diff != "" {
				t.Errorf("%s\n%s", diff, a.body)
			}
		})
	}
	a := rep.post("/v1/users", object{"emial": "a@b.c", "name": "A", "roles": list{"rep"}}, fresh()).want(http.StatusUnprocessableEntity)
	if !strings.Contains(string(a.body), `"suggestion":"email"`) {
		t.Errorf("no suggestion for emial: %s", a.body)
	}
}

// What is no JSON at all gets 400 and the place of the first mistake.
func TestBodiesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep)
	for name, tt := range map[string]struct{ body, line, column string }{
		"empty":          {" ", "1", "1"},
		"cut short":      {`{"lines": [`, "1", "11"},
		"trailing comma": {"{\n  \"lines\": [],\n}", "3", "1"},
		"two values":     {`{} {}`, "1", "4"},
		"too deep":       {strings.Repeat("[", 40) + strings.Repeat("]", 40), "1", "33"},
		"no JSON":        {"lines=1", "1", "1"},
	} {
		t.Run(name, func(t *testing.T) {
			a := rep.in(t).post("/v1/price", tt.body).problem(http.StatusBadRequest, "malformed-request")
			if a.text("errors/0/position/line") != tt.line || a.text("errors/0/position/column") != tt.column {
				t.Errorf("want line %s, column %s: %s", tt.line, tt.column, a.body)
			}
		})
	}
}

func TestMediaTypesAndSizes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep)
	for _, media := range []string{"", "text/plain", "application/x-www-form-urlencoded", "application/merge-patch+json", "text/json"} {
		rep.post("/v1/price", `{"lines":[]}`, header{"Content-Type", media}).problem(http.StatusUnsupportedMediaType, "unsupported-media-type")
	}
	rep.patch("/v1/me", `{}`, header{"Content-Type", "application/json"}).problem(http.StatusUnsupportedMediaType, "unsupported-media-type")
	rep.patch("/v1/me", `{}`, header{"Content-Type", "application/merge-patch+json; charset=utf-8"}).want(http.StatusOK)
	large := `{"lines":[{"quantity":"1","item":"` + strings.Repeat("x", 1<<20) + `"}]}`
	rep.post("/v1/price", large).problem(http.StatusRequestEntityTooLarge, "body-too-large")
	rep.post("/v1/revisions/"+identity.NewID().String()+"/submit", `{"comment":"x"}`, header{"If-Match", `"1"`}).
		problem(http.StatusBadRequest, "unexpected-body")
}

func TestParametersAreChecked(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep, identity.OrderDesk)
	for _, path := range []string{
		"/v1/quotes/not-an-id", "/v1/quotes?limit=many", "/v1/quotes?cursor=%21%21", "/v1/quotes?cursor=bm90IGpzb24",
		"/v1/quotes?customer=7", "/v1/quotes?owner=somebody", "/v1/orders?updated_since=yesterday",
	} {
		a := rep.get(path).want(http.StatusBadRequest)
		if kind := a.text("type"); kind != "/problems/invalid-parameter" && kind != "/problems/invalid-cursor" {
			t.Errorf("%s: %s", path, a.body)
		}
	}
	wrong := rep.get("/v1/quotes?limit=0&stat=draft&state=draft,sold&updated_since=yesterday&template=maybe").problem(http.StatusBadRequest, "invalid-parameter")
	told := []string{}
	for i := range wrong.count("errors") {
		told = append(told, wrong.text(fmt.Sprintf("errors/%d/message", i))+" "+wrong.text(fmt.Sprintf("errors/%d/suggestion", i)))
	}
	for i, want := range []string{"limit: minimum", `no parameter "stat" state`, "state: sold is not one of draft", "template: got string", "updated_since: 'yesterday'"} {
		if len(told) != 5 || !strings.Contains(told[i], want) {
			t.Errorf("the query has mistakes %q, want %q at %d", told, want, i)
		}
	}
	rep.post("/v1/customers?validate_onyl=true", object{"name": "ACME"}, fresh()).problem(http.StatusBadRequest, "invalid-parameter")
	if n := rep.get("/v1/customers").want(http.StatusOK).count("items"); n != 0 {
		t.Errorf("a misspelt trial made %d customers", n)
	}
	rep.get("/v1/nothing").problem(http.StatusNotFound, "not-found")
	if got := rep.do(http.MethodDelete, "/v1/quotes", nil).problem(http.StatusMethodNotAllowed, "method-not-allowed").header.Get("Allow"); got != "GET, POST" {
		t.Errorf("Allow is %q", got)
	}
}

func TestIfMatchIsDemanded(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep)
	c := rep.post("/v1/customers", object{"name": "ACME", "country": "FR"}, fresh()).want(http.StatusCreated)
	path := c.header.Get("Location")
	rep.patch(path, object{"name": "Acme"}).problem(http.StatusPreconditionRequired, "if-match-required")
	for _, tag := range []string{`"0"`, `"x"`, "1", `W/"1"`, "*", `"1", "2"`, `"99999999999999999999"`} {
		rep.patch(path, object{"name": "Acme"}, header{"If-Match", tag}).problem(http.StatusPreconditionFailed, "unknown-etag")
	}
	after := rep.patch(path, object{"name": "Acme", "vat_number": "FR1", "segment": "dealer"}, ifMatch(c)).want(http.StatusOK)
	if after.header.Get("ETag") == c.header.Get("ETag") {
		t.Error("the ETag stays after a change")
	}
	rep.patch(path, object{"name": "ACME"}, ifMatch(c)).problem(http.StatusPreconditionFailed, "stale-version")
	cleared := rep.patch(path, object{"vat_number": nil, "external_ids": object{"sap": "1"}}, ifMatch(after)).want(http.StatusOK)
	if cleared.text("vat_number") != "" || cleared.text("segment") != "dealer" || cleared.text("external_ids/sap") != "1" {
		t.Errorf("a merge patch: %s", cleared.body)
	}
	if got := rep.get(path).want(http.StatusOK); got.header.Get("ETag") != cleared.header.Get("ETag") || string(got.body) != string(cleared.body) {
		t.Errorf("read %s after %s", got.body, cleared.body)
	}
}
