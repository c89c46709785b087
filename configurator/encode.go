package configurator

import (
	"slices"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// encoder turns a bound model into a space.
type encoder struct {
	bound   *bound
	day     civil.Date
	vars    []variable
	space   *space.Builder
	formula *constraint.Builder
	lits    map[*constraint.Formula]space.Lit
	atoms   map[int]space.Lit
	tags    []tag
	tagged  map[tag]space.Tag
	// fires and violations are made for Analyse only: by tag, the literals that
	// a rule's condition holds in an instance, and that the rule is broken.
	analysing         bool
	fires, violations map[int][]space.Lit
	err               error
}

// tag is the origin of clauses, as explanations name it.
type tag struct {
	kind ReasonKind
	rule *Rule
	// structure says which structural reason it is.
	structure string
	// component is the path of the component it belongs to, without instances.
	component string
	list      *boundComponent
	attribute *boundAttribute
	option    *Option
	need      *Need
	answer    *Answer
}

// tag returns the tag of an origin, the same for every instance it applies to.
func (e *encoder) tag(t tag) space.Tag {
	if known, ok := e.tagged[t]; ok {
		return known
	}
	e.tags = append(e.tags, t)
	e.tagged[t] = e.space.Tag()
	return e.tagged[t]
}

// declare makes the literals of every variable of the constraint space.
func (e *encoder) declare(cs *constraint.Space, root, inputs *instance) {
	e.vars = make([]variable, cs.Len())
	for i := range e.vars {
		v := cs.Variable(constraint.Var(i))
		if v.Slot < 0 {
			e.vars[i] = variable{kind: rules.BoolKind, has: space.True, truth: e.space.Bool(), presence: true}
		}
	}
	own := func(in *instance) {
		for _, a := range in.attributes {
			if a.computed == nil {
				e.vars[a.v] = e.variable(a, cs.Variable(a.v).Nullable)
			}
		}
	}
	own(inputs)
	root.each(own)
}

func (e *encoder) variable(a *attribute, nullable bool) variable {
	v := variable{has: space.True, none: space.False, set: a.options}
	if nullable && a.Type != ChoiceType && a.Type != MultiType {
		v.has = e.space.Bool()
	}
	switch a.Type {
	case ChoiceType:
		v.kind = rules.ChoiceKind
		n := len(a.Options)
		if nullable {
			n++
		}
		var lits []space.Lit
		v.enum, lits = e.space.Enum(n)
		v.options = lits[:len(a.Options)]
		if nullable {
			v.none = lits[len(a.Options)]
		}
		v.has = v.none.Not()
	case MultiType:
		v.kind = rules.MultiKind
		for range a.Options {
			v.options = append(v.options, e.space.Bool())
		}
	case BoolType:
		v.kind, v.truth = rules.BoolKind, e.space.Bool()
		e.space.Clause(space.Background, v.truth.Not(), v.has)
	case TextType:
		v.kind = rules.TextKind
	default:
		v.kind = rules.NumberKind
		if a.Type == DateType {
			v.kind = rules.DateKind
		}
		v.min, v.step, v.count = a.Min, a.Step, a.gridSize()
		v.number = e.space.Range(0, v.count-1, v.has)
	}
	return v
}

// exist ties the values of the variables to where their attributes exist, and
// defines the computed ones, in dependency order.
func (e *encoder) exist(root *instance) {
	for _, d := range e.bound.order {
		if d.body == nil {
			continue
		}
		root.of(d.body, func(in *instance) {
			switch {
			case d.component != nil:
				e.component(in, in.list(d.component))
			default:
				e.attribute(in, in.attribute(d.attribute))
			}
		})
	}
}

// activity lowers the conditions under which something in an instance exists.
func (e *encoder) activity(in *instance, programs []*rules.Program) *constraint.Formula {
	f := e.formula.There(in.at)
	for _, p := range programs {
		f = e.formula.And(f, e.lower(p, in))
	}
	return f
}

func (e *encoder) lower(p *rules.Program, in *instance) *constraint.Formula {
	f, err := e.formula.Lower(p, in.at)
	if err != nil && e.err == nil {
		e.err = err
	}
	if err != nil {
		return &constraint.Formula{Op: constraint.True}
	}
	return f
}

func (e *encoder) attribute(in *instance, a *attribute) {
	f := e.activity(in, a.boundAttribute.active)
	if a.computed != nil {
		e.formula.Define(a.v, f, a.computed)
		a.active = e.lit(f)
		return
	}
	a.active = e.lit(f)
	v := &e.vars[a.v]
	origin := space.Background
	if len(a.boundAttribute.active) > 0 {
		origin = e.tag(tag{kind: StructureReason, structure: "active", component: componentPath(in), attribute: a.boundAttribute})
	}
	switch a.Type {
	case MultiType:
		e.multi(a, v, origin)
		return
	case BoolType:
		a.no = e.space.And(a.active, v.truth.Not())
	case ChoiceType:
		a.absent = e.space.And(a.active, v.none)
	}
	if v.has != space.True || a.active != space.True {
		e.space.Clause(origin, a.active, v.has.Not())
	}
	if a.Required || a.Type == BoolType {
		e.space.Clause(space.Background, a.active.Not(), v.has)
	}
	for i, o := range a.Options {
		e.effectivity(in, a, o, v.options[i])
	}
}

// effectivity forbids an option that is not offered on the day.
func (e *encoder) effectivity(in *instance, a *attribute, o *Option, l space.Lit) {
	if !o.Window.Contains(e.day) {
		t := e.tag(tag{kind: StructureReason, structure: "effectivity", component: componentPath(in), attribute: a.boundAttribute, option: o})
		e.space.Clause(t, l.Not())
	}
}

func (e *encoder) multi(a *attribute, v *variable, origin space.Tag) {
	terms := make([]space.Total, len(v.options))
	a.empty = e.space.Or(v.options...).Not()
	for i, l := range v.options {
		if a.active != space.True {
			e.space.Clause(origin, a.active, l.Not())
		}
		e.effectivity(a.inst, a, a.Options[i], l)
		terms[i] = space.Total{Values: []int64{0, 1}, AtLeast: []space.Lit{space.True, l}}
	}
	least, _ := a.Min.Int64()
	most, _ := a.Max.Int64()
	if a.Required {
		least = max(least, 1)
	}
	if least <= 0 && most <= 0 {
		return
	}
	sum, _ := e.space.Sum(terms, space.Everywhere, 2*len(terms)+2) // always fits: 0..len values
	if least > 0 {
		e.space.Clause(space.Background, a.active.Not(), sum.From(least))
	}
	if most > 0 {
		e.space.Clause(space.Background, a.active.Not(), sum.From(most+1).Not())
	}
}

// component orders the instances of a list and ties them to its existence.
func (e *encoder) component(in *instance, l *list) {
	l.active = e.lit(e.activity(in, l.boundComponent.active))
	origin := space.Background
	if len(l.boundComponent.active) > 0 {
		origin = e.tag(tag{kind: StructureReason, structure: "active", component: componentPath(in), list: l.boundComponent})
	}
	l.present = make([]space.Lit, len(l.instances))
	for k, inst := range l.instances {
		l.present[k] = space.True
		if p := inst.at.Presence; p != constraint.NoVar {
			l.present[k] = e.vars[p].truth
		}
		inst.present = l.present[k]
		e.space.Clause(origin, l.present[k].Not(), l.active)
		if k > 0 {
			e.space.Clause(space.Background, l.present[k].Not(), l.present[k-1])
		}
		if k < l.Min {
			e.space.Clause(space.Background, l.active.Not(), l.present[k])
		}
	}
	// has[n] is true when there are exactly n instances.
	for n := range len(l.instances) + 1 {
		exactly := []space.Lit{}
		if n > 0 {
			exactly = append(exactly, l.present[n-1])
		}
		if n < len(l.instances) {
			exactly = append(exactly, l.present[n].Not())
		}
		l.counts = append(l.counts, e.space.And(exactly...))
	}
}

// rulesOf asserts the rules in force in every instance, body by body.
func (e *encoder) rulesOf(root *instance, b *boundBody) {
	for _, r := range b.rules {
		if r.Severity != ErrorSeverity || !r.Window.Contains(e.day) {
			continue
		}
		origin := space.Background
		root.of(b, func(in *instance) {
			if origin == space.Background {
				origin = e.tag(tag{kind: RuleReason, rule: r.Rule, component: componentPath(in)})
			}
			f, there := e.lower(r.require, in), e.formula.There(in.at)
			if r.when != nil {
				when := e.lower(r.when, in)
				f = e.formula.Implies(when, f)
				if e.analysing {
					e.fires[int(origin)] = append(e.fires[int(origin)], e.lit(e.formula.And(there, when)))
				}
			}
			f = e.formula.Implies(there, f)
			e.assert(origin, f)
			if e.analysing && !hasTable(f) {
				e.violations[int(origin)] = append(e.violations[int(origin)], e.lit(f).Not())
			}
		})
	}
	for _, c := range b.components {
		e.rulesOf(root, c.body)
	}
}

// hasTable reports whether a formula is about a table: stating that it is
// broken would encode the table a second time.
func hasTable(f *constraint.Formula) bool {
	if f.Op == constraint.Literal {
		return f.Atom.Kind == constraint.TableAtom
	}
	return slices.ContainsFunc(f.Args, hasTable)
}

// preferences are the soft wishes of every instance.
func (e *encoder) preferences(root *instance) []preference {
	var out []preference
	root.each(func(in *instance) {
		for _, p := range in.body.preferences {
			f := e.formula.Implies(e.formula.There(in.at), e.lower(p.prefer, in))
			out = append(out, preference{e.lit(f), p.Weight})
		}
	})
	return out
}

// needs adds the guided-selling answers.
func (e *encoder) needs(root *instance) []need {
	var out []need
	for _, n := range e.bound.needs {
		x := need{boundNeed: n}
		var lits []space.Lit
		x.enum, lits = e.space.Enum(len(n.answers) + 1)
		x.answers, x.none = lits[:len(n.answers)], lits[len(n.answers)]
		for i, p := range n.answers {
			if p == nil {
				continue
			}
			t := e.tag(tag{kind: RuleReason, need: n.Need, answer: n.Need.Answers[i]})
			e.assert(t, e.lower(p, root), x.answers[i].Not())
		}
		out = append(out, x)
	}
	return out
}
