package postgres_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

// desk is a company ready to quote.
type desk struct {
	*quotes.Service
	quotestest.People
	dsn      string
	db       *postgres.DB
	store    *postgres.Quotes
	clock    *quotestest.Clock
	catalog  quotestest.Catalog
	customer quotes.Customer
	mu       sync.Mutex
	told     []quotes.Event
}

// setup returns a company on a database of its own, with one customer.
func setup(t testing.TB) *desk {
	t.Helper()
	d := &desk{dsn: pgtest.DSN(t), clock: quotestest.NewClock(), catalog: quotestest.NewCatalog()}
	d.db = pgtest.Open(t, d.dsn)
	tenant := pgtest.Tenant(t, d.db)
	d.People = quotestest.NewPeople(tenant)
	outbox := func(_ context.Context, _ pgx.Tx, events []quotes.Event) error {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.told = append(d.told, events...)
		return nil
	}
	d.store = postgres.NewQuotes(d.db, postgres.RecordFacts, postgres.ToldOutbox, outbox)
	d.withImports(nil)
	d.settings(t, func(*quotes.Settings) {})
	var err error
	if d.customer, err = d.SaveCustomer(t.Context(), d.Rep, quotestest.Customer()); err != nil {
		t.Fatal(err)
	}
	return d
}

// withImports gives the company a service that keeps imports.
func (d *desk) withImports(imports quotes.Imports) {
	d.Service = quotes.New(quotes.Config{Store: d.store, Catalog: d.catalog, Renderer: quotestest.Renderer, Directory: d.People,
		Imports: imports, Now: d.clock.Now})
}

// checked makes the test end with a look at every invariant of what is stored.
func (d *desk) checked(t testing.TB) {
	t.Helper()
	for _, f := range must[[]quotes.Finding](t)(d.store.Check(t.Context(), d.Rep.Tenant)) {
		t.Errorf("%s: %s: %s", f.Check, f.Subject, f.Message)
	}
}

// settings changes the company's settings.
func (d *desk) settings(t testing.TB, change func(*quotes.Settings)) {
	t.Helper()
	present, err := d.Settings(t.Context(), d.Admin)
	if err != nil {
		t.Fatal(err)
	}
	next := present
	if present.Version == 0 {
		next = quotestest.Settings()
		next.BaseCurrency, next.Zone = present.BaseCurrency, present.Zone
	}
	change(&next)
	if _, err := d.SaveSettings(t.Context(), d.Admin, next); err != nil {
		t.Fatal(err)
	}
}

func line(sku, quantity string) quotes.NewLine {
	return quotes.NewLine{Item: sku, Quantity: money.MustParse(quantity)}
}

func discounted(sku, quantity, percent string) quotes.NewLine {
	l := line(sku, quantity)
	l.Manual = quotes.Adjustment{Kind: quotes.Percent, Value: money.MustParse(percent)}
	return l
}

