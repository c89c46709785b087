package api

import (
	"context"
	"maps"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/api/view"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
)

// Model implements GET /v1/models/{code}.
func (h handlers) Model(ctx context.Context, in gen.ModelRequestObject) (gen.ModelResponseObject, error) {
	m, err := h.catalog.Definition(ctx, actor(ctx), in.Code, value(in.Params.Version))
	if err != nil {
		return nil, err
	}
	return gen.Model200JSONResponse(view.ModelOf(m)), nil
}

// Configure implements POST /v1/models/{code}/configure.
func (h handlers) Configure(ctx context.Context, in gen.ConfigureRequestObject) (gen.ConfigureResponseObject, error) {
	q, err := h.question(ctx, in.Code, *in.Body)
	if err != nil {
		return nil, err
	}
	answer, err := h.catalog.Configure(ctx, actor(ctx), q)
	answer.State.Attributes = list(answer.State.Attributes)
	answer.Selection.Lines = list(answer.Selection.Lines)
	return gen.Configure200JSONResponse(answer), err
}

// Explain implements POST /v1/models/{code}/explain.
func (h handlers) Explain(ctx context.Context, in gen.ExplainRequestObject) (gen.ExplainResponseObject, error) {
	q, err := h.question(ctx, in.Code, *in.Body)
	if err != nil {
		return nil, err
	}
	answer, err := h.catalog.Explain(ctx, actor(ctx), q, in.Body.Path, in.Body.Value)
	answer.Reasons = list(answer.Reasons)
	return gen.Explain200JSONResponse(answer), err
}

// Repair implements POST /v1/models/{code}/repair.
func (h handlers) Repair(ctx context.Context, in gen.RepairRequestObject) (gen.RepairResponseObject, error) {
	q, err := h.question(ctx, in.Code, *in.Body)
	if err != nil {
		return nil, err
	}
	limit := in.Body.Limit
	if limit == 0 {
		limit = 3
	}
	answer, err := h.catalog.Repair(ctx, actor(ctx), q, in.Body.Path, in.Body.Value, limit)
	answer.Repairs = list(answer.Repairs)
	for i := range answer.Repairs {
		r := &answer.Repairs[i]
		r.Drop, r.Picks, r.Changes, r.Selection.Lines = list(r.Drop), list(r.Picks), list(r.Changes), list(r.Selection.Lines)
	}
	return gen.Repair200JSONResponse(answer), err
}

// Complete implements POST /v1/models/{code}/complete.
func (h handlers) Complete(ctx context.Context, in gen.CompleteRequestObject) (gen.CompleteResponseObject, error) {
	q, err := h.question(ctx, in.Code, *in.Body)
	if err != nil {
		return nil, err
	}
	answer, err := h.catalog.Complete(ctx, actor(ctx), q, configurator.Objective{Minimize: in.Body.Minimize})
	answer.Picks, answer.Selection.Lines = list(answer.Picks), list(answer.Selection.Lines)
	if answer.Values == nil {
		answer.Values = map[string]configurator.Value{}
	}
	return gen.Complete200JSONResponse(answer), err
}

// BillOfMaterials implements POST /v1/models/{code}/bom.
func (h handlers) BillOfMaterials(ctx context.Context, in gen.BillOfMaterialsRequestObject) (gen.BillOfMaterialsResponseObject, error) {
	q, err := h.question(ctx, in.Code, *in.Body)
	if err != nil {
		return nil, err
	}
	answer, err := h.catalog.BillOfMaterials(ctx, actor(ctx), q)
	answer.Sales, answer.Manufacturing = list(answer.Sales), list(answer.Manufacturing)
	answer.Routing.Operations = list(answer.Routing.Operations)
	return gen.BillOfMaterials200JSONResponse(answer), err
}

// CompareConfigurations implements POST /v1/models/{code}/compare.
func (h handlers) CompareConfigurations(ctx context.Context, in gen.CompareConfigurationsRequestObject) (gen.CompareConfigurationsResponseObject, error) {
	q, err := h.question(ctx, in.Code, *in.Body)
	if err != nil {
		return nil, err
	}
	answer, err := h.catalog.CompareConfigurations(ctx, actor(ctx), q, in.Body.OtherPicks())
	answer.Changes = list(answer.Changes)
	return gen.CompareConfigurations200JSONResponse(answer), err
}

