package configurator

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// defaultRepairs is how many repairs are looked for where a limit is not given.
const defaultRepairs = 3

// Repair answers up to limit ways to make a value possible: irreducible sets of
// picks to drop, fewest first and among equals the newest picks. Picks that are
// in conflict already are left as they are. Errors are those of Explain.
func (c *Compiled) Repair(ctx context.Context, req Request, path string, value Value, limit int) (Repairs, error) {
	return within(ctx, c, req, func(a *answer) (Repairs, error) { return a.repair(path, value, limit) })
}

func (a *answer) repair(path string, value Value, limit int) (Repairs, error) {
	w, err := a.want(path, value)
	if err != nil {
		return Repairs{}, err
	}
	out := Repairs{Path: path, Value: value, Repairs: []Repair{}, Exhausted: true}
	if w.bad != nil {
		return out, nil
	}
	if limit <= 0 {
		limit = defaultRepairs
	}
	if err := w.repairs(&out, limit); err != nil {
		return Repairs{}, err
	}
	if err := a.ctx.Err(); err != nil {
		return Repairs{}, aborted(err)
	}
	return out, nil
}

func (w *wanted) repairs(out *Repairs, limit int) error {
	background := append(w.literals(w.engine, w.context), w.literals(w.engine, w.statements)...)
	possible := w.engine.Feasible(background)
	out.Possible = possible == space.Yes
	if possible != space.Yes {
		out.Exhausted = possible == space.No
		return nil
	}
	elements := make([][]space.Lit, len(w.keptIndex))
	for k := range w.keptIndex {
		elements[k] = w.literals(w.engine, w.picks[k])
	}
	sets, exhausted := w.engine.Repairs(background, elements, limit)
	out.Exhausted = exhausted == space.Yes
	before := w.values()
	for _, set := range sets {
		r, err := w.repair(set, before)
		if err != nil {
			return err
		}
		out.Repairs = append(out.Repairs, r)
	}
	return nil
}

// repair describes the request without the picks of a set and with the value.
func (w *wanted) repair(set []int, before []pathValue) (Repair, error) {
	r := Repair{Drop: make([]int, len(set))}
	for n, k := range set {
		r.Drop[n] = w.keptIndex[k]
	}
	for i, p := range w.original.Picks {
		if !slices.Contains(r.Drop, i) {
			r.Picks = append(r.Picks, p)
		}
	}
	r.Picks = append(r.Picks, Pick{Path: w.path, Op: Set, Value: w.value})
	after := w.original
	after.Picks = r.Picks
	return within(w.ctx, w.c, after, func(a *answer) (Repair, error) {
		r.Changes, r.Selection = differences(before, a.values()), a.selection()
		return r, nil
	})
}

// pathValue is one value of a configuration.
type pathValue struct {
	path  string
	value Value
}

// values lists what is decided: attributes, options of a multi as
// path=option, and instances.
func (a *answer) values() []pathValue {
	var out []pathValue
	a.c.root.each(func(in *instance) {
		if !a.present.there[in] {
			return
		}
		prefix := a.path(in)
		if in.parent != nil {
			out = append(out, pathValue{trimSlash(prefix), Bool(true)})
		}
		for _, x := range in.attributes {
			v, decided := a.present.values[x]
			if !decided || !a.present.active[x] || x.computed != nil {
				continue
			}
			if x.Type == MultiType {
				for _, i := range a.present.sets[x] {
					out = append(out, pathValue{prefix + x.Code + "=" + x.Options[i].Code, Bool(true)})
				}
				continue
			}
			out = append(out, pathValue{prefix + x.Code, v})
		}
	})
	return out
}

// differences lists what changed, in the order of before, then what is new.
func differences(before, after []pathValue) []Change {
	now, then := map[string]Value{}, map[string]bool{}
	for _, v := range after {
		now[v.path] = v.value
	}
	out := []Change{}
	for _, v := range before {
		then[v.path] = true
		if w := now[v.path]; !w.Equal(v.value) {
			out = append(out, Change{Path: v.path, Before: v.value, After: w})
		}
	}
	for _, v := range after {
		if !then[v.path] && !v.value.IsNone() {
			out = append(out, Change{Path: v.path, After: v.value})
		}
	}
	return out
}
