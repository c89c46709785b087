// Package synthetic makes up product models of industrial shape and any size,
// for tests and measurements.
//
// A model has groups of attributes (choices with properties, bools, numbers),
// rules of the forms real models are made of (requires, excludes, limits on
// properties, arithmetic, tables), and a component with instances. One planned
// configuration satisfies every rule, so that no model is contradictory. The
// same options and seed give the same text.
package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Options say how large the model is.
type Options struct {
	Attributes, Rules int
	// Components is the number of instances the model's component can have; 0
	// for no component.
	Components int
	Seed       uint64
}

// groupSize is how many attributes form a group; most rules stay inside one,
// as they do in products made of assemblies.
const groupSize = 12

// Model returns a model as YAML.
func Model(o Options) string {
	g := &generator{Options: o, random: rand.New(rand.NewPCG(o.Seed, 0x9e3779b97f4a7c15))}
	fmt.Fprintf(&g.out, "model: synthetic-%dx%d\nlabel: {en: Synthetic, fr: Synthétique}\ngroups:\n", o.Attributes, o.Rules)
	for i := 0; i*groupSize < o.Attributes; i++ {
		fmt.Fprintf(&g.out, "  - {code: g%d}\n", i)
	}
	g.out.WriteString("attributes:\n")
	for i := range o.Attributes {
		g.attribute(i)
	}
	g.component()
	g.tables()
	g.out.WriteString("rules:\n")
	for i := range o.Rules {
		g.rule(i)
	}
	return g.out.String()
}

type generator struct {
	Options
	out        strings.Builder
	random     *rand.Rand
	attributes []attribute
	// rows are the tables by the pair of attributes they are about.
	columns []pair
}

type pair struct{ x, y int }

type kind uint8

const (
	choice kind = iota
	truth
	number
)

// attribute is one attribute with its value in the planned configuration.
type attribute struct {
	kind    kind
	options int
	// plan is the index of the option, 0 or 1, or the number.
	plan int
}

func (g *generator) code(i int) string { return fmt.Sprintf("a%d", i) }

func (g *generator) attribute(i int) {
	a := attribute{kind: choice, options: 3 + g.random.IntN(6)}
	switch n := g.random.IntN(20); {
	case n < 5:
		a.kind = truth
	case n < 7:
		a.kind = number
	}
	fmt.Fprintf(&g.out, "  - {code: %s, group: g%d, ", g.code(i), i/groupSize)
	switch a.kind {
	case truth:
		a.plan = g.random.IntN(2)
		g.out.WriteString("type: bool}\n")
	case number:
		a.plan = 100 + 10*g.random.IntN(40)
		g.out.WriteString("type: integer, min: 100, max: 2000, step: 10, required: true}\n")
	default:
		a.plan = g.random.IntN(a.options)
		g.out.WriteString("type: choice, required: true, options: [")
		for k := range a.options {
			fmt.Fprintf(&g.out, "{code: o%d, properties: {size: %d, weight: %d.5}}, ", k, 10*(k+1), k+g.random.IntN(9))
		}
		g.out.WriteString("]}\n")
	}
	g.attributes = append(g.attributes, a)
}

func (g *generator) component() {
	if g.Components == 0 {
		return
	}
	fmt.Fprintf(&g.out, "components:\n  - code: modules\n    max: %d\n    attributes:\n", g.Components)
	g.out.WriteString("      - {code: kind, type: choice, required: true, options: [")
	for k := range 5 {
		fmt.Fprintf(&g.out, "{code: k%d, properties: {slots: %d, power: %d}}, ", k, k+1, 20*(k+1))
	}
	g.out.WriteString("]}\n      - {code: redundant, type: bool}\n    rules:\n")
	g.out.WriteString("      - {name: redundant-small, when: redundant, require: kind.slots <= 3}\n")
}

// tables lists the allowed pairs of some neighbours.
func (g *generator) tables() {
	g.out.WriteString("tables:\n")
	for i := 0; i+1 < len(g.attributes) && len(g.columns) < max(1, g.Rules/20); i += groupSize / 2 {
		x, y := g.pick(i, choice), g.pick(i, choice)
		if x < 0 || y < 0 || x == y {
			continue
		}
		fmt.Fprintf(&g.out, "  - {code: t%d, columns: [x, y], rows: [", len(g.columns))
		for k := range g.attributes[x].options {
			for l := range g.attributes[y].options {
				planned := k == g.attributes[x].plan && l == g.attributes[y].plan
				if planned || g.random.IntN(3) > 0 {
					fmt.Fprintf(&g.out, "[o%d, o%d], ", k, l)
				}
			}
		}
		g.out.WriteString("]}\n")
		g.columns = append(g.columns, pair{x, y})
	}
	if len(g.columns) == 0 {
		g.out.WriteString("  - {code: t0, columns: [x, y], rows: [[o0, o0]]}\n")
	}
}

