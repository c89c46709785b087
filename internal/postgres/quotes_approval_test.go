package postgres_test

import (
	"context"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

func rule(code, when string, asks ...quotes.ApprovalAsk) quotes.ApprovalRule {
	return quotes.ApprovalRule{Code: code, When: when, Message: lang.New(code, code), Steps: asks}
}

func byRole(stage int, role identity.Role) quotes.ApprovalAsk {
	return quotes.ApprovalAsk{Stage: stage, Role: role}
}

// with replaces the approval rules.
func (d *desk) with(t testing.TB, rules ...quotes.ApprovalRule) {
	t.Helper()
	d.settings(t, func(s *quotes.Settings) { s.Approvals = rules })
}

func (d *desk) submit(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
	t.Helper()
	return must[quotes.RevisionView](t)(d.Submit(t.Context(), d.Rep, on(v)))
}

func percentOff(percent string) *quotes.Adjustment {
	return &quotes.Adjustment{Kind: quotes.Percent, Value: money.MustParse(percent)}
}

// Whichever way a discount of 20 % is dressed up, the rule sees it.
func TestNoWayRoundAnApproval(t *testing.T) {
	t.Parallel()
	d := setup(t)
	d.with(t, quotes.ApprovalRule{Code: "discount", When: "discretionary_discount > 0.15 or max_line.discretionary_discount > 0.5",
		Message: lang.New("discount", "remise"), Steps: []quotes.ApprovalAsk{byRole(0, identity.Approver)},
		Worse: map[string]quotes.Direction{"discretionary_discount": quotes.Higher, "max_line.discretionary_discount": quotes.Higher}})
	optional := func(l quotes.NewLine) quotes.NewLine { l.Optional = true; return l }
	alternative := func(l quotes.NewLine, proposed bool) quotes.NewLine {
		l.Alternative, l.Proposed = "x", proposed
		return l
	}
	section := quotes.Section{ID: identity.NewID(), Title: "S", Discount: *percentOff("20")}
	inSection := line("BIKE", "10")
	inSection.Section = section.ID
	target := line("BIKE", "10")
	target.Manual = quotes.Adjustment{Kind: quotes.TargetNet, Value: money.MustParse("800")}
	amount := line("BIKE", "10")
	amount.Manual = quotes.Adjustment{Kind: quotes.AmountOff, Value: money.MustParse("200")}
	for name, c := range map[string]struct {
		header quotes.ContentPatch
		lines  []quotes.NewLine
		want   quotes.State
	}{
		"within the limit":        {lines: []quotes.NewLine{discounted("BIKE", "10", "15")}, want: quotes.Approved},
		"line percent":            {lines: []quotes.NewLine{discounted("BIKE", "10", "20")}, want: quotes.PendingApproval},
		"line amount":             {lines: []quotes.NewLine{amount}, want: quotes.PendingApproval},
		"target net":              {lines: []quotes.NewLine{target}, want: quotes.PendingApproval},
		"header discount":         {header: quotes.ContentPatch{Discount: percentOff("20")}, lines: []quotes.NewLine{line("BIKE", "10")}, want: quotes.PendingApproval},
		"section discount":        {header: quotes.ContentPatch{Sections: &[]quotes.Section{section}}, lines: []quotes.NewLine{inSection}, want: quotes.PendingApproval},
		"10 % on 12 %":            {header: quotes.ContentPatch{Discount: percentOff("10")}, lines: []quotes.NewLine{discounted("BIKE", "10", "12")}, want: quotes.PendingApproval},
		"split lines":             {lines: []quotes.NewLine{discounted("BIKE", "4", "20"), discounted("BIKE", "6", "20")}, want: quotes.PendingApproval},
		"one line free of charge": {lines: []quotes.NewLine{line("BIKE", "10"), discounted("LOCK", "1", "100")}, want: quotes.PendingApproval},
		"optional line":           {lines: []quotes.NewLine{line("LOCK", "1"), optional(discounted("BIKE", "10", "20"))}, want: quotes.PendingApproval},
		"alternative line":        {lines: []quotes.NewLine{alternative(line("BIKE", "9"), true), alternative(discounted("BIKE", "10", "20"), false)}, want: quotes.PendingApproval},
		"diluted by the optional": {lines: []quotes.NewLine{discounted("BIKE", "10", "20"), optional(line("BIKE", "100"))}, want: quotes.PendingApproval},
	} {
		t.Run(name, func(t *testing.T) {
			v := must[quotes.RevisionView](t)(d.Create(t.Context(), d.Rep, quotes.NewQuote{Customer: d.customer.ID, Header: c.header, Lines: c.lines}))
			if v = d.submit(t, v); v.State != c.want {
				t.Errorf("submitted it is %s, want %s; values %v", v.State, c.want, v.Approvals)
			}
		})
	}
	d.checked(t)
}

func TestARuleThatReadsAnUnknownMarginFires(t *testing.T) {
	t.Parallel()
	d := setup(t)
	d.with(t, rule("margin", "margin < 0.1", byRole(0, identity.Approver)))
	if v := d.submit(t, d.draft(t, line("BIKE", "1"))); v.State != quotes.Approved {
		t.Errorf("with a margin of 40 %% it is %s", v.State)
	}
	v := d.submit(t, d.draft(t, line("BIKE", "1"), line("TUNE", "1"))) // the cost of TUNE is unknown
	if v.State != quotes.PendingApproval {
		t.Fatalf("with an unknown cost it is %s", v.State)
	}
	if step := v.Approvals[0]; !step.ReadsCost || step.Values != nil {
		t.Errorf("the rep sees what the margin rule read: %v", step.Values)
	}
	seen := must[quotes.RevisionView](t)(d.Revision(t.Context(), d.Approver, v.ID))
	if len(seen.Approvals[0].Values) == 0 || seen.Totals.Cost.IsZero() {
		t.Errorf("the approver sees %v and a cost of %s", seen.Approvals[0].Values, seen.Totals.Cost)
	}
}

func TestChainsAreDecidedInOrder(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	d.with(t,
		rule("first", "discretionary_discount > 0.1", byRole(1, identity.Manager)),
		rule("second", "discretionary_discount > 0.2", byRole(2, identity.Approver)))
	v := d.submit(t, d.draft(t, discounted("BIKE", "1", "30")))
	_, err := d.Approve(ctx, d.Approver, on(v), quotes.Decision{})
	wantCode(t, err, fault.Forbidden)
	v = must[quotes.RevisionView](t)(d.Approve(ctx, d.Manager, on(v), quotes.Decision{}))
	if v.State != quotes.PendingApproval {
		t.Fatalf("after the first of two steps it is %s", v.State)
	}
	_, err = d.Approve(ctx, d.Manager, on(v), quotes.Decision{})
	wantCode(t, err, fault.Forbidden)
	v = must[quotes.RevisionView](t)(d.Approve(ctx, d.Approver, on(v), quotes.Decision{}))
	if v.State != quotes.Approved {
		t.Errorf("after both steps it is %s", v.State)
	}
	d.checked(t)
}

func TestNobodyApprovesTheirOwnWork(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	boss := d.Manager
	boss.Roles = []identity.Role{identity.Manager, identity.Approver}
	v := d.draft(t, discounted("BIKE", "1", "20"))
	v = must[quotes.RevisionView](t)(d.Edit(ctx, boss, on(v), quotes.Changes{Header: &quotes.ContentPatch{Discount: percentOff("1")}}))
	v = d.submit(t, v)
	_, err := d.Approve(ctx, boss, on(v), quotes.Decision{})
	wantCode(t, err, fault.Conflict)
	must[quotes.RevisionView](t)(d.Approve(ctx, d.Approver, on(v), quotes.Decision{}))
}

func TestLimitsBindTheApprover(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	d.settings(t, func(s *quotes.Settings) {
		s.Limits = []quotes.ApprovalLimit{{Role: identity.Approver, UpTo: money.FromInt(5000), Currency: s.BaseCurrency}}
	})
	optional := discounted("BIKE", "3", "20")
	optional.Optional = true
	v := d.submit(t, d.draft(t, discounted("BIKE", "5", "20"), optional)) // 4,000, and 2,400 on top
	_, err := d.Approve(ctx, d.Approver, on(v), quotes.Decision{})
	wantCode(t, err, fault.Conflict)
	d.settings(t, func(s *quotes.Settings) {
		s.Limits = append(s.Limits, quotes.ApprovalLimit{Person: d.Approver.ID, UpTo: money.FromInt(6400), Currency: s.BaseCurrency})
	})
	must[quotes.RevisionView](t)(d.Approve(ctx, d.Approver, on(v), quotes.Decision{}))
}

// approved is a quote of 20 % discount that the approver has approved.
func (d *desk) approved(t testing.TB) quotes.RevisionView {
	t.Helper()
	v := d.submit(t, d.draft(t, discounted("BIKE", "10", "20"), line("LOCK", "1")))
	return must[quotes.RevisionView](t)(d.Approve(t.Context(), d.Approver, on(v), quotes.Decision{Comment: "fine"}))
}

func TestSmartReapproval(t *testing.T) {
	t.Parallel()
	d := setup(t)
	higher := func(s *quotes.Settings) {
		s.Approvals[0].Worse = map[string]quotes.Direction{"discretionary_discount": quotes.Higher}
	}
	d.settings(t, higher)
	english, cover := "en", "Bonjour"
	for name, c := range map[string]struct {
		change func(quotes.RevisionView) quotes.Changes
		// edited and submitted are the states after the edit and the next submit.
		edited, submitted quotes.State
	}{
		"cover and language change nothing": {func(quotes.RevisionView) quotes.Changes {
			return quotes.Changes{Header: &quotes.ContentPatch{Cover: &cover, Language: &english}}
		}, quotes.Approved, ""},
		"a smaller discount stands": {func(v quotes.RevisionView) quotes.Changes {
			return quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, Manual: percentOff("18")}}}
		}, quotes.Draft, quotes.Approved},
		"a larger discount does not": {func(v quotes.RevisionView) quotes.Changes {
			return quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, Manual: percentOff("21")}}}
		}, quotes.Draft, quotes.PendingApproval},
		"removing the full-price line does not": {func(v quotes.RevisionView) quotes.Changes {
			return quotes.Changes{Remove: []identity.ID{v.Lines[1].ID}}
		}, quotes.Draft, quotes.PendingApproval},
		"another payment term stands for a rule that does not read it": {func(quotes.RevisionView) quotes.Changes {
			terms := "60 jours"
			return quotes.Changes{Header: &quotes.ContentPatch{PaymentTerms: &terms}}
		}, quotes.Draft, quotes.Approved},
	} {
		t.Run(name, func(t *testing.T) {
			v := d.approved(t)
			v = must[quotes.RevisionView](t)(d.Edit(t.Context(), d.Rep, on(v), c.change(v)))
			if v.State != c.edited {
				t.Fatalf("after the edit it is %s, want %s", v.State, c.edited)
			}
			if c.submitted == "" {
				return
			}
			if v = d.submit(t, v); v.State != c.submitted {
				t.Errorf("submitted again it is %s, want %s; steps %+v", v.State, c.submitted, v.Approvals)
			}
			if v.State == quotes.Approved {
				must[quotes.RevisionView](t)(d.Send(t.Context(), d.Rep, on(v)))
			}
		})
	}
	t.Run("a new version of the rule asks again", func(t *testing.T) {
		v := d.approved(t)
		d.settings(t, func(s *quotes.Settings) { s.Approvals[0].When = "discretionary_discount > 0.14" })
		_, err := d.Send(t.Context(), d.Rep, on(v))
		wantCode(t, err, fault.Invalid)
		if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Kind != "approval-missing" {
			t.Errorf("issues %v", issues)
		}
	})
	t.Run("not when the approver has edited", func(t *testing.T) {
		boss := d.Manager
		boss.Roles = []identity.Role{identity.Manager, identity.Approver}
		v := d.submit(t, d.draft(t, discounted("BIKE", "10", "20")))
		v = must[quotes.RevisionView](t)(d.Approve(t.Context(), boss, on(v), quotes.Decision{}))
		v = must[quotes.RevisionView](t)(d.Edit(t.Context(), boss, on(v), quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, Manual: percentOff("19")}}}))
		if v = d.submit(t, v); v.State != quotes.PendingApproval {
			t.Errorf("an approver's own edit went through as %s", v.State)
		}
	})
	d.checked(t)
}

