package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/api/view"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// toRevision puts a revision and its surroundings together.
func (h handlers) toRevision(ctx context.Context, r quotes.RevisionView) (view.Revision, error) {
	names, err := h.names.Names(ctx, actor(ctx).Tenant, []identity.ID{r.Quote.Owner})
	if err != nil {
		return view.Revision{}, err
	}
	number := r.Quote.Number
	if number == "" {
		number = r.Quote.Reference
	}
	out := view.Revision{Revision: r.Revision, State: r.Effective, Balances: r.Balances, Actions: list(r.Allowed),
		Needed: r.Needed, Findings: r.Findings, NeedsReprice: r.NeedsReprice, Newer: r.Newer, RepriceDelta: r.RepriceDelta,
		Quote: view.Header{ID: r.Quote.ID, Number: number, Title: r.Quote.Title, Customer: r.Customer,
			Owner: view.Reference{ID: r.Quote.Owner, Name: names[r.Quote.Owner]}, Team: r.Quote.Team,
			Variants: list(r.Quote.Variants), Version: r.Quote.Version}}
	out.Lines = list(out.Lines)
	return out, nil
}

// answer is toRevision with the header that goes with it.
func (h handlers) answer(ctx context.Context, r quotes.RevisionView, err error) (gen.RevisionJSONResponse, error) {
	if err != nil {
		return gen.RevisionJSONResponse{}, err
	}
	body, err := h.toRevision(ctx, r)
	return gen.RevisionJSONResponse{Body: body, Headers: gen.RevisionResponseHeaders{ETag: etag(r.Version)}}, err
}

// change runs an action on the version that If-Match names.
func (h handlers) change(ctx context.Context, revision identity.ID, ifMatch string, act func(identity.Actor, quotes.Target) (quotes.RevisionView, error)) (gen.RevisionJSONResponse, error) {
	seen, err := version(ifMatch)
	if err != nil {
		return gen.RevisionJSONResponse{}, err
	}
	r, err := act(actor(ctx), quotes.Target{Revision: revision, Version: seen})
	return h.answer(ctx, r, err)
}

// Revision implements GET /v1/revisions/{revision_id}.
func (h handlers) Revision(ctx context.Context, in gen.RevisionRequestObject) (gen.RevisionResponseObject, error) {
	r, err := h.quotes.Revision(ctx, actor(ctx), in.RevisionId)
	out, err := h.answer(ctx, r, err)
	return gen.Revision200JSONResponse{RevisionJSONResponse: out}, err
}

// UpdateRevision implements PATCH /v1/revisions/{revision_id}.
func (h handlers) UpdateRevision(ctx context.Context, in gen.UpdateRevisionRequestObject) (gen.UpdateRevisionResponseObject, error) {
	var header quotes.ContentPatch
	if err := unreadable(in.Body.Apply(&header)); err != nil {
		return nil, err
	}
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		r, err := h.quotes.Edit(ctx, a, t, quotes.Changes{Header: &header})
		return r, besideHeader(err)
	})
	return gen.UpdateRevision200JSONResponse{RevisionJSONResponse: out}, err
}

// EditLines implements POST /v1/revisions/{revision_id}/edit.
func (h handlers) EditLines(ctx context.Context, in gen.EditLinesRequestObject) (gen.EditLinesResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Edit(ctx, a, t, in.Body.Domain())
	})
	return gen.EditLines200JSONResponse{RevisionJSONResponse: out}, err
}

// PreviewReprice implements GET /v1/revisions/{revision_id}/reprice.
func (h handlers) PreviewReprice(ctx context.Context, in gen.PreviewRepriceRequestObject) (gen.PreviewRepriceResponseObject, error) {
	p, err := h.quotes.PreviewReprice(ctx, actor(ctx), in.RevisionId)
	return gen.PreviewReprice200JSONResponse(p), err
}

// Replay implements GET /v1/revisions/{revision_id}/replay.
func (h handlers) Replay(ctx context.Context, in gen.ReplayRequestObject) (gen.ReplayResponseObject, error) {
	r, err := h.quotes.Replay(ctx, actor(ctx), in.RevisionId)
	return gen.Replay200JSONResponse(r), err
}

// ReachGoal implements POST /v1/revisions/{revision_id}/goal.
func (h handlers) ReachGoal(ctx context.Context, in gen.ReachGoalRequestObject) (gen.ReachGoalResponseObject, error) {
	r, err := h.quotes.Reach(ctx, actor(ctx), in.RevisionId, *in.Body)
	return gen.ReachGoal200JSONResponse(r), err
}

// Reprice implements POST /v1/revisions/{revision_id}/reprice.
func (h handlers) Reprice(ctx context.Context, in gen.RepriceRequestObject) (gen.RepriceResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Edit(ctx, a, t, quotes.Changes{Reprice: true})
	})
	return gen.Reprice200JSONResponse{RevisionJSONResponse: out}, err
}

