package rules

import "github.com/quotient-cpq/quotient/internal/money"

// test is a comparison of one read with constants. These are most of what
// rules say, so they run as one call without an intermediate value.
type test struct {
	ref *Ref
	op  Op
	// options are those an OpIn or OpEq accepts, compared by pointer.
	options []*Option
	// number is the constant of a numeric comparison.
	number money.Decimal
	negate bool
}

// newTest returns the test a node is, or nil.
func newTest(n *Node) *test {
	switch {
	case n.Op == OpRead && n.Type.Kind == BoolKind:
		return &test{ref: n.Ref, op: OpRead}
	case n.Op == OpHas && n.Args[0].Op == OpRead:
		return &test{ref: n.Args[0].Ref, op: OpHas}
	case (n.Op == OpEq || n.Op == OpNe || n.Op == OpIn) && n.Args[0].Type.Kind == ChoiceKind:
		return newOptionTest(n)
	case OpEq <= n.Op && n.Op <= OpGe:
		return newNumberTest(n)
	}
	return nil
}

func newOptionTest(n *Node) *test {
	if n.Args[0].Op != OpRead {
		return nil
	}
	t := &test{ref: n.Args[0].Ref, op: OpIn, negate: n.Op == OpNe}
	for _, a := range n.Args[1:] {
		o := a.Value.Option()
		if o == nil || a.Type.Options != n.Args[0].Type.Options {
			return nil
		}
		t.options = append(t.options, o)
	}
	return t
}

func newNumberTest(n *Node) *test {
	a, b := n.Args[0], n.Args[1]
	d, ok := b.Value.Decimal()
	if a.Op != OpRead || a.Type.Kind != NumberKind || b.Op != OpConst || !ok {
		return nil
	}
	return &test{ref: a.Ref, op: n.Op, number: d}
}

// holds runs the test on the frame or element it starts from.
func (t *test) holds(root any) bool {
	v := t.ref.read(root)
	switch t.op {
	case OpRead:
		b, _ := v.(bool)
		return b
	case OpHas:
		return has(v)
	case OpIn:
		o, _ := v.(*Option)
		for _, want := range t.options {
			if o == want {
				return !t.negate
			}
		}
		return t.negate
	default:
		d, ok := v.(money.Decimal)
		if !ok {
			return t.op == OpNe
		}
		return compares(t.op, d.Cmp(t.number))
	}
}

// compares tells whether an outcome of Cmp satisfies a comparison.
func compares(op Op, c int) bool {
	switch op {
	case OpEq:
		return c == 0
	case OpNe:
		return c != 0
	case OpLt:
		return c < 0
	case OpLe:
		return c <= 0
	case OpGt:
		return c > 0
	default:
		return c >= 0
	}
}

// read follows the ref from a frame or an option.
func (r *Ref) read(root any) any {
	if o, ok := root.(*Option); ok {
		if r.Property < 0 {
			return o
		}
		return o.properties[r.Property]
	}
	f := root.(*Frame)
	for _, s := range r.Steps {
		switch s {
		case StepParent:
			f = f.parent
		case StepNext:
			f = f.sibling(1)
		case StepPrev:
			f = f.sibling(-1)
		}
		if f == nil {
			return nil
		}
	}
	switch {
	case r.Position:
		return money.FromInt(int64(f.index + 1))
	case r.Slot < 0:
		return f
	case r.Property < 0:
		return f.slots[r.Slot]
	}
	if o, ok := f.slots[r.Slot].(*Option); ok {
		return o.properties[r.Property]
	}
	return nil
}

// elements returns the collection a ref names, for expr to iterate over.
func (r *Ref) elements(root any) []any {
	switch v := r.read(root).(type) {
	case []any:
		return v
	case *Set:
		return v.members
	}
	return nil
}
