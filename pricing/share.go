package pricing

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// isShare reports whether the line's price is a share of other lines' nets.
func (w *work) isShare() bool { return w.hasEntry && w.entry.PercentOf != nil }

// covers reports whether the line is part of the base of shares in a section.
func (of *PercentOf) covers(section string, w *work) bool {
	switch {
	case !w.firm():
		return false
	case of.Period != "" && w.res.Period != of.Period:
		return false
	case len(of.Families) == 0 && len(of.Items) == 0:
		return w.line.Section == section
	}
	return slices.Contains(of.Families, w.line.Item.Family) && w.line.Item.Family != "" ||
		slices.Contains(of.Items, w.line.Item.SKU) && w.line.Item.SKU != ""
}

// pot is the base of all shares of one kind: the nets of the lines it covers.
type pot struct {
	of      *PercentOf
	section string
	sum     money.Decimal
	// waiting and unpriced count the covered lines whose price is still to come,
	// or will never come; missing is the first of the latter.
	waiting, unpriced int
	missing           [2]*work
}

// potKey tells pots apart: the entry and, where it is about the section, that.
type potKey struct {
	of      *PercentOf
	section string
}

func (w *work) potKey() potKey {
	of := w.entry.PercentOf
	if len(of.Families) == 0 && len(of.Items) == 0 {
		return potKey{of, w.line.Section}
	}
	return potKey{of: of}
}

// add counts a covered line that is priced, or never will be.
func (p *pot) add(w *work) {
	if w.res.Priced {
		p.sum = p.sum.Add(w.res.Net)
		return
	}
	if p.unpriced < len(p.missing) {
		p.missing[p.unpriced] = w
	}
	p.unpriced++
}

// priceShares prices the lines that are a share of others, each after all those
// it depends on. Lines that depend on each other in a circle get an issue, and
// so do those that depend on such lines.
func (r *run) priceShares() {
	r.pots = map[potKey]*pot{}
	var waiting []*work
	for _, w := range r.lines {
		if w.failed || !w.isShare() {
			continue
		}
		waiting = append(waiting, w)
		if key := w.potKey(); r.pots[key] == nil {
			r.pots[key] = &pot{of: key.of, section: key.section}
		}
	}
	for _, p := range r.pots {
		p.fill(r.lines)
	}
	for len(waiting) > 0 {
		var later []*work
		for _, w := range waiting {
			own := btoi(w.pot().of.covers(w.line.Section, w))
			if w.pot().waiting > own {
				later = append(later, w)
				continue
			}
			w.run()
			for _, p := range r.pots {
				if p.of.covers(p.section, w) {
					p.waiting--
					p.add(w)
				}
			}
		}
		if len(later) == len(waiting) {
			failCircles(waiting)
			return
		}
		waiting = later
	}
}

func (w *work) pot() *pot { return w.r.pots[w.potKey()] }

// fill counts the lines that the pot covers.
func (p *pot) fill(lines []*work) {
	for _, w := range lines {
		switch {
		case !p.of.covers(p.section, w):
		case !w.failed && w.isShare():
			p.waiting++
		default:
			p.add(w)
		}
	}
}

// failCircles reports lines that wait for each other: those in a circle, and
// those that depend on one.
func failCircles(waiting []*work) {
	for _, w := range waiting {
		w.fail(Issue{Kind: "circular-percent-of", Rule: w.entry.ID, Position: w.entry.Position, Message: lang.New(
			"the price is a share of lines that depend on this one, or on each other",
			"le prix est une part de lignes qui dépendent de celle-ci ou l'une de l'autre")})
	}
}

// share is the list price of a line that is a percentage of others' nets.
func (w *work) share(s *step, rec *Step) (money.Decimal, bool) {
	p := w.pot()
	missing := p.missing[0]
	if missing == w {
		missing = p.missing[1]
	}
	if missing != nil {
		w.fail(Issue{Kind: "base-incomplete", Step: s.ID, Rule: w.entry.ID, Message: lang.New(
			fmt.Sprintf("the price is a share of line %q, which has none", missing.line.ID),
			fmt.Sprintf("le prix est une part de la ligne %q, qui n'en a pas", missing.line.ID))})
		return money.Decimal{}, false
	}
	percent := w.entry.PercentOf.Percent
	rec.Inputs = []Input{{"base", p.sum.String()}, {"percent", percent.String()}}
	return p.sum.Mul(percent.Shift(-2)), true
}
