package kpi

import (
	"context"
	"math"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// TaskKind says why quotes want something done about them now.
type TaskKind string

// The kinds, most urgent first, each with its order.
const (
	TaskExpiring  TaskKind = "expiring"  // lapse within a week; the first to lapse first
	TaskWaiting   TaskKind = "waiting"   // have waited for an approval for days; the longest wait first
	TaskToOrder   TaskKind = "to_order"  // accepted and not ordered; the longest ago first
	TaskPromising TaskKind = "promising" // open; the largest value times chance first
	TaskStale     TaskKind = "stale"     // open for longer than nearly all ever were; the largest first
)

// TaskOrder is how the quotes of a task are sorted.
type TaskOrder string

// The orders. Ties are broken by family.
const (
	ByLapse    TaskOrder = "lapse"
	BySubmit   TaskOrder = "submit"
	ByAccept   TaskOrder = "accept"
	ByExpected TaskOrder = "expected"
	ByValue    TaskOrder = "value"
)

// Task is a kind of work: how many quotes it is about and the first of them.
type Task struct {
	Kind   TaskKind `json:"kind"`
	N      int64    `json:"n"`
	Quotes []Row    `json:"quotes"`
}

// TaskSelector describes the quotes of one task. Of the rows that Selector
// counts it keeps the hits, or all of them where All is set.
type TaskSelector struct {
	Selector
	Order TaskOrder
	All   bool
	// Chances are the chances of an order by age in days, the last one for all
	// greater ages; nil where no chance is meant.
	Chances []float64
	Limit   int
}

// horizon is the number of days that the chance of a promising quote is about,
// and oldest the age from which chances are taken as equal.
const (
	horizon = 30
	oldest  = 365
)

// Tasks returns what there is to do now about the quotes that pass the filter,
// with at most limit quotes of each kind. It fails with Forbidden when the
// actor may not read KPIs, and with Invalid when the filter is wrong.
func (s *Service) Tasks(ctx context.Context, actor identity.Actor, filter Filter, limit int) ([]Task, error) {
	today := civil.Of(s.now())
	plan, err := s.plan(ctx, actor, Query{Metrics: []string{"open_pipeline"}, From: today, To: today.AddDays(1), Filter: filter})
	if err != nil {
		return nil, err
	}
	c := computation{plan: plan, ctx: ctx, store: s.store, tenant: actor.Tenant}
	curve, err := c.pastCurve(plan.asOf)
	if err != nil {
		return nil, err
	}
	stale, err := c.staleAge()
	if err != nil {
		return nil, err
	}
	chances := make([]float64, oldest+1)
	for age := range chances {
		chances[age] = math.Round(curve.Within(age, horizon)*1e6) / 1e6
	}
	var out []Task
	for _, t := range []struct {
		kind TaskKind
		TaskSelector
	}{
		{TaskExpiring, TaskSelector{Selector: Selector{Measure: MeasureExpiring, Window: 7}, Order: ByLapse, Chances: chances}},
		{TaskWaiting, TaskSelector{Selector: Selector{Measure: MeasureAwaiting, Window: 3}, Order: BySubmit}},
		{TaskToOrder, TaskSelector{Selector: Selector{Measure: MeasureOpen}, Order: ByAccept}},
		{TaskPromising, TaskSelector{Selector: Selector{Measure: MeasureExpiring}, Order: ByExpected, Chances: chances, All: true}},
		{TaskStale, TaskSelector{Selector: Selector{Measure: MeasureStale, Window: stale}, Order: ByValue, Chances: chances}},
	} {
		sel := plan.selector(Metric{Measure: t.Measure, Window: t.Window})
		t.Selector, t.Limit = sel, limit
		task := Task{Kind: t.kind}
		if task.N, task.Quotes, err = s.store.Tasks(ctx, actor.Tenant, t.TaskSelector); err != nil {
			return nil, err
		}
		out = append(out, task)
	}
	return out, nil
}
