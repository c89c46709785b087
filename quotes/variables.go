package quotes

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/quotient-cpq/quotient/rules"
)

// maxSections bounds the sections that rules can read.
const maxSections = 1000

// ratioNames are the ratios of a line, a section or the quote: fractions, 0.15
// is 15 %.
func ratioNames() []rules.Name {
	return []rules.Name{
		{Name: "discretionary_discount", Type: rules.Number, Optional: true},
		{Name: "total_discount", Type: rules.Number, Optional: true},
		{Name: "margin", Type: rules.Number, Optional: true},
		{Name: "net", Type: rules.Number},
	}
}

func flags() []rules.Name {
	return []rules.Name{{Name: "manual_price", Type: rules.Bool}, {Name: "price_kept", Type: rules.Bool},
		{Name: "special", Type: rules.Bool}, {Name: "below_floor", Type: rules.Bool}}
}

// approvalNames are the variables of approval and quote-level rules.
func approvalNames() []rules.Name {
	line := append(append(ratioNames(), flags()...),
		rules.Name{Name: "item", Type: rules.Text}, rules.Name{Name: "model", Type: rules.Text},
		rules.Name{Name: "family", Type: rules.Text}, rules.Name{Name: "quantity", Type: rules.Number},
		rules.Name{Name: "optional", Type: rules.Bool}, rules.Name{Name: "selected", Type: rules.Bool})
	section := append(ratioNames(), rules.Name{Name: "title", Type: rules.Text})
	return append(append(ratioNames(), flags()...),
		// The largest total contract value that choosing can reach, in the
		// tenant's base currency at the rate pinned.
		rules.Name{Name: "total", Type: rules.Number, Optional: true},
		rules.Name{Name: "max_line", Type: rules.Object(
			rules.Name{Name: "discretionary_discount", Type: rules.Number, Optional: true},
			rules.Name{Name: "total_discount", Type: rules.Number, Optional: true})},
		rules.Name{Name: "currency", Type: rules.Text}, rules.Name{Name: "country", Type: rules.Text},
		rules.Name{Name: "segment", Type: rules.Text}, rules.Name{Name: "region", Type: rules.Text},
		rules.Name{Name: "channel", Type: rules.Text}, rules.Name{Name: "prospect", Type: rules.Bool},
		rules.Name{Name: "payment_terms", Type: rules.Text}, rules.Name{Name: "validity_days", Type: rules.Number},
		rules.Name{Name: "term_months", Type: rules.Number},
		rules.Name{Name: "lines", Type: rules.List(maxLines, line...)},
		rules.Name{Name: "sections", Type: rules.List(maxSections, section...)})
}

// frame fills the variables from a priced revision. Lists stay empty unless
// asked for, since filling them is most of the work.
func (c *Case) frame(schema *rules.Schema, r *Revision, lists bool) *rules.Frame {
	f := schema.NewFrame()
	writeRatios(f, r.Lines, func(of ratio) rules.Value { return of.worst(r.Lines) })
	on := flagged(r)
	for _, flag := range flags() {
		f.SetName(flag.Name, rules.BoolValue(len(on[flag.Name]) > 0))
	}
	c.writeHeader(f, r)
	writeWorst(f, r.Lines)
	if lists {
		writeLines(schema, f, r)
		writeSections(schema, f, r)
	}
	return f
}

// writeRatios sets the ratios; net is over the selected lines.
func writeRatios(f *rules.Frame, lines []Line, value func(ratio) rules.Value) {
	f.SetName("discretionary_discount", value(discretionary))
	f.SetName("total_discount", value(total))
	f.SetName("margin", negated(value(loss)))
	net := zero
	for _, l := range lines {
		if l.Selected() {
			net = net.Add(l.Price.TCV)
		}
	}
	f.SetName("net", rules.NumberValue(net))
}

// flagged returns what sets each flag: the lines concerned, and the header's
// own manual steps.
func flagged(r *Revision) map[string][]any {
	out := map[string][]any{}
	add := func(flag string, on bool, what any) {
		if on {
			out[flag] = append(out[flag], what)
		}
	}
	add("manual_price", !r.Discount.IsZero(), r.Discount)
	for _, s := range r.Sections {
		add("manual_price", !s.Discount.IsZero(), s.Discount)
	}
	for _, l := range r.Lines {
		add("manual_price", !l.Manual.IsZero(), commercialOf(l))
		add("price_kept", l.PriceKept, commercialOf(l))
		add("special", l.Special != "", commercialOf(l))
		add("below_floor", l.Price.BelowFloor, commercialOf(l))
	}
	return out
}

// fingerprint names what sets a flag, so that an approval of one special
// request is none of another.
func fingerprint(what []any) (string, error) {
	text, err := json.Marshal(what)
	if err != nil {
		return "", fmt.Errorf("encode what a rule reads: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8]), nil
}

func (c *Case) writeHeader(f *rules.Frame, r *Revision) {
	largest := r.Totals.LargestTCV
	if r.Currency == c.Settings.BaseCurrency {
		f.SetName("total", rules.NumberValue(largest))
	} else if !r.Rate.IsZero() {
		f.SetName("total", rules.NumberValue(largest.Mul(r.Rate)))
	}
	shipTo, _ := c.Customer.Address(r.ShipTo)
	for name, text := range map[string]string{
		"currency": r.Currency.Code(), "country": shipTo.Country, "segment": c.Customer.Segment, "region": c.Customer.Region,
		"channel": c.Customer.Channel, "payment_terms": r.PaymentTerms,
	} {
		f.SetName(name, rules.TextValue(text))
	}
	f.SetName("prospect", rules.BoolValue(c.Customer.Prospect))
	f.SetName("validity_days", rules.IntValue(int64(r.ValidityDays)))
	f.SetName("term_months", rules.IntValue(int64(r.TermMonths)))
}

// writeWorst sets max_line: the largest reductions of any line.
func writeWorst(f *rules.Frame, lines []Line) {
	for name, of := range map[string]ratio{"max_line.discretionary_discount": discretionary, "max_line.total_discount": total} {
		worst, found := zero, false
		for _, l := range lines {
			if d, ok := of.of(l).Decimal(); ok && (!found || d.Cmp(worst) > 0) {
				worst, found = d, true
			}
		}
		if found {
			f.SetName(name, rules.NumberValue(worst))
		}
	}
}

func writeLines(schema *rules.Schema, f *rules.Frame, r *Revision) {
	slot, _ := schema.Slot("lines")
	frames := make([]*rules.Frame, len(r.Lines))
	for n, l := range r.Lines {
		e := schema.Element(slot).NewFrame()
		writeRatios(e, []Line{l}, func(of ratio) rules.Value { return of.of(l) })
		e.SetName("net", rules.NumberValue(l.Price.TCV))
		e.SetName("item", rules.TextValue(l.Resolved.SKU))
		e.SetName("model", rules.TextValue(l.Model))
		e.SetName("family", rules.TextValue(l.Resolved.Family))
		e.SetName("quantity", rules.NumberValue(l.Quantity))
		e.SetName("optional", rules.BoolValue(l.Optional))
		e.SetName("selected", rules.BoolValue(l.Selected()))
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
		var lines []Line
		for _, l := range r.Lines {
			if l.Section == s.ID {
				lines = append(lines, l)
			}
		}
		e := schema.Element(slot).NewFrame()
		writeRatios(e, lines, func(of ratio) rules.Value { return of.worst(lines) })
		e.SetName("title", rules.TextValue(s.Title))
		frames = append(frames, e)
	}
	f.SetList(slot, frames...)
}
