package configurator

import (
	"context"
	"strings"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// defaultBudget bounds the solver steps of one answer where a request does not.
const defaultBudget = 20_000_000

// answer is the work on one request.
type answer struct {
	*question
	ctx    context.Context
	engine *space.Engine
	budget int64
	// fresh: the engine had learned nothing before. ended: a budget has ended.
	fresh, ended bool
	// original is the request as it came; question holds the kept picks only
	// after a contradiction.
	original Request
	// base are the literals of the context and the kept picks, in order.
	base []space.Lit
	kept []bool
	// conflicts are the indexes of the picks that contradict newer ones.
	conflicts []int
	model     *space.Model
	present   *present
	wishes    []wish
	// accepted are the base and the wishes that came true.
	accepted []space.Lit
	dropped  []DroppedDefault
}

// within asks something about a request. What an engine learned for others makes
// it faster, so it could know where a fresh one would run out of budget; what it
// does not know must not depend on them. So where a budget ends, and where the
// request sets one of its own, the answer is that of a fresh engine.
func within[T any](ctx context.Context, c *Compiled, req Request, ask func(*answer) (T, error)) (T, error) {
	a, err := c.begin(ctx, req)
	if err != nil {
		var none T
		return none, err
	}
	out, err := ask(a)
	a.end()
	if !a.ended || a.fresh || ctx.Err() != nil {
		return out, err
	}
	if a, err = c.beginOn(ctx, req, true); err != nil {
		return out, err
	}
	defer a.end()
	return ask(a)
}

// begin resolves the request, decides which picks are kept and completes them
// by defaults, on an engine as within says. The caller must call end.
func (c *Compiled) begin(ctx context.Context, req Request) (*answer, error) {
	a, err := c.beginOn(ctx, req, req.Budget > 0)
	if a != nil && a.ended && !a.fresh && ctx.Err() == nil {
		if err == nil {
			a.end()
		}
		a, err = c.beginOn(ctx, req, true)
	}
	if err != nil {
		return nil, err
	}
	return a, nil
}

// beginOn is begin on a fresh engine or one that has learned. With an error it
// may return the answer that came to nothing, which has ended.
func (c *Compiled) beginOn(ctx context.Context, req Request, fresh bool) (*answer, error) {
	if err := ctx.Err(); err != nil {
		return nil, aborted(err)
	}
	q, err := c.resolve(req)
	if err != nil {
		return nil, err
	}
	a := &answer{question: q, ctx: ctx, original: req, budget: req.Budget, fresh: fresh}
	a.engine = c.engine(fresh)
	if a.budget <= 0 {
		a.budget = c.budget
	}
	a.engine.Begin(ctx, a.budget)
	if err := a.settle(); err != nil {
		a.end()
		return a, err
	}
	return a, nil
}

func (a *answer) end() {
	a.ended = a.ended || a.engine.Ended()
	a.c.release(a.engine)
}

// explainer returns an engine for explanations, to be given back by the second
// result.
func (a *answer) explainer() (*space.Engine, func()) {
	x := a.c.explainer(a.fresh)
	x.Begin(a.ctx, a.budget)
	return x, func() {
		a.ended = a.ended || x.Ended()
		a.c.releaseExplainer(x)
	}
}

func aborted(err error) error {
	return fault.Wrap(err, fault.Unavailable, "aborted", "the answer was not ready in time")
}

// settle keeps the picks that agree with each other and completes them.
func (a *answer) settle() error {
	defer func() { a.ended = a.engine.Ended() }()
	if err := a.keepPicks(); err != nil {
		return err
	}
	if err := a.complete(); err != nil {
		return err
	}
	if err := a.ctx.Err(); err != nil {
		return aborted(err)
	}
	return nil
}

func (q *question) literals(e *space.Engine, statements []statement) []space.Lit {
	out := make([]space.Lit, len(statements))
	for i, s := range statements {
		out[i] = s.literal(e)
	}
	return out
}

// keepPicks sets base to the context and all picks that can hold together: all
// of them, or else from the newest to the oldest each that agrees with those
// kept so far.
func (a *answer) keepPicks() error {
	a.kept = make([]bool, len(a.req.Picks))
	for i := range a.kept {
		_, bad := a.impossible[i]
		a.kept[i] = !bad
	}
	a.overrule()
	context := a.literals(a.engine, a.question.context)
	a.base = a.collect(context)
	switch a.engine.Feasible(a.base) {
	case space.Yes:
		a.listConflicts()
		if len(a.conflicts) > 0 {
			return a.again()
		}
		return nil
	case space.Open:
		return a.budgetEnded()
	}
	switch a.engine.Feasible(context) {
	case space.No:
		return a.contradictory()
	case space.Open:
		return a.budgetEnded()
	}
	return a.keepNewest()
}

// overrule drops picks that a newer pick on the same attribute contradicts.
// The solver would see most of it, but not while the attribute is absent: there
// every pick holds, and two that contradict would keep it absent for ever.
func (a *answer) overrule() {
	for i := len(a.kept) - 1; i >= 0; i-- {
		a.kept[i] = a.kept[i] && !a.overruled(i)
	}
}

// overruled reports whether a newer kept pick contradicts pick i by itself.
func (a *answer) overruled(i int) bool {
	for j := i + 1; j < len(a.kept); j++ {
		if a.kept[j] && a.contradict(i, j) {
			return true
		}
	}
	return false
}

func (a *answer) contradict(i, j int) bool {
	x := a.targets[i].attribute
	if x == nil || x != a.targets[j].attribute {
		return false
	}
	p, q := a.req.Picks[i], a.req.Picks[j]
	v, _ := x.coerce(p.Value)
	w, _ := x.coerce(q.Value)
	switch {
	case p.Op == Exclude && q.Op == Exclude:
		return false
	case p.Op == Exclude || q.Op == Exclude:
		return v.Equal(w)
	case x.Type == MultiType:
		return v.IsNone() != w.IsNone()
	}
	return !v.Equal(w)
}

// budgetEnded is the error of a question whose very possibility is not known.
func (a *answer) budgetEnded() error {
	if err := a.ctx.Err(); err != nil {
		return aborted(err)
	}
	return fault.New(fault.Unavailable, "budget-ended", "the budget ended before any configuration was found")
}

// contradictory is the error of a context no configuration agrees with.
func (a *answer) contradictory() error {
	return fault.New(fault.Conflict, "contradictory-model", "no configuration is possible in this context, whatever is picked")
}

// collect returns context and the literals of the kept picks in request order.
func (a *answer) collect(context []space.Lit) []space.Lit {
	out := append([]space.Lit{}, context...)
	for i, s := range a.picks {
		if a.kept[i] {
			out = append(out, a.literals(a.engine, s)...)
		}
	}
	return out
}

// keepNewest resolves a contradiction. Instances take their places newest
// first meanwhile, so that the oldest are the ones for which there is no room.
func (a *answer) keepNewest() error {
	twin, err := a.c.resolveIn(a.req, places{reversed: true})
	if err != nil {
		return err
	}
	base := twin.literals(a.engine, twin.context)
	for i := len(a.kept) - 1; i >= 0; i-- {
		_, bad := a.impossible[i]
		if a.kept[i] = !bad && !a.overruled(i); !a.kept[i] {
			continue
		}
		next := append(append([]space.Lit{}, base...), twin.literals(a.engine, twin.picks[i])...)
		switch a.engine.Feasible(next) {
		case space.Yes:
			base = next
		case space.Open:
			return a.budgetEnded()
		default:
			a.kept[i] = false
		}
	}
	a.listConflicts()
	return a.again()
}

// again resolves the kept picks alone, so that instances whose picks are all in
// conflict take no place, but in an ordered list, where others stand by it.
func (a *answer) again() error {
	req := a.req
	req.Picks = nil
	var index []int
	for i, p := range a.req.Picks {
		if a.kept[i] {
			req.Picks = append(req.Picks, p)
			index = append(index, i)
		}
	}
	mentions, held := a.mentions()
	q, err := a.c.resolveIn(req, places{mentions: mentions})
	if err != nil {
		return err
	}
	for _, path := range held {
		q.hold(path)
	}
	kept := q.picks
	q.picks = make([][]statement, len(a.req.Picks))
	targets := q.targets
	q.targets = a.targets
	for k, i := range index {
		q.picks[i], q.targets[i] = kept[k], targets[k]
		for s := range q.picks[i] {
			q.picks[i][s].pick = i
		}
	}
	q.impossible, q.req = a.impossible, a.req
	a.question = q
	a.base = a.collect(a.literals(a.engine, q.context))
	if a.engine.Feasible(a.base) != space.Yes {
		return a.budgetEnded()
	}
	return nil
}

// mentions lists the paths of the request in order, as far as they are of
// instances that a kept pick mentions or that hold a place in an ordered list:
// dropping a pick moves no instance. The latter are listed in held too.
func (a *answer) mentions() (out, held []string) {
	kept := map[string]bool{}
	for i, p := range a.original.Picks {
		if a.kept[i] && !a.isRemoved(p.Path) {
			for _, prefix := range prefixes(p.Path) {
				kept[prefix] = true
			}
		}
	}
	for _, p := range a.original.Picks {
		if a.isRemoved(p.Path) {
			continue
		}
		for _, prefix := range prefixes(p.Path) {
			if !kept[prefix] {
				if !a.c.model.ordered(prefix) {
					break
				}
				held = append(held, prefix)
			}
			out = append(out, prefix)
		}
	}
	return out, held
}

// prefixes are the paths of the instances on a path, outermost first.
func prefixes(path string) []string {
	var out []string
	words := strings.Split(path, "/")
	for i := 2; i <= len(words); i += 2 {
		out = append(out, strings.Join(words[:i], "/"))
	}
	return out
}

func (a *answer) listConflicts() {
	for i, kept := range a.kept {
		if !kept {
			a.conflicts = append(a.conflicts, i)
		}
	}
}
