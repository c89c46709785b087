package pricing

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/rules"
)

func (c *compiler) contracts(all []Contract) []*contract {
	seen := map[string]*contract{}
	var out []*contract
	for i := range all {
		x := &contract{Contract: all[i], items: map[string]*contractPrice{}, models: map[string]*contractPrice{}}
		pointer := fmt.Sprintf("/contracts/%d", i)
		switch {
		case x.Code == "" || x.Customer == "":
			c.bad("invalid-contract", x.Position, pointer, "a contract needs a code and a customer")
		case seen[x.Code] != nil:
			c.bad("duplicate-contract", x.Position, pointer, "contract %q is given twice", x.Code)
		}
		if x.Currency.IsZero() {
			x.Currency = c.set.Book.Currency
		}
		c.dates(x.From, x.To, x.Position, pointer)
		seen[x.Code] = x
		c.contractPrices(x, pointer)
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b *contract) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

func (c *compiler) contractPrices(x *contract, pointer string) {
	for i := range x.Prices {
		cp := &contractPrice{&x.Prices[i]}
		at := fmt.Sprintf("%s/prices/%d", pointer, i)
		if (cp.Item == "") == (cp.Model == "") || cp.Per.Sign() < 0 || cp.Price.Sign() < 0 {
			c.bad("invalid-contract", cp.Position, at, "a contract price needs either an item or a model, a price of 0 or more and a positive base quantity")
			continue
		}
		into := x.items
		if cp.Model != "" {
			into = x.models
		}
		if into[cp.key()] != nil {
			c.bad("invalid-contract", cp.Position, at, "contract %q has two prices for %q", x.Code, cp.key())
		}
		into[cp.key()] = cp
	}
	for i := range x.Discounts {
		d := &x.Discounts[i]
		if btoi(d.Item != "")+btoi(d.Model != "")+btoi(d.Family != "") > 1 || d.Percent.Sign() < 0 || d.Percent.Cmp(hundred) > 0 {
			c.bad("invalid-contract", d.Position, fmt.Sprintf("%s/discounts/%d", pointer, i),
				"an agreed discount is about one item, model or family, or about all, and between 0 and 100 percent")
		}
	}
}

func (c *compiler) promotions(all []Promotion) []*promotion {
	seen := map[string]bool{}
	var out []*promotion
	for i := range all {
		x := &promotion{Promotion: all[i], schema: c.schemas.line}
		pointer := fmt.Sprintf("/promotions/%d", i)
		switch {
		case x.Code == "":
			c.bad("invalid-promotion", x.Position, pointer, "a promotion needs a code")
		case seen[x.Code]:
			c.bad("duplicate-promotion", x.Position, pointer, "promotion %q is given twice", x.Code)
		case btoi(x.Percent != nil)+btoi(x.Amount != nil)+btoi(x.Price != nil) != 1:
			c.bad("invalid-promotion", x.Position, pointer, "promotion %q needs exactly one of percent, amount, price", x.Code)
		case x.Percent != nil && (x.Percent.Sign() < 0 || x.Percent.Cmp(hundred) > 0),
			x.Amount != nil && x.Amount.Sign() < 0, x.Price != nil && x.Price.Sign() < 0:
			c.bad("invalid-promotion", x.Position, pointer, "promotion %q must reduce the price", x.Code)
		}
		if x.Currency.IsZero() {
			x.Currency = c.set.Book.Currency
		}
		c.dates(x.From, x.To, x.Position, pointer)
		seen[x.Code] = true
		if !x.When.IsZero() {
			x.when = c.expression(x.schema, x.When, pointer+"/when", rules.Bool)
		}
		out = append(out, x)
	}
	slices.SortFunc(out, byPriority)
	return out
}

func (c *compiler) charges(all []Charge) []*charge {
	var out []*charge
	for i := range all {
		x := &charge{Charge: all[i], schema: c.schemas.quote}
		pointer := fmt.Sprintf("/charges/%d", i)
		bad := func(format string, args ...any) { c.bad("invalid-charge", x.Position, pointer, format, args...) }
		if !slices.Contains([]ChargeKind{FixedCharge, WeightCharge, UnitCharge, PercentCharge}, x.Kind) {
			bad("kind %q of charge %q is not one of fixed, weight, unit, percent", x.Kind, x.Code)
		}
		if x.Code == "" || slices.ContainsFunc(out, func(o *charge) bool { return o.Code == x.Code }) {
			bad("a charge needs a code of its own")
		}
		if len(x.Slabs) > 0 && x.Kind != WeightCharge {
			bad("only a charge by weight has slabs")
		}
		for j, s := range x.Slabs {
			if s.Price == nil || s.Percent != nil || j > 0 && s.From.Cmp(x.Slabs[j-1].From) <= 0 {
				bad("the slabs of charge %q need prices and must ascend", x.Code)
				break
			}
		}
		c.dates(x.From, x.To, x.Position, pointer)
		if !x.When.IsZero() {
			x.when = c.expression(x.schema, x.When, pointer+"/when", rules.Bool)
		}
		out = append(out, x)
	}
	return out
}

func (c *compiler) rates(r *Rates) {
	if r == nil {
		return
	}
	type key struct {
		from, to string
		date     string
	}
	seen := map[key]bool{}
	for i := range r.Rates {
		x := &r.Rates[i]
		pointer := fmt.Sprintf("/rates/%d", i)
		k := key{x.From.Code(), x.To.Code(), x.Date.String()}
		switch {
		case x.From.IsZero() || x.To.IsZero() || x.From == x.To || x.Rate.Sign() <= 0 || x.Date.IsZero():
			c.bad("invalid-rate", x.Position, pointer, "a rate needs two different currencies, a date and a positive rate")
		case seen[k]:
			c.bad("duplicate-rate", x.Position, pointer, "the rate from %s to %s on %s is given twice", k.from, k.to, k.date)
		}
		seen[k] = true
	}
}

func (c *compiler) taxes(t *TaxTable) {
	if t == nil {
		return
	}
	for i := range t.Rules {
		x := &t.Rules[i]
		pointer := fmt.Sprintf("/taxes/%d", i)
		bad := func(format string, args ...any) { c.bad("invalid-tax", x.Position, pointer, format, args...) }
		switch x.Category {
		case StandardRated:
			if x.Rate.Sign() <= 0 || x.Rate.Cmp(hundred) > 0 {
				bad("category S needs a rate above 0 and at most 100")
			}
		case ZeroRated, Exempt, ReverseCharge, IntraCommunity, Export, OutOfScope:
			if !x.Rate.IsZero() {
				bad("category %s has the rate 0, not %s", x.Category, x.Rate)
			}
			if x.Category != ZeroRated && len(x.Reason) == 0 {
				bad("category %s needs a reason: it is printed on the document", x.Category)
			}
		default:
			bad("%q is not a tax category: S, Z, E, AE, K, G or O", x.Category)
		}
		c.dates(x.From, x.To, x.Position, pointer)
	}
}
