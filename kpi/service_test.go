package kpi_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

var manager = identity.Actor{Kind: identity.Machine, Permissions: []identity.Permission{identity.ReadKPI}}

func service(t testing.TB, events []kpi.Event, now time.Time) *kpi.Service {
	t.Helper()
	metrics, err := kpi.Definitions()
	if err != nil {
		t.Fatal(err)
	}
	store := &kpitest.Memory{Zone: time.UTC, Base: money.MustParseCurrency("EUR"), Events: events}
	return kpi.NewService(store, metrics, func() time.Time { return now })
}

func query(metrics ...string) kpi.Query {
	return kpi.Query{Metrics: metrics, From: civil.MustParse("2026-03-01"), To: civil.MustParse("2026-04-01")}
}

// sends returns n families sent on 2 March, of which the first k ordered ten
// days later.
func sends(n, k int) []kpi.Event {
	var out []kpi.Event
	for i := range n {
		f := identity.ID{2, byte(i)}
		out = append(out, kpi.Event{ID: identity.ID{3, byte(i)}, Family: f, Type: kpi.Sent, Offer: f,
			OccurredAt: day0, RecordedAt: day0, ExpiresAt: day(30), Value: eur("1000")})
		if i < k {
			out = append(out, kpi.Event{ID: identity.ID{4, byte(i)}, Family: f, Type: kpi.Ordered,
				OccurredAt: day(10), RecordedAt: day(10), Value: eur("900")})
		}
	}
	return out
}

func ExampleService_Query() {
	metrics, _ := kpi.Definitions()
	store := &kpitest.Memory{Zone: time.UTC, Base: money.MustParseCurrency("EUR"), Events: sends(20, 5)}
	s := kpi.NewService(store, metrics, func() time.Time { return day(120) })
	result, _ := s.Query(context.Background(), manager, query("quotes_sent", "order_intake", "conversion_within"))
	for _, a := range result.Answers {
		f := a.Figures[0]
		fmt.Println(a.Metric.Name.In("en"), f.Value, f.K, f.N)
	}
	// Output:
	// Quotes sent 20 20 20
	// Order intake 4500 5 5
	// Conversion within 90 days 0.25 5 20
}

func TestConversionIsShownOnlyWhenItMeansSomething(t *testing.T) {
	for _, c := range []struct {
		name      string
		sent, won int
		now       int
		window    int
		k, n      int64
		note      string
	}{
		{"old enough", 20, 5, 120, 0, 5, 20, ""},
		{"cohort too young", 20, 5, 89, 0, 0, 0, "no-rows"},
		{"exactly old enough", 20, 5, 90, 0, 5, 20, ""},
		{"ordered after the window", 20, 5, 120, 9, 0, 20, ""},
		{"ordered at the end of the window", 20, 5, 120, 10, 0, 20, ""},
		{"ordered inside the window", 20, 5, 120, 11, 5, 20, ""},
		{"nine are too few", 9, 5, 120, 0, 5, 9, "too-few"},
		{"ten are enough", 10, 5, 120, 0, 5, 10, ""},
		{"no quotes is not 0 %", 0, 0, 120, 0, 0, 0, "no-rows"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := query("conversion_within")
			q.Window = c.window
			got, err := service(t, sends(c.sent, c.won), day(c.now)).Query(t.Context(), manager, q)
			if err != nil {
				t.Fatal(err)
			}
			f := got.Answers[0].Figures[0]
			if f.K != c.k || f.N != c.n || f.Note != c.note {
				t.Errorf("%d/%d %q, want %d/%d %q", f.K, f.N, f.Note, c.k, c.n, c.note)
			}
			if (f.Value == nil) != (c.note != "") || (f.Low == nil) != (c.note != "") {
				t.Errorf("value %v, interval from %v with note %q", f.Value, f.Low, f.Note)
			}
		})
	}
}

func TestQueryReportsEveryMistake(t *testing.T) {
	q := kpi.Query{Metrics: []string{"quotes_send", "nonsense"}, From: civil.MustParse("2026-04-01"), To: civil.MustParse("2026-03-01"),
		Slices: []kpi.Dimension{"ownr"}, Filter: kpi.Filter{"month": {"2026-01"}}, Window: -1, AsOf: day(999)}
	_, err := service(t, nil, day(120)).Query(t.Context(), manager, q)
	if fault.CodeOf(err) != fault.Invalid {
		t.Fatalf("error %v", err)
	}
	want := map[string]string{"/metrics/0": "quotes_sent", "/metrics/1": "", "/to": "", "/slices/0": "owner", "/filter/month": "month", "/window_days": "", "/as_of": ""}
	for _, i := range fault.IssuesOf(err) {
		suggestion, ok := want[i.Pointer]
		if !ok || suggestion != i.Suggestion {
			t.Errorf("unexpected issue %s", i)
		}
		delete(want, i.Pointer)
	}
	if len(want) > 0 {
		t.Errorf("not reported: %v", want)
	}
}

func TestQueryNeedsThePermission(t *testing.T) {
	_, err := service(t, nil, day0).Query(t.Context(), identity.Actor{Kind: identity.Person}, query("quotes_sent"))
	if fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("error %v, want forbidden", err)
	}
}

func TestPeopleSeeTheirTeamsAndTheirOwn(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	events := kpitest.History(r, identity.Nil, 60)
	s := service(t, events, day(900))
	q := query("quotes_sent")
	q.From, q.To, q.Slices = civil.MustParse("2026-01-01"), civil.MustParse("2028-01-01"), []kpi.Dimension{kpi.ByOwner, kpi.ByTeam}
	all, err := s.Query(t.Context(), manager, q)
	if err != nil {
		t.Fatal(err)
	}
	me := all.Answers[0].Figures[0].Key[0]
	rep := identity.Actor{Kind: identity.Person, ID: must(identity.Parse(me)), Permissions: manager.Permissions}
	mine, err := s.Query(t.Context(), rep, q)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(all.Answers[0].Figures); n < 2 {
		t.Fatalf("the log has %d owners", n)
	}
	for _, f := range mine.Answers[0].Figures {
		if f.Key[0] != me {
			t.Errorf("a rep without a team sees the quotes of %s", f.Key[0])
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestTheReceiptBindsTheFigures(t *testing.T) {
	ask := func(events []kpi.Event, window int) string {
		q := query("conversion_within")
		q.Window = window
		got, err := service(t, events, day(200)).Query(t.Context(), manager, q)
		if err != nil {
			t.Fatal(err)
		}
		return got.Answers[0].Receipt.Hash
	}
	first := ask(sends(20, 5), 90)
	if again := ask(sends(20, 5), 90); again != first {
		t.Error("the same question to the same log has two receipts")
	}
	if first == ask(sends(20, 6), 90) {
		t.Error("another figure has the same receipt")
	}
	if first == ask(sends(20, 5), 91) {
		t.Error("another question has the same receipt")
	}
}
