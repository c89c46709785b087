package constraint_test

import (
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/rules/constraint"
)

// describe prints an assignment for a failed test.
func describe(s *constraint.Space, a values) string {
	var out strings.Builder
	for v := range constraint.Var(s.Len()) {
		d := s.Variable(v)
		path := "present"
		if d.Slot >= 0 {
			path = d.Instance.Schema.Slots()[d.Slot].Path
		}
		for i := d.Instance; i.Parent != nil; i = i.Parent {
			path = fmt.Sprintf("%d.%s", i.Index, path)
		}
		fmt.Fprintf(&out, "%s=%s ", path, a[v])
	}
	return out.String()
}
