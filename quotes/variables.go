package quotes

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// figures are the ratios that approval rules read, of a line, a section or the
// whole quote. Amounts are over the committed term.
type figures struct {
	list, beforeManual, net money.Decimal
	cost, costedNet         money.Decimal
}

func (f *figures) add(l Line) {
	f.list = f.list.Add(l.over(l.Price.ListAmount))
	f.beforeManual = f.beforeManual.Add(l.over(l.Price.BeforeManual))
	f.net = f.net.Add(l.Price.TCV)
	if l.Price.Cost != nil {
		f.cost = f.cost.Add(l.over(*l.Price.Cost))
		f.costedNet = f.costedNet.Add(l.Price.TCV)
	}
}

// one is the decimal 1.
var one = money.FromInt(1)

// reduction is 1 - net/base, none for a zero base.
func reduction(net, base money.Decimal) rules.Value {
	ratio, err := net.Quo(base)
	if err != nil {
		return rules.None()
	}
	return rules.NumberValue(one.Sub(ratio))
}

// discretionary is 1 - final net / net before manual steps: what people gave.
func (f figures) discretionary() rules.Value { return reduction(f.net, f.beforeManual) }

// total is 1 - final net / configured list: what people and rules gave.
func (f figures) total() rules.Value { return reduction(f.net, f.list) }

// margin is (net - cost) / net; none unless the cost of all of it is known.
func (f figures) margin() rules.Value {
	if !f.costedNet.Equal(f.net) || f.net.IsZero() {
		return rules.None()
	}
	ratio, err := f.net.Sub(f.cost).Quo(f.net)
	if err != nil {
		return rules.None()
	}
	return rules.NumberValue(ratio)
}

// The names of ratios; all are fractions: 0.15 is 15 %.
func ratioNames() []rules.Name {
	return []rules.Name{
		{Name: "discretionary_discount", Type: rules.Number, Optional: true},
		{Name: "total_discount", Type: rules.Number, Optional: true},
		{Name: "margin", Type: rules.Number, Optional: true},
		{Name: "net", Type: rules.Number},
	}
}

func (f figures) write(frame *rules.Frame, prefix string) {
	frame.SetName(prefix+"discretionary_discount", f.discretionary())
	frame.SetName(prefix+"total_discount", f.total())
	frame.SetName(prefix+"margin", f.margin())
	frame.SetName(prefix+"net", rules.NumberValue(f.net))
}

// approvalNames are the variables of approval and quote-level rules.
func approvalNames() []rules.Name {
	line := append(ratioNames(),
		rules.Name{Name: "item", Type: rules.Text}, rules.Name{Name: "model", Type: rules.Text},
		rules.Name{Name: "family", Type: rules.Text}, rules.Name{Name: "quantity", Type: rules.Number},
		rules.Name{Name: "optional", Type: rules.Bool}, rules.Name{Name: "manual_price", Type: rules.Bool},
		rules.Name{Name: "price_kept", Type: rules.Bool}, rules.Name{Name: "special", Type: rules.Bool},
		rules.Name{Name: "below_floor", Type: rules.Bool})
	section := append(ratioNames(), rules.Name{Name: "title", Type: rules.Text})
	return append(ratioNames(),
		// The largest total contract value that choosing can reach, in the
		// tenant's base currency.
		rules.Name{Name: "total", Type: rules.Number, Optional: true},
		rules.Name{Name: "max_line", Type: rules.Object(
			rules.Name{Name: "discretionary_discount", Type: rules.Number, Optional: true},
			rules.Name{Name: "total_discount", Type: rules.Number, Optional: true})},
		rules.Name{Name: "currency", Type: rules.Text}, rules.Name{Name: "country", Type: rules.Text},
		rules.Name{Name: "segment", Type: rules.Text}, rules.Name{Name: "region", Type: rules.Text},
		rules.Name{Name: "channel", Type: rules.Text}, rules.Name{Name: "prospect", Type: rules.Bool},
		rules.Name{Name: "payment_terms", Type: rules.Text}, rules.Name{Name: "validity_days", Type: rules.Number},
		rules.Name{Name: "term_months", Type: rules.Number},
		rules.Name{Name: "manual_price", Type: rules.Bool}, rules.Name{Name: "price_kept", Type: rules.Bool},
		rules.Name{Name: "special", Type: rules.Bool}, rules.Name{Name: "below_floor", Type: rules.Bool},
		rules.Name{Name: "lines", Type: rules.List(maxLines, line...)},
		rules.Name{Name: "sections", Type: rules.List(1000, section...)})
}

