package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/localpg"
)

// service is a running service in a process of its own.
type service struct {
	t    *testing.T
	cmd  *exec.Cmd
	base string
}

// startService starts the service on a data directory and waits until it says
// where it listens.
func startService(t *testing.T, data string) *service {
	t.Helper()
	cmd := exec.Command(os.Args[0], "serve", "--listen", "127.0.0.1:0", "--data", data)
	cmd.Env = append(os.Environ(), asService+"=1")
	cmd.Stderr = io.Discard
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if base, ok := strings.CutPrefix(lines.Text(), "listening on "); ok {
			return &service{t, cmd, base}
		}
	}
	t.Fatalf("the service ended before it listened: %v", cmd.Wait())
	return nil
}

// kill ends the service as a power cut would end it.
func (s *service) kill() {
	s.t.Helper()
	if err := s.cmd.Process.Kill(); err != nil {
		s.t.Fatal(err)
	}
	s.cmd.Wait()
}

// call sends a request; status 0 is no answer.
func (s *service) call(method, path, body string, headers map[string]string) (status int, answer []byte) {
	req, err := http.NewRequest(method, s.base+path, bytes.NewReader([]byte(body)))
	if err != nil {
		s.t.Error(err)
		return 0, nil
	}
	req.Header.Set("Content-Type", "application/json")
	for k, v := range headers {
		req.Header.Set(k, v)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil
	}
	defer res.Body.Close()
	answer, err = io.ReadAll(res.Body)
	if err != nil {
		return 0, nil
	}
	return res.StatusCode, answer
}

// key makes an API key that may write quotes, and returns its secret.
func (s *service) key(email, password string) string {
	s.t.Helper()
	req, err := http.NewRequest(http.MethodPost, s.base+"/v1/session", strings.NewReader(fmt.Sprintf(`{"email":%q,"password":%q}`, email, password)))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer res.Body.Close()
	var session struct {
		CSRF string `json:"csrf_token"`
	}
	if err := json.NewDecoder(res.Body).Decode(&session); err != nil || res.StatusCode != http.StatusOK || len(res.Cookies()) == 0 {
		s.t.Fatalf("sign in: %d, %v", res.StatusCode, err)
	}
	status, body := s.call(http.MethodPost, "/v1/api-keys", `{"name":"writer","scopes":["quotes:read","quotes:write"]}`,
		map[string]string{"Cookie": res.Cookies()[0].String(), "X-CSRF-Token": session.CSRF})
	var made struct {
		Secret string `json:"secret"`
	}
	if err := json.Unmarshal(body, &made); err != nil || status != http.StatusCreated {
		s.t.Fatalf("make a key: %d, %s", status, body)
	}
	return made.Secret
}

// create asks for a quote under an Idempotency-Key and returns its number of
// answers: the status and the id of the quote.
func (s *service) create(secret, title string) (status int, id string) {
	status, body := s.call(http.MethodPost, "/v1/quotes", fmt.Sprintf(`{"customer":{"name":"Prospect"},"title":%q,"lines":[{"item":"LOCK","quantity":"2"}]}`, title),
		map[string]string{"Authorization": "Bearer " + secret, "Idempotency-Key": title})
	var made struct {
		Quote struct {
			ID string `json:"id"`
		} `json:"quote"`
	}
	switch status {
	case http.StatusCreated:
		if err := json.Unmarshal(body, &made); err != nil {
			s.t.Error(err)
		}
	case 0, http.StatusTooManyRequests:
	default:
		s.t.Errorf("create %s: %d, %s", title, status, body)
	}
	return status, made.Quote.ID
}

// found makes a company with an administrator, prices and an item to sell.
func found(t *testing.T, data, email, password string) {
	t.Helper()
	if got := execute(t.Context(), "company", "Fontaine", "--data", data, "--admin-email", email, "--password", password); got.code != 0 {
		t.Fatal(got.stderr)
	}
	p := &process{ctx: t.Context(), stdout: io.Discard, stderr: io.Discard, log: slog.New(slog.DiscardHandler)}
	db, err := databaseFlags{Data: data}.open(p)
	if err != nil {
		t.Fatal(err)
	}
	defer db.stop()
	s, err := newServices(db.DB)
	if err != nil {
		t.Fatal(err)
	}
	tenants, err := db.TenantIDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	by := system(tenants[0])
	lock := catalog.Item{SKU: "LOCK", Name: lang.New("Lock", "Antivol"), Unit: "C62", Family: "accessories", TaxClass: "standard", Discountable: true}
	if _, err := s.catalog.SaveItems(t.Context(), by, []catalog.Item{lock}); err != nil {
		t.Fatal(err)
	}
	for kind, text := range map[catalog.Kind]string{
		catalog.TaxKind:  "taxes: vat-fr\nrules:\n  - {seller: FR, category: S, rate: 20}\n",
		catalog.BookKind: "book: eur\nname: {en: List, fr: Tarif}\ncurrency: EUR\nitems:\n  LOCK: {price: 39, cost: 16}\n",
	} {
		if _, err := s.catalog.Publish(t.Context(), by, catalog.Draft{Kind: kind, Source: catalog.Source{"doc.yaml": text}}); err != nil {
			t.Fatal(err)
		}
	}
}

