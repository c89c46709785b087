package pricing

import (
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

var (
	one     = money.FromInt(1)
	hundred = money.FromInt(100)
	twelve  = money.FromInt(12)
	largest = money.New(1, 24)
)

// Pricer prices requests with one set of pinned versions. It is immutable and
// safe for concurrent use.
type Pricer struct {
	book       *bookIndex
	procedure  *procedure
	contracts  []*contract
	promotions []*promotion
	charges    []*charge
	rates      *Rates
	taxes      *TaxTable
	pins       Pins
	plans      map[*rules.Schema]*plan
}

// Compile indexes and checks a set. The error is a *fault.Error of code Invalid
// with every mistake found, by file position where the set came from a file.
// The set must not be changed afterwards.
func Compile(set Set) (*Pricer, error) {
	c := newCompiler(set)
	p := c.compile()
	if err := fault.FromIssues("invalid-prices", "the price data has mistakes", c.issues); err != nil {
		return nil, err
	}
	return p, nil
}

// Price prices one request with a set compiled for this call. Use Compile and
// Pricer.Price where a set is used more than once.
func Price(set Set, request Request) (Result, error) {
	p, err := Compile(set)
	if err != nil {
		return Result{}, err
	}
	return p.Price(request), nil
}

// Price prices a request. It never fails as a whole: what is wrong with a line
// is an Issue on it, and Result.Complete says whether there is any.
func (p *Pricer) Price(request Request) Result {
	r := newRun(p, &request)
	r.resolve()
	r.priceLines()
	r.priceShares()
	return r.result(r.conclude())
}
