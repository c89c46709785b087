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

// PastLine is one line of a quote taken over, with its one-off amounts in the
// quote's currency.
type PastLine struct {
	SKU      string        `json:"sku"`
	Name     string        `json:"name"`
	Family   string        `json:"family,omitempty"`
	Unit     string        `json:"unit,omitempty"`
	Quantity money.Decimal `json:"quantity"`
	// List and Net are the amounts of the whole quantity before and after
	// reductions, Cost what it cost, nil where unknown.
	List    money.Decimal  `json:"list"`
	Net     money.Decimal  `json:"net"`
	Cost    *money.Decimal `json:"cost,omitempty"`
	TaxRate money.Decimal  `json:"tax_rate"`
}

// takeOverBatch is how many quotes are written in one go.
const takeOverBatch = 250

// TakeOver stores past quotes, all or nothing, and returns how many were new;
// progress (nil for none) is called with the number done after each part. One
// that was taken over before is left as it is. The context ends it.
func (s *Service) TakeOver(ctx context.Context, actor identity.Actor, past []PastQuote, progress func(done int)) (int, error) {
	if err := require(actor, identity.Administer); err != nil {
		return 0, err
	}
	var issues []fault.Issue
	for n, p := range past {
		at := fmt.Sprintf("/%d", n)
		issues = append(append(issues, p.checkParties(at)...), p.check(at, s.now())...)
	}
	if err := fault.FromIssues("invalid-import", "the quotes have mistakes; nothing was taken over", issues); err != nil {
		return 0, err
	}
	t := &takeover{s: s, by: s.by(actor), customers: map[identity.ID]*Customer{}}
	err := s.store.Together(ctx, actor.Tenant, func(ctx context.Context, store Store) error {
		return t.run(ctx, store, past, nil, progress)
	})
	return t.taken, err
}

// takeover writes past quotes in one transaction.
type takeover struct {
	s         *Service
	by        stamp
	settings  Settings
	customers map[identity.ID]*Customer
	// unsaved are customers that the next part writes.
	unsaved map[identity.ID]bool
	taken   int
}

// run writes the quotes that are new; added are customers not stored yet.
func (t *takeover) run(ctx context.Context, store Store, past []PastQuote, added map[identity.ID]*Customer, progress func(done int)) (err error) {
	if t.settings, err = store.Settings(ctx, t.by.actor.Tenant); err != nil {
		return err
	}
	t.unsaved = map[identity.ID]bool{}
	for id, c := range added {
		t.customers[id], t.unsaved[id] = c, true
	}
	done := 0
	for part := range slices.Chunk(past, takeOverBatch) {
		if err := t.part(ctx, store, part); err != nil {
			return err
		}
		if done += len(part); progress != nil {
			progress(done)
		}
	}
	return nil
}

func (t *takeover) part(ctx context.Context, store Store, part []PastQuote) error {
	isNew, err := store.TakenOver(ctx, t.by.actor.Tenant, part)
	if err != nil {
		return err
	}
	part = slices.DeleteFunc(slices.Clone(part), func(p PastQuote) bool { return !isNew[[2]string{p.System, p.Number}] })
	if err := t.firstOrders(ctx, store, part); err != nil {
		return err
	}
	var cases []*Case
	for _, p := range part {
		c := &Case{Settings: t.settings, Customer: *t.customers[p.Customer]}
		if t.unsaved[p.Customer] {
			delete(t.unsaved, p.Customer)
			c.writes.Customer = &c.Customer
		}
		if err := t.one(c, p); err != nil {
			return fmt.Errorf("quote %s of %s: %w", p.Number, p.System, err)
		}
		cases = append(cases, c)
	}
	t.taken += len(cases)
	return store.Insert(ctx, t.by.actor.Tenant, cases)
}

