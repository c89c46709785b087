package postgres_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

func TestEditNeedsTheVersionItChanges(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.draft(t, line("BIKE", "1"))
	change := quotes.Changes{Add: []quotes.NewLine{line("LOCK", "2")}}
	_, err := d.Edit(ctx, d.Rep, quotes.Target{Revision: v.ID}, change)
	wantCode(t, err, fault.PreconditionRequired)
	edited := must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), change))
	if edited.Version != v.Version+1 || len(edited.Lines) != 2 || edited.Totals.OneOff.Net.String() != "1039.8" {
		t.Errorf("after the edit: version %d, %d lines, net %s", edited.Version, len(edited.Lines), edited.Totals.OneOff.Net)
	}
	_, err = d.Edit(ctx, d.Rep, on(v), change)
	wantCode(t, err, fault.PreconditionFailed)
	read := must[quotes.RevisionView](t)(d.Revision(ctx, d.Colleague, v.ID))
	if diff := cmp.Diff(edited.Lines, read.Lines, cmpopts.IgnoreUnexported(quotes.Line{}), cmp.Comparer(money.Decimal.Equal)); diff != "" {
		t.Errorf("what was answered is not what is stored (-answered +stored):\n%s", diff)
	}
}

func TestEditReportsEveryMistakeAndChangesNothing(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.draft(t, line("BIKE", "1"))
	days := -1
	_, err := d.Edit(ctx, d.Rep, on(v), quotes.Changes{
		Header: &quotes.ContentPatch{ValidityDays: &days},
		Add:    []quotes.NewLine{{Item: "A", Model: "b"}, discounted("BIKE", "1", "101"), line("LOCK", "-3")},
		Change: []quotes.LinePatch{{ID: identity.NewID()}},
		Remove: []identity.ID{identity.NewID()},
	})
	var pointers []string
	for _, i := range fault.IssuesOf(err) {
		pointers = append(pointers, i.Pointer)
	}
	want := []string{"/add/0", "/add/0/quantity", "/add/1/manual/value", "/add/2/quantity", "/change/0/id", "/header/validity_days", "/remove/0"}
	if diff := cmp.Diff(want, pointers); diff != "" {
		t.Errorf("pointers (-want +got):\n%s", diff)
	}
	if read := must[quotes.RevisionView](t)(d.Revision(ctx, d.Rep, v.ID)); read.Version != v.Version || len(read.Lines) != 1 {
		t.Errorf("the failed edit left version %d with %d lines", read.Version, len(read.Lines))
	}
}

func TestUnknownItemsBlockTheSubmitNotTheDraft(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.draft(t, line("BIKE", "1"), line("NOPE", "1"))
	_, err := d.Submit(ctx, d.Rep, on(v))
	wantCode(t, err, fault.Invalid)
	if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Pointer != "/lines/1/item" {
		t.Errorf("issues %v", issues)
	}
}

func TestWhatHasEndedBlocksSubmitAndSend(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.draft(t, line("BIKE", "1"))
	v = must[quotes.RevisionView](t)(d.Submit(ctx, d.Rep, on(v)))
	bike := d.catalog["BIKE"]
	bike.Until = d.clock.Today()
	d.catalog["BIKE"] = bike
	d.clock.AdvanceDays(1)
	_, err := d.Send(ctx, d.Rep, on(v))
	wantCode(t, err, fault.Invalid)
	if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Kind != "ended" {
		t.Errorf("issues %v", issues)
	}
}

