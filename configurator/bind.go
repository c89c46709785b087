package configurator

import (
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules"
)

// bound is a model with its names resolved and its expressions compiled, for
// the tables in force on one day.
type bound struct {
	model    *Model
	schema   *rules.Schema
	context  []*boundAttribute
	root     *boundBody
	needs    []*boundNeed
	leadTime *rules.Program
	// order lists every attribute and component so that each comes after those
	// its existence and its computed value depend on.
	order    []derived
	warnings []fault.Issue
}

// derived is an attribute or a component of a body.
type derived struct {
	body      *boundBody
	attribute *boundAttribute
	component *boundComponent
}

// boundBody is a model or component with its programs, which run on frames of
// its schema.
type boundBody struct {
	schema      *rules.Schema
	attributes  []*boundAttribute
	components  []*boundComponent
	rules       []*boundRule
	preferences []*boundPreference
	bom         []*boundBOMLine
	routing     []*boundOperation
}

type boundAttribute struct {
	*Attribute
	slot int
	// active holds the conditions of the attribute and of its group.
	active   []*rules.Program
	visible  *rules.Program
	computed *rules.Program
	options  *rules.Options
}

type boundComponent struct {
	*Component
	slot    int
	active  []*rules.Program
	visible *rules.Program
	body    *boundBody
}

type boundRule struct {
	*Rule
	when, require *rules.Program
}

type boundPreference struct {
	*Preference
	prefer *rules.Program
}

type boundBOMLine struct {
	*BOMLine
	itemOf, quantity, when *rules.Program
	children               []*boundBOMLine
}

type boundOperation struct {
	*Operation
	setup, run, when *rules.Program
}

type boundNeed struct {
	*Need
	answers []*rules.Program
}

// bind resolves and compiles everything in m, with the given tables. Where that
// leaves doubts about values that may be missing, it is done again with what was
// learned: a computed value made of values that are there is there too.
func bind(m *Model, tables []*Table) (*bound, []fault.Issue) {
	sure := map[*Attribute]bool{}
	for {
		b := &binder{options: map[*Attribute]*rules.Options{}, sure: sure}
		out, issues := b.bind(m, tables)
		if out == nil || len(out.warnings) == 0 || !out.learn(sure) {
			return out, issues
		}
	}
}

// learn adds the computed attributes that always have a value, and reports
// whether there are more than were known.
func (b *bound) learn(sure map[*Attribute]bool) bool {
	known := len(sure)
	for _, d := range b.order {
		if a := d.attribute; a != nil && a.computed != nil && len(a.active) == 0 && !a.computed.Node().Nullable {
			sure[a.Attribute] = true
		}
	}
	return len(sure) > known
}

func (b *binder) bind(m *Model, tables []*Table) (*bound, []fault.Issue) {
	ruleTables := b.tables(tables)
	names := b.names(m.Context, &m.Body, 0)
	if len(b.issues) > 0 {
		return nil, b.issues
	}
	schema, err := rules.NewSchema(names, ruleTables...)
	if err != nil {
		return nil, append(b.issues, fault.IssuesOf(err)...)
	}
	out := &bound{model: m, schema: schema}
	out.context = b.attributes(schema, m.Context, nil)
	out.root = b.body(schema, &m.Body)
	for _, n := range m.Needs {
		bn := &boundNeed{Need: n}
		for _, a := range n.Answers {
			bn.answers = append(bn.answers, b.compile(schema, a.Require, rules.Bool))
		}
		out.needs = append(out.needs, bn)
	}
	out.leadTime = b.compile(schema, m.LeadTime, rules.Number)
	out.warnings = b.warnings
	if len(b.issues) > 0 {
		return nil, b.issues
	}
	b.sortDerived(out)
	return out, b.issues
}

type binder struct {
	checker
	warnings []fault.Issue
	options  map[*Attribute]*rules.Options
	// sure are the computed attributes that are known to have a value.
	sure map[*Attribute]bool
}

