package configurator

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Upgrade is what becomes of a configuration on another version of its model.
// Nothing is saved: it is for the user to look at first.
type Upgrade struct {
	// From and To are the versions.
	From string `json:"from"`
	To   string `json:"to"`
	// Picks are those that carry over, as the other version writes them, in
	// order; they agree with each other.
	Picks []Pick `json:"picks"`
	// Renamed are those of them that are written otherwise, Lost the ones that do
	// not carry over. Every other pick is kept as it is.
	Renamed []RenamedPick `json:"renamed"`
	Lost    []LostPick    `json:"lost"`
	// Changes compare the values after with those before, by the paths and codes
	// of the other version. A value that is new has no Before; one that is gone
	// has no After.
	Changes []Change `json:"changes"`
	// Complete is that of State with the picks on the other version.
	Complete bool `json:"complete"`
}

// RenamedPick is a pick that the other version writes otherwise.
type RenamedPick struct {
	// Index is the position of the pick in the request.
	Index  int  `json:"index"`
	Before Pick `json:"before"`
	After  Pick `json:"after"`
}

// LostPick is a pick the other version has no room for.
type LostPick struct {
	Index int  `json:"index"`
	Pick  Pick `json:"pick"`
	// Kind says why: that of an issue ("unknown-path", "unknown-option",
	// "wrong-type"), of a structural reason ("step", "bounds", "cardinality",
	// "required"), or "conflict".
	Kind       string `json:"kind"`
	Message    string `json:"message,omitempty"`
	Suggestion string `json:"suggestion,omitempty"`
	// Nearest are the values beside a number that is on no grid any more.
	Nearest []Value `json:"nearest,omitempty"`
	// Rules and With are the rules and the paths of the picks it contradicts.
	Rules []string `json:"rules,omitempty"`
	With  []string `json:"with,omitempty"`
}

// Upgrade replays a request made for another version of the model on this one.
// Attributes, options and components that have been renamed are found by their
// former codes. Errors are those of State, of either version.
func (c *Compiled) Upgrade(ctx context.Context, old *Compiled, req Request) (Upgrade, error) {
	values := func(a *answer) ([]pathValue, error) { return a.values(), nil }
	before, err := within(ctx, old, req, values)
	if err != nil {
		return Upgrade{}, err
	}
	u := &upgrade{c: c, req: req, lost: map[int]LostPick{}, index: []int{}, moved: make([]Pick, len(req.Picks))}
	for i, p := range req.Picks {
		u.moved[i] = c.model.renamed(p)
	}
	if err := u.dropUnknown(); err != nil {
		return Upgrade{}, err
	}
	if err := u.dropConflicts(ctx); err != nil {
		return Upgrade{}, err
	}
	state, err := c.State(ctx, u.request())
	if err != nil {
		return Upgrade{}, err
	}
	after, err := within(ctx, c, u.request(), values)
	if err != nil {
		return Upgrade{}, err
	}
	out := u.result()
	out.From, out.To, out.Complete = old.model.Version, c.model.Version, state.Complete
	out.Changes = differences(c.model.renamedValues(before), after)
	return out, nil
}

// upgrade is one run of Upgrade.
type upgrade struct {
	c     *Compiled
	req   Request
	moved []Pick
	// index are the picks still in, by their place in the request.
	index []int
	lost  map[int]LostPick
}

// request is the request of the picks still in, on the other version.
func (u *upgrade) request() Request {
	out := u.req
	out.Picks = make([]Pick, len(u.index))
	for n, i := range u.index {
		out.Picks[n] = u.moved[i]
	}
	return out
}

func (u *upgrade) lose(i int, p LostPick) {
	p.Index, p.Pick = i, u.req.Picks[i]
	u.lost[i] = p
	u.index = slices.DeleteFunc(u.index, func(k int) bool { return k == i })
}

