package api_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// attempt is one operation of the contract with everything it needs to be
// called: real ids, the example as its body.
type attempt struct {
	id, method, path string
	body             any
	media            string
	tag              string // the If-Match to send; one that never fits where ""
	tries            bool   // takes validate_only
	query            url.Values
	open             bool
	scopes           [][]string
	people           bool // for signed-in people only
	family           bool // names one quote, revision or order
	named            bool // names anything of a company
}

func attempts(t *testing.T, ids map[string]string) []attempt {
	t.Helper()
	doc := contract(t)
	var out []attempt
	for path, item := range doc.Paths.Map() {
		for method, o := range item.Operations() {
			a := attempt{id: o.OperationID, method: method, path: path, open: o.Security != nil && len(*o.Security) == 0}
			a.family = strings.Contains(path, "quote_id") || strings.Contains(path, "revision_id") || strings.Contains(path, "order_id")
			a.named = a.family || strings.Contains(path, "_id}")
			a.query = url.Values{}
			for _, p := range o.Parameters {
				a.tries = a.tries || p.Value.Name == "validate_only"
				if p.Value.Required && p.Value.In == "query" {
					a.query.Set(p.Value.Name, "{revision_id}")
					if p.Value.Example != nil {
						a.query.Set(p.Value.Name, fmt.Sprint(p.Value.Example))
					}
				}
			}
			a.fill(ids)
			security := doc.Security
			if o.Security != nil {
				security = *o.Security
			}
			a.people = !a.open
			for _, s := range security {
				if scopes, ok := s["apiKey"]; ok {
					a.people = false
					a.scopes = append(a.scopes, scopes)
				} else if scopes, ok := s["session"]; ok && !slices.ContainsFunc(a.scopes, func(known []string) bool { return slices.Equal(known, scopes) }) {
					a.scopes = append(a.scopes, scopes)
				}
			}
			a.readBody(o)
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b attempt) int { return strings.Compare(a.id, b.id) })
	return out
}

// leftID is an id of the path that nobody has given.
var leftID = regexp.MustCompile(`\{[a-z_]+_id\}`)

// fill puts ids into the path and the query; what is not given is the id of
// nothing.
func (a *attempt) fill(ids map[string]string) {
	for name, id := range ids {
		a.path = strings.ReplaceAll(a.path, "{"+name+"}", url.PathEscape(id))
		for key, given := range a.query {
			if given[0] == "{"+name+"}" {
				a.query.Set(key, id)
			}
		}
	}
	if len(ids) > 0 {
		a.path = leftID.ReplaceAllStringFunc(a.path, func(string) string { return identity.NewID().String() })
	}
}

// needs reports whether every way in asks for the scope.
func (a attempt) needs(scope string) bool {
	return len(a.scopes) > 0 && !slices.ContainsFunc(a.scopes, func(s []string) bool { return !slices.Contains(s, scope) })
}

func (a *attempt) readBody(o *openapi3.Operation) {
	if o.RequestBody == nil {
		return
	}
	for media, content := range o.RequestBody.Value.Content {
		a.media, a.body = media, content.Example
	}
	if a.body == nil {
		a.body = object{"current": "x", "new": "a long enough password"}
	}
}

func (a attempt) send(c *client) answer {
	headers := []header{{"If-Match", `"999"`}, fresh()}
	if a.tag != "" {
		headers[0].value = a.tag
	}
	if a.media != "" {
		headers = append(headers, header{"Content-Type", a.media})
	}
	path := a.path
	if len(a.query) > 0 {
		path += "?" + a.query.Encode()
	}
	return c.do(a.method, path, a.body, headers...)
}

// scene is a company with two teams, a draft and an ordered quote of one rep.
type scene struct {
	*world
	people map[string]*client
	draft  map[string]string // ids by the contract's parameter names
	won    map[string]string
}

func newScene(t *testing.T) *scene {
	w := newWorld(t)
	w.company()
	s := &scene{world: w, people: map[string]*client{
		"owner": w.user("Owner", identity.Rep), "teammate": w.user("Mate", identity.Rep), "stranger": w.user("Stranger", identity.Rep),
		"manager": w.user("Boss", identity.Manager), "approver": w.user("Approver", identity.Approver), "desk": w.user("Desk", identity.OrderDesk),
		"admin": w.user("Root", identity.Admin),
	}}
	admin := s.people["admin"]
	team := func(name string, members ...string) string {
		made := admin.post("/v1/teams", object{"name": name}, fresh()).want(http.StatusCreated).text("id")
		for _, m := range members {
			id := s.people[m].get("/v1/me").text("id")
			admin.post("/v1/teams/"+made+"/members", object{"user_id": id, "from": "2026-01-01"}, fresh()).want(http.StatusCreated)
		}
		return made
	}
	north := team("North", "owner", "teammate", "manager")
	team("South", "stranger")
	owner := s.people["owner"]
	version := owner.get("/v1/models/city-bike").text("version")
	common := map[string]string{"team_id": north, "code": "city-bike", "kind": "price_book", "version": version, "sku": "EX-HELMET",
		"user_id": owner.get("/v1/me").text("id"), "api_key_id": identity.NewID().String(),
		"asset": strings.Repeat("0", 64), "number": "1"}
	draft := owner.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"},
		"lines": list{object{"model": "city-bike", "picks": cityBike, "quantity": "2"}}}, fresh()).want(http.StatusCreated)
	s.draft = with(common, "quote_id", draft.text("quote/id"), "revision_id", draft.text("id"), "customer_id", draft.text("quote/customer/id"),
		"order_id", identity.NewID().String())
	path, _ := w.accepted(owner, "5")
	order := s.people["desk"].post(path+"/order", object{}, fresh()).want(http.StatusCreated)
	s.won = with(s.draft, "quote_id", order.text("quote_id"), "revision_id", order.text("revision_id"), "order_id", order.text("id"))
	return s
}

