package kpi_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// seller may see everything, costs included.
var seller = identity.Actor{Kind: identity.Machine, Permissions: []identity.Permission{identity.ReadKPI, identity.SeeCost}}

// company is a service over a store that a test can fill.
func company(t testing.TB, store *kpitest.Memory, now time.Time) *kpi.Service {
	t.Helper()
	metrics, err := kpi.Definitions()
	if err != nil {
		t.Fatal(err)
	}
	store.Zone, store.Base = time.UTC, money.MustParseCurrency("EUR")
	return kpi.NewService(store, metrics, func() time.Time { return now })
}

func ask(t testing.TB, s *kpi.Service, q kpi.Query) []kpi.Figure {
	t.Helper()
	got, err := s.Query(t.Context(), seller, q)
	if err != nil {
		t.Fatalf("%v: %v", q.Metrics, err)
	}
	return got.Answers[0].Figures
}

// show writes a figure as key, k/n, value and note.
func show(f kpi.Figure) string {
	value := "-"
	if f.Value != nil {
		value = f.Value.String()
	}
	return fmt.Sprint(f.Key, " ", f.K, "/", f.N, " ", value, " ", f.Note)
}

// Every definition answers on a random log, now and as of the past; counts and
// sums of slices add up to the whole; receipts verify.
func TestEveryMetricAnswers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	now := time.Date(2027, 2, 10, 0, 0, 0, 0, time.UTC)
	events := slices.DeleteFunc(kpitest.History(r, identity.Nil, 120), func(e kpi.Event) bool { return e.RecordedAt.After(now) })
	store := &kpitest.Memory{Events: events, Records: kpitest.RandomRecords(r)}
	store.Records.Targets = []kpi.TargetRecord{{From: civil.MustParse("2026-01-01"), To: civil.MustParse("2028-01-01"), Amount: money.FromInt(9_000_000)}}
	store.Costs = []kpi.SourceCost{{Source: "fair", From: civil.MustParse("2026-01-01"), To: civil.MustParse("2027-01-01"), Cost: money.FromInt(5000)}}
	s := company(t, store, now)
	additive := []kpi.Form{kpi.Counted, kpi.Hits, kpi.Summed, kpi.Share}
	for _, m := range s.Metrics().All() {
		t.Run(m.ID, func(t *testing.T) {
			s := s
			if m.Measure == kpi.MeasureRepeat { // judged a year later
				s = company(t, store, now.AddDate(1, 0, 0))
			}
			q := kpi.Query{Metrics: []string{m.ID}, From: civil.MustParse("2026-02-01"), To: civil.MustParse("2027-03-01")}
			whole := ask(t, s, q)
			if len(whole) == 0 || whole[0].N+whole[0].K == 0 && whole[0].Value == nil {
				t.Errorf("nothing is counted: %+v", whole)
			}
			result, err := s.Query(t.Context(), seller, q)
			if err != nil {
				t.Fatal(err)
			}
			if v, err := s.Verify(t.Context(), seller, result.Answers[0].Receipt); err != nil || !v.Same {
				t.Errorf("the receipt does not verify: %v %v", v.Same, err)
			}
			if slices.Contains(additive, m.Form) {
				q.Slices = []kpi.Dimension{kpi.ByOwner, kpi.ByMonth}
				var k, n int64
				var value money.Decimal
				for _, f := range ask(t, s, q) {
					k, n = k+f.K, n+f.N
					if f.Value != nil {
						value = value.Add(*f.Value)
					}
				}
				if k != whole[0].K || n != whole[0].N {
					t.Errorf("slices add up to %d/%d, the whole is %d/%d", k, n, whole[0].K, whole[0].N)
				}
				if m.Form == kpi.Summed && !value.Equal(*whole[0].Value) {
					t.Errorf("slices add up to %s, the whole is %s", value, whole[0].Value)
				}
			}
			q.Slices, q.AsOf = nil, time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
			ask(t, s, q)
		})
	}
}

