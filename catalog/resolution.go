package catalog

import (
	"context"
	"encoding/json"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// resolution is what a configuration of one model comes to: a function of the
// model, the rules in force on the day, the picks and the context. It is shared
// and never changed: an edit of one line of a long quote resolves that line
// only.
type resolution struct {
	state     *configurator.State
	selection configurator.Selection
	bom       *BillOfMaterials
	issues    []fault.Issue
}

func resolutionKey(model *configurator.Model, day civil.Date, r configurator.Request) (string, error) {
	asked, err := json.Marshal(r)
	return model.Version + " " + model.Segment(day).String() + " " + string(asked), err
}

// answer asks the engine. Picks that name nothing in this version are issues.
func answer(ctx context.Context, engine *configurator.Compiled, r configurator.Request) (out resolution, err error) {
	state, err := engine.State(ctx, r)
	if fault.CodeOf(err) == fault.Invalid {
		out.issues = fault.IssuesOf(err)
		return out, nil
	}
	if err != nil {
		return out, err
	}
	out.state, out.issues = &state, unfinished(state)
	if out.selection, err = engine.Selection(ctx, r); err != nil || !state.Complete || !state.Valid {
		return out, err
	}
	bom, err := billOfMaterials(ctx, engine, r)
	out.bom = &bom
	return out, err
}
