package space

import (
	"encoding/binary"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/sat"
)

// Lit is a truth value of the problem or its negation.
type Lit = sat.Lit

// True and False are the constants: variable 0 is true.
const (
	True  Lit = 0
	False Lit = 1
)

// Tag names the origin of a clause: a rule, a switch. Engines for explanations
// can take the clauses of a tag away. Background clauses always hold.
type Tag int32

// Background is the tag of structure and definitions.
const Background Tag = -1

// EnumID names a variable with a few values of which exactly one holds.
type EnumID int32

// RangeID names a variable over a stretch of whole numbers.
type RangeID int32

type clause struct {
	tag  Tag
	lits []Lit
}

// Builder collects a problem. It is not safe for concurrent use.
type Builder struct {
	space *Space
	cons  map[string]Lit
	key   []byte
}

// NewBuilder returns an empty problem.
func NewBuilder() *Builder {
	b := &Builder{space: &Space{}, cons: map[string]Lit{}}
	b.Clause(Background, b.Bool())
	return b
}

// Space is an immutable problem.
type Space struct {
	vars    int
	tags    int
	clauses []clause
	enums   [][]Lit
	ranges  []intRange
	atoms   []atom
	// reads lists, by range, the atoms that read it.
	reads [][]int32
	// linked lists, by atom, the atoms that read its ranges, or ranges of those.
	linked [][]int32
	// occurrences lists, by literal, the clauses that hold it.
	occurrences [][]int32
}

type atom struct {
	lit    Lit
	pred   Pred
	inputs Inputs
}

// Build ends the collection. The Builder must not be used afterwards.
func (b *Builder) Build() *Space {
	s := b.space
	for i := range s.ranges {
		b.chain(&s.ranges[i])
		b.cells(&s.ranges[i])
	}
	s.reads = make([][]int32, len(s.ranges))
	for i, a := range s.atoms {
		for _, r := range a.inputs.Ranges {
			s.reads[r] = append(s.reads[r], int32(i))
		}
	}
	s.link()
	s.index()
	b.space = nil
	return s
}

// link finds the groups of atoms connected by ranges.
func (s *Space) link() {
	s.linked = make([][]int32, len(s.atoms))
	for i := range s.atoms {
		if s.linked[i] != nil {
			continue
		}
		group := []int32{int32(i)}
		seen := map[int32]bool{int32(i): true}
		for k := 0; k < len(group); k++ {
			for _, r := range s.atoms[group[k]].inputs.Ranges {
				for _, j := range s.reads[r] {
					if !seen[j] {
						seen[j] = true
						group = append(group, j)
					}
				}
			}
		}
		slices.Sort(group)
		for _, j := range group {
			s.linked[j] = group
		}
	}
}

// linkedTo lists the atoms that can notice when ranges of the atoms move.
func (s *Space) linkedTo(atoms []int32) []int32 {
	var out []int32
	for _, i := range atoms {
		if !slices.Contains(out, i) {
			out = append(out, s.linked[i]...)
		}
	}
	slices.Sort(out)
	return out
}

// Tags returns the number of tags.
func (s *Space) Tags() int { return s.tags }

// Stats returns the size of the problem: truth values, clauses, and conditions
// decided by evaluation.
func (s *Space) Stats() (vars, clauses, atoms int) { return s.vars, len(s.clauses), len(s.atoms) }

// Tag adds an origin of clauses.
func (b *Builder) Tag() Tag {
	b.space.tags++
	return Tag(b.space.tags - 1)
}

// Bool adds a free truth value.
func (b *Builder) Bool() Lit {
	b.space.vars++
	return sat.Pos(b.space.vars - 1)
}

// Clause states that one of the literals is true.
func (b *Builder) Clause(tag Tag, lits ...Lit) {
	if slices.Contains(lits, True) && (len(lits) > 1 || b.space.vars > 1) {
		return
	}
	kept := make([]Lit, 0, len(lits))
	for _, l := range lits {
		if l != False {
			kept = append(kept, l)
		}
	}
	b.space.clauses = append(b.space.clauses, clause{tag, kept})
}

// Enum adds a variable with n values and returns their literals.
func (b *Builder) Enum(n int) (EnumID, []Lit) {
	lits := make([]Lit, n)
	for i := range lits {
		lits[i] = b.Bool()
	}
	b.ExactlyOne(lits)
	return b.EnumOf(lits), lits
}