func with(base map[string]string, pairs ...string) map[string]string {
	out := map[string]string{}
	for k, v := range base {
		out[k] = v
	}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}

// Who sees a draft, and who an ordered quote.
func TestWhoSeesWhat(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	erp := s.key("ERP", identity.ReadQuotes, identity.ReadOrders)
	for name, want := range map[string]struct{ draft, won bool }{
		"owner": {true, true}, "teammate": {true, true}, "manager": {true, true}, "admin": {true, true},
		"stranger": {false, false}, "approver": {false, false}, "desk": {false, true}, "ERP key": {true, true},
	} {
		c := s.people[name]
		if c == nil {
			c = erp
		}
		for path, visible := range map[string]bool{
			"/v1/quotes/" + s.draft["quote_id"]: want.draft, "/v1/revisions/" + s.draft["revision_id"]: want.draft,
			"/v1/quotes/" + s.draft["quote_id"] + "/events": want.draft, "/v1/revisions/" + s.draft["revision_id"] + "/price": want.draft,
			"/v1/quotes/" + s.won["quote_id"]: want.won, "/v1/revisions/" + s.won["revision_id"] + "/document": want.won,
		} {
			status := http.StatusNotFound
			if visible {
				status = http.StatusOK
			}
			if got := c.get(path); got.status != status {
				t.Errorf("%s reads %s: %d, want %d", name, path, got.status, status)
			}
		}
		listed := 0
		for _, visible := range []bool{want.draft, want.won} {
			if visible {
				listed++
			}
		}
		if got := c.get("/v1/quotes").want(http.StatusOK).count("items"); got != listed {
			t.Errorf("%s lists %d quotes, want %d", name, got, listed)
		}
	}
}

// costWords are the names of fields that reveal what something costs us.
var costWords = []string{"cost", "costed_net", "margin", "uncosted", "special_cost", "term_cost", "floor", "target"}

// Without see_cost no answer of any operation has a cost in it, of those that read
// and of those that change; with it the very same answers have.
func TestCostsAreForThoseWhoMaySeeThem(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	seen := map[string]bool{}
	for _, ids := range []map[string]string{s.draft, s.won} {
		for _, a := range attempts(t, ids) {
			reads := a.method == http.MethodGet || slices.Contains([]string{"configure", "price", "repair", "complete", "queryKpi", "kpiQuotes", "kpiTasks", "reachGoal"}, a.id)
			if a.open || !reads {
				continue
			}
			if a.id == "configure" {
				a.body = object{"picks": cityBike, "price": object{"currency": "EUR", "deltas": list{"frame"}}}
			}
			if a.id == "price" {
				a.body = object{"lines": list{object{"item": "EX-HELMET", "quantity": "1"}}}
			}
			for _, word := range costsIn(t, a.send(s.people["owner"])) {
				if a.id == "complete" && word == "/cost" {
					continue // the value of the objective: kilograms, say
				}
				t.Errorf("%s shows a rep %q", a.id, word)
			}
			if len(costsIn(t, a.send(s.people["manager"]))) > 0 {
				seen[a.id] = true
			}
		}
	}
	answered := 0
	for _, ids := range []map[string]string{s.draft, s.won} {
		for _, a := range attempts(t, ids) {
			if a.open || a.method == http.MethodGet || a.id == "signOut" {
				continue
			}
			got := a.send(s.people["owner"])
			if got.status < 300 {
				answered++
			}
			for _, word := range costsIn(t, got) {
				if a.id != "complete" || word != "/cost" {
					t.Errorf("%s shows a rep %q", a.id, word)
				}
			}
		}
	}
	if answered < 10 {
		t.Errorf("only %d changes were made, so the test proves little", answered)
	}
	for _, id := range []string{"revision", "revisionPrice", "previewReprice", "reachGoal", "configure", "price"} {
		if !seen[id] {
			t.Errorf("%s shows no cost to those who may see it, so the test proves nothing", id)
		}
	}
}

// costsIn returns the paths of fields that reveal costs and are not zero.
func costsIn(t testing.TB, a answer) []string {
	t.Helper()
	if !strings.Contains(a.header.Get("Content-Type"), "json") || a.status >= 400 {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(a.body))
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	var out []string
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, inner := range v {
				if text, isText := inner.(string); slices.Contains(costWords, name) && (!isText || text != "0") && inner != nil {
					if _, isBool := inner.(bool); !isBool {
						out = append(out, path+"/"+name)
					}
				}
				walk(path+"/"+name, inner)
			}
		case []any:
			for _, inner := range v {
				walk(path+"/*", inner)
			}
		}
	}
	walk("", v)
	return out
}
