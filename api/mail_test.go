package api_test

import (
	"context"
	"io"
	"log/slog"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net"
	"net/http"
	"net/mail"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/jobs"
	mails "github.com/quotient-cpq/quotient/internal/mail"
	"github.com/quotient-cpq/quotient/internal/mail/mailtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/quotes"
)

// toMail is the hook of a service with a mail server; without one, as until
// post is called, events bring no mail.
func (w *world) toMail(queue postgres.MailQueue) postgres.EventHook {
	hook := postgres.ToMail(queue)
	return func(ctx context.Context, tx pgx.Tx, events []quotes.Event) error {
		if w.mails == nil || w.mails.Sender == nil {
			return nil
		}
		return hook(ctx, tx, events)
	}
}

// post gives the service a mail server and has its jobs worked.
func (w *world) post() *mailtest.Server {
	w.t.Helper()
	server := mailtest.Start(w.t)
	w.postThrough(server, server.Port)
	return server
}

// postThrough is post with a port that leads to the server, or not.
func (w *world) postThrough(server *mailtest.Server, port int) {
	w.t.Helper()
	sender, err := mails.NewSMTP(mails.SMTPOptions{Host: server.Host, Port: port, From: "devis@fontaine.example", Config: server.Trust})
	if err != nil {
		w.t.Fatal(err)
	}
	w.mails.Sender, w.mails.PublicURL, w.buyers.Mailer = sender, w.url, w.mails
	ignore := func(context.Context, identity.ID, identity.ID) error { return nil }
	runner, err := jobs.Start(w.t.Context(), w.db.Pool(), jobs.Work{Relay: ignore, FinishSend: ignore, ImportHistory: ignore, Mail: w.mails.Deliver,
		Tenants: w.db.TenantIDs, Sweep: func(context.Context, identity.ID) error { return nil }}, slog.New(slog.DiscardHandler))
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		if err := runner.Stop(context.Background()); err != nil {
			w.t.Error(err)
		}
	})
}

// gate is a port that hangs up on everybody until it is opened; then it leads to
// the server.
type gate struct {
	port int
	open atomic.Bool
}

func newGate(t testing.TB, server *mailtest.Server) *gate {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	g := &gate{port: listener.Addr().(*net.TCPAddr).Port}
	go func() {
		for {
			from, err := listener.Accept()
			if err != nil {
				return
			}
			if !g.open.Load() {
				_ = from.Close()
				continue
			}
			to, err := net.Dial("tcp", net.JoinHostPort(server.Host, strconv.Itoa(server.Port)))
			if err != nil {
				_ = from.Close()
				continue
			}
			go func() { _, _ = io.Copy(to, from); _ = to.Close() }()
			go func() { _, _ = io.Copy(from, to); _ = from.Close() }()
		}
	}()
	return g
}

