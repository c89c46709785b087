package api

import (
	"context"
	"encoding/json"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/api/view"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// PlaceOrder implements POST /v1/revisions/{revision_id}/order.
func (h handlers) PlaceOrder(ctx context.Context, in gen.PlaceOrderRequestObject) (gen.PlaceOrderResponseObject, error) {
	target, err := target(in.RevisionId, in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	o, err := h.quotes.Order(ctx, actor(ctx), target, *in.Body)
	if err != nil {
		return nil, err
	}
	o.Lines = list(o.Lines)
	location := "/v1/orders/" + o.ID.String()
	return gen.PlaceOrder201JSONResponse{Body: o, Headers: gen.PlaceOrder201ResponseHeaders{ETag: etag(o.Version), Location: &location}}, nil
}

// ListOrders implements GET /v1/orders.
func (h handlers) ListOrders(ctx context.Context, in gen.ListOrdersRequestObject) (gen.ListOrdersResponseObject, error) {
	p := in.Params
	limit := pageOf(p.Limit)
	filter := quotes.OrderFilter{Family: value(p.Quote), PONumber: value(p.PoNumber), UpdatedFrom: value(p.UpdatedSince), Limit: limit + 1}
	if p.Status != nil {
		filter.Statuses = []quotes.OrderStatus{*p.Status}
	}
	if err := readCursor(p.Cursor, &filter.After); err != nil {
		return nil, err
	}
	found, err := h.quotes.Orders(ctx, actor(ctx), filter)
	if err != nil {
		return nil, err
	}
	found, more := cut(found, limit)
	for i := range found {
		found[i].Lines = list(found[i].Lines)
		filter.After = quotes.Cursor{At: found[i].PlacedAt, ID: found[i].ID}
	}
	return gen.ListOrders200JSONResponse{Body: gen.OrderPage{Items: found},
		Headers: gen.ListOrders200ResponseHeaders{Link: link(requestOf(ctx).URL, more, filter.After)}}, nil
}

// Order implements GET /v1/orders/{order_id}.
func (h handlers) Order(ctx context.Context, in gen.OrderRequestObject) (gen.OrderResponseObject, error) {
	o, err := h.quotes.PlacedOrder(ctx, actor(ctx), in.OrderId)
	return gen.Order200JSONResponse{OrderJSONResponse: orderAnswer(o)}, err
}

func orderAnswer(o quotes.Order) gen.OrderJSONResponse {
	o.Lines = list(o.Lines)
	return gen.OrderJSONResponse{Body: o, Headers: gen.OrderResponseHeaders{ETag: etag(o.Version)}}
}

// UpdateOrder implements PATCH /v1/orders/{order_id}. A patch changes the
// status or writes back ids, not both: each is one event of its own.
func (h handlers) UpdateOrder(ctx context.Context, in gen.UpdateOrderRequestObject) (gen.UpdateOrderResponseObject, error) {
	seen, err := version(in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	patch := *in.Body
	var o quotes.Order
	if _, ok := patch["status"]; ok {
		o, err = h.changeStatus(ctx, in.OrderId, seen, patch)
	} else {
		o, err = h.writeBack(ctx, in.OrderId, seen, patch)
	}
	return gen.UpdateOrder200JSONResponse{OrderJSONResponse: orderAnswer(o)}, err
}

func (h handlers) changeStatus(ctx context.Context, order identity.ID, seen int64, patch view.Merge) (quotes.Order, error) {
	var in struct {
		Status quotes.OrderStatus `json:"status"`
		Reason string             `json:"reason"`
	}
	if len(patch) > 2 || len(patch) == 2 && patch["reason"] == nil {
		return quotes.Order{}, fault.New(fault.Invalid, "mixed-patch", "change the status, or write back ids and the ERP's status, in two requests")
	}
	if err := unreadable(patch.Apply(&in)); err != nil {
		return quotes.Order{}, err
	}
	switch in.Status {
	case quotes.OrderCompleted:
		return h.quotes.CompleteOrder(ctx, actor(ctx), order, seen)
	case quotes.OrderCancelled:
		return h.quotes.CancelOrder(ctx, actor(ctx), order, seen, in.Reason)
	default:
		return quotes.Order{}, fault.New(fault.Conflict, "illegal-transition", "an order is completed or cancelled, never opened again")
	}
}

func (h handlers) writeBack(ctx context.Context, order identity.ID, seen int64, patch view.Merge) (quotes.Order, error) {
	var out quotes.OrderPatch
	if raw, ok := patch["external_ids"]; ok {
		o, err := h.quotes.PlacedOrder(ctx, actor(ctx), order)
		if err != nil {
			return quotes.Order{}, err
		}
		merged, err := view.MergeTexts(o.ExternalIDs, raw)
		if err != nil {
			return quotes.Order{}, unreadable(err)
		}
		out.ExternalIDs = &merged
	}
	if raw, ok := patch["erp_status"]; ok {
		out.ERPStatus = new(string)
		if err := json.Unmarshal(raw, out.ERPStatus); err != nil {
			return quotes.Order{}, unreadable(err)
		}
	}
	return h.quotes.UpdateOrder(ctx, actor(ctx), order, seen, out)
}