func TestAnotherSpecialRequestNeedsAnotherApproval(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	d.with(t, rule("special", "special", byRole(0, identity.Approver)))
	price := func(s string) *money.Decimal { p := money.MustParse(s); return &p }
	v := d.draft(t, quotes.NewLine{Special: "gold paint", Quantity: money.FromInt(1)})
	_, err := d.Submit(ctx, d.Rep, on(v))
	wantCode(t, err, fault.Invalid) // waits for the pricing desk
	gold := price("500")
	v = must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, SpecialPrice: &gold}}}))
	v = d.submit(t, v)
	v = must[quotes.RevisionView](t)(d.Approve(ctx, d.Approver, on(v), quotes.Decision{}))
	cheap := price("5")
	v = must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, SpecialPrice: &cheap}}}))
	if v = d.submit(t, v); v.State != quotes.PendingApproval {
		t.Errorf("another price of the special request went through as %s", v.State)
	}
}

func TestApproveUpToSetsCeilings(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	ok := must[quotes.RevisionView](t)
	v := d.submit(t, d.draft(t, discounted("BIKE", "10", "30")))
	for _, bad := range []map[string]money.Decimal{nil, {"margin": money.FromInt(1)}} {
		_, err := d.ApproveUpTo(ctx, d.Approver, on(v), quotes.Decision{UpTo: bad})
		wantCode(t, err, fault.Invalid)
	}
	v = ok(d.ApproveUpTo(ctx, d.Approver, on(v), quotes.Decision{Comment: "18 at most",
		UpTo: map[string]money.Decimal{"discretionary_discount": money.MustParse("0.18")}}))
	if v.State != quotes.Draft {
		t.Fatalf("it is %s", v.State)
	}
	for _, c := range []struct {
		percent string
		want    quotes.State
	}{{"18.5", quotes.PendingApproval}, {"18", quotes.Approved}} {
		w := v
		w = ok(d.Edit(ctx, d.Rep, on(w), quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, Manual: percentOff(c.percent)}}}))
		if w = d.submit(t, w); w.State != c.want {
			t.Fatalf("at %s %% it is %s, want %s", c.percent, w.State, c.want)
		}
		if c.want == quotes.Approved {
			break
		}
		v = d.submit(t, d.draft(t, discounted("BIKE", "10", "30")))
		v = ok(d.ApproveUpTo(ctx, d.Approver, on(v), quotes.Decision{UpTo: map[string]money.Decimal{"discretionary_discount": money.MustParse("0.18")}}))
	}
	d.checked(t)
}

