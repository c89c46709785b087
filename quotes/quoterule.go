package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// QuoteRule is a condition across the lines of a quote: "each pump needs a
// controller". Both conditions are in the rule language, over the variables of
// approval rules.
type QuoteRule struct {
	Code string `json:"code"`
	// When says for which quotes the rule holds; empty is all.
	When string `json:"when,omitempty"`
	// Require must then be true.
	Require  string       `json:"require"`
	Severity RuleSeverity `json:"severity"`
	Message  lang.Text    `json:"message"`
}

// RuleSeverity says what a violated rule prevents.
type RuleSeverity string

// The severities.
const (
	RuleError   RuleSeverity = "error"   // the quote cannot be submitted
	RuleWarning RuleSeverity = "warning" // nothing
)

// RuleFinding is a quote-level rule that the content violates.
type RuleFinding struct {
	Rule     string       `json:"rule"`
	Severity RuleSeverity `json:"severity"`
	Message  lang.Text    `json:"message"`
}

// findings returns the quote-level rules that the content violates.
func (c *ruleCache) findings(k *Case, r *Revision) ([]RuleFinding, error) {
	return c.violated(k, r, k.Settings.QuoteRules)
}

func (c *ruleCache) violated(k *Case, r *Revision, list []QuoteRule) ([]RuleFinding, error) {
	var out []RuleFinding
	if len(list) == 0 {
		return nil, nil
	}
	frame := k.frame(c.schema, r, true)
	for _, rule := range list {
		if rule.When != "" {
			when, err := c.program(rule.Code, rule.When)
			if err != nil {
				return nil, err
			}
			if !when.Bool(frame) {
				continue
			}
		}
		require, err := c.program(rule.Code, rule.Require)
		if err != nil {
			return nil, err
		}
		if !require.Bool(frame) {
			out = append(out, RuleFinding{rule.Code, rule.Severity, rule.Message})
		}
	}
	return out, nil
}

// unfit returns the rules that the lines chosen from a sent offer break together,
// as the rules stood when it was sent: later ones do not bind it. To a rule what
// is chosen is firm, and what is not chosen is not there.
func (c *ruleCache) unfit(k *Case, r *Revision, chosen []Line) ([]RuleFinding, error) {
	if k.Snapshot == nil || len(k.Snapshot.Rules) == 0 {
		return nil, nil
	}
	taken := *r
	taken.Lines = slices.Clone(chosen)
	for n := range taken.Lines {
		taken.Lines[n].Optional, taken.Lines[n].Alternative = false, ""
	}
	taken.Totals, _ = totalsOf(r, chosen)
	return c.violated(k, &taken, k.Snapshot.Rules)
}

// refusals are the findings that keep the quote from being submitted.
func (c *ruleCache) refusals(k *Case, r *Revision) ([]fault.Issue, error) {
	found, err := c.findings(k, r)
	var out []fault.Issue
	for _, f := range found {
		if f.Severity == RuleError {
			out = append(out, fault.Issue{Kind: "quote-rule", Pointer: "/rules/" + f.Rule, Message: f.Message.In("en")})
		}
	}
	return out, err
}
