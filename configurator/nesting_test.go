package configurator

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// rows is an ordered component whose first instance is special.
const rows = `
model: rows
components:
  - code: rows
    min: 2
    max: 4
    ordered: true
    attributes:
      - {code: kind, type: choice, required: true, options: [head, body, tail]}
    rules:
      - {name: first, when: position == 1, require: kind == "head"}
      - {name: later, when: position > 1, require: kind != "head"}
      - {name: end, when: kind == "tail", require: not has(next)}
`

func ask(t testing.TB, c *Compiled, picks ...Pick) State {
	t.Helper()
	s, err := c.State(context.Background(), Request{Picks: picks})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func pickOf(path, value string) Pick { return Pick{Path: path, Op: Set, Value: Text(value)} }

func TestPickingInTheSecondSectionShownLeavesItSecond(t *testing.T) {
	c := load(t, rows)
	if s := ask(t, c); s.Attribute("rows/2/kind").Find(Text("tail")) != Available {
		t.Fatalf("%+v", s.Attribute("rows/2/kind"))
	}
	s := ask(t, c, pickOf("rows/2/kind", "tail"))
	if !s.Valid || s.Attribute("rows/1/kind").Value.Code() != "head" || s.Attribute("rows/2/kind").Status != SelectedUser {
		t.Errorf("conflicts %+v; %+v", s.Conflicts, s.Attributes)
	}
	if st := s.Attribute("rows/1").Status; st != SelectedRule {
		t.Errorf("the first section, which nobody has picked, is %s", st)
	}
	if st := s.Attribute("rows").Intervals; len(st) != 1 || !st[0].Max.Equal(Int(2)) {
		t.Errorf("after a tail in second place there are %+v rows", st)
	}
}

func TestASectionWhosePicksAreOverruledKeepsItsPlace(t *testing.T) {
	c := load(t, rows)
	s := ask(t, c, pickOf("rows/a/kind", "head"), pickOf("rows/b/kind", "tail"), pickOf("rows/c/kind", "body"))
	if len(s.Conflicts) != 1 || s.Conflicts[0].Path != "rows/b/kind" {
		t.Fatalf("conflicts %+v", s.Conflicts)
	}
	if x := s.Attribute("rows/b/kind"); x == nil || x.Status == SelectedUser {
		t.Errorf("the section in conflict is %+v", x)
	}
	if x := s.Attribute("rows/c/kind"); x == nil || x.Value.Code() != "body" {
		t.Errorf("the section after it is %+v", x)
	}
}

func TestARemovedSectionsNumberIsNotGivenAgain(t *testing.T) {
	c := load(t, rows)
	s := ask(t, c, pickOf("rows/1/kind", "head"), pickOf("rows/2/kind", "body"), Pick{Path: "rows/1", Op: Exclude, Value: Bool(true)})
	if s.Attribute("rows/1") != nil || s.Attribute("rows/3") == nil {
		t.Errorf("%+v", s.Attributes)
	}
}

func TestOptionsDeadInOneSectionOnlyAreNotDead(t *testing.T) {
	a, err := load(t, rows).Analyse(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if !a.Possible || len(a.Dead) > 0 || len(a.Forced) > 0 {
		t.Errorf("%+v", a)
	}
	dead := strings.Replace(rows, "- {name: end,", "- {name: no-tail, require: kind != \"tail\"}\n      - {name: end,", 1)
	if a, err = load(t, dead).Analyse(context.Background(), 0); err != nil {
		t.Fatal(err)
	}
	if len(a.Dead) != 1 || a.Dead[0].Path != "rows/kind" || !a.Dead[0].Value.Equal(Text("tail")) || len(a.Dead[0].Because) == 0 || a.Dead[0].Because[0] != "no-tail" {
		t.Errorf("%+v", a.Dead)
	}
}

// nested is a model of six levels: level k holds up to two of level k+1, and
// the innermost have a size. Every level counts and sums what is below it.
func nested() string {
	var b strings.Builder
	b.WriteString("model: nested\nattributes:\n  - {code: limit, type: integer, required: true, min: 0, max: 40, default: 40}\n  - {code: sealed, type: bool}\n")
	total := "sum(.l6, .size.n)"
	for k := 5; k >= 2; k-- {
		total = fmt.Sprintf("sum(.l%d, %s)", k, total)
	}
	fmt.Fprintf(&b, "rules:\n  - {name: total, require: 'sum(l1, %s) <= limit'}\n", total)
	for k := 1; k <= 6; k++ {
		in := strings.Repeat("    ", k-1)
		fmt.Fprintf(&b, "%scomponents:\n%s  - code: l%d\n%s    max: %d\n", in, in, k, in, map[bool]int{true: 2, false: 1}[k%2 == 1])
		if k < 6 {
			fmt.Fprintf(&b, "%s    attributes:\n%s      - {code: open, type: bool}\n", in, in)
			continue
		}
		fmt.Fprintf(&b, "%s    attributes:\n%s      - {code: size, type: choice, required: true, default: s, options: [{code: s, properties: {n: 1}}, {code: m, properties: {n: 5}}, {code: l, properties: {n: 9}}]}\n", in, in)
		fmt.Fprintf(&b, "%s    rules:\n%s      - {name: sealed, when: parent.parent.parent.parent.parent.parent.sealed, require: size == \"s\"}\n", in, in)
		fmt.Fprintf(&b, "%s      - {name: opened, when: size == \"l\", require: parent.open}\n", in)
	}
	return b.String()
}

func TestSixLevelsOfComponents(t *testing.T) {
	c := load(t, nested())
	deep := func(outer, inner string) string { return "l1/" + outer + "/l2/x/l3/" + inner + "/l4/x/l5/x/l6/x" }
	large := func(outer, inner string) Pick { return pickOf(deep(outer, inner)+"/size", "l") }

	s := ask(t, c, large("a", "a"))
	if got := s.Attribute("l1/a/l2/x/l3/a/l4/x/l5/x/open"); got == nil || got.Status != SelectedRule || !got.Value.Truth() {
		t.Errorf("a large one does not open the level around it: %+v", got)
	}
	if got := s.Attribute("sealed").Find(Bool(true)); got != Excluded {
		t.Errorf("sealed, six levels above, is %s", got)
	}
	if x := s.Attribute("limit").Intervals; len(x) != 1 || !x[0].Min.Equal(Int(9)) {
		t.Errorf("the limit is %+v", x)
	}
	s = ask(t, c, Pick{Path: "limit", Op: Set, Value: Int(20)}, large("a", "a"), large("a", "b"), pickOf(deep("b", "a")+"/size", "s"))
	if x := s.Attribute(deep("b", "a") + "/size"); x.Find(Text("m")) != Excluded || x.Find(Text("s")) != SelectedUser {
		t.Errorf("with 18 of 20 used, the last one is %+v", x)
	}
	s = ask(t, c, Pick{Path: "limit", Op: Set, Value: Int(20)}, large("a", "a"), large("a", "b"), large("b", "a"))
	if len(s.Conflicts) != 1 || s.Conflicts[0].Path != "limit" {
		t.Errorf("27 in 20: conflicts %+v", s.Conflicts)
	}
	for _, p := range []Pick{large("a", "a"), large("a", "b"), large("b", "a")} {
		if x := s.Attribute(p.Path); x == nil || x.Status != SelectedUser {
			t.Errorf("%s is lost: %+v", p.Path, x)
		}
	}
	e, err := c.Explain(context.Background(), Request{Picks: []Pick{large("a", "a")}}, "sealed", Bool(true))
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Reasons) != 2 || !e.Irreducible {
		t.Errorf("explanation %+v", e)
	}
	if _, err = Load(fstest.MapFS{"m.yaml": {Data: []byte(nested() + deeper())}}, "m.yaml"); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a seventh level: %v", err)
	}
}

