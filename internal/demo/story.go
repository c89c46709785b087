package demo

import (
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
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
	// view is the revision as the last step left it.
	view quotes.RevisionView
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
	s.discount = s.firstDiscount()
	early := s.discount > 0 && chance(s.rng, 0.75)
	if early {
		in.Header.Discount = s.off()
	}
	view, err := w.quotes.Create(w.ctx, s.rep.Actor, in)
	if err != nil {
		return s.failed("create", err)
	}
	s.view = view
	w.tally.Quotes++
	switch weighted(s.rng, 0.63, 0.30, 0.07) {
	case 0:
		next := s.submit
		if s.discount > 0 && !early {
			next = s.discounted
		}
		w.later(s, hours(s.rng, 0.5, 50), next)
	case 1:
		w.later(s, days(s.rng, 6, 0.5), s.discard)
	default: // stays a draft
	}
	return nil
}

// titles are what requests are called, by division and the customer's language.
var titles = map[division]map[string][]string{
	bikes: {
		"fr": {"Flotte de vélos", "Vélos cargo", "Vélos de fonction", "Vélos de service", "Vélos de location"},
		"en": {"Bike fleet", "Cargo bikes", "Company bikes", "Service bikes", "Rental bikes"},
	},
	conveyors: {
		"fr": {"Convoyeur ligne 1", "Convoyeur à bande", "Convoyeur d'expédition", "Extension de ligne", "Ligne de tri"},
		"en": {"Conveyor line 1", "Belt conveyor", "Dispatch conveyor", "Line extension", "Sorting line"},
	},
}

func (s *story) title() string {
	return pick(s.rng, titles[s.division][s.client.Language])
}

