package kpitest

import (
	"iter"
	"math"
	"math/rand/v2"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// Market is a world with known truth, from which logs of any size are drawn:
// what estimates should find is a formula of its parameters.
type Market struct {
	Tenant identity.ID
	// Start is the first day, Days the length of the history.
	Start time.Time
	Days  int
	// Families is the number of quotes sent over the history.
	Families int
	Owners   int // five to a team
	// OrderRate and LossRate are the hazards per day of a sent quote being
	// ordered and lost; both constant, so that the share ordered by day t is
	// OrderRate/(OrderRate+LossRate) * (1 - exp(-(OrderRate+LossRate) t)).
	OrderRate, LossRate float64
	// Season is the swing of the number of quotes over the year: 0.3 makes the
	// best month 30 % better than the mean.
	Season float64
	// MedianValue is the median of the first-sent values, which are
	// log-normal.
	MedianValue float64
}

// DefaultMarket is a mid-sized company over two years.
func DefaultMarket(tenant identity.ID, families int) Market {
	return Market{Tenant: tenant, Start: Start(), Days: 730, Families: families, Owners: 100,
		OrderRate: 0.012, LossRate: 0.02, Season: 0.3, MedianValue: 6000}
}

// Incidence is the true share of quotes ordered by the end of a day after the
// send.
func (m Market) Incidence(day int) float64 {
	all := m.OrderRate + m.LossRate
	return m.OrderRate / all * (1 - math.Exp(-all*float64(day+1)))
}

// Events draws the log, family by family, about five events each. The same
// source gives the same log. What would happen after the end of the history is
// left out.
func (m Market) Events(r *rand.Rand) iter.Seq[kpi.Event] {
	end := m.Start.AddDate(0, 0, m.Days)
	return func(yield func(kpi.Event) bool) {
		for n := range m.Families {
			for _, e := range m.life(r, n) {
				if e.OccurredAt.Before(end) && !yield(e) {
					return
				}
			}
		}
	}
}

// life is the whole future of one family.
func (m Market) life(r *rand.Rand, n int) []kpi.Event {
	owner := r.IntN(m.Owners)
	h := &history{r: r, tenant: m.Tenant, family: id(r), n: n}
	h.dims = kpi.Dimensions{Owner: fixed(1, owner), Team: fixed(2, owner/5), Customer: customer(r.IntN(max(50, m.Families/8))),
		Region: pick(r, "north", "south", "east", "west"), Segment: pick(r, "sme", "public", "large"),
		ProductFamily: pick(r, "bikes", "conveyors", "spares"), Channel: pick(r, "direct", "dealer"),
		Source: pick(r, "fair", "web", "referral", ""), NewCustomer: r.IntN(3) == 0}
	value := m.value(r)
	sent := m.sendDay(r)
	at := func(days float64) time.Time { return sent.Add(time.Duration(days * 24 * float64(time.Hour))) }
	offer := id(r)
	h.now = at(-3 - r.Float64()*4)
	h.put(kpi.Created, kpi.Event{RequestedAt: h.now.Add(-time.Hour)}, h.now)
	h.put(kpi.Submitted, kpi.Event{}, at(-1))
	h.put(kpi.Approved, kpi.Event{}, at(-0.5))
	h.put(kpi.Sent, kpi.Event{Offer: offer, Main: true, ExpiresAt: at(4000), Value: value}, sent)
	ordered, lost := r.ExpFloat64()/m.OrderRate, r.ExpFloat64()/m.LossRate
	if ordered < lost {
		h.put(kpi.Accepted, kpi.Event{Offer: offer, Value: value}, at(ordered*0.99))
		h.put(kpi.Ordered, kpi.Event{Order: id(r), Value: value, Matches: true}, at(ordered))
	} else {
		h.put(kpi.Rejected, kpi.Event{Offer: offer, Reason: pick(r, "price", "delay", "features")}, at(lost))
	}
	return h.out
}

// customer is the nth one.
func customer(n int) identity.ID {
	return identity.ID{3, 6: 0x70, 8: 0x80, 13: byte(n >> 16), 14: byte(n >> 8), 15: byte(n)}
}

// sendDay draws an instant of the history, denser in season.
func (m Market) sendDay(r *rand.Rand) time.Time {
	for {
		day := r.Float64() * float64(m.Days)
		if r.Float64()*(1+m.Season) < 1+m.Season*math.Sin(2*math.Pi*day/365) {
			return m.Start.Add(time.Duration(day * 24 * float64(time.Hour)))
		}
	}
}

func (m Market) value(r *rand.Rand) kpi.Value {
	eur := money.MustParseCurrency("EUR")
	list := money.New(int64(100*m.MedianValue*math.Exp(r.NormFloat64())), -2)
	discount := list.Mul(money.New(int64(-r.IntN(25)), -2)).Round(2)
	net := list.Add(discount)
	return kpi.Value{Currency: eur, Base: eur, Rate: money.FromInt(1), List: list, Net: net,
		CostedNet: net, Cost: net.Mul(money.New(7, -1)).Round(2), Steps: []kpi.Step{{Code: "manual", Amount: discount}}}
}

// put adds an event at an instant, recorded when it happened.
func (h *history) put(kind kpi.EventType, e kpi.Event, at time.Time) {
	e.ID, e.Tenant, e.Family, e.Type = id(h.r), h.tenant, h.family, kind
	e.OccurredAt, e.RecordedAt, e.Dimensions = at, at, h.dims
	h.out = append(h.out, e)
}
