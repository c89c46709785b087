package configurator_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// mistakes are models that cannot be loaded, with the kind of the issue and what
// the line it points at contains.
var mistakes = map[string]struct{ text, kind, at string }{
	"no bounds":              {"attributes:\n  - {code: n, type: integer, min: 1}\n", "unbounded-domain", "code: n"},
	"no bounds of a date":    {"attributes:\n  - {code: d, type: date}\n", "unbounded-domain", "code: d"},
	"no most instances":      {"components:\n  - {code: k}\n", "unbounded-domain", "code: k"},
	"empty range":            {"attributes:\n  - {code: n, type: integer, min: 2, max: 1}\n", "empty-domain", "code: n"},
	"too many values":        {"attributes:\n  - {code: n, type: integer, min: 0, max: 99999999999999}\n", "too-large-domain", "code: n"},
	"half a step":            {"attributes:\n  - {code: n, type: integer, min: 0, max: 9, step: 0.5}\n", "wrong-scale", "code: n"},
	"unknown type":           {"attributes:\n  - {code: n, type: choise}\n", "unknown-type", "code: n"},
	"unknown field":          {"attributes:\n  - {code: n, type: bool, requird: true}\n", "unknown-field", "requird"},
	"unknown name":           {"attributes:\n  - {code: lamp, type: bool}\nrules:\n  - {name: r, require: 'lmap'}\n", "unknown-name", "lmap"},
	"unknown option":         {"attributes:\n  - {code: c, type: choice, options: [red]}\nrules:\n  - {name: r, require: 'c == \"rde\"'}\n", "unknown-option", "rde"},
	"word of the language":   {"attributes:\n  - {code: let, type: bool}\n", "wrong-code", "let"},
	"own word of a list":     {"components:\n  - {code: k, max: 2, attributes: [{code: next, type: bool}]}\n", "wrong-code", "next"},
	"code twice":             {"attributes:\n  - {code: a, type: bool}\n  - {code: a, type: text}\n", "duplicate-code", "type: text"},
	"computed in a circle":   {"attributes:\n  - {code: x, type: integer, min: 0, max: 9, computed: y}\n  - {code: y, type: integer, min: 0, max: 9, computed: x}\n", "cycle", "code: y"},
	"active in a circle":     {"attributes:\n  - {code: x, type: bool, active: y}\n  - {code: y, type: bool, active: x}\n", "cycle", "code: y"},
	"unreadable pattern":     {"attributes:\n  - {code: s, type: text, pattern: '('}\n", "wrong-pattern", "code: s"},
	"pattern of a number":    {"attributes:\n  - {code: n, type: integer, min: 0, max: 1, pattern: x}\n", "wrong-field", "code: n"},
	"length from 5 to 2":     {"attributes:\n  - {code: s, type: text, min: 5, max: 2}\n", "wrong-length", "code: s"},
	"rows with the same key": {"tables:\n  - {code: t, columns: [a, b], keys: 1, rows: [[x, 1],\n [x, 2]]}\n", "ambiguous-row", "[x, 2]"},
	"row too short":          {"tables:\n  - {code: t, columns: [a, b], rows: [[x, 1],\n [x]]}\n", "wrong-row", "[x]]"},
	"too deep":               {nested(13), "too-deep", ""},
	"too many brackets":      {"attributes: " + strings.Repeat("[", 300_000) + "\n", "too-deep", ""},
	"too many dashes":        {"attributes:\n" + strings.Repeat("- ", 150_000) + "\n", "too-deep", ""},
	"no file":                {"include: [other.yaml]\n", "cannot-read", "other.yaml"},
	"a second document":      {"---\n", "several-documents", ""},
	"no YAML":                {"attributes: [\n", "syntax", ""},
}

// nested is a model of components in components.
func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		indent := strings.Repeat("    ", i)
		b.WriteString(indent + "components:\n" + indent + "  - code: k\n" + indent + "    max: 1\n")
	}
	return b.String()
}

func TestMistakesArePointedAt(t *testing.T) {
	for name, m := range mistakes {
		t.Run(name, func(t *testing.T) {
			text := "model: m\n" + m.text
			_, err := configurator.Load(fstest.MapFS{"m.yaml": {Data: []byte(text)}}, "m.yaml")
			issues := fault.IssuesOf(err)
			if len(issues) == 0 {
				t.Fatalf("no mistake was found: %v", err)
			}
			first := issues[0]
			if first.Kind != m.kind || first.Position.File != "m.yaml" {
				t.Fatalf("%v, want a %s", issues, m.kind)
			}
			if line := strings.Split(text, "\n")[first.Position.Line-1]; !strings.Contains(line, m.at) {
				t.Errorf("points at %q, want the line with %q", line, m.at)
			}
		})
	}
}

