package pricing

import (
	"fmt"
	"strconv"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// run is the pricing of one request: of all of it at once, or again and again
// of what an edit has touched (see Draft). It belongs to one goroutine.
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
	sections    map[string]int
	// anyAlternative is set once a line has been an alternative.
	anyAlternative bool
	discounts      discounts
	// spreadBefore is set while lines have shares of header discounts.
	spreadBefore bool

	lines []*work
	// results are those of the lines of the request as it came.
	results []LineResult
	byID    map[string]*work
	groups  map[*Tier]*tierGroup
	// pots are the bases of lines priced as a percentage of others.
	pots map[potKey]*pot
	// steps are those of the line at hand; when it is done they are kept in mem,
	// and their inputs with them.
	steps []Step
	mem   memory
	// The parts that all steps of rounding have in common.
	lineRounding               *Origin
	unitDecimals, lineDecimals []Input
	// inputs and stackable are room for what the step at hand gathers.
	inputs    [16]Input
	stackable []*promotion
	// scope and weights are room for the discount at hand: the lines it is about,
	// and what it is spread in proportion to.
	scope   []*work
	weights []money.Decimal

	// What follows from all lines together.
	charges []ChargeResult
	issues  []Issue
}

func newRun(p *Pricer, req *Request) *run {
	r := &run{p: p, req: req, minor: req.Currency.Minor(), frames: newFrames(req, p.plans), groups: make(map[*Tier]*tierGroup), mem: newMemory(len(req.Lines))}
	r.places = r.minor
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
	r.lineRounding = &Origin{ID: p.procedure.rounding.ID, Kind: LineRoundingStep}
	r.unitDecimals, r.lineDecimals = []Input{{"decimals", strconv.Itoa(r.places)}}, []Input{{"decimals", strconv.Itoa(r.minor)}}
	r.readHeader()
	return r
}

// readHeader indexes the sections and discounts of the request.
func (r *run) readHeader() {
	r.sections = make(map[string]int, len(r.req.Sections))
	for i := range r.req.Sections {
		r.sections[r.req.Sections[i].ID] = i
	}
	r.discounts = newDiscounts(r.p.procedure, r.req)
}

// resolve opens every line and counts the quantities that scales look at.
func (r *run) resolve() {
	n := len(r.req.Lines)
	r.results = make([]LineResult, n)
	r.lines = make([]*work, n)
	r.byID = make(map[string]*work, n)
	for i := range n {
		w := r.mem.works.next()
		w.at, w.res, r.lines[i] = i, &r.results[i], w
		w.open(r, &r.req.Lines[i])
		if r.byID[w.line.ID] != nil {
			w.fail(Issue{Kind: "duplicate-line", Message: lang.New(
				fmt.Sprintf("line id %q occurs twice", w.line.ID), fmt.Sprintf("l'identifiant de ligne %q existe deux fois", w.line.ID))})
		} else {
			r.byID[w.line.ID] = w
		}
		w.join()
	}
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

// conclude computes what depends on all lines together, and from it the results
// of the lines it has changed.
func (r *run) conclude() *tally {
	r.issues, r.charges = nil, nil
	if r.req.Currency.IsZero() {
		r.issue(Issue{Kind: "missing-currency", Message: lang.New("the quote has no currency", "le devis n'a pas de devise")})
	}
	if r.anyAlternative {
		r.checkAlternatives()
	}
	r.spread()
	t := newTally(r)
	for _, w := range r.lines {
		w.close()
		t.add(w)
	}
	if s := r.p.procedure.charge; s != nil && r.whenQuote(s) {
		r.addCharges(s)
	}
	t.finish()
	return t
}

// issue adds a finding about the quote.
func (r *run) issue(i Issue) { r.issues = append(r.issues, i.orError()) }

// orError makes an issue without a severity an error.
func (i Issue) orError() Issue {
	if i.Severity == "" {
		i.Severity = Error
	}
	return i
}

// result gathers the lines, sums and issues of a run that is over.
func (r *run) result(t *tally) Result {
	res := Result{Semantics: Semantics, Date: r.req.Date, Currency: r.req.Currency, Pins: r.p.pins, Charges: r.charges,
		Lines: r.results, Sections: t.sectionResults(), VAT: t.rows, Totals: t.totals(), Issues: r.allIssues()}
	res.Complete = complete(res.Issues)
	return res
}

// allIssues returns those of the lines, in order, then those of the quote.
func (r *run) allIssues() []Issue {
	var out []Issue
	for _, w := range r.lines {
		out = append(out, w.issues...)
		out = append(out, w.late...)
	}
	return append(out, r.issues...)
}

func complete(issues []Issue) bool {
	for i := range issues {
		if issues[i].Severity != Warning {
			return false
		}
	}
	return true
}
