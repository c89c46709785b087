package configurator

import (
	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// instance is the model itself or one possible instance of a component.
type instance struct {
	body   *boundBody
	at     *constraint.Instance
	parent *list
	index  int
	// present is true where the instance is there.
	present    space.Lit
	attributes []*attribute
	lists      []*list
}

// attribute is an attribute of one instance.
type attribute struct {
	*boundAttribute
	inst *instance
	v    constraint.Var
	// active is true where the attribute exists; no where a bool is there and
	// false, absent where an optional choice is there and none, empty where a
	// multi has no option.
	active, no, absent, empty space.Lit
	// id counts the attributes of all instances.
	id int
}

// list is a component of one instance with all its possible instances.
type list struct {
	*boundComponent
	holder    *instance
	instances []*instance
	active    space.Lit
	// present[k] is true where instance k is there, counts[n] where exactly n
	// are.
	present, counts []space.Lit
}

// newInstance builds the tree of everything that could be present.
func newInstance(body *boundBody, at *constraint.Instance, parent *list, index int) *instance {
	in := &instance{body: body, at: at, parent: parent, index: index, present: space.True}
	for _, a := range body.attributes {
		in.attributes = append(in.attributes, &attribute{boundAttribute: a, inst: in, v: at.Var(a.slot)})
	}
	for _, c := range body.components {
		l := &list{boundComponent: c, holder: in}
		for k, child := range at.List(c.slot) {
			l.instances = append(l.instances, newInstance(c.body, child, l, k))
		}
		in.lists = append(in.lists, l)
	}
	return in
}

// each visits the instance and all below it, outermost first.
func (in *instance) each(visit func(*instance)) {
	visit(in)
	for _, l := range in.lists {
		for _, child := range l.instances {
			child.each(visit)
		}
	}
}

// of visits all instances of a body.
func (in *instance) of(body *boundBody, visit func(*instance)) {
	in.each(func(x *instance) {
		if x.body == body {
			visit(x)
		}
	})
}

func (in *instance) attribute(b *boundAttribute) *attribute {
	for _, a := range in.attributes {
		if a.boundAttribute == b {
			return a
		}
	}
	return nil
}

func (in *instance) list(c *boundComponent) *list {
	for _, l := range in.lists {
		if l.boundComponent == c {
			return l
		}
	}
	return nil
}