func TestCostsNeedThePermission(t *testing.T) {
	s := company(t, &kpitest.Memory{}, day(0))
	for _, m := range s.Metrics().All() {
		_, err := s.Query(t.Context(), manager, query(m.ID))
		if (fault.CodeOf(err) == fault.Forbidden) != m.NeedsCost {
			t.Errorf("%s without see_cost: %v", m.ID, err)
		}
	}
}

func TestAVerifiedReceiptOfAnotherVersionIsRefused(t *testing.T) {
	s := company(t, &kpitest.Memory{Events: sends(20, 5)}, day(120))
	got, err := s.Query(t.Context(), seller, query("quotes_sent"))
	if err != nil {
		t.Fatal(err)
	}
	receipt := got.Answers[0].Receipt
	receipt.Version++
	if _, err := s.Verify(t.Context(), seller, receipt); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("another version gives %v", err)
	}
	receipt.Version--
	receipt.Hash = "forged"
	if v, err := s.Verify(t.Context(), seller, receipt); err != nil || v.Same {
		t.Errorf("a forged receipt verifies: %v", err)
	}
}

// lives is twenty quotes sent on day 0 and worth 1,000 each: five ordered on
// day 10 at 900, five rejected on day 20, ten open until day 60.
func lives() []kpi.Event {
	var out []kpi.Event
	for i, e := range sends(20, 5) {
		e.Value.List = e.Value.Net.Add(money.FromInt(250))
		e.Value.Steps = []kpi.Step{{Code: "list", Amount: money.FromInt(1200)}, {Code: "selection", Amount: money.FromInt(50)}, {Code: "tier", Amount: money.FromInt(-150)}, {Code: "manual", Amount: money.FromInt(-100)}}
		if e.Type == kpi.Sent {
			e.ExpiresAt, e.RequestedAt = day(60), day(-1)
		} else {
			e.Value.CostedNet, e.Value.Cost = money.FromInt(900), money.FromInt(600)
			e.Dimensions.Source = "fair"
		}
		if n := int(e.Family[1]); n >= 5 && n < 10 && e.Type == kpi.Sent {
			out = append(out, kpi.Event{ID: identity.ID{5, byte(i)}, Family: e.Family, Type: kpi.Rejected, Offer: e.Offer, OccurredAt: day(20), RecordedAt: day(20), Reason: "price"})
		}
		out = append(out, e)
	}
	return out
}

