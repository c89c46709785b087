package kpitest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// Start is the instant at which random histories begin.
func Start() time.Time { return time.Date(2026, time.January, 5, 8, 0, 0, 0, time.UTC) }

// History returns a random, legal log of the given number of families of one
// tenant, in the order recorded. It holds everything that makes figures hard:
// several revisions and variants, partial orders, cancellations, expiry and
// revival, late reports, currencies with and without a rate. The same source
// gives the same log.
func History(r *rand.Rand, tenant identity.ID, families int) []kpi.Event {
	var all []kpi.Event
	for n := range families {
		h := &history{r: r, tenant: tenant, family: id(r), n: n}
		all = append(all, h.live()...)
	}
	slices.SortStableFunc(all, func(a, b kpi.Event) int { return a.RecordedAt.Compare(b.RecordedAt) })
	return all
}

// id is a random identifier from r, so that logs are reproducible.
func id(r *rand.Rand) (out identity.ID) {
	for i := range out {
		out[i] = byte(r.Uint32())
	}
	out[6], out[8] = out[6]&0x0f|0x70, out[8]&0x3f|0x80
	return out
}

type history struct {
	r      *rand.Rand
	tenant identity.ID
	family identity.ID
	n      int
	now    time.Time
	dims   kpi.Dimensions
	value  kpi.Value
	out    []kpi.Event
}

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// fixed identifiers make owners and teams repeat across families.
func fixed(kind, n int) identity.ID {
	return identity.ID{byte(kind), 6: 0x70, 8: 0x80, 15: byte(n)}
}

func (h *history) live() []kpi.Event {
	r := h.r
	owner := r.IntN(5)
	h.now = Start().Add(time.Duration(r.IntN(400*24*60)) * time.Minute)
	h.dims = kpi.Dimensions{
		Owner: fixed(1, owner), Team: fixed(2, owner/2), Customer: fixed(3, r.IntN(9)),
		Region: pick(r, "north", "south", ""), Segment: pick(r, "sme", "public"),
		ProductFamily: pick(r, "bikes", "conveyors"), Channel: pick(r, "direct", "dealer"),
		Source: pick(r, "fair", "web", ""), NewCustomer: r.IntN(2) == 0,
	}
	h.value = randomValue(r)
	h.add(kpi.Created, kpi.Event{RequestedAt: h.now.Add(-time.Duration(r.IntN(72)) * time.Hour)})
	var live []identity.ID
	for range 1 + r.IntN(3) {
		h.wait(5)
		if r.IntN(8) == 0 {
			h.add(kpi.Discarded, kpi.Event{Offer: id(r)})
			continue
		}
		h.add(kpi.Submitted, kpi.Event{})
		if r.IntN(4) == 0 {
			h.add(kpi.Returned, kpi.Event{})
			h.add(kpi.Submitted, kpi.Event{})
		}
		if r.IntN(10) == 0 {
			break // still waiting
		}
		h.wait(3)
		h.add(kpi.Approved, kpi.Event{})
		live = append(live, h.send(live))
		if h.end(live) {
			break
		}
		h.wait(10)
		h.add(kpi.Revised, kpi.Event{Offer: live[len(live)-1], Reason: pick(r, "customer_change", "our_error", "price")})
	}
	return h.out
}

// send sends a new offer, which replaces the one before or is a second variant.
func (h *history) send(live []identity.ID) identity.ID {
	offer := id(h.r)
	e := kpi.Event{Offer: offer, Main: len(live) == 0 || h.r.IntN(3) > 0, ExpiresAt: h.now.AddDate(0, 0, 5+h.r.IntN(40)), Value: randomValue(h.r)}
	if len(live) > 0 && h.r.IntN(2) == 0 {
		e.Supersedes = live[len(live)-1:]
	}
	h.value = e.Value
	h.add(kpi.Sent, e)
	return offer
}

// end lets the customer answer, or not; true when the family is over.
func (h *history) end(live []identity.ID) bool {
	last := live[len(live)-1]
	h.wait(30)
	switch h.r.IntN(6) {
	case 0:
		h.add(kpi.Rejected, kpi.Event{Offer: last, Reason: pick(h.r, "price", "delay", ""), Competitor: pick(h.r, "", "acme")})
		return h.r.IntN(2) == 0
	case 1:
		h.add(kpi.Withdrawn, kpi.Event{Offer: last})
		return h.r.IntN(2) == 0
	case 2:
		h.add(kpi.Viewed, kpi.Event{Offer: last})
		return false
	case 3:
		return true
	}
	h.add(kpi.Accepted, kpi.Event{Offer: last, Value: h.value, Supersedes: live[:len(live)-1], Motive: pick(h.r, "price", "unknown")})
	if h.r.IntN(5) == 0 {
		h.wait(5)
		h.add(kpi.AcceptanceCancelled, kpi.Event{Offer: last})
		return false
	}
	h.order()
	return true
}

// order places one to three partial orders and takes some of them back.
func (h *history) order() {
	for range h.r.IntN(4) {
		h.wait(15)
		part := h.value
		part.Net = part.Net.Mul(money.New(int64(10+h.r.IntN(40)), -2)).Round(2)
		order := id(h.r)
		h.add(kpi.Ordered, kpi.Event{Order: order, Value: part, Matches: h.r.IntN(3) > 0})
		if h.r.IntN(4) == 0 {
			h.wait(60)
			h.add(pick(h.r, kpi.OrderCancelled, kpi.GoodsReturned), kpi.Event{Order: order, Value: part})
		}
	}
}

// wait lets up to the given number of days pass.
func (h *history) wait(days int) {
	h.now = h.now.Add(time.Duration(1+h.r.IntN(days*24*60)) * time.Minute)
}

func (h *history) add(kind kpi.EventType, e kpi.Event) {
	h.now = h.now.Add(time.Second)
	e.ID, e.Tenant, e.Family, e.Type = id(h.r), h.tenant, h.family, kind
	e.Reference = fmt.Sprintf("Q-2026-%06d", h.n+1)
	e.OccurredAt, e.RecordedAt, e.Dimensions = h.now, h.now, h.dims
	if h.r.IntN(10) == 0 {
		e.RecordedAt = h.now.Add(time.Duration(h.r.IntN(20*24)) * time.Hour)
	}
	h.out = append(h.out, e)
}

func randomValue(r *rand.Rand) kpi.Value {
	v := kpi.Value{Base: money.MustParseCurrency("EUR"), Currency: money.MustParseCurrency("EUR"), Rate: money.FromInt(1)}
	switch r.IntN(6) {
	case 0:
		v.Currency, v.Rate = money.MustParseCurrency("USD"), money.New(int64(85000+r.IntN(10000)), -5)
	case 1:
		v.Currency, v.Rate = money.MustParseCurrency("CHF"), money.Decimal{}
	}
	v.List = money.New(int64(50_000+r.IntN(20_000_000)), -2)
	discount := v.List.Mul(money.New(int64(-r.IntN(30)), -2)).Round(2)
	v.Net = v.List.Add(discount)
	v.Steps = []kpi.Step{{Code: "discount", Amount: discount}}
	if r.IntN(3) > 0 {
		v.CostedNet, v.Cost = v.Net, v.Net.Mul(money.New(7, -1)).Round(2)
	}
	return v
}
