package configurator

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// Explain answers why a value is excluded, forced or in conflict: a jointly
// irreducible set of picks, context inputs and rules. Where several sets
// explain it, earlier picks and rules are preferred. For a value that is free
// the reasons are empty.
//
// Errors are those of State; an unknown path or value is reported with the
// pointers /path and /value.
func (c *Compiled) Explain(ctx context.Context, req Request, path string, value Value) (Explanation, error) {
	return within(ctx, c, req, func(a *answer) (Explanation, error) {
		w, err := a.want(path, value)
		if err != nil {
			return Explanation{}, err
		}
		out := w.explain()
		if err := ctx.Err(); err != nil {
			return Explanation{}, aborted(err)
		}
		return out, nil
	})
}

func (w *wanted) explain() Explanation {
	out := Explanation{Path: w.path, Value: w.value, Reasons: []Reason{}, Irreducible: true}
	if w.bad != nil {
		out.Status, out.Nearest = Excluded, w.bad.nearest
		out.Reasons = []Reason{{Kind: StructureReason, Rule: w.bad.structure, Path: w.path}}
		return out
	}
	lits := w.literals(w.engine, w.statements)
	switch w.engine.Feasible(w.with(lits...)) {
	case space.Open:
		out.Status, out.Irreducible = Unknown, false
	case space.No:
		out.Status = Excluded
		if w.droppedPick() {
			out.Status = InConflict
		}
		w.refute(&out, w.statements)
	default:
		w.explainPossible(&out)
	}
	return out
}

// droppedPick reports whether the user picked the value and it lost.
func (w *wanted) droppedPick() bool {
	for _, i := range w.conflicts {
		if p := w.original.Picks[i]; p.Path == w.path && p.Value.Equal(w.value) && p.Op != Exclude {
			return true
		}
	}
	return false
}

func (w *wanted) explainPossible(out *Explanation) {
	out.Status = Available
	for k, i := range w.keptIndex {
		if p := w.req.Picks[k]; p.Path == w.path && p.Value.Equal(w.value) && p.Op != Exclude {
			out.Status, out.Reasons = SelectedUser, []Reason{w.pickReason(k, i)}
			return
		}
	}
	not := w.statements[0]
	not.negate = !not.negate
	others := append([]statement{not}, w.statements[1:]...)
	if w.engine.Feasible(w.with(w.literals(w.engine, others)...)) == space.No {
		out.Status = SelectedRule
		w.refute(out, others)
		return
	}
	if w.shows() {
		out.Status = SelectedDefault
	}
}

// shows reports whether the value is in the present configuration.
func (w *wanted) shows() bool {
	t := w.targets[len(w.targets)-1]
	switch {
	case t.attribute != nil && t.attribute.Type == MultiType && !w.value.IsNone():
		return slices.Contains(w.present.codes(t.attribute), w.value.Code())
	case t.attribute != nil:
		v, decided := w.present.values[t.attribute]
		want, issue := t.attribute.coerce(w.value)
		return decided && issue == nil && v.Equal(want) && len(w.present.sets[t.attribute]) == 0
	case t.instance != nil:
		return w.present.there[t.instance]
	case t.list != nil:
		return Int(int64(w.present.count(t.list))).Equal(w.value)
	}
	return false
}

// refute fills in why the statements cannot hold after the picks.
func (w *wanted) refute(out *Explanation, statements []statement) {
	x, release := w.explainer()
	defer release()
	background := w.literals(x, statements)
	elements, reasons := w.elements(x)
	set, certain := x.Irreducible(background, elements)
	out.Irreducible = certain == space.Yes
	for _, i := range set {
		out.Reasons = append(out.Reasons, reasons[i]())
	}
	if len(set) == 0 && certain == space.Yes {
		out.Reasons = append(out.Reasons, Reason{Kind: StructureReason, Rule: "one-of", Path: w.path})
	}
}
