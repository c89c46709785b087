package postgres_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

// offer is what the model knows of a revision. The model restates the life of
// a quote on its own, without the transition table.
type offer struct {
	id, variant identity.ID
	state       quotes.State
	until       civil.Date
	sending     bool
	discounted  bool
	covered     bool // by an approval of the discount, which outlives edits that are no worse
}

// life runs random actions on one family and on the model of it.
type life struct {
	*desk
	half    *quotes.Service // whose printer is broken
	boss    identity.Actor  // who manages the team and approves
	family  identity.ID
	offers  []*offer
	placed  []quotes.Order // that stand
	left    int64          // of 10 bikes
	ordered int
}

var errPrinter = fault.New(fault.Unavailable, "no-printer", "no printer")

func newLife(t *rapid.T, d *desk) *life {
	l := &life{desk: d, half: quotes.New(quotes.Config{Store: d.store, Catalog: d.catalog, Directory: d.People, Now: d.clock.Now,
		Renderer: quotes.RendererFunc(func(context.Context, quotes.Snapshot) ([]byte, error) { return nil, errPrinter })})}
	l.boss = d.Manager
	l.boss.Roles = []identity.Role{identity.Manager, identity.Approver}
	discounted := rapid.Bool().Draw(t, "discounted")
	v, err := d.Create(context.Background(), d.Rep, quotes.NewQuote{Customer: d.customer.ID, Lines: []quotes.NewLine{bikes(discounted)}})
	if err != nil {
		t.Fatal(err)
	}
	l.family = v.Family
	l.offers = []*offer{{id: v.ID, variant: v.Variant, state: quotes.Draft, discounted: discounted}}
	return l
}

func bikes(discount bool) quotes.NewLine {
	if discount {
		return discounted("BIKE", "10", "20")
	}
	return line("BIKE", "10")
}

// now is the model's state of an offer: expired after its last day.
func (l *life) now(o *offer) quotes.State {
	if o.state == quotes.Sent && l.clock.Today().After(o.until) {
		return quotes.Expired
	}
	return o.state
}

func (l *life) won() *offer {
	for _, o := range l.offers {
		if o.state == quotes.Accepted || o.state == quotes.Ordered {
			return o
		}
	}
	return nil
}

func (l *life) openIn(variant identity.ID) bool {
	return slices.ContainsFunc(l.offers, func(o *offer) bool {
		return o.variant == variant && slices.Contains([]quotes.State{quotes.Draft, quotes.PendingApproval, quotes.Approved}, o.state)
	})
}

// try runs an action that the model allows or not. A refusal is a conflict.
func (l *life) try(t *rapid.T, allowed bool, act func(context.Context) error) bool {
	err := act(context.Background())
	if allowed != (err == nil) {
		t.Fatalf("allowed %v, but the answer is %v", allowed, err)
	}
	if !allowed && fault.CodeOf(err) != fault.Conflict {
		t.Fatalf("refused with %v, want a conflict", err)
	}
	return allowed
}

func (l *life) pick(t *rapid.T) *offer {
	return l.offers[rapid.IntRange(0, len(l.offers)-1).Draw(t, "offer")]
}

// step wraps a transition that takes a revision from one of some states to
// another.
func (l *life) step(t *rapid.T, from []quotes.State, guard func(*offer) bool, to func(*offer), act func(context.Context, quotes.Target) error) {
	o := l.pick(t)
	allowed := slices.Contains(from, l.now(o)) && (guard == nil || guard(o))
	if l.try(t, allowed, func(ctx context.Context) error { return act(ctx, quotes.Target{Revision: o.id}) }) {
		to(o)
	}
}

func becomes(s quotes.State) func(*offer) {
	return func(o *offer) {
		if o.state = s; s == quotes.Cancelled {
			o.sending = false
		}
	}
}

func view(_ quotes.RevisionView, err error) error { return err }

