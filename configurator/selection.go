package configurator

import (
	"context"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Selection answers what the configuration consists of so far: picks, rules and
// defaults. It is there while attributes are open or picks are in conflict too;
// State says whether it is complete. Errors are those of State.
func (c *Compiled) Selection(ctx context.Context, req Request) (Selection, error) {
	return within(ctx, c, req, func(a *answer) (Selection, error) { return a.selection(), nil })
}

func (a *answer) selection() Selection {
	s := Selection{Model: a.c.model.Code, Item: a.c.model.Item, Lines: []SelectionLine{}}
	a.c.root.each(func(in *instance) {
		if !a.present.there[in] {
			return
		}
		prefix, component := a.path(in), componentPath(in)
		if in.parent != nil {
			s.Lines = append(s.Lines, SelectionLine{
				Path: trimSlash(prefix), Component: component, Attribute: in.parent.Code,
				Item: in.parent.Item, Quantity: money.FromInt(1), Label: in.parent.Label,
			})
		}
		for _, x := range in.attributes {
			s.Lines = append(s.Lines, a.lines(x, prefix, component)...)
		}
	})
	a.markSources(&s)
	return s
}

// componentPath is the path of an instance without its names.
func componentPath(in *instance) string {
	if in.parent == nil {
		return ""
	}
	if outer := componentPath(in.parent.holder); outer != "" {
		return outer + "/" + in.parent.Code
	}
	return in.parent.Code
}

// lines are the selection lines of one attribute, none while it is open.
func (a *answer) lines(x *attribute, prefix, component string) []SelectionLine {
	v, decided := a.present.values[x]
	if !decided || !a.present.active[x] {
		return nil
	}
	line := SelectionLine{
		Path: prefix + x.Code, Component: component, Attribute: x.Code, Quantity: money.FromInt(1), Label: x.Label, attribute: x,
	}
	if x.Type == MultiType {
		out := make([]SelectionLine, 0, len(a.present.sets[x]))
		for _, i := range a.present.sets[x] {
			out = append(out, line.option(x.Options[i]))
		}
		return out
	}
	if v.IsNone() {
		return nil
	}
	switch x.Type {
	case ChoiceType:
		return []SelectionLine{line.option(x.option(v.Code()))}
	case BoolType:
		if !v.Truth() {
			return nil
		}
		line.Option, line.Item = v.String(), x.Item
	case IntegerType, DecimalType:
		d := v.Decimal()
		line.Number, line.Item = &d, x.Item
		if x.Item != "" {
			line.Quantity = d
		}
	default:
		return nil
	}
	return []SelectionLine{line}
}

func (l SelectionLine) option(o *Option) SelectionLine {
	l.Option, l.Item, l.Quantity, l.Properties, l.Label = o.Code, o.Item, o.Quantity, o.Properties, o.Label
	return l
}

// markSources says of each line whether the user, a rule or a default chose it.
func (a *answer) markSources(s *Selection) {
	user := map[*attribute]bool{}
	for i, t := range a.targets {
		if t.attribute != nil && a.kept[i] && a.req.Picks[i].Op != Exclude {
			user[t.attribute] = true
		}
	}
	query := a.engine.Query(a.base)
	var lits []space.Lit
	for _, l := range s.Lines {
		if l.attribute != nil && l.attribute.computed == nil {
			lits = append(lits, a.c.chosen(&l))
		}
	}
	settled := query.Settled(lits)
	for i := range s.Lines {
		l := &s.Lines[i]
		switch {
		case l.attribute == nil:
		case l.attribute.computed != nil:
			l.Source = "rule"
		case user[l.attribute] && (l.attribute.Type != MultiType || a.pickedOption(l)):
			l.Source = "user"
		case settled[a.c.chosen(l)] && (l.Number == nil || query.Only(a.model, a.c.vars[l.attribute.v].number)):
			l.Source = "rule"
		default:
			l.Source = "default"
		}
	}
}

func (a *answer) pickedOption(l *SelectionLine) bool {
	for i, t := range a.targets {
		if t.attribute == l.attribute && a.kept[i] && a.req.Picks[i].Op != Exclude && a.req.Picks[i].Value.String() == l.Option {
			return true
		}
	}
	return false
}

// chosen is the literal of what a line says; for numbers, that there is one.
func (c *Compiled) chosen(l *SelectionLine) space.Lit {
	x := &c.vars[l.attribute.v]
	switch l.attribute.Type {
	case ChoiceType, MultiType:
		return x.options[x.set.Find(l.Option).Index()]
	case BoolType:
		return x.truth
	}
	return x.has
}

// incomplete is the error of asking for what only a complete configuration has.
func (a *answer) incomplete() error {
	var open []string
	a.c.root.each(func(in *instance) {
		if !a.present.there[in] {
			return
		}
		for _, x := range in.attributes {
			if _, decided := a.present.values[x]; !decided && a.present.active[x] && x.computed == nil {
				open = append(open, a.path(in)+x.Code)
			}
		}
	})
	switch {
	case len(a.conflicts) > 0:
		return fault.New(fault.Conflict, "configuration-in-conflict", "picks contradict each other").With("conflicts", a.pickConflicts())
	case len(open) > 0:
		return fault.New(fault.Conflict, "incomplete-configuration", "attributes are still open").With("open", open)
	}
	return nil
}
