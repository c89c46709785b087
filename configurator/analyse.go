package configurator

import (
	"context"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// Verdict is what an analysis found out about a claim.
type Verdict string

// The verdicts.
const (
	Proved    Verdict = "proved"
	Undecided Verdict = "undecided" // the budget ended
)

// Analysis is what can be said of a model before anyone configures with it,
// whatever the context.
type Analysis struct {
	// Possible is false when no configuration is valid; Contradiction is then a
	// set of rules of which none can be left out.
	Possible      bool     `json:"possible"`
	Contradiction []string `json:"contradiction,omitempty"`
	// Dead options can never be chosen, Forced ones always are.
	Dead   []OptionFinding `json:"dead"`
	Forced []OptionFinding `json:"forced"`
	// Idle rules never fire: their condition holds in no configuration.
	Idle []RuleFinding `json:"idle"`
	// Redundant rules follow from the others.
	Redundant []RuleFinding `json:"redundant"`
}

// OptionFinding is a finding about path=value, without names of instances.
type OptionFinding struct {
	Path    string  `json:"path"`
	Value   Value   `json:"value"`
	Verdict Verdict `json:"verdict"`
	// Because names rules that explain it.
	Because []string `json:"because,omitempty"`
}

// RuleFinding is a finding about a rule.
type RuleFinding struct {
	Rule    string  `json:"rule"`
	Path    string  `json:"path,omitempty"`
	Verdict Verdict `json:"verdict"`
}

// Analyse looks for mistakes that no single configuration shows. budget bounds
// the solver steps of each claim; 0 is the default. The error is that of Compile,
// or about ctx.
func (c *Compiled) Analyse(ctx context.Context, budget int64) (Analysis, error) {
	if budget <= 0 {
		budget = defaultBudget
	}
	c, err := encode(c.bound, c.day, true)
	if err != nil {
		return Analysis{}, err
	}
	a := &analysis{c: c, ctx: ctx, budget: budget, engine: c.space.NewEngine(), explainer: c.space.NewExplainer()}
	a.out = Analysis{Dead: []OptionFinding{}, Forced: []OptionFinding{}, Idle: []RuleFinding{}, Redundant: []RuleFinding{}}
	a.run()
	if err := ctx.Err(); err != nil {
		return a.out, aborted(err)
	}
	return a.out, nil
}

type analysis struct {
	c                 *Compiled
	ctx               context.Context
	budget            int64
	engine, explainer *space.Engine
	out               Analysis
}

func (a *analysis) run() {
	a.engine.Begin(a.ctx, a.budget)
	a.out.Possible = a.engine.Feasible(nil) != space.No
	if !a.out.Possible {
		a.out.Contradiction = a.rulesAgainst()
		return
	}
	for _, x := range a.c.attributes {
		if x.inst.index == 0 && (x.inst.parent == nil || x.inst.parent.holder.index == 0) && x.computed == nil {
			a.options(x)
		}
	}
	a.rules()
}

// rulesAgainst names an irreducible set of rules that contradict literals.
func (a *analysis) rulesAgainst(lits ...space.Lit) []string {
	a.explainer.Begin(a.ctx, a.budget)
	elements := make([][]space.Lit, len(a.c.tags))
	for t := range a.c.tags {
		elements[t] = []space.Lit{a.explainer.Selector(space.Tag(t))}
	}
	set, _ := a.explainer.Irreducible(lits, elements)
	var out []string
	for _, i := range set {
		t := &a.c.tags[i]
		switch {
		case t.rule != nil:
			out = append(out, t.rule.Name)
		case t.need != nil:
			out = append(out, needsPrefix+t.need.Code+"="+t.answer.Code)
		default:
			path, _ := t.place()
			out = append(out, t.structure+" "+path)
		}
	}
	return out
}

// options looks for dead and forced values of one attribute.
func (a *analysis) options(x *attribute) {
	v := &a.c.vars[x.v]
	path := componentPath(x.inst)
	if path != "" {
		path += "/"
	}
	path += x.Code
	var values []Value
	var lits []space.Lit
	switch x.Type {
	case ChoiceType, MultiType:
		for i, o := range x.Options {
			if o.Window.Contains(a.c.day) {
				values, lits = append(values, Text(o.Code)), append(lits, v.options[i])
			}
		}
	case BoolType:
		values, lits = []Value{Bool(false), Bool(true)}, []space.Lit{x.no, v.truth}
	}
	for i, l := range lits {
		finding := OptionFinding{Path: path, Value: values[i], Verdict: Proved}
		switch a.ask(l) {
		case space.No:
			finding.Because = a.rulesAgainst(l)
			a.out.Dead = append(a.out.Dead, finding)
			continue
		case space.Open:
			finding.Verdict = Undecided
			a.out.Dead = append(a.out.Dead, finding)
			continue
		}
		if x.active != space.True && a.ask(x.active.Not()) != space.No {
			continue
		}
		if len(lits) > 1 && a.ask(x.active, l.Not()) == space.No {
			finding.Because = a.rulesAgainst(x.active, l.Not())
			a.out.Forced = append(a.out.Forced, finding)
		}
	}
}

func (a *analysis) ask(lits ...space.Lit) space.Truth {
	a.engine.Begin(a.ctx, a.budget)
	return a.engine.Feasible(lits)
}

// rules looks for rules that never fire and for rules the others imply.
func (a *analysis) rules() {
	for t := range a.c.tags {
		tag := &a.c.tags[t]
		if tag.rule == nil {
			continue
		}
		finding := RuleFinding{Rule: tag.rule.Name, Path: tag.component, Verdict: Proved}
		when, violated := a.c.fires[t], a.c.violations[t]
		if len(when) > 0 && a.none(when, a.ask) {
			a.out.Idle = append(a.out.Idle, finding)
			continue
		}
		others := make([]space.Lit, 0, len(a.c.tags))
		for u := range a.c.tags {
			if u != t {
				others = append(others, a.explainer.Selector(space.Tag(u)))
			}
		}
		implied := a.none(violated, func(l ...space.Lit) space.Truth {
			a.explainer.Begin(a.ctx, a.budget)
			return a.explainer.Feasible(append(others[:len(others):len(others)], l...))
		})
		if implied {
			a.out.Redundant = append(a.out.Redundant, finding)
		}
	}
}

// none reports whether all of the literals are proved impossible.
func (a *analysis) none(lits []space.Lit, ask func(...space.Lit) space.Truth) bool {
	for _, l := range lits {
		if l != space.False && ask(l) != space.No {
			return false
		}
	}
	return len(lits) > 0
}
