package constraint_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

func num(s string) rules.Value { return rules.NumberValue(money.MustParse(s)) }

func options(t testing.TB, codes []string, properties []rules.Property, values [][]rules.Value) *rules.Options {
	t.Helper()
	o, err := rules.NewOptions(codes, properties, values)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// newSchema is a model with every kind of name, optional ones included.
func newSchema(t testing.TB) *rules.Schema {
	t.Helper()
	properties := []rules.Property{
		{Name: "p", Type: rules.Number}, {Name: "q", Type: rules.Text}, {Name: "r", Type: rules.Bool},
	}
	first := options(t, []string{"u", "v", "w"}, properties, [][]rules.Value{
		{num("1"), rules.TextValue("u"), rules.BoolValue(true)},
		{num("2.5"), rules.TextValue("k"), rules.BoolValue(false)},
		{rules.None(), rules.TextValue("k"), rules.None()},
	})
	second := options(t, []string{"v", "z", "u"}, properties, [][]rules.Value{
		{num("-1"), rules.TextValue("k"), rules.BoolValue(true)},
		{num("2.5"), rules.None(), rules.BoolValue(true)},
		{num("4"), rules.TextValue("v"), rules.BoolValue(false)},
	})
	fits, err := rules.NewTable("fits", []rules.Column{
		{Name: "c", Type: rules.Text}, {Name: "x", Type: rules.Number}, {Name: "g", Type: rules.Text},
		{Name: "n", Type: rules.Number}, {Name: "ok", Type: rules.Bool}, {Name: "on", Type: rules.Date},
	}, [][]rules.Value{
		{rules.TextValue("u"), num("1"), rules.TextValue("v"), num("2"), rules.BoolValue(true), day("2026-01-01")},
		{rules.TextValue("u"), num("2"), rules.TextValue("u"), rules.None(), rules.BoolValue(false), day("2026-01-02")},
		{rules.TextValue("v"), num("1.5"), rules.TextValue("k"), num("1"), rules.BoolValue(true), rules.None()},
		{rules.TextValue("z"), num("1"), rules.None(), num("3"), rules.BoolValue(true), day("2026-01-03")},
	})
	if err != nil {
		t.Fatal(err)
	}
	scalars := func(extra ...rules.Name) []rules.Name {
		return append([]rules.Name{
			{Name: "a", Type: rules.Bool}, {Name: "ao", Type: rules.Bool, Optional: true},
			{Name: "c", Type: rules.Choice(first)}, {Name: "co", Type: rules.Choice(first), Optional: true},
			{Name: "d", Type: rules.Choice(second), Optional: true}, {Name: "m", Type: rules.Multi(first)},
			{Name: "x", Type: rules.Number}, {Name: "xo", Type: rules.Number, Optional: true},
			{Name: "e", Type: rules.Date}, {Name: "eo", Type: rules.Date, Optional: true},
			{Name: "t", Type: rules.Text, Optional: true},
		}, extra...)
	}
	subs := rules.Name{Name: "subs", Type: rules.List(2, scalars()...)}
	items := rules.Name{Name: "items", Type: rules.Type{Kind: rules.ListKind, Max: 3, Ordered: true, Fields: scalars(subs)}}
	s, err := rules.NewSchema(scalars(items), fits)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func day(s string) rules.Value { return rules.DateValue(civil.MustParse(s)) }

// newSpace has one to three items, each with up to two subs.
func newSpace(s *rules.Schema) *constraint.Space {
	return constraint.NewSpace(s, func(holder *constraint.Instance, _ int) (int, int) {
		if holder.Parent == nil {
			return 1, 3
		}
		return 0, 2
	})
}

// values is an assignment.
type values []rules.Value

func (v values) Value(x constraint.Var) rules.Value { return v[x] }

// drawValues draws a full assignment, none included.
func drawValues(t *rapid.T, s *constraint.Space) values {
	out := make(values, s.Len())
	drawInstance(t, s, s.Root(), true, out)
	return out
}

func drawInstance(t *rapid.T, s *constraint.Space, i *constraint.Instance, present bool, out values) {
	for slot := range i.Schema.Slots() {
		v := i.Var(slot)
		if v != constraint.NoVar {
			if present {
				out[v] = drawValue(t, s.Variable(v))
			}
			continue
		}
		there := present
		for _, e := range i.List(slot) {
			if e.Presence != constraint.NoVar {
				there = there && rapid.IntRange(0, 3).Draw(t, "present") > 0
				out[e.Presence] = rules.BoolValue(there)
			}
			drawInstance(t, s, e, there, out)
		}
	}
}

func drawValue(t *rapid.T, d constraint.Variable) rules.Value {
	if d.Instance.Schema.Slots()[d.Slot].Optional && rapid.IntRange(0, 2).Draw(t, "none") == 0 {
		return rules.None()
	}
	switch d.Kind {
	case rules.BoolKind:
		return rules.BoolValue(rapid.Bool().Draw(t, "bool"))
	case rules.ChoiceKind:
		return d.Options.Value(rapid.IntRange(0, d.Options.Len()-1).Draw(t, "option"))
	case rules.MultiKind:
		return d.Options.Set(rapid.SliceOfDistinct(rapid.IntRange(0, d.Options.Len()-1), rapid.ID[int]).Draw(t, "set")...)
	case rules.DateKind:
		return rules.DateValue(civil.MustParse("2025-12-31").AddDays(rapid.IntRange(0, 4).Draw(t, "day")))
	case rules.TextKind:
		return rules.TextValue(rapid.SampledFrom([]string{"u", "k", "vk", ""}).Draw(t, "text"))
	default:
		return rules.NumberValue(money.New(rapid.Int64Range(-4, 8).Draw(t, "half")*5, -1))
	}
}

// grammar writes random well-typed expressions.
type grammar struct {
	t *rapid.T
	// prefix of names here: "" at the root, "." in an aggregate.
	prefix string
	// lists that can be reached, nearest first; none in an aggregate over subs.
	depth int
	// element is true in an aggregate over a set: only .p, .q, .r are there.
	element bool
	// inputs restricts root names to those that are not computed.
	inputs bool
}

func (g grammar) pick(alternatives ...string) string {
	return rapid.SampledFrom(alternatives).Draw(g.t, "form")
}

// expand replaces each of the letters B N T D C L S between braces.
func (g grammar) expand(budget int, form string) string {
	var out strings.Builder
	for {
		head, rest, found := strings.Cut(form, "{")
		out.WriteString(head)
		if !found {
			return out.String()
		}
		symbol, tail, _ := strings.Cut(rest, "}")
		out.WriteString(g.symbol(budget-1, symbol))
		form = tail
	}
}

func (g grammar) symbol(budget int, symbol string) string {
	switch symbol {
	case "B":
		return g.truth(budget)
	case "N":
		return g.number(budget)
	case "D":
		return g.date(budget)
	case "T":
		return g.text(budget)
	case "C":
		return g.name("c", "co", "d")
	case "M":
		return g.name("m")
	case "X":
		return g.name("x", "xo")
	case "A":
		return g.name("a", "ao")
	case "E":
		return g.name("e", "eo")
	case "t":
		return g.name("t")
	case "any":
		return g.symbol(budget, g.pick("B", "N", "D", "T", "C"))
	case "over":
		return g.aggregate(budget, "B")
	case "overN":
		return g.aggregate(budget, "N")
	case "list":
		list, _ := g.list(budget)
		return list
	}
	panic(symbol)
}

// name is one of the names, reached in some way.
func (g grammar) name(names ...string) string {
	if g.inputs && g.prefix == "" {
		names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return len(n) == 2 || n == "t" })
	}
	if len(names) == 0 {
		return `"u"`
	}
	n := g.pick(names...)
	if g.element {
		return n
	}
	way := ""
	if g.depth > 0 && !g.inputs {
		way = g.pick("", "", "", "parent.")
	}
	if g.depth == 1 && way == "" {
		way = g.pick("", "", "next.", "prev.", "next.next.")
	}
	return g.prefix + way + n
}