// deeper adds a seventh level to nested.
func deeper() string {
	in := strings.Repeat("    ", 6)
	return fmt.Sprintf("%scomponents:\n%s  - {code: l7, max: 1}\n", in, in)
}

// TestPicksKeptAsTextMeanTheSame is what quotes rely on: they keep every value
// as its text.
func TestPicksKeptAsTextMeanTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawModel(t)
		c := load(t, text)
		picks := drawPicks(t, c, 4)
		kept := make([]Pick, len(picks))
		for i, p := range picks {
			kept[i] = Pick{p.Path, p.Op, Text(p.Value.String())}
		}
		if one, two := shown(t, c, picks), shown(t, c, kept); one != two {
			t.Fatalf("picks %v\n%s\nas text\n%s\n%s", picks, one, two, text)
		}
	})
}

// shown is the whole answer to some picks, an error too, as text; the picks in
// conflict without their values, which are repeated as they were given.
func shown(t *rapid.T, c *Compiled, picks []Pick) string {
	t.Helper()
	s, err := c.State(context.Background(), Request{Picks: picks})
	for i := range s.Conflicts {
		s.Conflicts[i].Value = None()
	}
	b, bad := json.Marshal(s)
	if bad != nil {
		t.Fatalf("%v", bad)
	}
	return fmt.Sprint(string(b), err)
}

func TestARemovalInsideAnInstanceDoesNotAskForIt(t *testing.T) {
	c := load(t, nested())
	removal := Pick{Path: "l1/a/l2/x", Op: Exclude, Value: Bool(true)}
	s := ask(t, c, Pick{Path: "l1", Op: Set, Value: Int(1)}, removal, pickOf("l1/b/open", "true"))
	if len(s.Conflicts) > 0 || s.Attribute("l1/b/open") == nil || s.Attribute("l1/a") != nil {
		t.Errorf("conflicts %+v; %+v", s.Conflicts, s.Attributes)
	}
}