// names declares the attributes and components of a body, in declared order.
func (b *binder) names(context []*Attribute, body *Body, depth int) []rules.Name {
	var out []rules.Name
	for _, a := range context {
		out = append(out, rules.Name{Name: a.Code, Type: b.typeOf(a), Optional: !a.Required})
	}
	groups := activeGroups(body)
	for _, a := range body.Attributes {
		conditional := !a.Active.IsZero() || groups[a.Group]
		optional := conditional || !a.Required && a.Type != BoolType && a.Type != MultiType || !a.Computed.IsZero() && a.Type != BoolType
		optional = optional && (conditional || !b.sure[a])
		out = append(out, rules.Name{Name: a.Code, Type: b.typeOf(a), Optional: optional})
	}
	for _, c := range body.Components {
		if depth >= rules.MaxDepth {
			b.bad(c.Pos, "too-deep", "components may nest %d deep", rules.MaxDepth)
			continue
		}
		fields := b.names(nil, &c.Body, depth+1)
		t := rules.List(c.Max, fields...)
		t.Ordered = c.Ordered
		out = append(out, rules.Name{Name: c.Code, Type: t})
	}
	return out
}

// activeGroups tells which groups can be absent.
func activeGroups(body *Body) map[string]bool {
	out := map[string]bool{}
	for _, g := range body.Groups {
		out[g.Code] = !g.Active.IsZero()
	}
	return out
}

func (b *binder) typeOf(a *Attribute) rules.Type {
	switch a.Type {
	case ChoiceType, MultiType:
		options := b.optionsOf(a)
		if a.Type == MultiType {
			return rules.Multi(options)
		}
		return rules.Choice(options)
	case BoolType:
		return rules.Bool
	case DateType:
		return rules.Date
	case TextType:
		return rules.Text
	}
	return rules.Number
}

// itemProperty is the property under which rules read an option's item code.
const itemProperty = "item"

func (b *binder) optionsOf(a *Attribute) *rules.Options {
	kinds := map[string]rules.Type{}
	for _, o := range a.Options {
		if o.Item != "" {
			kinds[itemProperty] = rules.Text
		}
		for _, name := range slices.Sorted(maps.Keys(o.Properties)) {
			t := typeOfValue(o.Properties[name])
			if known, twice := kinds[name]; twice && known.Kind != t.Kind {
				b.bad(o.Pos, "mixed-types", "property %q of option %q is %s, elsewhere %s", name, o.Code, t.Kind, known.Kind)
				continue
			}
			if !identifier.MatchString(name) {
				b.bad(o.Pos, "wrong-code", "%q cannot be the name of a property", name)
			}
			kinds[name] = t
		}
	}
	names := slices.Sorted(maps.Keys(kinds))
	properties := make([]rules.Property, len(names))
	for i, name := range names {
		properties[i] = rules.Property{Name: name, Type: kinds[name]}
	}
	codes := make([]string, len(a.Options))
	values := make([][]rules.Value, len(a.Options))
	for i, o := range a.Options {
		codes[i] = o.Code
		for _, name := range names {
			v, given := o.Properties[name]
			if name == itemProperty && !given && o.Item != "" {
				v = Text(o.Item)
			}
			if v.Kind() != NoneValue && typeOfValue(v).Kind != kinds[name].Kind {
				v = None()
			}
			values[i] = append(values[i], toRuleValue(v))
		}
	}
	options, err := rules.NewOptions(codes, properties, values)
	if err != nil {
		if len(b.issues) == 0 {
			b.bad(a.Pos, "wrong-options", "%v", err)
		}
		return nil
	}
	b.options[a] = options
	return options
}

func typeOfValue(v Value) rules.Type {
	switch v.Kind() {
	case BoolValue:
		return rules.Bool
	case NumberValue:
		return rules.Number
	}
	return rules.Text
}

// toRuleValue converts a property or table cell.
func toRuleValue(v Value) rules.Value {
	switch v.Kind() {
	case BoolValue:
		return rules.BoolValue(v.Truth())
	case NumberValue:
		return rules.NumberValue(v.Decimal())
	case TextValue:
		return rules.TextValue(v.Code())
	}
	return rules.None()
}

func (b *binder) tables(tables []*Table) []*rules.Table {
	var out []*rules.Table
	for _, t := range tables {
		columns := make([]rules.Column, len(t.Columns))
		for c, name := range t.Columns {
			columns[c] = rules.Column{Name: name, Type: rules.Text}
			for _, row := range t.Rows {
				if row[c].Kind() != NoneValue {
					columns[c].Type = typeOfValue(row[c])
					break
				}
			}
		}
		rows := make([][]rules.Value, len(t.Rows))
		for i, row := range t.Rows {
			for _, v := range row {
				rows[i] = append(rows[i], toRuleValue(v))
			}
		}
		rt, err := rules.NewTable(t.Code, columns, rows)
		if err != nil {
			b.bad(t.Pos, "wrong-table", "%v", err)
			continue
		}
		out = append(out, rt)
	}
	return out
}

