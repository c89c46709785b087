package rules_test

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules"
)

func Example() {
	motors, err := rules.NewOptions(
		[]string{"m250", "m500"},
		[]rules.Property{{Name: "power", Type: rules.Number}},
		[][]rules.Value{{rules.IntValue(250)}, {rules.IntValue(500)}},
	)
	if err != nil {
		panic(err)
	}
	schema, err := rules.NewSchema([]rules.Name{
		{Name: "cargo", Type: rules.Bool},
		{Name: "motor", Type: rules.Choice(motors)},
	})
	if err != nil {
		panic(err)
	}
	rule, _ := rules.Compile(schema, rules.Source{Text: "implies(cargo, motor.power >= 500)"}, rules.Bool)

	frame := schema.NewFrame()
	frame.SetName("cargo", rules.BoolValue(true))
	for i := range motors.Len() {
		frame.SetName("motor", motors.Value(i))
		fmt.Println(motors.At(i).Code, rule.Bool(frame))
	}
	// Output:
	// m250 false
	// m500 true
}

func ExampleCompile_mistakes() {
	motors, err := rules.NewOptions([]string{"m250", "m500"}, nil, nil)
	if err != nil {
		panic(err)
	}
	schema, err := rules.NewSchema([]rules.Name{
		{Name: "width", Type: rules.Number},
		{Name: "motor", Type: rules.Choice(motors)},
	})
	if err != nil {
		panic(err)
	}
	at := fault.Position{File: "bike.yaml", Line: 12, Column: 14}
	_, issues := rules.Compile(schema, rules.Source{Text: `motor == "m5000" and widht > 3`, Position: at}, rules.Bool)
	for _, i := range issues {
		fmt.Println(i)
		fmt.Println(i.Snippet)
	}
	// Output:
	// bike.yaml:12:23: "motor" has no option "m5000" (did you mean "m500"?)
	// motor == "m5000" and widht > 3
	//          ^^^^^^^
	// bike.yaml:12:35: unknown name "widht" (did you mean "width"?)
	// motor == "m5000" and widht > 3
	//                      ^^^^^
}