func TestSendNumbersHaveNoGapAndResume(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)
	broken := quotes.New(quotes.Config{Store: d.store, Catalog: d.catalog, Directory: d.People, Now: d.clock.Now,
		Renderer: quotes.RendererFunc(func(context.Context, quotes.Snapshot) ([]byte, error) {
			return nil, fault.New(fault.Unavailable, "no-printer", "no printer")
		})})
	v := d.draft(t, line("BIKE", "1"))
	v = ok(d.Submit(ctx, d.Rep, on(v)))
	_, err := broken.Send(ctx, d.Rep, on(v))
	wantCode(t, err, fault.Unavailable)
	half := ok(d.Revision(ctx, d.Rep, v.ID))
	if half.State != quotes.Approved || half.SendingSince.IsZero() || half.Quote.Number != "Q-2026-000001" {
		t.Fatalf("after the failed rendering: %s since %v, number %q", half.State, half.SendingSince, half.Quote.Number)
	}
	_, err = d.Edit(ctx, d.Rep, on(half), quotes.Changes{Add: []quotes.NewLine{line("LOCK", "1")}})
	wantCode(t, err, fault.Conflict)
	if other := d.sent(t); other.Quote.Number != "Q-2026-000002" {
		t.Errorf("the next quote got %q", other.Quote.Number)
	}
	sent := ok(d.Send(ctx, d.Rep, quotes.Target{Revision: v.ID}))
	if sent.State != quotes.Sent || sent.Quote.Number != "Q-2026-000001" {
		t.Errorf("resumed as %s with %q", sent.State, sent.Quote.Number)
	}
}

func TestAnAbandonedSendKeepsItsNumber(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)
	broken := quotes.New(quotes.Config{Store: d.store, Catalog: d.catalog, Directory: d.People, Now: d.clock.Now,
		Renderer: quotes.RendererFunc(func(context.Context, quotes.Snapshot) ([]byte, error) {
			return nil, fault.New(fault.Unavailable, "no-printer", "no printer")
		})})
	v := ok(d.Submit(ctx, d.Rep, on(d.draft(t, line("BIKE", "1")))))
	if _, err := broken.Send(ctx, d.Rep, on(v)); err == nil {
		t.Fatal("the broken renderer rendered")
	}
	v = ok(d.AbandonSend(ctx, d.Rep, quotes.Target{Revision: v.ID}))
	v = ok(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Add: []quotes.NewLine{line("LOCK", "1")}}))
	if v.State != quotes.Draft {
		t.Fatalf("an edit of what was approved led to %s", v.State)
	}
	v = ok(d.Send(ctx, d.Rep, quotes.Target{Revision: ok(d.Submit(ctx, d.Rep, on(v))).ID}))
	if v.Quote.Number != "Q-2026-000001" {
		t.Errorf("sent as %q", v.Quote.Number)
	}
	snapshot := must[quotes.Snapshot](t)(d.Snapshot(ctx, d.Rep, v.ID))
	if n := len(snapshot.Sections[0].Lines); n != 2 {
		t.Errorf("the snapshot sent has %d lines, want those of the second try", n)
	}
}

func TestExpiryNeedsNoJob(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.sent(t)
	d.clock.AdvanceDays(31)
	read := must[quotes.RevisionView](t)(d.Revision(ctx, d.Rep, v.ID))
	if read.Effective != quotes.Expired || read.State != quotes.Sent {
		t.Fatalf("after its last day the offer reads %s, stored %s", read.Effective, read.State)
	}
	_, err := d.Accept(ctx, quotestest.BuyerOf(d.Rep.Tenant, v.ID), on(v), quotes.AcceptanceInput{})
	wantCode(t, err, fault.Conflict)
	_, err = d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{PONumber: "PO-9"})
	wantCode(t, err, fault.Conflict)
	late := must[quotes.RevisionView](t)(d.RecordAcceptance(ctx, d.Manager, on(v), quotes.AcceptanceInput{PONumber: "PO-9", ConfirmLate: true}))
	if late.State != quotes.Accepted || !late.Acceptance.Late {
		t.Errorf("late acceptance: %s, late %v", late.State, late.Acceptance.Late)
	}
	d.checkHistory(t, v.Family, []quotes.EventType{quotes.EventCreated, quotes.EventSubmitted, quotes.EventSending,
		quotes.EventSent, quotes.EventExpired, quotes.EventAccepted})
}

