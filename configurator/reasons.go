package configurator

import "context"

// giveReasons names the rules and picks behind every excluded and forced value
// and every conflict of the state. Each is one explanation, so this costs far
// more than the state itself.
func (c *Compiled) giveReasons(ctx context.Context, req Request, s *State) error {
	req.Reasons = false
	for i := range s.Attributes {
		a := &s.Attributes[i]
		for k := range a.Values {
			v := &a.Values[k]
			if v.Value.IsNone() || v.Status != Excluded && v.Status != SelectedRule {
				continue
			}
			e, err := c.Explain(ctx, req, a.Path, v.Value)
			if err != nil {
				return err
			}
			v.By, v.Because = e.named()
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