// lines are what is asked for: one or more configured products, and often
// something plain with them.
func (s *story) lines(w *world) []quotes.NewLine {
	var out []quotes.NewLine
	recipes, extras := w.recipes[s.division], w.extras[s.division]
	for range 1 + weighted(s.rng, 0.72, 0.2, 0.08) {
		r := pick(s.rng, recipes)
		out = append(out, quotes.NewLine{Model: r.model, Picks: r.picks, Quantity: money.FromInt(s.quantity())})
	}
	for range weighted(s.rng, 0.6, 0.28, 0.12) {
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
	_, err := w.quotes.Discard(w.ctx, s.rep.Actor, s.target(), "the request was withdrawn")
	return s.failed("discard", err)
}

// firstDiscount is what the rep gives unasked, in percent.
func (s *story) firstDiscount() int {
	if !chance(s.rng, 0.35+s.rep.eager) {
		return 0
	}
	discount := 2 + s.rng.IntN(12)
	if chance(s.rng, 0.12) {
		discount += 10
	}
	return discount
}

// discounted is a discount given on second thoughts, and the submission.
func (s *story) discounted(w *world) error {
	if err := s.setDiscount(w); err != nil {
		return err
	}
	return s.submit(w)
}

// submit asks for approval, with today's prices when those of the draft have
// ended meanwhile.
func (s *story) submit(w *world) error {
	view, err := w.quotes.Submit(w.ctx, s.rep.Actor, s.target())
	if fault.CodeOf(err) == fault.Invalid {
		if err := s.reprice(w); err != nil {
			return err
		}
		view, err = w.quotes.Submit(w.ctx, s.rep.Actor, s.target())
	}
	if err := s.saw("submit", view, err); err != nil {
		return err
	}
	s.afterSubmit(w)
	return nil
}

// reprice takes the newest prices.
func (s *story) reprice(w *world) error {
	return s.edit(w, quotes.Changes{Reprice: true})
}

func (s *story) setDiscount(w *world) error {
	return s.edit(w, quotes.Changes{Header: &quotes.ContentPatch{Discount: s.off()}})
}

// off is the discount of the whole quote.
func (s *story) off() *quotes.Adjustment {
	return &quotes.Adjustment{Kind: quotes.Percent, Value: money.FromInt(int64(s.discount))}
}

func (s *story) edit(w *world, changes quotes.Changes) error {
	view, err := w.quotes.Edit(w.ctx, s.rep.Actor, s.target(), changes)
	return s.saw("edit", view, err)
}

// target names the revision as the last step left it.
func (s *story) target() quotes.Target {
	return quotes.Target{Revision: s.view.ID, Version: s.view.Revision.Version}
}

// saw keeps what a step left, or says whose step went wrong.
func (s *story) saw(step string, view quotes.RevisionView, err error) error {
	if err != nil {
		return s.failed(step, err)
	}
	s.view = view
	return nil
}

func (s *story) afterSubmit(w *world) {
	if s.view.State == quotes.PendingApproval {
		w.later(s, hours(s.rng, 1, 40), s.approve)
		return
	}
	w.laterNumbered(s, quoteNumber, hours(s.rng, 0.2, 6), s.send)
}

// approve is the next approver's decision.
func (s *story) approve(w *world) error {
	step, ok := s.openStep()
	if !ok {
		return nil
	}
	who := pick(s.rng, w.having(step.Role))
	if s.discount > 8 && chance(s.rng, 0.14) {
		return s.returned(w, who, step)
	}
	view, err := w.quotes.Approve(w.ctx, who.Actor, s.target(), quotes.Decision{Step: step.ID})
	if err := s.saw("approve", view, err); err != nil {
		return err
	}
	s.afterSubmit(w)
	return nil
}

// openStep returns the approval asked for first.
func (s *story) openStep() (first quotes.ApprovalStep, ok bool) {
	for _, step := range s.view.Approvals {
		if step.State == quotes.StepOpen && (!ok || step.Stage < first.Stage) {
			first, ok = step, true
		}
	}
	return first, ok
}

// returned is an approver's no: the rep lowers the discount and asks again.
func (s *story) returned(w *world, who person, step quotes.ApprovalStep) error {
	reason := quotes.Decision{Step: step.ID, Comment: "Remise trop élevée / Too much discount"}
	view, err := w.quotes.Return(w.ctx, who.Actor, s.target(), reason)
	if err := s.saw("return", view, err); err != nil {
		return err
	}
	s.discount = 8
	w.later(s, hours(s.rng, 1, 24), s.discounted)
	return nil
}

// send makes the offer; the buyer looks at it and, some time, decides.
func (s *story) send(w *world) error {
	view, err := w.quotes.Send(w.ctx, s.rep.Actor, s.target())
	if fault.CodeOf(err) == fault.Invalid { // prices have ended since the approval
		if err := s.reprice(w); err != nil {
			return err
		}
		return s.submit(w)
	}
	if err := s.saw("send", view, err); err != nil {
		return err
	}
	if s.round++; s.round == 1 {
		w.tally.Sent++
	}
	if chance(s.rng, 0.28) {
		w.later(s, hours(s.rng, 0.5, 70), s.look)
	}
	s.decide(w)
	return nil
}

// look is the buyer opening the offer.
func (s *story) look(w *world) error {
	if s.view.State != quotes.Sent {
		return nil // decided before it was looked at
	}
	view, err := w.quotes.Viewed(w.ctx, w.buyer(s.view.ID), s.view.ID)
	if fault.CodeOf(err) == fault.Conflict { // expired over a weekend
		return nil
	}
	if err == nil {
		s.view.Revision.Version = view.Revision.Version
	}
	return s.failed("view", err)
}

// decide draws how the offer ends, and when.
func (s *story) decide(w *world) {
	win := 0.22 + s.rep.skill + 0.08*s.client.loyal + 0.004*float64(s.discount)
	again := 0.13
	if s.round > 1 {
		win, again = win+0.12, 0.06
	}
	wait := days(s.rng, 9, 0.7)
	if s.division == conveyors {
		wait = days(s.rng, 16, 0.5)
	}
	wait = min(wait, 27*24*time.Hour)
	switch weighted(s.rng, win, 0.30, again, 0.02, max(0.05, 0.68-win-again)) {
	case 0:
		w.later(s, wait, s.accept)
	case 1:
		w.later(s, wait, s.reject)
	case 2:
		w.later(s, wait/2, s.revise)
	case 3:
		w.later(s, wait, s.withdraw)
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