func (g grammar) truth(budget int) string {
	if g.element {
		return g.expand(budget, g.pick(".r", `.q == "k"`, ".p > 1", `# == "u"`, "has(.p)"))
	}
	if budget <= 0 {
		return g.expand(0, g.pick("true", "false", "{A}", "{C}.r", `({C} == "u")`))
	}
	return g.expand(budget, g.pick(
		"({B} and {B})", "({B} or {B})", "not ({B})", "implies({B}, {B})", "({B} ? {B} : {B})", "({B} == {B})", "({B} != {B})",
		"({C} == {C})", "({C} != {C})", `({C} in ["u", "v"])`, `({C} not in ["v"])`, "({T} == {T})", "({T} != {C})", `({T} in ["u", {T}])`,
		"({N} == {N})", "({N} != {N})", "({N} < {N})", "({N} <= {N})", "({N} > {N})", "({N} >= {N})", "({N} < {N} <= {N})",
		"({N} in [1, {N}, 2.5])", "({N} in 0..2)", "({D} < {D})", "({D} == {D})", `({D} >= "2026-01-01")`,
		"has({any})", "has({list})", "{over}", "{over}", "{over}", `("v" in {M})`, `({C} in {M})`, "has({M})", "any({M}, .r)", "one({M}, .p > 1)", `all({M}, # != "v")`,
		`({T} startsWith "k")`, "({T} contains {T})", `({T} matches "^[uk]$")`,
		`allowed("fits", {C}, {N}, {T}, 2, {B}, {D})`, `allowed("fits", {C}, {X}, {t}, {X}, {A}, {E})`, `allowed("fits", {C}, 1, {C}, {X}, {A}, {E})`, `(lookup("fits", {C}, {N}, "ok") or {B})`,
		"(max({N}, {N}) <= {N})", "(min({N}, {N}) == {N})", "(abs({N}) >= {N})", "(max({N}, {N}) != {N})",
	))
}

