package rules

// measure holds the costs of shared nodes, computed once each.
type measure struct {
	steps  map[*Node]int
	degree map[*Node]int
	size   map[*Node]int
}

func newMeasure() *measure {
	return &measure{steps: make(map[*Node]int), degree: make(map[*Node]int), size: make(map[*Node]int)}
}

const tooMany = 1 << 40

// stepsOf returns the most node evaluations n can need, every list full.
func (m *measure) stepsOf(n *Node) int {
	if done, ok := m.steps[n]; ok {
		return done
	}
	total := 1 + len(n.Ref.steps())
	if n.Op == OpMul || n.Op == OpQuo || n.Op == OpRem {
		total = 4 // numbers of many digits take their time
	}
	if n.Pattern != nil {
		total += patternSteps(n.Pattern)
	}
	for i, a := range n.Args {
		cost := m.stepsOf(a)
		if i == 1 && n.Aggregate() {
			cost *= capacity(n.Args[0])
		}
		total = min(total+cost, tooMany)
	}
	m.steps[n] = total
	return total
}

func (r *Ref) steps() []Step {
	if r == nil {
		return nil
	}
	return r.Steps
}

// capacity is the most elements a collection can have.
func capacity(list *Node) int {
	if list.Type.Kind == MultiKind {
		return list.Type.Options.Len()
	}
	return elementSchema(list).limit
}

// sizeOf returns how many nodes n has when shared ones count once per parent:
// `a < (b < c ? ...) < d` doubles what stands in the middle.
func (m *measure) sizeOf(n *Node) int {
	if done, ok := m.size[n]; ok {
		return done
	}
	total := 1
	for _, a := range n.Args {
		total = min(total+m.sizeOf(a), tooMany)
	}
	m.size[n] = total
	return total
}

// degreeOf returns how many numbers n multiplies with one another.
func (m *measure) degreeOf(n *Node) int {
	if done, ok := m.degree[n]; ok {
		return done
	}
	degree := 1
	for i, a := range n.Args {
		d := m.degreeOf(a)
		if n.Op == OpMul && i == 1 {
			degree = min(degree+d, tooMany)
		} else {
			degree = max(degree, d)
		}
	}
	m.degree[n] = degree
	return degree
}
