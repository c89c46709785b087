package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// ListItems implements GET /v1/items.
func (h handlers) ListItems(ctx context.Context, in gen.ListItemsRequestObject) (gen.ListItemsResponseObject, error) {
	var after string
	if err := readCursor(in.Params.Cursor, &after); err != nil {
		return nil, err
	}
	limit := pageOf(in.Params.Limit)
	items, err := h.catalog.Items(ctx, actor(ctx), value(in.Params.Q), after, limit+1)
	if err != nil {
		return nil, err
	}
	items, more := cut(items, limit)
	if more {
		after = items[len(items)-1].SKU
	}
	return gen.ListItems200JSONResponse{
		Body:    gen.ItemPage{Items: items},
		Headers: gen.ListItems200ResponseHeaders{Link: link(requestOf(ctx).URL, more, after)},
	}, nil
}

// Item implements GET /v1/items/{sku}.
func (h handlers) Item(ctx context.Context, in gen.ItemRequestObject) (gen.ItemResponseObject, error) {
	item, err := h.catalog.Item(ctx, actor(ctx), in.Sku)
	return gen.Item200JSONResponse{Body: item, Headers: gen.Item200ResponseHeaders{ETag: etag(item.Version)}}, err
}

// SaveItems implements PUT /v1/items.
func (h handlers) SaveItems(ctx context.Context, in gen.SaveItemsRequestObject) (gen.SaveItemsResponseObject, error) {
	items, err := h.catalog.SaveItems(ctx, actor(ctx), each(in.Body.Items, fromItem))
	return gen.SaveItems200JSONResponse{Items: list(items)}, err
}

func fromItem(i gen.ItemInput) catalog.Item {
	return catalog.Item{SKU: i.Sku, Name: i.Name, Description: value(i.Description), Unit: value(i.Unit),
		QuantityPrecision: value(i.QuantityPrecision), Family: value(i.Family), TaxClass: value(i.TaxClass),
		Weight: value(i.Weight), LeadTimeDays: value(i.LeadTimeDays),
		Discountable: i.Discountable == nil || *i.Discountable, Image: value(i.Image), ExternalIDs: value(i.ExternalIds)}
}

// ListModels implements GET /v1/models.
func (h handlers) ListModels(ctx context.Context, _ gen.ListModelsRequestObject) (gen.ListModelsResponseObject, error) {
	all, err := h.catalog.Publications(ctx, actor(ctx), catalog.ModelKind, "")
	return gen.ListModels200JSONResponse{Items: list(all)}, err
}

// ListModelVersions implements GET /v1/models/{code}/versions.
func (h handlers) ListModelVersions(ctx context.Context, in gen.ListModelVersionsRequestObject) (gen.ListModelVersionsResponseObject, error) {
	all, err := h.versions(ctx, catalog.ModelKind, in.Code)
	return gen.ListModelVersions200JSONResponse{Items: all}, err
}

func (h handlers) versions(ctx context.Context, kind catalog.Kind, code string) ([]catalog.Publication, error) {
	all, err := h.catalog.Publications(ctx, actor(ctx), kind, code)
	if err == nil && len(all) == 0 {
		err = fault.New(fault.NotFound, "publication-not-found", "nothing was ever published as %q", code)
	}
	return all, err
}

// PublishModel implements POST /v1/models/{code}/versions.
func (h handlers) PublishModel(ctx context.Context, in gen.PublishModelRequestObject) (gen.PublishModelResponseObject, error) {
	p, err := h.publish(ctx, catalog.ModelKind, in.Code, *in.Body)
	return gen.PublishModel200JSONResponse(p), err
}

func (h handlers) publish(ctx context.Context, kind catalog.Kind, code string, in gen.NewPublication) (catalog.Publication, error) {
	p, err := h.catalog.Publish(ctx, actor(ctx), catalog.Draft{Kind: kind, Code: code, Entry: value(in.Entry), Source: in.Files})
	p.Source = nil
	return p, err
}

// ModelVersion implements GET /v1/models/{code}/versions/{version}.
func (h handlers) ModelVersion(ctx context.Context, in gen.ModelVersionRequestObject) (gen.ModelVersionResponseObject, error) {
	p, err := h.catalog.Publication(ctx, actor(ctx), catalog.ModelKind, in.Code, in.Version)
	return gen.ModelVersion200JSONResponse(p), err
}

// WithdrawModel implements POST /v1/models/{code}/versions/{version}/withdraw.
func (h handlers) WithdrawModel(ctx context.Context, in gen.WithdrawModelRequestObject) (gen.WithdrawModelResponseObject, error) {
	p, err := h.catalog.Withdraw(ctx, actor(ctx), catalog.Ref{Kind: catalog.ModelKind, Code: in.Code, Version: in.Version})
	p.Source = nil
	return gen.WithdrawModel200JSONResponse(p), err
}
