package quotes

import (
	"context"
	"regexp"
	"slices"
	"strconv"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

var referencePattern = regexp.MustCompile(`^(.+)-([A-Z]+)-R([0-9]{1,6})$`)

// Find returns the sent revision that a reference such as "Q-2026-000123-A-R2"
// names, with what it printed.
func (s *Service) Find(ctx context.Context, actor identity.Actor, reference string) (Snapshot, error) {
	missing := fault.New(fault.NotFound, "quote-not-found", "no quote is named %q", reference)
	parts := referencePattern.FindStringSubmatch(reference)
	if parts == nil {
		return Snapshot{}, missing
	}
	found, err := s.Quotes(ctx, actor, Filter{Text: parts[1]})
	if err != nil {
		return Snapshot{}, err
	}
	n := slices.IndexFunc(found, func(q Summary) bool { return q.Number == parts[1] })
	if n < 0 {
		return Snapshot{}, missing
	}
	q, err := s.Quote(ctx, actor, found[n].ID)
	if err != nil {
		return Snapshot{}, err
	}
	number, _ := strconv.Atoi(parts[3])
	for _, r := range q.Revisions {
		if r.Letter == parts[2] && r.Number == number && !r.SentAt.IsZero() {
			return s.Snapshot(ctx, actor, r.ID)
		}
	}
	return Snapshot{}, missing
}

// Purchase takes a customer's order, which has a number of the customer's own: an
// offer that is still open is accepted by it, with the order number as evidence,
// and then the stated quantities are ordered, all in one transaction. The same
// number again returns the order it placed, or a Conflict when the quantities
// differ.
func (s *Service) Purchase(ctx context.Context, actor identity.Actor, revision identity.ID, in OrderInput) (Order, error) {
	if in.PONumber == "" {
		return Order{}, invalid("order-number-missing", "/po_number", "the order has no number")
	}
	var placed Order
	err := s.store.Together(ctx, actor.Tenant, func(ctx context.Context, store Store) error {
		inside := *s
		inside.store = store
		var err error
		placed, err = inside.purchase(ctx, actor, revision, in)
		return err
	})
	return placed, err
}

func (s *Service) purchase(ctx context.Context, actor identity.Actor, revision identity.ID, in OrderInput) (Order, error) {
	view, err := s.Revision(ctx, actor, revision)
	if err != nil {
		return Order{}, err
	}
	if before, err := s.ordered(ctx, actor, view, in); err != nil || before.ID != identity.Nil {
		return before, err
	}
	if _, accepted := find(PlaceOrder, view.Effective); !accepted {
		if _, err := s.RecordAcceptance(ctx, actor, Target{Revision: revision}, AcceptanceInput{PONumber: in.PONumber}); err != nil {
			return Order{}, err
		}
		// A company that orders on acceptance has the order now.
		if before, err := s.ordered(ctx, actor, view, in); err != nil || before.ID != identity.Nil {
			return before, err
		}
	}
	return s.Order(ctx, actor, Target{Revision: revision}, in)
}

// ordered returns the standing order of the quote with the same number, if there
// is one.
func (s *Service) ordered(ctx context.Context, actor identity.Actor, view RevisionView, in OrderInput) (Order, error) {
	found, err := s.Orders(ctx, actor, OrderFilter{Family: view.Quote.ID, PONumber: in.PONumber})
	if err != nil {
		return Order{}, err
	}
	for _, head := range found {
		if head.Status == OrderCancelled {
			continue
		}
		o, err := s.PlacedOrder(ctx, actor, head.ID)
		if err != nil {
			return Order{}, err
		}
		if o.Revision != view.ID || !o.takes(in.Lines) {
			return Order{}, conflict("order-number-taken", "order %s has been placed under the number %s, with other lines", o.Number, in.PONumber).
				With("order", o.ID)
		}
		return o, nil
	}
	return Order{}, nil
}

// takes reports whether the order is of exactly the quantities.
func (o Order) takes(lines []OrderQuantity) bool {
	if len(lines) != len(o.Lines) {
		return len(lines) == 0
	}
	return !slices.ContainsFunc(lines, func(want OrderQuantity) bool {
		return !slices.ContainsFunc(o.Lines, func(l OrderLine) bool { return l.Line == want.Line && l.Quantity.Equal(want.Quantity) })
	})
}
