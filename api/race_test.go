package api_test

import (
	"bytes"
	"flag"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Rounds and racers make the races as long and as dense as one likes:
//
//	go test ./api -run 'Race|OneKey|Editors|NeverMore' -rounds 50 -racers 100
var (
	rounds = flag.Int("rounds", 3, "rounds of the tests with concurrent requests")
	racers = flag.Int("racers", 20, "concurrent requests of each round")
)

// together sends n requests at once.
func together(n int, send func(i int) answer) []answer {
	out := make([]answer, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { out[i] = send(i) })
	}
	wg.Wait()
	return out
}

func statuses(answers []answer) map[int]int {
	out := map[int]int{}
	for _, a := range answers {
		out[a.status]++
	}
	return out
}

// One key, many requests at once: one effect; the others are told that it is
// running or get the same bytes.
func TestOneKeyOneEffect(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep)
	for range *rounds {
		key := fresh()
		answers := together(*racers, func(int) answer { return rep.post("/v1/customers", object{"name": "ACME"}, key) })
		got := statuses(answers)
		if got[http.StatusCreated] < 1 || got[http.StatusCreated]+got[http.StatusConflict] != len(answers) {
			t.Fatalf("statuses %v", got)
		}
		var first []byte
		replays := 0
		for _, a := range answers {
			if a.status == http.StatusConflict {
				a.problem(http.StatusConflict, "idempotency-in-flight")
				continue
			}
			if first == nil {
				first = a.body
			}
			if a.header.Get("Idempotent-Replayed") == "true" {
				replays++
			}
			if !bytes.Equal(first, a.body) || a.header.Get("Location") == "" || a.header.Get("ETag") == "" {
				t.Errorf("a replay differs: %v %s, first %s", a.header, a.body, first)
			}
		}
		if replays != got[http.StatusCreated]-1 {
			t.Errorf("%d of %d successes are replays", replays, got[http.StatusCreated])
		}
	}
	if n := rep.get("/v1/customers").count("items"); n != *rounds {
		t.Errorf("%d customers after %d rounds", n, *rounds)
	}
}

func TestKeysAreScoped(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	julie, karim := w.user("Julie", identity.Rep), w.user("Karim", identity.Rep)
	key := idempotencyKey("the-same")
	mine := julie.post("/v1/customers", object{"name": "ACME"}, key).want(http.StatusCreated)
	julie.post("/v1/customers", object{"name": "Other"}, key).problem(http.StatusUnprocessableEntity, "idempotency-key-reused")
	theirs := karim.post("/v1/customers", object{"name": "ACME"}, key).want(http.StatusCreated)
	if mine.text("id") == theirs.text("id") {
		t.Error("another person's key gave this one's answer")
	}
	julie.post("/v1/customers", object{"name": "ACME"}, header{"Idempotency-Key", ""}).problem(http.StatusBadRequest, "idempotency-key-required")
	julie.post("/v1/customers", object{"name": "ACME"}, idempotencyKey("two words")).problem(http.StatusBadRequest, "invalid-idempotency-key")
	// A failed request leaves the key free.
	again := idempotencyKey("again")
	julie.post("/v1/customers", object{"name": " "}, again).problem(http.StatusUnprocessableEntity, "invalid-customer")
	julie.post("/v1/customers", object{"name": "ACME"}, again).want(http.StatusCreated)
}

// Two editors on one version: one wins, the other is told, nothing is lost.
func TestOneOfTwoEditorsWins(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	r := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list{object{"item": "EX-HELMET", "quantity": "1"}}}, fresh()).
		want(http.StatusCreated)
	path := "/v1/revisions/" + r.text("id")
	for range *rounds {
		now := rep.get(path).want(http.StatusOK)
		line := now.text("lines/0/id")
		quantities := []string{"2", "3"}
		answers := together(2, func(i int) answer {
			return rep.post(path+"/edit", object{"change": list{object{"id": line, "quantity": quantities[i]}}}, ifMatch(now))
		})
		if got := statuses(answers); got[http.StatusOK] != 1 || got[http.StatusPreconditionFailed] != 1 {
			t.Fatalf("statuses %v", got)
		}
		after := rep.get(path).want(http.StatusOK)
		for i, a := range answers {
			if a.status == http.StatusOK && after.text("lines/0/quantity") != quantities[i] {
				t.Errorf("the winner wrote %s, stored is %s", quantities[i], after.text("lines/0/quantity"))
			}
		}
	}
}