// frame fills the variables from a priced revision.
func (c *Case) frame(schema *rules.Schema, r *Revision) *rules.Frame {
	f := schema.NewFrame()
	whole := figures{}
	var perLine []figures
	flags := map[string]bool{}
	for _, l := range r.Lines {
		mine := figures{}
		mine.add(l)
		perLine = append(perLine, mine)
		if l.Selected() {
			whole.add(l)
		}
		flags["manual_price"] = flags["manual_price"] || !l.Manual.IsZero()
		flags["price_kept"] = flags["price_kept"] || l.PriceKept
		flags["special"] = flags["special"] || l.Special != ""
		flags["below_floor"] = flags["below_floor"] || l.Price.BelowFloor
	}
	flags["manual_price"] = flags["manual_price"] || !r.Discount.IsZero()
	for _, s := range r.Sections {
		flags["manual_price"] = flags["manual_price"] || !s.Discount.IsZero()
	}
	whole.write(f, "")
	for name, on := range flags {
		f.SetName(name, rules.BoolValue(on))
	}
	c.writeHeader(f, r)
	writeWorst(f, perLine)
	writeLines(schema, f, r, perLine)
	writeSections(schema, f, r)
	return f
}

func (c *Case) writeHeader(f *rules.Frame, r *Revision) {
	if largest := r.Totals.LargestTCV; r.Currency == c.Settings.BaseCurrency {
		f.SetName("total", rules.NumberValue(largest))
	} else if !r.Rate.IsZero() {
		f.SetName("total", rules.NumberValue(largest.Mul(r.Rate)))
	}
	country := ""
	if a, ok := c.Customer.Address(r.ShipTo); ok {
		country = a.Country
	}
	for name, text := range map[string]string{
		"currency": r.Currency.Code(), "country": country, "segment": c.Customer.Segment, "region": c.Customer.Region,
		"channel": c.Customer.Channel, "payment_terms": r.PaymentTerms,
	} {
		f.SetName(name, rules.TextValue(text))
	}
	f.SetName("prospect", rules.BoolValue(c.Customer.Prospect))
	f.SetName("validity_days", rules.IntValue(int64(r.ValidityDays)))
	f.SetName("term_months", rules.IntValue(int64(r.TermMonths)))
}

// writeWorst sets max_line: the largest reductions of any line.
func writeWorst(f *rules.Frame, lines []figures) {
	for name, of := range map[string]func(figures) rules.Value{
		"max_line.discretionary_discount": figures.discretionary, "max_line.total_discount": figures.total,
	} {
		worst, found := zero, false
		for _, l := range lines {
			if d, ok := of(l).Decimal(); ok && (!found || d.Cmp(worst) > 0) {
				worst, found = d, true
			}
		}
		if found {
			f.SetName(name, rules.NumberValue(worst))
		}
	}
}

func writeLines(schema *rules.Schema, f *rules.Frame, r *Revision, perLine []figures) {
	slot, _ := schema.Slot("lines")
	frames := make([]*rules.Frame, len(r.Lines))
	for n, l := range r.Lines {
		e := schema.Element(slot).NewFrame()
		perLine[n].write(e, "")
		e.SetName("item", rules.TextValue(l.Resolved.SKU))
		e.SetName("model", rules.TextValue(l.Model))
		e.SetName("family", rules.TextValue(l.Resolved.Family))
		e.SetName("quantity", rules.NumberValue(l.Quantity))
		e.SetName("optional", rules.BoolValue(l.Optional))
		e.SetName("manual_price", rules.BoolValue(!l.Manual.IsZero()))
		e.SetName("price_kept", rules.BoolValue(l.PriceKept))
		e.SetName("special", rules.BoolValue(l.Special != ""))
		e.SetName("below_floor", rules.BoolValue(l.Price.BelowFloor))
		frames[n] = e
	}
	f.SetList(slot, frames...)
}

func writeSections(schema *rules.Schema, f *rules.Frame, r *Revision) {
	slot, _ := schema.Slot("sections")
	var frames []*rules.Frame
	for _, s := range r.Sections {
		sum := figures{}
		for _, l := range r.Lines {
			if l.Section == s.ID && l.Selected() {
				sum.add(l)
			}
		}
		e := schema.Element(slot).NewFrame()
		sum.write(e, "")
		e.SetName("title", rules.TextValue(s.Title))
		frames = append(frames, e)
	}
	f.SetList(slot, frames...)
}
