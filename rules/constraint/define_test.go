package constraint_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// TestDefinedVariablesReadTheirExpression replaces computed variables by their
// definitions: the formula over the other variables agrees with the program on
// a frame in which the computed ones hold their values.
func TestDefinedVariablesReadTheirExpression(t *testing.T) {
	t.Parallel()
	schema := newSchema(t)
	space := newSpace(schema)
	rapid.Check(t, func(t *rapid.T) {
		b := constraint.NewBuilder(space)
		computed := map[constraint.Var]*rules.Program{}
		active := map[constraint.Var]*constraint.Formula{}
		define := func(name, source string) {
			slot, _ := schema.Slot(name)
			v := space.Root().Var(slot)
			p, _ := rules.Compile(schema, rules.Source{Text: source}, schema.Slots()[slot].Type)
			if p == nil {
				t.Skip("refused")
			}
			when, _ := rules.Compile(schema, rules.Source{Text: rapid.SampledFrom([]string{"true", "a", `c == "u"`}).Draw(t, "active")}, rules.Bool)
			f, err := b.Lower(when, space.Root())
			if err != nil {
				t.Fatal(err)
			}
			b.Define(v, f, p)
			computed[v], active[v] = p, f
		}
		budget := rapid.IntRange(1, 4).Draw(t, "budget")
		inputs := grammar{t: t, inputs: true}
		define("xo", inputs.number(budget))
		define("ao", inputs.truth(budget))
		define("eo", inputs.date(budget))
		define("t", inputs.text(budget))
		define("co", inputs.truth(budget)+` ? "u" : "v"`)

		source := grammar{t: t}.truth(budget)
		p, _ := rules.Compile(schema, rules.Source{Text: source}, rules.Bool)
		if p == nil {
			t.Skip("refused")
		}
		f, err := b.Lower(p, space.Root())
		if err != nil {
			t.Skip(err)
		}
		for range 4 {
			a := drawValues(t, space)
			inputFrame := space.Frames(a).Of(space.Root())
			full := append(values{}, a...)
			for v, p := range computed {
				full[v] = rules.None()
				if active[v].Eval(a) {
					full[v] = p.Value(inputFrame)
				}
			}
			want := p.Bool(space.Frames(full).Of(space.Root()))
			if got := f.Eval(a); got != want {
				t.Fatalf("%s\nformula: %v, program: %v\n%s", source, got, want, describe(space, full))
			}
			if got := f.Bounds(enclose(space, a)); (got == constraint.Yes) != want || got == constraint.Unknown {
				t.Fatalf("%s\nbounds: %v, program: %v\n%s", source, got, want, describe(space, full))
			}
		}
	})
}
