package pricing

import (
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// checkFloor compares the final price per base quantity with the floor. A hard
// floor refuses manual values that go below it; it never raises a price.
func (w *work) checkFloor(s *step) {
	if !w.hasFloor {
		return
	}
	allowed := w.floor.Mul(w.line.Quantity)
	if w.res.FinalNet.Mul(w.res.Per).Cmp(allowed) >= 0 {
		return
	}
	w.res.BelowFloor = true
	issue := Issue{Kind: "below-floor", Severity: Warning, Step: s.ID, Message: lang.New(
		"the price is below the floor", "le prix est inférieur au prix plancher")}
	if w.hardFloor && (w.manual || len(w.header) > 0) {
		issue.Severity = Refused
	}
	issue.Line = w.line.ID
	w.late = append(w.late, issue)
}

// finishCost turns the collected unit cost into the line's margin.
func (w *work) finishCost() {
	if !w.costKnown {
		return
	}
	m := newMargin(w.rounded(w.cost), w.res.FinalNet)
	if w.hasFloor {
		floor := w.floor
		m.Floor = &floor
	}
	if w.hasEntry && w.entry.TargetMargin != nil {
		share := one.Sub(w.entry.TargetMargin.Shift(-2))
		if target, err := w.cost.QuoRound(share, w.r.places, money.Ceiling); err == nil {
			m.Target = &target
		}
	}
	w.res.Margin = m
}

func newMargin(cost, net money.Decimal) *Margin {
	m := &Margin{Cost: cost, Amount: net.Sub(cost)}
	if percent, err := m.Amount.Mul(hundred).QuoRound(net, 2, money.HalfAway); err == nil {
		m.Percent = &percent
	}
	return m
}