func TestExpireDueRecordsTheInstant(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.sent(t)
	d.clock.AdvanceDays(40)
	if n := must[int](t)(d.ExpireDue(ctx, d.Rep.Tenant, 100)); n != 1 {
		t.Fatalf("%d offers expired, want 1", n)
	}
	if n := must[int](t)(d.ExpireDue(ctx, d.Rep.Tenant, 100)); n != 0 {
		t.Errorf("%d offers expired again", n)
	}
	last := d.told[len(d.told)-1]
	zone := time.FixedZone("CEST", 2*3600)
	if want := v.ValidUntil.End(zone); last.Type != quotes.EventExpired || !last.OccurredAt.Equal(want) {
		t.Errorf("%s occurred at %s, want %s", last.Type, last.OccurredAt, want)
	}
}

func TestReviseSupersedesOnlyWhenSent(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)
	first := d.sent(t)
	_, err := d.Revise(ctx, d.Rep, on(first), "nonsense")
	wantCode(t, err, fault.Invalid)
	second := ok(d.Revise(ctx, d.Rep, on(first), "customer_change"))
	if second.Number != 2 || second.State != quotes.Draft || len(second.Lines) != 1 || second.Lines[0].Origin != first.Lines[0].ID {
		t.Fatalf("the new draft is R%d %s with lines %v", second.Number, second.State, second.Lines)
	}
	_, err = d.Revise(ctx, d.Rep, quotes.Target{Revision: first.ID}, "price")
	wantCode(t, err, fault.Conflict)
	if read := ok(d.Revision(ctx, d.Rep, first.ID)); read.State != quotes.Sent {
		t.Errorf("revising made the sent revision %s", read.State)
	}
	second = ok(d.Submit(ctx, d.Rep, on(second)))
	second = ok(d.Send(ctx, d.Rep, on(second)))
	if read := ok(d.Revision(ctx, d.Rep, first.ID)); read.State != quotes.Superseded {
		t.Errorf("after the second was sent the first is %s", read.State)
	}
	if second.Quote.Number != first.Quote.Number {
		t.Errorf("the second revision is numbered %q", second.Quote.Number)
	}
}

func TestAcceptanceTakesTheChosenLines(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)
	optional, cheap, dear := line("LOCK", "10"), line("TUNE", "1"), line("CARE", "10")
	optional.Optional = true
	cheap.Alternative, cheap.Proposed, dear.Alternative = "service", true, "service"
	v := d.draft(t, line("BIKE", "10"), optional, cheap, dear)
	if got := v.Totals.TCV.String(); got != "10075" {
		t.Fatalf("proposed TCV %s, want 10075", got)
	}
	v = ok(d.Send(ctx, d.Rep, quotes.Target{Revision: ok(d.Submit(ctx, d.Rep, on(v))).ID}))
	buyer := quotestest.BuyerOf(d.Rep.Tenant, v.ID)
	_, err := d.Accept(ctx, buyer, on(v), quotes.AcceptanceInput{Chosen: []identity.ID{v.Lines[2].ID, v.Lines[3].ID}})
	wantCode(t, err, fault.Invalid)
	v = ok(d.Accept(ctx, buyer, on(v), quotes.AcceptanceInput{Chosen: []identity.ID{v.Lines[1].ID, v.Lines[3].ID}}))
	if got := v.Acceptance.Totals; got.TCV.String() != "10799" || got.OneOff.Net.String() != "10199" || got.OneOff.VAT.String() != "2039.8" {
		t.Errorf("accepted totals %+v", got)
	}
	o := must[quotes.Order](t)(d.Order(ctx, d.Desk, on(v), quotes.OrderInput{}))
	if len(o.Lines) != 3 || o.Net.OneOff.String() != "10199" || o.Net.Month.String() != "50" {
		t.Errorf("ordered %d lines for %+v", len(o.Lines), o.Net)
	}
}

