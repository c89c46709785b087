package demo

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// story is the life of one request: who asks whom, and how it goes on.
type story struct {
	rng      *rand.Rand
	number   int
	division division
	client   client
	rep      person
	revision identity.ID
	// round counts offers sent; discount is the percentage of the last one.
	round    int
	discount int
}

// begin is the request: the rep opens a quote.
func (s *story) begin(w *world) error {
	sources := []string{"website", "phone", "fair", "referral", "existing_customer"}
	in := quotes.NewQuote{
		Customer: s.client.ID, Contact: s.client.contact, Title: s.title(),
		Opportunity: quotes.Opportunity{
			Source: sources[weighted(s.rng, 3, 2, 1, 1, 1+3*s.client.loyal)], RequestedAt: w.clock.Now().Add(-hours(s.rng, 0.5, 30)),
		},
		Lines: s.lines(w),
	}
	if chance(s.rng, 0.15) {
		in.Campaign = pick(s.rng, []string{"printemps", "salon", "newsletter"})
	}
	view, err := w.quotes.Create(w.ctx, s.rep.Actor, in)
	if err != nil {
		return s.failed("create", err)
	}
	s.revision = view.ID
	w.tally.Quotes++
	switch weighted(s.rng, 0.90, 0.06, 0.04) {
	case 0:
		w.later(hours(s.rng, 0.5, 50), s.offer)
	case 1:
		w.later(days(s.rng, 6, 0.5), s.discard)
	default: // stays a draft
	}
	return nil
}

func (s *story) title() string {
	if s.division == bikes {
		return pick(s.rng, []string{"Flotte de vélos", "Vélos cargo", "Bike fleet", "Vélos de service", "Cargo bikes"})
	}
	return pick(s.rng, []string{"Convoyeur ligne 1", "Belt conveyor", "Convoyeur d'expédition", "Extension de ligne", "Sorting line"})
}

// lines are what is asked for: one or more configured products, and often
// something plain with them.
func (s *story) lines(w *world) []quotes.NewLine {
	var out []quotes.NewLine
	recipes, extras := w.recipes[s.division], w.extras[s.division]
	for range 1 + weighted(s.rng, 0.6, 0.28, 0.12) {
		r := pick(s.rng, recipes)
		out = append(out, quotes.NewLine{Model: r.model, Picks: r.picks, Quantity: money.FromInt(s.quantity())})
	}
	for range weighted(s.rng, 0.5, 0.3, 0.2) {
		if len(extras) == 0 {
			break
		}
		out = append(out, quotes.NewLine{Item: pick(s.rng, extras), Quantity: money.FromInt(s.quantity()), Optional: chance(s.rng, 0.2)})
	}
	return out
}

func (s *story) quantity() int64 {
	if s.division == conveyors {
		return 1 + int64(weighted(s.rng, 0.7, 0.2, 0.1))
	}
	usual := []int64{1, 2, 3, 5, 10, 20, 50}
	n := weighted(s.rng, 3, 3, 2.5, 2, s.client.trade.size, 0.5*s.client.trade.size, 0.1*s.client.trade.size)
	return usual[n]
}

// discard ends a quote that nobody wanted any more.
func (s *story) discard(w *world) error {
	_, err := w.quotes.Discard(w.ctx, s.rep.Actor, quotes.Target{Revision: s.revision}, "the request was withdrawn")
	return s.failed("discard", err)
}

// offer is the rep's last touch and the submission.
func (s *story) offer(w *world) error {
	if s.round == 0 && chance(s.rng, 0.35+s.rep.eager) {
		s.discount = 2 + s.rng.IntN(12)
		if chance(s.rng, 0.12) {
			s.discount += 10
		}
		if err := s.setDiscount(w); err != nil {
			return err
		}
	}
	return s.submit(w)
}

// submit asks for approval, with today's prices when those of the draft have
// ended meanwhile.
func (s *story) submit(w *world) error {
	view, err := w.quotes.Submit(w.ctx, s.rep.Actor, quotes.Target{Revision: s.revision})
	if fault.CodeOf(err) == fault.Invalid {
		if err := s.reprice(w); err != nil {
			return err
		}
		view, err = w.quotes.Submit(w.ctx, s.rep.Actor, quotes.Target{Revision: s.revision})
	}
	if err != nil {
		return s.failed("submit", err)
	}
	s.afterSubmit(w, view)
	return nil
}

