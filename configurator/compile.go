package configurator

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// Compiled is a model ready to answer, for one segment of time. It is
// immutable for its callers and safe for concurrent use.
type Compiled struct {
	model *Model
	bound *bound
	day   civil.Date
	space *space.Space
	vars  []variable
	tags  []tag
	root  *instance
	needs []need
	cs    *constraint.Space
	pool  enginePool
	// budget bounds the solver steps of an answer whose request does not.
	budget int64
	// attributes lists every attribute of every instance; context those of the
	// model's context.
	attributes  []*attribute
	context     []*attribute
	byVar       map[constraint.Var]*attribute
	byInstance  map[*constraint.Instance]*instance
	wishes      []wish
	preferences []preference
	// fires and violations are there in a model compiled for Analyse.
	fires, violations map[int][]space.Lit
}

// preference is a soft wish in the space.
type preference struct {
	lit    space.Lit
	weight int64
}

// Warnings are doubts about the model's expressions that do not stop it from
// being used: reads that may be none where that silently counts as false.
func (c *Compiled) Warnings() []fault.Issue { return c.bound.warnings }

// need is a guided-selling question in the space.
type need struct {
	*boundNeed
	enum    space.EnumID
	answers []space.Lit
	none    space.Lit
}

// maxVariables bounds what a model with all its possible instances contains.
const maxVariables = 50_000

// Compile prepares m to answer as of a day. It returns an Invalid *fault.Error
// when expressions or tables are wrong for that day or the model is too large.
func Compile(m *Model, day civil.Date) (*Compiled, error) {
	tables := tablesInForce(m.Tables, day)
	b, issues := m.bound, []fault.Issue(nil)
	if !slices.Equal(tables, m.boundTables) {
		b, issues = bind(m, tables)
	}
	if err := fault.FromIssues("invalid-model", fmt.Sprintf("model %s has mistakes", m.Code), issues); err != nil {
		return nil, err
	}
	if n := potential(&m.Body, 1); n > maxVariables {
		return nil, fault.New(fault.Invalid, "too-large", "model %s could contain %d attributes with all its instances; the limit is %d", m.Code, n, maxVariables)
	}
	return encode(b, day, false)
}

// potential counts the attributes of everything that could be present.
func potential(b *Body, instances int) int {
	n := instances * len(b.Attributes)
	for _, c := range b.Components {
		if n > maxVariables {
			return n
		}
		n += potential(&c.Body, instances*c.Max)
	}
	return n
}

// tablesInForce picks, for each code, the table in force on the day; where none
// is, the table has no rows.
func tablesInForce(tables []*Table, day civil.Date) []*Table {
	out := firstTables(tables)
	for i, first := range out {
		empty := *first
		empty.Rows, empty.RowPos = nil, nil
		out[i] = &empty
		for _, t := range tables {
			if t.Code == first.Code && t.Window.Contains(day) {
				out[i] = t
				break
			}
		}
	}
	return out
}

func encode(b *bound, day civil.Date, analysing bool) (*Compiled, error) {
	cs := constraint.NewSpace(b.schema, sizes(b))
	root := newInstance(b.root, cs.Root(), nil, 0)
	c := &Compiled{model: b.model, bound: b, day: day, root: root, cs: cs, budget: defaultBudget}
	inputs := &instance{at: cs.Root(), present: space.True, body: &boundBody{}}
	for _, a := range b.context {
		x := &attribute{boundAttribute: a, inst: inputs, v: cs.Root().Var(a.slot), active: space.True}
		c.context = append(c.context, x)
		inputs.attributes = append(inputs.attributes, x)
	}
	e := &encoder{
		bound: b, day: day, space: space.NewBuilder(), formula: constraint.NewBuilder(cs),
		lits: map[*constraint.Formula]space.Lit{}, atoms: map[int]space.Lit{}, tagged: map[tag]space.Tag{},
		analysing: analysing, fires: map[int][]space.Lit{}, violations: map[int][]space.Lit{},
	}
	e.declare(cs, root, inputs)
	for _, a := range inputs.attributes {
		e.attribute(inputs, a)
	}
	e.exist(root)
	e.rulesOf(root, b.root)
	c.needs = e.needs(root)
	c.preferences = e.preferences(root)
	if e.err != nil {
		return nil, e.err
	}
	c.vars, c.tags, c.fires, c.violations = e.vars, e.tags, e.fires, e.violations
	c.index()
	c.wishes = c.defaultWishes()
	c.space = e.space.Build()
	return c, nil
}

func (c *Compiled) index() {
	c.byVar, c.byInstance = map[constraint.Var]*attribute{}, map[*constraint.Instance]*instance{}
	c.root.each(func(in *instance) {
		c.byInstance[in.at] = in
		for _, a := range in.attributes {
			a.id = len(c.attributes)
			c.attributes = append(c.attributes, a)
			c.byVar[a.v] = a
		}
	})
	for _, a := range c.context {
		c.byVar[a.v] = a
	}
}

// sizes tells the constraint space how many instances a component can have.
func sizes(b *bound) constraint.Size {
	bodies := map[any]*boundBody{}
	var walk func(*boundBody)
	walk = func(x *boundBody) {
		bodies[x.schema] = x
		for _, c := range x.components {
			walk(c.body)
		}
	}
	walk(b.root)
	return func(holder *constraint.Instance, slot int) (least, most int) {
		for _, c := range bodies[holder.Schema].components {
			if c.slot != slot {
				continue
			}
			if len(c.active) == 0 {
				least = c.Min
			}
			return least, c.Max
		}
		return 0, 0
	}
}
