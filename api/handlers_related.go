package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// created answers with a revision that was made, and where it is.
func (h handlers) created(ctx context.Context, r quotes.RevisionView, err error) (gen.RevisionCreatedJSONResponse, error) {
	if err != nil {
		return gen.RevisionCreatedJSONResponse{}, err
	}
	body, err := h.toRevision(ctx, r)
	location := "/v1/revisions/" + r.ID.String()
	return gen.RevisionCreatedJSONResponse{Body: body,
		Headers: gen.RevisionCreatedResponseHeaders{ETag: etag(r.Version), Location: &location}}, err
}

// Revise implements POST /v1/revisions/{revision_id}/revise.
func (h handlers) Revise(ctx context.Context, in gen.ReviseRequestObject) (gen.ReviseResponseObject, error) {
	target, err := target(in.RevisionId, in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	r, err := h.quotes.Revise(ctx, actor(ctx), target, in.Body.Reason)
	out, err := h.created(ctx, r, err)
	return gen.Revise201JSONResponse{RevisionCreatedJSONResponse: out}, err
}

// AddVariant implements POST /v1/revisions/{revision_id}/add_variant.
func (h handlers) AddVariant(ctx context.Context, in gen.AddVariantRequestObject) (gen.AddVariantResponseObject, error) {
	target, err := target(in.RevisionId, in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	r, err := h.quotes.AddVariant(ctx, actor(ctx), target, value(in.Body.Name))
	out, err := h.created(ctx, r, err)
	return gen.AddVariant201JSONResponse{RevisionCreatedJSONResponse: out}, err
}

// Clone implements POST /v1/revisions/{revision_id}/clone.
func (h handlers) Clone(ctx context.Context, in gen.CloneRequestObject) (gen.CloneResponseObject, error) {
	r, err := h.quotes.Clone(ctx, actor(ctx), in.RevisionId, *in.Body)
	out, err := h.created(ctx, r, err)
	return gen.Clone201JSONResponse{RevisionCreatedJSONResponse: out}, err
}

// Compare implements GET /v1/revisions/{revision_id}/compare.
func (h handlers) Compare(ctx context.Context, in gen.CompareRequestObject) (gen.CompareResponseObject, error) {
	c, err := h.quotes.Compare(ctx, actor(ctx), in.RevisionId, in.Params.With)
	c.Lines = list(c.Lines)
	return gen.Compare200JSONResponse(c), err
}

// Reassign implements POST /v1/quotes/reassign.
func (h handlers) Reassign(ctx context.Context, in gen.ReassignRequestObject) (gen.ReassignResponseObject, error) {
	return gen.Reassign204Response{}, h.quotes.Reassign(ctx, actor(ctx), in.Body.Quotes, in.Body.OwnerId, in.Body.TeamId)
}

// ApproveUpTo implements POST /v1/revisions/{revision_id}/approve_up_to.
func (h handlers) ApproveUpTo(ctx context.Context, in gen.ApproveUpToRequestObject) (gen.ApproveUpToResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.ApproveUpTo(ctx, a, t, *in.Body)
	})
	return gen.ApproveUpTo200JSONResponse{RevisionJSONResponse: out}, err
}

// Ask implements POST /v1/revisions/{revision_id}/ask.
func (h handlers) Ask(ctx context.Context, in gen.AskRequestObject) (gen.AskResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Ask(ctx, a, t, in.Body.Text)
	})
	return gen.Ask200JSONResponse{RevisionJSONResponse: out}, err
}

// Answer implements POST /v1/revisions/{revision_id}/answer.
func (h handlers) Answer(ctx context.Context, in gen.AnswerRequestObject) (gen.AnswerResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Answer(ctx, a, t, in.Body.Text)
	})
	return gen.Answer200JSONResponse{RevisionJSONResponse: out}, err
}

// AbandonSend implements POST /v1/revisions/{revision_id}/abandon_send.
func (h handlers) AbandonSend(ctx context.Context, in gen.AbandonSendRequestObject) (gen.AbandonSendResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.AbandonSend(ctx, a, t)
	})
	return gen.AbandonSend200JSONResponse{RevisionJSONResponse: out}, err
}