// actions are everything that can happen to a family.
func (l *life) actions() map[string]func(*rapid.T) {
	draft, pending, approved := []quotes.State{quotes.Draft}, []quotes.State{quotes.PendingApproval}, []quotes.State{quotes.Approved}
	sent := []quotes.State{quotes.Sent}
	late := []quotes.State{quotes.Sent, quotes.Expired}
	unwon := func(*offer) bool { return l.won() == nil }
	ahead := func(o *offer) bool { return l.won() == nil && !(o.sending && l.clock.Today().After(o.until)) }
	return map[string]func(*rapid.T){
		"edit": l.edit,
		"submit": func(t *rapid.T) {
			l.step(t, draft, nil, l.submitted, func(ctx context.Context, on quotes.Target) error { return view(l.Submit(ctx, l.Rep, on)) })
		},
		"approve": func(t *rapid.T) {
			l.step(t, pending, nil, approvedDiscount, func(ctx context.Context, on quotes.Target) error {
				return view(l.Approve(ctx, l.boss, on, quotes.Decision{}))
			})
		},
		"return": func(t *rapid.T) {
			l.step(t, pending, nil, becomes(quotes.Draft), func(ctx context.Context, on quotes.Target) error {
				return view(l.Return(ctx, l.boss, on, quotes.Decision{Comment: "too cheap"}))
			})
		},
		"recall": func(t *rapid.T) {
			l.step(t, pending, nil, becomes(quotes.Draft), func(ctx context.Context, on quotes.Target) error { return view(l.Recall(ctx, l.Rep, on)) })
		},
		"send": func(t *rapid.T) {
			l.step(t, approved, ahead, l.live, func(ctx context.Context, on quotes.Target) error { return view(l.Send(ctx, l.Rep, on)) })
		},
		"half-send": l.halfSend,
		"abandon": func(t *rapid.T) {
			l.step(t, approved, func(o *offer) bool { return o.sending }, func(o *offer) { o.sending = false },
				func(ctx context.Context, on quotes.Target) error { return view(l.AbandonSend(ctx, l.Rep, on)) })
		},
		"view": func(t *rapid.T) {
			l.step(t, sent, nil, becomes(quotes.Sent), func(ctx context.Context, on quotes.Target) error {
				return view(l.Viewed(ctx, quotestest.BuyerOf(l.Rep.Tenant, on.Revision), on.Revision))
			})
		},
		"accept": func(t *rapid.T) {
			l.step(t, sent, unwon, l.accepted, func(ctx context.Context, on quotes.Target) error {
				return view(l.Accept(ctx, quotestest.BuyerOf(l.Rep.Tenant, on.Revision), on, quotes.AcceptanceInput{}))
			})
		},
		"record": func(t *rapid.T) {
			l.step(t, late, unwon, l.accepted, func(ctx context.Context, on quotes.Target) error {
				return view(l.RecordAcceptance(ctx, l.Manager, on, quotes.AcceptanceInput{FileHash: "ab", Signer: "Sophie Durand", ConfirmLate: true}))
			})
		},
		"reject": func(t *rapid.T) {
			l.step(t, late, nil, becomes(quotes.Rejected), func(ctx context.Context, on quotes.Target) error {
				return view(l.Reject(ctx, l.Rep, on, quotes.Loss{Reason: "price"}))
			})
		},
		"withdraw": func(t *rapid.T) {
			l.step(t, sent, nil, becomes(quotes.Withdrawn), func(ctx context.Context, on quotes.Target) error {
				return view(l.Withdraw(ctx, l.Rep, on, "mistake"))
			})
		},
		"revise":  l.revise,
		"variant": l.variant,
		"discard": func(t *rapid.T) {
			l.step(t, []quotes.State{quotes.Draft, quotes.PendingApproval, quotes.Approved}, nil, becomes(quotes.Cancelled),
				func(ctx context.Context, on quotes.Target) error { return view(l.Discard(ctx, l.Rep, on, "")) })
		},
		"cancel acceptance": func(t *rapid.T) {
			l.step(t, []quotes.State{quotes.Accepted}, func(*offer) bool { return l.ordered == 0 }, becomes(quotes.Withdrawn),
				func(ctx context.Context, on quotes.Target) error {
					return view(l.CancelAcceptance(ctx, l.Manager, on, "mistake"))
				})
		},
		"order":        l.order,
		"cancel order": l.cancelOrder,
		"close remaining": func(t *rapid.T) {
			l.step(t, []quotes.State{quotes.Accepted, quotes.Ordered}, func(*offer) bool { return l.left > 0 && l.ordered > 0 },
				func(*offer) { l.left = 0 }, func(ctx context.Context, on quotes.Target) error {
					return view(l.CloseRemaining(ctx, l.ERP, on, "enough"))
				})
		},
		"days pass": func(t *rapid.T) { l.clock.AdvanceDays(rapid.IntRange(1, 20).Draw(t, "days")) },
		"expire": func(t *rapid.T) {
			if _, err := l.ExpireDue(context.Background(), l.Rep.Tenant, 10); err != nil {
				t.Fatal(err)
			}
		},
		"": l.agrees,
	}
}

