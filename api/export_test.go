package api

import "testing"

// CheckExamples returns, by operation, a check of the contract's example against the
// compiled schema.
func CheckExamples(t *testing.T) map[string]func() error {
	t.Helper()
	c, err := loadContract()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]func() error{}
	for _, o := range c.operations {
		if o.Body == nil {
			continue
		}
		if m := o.raw.RequestBody.Content[o.Media]; m.Example != nil {
			out[o.ID] = func() error { return c.checkBody(o, m.Example) }
		}
	}
	return out
}
