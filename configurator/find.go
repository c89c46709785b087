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

// ordered reports whether an instance, given by its path, is of an ordered
// component.
func (m *Model) ordered(path string) bool {
	c, body := (*Component)(nil), &m.Body
	words := strings.Split(path, "/")
	for i := 0; i < len(words); i += 2 {
		if c = body.component(words[i]); c == nil {
			return false
		}
		body = &c.Body
	}
	return c.Ordered
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
