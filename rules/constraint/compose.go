package constraint

import (
	"slices"
	"strings"
)

func truth(v bool) *Formula {
	if v {
		return &Formula{Op: True}
	}
	return &Formula{Op: False}
}

// And is the conjunction, simplified.
func (b *Builder) And(args ...*Formula) *Formula { return b.compose(And, True, False, args) }

// Or is the disjunction, simplified.
func (b *Builder) Or(args ...*Formula) *Formula { return b.compose(Or, False, True, args) }

// Implies is not premise or conclusion.
func (b *Builder) Implies(premise, conclusion *Formula) *Formula {
	return b.Or(b.Not(premise), conclusion)
}

// compose flattens, drops the neutral, and yields the absorbing if it is there.
func (b *Builder) compose(op, neutral, absorbing FormulaOp, args []*Formula) *Formula {
	var flat []*Formula
	for _, a := range args {
		switch a.Op {
		case absorbing:
			return a
		case neutral:
		case op:
			flat = append(flat, a.Args...)
		default:
			flat = append(flat, a)
		}
	}
	switch len(flat) {
	case 0:
		return &Formula{Op: neutral}
	case 1:
		return flat[0]
	}
	b.spend(len(flat))
	return &Formula{Op: op, Args: flat}
}

// Not is the negation, pushed down to the literals. Equal inputs give one
// output, so that a shared part stays shared.
func (b *Builder) Not(f *Formula) *Formula {
	if done := b.negated[f]; done != nil {
		return done
	}
	b.spend(1)
	out := &Formula{Span: f.Span, Atom: f.Atom, Negated: !f.Negated}
	switch f.Op {
	case True:
		out = &Formula{Op: False, Span: f.Span}
	case False:
		out = &Formula{Op: True, Span: f.Span}
	case Literal:
		out.Op = Literal
	default:
		out.Op, out.Negated = And+Or-f.Op, false
		for _, a := range f.Args {
			out.Args = append(out.Args, b.Not(a))
		}
	}
	b.negated[f], b.negated[out] = out, f
	return out
}

// key is a text that formulas of one meaning by construction share.
func (b *Builder) key(f *Formula) string {
	if f == nil {
		return ""
	}
	if done, ok := b.keys[f]; ok {
		return done
	}
	out := key("tf&|+"[f.Op])
	switch {
	case f.Op == Literal && f.Negated:
		out = key('-', f.Atom.ID)
	case f.Op == Literal:
		out = key('+', f.Atom.ID)
	default:
		parts := make([]string, len(f.Args))
		for i, a := range f.Args {
			parts[i] = b.key(a)
		}
		slices.Sort(parts)
		out += "(" + strings.Join(parts, "") + ")"
	}
	b.keys[f] = out
	return out
}

// Eval reports whether the formula holds.
func (f *Formula) Eval(a Assignment) bool {
	switch f.Op {
	case True:
		return true
	case False:
		return false
	case Literal:
		return f.Atom.Eval(a) != f.Negated
	default:
		for _, arg := range f.Args {
			if arg.Eval(a) != (f.Op == And) {
				return f.Op == Or
			}
		}
		return f.Op == And
	}
}

// Vars returns the variables the formula is about, in order.
func (f *Formula) Vars() []Var {
	seen := make(map[Var]bool)
	f.collect(seen)
	out := make([]Var, 0, len(seen))
	for v := range seen {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}

func (f *Formula) collect(into map[Var]bool) {
	if f.Op == Literal {
		f.Atom.collect(into)
	}
	for _, a := range f.Args {
		a.collect(into)
	}
}
