package configurator_test

import (
	"context"
	"reflect"
	"testing"
	"testing/fstest"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
)

const oldBike = `
model: bike
attributes:
  - {code: frame, type: choice, required: true, options: [steel, alu, carbon]}
  - {code: engine, type: choice, options: [m250, m500, m750]}
  - {code: width, type: integer, min: 0, max: 100}
  - {code: bell, type: bool}
  - {code: extras, type: multi, options: [rack, mud]}
  - {code: lock, type: bool}
components:
  - {code: boxes, max: 3, attributes: [{code: size, type: choice, required: true, options: [s, l], default: s}]}
`

const newBike = `
model: bike
attributes:
  - {code: frame, type: choice, required: true, options: [steel, alu]}
  - {code: motor, was: [engine], type: choice, options: [{code: p250, was: [m250]}, {code: p500, was: [m500]}, m750]}
  - {code: width, type: integer, min: 0, max: 100, step: 10}
  - {code: extras, type: multi, options: [{code: carrier, was: [rack]}, mud]}
  - {code: lock, type: bool}
  - {code: light, type: bool, default: true}
components:
  - {code: cases, was: [boxes], max: 3, attributes: [{code: volume, was: [size], type: choice, required: true, options: [s, {code: xl, was: [l]}], default: s}]}
rules:
  - {name: lock-needs-alu, when: lock, require: 'frame == "alu"'}
`

func compileText(t *testing.T, text string) *configurator.Compiled {
	t.Helper()
	_, c := loadAndCompile(t, fstest.MapFS{"model.yaml": {Data: []byte(text)}}, "model.yaml")
	return c
}

func TestUpgradeSaysWhatIsKeptRenamedAndLost(t *testing.T) {
	text, yes := configurator.Text, configurator.Bool(true)
	req := configurator.Request{Picks: []configurator.Pick{
		{Path: "lock", Value: yes},
		{Path: "engine", Value: text("m500")},
		{Path: "width", Value: configurator.Int(35)},
		{Path: "bell", Value: yes},
		{Path: "extras", Value: text("rack")},
		{Path: "extras", Value: text("mud")},
		{Path: "boxes/b1/size", Value: text("l")},
		{Path: "frame", Value: text("steel")},
	}}
	up, err := compileText(t, newBike).Upgrade(context.Background(), compileText(t, oldBike), req)
	if err != nil {
		t.Fatal(err)
	}
	wantPicks := []configurator.Pick{
		{Path: "motor", Value: text("p500")},
		{Path: "extras", Value: text("carrier")},
		{Path: "extras", Value: text("mud")},
		{Path: "cases/b1/volume", Value: text("xl")},
		{Path: "frame", Value: text("steel")},
	}
	if !reflect.DeepEqual(up.Picks, wantPicks) {
		t.Errorf("picks %v, want %v", up.Picks, wantPicks)
	}
	var renamed []int
	for _, r := range up.Renamed {
		renamed = append(renamed, r.Index)
	}
	if want := []int{1, 4, 6}; !reflect.DeepEqual(renamed, want) {
		t.Errorf("renamed %v, want %v", renamed, want)
	}
	type lost struct {
		index int
		kind  string
	}
	var gone []lost
	for _, l := range up.Lost {
		gone = append(gone, lost{l.Index, l.Kind})
	}
	if want := []lost{{0, "conflict"}, {2, "step"}, {3, "unknown-path"}}; !reflect.DeepEqual(gone, want) {
		t.Fatalf("lost %v, want %v", gone, want)
	}
	if l := up.Lost[0]; !reflect.DeepEqual(l.Rules, []string{"lock-needs-alu"}) || !reflect.DeepEqual(l.With, []string{"frame"}) {
		t.Errorf("the lock is lost because of %v with %v", l.Rules, l.With)
	}
	if want := []configurator.Value{configurator.Int(30), configurator.Int(40)}; !reflect.DeepEqual(up.Lost[1].Nearest, want) {
		t.Errorf("nearest %v, want %v", up.Lost[1].Nearest, want)
	}
	changes := map[string][2]string{}
	for _, c := range up.Changes {
		changes[c.Path] = [2]string{c.Before.String(), c.After.String()}
	}
	none := configurator.None().String()
	want := map[string][2]string{"lock": {"true", "false"}, "width": {"35", none}, "bell": {"true", none}, "light": {none, "true"}}
	if !reflect.DeepEqual(changes, want) {
		t.Errorf("changes %v, want %v", changes, want)
	}
	if !up.Complete || up.From == up.To {
		t.Errorf("complete %v, from %s to %s", up.Complete, up.From, up.To)
	}
}

func TestUpgradeToTheSameVersionChangesNothing(t *testing.T) {
	for name, c := range exampleModels(t) {
		full, err := c.Complete(context.Background(), configurator.Request{}, configurator.Objective{})
		if err != nil {
			t.Fatal(err)
		}
		up, err := c.Upgrade(context.Background(), c, configurator.Request{Picks: full.Picks})
		if err != nil {
			t.Fatal(err)
		}
		if len(up.Lost)+len(up.Renamed)+len(up.Changes) > 0 || len(up.Picks) != len(full.Picks) {
			t.Errorf("%s: %+v", name, up)
		}
	}
}

func TestFormerCodesMustBeClear(t *testing.T) {
	const text = `model: x
attributes:
  - {code: a, type: bool, was: [old, b]}
  - {code: b, type: choice, was: [old], options: [{code: x, was: [y, q]}, {code: y, was: [q]}]}
`
	_, err := configurator.Load(fstest.MapFS{"model.yaml": {Data: []byte(text)}}, "model.yaml")
	var lines []int
	for _, issue := range fault.IssuesOf(err) {
		if issue.Kind != "duplicate-code" {
			t.Errorf("%v", issue)
		}
		lines = append(lines, issue.Position.Line)
	}
	if want := []int{3, 4, 4, 4}; !reflect.DeepEqual(lines, want) {
		t.Errorf("mistakes at lines %v, want %v", lines, want)
	}
}