// dropUnknown takes out the picks that name nothing in the other version or a
// value that is on no grid there.
func (u *upgrade) dropUnknown() error {
	for i := range u.moved {
		u.index = append(u.index, i)
	}
	q, err := u.c.resolve(u.request())
	var others []fault.Issue
	for _, issue := range fault.IssuesOf(err) {
		var i int
		if _, err := fmt.Sscanf(issue.Pointer, "/picks/%d/", &i); err != nil {
			others = append(others, issue)
			continue
		}
		u.lose(i, LostPick{Kind: issue.Kind, Message: issue.Message, Suggestion: issue.Suggestion})
	}
	for i, bad := range q.impossible {
		u.lose(i, LostPick{Kind: bad.structure, Nearest: bad.nearest})
	}
	return fault.FromIssues("invalid-picks", "the request names things that the model does not have", others)
}

// dropConflicts takes out the picks that contradict newer ones.
func (u *upgrade) dropConflicts(ctx context.Context) error {
	req := u.request()
	state, err := u.c.State(ctx, req)
	if err != nil {
		return err
	}
	index := slices.Clone(u.index)
	for _, conflict := range state.Conflicts {
		e, err := u.c.Explain(ctx, req, conflict.Path, conflict.Value)
		if err != nil {
			return err
		}
		lost := LostPick{Kind: string(InConflict)}
		lost.Rules, lost.With = e.named()
		u.lose(index[conflict.Index], lost)
	}
	return nil
}

func (u *upgrade) result() Upgrade {
	out := Upgrade{Picks: u.request().Picks, Renamed: []RenamedPick{}, Lost: []LostPick{}}
	for i, p := range u.req.Picks {
		if lost, gone := u.lost[i]; gone {
			out.Lost = append(out.Lost, lost)
		} else if after := u.moved[i]; after.Path != p.Path || !after.Value.Equal(p.Value) {
			out.Renamed = append(out.Renamed, RenamedPick{Index: i, Before: p, After: after})
		}
	}
	return out
}

// renamed is a pick with the present codes in place of former ones. What the
// model does not know at all stays as it is.
func (m *Model) renamed(p Pick) Pick {
	if strings.HasPrefix(p.Path, needsPrefix) {
		return p
	}
	body, words := &m.Body, strings.Split(p.Path, "/")
	for i := 0; i < len(words); i += 2 {
		if a := body.formerly(words[i]); a != nil && i == len(words)-1 {
			words[i] = a.Code
			p.Value = a.renamed(p.Value)
			break
		}
		l := body.componentFormerly(words[i])
		if l == nil {
			break
		}
		words[i], body = l.Code, &l.Body
	}
	p.Path = strings.Join(words, "/")
	return p
}

func (b *Body) formerly(code string) *Attribute {
	if a := b.attribute(code); a != nil {
		return a
	}
	for _, a := range b.Attributes {
		if slices.Contains(a.Was, code) && b.component(code) == nil {
			return a
		}
	}
	return nil
}

func (b *Body) componentFormerly(code string) *Component {
	if l := b.component(code); l != nil {
		return l
	}
	for _, l := range b.Components {
		if slices.Contains(l.Was, code) {
			return l
		}
	}
	return nil
}

// renamed is a value with the present code of an option in place of a former
// one.
func (a *Attribute) renamed(v Value) Value {
	if v.Kind() != TextValue || a.option(v.Code()) != nil {
		return v
	}
	for _, o := range a.Options {
		if slices.Contains(o.Was, v.Code()) {
			return Text(o.Code)
		}
	}
	return v
}

// renamedValues are the values of another version by present paths and codes.
func (m *Model) renamedValues(in []pathValue) []pathValue {
	out := make([]pathValue, len(in))
	for i, v := range in {
		if path, option, multi := strings.Cut(v.path, "="); multi {
			p := m.renamed(Pick{Path: path, Value: Text(option)})
			out[i] = pathValue{p.Path + "=" + p.Value.Code(), v.value}
			continue
		}
		p := m.renamed(Pick{Path: v.path, Value: v.value})
		out[i] = pathValue{p.Path, p.Value}
	}
	return out
}
