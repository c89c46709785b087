package pricing

import (
	"fmt"
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Expectation is what a test of a procedure demands; what it does not name is
// not looked at.
type Expectation struct {
	// UnitNet and FinalNet are by line id.
	UnitNet  map[string]money.Decimal `json:"unit_net,omitempty"`
	FinalNet map[string]money.Decimal `json:"final_net,omitempty"`
	// Steps are the ids of the steps in the waterfall, in order, by line id.
	Steps map[string][]string `json:"steps,omitempty"`
	// Net, VAT and Gross are the one-off totals.
	Net   *money.Decimal `json:"net,omitempty"`
	VAT   *money.Decimal `json:"vat,omitempty"`
	Gross *money.Decimal `json:"gross,omitempty"`
	TCV   *money.Decimal `json:"tcv,omitempty"`
	// Issues are the kinds of all issues, in order; nil demands that there are
	// none.
	Issues   []string `json:"issues,omitempty"`
	Position Position `json:"-"`
}

// Test runs the procedure's worked examples and returns an issue for every
// figure that differs. Publishing refuses a procedure whose tests fail.
func (p *Pricer) Test() []fault.Issue {
	var out []fault.Issue
	for i, t := range p.procedure.Tests {
		r := p.Price(t.Given)
		for _, difference := range t.Expect.differences(&r) {
			out = append(out, fault.Issue{Kind: "failed-test", Pointer: fmt.Sprintf("/tests/%d", i), Position: t.Expect.Position,
				Message: fmt.Sprintf("test %q: %s", t.Name, difference)})
		}
	}
	return out
}

// differences describes every figure of the result that is not as demanded.
func (e *Expectation) differences(r *Result) []string {
	var out []string
	number := func(what string, want, got money.Decimal) {
		if !want.Equal(got) {
			out = append(out, fmt.Sprintf("%s is %s, expected %s", what, got, want))
		}
	}
	lines := make(map[string]*LineResult, len(r.Lines))
	for i := range r.Lines {
		lines[r.Lines[i].ID] = &r.Lines[i]
	}
	for _, id := range e.lines() {
		l := lines[id]
		if l == nil {
			out = append(out, fmt.Sprintf("there is no line %q", id))
			continue
		}
		if want, ok := e.UnitNet[id]; ok {
			number("the unit net of line "+id, want, l.UnitNet)
		}
		if want, ok := e.FinalNet[id]; ok {
			number("the final net of line "+id, want, l.FinalNet)
		}
		if want, ok := e.Steps[id]; ok && !slices.Equal(want, l.stepIDs()) {
			out = append(out, fmt.Sprintf("the steps of line %s are %v, expected %v", id, l.stepIDs(), want))
		}
	}
	for _, total := range []struct {
		what string
		want *money.Decimal
		got  money.Decimal
	}{
		{"the net total", e.Net, r.Totals.OneOff.Net}, {"the VAT", e.VAT, r.Totals.OneOff.VAT},
		{"the gross total", e.Gross, r.Totals.OneOff.Gross}, {"the TCV", e.TCV, r.Totals.TCV},
	} {
		if total.want != nil {
			number(total.what, *total.want, total.got)
		}
	}
	var kinds []string
	for _, i := range r.Issues {
		kinds = append(kinds, i.Kind)
	}
	if !slices.Equal(kinds, e.Issues) {
		out = append(out, fmt.Sprintf("the issues are %v, expected %v", kinds, e.Issues))
	}
	return out
}

// lines returns the ids of the lines that the expectation is about.
func (e *Expectation) lines() []string {
	ids := map[string]bool{}
	for _, keys := range [][]string{slices.Collect(maps.Keys(e.UnitNet)), slices.Collect(maps.Keys(e.FinalNet)), slices.Collect(maps.Keys(e.Steps))} {
		for _, id := range keys {
			ids[id] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

func (l *LineResult) stepIDs() []string {
	var out []string
	for _, s := range l.Steps {
		out = append(out, s.ID)
	}
	return out
}
