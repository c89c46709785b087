package api_test

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/api"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/buyer"
	"github.com/quotient-cpq/quotient/internal/document"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/limit"
	"github.com/quotient-cpq/quotient/internal/mail"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

const password = "a long enough password"

// world is a whole service over a database of its own, with one company.
type world struct {
	t      testing.TB
	url    string
	dsn    string
	db     *postgres.DB
	server *api.Server
	tenant identity.ID
	root   identity.Actor // the service itself, which may do all
	auth   *auth.Service
	quotes *quotes.Service
	buyers *buyer.Service
	mails  *mail.Service
	goods  *catalog.Service
	check  *checker
	// ahead is by how many nanoseconds the clock of quotes, buyers and mails is
	// ahead of the machine's.
	ahead *atomic.Int64
}

func (w *world) now() time.Time { return time.Now().Add(time.Duration(w.ahead.Load())) }

// pass lets days go by.
func (w *world) pass(days int) { w.ahead.Add(int64(days) * int64(24*time.Hour)) }

// option changes how the server is configured.
type option func(*api.Config)

func newWorld(t testing.TB, options ...option) *world {
	t.Helper()
	w := &world{t: t, dsn: pgtest.DSN(t), check: contractChecker(t), ahead: new(atomic.Int64)}
	w.db = pgtest.Open(t, w.dsn)
	w.tenant = pgtest.Tenant(t, w.db)
	w.root = identity.Actor{Tenant: w.tenant, Kind: identity.System}
	joined := postgres.NewJoined(w.db)
	access := postgres.NewAccess(w.db, joined)
	var err error
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	w.auth, err = auth.NewService(access, time.Now, auth.Options{Cost: auth.Cost{Memory: 64, Passes: 1, Lanes: 1}})
	must(err)
	w.goods = catalog.NewService(postgres.NewCatalog(joined, time.Now), time.Now)
	renderer, err := document.New()
	must(err)
	queue, err := jobs.NewQueue()
	must(err)
	w.quotes = quotes.New(quotes.Config{Store: postgres.NewQuotes(joined, postgres.RecordFacts, postgres.ToOutbox(queue), w.toMail(queue)), Catalog: quotes.FromCatalog(w.goods),
		Renderer: renderer, Directory: access, Now: w.now, Imports: postgres.NewImports(joined, queue.ImportHistory)})
	w.buyers = buyer.NewService(buyer.Config{Store: postgres.NewBuyer(w.db, joined), Quotes: w.quotes, Receipts: renderer, Now: w.now})
	w.mails = mail.NewService(mail.Config{Store: postgres.NewMail(joined, queue), Quotes: w.quotes, People: access, Buyers: w.buyers, Now: w.now})
	pages, err := buyer.NewHandler(w.buyers, limit.New(1000, 1000, time.Now), slog.New(slog.DiscardHandler))
	must(err)
	metrics, err := kpi.Definitions()
	must(err)
	config := api.Config{Auth: w.auth, Catalog: w.goods, Quotes: w.quotes,
		Buyers: w.buyers, BuyerPages: pages, Mails: w.mails,
		KPI:    kpi.NewService(postgres.NewKPI(joined), metrics, time.Now),
		Runner: postgres.NewIdempotency(joined, time.Now), Names: access, Ready: w.db.Ping, Now: time.Now,
		Log: slog.New(slog.DiscardHandler), Version: "test", Limits: api.Limits{Rate: 100_000, Burst: 100_000}}
	for _, o := range options {
		o(&config)
	}
	w.server, err = api.New(config)
	must(err)
	listening := httptest.NewServer(w.server)
	t.Cleanup(listening.Close)
	w.url = listening.URL
	return w
}

// company gives the world rules for quotes and the example catalogue.
func (w *world) company() {
	w.t.Helper()
	s := quotes.DefaultSettings()
	s.Seller = quotes.Seller{Name: "Fontaine SAS", LegalForm: "SAS", Address: quotes.Address{Code: "seat", Street: "14 quai des Ateliers",
		PostalCode: "69007", City: "Lyon", Country: "FR"}, SIREN: "552 100 554", SIRET: "552 100 554 00013", RCS: "RCS Lyon 552 100 554", VATNumber: "FR40552100554"}
	s.Approvals = []quotes.ApprovalRule{{Code: "discount-12", When: "discretionary_discount > 0.12",
		Message: lang.New("The discount is above 12 %", "La remise dépasse 12 %"), Steps: []quotes.ApprovalAsk{{Stage: 1, Role: identity.Manager}}}}
	if _, err := w.quotes.SaveSettings(context.Background(), w.root, s); err != nil {
		w.t.Fatal(err)
	}
	w.publishItems("bikes/items.csv")
	for _, doc := range []struct {
		kind catalog.Kind
		name string
	}{
		{catalog.RatesKind, "prices/rates.yaml"}, {catalog.TaxKind, "prices/taxes.yaml"},
		{catalog.BookKind, "prices/eur.yaml"}, {catalog.ModelKind, "bikes/city-bike.yaml"},
	} {
		w.publish(doc.kind, doc.name)
	}
}

func (w *world) publishItems(name string) {
	w.t.Helper()
	file, err := examples.Files.Open(name)
	if err != nil {
		w.t.Fatal(err)
	}
	items, err := catalog.ReadItems(name, file)
	if err == nil {
		_, err = w.goods.SaveItems(context.Background(), w.root, items)
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) publish(kind catalog.Kind, name string) {
	w.t.Helper()
	if _, err := w.goods.Publish(context.Background(), w.root, catalog.Draft{Kind: kind, Entry: path.Base(name),
		Source: catalog.Source{path.Base(name): example(w.t, name)}}); err != nil {
		w.t.Fatal(err)
	}
}

func example(t testing.TB, name string) string {
	t.Helper()
	content, err := fs.ReadFile(examples.Files, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// user adds a user and signs in.
func (w *world) user(name string, roles ...identity.Role) *client {
	w.t.Helper()
	email := strings.ToLower(name) + "@fontaine.example"
	if _, err := w.auth.AddUser(context.Background(), w.root, auth.NewUser{Email: email, Name: name, Roles: roles, Password: password}); err != nil {
		w.t.Fatal(err)
	}
	c := w.anybody()
	c.signIn(email)
	c.noCosts = !slices.Contains(identity.PermissionsOf(roles), identity.SeeCost)
	return c
}

func newUser(email string, roles ...identity.Role) auth.NewUser {
	return auth.NewUser{Email: email, Name: email, Roles: append(roles, identity.Rep), Password: password}
}

// otherCompany is a second tenant of the same service.
func (w *world) otherCompany() *world {
	out := *w
	out.tenant = pgtest.Tenant(w.t, w.db)
	out.root.Tenant = out.tenant
	return &out
}

// key makes an API key and a client that uses it.
func (w *world) key(name string, scopes ...identity.Permission) *client {
	w.t.Helper()
	_, secret, err := w.auth.AddKey(context.Background(), w.root, name, scopes, time.Time{})
	if err != nil {
		w.t.Fatal(err)
	}
	c := w.anybody()
	c.bearer = secret
	return c
}