// compile compiles an expression; absent ones yield nil.
func (b *binder) compile(schema *rules.Schema, e Expr, want rules.Type, given ...rules.Assumption) *rules.Program {
	if e.IsZero() {
		return nil
	}
	p, issues := rules.Compile(schema, rules.Source{Text: e.Text, Position: e.Pos}, want, given...)
	b.issues = append(b.issues, issues...)
	if p != nil {
		b.warnings = append(b.warnings, p.Warnings()...)
	}
	return p
}

func (b *binder) attributes(schema *rules.Schema, in []*Attribute, groups map[string]*rules.Program) []*boundAttribute {
	out := make([]*boundAttribute, 0, len(in))
	for _, a := range in {
		slot, _ := schema.Slot(a.Code)
		ba := &boundAttribute{Attribute: a, slot: slot, options: b.options[a]}
		ba.active = appendProgram(nil, groups[a.Group], b.compile(schema, a.Active, rules.Bool))
		ba.visible = b.compile(schema, a.Visible, rules.Bool)
		ba.computed = b.compile(schema, a.Computed, schema.Slots()[slot].Type)
		out = append(out, ba)
	}
	return out
}

func appendProgram(to []*rules.Program, programs ...*rules.Program) []*rules.Program {
	for _, p := range programs {
		if p != nil {
			to = append(to, p)
		}
	}
	return to
}

func (b *binder) body(schema *rules.Schema, body *Body) *boundBody {
	out := &boundBody{schema: schema}
	groups := map[string]*rules.Program{}
	for _, g := range body.Groups {
		groups[g.Code] = b.compile(schema, g.Active, rules.Bool)
	}
	out.attributes = b.attributes(schema, body.Attributes, groups)
	for _, c := range body.Components {
		slot, _ := schema.Slot(c.Code)
		bc := &boundComponent{Component: c, slot: slot}
		bc.active = appendProgram(nil, groups[c.Group], b.compile(schema, c.Active, rules.Bool))
		bc.visible = b.compile(schema, c.Visible, rules.Bool)
		bc.body = b.body(schema.Element(slot), &c.Body)
		out.components = append(out.components, bc)
	}
	for _, r := range body.Rules {
		br := &boundRule{Rule: r, when: b.compile(schema, r.When, rules.Bool)}
		if br.when != nil {
			br.require = b.compile(schema, r.Require, rules.Bool, rules.Given(br.when))
		} else {
			br.require = b.compile(schema, r.Require, rules.Bool)
		}
		out.rules = append(out.rules, br)
	}
	for _, p := range body.Preferences {
		out.preferences = append(out.preferences, &boundPreference{p, b.compile(schema, p.Prefer, rules.Bool)})
	}
	out.bom = b.bom(schema, body.BOM)
	for _, o := range body.Routing {
		out.routing = append(out.routing, &boundOperation{
			Operation: o,
			setup:     b.compile(schema, o.Setup, rules.Number),
			run:       b.compile(schema, o.Run, rules.Number),
			when:      b.compile(schema, o.When, rules.Bool),
		})
	}
	return out
}

func (b *binder) bom(schema *rules.Schema, lines []*BOMLine) []*boundBOMLine {
	var out []*boundBOMLine
	for _, l := range lines {
		out = append(out, &boundBOMLine{
			BOMLine:  l,
			itemOf:   b.compile(schema, l.ItemOf, rules.Text),
			quantity: b.compile(schema, l.Quantity, rules.Number),
			when:     b.compile(schema, l.When, rules.Bool),
			children: b.bom(schema, l.Children),
		})
	}
	return out
}

// firstTables lists one table per code, the first declared: enough to check
// the expressions that use them.
func firstTables(tables []*Table) []*Table {
	seen := map[string]bool{}
	var out []*Table
	for _, t := range tables {
		if !seen[t.Code] {
			seen[t.Code] = true
			out = append(out, t)
		}
	}
	return out
}

func (d derived) pos() fault.Position {
	if d.attribute != nil {
		return d.attribute.Pos
	}
	return d.component.Pos
}
