package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

var (
	day0   = time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	family = identity.ID{1}
	offerA = identity.ID{10}
	offerB = identity.ID{11}
)

func day(n int) time.Time { return day0.AddDate(0, 0, n) }

func eur(s string) kpi.Value {
	c := money.MustParseCurrency("EUR")
	return kpi.Value{Currency: c, Base: c, Rate: money.FromInt(1), Net: money.MustParse(s)}
}

// log numbers events and stamps them on the given days.
type log struct{ events []kpi.Event }

func (l *log) on(n int, kind kpi.EventType, e kpi.Event) *log {
	e.ID, e.Family, e.Type = identity.ID{byte(len(l.events) + 1)}, family, kind
	e.OccurredAt, e.RecordedAt = day(n), day(n)
	l.events = append(l.events, e)
	return l
}

func ExampleProject() {
	var f kpi.Fact
	for _, e := range []kpi.Event{
		{ID: identity.NewID(), Family: family, Type: kpi.Sent, Offer: offerA, OccurredAt: day(0), ExpiresAt: day(30), Value: eur("1200")},
		{ID: identity.NewID(), Family: family, Type: kpi.Ordered, OccurredAt: day(12), Value: eur("800"), Matches: false},
	} {
		f, _ = kpi.Project(f, e)
	}
	status, at := f.StatusAt(day(40))
	fmt.Println(status, at.Format(time.DateOnly), f.Sent.Net, f.Ordered.Base)
	// Output: won 2026-03-14 1200 800
}

func TestStatus(t *testing.T) {
	send := kpi.Event{Offer: offerA, ExpiresAt: day(30), Value: eur("100")}
	again := kpi.Event{Offer: offerB, ExpiresAt: day(90), Value: eur("90"), Supersedes: []identity.ID{offerA}}
	other := kpi.Event{Offer: offerB, ExpiresAt: day(20), Value: eur("90")}
	for _, c := range []struct {
		name string
		log  *log
		at   int
		want kpi.Status
		on   int
	}{
		{"draft", new(log).on(0, kpi.Created, kpi.Event{}), 5, kpi.Unsent, -1},
		{"sent", new(log).on(0, kpi.Sent, send), 29, kpi.Open, -1},
		{"expired at the last instant", new(log).on(0, kpi.Sent, send), 30, kpi.Lapsed, 30},
		{"sent again after expiry", new(log).on(0, kpi.Sent, send).on(40, kpi.Sent, again), 50, kpi.Open, -1},
		{"rejected", new(log).on(0, kpi.Sent, send).on(3, kpi.Rejected, kpi.Event{Offer: offerA}), 50, kpi.Lost, 3},
		{"rejected after expiry", new(log).on(0, kpi.Sent, send).on(33, kpi.Rejected, kpi.Event{Offer: offerA}), 50, kpi.Lost, 33},
		{"one variant rejected, the other live", new(log).on(0, kpi.Sent, send).on(1, kpi.Sent, other).on(2, kpi.Rejected, kpi.Event{Offer: offerB}), 10, kpi.Open, -1},
		{"both gone, the last end decides", new(log).on(0, kpi.Sent, send).on(1, kpi.Sent, other).on(31, kpi.Rejected, kpi.Event{Offer: offerB}), 40, kpi.Lost, 31},
		{"withdrawn", new(log).on(0, kpi.Sent, send).on(2, kpi.Withdrawn, kpi.Event{Offer: offerA}), 5, kpi.Retracted, 2},
		{"accepted, not ordered", new(log).on(0, kpi.Sent, send).on(5, kpi.Accepted, kpi.Event{Offer: offerA}), 99, kpi.Open, -1},
		{"acceptance taken back", new(log).on(0, kpi.Sent, send).on(5, kpi.Accepted, kpi.Event{Offer: offerA}).on(6, kpi.AcceptanceCancelled, kpi.Event{Offer: offerA}), 99, kpi.Retracted, 6},
		{"ordered in part", new(log).on(0, kpi.Sent, send).on(7, kpi.Ordered, kpi.Event{Value: eur("10")}), 99, kpi.Won, 7},
		{"order cancelled stays won", new(log).on(0, kpi.Sent, send).on(7, kpi.Ordered, kpi.Event{Value: eur("10")}).on(9, kpi.OrderCancelled, kpi.Event{Value: eur("10")}), 99, kpi.Won, 7},
		{"the clock's record changes nothing", new(log).on(0, kpi.Sent, send).on(31, kpi.Expired, kpi.Event{Offer: offerA}), 40, kpi.Lapsed, 30},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, _ := kpi.Replay(c.log.events)
			status, at := f.StatusAt(day(c.at))
			if status != c.want {
				t.Errorf("status %q, want %q", status, c.want)
			}
			if c.on >= 0 && !at.Equal(day(c.on)) || c.on < 0 && !at.IsZero() {
				t.Errorf("decided at %v, want day %d", at, c.on)
			}
		})
	}
}

