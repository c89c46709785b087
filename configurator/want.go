package configurator

import (
	"fmt"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// wanted is a question about one value after the kept picks of a request.
type wanted struct {
	*answer
	path  string
	value Value
	// statements say that the value is there: first the value itself, then that
	// its attribute and its instance exist.
	statements []statement
	// bad is set when no configuration at all contains the value.
	bad *impossible
	// keptIndex are the indexes, in the request, of the kept picks.
	keptIndex []int
}

// want resolves the value among the kept picks of the answer.
func (a *answer) want(path string, value Value) (*wanted, error) {
	w := &wanted{answer: a, path: path, value: value}
	return w, w.resolve()
}

func (w *wanted) resolve() error {
	req := w.req
	req.Picks = nil
	for i, p := range w.req.Picks {
		if w.kept[i] {
			req.Picks = append(req.Picks, p)
			w.keptIndex = append(w.keptIndex, i)
		}
	}
	req.Picks = append(req.Picks, Pick{Path: w.path, Value: w.value})
	last := len(req.Picks) - 1
	mentions, _ := w.mentions()
	q, err := w.c.resolveIn(req, places{mentions: mentions})
	if err != nil {
		issues := fault.IssuesOf(err)
		for i := range issues {
			switch issues[i].Pointer {
			case fmt.Sprintf("/picks/%d/path", last):
				issues[i].Pointer = "/path"
			case fmt.Sprintf("/picks/%d/value", last):
				issues[i].Pointer = "/value"
			}
		}
		return fault.FromIssues("invalid-value", "the model has no such value", issues)
	}
	w.question = q
	w.kept = make([]bool, len(req.Picks))
	for i := range last {
		w.kept[i] = true
	}
	w.base = w.collect(w.literals(w.engine, q.context))
	if bad, ok := q.impossible[last]; ok {
		w.bad = &bad
		return nil
	}
	w.statements = append([]statement{}, q.picks[last]...)
	for i := range w.statements {
		w.statements[i].unless = space.False
	}
	if t := q.targets[last]; t.attribute != nil {
		w.statements = append(w.statements, statement{pick: last, unless: space.False, lit: t.attribute.active})
	} else if t.list != nil && t.instance == nil {
		w.statements = append(w.statements, statement{pick: last, unless: space.False, lit: t.list.active})
	}
	return nil
}

// with returns the base and the literals.
func (a *answer) with(lits ...space.Lit) []space.Lit {
	return append(append(make([]space.Lit, 0, len(a.base)+len(lits)), a.base...), lits...)
}

// elements lists what an explanation can name: context, kept picks, rules.
func (w *wanted) elements(e *space.Engine) ([][]space.Lit, []func() Reason) {
	var lits [][]space.Lit
	var reasons []func() Reason
	for i, s := range w.context {
		lits = append(lits, []space.Lit{s.literal(e)})
		reasons = append(reasons, func() Reason { return w.contextReason(i) })
	}
	for k, i := range w.keptIndex {
		if len(w.picks[k]) == 0 {
			continue
		}
		lits = append(lits, w.literals(e, w.picks[k]))
		reasons = append(reasons, func() Reason { return w.pickReason(k, i) })
	}
	for t := range w.c.tags {
		lits = append(lits, []space.Lit{e.Selector(space.Tag(t))})
		reasons = append(reasons, func() Reason { return w.tagReason(&w.c.tags[t]) })
	}
	return lits, reasons
}

func (w *wanted) contextReason(i int) Reason {
	for k, a := range w.c.context {
		if w.contextOf[i] == k {
			return Reason{Kind: ContextReason, Path: a.Code, Value: w.inputs[k], Label: a.Label}
		}
	}
	return Reason{Kind: ContextReason}
}

func (w *wanted) pickReason(k, index int) Reason {
	p := w.req.Picks[k]
	op := p.Op
	if op == "" {
		op = Set
	}
	r := Reason{Kind: PickReason, Path: p.Path, Value: p.Value, Op: op, Pick: &index}
	switch t := w.targets[k]; {
	case t.attribute != nil:
		r.Label = t.attribute.Label
	case t.list != nil:
		r.Label = t.list.Label
	case t.need != nil:
		r.Label = t.need.Label
	}
	return r
}

func (w *wanted) tagReason(t *tag) Reason {
	r := Reason{Kind: t.kind, Path: t.component}
	switch {
	case t.rule != nil:
		r.Rule, r.Label, r.Message = t.rule.Name, t.rule.Label, t.rule.Message
	case t.need != nil:
		r.Rule, r.Label = needsPrefix+t.need.Code+"="+t.answer.Code, t.answer.Label
	default:
		r.Rule = t.structure
		r.Path, r.Label = t.place()
		if t.option != nil {
			r.Value, r.Label = Text(t.option.Code), t.option.Label
		}
	}
	return r
}

// place is the path, without instances, and label of what a structural origin
// is about.
func (t *tag) place() (string, lang.Text) {
	path := t.component
	if path != "" {
		path += "/"
	}
	if t.list != nil {
		return path + t.list.Code, t.list.Label
	}
	return path + t.attribute.Code, t.attribute.Label
}
