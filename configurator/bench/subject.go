package bench

import (
	"context"
	"fmt"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/configurator/space"
)

// Subject is something that can be configured by picking values.
type Subject interface {
	// Name says what it is; Size how many variables and values it has.
	Name() string
	Size() (variables, values int)
	// Available answers the values that some valid completion of the picks
	// contains, and those of them that can still be picked to decide something.
	Available(ctx context.Context, picks []string) (available, open []string, err error)
	// Solves counts the questions to the solver so far.
	Solves() int64
}

// formula is a subject of literals of a space.
type formula struct {
	name      string
	engine    *space.Engine
	items     []space.Lit
	names     []string
	byName    map[string]space.Lit
	variables int
	// rest lists, by item, the items of the same variable.
	groups [][]int
}

func newFormula(name string, s *space.Space) *formula {
	return &formula{name: name, engine: s.NewEngine(), byName: map[string]space.Lit{}}
}

// variable adds a variable with its values.
func (f *formula) variable(lits []space.Lit, names []string) {
	group := make([]int, len(lits))
	for i, l := range lits {
		group[i] = len(f.items)
		f.items = append(f.items, l)
		f.names = append(f.names, names[i])
		f.byName[names[i]] = l
	}
	f.groups = append(f.groups, group)
	f.variables++
}

func (f *formula) Name() string     { return f.name }
func (f *formula) Size() (int, int) { return f.variables, len(f.items) }
func (f *formula) Solves() int64    { return f.engine.Solves() }
func (f *formula) literal(s string) (space.Lit, error) {
	l, ok := f.byName[s]
	if !ok {
		return 0, fmt.Errorf("there is no value %q", s)
	}
	return l, nil
}

func (f *formula) Available(ctx context.Context, picks []string) (available, open []string, err error) {
	assumptions := make([]space.Lit, len(picks))
	for i, p := range picks {
		if assumptions[i], err = f.literal(p); err != nil {
			return nil, nil, err
		}
	}
	f.engine.Begin(ctx, 0)
	query := f.engine.Query(assumptions)
	if query.Decide(f.items) != space.Yes {
		return nil, nil, fmt.Errorf("the picks %v have no completion", picks)
	}
	var left []int
	for _, group := range f.groups {
		left = left[:0]
		for _, i := range group {
			if query.Can(f.items[i]) == space.Yes {
				left = append(left, i)
				available = append(available, f.names[i])
			}
		}
		if len(left) > 1 {
			for _, i := range left {
				open = append(open, f.names[i])
			}
		}
	}
	return available, open, nil
}

// model is a subject that is a product model; its values are path=value.
type model struct {
	c     *configurator.Compiled
	m     *configurator.Model
	picks map[string]configurator.Pick
}

// OfModel makes a compiled model a subject.
func OfModel(m *configurator.Model, c *configurator.Compiled) Subject {
	return &model{c: c, m: m, picks: map[string]configurator.Pick{}}
}

func (m *model) Name() string  { return m.m.Code }
func (m *model) Solves() int64 { return m.c.Solves() }

func (m *model) Size() (variables, values int) { return m.c.Size() }

func (m *model) Available(ctx context.Context, picks []string) (available, open []string, err error) {
	req := configurator.Request{}
	for _, p := range picks {
		pick, known := m.picks[p]
		if !known {
			return nil, nil, fmt.Errorf("there is no value %q", p)
		}
		req.Picks = append(req.Picks, pick)
	}
	s, err := m.c.State(ctx, req)
	if err != nil {
		return nil, nil, err
	}
	if !s.Valid {
		return nil, nil, fmt.Errorf("the picks %v contradict each other", picks)
	}
	for i := range s.Attributes {
		values := m.valuesOf(&s.Attributes[i])
		available = append(available, values...)
		if len(values) > 1 && s.Attributes[i].Status != configurator.SelectedUser {
			open = append(open, values...)
		}
	}
	return available, open, nil
}

// valuesOf names the values of an attribute that are possible; of a number the
// ends of its intervals.
func (m *model) valuesOf(a *configurator.AttributeState) []string {
	if !a.Active || a.Computed || a.Context || a.Type == configurator.InstanceType {
		return nil
	}
	var out []string
	add := func(v configurator.Value) {
		name := a.Path + "=" + v.String()
		m.picks[name] = configurator.Pick{Path: a.Path, Op: configurator.Set, Value: v}
		out = append(out, name)
	}
	for _, v := range a.Values {
		switch v.Status {
		case configurator.Excluded, configurator.Unknown, configurator.InConflict:
		default:
			add(v.Value)
		}
	}
	for _, i := range a.Intervals {
		add(i.Min)
		if !i.Max.Equal(i.Min) {
			add(i.Max)
		}
	}
	return out
}
