package configurator

import (
	"context"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/money"
)

// State answers what every attribute is and can be after the picks.
//
// It returns an Invalid *fault.Error with JSON pointers for picks the model
// does not know, Conflict when the context itself allows no configuration, and
// Unavailable when ctx or the budget ended before anything was known.
func (c *Compiled) State(ctx context.Context, req Request) (State, error) {
	s, err := within(ctx, c, req, func(a *answer) (State, error) { return a.state(), nil })
	if err == nil && req.Reasons {
		err = c.giveReasons(ctx, req, &s)
	}
	if err != nil {
		return State{}, err
	}
	if err := ctx.Err(); err != nil {
		return State{}, aborted(err)
	}
	return s, nil
}

func (a *answer) state() State {
	s := State{
		Model: a.c.model.Code, Version: a.c.model.Version, Valid: len(a.conflicts) == 0,
		DroppedDefaults: a.dropped, Conflicts: a.pickConflicts(),
	}
	b := &stateBuilder{answer: a, state: &s}
	b.domains()
	b.build()
	s.Findings = a.findings()
	s.Complete = len(s.Progress.Open) == 0
	return s
}

// stateBuilder puts a State together.
type stateBuilder struct {
	*answer
	state    *State
	possible *space.Query
	picked   map[*attribute][]int // indexes of kept picks
	counted  map[*list]int
	parked   map[*attribute]Value
}

func (b *stateBuilder) domains() {
	var items []space.Lit
	c := b.c
	c.root.each(func(in *instance) {
		if !b.present.there[in] {
			return
		}
		for _, x := range in.attributes {
			switch {
			case x.computed != nil:
			case x.Type.Numeric():
				items = append(items, b.engine.RangeItems(c.vars[x.v].number)...)
			default:
				items = append(items, c.items(x)...)
			}
		}
		for _, l := range in.lists {
			items = append(items, l.counts...)
		}
	})
	for _, n := range c.needs {
		items = append(items, n.answers...)
	}
	b.possible = b.engine.Query(b.base)
	b.possible.Decide(items)
	b.picked, b.counted, b.parked = map[*attribute][]int{}, map[*list]int{}, map[*attribute]Value{}
	for i, t := range b.targets {
		switch {
		case !b.kept[i]:
		case t.attribute != nil:
			b.picked[t.attribute] = append(b.picked[t.attribute], i)
			if !b.present.active[t.attribute] {
				b.parked[t.attribute] = b.req.Picks[i].Value
			}
		case t.list != nil && t.instance == nil:
			b.counted[t.list] = i
		}
	}
}

// items are the literals whose possibility the state of an attribute shows.
func (c *Compiled) items(a *attribute) []space.Lit {
	x := &c.vars[a.v]
	switch a.Type {
	case ChoiceType:
		if a.Required {
			return x.options
		}
		return append(append([]space.Lit{}, x.options...), a.absent)
	case MultiType:
		out := make([]space.Lit, 0, 2*len(x.options))
		for _, l := range x.options {
			out = append(out, l, l.Not())
		}
		return out
	case BoolType:
		return []space.Lit{x.truth, a.no}
	}
	return nil
}

func (b *stateBuilder) build() {
	for i, x := range b.c.context {
		b.state.Attributes = append(b.state.Attributes, AttributeState{
			Path: x.Code, Type: x.Type, Active: true, Visible: true, Required: x.Required,
			Value: b.inputs[i], Status: Available, Decided: !b.inputs[i].IsNone(), Context: true,
		})
	}
	for i := range b.c.needs {
		b.state.Attributes = append(b.state.Attributes, b.need(&b.c.needs[i]))
	}
	b.instance(b.c.root)
}

func (b *stateBuilder) instance(in *instance) {
	prefix := b.path(in)
	for _, x := range in.attributes {
		s := AttributeState{Path: prefix + x.Code, Type: x.Type, Required: x.Required}
		s.Active = b.present.active[x]
		s.Visible = s.Active && b.present.holds(x.visible, in)
		if v, parked := b.parked[x]; parked {
			s.Parked = &v
		}
		if s.Active {
			b.attribute(x, &s)
			b.progress(x, &s)
		}
		b.state.Attributes = append(b.state.Attributes, s)
	}
	for _, l := range in.lists {
		b.list(l, prefix)
	}
}

// progress counts an attribute the user has to decide.
func (b *stateBuilder) progress(x *attribute, s *AttributeState) {
	if x.computed != nil {
		return
	}
	p := &b.state.Progress
	p.Total++
	switch {
	case s.Decided:
		p.Done++
	default:
		p.Open = append(p.Open, s.Path)
	}
}