// draft creates a quote of the rep with the lines.
func (d *desk) draft(t testing.TB, lines ...quotes.NewLine) quotes.RevisionView {
	t.Helper()
	v, err := d.Create(t.Context(), d.Rep, quotes.NewQuote{Customer: d.customer.ID, Title: "Flotte", Lines: lines})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func on(v quotes.RevisionView) quotes.Target {
	return quotes.Target{Revision: v.ID, Version: v.Version}
}

// must fails the test on an error.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// sent creates, submits and sends a quote of 10 bikes.
func (d *desk) sent(t testing.TB) quotes.RevisionView {
	t.Helper()
	ok := must[quotes.RevisionView](t)
	v := d.draft(t, line("BIKE", "10"))
	ok(d.Submit(t.Context(), d.Rep, on(v)))
	return ok(d.Send(t.Context(), d.Rep, quotes.Target{Revision: v.ID}))
}

// accepted records the acceptance of a sent quote.
func (d *desk) accepted(t testing.TB) quotes.RevisionView {
	t.Helper()
	v := d.sent(t)
	return must[quotes.RevisionView](t)(d.RecordAcceptance(t.Context(), d.Rep, on(v), quotes.AcceptanceInput{PONumber: "PO-" + v.ID.String()}))
}

func wantCode(t testing.TB, err error, code fault.Code) {
	t.Helper()
	if got := fault.CodeOf(err); got != code {
		t.Errorf("got %v (%q), want %q", err, got, code)
	}
}

func TestQuoteWalksThePath(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)

	v := d.draft(t, discounted("BIKE", "10", "20"), line("LOCK", "3"))
	if got := v.Totals.OneOff.Net.String(); got != "8059.7" {
		t.Fatalf("net %s, want 8059.7", got)
	}
	v = ok(d.Submit(ctx, d.Rep, on(v)))
	if v.State != quotes.PendingApproval || len(v.Approvals) != 1 {
		t.Fatalf("20 %% of discount led to %s with %d steps", v.State, len(v.Approvals))
	}
	_, err := d.Approve(ctx, d.Rep, on(v), quotes.Decision{})
	wantCode(t, err, fault.Forbidden)
	v = ok(d.Approve(ctx, d.Approver, on(v), quotes.Decision{Comment: "strategic"}))
	if v.State != quotes.Approved {
		t.Fatalf("state %s after the only step was approved", v.State)
	}
	v = ok(d.Send(ctx, d.Rep, on(v)))
	if v.State != quotes.Sent || v.Quote.Number != "Q-2026-000001" || v.DocumentHash == "" {
		t.Fatalf("sent as %s, number %q, document %q", v.State, v.Quote.Number, v.DocumentHash)
	}
	doc := must[quotes.Document](t)(d.Document(ctx, d.Rep, v.ID))
	if string(doc.Bytes) != "%PDF Q-2026-000001 A-R1" || doc.SHA256 != v.DocumentHash {
		t.Errorf("document %q with digest %s", doc.Bytes, doc.SHA256)
	}
	v = ok(d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{PONumber: "PO-1", Signer: "Sophie Durand"}))
	o := must[quotes.Order](t)(d.Order(ctx, d.Desk, on(v), quotes.OrderInput{PONumber: "PO-1"}))
	if o.Number != "O-2026-000001" || len(o.Lines) != 2 || o.Net.OneOff.String() != "8059.7" || len(o.Lines[0].BOM) == 0 {
		t.Errorf("order %+v", o)
	}
	stored := must[quotes.Order](t)(d.PlacedOrder(ctx, d.Desk, o.ID))
	if len(stored.Lines) != 2 || stored.Lines[1].Net.String() != "59.7" {
		t.Errorf("stored order lines %+v", stored.Lines)
	}
	d.checkHistory(t, v.Family, []quotes.EventType{quotes.EventCreated, quotes.EventSubmitted, quotes.EventApproved,
		quotes.EventSending, quotes.EventSent, quotes.EventAccepted, quotes.EventOrdered})
}

// checkHistory verifies the audit chain, what happened, and that each entry was
// told once.
func (d *desk) checkHistory(t testing.TB, family identity.ID, want []quotes.EventType) {
	t.Helper()
	c := must[*quotes.Case](t)(d.store.Load(t.Context(), d.Rep.Tenant, quotes.At{Family: family}, quotes.Want{}))
	entries := must[[]quotes.Entry](t)(d.store.Entries(t.Context(), d.Rep.Tenant, family))
	length, head := c.Family.Audit()
	if err := quotes.VerifyChain(entries, length, head); err != nil {
		t.Error(err)
	}
	var got []quotes.EventType
	for _, e := range entries {
		got = append(got, e.Event.Type)
	}
	if len(got) != len(want) {
		t.Fatalf("history %v, want %v", got, want)
	}
	told := 0
	for n := range want {
		if got[n] != want[n] {
			t.Fatalf("history %v, want %v", got, want)
		}
		for _, e := range d.told {
			if e.ID == entries[n].Event.ID {
				told++
			}
		}
	}
	if told != len(want) {
		t.Errorf("%d of %d events were told", told, len(want))
	}
}

func mustDecimal(s string) money.Decimal { return money.MustParse(s) }

func faultOf(t testing.TB, err error) *fault.Error {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) {
		t.Fatalf("%v is no fault", err)
	}
	return f
}