// reprice takes the newest prices.
func (s *story) reprice(w *world) error {
	view, err := w.quotes.Revision(w.ctx, s.rep.Actor, s.revision)
	if err != nil {
		return s.failed("read", err)
	}
	_, err = w.quotes.Edit(w.ctx, s.rep.Actor, target(view), quotes.Changes{Reprice: true})
	return s.failed("reprice", err)
}

func (s *story) setDiscount(w *world) error {
	view, err := w.quotes.Revision(w.ctx, s.rep.Actor, s.revision)
	if err != nil {
		return s.failed("read", err)
	}
	off := quotes.Adjustment{Kind: quotes.Percent, Value: money.FromInt(int64(s.discount))}
	_, err = w.quotes.Edit(w.ctx, s.rep.Actor, target(view), quotes.Changes{Header: &quotes.ContentPatch{Discount: &off}})
	return s.failed("edit", err)
}

func (s *story) afterSubmit(w *world, view quotes.RevisionView) {
	if view.State == quotes.PendingApproval {
		w.later(hours(s.rng, 1, 40), s.approve)
		return
	}
	w.later(hours(s.rng, 0.2, 6), s.send)
}

// approve is the next approver's decision.
func (s *story) approve(w *world) error {
	view, err := w.quotes.Revision(w.ctx, s.rep.Actor, s.revision)
	if err != nil {
		return s.failed("read", err)
	}
	n := slices.IndexFunc(view.Approvals, func(step quotes.ApprovalStep) bool { return step.State == quotes.StepOpen })
	if n < 0 {
		return nil
	}
	step := view.Approvals[n]
	for _, other := range view.Approvals {
		if other.State == quotes.StepOpen && other.Stage < step.Stage {
			step = other
		}
	}
	who := pick(s.rng, w.having(step.Role))
	if s.discount > 8 && chance(s.rng, 0.14) {
		return s.returned(w, who, step)
	}
	view, err = w.quotes.Approve(w.ctx, who.Actor, quotes.Target{Revision: s.revision}, quotes.Decision{Step: step.ID})
	if err != nil {
		return s.failed("approve", err)
	}
	s.afterSubmit(w, view)
	return nil
}

// returned is an approver's no: the rep lowers the discount and asks again.
func (s *story) returned(w *world, who person, step quotes.ApprovalStep) error {
	reason := quotes.Decision{Step: step.ID, Comment: "Remise trop élevée / Too much discount"}
	if _, err := w.quotes.Return(w.ctx, who.Actor, quotes.Target{Revision: s.revision}, reason); err != nil {
		return s.failed("return", err)
	}
	s.discount = 8
	w.later(hours(s.rng, 1, 24), func(w *world) error {
		if err := s.setDiscount(w); err != nil {
			return err
		}
		return s.submit(w)
	})
	return nil
}

// send makes the offer; the buyer looks at it and, some time, decides.
func (s *story) send(w *world) error {
	_, err := w.quotes.Send(w.ctx, s.rep.Actor, quotes.Target{Revision: s.revision})
	if fault.CodeOf(err) == fault.Invalid { // prices have ended since the approval
		if err := s.reprice(w); err != nil {
			return err
		}
		return s.submit(w)
	}
	if err != nil {
		return s.failed("send", err)
	}
	s.round++
	if s.round == 1 {
		w.tally.Sent++
	}
	if chance(s.rng, 0.75) {
		w.later(hours(s.rng, 0.5, 70), s.view)
	}
	s.decide(w)
	return nil
}

func (s *story) view(w *world) error {
	_, err := w.quotes.Viewed(w.ctx, w.buyer(s.revision), s.revision)
	if fault.CodeOf(err) == fault.Conflict { // decided before it was looked at
		return nil
	}
	return s.failed("view", err)
}

// decide draws how the offer ends, and when.
func (s *story) decide(w *world) {
	win := 0.33 + s.rep.skill + 0.10*s.client.loyal + 0.004*float64(s.discount)
	again := 0.22
	if s.round > 1 {
		win, again = win+0.12, 0.06
	}
	wait := days(s.rng, 9, 0.7)
	if s.division == conveyors {
		wait = days(s.rng, 16, 0.5)
	}
	wait = min(wait, 27*24*time.Hour)
	switch weighted(s.rng, win, 0.26, again, 0.02, max(0.05, 0.72-win-again)) {
	case 0:
		w.later(wait, s.accept)
	case 1:
		w.later(wait, s.reject)
	case 2:
		w.later(wait/2, s.revise)
	case 3:
		w.later(wait, s.withdraw)
	default: // no answer: the offer expires
	}
}

// failed says whose step went wrong; nil stays nil.
func (s *story) failed(step string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("request %d, %s: %w", s.number, step, err)
}