func TestAcceptingOneVariantClosesTheOthers(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)
	a := d.sent(t)
	b := ok(d.AddVariant(ctx, d.Rep, on(a), "Premium"))
	if b.Letter != "B" || b.State != quotes.Draft {
		t.Fatalf("the variant is %s %s", b.Letter, b.State)
	}
	b = ok(d.Send(ctx, d.Rep, quotes.Target{Revision: ok(d.Submit(ctx, d.Rep, on(b))).ID}))
	draft := ok(d.Revise(ctx, d.Rep, quotes.Target{Revision: a.ID}, "price"))
	ok(d.RecordAcceptance(ctx, d.Rep, on(b), quotes.AcceptanceInput{PONumber: "PO-1"}))
	if got := ok(d.Revision(ctx, d.Rep, a.ID)).State; got != quotes.Superseded {
		t.Errorf("the other live offer is %s", got)
	}
	if got := ok(d.Revision(ctx, d.Rep, draft.ID)).State; got != quotes.Cancelled {
		t.Errorf("the open draft is %s", got)
	}
	_, err := d.Revise(ctx, d.Rep, quotes.Target{Revision: a.ID}, "price")
	wantCode(t, err, fault.Conflict)
}

func TestWithdrawnOffersCannotBeAccepted(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.sent(t)
	_, err := d.Withdraw(ctx, d.Colleague, on(v), "wrong prices")
	wantCode(t, err, fault.Forbidden)
	_, err = d.Withdraw(ctx, d.Rep, on(v), "")
	wantCode(t, err, fault.Invalid)
	v = must[quotes.RevisionView](t)(d.Withdraw(ctx, d.Rep, on(v), "wrong prices"))
	_, err = d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{PONumber: "PO-1"})
	wantCode(t, err, fault.Conflict)
}

func TestRejectionNeedsAKnownReason(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.sent(t)
	_, err := d.Reject(ctx, d.Rep, on(v), quotes.Loss{Reason: "prise"})
	wantCode(t, err, fault.Invalid)
	if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Suggestion != "price" {
		t.Errorf("issues %v", issues)
	}
	v = must[quotes.RevisionView](t)(d.Reject(ctx, d.Rep, on(v), quotes.Loss{Reason: "price", Competitor: "Cycles Durand"}))
	if v.State != quotes.Rejected || v.Competitor != "Cycles Durand" {
		t.Errorf("%s %q", v.State, v.Competitor)
	}
}

func TestASignedFileNamesItsSigner(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.sent(t)
	for pointer, in := range map[string]quotes.AcceptanceInput{
		"/po_number": {Signer: "Sophie Durand"},
		"/signer":    {FileHash: "ab"},
	} {
		_, err := d.RecordAcceptance(ctx, d.Rep, on(v), in)
		wantCode(t, err, fault.Invalid)
		if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Pointer != pointer {
			t.Errorf("issues %v, want one at %s", issues, pointer)
		}
	}
	must[quotes.RevisionView](t)(d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{FileHash: "ab", Signer: "Sophie Durand"}))
}

func TestAcceptanceDatedBeforeTheRecordOccursThen(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.sent(t)
	day := d.clock.Today().AddDays(2)
	d.clock.AdvanceDays(5)
	_, err := d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{PONumber: "P", Received: civil.MustParse("2027-01-01")})
	wantCode(t, err, fault.Invalid)
	must[quotes.RevisionView](t)(d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{PONumber: "P", Received: day}))
	e := d.told[len(d.told)-1]
	if civil.In(e.OccurredAt, time.FixedZone("CET", 3600)) != day || !e.RecordedAt.Equal(d.clock.Now()) {
		t.Errorf("occurred %s, recorded %s", e.OccurredAt, e.RecordedAt)
	}
}

func TestOrderOnAcceptOrdersInTheSameTransaction(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	d.settings(t, func(s *quotes.Settings) { s.OrderOnAccept = true })
	v := d.sent(t)
	v = must[quotes.RevisionView](t)(d.Accept(ctx, quotestest.BuyerOf(d.Rep.Tenant, v.ID), on(v), quotes.AcceptanceInput{}))
	if v.State != quotes.Ordered {
		t.Errorf("state %s", v.State)
	}
	if page := must[[]quotes.Order](t)(d.Orders(ctx, d.Desk, quotes.OrderFilter{})); len(page) != 1 || page[0].Revision != v.ID {
		t.Errorf("orders %v", page)
	}
}
