package api

import (
	"bytes"
	"context"
	"io"
	"slices"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/sheet"
	"github.com/quotient-cpq/quotient/pricing"
)

// ListPriceDocuments implements GET /v1/price-documents.
func (h handlers) ListPriceDocuments(ctx context.Context, in gen.ListPriceDocumentsRequestObject) (gen.ListPriceDocumentsResponseObject, error) {
	all := []catalog.Publication{}
	for _, kind := range catalog.Kinds() {
		if kind == catalog.ModelKind || in.Params.Kind != nil && *in.Params.Kind != kind {
			continue
		}
		found, err := h.catalog.Publications(ctx, actor(ctx), kind, "")
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return gen.ListPriceDocuments200JSONResponse{Items: all}, nil
}

// priceKind refuses what is no kind of price document.
func priceKind(kind catalog.Kind) error {
	if kind == catalog.ModelKind || !slices.Contains(catalog.Kinds(), kind) {
		return fault.New(fault.NotFound, "unknown-kind", "%q is no kind of price document", kind)
	}
	return nil
}

// ListPriceVersions implements GET /v1/price-documents/{kind}/{code}/versions.
func (h handlers) ListPriceVersions(ctx context.Context, in gen.ListPriceVersionsRequestObject) (gen.ListPriceVersionsResponseObject, error) {
	if err := priceKind(in.Kind); err != nil {
		return nil, err
	}
	all, err := h.versions(ctx, in.Kind, in.Code)
	return gen.ListPriceVersions200JSONResponse{Items: all}, err
}

// PublishPrices implements POST /v1/price-documents/{kind}/{code}/versions.
func (h handlers) PublishPrices(ctx context.Context, in gen.PublishPricesRequestObject) (gen.PublishPricesResponseObject, error) {
	if err := priceKind(in.Kind); err != nil {
		return nil, err
	}
	p, err := h.publish(ctx, in.Kind, in.Code, *in.Body)
	return gen.PublishPrices200JSONResponse(p), err
}

// PriceEffect implements POST /v1/price-documents/{kind}/{code}/effect.
func (h handlers) PriceEffect(ctx context.Context, in gen.PriceEffectRequestObject) (gen.PriceEffectResponseObject, error) {
	if err := priceKind(in.Kind); err != nil {
		return nil, err
	}
	report, err := h.quotes.Effect(ctx, actor(ctx), catalog.Draft{Kind: in.Kind, Code: in.Code, Entry: value(in.Body.Entry), Source: in.Body.Files})
	return gen.PriceEffect200JSONResponse(report), err
}

// PriceVersion implements GET /v1/price-documents/{kind}/{code}/versions/{version}.
func (h handlers) PriceVersion(ctx context.Context, in gen.PriceVersionRequestObject) (gen.PriceVersionResponseObject, error) {
	if err := priceKind(in.Kind); err != nil {
		return nil, err
	}
	p, err := h.catalog.Publication(ctx, actor(ctx), in.Kind, in.Code, in.Version)
	return gen.PriceVersion200JSONResponse(p), err
}

// ComparePriceVersions implements GET .../versions/{version}/compare.
func (h handlers) ComparePriceVersions(ctx context.Context, in gen.ComparePriceVersionsRequestObject) (gen.ComparePriceVersionsResponseObject, error) {
	if err := priceKind(in.Kind); err != nil {
		return nil, err
	}
	changes, err := h.catalog.Compare(ctx, actor(ctx), in.Kind, in.Code, in.Version, value(in.Params.With))
	return gen.ComparePriceVersions200JSONResponse{Items: list(changes)}, err
}

// RestorePrices implements POST .../versions/{version}/restore.
func (h handlers) RestorePrices(ctx context.Context, in gen.RestorePricesRequestObject) (gen.RestorePricesResponseObject, error) {
	if err := priceKind(in.Kind); err != nil {
		return nil, err
	}
	p, err := h.catalog.Restore(ctx, actor(ctx), catalog.Ref{Kind: in.Kind, Code: in.Code, Version: in.Version})
	p.Source = nil
	return gen.RestorePrices200JSONResponse(p), err
}

// WithdrawPrices implements POST .../versions/{version}/withdraw.
func (h handlers) WithdrawPrices(ctx context.Context, in gen.WithdrawPricesRequestObject) (gen.WithdrawPricesResponseObject, error) {
	if err := priceKind(in.Kind); err != nil {
		return nil, err
	}
	p, err := h.catalog.Withdraw(ctx, actor(ctx), catalog.Ref{Kind: in.Kind, Code: in.Code, Version: in.Version})
	p.Source = nil
	return gen.WithdrawPrices200JSONResponse(p), err
}

// ExportEntries implements GET /v1/price-books/{code}/entries.
func (h handlers) ExportEntries(ctx context.Context, in gen.ExportEntriesRequestObject) (gen.ExportEntriesResponseObject, error) {
	rows, err := h.catalog.Entries(ctx, actor(ctx), in.Code, value(in.Params.Version))
	if err != nil {
		return nil, err
	}
	file, err := written(rows, in.Params.Format != nil && *in.Params.Format == gen.ExportEntriesParamsFormatXlsx)
	if file.spreadsheet {
		return gen.ExportEntries200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{Body: file.Reader, ContentLength: file.size}, err
	}
	return gen.ExportEntries200TextcsvResponse{Body: file.Reader, ContentLength: file.size}, err
}

// ImportEntries implements PUT /v1/price-books/{code}/entries.
func (h handlers) ImportEntries(ctx context.Context, in gen.ImportEntriesRequestObject) (gen.ImportEntriesResponseObject, error) {
	rows, err := readTable(in.Body)
	if err != nil {
		return nil, err
	}
	language := "en"
	if l := in.Params.Language; l != nil {
		language = string(*l)
	}
	d, err := h.catalog.WithEntries(ctx, actor(ctx), in.Code, rows, language)
	if err != nil {
		return nil, err
	}
	p, err := h.catalog.Publish(ctx, actor(ctx), d)
	p.Source = nil
	return gen.ImportEntries200JSONResponse(p), err
}

// ExportItems implements GET /v1/item-table.
func (h handlers) ExportItems(ctx context.Context, in gen.ExportItemsRequestObject) (gen.ExportItemsResponseObject, error) {
	rows, err := h.catalog.ItemTable(ctx, actor(ctx))
	if err != nil {
		return nil, err
	}
	file, err := written(rows, in.Params.Format != nil && *in.Params.Format == gen.ExportItemsParamsFormatXlsx)
	if file.spreadsheet {
		return gen.ExportItems200ApplicationvndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{Body: file.Reader, ContentLength: file.size}, err
	}
	return gen.ExportItems200TextcsvResponse{Body: file.Reader, ContentLength: file.size}, err
}

// ImportItems implements PUT /v1/item-table.
func (h handlers) ImportItems(ctx context.Context, in gen.ImportItemsRequestObject) (gen.ImportItemsResponseObject, error) {
	rows, err := readTable(in.Body)
	if err != nil {
		return nil, err
	}
	items, err := catalog.ItemsOf("", rows)
	if err == nil && len(items) > 0 {
		_, err = h.catalog.SaveItems(ctx, actor(ctx), items)
	}
	return gen.ImportItems200JSONResponse{Items: len(items)}, err
}

// readTable reads CSV or a spreadsheet, which begins as every ZIP archive does.
func readTable(r io.Reader) ([][]string, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "malformed-request", "the file could not be read to its end")
	}
	if bytes.HasPrefix(text, []byte("PK\x03\x04")) {
		return sheet.Read(bytes.NewReader(text))
	}
	return pricing.ReadCSV("", text)
}

// tableBytes is a table as a file.
type tableBytes struct {
	*bytes.Reader
	size        int64
	spreadsheet bool
}

// written writes rows as a spreadsheet or as CSV.
func written(rows [][]string, spreadsheet bool) (tableBytes, error) {
	text := pricing.WriteCSV(rows)
	if spreadsheet {
		var b bytes.Buffer
		if err := sheet.Write(&b, "Table", rows, func(column int) bool { return pricing.IsNumberColumn(rows[0][column]) }); err != nil {
			return tableBytes{}, err
		}
		text = b.Bytes()
	}
	return tableBytes{bytes.NewReader(text), int64(len(text)), spreadsheet}, nil
}
