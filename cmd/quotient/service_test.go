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
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
)

// service is a running service in a process of its own.
type service struct {
	t    *testing.T
	cmd  *exec.Cmd
	base string
	http *http.Client
}

const adminEmail, adminPassword = "admin@fontaine.example", "correct horse battery"

// startService starts the service with further flags and waits until it says
// where it listens.
func startService(t *testing.T, flags ...string) *service {
	t.Helper()
	cmd := exec.Command(os.Args[0], append([]string{"serve", "--listen", "127.0.0.1:0"}, flags...)...)
	cmd.Env = append(os.Environ(), asService+"=1")
	var log bytes.Buffer
	cmd.Stderr = &log
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
		if t.Failed() {
			t.Logf("the service's log:\n%s", log.String())
		}
	})
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if base, ok := strings.CutPrefix(lines.Text(), "listening on "); ok {
			return &service{t, cmd, base, &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}}
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

// noAnswer is what do answers instead of a status when none came. The request
// may have taken effect, even where no connection could be made: a client that
// finds its old connection closed tries again on a new one.
const noAnswer = 0

// do sends a request and reads the answer.
func (s *service) do(method, path, body string, headers map[string]string) (status int, header http.Header, answer []byte) {
	req, err := http.NewRequest(method, s.base+path, bytes.NewReader([]byte(body)))
	if err != nil {
		s.t.Error(err)
		return noAnswer, nil, nil
	}
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	for k, v := range headers {
		req.Header.Set(k, v)
	}
	res, err := s.http.Do(req)
	if err != nil {
		return noAnswer, nil, nil
	}
	defer res.Body.Close()
	answer, err = io.ReadAll(res.Body)
	if err != nil {
		return noAnswer, nil, nil
	}
	return res.StatusCode, res.Header, answer
}

// signIn returns the headers of a session.
func (s *service) signIn(email, password string) map[string]string {
	s.t.Helper()
	status, header, body := s.do(http.MethodPost, "/v1/session", fmt.Sprintf(`{"email":%q,"password":%q}`, email, password), nil)
	var session struct {
		CSRF string `json:"csrf_token"`
	}
	if err := json.Unmarshal(body, &session); err != nil || status != http.StatusOK || header.Get("Set-Cookie") == "" {
		s.t.Fatalf("sign in: %d, %v", status, err)
	}
	cookie, _, _ := strings.Cut(header.Get("Set-Cookie"), ";")
	return map[string]string{"Cookie": cookie, "X-CSRF-Token": session.CSRF}
}

// keys makes n API keys that may write quotes and place orders: one a writer,
// so that none meets the limit of requests of another.
func (s *service) keys(n int) []string {
	s.t.Helper()
	session := s.signIn(adminEmail, adminPassword)
	secrets := make([]string, n)
	for i := range secrets {
		session["Idempotency-Key"] = fmt.Sprintf("key-%d", i)
		status, _, body := s.do(http.MethodPost, "/v1/api-keys", `{"name":"writer","scopes":["quotes:read","quotes:write","orders:read","orders:write"]}`, session)
		var made struct {
			Secret string `json:"secret"`
		}
		if err := json.Unmarshal(body, &made); err != nil || status != http.StatusCreated {
			s.t.Fatalf("make a key: %d, %s", status, body)
		}
		secrets[i] = made.Secret
	}
	return secrets
}

// found makes a company with an administrator, a seller's profile, prices and
// an item to sell.
func found(t *testing.T, flags databaseFlags) {
	t.Helper()
	where := []string{"--data", flags.Data}
	if flags.DSN != "" {
		where = []string{"--dsn", flags.DSN}
	}
	if got := execute(t.Context(), append([]string{"company", "Fontaine", "--admin-email", adminEmail, "--password", adminPassword}, where...)...); got.code != 0 {
		t.Fatal(got.stderr)
	}
	p := &process{ctx: t.Context(), stdout: io.Discard, stderr: io.Discard, log: slog.New(slog.DiscardHandler)}
	db, err := flags.open(p)
	if err != nil {
		t.Fatal(err)
	}
	defer db.stop()
	s, err := newServices(db.DB, postage{})
	if err != nil {
		t.Fatal(err)
	}
	tenants, err := db.TenantIDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	by := system(tenants[0])
	settings := quotes.DefaultSettings()
	settings.Seller = quotes.Seller{Name: "Fontaine SAS", LegalForm: "SAS", Address: quotes.Address{Code: "seat", Street: "14 quai des Ateliers",
		PostalCode: "69007", City: "Lyon", Country: "FR"}, SIREN: "552 100 554", SIRET: "552 100 554 00013", RCS: "RCS Lyon 552 100 554", VATNumber: "FR40552100554"}
	if _, err := s.quotes.SaveSettings(t.Context(), by, settings); err != nil {
		t.Fatal(err)
	}
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
