package pricing

import (
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// tally adds up the counted lines and charges.
type tally struct {
	r        *run
	vat      vat
	rows     []VATRow
	net      [len(periods)]money.Decimal
	sections []sectionTally
	tcv      money.Decimal
	acv      money.Decimal
	mrr      money.Decimal
	list     money.Decimal
	before   money.Decimal
	cost     money.Decimal
	costed   money.Decimal
	uncosted money.Decimal
	// worth is what each line that can be ticked or chosen comes to over its
	// term, with the charges printed for it.
	worth map[*work]money.Decimal
}

type sectionTally struct {
	net          [len(periods)]money.Decimal
	tcv          money.Decimal
	cost, costed money.Decimal
	anyCost      bool
}

func newTally(r *run) *tally {
	return &tally{r: r, sections: make([]sectionTally, len(r.req.Sections)), worth: map[*work]money.Decimal{}}
}

// add adds a line that is priced to the end.
func (t *tally) add(w *work) {
	if !w.res.Priced {
		return
	}
	t.selectable(w, w.res.TCV)
	if w.res.Counted {
		t.line(w)
	}
}

// finish adds the charges, and computes the tax.
func (t *tally) finish() {
	r := t.r
	for i := range r.charges {
		c := &r.charges[i]
		tcv := c.Net
		if c.Line != "" {
			w := r.byID[c.Line]
			tcv = w.overTerm(c.Net, false)
			t.selectable(w, tcv)
		}
		if c.Counted {
			t.net[c.Period.index()] = t.net[c.Period.index()].Add(c.Net)
			t.vat.add(c.Period, c.Tax, c.Net)
			t.tcv = t.tcv.Add(tcv)
		}
	}
	t.rows = t.vat.close(r.minor)
	t.checkBase()
}

// selectable notes what ticking or choosing the line would add.
func (t *tally) selectable(w *work, tcv money.Decimal) {
	if w.line.Alternative != "" || w.line.Optional || !w.res.Counted {
		t.worth[w] = t.worth[w].Add(tcv)
	}
}

// largest is the largest TCV that ticking and choosing can reach.
func (t *tally) largest() money.Decimal {
	sum := t.tcv
	now, most := map[string]money.Decimal{}, map[string]money.Decimal{}
	for w, worth := range t.worth {
		switch group := w.line.Alternative; {
		case group == "" && w.res.Counted: // a credit need not be taken
			sum = sum.Add(money.Max(worth.Neg(), money.Decimal{}))
		case group == "":
			sum = sum.Add(money.Max(worth, money.Decimal{}))
		case w.res.Counted:
			now[group] = now[group].Add(worth)
		case !w.line.Chosen:
			if best, known := most[group]; !known || worth.Cmp(best) > 0 {
				most[group] = worth
			}
		}
	}
	for group, worth := range most {
		sum = sum.Add(money.Max(worth.Sub(now[group]), money.Decimal{}))
	}
	return sum
}

// line adds a counted line.
func (t *tally) line(w *work) {
	res, p := w.res, w.res.Period.index()
	list, before := res.ConfiguredAmount, res.BeforeManualAmount
	if p != OneOff.index() {
		acv, mrr := w.yearly()
		t.acv, t.mrr = t.acv.Add(acv), t.mrr.Add(mrr)
		list, before = w.overTerm(list, true), w.overTerm(before, true)
	}
	t.net[p] = t.net[p].Add(res.FinalNet)
	t.vat.add(res.Period, res.Tax, res.FinalNet)
	t.tcv, t.list, t.before = t.tcv.Add(res.TCV), t.list.Add(list), t.before.Add(before)
	var s *sectionTally
	if at, ok := t.r.sections[res.Section]; ok {
		s = &t.sections[at]
		s.net[p] = s.net[p].Add(res.FinalNet)
		s.tcv = s.tcv.Add(res.TCV)
	}
	if res.Margin == nil {
		t.uncosted = t.uncosted.Add(res.TCV)
		return
	}
	cost := w.overTerm(res.Margin.Cost, false)
	t.cost, t.costed = t.cost.Add(cost), t.costed.Add(res.TCV)
	if s != nil {
		s.cost, s.costed, s.anyCost = s.cost.Add(cost), s.costed.Add(res.TCV), true
	}
}

func (t *tally) sectionResults() []SectionResult {
	var out []SectionResult
	for i := range t.sections {
		s := &t.sections[i]
		res := SectionResult{ID: t.r.req.Sections[i].ID, OneOff: s.net[0], Month: s.net[1], Year: s.net[2], TCV: s.tcv}
		if s.anyCost {
			res.Margin = newMargin(s.cost, s.costed)
		}
		out = append(out, res)
	}
	return out
}

func (t *tally) totals() Totals {
	minor := t.r.minor
	out := Totals{OneOff: t.period(OneOff), Month: t.period(Month), Year: t.period(Year),
		TCV: t.tcv, ACV: t.acv.Round(minor), MRR: t.mrr.Round(minor), List: t.list, BeforeManual: t.before}
	out.ARR = t.mrr.Mul(twelve).Round(minor)
	out.LargestTCV = t.largest()
	if base := t.r.req.Base; !base.IsZero() {
		if value, ok := t.r.p.rates.convert(out.LargestTCV, t.r.req.Currency, base, t.r.req.Date); ok {
			out.BaseLargestTCV = &value
		}
	}
	if !t.costed.IsZero() || !t.cost.IsZero() {
		out.Margin = newMargin(t.cost, t.costed)
		out.Uncosted = &t.uncosted
	}
	return out
}

// checkBase warns where the total cannot be told in the base currency.
func (t *tally) checkBase() {
	base := t.r.req.Base
	if base.IsZero() {
		return
	}
	if _, ok := t.r.p.rates.convert(one, t.r.req.Currency, base, t.r.req.Date); !ok {
		t.r.issue(Issue{Kind: "missing-rate", Severity: Warning, Message: lang.New(
			"there is no exchange rate to the base currency", "il n'y a pas de taux de change vers la devise de base")})
	}
}

func (t *tally) period(p Period) PeriodTotal {
	out := PeriodTotal{Net: t.net[p.index()]}
	for _, row := range t.rows {
		if row.Period == p {
			out.VAT = out.VAT.Add(row.Amount)
		}
	}
	out.Gross = out.Net.Add(out.VAT)
	return out
}