func TestLimitsAreNamed(t *testing.T) {
	rows := "model: m\ntables:\n  - {code: t, columns: [a], csv: rows.csv}\n"
	files := fstest.MapFS{"m.yaml": {Data: []byte(rows)}, "rows.csv": {Data: []byte("a\n" + strings.Repeat("1\n", 200_001))}}
	_, err := configurator.Load(files, "m.yaml")
	if issues := fault.IssuesOf(err); len(issues) == 0 || !strings.Contains(issues[0].Message, "200000") {
		t.Errorf("a table too large: %v", issues)
	}
	_, err = configurator.Load(fstest.MapFS{"m.yaml": {Data: []byte("model: m\n" + nested(13))}}, "m.yaml")
	if issues := fault.IssuesOf(err); len(issues) != 1 || !strings.Contains(issues[0].Message, "6 deep") {
		t.Errorf("components too deep: %v", issues)
	}
}

func TestTextsHaveLengthAndForm(t *testing.T) {
	c := compileText(t, "model: m\nattributes:\n  - {code: s, type: text, min: 2, max: 5, pattern: '[A-Zé]+'}\n  - {code: u, type: text, required: true, min: 3}\n")
	for value, kind := range map[string]string{
		"AB": "", "AéB": "", "A": "wrong-length", "ABCDEF": "wrong-length", "ééééé": "", "éééééé": "wrong-length", "ab": "wrong-pattern", "AB1": "wrong-pattern",
	} {
		s, err := c.State(t.Context(), configurator.Request{Picks: []configurator.Pick{{Path: "s", Value: configurator.Text(value)}}})
		if kind == "" {
			if err != nil || s.Attribute("s").Status != configurator.SelectedUser || s.Complete {
				t.Errorf("%q: %v, %+v", value, err, s.Attribute("s"))
			}
			continue
		}
		issues := fault.IssuesOf(err)
		if len(issues) != 1 || issues[0].Kind != kind || issues[0].Pointer != "/picks/0/value" {
			t.Errorf("%q: %v, want a %s", value, issues, kind)
		}
	}
	s, err := c.State(t.Context(), configurator.Request{Picks: []configurator.Pick{{Path: "u", Value: configurator.Text("ab")}}})
	if issues := fault.IssuesOf(err); len(issues) != 1 || !strings.Contains(issues[0].Message, "at least 3") {
		t.Errorf("a text too short: %v %v", issues, s.Progress)
	}
}

// FuzzLoad: whatever the text, loading ends with a model or with mistakes that
// all have their place, and a model that loads compiles or says why not.
func FuzzLoad(f *testing.F) {
	err := fs.WalkDir(examples.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		b, err := fs.ReadFile(examples.Files, name)
		if err != nil {
			return err
		}
		f.Add(b)
		asJSON, err := yaml.YAMLToJSON(b)
		f.Add(asJSON)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	for _, m := range mistakes {
		if len(m.text) < 1000 {
			f.Add([]byte("model: m\n" + m.text))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := configurator.Load(fstest.MapFS{"m.yaml": {Data: text}}, "m.yaml")
		if err == nil {
			if _, err := configurator.Compile(m, day); err != nil && fault.CodeOf(err) != fault.Invalid {
				t.Fatalf("compiling: %v", err)
			}
			return
		}
		if fault.CodeOf(err) != fault.Invalid {
			t.Fatalf("%v is not a mistake in the model", err)
		}
		for _, issue := range fault.IssuesOf(err) {
			if issue.Position.File == "" || issue.Position.Line < 1 || issue.Message == "" {
				t.Errorf("without a place: %+v", issue)
			}
		}
	})
}

func TestMistakesInRulesAreToldWithTheOthers(t *testing.T) {
	text := "model: m\nversion: 1\nattributes:\n  - {code: a, type: choice, options: [{code: x}]}\n  - {code: b, type: integer}\n" +
		"rules:\n  - {name: r, require: 'c == 1'}\n  - {name: s, require: 'a == \"z\"'}\n"
	_, err := configurator.Load(fstest.MapFS{"m.yaml": {Data: []byte(text)}}, "m.yaml")
	var lines []int
	for _, i := range fault.IssuesOf(err) {
		lines = append(lines, i.Position.Line)
	}
	if !slices.Equal(lines, []int{2, 5, 7, 8}) {
		t.Errorf("mistakes in lines %v: %v", lines, err)
	}
}
