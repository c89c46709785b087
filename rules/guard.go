package rules

import (
	"slices"
	"strings"
)

// key names a read so that reads of the same thing in one place are equal.
func (w *walker) key(r *Ref) string {
	if r.Element {
		return strings.Repeat("#", len(w.elements)) + r.Path
	}
	return r.Path
}

// learn records the reads that cannot be none where n has the truth value.
func (w *walker) learn(n *Node, truth bool) {
	if n == nil {
		return
	}
	switch n.Op {
	case OpNot:
		w.learn(n.Args[0], !truth)
	case OpAnd, OpOr:
		if truth == (n.Op == OpAnd) {
			w.learn(n.Args[0], truth)
			w.learn(n.Args[1], truth)
		}
	case OpImplies:
		if !truth {
			w.learn(n.Args[0], true)
			w.learn(n.Args[1], false)
		}
	case OpNe:
		if !truth {
			w.learnReads(n.Args...)
		}
	case OpEq, OpLt, OpLe, OpGt, OpGe, OpIn, OpHas, OpAllowed, OpHolds:
		if truth {
			w.learnReads(n.Args...)
		}
	default: // says nothing about single reads
	}
}

// learnReads records that the values read by the nodes are there.
func (w *walker) learnReads(nodes ...*Node) {
	for _, n := range nodes {
		for _, read := range strictReads(n) {
			w.known = append(w.known, w.key(read.Ref))
			if read.Ref.Property >= 0 {
				w.known = append(w.known, strings.TrimSuffix(w.key(read.Ref), read.Ref.Path)+read.Ref.base())
			}
		}
	}
}

// learnFilter records what the elements of a filtered list satisfy.
func (w *walker) learnFilter(list *Node) {
	if list.Op == OpFilter {
		w.learnFilter(list.Args[0])
		w.learn(list.Args[1], true)
	}
}

// guard warns of reads that may be none where that would silently count as
// false.
func (w *walker) guard(nodes ...*Node) {
	for _, n := range nodes {
		for _, read := range strictReads(n) {
			if read.Nullable && !w.settled(read.Ref) {
				w.warnings = append(w.warnings, w.source.issue(msgGuard, read.Span, read.Ref.Path, read.Ref.Path))
			}
		}
	}
}

// settled reports whether a read is known not to be none: it was tested, or
// only its neighbour can be missing and that was tested.
func (w *walker) settled(r *Ref) bool {
	key := w.key(r)
	if slices.Contains(w.known, key) {
		return true
	}
	if len(r.Steps) == 0 || r.Property >= 0 || r.Slot >= 0 && r.Schema.slots[r.Slot].Optional {
		return false
	}
	rest := r.Path
	for range r.Steps { // cut what follows the neighbour
		_, rest, _ = strings.Cut(strings.TrimPrefix(rest, "."), ".")
	}
	return slices.Contains(w.known, strings.TrimSuffix(key, "."+rest))
}

// strictReads lists the reads of which none makes n none.
func strictReads(n *Node) []*Node {
	if n == nil {
		return nil
	}
	switch n.Op {
	case OpRead:
		return []*Node{n}
	case OpAdd, OpSub, OpMul, OpQuo, OpRem, OpNeg, OpAbs, OpRound, OpFloor, OpCeil, OpLookup, OpLength:
		var out []*Node
		for _, a := range n.Args {
			out = append(out, strictReads(a)...)
		}
		return out
	default:
		return nil
	}
}
