package rules_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// fixture is a small model with every kind of name.
type fixture struct {
	schema *rules.Schema
	motors *rules.Options
	ports  *rules.Options
	frame  *rules.Frame
}

func text(s string) rules.Value { return rules.TextValue(s) }
func day(s string) rules.Value  { return rules.DateValue(civil.MustParse(s)) }
func num(s string) rules.Value  { return rules.NumberValue(money.MustParse(s)) }

func newFixture(t testing.TB) *fixture {
	t.Helper()
	motors := options(t, []string{"m250", "m500", "m900"},
		[]rules.Property{
			{Name: "power", Type: rules.Number}, {Name: "brand", Type: rules.Text},
			{Name: "torque", Type: rules.Number}, {Name: "silent", Type: rules.Bool},
		},
		[][]rules.Value{
			{num("250"), text("acme"), num("40.5"), rules.BoolValue(true)},
			{num("500"), text("zeus"), rules.None(), rules.BoolValue(false)},
			{num("900"), text("zeus"), num("95"), rules.None()},
		})
	ports := options(t, []string{"usb", "hdmi", "lan"}, []rules.Property{{Name: "watt", Type: rules.Number}},
		[][]rules.Value{{num("5")}, {num("2.5")}, {rules.None()}})
	sizes := options(t, []string{"s", "m", "l"}, nil, nil)
	colours := options(t, []string{"m", "red"}, nil, nil)
	fits := table(t, "fits", []rules.Column{{Name: "motor", Type: rules.Text}, {Name: "width", Type: rules.Number}, {Name: "gear", Type: rules.Text}, {Name: "ratio", Type: rules.Number}},
		[][]rules.Value{
			{text("m250"), num("100"), text("a"), num("1.5")},
			{text("m250"), num("200"), text("b"), num("2")},
			{text("m500"), num("100"), text("b"), rules.None()},
			{text("m500"), num("300"), text("c"), num("4")},
		})
	part := []rules.Name{{Name: "weight", Type: rules.Number}}
	schema, err := rules.NewSchema([]rules.Name{
		{Name: "cargo", Type: rules.Bool},
		{Name: "lock", Type: rules.Bool, Optional: true},
		{Name: "motor", Type: rules.Choice(motors)},
		{Name: "spare", Type: rules.Choice(motors), Optional: true},
		{Name: "size", Type: rules.Choice(sizes)},
		{Name: "colour", Type: rules.Choice(colours), Optional: true},
		{Name: "ports", Type: rules.Multi(ports)},
		{Name: "width", Type: rules.Number},
		{Name: "length", Type: rules.Number, Optional: true},
		{Name: "delivery", Type: rules.Date, Optional: true},
		{Name: "note", Type: rules.Text, Optional: true},
		{Name: "customer", Type: rules.Object(
			rules.Name{Name: "country", Type: rules.Text}, rules.Name{Name: "discount", Type: rules.Number, Optional: true})},
		{Name: "wheels", Type: rules.List(4, rules.Name{Name: "size", Type: rules.Number},
			rules.Name{Name: "tyre", Type: rules.Choice(sizes), Optional: true}, rules.Name{Name: "spikes", Type: rules.Bool})},
		{Name: "sections", Type: rules.Type{Kind: rules.ListKind, Max: 5, Ordered: true, Fields: []rules.Name{
			{Name: "kind", Type: rules.Choice(colours)}, {Name: "load", Type: rules.Number, Optional: true},
			{Name: "parts", Type: rules.List(3, part...)}}}},
	}, fits)
	if err != nil {
		t.Fatal(err)
	}
	f := &fixture{schema: schema, motors: motors, ports: ports}
	f.fill(t)
	return f
}

// fill gives the frame of the fixture values: see the table of TestEvaluate.
func (f *fixture) fill(t testing.TB) {
	t.Helper()
	f.frame = f.schema.NewFrame()
	f.set("cargo", rules.BoolValue(true))
	f.set("motor", f.motors.Value(1))
	f.set("size", f.option("size", "m"))
	f.set("ports", f.ports.Set(0, 1))
	f.set("width", num("100.0"))
	f.set("delivery", rules.DateValue(civil.MustParse("2026-03-31")))
	f.set("note", text("Été 2026"))
	f.set("customer.country", text("FR"))
	wheels, _ := f.schema.Slot("wheels")
	f.frame.SetList(wheels, f.wheel("28", "m", true), f.wheel("28", "", false), f.wheel("26.5", "l", false))
	sections, _ := f.schema.Slot("sections")
	f.frame.SetList(sections, f.section("red", "10", "1", "2"), f.section("m", ""), f.section("red", "7.5", "4"))
}

func (f *fixture) set(path string, v rules.Value) { f.frame.SetName(path, v) }

func (f *fixture) option(path, code string) rules.Value {
	slot, _ := f.schema.Slot(path)
	return choose(f.schema, slot, code)
}

func choose(s *rules.Schema, slot int, code string) rules.Value {
	o := s.Slots()[slot].Type.Options
	return o.Value(o.Find(code).Index())
}

func (f *fixture) wheel(size, tyre string, spikes bool) *rules.Frame {
	slot, _ := f.schema.Slot("wheels")
	out := f.schema.Element(slot).NewFrame()
	out.SetName("size", num(size))
	out.SetName("spikes", rules.BoolValue(spikes))
	if tyre != "" {
		out.SetName("tyre", choose(out.Schema(), 1, tyre))
	}
	return out
}

func (f *fixture) section(kind, load string, weights ...string) *rules.Frame {
	slot, _ := f.schema.Slot("sections")
	out := f.schema.Element(slot).NewFrame()
	out.SetName("kind", choose(out.Schema(), 0, kind))
	if load != "" {
		out.SetName("load", num(load))
	}
	parts := []*rules.Frame{}
	for _, w := range weights {
		part := out.Schema().Element(2).NewFrame()
		part.SetName("weight", num(w))
		parts = append(parts, part)
	}
	out.SetList(2, parts...)
	return out
}

func options(t testing.TB, codes []string, properties []rules.Property, values [][]rules.Value) *rules.Options {
	t.Helper()
	o, err := rules.NewOptions(codes, properties, values)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func table(t testing.TB, name string, columns []rules.Column, rows [][]rules.Value) *rules.Table {
	t.Helper()
	out, err := rules.NewTable(name, columns, rows)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// compile compiles or fails the test.
func compile(t testing.TB, s *rules.Schema, source string, want rules.Type, given ...rules.Assumption) *rules.Program {
	t.Helper()
	p, issues := rules.Compile(s, rules.Source{Text: source}, want, given...)
	for _, i := range issues {
		t.Errorf("%s: %s\n%s", source, i, i.Snippet)
	}
	if p == nil {
		t.FailNow()
	}
	return p
}
