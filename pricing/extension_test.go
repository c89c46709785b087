package pricing_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/rules"
)

// extension is what random sets have beyond the standard procedure, as the second
// implementation computes it: formulas by their text, and steps of the
// company's own, which stand before the manual one.
type extension struct {
	formulas map[string]expression
	steps    []ownStep
}

type ownStep struct {
	pricing.ProcedureStep
	when  condition
	value expression
}

// expression is a number in the rule language: its text, and what it comes to on
// a line; nil where it has no value.
type expression struct {
	text string
	eval func(*oracle, *oracleLine) rat
}

type condition struct {
	text string
	eval func(*oracle, *oracleLine) bool
}

// extend derives the set's book from another, turns rates around, and puts
// formulas and own steps into it.
func (r random) extend(set *pricing.Set) *extension {
	out := &extension{formulas: map[string]expression{}}
	if r.chance(60) {
		parent := r.set().Book
		parent.Code = "parent"
		set.Book.Entries = slices.DeleteFunc(set.Book.Entries, func(pricing.Entry) bool { return r.chance(40) })
		set.Book.Derived = &pricing.Derivation{From: "parent", Factor: r.decimal(3, 3).Add(dec("0.01"))}
		if r.chance(50) {
			places := r.IntN(5) - 2
			set.Book.Derived.Places = &places
		}
		if r.chance(40) {
			set.Book.Derived.Ending = ptr(r.pick("0.9", "0.99", "5", "9.5", "90"))
		}
		set.Parents = []*pricing.Book{parent}
	}
	for i := range set.Rates.Rates {
		if x := &set.Rates.Rates[i]; r.chance(40) {
			x.From, x.To = x.To, x.From
		}
	}
	for _, b := range append([]*pricing.Book{set.Book}, set.Parents...) {
		r.formulas(b, out)
	}
	set.Procedure = pricing.Standard()
	at := slices.IndexFunc(set.Procedure.Steps, func(s pricing.ProcedureStep) bool { return s.Kind == pricing.ManualStep })
	for i := range r.IntN(4) {
		s := r.ownStep(i)
		out.steps = append(out.steps, s)
		set.Procedure.Steps = slices.Insert(set.Procedure.Steps, at+i, s.ProcedureStep)
	}
	for i := range modelCount {
		set.Models = append(set.Models, pricing.Model{Code: fmt.Sprintf("M%d", i), Names: []rules.Name{
			{Name: "length", Type: rules.Number}, {Name: "width", Type: rules.Number}, {Name: "load", Type: rules.Number}}})
	}
	return out
}

// formulas replaces some prices of a book by formulas.
func (r random) formulas(b *pricing.Book, out *extension) {
	for i := range b.Entries {
		e := &b.Entries[i]
		if e.Price == nil || e.PerNumber || !r.chance(20) {
			continue
		}
		x := r.number(3, e.Model != "")
		out.formulas[x.text] = x
		e.Price, e.Formula = nil, pricing.Expr{Text: x.text}
	}
}

func (r random) ownStep(n int) ownStep {
	s := ownStep{ProcedureStep: pricing.ProcedureStep{ID: fmt.Sprintf("own%d", n),
		Kind: []pricing.StepKind{pricing.PercentStep, pricing.AmountStep, pricing.PriceStep}[r.IntN(3)]}}
	if r.chance(25) {
		s.Model = "M0"
	}
	if s.Kind == pricing.PercentStep && r.chance(40) {
		s.Of = "list"
	}
	if r.chance(70) {
		s.when = r.condition(2)
		s.When = pricing.Expr{Text: s.when.text}
	}
	s.value = r.number(2, s.Model != "")
	s.Value = pricing.Expr{Text: s.value.text}
	return s
}

// number makes an expression of at most so many levels; config says whether it
// may read what was configured.
func (r random) number(depth int, config bool) expression {
	if depth == 0 || r.chance(25) {
		return r.leaf(config)
	}
	a, b := r.number(depth-1, config), r.number(depth-1, config)
	operate := func(sign string, f func(a, b rat) rat) expression {
		return expression{"(" + a.text + " " + sign + " " + b.text + ")", func(o *oracle, l *oracleLine) rat {
			x, y := a.eval(o, l), b.eval(o, l)
			if x == nil || y == nil {
				return nil
			}
			return f(x, y)
		}}
	}
	switch r.IntN(5) {
	case 0:
		return operate("+", plus)
	case 1:
		return operate("-", minus)
	case 2:
		return operate("*", times)
	case 3:
		return operate("/", func(a, b rat) rat {
			if b.Sign() == 0 {
				return nil
			}
			return divide(a, b)
		})
	}
	when := r.condition(1)
	return expression{"(" + when.text + " ? " + a.text + " : " + b.text + ")", func(o *oracle, l *oracleLine) rat {
		if when.eval(o, l) {
			return a.eval(o, l)
		}
		return b.eval(o, l)
	}}
}

