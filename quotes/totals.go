package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// summing adds up chosen lines and charges the way a whole quote is summed: VAT
// per period, category and rate, on the summed base.
type summing struct {
	r     *Revision
	total Totals
	rows  []Tax
	codes []string
	steps map[string]money.Decimal
}

// termStep is the name of what a ramp and the days of a period make of a line
// over its term, beyond what its steps say.
const termStep = "term"

// totalsOf sums the chosen lines of a priced revision with their charges.
func totalsOf(r *Revision, lines []Line) (Totals, []Tax) {
	s := &summing{r: r, steps: map[string]money.Decimal{}}
	for _, l := range lines {
		s.line(l)
	}
	for _, c := range chargesOf(r, lines) {
		s.charge(c)
	}
	return s.finish()
}

// chargesOf returns the charges that come with the chosen lines: those of the
// whole quote and those of the lines.
func chargesOf(r *Revision, lines []Line) []Charge {
	var out []Charge
	for _, c := range r.Charges {
		of := func(l Line) bool { return l.ID == c.Line }
		if c.Line == identity.Nil && c.Counted || c.Line != identity.Nil && slices.ContainsFunc(lines, of) {
			out = append(out, c)
		}
	}
	return out
}

func (s *summing) line(l Line) {
	s.tax(l.Resolved.Period, l.Price.TaxCategory, l.Price.TaxRate, l.Price.FinalNet)
	t := &s.total
	t.TCV = t.TCV.Add(l.Price.TCV)
	t.List = t.List.Add(l.listOverTerm())
	t.BeforeManual = t.BeforeManual.Add(l.beforeOverTerm())
	if l.Price.Cost != nil {
		t.Cost, t.CostedNet = t.Cost.Add(l.costOverTerm()), t.CostedNet.Add(l.Price.TCV)
	}
	rest := l.Price.TCV
	for _, step := range l.Price.Steps {
		amount := l.over(step.Amount)
		rest = rest.Sub(amount)
		s.step(step.Code, amount)
	}
	if !rest.IsZero() {
		s.step(termStep, rest)
	}
}

// charge adds a charge; a recurring one counts over the quote's term.
func (s *summing) charge(c Charge) {
	s.tax(c.Period, c.TaxCategory, c.TaxRate, c.Net)
	amount := c.overTerm(s.r.TermMonths)
	s.total.TCV = s.total.TCV.Add(amount)
	s.step("charges", amount)
}

func (s *summing) step(code string, amount money.Decimal) {
	if _, known := s.steps[code]; !known {
		s.codes = append(s.codes, code)
	}
	s.steps[code] = s.steps[code].Add(amount)
}

func (s *summing) tax(p Period, category string, rate, net money.Decimal) {
	total := s.total.period(p)
	total.Net = total.Net.Add(net)
	n := slices.IndexFunc(s.rows, func(t Tax) bool { return t.Period == p && t.Category == category && t.Rate.Equal(rate) })
	if n < 0 {
		n = len(s.rows)
		s.rows = append(s.rows, Tax{Period: p, Category: category, Rate: rate})
	}
	s.rows[n].Base = s.rows[n].Base.Add(net)
}

func (s *summing) finish() (Totals, []Tax) {
	for n := range s.rows {
		row := &s.rows[n]
		row.Amount = row.Base.Mul(row.Rate).Shift(-2).Round(s.r.Currency.Minor())
		for _, printed := range s.r.Taxes {
			if printed.Category == row.Category && printed.Rate.Equal(row.Rate) {
				row.Reason = printed.Reason
			}
		}
		p := s.total.period(row.Period)
		p.VAT = p.VAT.Add(row.Amount)
	}
	t := &s.total
	for _, p := range []*PeriodTotal{&t.OneOff, &t.Month, &t.Year} {
		p.Gross = p.Net.Add(p.VAT)
	}
	for _, code := range s.codes {
		t.Steps = append(t.Steps, StepTotal{code, s.steps[code]})
	}
	t.LargestTCV = t.TCV
	return *t, s.rows
}

func (t *Totals) period(p Period) *PeriodTotal {
	switch p {
	case Monthly:
		return &t.Month
	case Yearly:
		return &t.Year
	}
	return &t.OneOff
}
