package api

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// RecordAcceptance implements POST /v1/revisions/{revision_id}/record_acceptance.
func (h handlers) RecordAcceptance(ctx context.Context, in gen.RecordAcceptanceRequestObject) (gen.RecordAcceptanceResponseObject, error) {
	target, err := target(in.RevisionId, in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	r, err := h.quotes.RecordAcceptance(ctx, actor(ctx), target, *in.Body)
	if err != nil {
		return nil, err
	}
	body, err := h.toRevision(ctx, r)
	return gen.RecordAcceptance200JSONResponse{Body: body, Headers: gen.RecordAcceptance200ResponseHeaders{ETag: etag(r.Version)}}, err
}

// target names a revision and, where If-Match is sent, its version.
func target(revision identity.ID, ifMatch *string) (quotes.Target, error) {
	seen, err := optionalVersion(ifMatch)
	return quotes.Target{Revision: revision, Version: seen}, err
}

// Document implements GET /v1/revisions/{revision_id}/document.
func (h handlers) Document(ctx context.Context, in gen.DocumentRequestObject) (gen.DocumentResponseObject, error) {
	r, err := h.quotes.Revision(ctx, actor(ctx), in.RevisionId)
	if err != nil {
		return nil, err
	}
	if r.DocumentHash == "" {
		return nil, fault.New(fault.Conflict, "not-sent", "the document is made when the revision is sent").With("state", r.Effective)
	}
	d, err := h.quotes.Document(ctx, actor(ctx), in.RevisionId)
	if err != nil {
		return nil, err
	}
	tag := `"` + d.SHA256 + `"`
	name := fmt.Sprintf(`inline; filename="%s-%s.pdf"`, r.Quote.Number, r.Label())
	return gen.Document200ApplicationpdfResponse{Body: bytes.NewReader(d.Bytes), ContentLength: int64(len(d.Bytes)),
		Headers: gen.Document200ResponseHeaders{ETag: &tag, ContentDisposition: &name}}, nil
}

// ListApprovals implements GET /v1/approvals.
func (h handlers) ListApprovals(ctx context.Context, in gen.ListApprovalsRequestObject) (gen.ListApprovalsResponseObject, error) {
	limit := pageOf(in.Params.Limit)
	filter := quotes.Filter{States: []quotes.State{quotes.PendingApproval}, Limit: limit + 1}
	if err := readCursor(in.Params.Cursor, &filter.After); err != nil {
		return nil, err
	}
	found, err := h.quotes.Quotes(ctx, actor(ctx), filter)
	if err != nil {
		return nil, err
	}
	found, more := cut(found, limit)
	rows, err := h.summaries(ctx, found)
	if err != nil {
		return nil, err
	}
	waiting := []gen.Approval{}
	for _, row := range rows {
		r, err := h.quotes.Revision(ctx, actor(ctx), row.RevisionId)
		if err != nil {
			return nil, err
		}
		if !mayApprove(r) {
			continue
		}
		for _, step := range r.Approvals {
			if step.State == quotes.StepOpen && asked(actor(ctx), step) {
				waiting = append(waiting, gen.Approval{Step: step, Quote: row})
			}
		}
	}
	slices.SortStableFunc(waiting, func(a, b gen.Approval) int { return a.Step.AskedAt.Compare(b.Step.AskedAt) })
	return gen.ListApprovals200JSONResponse{Body: gen.ApprovalPage{Items: waiting},
		Headers: gen.ListApprovals200ResponseHeaders{Link: link(requestOf(ctx).URL, more, behind(found))}}, nil
}

func mayApprove(r quotes.RevisionView) bool {
	return slices.ContainsFunc(r.Allowed, func(a quotes.Allowed) bool { return a.Action == quotes.Approve })
}

// asked reports whether a step is for the actor: by name, or by role.
func asked(a identity.Actor, step quotes.ApprovalStep) bool {
	if step.Person != identity.Nil {
		return step.Person == a.ID
	}
	return a.Has(step.Role)
}
