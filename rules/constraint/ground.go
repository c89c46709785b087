package constraint

import "github.com/quotient-cpq/quotient/rules"

// place is where a node is read: the frame of its program, and the element of
// the innermost aggregate around it: an instance, or option of a multi.
type place struct {
	frame   *Instance
	element *Instance
	// options and option are set when the element is an option.
	options *rules.Options
	option  int
}

// target is what a Ref names at a place.
type target struct {
	// absent is true beyond the ends of an ordered list: the value is none.
	absent bool
	// instance is the frame read from; nil for an option.
	instance *Instance
	// travelled is true when the instance was reached through a neighbour, so
	// it may be missing although the place itself is present.
	travelled bool
}

// follow walks the steps of a ref.
func (p place) follow(r *rules.Ref) target {
	t := target{instance: p.frame}
	if r.Element {
		t.instance = p.element
	}
	for _, s := range r.Steps {
		switch s {
		case rules.StepParent:
			t.instance = t.instance.Parent
		case rules.StepNext:
			t.move(1)
		case rules.StepPrev:
			t.move(-1)
		}
		if t.absent {
			return t
		}
	}
	return t
}

func (t *target) move(distance int) {
	siblings := t.instance.Parent.lists[t.instance.Slot]
	i := t.instance.Index + distance
	if t.absent = i < 0 || i >= len(siblings); !t.absent {
		t.instance, t.travelled = siblings[i], true
	}
}

// member is one possible element of a collection, and when it is in it.
type member struct {
	place place
	// instance is the instance that must be present; nil for an option.
	instance *Instance
	// set and option: the multi variable that must hold the option.
	set    Var
	option int
	// filters must hold at the place.
	filters []*rules.Node
}

// members lists the possible elements of a collection.
func (p place) members(list *rules.Node) []member {
	if list.Op == rules.OpFilter {
		out := p.members(list.Args[0])
		for i := range out {
			out[i].filters = append(out[i].filters, list.Args[1])
		}
		return out
	}
	t := p.follow(list.Ref)
	if t.absent {
		return nil
	}
	var out []member
	if list.Type.Kind == rules.MultiKind {
		options := list.Type.Options
		for o := range options.Len() {
			at := place{frame: p.frame, options: options, option: o}
			out = append(out, member{place: at, set: t.instance.vars[list.Ref.Slot], option: o})
		}
		return out
	}
	for _, e := range t.instance.lists[list.Ref.Slot] {
		out = append(out, member{place: place{frame: p.frame, element: e}, instance: e, set: NoVar})
	}
	return out
}
