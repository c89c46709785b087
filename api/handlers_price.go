package api

import (
	"context"
	"strconv"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/api/view"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
)

// Price implements POST /v1/price.
func (h handlers) Price(ctx context.Context, in gen.PriceRequestObject) (gen.PriceResponseObject, error) {
	settings, err := h.settings(ctx)
	if err != nil {
		return nil, err
	}
	customer, err := h.priceFor(ctx, in.Body.Customer)
	if err != nil {
		return nil, err
	}
	q := toPrice(*in.Body, settings, customer)
	if q.Request.Date.IsZero() {
		q.Request.Date = civil.In(h.now(), settings.Location())
	}
	priced, err := h.catalog.PriceQuote(ctx, actor(ctx).Tenant, q)
	if err != nil {
		return nil, err
	}
	if err := refused(&priced); err != nil {
		return nil, err
	}
	out := view.Price{Result: priced.Price, InputHash: priced.InputHash, OutputHash: priced.Price.Hash()}
	if !actor(ctx).Can(identity.SeeCost) {
		out.Result = out.Public()
	}
	out.Lines = list(out.Lines)
	return gen.Price200JSONResponse(out), nil
}

// toPrice is the quote that the request describes.
func toPrice(in view.PriceRequest, settings quotes.Settings, customer quotes.Customer) catalog.Quote {
	shipTo, known := customer.Address("")
	if !known {
		shipTo.Country = settings.Seller.Address.Country
	}
	q := catalog.Quote{Request: pricing.Request{
		Date: in.Date, Currency: in.Currency, Base: settings.BaseCurrency, Customer: pricingCustomer(customer),
		Seller: pricingSeller(settings), ShipTo: shipTo.Country,
		Region: customer.Region, Channel: customer.Channel, Coupons: in.Coupons, Term: in.Term, Adjustments: adjustments(in.Discount),
	}}
	if q.Request.Currency.IsZero() {
		q.Request.Currency = settings.BaseCurrency
	}
	for i, l := range in.Lines {
		if l.ID == "" {
			l.ID = strconv.Itoa(i + 1)
		}
		q.Request.Lines = append(q.Request.Lines, pricing.Line{ID: l.ID, Quantity: l.Quantity, Optional: l.Optional, Adjustments: adjustments(l.Manual),
			Term: l.Term, Start: l.Start, End: l.End, Ramp: l.Ramp})
		question := view.Question{Picks: l.Picks}
		q.Products = append(q.Products, catalog.Product{Item: l.Item, Model: l.Model, Picks: question.Request().Picks,
			Context: saleContext(l.Quantity, shipTo.Country, customer, q.Request.Date)})
	}
	return q
}

func adjustments(a quotes.Adjustment) []pricing.Adjustment {
	if a.IsZero() {
		return nil
	}
	return []pricing.Adjustment{{Kind: pricing.AdjustmentKind(a.Kind), Value: a.Value, Note: a.Note}}
}

// refused reports lines that name nothing, or a quantity in which it is not sold: without a stored quote there is no
// draft in which they could wait. A configuration that is not finished leaves
// the price incomplete.
func refused(q *catalog.PricedQuote) error {
	var issues []fault.Issue
	unfinished := map[string]lang.Text{
		"configuration-incomplete": lang.New("the configuration is not complete", "la configuration n'est pas complète"),
		"configuration-conflict":   lang.New("the configuration contradicts itself", "la configuration se contredit"),
	}
	for i, l := range q.Lines {
		for _, issue := range l.Issues {
			if unfinished[issue.Kind] != nil {
				q.Price.Complete = false
				q.Price.Issues = append(q.Price.Issues, pricing.Issue{Kind: issue.Kind, Severity: pricing.Error, Line: q.Price.Lines[i].ID,
					Message: unfinished[issue.Kind]})
				break
			}
			issue.Pointer = "/lines/" + strconv.Itoa(i) + issue.Pointer
			issues = append(issues, issue)
		}
	}
	return fault.FromIssues("invalid-lines", "some lines cannot be sold as they are", issues)
}

// name is what people call the line.
func name(l quotes.Line) lang.Text { return l.Resolved.Name }

// RevisionPrice implements GET /v1/revisions/{revision_id}/price.
func (h handlers) RevisionPrice(ctx context.Context, in gen.RevisionPriceRequestObject) (gen.RevisionPriceResponseObject, error) {
	r, err := h.quotes.Revision(ctx, actor(ctx), in.RevisionId)
	if err != nil {
		return nil, err
	}
	out := gen.RevisionPrice{Currency: r.Currency, AsOf: r.AsOf, Totals: r.Totals, Pins: r.Pins, InputHash: text(r.InputHash),
		OutputHash: text(r.OutputHash), Lines: each(r.Lines, func(l quotes.Line) view.RevisionPriceLine {
			return view.RevisionPriceLine{ID: l.ID, Position: l.Position, Name: name(l), Quantity: l.Quantity, Price: l.Price}
		})}
	if len(r.Taxes) > 0 {
		out.Taxes = &r.Taxes
	}
	return gen.RevisionPrice200JSONResponse{Body: out, Headers: gen.RevisionPrice200ResponseHeaders{ETag: etag(r.Version)}}, nil
}
