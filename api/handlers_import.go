package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/quotes"
)

// ImportLines implements POST /v1/revisions/{revision_id}/lines.
func (h handlers) ImportLines(ctx context.Context, in gen.ImportLinesRequestObject) (gen.ImportLinesResponseObject, error) {
	target, err := target(in.RevisionId, &in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	out, err := h.imported(ctx, target, in.Body.Domain())
	if err != nil {
		return nil, err
	}
	return gen.ImportLines200JSONResponse{Body: out, Headers: gen.ImportLines200ResponseHeaders{ETag: etag(out.Version)}}, nil
}

// ImportLineTable implements POST /v1/revisions/{revision_id}/line-table.
func (h handlers) ImportLineTable(ctx context.Context, in gen.ImportLineTableRequestObject) (gen.ImportLineTableResponseObject, error) {
	target, err := target(in.RevisionId, &in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	rows, err := readTable(in.Body)
	if err != nil {
		return nil, err
	}
	language := "en"
	if l := in.Params.Language; l != nil {
		language = string(*l)
	}
	lines, err := quotes.LinesOf(rows, language)
	if err != nil {
		return nil, err
	}
	lines.Replace = value(in.Params.Replace)
	out, err := h.imported(ctx, target, lines)
	if err != nil {
		return nil, err
	}
	return gen.ImportLineTable200JSONResponse{Body: out, Headers: gen.ImportLineTable200ResponseHeaders{ETag: etag(out.Version)}}, nil
}

func (h handlers) imported(ctx context.Context, t quotes.Target, lines quotes.LineImport) (gen.LinesImported, error) {
	r, err := h.quotes.ImportLines(ctx, actor(ctx), t, lines)
	return gen.LinesImported{Imported: len(lines.Lines), LineCount: r.LineCount, State: r.Effective, Version: r.Version,
		Currency: r.Currency, Totals: r.Totals, Issues: list(r.Issues)}, err
}
