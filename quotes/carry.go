package quotes

import (
	"github.com/quotient-cpq/quotient/internal/money"
)

// carry marks those of the steps asked for that an earlier decision on the
// revision still covers: the rule's version, the customer and the currency are
// the same, nothing that the rule reads is worse (or it is within the ceilings
// of a return), the limit covers the total, and whoever decided has not edited
// since.
func (c *Case) carry(r *Revision, asked []ApprovalStep, hash string) {
	for n := range asked {
		for _, old := range r.Approvals {
			if c.stands(old, asked[n], r) {
				asked[n].State, asked[n].Hash = StepCarried, hash
				asked[n].DecidedBy, asked[n].DecidedAt, asked[n].OnBehalfOf = old.DecidedBy, old.DecidedAt, old.OnBehalfOf
				asked[n].Comment, asked[n].UpTo = old.Comment, old.UpTo
				asked[n].Customer, asked[n].Currency, asked[n].Limit = old.Customer, old.Currency, old.Limit
				break
			}
		}
	}
}

func (c *Case) stands(old, asked ApprovalStep, r *Revision) bool {
	decided := old.State == StepApproved || old.State == StepCarried || old.State == StepUpTo
	same := old.Rule == asked.Rule && old.RuleVersion == asked.RuleVersion && old.Stage == asked.Stage &&
		old.Role == asked.Role && old.Person == asked.Person
	if !decided || !same || old.Customer != c.Family.Customer || old.Currency != r.Currency ||
		old.DecidedBy == r.LastEditor || !old.Limit.covers(r) || len(old.Values) != len(asked.Values) {
		return false
	}
	worse := c.Settings.worse(asked.Rule)
	for name, now := range asked.Values {
		before, known := old.Values[name]
		if !known || !within(before, now, worse[name], old.ceiling(name)) {
			return false
		}
	}
	return true
}

// ceiling is the bound a return has set for a variable, or nil.
func (s ApprovalStep) ceiling(name string) *money.Decimal {
	if d, ok := s.UpTo[name]; ok {
		return &d
	}
	return nil
}

// worse returns the directions of a rule.
func (s Settings) worse(code string) map[string]Direction {
	for _, r := range s.Approvals {
		if r.Code == code {
			return r.Worse
		}
	}
	return nil
}

// within reports whether a value has not become worse than before, or than the
// ceiling where there is one.
func within(before, now string, worse Direction, ceiling *money.Decimal) bool {
	if ceiling == nil && before == now {
		return true
	}
	value, err := money.Parse(now)
	if err != nil {
		return false
	}
	bound, err := money.Parse(before)
	if ceiling != nil {
		bound, err = *ceiling, nil
	}
	switch {
	case err != nil:
		return false
	case worse == Lower:
		return value.Cmp(bound) >= 0
	case worse == Higher || ceiling != nil:
		return value.Cmp(bound) <= 0
	}
	return false
}
