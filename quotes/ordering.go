package quotes

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// zero is the decimal 0.
var zero money.Decimal

// Order takes the stated quantities, or all that remain, from an accepted
// revision. Two orders never take the same quantity: the second full one is
// refused with a Conflict that names the first.
func (s *Service) Order(ctx context.Context, actor identity.Actor, t Target, in OrderInput) (Order, error) {
	var placed Order
	_, err := s.act(ctx, actor, t, PlaceOrder, func(a *attempt) error {
		if err := a.order(in); err != nil {
			return err
		}
		placed = *a.c.writes.NewOrders[0]
		return nil
	})
	return placed, err
}

// order places one order and moves the revision to ordered.
func (a *attempt) order(in OrderInput) error {
	o, err := a.newOrder(in)
	if err != nil {
		return err
	}
	number, err := a.c.Take("order", civil.In(a.now, a.c.Zone()).Year)
	if err != nil {
		return err
	}
	o.Number = seriesNumber("O", civil.In(a.now, a.c.Zone()).Year, number)
	facts := a.c.factsOf(a.r, o)
	facts.First = len(a.c.Orders) == 0
	facts.Matches = facts.First && !slices.ContainsFunc(a.c.Balances, func(b Balance) bool { return b.Remaining.Sign() > 0 })
	a.c.Orders = append(a.c.Orders, o)
	a.c.writes.NewOrders = append(a.c.writes.NewOrders, o)
	if err := a.move(a.r, Ordered, Event{Type: EventOrdered, Order: &facts}, nil, nil); err != nil {
		return err
	}
	if a.c.Customer.FirstOrderAt.IsZero() {
		a.c.Customer.FirstOrderAt, a.c.Customer.Prospect = a.now, false
		a.c.Customer.Version++
		a.c.writes.Customer = &a.c.Customer
	}
	return nil
}

// newOrder takes the quantities from the balances.
func (a *attempt) newOrder(in OrderInput) (*Order, error) {
	want, err := a.c.quantities(in.Lines)
	if err != nil {
		return nil, err
	}
	o := &Order{
		ID: identity.NewID(), Tenant: a.r.Tenant, Family: a.r.Family, Revision: a.r.ID, Customer: a.c.Family.Customer,
		Status: OrderOpen, PONumber: in.PONumber, Currency: a.r.Currency, ExternalIDs: maps.Clone(in.ExternalIDs),
		PlacedBy: a.actor.ID, PlacedAt: a.now, UpdatedAt: a.now, Version: 1,
	}
	for n := range a.c.Balances {
		b := &a.c.Balances[n]
		quantity := want[b.Line]
		if quantity.Sign() == 0 {
			continue
		}
		l, ok := a.r.line(b.Line)
		if !ok {
			return nil, fmt.Errorf("accepted line %s of revision %s is gone", b.Line, a.r.ID)
		}
		net := b.take(quantity, a.r.Currency.Minor())
		o.Lines = append(o.Lines, l.ordered(quantity, net))
		*o.Net.period(l.Resolved.Period) = o.Net.period(l.Resolved.Period).Add(net)
	}
	a.c.writes.Balances = a.c.Balances
	if !slices.ContainsFunc(a.c.Orders, func(o *Order) bool { return o.Status != OrderCancelled }) {
		o.Charges = chargesOf(a.r, a.r.accepted())
		for _, charge := range o.Charges {
			*o.Net.period(charge.Period) = o.Net.period(charge.Period).Add(charge.Net)
		}
	}
	return o, nil
}

// accepted returns the lines that were accepted.
func (r *Revision) accepted() []Line {
	return slices.DeleteFunc(slices.Clone(r.Lines), func(l Line) bool { return !slices.Contains(r.Acceptance.Chosen, l.ID) })
}

// take removes a quantity from the balance and returns its share of the net:
// the shares of all orders sum to the accepted net exactly.
func (b *Balance) take(quantity money.Decimal, places int) money.Decimal {
	net := b.RemainingNet
	if !quantity.Equal(b.Remaining) {
		net, _ = b.RemainingNet.Mul(quantity).QuoRound(b.Remaining, places, money.HalfAway)
	}
	b.Remaining, b.RemainingNet = b.Remaining.Sub(quantity), b.RemainingNet.Sub(net)
	return net
}

