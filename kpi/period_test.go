package kpi_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// retail is a calendar of quarters of 13 weeks, one of 14 in the year of 53.
func retail(t *testing.T) []kpi.FiscalPeriod {
	t.Helper()
	records, err := kpi.ParseRecords(kpi.PeriodSheet, strings.NewReader(`name,first_day,last_day
2023-Q4,2023-10-30,2024-01-28
2024-Q4,2024-10-28,2025-02-02
2025-P1,2025-02-03,2025-03-02
2025-P2,2025-03-03,2025-03-30
2025-P3,2025-03-31,2025-05-04
2025-Q1,2025-02-03,2025-05-04
2025-Q2,2025-05-05,2025-08-03
2025-Q3,2025-08-04,2025-11-02
2025-Q4,2025-11-03,2026-02-01
2026-P1,2026-02-02,2026-03-01
2026-P3,2026-03-30,2026-05-03
2026-Q1,2026-02-02,2026-05-03
2026-H,2026-02-02,2026-08-02
`), kpi.Names{})
	if err != nil {
		t.Fatal(err)
	}
	return records.Periods
}

func TestPeriodsAndWhatTheyAreComparedWith(t *testing.T) {
	store := &kpitest.Memory{}
	store.Records.Periods = retail(t)
	s := company(t, store, day(0))
	for name, c := range map[string]struct {
		period, from, to string
		with             kpi.CompareWith
		want             string
	}{
		"a quarter, last year":               {"2026-Q1", "", "", kpi.LastYear, "2025-02-03 2025-05-05"},
		"a month of five weeks, last year":   {"2026-P3", "", "", kpi.LastYear, "2025-03-31 2025-05-05"},
		"a quarter of 13 after one of 14":    {"2025-Q4", "", "", kpi.LastYear, "2024-10-28 2025-02-03"},
		"a quarter and the one before":       {"2026-Q1", "", "", kpi.Previous, "2025-11-03 2026-02-02"},
		"a month and the one before":         {"2025-P3", "", "", kpi.Previous, "2025-03-03 2025-03-31"},
		"none like it last year":             {"2026-H", "", "", kpi.LastYear, "2025-02-02 2025-08-03"},
		"days that are a period":             {"", "2026-02-02", "2026-05-04", kpi.LastYear, "2025-02-03 2025-05-05"},
		"the first days of a period":         {"", "2026-02-02", "2026-02-20", kpi.LastYear, "2025-02-03 2025-02-21"},
		"the first days, of one of 14 weeks": {"", "2025-11-03", "2026-02-01", kpi.LastYear, "2024-10-28 2025-01-26"},
		"more days than there were":          {"", "2024-10-28", "2025-01-31", kpi.LastYear, "2023-10-30 2024-01-29"},
		"days inside a period":               {"", "2026-02-09", "2026-02-16", kpi.LastYear, "2025-02-09 2025-02-16"},
		"whole months":                       {"", "2026-01-01", "2026-04-01", kpi.Previous, "2025-10-01 2026-01-01"},
		"some days":                          {"", "2026-01-10", "2026-01-17", kpi.Previous, "2026-01-03 2026-01-10"},
		"a leap day":                         {"", "2024-02-29", "2024-03-01", kpi.LastYear, "2023-02-28 2023-03-01"},
		"the end of a month, a year earlier": {"", "2026-03-31", "2026-04-30", kpi.LastYear, "2025-03-31 2025-04-30"},
	} {
		t.Run(name, func(t *testing.T) {
			q := kpi.Query{Metrics: []string{"quotes_sent"}, Period: c.period, Compare: &kpi.Compare{With: c.with}}
			if c.from != "" {
				q.From, q.To = civil.MustParse(c.from), civil.MustParse(c.to)
			}
			r, err := s.Query(t.Context(), manager, q)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Compared.From.String() + " " + r.Compared.To.String(); got != c.want {
				t.Errorf("compared with %s, want %s", got, c.want)
			}
			if again, err := s.Verify(t.Context(), manager, r.Answers[0].Receipt); err != nil || !again.Same {
				t.Errorf("verified: %+v, %v", again, err)
			}
		})
	}
}

func TestPeriodsThatAreWrong(t *testing.T) {
	store := &kpitest.Memory{}
	s := company(t, store, day(0))
	ask := func(q kpi.Query) string {
		q.Metrics = []string{"quotes_sent"}
		_, err := s.Query(t.Context(), manager, q)
		var out []string
		for _, i := range fault.IssuesOf(err) {
			out = append(out, i.Pointer+" "+i.Message+" "+i.Suggestion)
		}
		return strings.Join(out, "; ")
	}
	days := kpi.Query{From: civil.MustParse("2026-01-01"), To: civil.MustParse("2026-02-01")}
	with := func(change func(*kpi.Query)) kpi.Query {
		q := days
		change(&q)
		return q
	}
	if got := ask(kpi.Query{Period: "2026-Q1"}); !strings.Contains(got, "the fiscal calendar is empty") {
		t.Errorf("without a calendar: %s", got)
	}
	store.Records.Periods = retail(t)
	for want, q := range map[string]kpi.Query{
		`/period there is no fiscal period "2026-Q9" 2026-Q1`:     {Period: "2026-Q9"},
		"/period a query gives a fiscal period or days, not both": with(func(q *kpi.Query) { q.Period = "2026-Q1" }),
		"/compare/with figures are compared with":                 with(func(q *kpi.Query) { q.Compare = &kpi.Compare{With: "last_yaer"} }),
		"/compare/to the days to compare with":                    with(func(q *kpi.Query) { q.Compare = &kpi.Compare{With: kpi.OtherDay} }),
		"/currency_mode the currency mode is":                     with(func(q *kpi.Query) { q.CurrencyMode = "konstant" }),
	} {
		if got := ask(q); !strings.HasPrefix(got, want) {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

func TestTheBridgeStartsFromTheFirstDaysOfTheSameFiscalPeriod(t *testing.T) {
	// Five orders on 12 March 2026, the fourth day of the fiscal month that
	// began on the 9th, and not among the days 8 to 11.
	store := &kpitest.Memory{Events: lives()}
	store.Records.Periods = []kpi.FiscalPeriod{
		{Name: "2026-P2", From: civil.MustParse("2026-03-09"), To: civil.MustParse("2026-04-06")},
		{Name: "2027-P2", From: civil.MustParse("2027-03-08"), To: civil.MustParse("2027-04-05")},
	}
	s := company(t, store, day(375))
	bridge := ask(t, s, kpi.Query{Metrics: []string{"intake_bridge"}, From: civil.MustParse("2027-03-08"), To: civil.MustParse("2027-03-12")})
	if got, want := show(bridge[0]), "[from] 0/0 4500 "; got != want {
		t.Errorf("the bridge starts from %q, want %q", got, want)
	}
}
