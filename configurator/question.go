package configurator

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/configurator/space"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// statement is one thing a request says, as the space sees it. It becomes a
// literal of an engine on demand, because engines make literals for numbers as
// they need them.
type statement struct {
	// pick is the index of the pick, or -1 for context.
	pick int
	// unless is true where the statement says nothing: the attribute is absent.
	unless space.Lit
	lit    space.Lit
	// number, if not nil, replaces lit: it has the value at index.
	number *variable
	index  int64
	negate bool
}

func (s statement) literal(e *space.Engine) space.Lit {
	l := s.lit
	if s.number != nil {
		l = e.Equals(s.number.number, s.index)
	}
	if s.negate {
		l = l.Not()
	}
	return e.Unless(s.unless, l)
}

// target is what a path names.
type target struct {
	attribute *attribute
	list      *list
	// instance is set for the path of an instance.
	instance *instance
	need     *need
	// path is the canonical path, with the names of instances.
	path string
}

// question is a request resolved against a compiled model.
type question struct {
	c   *Compiled
	req Request
	// names of the instances the picks mention, in order of appearance, and of
	// those before them in an ordered list.
	names map[*list][]string
	// held are names that no pick mentions.
	held map[*list]map[string]bool
	// reversed lists give their first places to the newest instances.
	reversed bool
	removed  map[string]bool
	targets  []target
	context  []statement
	picks    [][]statement
	// impossible are picks no configuration could contain, with the reason.
	impossible map[int]impossible
	// texts are the picked values of text attributes.
	texts map[*attribute]Value
	// inputs are the values of the context attributes; contextOf the index of the
	// attribute of each context statement.
	inputs    []Value
	contextOf []int
}

// impossible says why a pick cannot hold in any configuration.
type impossible struct {
	structure string
	nearest   []Value
}

// resolve reads the request; the error is an Invalid *fault.Error with every
// unknown path and value, by JSON pointer.
func (c *Compiled) resolve(req Request) (*question, error) { return c.resolveIn(req, places{}) }

// places says how named instances get their places.
type places struct {
	// reversed gives the first places to the newest instances.
	reversed bool
	// mentions are the paths to go by instead of those of the picks.
	mentions []string
}

func (c *Compiled) resolveIn(req Request, by places) (*question, error) {
	q := &question{
		c: c, req: req, reversed: by.reversed, names: map[*list][]string{}, held: map[*list]map[string]bool{}, removed: map[string]bool{},
		impossible: map[int]impossible{}, texts: map[*attribute]Value{},
	}
	issues := q.readContext()
	for i, p := range req.Picks {
		if p.Op == Exclude && strings.Count(p.Path, "/")%2 == 1 && !strings.HasPrefix(p.Path, needsPrefix) {
			q.removed[p.Path] = true
		}
		if p.Op != Set && p.Op != Exclude && p.Op != "" {
			issues = append(issues, fault.Issue{
				Kind: "unknown-operation", Pointer: fmt.Sprintf("/picks/%d/op", i), Message: fmt.Sprintf("%q is neither set nor exclude", p.Op),
			})
		}
	}
	paths := slices.Clone(by.mentions)
	for _, p := range req.Picks {
		paths = append(paths, p.Path)
	}
	q.mentionAll(paths)
	for i, p := range req.Picks {
		t, issue := q.find(p.Path)
		if issue == nil {
			issue = q.readPick(i, p, &t)
		} else {
			q.picks = append(q.picks, nil)
		}
		q.targets = append(q.targets, t)
		if issue != nil {
			if issue.Pointer == "" {
				issue.Pointer = fmt.Sprintf("/picks/%d/path", i)
			}
			issues = append(issues, *issue)
		}
	}
	return q, fault.FromIssues("invalid-picks", "the request names things that the model does not have", issues)
}

func (q *question) readContext() []fault.Issue {
	var issues []fault.Issue
	for i, a := range q.c.context {
		v, given := q.req.Context[a.Code]
		if !given && len(a.Default) > 0 {
			v, given = a.Default[0], true
		}
		coerced, issue := a.coerce(v)
		if issue != nil {
			issue.Pointer = "/context/" + a.Code
			issues = append(issues, *issue)
			continue
		}
		q.inputs = append(q.inputs, coerced)
		if !given && a.Required {
			continue
		}
		s, bad := q.c.state(a, coerced, false)
		if bad != nil {
			issues = append(issues, fault.Issue{
				Kind: "out-of-range", Pointer: "/context/" + a.Code, Message: fmt.Sprintf("%s is not a possible value of %q", coerced, a.Code),
			})
			continue
		}
		s.pick = -1
		q.context, q.contextOf = append(q.context, s), append(q.contextOf, i)
	}
	return issues
}

