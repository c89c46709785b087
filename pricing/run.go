package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// run is the pricing of one request. It belongs to one goroutine.
type run struct {
	p      *Pricer
	req    *Request
	places int // of a unit net
	minor  int // of the currency
	// rate turns the book's currency into the request's; 0 when they are the
	// same or rateMissing.
	rate        money.Decimal
	rateMissing bool
	contracts   []*contract
	promotions  []*promotion
	frames      *frames
	lines       []*work
	results     []LineResult
	// steps are those of the line at hand; when it is done they are kept, and
	// their inputs with them.
	steps      []Step
	keptSteps  arena[Step]
	keptInputs arena[Input]
	byID       map[string]*work
	groups     map[tierKey]*tierGroup
	charges    []ChargeResult
	issues     []placed
}

// placed is an issue and the place of its line among all, or after them.
type placed struct {
	Issue
	at int
}

// work is one line on its way through the procedure.
type work struct {
	r    *run
	at   int // its place among the lines
	line *Line
	res  *LineResult
	// entry is the base price; hasEntry is false for kept and special prices.
	entry    found
	hasEntry bool
	contract *contractPrice
	failed   bool
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
}

func newRun(p *Pricer, req *Request) *run {
	r := &run{p: p, req: req, minor: req.Currency.Minor(), frames: newFrames(req, p.plans)}
	r.places = r.minor
	r.keptSteps.chunk = min(16*len(req.Lines), 4096)
	r.keptInputs.chunk = min(24*len(req.Lines), 8192)
	if p.book.book.Precision != nil {
		r.places = *p.book.book.Precision
	}
	if book := p.book.book.Currency; book != req.Currency {
		r.rate = p.rates.at(book, req.Currency, req.Date)
		r.rateMissing = r.rate.IsZero()
	}
	for _, c := range p.contracts {
		if c.Customer == req.Customer.Code && c.Currency == req.Currency && within(req.Date, c.From, c.To) {
			r.contracts = append(r.contracts, c)
		}
	}
	for _, x := range p.promotions {
		if x.open(req) {
			r.promotions = append(r.promotions, x)
		}
	}
	return r
}

// resolve checks the lines, finds their base prices and counts the quantities
// that tiers depend on.
func (r *run) resolve() {
	r.lines = make([]*work, len(r.req.Lines))
	r.byID = make(map[string]*work, len(r.req.Lines))
	works := make([]work, len(r.req.Lines))
	r.results = make([]LineResult, len(r.req.Lines))
	if r.req.Currency.IsZero() {
		r.issue(Issue{Kind: "missing-currency", Message: lang.New("the quote has no currency", "le devis n'a pas de devise")})
	}
	for i := range r.req.Lines {
		w := &works[i]
		w.at = i
		w.open(r, &r.req.Lines[i])
		r.lines[i] = w
		if r.byID[w.line.ID] != nil {
			w.fail(Issue{Kind: "duplicate-line", Message: lang.New(
				fmt.Sprintf("line id %q occurs twice", w.line.ID), fmt.Sprintf("l'identifiant de ligne %q existe deux fois", w.line.ID))})
		} else {
			r.byID[w.line.ID] = w
		}
	}
	r.checkAlternatives()
	r.groupQuantities()
}

// open starts the work on a line.
func (w *work) open(r *run, line *Line) {
	w.r, w.line = r, line
	w.res = &r.results[w.at]
	*w.res = LineResult{ID: line.ID, Section: line.Section, Period: OneOff, Per: one, Quantity: line.Quantity}
	w.res.Counted = w.firm() || line.Optional && line.Ticked && (line.Alternative == "" || line.Chosen)
	w.costKnown = true
	switch {
	case line.Quantity.Overflowed():
		w.failOverflow("", "")
	case line.Quantity.Sign() < 0:
		w.fail(Issue{Kind: "negative-quantity", Message: lang.New("the quantity is negative", "la quantité est négative")})
	}
	if w.failed {
		return
	}
	w.tax()
	w.checkTerm()
	if line.Special == nil && line.Kept == nil {
		w.findEntry()
	}
}

// firm reports whether the line counts for the prices of others.
func (w *work) firm() bool {
	return !w.line.Optional && (w.line.Alternative == "" || w.line.Chosen)
}

// priceLines runs the unit steps and the rounding of every line that does not
// depend on the nets of others.
func (r *run) priceLines() {
	for _, w := range r.lines {
		if !w.failed && !w.isShare() {
			w.run()
		}
	}
}

// run takes a line through the unit steps to its line net.
func (w *work) run() {
	w.r.steps = w.r.steps[:0]
	for i := range w.r.p.procedure.unit {
		w.step(&w.r.p.procedure.unit[i])
		if w.failed || w.res.OnRequest {
			return
		}
	}
	w.net()
}

// issue adds a finding about the quote; without a severity it is an error.
func (r *run) issue(i Issue) { r.place(i, len(r.req.Lines)) }

// note adds a finding about the line.
func (w *work) note(i Issue) {
	i.Line = w.line.ID
	w.r.place(i, w.at)
}

func (r *run) place(i Issue, at int) {
	if i.Severity == "" {
		i.Severity = Error
	}
	r.issues = append(r.issues, placed{i, at})
}

// fail adds an error about the line and leaves it without a price.
func (w *work) fail(i Issue) {
	w.note(i)
	w.failed = true
}

func (w *work) failOverflow(step, rule string) {
	w.fail(Issue{Kind: "overflow", Step: step, Rule: rule, Message: lang.New(
		"an amount has too many digits", "un montant a trop de chiffres")})
}
