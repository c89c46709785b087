package constraint_test

import (
	"fmt"

	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

func Example() {
	schema, err := rules.NewSchema([]rules.Name{
		{Name: "width", Type: rules.Number},
		{Name: "boxes", Type: rules.List(2, rules.Name{Name: "width", Type: rules.Number})},
	})
	if err != nil {
		panic(err)
	}
	rule, _ := rules.Compile(schema, rules.Source{Text: "sum(boxes, .width) <= width - 10"}, rules.Bool)

	space := constraint.NewSpace(schema, func(*constraint.Instance, int) (least, most int) { return 1, 2 })
	formula, err := constraint.NewBuilder(space).Lower(rule, space.Root())
	if err != nil {
		panic(err)
	}
	for _, t := range formula.Atom.Linear.Terms {
		fmt.Printf("%s * variable %d\n", t.Coefficient, t.Var)
	}
	fmt.Println("at most", formula.Atom.Linear.Bound)
	// Output:
	// -1 * variable 0
	// 1 * variable 1
	// 1 * variable 3
	// at most -10
}
