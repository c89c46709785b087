package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
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
	return gen.QueryKpi200JSONResponse(answer), err
}

// KpiQuotes implements POST /v1/kpi/quotes.
func (h handlers) KpiQuotes(ctx context.Context, in gen.KpiQuotesRequestObject) (gen.KpiQuotesResponseObject, error) {
	b := in.Body
	query := kpi.Query{Metrics: []string{b.Metric}, From: b.From, To: b.To, Window: value(b.WindowDays), AsOf: value(b.AsOf)}
	if b.Filter != nil {
		query.Filter = kpi.Filter{}
		for dimension, values := range *b.Filter {
			query.Filter[kpi.Dimension(dimension)] = values
		}
	}
	rows, next, err := h.kpi.Drill(ctx, actor(ctx), query, value(b.Cursor), limitOf(b.Limit))
	return gen.KpiQuotes200JSONResponse{Items: list(rows), NextCursor: text(next)}, err
}