func TestARevisionChangesNoCount(t *testing.T) {
	l := new(log).on(0, kpi.Sent, kpi.Event{Offer: offerA, ExpiresAt: day(30), Value: eur("100"), Dimensions: kpi.Dimensions{Region: "north"}}).
		on(3, kpi.Revised, kpi.Event{Offer: offerA, Reason: "price"}).
		on(4, kpi.Sent, kpi.Event{Offer: offerB, ExpiresAt: day(34), Value: eur("90"), Supersedes: []identity.ID{offerA}, Dimensions: kpi.Dimensions{Region: "south"}})
	f, _ := kpi.Replay(l.events)
	if !f.SentAt.Equal(day(0)) || f.Sent.Net.String() != "100" || f.Dimensions.Region != "north" {
		t.Errorf("first send is %v, %s, %q", f.SentAt, f.Sent.Net, f.Dimensions.Region)
	}
	if f.Revisions != 1 || f.RevisionReasons["price"] != 1 {
		t.Errorf("revisions %d by %v", f.Revisions, f.RevisionReasons)
	}
}

func TestTheMainVariantGivesTheFirstSentValue(t *testing.T) {
	l := new(log).on(0, kpi.Sent, kpi.Event{Offer: offerA, Value: eur("100")}).
		on(1, kpi.Sent, kpi.Event{Offer: offerB, Main: true, Value: eur("70")})
	f, _ := kpi.Replay(l.events)
	if f.Sent.Net.String() != "70" || !f.SentAt.Equal(day(0)) {
		t.Errorf("value %s sent at %v, want the main variant's 70, sent on day 0", f.Sent.Net, f.SentAt)
	}
}

func TestUnconvertedAmountsAreCountedApart(t *testing.T) {
	dollars := eur("10")
	dollars.Currency, dollars.Rate = money.MustParseCurrency("USD"), money.Decimal{}
	f, entries := kpi.Replay(new(log).on(0, kpi.Ordered, kpi.Event{Value: eur("5")}).
		on(1, kpi.Ordered, kpi.Event{Value: dollars}).
		on(2, kpi.OrderCancelled, kpi.Event{Value: eur("2")}).events)
	if f.Ordered.Base.String() != "5" || f.Ordered.Gaps != 1 || f.Cancelled.Base.String() != "2" {
		t.Errorf("ordered %+v, cancelled %+v", f.Ordered, f.Cancelled)
	}
	if len(entries) != 3 || entries[2].Value.Net.String() != "-2" {
		t.Errorf("entries %+v", entries)
	}
}

// Whatever the order in which a family's events reach the log, its fact is the
// same, because what counts is when things happened.
func TestProjectDoesNotDependOnArrival(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		events := kpitest.History(r, identity.ID{9}, 1)
		want, _ := kpi.Replay(events)
		r.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		got, _ := kpi.Replay(events)
		if diff := cmp.Diff(want, got, cmpopts.EquateComparable(money.Currency{})); diff != "" {
			t.Fatalf("a shuffled log gives another fact (-in order +shuffled):\n%s", diff)
		}
	})
}
