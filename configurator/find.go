package configurator

import "strings"

// Attribute returns the definition behind a path such as "motor" or
// "boxes/b1/size", or nil when it names an instance or nothing.
func (m *Model) Attribute(path string) *Attribute {
	body, code := &m.Body, path
	for {
		head, tail, nested := strings.Cut(code, "/")
		if !nested {
			return body.attribute(head)
		}
		c := body.component(head)
		if c == nil {
			return nil
		}
		body = &c.Body
		_, code, _ = strings.Cut(tail, "/") // past the instance id
	}
}

func (b *Body) attribute(code string) *Attribute {
	for _, a := range b.Attributes {
		if a.Code == code {
			return a
		}
	}
	return nil
}

func (b *Body) component(code string) *Component {
	for _, c := range b.Components {
		if c.Code == code {
			return c
		}
	}
	return nil
}