// EnumOf registers literals of which always exactly one is true as a variable.
func (b *Builder) EnumOf(lits []Lit) EnumID {
	b.space.enums = append(b.space.enums, lits)
	return EnumID(len(b.space.enums) - 1)
}

// cached returns the literal made before for the same operation, or makes it.
func (b *Builder) cached(op byte, lits []Lit, make func() Lit) Lit {
	b.key = append(b.key[:0], op)
	for _, l := range lits {
		b.key = binary.LittleEndian.AppendUint32(b.key, uint32(l))
	}
	if l, ok := b.cons[string(b.key)]; ok {
		return l
	}
	key := string(b.key)
	l := make()
	b.cons[key] = l
	return l
}

// And returns a literal that is true when all of the literals are.
func (b *Builder) And(lits ...Lit) Lit {
	c := normal(lits, True, False)
	switch {
	case c == nil:
		return False
	case len(c) == 0:
		return True
	case len(c) == 1:
		return c[0]
	}
	return b.cached('&', c, func() Lit {
		out := b.Bool()
		long := make([]Lit, 0, len(c)+1)
		for _, l := range c {
			b.Clause(Background, out.Not(), l)
			long = append(long, l.Not())
		}
		b.Clause(Background, append(long, out)...)
		return out
	})
}

// normal sorts the literals of a conjunction, without neutral ones; nil when it
// is certainly absorbed (it holds the absorbing literal or l and not l).
func normal(lits []Lit, neutral, absorbing Lit) []Lit {
	c := slices.Clone(lits)
	slices.Sort(c)
	out := make([]Lit, 0, len(c))
	for i, l := range c {
		switch {
		case l == absorbing, i > 0 && l == c[i-1]^1 && l.Negative():
			return nil
		case l == neutral, i > 0 && l == c[i-1]:
			continue
		}
		out = append(out, l)
	}
	return out
}

// Or returns a literal that is true when one of the literals is.
func (b *Builder) Or(lits ...Lit) Lit {
	not := make([]Lit, len(lits))
	for i, l := range lits {
		not[i] = l.Not()
	}
	return b.And(not...).Not()
}

// Implies returns a literal for "x implies y".
func (b *Builder) Implies(x, y Lit) Lit { return b.Or(x.Not(), y) }

// If returns a literal that equals y where x is true and z elsewhere.
func (b *Builder) If(x, y, z Lit) Lit {
	switch {
	case x == True:
		return y
	case x == False:
		return z
	case y == z:
		return y
	case y == True || y == x:
		return b.Or(x, z)
	case y == False || y == x.Not():
		return b.And(x.Not(), z)
	case z == True || z == x.Not():
		return b.Or(x.Not(), y)
	case z == False || z == x:
		return b.And(x, y)
	}
	if x.Negative() {
		x, y, z = x.Not(), z, y
	}
	return b.cached('?', []Lit{x, y, z}, func() Lit {
		out := b.Bool()
		b.Clause(Background, x.Not(), y.Not(), out)
		b.Clause(Background, x.Not(), y, out.Not())
		b.Clause(Background, x, z.Not(), out)
		b.Clause(Background, x, z, out.Not())
		b.Clause(Background, y.Not(), z.Not(), out)
		b.Clause(Background, y, z, out.Not())
		return out
	})
}

// Iff returns a literal for "x exactly when y".
func (b *Builder) Iff(x, y Lit) Lit { return b.If(x, y, y.Not()) }

// Assert states that l holds, because of tag.
func (b *Builder) Assert(tag Tag, l Lit) { b.Clause(tag, l) }

// pairwiseLimit is the group size up to which every pair gets a clause.
const pairwiseLimit = 12

// ExactlyOne states that one of the literals is true and no other.
func (b *Builder) ExactlyOne(lits []Lit) {
	b.Clause(Background, lits...)
	b.AtMostOne(lits)
}

// AtMostOne states that no two of the literals are true.
func (b *Builder) AtMostOne(lits []Lit) {
	if len(lits) <= pairwiseLimit {
		for i, x := range lits {
			for _, y := range lits[:i] {
				b.Clause(Background, x.Not(), y.Not())
			}
		}
		return
	}
	// Groups of a few, each with a literal that one of the group is true.
	size := pairwiseLimit / 2
	var heads []Lit
	for from := 0; from < len(lits); from += size {
		group := lits[from:min(from+size, len(lits))]
		b.AtMostOne(group)
		heads = append(heads, b.Or(group...))
	}
	b.AtMostOne(heads)
}
