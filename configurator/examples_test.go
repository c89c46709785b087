package configurator_test

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/civil"
)

var day = civil.MustParse("2026-06-01")

// exampleModels compiles every model in examples/.
func exampleModels(t testing.TB) map[string]*configurator.Compiled {
	t.Helper()
	out := map[string]*configurator.Compiled{}
	for _, name := range exampleFiles(t) {
		out[path.Base(name)] = compileExample(t, name)
	}
	return out
}

// exampleFiles lists the models in examples/.
func exampleFiles(t testing.TB) []string {
	t.Helper()
	files, err := fs.Glob(examples.Files, "*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(files, func(name string) bool {
		b, err := fs.ReadFile(examples.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		return !strings.Contains(string(b), "\nmodel:")
	})
}

func compileExample(t testing.TB, name string) *configurator.Compiled {
	t.Helper()
	_, c := loadAndCompile(t, examples.Files, name)
	return c
}

func loadAndCompile(t testing.TB, files fs.FS, name string) (*configurator.Model, *configurator.Compiled) {
	t.Helper()
	m, err := configurator.Load(files, name)
	if err != nil {
		t.Fatal(err)
	}
	c, err := configurator.Compile(m, day)
	if err != nil {
		t.Fatal(err)
	}
	return m, c
}

func TestExamplesPassTheirOwnTests(t *testing.T) {
	for name, c := range exampleModels(t) {
		t.Run(name, func(t *testing.T) {
			report, err := c.RunTests(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(report.Results) == 0 {
				t.Error("no tests")
			}
			for _, r := range report.Results {
				for _, f := range r.Failures {
					t.Errorf("%s: %s", r.Name, f)
				}
			}
		})
	}
}

func TestExamplesHaveNoDeadOptionsAndIdleRules(t *testing.T) {
	for name, c := range exampleModels(t) {
		t.Run(name, func(t *testing.T) {
			a, err := c.Analyse(context.Background(), 0)
			if err != nil {
				t.Fatal(err)
			}
			if !a.Possible || len(a.Dead) > 0 || len(a.Idle) > 0 || len(a.Redundant) > 0 {
				t.Errorf("analysis: %+v", a)
			}
		})
	}
}
