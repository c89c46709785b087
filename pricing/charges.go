package pricing

import (
	"cmp"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// charge is a charge with its condition compiled.
type charge struct {
	Charge
	when   *rules.Program
	schema *rules.Schema
}

// addCharges computes every charge that is open and whose condition holds.
func (r *run) addCharges(s *step) {
	net, weight := r.firmSums()
	for _, c := range r.p.charges {
		if !within(r.req.Date, c.From, c.To) || c.when != nil && !c.when.Bool(r.frames.quote(c.schema, net, weight)) {
			continue
		}
		if r.rateMissing && c.Kind != PercentCharge {
			r.issue(Issue{Kind: "missing-rate", Step: s.ID, Rule: c.Code, Position: c.Position, Message: lang.New(
				"there is no exchange rate for this charge", "il n'y a pas de taux de change pour ces frais")})
			continue
		}
		lines := r.chargeable(c)
		if len(lines) == 0 {
			continue
		}
		switch c.Kind {
		case FixedCharge:
			r.chargeQuote(c, c.Value, nil)
		case WeightCharge:
			r.chargeWeight(c, lines)
		default:
			r.chargeLines(c, lines)
		}
	}
}

// chargeable returns the priced lines that the charge is about.
func (r *run) chargeable(c *charge) []*work {
	var out []*work
	for _, w := range r.lines {
		named := len(c.Families) == 0 && len(c.Items) == 0 ||
			slices.Contains(c.Families, w.line.Item.Family) && w.line.Item.Family != "" ||
			slices.Contains(c.Items, w.line.Item.SKU) && w.line.Item.SKU != ""
		if w.res.Priced && named {
			out = append(out, w)
		}
	}
	return out
}

// chargeWeight charges the weight of the firm lines: by the slab it reaches, or
// per kg.
func (r *run) chargeWeight(c *charge, lines []*work) {
	var weight money.Decimal
	for _, w := range lines {
		if w.firm() {
			weight = weight.Add(w.line.Item.Weight.Mul(w.line.Quantity))
		}
	}
	inputs := []Input{{"weight", weight.String()}}
	value := c.Value.Mul(weight)
	if len(c.Slabs) > 0 {
		t := Tier{Slabs: c.Slabs}
		i := t.reached(weight)
		if i < 0 {
			return
		}
		value = *c.Slabs[i].Price
		inputs = append(inputs, Input{"from", c.Slabs[i].From.String()})
	}
	if weight.Sign() > 0 {
		r.chargeQuote(c, value, inputs)
	}
}

// chargeQuote adds a one-off charge of the whole quote.
func (r *run) chargeQuote(c *charge, value money.Decimal, inputs []Input) {
	class := c.TaxClass
	if class == "" {
		class = StandardClass
	}
	tax, ok := r.taxOf(class, r.req.ShipTo)
	if !ok {
		issue := missingTax(class)
		issue.Rule = c.Code
		r.issue(issue)
	}
	r.charge(ChargeResult{Code: c.Code, Name: c.Name, Period: OneOff, Net: r.chargeNet(value, tax), Tax: tax, Inputs: inputs, Counted: true})
}

// chargeNet turns an amount of the book into the request's currency, without
// tax.
func (r *run) chargeNet(value money.Decimal, tax Tax) money.Decimal {
	if !r.rate.IsZero() {
		value = value.Mul(r.rate)
	}
	if r.p.book.book.TaxInclusive {
		net, _ := value.QuoRound(one.Add(tax.Rate.Shift(-2)), r.minor, money.HalfAway)
		return net
	}
	return value.Round(r.minor)
}

// charge adds a charge unless it is zero.
func (r *run) charge(c ChargeResult) {
	if tooLarge(c.Net) {
		r.issue(Issue{Kind: "overflow", Step: r.p.procedure.charge.ID, Rule: c.Code, Line: c.Line, Message: lang.New(
			"the charge has too many digits", "les frais ont trop de chiffres")})
		return
	}
	if !c.Net.IsZero() {
		r.charges = append(r.charges, c)
	}
}

// chargeLines charges per unit or in percent: the firm one-off lines of one tax
// together, every other line by itself.
func (r *run) chargeLines(c *charge, lines []*work) {
	type sum struct {
		tax   Tax
		basis money.Decimal
	}
	var sums []sum
	for _, w := range lines {
		tax := r.chargeTax(c, w)
		basis := w.line.Quantity
		if c.Kind == PercentCharge {
			basis = w.res.FinalNet
		}
		if !w.firm() || w.res.Period != OneOff {
			result := ChargeResult{Code: c.Code, Name: c.Name, Line: w.line.ID, Period: w.res.Period, Net: r.chargeOn(c, basis, tax),
				Tax: tax, Inputs: c.basis(basis), Counted: w.res.Counted}
			if result.Period != OneOff && (w.line.Term > 0 || !w.line.End.IsZero()) {
				over := w.overTerm(result.Net, false)
				result.OverTerm = &over
			}
			r.charge(result)
			continue
		}
		i := slices.IndexFunc(sums, func(s sum) bool { return s.tax.Category == tax.Category && s.tax.Rate.Equal(tax.Rate) })
		if i < 0 {
			i = len(sums)
			sums = append(sums, sum{tax: tax})
		}
		sums[i].basis = sums[i].basis.Add(basis)
	}
	for _, s := range sums {
		r.charge(ChargeResult{Code: c.Code, Name: c.Name, Period: OneOff, Net: r.chargeOn(c, s.basis, s.tax), Tax: s.tax,
			Inputs: c.basis(s.basis), Counted: true})
	}
}

// chargeTax is the tax of the charge's own class, else that of the line.
func (r *run) chargeTax(c *charge, w *work) Tax {
	if c.TaxClass == "" {
		return w.res.Tax
	}
	tax, ok := r.taxOf(c.TaxClass, cmp.Or(w.line.ShipTo, r.req.ShipTo))
	if !ok {
		issue := missingTax(c.TaxClass)
		issue.Rule, issue.Line = c.Code, w.line.ID
		r.issue(issue)
	}
	return tax
}

func (r *run) chargeOn(c *charge, basis money.Decimal, tax Tax) money.Decimal {
	if c.Kind == PercentCharge {
		return basis.Mul(c.Value.Shift(-2)).Round(r.minor)
	}
	return r.chargeNet(c.Value.Mul(basis), tax)
}

// basis shows what the charge was computed from.
func (c *charge) basis(basis money.Decimal) []Input {
	if c.Kind == PercentCharge {
		return []Input{{"base", basis.String()}, {"percent", c.Value.String()}}
	}
	return []Input{{"quantity", basis.String()}, {"price", c.Value.String()}}
}
