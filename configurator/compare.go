package configurator

import "context"

// Compare lists what the configuration of other has otherwise than that of req,
// by the values that picks, rules and defaults give. Errors are those of State.
func (c *Compiled) Compare(ctx context.Context, req, other Request) ([]Change, error) {
	values := func(a *answer) ([]pathValue, error) { return a.values(), nil }
	before, err := within(ctx, c, req, values)
	if err != nil {
		return nil, err
	}
	after, err := within(ctx, c, other, values)
	if err != nil {
		return nil, err
	}
	return differences(before, after), nil
}
