package catalog

import (
	"context"
	"strings"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Comparison is what one configuration has otherwise than another of the same
// version.
type Comparison struct {
	Changes []configurator.Change `json:"changes"`
	// Price is the unit price of the first, OtherPrice that of the other and Delta
	// what the other costs more; nil unless prices were asked for.
	Price      *Amounts `json:"price,omitempty"`
	OtherPrice *Amounts `json:"other_price,omitempty"`
	Delta      *Amounts `json:"delta,omitempty"`
}

// CompareConfigurations compares the question's configuration with that of
// other picks in the same context. Mistakes in the other picks are reported with
// pointers into /other.
func (s *Service) CompareConfigurations(ctx context.Context, actor identity.Actor, q Question, other []configurator.Pick) (Comparison, error) {
	engine, model, err := s.ask(ctx, actor, q)
	if err != nil {
		return Comparison{}, err
	}
	selection, err := engine.Selection(ctx, q.Request)
	if err != nil {
		return Comparison{}, err
	}
	second := q.Request
	second.Picks = other
	otherSelection, err := engine.Selection(ctx, second)
	if err != nil {
		return Comparison{}, aboutOther(err)
	}
	changes, err := engine.Compare(ctx, q.Request, second)
	if err != nil || q.Price == nil {
		return Comparison{Changes: changes}, err
	}
	desk, err := s.desk(ctx, actor, q, model)
	if err != nil {
		return Comparison{}, err
	}
	price, otherPrice := amounts(desk.price(selection)), amounts(desk.price(otherSelection))
	delta := otherPrice.Sub(price)
	return Comparison{Changes: changes, Price: &price, OtherPrice: &otherPrice, Delta: &delta}, nil
}

// aboutOther points issues about picks at the other picks of a comparison.
func aboutOther(err error) error {
	issues := fault.IssuesOf(err)
	if fault.CodeOf(err) != fault.Invalid || len(issues) == 0 {
		return err
	}
	for i := range issues {
		if tail, found := strings.CutPrefix(issues[i].Pointer, "/picks/"); found {
			issues[i].Pointer = "/other/" + tail
		}
	}
	return fault.FromIssues("invalid-picks", "the request names things that the model does not have", issues)
}

// Upgrade answers what becomes of a configuration made with the question's
// version on version to, "" for the current one. The question's version may have
// been withdrawn, the other not.
func (s *Service) Upgrade(ctx context.Context, actor identity.Actor, q Question, to string) (configurator.Upgrade, error) {
	if err := require(actor, identity.ReadCatalog); err != nil {
		return configurator.Upgrade{}, err
	}
	heads, err := s.store.Heads(ctx, actor.Tenant, []Ref{{ModelKind, q.Model, q.Version}})
	if err != nil {
		return configurator.Upgrade{}, err
	}
	old, _, err := s.compile(ctx, actor.Tenant, heads[0], q.Day)
	if err != nil {
		return configurator.Upgrade{}, err
	}
	engine, _, err := s.model(ctx, actor.Tenant, q.Model, to, q.Day)
	if err != nil {
		return configurator.Upgrade{}, err
	}
	return engine.Upgrade(ctx, old, q.Request)
}
