package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// recipe is a complete configuration that customers ask for.
type recipe struct {
	model string
	picks []quotes.Pick
}

// recipes finds complete configurations of a model: some random wishes, then
// an answer to every question that is still open.
func recipes(ctx context.Context, service *catalog.Service, actor identity.Actor, rng *rand.Rand, model string, day civil.Date, count int) ([]recipe, error) {
	m, err := service.Definition(ctx, actor, model, "")
	if err != nil {
		return nil, err
	}
	var out []recipe
	for tries := 0; len(out) < count && tries < 4*count; tries++ {
		picks, done, err := configured(ctx, service, actor, rng, m, day)
		if err != nil {
			return nil, err
		}
		if done {
			out = append(out, recipe{model, written(picks)})
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no complete configuration of model %s was found", model)
	}
	return out, nil
}

// patience bounds the questions answered for one configuration.
const patience = 60

func configured(ctx context.Context, service *catalog.Service, actor identity.Actor, rng *rand.Rand, m *configurator.Model, day civil.Date) ([]configurator.Pick, bool, error) {
	q := catalog.Question{Model: m.Code, Day: day}
	wishes := 1 + rng.IntN(4)
	for range patience {
		answer, err := service.Configure(ctx, actor, q)
		if err != nil {
			return nil, false, err
		}
		state := answer.State
		if wishes--; wishes < 0 && state.Complete {
			return q.Picks, state.Valid, nil
		}
		p, ok := wish(rng, m, state, wishes < 0)
		if !ok {
			return nil, false, nil
		}
		q.Picks = append(q.Picks, p)
	}
	return nil, false, nil
}

// wish draws one value that is free to choose, of an open attribute only when
// so asked.
func wish(rng *rand.Rand, m *configurator.Model, state configurator.State, open bool) (configurator.Pick, bool) {
	var free []configurator.Pick
	for _, a := range state.Attributes {
		if !a.Active || !a.Visible || a.Status == configurator.SelectedUser || open && !slices.Contains(state.Progress.Open, a.Path) {
			continue
		}
		for _, v := range a.Values {
			if v.Status == configurator.Available && !v.Value.IsNone() {
				free = append(free, configurator.Pick{Path: a.Path, Op: configurator.Set, Value: v.Value})
			}
		}
		if definition := m.Attribute(a.Path); definition != nil && len(a.Intervals) > 0 {
			if v, ok := within(rng, pick(rng, a.Intervals), definition.Step); ok {
				free = append(free, configurator.Pick{Path: a.Path, Op: configurator.Set, Value: v})
			}
		}
	}
	if len(free) == 0 {
		return configurator.Pick{}, false
	}
	return pick(rng, free), true
}

// within draws a number of an interval that is on the step.
func within(rng *rand.Rand, i configurator.Interval, step money.Decimal) (configurator.Value, bool) {
	if i.Min.Kind() != configurator.NumberValue || step.Sign() <= 0 {
		return configurator.Value{}, false
	}
	width, err := i.Max.Decimal().Sub(i.Min.Decimal()).Quo(step)
	if err != nil {
		return configurator.Value{}, false
	}
	n, ok := width.Floor(0).Int64()
	if !ok || n < 0 {
		return configurator.Value{}, false
	}
	return configurator.Number(i.Min.Decimal().Add(step.Mul(money.FromInt(rng.Int64N(n + 1))))), true
}

// written converts picks to the form that quotes keep.
func written(picks []configurator.Pick) []quotes.Pick {
	out := make([]quotes.Pick, len(picks))
	for n, p := range picks {
		op := p.Op
		if op == "" {
			op = configurator.Set
		}
		out[n] = quotes.Pick{Path: p.Path, Op: string(op), Value: p.Value.String()}
	}
	return out
}
