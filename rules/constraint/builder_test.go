package constraint_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// lower compiles and lowers at the root of a space.
func lower(t *testing.T, b *constraint.Builder, source string) *constraint.Formula {
	t.Helper()
	p, issues := rules.Compile(b.Space().Root().Schema, rules.Source{Text: source}, rules.Bool)
	if p == nil {
		t.Fatalf("%s: %v", source, issues)
	}
	f, err := b.Lower(p, b.Space().Root())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// kinds lists the kinds of the atoms of a formula, in order.
func kinds(f *constraint.Formula) []constraint.AtomKind {
	if f.Op == constraint.Literal {
		return []constraint.AtomKind{f.Atom.Kind}
	}
	var out []constraint.AtomKind
	for _, a := range f.Args {
		out = append(out, kinds(a)...)
	}
	return out
}

// TestForms shows which rules have a better form than evaluation.
func TestForms(t *testing.T) {
	t.Parallel()
	b := constraint.NewBuilder(newSpace(newSchema(t)))
	for source, want := range map[string]constraint.AtomKind{
		"a":                                 constraint.BoolAtom,
		`c == "u"`:                          constraint.OptionAtom,
		"c.p >= 2":                          constraint.OptionAtom,
		"c.p * 2 - 1 in [1, 4]":             constraint.OptionAtom,
		`c.q == "k"`:                        constraint.OptionAtom,
		`c == d`:                            constraint.OptionAtom,
		`"u" in m`:                          constraint.HoldsAtom,
		"has(xo)":                           constraint.PresentAtom,
		"x <= 3":                            constraint.LinearAtom,
		"count(m, .p > 1) == 1":             constraint.LinearAtom,
		"sum(items, .c.p) <= x":             constraint.LinearAtom,
		"(a ? x : 2 * x) <= 3":              constraint.LinearAtom,
		`e >= "2026-01-01"`:                 constraint.LinearAtom,
		`allowed("fits", c, x, c, x, a, e)`: constraint.TableAtom,
		"x * x <= 3":                        constraint.OpaqueAtom,
		"round(x) == x":                     constraint.OpaqueAtom,
		"x / 3 <= 3":                        constraint.OpaqueAtom,
	} {
		for _, got := range kinds(lower(t, b, source)) {
			if got != want {
				t.Errorf("%s has an atom of kind %d, want only %d", source, got, want)
			}
		}
	}
}

// TestAtomsAreShared shows that equal statements are one atom, in whatever rule
// and words they stand.
func TestAtomsAreShared(t *testing.T) {
	t.Parallel()
	b := constraint.NewBuilder(newSpace(newSchema(t)))
	for _, pair := range [][2]string{
		{"x <= 3", "3 >= x"}, {"2 * x <= 6", "x <= 3"}, {"x > 3", "not (x <= 3)"}, {"x + x <= 6", "6 - x >= x"},
		{`c == "u"`, `"u" == c`}, {"x == 3", "-x == -3"}, {"c.p >= 2", `c == "v"`},
	} {
		f, g := lower(t, b, pair[0]), lower(t, b, pair[1])
		if f.Atom == nil || f.Atom != g.Atom {
			t.Errorf("%q and %q have different atoms", pair[0], pair[1])
		}
	}
	for i, a := range b.Atoms() {
		if a.ID != i {
			t.Errorf("atom %d has the ID %d", i, a.ID)
		}
	}
}

// TestSpans shows that the parts of a formula know the words they come from.
func TestSpans(t *testing.T) {
	t.Parallel()
	source := `implies(a, c == "u" and x <= 3)`
	f := lower(t, constraint.NewBuilder(newSpace(newSchema(t))), source)
	var got []string
	var walk func(*constraint.Formula)
	walk = func(f *constraint.Formula) {
		if f.Op == constraint.Literal {
			got = append(got, source[f.Span.From:f.Span.To])
		}
		for _, a := range f.Args {
			walk(a)
		}
	}
	walk(f)
	if want := `a|c == "u"|x <= 3`; strings.Join(got, "|") != want {
		t.Errorf("literals come from %q, want %s", got, want)
	}
}

// TestTooLarge shows that a rule that would need too much memory over all instances
// is refused by name of the limit.
func TestTooLarge(t *testing.T) {
	t.Parallel()
	var rows [][]rules.Value
	for i := range int64(1000) {
		rows = append(rows, []rules.Value{rules.IntValue(i), rules.IntValue(i * i)})
	}
	table, err := rules.NewTable("squares", []rules.Column{{Name: "n", Type: rules.Number}, {Name: "square", Type: rules.Number}}, rows)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := rules.NewSchema([]rules.Name{{Name: "out", Type: rules.List(300, rules.Name{Name: "n", Type: rules.Number})}}, table)
	if err != nil {
		t.Fatal(err)
	}
	p, issues := rules.Compile(schema, rules.Source{
		Text:     `sum(out, lookup("squares", .n, "square")) <= 1000`,
		Position: fault.Position{File: "m.yaml", Line: 3, Column: 5},
	}, rules.Bool)
	if p == nil {
		t.Fatal(issues)
	}
	space := constraint.NewSpace(schema, func(*constraint.Instance, int) (int, int) { return 0, 300 })
	_, err = constraint.NewBuilder(space).Lower(p, space.Root())
	found := fault.IssuesOf(err)
	if len(found) != 1 || found[0].Kind != "too-large" || found[0].Position.String() != "m.yaml:3:5" {
		t.Errorf("the answer is %v", err)
	}
}