// UpgradeConfiguration implements POST /v1/models/{code}/upgrade.
func (h handlers) UpgradeConfiguration(ctx context.Context, in gen.UpgradeConfigurationRequestObject) (gen.UpgradeConfigurationResponseObject, error) {
	q, err := h.question(ctx, in.Code, *in.Body)
	if err != nil {
		return nil, err
	}
	answer, err := h.catalog.Upgrade(ctx, actor(ctx), q, in.Body.To)
	return gen.UpgradeConfiguration200JSONResponse(answer), err
}

// question completes what a caller asks a model with the company's day and,
// for a price, with whom it is for.
func (h handlers) question(ctx context.Context, code string, in view.Question) (catalog.Question, error) {
	q := catalog.Question{Model: code, Version: in.Version, Day: in.Date, Request: in.Request()}
	settings, err := h.settings(ctx)
	if err != nil {
		return q, err
	}
	if q.Day.IsZero() {
		q.Day = civil.In(h.now(), settings.Location())
	}
	if in.Price == nil {
		return q, nil
	}
	customer, err := h.priceFor(ctx, in.Price.Customer)
	if err != nil {
		return q, err
	}
	shipTo, _ := customer.Address("")
	q.Price = &catalog.PriceContext{Currency: in.Price.Currency, Customer: pricingCustomer(customer),
		Seller: pricingSeller(settings), ShipTo: shipTo.Country,
		Region: customer.Region, Channel: customer.Channel, Quantity: in.Price.Quantity, Deltas: in.Price.Deltas}
	if q.Price.Currency.IsZero() {
		q.Price.Currency = settings.BaseCurrency
	}
	if q.Price.ShipTo == "" {
		q.Price.ShipTo = settings.Seller.Address.Country
	}
	sale := saleContext(q.Price.Quantity, q.Price.ShipTo, customer, q.Day)
	q.Context, err = h.completed(ctx, q, sale)
	return q, err
}

// saleContext is what a quote line tells a model about the sale; a question
// with a price is answered as that line would be.
func saleContext(quantity money.Decimal, country string, customer quotes.Customer, day civil.Date) map[string]configurator.Value {
	if quantity.IsZero() {
		quantity = money.FromInt(1)
	}
	return map[string]configurator.Value{
		"quantity": configurator.Number(quantity), "country": configurator.Text(country),
		"segment": configurator.Text(customer.Segment), "channel": configurator.Text(customer.Channel),
		"date": configurator.Date(day),
	}
}

// completed returns the question's context with what the sale says about the
// inputs that the model declares and the caller left out.
func (h handlers) completed(ctx context.Context, q catalog.Question, sale map[string]configurator.Value) (map[string]configurator.Value, error) {
	m, err := h.catalog.Definition(ctx, actor(ctx), q.Model, q.Version)
	if err != nil {
		return nil, err
	}
	out := maps.Clone(q.Context)
	if out == nil {
		out = map[string]configurator.Value{}
	}
	for _, input := range m.Context {
		if _, given := out[input.Code]; given {
			continue
		}
		if v, known := sale[input.Code]; known {
			out[input.Code] = v
		}
	}
	return out, nil
}

// settings are the company's, which answers depend on whether or not the
// caller may read them.
func (h handlers) settings(ctx context.Context) (quotes.Settings, error) {
	return h.quotes.Settings(ctx, identity.Actor{Tenant: actor(ctx).Tenant, Kind: identity.System})
}

// priceFor returns the customer to price for, the zero Customer where none is
// named.
func (h handlers) priceFor(ctx context.Context, customer identity.ID) (quotes.Customer, error) {
	if customer == identity.Nil {
		return quotes.Customer{}, nil
	}
	return h.quotes.Customer(ctx, actor(ctx), customer)
}

func pricingSeller(s quotes.Settings) pricing.Seller {
	return pricing.Seller{Country: s.Seller.Address.Country, Status: s.Seller.TaxStatus}
}

func pricingCustomer(c quotes.Customer) pricing.Customer {
	out := pricing.Customer{Segment: c.Segment, Status: c.VATStatus}
	if c.ID != identity.Nil {
		out.Code = c.ID.String()
	}
	if out.Status == "" {
		out.Status = "business"
	}
	return out
}
