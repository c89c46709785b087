package quotes

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/rules"
)

// ruleCache holds compiled conditions by their text. It is safe for concurrent
// use.
type ruleCache struct {
	schema   *rules.Schema
	mu       sync.Mutex
	programs map[string]*rules.Program
}

// maxPrograms bounds the cache; reaching it starts afresh.
const maxPrograms = 2000

func newRuleCache() *ruleCache {
	schema, err := rules.NewSchema(approvalNames())
	if err != nil {
		panic(fmt.Sprintf("quotes: the variables of approval rules: %v", err))
	}
	return &ruleCache{schema: schema, programs: map[string]*rules.Program{}}
}

// compile returns the program of a condition, or everything wrong with it.
func (c *ruleCache) compile(name, text string) (*rules.Program, []fault.Issue) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p := c.programs[text]; p != nil {
		return p, nil
	}
	p, issues := rules.Compile(c.schema, rules.Source{Text: text, Position: fault.Position{File: name, Line: 1, Column: 1}}, rules.Bool)
	if len(issues) > 0 {
		return nil, issues
	}
	if len(c.programs) >= maxPrograms {
		clear(c.programs)
	}
	c.programs[text] = p
	return p, nil
}

// program is compile for rules that were checked when they were saved.
func (c *ruleCache) program(name, text string) (*rules.Program, error) {
	p, issues := c.compile(name, text)
	return p, fault.FromIssues("invalid-rule", "rule "+name+" does not compile", issues)
}

// readsLists reports whether a program reads lines or sections.
func (c *ruleCache) readsLists(p *rules.Program) bool {
	return slices.ContainsFunc(p.Reads(), func(d rules.Dependency) bool {
		return d.Schema != c.schema || c.schema.Slots()[d.Slot].Type.Kind == rules.ListKind
	})
}

// ask returns the steps that the tenant's approval rules ask for. A rule that
// reads a value which is not known fires.
func (c *ruleCache) ask(k *Case, r *Revision, now time.Time) ([]ApprovalStep, error) {
	programs := make([]*rules.Program, len(k.Settings.Approvals))
	lists := false
	for n, rule := range k.Settings.Approvals {
		var err error
		if programs[n], err = c.program(rule.Code, rule.When); err != nil {
			return nil, err
		}
		lists = lists || c.readsLists(programs[n])
	}
	if len(programs) == 0 {
		return nil, nil
	}
	frame, on := k.frame(c.schema, r, lists), flagged(r)
	var steps []ApprovalStep
	for n, rule := range k.Settings.Approvals {
		seen, err := look(programs[n], frame, on)
		if err != nil {
			return nil, err
		}
		if seen.known && !programs[n].Bool(frame) {
			continue
		}
		for _, ask := range rule.Steps {
			step := ApprovalStep{ID: identity.NewID(), Rule: rule.Code, RuleVersion: rule.hash(), Stage: ask.Stage, Role: ask.Role,
				Person: ask.Person, Message: rule.Message, Values: seen.values, ReadsCost: seen.cost, State: StepOpen, AskedAt: now}
			if ask.EscalateHours > 0 {
				step.DueAt = now.Add(time.Duration(ask.EscalateHours) * time.Hour)
			}
			steps = append(steps, step)
		}
	}
	return steps, nil
}

// looked is what a program reads from a frame.
type looked struct {
	// values are the exact values by name; a flag's also names what sets it,
	// and a list's are those of its instances in order.
	values map[string]string
	// known is false when an optional value is none.
	known bool
	// cost is set when one of them tells a cost.
	cost bool
}

func look(p *rules.Program, f *rules.Frame, on map[string][]any) (looked, error) {
	out := looked{values: map[string]string{}, known: true}
	for _, d := range p.Reads() {
		slot := d.Schema.Slots()[d.Slot]
		out.cost = out.cost || slot.Path == "margin"
		if d.Schema != f.Schema() {
			out.instances(f, d)
			continue
		}
		if slot.Type.Kind == rules.ListKind {
			continue
		}
		v := f.At(d.Slot)
		out.values[slot.Path] = v.String()
		out.known = out.known && !(slot.Optional && v.IsNone())
		if what := on[slot.Path]; len(what) > 0 {
			print, err := fingerprint(what)
			if err != nil {
				return out, err
			}
			out.values[slot.Path] = "true " + print
		}
	}
	return out, nil
}

// instances notes what is read of the instances of a list.
func (o *looked) instances(f *rules.Frame, d rules.Dependency) {
	field := d.Schema.Slots()[d.Slot]
	for n, slot := range f.Schema().Slots() {
		if slot.Type.Kind != rules.ListKind || f.Schema().Element(n) != d.Schema {
			continue
		}
		var all []string
		for _, instance := range f.At(n).Frames() {
			v := instance.At(d.Slot)
			o.known = o.known && !(field.Optional && v.IsNone())
			all = append(all, v.String())
		}
		o.values[slot.Path+"."+field.Path] = strings.Join(all, " ")
	}
}