func (g grammar) number(budget int) string {
	if g.element {
		return g.pick(".p", "1", "(.p * 2)")
	}
	if budget <= 0 {
		return g.expand(0, g.pick("0", "1", "2.5", "-1", "{X}", "{X}", "{C}.p"))
	}
	return g.expand(budget, g.pick(
		"{X}", "({N} + {N})", "({N} - {N})", "({N} * 2)", "(0.5 * {N})", "({N} / 4)", "({N} / 3)", "({N} / 0)", "({N} * {N})",
		"({N} / {N})", "({N} % 2)", "-({N})", "({B} ? {N} : {N})", "round({N})", "floor({N}, 1)", "ceil({N})", "abs({N})",
		"min({N}, {N})", "max({N}, {N}, 1)", "({D} - {D})", `lookup("fits", {C}, {N}, "n")`, "count({list})", "{overN}", "{overN}", "len({T})",
		"count({M})", "sum({M}, .p)", "count({M}, .r)", "max({M}, .p)",
	))
}

func (g grammar) date(budget int) string {
	if budget <= 0 {
		return g.symbol(0, "E")
	}
	return g.expand(budget, g.pick("{E}", `date("2026-01-01")`, "({D} + 1)", "({D} - 2)", "({D} + {N})", "({B} ? {D} : {D})",
		`lookup("fits", {C}, {N}, "on")`))
}

func (g grammar) text(budget int) string {
	if budget <= 0 {
		return g.expand(0, g.pick("{t}", "{C}.q"))
	}
	return g.expand(budget, g.pick("{t}", "{C}.q", "({B} ? {T} : {T})", `lookup("fits", {C}, {N}, "g")`))
}

// list is a collection that can be reached here, and the grammar inside it.
func (g grammar) list(budget int) (string, grammar) {
	inner := grammar{t: g.t, prefix: ".", depth: g.depth + 1, inputs: g.inputs}
	list := g.prefix + "items"
	switch {
	case g.depth == 0 && g.prefix == ".":
		panic("an aggregate is over items or subs")
	case g.depth == 1:
		list = g.prefix + g.pick("", "next.") + "subs"
	case g.depth > 1:
		list, inner.depth = g.prefix+"parent.parent.items", 1
	}
	if budget > 0 && rapid.IntRange(0, 3).Draw(g.t, "filter") == 0 {
		list = "filter(" + list + ", " + inner.truth(budget/2) + ")"
	}
	return list, inner
}

func (g grammar) aggregate(budget int, kind string) string {
	list, inner := g.list(budget)
	if kind == "B" {
		return g.pick("any", "all", "none", "one") + "(" + list + ", " + inner.truth(budget/2) + ")"
	}
	switch f := g.pick("count", "sum", "min", "max", "position"); f {
	case "count":
		return "count(" + list + ", " + inner.truth(budget/2) + ")"
	case "position":
		if inner.depth == 1 {
			return "sum(" + list + ", .position)"
		}
		return "count(" + list + ")"
	default:
		return f + "(" + list + ", " + inner.number(budget/2) + ")"
	}
}
