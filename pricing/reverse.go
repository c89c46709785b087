package pricing

import (
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Goal is what a quote must come to in one period. Exactly one of Net, Gross
// and Margin is set.
type Goal struct {
	// Period is one-off unless given.
	Period Period `json:"period,omitempty"`
	// Net and Gross are totals of the period, charges included.
	Net   *money.Decimal `json:"net,omitempty"`
	Gross *money.Decimal `json:"gross,omitempty"`
	// Margin is at least this many percent of the net of the counted lines.
	Margin *money.Decimal `json:"margin,omitempty"`
}

// Answer is the quote discount that reaches a goal.
type Answer struct {
	// Adjustment, added to the request's quote discounts, reaches the goal.
	Adjustment Adjustment `json:"adjustment"`
	// Reduction is what it takes from the lines, Percent that in percent of
	// them, at 2 decimals, for display.
	Reduction money.Decimal `json:"reduction"`
	Percent   money.Decimal `json:"percent"`
	// Reached is false where no discount comes to exactly the goal: the price
	// cannot go that low or high, or rounding steps over it. Result is then the
	// nearest found.
	Reached bool   `json:"reached"`
	Result  Result `json:"result"`
}

// reverseRounds bounds the search: charges and VAT in percent of the nets shrink
// the error by their factor each round.
const reverseRounds = 60

// Reverse finds the quote discount, on top of those in the request, with which
// the quote comes to the goal. It returns an Invalid fault for a goal that makes
// no sense or a margin over lines of unknown cost.
func (p *Pricer) Reverse(request Request, goal Goal) (Answer, error) {
	if err := goal.check(); err != nil {
		return Answer{}, err
	}
	d := p.Draft(request)
	start := d.Result()
	lines, err := goal.lines(&request, start)
	if err != nil {
		return Answer{}, err
	}
	target := lines.firm.Add(goal.missing(&request, start, lines))
	var best Answer
	var bestError money.Decimal
	for round := range reverseRounds {
		adjustment := Adjustment{ID: "reverse", Kind: TargetNet, Value: target, Period: goal.Period}
		d.Discount(request.Sections, append(request.Adjustments[:len(request.Adjustments):len(request.Adjustments)], adjustment))
		result := d.Result()
		missing := goal.missing(&request, result, lines)
		if round == 0 || missing.Abs().Cmp(bestError) < 0 {
			best, bestError = Answer{Adjustment: adjustment, Result: result}, missing.Abs()
		}
		if missing.IsZero() || refused(result, adjustment.ID) {
			break
		}
		target = target.Add(missing)
	}
	best.Reached = bestError.IsZero() && !refused(best.Result, "reverse")
	now, _ := goal.lines(&request, best.Result)
	best.Reduction = lines.firm.Sub(now.firm)
	best.Percent, _ = best.Reduction.Mul(hundred).QuoRound(lines.firm, 2, money.HalfAway)
	return best, nil
}

func (g Goal) check() error {
	if btoi(g.Net != nil)+btoi(g.Gross != nil)+btoi(g.Margin != nil) != 1 {
		return fault.New(fault.Invalid, "invalid-goal", "a goal needs exactly one of net, gross and margin")
	}
	if g.Margin != nil && g.Margin.Cmp(hundred) >= 0 {
		return fault.New(fault.Invalid, "invalid-goal", "a margin of %s %% cannot be reached: it must be below 100 %%", g.Margin)
	}
	return nil
}

// goalLines are the sums of a period that a goal looks at: the nets that a
// target moves, those of the other counted lines, and the cost of both.
type goalLines struct{ firm, ticked, cost money.Decimal }

func (g Goal) lines(request *Request, r Result) (goalLines, error) {
	var out goalLines
	for i := range r.Lines {
		l := &r.Lines[i]
		if !l.Counted || l.Period.index() != g.Period.index() {
			continue
		}
		if request.Lines[i].Optional {
			out.ticked = out.ticked.Add(l.FinalNet)
		} else {
			out.firm = out.firm.Add(l.FinalNet)
		}
		if l.Margin != nil {
			out.cost = out.cost.Add(l.Margin.Cost)
		} else if g.Margin != nil {
			return out, fault.New(fault.Invalid, "unknown-cost", "the cost of line %q is not known, so its margin is not either", l.ID)
		}
	}
	return out, nil
}

// missing is how much the nets of the firm lines must still grow, to the first
// order, for the quote to reach the goal.
func (g Goal) missing(request *Request, r Result, lines goalLines) money.Decimal {
	minor := request.Currency.Minor()
	total := [...]PeriodTotal{r.Totals.OneOff, r.Totals.Month, r.Totals.Year}[g.Period.index()]
	switch {
	case g.Net != nil:
		return g.Net.Sub(total.Net)
	case g.Gross != nil:
		gap := g.Gross.Sub(total.Gross)
		net, err := gap.Mul(total.Net).QuoRound(total.Gross, minor, money.HalfAway)
		if err != nil || net.IsZero() {
			return gap
		}
		return net
	}
	now, _ := g.lines(request, r)
	want, _ := lines.cost.QuoRound(one.Sub(g.Margin.Shift(-2)), minor, money.Ceiling)
	return want.Sub(now.firm.Add(now.ticked))
}

func refused(r Result, rule string) bool {
	for _, i := range r.Issues {
		if i.Severity == Refused && i.Rule == rule {
			return true
		}
	}
	return false
}