func (r random) leaf(config bool) expression {
	if r.chance(45) {
		d := r.decimal(50, 3)
		return expression{d.String(), func(*oracle, *oracleLine) rat { return q(d) }}
	}
	names := map[string]func(*oracle, *oracleLine) rat{
		"line.quantity":   func(_ *oracle, l *oracleLine) rat { return q(l.line.Quantity) },
		"line.weight":     func(_ *oracle, l *oracleLine) rat { return q(l.line.Item.Weight) },
		"line.price":      func(_ *oracle, l *oracleLine) rat { return l.price },
		"line.list":       func(_ *oracle, l *oracleLine) rat { return l.list },
		"line.configured": func(_ *oracle, l *oracleLine) rat { return orZero(l.configured) },
		"line.term":       func(o *oracle, l *oracleLine) rat { return integer(int64(o.months(l))) },
		"quote.term":      func(o *oracle, _ *oracleLine) rat { return integer(int64(o.req.Term)) },
	}
	all := []string{"line.quantity", "line.weight", "line.price", "line.list", "line.configured", "line.term", "quote.term"}
	if config && r.chance(60) {
		attribute := r.pick("length", "width", "load")
		return expression{"config." + attribute, func(_ *oracle, l *oracleLine) rat { return chosenNumber(l.line, "", attribute) }}
	}
	name := r.pick(all...)
	return expression{name, names[name]}
}

func orZero(a rat) rat {
	if a == nil {
		return integer(0)
	}
	return a
}

// condition makes a truth value of at most so many levels.
func (r random) condition(depth int) condition {
	if depth == 0 || r.chance(30) {
		return r.test()
	}
	a, b := r.condition(depth-1), r.condition(depth-1)
	switch r.IntN(3) {
	case 0:
		return condition{"(" + a.text + " and " + b.text + ")", func(o *oracle, l *oracleLine) bool { return a.eval(o, l) && b.eval(o, l) }}
	case 1:
		return condition{"(" + a.text + " or " + b.text + ")", func(o *oracle, l *oracleLine) bool { return a.eval(o, l) || b.eval(o, l) }}
	}
	return condition{"not (" + a.text + ")", func(o *oracle, l *oracleLine) bool { return !a.eval(o, l) }}
}

func (r random) test() condition {
	switch r.IntN(6) {
	case 0:
		return condition{`customer.segment == "dealer"`, func(o *oracle, _ *oracleLine) bool { return o.req.Customer.Segment == "dealer" }}
	case 1:
		return condition{`line.family in ["bikes", "steel"]`, func(_ *oracle, l *oracleLine) bool {
			return l.line.Item.Family == "bikes" || l.line.Item.Family == "steel"
		}}
	case 2:
		return condition{`line.period != "one_off"`, func(_ *oracle, l *oracleLine) bool { return l.period != pricing.OneOff }}
	case 3:
		return condition{`line.contract`, func(_ *oracle, l *oracleLine) bool { return l.contract != nil }}
	case 4:
		return condition{`(quote.region == "south" or line.optional)`, func(o *oracle, l *oracleLine) bool {
			return o.req.Region == "south" || l.line.Optional
		}}
	}
	limit := r.decimal(30, 1)
	return condition{"line.quantity > " + limit.String(), func(_ *oracle, l *oracleLine) bool { return q(l.line.Quantity).Cmp(q(limit)) > 0 }}
}

// evaluate computes an expression, or fails the line.
func (o *oracle) evaluate(l *oracleLine, e expression) (rat, bool) {
	if v := e.eval(o, l); v != nil {
		return v, true
	}
	kind := "division-by-zero"
	for _, attribute := range []string{"length", "width", "load"} {
		if chosenNumber(l.line, "", attribute) == nil && strings.Contains(e.text, "config."+attribute) {
			kind = "missing-attribute"
		}
	}
	o.fail(l, kind)
	return nil, false
}

// ownSteps applies the company's own steps.
func (o *oracle) ownSteps(l *oracleLine) {
	if o.extension == nil {
		return
	}
	for _, s := range o.extension.steps {
		switch {
		case s.Model != "" && s.Model != l.line.Model, s.when.eval != nil && !s.when.eval(o, l),
			l.line.Item.Fixed && s.Kind != pricing.PriceStep:
			continue
		}
		value, ok := o.evaluate(l, s.value)
		if !ok {
			return
		}
		switch s.Kind {
		case pricing.PriceStep:
			l.price = value
		case pricing.AmountStep:
			l.price = minus(l.price, value)
		default:
			base := l.price
			if s.Of == "list" {
				base = l.configured
			}
			l.price = minus(l.price, percentOf(base, value))
		}
	}
}
