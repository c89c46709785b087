package pricing

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// work is one line on its way through the procedure. What stands above header
// depends on the line alone and on the quantities and nets it looks at; what
// stands below also on the discounts of the whole quote.
type work struct {
	r    *run
	at   int // its place among the lines
	line *Line
	// entry is the base price; hasEntry is false for kept and special prices.
	entry    found
	hasEntry bool
	contract *contractPrice
	// scale is the quantity scale of the line, group the quantity it counts in
	// when that is not the line's own.
	scale  *Tier
	group  *tierGroup
	failed bool
	issues []Issue
	// price is the running price per base quantity, amount what it comes to for
	// the line, exact but for the division by the base quantity.
	price  money.Decimal
	amount money.Decimal
	// configured is price after the selection, set once.
	isConfigured bool
	manual       bool
	cost         money.Decimal
	costKnown    bool
	floor        money.Decimal
	hasFloor     bool
	hardFloor    bool
	// steps are those up to the line net; fresh says that header steps still fit
	// behind them.
	steps []Step
	fresh bool

	// header are the shares of header discounts in res, next those of the
	// present round, final the net they lead to.
	header, next []share
	final        money.Decimal
	closed       bool
	late         []Issue
	res          *LineResult
}

// open starts the work on a line.
func (w *work) open(r *run, line *Line) {
	if w.line != nil {
		*w, *w.res = work{at: w.at, res: w.res}, LineResult{}
	}
	w.r, w.line, w.costKnown = r, line, true
	w.res.ID, w.res.Section, w.res.Period, w.res.Per, w.res.Quantity = line.ID, line.Section, OneOff, one, line.Quantity
	r.anyAlternative = r.anyAlternative || line.Alternative != ""
	w.res.Counted = w.firm() || line.Optional && line.Ticked && (line.Alternative == "" || line.Chosen)
	if _, known := r.sections[line.Section]; !known && line.Section != "" {
		w.note(Issue{Kind: "unknown-section", Message: lang.New(
			fmt.Sprintf("section %q does not exist", line.Section), fmt.Sprintf("la section %q n'existe pas", line.Section))})
	}
	switch {
	case tooLarge(line.Quantity), tooLarge(line.Item.Weight):
		w.failOverflow("", "")
	case line.Quantity.Sign() < 0:
		w.fail(Issue{Kind: "negative-quantity", Message: lang.New("the quantity is negative", "la quantité est négative")})
	}
	if w.failed {
		return
	}
	w.tax()
	w.checkTerm()
	switch {
	case line.Special != nil:
	case line.Kept != nil:
		w.keep(line.Kept)
	default:
		w.findEntry()
	}
}

// firm reports whether the line counts for the prices of others.
func (w *work) firm() bool {
	return !w.line.Optional && (w.line.Alternative == "" || w.line.Chosen)
}

// usualSteps is more than most lines have.
const usualSteps = 48

// run takes a line through the unit steps to its line net.
func (w *work) run() {
	w.r.steps = w.r.mem.steps.open(usualSteps)
	for i := range w.r.p.procedure.unit {
		w.step(&w.r.p.procedure.unit[i])
		if w.failed || w.res.OnRequest {
			return
		}
	}
	w.net()
}

// close writes what the header discounts have made of the line into its result,
// unless that is there already.
func (w *work) close() {
	if w.closed && slices.Equal(w.header, w.next) {
		return
	}
	w.header = slices.Clone(w.next)
	w.closed = true
	w.late = nil
	w.res.BelowFloor, w.res.Margin, w.res.Schedule, w.res.OverTerm, w.res.Months, w.res.Days = false, nil, nil, nil, 0, 0
	if !w.res.Priced {
		w.blank()
		return
	}
	w.headerSteps()
	w.res.FinalNet = w.final
	if s := w.r.p.procedure.floor; s != nil && (s.when == nil || s.when.Bool(w.r.frames.line(w, s.schema))) {
		w.checkFloor(s)
	}
	w.finishTerm()
	w.finishCost()
}

// headerSteps adds a step for every share of a header discount.
func (w *work) headerSteps() {
	if !w.fresh && len(w.header) > 0 {
		w.steps = w.r.mem.steps.keep(w.steps, len(w.header))
	}
	w.fresh = false
	w.res.Steps = w.steps
	before := w.res.Net
	for _, h := range w.header {
		after := before.Sub(h.amount)
		d := h.of
		w.res.Steps = append(w.res.Steps, Step{Origin: d.origin, Label: d.step.Name, Inputs: d.inputs,
			Before: before, After: after, Amount: h.amount.Neg()})
		before = after
	}
}

// blank removes the amounts of a line that could not be priced to the end.
func (w *work) blank() {
	*w.res = LineResult{ID: w.res.ID, Section: w.res.Section, Period: w.res.Period, Counted: w.res.Counted, Quantity: w.res.Quantity,
		Per: w.res.Per, OnRequest: w.res.OnRequest, Tax: w.res.Tax, Entry: w.res.Entry}
}

// note adds a finding about the line.
func (w *work) note(i Issue) {
	i.Line = w.line.ID
	w.issues = append(w.issues, i.orError())
}

// fail adds an error about the line and leaves it without a price.
func (w *work) fail(i Issue) {
	w.note(i)
	w.failed = true
}

func (w *work) failOverflow(step, rule string) {
	var at Position
	if w.hasEntry {
		at, rule = w.entry.Position, cmp.Or(rule, w.entry.ID)
	}
	w.fail(Issue{Kind: "overflow", Step: step, Rule: rule, Position: at, Message: lang.New(
		"an amount has too many digits", "un montant a trop de chiffres")})
}
