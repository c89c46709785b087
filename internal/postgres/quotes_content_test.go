package postgres_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

func TestCompareSaysWhatMovedThePrice(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	ok := must[quotes.RevisionView](t)
	v := d.draft(t, line("BIKE", "10"), line("LOCK", "10"), line("TUNE", "1"))
	v = ok(d.Send(ctx, d.Rep, quotes.Target{Revision: d.submit(t, v).ID}))
	w := ok(d.Revise(ctx, d.Rep, on(v), "customer_change"))
	twelve, terms := money.FromInt(12), "45 jours"
	w = ok(d.Edit(ctx, d.Rep, on(w), quotes.Changes{
		Header: &quotes.ContentPatch{PaymentTerms: &terms},
		Change: []quotes.LinePatch{{ID: w.Lines[0].ID, Quantity: &twelve, Manual: percentOff("10")}},
		Remove: []identity.ID{w.Lines[2].ID}, Add: []quotes.NewLine{line("CARE", "10")},
	}))
	c := must[quotes.Comparison](t)(d.Compare(ctx, d.Rep, v.ID, w.ID))
	kinds := map[string]quotes.DiffKind{}
	sum := money.Decimal{}
	for _, l := range c.Lines {
		kinds[l.SKU] = l.Kind
		sum = sum.Add(l.Delta)
	}
	want := map[string]quotes.DiffKind{"BIKE": quotes.Changed, "LOCK": quotes.Unchanged, "TUNE": quotes.Removed, "CARE": quotes.Added}
	for sku, kind := range want {
		if kinds[sku] != kind {
			t.Errorf("%s is %s, want %s", sku, kinds[sku], kind)
		}
	}
	if !c.Delta.Equal(w.Totals.TCV.Sub(v.Totals.TCV)) || !sum.Equal(c.Delta) {
		t.Errorf("delta %s, the lines' sum to %s", c.Delta, sum)
	}
	moved := money.Decimal{}
	for _, m := range c.Moves {
		moved = moved.Add(m.Right.Sub(m.Left))
	}
	if !moved.Equal(c.Delta) {
		t.Errorf("the steps moved %s of %s: %+v", moved, c.Delta, c.Moves)
	}
	if len(c.Header) != 1 || c.Header[0].Field != "payment_terms" || c.Header[0].After != terms {
		t.Errorf("header %+v", c.Header)
	}
}

func TestClonesKeepPinsAndDoubtAmounts(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	ok := must[quotes.RevisionView](t)
	target := line("BIKE", "1")
	target.Manual = quotes.Adjustment{Kind: quotes.TargetNet, Value: money.FromInt(950)}
	v := d.draft(t, target)
	same := ok(d.Clone(ctx, d.Colleague, v.ID, quotes.CloneInput{}))
	if same.Pins.Book != v.Pins.Book || same.Lines[0].ID == v.Lines[0].ID || same.Family == v.Family || same.Quote.Owner != d.Colleague.ID {
		t.Errorf("clone %+v of %+v", same.Lines[0], v.Lines[0])
	}
	ok(d.Submit(ctx, d.Colleague, on(same)))

	other := must[quotes.Customer](t)(d.SaveCustomer(ctx, d.Rep, quotestest.Customer()))
	theirs := ok(d.Clone(ctx, d.Rep, v.ID, quotes.CloneInput{Customer: other.ID}))
	_, err := d.Submit(ctx, d.Rep, on(theirs))
	wantCode(t, err, fault.Invalid)
	if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Kind != "amount-unconfirmed" {
		t.Errorf("issues %v", issues)
	}
	theirs = ok(d.Edit(ctx, d.Rep, on(theirs), quotes.Changes{Change: []quotes.LinePatch{{ID: theirs.Lines[0].ID, Manual: &target.Manual}}}))
	ok(d.Submit(ctx, d.Rep, on(theirs)))

	template := ok(d.Clone(ctx, d.Rep, v.ID, quotes.CloneInput{Template: true, Title: "Standard fleet"}))
	_, err = d.Submit(ctx, d.Rep, on(template))
	wantCode(t, err, fault.Conflict)
	if list := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{Templates: true})); len(list) != 1 || list[0].Title != "Standard fleet" {
		t.Errorf("templates %+v", list)
	}
	d.checked(t)
}

func TestAnotherCurrencyDoubtsAmounts(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	v := d.draft(t, line("BIKE", "1"))
	v = must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Header: &quotes.ContentPatch{
		Discount: &quotes.Adjustment{Kind: quotes.AmountOff, Value: money.FromInt(10)}}}))
	dollars := money.MustParseCurrency("USD")
	v = must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Header: &quotes.ContentPatch{Currency: &dollars}}))
	_, err := d.Submit(ctx, d.Rep, on(v))
	wantCode(t, err, fault.Invalid)
	v = must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Header: &quotes.ContentPatch{Discount: &quotes.Adjustment{}}}))
	must[quotes.RevisionView](t)(d.Submit(ctx, d.Rep, on(v)))
}

func TestReassignIsAllOrNothing(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	a, b := d.draft(t, line("BIKE", "1")), d.draft(t, line("BIKE", "1"))
	wantCode(t, d.Reassign(ctx, d.Rep, []identity.ID{a.Family}, d.Colleague.ID, d.Rep.Team), fault.Forbidden)
	wantCode(t, d.Reassign(ctx, d.Manager, []identity.ID{a.Family, identity.NewID()}, d.Colleague.ID, d.Rep.Team), fault.NotFound)
	if q := must[quotes.QuoteView](t)(d.Quote(ctx, d.Rep, a.Family)); q.Owner != d.Rep.ID {
		t.Error("a failed reassignment has moved a quote")
	}
	if err := d.Reassign(ctx, d.Manager, []identity.ID{a.Family, b.Family}, d.Colleague.ID, d.Rep.Team); err != nil {
		t.Fatal(err)
	}
	if list := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Colleague, quotes.Filter{Owner: d.Colleague.ID})); len(list) != 2 {
		t.Errorf("the new owner has %d quotes", len(list))
	}
	d.checked(t)
}

func TestPaymentScheduleSumsExactly(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	v := d.draft(t, line("LOCK", "1")) // 23.88 incl. VAT
	third := func(p string) quotes.Milestone { return quotes.Milestone{Percent: money.MustParse(p)} }
	_, err := d.Edit(ctx, d.Rep, on(v), quotes.Changes{Header: &quotes.ContentPatch{Schedule: &[]quotes.Milestone{third("30"), third("60")}}})
	wantCode(t, err, fault.Invalid)
	v = must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Header: &quotes.ContentPatch{
		Schedule: &[]quotes.Milestone{third("33.33"), third("33.33"), third("33.34")}}}))
	sum := money.Decimal{}
	for _, m := range v.Schedule {
		sum = sum.Add(m.Amount)
	}
	if !sum.Equal(v.Totals.OneOff.Gross) {
		t.Errorf("the instalments %+v sum to %s, not to %s", v.Schedule, sum, v.Totals.OneOff.Gross)
	}
}
