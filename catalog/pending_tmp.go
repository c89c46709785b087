package catalog

import (
	"context"

	"github.com/quotient-cpq/quotient/configurator"
)

type later interface {
	Explain(ctx context.Context, r configurator.Request, path string, v configurator.Value) (configurator.Explanation, error)
	Repair(ctx context.Context, r configurator.Request, path string, v configurator.Value, limit int) (configurator.Repairs, error)
	Complete(ctx context.Context, r configurator.Request, o configurator.Objective) (configurator.Completion, error)
}

func pending(e *configurator.Compiled) later { l, _ := any(e).(later); return l }