// AllowedActions implements GET /v1/revisions/{revision_id}/actions.
func (h handlers) AllowedActions(ctx context.Context, in gen.AllowedActionsRequestObject) (gen.AllowedActionsResponseObject, error) {
	r, err := h.quotes.Revision(ctx, actor(ctx), in.RevisionId)
	return gen.AllowedActions200JSONResponse{State: r.Effective, Actions: list(r.Allowed)}, err
}

// Submit implements POST /v1/revisions/{revision_id}/submit.
func (h handlers) Submit(ctx context.Context, in gen.SubmitRequestObject) (gen.SubmitResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Submit(ctx, a, t)
	})
	return gen.Submit200JSONResponse{RevisionJSONResponse: out}, err
}

// Approve implements POST /v1/revisions/{revision_id}/approve.
func (h handlers) Approve(ctx context.Context, in gen.ApproveRequestObject) (gen.ApproveResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Approve(ctx, a, t, *in.Body)
	})
	return gen.Approve200JSONResponse{RevisionJSONResponse: out}, err
}

// ReturnRevision implements POST /v1/revisions/{revision_id}/return.
func (h handlers) ReturnRevision(ctx context.Context, in gen.ReturnRevisionRequestObject) (gen.ReturnRevisionResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Return(ctx, a, t, *in.Body)
	})
	return gen.ReturnRevision200JSONResponse{RevisionJSONResponse: out}, err
}

// Recall implements POST /v1/revisions/{revision_id}/recall.
func (h handlers) Recall(ctx context.Context, in gen.RecallRequestObject) (gen.RecallResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Recall(ctx, a, t)
	})
	return gen.Recall200JSONResponse{RevisionJSONResponse: out}, err
}

// Discard implements POST /v1/revisions/{revision_id}/discard.
func (h handlers) Discard(ctx context.Context, in gen.DiscardRequestObject) (gen.DiscardResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Discard(ctx, a, t, value(in.Body.Reason))
	})
	return gen.Discard200JSONResponse{RevisionJSONResponse: out}, err
}

// Send implements POST /v1/revisions/{revision_id}/send.
func (h handlers) Send(ctx context.Context, in gen.SendRequestObject) (gen.SendResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Send(ctx, a, t)
	})
	if err == nil && out.Body.State != quotes.Sent {
		location := "/v1/revisions/" + in.RevisionId.String() + "/sending"
		return gen.Send202JSONResponse{RevisionSendingJSONResponse: gen.RevisionSendingJSONResponse{Body: out.Body,
			Headers: gen.RevisionSendingResponseHeaders{ETag: out.Headers.ETag, Location: &location}}}, nil
	}
	return gen.Send200JSONResponse{RevisionJSONResponse: out}, err
}

// SendChecklist implements GET /v1/revisions/{revision_id}/checklist.
func (h handlers) SendChecklist(ctx context.Context, in gen.SendChecklistRequestObject) (gen.SendChecklistResponseObject, error) {
	l, err := h.quotes.Checklist(ctx, actor(ctx), in.RevisionId)
	return gen.SendChecklist200JSONResponse(l), err
}

// Sending implements GET /v1/revisions/{revision_id}/sending.
func (h handlers) Sending(ctx context.Context, in gen.SendingRequestObject) (gen.SendingResponseObject, error) {
	p, err := h.quotes.Sending(ctx, actor(ctx), in.RevisionId)
	return gen.Sending200JSONResponse(p), err
}

// Reject implements POST /v1/revisions/{revision_id}/reject.
func (h handlers) Reject(ctx context.Context, in gen.RejectRequestObject) (gen.RejectResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Reject(ctx, a, t, *in.Body)
	})
	return gen.Reject200JSONResponse{RevisionJSONResponse: out}, err
}

// Withdraw implements POST /v1/revisions/{revision_id}/withdraw.
func (h handlers) Withdraw(ctx context.Context, in gen.WithdrawRequestObject) (gen.WithdrawResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Withdraw(ctx, a, t, in.Body.Reason)
	})
	return gen.Withdraw200JSONResponse{RevisionJSONResponse: out}, err
}

// CancelAcceptance implements POST /v1/revisions/{revision_id}/cancel_acceptance.
func (h handlers) CancelAcceptance(ctx context.Context, in gen.CancelAcceptanceRequestObject) (gen.CancelAcceptanceResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.CancelAcceptance(ctx, a, t, in.Body.Reason)
	})
	return gen.CancelAcceptance200JSONResponse{RevisionJSONResponse: out}, err
}

// CloseRemaining implements POST /v1/revisions/{revision_id}/close_remaining.
func (h handlers) CloseRemaining(ctx context.Context, in gen.CloseRemainingRequestObject) (gen.CloseRemainingResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.CloseRemaining(ctx, a, t, in.Body.Reason)
	})
	return gen.CloseRemaining200JSONResponse{RevisionJSONResponse: out}, err
}