func (b *stateBuilder) attribute(x *attribute, s *AttributeState) {
	s.Value, s.Decided = b.present.values[x]
	if x.computed != nil {
		s.Computed = true
		s.Decided = s.Decided && !s.Value.IsNone()
		return
	}
	switch x.Type {
	case MultiType:
		b.multi(x, s)
	case ChoiceType, BoolType:
		b.choice(x, s)
	case TextType:
		if s.Decided && !s.Value.IsNone() {
			s.Status = SelectedUser
		}
	default:
		b.number(x, s)
	}
}

// choice lists the values of a choice or bool.
func (b *stateBuilder) choice(x *attribute, s *AttributeState) {
	v := &b.c.vars[x.v]
	var values []Value
	var lits []space.Lit
	switch {
	case x.Type == BoolType:
		values, lits = []Value{Bool(false), Bool(true)}, []space.Lit{x.no, v.truth}
	default:
		for i, o := range x.Options {
			values, lits = append(values, Text(o.Code)), append(lits, v.options[i])
		}
		if !x.Required {
			values, lits = append(values, None()), append(lits, x.absent)
		}
	}
	left := 0
	for _, l := range lits {
		if b.possible.Can(l) != space.No {
			left++
		}
	}
	for i, l := range lits {
		st := b.status(l, left == 1)
		if s.Decided && values[i].Equal(s.Value) && st != Excluded {
			switch {
			case b.pickedValue(x, values[i]):
				st = SelectedUser
			case st != SelectedRule:
				st = SelectedDefault
			}
			s.Status = st
		}
		s.Values = append(s.Values, ValueState{Value: values[i], Status: st})
	}
}

func (b *stateBuilder) status(l space.Lit, only bool) ValueStatus {
	switch b.possible.Can(l) {
	case space.No:
		return Excluded
	case space.Open:
		return Unknown
	}
	if only {
		return SelectedRule
	}
	return Available
}

// pickedValue reports whether a kept pick sets the attribute to the value.
func (b *stateBuilder) pickedValue(x *attribute, v Value) bool {
	for _, i := range b.picked[x] {
		p := b.req.Picks[i]
		if w, issue := x.coerce(p.Value); issue == nil && p.Op != Exclude && w.Equal(v) {
			return true
		}
	}
	return false
}

func (b *stateBuilder) multi(x *attribute, s *AttributeState) {
	v := &b.c.vars[x.v]
	chosen := map[int]bool{}
	for _, i := range b.present.sets[x] {
		chosen[i] = true
		s.Selected = append(s.Selected, x.Options[i].Code)
	}
	for i, o := range x.Options {
		code := Text(o.Code)
		st := b.status(v.options[i], b.possible.Can(v.options[i].Not()) == space.No)
		if chosen[i] && st != Excluded {
			switch {
			case b.pickedValue(x, code):
				st = SelectedUser
			case st != SelectedRule:
				st = SelectedDefault
			}
		}
		s.Values = append(s.Values, ValueState{Value: code, Status: st})
	}
}

func (b *stateBuilder) number(x *attribute, s *AttributeState) {
	v := &b.c.vars[x.v]
	d := b.possible.Range(v.number)
	s.Intervals, s.Unresolved = x.intervals(v, d.Possible), x.intervals(v, d.Unknown)
	if !x.Required {
		st := Available
		switch {
		case d.None == space.No:
			st = Excluded
		case d.None == space.Open:
			st = Unknown
		case len(d.Possible)+len(d.Unknown) == 0:
			st = SelectedRule
		}
		s.Values = append(s.Values, ValueState{Value: None(), Status: st})
	}
	if !s.Decided {
		return
	}
	only := d.None == space.No && len(d.Unknown) == 0 && len(d.Possible) == 1 && d.Possible[0].Lo == d.Possible[0].Hi
	switch {
	case b.pickedValue(x, s.Value):
		s.Status = SelectedUser
	case only || s.Value.IsNone() && len(d.Possible)+len(d.Unknown) == 0:
		s.Status = SelectedRule
	default:
		s.Status = SelectedDefault
	}
	if s.Value.IsNone() && !x.Required {
		s.Values[0].Status = s.Status
	}
}

func (a *attribute) intervals(v *variable, in []space.Interval) []Interval {
	var out []Interval
	for _, i := range in {
		out = append(out, Interval{a.number(v, i.Lo), a.number(v, i.Hi)})
	}
	return out
}

