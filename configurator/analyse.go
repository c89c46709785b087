package configurator

import (
	"context"
	"slices"

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
	// Configurations counts them; it is not there when none is possible.
	Configurations *Configurations `json:"configurations,omitempty"`
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
	detailed, err := encode(c.bound, c.day, true)
	if err != nil {
		return Analysis{}, err
	}
	a := &analysis{c: detailed, ctx: ctx, budget: budget, engine: detailed.space.NewEngine(), explainer: detailed.space.NewExplainer()}
	a.out = Analysis{Dead: []OptionFinding{}, Forced: []OptionFinding{}, Idle: []RuleFinding{}, Redundant: []RuleFinding{}}
	a.run()
	if a.out.Possible {
		n := c.count(ctx, budget)
		a.out.Configurations = &n
	}
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
	everywhere := map[*boundAttribute][]*attribute{}
	for _, x := range a.c.attributes {
		everywhere[x.boundAttribute] = append(everywhere[x.boundAttribute], x)
	}
	for _, x := range a.c.attributes {
		if first := everywhere[x.boundAttribute]; x.computed == nil && x == first[0] {
			a.options(first)
		}
	}
	a.rules()
}

// rulesAgainst names an irreducible set of rules that together contradict each
// of the claims; with no claim, that contradict each other.
func (a *analysis) rulesAgainst(claims ...[]space.Lit) []string {
	if len(claims) == 0 {
		claims = [][]space.Lit{nil}
	}
	elements := make([][]space.Lit, len(a.c.tags))
	for t := range a.c.tags {
		elements[t] = []space.Lit{a.explainer.Selector(space.Tag(t))}
	}
	var set []int
	for _, claim := range claims {
		a.explainer.Begin(a.ctx, a.budget)
		against, _ := a.explainer.Irreducible(claim, elements)
		for _, t := range against {
			if !slices.Contains(set, t) {
				set = append(set, t)
			}
		}
	}
	if len(claims) > 1 { // each needs its set, all of them perhaps less than the union
		for _, t := range slices.Clone(set) {
			rest := slices.DeleteFunc(slices.Clone(set), func(u int) bool { return u == t })
			if a.contradict(rest, elements, claims) {
				set = rest
			}
		}
	}
	out := make([]string, len(set))
	for i, t := range set {
		out[i] = a.c.tags[t].name()
	}
	return out
}

// contradict reports whether the rules with the numbers given contradict each
// of the claims.
func (a *analysis) contradict(set []int, elements, claims [][]space.Lit) bool {
	var selected []space.Lit
	for _, t := range set {
		selected = append(selected, elements[t]...)
	}
	for _, claim := range claims {
		a.explainer.Begin(a.ctx, a.budget)
		if a.explainer.Feasible(append(selected[:len(selected):len(selected)], claim...)) != space.No {
			return false
		}
	}
	return true
}

// name is how analysis names the origin of a constraint.
func (t *tag) name() string {
	switch {
	case t.rule != nil:
		return t.rule.Name
	case t.need != nil:
		return needsPrefix + t.need.Code + "=" + t.answer.Code
	}
	path, _ := t.place()
	return t.structure + " " + path
}

// options looks for dead and forced values of an attribute, given in all its
// instances: what one section of an air stream cannot be, another can.
func (a *analysis) options(instances []*attribute) {
	path := componentPath(instances[0].inst)
	if path != "" {
		path += "/"
	}
	path += instances[0].Code
	values := instances[0].closed(a.c)
	alone := len(slices.DeleteFunc(slices.Clone(values), Value.IsNone)) == 1
	for i, v := range values {
		if v.IsNone() {
			continue
		}
		finding := OptionFinding{Path: path, Value: v, Verdict: Proved}
		claims, verdict := a.dead(instances, i)
		switch {
		case verdict == space.Yes:
			finding.Because = a.rulesAgainst(claims...)
			a.out.Dead = append(a.out.Dead, finding)
		case verdict == space.Open:
			finding.Verdict = Undecided
			a.out.Dead = append(a.out.Dead, finding)
		case !alone:
			if claims, forced := a.forced(instances, i); forced {
				finding.Because = a.rulesAgainst(claims...)
				a.out.Forced = append(a.out.Forced, finding)
			}
		}
	}
}

// closed lists the values of an attribute that has few, in the order of
// literals; none stands for an option that is not in force.
func (a *attribute) closed(c *Compiled) []Value {
	switch a.Type {
	case BoolType:
		return []Value{Bool(false), Bool(true)}
	case ChoiceType, MultiType:
		out := make([]Value, len(a.Options))
		for i, o := range a.Options {
			if o.Window.Contains(c.day) {
				out[i] = Text(o.Code)
			}
		}
		return out
	}
	return nil
}

// literal is where closed value i is chosen.
func (a *analysis) literal(x *attribute, i int) space.Lit {
	v := &a.c.vars[x.v]
	switch {
	case x.Type != BoolType:
		return v.options[i]
	case i == 1:
		return v.truth
	}
	return x.no
}

// dead reports whether no instance can have the value, and what contradicts the
// rules if so.
func (a *analysis) dead(instances []*attribute, i int) (claims [][]space.Lit, verdict space.Truth) {
	for _, x := range instances {
		l := a.literal(x, i)
		switch a.ask(l) {
		case space.Yes:
			return nil, space.No
		case space.Open:
			return nil, space.Open
		}
		claims = append(claims, []space.Lit{l})
	}
	return claims, space.Yes
}

// forced reports whether every instance that is there must have the value, and
// what contradicts the rules if so.
func (a *analysis) forced(instances []*attribute, i int) (claims [][]space.Lit, forced bool) {
	for _, x := range instances {
		if x.active != space.True && x.inst.parent == nil && a.ask(x.active.Not()) != space.No {
			return nil, false
		}
		without := []space.Lit{x.active, a.literal(x, i).Not()}
		if a.ask(without...) != space.No {
			return nil, false
		}
		claims = append(claims, without)
	}
	return claims, true
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
