package configurator

import (
	"fmt"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// drawModel writes a small random model: every type of attribute, optional and
// conditional ones, a component, a table and rules of many forms.
func drawModel(t *rapid.T) string {
	var b strings.Builder
	b.WriteString("model: random\nattributes:\n")
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	attr := func(code, kind, extra string) {
		fmt.Fprintf(&b, "  - {code: %s, type: %s%s", code, kind, extra)
		if flag(code + " required") {
			b.WriteString(", required: true")
		}
	}
	attr("a", "choice", ", options: [{code: x, properties: {p: 1, q: 4}}, {code: y, properties: {p: 2}}, {code: z, properties: {p: 3, q: 1}}]")
	if flag("a default") {
		b.WriteString(", default: y")
	}
	b.WriteString("}\n")
	attr("b", "bool", "")
	b.WriteString("}\n")
	attr("n", "integer", ", min: 1, max: 4")
	if flag("n default") {
		b.WriteString(", default: 2")
	}
	b.WriteString("}\n")
	attr("c", "choice", ", options: [u, v]")
	if flag("c active") {
		fmt.Fprintf(&b, ", active: '%s'", drawExpr(t, 1, false))
	}
	if flag("c default") {
		b.WriteString(", default: v")
	}
	b.WriteString("}\n")
	attr("m", "multi", ", options: [{code: k, properties: {w: 2}}, {code: l, properties: {w: 3}}]")
	b.WriteString("}\n")
	b.WriteString("  - {code: s, type: integer, computed: 'n * (b ? 2 : 1) + sum(m, .w)'}\n")
	if flag("component") {
		fmt.Fprintf(&b, "components:\n  - code: box\n    min: %d\n    max: 2\n    ordered: true\n    attributes:\n", rapid.IntRange(0, 1).Draw(t, "min"))
		b.WriteString("      - {code: d, type: choice, required: true, options: [{code: f, properties: {p: 1}}, {code: g, properties: {p: 2}}]}\n")
		for i := range rapid.IntRange(0, 2).Draw(t, "inner rules") {
			fmt.Fprintf(&b, "%s      - {name: i%d, require: '%s'}\n", map[bool]string{true: "    rules:\n"}[i == 0], i, rapid.SampledFrom([]string{
				`implies(parent.b, d == "g")`, `d.p <= parent.n`, `not (has(prev) and prev.d == d)`, `.position < 2 or d == "f"`[1:],
			}).Draw(t, "inner rule"))
		}
		b.WriteString("rules:\n")
		for i := range rapid.IntRange(0, 4).Draw(t, "rules") {
			fmt.Fprintf(&b, "  - {name: r%d, require: '%s'}\n", i, drawExpr(t, 2, true))
		}
		b.WriteString("  - {name: last, require: 'true'}\n")
		return b.String()
	}
	b.WriteString("tables:\n  - {code: t, columns: [l, r], rows: [[x, 1], [x, 2], [y, 2], [z, 4]]}\n")
	b.WriteString("rules:\n")
	for i := range rapid.IntRange(0, 5).Draw(t, "rules") {
		fmt.Fprintf(&b, "  - {name: r%d, require: '%s'}\n", i, drawExpr(t, 2, false))
	}
	b.WriteString("  - {name: last, require: 'true'}\n")
	return b.String()
}

func drawExpr(t *rapid.T, depth int, boxes bool) string {
	leaves := []string{
		`a == "x"`, `a != "y"`, `b`, `n >= 2`, `n == 3`, `n < a.p + 1`, `a.p + n <= 4`, `has(a)`, `has(n)`, `a.q > 2`, `"k" in m`,
		`count(m) == 1`, `s <= 5`, `n * a.p <= 4`, `n in 2..3`, `max(n, a.p) == 3`, `sum(m, .w) >= n`, `n % 2 == 0`, `round(n / 3, 0) == 1`,
	}
	if depth < 2 || !boxes {
		leaves = append(leaves, `a == "z" and n == 1`)
	}
	if depth >= 2 {
		leaves = append(leaves, `c == "u"`, `has(c)`)
	}
	if boxes {
		leaves = append(leaves, `count(box) >= 1`, `count(box, .d == "g") <= 1`, `sum(box, .d.p) <= n`, `any(box, .d == "f")`, `all(box, .d.p <= a.p)`)
	} else if depth >= 2 {
		leaves = append(leaves, `allowed("t", a, n)`)
	}
	if depth == 0 {
		return rapid.SampledFrom(leaves).Draw(t, "leaf")
	}
	x := rapid.SampledFrom(leaves).Draw(t, "left")
	y := rapid.SampledFrom(leaves).Draw(t, "right")
	switch rapid.IntRange(0, 5).Draw(t, "form") {
	case 0:
		return fmt.Sprintf("implies(%s, %s)", x, y)
	case 1:
		return fmt.Sprintf("(%s) or (%s)", x, y)
	case 2:
		return fmt.Sprintf("not (%s)", x)
	case 3:
		return fmt.Sprintf("(%s) ? (%s) : not (%s)", x, y, x)
	}
	return x
}

// load compiles a model given as text.
func load(t interface {
	Helper()
	Fatalf(string, ...any)
}, text string) *Compiled {
	t.Helper()
	m, err := Load(fstest.MapFS{"m.yaml": {Data: []byte(text)}}, "m.yaml")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	c, err := Compile(m, civil.MustParse("2026-06-01"))
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return c
}

// configuration is one full assignment of the right shape.
type configuration struct {
	// broken names the rules and switches it violates.
	broken map[string]bool

	values map[*attribute]Value
	sets   map[*attribute][]int
	there  map[*instance]bool
	active map[*attribute]bool
}

// Value gives rules the value of a variable.
func (o *oracle) Value(v constraint.Var) rules.Value {
	info := o.c.cs.Variable(v)
	if info.Slot < 0 {
		return rules.BoolValue(o.now.there[o.c.byInstance[info.Instance]])
	}
	a := o.c.byVar[v]
	if a.computed != nil {
		return rules.None()
	}
	if a.Type == MultiType {
		return a.options.Set(o.now.sets[a]...)
	}
	return a.ruleValueOf(o.now.values[a])
}

// oracle knows every valid configuration of a small model, found by trying all
// assignments and running the programs of the model on each: nothing of it goes
// through the space.
type oracle struct {
	c     *Compiled
	now   configuration
	all   []configuration
	valid []configuration
}

func newOracle(c *Compiled) *oracle {
	o := &oracle{c: c}
	o.now = configuration{map[string]bool{}, map[*attribute]Value{}, map[*attribute][]int{}, map[*instance]bool{c.root: true}, map[*attribute]bool{}}
	var instances []*instance
	c.root.each(func(in *instance) {
		if in != c.root {
			instances = append(instances, in)
		}
	})
	o.presence(instances)
	return o
}

func (o *oracle) presence(instances []*instance) {
	if len(instances) == 0 {
		o.assign(o.c.attributes)
		return
	}
	in := instances[0]
	for _, there := range []bool{false, true} {
		o.now.there[in] = there
		fits := !there || o.now.there[in.parent.holder] && (in.index == 0 || o.now.there[in.parent.instances[in.index-1]])
		if !there && in.index < in.parent.Min && o.now.there[in.parent.holder] {
			fits = false
		}
		if fits {
			o.presence(instances[1:])
		}
	}
	delete(o.now.there, in)
}

func (o *oracle) assign(left []*attribute) {
	if len(left) == 0 {
		if o.holds() {
			x := o.now.clone()
			if o.all = append(o.all, x); len(x.broken) == 0 {
				o.valid = append(o.valid, x)
			}
		}
		return
	}
	a := left[0]
	if a.computed != nil || !o.now.there[a.inst] {
		delete(o.now.values, a)
		delete(o.now.sets, a)
		o.assign(left[1:])
		return
	}
	if a.Type == MultiType {
		for bits := range 1 << len(a.Options) {
			o.now.sets[a] = nil
			for i := range a.Options {
				if bits>>i&1 == 1 {
					o.now.sets[a] = append(o.now.sets[a], i)
				}
			}
			o.assign(left[1:])
		}
		return
	}
	values := a.all(o.c)
	if len(a.boundAttribute.active) > 0 || !a.Required && a.Type != BoolType {
		values = append(values, None())
	}
	for _, v := range values {
		o.now.values[a] = v
		o.assign(left[1:])
	}
}

// all lists the values of an attribute other than none.
func (a *attribute) all(c *Compiled) []Value {
	var out []Value
	switch a.Type {
	case BoolType:
		return []Value{Bool(false), Bool(true)}
	case ChoiceType, MultiType:
		for _, o := range a.Options {
			out = append(out, Text(o.Code))
		}
	default:
		x := &c.vars[a.v]
		for i := range x.count {
			out = append(out, a.number(x, i))
		}
	}
	return out
}

func (x configuration) clone() configuration {
	out := configuration{map[string]bool{}, map[*attribute]Value{}, map[*attribute][]int{}, map[*instance]bool{}, map[*attribute]bool{}}
	for k, v := range x.values {
		out.values[k] = v
	}
	for k, v := range x.sets {
		out.sets[k] = append([]int{}, v...)
	}
	for k, v := range x.there {
		out.there[k] = v
	}
	for k, v := range x.active {
		out.active[k] = v
	}
	for k := range x.broken {
		out.broken[k] = true
	}
	return out
}

// holds checks the structure, and notes every rule that is broken, by running
// programs.
func (o *oracle) holds() bool {
	frames := o.frames()
	ok := true
	clear(o.now.broken)
	o.c.root.each(func(in *instance) {
		f := frames.Of(in.at)
		if f == nil || !ok {
			return
		}
		for _, a := range in.attributes {
			ok = ok && o.fits(a, f)
		}
		for _, r := range in.body.rules {
			if (r.when == nil || r.when.Bool(f)) && !r.require.Bool(f) {
				o.now.broken[fmt.Sprint(r.Name, in.index, in.parent != nil)] = true
			}
		}
	})
	return ok
}

func (o *oracle) frames() constraint.Frames {
	frames := o.c.cs.Frames(o)
	for _, d := range o.c.bound.order {
		if d.attribute != nil && d.attribute.computed != nil {
			o.c.root.of(d.body, func(in *instance) {
				if f := frames.Of(in.at); f != nil {
					f.Set(d.attribute.slot, d.attribute.computed.Value(f))
				}
			})
		}
	}
	return frames
}

func (o *oracle) fits(a *attribute, f *rules.Frame) bool {
	if a.computed != nil {
		return true
	}
	active := true
	for _, p := range a.boundAttribute.active {
		active = active && p.Bool(f)
	}
	o.now.active[a] = active
	v, none := o.now.values[a], false
	if none = v.IsNone(); a.Type == MultiType {
		none = len(o.now.sets[a]) == 0
	}
	if !active && !none {
		o.now.broken["active "+a.Code] = true
	}
	return !active || !none || !a.Required && a.Type != BoolType
}

// agrees reports whether a configuration is one the pick allows.
func (x configuration) agrees(q *question, i int) bool {
	p, t := q.req.Picks[i], q.targets[i]
	switch {
	case t.attribute != nil:
		if !x.under(t.attribute.inst) {
			return false
		}
		if !x.active[t.attribute] {
			return true
		}
		return x.has(t.attribute, p.Value) != (p.Op == Exclude)
	case t.instance != nil:
		return x.under(t.instance)
	case t.list != nil:
		n := 0
		for _, in := range t.list.instances {
			if x.there[in] {
				n++
			}
		}
		return (int64(n) == mustInt(p.Value)) != (p.Op == Exclude)
	}
	return true
}

func mustInt(v Value) int64 { n, _ := v.Decimal().Int64(); return n }

func (x configuration) under(in *instance) bool { return x.there[in] }

func (x configuration) has(a *attribute, v Value) bool {
	if a.Type == MultiType {
		for _, i := range x.sets[a] {
			if a.Options[i].Code == v.Code() {
				return true
			}
		}
		return v.IsNone() && len(x.sets[a]) == 0
	}
	return x.values[a].Equal(v)
}
