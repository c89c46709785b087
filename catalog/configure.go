package catalog

import (
	"context"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/pricing"
)

// Question is one question about a configuration of a published model.
type Question struct {
	// Model is the code, Version the published version, "" the current one.
	Model, Version string
	// Day is the day with which options, rules, tables and prices are looked up.
	Day civil.Date
	configurator.Request
	// Price asks for prices too, when not nil.
	Price *PriceContext
}

// Configuration is the answer to Configure.
type Configuration struct {
	State configurator.State `json:"state"`
	// Selection is what the present values consist of.
	Selection configurator.Selection `json:"selection"`
	// Price is that of the present values, "so far" while incomplete; nil
	// unless asked for.
	Price  *pricing.Result `json:"price,omitempty"`
	Deltas []Delta         `json:"deltas,omitempty"`
}

// Definition returns the loaded model of a published version, for showing its
// attributes, options and texts. The model must not be changed.
func (s *Service) Definition(ctx context.Context, actor identity.Actor, code, version string) (*configurator.Model, error) {
	if err := require(actor, identity.ReadCatalog); err != nil {
		return nil, err
	}
	head, err := s.usable(ctx, actor.Tenant, Ref{ModelKind, code, version})
	if err != nil {
		return nil, err
	}
	return s.loaded(ctx, actor.Tenant, head)
}

// Configure returns the state of every value after the picks and, when asked,
// the price and the price differences of other values.
func (s *Service) Configure(ctx context.Context, actor identity.Actor, q Question) (Configuration, error) {
	engine, model, err := s.ask(ctx, actor, q)
	if err != nil {
		return Configuration{}, err
	}
	state, err := engine.State(ctx, q.Request)
	if err != nil {
		return Configuration{}, err
	}
	out := Configuration{State: state}
	if out.Selection, err = engine.Selection(ctx, q.Request); err != nil || q.Price == nil {
		return out, err
	}
	desk, err := s.desk(ctx, actor, q, model)
	if err != nil {
		return out, err
	}
	price := desk.price(out.Selection)
	out.Price = &price
	out.Deltas, err = desk.deltas(ctx, engine, model, q, &state, amounts(price))
	return out, err
}

// Explain says why a value is excluded, forced or in conflict.
func (s *Service) Explain(ctx context.Context, actor identity.Actor, q Question, path string, value configurator.Value) (configurator.Explanation, error) {
	engine, _, err := s.ask(ctx, actor, q)
	if err != nil {
		return configurator.Explanation{}, err
	}
	return engine.Explain(ctx, q.Request, path, value)
}

// Completion is a full valid configuration, with its price when asked for.
type Completion struct {
	configurator.Completion
	Price *pricing.Result `json:"price,omitempty"`
}

// Complete returns a full valid configuration with the picks, striving for the
// objective.
func (s *Service) Complete(ctx context.Context, actor identity.Actor, q Question, objective configurator.Objective) (Completion, error) {
	engine, model, err := s.ask(ctx, actor, q)
	if err != nil {
		return Completion{}, err
	}
	found, err := engine.Complete(ctx, q.Request, objective)
	out := Completion{Completion: found}
	if err != nil || q.Price == nil || !found.Found {
		return out, err
	}
	desk, err := s.desk(ctx, actor, q, model)
	if err != nil {
		return out, err
	}
	price := desk.price(found.Selection)
	out.Price = &price
	return out, nil
}

// BillOfMaterials is what a configuration is built from, how, and how long
// that takes.
type BillOfMaterials struct {
	configurator.BOM
	Routing configurator.Routing `json:"routing"`
	// LeadTimeDays is in calendar days; nil where the model gives none.
	LeadTimeDays *int `json:"lead_time_days,omitempty"`
}

// BillOfMaterials returns the bill of materials and the routing of a complete
// configuration.
func (s *Service) BillOfMaterials(ctx context.Context, actor identity.Actor, q Question) (BillOfMaterials, error) {
	engine, _, err := s.ask(ctx, actor, q)
	if err != nil {
		return BillOfMaterials{}, err
	}
	return billOfMaterials(ctx, engine, q.Request)
}

// ask checks the right to read and returns the engine for the question.
func (s *Service) ask(ctx context.Context, actor identity.Actor, q Question) (*configurator.Compiled, *configurator.Model, error) {
	if err := require(actor, identity.ReadCatalog); err != nil {
		return nil, nil, err
	}
	return s.model(ctx, actor.Tenant, q.Model, q.Version, q.Day)
}

func billOfMaterials(ctx context.Context, engine *configurator.Compiled, r configurator.Request) (BillOfMaterials, error) {
	bom, err := engine.BOM(ctx, r)
	if err != nil {
		return BillOfMaterials{}, err
	}
	out := BillOfMaterials{BOM: bom}
	if out.Routing, err = engine.Routing(ctx, r); err != nil {
		return out, err
	}
	days, given, err := engine.LeadTime(ctx, r)
	if given {
		out.LeadTimeDays = &days
	}
	return out, err
}