func TestDeputiesDecideWithinDates(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	d.with(t, rule("discount", "discretionary_discount > 0.15", quotes.ApprovalAsk{Person: d.Approver.ID}))
	deputy := quotestest.NewPeople(d.Rep.Tenant).Approver
	v := d.submit(t, d.draft(t, discounted("BIKE", "1", "20")))
	_, err := d.Approve(ctx, deputy, on(v), quotes.Decision{})
	wantCode(t, err, fault.NotFound)
	today := d.clock.Today()
	wantCode(t, d.Delegate(ctx, d.Approver, d.Approver.ID, today, today), fault.Invalid)
	if err := d.Delegate(ctx, d.Approver, deputy.ID, today.AddDays(1), today.AddDays(2)); err != nil {
		t.Fatal(err)
	}
	_, err = d.Approve(ctx, deputy, on(v), quotes.Decision{})
	wantCode(t, err, fault.NotFound)
	d.clock.AdvanceDays(1)
	if page := must[[]quotes.Summary](t)(d.Quotes(ctx, deputy, quotes.Filter{States: []quotes.State{quotes.PendingApproval}})); len(page) != 1 {
		t.Errorf("the deputy's list has %d quotes", len(page))
	}
	v = must[quotes.RevisionView](t)(d.Approve(ctx, deputy, on(v), quotes.Decision{}))
	if step := v.Approvals[0]; step.DecidedBy != deputy.ID || step.OnBehalfOf != d.Approver.ID {
		t.Errorf("decided by %s for %s", step.DecidedBy, step.OnBehalfOf)
	}
	w := d.submit(t, d.draft(t, discounted("BIKE", "1", "20")))
	d.clock.AdvanceDays(2)
	_, err = d.Approve(ctx, deputy, on(w), quotes.Decision{})
	wantCode(t, err, fault.NotFound)
}

