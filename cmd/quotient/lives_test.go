package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// step is one write in the life of a quote, as an ERP sends it.
type step struct {
	name  string
	path  string // after the quote or the revision
	body  string // TITLE stands for the title of the life
	state string // of the revision afterwards
	keyed bool   // safe to send again under its Idempotency-Key, else If-Match says
}

// steps are the life that writers lead, quote after quote.
var steps = []step{
	{"create", "", `{"customer":{"name":"Prospect","addresses":[{"code":"billing","street":"1 rue A","postal_code":"69001","city":"Lyon","country":"FR"}]},"title":"TITLE","lines":[{"item":"LOCK","quantity":"2"}]}`, "draft", true},
	{"edit", "/edit", `{"add":[{"item":"LOCK","quantity":"1"}]}`, "draft", false},
	{"submit", "/submit", ``, "approved", false},
	{"send", "/send", ``, "sent", false},
	{"accept", "/record_acceptance", `{"po_number":"TITLE"}`, "accepted", true},
	{"order", "/order", `{"po_number":"TITLE"}`, "ordered", true},
}

// life is a quote as its writer knows it from the answers.
type life struct {
	title    string
	secret   string // of the writer's key, to whom its Idempotency-Keys belong
	revision string // "" until the creation is acknowledged
	etag     string
	done     int  // steps acknowledged
	inFlight bool // the next step was sent and got no answer
}

// send sends the next step of the life. A step that got no
// answer, or 503, is in flight: it may have taken effect.
func (l *life) send(s *service) (status int, body []byte) {
	now := steps[l.done]
	headers := map[string]string{"Authorization": "Bearer " + l.secret}
	path := "/v1/quotes"
	if l.revision != "" {
		path = "/v1/revisions/" + l.revision + now.path
	}
	if now.keyed {
		headers["Idempotency-Key"] = l.title + "-" + now.name
	} else {
		headers["If-Match"] = l.etag
	}
	status, header, body := s.do(http.MethodPost, path, strings.ReplaceAll(now.body, "TITLE", l.title), headers)
	switch status {
	case http.StatusOK, http.StatusCreated:
		if err := l.acknowledge(header, body); err != nil {
			s.t.Errorf("%s %s: %v: %s", l.title, now.name, err, body)
		}
	case noAnswer, http.StatusServiceUnavailable:
		l.inFlight = true
	}
	return status, body
}

