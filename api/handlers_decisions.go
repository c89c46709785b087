package api

import (
	"bytes"
	"context"
	"fmt"

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
	var after quotes.Cursor
	if err := readCursor(in.Params.Cursor, &after); err != nil {
		return nil, err
	}
	asked, behind, more, err := h.quotes.Inbox(ctx, actor(ctx), after, pageOf(in.Params.Limit))
	if err != nil {
		return nil, err
	}
	rows, err := h.summaries(ctx, each(asked, func(a quotes.Asked) quotes.Summary { return a.Quote }))
	if err != nil {
		return nil, err
	}
	waiting := make([]gen.Approval, len(asked))
	for n, a := range asked {
		waiting[n] = gen.Approval{Step: a.Step, Quote: rows[n]}
	}
	return gen.ListApprovals200JSONResponse{Body: gen.ApprovalPage{Items: waiting},
		Headers: gen.ListApprovals200ResponseHeaders{Link: link(requestOf(ctx).URL, more, behind)}}, nil
}

// Decide implements POST /v1/approvals/decide.
func (h handlers) Decide(ctx context.Context, in gen.DecideRequestObject) (gen.DecideResponseObject, error) {
	verdicts := make([]quotes.Verdict, len(in.Body.Decisions))
	for n, d := range in.Body.Decisions {
		verdicts[n] = quotes.Verdict{Target: quotes.Target{Revision: d.RevisionId, Version: d.Version},
			Decision: quotes.Decision{Step: value(d.StepId), Comment: value(d.Comment)}, Return: value(d.Return)}
	}
	views, errs := h.quotes.DecideAll(ctx, actor(ctx), verdicts)
	out := gen.Decide200JSONResponse{}
	for n, v := range verdicts {
		answer := gen.DecisionAnswer{RevisionId: v.Revision}
		if errs[n] != nil {
			answer.Problem = embeddedProblem(errs[n])
		} else {
			answer.State, answer.Version = &views[n].Effective, &views[n].Version
		}
		out.Items = append(out.Items, answer)
	}
	return out, nil
}

// SinceApproval implements GET /v1/revisions/{revision_id}/since_approval.
func (h handlers) SinceApproval(ctx context.Context, in gen.SinceApprovalRequestObject) (gen.SinceApprovalResponseObject, error) {
	c, at, err := h.quotes.SinceApproval(ctx, actor(ctx), in.RevisionId)
	c.Lines = list(c.Lines)
	return gen.SinceApproval200JSONResponse{ApprovedAt: at.UTC(), Changes: c}, err
}
