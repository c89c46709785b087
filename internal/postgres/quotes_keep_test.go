package postgres_test

import (
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/quotes"
)

// A seal notices that a whole chain was rewritten consistently.
func TestSealsFixWhatWasWritten(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	v := d.draft(t, line("BIKE", "1"))
	first := must[quotes.Seal](t)(d.Seal(ctx, d.Rep.Tenant))
	if first.Number != 1 || len(first.Heads) != 1 {
		t.Fatalf("first seal %d over %d heads", first.Number, len(first.Heads))
	}
	if again := must[quotes.Seal](t)(d.Seal(ctx, d.Rep.Tenant)); again.Number != 0 {
		t.Errorf("nothing new was sealed as number %d", again.Number)
	}
	d.submit(t, v)
	if second := must[quotes.Seal](t)(d.Seal(ctx, d.Rep.Tenant)); second.Number != 2 || second.Prev != first.Hash {
		t.Errorf("second seal %d does not follow the first", second.Number)
	}
	d.checked(t)
	conn := pgtest.Admin(t, d.dsn)
	if _, err := conn.Exec(ctx, `set session_replication_role = replica;
		update quote_audit set hash = sha256('other') where seq = 1; update quote_audit set prev = sha256('other') where seq = 2`); err != nil {
		t.Fatal(err)
	}
	sealed := false
	for _, f := range must[[]quotes.Finding](t)(d.store.Check(ctx, d.Rep.Tenant)) {
		sealed = sealed || f.Check == "audit-seals"
	}
	if !sealed {
		t.Error("the seals did not notice the rewritten chain")
	}
}

func TestErasureKeepsTheChainValid(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	person := d.customer.Contacts[0].ID
	v := must[quotes.RevisionView](t)(d.Create(ctx, d.Rep, quotes.NewQuote{Customer: d.customer.ID, Contact: person, Lines: []quotes.NewLine{line("BIKE", "1")}}))
	v = must[quotes.RevisionView](t)(d.Send(ctx, d.Rep, quotes.Target{Revision: d.submit(t, v).ID}))
	must[quotes.RevisionView](t)(d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{FileHash: "ab", Signer: "Sophie Durand"}))
	_, err := d.ExportPerson(ctx, d.Rep, d.customer.ID, person)
	wantCode(t, err, fault.Forbidden)
	held := must[quotes.PersonalData](t)(d.ExportPerson(ctx, d.Admin, d.customer.ID, person))
	if len(held.Quotes) != 1 || held.Quotes[0].Acceptances[0].Signer != "Sophie Durand" || len(held.Quotes[0].Entries) != 1 || len(held.Quotes[0].Documents) != 1 {
		t.Errorf("exported %+v", held)
	}
	if err := d.ErasePerson(ctx, d.Admin, d.customer.ID, person); err != nil {
		t.Fatal(err)
	}
	left := must[quotes.PersonalData](t)(d.ExportPerson(ctx, d.Admin, d.customer.ID, person))
	if left.Contact.Name != "" || left.Contact.ErasedAt.IsZero() || left.Quotes[0].Acceptances[0].Signer != "" || len(left.Quotes[0].Entries) != 0 {
		t.Errorf("after the erasure %+v is left", left)
	}
	wantCode(t, d.ErasePerson(ctx, d.Admin, d.customer.ID, identity.NewID()), fault.NotFound)
	d.checked(t)
}

func TestTakingOverTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	day := func(n int) time.Time { return d.clock.Now().AddDate(0, 0, n) }
	past := func(number string, state quotes.State) quotes.PastQuote {
		return quotes.PastQuote{System: "old", Number: number, Customer: d.customer.ID, Owner: d.Rep.ID, Team: d.Rep.Team,
			Currency: money.MustParseCurrency("EUR"), State: state, CreatedAt: day(-90), SentAt: day(-80), DecidedAt: day(-60),
			ValidUntil: d.clock.Today().AddDays(-50), OrderedAt: day(-59), OrderNumber: "A" + number,
			Lines: []quotes.PastLine{{SKU: "BIKE", Name: "Vélo", Quantity: money.FromInt(2), List: money.FromInt(2000), Net: money.FromInt(1800), TaxRate: money.FromInt(20)}}}
	}
	file := []quotes.PastQuote{past("1", quotes.Ordered), past("2", quotes.Rejected), past("3", quotes.Expired)}
	bad := past("4", quotes.Approved)
	_, err := d.TakeOver(ctx, d.Admin, append(file, bad), nil)
	wantCode(t, err, fault.Invalid)
	for _, want := range []int{3, 0} {
		if n := must[int](t)(d.TakeOver(ctx, d.Admin, file, nil)); n != want {
			t.Errorf("%d quotes taken over, want %d", n, want)
		}
	}
	found := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{Text: "old:1"}))
	if len(found) != 1 || found[0].State != quotes.Ordered || found[0].TCV.String() != "1800" {
		t.Errorf("found %+v", found)
	}
	if sent := d.sent(t); sent.Quote.Number != "Q-2026-000001" {
		t.Errorf("the first own quote is numbered %q", sent.Quote.Number)
	}
	d.checked(t)
}
