package configurator

import (
	"context"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// TestResult is what came of one model test.
type TestResult struct {
	Name   string `json:"name"`
	Passed bool   `json:"passed"`
	// Failures say what was expected and what was found, with positions.
	Failures []fault.Issue `json:"failures,omitempty"`
	// Skipped says what could not be checked: a price without a Pricer.
	Skipped []string `json:"skipped,omitempty"`
}

// TestReport is what came of all tests of a model.
type TestReport struct {
	Passed  bool         `json:"passed"`
	Results []TestResult `json:"results"`
	// UntestedRules are rules no test shows at work; UntestedOptions options
	// (path=option) no test's configuration contains.
	UntestedRules   []string `json:"untested_rules"`
	UntestedOptions []string `json:"untested_options"`
	// Rules and Options count all there are.
	Rules   int `json:"rules"`
	Options int `json:"options"`
}

// RunTests runs the model's own tests. price may be nil: expected prices are
// then skipped, and the result says so. The error is only about ctx.
func (c *Compiled) RunTests(ctx context.Context, price Pricer) (TestReport, error) {
	report := TestReport{Passed: true, Results: []TestResult{}}
	cover := &coverage{c: c, rules: map[string]bool{}, options: map[string]bool{}}
	for _, t := range c.model.Tests {
		if err := ctx.Err(); err != nil {
			return report, aborted(err)
		}
		r := &testRun{c: c, ctx: ctx, test: t, price: price, cover: cover}
		r.run()
		result := TestResult{Name: t.Name, Passed: len(r.failures) == 0, Failures: r.failures, Skipped: r.skipped}
		report.Passed = report.Passed && result.Passed
		report.Results = append(report.Results, result)
	}
	cover.report(&report)
	return report, nil
}

// testRun is one run of one test.
type testRun struct {
	c        *Compiled
	ctx      context.Context
	test     *Test
	price    Pricer
	cover    *coverage
	req      Request
	failures []fault.Issue
	skipped  []string
}

func (r *testRun) fail(pos fault.Position, format string, args ...any) {
	if pos.Line == 0 {
		pos = r.test.Pos
	}
	r.failures = append(r.failures, fault.Issue{Kind: "test-failed", Position: pos, Message: fmt.Sprintf(format, args...)})
}

func (r *testRun) run() {
	r.req = Request{Picks: r.test.Given, Context: r.test.Context}
	s, err := r.c.State(r.ctx, r.req)
	if err != nil {
		r.failWith(err)
		return
	}
	e := r.test.Expect
	if valid := s.Valid; e.Valid != nil && *e.Valid != valid {
		r.fail(fault.Position{}, "expected valid: %v, found %v%s", *e.Valid, valid, r.conflictsOf(&s))
	}
	if e.Complete != nil && *e.Complete != s.Complete {
		r.fail(fault.Position{}, "expected complete: %v, found %v, open: %v", *e.Complete, s.Complete, s.Progress.Open)
	}
	r.because(&s)
	for _, v := range e.Values {
		r.value(&s, v)
	}
	r.outcomes()
	r.cover.state(r.ctx, r.c, r.req)
}

// failWith reports an error of the request by its issues.
func (r *testRun) failWith(err error) {
	issues := fault.IssuesOf(err)
	if len(issues) == 0 {
		r.fail(fault.Position{}, "%v", err)
		return
	}
	for _, i := range issues {
		pos := r.test.Pos
		var n int
		if k, err := fmt.Sscanf(i.Pointer, "/picks/%d", &n); err == nil && k == 1 && n < len(r.test.GivenPos) {
			pos = r.test.GivenPos[n]
		}
		i.Position = pos
		r.failures = append(r.failures, i)
	}
}

// conflictsOf names what contradicts, for messages.
func (r *testRun) conflictsOf(s *State) string {
	out := ""
	for _, c := range s.Conflicts {
		out += fmt.Sprintf("; %s=%s contradicts: %v", c.Path, c.Value, r.rulesAgainst(c.Path, c.Value))
	}
	return out
}

// rulesAgainst names the rules that explain why a value is excluded.
func (r *testRun) rulesAgainst(path string, v Value) []string {
	e, err := r.c.Explain(r.ctx, r.req, path, v)
	if err != nil {
		return nil
	}
	var out []string
	for _, reason := range e.Reasons {
		if reason.Kind == RuleReason {
			out = append(out, reason.Rule)
			r.cover.rules[reason.Rule] = true
		}
	}
	return out
}

// because checks that one of the rules named explains one of the conflicts.
func (r *testRun) because(s *State) {
	if len(r.test.Expect.Because) == 0 {
		return
	}
	var found []string
	for _, c := range s.Conflicts {
		found = append(found, r.rulesAgainst(c.Path, c.Value)...)
	}
	for _, name := range r.test.Expect.Because {
		if slices.Contains(found, name) {
			return
		}
	}
	r.fail(fault.Position{}, "expected to be invalid because of %v, found %v", r.test.Expect.Because, found)
}

// value checks one expected value or state.
func (r *testRun) value(s *State, want ExpectedValue) {
	a := s.Attribute(want.Path)
	if a == nil {
		r.fail(want.Pos, "there is no %q here", want.Path)
		return
	}
	got := a.stateOf(want.Value)
	switch want.State {
	case "":
		if !a.hasValue(want.Value) {
			r.fail(want.Pos, "expected %s = %s, found %s", want.Path, want.Value, a.shown())
		}
	case Available:
		if got == Excluded || got == "" || got == Unknown {
			r.fail(want.Pos, "expected %s = %s to be available, found %s %v", want.Path, want.Value, got, r.rulesAgainst(want.Path, want.Value))
		}
	case Excluded:
		if got != Excluded {
			r.fail(want.Pos, "expected %s = %s to be excluded, found %s", want.Path, want.Value, got)
		}
		r.rulesAgainst(want.Path, want.Value)
	default:
		if got != want.State {
			r.fail(want.Pos, "expected %s = %s to be %s, found %s", want.Path, want.Value, want.State, got)
		}
		r.rulesAgainst(want.Path, want.Value)
	}
}

// stateOf is the state of a value written in a test, where a number may stand
// for an option code and a text for a number.
func (a *AttributeState) stateOf(v Value) ValueStatus {
	for _, s := range a.Values {
		if sameWritten(s.Value, v) {
			return s.Status
		}
	}
	if a.Intervals == nil && a.Unresolved == nil {
		return ""
	}
	if a.Decided && sameWritten(a.Value, v) {
		return a.Status
	}
	for _, part := range []struct {
		in     []Interval
		status ValueStatus
	}{{a.Intervals, Available}, {a.Unresolved, Unknown}} {
		for _, i := range part.in {
			if i.contains(v) {
				return part.status
			}
		}
	}
	return Excluded
}

// contains reports whether a number or date lies in the interval.
func (i Interval) contains(v Value) bool {
	if i.Min.Kind() == TextValue {
		return i.Min.Code() <= v.String() && v.String() <= i.Max.Code()
	}
	d := v.Decimal()
	return i.Min.Decimal().Cmp(d) <= 0 && d.Cmp(i.Max.Decimal()) <= 0
}

func sameWritten(v, w Value) bool { return v.Equal(w) || v.String() == w.String() }

// hasValue reports whether the attribute has the value, or for a multi holds
// the option.
func (a *AttributeState) hasValue(v Value) bool {
	if a.Type == MultiType {
		return slices.Contains(a.Selected, v.String()) || v.IsNone() && len(a.Selected) == 0
	}
	if v.IsNone() && !a.Active {
		return true
	}
	return a.Decided && sameWritten(a.Value, v)
}

func (a *AttributeState) shown() string {
	switch {
	case a.Type == MultiType:
		return fmt.Sprint(a.Selected)
	case !a.Active:
		return "it is not active"
	case !a.Decided:
		return "it is still open"
	}
	return a.Value.String()
}

// outcomes checks price, bill of materials and lead time.
func (r *testRun) outcomes() {
	e := r.test.Expect
	if e.Price != nil {
		r.checkPrice(*e.Price)
	}
	if len(e.BOM) > 0 {
		bom, err := r.c.BOM(r.ctx, r.req)
		if err != nil {
			r.fail(e.BOM[0].Pos, "%v", err)
			return
		}
		totals := map[string]money.Decimal{}
		addTotals(totals, bom.Manufacturing)
		for _, want := range e.BOM {
			if got := totals[want.Item]; !got.Equal(want.Quantity) {
				r.fail(want.Pos, "expected %s of item %s, found %s", want.Quantity, want.Item, got)
			}
		}
	}
	if e.LeadTime != nil {
		days, ok, err := r.c.LeadTime(r.ctx, r.req)
		if err != nil || !ok || days != *e.LeadTime {
			r.fail(fault.Position{}, "expected a lead time of %d days, found %d", *e.LeadTime, days)
		}
	}
}

func (r *testRun) checkPrice(want money.Decimal) {
	if r.price == nil {
		r.skipped = append(r.skipped, "price")
		return
	}
	selection, err := r.c.Selection(r.ctx, r.req)
	if err != nil {
		r.fail(fault.Position{}, "%v", err)
		return
	}
	got, err := r.price(r.ctx, selection)
	if err != nil {
		r.fail(fault.Position{}, "no price: %v", err)
	} else if !got.Equal(want) {
		r.fail(fault.Position{}, "expected the price %s, found %s", want, got)
	}
}

// addTotals adds up the quantities of each item over all levels.
func addTotals(totals map[string]money.Decimal, items []BOMItem) {
	for _, i := range items {
		totals[i.Item] = totals[i.Item].Add(i.Total)
		addTotals(totals, i.Children)
	}
}

// coverage notes which rules and options the tests show.
type coverage struct {
	c              *Compiled
	rules, options map[string]bool
}

// state notes the options of a configuration, and the rules whose condition
// holds in it.
func (v *coverage) state(ctx context.Context, c *Compiled, req Request) {
	a, err := c.begin(ctx, req)
	if err != nil {
		return
	}
	defer a.end()
	c.root.each(func(in *instance) {
		frame := a.present.frames.Of(in.at)
		if frame == nil {
			return
		}
		for _, r := range in.body.rules {
			if r.when != nil && r.when.Bool(frame) {
				v.rules[r.Name] = true
			}
		}
		for _, x := range in.attributes {
			for _, code := range a.present.codes(x) {
				v.options[optionKey(x, code)] = true
			}
		}
	})
}

// codes are the options an attribute has.
func (p *present) codes(x *attribute) []string {
	if !p.active[x] || x.computed != nil {
		return nil
	}
	switch x.Type {
	case ChoiceType:
		if v, decided := p.values[x]; decided && !v.IsNone() {
			return []string{v.Code()}
		}
	case MultiType:
		var out []string
		for _, i := range p.sets[x] {
			out = append(out, x.Options[i].Code)
		}
		return out
	}
	return nil
}

func optionKey(x *attribute, code string) string {
	path := componentPath(x.inst)
	if path != "" {
		path += "/"
	}
	return path + x.Code + "=" + code
}

func (v *coverage) report(out *TestReport) {
	out.UntestedRules, out.UntestedOptions = []string{}, []string{}
	seen := map[string]bool{}
	v.c.root.each(func(in *instance) {
		for _, r := range in.body.rules {
			if !seen[r.Name] {
				seen[r.Name] = true
				if out.Rules++; !v.rules[r.Name] {
					out.UntestedRules = append(out.UntestedRules, r.Name)
				}
			}
		}
		for _, x := range in.attributes {
			if x.computed != nil {
				continue
			}
			for _, o := range x.Options {
				key := optionKey(x, o.Code)
				if seen[key] {
					continue
				}
				seen[key] = true
				if out.Options++; !v.options[key] {
					out.UntestedOptions = append(out.UntestedOptions, key)
				}
			}
		}
	})
}