// While the mail server is away a mail waits on the quote with its tries and the
// last word; when it is back the mail goes out by itself, once.
func TestAMailWaitsForItsServer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := mailtest.Start(t)
	gate := newGate(t, server)
	w.postThrough(server, gate.port)
	rep := w.user("Julie", identity.Rep)
	r, _ := w.offered(rep)
	family := "/v1/quotes/" + r.text("quote/id")
	rep.post("/v1/revisions/"+r.text("id")+"/mails", object{"kind": "offer"}, fresh()).want(http.StatusCreated)
	for {
		waiting := rep.get(family + "/mails").want(http.StatusOK)
		if waiting.text("items/0/state") != "queued" {
			t.Fatalf("without a server the mail is %s", waiting.body)
		}
		if waiting.text("items/0/tries") != "0" && waiting.text("items/0/word") != "" {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	gate.open.Store(true)
	if got := <-server.Got; got.To != "jeanne@acme.example" {
		t.Errorf("the mail went to %s", got.To)
	}
	if sent := w.settled(rep, family); sent.text("items/0/state") != "sent" || sent.text("items/0/word") != "" || sent.count("items") != 1 {
		t.Errorf("the mail is %s", sent.body)
	}
	if len(server.Got) != 0 {
		t.Error("the mail went out twice")
	}
}

// opened is a mail as its reader sees it.
type opened struct {
	header  mail.Header
	subject string
	text    string
	files   map[string]string
}

func open(t testing.TB, got mailtest.Received) opened {
	t.Helper()
	m, err := mail.ReadMessage(strings.NewReader(got.Data))
	if err != nil {
		t.Fatal(err)
	}
	out := opened{header: m.Header, files: map[string]string{}}
	if out.subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil {
		t.Fatal(err)
	}
	out.read(t, m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", m.Body)
	return out
}

func (o *opened) read(t testing.TB, kind, encoding, name string, body io.Reader) {
	t.Helper()
	media, params, err := mime.ParseMediaType(kind)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(media, "multipart/") {
		for parts := multipart.NewReader(body, params["boundary"]); ; {
			p, err := parts.NextRawPart()
			if err != nil {
				return
			}
			o.read(t, p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p.FileName(), p)
		}
	}
	if strings.EqualFold(encoding, "quoted-printable") {
		body = quotedprintable.NewReader(body)
	}
	content, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case name != "":
		o.files[name] = string(content)
	case media == "text/plain":
		o.text = strings.ReplaceAll(string(content), "\r\n", "\n")
	}
}

var aLink = regexp.MustCompile(`http://\S+/b/[A-Za-z0-9_-]{43}`)
var aCode = regexp.MustCompile(`(?m)^\d{6}$`)

// The whole way by mail: the offer with its PDF, the code, the receipt to both.
func TestAnOfferIsMailedAndAcceptedWithACode(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	rep := w.user("Julie", identity.Rep)
	r, _ := w.offered(rep)
	path, family := "/v1/revisions/"+r.text("id"), "/v1/quotes/"+r.text("quote/id")
	rep.post(path+"/mails", object{"kind": "offer", "to": list{object{"name": "Jeanne", "email": "jeanne@acme.example"}}, "text": "Comme convenu ce matin."}, fresh()).want(http.StatusCreated)
	offer := open(t, <-server.Got)
	if !strings.Contains(offer.text, "Bonjour Jeanne") || !strings.Contains(offer.text, "Comme convenu ce matin.") || !strings.Contains(offer.subject, "Votre devis Q-") ||
		offer.header.Get("Reply-To") != "<julie@fontaine.example>" || len(offer.files) != 1 {
		t.Errorf("the offer's mail: %q %q %v", offer.subject, offer.text, offer.header)
	}
	buyer := w.visitor(aLink.FindString(offer.text))
	page := buyer.open("").want(http.StatusOK, "code à six chiffres")
	if !strings.Contains(page.body, `value="jeanne@acme.example"`) {
		t.Error("the address that the link went to is not filled in")
	}
	review := buyer.post("/accept", agreed).want(http.StatusOK, "Nous l’avons envoyé à jeanne@acme.example")
	a := review.at.Query().Get("a")
	code := aCode.FindString(open(t, <-server.Got).text)
	wrong := "000000"
	if code == wrong {
		wrong = "000001"
	}
	buyer.post("/confirm", url.Values{"a": {a}, "code": {wrong}}).want(http.StatusUnprocessableEntity, "Ce code n’est pas le bon")
	buyer.post("/confirm", url.Values{"a": {a}, "code": {code[:3] + " " + code[3:]}}).want(http.StatusOK, "C’est accepté")
	if got := rep.get(path).want(http.StatusOK); got.text("acceptance/email") != "jeanne@acme.example" {
		t.Errorf("the acceptance is %v", got.at("acceptance"))
	}
	receipts := map[string]opened{}
	for range 2 {
		got := <-server.Got
		receipts[got.To] = open(t, got)
	}
	for to, files := range map[string]int{"jeanne@acme.example": 2, "julie@fontaine.example": 1} {
		if m, ok := receipts[to]; !ok || len(m.files) != files {
			t.Errorf("the receipt to %s has %d files", to, len(m.files))
		}
	}
	all := w.settled(rep, family)
	states := map[string]int{}
	for i := range all.count("items") {
		at := "items/" + strconv.Itoa(i)
		states[all.text(at+"/kind")+" "+all.text(at+"/state")]++
		if strings.Contains(all.text(at+"/subject"), code) {
			t.Error("the list of mails shows the code")
		}
	}
	if states["offer sent"] != 1 || states["code sent"] != 1 || states["receipt sent"] != 1 || states["accepted sent"] != 1 {
		t.Errorf("the mails: %v", states)
	}
}

// settled returns the quote's mails when none is queued any more.
func (w *world) settled(c *client, family string) answer {
	w.t.Helper()
	for {
		all := c.get(family + "/mails").want(http.StatusOK)
		if !strings.Contains(string(all.body), `"state":"queued"`) {
			return all
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// What a mail server says is on the quote; a better address is tried on request.
func TestRefusedAndBouncedMailsAreOnTheQuote(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	server.Refuse = func(to string) error {
		if to == "gone@acme.example" {
			return mailtest.Permanent("no such user here")
		}
		return nil
	}
	rep := w.user("Julie", identity.Rep)
	r, _ := w.offered(rep)
	path, family := "/v1/revisions/"+r.text("id"), "/v1/quotes/"+r.text("quote/id")
	rep.post(path+"/mails", object{"kind": "offer", "language": "en", "to": list{object{"email": "gone@acme.example"}}}, fresh()).want(http.StatusCreated)
	refused := w.settled(rep, family)
	if refused.text("items/0/state") != "refused" || !strings.Contains(refused.text("items/0/word"), "no such user here") {
		t.Errorf("the mail is %s", refused.body)
	}
	mail := family + "/mails/" + refused.text("items/0/id")
	rep.post(mail+"/bounce", object{"reason": "x"}).problem(http.StatusConflict, "not-sent")
	rep.post(mail+"/resend", object{"email": "no address"}).problem(http.StatusUnprocessableEntity, "invalid-mail")
	rep.post(mail+"/resend", object{"email": "jeanne@acme.example"}).want(http.StatusOK)
	if got := open(t, <-server.Got); !strings.Contains(got.text, "Kind regards") {
		t.Errorf("in English: %s", got.text)
	}
	if sent := w.settled(rep, family); sent.text("items/0/state") != "sent" || sent.text("items/0/to") != "jeanne@acme.example" {
		t.Errorf("the mail is %s", sent.body)
	}
	rep.post(mail+"/bounce", object{"reason": "552 mailbox full"}).want(http.StatusOK)
	if back := rep.get(family + "/mails"); back.text("items/0/state") != "bounced" || back.text("items/0/word") != "552 mailbox full" {
		t.Errorf("the mail is %s", back.body)
	}
	bad := rep.post(path+"/mails", object{"kind": "offer", "to": list{object{"email": "jeanne"}, object{"email": "a b@c"}}}, fresh()).problem(http.StatusUnprocessableEntity, "invalid-mail")
	if got := bad.pointers(); len(got) != 2 || got[0] != "/to/0/email" {
		t.Errorf("the mistakes are at %v", got)
	}
	rep.post(path+"/withdraw", object{"reason": "error"}, ifMatch(rep.get(path))).want(http.StatusOK)
	rep.post(path+"/mails", object{"kind": "reminder"}, fresh()).problem(http.StatusConflict, "not-sent")
}

func TestQuestionsAndRefusalsAreMailed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	rep := w.user("Julie", identity.Rep)
	r, buyer := w.offered(rep)
	path := "/v1/revisions/" + r.text("id")
	buyer.post("/question", url.Values{"name": {"Jeanne"}, "question": {"En bleu ?"}}).want(http.StatusOK)
	if got := <-server.Got; got.To != "julie@fontaine.example" || !strings.Contains(open(t, got).text, "En bleu ?") {
		t.Errorf("the question went to %s", got.To)
	}
	rep.post(path+"/reply", object{"text": "Oui, en bleu."}, ifMatch(rep.get(path))).want(http.StatusOK)
	if got := <-server.Got; got.To != "jeanne@acme.example" || !strings.Contains(open(t, got).text, "Oui, en bleu.") {
		t.Errorf("the answer went to %s", got.To)
	}
	buyer.post("/decline", url.Values{"reason": {"delivery"}, "text": {"Trop tard"}}).want(http.StatusOK)
	if got := open(t, <-server.Got); !strings.Contains(got.text, "Trop tard") {
		t.Errorf("the refusal's mail: %s", got.text)
	}
}

// A code is good for so many guesses, a link for so many codes.
func TestCodesAreNotGuessed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	r, buyer := w.offered(w.user("Julie", identity.Rep))
	a := buyer.post("/accept", agreed).want(http.StatusOK).at.Query().Get("a")
	code := aCode.FindString(open(t, <-server.Got).text)
	for range 5 {
		buyer.post("/confirm", url.Values{"a": {a}, "code": {"x"}}).want(http.StatusUnprocessableEntity, "Ce code n’est pas le bon")
	}
	buyer.post("/confirm", url.Values{"a": {a}, "code": {code}}).want(http.StatusUnprocessableEntity, "Trop de codes erronés")
	for range 9 {
		buyer.post("/confirm", url.Values{"a": {a}, "again": {"1"}}).want(http.StatusOK)
		<-server.Got
	}
	buyer.post("/accept", agreed).want(http.StatusTooManyRequests)
	_, other := w.offered(w.user("Karim", identity.Rep))
	if got := other.post("/confirm", url.Values{"a": {a}, "code": {code}}); got.status != http.StatusNotFound {
		t.Errorf("another link confirms it: %d", got.status)
	}
	if state := w.revisionState(r.text("id")); state != quotes.Sent {
		t.Errorf("after guesses only, the quote is %s", state)
	}
}

func (w *world) revisionState(id string) quotes.State {
	w.t.Helper()
	parsed, err := identity.Parse(id)
	if err != nil {
		w.t.Fatal(err)
	}
	r, err := w.quotes.Revision(w.t.Context(), w.root, parsed)
	if err != nil {
		w.t.Fatal(err)
	}
	return r.Effective
}

// Templates of the company replace the product's; a mistake in one is told with
// its place.
func TestMailTemplates(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	server := w.post()
	admin := w.user("Root", identity.Admin)
	settings := admin.get("/v1/settings").want(http.StatusOK)
	whole := settings.at("").(map[string]any)
	save := func(templates object) answer {
		whole["mail_templates"] = templates
		return admin.do(http.MethodPut, "/v1/settings", whole, ifMatch(settings))
	}
	bad := save(object{"offer": object{"subject": object{"fr": "Devis {{.Numbr}}"}, "text": object{"fr": "a\n\n  {{if .Link}}"}}, "ofer": object{}, "code": object{"text": object{"de": "x"}}}).
		want(http.StatusUnprocessableEntity)
	want := []string{"/mail_templates/code/text/de", "/mail_templates/ofer", "/mail_templates/offer/subject/fr", "/mail_templates/offer/text/fr"}
	got := strings.Join(bad.pointers(), " ")
	for _, at := range want {
		if !strings.Contains(got, at) {
			t.Errorf("no mistake at %s: %s", at, bad.body)
		}
	}
	if !strings.Contains(string(bad.body), `"line":1`) || !strings.Contains(string(bad.body), "Numbr") {
		t.Errorf("the place is not told: %s", bad.body)
	}
	save(object{"offer": object{"subject": object{"fr": "{{.Customer}} : {{.Number}}"}, "text": object{"fr": "Salut {{.Name}}, {{.Link}}"}}}).want(http.StatusOK)
	rep := w.user("Julie", identity.Rep)
	r, _ := w.offered(rep)
	rep.post("/v1/revisions/"+r.text("id")+"/mails", object{"kind": "offer"}, fresh()).want(http.StatusCreated)
	if m := open(t, <-server.Got); !strings.HasPrefix(m.subject, "ACME : Q-") || !strings.HasPrefix(m.text, "Salut Jeanne Roux, http://") {
		t.Errorf("the mail is %q %q", m.subject, m.text)
	}
}

// Without a mail server nobody is promised a mail.
func TestWithoutAMailServer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	r, _ := w.offered(rep)
	rep.post("/v1/revisions/"+r.text("id")+"/mails", object{"kind": "offer"}, fresh()).problem(http.StatusConflict, "mail-not-set-up")
}