const needsPrefix = needsWord + "/"

func (in *instance) component(code string) *list {
	for _, l := range in.lists {
		if l.Code == code {
			return l
		}
	}
	return nil
}

func (in *instance) field(code string) *attribute {
	for _, a := range in.attributes {
		if a.Code == code {
			return a
		}
	}
	return nil
}

// find resolves a path. An instance beyond the most there can be yields a
// target with neither attribute nor list.
func (q *question) find(path string) (target, *fault.Issue) {
	t := target{path: path}
	if code, ok := strings.CutPrefix(path, needsPrefix); ok {
		for i := range q.c.needs {
			if q.c.needs[i].Code == code {
				t.need = &q.c.needs[i]
				return t, nil
			}
		}
		return t, &fault.Issue{Kind: "unknown-need", Message: fmt.Sprintf("the model has no need %q", code)}
	}
	in := q.c.root
	words := strings.Split(path, "/")
	for i := 0; ; i += 2 {
		last := i == len(words)-1
		if a := in.field(words[i]); a != nil && last {
			if a.computed != nil {
				return t, &fault.Issue{Kind: "computed", Message: fmt.Sprintf("%q is computed and cannot be picked", path)}
			}
			t.attribute = a
			return t, nil
		}
		l := in.component(words[i])
		if l == nil {
			return t, q.unknownName(in, words[i], path)
		}
		if last {
			t.list = l
			return t, nil
		}
		at := q.instanceNumber(l, words[i+1])
		if at < 0 || at >= len(l.instances) {
			return t, nil
		}
		in = l.instances[q.place(l, at)]
		if i+1 == len(words)-1 {
			t.list, t.instance = l, in
			return t, nil
		}
	}
}

func (q *question) unknownName(in *instance, word, path string) *fault.Issue {
	var names []string
	for _, a := range in.attributes {
		names = append(names, a.Code)
	}
	for _, l := range in.lists {
		names = append(names, l.Code)
	}
	message := fmt.Sprintf("there is no attribute or component %q", word)
	if path != word {
		message += fmt.Sprintf(" in %q", path)
	}
	return &fault.Issue{Kind: "unknown-path", Message: message, Suggestion: fault.Closest(word, names)}
}

// readPick turns pick i into statements.
func (q *question) readPick(i int, p Pick, t *target) *fault.Issue {
	var out []statement
	var issue *fault.Issue
	switch {
	case q.isRemoved(p.Path) && p.Op != Exclude:
	case t.need != nil:
		out, issue = q.readNeed(p, t.need)
	case t.instance != nil:
		if there, _ := asBool(p.Value); !there && p.Op != Exclude && !p.Value.IsNone() {
			issue = &fault.Issue{Kind: "wrong-type", Message: fmt.Sprintf("%q is an instance: its value is true; exclude it to remove it", p.Path)}
		}
		if p.Op != Exclude {
			out = []statement{{unless: space.False, lit: t.instance.present}}
		}
	case t.list != nil:
		out, issue = q.readCount(i, p, t.list)
	case t.attribute != nil:
		out, issue = q.readValue(i, p, t.attribute)
	case !q.isRemoved(p.Path):
		q.impossible[i] = impossible{structure: "cardinality"}
	}
	if issue != nil {
		issue.Pointer = fmt.Sprintf("/picks/%d/value", i)
	}
	// A pick inside an instance says that the instance is there.
	if t.attribute != nil || t.list != nil {
		in := q.holder(t)
		for ; in != nil && in.parent != nil; in = in.parent.holder {
			out = append(out, statement{unless: space.False, lit: in.present})
		}
	}
	for k := range out {
		out[k].pick = i
	}
	q.picks = append(q.picks, out)
	return issue
}

func (q *question) isRemoved(path string) bool {
	words := strings.Split(path, "/")
	for i := 2; i <= len(words); i += 2 {
		if q.removed[strings.Join(words[:i], "/")] {
			return true
		}
	}
	return false
}

func (q *question) holder(t *target) *instance {
	if t.attribute != nil {
		return t.attribute.inst
	}
	return t.list.holder
}

