package quotes

import (
	"fmt"
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

// ask returns the steps that the tenant's approval rules ask for. A rule that
// reads a value which is not known fires.
func (c *ruleCache) ask(k *Case, r *Revision, now time.Time) ([]ApprovalStep, error) {
	if len(k.Settings.Approvals) == 0 {
		return nil, nil
	}
	frame := k.frame(c.schema, r)
	var steps []ApprovalStep
	for _, rule := range k.Settings.Approvals {
		program, issues := c.compile(rule.Code, rule.When)
		if err := fault.FromIssues("invalid-approval-rule", "approval rule "+rule.Code+" does not compile", issues); err != nil {
			return nil, err
		}
		values, known, cost := readValues(program, frame)
		if known && !program.Bool(frame) {
			continue
		}
		for _, ask := range rule.Steps {
			step := ApprovalStep{ID: identity.NewID(), Rule: rule.Code, Stage: ask.Stage, Role: ask.Role, Person: ask.Person,
				Message: rule.Message, Values: values, ReadsCost: cost, State: StepOpen, AskedAt: now}
			if ask.EscalateHours > 0 {
				step.DueAt = now.Add(time.Duration(ask.EscalateHours) * time.Hour)
			}
			steps = append(steps, step)
		}
	}
	return steps, nil
}

// readValues returns what a program reads from the frame, whether all of it is
// known, and whether any of it tells a cost.
func readValues(p *rules.Program, f *rules.Frame) (values map[string]string, known, cost bool) {
	values, known = map[string]string{}, true
	for _, d := range p.Reads() {
		slot := d.Schema.Slots()[d.Slot]
		cost = cost || slot.Path == "margin"
		if d.Schema == f.Schema() {
			v := f.At(d.Slot)
			if slot.Type.Kind == rules.ListKind {
				continue
			}
			values[slot.Path] = v.String()
			known = known && !(slot.Optional && v.IsNone())
			continue
		}
		known = known && !unknownInAny(f, d)
	}
	return values, known, cost
}

// unknownInAny reports whether an optional field of a list's instances is none
// in any of them.
func unknownInAny(f *rules.Frame, d rules.Dependency) bool {
	field := d.Schema.Slots()[d.Slot]
	if !field.Optional {
		return false
	}
	for n, slot := range f.Schema().Slots() {
		if slot.Type.Kind != rules.ListKind || f.Schema().Element(n) != d.Schema {
			continue
		}
		for _, instance := range f.At(n).Frames() {
			if instance.At(d.Slot).IsNone() {
				return true
			}
		}
	}
	return false
}
