package constraint_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// TestFormulaAgreesWithProgram is the differential law: for random rules of
// every form and random full assignments, none included, evaluating the formula
// and running the program give the same.
func TestFormulaAgreesWithProgram(t *testing.T) {
	t.Parallel()
	schema := newSchema(t)
	space := newSpace(schema)
	rapid.Check(t, func(t *rapid.T) {
		g := grammar{t: t}
		at := space.Root()
		if rapid.IntRange(0, 3).Draw(t, "inside") == 0 {
			g.depth = 1
			at = space.Root().List(11)[rapid.IntRange(0, 2).Draw(t, "instance")]
		}
		source := g.truth(rapid.IntRange(1, 5).Draw(t, "budget"))
		p, issues := rules.Compile(at.Schema, rules.Source{Text: source}, rules.Bool)
		if p == nil {
			if issues[0].Kind == "too-complex" || issues[0].Kind == "unknown-value" {
				t.Skip(issues[0])
			}
			t.Fatalf("%s\n%v\n%s", source, issues[0], issues[0].Snippet)
		}
		b := constraint.NewBuilder(space)
		f, err := b.Lower(p, at)
		if err != nil {
			t.Skip(err)
		}
		not := b.Not(f)
		for range 8 {
			a := drawValues(t, space)
			frame := space.Frames(a).Of(at)
			if frame == nil {
				continue
			}
			want := p.Bool(frame)
			if got := f.Eval(a); got != want {
				t.Fatalf("%s\nformula: %v, program: %v\n%s", source, got, want, describe(space, a))
			}
			if not.Eval(a) == want {
				t.Fatalf("%s\nthe negation agrees\n%s", source, describe(space, a))
			}
		}
	})
}