func TestEscalationOpensTheStepToTheTeamsManager(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	d.with(t, rule("discount", "discretionary_discount > 0.15", quotes.ApprovalAsk{Role: identity.Approver, EscalateHours: 4}))
	v := d.submit(t, d.draft(t, discounted("BIKE", "1", "20")))
	_, err := d.Approve(ctx, d.Manager, on(v), quotes.Decision{})
	wantCode(t, err, fault.Forbidden)
	d.clock.Advance(4 * time.Hour)
	for _, want := range []int{1, 0} {
		if n := must[int](t)(d.EscalateDue(ctx, d.Rep.Tenant, 10)); n != want {
			t.Errorf("escalated %d, want %d", n, want)
		}
	}
	v = must[quotes.RevisionView](t)(d.Approve(ctx, d.Manager, quotes.Target{Revision: v.ID}, quotes.Decision{}))
	if v.State != quotes.Approved {
		t.Errorf("it is %s", v.State)
	}
	d.checked(t)
}

func TestApproversAskAndAuthorsAnswer(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	v := d.submit(t, d.draft(t, discounted("BIKE", "1", "20")))
	_, err := d.Ask(ctx, d.Approver, on(v), "")
	wantCode(t, err, fault.Invalid)
	v = must[quotes.RevisionView](t)(d.Ask(ctx, d.Approver, on(v), "Why 20 %?"))
	_, err = d.Answer(ctx, d.Approver, on(v), "Because")
	wantCode(t, err, fault.Forbidden)
	v = must[quotes.RevisionView](t)(d.Answer(ctx, d.Rep, on(v), "A new customer."))
	entries := must[[]quotes.Entry](t)(d.Timeline(ctx, d.Rep, v.Family))
	if last := entries[len(entries)-1]; last.Event.Type != quotes.EventAnswered || last.Personal["comment"] != "A new customer." || v.State != quotes.PendingApproval {
		t.Errorf("%s %v, state %s", last.Event.Type, last.Personal, v.State)
	}
}

