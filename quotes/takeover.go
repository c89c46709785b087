package quotes

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// PastQuote is a quote taken over from another system, in the state it had
// there. It gets no number, document or approval of ours.
type PastQuote struct {
	// System and Number are what the other system calls it; the same pair is
	// taken over once.
	System   string      `json:"system"`
	Number   string      `json:"number"`
	Customer identity.ID `json:"customer_id"`
	Owner    identity.ID `json:"owner_id"`
	Team     identity.ID `json:"team_id"`
	Title    string      `json:"title,omitempty"`
	Opportunity
	Currency money.Currency `json:"currency"`
	// Rate is base currency per unit of Currency then; 0 is unknown.
	Rate  money.Decimal `json:"rate"`
	State State         `json:"state"`
	// CreatedAt and SentAt are always needed but for drafts; DecidedAt for
	// everything that has ended.
	CreatedAt  time.Time  `json:"created_at"`
	SentAt     time.Time  `json:"sent_at,omitzero"`
	ValidUntil civil.Date `json:"valid_until,omitzero"`
	DecidedAt  time.Time  `json:"decided_at,omitzero"`
	Reason     string     `json:"reason,omitempty"`
	Competitor string     `json:"competitor,omitempty"`
	// OrderedAt and OrderNumber are those of the order of everything.
	OrderedAt   time.Time  `json:"ordered_at,omitzero"`
	OrderNumber string     `json:"order_number,omitempty"`
	PONumber    string     `json:"po_number,omitempty"`
	Lines       []PastLine `json:"lines"`
}

// PastLine is one line of a quote taken over, with its one-off price.
type PastLine struct {
	SKU      string         `json:"sku"`
	Name     string         `json:"name"`
	Family   string         `json:"family,omitempty"`
	Unit     string         `json:"unit,omitempty"`
	Quantity money.Decimal  `json:"quantity"`
	ListUnit money.Decimal  `json:"list_unit"`
	UnitNet  money.Decimal  `json:"unit_net"`
	Cost     *money.Decimal `json:"unit_cost,omitempty"`
	TaxRate  money.Decimal  `json:"tax_rate"`
}

// TakeOver stores past quotes, all or nothing, and returns how many were new.
// One that was taken over before is left as it is.
func (s *Service) TakeOver(ctx context.Context, actor identity.Actor, past []PastQuote) (int, error) {
	if err := require(actor, identity.Administer); err != nil {
		return 0, err
	}
	var issues []fault.Issue
	for n, p := range past {
		issues = append(issues, p.check(fmt.Sprintf("/%d", n), s.now())...)
	}
	if err := fault.FromIssues("invalid-import", "the quotes have mistakes; nothing was taken over", issues); err != nil {
		return 0, err
	}
	taken := 0
	err := s.store.Together(ctx, actor.Tenant, func(ctx context.Context, store Store) error {
		for _, p := range past {
			isNew, err := store.TakenOver(ctx, actor.Tenant, p.System, p.Number)
			if err != nil || !isNew {
				if err != nil {
					return err
				}
				continue
			}
			if err := s.takeOver(ctx, store, actor, p); err != nil {
				return fmt.Errorf("quote %s of %s: %w", p.Number, p.System, err)
			}
			taken++
		}
		return nil
	})
	return taken, err
}

func (p PastQuote) check(at string, now time.Time) []fault.Issue {
	var out []fault.Issue
	bad := func(field, format string, args ...any) {
		out = append(out, fault.Issue{Kind: "invalid-import", Pointer: at + "/" + field, Message: fmt.Sprintf(format, args...)})
	}
	if p.System == "" || p.Number == "" {
		bad("number", "a past quote needs the other system's name and its number there")
	}
	if p.Customer == identity.Nil || p.Owner == identity.Nil || p.Team == identity.Nil {
		bad("customer_id", "a past quote needs a customer, an owner and a team")
	}
	if p.Currency.IsZero() {
		bad("currency", "the currency is missing")
	}
	if !slices.Contains(States(), p.State) || p.State == PendingApproval || p.State == Approved || p.State == Superseded {
		bad("state", "a quote cannot be taken over as %q", p.State)
	}
	wasSent := !slices.Contains([]State{Draft, Cancelled}, p.State)
	ended := !slices.Contains([]State{Draft, Sent}, p.State)
	if p.CreatedAt.IsZero() || p.CreatedAt.After(now) {
		bad("created_at", "the time of creation is missing or in the future")
	}
	if wasSent && (p.SentAt.Before(p.CreatedAt) || p.SentAt.After(now)) {
		bad("sent_at", "the time of sending is missing, before the creation or in the future")
	}
	if ended && (p.DecidedAt.Before(p.SentAt) || p.DecidedAt.Before(p.CreatedAt) || p.DecidedAt.After(now)) {
		bad("decided_at", "the time of its end is missing, too early or in the future")
	}
	if p.State == Ordered && (p.OrderNumber == "" || p.OrderedAt.Before(p.DecidedAt) || p.OrderedAt.After(now)) {
		bad("ordered_at", "an ordered quote needs the order's number and time, not before the acceptance")
	}
	for n, l := range p.Lines {
		if l.Quantity.Sign() <= 0 {
			bad(fmt.Sprintf("lines/%d/quantity", n), "a quantity must be above 0")
		}
	}
	return out
}

