package rules_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules"
)

func TestSchemaRefusesWrongNames(t *testing.T) {
	t.Parallel()
	deep := rules.Name{Name: "x", Type: rules.Number}
	for range rules.MaxDepth + 1 {
		deep = rules.Name{Name: "deep", Type: rules.List(2, deep)}
	}
	twin := table(t, "twin", []rules.Column{{Name: "a", Type: rules.Text}}, nil)
	_, err := rules.NewSchema([]rules.Name{
		{Name: "", Type: rules.Bool},
		{Name: "and", Type: rules.Bool},
		{Name: "parent", Type: rules.Bool},
		{Name: "a-b", Type: rules.Bool},
		{Name: "2x", Type: rules.Bool},
		{Name: "é", Type: rules.Bool},
		{Name: "twice", Type: rules.Bool},
		{Name: "twice", Type: rules.Number},
		{Name: "o", Type: rules.Object(rules.Name{Name: "in", Type: rules.Bool})},
		{Name: "l", Type: rules.List(rules.MaxInstances+1, rules.Name{Name: "next", Type: rules.Bool})},
		{Name: "count", Type: rules.Number},
		{Name: "position", Type: rules.Number},
		deep,
	}, twin, twin)
	got := map[string]int{}
	for _, i := range fault.IssuesOf(err) {
		got[i.Kind]++
	}
	want := map[string]int{"invalid-name": 8, "duplicate-name": 2, "too-long": 1, "too-deep": 1}
	for kind, n := range want {
		if got[kind] != n {
			t.Errorf("%d issues %s, want %d: %v", got[kind], kind, n, err)
		}
	}
}

func TestOptionsAndTablesRefuseWrongValues(t *testing.T) {
	t.Parallel()
	watt := []rules.Property{{Name: "w", Type: rules.Number}}
	if _, err := rules.NewOptions([]string{"a", "a"}, nil, nil); err == nil {
		t.Error("an option may be declared twice")
	}
	if _, err := rules.NewOptions([]string{"a"}, watt, [][]rules.Value{{text("x")}}); err == nil {
		t.Error("a text fits a number")
	}
	if _, err := rules.NewOptions([]string{"a"}, watt, [][]rules.Value{{num("1"), num("2")}}); err == nil {
		t.Error("a value without a property is accepted")
	}
	columns := []rules.Column{{Name: "a", Type: rules.Number}, {Name: "b", Type: rules.Text}}
	if _, err := rules.NewTable("t", columns, [][]rules.Value{{num("1")}}); err == nil {
		t.Error("a short row is accepted")
	}
	if _, err := rules.NewTable("t", columns, [][]rules.Value{{text("1"), text("2")}}); err == nil {
		t.Error("a text fits a number column")
	}
}

// TestTableKeysDoNotRunTogether looks rows up whose cells would be the same text
// if they were joined.
func TestTableKeysDoNotRunTogether(t *testing.T) {
	t.Parallel()
	columns := []rules.Column{{Name: "a", Type: rules.Text}, {Name: "b", Type: rules.Text}, {Name: "n", Type: rules.Number}}
	tab := table(t, "t", columns, [][]rules.Value{
		{text("ab"), text("c"), num("1")}, {text("a"), text("bc"), num("2")}, {text("a1:b"), text("c"), num("3")}, {text("a"), text("1:bc"), num("4")},
	})
	schema, err := rules.NewSchema([]rules.Name{{Name: "x", Type: rules.Text}, {Name: "y", Type: rules.Text}}, tab)
	if err != nil {
		t.Fatal(err)
	}
	p := compile(t, schema, `lookup("t", x, y, "n")`, rules.Number)
	f := schema.NewFrame()
	for row := range tab.Len() {
		f.Set(0, tab.Cell(row, 0))
		f.Set(1, tab.Cell(row, 1))
		if got := p.Value(f); !got.Equal(tab.Cell(row, 2)) {
			t.Errorf("row %d is read as %s", row, got)
		}
	}
}

func TestFrameRefusesAnotherModelsValues(t *testing.T) {
	t.Parallel()
	f, other := newFixture(t), newFixture(t)
	panics := func(name string, do func()) {
		defer func() {
			if recover() == nil {
				t.Errorf("%s is accepted", name)
			}
		}()
		do()
	}
	slot, _ := f.schema.Slot("motor")
	lists, _ := f.schema.Slot("wheels")
	p := compile(t, f.schema, "cargo", rules.Bool)
	panics("an option of another model", func() { f.frame.Set(slot, other.motors.Value(0)) })
	panics("a number in a choice", func() { f.frame.Set(slot, num("1")) })
	panics("an instance of another list", func() { f.frame.SetList(lists, f.section("red", "1")) })
	panics("a frame of another model", func() { p.Bool(other.frame) })
}

func TestReads(t *testing.T) {
	t.Parallel()
	s := newFixture(t).schema
	sections, _ := s.Slot("sections")
	for source, want := range map[string]string{
		`motor.power > width and motor == "m250"`:      "motor width",
		"any(sections, .load > parent_width())":        "",
		"any(sections, .load > width)":                 "sections sections.load width",
		"any(sections, .parent.width > .next.load)":    "sections width sections.load",
		"any(sections, .position > 1 and has(.prev))":  "sections",
		"sum(sections, sum(.parts, .weight)) > length": "sections sections.parts parts.weight length",
		`customer.country == "FR" or "usb" in ports`:   "customer.country ports",
		`count(ports, .watt > 3) == 1 and has(wheels)`: "ports wheels",
	} {
		p, _ := rules.Compile(s, rules.Source{Text: source}, rules.Bool)
		if p == nil {
			if want != "" {
				t.Errorf("%s is refused", source)
			}
			continue
		}
		var got []string
		for _, d := range p.Reads() {
			name := d.Schema.Slots()[d.Slot].Path
			switch d.Schema {
			case s:
			case s.Element(sections):
				name = "sections." + name
			default:
				name = "parts." + name
			}
			got = append(got, name)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s reads %v, want %s", source, got, want)
		}
	}
}

// TestPositions shows that issues of a text of several lines, as in a block of a
// file, are placed where they stand.
func TestPositions(t *testing.T) {
	t.Parallel()
	source := rules.Source{
		Text:     "cargo and\n  widht > 3 and\n\té(width) > moter",
		Position: fault.Position{File: "m.yaml", Line: 10, Column: 7},
	}
	_, issues := rules.Compile(newFixture(t).schema, source, rules.Bool)
	want := []string{"m.yaml:11:9", "m.yaml:12:8", "m.yaml:12:19"}
	for i, at := range want {
		if i >= len(issues) || issues[i].Position.String() != at {
			t.Fatalf("issues %v, want at %v", issues, want)
		}
	}
	if got, want := issues[2].Snippet, " é(width) > moter\n            ^^^^^"; got != want {
		t.Errorf("snippet\n%s, want\n%s", got, want)
	}
	if got := (rules.Source{Text: "x"}).At(0); got.Line != 1 || got.Column != 1 {
		t.Errorf("a source without a place is at %v", got)
	}
}

// TestConcurrent compiles and runs on one schema from many goroutines; the race
// detector watches.
func TestConcurrent(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	shared := compile(t, f.schema, "count(wheels, .size == 28) == 2", rules.Bool)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				p, _ := rules.Compile(f.schema, rules.Source{Text: "sum(wheels, .size) == 82.5"}, rules.Bool)
				if p == nil || !p.Bool(f.frame) || !shared.Bool(f.frame) {
					t.Error("wrong result")
				}
			}
		})
	}
	group.Wait()
}