func (l *life) edit(t *rapid.T) {
	o := l.pick(t)
	discount := rapid.Bool().Draw(t, "discounted")
	before, err := l.Revision(context.Background(), l.Rep, o.id)
	if err != nil {
		t.Fatal(err)
	}
	// Other terms change the commercial content, so that each edit counts.
	manual := bikes(discount).Manual
	allowed := o.state == quotes.Draft || o.state == quotes.Approved && !o.sending
	terms := identity.NewID().String()
	done := l.try(t, allowed, func(ctx context.Context) error {
		return view(l.Edit(ctx, l.Rep, on(before), quotes.Changes{Header: &quotes.ContentPatch{PaymentTerms: &terms},
			Change: []quotes.LinePatch{{ID: before.Lines[0].ID, Manual: &manual}}}))
	})
	if done {
		o.state, o.discounted = quotes.Draft, discount
	}
}

func (l *life) submitted(o *offer) {
	if o.covered = o.covered && o.discounted; o.discounted && !o.covered {
		o.state = quotes.PendingApproval
		return
	}
	o.state = quotes.Approved
}

func approvedDiscount(o *offer) { o.state, o.covered = quotes.Approved, true }

// live is what a send does: what the variant had out before is superseded.
func (l *life) live(o *offer) {
	for _, old := range l.offers {
		if old.variant == o.variant && slices.Contains([]quotes.State{quotes.Sent, quotes.Expired, quotes.Rejected, quotes.Withdrawn}, old.state) {
			old.state = quotes.Superseded
		}
	}
	if !o.sending {
		o.until = l.clock.Today().AddDays(30)
	}
	o.state, o.sending = quotes.Sent, false
}

// halfSend dies between the two transactions of a send.
func (l *life) halfSend(t *rapid.T) {
	o := l.pick(t)
	allowed := o.state == quotes.Approved && l.won() == nil
	if o.sending && l.clock.Today().After(o.until) {
		return // rendered in vain, and then refused
	}
	_, err := l.half.Send(context.Background(), l.Rep, quotes.Target{Revision: o.id})
	if got := fault.CodeOf(err); allowed != (got == fault.Unavailable) || !allowed && got != fault.Conflict {
		t.Fatalf("allowed %v, answered %v", allowed, err)
	}
	if allowed && !o.sending {
		o.sending, o.until = true, l.clock.Today().AddDays(30)
	}
}

func (l *life) accepted(o *offer) {
	for _, other := range l.offers {
		switch {
		case other == o:
		case l.now(other) == quotes.Sent:
			other.state = quotes.Superseded
		case slices.Contains([]quotes.State{quotes.Draft, quotes.PendingApproval, quotes.Approved}, other.state):
			becomes(quotes.Cancelled)(other)
		}
	}
	o.state, l.left, l.ordered = quotes.Accepted, 10, 0
}

