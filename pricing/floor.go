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
	box := w.r.mem.margins.next()
	box.floor = w.floor
	m := box.fill(w.rounded(w.cost), w.res.FinalNet)
	if w.hasFloor {
		m.Floor = &box.floor
	}
	if w.hasEntry && w.entry.TargetMargin != nil {
		share := one.Sub(w.entry.TargetMargin.Shift(-2))
		if target, err := w.cost.QuoRound(share, w.r.places, money.Ceiling); err == nil {
			box.target = target
			m.Target = &box.target
		}
	}
	if w.res.OverTerm != nil {
		cost := w.overTerm(m.Cost, false)
		m.TermCost = &cost
	}
	w.res.Margin = m
}

// marginBox is a margin with what it points to, in one piece of memory.
type marginBox struct {
	Margin
	percent, floor, target money.Decimal
}

func (b *marginBox) fill(cost, net money.Decimal) *Margin {
	b.Cost, b.Amount = cost, net.Sub(cost)
	if percent, err := b.Amount.Mul(hundred).QuoRound(net, 2, money.HalfAway); err == nil {
		b.percent = percent
		b.Percent = &b.percent
	}
	return &b.Margin
}

func newMargin(cost, net money.Decimal) *Margin { return new(marginBox).fill(cost, net) }
