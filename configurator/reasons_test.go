package configurator_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/civil"
)

func TestReasonsNameRulesAndPicks(t *testing.T) {
	m, err := configurator.Load(examples.Files, "bikes/city-bike.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := configurator.Compile(m, civil.MustParse("2026-03-01"))
	if err != nil {
		t.Fatal(err)
	}
	set := func(path, value string) configurator.Pick {
		return configurator.Pick{Path: path, Op: configurator.Set, Value: configurator.Text(value)}
	}
	s, err := c.State(t.Context(), configurator.Request{Reasons: true,
		Picks: []configurator.Pick{set("brakes", "disc"), set("size", "s"), set("motor", "m500")}})
	if err != nil {
		t.Fatal(err)
	}
	value := func(path, code string) configurator.ValueState {
		for _, v := range s.Attribute(path).Values {
			if v.Value.Code() == code {
				return v
			}
		}
		t.Fatalf("%s has no value %s", path, code)
		return configurator.ValueState{}
	}
	if v := value("battery", "b625"); !slices.Equal(v.By, []string{"big-battery-size"}) || !slices.Equal(v.Because, []string{"size"}) {
		t.Errorf("b625 is %s by %v because of %v", v.Status, v.By, v.Because)
	}
	if v := value("brakes", "hydraulic"); !slices.Equal(v.By, []string{"strong-motor-brakes"}) || !slices.Equal(v.Because, []string{"motor"}) {
		t.Errorf("hydraulic is %s by %v because of %v", v.Status, v.By, v.Because)
	}
	if v := value("colour", "red"); v.By != nil || v.Because != nil {
		t.Errorf("red is free, but by %v because of %v", v.By, v.Because)
	}
	if len(s.Conflicts) != 1 || s.Conflicts[0].Index != 0 || !slices.Equal(s.Conflicts[0].Rules, []string{"strong-motor-brakes"}) ||
		!slices.Equal(s.Conflicts[0].With, []string{"motor"}) {
		t.Errorf("conflicts = %+v; want the disc brakes against the motor", s.Conflicts)
	}
}

// A value that only the pick of its own attribute excludes can take its place;
// one that a rule excludes too cannot, and the rule is named.
func TestReasonsTellWhatCanReplaceThePresentValue(t *testing.T) {
	m, err := configurator.Load(examples.Files, "bikes/city-bike.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := configurator.Compile(m, civil.MustParse("2026-03-01"))
	if err != nil {
		t.Fatal(err)
	}
	s, err := c.State(t.Context(), configurator.Request{Reasons: true, Picks: []configurator.Pick{
		{Path: "brakes", Op: configurator.Set, Value: configurator.Text("disc")},
		{Path: "frame", Op: configurator.Set, Value: configurator.Text("carbon")},
	}})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][2][]string{
		"hydraulic": {nil, {"brakes"}},
		"rim":       {{"rim-carbon"}, {"frame"}},
	}
	for _, v := range s.Attribute("brakes").Values {
		if w, ok := want[v.Value.Code()]; ok && (!slices.Equal(v.By, w[0]) || !slices.Equal(v.Because, w[1])) {
			t.Errorf("%s is %s by %v because of %v; want %v and %v", v.Value.Code(), v.Status, v.By, v.Because, w[0], w[1])
		}
	}
}

func TestANumberPickedCanBeReplacedWithinItsRange(t *testing.T) {
	m, err := configurator.Load(examples.Files, "conveyor/belt-conveyor.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c, err := configurator.Compile(m, civil.MustParse("2026-03-01"))
	if err != nil {
		t.Fatal(err)
	}
	free, err := c.State(t.Context(), configurator.Request{})
	if err != nil {
		t.Fatal(err)
	}
	pick := configurator.Pick{Path: "length", Op: configurator.Set, Value: configurator.Text("5000")}
	s, err := c.State(t.Context(), configurator.Request{Reasons: true, Picks: []configurator.Pick{pick}})
	if err != nil {
		t.Fatal(err)
	}
	got, want := s.Attribute("length"), free.Attribute("length").Intervals
	if diff := cmp.Diff(want, got.Replacing); diff != "" {
		t.Errorf("what can replace the length (-want +got):\n%s", diff)
	}
	if len(got.Intervals) != 1 || !got.Intervals[0].Min.Equal(got.Intervals[0].Max) {
		t.Errorf("with the length picked its intervals are %v; want that one value", got.Intervals)
	}
}
