package quotes

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Reached is the quote discount that comes to a goal, and what follows from it.
type Reached struct {
	// Discount stands in place of the quote's own.
	Discount Adjustment `json:"discount"`
	// Reduction is what it takes from the lines, Percent that in percent of them,
	// for display.
	Reduction money.Decimal `json:"reduction"`
	Percent   money.Decimal `json:"percent"`
	// Reached is false where no discount comes to exactly the goal.
	Reached bool           `json:"reached"`
	Totals  Totals         `json:"totals"`
	Needed  []ApprovalStep `json:"approvals_needed,omitempty"`
}

// Reach answers "the one-off total must be 50,000" or "the margin at least 30 %":
// which quote discount does it, and who would have to approve it. Nothing is
// changed. A margin needs the permission to see costs.
func (s *Service) Reach(ctx context.Context, actor identity.Actor, revision identity.ID, goal pricing.Goal) (Reached, error) {
	if goal.Margin != nil {
		if err := require(actor, identity.SeeCost); err != nil {
			return Reached{}, err
		}
	}
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true})
	if err != nil {
		return Reached{}, err
	}
	r := *c.Target
	r.Lines = append([]Line{}, r.Lines...)
	r.Discount = Adjustment{}
	answer, err := s.catalog.Reverse(ctx, actor.Tenant, c.request(&r), goal)
	if err != nil {
		return Reached{}, err
	}
	r.Discount = Adjustment{Kind: AdjustmentKind(answer.Adjustment.Kind), Value: answer.Adjustment.Value}
	if err := s.price(ctx, c, &r); err != nil {
		return Reached{}, err
	}
	needed, err := s.rules.ask(c, &r, s.now())
	if err != nil {
		return Reached{}, err
	}
	c.carry(&r, needed, "")
	shown := r.redacted(actor)
	return Reached{Discount: r.Discount, Reduction: answer.Reduction, Percent: answer.Percent, Reached: answer.Reached,
		Totals: shown.Totals, Needed: redactedSteps(needed, actor)}, nil
}
