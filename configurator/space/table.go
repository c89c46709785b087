package space

import (
	"encoding/binary"
	"slices"
)

// diagram is a decision diagram of allowed rows: equal remainders are shared.
// Node 0 of the last layer accepts; edges of one node to one child are merged.
type diagram struct {
	layers [][]node
}

type node struct{ edges []edge }

type edge struct {
	child  int32
	values []int32
}

// newDiagram shares the equal remainders of rows, which have one value index
// per column.
func newDiagram(rows [][]int32, columns int) diagram {
	sorted := slices.Clone(rows)
	slices.SortFunc(sorted, slices.Compare[[]int32])
	sorted = slices.CompactFunc(sorted, slices.Equal[[]int32])
	d := diagram{layers: make([][]node, columns+1)}
	d.layers[columns] = []node{{}}
	seen := make([]map[string]int32, columns)
	for i := range seen {
		seen[i] = map[string]int32{}
	}
	d.grow(sorted, 0, columns, seen)
	return d
}

// grow returns the node for rows that agree before column depth.
func (d *diagram) grow(rows [][]int32, depth, columns int, seen []map[string]int32) int32 {
	if depth == columns {
		return 0
	}
	var n node
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to][depth] == rows[from][depth] {
			to++
		}
		child := d.grow(rows[from:to], depth+1, columns, seen)
		n.add(child, rows[from][depth])
		from = to
	}
	slices.SortFunc(n.edges, func(a, b edge) int { return int(a.child - b.child) })
	key := n.key()
	if id, ok := seen[depth][key]; ok {
		return id
	}
	id := int32(len(d.layers[depth]))
	d.layers[depth] = append(d.layers[depth], n)
	seen[depth][key] = id
	return id
}

func (n *node) add(child, value int32) {
	for i := range n.edges {
		if n.edges[i].child == child {
			n.edges[i].values = append(n.edges[i].values, value)
			return
		}
	}
	n.edges = append(n.edges, edge{child, []int32{value}})
}

func (n *node) key() string {
	var key []byte
	for _, e := range n.edges {
		key = binary.AppendVarint(key, int64(e.child))
		key = binary.AppendVarint(key, int64(len(e.values)))
		for _, v := range e.values {
			key = binary.AppendVarint(key, int64(v))
		}
	}
	return string(key)
}

// RequireRow states, where cond is true, that the columns form one of the
// rows. Each column is a list of literals of which exactly one is true; rows
// hold indexes into them. Propagation finds every value that has no row left.
func (b *Builder) RequireRow(tag Tag, cond Lit, columns [][]Lit, rows [][]int32) {
	if len(rows) == 0 {
		b.Clause(tag, cond.Not())
		return
	}
	d := newDiagram(rows, len(columns))
	nodes := []Lit{cond}
	for depth, column := range columns {
		next := make([]Lit, len(d.layers[depth+1]))
		for i := range next {
			next[i] = b.Bool()
		}
		into := make([][]Lit, len(next))
		support := make([][]Lit, len(column))
		for i, n := range d.layers[depth] {
			out := []Lit{nodes[i].Not()}
			for _, e := range n.edges {
				l := b.Bool()
				out = append(out, l)
				into[e.child] = append(into[e.child], l)
				values := []Lit{l.Not()}
				for _, v := range e.values {
					values = append(values, column[v])
					support[v] = append(support[v], l)
				}
				b.Clause(tag, l.Not(), nodes[i])
				b.Clause(tag, l.Not(), next[e.child])
				b.Clause(tag, values...)
			}
			b.Clause(tag, out...)
		}
		for i, edges := range into {
			b.Clause(tag, append(edges, next[i].Not())...)
		}
		for v, edges := range support {
			b.Clause(tag, append(edges, column[v].Not(), cond.Not())...)
		}
		nodes = next
	}
}

// Row returns the literal that the columns form one of the rows.
func (b *Builder) Row(columns [][]Lit, rows [][]int32) Lit {
	if len(rows) == 0 {
		return False
	}
	d := newDiagram(rows, len(columns))
	below := []Lit{True}
	for depth := len(columns) - 1; depth >= 0; depth-- {
		here := make([]Lit, len(d.layers[depth]))
		for i, n := range d.layers[depth] {
			ways := make([]Lit, 0, len(n.edges))
			for _, e := range n.edges {
				values := make([]Lit, len(e.values))
				for k, v := range e.values {
					values[k] = columns[depth][v]
				}
				ways = append(ways, b.And(b.any(values, len(columns[depth])), below[e.child]))
			}
			here[i] = b.Or(ways...)
		}
		below = here
	}
	return below[0]
}

// any is Or of some of a column's values, knowing that one of all is true.
func (b *Builder) any(values []Lit, all int) Lit {
	if len(values) == all {
		return True
	}
	return b.Or(values...)
}
