package api

import (
	"cmp"
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/kpi"
)

// ListMetrics implements GET /v1/kpi/metrics.
func (h handlers) ListMetrics(context.Context, gen.ListMetricsRequestObject) (gen.ListMetricsResponseObject, error) {
	return gen.ListMetrics200JSONResponse{Items: h.kpi.Metrics().All()}, nil
}

// QueryKpi implements POST /v1/kpi/query.
func (h handlers) QueryKpi(ctx context.Context, in gen.QueryKpiRequestObject) (gen.QueryKpiResponseObject, error) {
	answer, err := h.kpi.Query(ctx, actor(ctx), *in.Body)
	for i := range answer.Answers {
		answer.Answers[i].Figures = list(answer.Answers[i].Figures)
	}
	answer.Answers = list(answer.Answers)
	return gen.QueryKpi200JSONResponse(answer), err
}

// KpiQuotes implements POST /v1/kpi/quotes.
func (h handlers) KpiQuotes(ctx context.Context, in gen.KpiQuotesRequestObject) (gen.KpiQuotesResponseObject, error) {
	b := in.Body
	rows, next, err := h.kpi.Drill(ctx, actor(ctx), drillOf(*b), kpi.Part(value(b.Part)), value(b.Cursor), limitOf(b.Limit))
	return gen.KpiQuotes200JSONResponse{Items: list(rows), NextCursor: text(next)}, err
}

func drillOf(b gen.KpiDrill) kpi.Query {
	return kpi.Query{Metrics: []string{b.Metric}, From: b.From, To: b.To, Window: value(b.WindowDays), AsOf: value(b.AsOf), Filter: filterOf(b.Filter)}
}

// KpiTasks implements POST /v1/kpi/tasks.
func (h handlers) KpiTasks(ctx context.Context, in gen.KpiTasksRequestObject) (gen.KpiTasksResponseObject, error) {
	tasks, err := h.kpi.Tasks(ctx, actor(ctx), filterOf(in.Body.Filter), cmp.Or(value(in.Body.Limit), tasksShown))
	for i := range tasks {
		tasks[i].Quotes = list(tasks[i].Quotes)
	}
	return gen.KpiTasks200JSONResponse{Items: tasks}, err
}

// KpiTargets implements GET /v1/kpi/targets.
func (h handlers) KpiTargets(ctx context.Context, in gen.KpiTargetsRequestObject) (gen.KpiTargetsResponseObject, error) {
	from, err := civil.Parse(in.Params.From)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-period", "%q is not a day such as 2026-03-31", in.Params.From)
	}
	to, err := civil.Parse(in.Params.To)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-period", "%q is not a day such as 2026-03-31", in.Params.To)
	}
	targets, err := h.kpi.Targets(ctx, actor(ctx), from, to)
	return gen.KpiTargets200JSONResponse{Items: list(targets)}, err
}

// tasksShown is how many quotes of each task are given where nobody says.
const tasksShown = 5

func filterOf(in *gen.KpiFilter) kpi.Filter {
	if in == nil {
		return nil
	}
	out := kpi.Filter{}
	for dimension, values := range *in {
		out[kpi.Dimension(dimension)] = values
	}
	return out
}