func (l *life) acknowledge(header http.Header, body []byte) error {
	var answer struct {
		ID    string `json:"id"`
		State string `json:"state"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return err
	}
	if l.revision == "" {
		l.revision = answer.ID
	}
	l.done, l.inFlight = l.done+1, false
	if tag := header.Get("ETag"); l.done < len(steps) {
		l.etag = tag
	}
	return nil
}

// resend sends a step again whose answer was lost. It took effect or it did
// not: a key tells by a replay, If-Match by 412.
func (l *life) resend(s *service) {
	now := steps[l.done]
	status, body := l.send(s)
	switch {
	case status == http.StatusOK || status == http.StatusCreated:
	case status == http.StatusPreconditionFailed && !now.keyed:
		l.done, l.inFlight = l.done+1, false
		l.etag = "" // unknown: the life ends here
	default:
		s.t.Errorf("%s: %s, sent again: %d, %s", l.title, now.name, status, body)
	}
}

// ledger is everything that writers were told.
type ledger struct {
	mu          sync.Mutex
	lives       []*life
	acks        int
	failures    int                   // requests that got no answer
	unavailable int                   // answers 503
	after       map[int]chan struct{} // closed at so many acknowledgements
}

func (g *ledger) begin(title, secret string) *life {
	g.mu.Lock()
	defer g.mu.Unlock()
	l := &life{title: title, secret: secret}
	g.lives = append(g.lives, l)
	return l
}

func (g *ledger) acknowledged() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.acks++
	if c := g.after[g.acks]; c != nil {
		close(c)
	}
}

func (g *ledger) failed(status int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if status == http.StatusServiceUnavailable {
		g.unavailable++
	} else {
		g.failures++
	}
}

// at returns a channel that is closed after n more acknowledgements.
func (g *ledger) at(n int) <-chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	c := make(chan struct{})
	g.after[g.acks+n] = c
	return c
}

func newLedger() *ledger { return &ledger{after: map[int]chan struct{}{}} }

// write leads lives until the service gives no answer to a step, or until stop
// is closed. patient writers send a step again that got no answer or 503.
func (g *ledger) write(s *service, secret, name string, patient bool, stop <-chan struct{}) {
	for n := 0; ; n++ {
		l := g.begin(fmt.Sprintf("%s-%05d", name, n), secret)
		for l.done < len(steps) {
			select {
			case <-stop:
				return
			default:
			}
			if l.done > 0 && l.etag == "" {
				break // a lost answer took effect: its version is not known
			}
			now, again := steps[l.done], l.inFlight
			status, body := l.send(s)
			switch status {
			case http.StatusOK, http.StatusCreated:
				g.acknowledged()
			case http.StatusTooManyRequests:
				time.Sleep(20 * time.Millisecond)
			case http.StatusPreconditionFailed:
				if !again || now.keyed {
					s.t.Errorf("%s: %s: %d, %s", l.title, now.name, status, body)
					return
				}
				l.done, l.inFlight, l.etag = l.done+1, false, ""
			case noAnswer, http.StatusServiceUnavailable:
				g.failed(status)
				if !patient {
					return
				}
				time.Sleep(50 * time.Millisecond)
			default:
				s.t.Errorf("%s: %s: %d, %s", l.title, now.name, status, body)
				return
			}
		}
	}
}

// check compares the ledger with what is stored: one quote for each title that
// was acknowledged and no other, each as far as was acknowledged and not
// further, created once, ordered at most once, each event told once.
func (g *ledger) check(t *testing.T, dsn string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	type stored struct {
		revision, state string
		quotes, orders  int
		created         int // events of its creation
		events, told    int // events in all, and those of them in the outbox
	}
	found := map[string]stored{}
	rows, err := conn.Query(t.Context(), `
		select f.title, min(r.revision_id::text), min(r.state), count(distinct f.family_id),
		       (select count(*) from sales_order o where o.family_id = any(array_agg(f.family_id))),
		       (select count(*) from quote_audit a where a.family_id = any(array_agg(f.family_id)) and a.type = 'quote.created'),
		       (select count(*) from quote_audit a where a.family_id = any(array_agg(f.family_id))),
		       (select count(*) from outbox o join quote_audit a using (tenant_id, event_id) where a.family_id = any(array_agg(f.family_id)))
		from quote_family f join quote_revision r using (tenant_id, family_id) group by f.title`)
	if err != nil {
		t.Fatal(err)
	}
	var title string
	var one stored
	if _, err = pgx.ForEachRow(rows, []any{&title, &one.revision, &one.state, &one.quotes, &one.orders, &one.created, &one.events, &one.told}, func() error {
		found[title] = one
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, l := range g.lives {
		got, there := found[l.title]
		delete(found, l.title)
		switch {
		case l.done == 0:
			if there && !l.inFlight {
				t.Errorf("%s is stored and was never acknowledged", l.title)
			}
			continue
		case !there || got.revision != l.revision && l.revision != "":
			t.Errorf("%s was acknowledged as %s and is stored as %q", l.title, l.revision, got.revision)
			continue
		case got.quotes != 1:
			t.Errorf("%s is there %d times", l.title, got.quotes)
		case got.created != 1 || got.told != got.events:
			t.Errorf("%s has %d creations, and %d of its %d events are in the outbox", l.title, got.created, got.told, got.events)
		case got.orders > 1:
			t.Errorf("%s was ordered %d times", l.title, got.orders)
		}
		if want := steps[l.done-1].state; got.state != want && !(l.inFlight && got.state == steps[l.done].state) {
			t.Errorf("%s is %s; acknowledged was %s", l.title, got.state, want)
		}
	}
	for title := range found {
		t.Errorf("%s is stored and nobody asked for it", title)
	}
}
