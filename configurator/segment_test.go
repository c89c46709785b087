package configurator_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
)

func TestSegmentStartsAtTheLastBoundary(t *testing.T) {
	window := func(from, to string) (w configurator.Window) {
		if from != "" {
			w.From = civil.MustParse(from)
		}
		if to != "" {
			w.To = civil.MustParse(to)
		}
		return w
	}
	m := &configurator.Model{Tables: []*configurator.Table{{Window: window("", "2026-06-30")}}}
	m.Components = []*configurator.Component{{Body: configurator.Body{
		Attributes: []*configurator.Attribute{{Options: []*configurator.Option{{Window: window("2026-03-01", "")}}}},
		Rules:      []*configurator.Rule{{Window: window("2026-02-01", "2026-04-30")}},
	}}}
	for day, want := range map[string]string{
		"2026-01-31": "", "2026-02-01": "2026-02-01", "2026-02-28": "2026-02-01", "2026-03-01": "2026-03-01",
		"2026-04-30": "2026-03-01", "2026-05-01": "2026-05-01", "2026-07-01": "2026-07-01", "2030-01-01": "2026-07-01",
	} {
		if got := m.Segment(civil.MustParse(day)).String(); got != want {
			t.Errorf("Segment(%s) = %q, want %q", day, got, want)
		}
	}
}
