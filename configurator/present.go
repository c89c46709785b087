package configurator

import (
	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// present are the values of one configuration, as far as they are decided.
type present struct {
	q *question
	// values by attribute; an attribute that is not decided is not in it.
	values map[*attribute]Value
	sets   map[*attribute][]int
	active map[*attribute]bool
	there  map[*instance]bool
	frames constraint.Frames
}

// Value gives the rules the value of a variable; none while undecided.
func (p *present) Value(v constraint.Var) rules.Value {
	info := p.q.c.cs.Variable(v)
	if info.Slot < 0 {
		return rules.BoolValue(p.there[p.q.c.byInstance[info.Instance]])
	}
	a := p.q.c.byVar[v]
	if a == nil || a.computed != nil {
		return rules.None()
	}
	if a.Type == MultiType {
		return a.options.Set(p.sets[a]...)
	}
	return a.ruleValueOf(p.values[a])
}

// evaluate builds the frames and fills in the computed attributes.
func (p *present) evaluate() {
	c := p.q.c
	p.frames = c.cs.Frames(p)
	for _, d := range c.bound.order {
		if d.attribute == nil || d.attribute.computed == nil {
			continue
		}
		c.root.of(d.body, func(in *instance) {
			frame := p.frames.Of(in.at)
			if frame == nil {
				return
			}
			a := in.attribute(d.attribute)
			p.active[a] = true
			for _, cond := range a.boundAttribute.active {
				p.active[a] = p.active[a] && cond.Bool(frame)
			}
			if !p.active[a] {
				return
			}
			v := a.computed.Value(frame)
			frame.Set(a.slot, v)
			p.values[a] = fromRule(v)
		})
	}
}

// count is the number of instances of a list that are there.
func (p *present) count(l *list) int {
	n := 0
	for _, in := range l.instances {
		if p.there[in] {
			n++
		}
	}
	return n
}

// holds evaluates a condition in an instance; an absent condition holds.
func (p *present) holds(program *rules.Program, in *instance) bool {
	frame := p.frames.Of(in.at)
	return program == nil || frame != nil && program.Bool(frame)
}

// decide reads the value an attribute has for certain, by the literals that are
// settled; only tells whether a number can have no other value than in the
// model.
func (p *present) decide(a *attribute, m *space.Model, settled map[space.Lit]bool, only func(*variable) bool) {
	x := &p.q.c.vars[a.v]
	switch a.Type {
	case ChoiceType:
		for i, l := range x.options {
			if settled[l] {
				p.values[a] = Text(a.Options[i].Code)
			}
		}
		if settled[a.absent] {
			p.values[a] = None()
		}
	case BoolType:
		if settled[x.truth] {
			p.values[a] = Bool(true)
		} else if settled[a.no] {
			p.values[a] = Bool(false)
		}
	case MultiType:
		open := false
		for i, l := range x.options {
			switch {
			case settled[l]:
				p.sets[a] = append(p.sets[a], i)
			case !settled[l.Not()]:
				open = true
			}
		}
		if !open {
			p.values[a] = None()
		}
	case TextType:
		if v, picked := p.q.texts[a]; picked {
			p.values[a] = v
		} else if settled[x.has.Not()] || !a.Required {
			p.values[a] = None()
		}
	default:
		if settled[x.has.Not()] {
			p.values[a] = None()
		} else if i, present := m.Number(x.number); present && only(x) {
			p.values[a] = a.number(x, i)
		}
	}
}
