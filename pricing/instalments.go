package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Instalment is one part of a payment schedule: a percent of the total, an
// amount, or, with neither, the balance.
type Instalment struct {
	Percent *money.Decimal `json:"percent,omitempty"`
	Amount  *money.Decimal `json:"amount,omitempty"`
}

// Instalments returns what each instalment of a total comes to, with the given
// number of decimals; the amounts sum to exactly the total. The balance takes
// what the others leave. Without one there must be only percentages, of 100
// together, whose cents go to the largest remainders, or only amounts that come
// to the total. The error is an Invalid fault with an issue for every mistake,
// by JSON pointer.
func Instalments(total money.Decimal, minor int, parts []Instalment) ([]money.Decimal, error) {
	balance, issues := checkInstalments(&total, parts)
	if err := fault.FromIssues("invalid-schedule", "the payment schedule has mistakes", issues); err != nil || len(parts) == 0 {
		return nil, err
	}
	out := make([]money.Decimal, len(parts))
	left := total
	var weights []money.Decimal
	var at []int
	for i, p := range parts {
		switch {
		case p.Amount != nil:
			out[i] = p.Amount.Round(minor)
			left = left.Sub(out[i])
		case p.Percent != nil:
			weights, at = append(weights, *p.Percent), append(at, i)
		}
	}
	if balance < 0 {
		shares, err := money.Allocate(left, weights, minor)
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "invalid-schedule", "the payment schedule cannot be shared out")
		}
		for n, i := range at {
			out[i] = shares[n]
		}
		return out, nil
	}
	for _, i := range at {
		out[i] = total.Mul(parts[i].Percent.Shift(-2)).Round(minor)
		left = left.Sub(out[i])
	}
	if left.Sign()*total.Sign() < 0 {
		return nil, fault.FromIssues("invalid-schedule", "the payment schedule has mistakes", []fault.Issue{{Kind: "negative-balance",
			Pointer: fmt.Sprintf("/%d", balance), Message: fmt.Sprintf("the other instalments exceed the total of %s", total)}})
	}
	out[balance] = left
	return out, nil
}

// CheckInstalments returns the mistakes of a schedule that no total could mend,
// by JSON pointer.
func CheckInstalments(parts []Instalment) []fault.Issue {
	_, issues := checkInstalments(nil, parts)
	return issues
}

// checkInstalments returns the place of the balance, -1 for none, and every
// mistake of the schedule, for a total where there is one.
func checkInstalments(total *money.Decimal, parts []Instalment) (int, []fault.Issue) {
	var issues []fault.Issue
	bad := func(i int, kind, format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: kind, Pointer: fmt.Sprintf("/%d", i), Message: fmt.Sprintf(format, args...)})
	}
	balance, percents := -1, 0
	var percent, amounts money.Decimal
	for i, p := range parts {
		switch {
		case p.Percent != nil && p.Amount != nil:
			bad(i, "invalid-instalment", "an instalment is a percent or an amount, not both")
		case p.Percent != nil:
			if p.Percent.Sign() <= 0 {
				bad(i, "invalid-instalment", "the percent %s must be positive", p.Percent)
			}
			percent, percents = percent.Add(*p.Percent), percents+1
		case p.Amount != nil:
			if total != nil && p.Amount.Sign()*total.Sign() < 0 {
				bad(i, "invalid-instalment", "the amount %s has the wrong sign", p.Amount)
			}
			amounts = amounts.Add(*p.Amount)
		case balance >= 0:
			bad(i, "second-balance", "instalment %d is the balance already", balance+1)
		default:
			balance = i
		}
	}
	switch last := len(parts) - 1; {
	case balance >= 0 || last < 0:
	case percents == 0 && (total == nil || amounts.Equal(*total)):
	case percents == 0:
		bad(last, "incomplete-schedule", "the amounts come to %s, not to the total of %s", amounts, total)
	case percents > 0 && amounts.IsZero() && !percent.Equal(hundred):
		bad(last, "incomplete-schedule", "the percentages come to %s %%, not to 100 %%", percent)
	case percents > 0 && !amounts.IsZero():
		bad(last, "incomplete-schedule", "a schedule of amounts and percentages needs a balance")
	}
	return balance, issues
}
