package document

import (
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// totalRow is one row of a list of totals.
type totalRow struct {
	label, value string
	strong       bool
	grand        bool // the sum that is looked for first
	apart        bool // begins a group of its own
}

// pitch is the height of a row of totals and taxes, which stand side by side.
const pitch = 5.4

// totalsWidth is the width of the list of totals, at the right margin.
const totalsWidth = 80

// totalRows prints rows at the right margin.
func (w *writer) totalRows(rows []totalRow, above float64) block {
	const grand = 8.6
	const apart = 2
	height, first := above, true
	for _, r := range rows {
		if r.apart {
			height += apart
		}
		if r.grand {
			height += grand + 1.5
		} else {
			height += pitch
		}
	}
	return block{height: height, draw: func(p *page, y float64) {
		right := w.flow.size.width - w.flow.size.right
		left := right - totalsWidth
		y += above
		for _, r := range rows {
			f := w.body
			if r.apart {
				y += apart
			}
			if r.strong {
				f = w.strong
			}
			if r.grand {
				ground, ink := w.wash, w.ink
				if first { // one bar of colour; sums of other periods are quieter
					ground, ink, first = w.accent, w.onAccent, false
				}
				p.fill(left, y+1, totalsWidth, grand, ground)
				f = face{10.5, true, ink}
				p.text(r.label, f, left+3, y+6.6)
				w.rightText(p, r.value, f, right-2, y+6.6)
				y += grand + 1.5
				continue
			}
			p.text(r.label, f, left+3, y+3.8)
			w.rightText(p, r.value, f, right-2, y+3.8)
			y += pitch
		}
	}}
}

// totals prints what leads to the totals, and them, together.
func (w *writer) totals() {
	both, below := w.taxesAndSums()
	ending := append(append(w.ending, gap(5)), w.leadToNet()...)
	ending = append(ending, both)
	w.flow.together(len(ending), ending...)
	w.flow.repeat, w.ending = block{}, nil
	w.flow.together(1, below...)
	w.flow.put(gap(7))
}

// taxesAndSums is the VAT table on the left and the sums on the right, and what
// is to be said below them where it has no room beside.
func (w *writer) taxesAndSums() (both block, below []block) {
	sums := w.totalRows(w.sums(), 0)
	reasons := w.taxReasons()
	if reasons.height() > tallestReasons {
		below, reasons = reasons.blocks(w.flow.size.left), w.column(taxWidth)
	}
	taxes := w.taxTable(reasons)
	return block{height: max(sums.height, taxes.height), draw: func(p *page, y float64) {
		taxes.draw(p, y)
		sums.draw(p, y)
	}}, below
}

// sums are the rows of the totals: one-off, then recurring by period.
func (w *writer) sums() []totalRow {
	t := w.Totals
	recurring := !t.Month.Net.IsZero() || !t.Year.Net.IsZero()
	var rows []totalRow
	if !t.OneOff.Gross.IsZero() || !recurring {
		rows = append(rows, w.periodRows(quotes.OneOff, t.OneOff)...)
	}
	if !t.Month.Net.IsZero() {
		rows = append(rows, w.periodRows(quotes.Monthly, t.Month)...)
	}
	if !t.Year.Net.IsZero() {
		rows = append(rows, w.periodRows(quotes.Yearly, t.Year)...)
	}
	if recurring && !t.TCV.IsZero() {
		rows = append(rows, totalRow{label: w.say("tcv", w.termMonths()), value: w.money(t.TCV), strong: true, apart: true})
	}
	return rows
}

// termMonths is the term over which the total contract value counts recurring
// amounts: twelve months where there is no committed term.
func (w *writer) termMonths() int {
	if w.TermMonths > 0 {
		return w.TermMonths
	}
	return 12
}

func (w *writer) periodRows(p quotes.Period, t quotes.PeriodTotal) []totalRow {
	suffix := ""
	if per := w.per(p); per != "" {
		suffix = " " + per
	}
	rows := []totalRow{{label: w.say("net") + suffix, value: w.money(t.Net), strong: true, apart: p != quotes.OneOff}}
	for _, tax := range w.Taxes {
		if tax.Period == p {
			rows = append(rows, totalRow{label: w.say("vat") + " " + w.percent(tax.Rate) + suffix, value: w.money(tax.Amount)})
		}
	}
	return append(rows, totalRow{label: w.say("gross") + suffix, value: w.money(t.Gross), grand: true})
}

// aboveNet leads from the sum of the printed lines to the net of a period: the
// discount that was spread over them, and the charges on top. It is empty where
// the lines alone make the net.
func (w *writer) aboveNet(p quotes.Period, net money.Decimal) *column {
	type step struct {
		label  string
		amount money.Decimal
	}
	var steps []step
	if p == quotes.OneOff && !w.Totals.Discount.IsZero() {
		steps = append(steps, step{w.say("spread discount"), w.Totals.Discount})
	}
	for _, c := range w.Charges {
		if c.Period != p {
			continue
		}
		n := slices.IndexFunc(steps, func(s step) bool { return s.label == c.Label })
		if n < 0 {
			n, steps = len(steps), append(steps, step{label: c.Label})
		}
		steps[n].amount = steps[n].amount.Add(c.Net)
	}
	c := w.column(totalsWidth - 5)
	if len(steps) == 0 {
		return c
	}
	for _, s := range steps {
		net = net.Sub(s.amount)
	}
	label := w.say("lines total")
	if per := w.per(p); per != "" {
		label += " " + per
	}
	c.amount(label, w.money(net), w.body)
	for _, s := range steps {
		c.space(pitch - w.body.leading())
		c.amount(s.label, w.money(s.amount), w.body)
	}
	c.space(pitch - w.body.leading())
	return c
}

// leadToNet prints what lies between the lines and the totals.
func (w *writer) leadToNet() []block {
	left := w.flow.size.width - w.flow.size.right - totalsWidth + 3
	var out []block
	for _, p := range []struct {
		period quotes.Period
		net    money.Decimal
	}{{quotes.OneOff, w.Totals.OneOff.Net}, {quotes.Monthly, w.Totals.Month.Net}, {quotes.Yearly, w.Totals.Year.Net}} {
		out = append(out, w.aboveNet(p.period, p.net).blocks(left)...)
	}
	return out
}

// taxWidth is the width of the VAT table; reasons higher than tallestReasons go
// below the totals.
const (
	taxWidth       = 78
	tallestReasons = 60
)

// taxReasons says why where there is no VAT.
func (w *writer) taxReasons() *column {
	c := w.column(taxWidth)
	seen := map[string]bool{}
	for _, t := range w.Taxes {
		if !seen[t.Reason] {
			seen[t.Reason] = true
			c.add(t.Reason, w.small)
		}
	}
	return c
}

// taxTable lists rates, bases and amounts.
func (w *writer) taxTable(reasons *column) block {
	const head = pitch
	height := head + float64(len(w.Taxes))*pitch + 2
	return block{height: height + reasons.height(), draw: func(p *page, y float64) {
		left := w.flow.size.left
		columns := []float64{left + 44, left + taxWidth}
		p.text(strings.ToUpper(w.say("vat rate")), w.caption, left, y+3.8)
		w.rightText(p, strings.ToUpper(w.say("vat base")), w.caption, columns[0], y+3.8)
		w.rightText(p, strings.ToUpper(w.say("vat amount")), w.caption, columns[1], y+3.8)
		p.fill(left, y+head, taxWidth, 0.2, w.line)
		row := y + head
		for _, t := range w.Taxes {
			p.text(w.taxName(t), w.small.on(w.ink), left, row+3.8)
			w.rightText(p, w.money(t.Base), w.small.on(w.ink), columns[0], row+3.8)
			w.rightText(p, w.money(t.Amount), w.small.on(w.ink), columns[1], row+3.8)
			row += pitch
		}
		reasons.draw(p, left, row+1.5)
	}}
}

func (w *writer) taxName(t quotes.SnapshotTax) string {
	name := w.percent(t.Rate)
	if t.Category != "S" && t.Category != "" {
		name += " (" + t.Category + ")"
	}
	if per := w.per(t.Period); per != "" {
		name += " " + per
	}
	return name
}

// schedule is the table of instalments.
func (w *writer) schedule() {
	if len(w.Schedule) == 0 {
		return
	}
	var rows []block
	for _, due := range w.Schedule {
		label := w.column(94)
		label.add(due.Label, w.body)
		left := w.flow.size.left
		lines := label.blocks(left)
		if len(lines) == 0 {
			lines = []block{{height: w.body.leading(), draw: func(*page, float64) {}}}
		}
		lines[0] = stack(block{draw: func(p *page, y float64) {
			base := y + w.body.baseline()
			p.text(w.due(due.Due), w.small, left+96, base)
			w.rightText(p, w.share(due.Percent), w.body, left+140, base)
			w.rightText(p, w.money(due.Amount), w.strong, left+w.flow.size.inner()-2, base)
		}}, lines[0])
		lines[len(lines)-1].height++
		rows = append(rows, lines...)
	}
	w.headed(w.say("schedule"), rowsTogether, rows...)
	w.flow.put(gap(5))
}

// share is the percentage of an instalment, "" for one that is an amount.
func (w *writer) share(percent money.Decimal) string {
	if percent.IsZero() {
		return ""
	}
	return w.percent(percent)
}

// due says when an instalment is to be paid.
func (w *writer) due(code string) string {
	switch code {
	case "order", "delivery":
		return w.say("due " + code)
	case "":
		return ""
	}
	if days, err := money.Parse(code); err == nil {
		if n, ok := days.Int64(); ok {
			return w.say("due days", n)
		}
	}
	return code
}

// headed prints a heading that stays with the first n blocks after it.
func (w *writer) headed(title string, n int, blocks ...block) {
	w.flow.together(n+1, append([]block{w.title(title)}, blocks...)...)
}

// title is the heading of a list, with a rule under it.
func (w *writer) title(text string) block {
	left := w.flow.size.left
	return block{height: w.heading.leading() + 2.6, draw: func(p *page, y float64) {
		p.text(text, w.heading, left, y+w.heading.baseline())
		p.fill(left, y+w.heading.leading()+0.6, w.flow.size.inner(), 0.2, w.line)
	}}
}
