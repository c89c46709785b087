package api

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/sheet"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/pricing"
)

// VerifyKpi implements POST /v1/kpi/verify.
func (h handlers) VerifyKpi(ctx context.Context, in gen.VerifyKpiRequestObject) (gen.VerifyKpiResponseObject, error) {
	v, err := h.kpi.Verify(ctx, actor(ctx), *in.Body)
	v.Figures = list(v.Figures)
	return gen.VerifyKpi200JSONResponse(v), err
}

// ExportKpi implements POST /v1/kpi/export.
func (h handlers) ExportKpi(ctx context.Context, in gen.ExportKpiRequestObject) (gen.ExportKpiResponseObject, error) {
	rows, err := h.kpi.Export(ctx, actor(ctx), *in.Body)
	if err != nil {
		return nil, err
	}
	file, err := exported(rows, in.Params.Format != nil && *in.Params.Format == gen.ExportKpiParamsFormatXlsx)
	if file.spreadsheet {
		return gen.ExportKpi200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{Body: file.Reader, ContentLength: file.size}, err
	}
	return gen.ExportKpi200TextcsvResponse{Body: file.Reader, ContentLength: file.size}, err
}

// ExportKpiQuotes implements POST /v1/kpi/quotes/export.
func (h handlers) ExportKpiQuotes(ctx context.Context, in gen.ExportKpiQuotesRequestObject) (gen.ExportKpiQuotesResponseObject, error) {
	rows, err := h.kpi.ExportQuotes(ctx, actor(ctx), drillOf(*in.Body), kpi.Part(value(in.Body.Part)))
	if err != nil {
		return nil, err
	}
	file, err := exported(rows, in.Params.Format != nil && *in.Params.Format == gen.ExportKpiQuotesParamsFormatXlsx)
	if file.spreadsheet {
		return gen.ExportKpiQuotes200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{Body: file.Reader, ContentLength: file.size}, err
	}
	return gen.ExportKpiQuotes200TextcsvResponse{Body: file.Reader, ContentLength: file.size}, err
}

// exported writes rows for people to open in a spreadsheet: no cell of either
// format runs as a formula.
func exported(rows [][]string, spreadsheet bool) (tableBytes, error) {
	if spreadsheet {
		var b bytes.Buffer
		if err := sheet.Write(&b, "Figures", rows, func(int) bool { return true }); err != nil {
			return tableBytes{}, err
		}
		return tableBytes{bytes.NewReader(b.Bytes()), int64(b.Len()), true}, nil
	}
	for _, row := range rows {
		for i, cell := range row {
			row[i] = harmless(cell)
		}
	}
	text := pricing.WriteCSV(rows)
	return tableBytes{bytes.NewReader(text), int64(len(text)), false}, nil
}

// harmless puts an apostrophe before what a spreadsheet would take for a
// formula; a negative number is none.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if cell[0] == '-' && strings.Trim(cell[1:], "0123456789.") == "" {
		return cell
	}
	return "'" + cell
}

// ImportKpiRecords implements PUT /v1/kpi/records/{records}.
func (h handlers) ImportKpiRecords(ctx context.Context, in gen.ImportKpiRecordsRequestObject) (gen.ImportKpiRecordsResponseObject, error) {
	n, err := h.kpi.Import(ctx, actor(ctx), in.Records, in.Body)
	return gen.ImportKpiRecords200JSONResponse{Records: n}, err
}

// FiscalPeriods implements GET /v1/kpi/periods.
func (h handlers) FiscalPeriods(ctx context.Context, _ gen.FiscalPeriodsRequestObject) (gen.FiscalPeriodsResponseObject, error) {
	periods, err := h.kpi.Calendar(ctx, actor(ctx))
	return gen.FiscalPeriods200JSONResponse{Items: list(periods)}, err
}

// KpiViews implements GET /v1/kpi/views.
func (h handlers) KpiViews(ctx context.Context, _ gen.KpiViewsRequestObject) (gen.KpiViewsResponseObject, error) {
	views, err := h.kpi.Views(ctx, actor(ctx))
	return gen.KpiViews200JSONResponse{Items: list(views)}, err
}

// CreateKpiView implements POST /v1/kpi/views.
func (h handlers) CreateKpiView(ctx context.Context, in gen.CreateKpiViewRequestObject) (gen.CreateKpiViewResponseObject, error) {
	v, err := h.saveView(ctx, identity.Nil, *in.Body)
	return gen.CreateKpiView201JSONResponse(v), err
}

// SaveKpiView implements PUT /v1/kpi/views/{view_id}.
func (h handlers) SaveKpiView(ctx context.Context, in gen.SaveKpiViewRequestObject) (gen.SaveKpiViewResponseObject, error) {
	v, err := h.saveView(ctx, in.ViewId, *in.Body)
	return gen.SaveKpiView200JSONResponse(v), err
}

func (h handlers) saveView(ctx context.Context, view identity.ID, b gen.KpiViewContent) (kpi.View, error) {
	content, err := json.Marshal(b.Content)
	if err != nil {
		return kpi.View{}, fault.Wrap(err, fault.Malformed, "malformed-request", "the content of the view is no JSON")
	}
	return h.kpi.SaveView(ctx, actor(ctx), kpi.View{ID: view, Name: b.Name, Shared: value(b.Shared), Content: content})
}

// DeleteKpiView implements DELETE /v1/kpi/views/{view_id}.
func (h handlers) DeleteKpiView(ctx context.Context, in gen.DeleteKpiViewRequestObject) (gen.DeleteKpiViewResponseObject, error) {
	return gen.DeleteKpiView204Response{}, h.kpi.DeleteView(ctx, actor(ctx), in.ViewId)
}
