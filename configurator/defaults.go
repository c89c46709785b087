package configurator

import (
	"github.com/quotient-cpq/quotient/configurator/space"
)

// wish is one default: a literal the solver makes true if it can.
type wish struct {
	statement
	attribute *attribute
	value     Value
	// explicit defaults are the model's; others are "no", "none" and "no more
	// instances".
	explicit bool
	// list is set for the number of instances: counts for the default number,
	// else for no instance beyond the first option ones. option is also the
	// option a multi is to be without.
	list   *list
	counts bool
	option int
}

// defaultWishes lists the defaults of the model in the order in which they are
// laid on: first those it declares, each after what decides whether it exists,
// then those every model has.
func (c *Compiled) defaultWishes() []wish {
	var out []wish
	for _, d := range c.bound.order {
		if d.body == nil {
			continue
		}
		c.root.of(d.body, func(in *instance) {
			if d.component != nil {
				l := in.list(d.component)
				s := statement{unless: l.active.Not(), lit: l.counts[l.Default]}
				out = append(out, wish{statement: s, list: l, counts: true})
				return
			}
			a := in.attribute(d.attribute)
			for _, v := range a.Default {
				if s, bad := c.state(a, v, false); bad == nil && a.computed == nil {
					out = append(out, wish{statement: s, attribute: a, value: v, explicit: true})
				}
			}
		})
	}
	for _, d := range c.bound.order {
		if d.body == nil {
			continue
		}
		c.root.of(d.body, func(in *instance) {
			if d.component != nil {
				l := in.list(d.component)
				for k, there := range l.present {
					out = append(out, wish{statement: statement{unless: space.False, lit: there, negate: true}, list: l, option: k})
				}
				return
			}
			out = append(out, c.implicit(in.attribute(d.attribute))...)
		})
	}
	for _, n := range c.needs {
		out = append(out, wish{statement: statement{unless: space.False, lit: n.none}})
	}
	return out
}

// implicit are the defaults an attribute has without declaring them.
func (c *Compiled) implicit(a *attribute) []wish {
	x := &c.vars[a.v]
	no := func(l space.Lit) wish {
		return wish{statement: statement{unless: space.False, lit: l, negate: true}, attribute: a}
	}
	switch {
	case a.computed != nil || a.Required && a.Type != MultiType:
		return nil
	case a.Type == BoolType:
		return []wish{no(x.truth)}
	case a.Type == MultiType:
		out := make([]wish, len(x.options))
		for i, l := range x.options {
			out[i] = no(l)
			out[i].option = i
		}
		return out
	case a.Type == ChoiceType:
		return []wish{{statement: statement{unless: space.False, lit: x.none}, attribute: a}}
	}
	return []wish{no(x.has)}
}

// complete finds the default completion of the kept picks and what it decides.
func (a *answer) complete() error {
	a.wishes = a.c.wishes
	soft := make([]space.Lit, len(a.wishes))
	for i, w := range a.wishes {
		soft[i] = w.literal(a.engine)
	}
	model, ok := a.engine.Prefer(a.base, soft)
	if ok != space.Yes {
		return a.budgetEnded()
	}
	a.model = model
	a.accepted = append([]space.Lit{}, a.base...)
	for i, l := range soft {
		if model.True(l) {
			a.accepted = append(a.accepted, l)
		} else if w := a.wishes[i]; w.explicit && w.attribute != nil {
			a.dropped = append(a.dropped, DroppedDefault{Path: a.path(w.attribute.inst) + w.attribute.Code, Value: w.value})
		}
	}
	a.readPresent()
	return nil
}

// readPresent reads the values that picks, rules and defaults leave no choice
// about.
func (a *answer) readPresent() {
	c := a.c
	p := &present{
		q: a.question, values: map[*attribute]Value{}, sets: map[*attribute][]int{},
		active: map[*attribute]bool{}, there: map[*instance]bool{},
	}
	a.present = p
	var lits []space.Lit
	c.root.each(func(in *instance) {
		if p.there[in] = a.model.True(in.present); !p.there[in] {
			return
		}
		for _, x := range in.attributes {
			if x.computed == nil {
				lits = append(lits, c.saying(x, a.model)...)
			}
		}
	})
	query := a.engine.Query(a.accepted)
	settled := query.Settled(lits)
	c.root.each(func(in *instance) {
		if !p.there[in] {
			return
		}
		for _, x := range in.attributes {
			if x.computed != nil {
				continue
			}
			if p.active[x] = settled[x.active]; p.active[x] {
				p.decide(x, a.model, settled, func(v *variable) bool { return query.Only(a.model, v.number) })
			}
		}
	})
	for i, x := range c.context {
		p.active[x] = true
		p.values[x] = a.inputs[i]
	}
	p.evaluate()
}

// saying are the literals true in m that say which value an attribute has; for
// a number, that it has one.
func (c *Compiled) saying(a *attribute, m *space.Model) []space.Lit {
	x := &c.vars[a.v]
	trueIn := func(l space.Lit) space.Lit {
		if m.True(l) {
			return l
		}
		return l.Not()
	}
	out := []space.Lit{trueIn(a.active)}
	switch a.Type {
	case ChoiceType:
		for _, l := range x.options {
			if m.True(l) {
				return append(out, l)
			}
		}
		return append(out, trueIn(a.absent))
	case MultiType:
		for _, l := range x.options {
			out = append(out, trueIn(l))
		}
		return out
	case BoolType:
		return append(out, trueIn(x.truth), trueIn(a.no))
	}
	return append(out, trueIn(x.has))
}
