package api

import (
	"bytes"
	"context"
	"errors"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/ubl"
)

// Quotation implements GET /v1/revisions/{revision_id}/ubl.
func (h handlers) Quotation(ctx context.Context, in gen.QuotationRequestObject) (gen.QuotationResponseObject, error) {
	r, err := h.quotes.Revision(ctx, actor(ctx), in.RevisionId)
	if err != nil {
		return nil, err
	}
	if r.SentAt.IsZero() {
		return nil, fault.New(fault.Conflict, "not-sent", "the quotation is that of a sent revision").With("state", r.Effective)
	}
	snapshot, err := h.quotes.Snapshot(ctx, actor(ctx), in.RevisionId)
	if err != nil {
		return nil, err
	}
	text, err := ubl.Quotation(snapshot)
	return gen.Quotation200ApplicationxmlResponse{Body: bytes.NewReader(text), ContentLength: int64(len(text))}, err
}

// TakeOrder implements POST /v1/ubl/orders.
func (h handlers) TakeOrder(ctx context.Context, in gen.TakeOrderRequestObject) (gen.TakeOrderResponseObject, error) {
	o, err := ubl.ParseOrder(in.Body)
	if err != nil {
		return nil, err
	}
	snapshot, err := h.quotes.Find(ctx, actor(ctx), o.Quotation)
	if err != nil {
		return nil, err
	}
	reasons := ubl.Check(o, snapshot)
	number := o.ID
	if len(reasons) == 0 {
		placed, err := h.quotes.Purchase(ctx, actor(ctx), snapshot.Revision, ubl.Input(o, snapshot))
		if err == nil {
			number = placed.Number
		} else if reasons = refusals(err); len(reasons) == 0 {
			return nil, err
		}
	}
	text, err := ubl.Response(number, civil.Of(h.now()), o, snapshot, reasons)
	return gen.TakeOrder200ApplicationxmlResponse{Body: bytes.NewReader(text), ContentLength: int64(len(text))}, err
}

// refusals are the reasons in a fault for which the customer's order is not
// taken; none for what is not about the order.
func refusals(err error) []string {
	var refused *fault.Error
	if !errors.As(err, &refused) || refused.Code != fault.Conflict && refused.Code != fault.Invalid {
		return nil
	}
	reasons := []string{refused.Message}
	for _, i := range refused.Issues {
		reasons = append(reasons, i.Message)
	}
	return reasons
}
