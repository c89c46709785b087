package rules_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/rules"
)

// The four shapes a rule is made of, and a condition of four of them.
var benchmarks = map[string]string{
	"choice":   `motor == "m500"`,
	"property": `motor.power >= 500`,
	"decimal":  `width <= 150.5`,
	"terms4":   `implies(motor == "m500" and width <= 150.5, size in ["s", "m"] or not cargo)`,
	"sum":      `width + width * 2 <= motor.power - 10`,
	"count":    `count(wheels, .size == 28) == 2`,
	"allowed":  `allowed("fits", motor, width, "b", 4)`,
}

func BenchmarkRun(b *testing.B) {
	f := newFixture(b)
	for name, source := range benchmarks {
		p := compile(b, f.schema, source, rules.Bool)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Bool(f.frame)
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	f := newFixture(b)
	b.ReportAllocs()
	for b.Loop() {
		if p, _ := rules.Compile(f.schema, rules.Source{Text: benchmarks["terms4"]}, rules.Bool); p == nil {
			b.Fatal("refused")
		}
	}
}