// quantities checks what is asked for against what remains; nothing asked for
// is all that remains.
func (c *Case) quantities(asked []OrderQuantity) (map[identity.ID]money.Decimal, error) {
	want := map[identity.ID]money.Decimal{}
	if len(asked) == 0 {
		for _, b := range c.Balances {
			want[b.Line] = b.Remaining
		}
		return want, nil
	}
	var issues []fault.Issue
	short := false
	for n, q := range asked {
		at := fmt.Sprintf("/lines/%d", n)
		i := slices.IndexFunc(c.Balances, func(b Balance) bool { return b.Line == q.Line })
		_, twice := want[q.Line]
		switch {
		case i < 0:
			issues = append(issues, fault.Issue{Kind: "line-not-accepted", Pointer: at + "/line_id", Message: "the acceptance holds no such line"})
		case twice:
			issues = append(issues, fault.Issue{Kind: "line-twice", Pointer: at + "/line_id", Message: "the line is named twice"})
		case q.Quantity.Sign() <= 0:
			issues = append(issues, fault.Issue{Kind: "invalid-quantity", Pointer: at + "/quantity", Message: "a quantity must be above 0"})
		case q.Quantity.Cmp(c.Balances[i].Remaining) > 0:
			short = true
			issues = append(issues, fault.Issue{Kind: "exceeds-remaining", Pointer: at + "/quantity",
				Message: fmt.Sprintf("%s are asked for, %s remain", q.Quantity, c.Balances[i].Remaining)})
		}
		want[q.Line] = q.Quantity
	}
	if len(issues) == 0 {
		return want, nil
	}
	if short {
		e := c.orderedBy(conflict("exceeds-remaining", "more is asked for than remains to be ordered"))
		e.Issues = issues
		return nil, e
	}
	return nil, fault.FromIssues("invalid-order", "the order cannot be placed", issues)
}

// somethingRemains is the guard of an order: a Conflict naming the first order
// when everything has been ordered.
func (c *Case) somethingRemains() error {
	if slices.ContainsFunc(c.Balances, func(b Balance) bool { return b.Remaining.Sign() > 0 }) {
		return nil
	}
	if first := c.firstOrder(); first != nil {
		return c.orderedBy(conflict("already-ordered", "everything has been ordered; the first order is %s", first.Number))
	}
	return conflict("nothing-remains", "nothing remains to be ordered")
}

// firstOrder is the earliest order that still stands, else the earliest.
func (c *Case) firstOrder() *Order {
	for _, o := range c.Orders {
		if o.Status != OrderCancelled {
			return o
		}
	}
	if len(c.Orders) > 0 {
		return c.Orders[0]
	}
	return nil
}

// orderedBy adds the first order to a fault.
func (c *Case) orderedBy(e *fault.Error) *fault.Error {
	if first := c.firstOrder(); first != nil {
		return e.With("order", first.ID).With("order_number", first.Number)
	}
	return e
}

// line returns the line with the id.
func (r *Revision) line(id identity.ID) (Line, bool) {
	for _, l := range r.Lines {
		if l.ID == id {
			return l, true
		}
	}
	return Line{}, false
}

// ordered is the line as an order freezes it.
func (l Line) ordered(quantity, net money.Decimal) OrderLine {
	out := OrderLine{
		Line: l.ID, Position: l.Position, SKU: l.Resolved.SKU, Model: l.Model, Name: l.Resolved.Name,
		Quantity: quantity, Unit: l.Resolved.Unit, Period: l.Resolved.Period, UnitNet: l.Price.UnitNet, Net: net,
		TaxCategory: l.Price.TaxCategory, TaxRate: l.Price.TaxRate, Site: l.Site, ServiceTerm: l.ServiceTerm,
		Options: l.Resolved.Options, BOM: l.Resolved.BOM, Routing: l.Resolved.Routing,
	}
	if l.Special != "" {
		out.Name = map[string]string{"en": l.Special, "fr": l.Special}
	}
	return out
}

func (p *PeriodNet) period(of Period) *money.Decimal {
	switch of {
	case Monthly:
		return &p.Month
	case Yearly:
		return &p.Year
	}
	return &p.OneOff
}

// CancelOrder cancels an open order; its quantities can be ordered again.
func (s *Service) CancelOrder(ctx context.Context, actor identity.Actor, id identity.ID, version int64, reason string) (Order, error) {
	if reason == "" {
		return Order{}, invalid("reason-missing", "/reason", "a cancellation needs a reason")
	}
	return s.changeOrder(ctx, actor, id, version, func(a *attempt, o *Order) (Event, error) {
		if o.Status != OrderOpen {
			return Event{}, conflict("order-closed", "order %s is %s", o.Number, o.Status).With("status", o.Status)
		}
		facts := a.c.factsOf(a.r, o)
		for _, l := range o.Lines {
			n := slices.IndexFunc(a.c.Balances, func(b Balance) bool { return b.Line == l.Line })
			b := &a.c.Balances[n]
			b.Remaining, b.RemainingNet = b.Remaining.Add(l.Quantity), b.RemainingNet.Add(l.Net)
		}
		a.c.writes.Balances = a.c.Balances
		o.Status, o.Reason = OrderCancelled, reason
		return Event{Type: EventOrderCancelled, Order: &facts}, nil
	})
}

