package document_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// A recurring line says from when to when it runs, and what is due of it in each
// contract year.
func TestServiceDatesAndRampArePrinted(t *testing.T) {
	t.Parallel()
	s := sample.All()[0].In("en", layout.Default())
	l := &s.Sections[0].Lines[0]
	l.Period = quotes.Monthly
	l.ServiceTerm = quotes.ServiceTerm{Start: civil.MustParse("2026-12-01"), End: civil.MustParse("2028-11-30")}
	l.Schedule = []pricing.Due{{Year: 1, Net: money.MustParse("870")}, {Year: 2, Net: money.MustParse("1740")}}
	got := text(t, render(t, "service-dates", s))
	for _, want := range []string{"Service: ", "2026", "30", "Contract year 1", "870.00", "Contract year 2", "1,740.00"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not printed:\n%s", want, got)
		}
	}
	*l = sample.All()[0].In("en", layout.Default()).Sections[0].Lines[0]
	l.Period, l.ServiceTerm = quotes.Monthly, quotes.ServiceTerm{Start: civil.MustParse("2026-12-01"), TermMonths: 36}
	if got := text(t, render(t, "service-term", s)); !strings.Contains(got, "36 months") {
		t.Errorf("the term is not printed:\n%s", got)
	}
}