// pick returns a random attribute of a kind near attribute i, or -1.
func (g *generator) pick(i int, k kind) int {
	from := i / groupSize * groupSize
	if g.random.IntN(8) == 0 {
		from = g.random.IntN(len(g.attributes)) / groupSize * groupSize
	}
	for range 4 * groupSize {
		j := from + g.random.IntN(groupSize)
		if j < len(g.attributes) && g.attributes[j].kind == k {
			return j
		}
	}
	return -1
}

// rule writes one rule that the planned configuration satisfies.
func (g *generator) rule(i int) {
	near := g.random.IntN(len(g.attributes))
	text := ""
	switch n := g.random.IntN(100); {
	case n < 55:
		text = g.implication(near)
	case n < 65:
		text = g.sizes(near)
	case n < 75:
		text = g.weights(near)
	case n < 83:
		text = g.limit(near)
	case n < 86:
		text = g.area(near)
	case n < 90 && g.Components > 0:
		text = g.modules(near)
	case n < 95 && len(g.columns) > 0:
		k := g.random.IntN(len(g.columns))
		text = fmt.Sprintf(`allowed("t%d", %s, %s)`, k, g.code(g.columns[k].x), g.code(g.columns[k].y))
	}
	if text == "" {
		text = g.implication(near)
	}
	fmt.Fprintf(&g.out, "  - {name: r%d, require: '%s'}\n", i, text)
}

// statement is about one attribute; holds tells whether it is true as planned.
func (g *generator) statement(near int) (text string, holds bool) {
	j := g.pick(near, choice)
	if g.random.IntN(3) == 0 {
		if b := g.pick(near, truth); b >= 0 {
			return g.code(b), g.attributes[b].plan == 1
		}
	}
	if j < 0 {
		return "true", true
	}
	a := g.attributes[j]
	k := g.random.IntN(a.options)
	return fmt.Sprintf(`%s == "o%d"`, g.code(j), k), k == a.plan
}

// implication is "if x then y" or "if x then not y", whichever is true.
func (g *generator) implication(near int) string {
	x, holdsX := g.statement(near)
	y, holdsY := g.statement(near)
	if g.random.IntN(4) == 0 {
		z, holdsZ := g.statement(near)
		y, holdsY = y+" or "+z, holdsY || holdsZ
	}
	if holdsX && !holdsY || !holdsY && g.random.IntN(2) == 0 || x == y {
		return fmt.Sprintf("implies(%s, not (%s))", x, y)
	}
	if !holdsX && g.random.IntN(3) == 0 {
		return fmt.Sprintf("implies(%s, not (%s))", x, y)
	}
	return fmt.Sprintf("implies(%s, %s)", x, y)
}

func (g *generator) size(j int) int { return 10 * (g.attributes[j].plan + 1) }

func (g *generator) sizes(near int) string {
	x, y := g.pick(near, choice), g.pick(near, choice)
	if x < 0 || y < 0 || x == y {
		return ""
	}
	slack := 10 * (2 + g.random.IntN(4))
	return fmt.Sprintf("%s.size <= %s.size + %d", g.code(x), g.code(y), max(slack, g.size(x)-g.size(y)))
}

func (g *generator) weights(near int) string {
	var names []string
	total := 0
	for range 3 + g.random.IntN(3) {
		if j := g.pick(near, choice); j >= 0 {
			names = append(names, g.code(j)+".size")
			total += g.size(j)
		}
	}
	if len(names) < 2 {
		return ""
	}
	return fmt.Sprintf("%s <= %d", strings.Join(names, " + "), total+20*len(names))
}

func (g *generator) limit(near int) string {
	x, y := g.pick(near, number), g.pick(near, choice)
	if x < 0 || y < 0 {
		return ""
	}
	factor := g.attributes[x].plan/g.size(y) + 10 + g.random.IntN(20)
	return fmt.Sprintf("%s <= %d * %s.size", g.code(x), factor, g.code(y))
}

func (g *generator) area(near int) string {
	x, y, z := g.pick(near, number), g.pick(near, number), g.pick(near, choice)
	if x < 0 || y < 0 || x == y || z < 0 {
		return ""
	}
	planned := g.attributes[x].plan * g.attributes[y].plan
	factor := planned/g.size(z) + 5000 + g.random.IntN(20000)
	return fmt.Sprintf("%s * %s <= %d * %s.size", g.code(x), g.code(y), factor, g.code(z))
}

func (g *generator) modules(near int) string {
	if j := g.pick(near, number); j >= 0 {
		return fmt.Sprintf("sum(modules, .kind.power) <= %s", g.code(j))
	}
	return "sum(modules, .kind.slots) <= 20"
}
