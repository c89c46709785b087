package pricing

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// bookIndex is a book made ready for look-ups, with the book it derives from.
type bookIndex struct {
	book     *Book
	items    map[string][]*price
	models   map[string][]*price
	options  map[optionKey][]*price
	matrices map[string]*Matrix
	tiers    tierIndex
	parent   *bookIndex
}

// optionKey names an attribute of a model ("boxes/size" in a component) and,
// for a price that only one option has, the option.
type optionKey struct{ model, attribute, option string }

// price is a compiled entry.
type price struct {
	Entry
	book    *bookIndex
	formula *rules.Program
}

// The bits of specificity, in the order of the look-up.
const (
	byChannel = 1 << iota
	byRegion
	bySegment
	byCustomer
)

func (e *Entry) specificity() int {
	bits := 0
	if e.Customer != "" {
		bits |= byCustomer
	}
	if e.Segment != "" {
		bits |= bySegment
	}
	if e.Region != "" {
		bits |= byRegion
	}
	if e.Channel != "" {
		bits |= byChannel
	}
	return bits
}

// scope names the key that decided a look-up.
func scope(bits int) string {
	switch {
	case bits&byCustomer != 0:
		return "customer"
	case bits&bySegment != 0:
		return "segment"
	case bits&byRegion != 0:
		return "region"
	case bits&byChannel != 0:
		return "channel"
	}
	return "base"
}

// within reports whether date lies in the interval, both days included; zero
// ends are open.
func within(date, from, to civil.Date) bool {
	return (from.IsZero() || !date.Before(from)) && (to.IsZero() || !date.After(to))
}

// matches reports whether the entry is for the request, whatever its currency.
func (p *price) matches(r *Request) bool {
	return (p.Customer == "" || p.Customer == r.Customer.Code) &&
		(p.Segment == "" || p.Segment == r.Customer.Segment) &&
		(p.Region == "" || p.Region == r.Region) &&
		(p.Channel == "" || p.Channel == r.Channel) &&
		within(r.Date, p.From, p.To)
}

// found is the entry a look-up has chosen, with what turns its amounts into the
// request's currency.
type found struct {
	*price
	// derived are the derivations from the entry's book up to the one priced
	// with, innermost first.
	derived []*Derivation
	// converted is set when the book's currency is not the request's; rate then
	// converts to that, and is 0 where it is missing.
	converted bool
	rate      money.Decimal
	bits      int
}

// amount turns an amount of the entry into the request's currency.
func (f found) amount(d money.Decimal) money.Decimal {
	for _, x := range f.derived {
		d = x.apply(d)
	}
	if !f.rate.IsZero() {
		d = d.Mul(f.rate)
	}
	return d
}

// apply multiplies and rounds as the derivation says.
func (x *Derivation) apply(d money.Decimal) money.Decimal {
	d = d.Mul(x.Factor)
	if x.Places != nil {
		d = d.Round(*x.Places)
	}
	if x.Ending == nil || d.Sign() < 0 {
		return d
	}
	unit := one
	for unit.Cmp(*x.Ending) <= 0 {
		unit = unit.Shift(1)
	}
	// The two prices around d that end as wanted; a negative one is none.
	steps, _ := d.Sub(*x.Ending).QuoRound(unit, 0, money.Floor)
	low := steps.Mul(unit).Add(*x.Ending)
	high := low.Add(unit)
	if low.Sign() < 0 || high.Sub(d).Cmp(d.Sub(low)) <= 0 {
		return high
	}
	return low
}

// selector picks the candidates of one key from a book.
type selector func(*bookIndex) []*price

// lookup returns the most specific entry that a key has for the request: of the
// book itself, else of the one it derives from. Entries in the request's
// currency come before those that would have to be converted. It returns false
// when there is none.
func (r *run) lookup(candidates selector) (found, bool) {
	root := r.p.book
	if r.req.Currency != root.book.Currency {
		if best := r.best(candidates(root), r.req.Currency); best != nil {
			return found{price: best, bits: best.specificity()}, true
		}
		if !root.book.Convert {
			return found{}, false
		}
	}
	var derived []*Derivation
	for b := root; b != nil; b = b.parent {
		if best := r.best(candidates(b), b.book.Currency); best != nil {
			return found{price: best, derived: derived, converted: r.req.Currency != root.book.Currency, rate: r.rate, bits: best.specificity()}, true
		}
		if b.book.Derived != nil {
			derived = append([]*Derivation{b.book.Derived}, derived...)
		}
	}
	return found{}, false
}

// best returns the most specific of the candidates that are for the request.
func (r *run) best(candidates []*price, currency money.Currency) *price {
	var best *price
	bits := -1
	for _, p := range candidates {
		if p.Currency != currency || !p.matches(r.req) {
			continue
		}
		if b := p.specificity(); b > bits {
			best, bits = p, b
		}
	}
	return best
}
