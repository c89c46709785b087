package api

import (
	"bytes"
	"context"
	"io"
	"mime"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// ListAttachments implements GET /v1/revisions/{revision_id}/attachments.
func (h handlers) ListAttachments(ctx context.Context, in gen.ListAttachmentsRequestObject) (gen.ListAttachmentsResponseObject, error) {
	r, err := h.quotes.Revision(ctx, actor(ctx), in.RevisionId)
	return gen.ListAttachments200JSONResponse{Items: list(r.Attachments)}, err
}

// Attach implements POST /v1/revisions/{revision_id}/attachments.
func (h handlers) Attach(ctx context.Context, in gen.AttachRequestObject) (gen.AttachResponseObject, error) {
	content, err := io.ReadAll(in.Body)
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "malformed-request", "the file could not be read to its end")
	}
	var added identity.ID
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (r quotes.RevisionView, err error) {
		r, added, err = h.quotes.Attach(ctx, a, t, quotes.Upload{Name: in.Params.Name, Annex: value(in.Params.Annex), Bytes: content})
		return r, err
	})
	location := "/v1/revisions/" + in.RevisionId.String() + "/attachments/" + added.String()
	return gen.Attach201JSONResponse{Body: out.Body, Headers: gen.Attach201ResponseHeaders{ETag: out.Headers.ETag, Location: &location}}, err
}

// Attachment implements GET /v1/revisions/{revision_id}/attachments/{attachment_id}.
// A file is never shown inside the application's origin: it comes as bytes to
// be saved, whatever it is.
func (h handlers) Attachment(ctx context.Context, in gen.AttachmentRequestObject) (gen.AttachmentResponseObject, error) {
	a, file, err := h.quotes.Attachment(ctx, actor(ctx), in.RevisionId, in.AttachmentId)
	if err != nil {
		return nil, err
	}
	tag := `"` + a.SHA256 + `"`
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": a.Name})
	return gen.Attachment200ApplicationoctetStreamResponse{Body: bytes.NewReader(file.Bytes), ContentLength: int64(len(file.Bytes)),
		Headers: gen.Attachment200ResponseHeaders{ETag: &tag, ContentDisposition: &disposition}}, nil
}

// UpdateAttachment implements PATCH /v1/revisions/{revision_id}/attachments/{attachment_id}.
func (h handlers) UpdateAttachment(ctx context.Context, in gen.UpdateAttachmentRequestObject) (gen.UpdateAttachmentResponseObject, error) {
	var patch quotes.AttachmentPatch
	if err := unreadable(in.Body.Apply(&patch)); err != nil {
		return nil, err
	}
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.ChangeAttachment(ctx, a, t, in.AttachmentId, patch)
	})
	return gen.UpdateAttachment200JSONResponse{RevisionJSONResponse: out}, err
}

// Detach implements DELETE /v1/revisions/{revision_id}/attachments/{attachment_id}.
func (h handlers) Detach(ctx context.Context, in gen.DetachRequestObject) (gen.DetachResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Detach(ctx, a, t, in.AttachmentId)
	})
	return gen.Detach200JSONResponse{RevisionJSONResponse: out}, err
}
