package space_test

import (
	"fmt"

	"github.com/quotient-cpq/quotient/configurator/space"
)

func Example() {
	b := space.NewBuilder()
	_, motor := b.Enum(2) // small, large
	length := b.Range(1, 20, space.True)
	rule := b.Tag()
	b.Clause(rule, motor[1], b.AtMost(length, 12)) // above 12 m only the large motor
	s := b.Build()

	e := s.NewEngine()
	picks := []space.Lit{motor[0]}
	q := e.Query(picks)
	q.Decide(append(motor, e.RangeItems(length)...))
	fmt.Println(q.Range(length).Possible)

	x := s.NewExplainer()
	why, _ := x.Irreducible([]space.Lit{x.AtLeast(length, 15)}, [][]space.Lit{picks, {x.Selector(rule)}})
	fmt.Println(why)
	// Output:
	// [{1 12}]
	// [0 1]
}