// written is what writers were told: title to id of the quote, and the title
// of each request that got no answer.
type written struct {
	mu       sync.Mutex
	acked    map[string]string
	inFlight []string
	enough   chan struct{} // closed when there are many, or no writer is left
	once     sync.Once
}

func (w *written) stop() { w.once.Do(func() { close(w.enough) }) }

// write creates quotes until the service no longer answers.
func (w *written) write(s *service, secret string, writer int) {
	for n := 0; ; n++ {
		title := fmt.Sprintf("w%02d-%06d", writer, n)
		status, id := s.create(secret, title)
		w.mu.Lock()
		switch status {
		case http.StatusCreated:
			if w.acked[title] = id; len(w.acked) == 200 {
				w.stop()
			}
		case http.StatusTooManyRequests:
			n-- // the same one again
		default:
			w.inFlight = append(w.inFlight, title)
			w.mu.Unlock()
			return
		}
		w.mu.Unlock()
	}
}

// Twenty writers, a kill -9 in the middle, and a new start: what was
// acknowledged is there, what was not can be sent again, and nothing is there
// twice.
func TestKillLosesNothingAcknowledged(t *testing.T) {
	t.Parallel()
	data := dataDir(t)
	const email, password = "admin@fontaine.example", "correct horse battery"
	found(t, data, email, password)
	s := startService(t, data)
	secret := s.key(email, password)
	w := &written{acked: map[string]string{}, enough: make(chan struct{})}
	var writers sync.WaitGroup
	for n := range 20 {
		writers.Go(func() { w.write(s, secret, n) })
	}
	go func() { writers.Wait(); w.stop() }()
	<-w.enough
	s.kill()
	writers.Wait()
	if t.Failed() {
		return
	}

	s = startService(t, data)
	for _, title := range w.inFlight {
		status, id := s.create(secret, title)
		if status != http.StatusCreated {
			t.Errorf("%s, sent again: status %d", title, status)
		}
		w.acked[title] = id
	}
	if again, id := s.create(secret, "w00-000000"); again != http.StatusCreated || id != w.acked["w00-000000"] {
		t.Errorf("an acknowledged request, sent again: status %d, quote %s, want %s", again, id, w.acked["w00-000000"])
	}
	compare(t, localpg.SocketDSN(data, localpg.Superuser, databaseName), w.acked)

	s.kill()
	if got := execute(t.Context(), "audit", "--data", data); got.code != 0 || !strings.Contains(got.stdout, "every invariant holds") {
		t.Errorf("audit: %s%s", got.stdout, got.stderr)
	}
}

// compare looks into the tables: one quote for every title, with the id that
// was acknowledged, and one event of its creation.
func compare(t *testing.T, dsn string, acked map[string]string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	rows, err := conn.Query(t.Context(), `
		select f.title, f.family_id::text,
		       (select count(*) from quote_audit a where a.family_id = f.family_id and a.type = 'quote.created'),
		       (select count(*) from outbox o join quote_audit a using (tenant_id, event_id) where a.family_id = f.family_id)
		from quote_family f`)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	var title, id string
	var created, told int
	_, err = pgx.ForEachRow(rows, []any{&title, &id, &created, &told}, func() error {
		if other, twice := found[title]; twice {
			t.Errorf("%s is there twice: %s and %s", title, other, id)
		}
		found[title] = id
		if created != 1 || told != 1 {
			t.Errorf("%s has %d creations and %d events in the outbox", title, created, told)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for title, id := range acked {
		if found[title] != id {
			t.Errorf("%s was acknowledged as %s and is stored as %q", title, id, found[title])
		}
	}
	if len(found) != len(acked) {
		t.Errorf("%d quotes are stored, %d were acknowledged", len(found), len(acked))
	}
}
