package api

import (
	"bytes"
	"context"
	"io"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// ListTemplates implements GET /v1/document-templates.
func (h handlers) ListTemplates(ctx context.Context, _ gen.ListTemplatesRequestObject) (gen.ListTemplatesResponseObject, error) {
	all, err := h.quotes.Templates(ctx, actor(ctx), "")
	return gen.ListTemplates200JSONResponse{Items: list(all)}, err
}

// ListTemplateVersions implements GET /v1/document-templates/{code}/versions.
func (h handlers) ListTemplateVersions(ctx context.Context, in gen.ListTemplateVersionsRequestObject) (gen.ListTemplateVersionsResponseObject, error) {
	all, err := h.quotes.Templates(ctx, actor(ctx), in.Code)
	if err == nil && len(all) == 0 {
		err = fault.New(fault.NotFound, "template-not-found", "no document template %q is published", in.Code)
	}
	return gen.ListTemplateVersions200JSONResponse{Items: list(all)}, err
}

// PublishTemplate implements POST /v1/document-templates/{code}/versions.
func (h handlers) PublishTemplate(ctx context.Context, in gen.PublishTemplateRequestObject) (gen.PublishTemplateResponseObject, error) {
	t, err := h.quotes.PublishTemplate(ctx, actor(ctx), in.Code, in.Body.Source)
	return gen.PublishTemplate200JSONResponse(t), err
}

// Template implements GET /v1/document-templates/{code}/versions/{number}.
func (h handlers) Template(ctx context.Context, in gen.TemplateRequestObject) (gen.TemplateResponseObject, error) {
	t, err := h.quotes.Template(ctx, actor(ctx), in.Code, in.Number)
	return gen.Template200JSONResponse(t), err
}

// AddAsset implements POST /v1/assets.
func (h handlers) AddAsset(ctx context.Context, in gen.AddAssetRequestObject) (gen.AddAssetResponseObject, error) {
	raw, err := io.ReadAll(in.Body)
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "malformed-request", "the file could not be read to its end")
	}
	a, err := h.quotes.AddAsset(ctx, actor(ctx), value(in.Params.Name), raw)
	location := "/v1/assets/" + a.ID
	return gen.AddAsset201JSONResponse{Body: a, Headers: gen.AddAsset201ResponseHeaders{Location: &location}}, err
}

// Asset implements GET /v1/assets/{asset}.
func (h handlers) Asset(ctx context.Context, in gen.AssetRequestObject) (gen.AssetResponseObject, error) {
	a, err := h.quotes.Asset(ctx, actor(ctx), in.Asset)
	if err != nil {
		return nil, err
	}
	tag := `"` + a.ID + `"`
	headers := gen.Asset200ResponseHeaders{ETag: &tag}
	if a.MediaType == layout.PDF {
		return gen.Asset200ApplicationpdfResponse{Body: bytes.NewReader(a.Bytes), ContentLength: int64(len(a.Bytes)), Headers: headers}, nil
	}
	return gen.Asset200ImagejpegResponse{Body: bytes.NewReader(a.Bytes), ContentLength: int64(len(a.Bytes)), Headers: headers}, nil
}

// Preview implements POST /v1/revisions/{revision_id}/preview.
func (h handlers) Preview(ctx context.Context, in gen.PreviewRequestObject) (gen.PreviewResponseObject, error) {
	pdf, err := h.quotes.Preview(ctx, actor(ctx), in.RevisionId, *in.Body)
	if err != nil {
		return nil, err
	}
	return gen.Preview200ApplicationpdfResponse{Body: bytes.NewReader(pdf), ContentLength: int64(len(pdf))}, nil
}

// framed lets a PDF stand in a frame of this service.
const framed = "default-src 'none'; frame-ancestors 'self'"

// ShowPreview implements GET /v1/revisions/{revision_id}/preview.
func (h handlers) ShowPreview(ctx context.Context, in gen.ShowPreviewRequestObject) (gen.ShowPreviewResponseObject, error) {
	pdf, err := h.quotes.Preview(ctx, actor(ctx), in.RevisionId, quotes.PreviewInput{})
	policy, keep := framed, "private, max-age=60" // fetched first, then shown
	return gen.ShowPreview200ApplicationpdfResponse{Body: bytes.NewReader(pdf), ContentLength: int64(len(pdf)),
		Headers: gen.ShowPreview200ResponseHeaders{ContentSecurityPolicy: &policy, CacheControl: &keep}}, err
}
