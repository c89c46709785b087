package rules_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/rules"
)

// FuzzCompile feeds any text to the compiler: it must answer with a program that
// runs, or with issues that have a message and a place, and never panic.
func FuzzCompile(f *testing.F) {
	for source := range evaluations {
		f.Add(source)
	}
	for _, line := range lines(f, "testdata/mistakes.txt") {
		_, source, _ := strings.Cut(line, "  ")
		f.Add(source)
	}
	for _, line := range lines(f, "testdata/hostile.txt") {
		if source := expand(f, line); len(source) <= rules.MaxSource {
			f.Add(source)
		}
	}
	model := newFixture(f)
	f.Fuzz(func(t *testing.T, source string) {
		for _, want := range []rules.Type{{}, rules.Bool, rules.Number} {
			p, issues := rules.Compile(model.schema, rules.Source{Text: source, Language: "fr"}, want)
			if (p == nil) == (len(issues) == 0) {
				t.Fatalf("program %v with issues %v", p, issues)
			}
			for _, i := range issues {
				if i.Message == "" || i.Kind == "" || i.Position.Line < 1 || i.Position.Column < 1 {
					t.Fatalf("an issue without message or place: %+v", i)
				}
			}
			if p != nil {
				v := p.Value(model.frame)
				if !v.IsNone() && want.Kind != rules.NoKind && v.Kind() != want.Kind {
					t.Fatalf("%q yields %s, not %s", source, v.Kind(), want.Kind)
				}
			}
		}
	})
}
