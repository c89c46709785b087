package configurator

import "github.com/quotient-cpq/quotient/rules"

// Names declares the attributes outside components, in declared order, for
// those who read configurations by expressions of their own: price formulas and
// steps. Each may be absent.
func (m *Model) Names() []rules.Name {
	b := &binder{options: map[*Attribute]*rules.Options{}}
	names := b.names(nil, &Body{Attributes: m.Attributes, Groups: m.Groups}, 0)
	for i := range names {
		names[i].Optional = true
	}
	return names
}
