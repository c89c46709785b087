package configurator

import (
	"context"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// Complete answers a full valid configuration of the kept picks. Without an
// objective it lays on the defaults, then honours as much weight of preferences
// as possible, then takes what is first in declared order and the least
// numbers. With an objective it looks for the least sum, and prefers defaults
// only among equals. When the budget ends first, the best found is answered
// with its bound.
//
// Errors are those of State; an objective that names what the model does not
// have is Invalid with pointers into /weights.
func (c *Compiled) Complete(ctx context.Context, req Request, o Objective) (Completion, error) {
	return within(ctx, c, req, func(a *answer) (Completion, error) {
		costs, err := c.costs(o)
		if err != nil {
			return Completion{}, err
		}
		f := &completer{answer: a, own: c.space.NewEngine(), costs: costs}
		f.own.Begin(ctx, a.budget)
		out, err := f.run()
		if err != nil {
			return Completion{}, err
		}
		if err := ctx.Err(); err != nil {
			return Completion{}, aborted(err)
		}
		return out, nil
	})
}

// completer is one run of Complete. It works on an engine of its own, so that
// what it answers does not depend on earlier questions.
type completer struct {
	*answer
	own   *space.Engine
	costs objective
}

func (f *completer) run() (Completion, error) {
	base := append(f.literals(f.own, f.context), f.keptLiterals(f.own)...)
	var explicit, implicit []space.Lit
	for _, w := range f.c.wishes {
		if w.explicit || w.counts {
			explicit = append(explicit, w.literal(f.own))
		} else {
			implicit = append(implicit, w.literal(f.own))
		}
	}
	implicit = append(implicit, f.c.firstOptions()...)
	costs := f.costs.engineCosts(f.own)
	if f.costs.empty() {
		if first, ok := f.own.Prefer(base, explicit); ok == space.Yes {
			base = first.Accept(base, explicit)
		}
		for _, p := range f.c.preferences {
			costs = append(costs, space.Cost{Lit: p.lit.Not(), Weight: p.weight})
		}
		explicit = nil
	}
	best, ok := f.own.Minimise(base, costs)
	if ok != space.Yes {
		return Completion{Values: map[string]Value{}, Picks: f.original.Picks, Selection: f.selection()}, nil
	}
	model, optimal := best.Model, best.Cost == best.Bound
	if optimal {
		if same, ok := f.own.Prefer(best.Assumptions, append(explicit, implicit...)); ok == space.Yes {
			model = same
		}
	}
	model = f.leastNumbers(base, model)
	out, err := f.completion(model)
	if err != nil || f.costs.empty() {
		out.Optimal = optimal
		return out, err
	}
	out.Cost, out.Bound = f.costs.price(f.c, model), f.costs.decimal(best.Bound).Add(f.costs.leastWide(f.c))
	out.Optimal = out.Cost.Equal(out.Bound)
	return out, nil
}

// keptLiterals are the kept picks in another engine.
func (a *answer) keptLiterals(e *space.Engine) []space.Lit {
	var out []space.Lit
	for i, s := range a.picks {
		if a.kept[i] {
			out = append(out, a.literals(e, s)...)
		}
	}
	return out
}

// firstOptions are the options of required choices, in declared order.
func (c *Compiled) firstOptions() []space.Lit {
	var out []space.Lit
	for _, a := range c.attributes {
		if a.Type == ChoiceType && a.Required && a.computed == nil {
			out = append(out, c.vars[a.v].options...)
		}
		if a.Type == BoolType && a.Required && a.computed == nil {
			out = append(out, a.no)
		}
	}
	return out
}

// leastNumbers gives the numbers nothing decides the least value the rest of
// the configuration allows (the greatest where its weight is negative).
func (f *completer) leastNumbers(base []space.Lit, model *space.Model) *space.Model {
	fixed := append([]space.Lit{}, base...)
	for _, a := range f.c.attributes {
		fixed = append(fixed, f.chosenLiterals(a, model)...)
	}
	for _, a := range f.c.attributes {
		x := &f.c.vars[a.v]
		n, present := int64(0), false
		if a.computed == nil && a.Type.Numeric() {
			n, present = model.Number(x.number)
		}
		if !present {
			continue
		}
		if _, decided := f.present.values[a]; !decided || f.costs.perUnit[a] != 0 {
			n = f.own.Extreme(fixed, x.number, n, f.costs.perUnit[a] >= 0)
		}
		fixed = append(fixed, f.own.Equals(x.number, n))
	}
	if m, ok := f.own.Prefer(fixed, nil); ok == space.Yes {
		return m
	}
	return model
}

// chosenLiterals fix everything but the numbers of an attribute.
func (f *completer) chosenLiterals(a *attribute, model *space.Model) []space.Lit {
	x := &f.c.vars[a.v]
	if a.computed != nil {
		return nil
	}
	out := f.c.saying(a, model)
	if model.True(x.has) {
		return append(out, x.has)
	}
	return append(out, x.has.Not())
}

// completion turns a full configuration into picks, and asks with them.
func (f *completer) completion(model *space.Model) (Completion, error) {
	full := f.fullPicks(model)
	present := map[string]Value{}
	for _, v := range f.values() {
		present[v.path] = v.value
	}
	var needed []Pick
	for _, p := range full {
		key := p.Path
		if p.multi {
			key += "=" + p.Value.String()
		}
		v, decided := present[key]
		if p.multi && p.Op == Exclude {
			if decided {
				needed = append(needed, p.Pick)
			}
			continue
		}
		want := p.Value
		if p.multi {
			want = Bool(true)
		}
		if !decided || !v.Equal(want) {
			needed = append(needed, p.Pick)
		}
	}
	out, same, err := f.verify(needed, full)
	if err == nil && !same {
		needed = needed[:0]
		for _, p := range full {
			needed = append(needed, p.Pick)
		}
		out, _, err = f.verify(needed, full)
	}
	return out, err
}

// fullPick is a pick that states one value of a full configuration.
type fullPick struct {
	Pick
	multi bool
}

func (f *completer) fullPicks(model *space.Model) []fullPick {
	var out []fullPick
	f.c.root.each(func(in *instance) {
		if !model.True(in.present) {
			return
		}
		prefix := f.path(in)
		if in.parent != nil {
			out = append(out, fullPick{Pick: Pick{Path: trimSlash(prefix), Op: Set, Value: Bool(true)}})
		}
		for _, a := range in.attributes {
			if a.computed == nil && model.True(a.active) {
				out = append(out, f.statePicks(a, prefix+a.Code, model)...)
			}
		}
	})
	return out
}

func (f *completer) statePicks(a *attribute, path string, model *space.Model) []fullPick {
	x := &f.c.vars[a.v]
	value := None()
	switch a.Type {
	case MultiType:
		var out []fullPick
		for i, l := range x.options {
			op := Exclude
			if model.True(l) {
				op = Set
			}
			out = append(out, fullPick{Pick{Path: path, Op: op, Value: Text(a.Options[i].Code)}, true})
		}
		return out
	case ChoiceType:
		for i, l := range x.options {
			if model.True(l) {
				value = Text(a.Options[i].Code)
			}
		}
	case BoolType:
		value = Bool(model.True(x.truth))
	case TextType:
		return nil
	default:
		if n, present := model.Number(x.number); present {
			value = a.number(x, n)
		}
	}
	return []fullPick{{Pick: Pick{Path: path, Op: Set, Value: value}}}
}

// verify asks with the added picks and reports whether the answer is the
// configuration wanted.
func (f *completer) verify(added []Pick, full []fullPick) (Completion, bool, error) {
	req := f.original
	req.Picks = append(append([]Pick{}, req.Picks...), added...)
	a, err := f.c.begin(f.ctx, req)
	if err != nil {
		return Completion{}, false, err
	}
	defer a.end()
	values := a.values()
	out := Completion{
		Found: true, Values: map[string]Value{}, Picks: req.Picks,
		Changes: differences(f.values(), values), Selection: a.selection(),
	}
	for _, v := range values {
		out.Values[v.path] = v.value
	}
	for _, p := range full {
		v, there := out.Values[p.Path]
		if p.multi {
			_, there = out.Values[p.Path+"="+p.Value.String()]
			if there != (p.Op == Set) {
				return out, false, nil
			}
			continue
		}
		if !there || !v.Equal(p.Value) {
			return out, false, nil
		}
	}
	return out, true, nil
}