func (l *life) revise(t *rapid.T) {
	o := l.pick(t)
	from := slices.Contains([]quotes.State{quotes.Sent, quotes.Expired, quotes.Rejected, quotes.Withdrawn}, l.now(o))
	var v quotes.RevisionView
	done := l.try(t, from && !l.openIn(o.variant) && l.won() == nil, func(ctx context.Context) (err error) {
		v, err = l.Revise(ctx, l.Rep, quotes.Target{Revision: o.id}, "price")
		return err
	})
	if done {
		l.offers = append(l.offers, &offer{id: v.ID, variant: v.Variant, state: quotes.Draft, discounted: o.discounted})
	}
}

func (l *life) variant(t *rapid.T) {
	o := l.pick(t)
	var v quotes.RevisionView
	if len(l.offers) > 8 {
		return
	}
	done := l.try(t, l.won() == nil, func(ctx context.Context) (err error) {
		v, err = l.AddVariant(ctx, l.Rep, quotes.Target{Revision: o.id}, "")
		return err
	})
	if done {
		l.offers = append(l.offers, &offer{id: v.ID, variant: v.Variant, state: quotes.Draft, discounted: o.discounted})
	}
}

func (l *life) order(t *rapid.T) {
	o := l.pick(t)
	n := rapid.Int64Range(0, 4).Draw(t, "quantity, 0 for all")
	allowed := (o.state == quotes.Accepted || o.state == quotes.Ordered) && l.left > 0 && n <= l.left
	v, err := l.Revision(context.Background(), l.Rep, o.id)
	if err != nil {
		t.Fatal(err)
	}
	in := quotes.OrderInput{}
	if n > 0 {
		in.Lines = []quotes.OrderQuantity{{Line: v.Lines[0].ID, Quantity: money.FromInt(n)}}
	}
	var placed quotes.Order
	done := l.try(t, allowed, func(ctx context.Context) (err error) {
		placed, err = l.Order(ctx, l.ERP, quotes.Target{Revision: o.id}, in)
		return err
	})
	if !done {
		return
	}
	if n == 0 {
		n = l.left
	}
	o.state, l.left, l.ordered = quotes.Ordered, l.left-n, l.ordered+1
	l.placed = append(l.placed, placed)
}

func (l *life) cancelOrder(t *rapid.T) {
	if len(l.placed) == 0 {
		return
	}
	n := rapid.IntRange(0, len(l.placed)-1).Draw(t, "order")
	o, err := l.CancelOrder(context.Background(), l.ERP, l.placed[n].ID, 0, "wrong")
	if err != nil {
		t.Fatal(err)
	}
	quantity, _ := o.Lines[0].Quantity.Int64()
	l.left += quantity
	l.placed = slices.Delete(l.placed, n, n+1)
}

// agrees compares every state with the model's.
func (l *life) agrees(t *rapid.T) {
	c, err := l.store.Load(context.Background(), l.Rep.Tenant, quotes.At{Family: l.family}, quotes.Want{Orders: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Revisions) != len(l.offers) {
		t.Fatalf("%d revisions, the model has %d", len(c.Revisions), len(l.offers))
	}
	for _, o := range l.offers {
		r := c.Revision(o.id)
		if got := r.Effective(l.clock.Now(), c.Zone()); got != l.now(o) || r.SendingSince.IsZero() == o.sending {
			t.Fatalf("revision %s is %s (sending since %s), the model says %s (%v)", r.Label(), got, r.SendingSince.Format(time.TimeOnly), l.now(o), o.sending)
		}
	}
	if l.won() != nil {
		if left, _ := c.Balances[0].Remaining.Int64(); left != l.left {
			t.Fatalf("%d remain, the model says %d", left, l.left)
		}
	}
}

// Whatever happens to a quote in whatever order, it is allowed exactly when the
// model says so, leads where the model says, and leaves no invariant broken.
// The number of histories is rapid's: go test -run RandomHistories -rapid.checks=2000.
func TestRandomHistoriesAgreeWithTheModel(t *testing.T) {
	t.Parallel()
	d := setup(t)
	rapid.Check(t, func(t *rapid.T) {
		l := newLife(t, d)
		t.Repeat(l.actions())
	})
	d.checked(t)
}
