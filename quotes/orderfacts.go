package quotes

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// factsOf are the measures of an order: the shares of its lines, over the
// committed term, in the revision's currency.
func (c *Case) factsOf(r *Revision, o *Order) OrderFacts {
	places := r.Currency.Minor()
	f := OrderFacts{ID: o.ID, Number: o.Number, Rate: r.Rate, Lines: len(o.Lines)}
	if r.Acceptance != nil && r.Acceptance.Totals != nil {
		f.Accepted = r.Acceptance.Totals.TCV
	}
	var shares []Line
	for _, ol := range o.Lines {
		if l, ok := r.line(ol.Line); ok {
			shares = append(shares, l.share(ol.Quantity, ol.Net, places))
		}
	}
	s := &summing{r: r, steps: map[string]money.Decimal{}}
	for _, l := range shares {
		s.line(l)
	}
	for _, charge := range o.Charges {
		s.charge(charge)
	}
	t, _ := s.finish()
	f.Net, f.List, f.Cost, f.CostedNet, f.Steps = t.TCV, t.List, t.Cost, t.CostedNet, t.Steps
	f.Families = familyAmounts(shares)
	return f
}

// share is the line scaled to a part of its quantity, whose net is given. The
// steps still lead from nothing to that net: the last one takes the rounding.
func (l Line) share(quantity, net money.Decimal, places int) Line {
	if quantity.Equal(l.Quantity) && net.Equal(l.Price.FinalNet) {
		return l
	}
	part := func(amount money.Decimal) money.Decimal {
		out, _ := amount.Mul(quantity).QuoRound(l.Quantity, places, money.HalfAway)
		return out
	}
	full := l.Price
	l.Price.FinalNet, l.Price.Net = net, net
	switch {
	case net.Equal(full.FinalNet):
	case full.OverTerm != nil: // by the ramp and the days of the whole
		l.Price.TCV, _ = full.TCV.Mul(net).QuoRound(full.FinalNet, places, money.HalfAway)
	default:
		l.Price.TCV = l.over(net)
	}
	if o := full.OverTerm; o != nil {
		l.Price.OverTerm = &pricing.OverTerm{List: part(o.List), BeforeManual: part(o.BeforeManual)}
	}
	if full.TermCost != nil {
		cost := part(*full.TermCost)
		l.Price.TermCost = &cost
	}
	l.Price.ListAmount, l.Price.BeforeManual = part(full.ListAmount), part(full.BeforeManual)
	if full.Cost != nil {
		cost := part(*full.Cost)
		l.Price.Cost = &cost
	}
	l.Price.Steps = make([]PriceStep, len(full.Steps))
	sum := money.Decimal{}
	for n, s := range full.Steps {
		s.Amount = part(s.Amount)
		sum = sum.Add(s.Amount)
		if n == len(full.Steps)-1 {
			s.Amount = s.Amount.Add(net.Sub(sum))
		}
		l.Price.Steps[n] = s
	}
	return l
}
