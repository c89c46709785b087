package configurator

import (
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/rules"
)

// sortDerived orders attributes and components by what their existence and
// computed values depend on, and refuses cycles.
func (b *binder) sortDerived(out *bound) {
	g := &dependencies{nodes: map[rules.Dependency]*dependency{}}
	g.attributes(nil, out.schema, out.context)
	g.body(out.root)
	for _, n := range g.nodesInOrder {
		b.visit(g, n, nil)
	}
	out.order = g.sorted
}

// dependency is a name whose presence or value is derived from others.
type dependency struct {
	derived
	name  string
	reads []rules.Dependency
	state visitState
}

type visitState uint8

const (
	unvisited visitState = iota
	onPath
	visited
)

type dependencies struct {
	nodes        map[rules.Dependency]*dependency
	nodesInOrder []*dependency
	sorted       []derived
}

func (g *dependencies) add(key rules.Dependency, n *dependency, programs ...*rules.Program) {
	for _, p := range programs {
		if p != nil {
			n.reads = append(n.reads, p.Reads()...)
		}
	}
	g.nodes[key] = n
	g.nodesInOrder = append(g.nodesInOrder, n)
}

func (g *dependencies) attributes(body *boundBody, schema *rules.Schema, attributes []*boundAttribute) {
	for _, a := range attributes {
		n := &dependency{derived: derived{body: body, attribute: a}, name: a.Code}
		g.add(rules.Dependency{Schema: schema, Slot: a.slot}, n, append(slices.Clone(a.active), a.computed)...)
	}
}

func (g *dependencies) body(b *boundBody) {
	g.attributes(b, b.schema, b.attributes)
	for _, c := range b.components {
		key := rules.Dependency{Schema: b.schema, Slot: c.slot}
		g.add(key, &dependency{derived: derived{body: b, component: c}, name: c.Code}, c.active...)
		g.body(c.body)
		// What lies in an instance exists only where the instance does.
		for _, a := range c.body.attributes {
			n := g.nodes[rules.Dependency{Schema: c.body.schema, Slot: a.slot}]
			n.reads = append(n.reads, key)
		}
		for _, inner := range c.body.components {
			n := g.nodes[rules.Dependency{Schema: c.body.schema, Slot: inner.slot}]
			n.reads = append(n.reads, key)
		}
	}
}

func (b *binder) visit(g *dependencies, n *dependency, path []*dependency) {
	if n.state != unvisited {
		return
	}
	n.state = onPath
	path = append(path, n)
	for _, key := range n.reads {
		next := g.nodes[key]
		switch {
		case next == nil || next.state == visited:
		case next.state == onPath:
			b.bad(n.pos(), "cycle", "%q depends on itself: %s", next.name, cyclePath(path, next))
		default:
			b.visit(g, next, path)
		}
	}
	n.state = visited
	g.sorted = append(g.sorted, n.derived)
}

func cyclePath(path []*dependency, back *dependency) string {
	from := slices.Index(path, back)
	var names []string
	for _, n := range path[from:] {
		names = append(names, n.name)
	}
	return strings.Join(append(names, back.name), " -> ")
}