func (s *Service) takeOver(ctx context.Context, store Store, actor identity.Actor, p PastQuote) error {
	by := s.by(actor)
	return store.Update(ctx, actor.Tenant, At{Customer: p.Customer}, Want{}, func(c *Case) error {
		family, r := c.newFamily(by, NewQuote{Title: p.Title, Owner: p.Owner, Team: p.Team, Opportunity: p.Opportunity,
			ExternalIDs: map[string]string{p.System: p.Number}})
		family.Imported, family.CreatedAt, family.FirstSentAt = true, p.CreatedAt, p.SentAt
		p.fill(r, c.Settings.BaseCurrency)
		c.Family, c.writes.FamilyNew, c.Target = family, true, r
		c.add(r)
		a := &attempt{stamp: by, c: c, r: r}
		if err := c.record(by, Event{Type: EventImported, To: r.State}, r, nil, nil); err != nil {
			return err
		}
		return a.relive(p)
	})
}

// fill writes the past content, priced as it was.
func (p PastQuote) fill(r *Revision, base money.Currency) {
	r.State, r.Imported = p.State, true
	r.Currency, r.Base, r.Rate = p.Currency, base, p.Rate
	if p.Currency == base {
		r.Rate = one
	}
	r.CreatedAt, r.SentAt, r.ValidUntil, r.DecidedAt = p.CreatedAt, p.SentAt, p.ValidUntil, p.DecidedAt
	r.Reason, r.Competitor = p.Reason, p.Competitor
	for n, l := range p.Lines {
		r.Lines = append(r.Lines, l.line(n+1, r.Currency.Minor()))
	}
	r.Totals, r.Taxes = totalsOf(r, r.Lines)
	r.Families, r.LineCount = familyAmounts(r.Lines), len(r.Lines)
}

func (l PastLine) line(position, places int) Line {
	list, net := l.ListUnit.Mul(l.Quantity).Round(places), l.UnitNet.Mul(l.Quantity).Round(places)
	unit := l.Unit
	if unit == "" {
		unit = "C62"
	}
	out := Line{ID: identity.NewID(), Position: position, Item: l.SKU, Quantity: l.Quantity,
		Resolved: Resolved{SKU: l.SKU, Name: lang.New(l.Name, l.Name), Unit: unit, Family: l.Family, Period: OneOff, Complete: true, Valid: true},
		Price: LinePrice{List: l.ListUnit, UnitNet: l.UnitNet, Net: net, FinalNet: net, TCV: net, ListAmount: list, BeforeManual: list,
			TaxCategory: "S", TaxRate: l.TaxRate, Steps: []PriceStep{
				{Code: "list", Kind: "list", After: l.ListUnit, Amount: list},
				{Code: "manual", Kind: "manual", Before: l.ListUnit, After: l.UnitNet, Amount: net.Sub(list)}}}}
	if l.Cost != nil {
		cost := l.Cost.Mul(l.Quantity)
		out.Price.Cost = &cost
	}
	return out
}

// relive records, for figures, what happened to the quote in the other system.
func (a *attempt) relive(p PastQuote) error {
	happened := []Event{{Type: EventCreated, OccurredAt: p.CreatedAt}}
	if !p.SentAt.IsZero() {
		happened = append(happened, Event{Type: EventSent, OccurredAt: p.SentAt})
	}
	ends := map[State]EventType{Accepted: EventAccepted, Ordered: EventAccepted, Rejected: EventRejected, Withdrawn: EventWithdrawn,
		Expired: EventExpired, Cancelled: EventDiscarded}
	if end, ok := ends[p.State]; ok {
		happened = append(happened, Event{Type: end, OccurredAt: p.DecidedAt, Reason: p.Reason, Competitor: p.Competitor})
	}
	if a.r.State.Won() {
		a.takeAll(p.PONumber)
	}
	for _, e := range happened {
		e.From, e.To = a.r.State, a.r.State
		if err := a.c.record(a.stamp, e, a.r, nil, nil); err != nil {
			return err
		}
	}
	if a.r.State != Ordered {
		return nil
	}
	return a.pastOrder(p)
}

// takeAll accepts every line.
func (a *attempt) takeAll(po string) {
	totals := a.r.Totals
	a.r.Acceptance = &Acceptance{PONumber: po, Totals: &totals, Families: a.r.Families}
	for _, l := range a.r.Lines {
		a.r.Acceptance.Chosen = append(a.r.Acceptance.Chosen, l.ID)
		a.c.Balances = append(a.c.Balances, Balance{Line: l.ID, Accepted: l.Quantity, Remaining: l.Quantity, RemainingNet: l.Price.FinalNet})
	}
	a.c.writes.Balances = a.c.Balances
}

func (a *attempt) pastOrder(p PastQuote) error {
	o, err := a.newOrder(OrderInput{PONumber: p.PONumber, ExternalIDs: map[string]string{p.System: p.OrderNumber}})
	if err != nil {
		return err
	}
	o.Number, o.PlacedAt, o.PlacedBy, o.Status = p.System+":"+p.OrderNumber, p.OrderedAt, p.Owner, OrderCompleted
	facts := a.c.factsOf(a.r, o)
	facts.First, facts.Matches = true, true
	a.c.Orders = append(a.c.Orders, o)
	a.c.writes.NewOrders = append(a.c.writes.NewOrders, o)
	e := Event{Type: EventOrdered, OccurredAt: p.OrderedAt, From: Ordered, To: Ordered, Order: &facts}
	if err := a.c.record(a.stamp, e, a.r, nil, nil); err != nil {
		return err
	}
	if first := a.c.Customer.FirstOrderAt; first.IsZero() || p.OrderedAt.Before(first) {
		a.c.Customer.FirstOrderAt, a.c.Customer.Prospect = p.OrderedAt, false
		a.c.Customer.Version++
		a.c.writes.Customer = &a.c.Customer
	}
	return nil
}