func TestQuoteRulesHoldAcrossLines(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	d.settings(t, func(s *quotes.Settings) {
		s.QuoteRules = []quotes.QuoteRule{
			{Code: "lock", When: `any(lines, .item == "BIKE")`, Severity: quotes.RuleError, Message: lang.New("Each bike needs a lock", "Chaque vélo a son antivol"),
				Require: `sum(filter(lines, .item == "LOCK"), .quantity) >= sum(filter(lines, .item == "BIKE"), .quantity)`},
			{Code: "care", Severity: quotes.RuleWarning, Message: lang.New("Offer care", "Proposez l'entretien"), Require: `any(lines, .item == "CARE")`},
		}
	})
	v := d.draft(t, line("BIKE", "2"), line("LOCK", "1"))
	if len(v.Findings) != 2 {
		t.Errorf("findings %v", v.Findings)
	}
	_, err := d.Submit(ctx, d.Rep, on(v))
	wantCode(t, err, fault.Invalid)
	two := money.FromInt(2)
	v = must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[1].ID, Quantity: &two}}}))
	if v = d.submit(t, v); v.State != quotes.Approved {
		t.Errorf("it is %s", v.State)
	}
}

func TestApprovalNeedsArePreviewed(t *testing.T) {
	t.Parallel()
	d := setup(t)
	v := d.draft(t, discounted("BIKE", "10", "20"))
	if len(v.Needed) != 1 || v.Needed[0].Rule != "discount" || v.Needed[0].Values["discretionary_discount"] != "0.2" {
		t.Errorf("needed %+v", v.Needed)
	}
	if w := d.draft(t, line("BIKE", "10")); len(w.Needed) != 0 {
		t.Errorf("needed %+v", w.Needed)
	}
}

func TestSettingsNameEveryMistake(t *testing.T) {
	t.Parallel()
	d := setup(t)
	s := must[quotes.Settings](t)(d.Settings(t.Context(), d.Admin))
	s.ValidityDays = 0
	s.Approvals = []quotes.ApprovalRule{rule("a", "discretionary_discont > 0.1", byRole(0, identity.Approver)), rule("a", "true")}
	_, err := d.SaveSettings(t.Context(), d.Admin, s)
	wantCode(t, err, fault.Invalid)
	if n := len(fault.IssuesOf(err)); n != 4 {
		t.Errorf("%d issues: %v", n, err)
	}
	_, err = d.SaveSettings(context.Background(), d.Rep, s)
	wantCode(t, err, fault.Forbidden)
}
