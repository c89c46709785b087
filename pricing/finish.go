package pricing

import (
	"cmp"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// finish adds what follows from the final nets: charges, floors, terms, costs.
func (r *run) finish() {
	if s := r.p.procedure.charge; s != nil && r.whenQuote(s) {
		r.addCharges(s)
	}
	s := r.p.procedure.floor
	for _, w := range r.lines {
		if s != nil && (s.when == nil || s.when.Bool(r.frames.line(w, s.schema))) {
			w.checkFloor(s)
		}
		w.finishTerm()
		w.finishCost()
	}
}

// result gathers the lines, sums and issues.
func (r *run) result() Result {
	res := Result{Semantics: Semantics, Date: r.req.Date, Currency: r.req.Currency, Pins: r.pins(), Charges: r.charges}
	for _, w := range r.lines {
		if !w.res.Priced {
			w.blank()
		}
	}
	res.Lines = r.results
	t := r.sum()
	res.VAT, res.Sections = t.vat.close(r.minor), t.sections()
	res.Totals = t.totals(res.VAT)
	slices.SortStableFunc(r.issues, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	res.Complete = true
	for _, i := range r.issues {
		res.Issues = append(res.Issues, i.Issue)
		res.Complete = res.Complete && i.Severity == Warning
	}
	return res
}

// blank removes the amounts of a line that could not be priced to the end.
func (w *work) blank() {
	*w.res = LineResult{ID: w.res.ID, Section: w.res.Section, Period: w.res.Period, Counted: w.res.Counted, Quantity: w.res.Quantity,
		Per: w.res.Per, OnRequest: w.res.OnRequest, Tax: w.res.Tax, Entry: w.res.Entry}
}

// pins names the versions of the set.
func (r *run) pins() Pins { return r.p.pins }

// tally adds up the counted lines and charges.
type tally struct {
	r        *run
	vat      vat
	net      map[Period]money.Decimal
	section  map[string]*sectionTally
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
	net          map[Period]money.Decimal
	tcv          money.Decimal
	cost, costed money.Decimal
	anyCost      bool
}

func (r *run) sum() *tally {
	t := &tally{r: r, net: map[Period]money.Decimal{}, section: map[string]*sectionTally{}, worth: map[*work]money.Decimal{}}
	for i := range r.req.Sections {
		t.section[r.req.Sections[i].ID] = &sectionTally{net: map[Period]money.Decimal{}}
	}
	for _, w := range r.lines {
		if !w.res.Priced {
			continue
		}
		t.selectable(w, w.res.TCV)
		if w.res.Counted {
			t.line(w)
		}
	}
	for i := range r.charges {
		c := &r.charges[i]
		tcv := c.Net
		if c.Line != "" {
			w := r.byID[c.Line]
			tcv = w.overTerm(c.Net, false)
			t.selectable(w, tcv)
		}
		if c.Counted {
			t.net[c.Period] = t.net[c.Period].Add(c.Net)
			t.vat.add(c.Period, c.Tax, c.Net)
			t.tcv = t.tcv.Add(tcv)
		}
	}
	return t
}

// selectable notes what ticking or choosing the line would add.
func (t *tally) selectable(w *work, tcv money.Decimal) {
	if w.line.Alternative != "" || !w.res.Counted {
		t.worth[w] = t.worth[w].Add(tcv)
	}
}

// largest is the largest TCV that ticking and choosing can reach.
func (t *tally) largest() money.Decimal {
	sum := t.tcv
	now, most := map[string]money.Decimal{}, map[string]money.Decimal{}
	for w, worth := range t.worth {
		switch group := w.line.Alternative; {
		case group == "":
			sum = sum.Add(money.Max(worth, money.Decimal{}))
		case w.res.Counted:
			now[group] = now[group].Add(worth)
		case !w.line.Chosen:
			most[group] = money.Max(most[group], worth)
		}
	}
	for group, worth := range most {
		sum = sum.Add(money.Max(worth.Sub(now[group]), money.Decimal{}))
	}
	return sum
}

// line adds a counted line.
func (t *tally) line(w *work) {
	res := w.res
	t.net[res.Period] = t.net[res.Period].Add(res.FinalNet)
	t.vat.add(res.Period, res.Tax, res.FinalNet)
	t.tcv = t.tcv.Add(res.TCV)
	acv, mrr := w.yearly()
	t.acv, t.mrr = t.acv.Add(acv), t.mrr.Add(mrr)
	t.list = t.list.Add(w.overTerm(res.ConfiguredAmount, true))
	t.before = t.before.Add(w.overTerm(res.BeforeManualAmount, true))
	s := t.section[res.Section]
	if s != nil {
		s.net[res.Period] = s.net[res.Period].Add(res.FinalNet)
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

func (t *tally) sections() []SectionResult {
	var out []SectionResult
	for i := range t.r.req.Sections {
		id := t.r.req.Sections[i].ID
		s := t.section[id]
		res := SectionResult{ID: id, OneOff: s.net[OneOff], Month: s.net[Month], Year: s.net[Year], TCV: s.tcv}
		if s.anyCost {
			res.Margin = newMargin(s.cost, s.costed)
		}
		out = append(out, res)
	}
	return out
}

func (t *tally) totals(rows []VATRow) Totals {
	minor := t.r.minor
	out := Totals{OneOff: t.period(OneOff, rows), Month: t.period(Month, rows), Year: t.period(Year, rows),
		TCV: t.tcv, ACV: t.acv.Round(minor), MRR: t.mrr.Round(minor), List: t.list, BeforeManual: t.before}
	out.ARR = t.mrr.Mul(twelve).Round(minor)
	out.LargestTCV = t.largest()
	if base := t.r.req.Base; !base.IsZero() {
		if value, ok := t.r.p.rates.convert(out.LargestTCV, t.r.req.Currency, base, t.r.req.Date); ok {
			out.BaseLargestTCV = &value
		} else {
			t.r.issue(Issue{Kind: "missing-rate", Severity: Warning, Message: lang.New(
				"there is no exchange rate to the base currency", "il n'y a pas de taux de change vers la devise de base")})
		}
	}
	if !t.costed.IsZero() || !t.cost.IsZero() {
		out.Margin = newMargin(t.cost, t.costed)
		out.Uncosted = &t.uncosted
	}
	return out
}

func (t *tally) period(p Period, rows []VATRow) PeriodTotal {
	out := PeriodTotal{Net: t.net[p]}
	for _, row := range rows {
		if row.Period == p {
			out.VAT = out.VAT.Add(row.Amount)
		}
	}
	out.Gross = out.Net.Add(out.VAT)
	return out
}
