package configurator

import (
	"context"
	"slices"
)

// giveReasons names the rules and picks behind every excluded and forced value
// and every conflict of the state. Each is one explanation, so this costs far
// more than the state itself.
//
// What excludes a value is sought without the pick of its own attribute: where
// nothing else does, that attribute alone is named, and the value can be picked
// in its place.
func (c *Compiled) giveReasons(ctx context.Context, req Request, s *State) error {
	req.Reasons = false
	for i := range s.Attributes {
		a := &s.Attributes[i]
		for k := range a.Values {
			v := &a.Values[k]
			if v.Value.IsNone() || v.Status != Excluded && v.Status != SelectedRule {
				continue
			}
			lifted, own := req, false
			if v.Status == Excluded && a.Type != MultiType {
				lifted, own = req.lifting(a.Path)
			}
			e, err := c.Explain(ctx, lifted, a.Path, v.Value)
			if err != nil {
				return err
			}
			if v.By, v.Because = e.named(); own && e.Status != Excluded {
				v.Because = []string{a.Path}
			}
		}
		if lifted, own := req.lifting(a.Path); own && len(a.Intervals) > 0 {
			free, err := c.State(ctx, lifted)
			if err != nil {
				return err
			}
			if without := free.Attribute(a.Path); without != nil {
				a.Replacing = without.Intervals
			}
		}
		if a.Status != SelectedRule || a.Value.IsNone() {
			continue
		}
		e, err := c.Explain(ctx, req, a.Path, a.Value)
		if err != nil {
			return err
		}
		a.By, _ = e.named()
	}
	for i := range s.Conflicts {
		conflict := &s.Conflicts[i]
		e, err := c.Explain(ctx, req, conflict.Path, conflict.Value)
		if err != nil {
			return err
		}
		conflict.Rules, conflict.With = e.named()
	}
	return nil
}

// lifting returns the request without what was picked for the attribute at
// path, and whether anything was: another value may stand in its place.
func (r Request) lifting(path string) (Request, bool) {
	kept := slices.DeleteFunc(slices.Clone(r.Picks), func(p Pick) bool { return p.Path == path && p.Op != Exclude })
	own := len(kept) < len(r.Picks)
	r.Picks = kept
	return r, own
}

// named returns the names of the rules and the paths of the picks and context
// inputs among the reasons, in their order.
func (e Explanation) named() (rules, paths []string) {
	for _, r := range e.Reasons {
		switch r.Kind {
		case RuleReason:
			rules = append(rules, r.Rule)
		case PickReason, ContextReason:
			paths = append(paths, r.Path)
		}
	}
	return rules, paths
}