// list adds the count of a component and its present instances.
func (b *stateBuilder) list(l *list, prefix string) {
	s := AttributeState{Path: prefix + l.Code, Type: CountType, Required: true, Active: b.listActive(l)}
	s.Visible = s.Active && b.present.holds(l.visible, l.holder)
	if !s.Active {
		b.state.Attributes = append(b.state.Attributes, s)
		return
	}
	count, left := b.present.count(l), 0
	for n, lit := range l.counts {
		switch b.possible.Can(lit) {
		case space.Yes:
			left++
			s.Intervals = appendCount(s.Intervals, n)
		case space.Open:
			left++
			s.Unresolved = appendCount(s.Unresolved, n)
		}
	}
	s.Value, s.Decided = Int(int64(count)), true
	switch _, picked := b.counted[l]; {
	case picked:
		s.Status = SelectedUser
	case left == 1:
		s.Status = SelectedRule
	default:
		s.Status = SelectedDefault
	}
	b.state.Attributes = append(b.state.Attributes, s)
	for k, in := range l.instances {
		if b.present.there[in] {
			b.state.Attributes = append(b.state.Attributes, b.instanceState(l, in, k))
			b.instance(in)
		}
	}
}

func (b *stateBuilder) listActive(l *list) bool {
	frame := b.present.frames.Of(l.holder.at)
	for _, p := range l.boundComponent.active {
		if frame == nil || !p.Bool(frame) {
			return false
		}
	}
	return frame != nil
}

func appendCount(in []Interval, n int) []Interval {
	v := Int(int64(n))
	if last := len(in) - 1; last >= 0 && in[last].Max.Decimal().Add(money.FromInt(1)).Equal(v.Decimal()) {
		in[last].Max = v
		return in
	}
	return append(in, Interval{v, v})
}

// instanceState says why an instance is there: added, required or by default.
func (b *stateBuilder) instanceState(l *list, in *instance, k int) AttributeState {
	path := b.path(in)
	s := AttributeState{
		Path: path[:len(path)-1], Type: InstanceType, Active: true, Visible: true, Required: true, Value: Bool(true), Decided: true,
	}
	needed := true
	for n := 0; n <= k; n++ {
		needed = needed && b.possible.Can(l.counts[n]) == space.No
	}
	switch {
	case k < len(b.names[l]) && !b.held[l][b.names[l][k]]:
		s.Status = SelectedUser
	case needed:
		s.Status = SelectedRule
	default:
		s.Status = SelectedDefault
	}
	return s
}

// need is the state of a guided-selling question.
func (b *stateBuilder) need(n *need) AttributeState {
	s := AttributeState{Path: needsPrefix + n.Code, Type: ChoiceType, Active: true, Visible: true, Decided: true}
	for i, t := range b.targets {
		if t.need == n && b.kept[i] && b.req.Picks[i].Op != Exclude {
			s.Value, s.Status = b.req.Picks[i].Value, SelectedUser
		}
	}
	for i, answer := range n.Answers {
		st := b.status(n.answers[i], false)
		if !s.Value.IsNone() && s.Value.String() == answer.Code {
			st = SelectedUser
		}
		s.Values = append(s.Values, ValueState{Value: Text(answer.Code), Status: st})
	}
	return s
}

// pickConflicts lists the picks that were not kept.
func (a *answer) pickConflicts() []PickConflict {
	var out []PickConflict
	for _, i := range a.conflicts {
		p := a.req.Picks[i]
		c := PickConflict{Index: i, Path: p.Path, Value: p.Value}
		if bad, ok := a.impossible[i]; ok {
			c.Structure, c.Nearest = bad.structure, bad.nearest
		}
		out = append(out, c)
	}
	return out
}

// findings evaluates the rules that do not narrow on the present values.
func (a *answer) findings() []Finding {
	var out []Finding
	a.c.root.each(func(in *instance) {
		frame := a.present.frames.Of(in.at)
		if frame == nil {
			return
		}
		for _, r := range in.body.rules {
			if r.Severity == ErrorSeverity || !r.Window.Contains(a.c.day) {
				continue
			}
			if (r.when == nil || r.when.Bool(frame)) && !r.require.Bool(frame) {
				out = append(out, Finding{Rule: r.Name, Path: trimSlash(a.path(in)), Severity: r.Severity, Message: r.Message})
			}
		}
	})
	return out
}

func trimSlash(path string) string {
	if path == "" {
		return ""
	}
	return path[:len(path)-1]
}
