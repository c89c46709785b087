package postgres_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

func take(l identity.ID, quantity string) quotes.OrderInput {
	return quotes.OrderInput{Lines: []quotes.OrderQuantity{{Line: l, Quantity: money.MustParse(quantity)}}}
}

func TestPartialOrdersSumToTheAcceptance(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.draft(t, discounted("LOCK", "7", "3"))
	v = must[quotes.RevisionView](t)(d.Submit(ctx, d.Rep, on(v)))
	v = must[quotes.RevisionView](t)(d.Send(ctx, d.Rep, on(v)))
	v = must[quotes.RevisionView](t)(d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{FileHash: "ab", Signer: "Sophie Durand"}))
	ok := must[quotes.Order](t)
	one := ok(d.Order(ctx, d.Desk, quotes.Target{Revision: v.ID}, take(v.Lines[0].ID, "2")))
	two := ok(d.Order(ctx, d.Desk, quotes.Target{Revision: v.ID}, take(v.Lines[0].ID, "3")))
	_, err := d.Order(ctx, d.Desk, quotes.Target{Revision: v.ID}, take(v.Lines[0].ID, "3"))
	wantCode(t, err, fault.Conflict)
	three := ok(d.Order(ctx, d.Desk, quotes.Target{Revision: v.ID}, quotes.OrderInput{}))
	if sum := money.Sum(one.Net.OneOff, two.Net.OneOff, three.Net.OneOff); !sum.Equal(v.Totals.OneOff.Net) {
		t.Errorf("the orders sum to %s, accepted was %s", sum, v.Totals.OneOff.Net)
	}
	var steps, nets []money.Decimal
	for _, e := range d.told {
		if e.Type == quotes.EventOrdered {
			nets = append(nets, e.Order.Net)
			for _, s := range e.Order.Steps {
				steps = append(steps, s.Amount)
			}
			if first := len(nets) == 1; e.Order.First != first || e.Order.Matches {
				t.Errorf("order %d: first %v, matches %v", len(nets), e.Order.First, e.Order.Matches)
			}
		}
	}
	if !money.Sum(steps...).Equal(money.Sum(nets...)) {
		t.Errorf("the steps of the orders sum to %s, their nets to %s", money.Sum(steps...), money.Sum(nets...))
	}
}

func TestSecondFullOrderNamesTheFirst(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.accepted(t)
	first := must[quotes.Order](t)(d.Order(ctx, d.Desk, on(v), quotes.OrderInput{}))
	_, err := d.Order(ctx, d.Desk, quotes.Target{Revision: v.ID}, quotes.OrderInput{})
	wantCode(t, err, fault.Conflict)
	if got := faultOf(t, err).Details["order"]; got != first.ID {
		t.Errorf("the conflict names %v, want %v", got, first.ID)
	}
	if last := d.told[len(d.told)-1]; !last.Order.Matches || !last.Order.First {
		t.Errorf("a full first order: %+v", last.Order)
	}
}

func TestPurchaseOrderNumbersAreUniquePerCustomer(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	a, b := d.accepted(t), d.accepted(t)
	must[quotes.Order](t)(d.Order(ctx, d.Desk, on(a), quotes.OrderInput{PONumber: "4711"}))
	_, err := d.Order(ctx, d.Desk, on(b), quotes.OrderInput{PONumber: "4711"})
	wantCode(t, err, fault.Conflict)
	if kind := faultOf(t, err).Kind; kind != "po-number-used" {
		t.Errorf("kind %q", kind)
	}
	must[quotes.Order](t)(d.Order(ctx, d.Desk, on(b), quotes.OrderInput{PONumber: "4712"}))
}

