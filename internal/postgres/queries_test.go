package postgres

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Statements gives the tests outside the package every named query.
func Statements() map[string]string { return maps.Clone(statements) }

// Every query that the code names exists, and every query is named: in full,
// or by a prefix and the rest.
func TestQueriesAreDefinedAndUsed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	call := regexp.MustCompile(`\bquery\("([^"]*)"\)`)
	prefixed := regexp.MustCompile(`\bquery\("([^"]*)"\s*\+`)
	word := regexp.MustCompile(`"([a-z_]+)"`)
	words, prefixes := map[string]bool{}, []string{""}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllStringSubmatch(string(source), -1) {
			if statements[m[1]] == "" {
				t.Errorf("%s: no query is named %q", file, m[1])
			}
		}
		for _, m := range prefixed.FindAllStringSubmatch(string(source), -1) {
			prefixes = append(prefixes, m[1])
		}
		for _, m := range word.FindAllStringSubmatch(string(source), -1) {
			words[m[1]] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(statements)) {
		if !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(name, p) && words[name[len(p):]] }) {
			t.Errorf("query %q is used nowhere", name)
		}
	}
}

func TestParseQueries(t *testing.T) {
	for name, c := range map[string]struct{ in, wrong string }{
		"two queries":       {in: "-- name: a\nselect 1;\n\n-- name: b\n-- why\nselect 2;\n"},
		"defined twice":     {in: "-- name: a\nselect 1;\n-- name: a\nselect 2;", wrong: "query a is defined twice"},
		"empty":             {in: "-- name: a\n-- name: b\nselect 1;", wrong: "query a is empty"},
		"comment on top":    {in: "-- all about a\n\n-- name: a\nselect 1;"},
		"windows line ends": {in: "-- name: a\r\nselect 1;\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := map[string]string{}
			err := parseQueries(got, "x.sql", c.in)
			if c.wrong != "" {
				if err == nil || !strings.Contains(err.Error(), c.wrong) {
					t.Fatalf("error %v, want %q", err, c.wrong)
				}
				return
			}
			if err != nil || got["a"] != "select 1" {
				t.Fatalf("a = %q, error %v", got["a"], err)
			}
		})
	}
}
