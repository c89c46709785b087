package catalog

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Repairs are the ways to make a value possible: fewest decisions given up
// first, and among equals the cheapest.
type Repairs struct {
	Path    string             `json:"path"`
	Value   configurator.Value `json:"value"`
	Repairs []PricedRepair     `json:"repairs"`
	// Possible is false when no giving up of picks helps.
	Possible bool `json:"possible"`
	// Exhausted is true when every irreducible repair was found.
	Exhausted bool `json:"exhausted"`
}

// PricedRepair is a repair with the price after it.
type PricedRepair struct {
	configurator.Repair
	// Price is the unit price after the repair and Delta the difference to the
	// present one; nil unless prices were asked for.
	Price *Amounts `json:"price,omitempty"`
	Delta *Amounts `json:"delta,omitempty"`
}

// compared is how many repairs are priced to find the cheapest of the smallest.
const compared = 12

// Repair returns up to limit smallest ways to make a value possible, with what
// each costs when the question asks for prices.
func (s *Service) Repair(ctx context.Context, actor identity.Actor, q Question, path string, value configurator.Value, limit int) (Repairs, error) {
	engine, model, err := s.ask(ctx, actor, q)
	if err != nil {
		return Repairs{}, err
	}
	most := limit
	if q.Price != nil {
		most = max(limit, compared)
	}
	found, err := engine.Repair(ctx, q.Request, path, value, most)
	if err != nil {
		return Repairs{}, err
	}
	out := Repairs{Path: found.Path, Value: found.Value, Possible: found.Possible, Exhausted: found.Exhausted,
		Repairs: make([]PricedRepair, len(found.Repairs))}
	for n, r := range found.Repairs {
		out.Repairs[n].Repair = r
	}
	if q.Price == nil {
		return out, nil
	}
	desk, err := s.desk(ctx, actor, q, model)
	if err != nil {
		return out, err
	}
	selection, err := engine.Selection(ctx, q.Request)
	if err != nil {
		return out, err
	}
	present := amounts(desk.price(selection))
	for n := range out.Repairs {
		after := amounts(desk.price(out.Repairs[n].Selection))
		delta := after.Sub(present)
		out.Repairs[n].Price, out.Repairs[n].Delta = &after, &delta
	}
	slices.SortStableFunc(out.Repairs, func(a, b PricedRepair) int {
		if d := len(a.Drop) - len(b.Drop); d != 0 {
			return d
		}
		return a.Delta.compare(*b.Delta)
	})
	if len(out.Repairs) > limit {
		out.Repairs, out.Exhausted = out.Repairs[:limit], false
	}
	return out, nil
}