// An order is asked for by many at once. Under one key there is one order and
// the same bytes for all; under keys of their own there is one order too, and
// everybody else is told which.
func TestRaceForTheWholeOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, desk := w.user("Julie", identity.Rep), w.user("Nadia", identity.OrderDesk)
	// order asks until it is told more than that another request is running.
	order := func(path string, key header) answer {
		for {
			a := desk.post(path+"/order", object{}, key)
			running := a.status == http.StatusConflict && a.text("type") == "/problems/idempotency-in-flight"
			if a.status != http.StatusServiceUnavailable && !running {
				return a
			}
		}
	}
	for range *rounds {
		path, _ := w.accepted(rep, "10")
		key := fresh()
		var first []byte
		for _, a := range together(*racers, func(int) answer { return order(path, key) }) {
			a.want(http.StatusCreated)
			if first == nil {
				first = a.body
			}
			if !bytes.Equal(first, a.body) {
				t.Fatalf("a replay differs: %s, first %s", a.body, first)
			}
		}

		path, _ = w.accepted(rep, "10")
		answers := together(*racers, func(int) answer { return order(path, fresh()) })
		var placed string
		for _, a := range answers {
			if a.status == http.StatusCreated {
				placed = a.text("id")
			}
		}
		if got := statuses(answers); got[http.StatusCreated] != 1 || got[http.StatusConflict] != len(answers)-1 {
			t.Fatalf("statuses %v", got)
		}
		for _, a := range answers {
			if a.status == http.StatusConflict && a.text("details/order") != placed {
				t.Errorf("a loser is told of order %q, placed is %s: %s", a.text("details/order"), placed, a.body)
			}
		}
	}
}

// One unit each out of ten, asked for by many: exactly ten are ordered.
func TestNeverMoreThanAccepted(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, desk := w.user("Julie", identity.Rep), w.user("Nadia", identity.OrderDesk)
	path, line := w.accepted(rep, "10")
	asked := max(*racers, 12)
	answers := together(asked, func(int) answer {
		for {
			a := desk.post(path+"/order", object{"lines": list{object{"line_id": line, "quantity": "1"}}}, fresh())
			if a.status != http.StatusServiceUnavailable { // two changes met: nothing was done
				return a
			}
		}
	})
	if got := statuses(answers); got[http.StatusCreated] != 10 || got[http.StatusConflict] != asked-10 {
		t.Fatalf("statuses %v", got)
	}
	final := desk.get(path).want(http.StatusOK)
	if final.text("balances/0/remaining") != "0" || final.text("state") != "ordered" {
		t.Errorf("the balance: %s", final.at("balances"))
	}
}

// accepted makes a quote of one plain line that the customer has accepted, and
// returns the revision's path and the line's id.
func (w *world) accepted(rep *client, quantity string) (path, line string) {
	w.t.Helper()
	r := rep.post("/v1/quotes", object{
		"customer": object{"name": "ACME", "addresses": list{object{"code": "billing", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}}},
		"lines":    list{object{"item": "EX-HELMET", "quantity": quantity}}}, fresh()).want(http.StatusCreated)
	path = "/v1/revisions/" + r.text("id")
	r = rep.post(path+"/submit", nil, ifMatch(r)).want(http.StatusOK)
	rep.post(path+"/send", nil, ifMatch(r)).want(http.StatusOK)
	rep.post(path+"/record_acceptance", object{"po_number": "PO-" + identity.NewID().String()}, fresh()).want(http.StatusOK)
	return path, r.text("lines/0/id")
}

// However many browsers confirm at once, on however many links, an offer is
// accepted once and every one of them sees that acceptance.
func TestAnOfferIsAcceptedOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	for range *rounds {
		r, first := w.offered(rep)
		path := "/v1/revisions/" + r.text("id")
		const browsers = 6
		buyers := make([]*visitor, browsers)
		attempts := make([]string, browsers)
		for i := range buyers {
			buyers[i] = first
			if i%2 == 1 {
				buyers[i] = w.visitor(rep.post(path+"/links", nil).want(http.StatusCreated).text("url"))
			}
			attempts[i] = buyers[i].post("/accept", agreed).want(http.StatusOK).at.Query().Get("a")
		}
		var wg sync.WaitGroup
		for i := range buyers {
			wg.Go(func() { buyers[i].post("/confirm", url.Values{"a": {attempts[i]}}) })
		}
		wg.Wait()
		receipt := first.open("/receipt").want(http.StatusOK).body
		for _, b := range buyers {
			b.open("").want(http.StatusOK, "C’est accepté")
			if b.open("/receipt").body != receipt {
				t.Error("two receipts of one acceptance")
			}
		}
		accepted := 0
		events := rep.get("/v1/quotes/" + r.text("quote/id") + "/events").want(http.StatusOK)
		for i := range events.count("items") {
			if events.text("items/"+strconv.Itoa(i)+"/type") == "quote.accepted" {
				accepted++
			}
		}
		if accepted != 1 {
			t.Errorf("accepted %d times", accepted)
		}
	}
}