// firstOrders reads the customers of the quotes and sees to it that each knows
// the time of its first order, those of the quotes included.
func (t *takeover) firstOrders(ctx context.Context, store Store, part []PastQuote) error {
	changed := map[identity.ID]bool{}
	for _, p := range part {
		c := t.customers[p.Customer]
		if c == nil {
			stored, err := store.Customer(ctx, t.by.actor.Tenant, p.Customer)
			if err != nil {
				return err
			}
			c = &stored
			t.customers[p.Customer] = c
		}
		if p.State == Ordered && (c.FirstOrderAt.IsZero() || p.OrderedAt.Before(c.FirstOrderAt)) {
			c.FirstOrderAt, c.Prospect = p.OrderedAt, false
			changed[c.ID] = true
		}
	}
	for id := range changed {
		if !t.unsaved[id] {
			t.customers[id].Version++
			t.unsaved[id] = true
		}
	}
	return nil
}

func (p PastQuote) checkParties(at string) []fault.Issue {
	if p.Customer != identity.Nil && p.Owner != identity.Nil && p.Team != identity.Nil {
		return nil
	}
	return []fault.Issue{{Kind: "invalid-import", Pointer: at + "/customer_id", Message: "a past quote needs a customer, an owner and a team"}}
}

// check returns what is wrong with the quote, apart from whose it is.
func (p PastQuote) check(at string, now time.Time) []fault.Issue {
	var out []fault.Issue
	bad := func(field, format string, args ...any) {
		out = append(out, fault.Issue{Kind: "invalid-import", Pointer: at + "/" + field, Message: fmt.Sprintf(format, args...)})
	}
	if p.System == "" || p.Number == "" {
		bad("number", "a past quote needs the other system's name and its number there")
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

// one builds the family in its past state.
func (t *takeover) one(c *Case, p PastQuote) error {
	family, r := c.newFamily(t.by, NewQuote{Title: p.Title, Owner: p.Owner, Team: p.Team, Opportunity: p.Opportunity,
		ExternalIDs: map[string]string{p.System: p.Number}})
	family.Imported, family.CreatedAt, family.FirstSentAt, family.RequestedAt = true, p.CreatedAt, p.SentAt, p.RequestedAt
	p.fill(r, c.Settings.BaseCurrency)
	r.AsOf = civil.In(p.CreatedAt, c.Zone())
	c.Family, c.writes.FamilyNew, c.Target = family, true, r
	c.add(r)
	a := &attempt{stamp: t.by, c: c, r: r}
	if err := c.record(t.by, Event{Type: EventImported, To: r.State}, r, nil, nil); err != nil {
		return err
	}
	return a.relive(p)
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
	list, net := l.List.Round(places), l.Net.Round(places)
	listUnit, unitNet := l.unit(list), l.unit(net)
	unit := l.Unit
	if unit == "" {
		unit = "C62"
	}
	out := Line{ID: identity.NewID(), Position: position, Item: l.SKU, Quantity: l.Quantity,
		Resolved: Resolved{SKU: l.SKU, Name: lang.New(l.Name, l.Name), Unit: unit, Family: l.Family, Period: OneOff, Complete: true, Valid: true},
		Price: LinePrice{List: listUnit, UnitNet: unitNet, Net: net, FinalNet: net, TCV: net, ListAmount: list, BeforeManual: list,
			TaxCategory: "S", TaxRate: l.TaxRate, Steps: []PriceStep{
				{Code: "list", Kind: "list", After: listUnit, Amount: list},
				{Code: "manual", Kind: "manual", Before: listUnit, After: unitNet, Amount: net.Sub(list)}}}}
	if l.Cost != nil {
		cost := *l.Cost
		out.Price.Cost = &cost
	}
	return out
}

// unit is an amount per unit, to six decimals.
func (l PastLine) unit(amount money.Decimal) money.Decimal {
	unit, err := amount.QuoRound(l.Quantity, 6, money.HalfAway)
	if err != nil { // a quantity of nothing, which check refuses
		return amount
	}
	return unit
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
	return a.c.record(a.stamp, Event{Type: EventOrdered, OccurredAt: p.OrderedAt, From: Ordered, To: Ordered, Order: &facts}, a.r, nil, nil)
}

// OfThePast reports whether the event is what an import says of the past, not
// something that happened here.
func (e Event) OfThePast() bool {
	return e.Type == EventImported || e.Imported && e.From == e.To && e.OccurredAt.Before(e.RecordedAt)
}
