package constraint

import (
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules"
)

// MaxParts is how many formula and expression parts one rule at one instance
// may need.
const MaxParts = 200000

// Builder lowers the programs of one model over one space. It gives equal atoms
// one identity. It is not safe for concurrent use; what it returns is.
type Builder struct {
	space       *Space
	atoms       []*Atom
	interned    map[string]*Atom
	negated     map[*Formula]*Formula
	keys        map[*Formula]string
	definitions map[Var]definition
	// parts left for the rule being lowered, while limited.
	budget  int
	limited bool
}

// definition replaces a computed variable by its expression.
type definition struct {
	node   *rules.Node
	at     *Instance
	active *Formula
}

// NewBuilder returns a builder of formulas over the space.
func NewBuilder(space *Space) *Builder {
	return &Builder{
		space: space, interned: make(map[string]*Atom), negated: make(map[*Formula]*Formula),
		keys: make(map[*Formula]string), definitions: make(map[Var]definition),
	}
}

// Space returns what the formulas are about.
func (b *Builder) Space() *Space { return b.space }

// Atoms returns every atom so far; atom i has ID i.
func (b *Builder) Atoms() []*Atom { return b.atoms }

// tooLarge is the panic that ends the lowering of a rule that needs more than
// MaxParts; bounded turns it into an error.
type tooLarge struct{}

func (b *Builder) spend(parts int) {
	if b.budget -= parts; b.limited && b.budget < 0 {
		panic(tooLarge{})
	}
}

// bounded runs one lowering under the budget.
func (b *Builder) bounded(p *rules.Program, lower func()) (err error) {
	b.budget, b.limited = MaxParts, true
	defer func() {
		b.limited = false
		switch r := recover().(type) {
		case nil:
		case tooLarge:
			issue := fault.Issue{
				Kind: "too-large", Position: p.Source().At(0),
				Message: fmt.Sprintf("the rule needs more than %d parts over all instances of its lists", MaxParts),
			}
			err = fault.FromIssues("too-large", "a rule is too large", []fault.Issue{issue})
		default:
			panic(r)
		}
	}()
	lower()
	return nil
}

// Lower grounds a truth-valued program at an instance of its schema. The error
// is a *fault.Error when the rule needs more than MaxParts.
func (b *Builder) Lower(p *rules.Program, at *Instance) (f *Formula, err error) {
	err = b.bounded(p, func() { f = b.lower(p.Node(), place{frame: at}) })
	return f, err
}

// Define says that a computed variable is the value of a program at the
// instance that holds the variable, and none where active is false. Formulas
// lowered afterwards read the expression in place of the variable, so that no
// solver has to search for its value.
func (b *Builder) Define(v Var, active *Formula, p *rules.Program) {
	b.definitions[v] = definition{node: p.Node(), at: b.space.vars[v].Instance, active: active}
}

// Quantity grounds the value of a program at an instance, to be evaluated or
// bounded.
func (b *Builder) Quantity(p *rules.Program, at *Instance) (q *Quantity, err error) {
	err = b.bounded(p, func() {
		e := b.ground(p.Node(), place{frame: at})
		q = &Quantity{Vars: e.reads(), expr: e}
	})
	return q, err
}

// reads lists the variables of an expression in order.
func (e *expr) reads() []Var {
	seen := make(map[Var]bool)
	e.vars(seen)
	out := make([]Var, 0, len(seen))
	for v := range seen {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}

// atom interns an atom under a key that equal atoms share.
func (b *Builder) atom(key string, make func() *Atom) *Formula {
	b.spend(1)
	a := b.interned[key]
	if a == nil {
		a = make()
		a.ID = len(b.atoms)
		b.atoms = append(b.atoms, a)
		b.interned[key] = a
	}
	return &Formula{Op: Literal, Atom: a}
}

// key writes numbers compactly after a letter.
func key(letter byte, numbers ...int) string {
	out := []byte{letter}
	for _, n := range numbers {
		out = binary.AppendVarint(out, int64(n))
	}
	return string(out)
}

// Bool is the formula that a bool variable is true.
func (b *Builder) Bool(v Var) *Formula {
	return b.atom(key('b', int(v)), func() *Atom { return &Atom{Kind: BoolAtom, Var: v} })
}

// Option is the formula that a choice variable has the option.
func (b *Builder) Option(v Var, option int) *Formula {
	return b.atom(key('o', int(v), option), func() *Atom { return &Atom{Kind: OptionAtom, Var: v, Option: option} })
}

// Holds is the formula that a multi variable holds the option.
func (b *Builder) Holds(v Var, option int) *Formula {
	return b.atom(key('h', int(v), option), func() *Atom { return &Atom{Kind: HoldsAtom, Var: v, Option: option} })
}

// Present is the formula that a variable is not none: true for one that cannot
// be, and for a multi.
func (b *Builder) Present(v Var) *Formula {
	d := b.space.vars[v]
	if !d.Nullable || d.Kind == rules.MultiKind {
		return truth(true)
	}
	return b.atom(key('p', int(v)), func() *Atom { return &Atom{Kind: PresentAtom, Var: v, valueKind: d.Kind} })
}

// There is the formula that an instance is present.
func (b *Builder) There(i *Instance) *Formula {
	if i.Presence == NoVar {
		return truth(true)
	}
	return b.Bool(i.Presence)
}