func (q *question) readNeed(p Pick, n *need) ([]statement, *fault.Issue) {
	l := n.none
	if !p.Value.IsNone() {
		codes := make([]string, len(n.Answers))
		l = space.False
		for i, a := range n.Answers {
			codes[i] = a.Code
			if a.Code == p.Value.String() {
				l = n.answers[i]
			}
		}
		if l == space.False {
			return nil, &fault.Issue{
				Kind: "unknown-option", Message: fmt.Sprintf("need %q has no answer %q", n.Code, p.Value),
				Suggestion: fault.Closest(p.Value.String(), codes),
			}
		}
	}
	return []statement{{unless: space.False, lit: l, negate: p.Op == Exclude}}, nil
}

func (q *question) readCount(i int, p Pick, l *list) ([]statement, *fault.Issue) {
	number, isNumber := asNumber(p.Value)
	n, whole := number.Int64()
	if !isNumber || !whole {
		return nil, &fault.Issue{Kind: "wrong-type", Message: fmt.Sprintf("%q takes a number of instances", p.Path)}
	}
	if n < 0 || int(n) >= len(l.counts) {
		q.impossible[i] = impossible{structure: "cardinality", nearest: []Value{Int(min(max(n, int64(l.Min)), int64(l.Max)))}}
		return nil, nil
	}
	return []statement{{unless: l.active.Not(), lit: l.counts[n], negate: p.Op == Exclude}}, nil
}

func (q *question) readValue(i int, p Pick, a *attribute) ([]statement, *fault.Issue) {
	v, issue := a.coerce(p.Value)
	if issue != nil {
		return nil, issue
	}
	s, bad := q.c.state(a, v, p.Op == Exclude)
	if bad != nil {
		if p.Op != Exclude {
			q.impossible[i] = *bad
		}
		return nil, nil
	}
	if a.Type == TextType && p.Op != Exclude {
		q.texts[a] = v
	}
	return []statement{s}, nil
}

// state is the statement that an attribute has (or has not) a value.
func (c *Compiled) state(a *attribute, v Value, exclude bool) (statement, *impossible) {
	x := &c.vars[a.v]
	s := statement{unless: a.active.Not(), negate: exclude}
	switch {
	case v.IsNone() && a.Type == ChoiceType:
		s.lit = x.none
	case v.IsNone() && a.Type == MultiType:
		s.lit = a.empty
	case v.IsNone():
		s.lit = x.has.Not()
	case a.Type == ChoiceType || a.Type == MultiType:
		s.lit = x.options[x.set.Find(v.Code()).Index()]
	case a.Type == BoolType:
		s.lit = a.no
		if v.Truth() {
			s.lit = x.truth
		}
	case a.Type == TextType:
		s.lit = x.has
	default:
		index, exact := x.below(decimalOf(a, v))
		if !exact {
			return s, a.nearest(x, index)
		}
		s.number, s.index = x, index
	}
	if s.number == nil && s.lit == space.False && !exclude {
		return s, &impossible{structure: "required"}
	}
	return s, nil
}

// nearest says why a number is not on the grid, and what is beside it.
func (a *attribute) nearest(x *variable, below int64) *impossible {
	out := &impossible{structure: "step"}
	if below < 0 {
		return &impossible{structure: "bounds", nearest: []Value{a.number(x, 0)}}
	}
	out.nearest = []Value{a.number(x, below)}
	if below+1 < x.count {
		out.nearest = append(out.nearest, a.number(x, below+1))
	} else {
		out.structure = "bounds"
	}
	return out
}

// number is the value at a place of the grid.
func (a *attribute) number(x *variable, index int64) Value { return fromRule(x.ruleValue(index)) }

// decimalOf is a number, or a date as days.
func decimalOf(a *attribute, v Value) money.Decimal {
	if a.Type == DateType {
		return money.FromInt(int64(dayOf(v).Days()))
	}
	return v.Decimal()
}

// ruleValueOf converts a value of an attribute for frames.
func (a *attribute) ruleValueOf(v Value) rules.Value {
	switch {
	case v.IsNone():
		return rules.None()
	case a.Type == ChoiceType:
		return a.options.Value(a.options.Find(v.Code()).Index())
	case a.Type == BoolType:
		return rules.BoolValue(v.Truth())
	case a.Type == DateType:
		return rules.DateValue(dayOf(v))
	case a.Type == TextType:
		return rules.TextValue(v.Code())
	}
	return rules.NumberValue(v.Decimal())
}
