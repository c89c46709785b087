package mail_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/mail"
	"github.com/quotient-cpq/quotient/internal/mail/mailtest"
)

func letter() mail.Letter {
	return mail.Letter{ID: identity.NewID(), To: "jeanne@acme.example", ReplyTo: "julie@fontaine.example", FromName: "Fontaine SAS", Subject: "Votre devis « été »",
		Text: "Bonjour,\n\nvoici : http://127.0.0.1/b/abc\n", HTML: "<p>Bonjour</p>", Language: "fr", Automatic: true,
		Files: []mail.File{{Name: "devis.pdf", Bytes: []byte("%PDF-1.4 x")}}, At: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
}

func options(s *mailtest.Server) mail.SMTPOptions {
	return mail.SMTPOptions{Host: s.Host, Port: s.Port, From: "devis@fontaine.example", Config: s.Trust, Timeout: 20 * time.Second}
}

func sender(t *testing.T, o mail.SMTPOptions) *mail.SMTP {
	t.Helper()
	s, err := mail.NewSMTP(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestALetterArrivesWhole(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	server.Password = "secret"
	o := options(server)
	o.User, o.Password = "quotient", "secret"
	l := letter()
	if err := sender(t, o).Send(t.Context(), l); err != nil {
		t.Fatal(err)
	}
	got := <-server.Got
	if !got.TLS || got.User != "quotient" || got.From != "devis@fontaine.example" || got.To != l.To {
		t.Errorf("the envelope is %+v", got)
	}
	for _, want := range []string{"From: \"Fontaine SAS\" <devis@fontaine.example>", "Reply-To: <julie@fontaine.example>", "Message-ID: <" + l.ID.String() + "@fontaine.example>",
		"Auto-Submitted: auto-generated", "Content-Language: fr", "text/plain", "text/html", "application/pdf", "devis.pdf", "JVBERi0xLjQgeA=="} {
		if !strings.Contains(got.Data, want) {
			t.Errorf("the mail has no %q:\n%s", want, got.Data)
		}
	}
}

// A server's final no is told in its words; what may pass is an error to try
// again.
func TestRefusals(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	server.Refuse = func(to string) error {
		switch {
		case strings.HasPrefix(to, "nobody"):
			return mailtest.Permanent("no such user here")
		case strings.HasPrefix(to, "later"):
			return mailtest.Temporary("greylisted, come back later")
		}
		return nil
	}
	locked := options(server)
	locked.User, locked.Password = "quotient", "wrong"
	strict := options(server)
	strict.Config = nil // the certificate is not trusted
	down := options(server)
	down.Port = 1
	for name, c := range map[string]struct {
		to    string
		o     mail.SMTPOptions
		final bool
		word  string
	}{
		"no such user": {"nobody@acme.example", options(server), true, "no such user here"},
		"greylisted":   {"later@acme.example", options(server), false, "greylisted"},
		"no sign-in":   {"a@acme.example", locked, false, ""},
		"no trust":     {"a@acme.example", strict, false, "certificate"},
		"unreachable":  {"a@acme.example", down, false, "refused"},
		"no address":   {"jeanne", options(server), true, "jeanne"},
	} {
		t.Run(name, func(t *testing.T) {
			l := letter()
			l.To = c.to
			err := sender(t, c.o).Send(t.Context(), l)
			var refused *mail.RefusedError
			if err == nil || errors.As(err, &refused) != c.final || !strings.Contains(err.Error(), c.word) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Without TLS nothing is sent, unless the operator says so.
func TestConnectionsAreProtected(t *testing.T) {
	t.Parallel()
	server := mailtest.Start(t)
	o := options(server)
	o.TLS = mail.NoTLS
	if err := sender(t, o).Send(t.Context(), letter()); err != nil {
		t.Fatal(err)
	}
	if got := <-server.Got; got.TLS {
		t.Error("the connection was protected against the operator's word")
	}
	if _, err := mail.NewSMTP(mail.SMTPOptions{Host: "x", TLS: "maybe", From: "a@b.example"}); err == nil {
		t.Error("an unknown protection is taken")
	}
	if _, err := mail.NewSMTP(mail.SMTPOptions{Host: "x", From: "no address"}); err == nil {
		t.Error("a sender that is no address is taken")
	}
}

func TestAFolderShowsItsLetters(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	f, err := mail.NewFolder(dir, "devis@fontaine.example")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Send(t.Context(), letter()); err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	f.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/letters", nil))
	page, _ := io.ReadAll(answer.Body)
	for _, want := range []string{"Votre devis « été »", `<a href="http://127.0.0.1/b/abc">`, "jeanne@acme.example"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page has no %q: %s", want, page)
		}
	}
	_, rest, _ := strings.Cut(string(page), `?file=`)
	name, _, _ := strings.Cut(rest, `"`)
	answer = httptest.NewRecorder()
	f.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/letters?file="+name, nil))
	if !strings.Contains(answer.Body.String(), "Message-ID:") {
		t.Errorf("the file is %s", answer.Body)
	}
	answer = httptest.NewRecorder()
	f.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/letters?file=../../etc/passwd", nil))
	if strings.Contains(answer.Body.String(), "root:") {
		t.Error("the page shows other files")
	}
}
