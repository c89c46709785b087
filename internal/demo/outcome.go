package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// accept is the buyer's yes, by the link or by a purchase order.
func (s *story) accept(w *world) error {
	in := quotes.AcceptanceInput{Signer: s.client.Contacts[0].Name, PONumber: fmt.Sprintf("PO-%05d", s.number), PurchaseReason: s.why()}
	var view quotes.RevisionView
	var err error
	if chance(s.rng, 0.4) {
		in.Consent = "Bon pour accord"
		view, err = w.quotes.Accept(w.ctx, w.buyer(s.view.ID), s.target(), in)
	} else {
		view, err = w.quotes.RecordAcceptance(w.ctx, s.rep.Actor, s.target(), in)
	}
	if err := s.saw("accept", view, err); err != nil {
		return err
	}
	w.tally.Accepted++
	if chance(s.rng, 0.03) {
		w.later(s, hours(s.rng, 2, 90), s.changeOfMind)
		return nil
	}
	w.laterNumbered(s, orderNumber, hours(s.rng, 2, 90), s.order)
	return nil
}

func (s *story) why() string {
	return []string{"unknown", "price", "product", "service", "relationship"}[weighted(s.rng, 2, 3, 3, 1.5, 1)]
}

// order is the order desk's: mostly all at once, sometimes in parts.
func (s *story) order(w *world) error {
	desk := pick(s.rng, w.having(identity.OrderDesk))
	in := quotes.OrderInput{PONumber: fmt.Sprintf("PO-%05d", s.number)}
	partial := false
	if chance(s.rng, 0.2) {
		in.Lines, partial = half(s.view.Balances)
	}
	o, err := w.quotes.Order(w.ctx, desk.Actor, quotes.Target{Revision: s.view.ID}, in)
	if err != nil {
		return s.failed("order", err)
	}
	w.tally.Orders++
	w.later(s, days(s.rng, 30, 0.4), func(w *world) error { return s.deliver(w, desk, o.ID) })
	if partial {
		s.rest(w, desk)
	}
	return nil
}

// half returns half of every quantity that is more than one, and whether
// anything is left.
func half(balances []quotes.Balance) (lines []quotes.OrderQuantity, left bool) {
	for _, b := range balances {
		n, whole := b.Remaining.Int64()
		if !whole || n < 1 {
			continue
		}
		part := (n + 1) / 2
		left = left || part < n
		lines = append(lines, quotes.OrderQuantity{Line: b.Line, Quantity: money.FromInt(part)})
	}
	return lines, left
}

// rest draws what becomes of the other half: ordered, given up, or open still.
func (s *story) rest(w *world, desk person) {
	wait := days(s.rng, 35, 0.3)
	switch weighted(s.rng, 0.6, 0.25, 0.15) {
	case 0:
		w.laterNumbered(s, orderNumber, wait, func(w *world) error {
			_, err := w.quotes.Order(w.ctx, desk.Actor, quotes.Target{Revision: s.view.ID}, quotes.OrderInput{PONumber: fmt.Sprintf("PO-%05d-2", s.number)})
			if err == nil {
				w.tally.Orders++
			}
			return s.failed("order the rest", err)
		})
	case 1:
		w.later(s, wait, func(w *world) error {
			_, err := w.quotes.CloseRemaining(w.ctx, desk.Actor, quotes.Target{Revision: s.view.ID}, "the customer gave up the rest")
			return s.failed("close the rest", err)
		})
	}
}

// deliver is the word of the ERP that all has been delivered, or that the
// order was cancelled.
func (s *story) deliver(w *world, desk person, order identity.ID) error {
	if chance(s.rng, 0.02) {
		_, err := w.quotes.CancelOrder(w.ctx, desk.Actor, order, 0, "customer insolvent")
		return s.failed("cancel the order", err)
	}
	_, err := w.quotes.CompleteOrder(w.ctx, desk.Actor, order, 0)
	return s.failed("complete the order", err)
}

// changeOfMind is an acceptance that the manager takes back before an order.
func (s *story) changeOfMind(w *world) error {
	manager := w.having(identity.Manager)[0]
	view, err := w.quotes.CancelAcceptance(w.ctx, manager.Actor, s.target(), "the customer cancelled")
	return s.saw("cancel the acceptance", view, err)
}

// reject is the buyer's no.
func (s *story) reject(w *world) error {
	loss := quotes.Loss{Reason: []string{"price", "delivery", "features", "competitor", "no_decision", "budget", "other"}[weighted(s.rng, 5, 2, 1.5, 2.5, 2, 1.5, 0.5)]}
	if loss.Reason == "price" || loss.Reason == "competitor" {
		loss.Competitor = pick(s.rng, []string{"Véloforge", "Nordrad", "CargoWheel"})
		if s.division == conveyors {
			loss.Competitor = pick(s.rng, []string{"Transmeca", "Beltwerk"})
		}
	}
	view, err := w.quotes.Reject(w.ctx, s.rep.Actor, s.target(), loss)
	if err == nil {
		w.tally.Rejected++
	}
	return s.saw("reject", view, err)
}

// revise is another round: more discount, or a changed wish.
func (s *story) revise(w *world) error {
	reason := "customer_change"
	if chance(s.rng, 0.55) {
		reason = "price"
		s.discount += 2 + s.rng.IntN(6)
	}
	view, err := w.quotes.Revise(w.ctx, s.rep.Actor, s.target(), reason)
	if err := s.saw("revise", view, err); err != nil {
		return err
	}
	changes := quotes.Changes{Header: &quotes.ContentPatch{Discount: s.off()}, Reprice: true}
	if reason == "customer_change" && len(view.Lines) > 0 {
		quantity := money.FromInt(s.quantity())
		changes.Change = []quotes.LinePatch{{ID: view.Lines[0].ID, Quantity: &quantity}}
	}
	if err := s.edit(w, changes); err != nil {
		return err
	}
	w.later(s, hours(s.rng, 1, 30), s.submit)
	return nil
}

func (s *story) withdraw(w *world) error {
	view, err := w.quotes.Withdraw(w.ctx, s.rep.Actor, s.target(), "product no longer available")
	return s.saw("withdraw", view, err)
}

// expire records the offers whose last day is past, as the service's clock
// does.
func expire(w *world) error {
	n, err := w.quotes.ExpireDue(w.ctx, w.tenant, 1000)
	w.tally.Expired += n
	return err
}

// Aged marks snapshots of offers that are older than sixty days: they share a
// page that says so, because rendering each would take minutes.
func Aged(r quotes.Renderer, last civil.Date) quotes.Renderer {
	return quotes.RendererFunc(func(ctx context.Context, s quotes.Snapshot) ([]byte, error) {
		s.Placeholder = last.Sub(s.Issued) > 60
		return r.Render(ctx, s)
	})
}

// endOfDay is the first moment of the next day.
func endOfDay(day time.Time) time.Time { return at(day, 0, 0).AddDate(0, 0, 1) }
