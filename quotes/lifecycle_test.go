package quotes_test

import (
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/quotes"
)

var update = flag.Bool("update", false, "write golden files")

// golden compares got with a file, or writes it.
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
		t.Errorf("%s is out of date, run the test with -update (-file +now):\n%s", file, diff)
	}
}

func TestLifecycleDocumentIsCurrent(t *testing.T) {
	t.Parallel()
	golden(t, "../docs/reference/lifecycle.md", quotes.LifecycleDocument())
}

func TestTransitionTableIsWhole(t *testing.T) {
	t.Parallel()
	reached := map[quotes.State]bool{}
	left := map[quotes.State]bool{}
	for _, row := range quotes.Transitions() {
		if len(row.To) == 0 || len(row.Who) == 0 || len(row.Label.Missing()) > 0 {
			t.Errorf("%s from %v lacks a target, a person or a translation", row.Action, row.From)
		}
		for _, g := range row.Guards {
			if g.Kind == "" || len(g.Text.Missing()) > 0 {
				t.Errorf("%s: guard %q lacks a kind or a translation", row.Action, g.Kind)
			}
		}
		if row.Action != quotes.Import {
			for _, s := range row.To {
				reached[s] = true
			}
		}
		for _, s := range row.From {
			left[s] = true
		}
	}
	final := []quotes.State{quotes.Superseded, quotes.Cancelled}
	for _, s := range quotes.States() {
		if !reached[s] {
			t.Errorf("no transition leads to %s", s)
		}
		if left[s] == slices.Contains(final, s) {
			t.Errorf("%s: leaving it %v, final %v", s, left[s], slices.Contains(final, s))
		}
		if len(s.Name().Missing()) > 0 {
			t.Errorf("%s has no name in %v", s, s.Name().Missing())
		}
	}
}

func TestNoActionHasTwoRowsForOneState(t *testing.T) {
	t.Parallel()
	type key struct {
		action quotes.Action
		state  quotes.State
	}
	seen := map[key]bool{}
	for _, row := range quotes.Transitions() {
		for _, s := range row.From {
			k := key{row.Action, s}
			if seen[k] {
				t.Errorf("%s from %s has two rows", row.Action, s)
			}
			seen[k] = true
		}
	}
}
