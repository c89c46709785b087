package api

import (
	"context"
	"io"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// ImportHistory implements POST /v1/history-imports.
func (h handlers) ImportHistory(ctx context.Context, in gen.ImportHistoryRequestObject) (gen.ImportHistoryResponseObject, error) {
	file, err := io.ReadAll(in.Body)
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "malformed-request", "the file could not be read to its end")
	}
	started, err := h.quotes.StartImport(ctx, actor(ctx), in.Params.System, file)
	return gen.ImportHistory202JSONResponse(started), err
}

// HistoryImport implements GET /v1/history-imports/{import_id}.
func (h handlers) HistoryImport(ctx context.Context, in gen.HistoryImportRequestObject) (gen.HistoryImportResponseObject, error) {
	i, err := h.quotes.Import(ctx, actor(ctx), in.ImportId)
	return gen.HistoryImport200JSONResponse(i), err
}

// CancelImport implements DELETE /v1/history-imports/{import_id}.
func (h handlers) CancelImport(ctx context.Context, in gen.CancelImportRequestObject) (gen.CancelImportResponseObject, error) {
	i, err := h.quotes.CancelImport(ctx, actor(ctx), in.ImportId)
	return gen.CancelImport200JSONResponse(i), err
}
