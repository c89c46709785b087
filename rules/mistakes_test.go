package rules_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules"
)

var update = flag.Bool("update", false, "write golden files")

// lines reads a corpus: one entry a line, # begins a comment, \n stands for a
// line break within an expression.
func lines(t testing.TB, file string) []string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	for s := bufio.NewScanner(f); s.Scan(); {
		if line := s.Text(); line != "" && !strings.HasPrefix(line, "# ") {
			out = append(out, line)
		}
	}
	return out
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); run with -update if that is meant:\n%s", file, diff)
	}
}

// TestMistakes shows every mistake of every expression in testdata/mistakes.txt,
// in English and in French.
func TestMistakes(t *testing.T) {
	t.Parallel()
	schema := newFixture(t).schema
	types := map[string]rules.Type{"bool": rules.Bool, "number": rules.Number, "date": rules.Date, "text": rules.Text}
	for _, language := range []string{"en", "fr"} {
		var out strings.Builder
		for _, line := range lines(t, "testdata/mistakes.txt") {
			want, text, _ := strings.Cut(line, "  ")
			source := rules.Source{Text: text, Language: language, Position: fault.Position{File: "m.yaml", Line: 7, Column: 5}}
			p, issues := rules.Compile(schema, source, types[want])
			if p != nil || len(issues) == 0 {
				t.Errorf("%s compiles", text)
			}
			for _, i := range issues {
				fmt.Fprintf(&out, "%s [%s]\n", i, i.Kind)
				if language == "en" {
					fmt.Fprintln(&out, i.Snippet)
				}
			}
			fmt.Fprintln(&out)
		}
		golden(t, "testdata/mistakes."+language+".golden", out.String())
	}
}
