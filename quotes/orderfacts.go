package quotes

import (
	"github.com/quotient-cpq/quotient/internal/money"
)

// factsOf are the measures of an order: the shares of its lines, over the
// committed term, in the revision's currency.
func (c *Case) factsOf(r *Revision, o *Order) OrderFacts {
	places := r.Currency.Minor()
	f := OrderFacts{ID: o.ID, Number: o.Number, Rate: r.Rate, Lines: len(o.Lines)}
	if r.Acceptance != nil && r.Acceptance.Totals != nil {
		f.Accepted = r.Acceptance.Totals.TCV
	}
	steps := map[string]money.Decimal{}
	var codes []string
	var shares []Line
	for _, ol := range o.Lines {
		l, ok := r.line(ol.Line)
		if !ok {
			continue
		}
		l = l.share(ol.Quantity, ol.Net, places)
		shares = append(shares, l)
		term := termOf(l.Resolved.Period, r.TermMonths)
		f.Net, f.List = f.Net.Add(l.Price.FinalNet.Mul(term)), f.List.Add(l.Price.ListAmount.Mul(term))
		if l.Price.Cost != nil {
			f.Cost, f.CostedNet = f.Cost.Add(l.Price.Cost.Mul(term)), f.CostedNet.Add(l.Price.FinalNet.Mul(term))
		}
		for _, s := range l.Price.Steps {
			if _, known := steps[s.Code]; !known {
				codes = append(codes, s.Code)
			}
			steps[s.Code] = steps[s.Code].Add(s.Amount.Mul(term))
		}
	}
	for _, code := range codes {
		f.Steps = append(f.Steps, StepTotal{code, steps[code]})
	}
	f.Families = familyAmounts(shares, r.TermMonths)
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
