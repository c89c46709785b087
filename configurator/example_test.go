package configurator_test

import (
	"context"
	"fmt"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/civil"
)

// A request carries all picks, in order; each answer is complete.
func Example() {
	m, err := configurator.Load(examples.Files, "bikes/city-bike.yaml")
	if err != nil {
		panic(err)
	}
	c, err := configurator.Compile(m, civil.MustParse("2026-06-01"))
	if err != nil {
		panic(err)
	}
	ctx := context.Background()
	req := configurator.Request{Picks: []configurator.Pick{
		{Path: "motor", Op: configurator.Set, Value: configurator.Text("m500")},
	}}

	state, err := c.State(ctx, req)
	if err != nil {
		panic(err)
	}
	for _, v := range state.Attribute("brakes").Values {
		fmt.Println("brakes", v.Value, v.Status)
	}

	rim := configurator.Text("rim")
	why, err := c.Explain(ctx, req, "brakes", rim)
	if err != nil {
		panic(err)
	}
	for _, r := range why.Reasons {
		fmt.Println("because of", r.Kind, r.Path+r.Rule)
	}

	ways, err := c.Repair(ctx, req, "brakes", rim, 3)
	if err != nil {
		panic(err)
	}
	for _, w := range ways.Repairs {
		fmt.Println("possible without pick", w.Drop)
	}
	// Output:
	// brakes rim excluded
	// brakes disc excluded
	// brakes hydraulic selected-rule
	// because of pick motor
	// because of rule strong-motor-brakes
	// possible without pick [0]
}
