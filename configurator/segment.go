package configurator

import "github.com/quotient-cpq/quotient/internal/civil"

// Segment returns the first day of the longest stretch of days around day in
// which the same options, rules and tables are in force. Compiling the model
// for any day of a stretch gives the same answers, so caches key on it. The
// zero Date is the stretch before every date the model names.
func (m *Model) Segment(day civil.Date) civil.Date {
	var start civil.Date
	boundary := func(d civil.Date) {
		if !d.IsZero() && !d.After(day) && (start.IsZero() || d.After(start)) {
			start = d
		}
	}
	window := func(w Window) {
		boundary(w.From)
		if !w.To.IsZero() {
			boundary(w.To.AddDays(1))
		}
	}
	for _, t := range m.Tables {
		window(t.Window)
	}
	m.windows(window)
	return start
}

// windows visits every effectivity window of the body and its components.
func (b *Body) windows(visit func(Window)) {
	for _, a := range b.Attributes {
		for _, o := range a.Options {
			visit(o.Window)
		}
	}
	for _, r := range b.Rules {
		visit(r.Window)
	}
	for _, c := range b.Components {
		c.windows(visit)
	}
}
