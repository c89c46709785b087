package quotes

import (
	"encoding/json"
	"slices"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// This file is the one place that takes away what see_cost protects: costs of
// lines, totals and product families, special costs, and the figures of approval
// steps whose rule reads them. Steps of a waterfall hold no cost.

func (v RevisionView) redacted(actor identity.Actor) RevisionView {
	v.Revision = v.Revision.redacted(actor)
	v.Needed = redactedSteps(v.Needed, actor)
	return v
}

// redactedSteps takes the values out of steps whose rule reads costs.
func redactedSteps(steps []ApprovalStep, actor identity.Actor) []ApprovalStep {
	if actor.Can(identity.SeeCost) {
		return steps
	}
	steps = slices.Clone(steps)
	for n := range steps {
		if steps[n].ReadsCost {
			steps[n].Values, steps[n].UpTo = nil, nil
		}
	}
	return steps
}

// redacted returns the revision as the actor may see it. It shares nothing that
// it changes with r.
func (r Revision) redacted(actor identity.Actor) Revision {
	if actor.Can(identity.SeeCost) {
		return r
	}
	r.Totals = r.Totals.withoutCost()
	r.Families = familiesWithoutCost(r.Families)
	if r.Acceptance != nil && r.Acceptance.Totals != nil {
		evidence := *r.Acceptance
		totals := evidence.Totals.withoutCost()
		evidence.Totals, evidence.Families = &totals, familiesWithoutCost(evidence.Families)
		r.Acceptance = &evidence
	}
	r.Lines = slices.Clone(r.Lines)
	for n := range r.Lines {
		r.Lines[n] = r.Lines[n].withoutCost()
	}
	r.Approvals = redactedSteps(r.Approvals, actor)
	return r
}

func (t Totals) withoutCost() Totals {
	t.Cost, t.CostedNet = money.Decimal{}, money.Decimal{}
	return t
}

func familiesWithoutCost(in []FamilyAmount) []FamilyAmount {
	out := slices.Clone(in)
	for n := range out {
		out[n].Cost, out[n].CostedNet = money.Decimal{}, money.Decimal{}
	}
	return out
}

func (l Line) withoutCost() Line {
	l.SpecialCost, l.Price.Cost, l.Price.TermCost, l.Price.Floor = nil, nil, nil, nil
	if l.Kept != nil {
		kept := *l.Kept
		kept.Cost, kept.Floor = nil, nil
		l.Kept = &kept
	}
	return l
}

// redacted returns the entry as the actor may see it.
func (e Entry) redacted(actor identity.Actor) Entry {
	if actor.Can(identity.SeeCost) {
		return e
	}
	e.Event.Totals = e.Event.Totals.withoutCost()
	e.Event.Families = familiesWithoutCost(e.Event.Families)
	if e.Event.Order != nil {
		order := *e.Event.Order
		order.Cost, order.CostedNet = money.Decimal{}, money.Decimal{}
		order.Families = familiesWithoutCost(order.Families)
		e.Event.Order = &order
	}
	e.Payload = nil
	var changes []Change
	if json.Unmarshal(e.Changes, &changes) != nil {
		e.Changes = nil
		return e
	}
	changes = slices.DeleteFunc(changes, func(c Change) bool { return c.Cost })
	e.Changes, _ = json.Marshal(changes)
	return e
}
