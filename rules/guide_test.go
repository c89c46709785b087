package rules_test

import (
	"os"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/rules"
)

// TestGuide runs the examples of the guide.
func TestGuide(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../docs/guide/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	f := newFixture(t)
	examples, inside := 0, false
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "```") {
			inside = !inside
			continue
		}
		source, want, found := strings.Cut(strings.TrimSpace(line), " => ")
		if !inside || !found {
			continue
		}
		examples++
		if got := compile(t, f.schema, strings.TrimSpace(source), rules.Type{}).Value(f.frame).String(); got != want {
			t.Errorf("%s yields %s, the guide says %s", source, got, want)
		}
	}
	if examples < 60 {
		t.Errorf("only %d examples were found", examples)
	}
}
