package pricing

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// isShare reports whether the line's price is a share of other lines' nets.
func (w *work) isShare() bool { return w.hasEntry && w.entry.PercentOf != nil }

// sharesIn reports whether the net of other is part of the line's base.
func (w *work) sharesIn(other *work) bool {
	of := w.entry.PercentOf
	switch {
	case other == w || !other.firm():
		return false
	case of.Period != "" && other.res.Period != of.Period:
		return false
	case len(of.Families) == 0 && len(of.Items) == 0:
		return other.line.Section == w.line.Section
	}
	return slices.Contains(of.Families, other.line.Item.Family) && other.line.Item.Family != "" ||
		slices.Contains(of.Items, other.line.Item.SKU) && other.line.Item.SKU != ""
}

// priceShares prices the lines that are a share of others, each after all those
// it depends on. Lines that depend on each other in a circle get an issue.
func (r *run) priceShares() {
	r.shares = r.shares[:0]
	var waiting []*work
	for _, w := range r.lines {
		if !w.failed && w.isShare() {
			waiting = append(waiting, w)
		}
	}
	for len(waiting) > 0 {
		var later []*work
		for _, w := range waiting {
			if slices.ContainsFunc(waiting, w.sharesIn) {
				later = append(later, w)
				continue
			}
			r.shares = append(r.shares, w)
			w.run()
		}
		if len(later) == len(waiting) {
			for _, w := range waiting {
				w.failCircle()
			}
			return
		}
		waiting = later
	}
}

func (w *work) failCircle() {
	w.fail(Issue{Kind: "circular-percent-of", Rule: w.entry.ID, Position: w.entry.Position, Message: lang.New(
		"the price is a share of lines that depend on this one", "le prix est une part de lignes qui dépendent de celle-ci")})
}

// share is the list price of a line that is a percentage of others' nets.
func (w *work) share(s *step, rec *Step) (money.Decimal, bool) {
	var base money.Decimal
	for _, other := range w.r.lines {
		if !w.sharesIn(other) {
			continue
		}
		if !other.res.Priced {
			w.fail(Issue{Kind: "base-incomplete", Step: s.ID, Rule: w.entry.ID, Message: lang.New(
				fmt.Sprintf("the price is a share of line %q, which has none", other.line.ID),
				fmt.Sprintf("le prix est une part de la ligne %q, qui n'en a pas", other.line.ID))})
			return base, false
		}
		base = base.Add(other.res.Net)
	}
	percent := w.entry.PercentOf.Percent
	rec.Inputs = []Input{{"base", base.String()}, {"percent", percent.String()}}
	return base.Mul(percent.Shift(-2)), true
}
