package catalog

import (
	"context"
	"errors"
	"slices"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// PriceContext says for whom and in what to price a configuration.
type PriceContext struct {
	Currency money.Currency
	Customer pricing.Customer
	Seller   pricing.Seller
	ShipTo   string
	Region   string
	Channel  string
	// Quantity is that of the line; zero means 1.
	Quantity money.Decimal
	// Deltas are paths of attributes, or codes of groups, whose values get a
	// price difference.
	Deltas []string
}

// Amounts are prices per unit, before manual steps, by period.
type Amounts struct {
	OneOff money.Decimal `json:"one_off"`
	Month  money.Decimal `json:"month"`
	Year   money.Decimal `json:"year"`
	// OnRequest is true while the pricing desk owes the price.
	OnRequest bool `json:"on_request,omitempty"`
}

// Sub returns a - b; it is on request when either is.
func (a Amounts) Sub(b Amounts) Amounts {
	return Amounts{a.OneOff.Sub(b.OneOff), a.Month.Sub(b.Month), a.Year.Sub(b.Year), a.OnRequest || b.OnRequest}
}

// compare orders by everything due in a year, what is on request last.
func (a Amounts) compare(b Amounts) int {
	if a.OnRequest != b.OnRequest {
		if a.OnRequest {
			return 1
		}
		return -1
	}
	return a.firstYear().Cmp(b.firstYear())
}

func (a Amounts) firstYear() money.Decimal {
	return a.OneOff.Add(a.Year).Add(a.Month.Mul(money.FromInt(12)))
}

// Delta is what choosing a value would change, everything that follows from
// it included.
type Delta struct {
	Path  string             `json:"path"`
	Value configurator.Value `json:"value"`
	Amounts
}

// desk prices selections of one model for one context.
type desk struct {
	pricer  *pricing.Pricer
	request pricing.Request // with one line
	seeCost bool
}

// desk returns what is needed to price the question's model.
func (s *Service) desk(ctx context.Context, actor identity.Actor, q Question, model *configurator.Model) (*desk, error) {
	c := *q.Price
	set, err := s.prices(ctx, actor.Tenant, c.Currency, nil, model)
	if err != nil {
		return nil, err
	}
	facts, err := s.facts(ctx, actor.Tenant, []string{model.Item})
	if err != nil {
		return nil, err
	}
	if c.Quantity.IsZero() {
		c.Quantity = money.FromInt(1)
	}
	return &desk{pricer: set.pricer, seeCost: actor.Can(identity.SeeCost), request: pricing.Request{
		Date: q.Day, Currency: c.Currency, Customer: c.Customer, Seller: c.Seller, ShipTo: c.ShipTo,
		Region: c.Region, Channel: c.Channel,
		Lines: []pricing.Line{{ID: "1", Model: model.Code, Item: pricingItem(facts[model.Item]), Quantity: c.Quantity}},
	}}, nil
}

// price prices a selection; costs are removed unless the actor may see them.
func (d *desk) price(selection configurator.Selection) pricing.Result {
	request := d.request
	line := d.request.Lines[0]
	line.Selection = selected(selection)
	request.Lines = []pricing.Line{line}
	result := d.pricer.Price(request)
	if !d.seeCost {
		result = result.Public()
	}
	return result
}

// unitNet is the price of one piece, as tests of models expect it.
func (d *desk) unitNet(_ context.Context, selection configurator.Selection) (money.Decimal, error) {
	result := d.price(selection)
	if line := result.Lines[0]; line.Priced {
		return line.UnitNet, nil
	}
	for _, i := range result.Issues {
		return money.Decimal{}, errors.New(i.Message.In("en"))
	}
	return money.Decimal{}, errors.New("the price is on request")
}

// amounts returns the unit prices of the one line of a result.
func amounts(r pricing.Result) Amounts {
	line := r.Lines[0]
	switch a := (Amounts{OnRequest: line.OnRequest || !line.Priced}); line.Period {
	case pricing.Month:
		a.Month = line.BeforeManual
		return a
	case pricing.Year:
		a.Year = line.BeforeManual
		return a
	default:
		a.OneOff = line.BeforeManual
		return a
	}
}

// deltas prices every value that could be chosen on the attributes named:
// the price of the default completion with the value in place of this
// attribute's, less the present price.
func (d *desk) deltas(ctx context.Context, engine *configurator.Compiled, model *configurator.Model, q Question, state *configurator.State, present Amounts) ([]Delta, error) {
	var out []Delta
	for _, a := range state.Attributes {
		if !wanted(model, a.Path, q.Price.Deltas) {
			continue
		}
		values, err := replacing(ctx, engine, q.Request, a)
		if err != nil {
			return nil, err
		}
		for _, v := range values {
			if v.Status == configurator.Excluded || v.Status == configurator.Unknown || v.Status == configurator.InConflict {
				continue
			}
			r := q.Request
			r.Picks = instead(r.Picks, a, v.Value)
			selection, err := engine.Selection(ctx, r)
			if err != nil {
				return nil, err
			}
			out = append(out, Delta{a.Path, v.Value, amounts(d.price(selection)).Sub(present)})
		}
	}
	return out, nil
}

// replacing returns the values of the attribute as they are without its own
// pick: those that can take the place of the present one.
func replacing(ctx context.Context, engine *configurator.Compiled, r configurator.Request, a configurator.AttributeState) ([]configurator.ValueState, error) {
	own := func(p configurator.Pick) bool { return p.Path == a.Path && p.Op != configurator.Exclude }
	if a.Type == configurator.MultiType || !slices.ContainsFunc(r.Picks, own) {
		return a.Values, nil
	}
	r.Picks, r.Reasons = slices.DeleteFunc(slices.Clone(r.Picks), own), false
	lifted, err := engine.State(ctx, r)
	if err != nil {
		return nil, err
	}
	if free := lifted.Attribute(a.Path); free != nil && free.Active {
		return free.Values, nil
	}
	return a.Values, nil
}

// instead returns the picks with value in place of the attribute's own; an
// option of a multi is added to those chosen.
func instead(picks []configurator.Pick, a configurator.AttributeState, value configurator.Value) []configurator.Pick {
	out := slices.Clone(picks)
	if a.Type != configurator.MultiType {
		out = slices.DeleteFunc(out, func(p configurator.Pick) bool { return p.Path == a.Path })
	}
	return append(out, configurator.Pick{Path: a.Path, Op: configurator.Set, Value: value})
}

// wanted reports whether the attribute at path is among those named, by its
// path or by its group.
func wanted(model *configurator.Model, path string, named []string) bool {
	if slices.Contains(named, path) {
		return true
	}
	a := model.Attribute(path)
	return a != nil && a.Group != "" && slices.Contains(named, a.Group)
}

// selected converts a selection to what pricing reads of it.
func selected(s configurator.Selection) []pricing.Selected {
	out := make([]pricing.Selected, len(s.Lines))
	for n, l := range s.Lines {
		out[n] = pricing.Selected{Path: l.Path, Component: l.Component, Attribute: l.Attribute, Option: l.Option,
			Number: l.Number, Item: l.Item, Quantity: l.Quantity, Label: l.Label}
	}
	return out
}

// pricingItem converts an item to what pricing reads of it.
func pricingItem(i Item) pricing.Item {
	return pricing.Item{SKU: i.SKU, Unit: i.Unit, Family: i.Family, TaxClass: i.TaxClass, Weight: i.Weight, Fixed: i.SKU != "" && !i.Discountable}
}