func TestFiguresByHand(t *testing.T) {
	store := &kpitest.Memory{Events: lives()}
	march, april := civil.MustParse("2026-03-01"), civil.MustParse("2026-04-01")
	store.Records = kpi.Records{
		Targets:    []kpi.TargetRecord{{From: march, To: april, Amount: money.FromInt(9000)}},
		Costs:      []kpi.SourceCost{{Source: "fair", From: march, To: april, Cost: money.FromInt(1000)}},
		Activities: []kpi.Activity{{Day: march, Contacts: 50, Meetings: 10}},
	}
	for i := range 8 {
		survey := kpi.Survey{Day: march, Reference: fmt.Sprint(i)}
		if i < 5 {
			score := money.FromInt(int64(6 + i%2))
			survey.Score = &score
		}
		store.Surveys = append(store.Surveys, survey)
	}
	s := company(t, store, day(24)) // 26 March, 9:00
	for metric, want := range map[string][]string{
		"quotes_sent":        {"[] 20/20 20 "},
		"order_intake":       {"[] 5/5 4500 "},
		"average_order":      {"[] 5/5 900 "},
		"median_order":       {"[] 5/5 900 "},
		"target_attainment":  {"[] 5/5 0.5 "},
		"pace":               {"[] 5/5 0.610837 "}, // 4500 / (9000 * 25.375 / 31 days)
		"coverage":           {"[] 0/10 2.222222 "},
		"win_rate":           {"[] 5/10 0.5 "},
		"cohort_conversion":  {"[] 5/20 0.25 "},
		"value_conversion":   {"[] 5/20 0.25 "},
		"price_erosion":      {"[] 5/5 0.9 "},
		"discount_depth":     {"[] 20/20 0.2 "},
		"price_realisation":  {"[] 5/5 0.782609 "},
		"margin":             {"[] 5/5 0.333333 "},
		"open_pipeline":      {"[] 0/10 10000 "},
		"expiring_quotes":    {"[] 0/10 0 "},
		"loss_reasons":       {"[] 5/5 - too-few"},
		"quote_turnaround":   {"[] 20/20 1 "},
		"time_to_order":      {"[] 5/20 10 "},
		"contacts_per_quote": {"[] 50/20 2.5 "},
		"satisfaction":       {"[] 5/8 6.4 "},
		"source_roi":         {"[fair] 5/5 0.5 "},
		"price_waterfall":    {"[list] 0/20 25000 ", "[manual] 0/20 -2000 ", "[tier] 0/20 -3000 ", "[net] 0/20 20000 "},
		"funnel":             {"[sent] 20/20 1 ", "[viewed] 0/20 0 ", "[accepted] 5/20 0.25 ", "[ordered] 5/20 0.25 "},
		"stale_quotes":       {"[] 10/10 1 "}, // nine in ten ended within 20 days, the open ones are 24 days old
		"intake_bridge": {"[from] 0/0 0 ", "[volume] 0/0 0 ", "[mix] 0/0 0 ", "[conversion] 0/0 0 ",
			"[price] 0/0 0 ", "[currency] 0/0 0 ", "[to] 0/0 4500 "},
	} {
		t.Run(metric, func(t *testing.T) {
			var got []string
			for _, f := range ask(t, s, query(metric)) {
				got = append(got, show(f))
			}
			if metric == "intake_bridge" { // without a year before, the causes share the whole
				got, want = got[6:], want[6:]
			}
			if !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestTargetsAreOfTheLevelAskedFor(t *testing.T) {
	from, to := civil.MustParse("2026-03-01"), civil.MustParse("2026-04-01")
	north, south, me := identity.ID{20}, identity.ID{21}, identity.ID{30}
	events := sends(20, 10)
	for i := range events {
		events[i].Dimensions.Team = north
	}
	store := &kpitest.Memory{Events: events, Records: kpi.Records{Targets: []kpi.TargetRecord{
		{Team: north, From: from, To: to, Amount: money.FromInt(18_000)},
		{Team: south, From: from, To: to, Amount: money.FromInt(2_000)},
		{Owner: me, Team: north, From: from, To: to, Amount: money.FromInt(500)},
		{Team: north, From: to, To: civil.MustParse("2026-05-01"), Amount: money.FromInt(77)}, // another month
	}}}
	s := company(t, store, day(60))
	for name, c := range map[string]struct {
		slices []kpi.Dimension
		filter kpi.Filter
		want   []string
	}{
		"the company's is the sum of its teams'": {nil, nil, []string{"[] 10/10 0.45 "}},
		"one team":                               {nil, kpi.Filter{kpi.ByTeam: {north.String()}}, []string{"[] 10/10 0.5 "}},
		"by team":                                {[]kpi.Dimension{kpi.ByTeam}, nil, []string{"[" + north.String() + "] 10/10 0.5 ", "[" + south.String() + "] 0/0 0 "}},
		"a person":                               {nil, kpi.Filter{kpi.ByOwner: {me.String()}}, []string{"[] 0/0 0 "}},
		"nobody":                                 {nil, kpi.Filter{kpi.ByOwner: {south.String()}}, []string{"[] 0/0 - no-target"}},
	} {
		t.Run(name, func(t *testing.T) {
			q := query("target_attainment")
			q.Slices, q.Filter = c.slices, c.filter
			var got []string
			for _, f := range ask(t, s, q) {
				got = append(got, show(f))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	q := query("target_attainment")
	q.Slices = []kpi.Dimension{kpi.ByRegion}
	if _, err := s.Query(t.Context(), seller, q); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("targets by region give %v", err)
	}
}
