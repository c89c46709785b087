package space

// Parts divides a problem into parts that have nothing to do with each other:
// no clause and no condition is about two of them, so that a solution of the
// whole is any solution of each.
type Parts struct {
	parent []int32
	vars   int
}

// Parts finds the parts.
func (s *Space) Parts() *Parts {
	p := &Parts{parent: make([]int32, s.vars+len(s.ranges)), vars: s.vars}
	for i := range p.parent {
		p.parent[i] = int32(i)
	}
	for _, c := range s.clauses {
		p.join(c.lits...)
	}
	for _, e := range s.enums {
		p.join(e...)
	}
	for r := range s.ranges {
		x := &s.ranges[r]
		p.joinRange(RangeID(r), x.has)
		for _, b := range x.order {
			p.joinRange(RangeID(r), b.lit)
		}
	}
	for _, a := range s.atoms {
		lits := append([]Lit{a.lit}, a.inputs.Lits...)
		for _, e := range a.inputs.Enums {
			lits = append(lits, s.enums[e]...)
		}
		p.join(lits...)
		for _, r := range a.inputs.Ranges {
			p.joinRange(r, a.lit)
		}
	}
	return p
}

// Of names the part of a literal, and OfRange that of a range; the names are
// arbitrary.
func (p *Parts) Of(l Lit) int32 { return p.find(int32(l.Var())) }

// OfRange names the part of a range.
func (p *Parts) OfRange(r RangeID) int32 { return p.find(int32(p.vars + int(r))) }

func (p *Parts) find(i int32) int32 {
	for p.parent[i] != i {
		p.parent[i] = p.parent[p.parent[i]]
		i = p.parent[i]
	}
	return i
}

// join makes the parts of literals one; constants are in none.
func (p *Parts) join(lits ...Lit) {
	first := int32(-1)
	for _, l := range lits {
		if l == True || l == False {
			continue
		}
		if first < 0 {
			first = p.Of(l)
		} else {
			p.parent[p.Of(l)] = first
		}
	}
}

func (p *Parts) joinRange(r RangeID, l Lit) {
	if l != True && l != False {
		p.parent[p.Of(l)] = p.OfRange(r)
	}
}