// CompleteOrder notes that the ERP has delivered everything.
func (s *Service) CompleteOrder(ctx context.Context, actor identity.Actor, id identity.ID, version int64) (Order, error) {
	return s.changeOrder(ctx, actor, id, version, func(a *attempt, o *Order) (Event, error) {
		if o.Status != OrderOpen {
			return Event{}, conflict("order-closed", "order %s is %s", o.Number, o.Status).With("status", o.Status)
		}
		o.Status = OrderCompleted
		facts := a.c.factsOf(a.r, o)
		return Event{Type: EventOrderCompleted, Order: &facts}, nil
	})
}

// OrderPatch is what the ERP writes back.
type OrderPatch struct {
	ERPStatus   *string            `json:"erp_status,omitempty"`
	ExternalIDs *map[string]string `json:"external_ids,omitempty"`
}

// UpdateOrder writes back the ERP's ids and status.
func (s *Service) UpdateOrder(ctx context.Context, actor identity.Actor, id identity.ID, version int64, p OrderPatch) (Order, error) {
	return s.changeOrder(ctx, actor, id, version, func(a *attempt, o *Order) (Event, error) {
		set(&o.ERPStatus, p.ERPStatus)
		set(&o.ExternalIDs, p.ExternalIDs)
		facts := a.c.factsOf(a.r, o)
		return Event{Type: EventOrderUpdated, Order: &facts}, nil
	})
}

// changeOrder runs one change of an order under its family's lock.
func (s *Service) changeOrder(ctx context.Context, actor identity.Actor, id identity.ID, version int64, change func(*attempt, *Order) (Event, error)) (Order, error) {
	if err := require(actor, identity.PlaceOrders); err != nil {
		return Order{}, err
	}
	var out Order
	err := s.store.Update(ctx, actor.Tenant, At{Order: id}, Want{Lines: true, Orders: true}, func(c *Case) error {
		if err := s.see(c, actor); err != nil {
			return err
		}
		n := slices.IndexFunc(c.Orders, func(o *Order) bool { return o.ID == id })
		o := c.Orders[n]
		if err := checkVersion(version, o.Version, "order"); err != nil {
			return err
		}
		a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
		e, err := change(a, o)
		if err != nil {
			return err
		}
		o.Version, o.UpdatedAt = o.Version+1, a.now
		c.writes.Orders = append(c.writes.Orders, o)
		e.From, e.To = a.r.State, a.r.State
		if err := c.record(a.stamp, e, a.r, nil, nil); err != nil {
			return err
		}
		out = *o
		return nil
	})
	return out, err
}

// CloseRemaining gives up, with a reason, what has been accepted and not
// ordered.
func (s *Service) CloseRemaining(ctx context.Context, actor identity.Actor, t Target, reason string) (RevisionView, error) {
	prepare := func(a *attempt) error { a.reason = reason; return nil }
	return s.acting(ctx, actor, t, CloseRemaining, prepare, func(a *attempt) error {
		for n := range a.c.Balances {
			b := &a.c.Balances[n]
			b.Closed, b.Remaining, b.RemainingNet = b.Closed.Add(b.Remaining), zero, zero
		}
		a.c.writes.Balances = a.c.Balances
		return a.move(a.r, Ordered, Event{Type: EventRemainingClosed}, []Change{{Field: "reason", After: reason}}, nil)
	})
}

// PlacedOrder returns an order with its lines, to whoever sees its quote.
func (s *Service) PlacedOrder(ctx context.Context, actor identity.Actor, id identity.ID) (Order, error) {
	if err := require(actor, identity.ReadOrders); err != nil {
		return Order{}, err
	}
	if _, err := s.load(ctx, actor, At{Order: id}, Want{}); err != nil {
		return Order{}, err
	}
	return s.store.Order(ctx, actor.Tenant, id)
}

// Orders returns a page of the orders the actor may see, newest first.
func (s *Service) Orders(ctx context.Context, actor identity.Actor, f OrderFilter) ([]Order, error) {
	if err := require(actor, identity.ReadOrders); err != nil {
		return nil, err
	}
	f.Scope, f.Limit = ScopeOf(actor), pageSize(f.Limit)
	return s.store.Orders(ctx, actor.Tenant, f)
}
