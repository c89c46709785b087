package rules_test

import (
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/rules"
)

// TestWarnings shows which reads are reported as possibly none where that counts
// as false, and what counts as a guard.
func TestWarnings(t *testing.T) {
	t.Parallel()
	schema := newFixture(t).schema
	for source, want := range map[string][]string{
		"width > 1":                                              nil,
		"length > 1":                                             {"length"},
		"length == 1":                                            nil,
		"length * 2 + width > length":                            {"length", "length"},
		"has(length) and length > 1":                             nil,
		"length > 1 and has(length)":                             {"length"},
		"has(length) or length > 1":                              {"length"},
		"not has(length) or length > 1":                          nil,
		"not (has(length) and cargo) or length > 1":              nil,
		"implies(has(length), length > 1)":                       nil,
		"implies(length > 1, length > 2)":                        {"length"},
		"has(length) ? length > 1 : length > 2":                  {"length"},
		"(not has(length)) ? cargo : length > 2":                 nil,
		"spare.power > 1":                                        {"spare.power"},
		`spare == "m500" and spare.power > 1`:                    {"spare.power"},
		"has(spare.power) and spare.power > 1":                   nil,
		"motor.power > 1":                                        nil,
		"motor.torque > 1":                                       {"motor.torque"},
		"max(length, 1) > 1":                                     nil,
		"count(sections, .load > 1) > 1":                         {".load"},
		"count(sections, has(.load) and .load > 1) > 1":          nil,
		"any(filter(sections, has(.load)), .load > 1)":           nil,
		"any(sections, has(.load)) and any(sections, .load > 1)": {".load"},
		"sum(sections, .load) > 1":                               nil,
		"any(sections, .next.position > 1)":                      {".next.position"},
		"any(sections, has(.next) and .next.position > 1)":       nil,
		`allowed("fits", spare, width, "a", length)`:             {"spare", "length"},
		`lookup("fits", motor, width, "ratio") > 1`:              nil,
		`delivery > "2026-01-01"`:                                {"delivery"},
		"1 < length < 5":                                         {"length < 5"},
	} {
		p := compile(t, schema, source, rules.Bool)
		var got []string
		for _, i := range p.Warnings() {
			if i.Kind != "unguarded-read" {
				t.Errorf("%s: %s", source, i.Kind)
			}
			got = append(got, source[i.Position.Column-1:])
		}
		ok := slices.EqualFunc(got, want, func(rest, name string) bool { return len(rest) >= len(name) && rest[:len(name)] == name })
		if !ok {
			t.Errorf("%s: warnings at %q, want %q", source, got, want)
		}
	}
}

// TestGiven shows that a when guards the reads of its require.
func TestGiven(t *testing.T) {
	t.Parallel()
	schema := newFixture(t).schema
	when := compile(t, schema, "has(length) and cargo", rules.Bool)
	if w := compile(t, schema, "length > 1", rules.Bool, rules.Given(when)).Warnings(); len(w) > 0 {
		t.Errorf("a guarded read is reported: %v", w)
	}
	if w := compile(t, schema, "length > 1", rules.Bool, rules.Given(nil)).Warnings(); len(w) != 1 {
		t.Errorf("without a when, the warnings are %v", w)
	}
}
