package api

import (
	"context"
	"strings"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// customerCursor is a place in the list of customers.
type customerCursor struct {
	Name string      `json:"n"`
	ID   identity.ID `json:"i"`
}

// ListCustomers implements GET /v1/customers.
func (h handlers) ListCustomers(ctx context.Context, in gen.ListCustomersRequestObject) (gen.ListCustomersResponseObject, error) {
	var after customerCursor
	if err := readCursor(in.Params.Cursor, &after); err != nil {
		return nil, err
	}
	limit := pageOf(in.Params.Limit)
	filter := quotes.CustomerFilter{Text: value(in.Params.Q), AfterName: after.Name, AfterID: after.ID, Limit: limit + 1}
	filter.System, filter.ExternalID, _ = strings.Cut(value(in.Params.ExternalId), ":")
	found, err := h.quotes.Customers(ctx, actor(ctx), filter)
	if err != nil {
		return nil, err
	}
	found, more := cut(found, limit)
	if more {
		last := found[len(found)-1]
		after = customerCursor{last.Name, last.ID}
	}
	return gen.ListCustomers200JSONResponse{
		Body:    gen.CustomerPage{Items: found},
		Headers: gen.ListCustomers200ResponseHeaders{Link: link(requestOf(ctx).URL, more, after)},
	}, nil
}

// CreateCustomer implements POST /v1/customers.
func (h handlers) CreateCustomer(ctx context.Context, in gen.CreateCustomerRequestObject) (gen.CreateCustomerResponseObject, error) {
	c := in.Body.Domain()
	c.Prospect = true
	c, err := h.quotes.SaveCustomer(ctx, actor(ctx), c)
	if err != nil {
		return nil, err
	}
	location := "/v1/customers/" + c.ID.String()
	return gen.CreateCustomer201JSONResponse{CustomerCreatedJSONResponse: gen.CustomerCreatedJSONResponse{Body: c,
		Headers: gen.CustomerCreatedResponseHeaders{ETag: etag(c.Version), Location: &location}}}, nil
}

// Customer implements GET /v1/customers/{customer_id}.
func (h handlers) Customer(ctx context.Context, in gen.CustomerRequestObject) (gen.CustomerResponseObject, error) {
	c, err := h.quotes.Customer(ctx, actor(ctx), in.CustomerId)
	return gen.Customer200JSONResponse{CustomerJSONResponse: customerAnswer(c)}, err
}

// UpdateCustomer implements PATCH /v1/customers/{customer_id}.
func (h handlers) UpdateCustomer(ctx context.Context, in gen.UpdateCustomerRequestObject) (gen.UpdateCustomerResponseObject, error) {
	seen, err := version(in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	c, err := h.quotes.Customer(ctx, actor(ctx), in.CustomerId)
	if err != nil {
		return nil, err
	}
	if c.Version != seen {
		return nil, stale(c.Version)
	}
	if err := in.Body.Apply(&c); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-request", "the patch has a value that cannot be taken")
	}
	c, err = h.quotes.SaveCustomer(ctx, actor(ctx), c)
	return gen.UpdateCustomer200JSONResponse{CustomerJSONResponse: customerAnswer(c)}, err
}

func customerAnswer(c quotes.Customer) gen.CustomerJSONResponse {
	return gen.CustomerJSONResponse{Body: c, Headers: gen.CustomerResponseHeaders{ETag: etag(c.Version)}}
}

// stale is the answer to an If-Match that names an older version.
func stale(present int64) error {
	return fault.New(fault.PreconditionFailed, "stale-version", "version %d is the present one", present).With("version", present)
}

// ExportPerson implements GET /v1/customers/{customer_id}/contacts/{contact_id}/personal-data.
func (h handlers) ExportPerson(ctx context.Context, in gen.ExportPersonRequestObject) (gen.ExportPersonResponseObject, error) {
	d, err := h.quotes.ExportPerson(ctx, actor(ctx), in.CustomerId, in.ContactId)
	d.Quotes = list(d.Quotes)
	return gen.ExportPerson200JSONResponse(d), err
}

// ErasePerson implements DELETE /v1/customers/{customer_id}/contacts/{contact_id}/personal-data.
func (h handlers) ErasePerson(ctx context.Context, in gen.ErasePersonRequestObject) (gen.ErasePersonResponseObject, error) {
	return gen.ErasePerson204Response{}, h.quotes.ErasePerson(ctx, actor(ctx), in.CustomerId, in.ContactId)
}
