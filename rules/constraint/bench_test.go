package constraint_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// conveyor is the power rule of a conveyor: products of three numbers and a
// look-up, against a property of the motor.
func conveyor(b *testing.B) (*constraint.Space, *rules.Program) {
	b.Helper()
	var rows [][]rules.Value
	for i := range int64(21) {
		rows = append(rows, []rules.Value{rules.IntValue(i), rules.NumberValue(money.New(100+3*i, -2))})
	}
	table, err := rules.NewTable("grade", []rules.Column{{Name: "incline", Type: rules.Number}, {Name: "factor", Type: rules.Number}}, rows)
	if err != nil {
		b.Fatal(err)
	}
	motors := options(b, []string{"a", "b", "c"}, []rules.Property{{Name: "power", Type: rules.Number}},
		[][]rules.Value{{num("0.37")}, {num("1.5")}, {num("7.5")}})
	schema, err := rules.NewSchema([]rules.Name{
		{Name: "length", Type: rules.Number}, {Name: "speed", Type: rules.Number}, {Name: "load", Type: rules.Number},
		{Name: "incline", Type: rules.Number}, {Name: "motor", Type: rules.Choice(motors)},
	}, table)
	if err != nil {
		b.Fatal(err)
	}
	p, issues := rules.Compile(schema, rules.Source{
		Text: `motor.power >= round((load + 4) * length / 1000 * 9.81 * lookup("grade", incline, "factor") * speed / 750, 2)`,
	}, rules.Bool)
	if p == nil {
		b.Fatal(issues)
	}
	return newSpace(schema), p
}

func BenchmarkBounds(b *testing.B) {
	space, p := conveyor(b)
	f, err := constraint.NewBuilder(space).Lower(p, space.Root())
	if err != nil {
		b.Fatal(err)
	}
	box := boxes{
		{Low: decimal("1000"), High: decimal("30000"), Step: decimal("10")}, {Low: decimal("0.1"), High: decimal("2"), Step: decimal("0.05")},
		{Low: decimal("5"), High: decimal("120"), Step: decimal("5")}, {Low: decimal("2"), High: decimal("12"), Step: decimal("1")}, {Options: []uint64{7}},
	}
	b.ReportAllocs()
	for b.Loop() {
		if f.Bounds(box) != constraint.Unknown {
			b.Fatal("decided")
		}
	}
}

func decimal(s string) money.Decimal { return money.MustParse(s) }

func BenchmarkEval(b *testing.B) {
	space, p := conveyor(b)
	f, err := constraint.NewBuilder(space).Lower(p, space.Root())
	if err != nil {
		b.Fatal(err)
	}
	motor := space.Variable(4).Options
	a := values{num("2500"), num("0.5"), num("25"), num("4"), motor.Value(1)}
	b.ReportAllocs()
	for b.Loop() {
		if !f.Eval(a) {
			b.Fatal("does not hold")
		}
	}
}

func BenchmarkLower(b *testing.B) {
	space, p := conveyor(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := constraint.NewBuilder(space).Lower(p, space.Root()); err != nil {
			b.Fatal(err)
		}
	}
}