func TestCancelledOrdersCanBePlacedAgain(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.accepted(t)
	o := must[quotes.Order](t)(d.Order(ctx, d.Desk, on(v), quotes.OrderInput{PONumber: "7"}))
	_, err := d.CancelOrder(ctx, d.Rep, o.ID, o.Version, "typo")
	wantCode(t, err, fault.Forbidden)
	_, err = d.CancelOrder(ctx, d.Desk, o.ID, 9, "typo")
	wantCode(t, err, fault.PreconditionFailed)
	o = must[quotes.Order](t)(d.CancelOrder(ctx, d.Desk, o.ID, o.Version, "typo"))
	if o.Status != quotes.OrderCancelled || len(o.Lines) != 1 {
		t.Errorf("%s with %d lines", o.Status, len(o.Lines))
	}
	_, err = d.CompleteOrder(ctx, d.Desk, o.ID, 0)
	wantCode(t, err, fault.Conflict)
	again := must[quotes.Order](t)(d.Order(ctx, d.Desk, quotes.Target{Revision: v.ID}, quotes.OrderInput{PONumber: "7"}))
	again = must[quotes.Order](t)(d.CompleteOrder(ctx, d.Desk, again.ID, again.Version))
	if again.Status != quotes.OrderCompleted || !again.Net.OneOff.Equal(o.Net.OneOff) {
		t.Errorf("%s for %s", again.Status, again.Net.OneOff)
	}
}

func TestCloseRemainingEndsAnOrder(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.accepted(t)
	_, err := d.CloseRemaining(ctx, d.Desk, on(v), "customer gave up")
	wantCode(t, err, fault.Conflict)
	must[quotes.Order](t)(d.Order(ctx, d.Desk, on(v), take(v.Lines[0].ID, "4")))
	v = must[quotes.RevisionView](t)(d.CloseRemaining(ctx, d.Desk, quotes.Target{Revision: v.ID}, "customer gave up"))
	if b := v.Balances[0]; b.Remaining.Sign() != 0 || b.Closed.String() != "6" {
		t.Errorf("balance %+v", b)
	}
	_, err = d.Order(ctx, d.Desk, quotes.Target{Revision: v.ID}, quotes.OrderInput{})
	wantCode(t, err, fault.Conflict)
}

func TestCancelAcceptanceOnlyBeforeAnOrder(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.accepted(t)
	_, err := d.CancelAcceptance(ctx, d.Rep, on(v), "signed by mistake")
	wantCode(t, err, fault.Forbidden)
	v = must[quotes.RevisionView](t)(d.CancelAcceptance(ctx, d.Manager, on(v), "signed by mistake"))
	if v.State != quotes.Withdrawn {
		t.Errorf("state %s", v.State)
	}
	_, err = d.Order(ctx, d.Desk, on(v), quotes.OrderInput{})
	wantCode(t, err, fault.NotFound) // the desk no longer sees it
	w := d.accepted(t)
	must[quotes.Order](t)(d.Order(ctx, d.Desk, on(w), quotes.OrderInput{}))
	_, err = d.CancelAcceptance(ctx, d.Manager, quotes.Target{Revision: w.ID}, "too late")
	wantCode(t, err, fault.Conflict)
}

func TestTheERPWritesBack(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.accepted(t)
	o := must[quotes.Order](t)(d.Order(ctx, d.ERP, on(v), quotes.OrderInput{ExternalIDs: map[string]string{"sap": "1"}}))
	status := "in production"
	o = must[quotes.Order](t)(d.UpdateOrder(ctx, d.ERP, o.ID, o.Version, quotes.OrderPatch{ERPStatus: &status}))
	read := must[quotes.Order](t)(d.PlacedOrder(ctx, d.ERP, o.ID))
	if read.ERPStatus != status || read.ExternalIDs["sap"] != "1" || read.Version != 2 {
		t.Errorf("stored %+v", read)
	}
}

// A purchase order comes to the order desk, for an offer that it therefore
// finds; drafts are none of its business.
func TestTheOrderDeskRecordsAcceptances(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	d.draft(t, line("BIKE", "1"))
	v := d.sent(t)
	page := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Desk, quotes.Filter{}))
	if len(page) != 1 || page[0].ID != v.Family {
		t.Fatalf("the order desk finds %d quotes: %v", len(page), page)
	}
	v = must[quotes.RevisionView](t)(d.RecordAcceptance(ctx, d.Desk, on(v), quotes.AcceptanceInput{PONumber: "PO-77"}))
	if v.State != quotes.Accepted {
		t.Errorf("the revision is %s", v.State)
	}
}
