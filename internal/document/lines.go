package document

import (
	"strings"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// Columns of the table of lines, as distances from the left margin: where left
// aligned ones begin and right aligned ones end.
const (
	columnNameEnd  = 91
	columnQuantity = 110
	columnUnit     = 136
	columnVAT      = 148
	columnAmount   = innerWidth
)

// A picture stands between the number of a line and its text.
const (
	pictureWidth   = 20
	pictureBetween = 4
)

// margins are where pictures and descriptions begin: behind the widest number of
// a line, and behind the pictures where there are any.
func (w *writer) margins() (picture, name float64) {
	const least, before, between = 8, 2, 2
	picture = least
	for _, s := range w.Sections {
		if n := len(s.Lines); n > 0 { // numbers rise
			picture = max(picture, before+w.fonts.width(s.Lines[n-1].Position, w.small)+between)
		}
	}
	if len(w.pictures.thumbs) > 0 {
		return picture, picture + pictureWidth + pictureBetween
	}
	return picture, picture
}

// tallest is the height beyond which a line of the quote may be divided.
const tallest = 70

// table prints the sections with their lines and subtotals. The end of the last
// one is kept back, for the totals to stand with.
func (w *writer) table() {
	w.pictureAt, w.nameAt = w.margins()
	for i, s := range w.Sections {
		w.section(s, i == 0, i == len(w.Sections)-1)
	}
}

func (w *writer) section(s quotes.SnapshotSection, first, last bool) {
	w.flow.repeat = block{}
	if !first {
		w.flow.put(gap(5))
	}
	body := w.sectionBody(s)
	head := paragraph(w.fonts, s.Title, w.heading, w.flow.size.left, w.flow.size.inner())
	if len(head) > 0 {
		head = append(head, gap(2))
	}
	head = append(head, w.tableHead())
	w.flow.together(len(head)+1, append(head, body[:min(1, len(body))]...)...)
	w.flow.repeat = stack(w.continued(s.Title), w.tableHead())
	body = body[min(1, len(body)):]
	if n := len(body); last && n > 0 {
		w.ending, body = body[n-1:], body[:n-1]
	}
	for _, b := range body {
		w.flow.put(b)
	}
}

// sectionBody is the lines and the subtotals, which stay with the last line.
func (w *writer) sectionBody(s quotes.SnapshotSection) []block {
	var body []block
	for _, l := range s.Lines {
		body = append(body, w.item(l)...)
	}
	end := w.subtotals(s)
	if end.draw == nil {
		return body
	}
	if n := len(body); n > 0 {
		body[n-1] = stack(body[n-1], end)
		return body
	}
	return append(body, end)
}

// continued is the title of a section that runs on to another page, on one
// line.
func (w *writer) continued(title string) block {
	const room = 40
	lines := w.fonts.wrap(title, w.heading, w.flow.size.inner()-room)
	if len(lines) == 0 {
		return block{}
	}
	suffix := " (" + w.say("continued") + ")"
	if len(lines) > 1 {
		suffix = "…" + suffix
	}
	return block{height: w.heading.leading() + 2, draw: func(p *page, y float64) {
		base := y + w.heading.baseline()
		p.text(lines[0], w.heading, w.flow.size.left, base)
		p.text(suffix, w.small, w.flow.size.left+w.fonts.width(lines[0], w.heading), base)
	}}
}

// tableHead names the columns.
func (w *writer) tableHead() block {
	const height = 6.4
	return block{height: height + 1.2, draw: func(p *page, y float64) {
		left, base := w.flow.size.left, y+4.2
		p.fill(left, y, w.flow.size.inner(), height, w.accent)
		f := face{7.2, true, w.onAccent}
		p.text(w.say("number"), f, left+2, base)
		p.text(w.say("item"), f, left+w.nameAt, base)
		w.rightText(p, w.say("quantity"), f, left+columnQuantity, base)
		w.rightText(p, w.say("unit price"), f, left+columnUnit, base)
		w.rightText(p, w.say("vat"), f, left+columnVAT, base)
		w.rightText(p, w.say("amount"), f, left+columnAmount-2, base)
	}}
}

// item is one line of the quote: a single block, or several for a long one.
func (w *writer) item(l quotes.SnapshotLine) []block {
	c := w.column(columnNameEnd - w.nameAt)
	w.itemText(c, l)
	const above, below = 2, 2.2
	picture, pictured := w.pictures.thumbs[l.Picture]
	tall := picture.height
	limit := float64(tallest)
	if h := c.height(); h <= limit {
		limit = h
	}
	pieces := c.chunks(max(limit, tall))
	var out []block
	for i, lines := range pieces {
		first, last := i == 0, i == len(pieces)-1
		h := height(lines)
		if first {
			h = max(h, tall) + above
		}
		if last {
			h += below
		}
		out = append(out, block{height: h, draw: func(p *page, y float64) {
			left := w.flow.size.left
			if last {
				p.fill(left, y+h-0.2, w.flow.size.inner(), 0.2, w.line)
			}
			if first {
				y += above
				if pictured {
					p.image(picture.jpeg, left+w.pictureAt, y, pictureWidth, tall)
				}
				w.itemFigures(p, l, y+w.strong.baseline())
			}
			c.drawLines(p, lines, left+w.nameAt, y)
		}})
	}
	return out
}

// itemText is the description column of a line.
func (w *writer) itemText(c *column, l quotes.SnapshotLine) {
	show := w.Layout.Show
	c.add(l.Name, w.strong)
	switch {
	case l.Name == "":
		c.add(l.SKU, w.strong)
	case show.Codes:
		c.add(l.SKU, w.fine)
	}
	c.space(0.5)
	if show.Descriptions {
		c.add(l.Description, w.small)
	}
	if show.Options == layout.OptionsInline {
		w.itemOptions(c, l.Options)
	}
	w.itemPrice(c, l)
	c.pair(w.colon("site"), l.Site, w.small, w.small.on(w.ink))
	if show.LeadTimes && l.LeadDays > 0 && l.LeadDays != w.LeadDays {
		c.pair(w.colon("lead time"), w.say("days", l.LeadDays), w.small, w.small.on(w.ink))
	}
	w.itemTerm(c, l)
	c.add(l.Note, w.small)
	switch {
	case l.Optional:
		c.add(w.say("optional"), w.smallStrong.on(w.accent))
	case l.Alternative != "" && l.Selected:
		c.add(w.say("proposed"), w.smallStrong.on(w.accent))
	case l.Alternative != "":
		c.add(w.say("alternative"), w.smallStrong.on(w.accent))
	}
}

// itemTerm says when a line runs and what is due of it.
func (w *writer) itemTerm(c *column, l quotes.SnapshotLine) {
	if l.Period == quotes.OneOff {
		return
	}
	var runs []string
	switch {
	case !l.End.IsZero():
		runs = append(runs, w.date(l.Start)+" – "+w.date(l.End))
	case !l.Start.IsZero():
		runs = append(runs, w.say("from", w.date(l.Start)))
	}
	if l.TermMonths > 0 && l.End.IsZero() {
		runs = append(runs, w.say("months", l.TermMonths))
	}
	c.pair(w.colon("service"), strings.Join(runs, ", "), w.small, w.small.on(w.ink))
	for _, d := range l.Schedule {
		c.amount(w.say("contract year", d.Year), w.money(d.Net), w.small)
	}
}

// itemOptions lists what was chosen, by the part of the product it belongs to.
func (w *writer) itemOptions(c *column, options []quotes.SnapshotOption) {
	within := ""
	for _, o := range options {
		if o.Within != within {
			within = o.Within
			c.add(within, w.smallStrong)
		}
		c.pair(w.withColon(o.Label), o.Value, w.small, w.small.on(w.ink))
	}
}

// itemPrice says how the unit price came about: the steps where they are to be
// printed, or the list price and the discount.
func (w *writer) itemPrice(c *column, l quotes.SnapshotLine) {
	for _, s := range l.Steps {
		c.amount(s.Label, w.money(s.Amount), w.small)
	}
	if !w.Layout.Show.Discounts || len(l.Steps) > 0 || l.OnRequest || l.ListUnit.Cmp(l.UnitNet) <= 0 {
		return
	}
	off, err := l.ListUnit.Sub(l.UnitNet).Shift(2).QuoRound(l.ListUnit, 1, money.HalfAway)
	if err != nil {
		return
	}
	c.add(w.say("list price")+" "+w.money(l.ListUnit)+" · "+w.say("discount")+" "+w.percent(off), w.small)
}

// itemFigures prints the columns of numbers on the baseline y. What is not in
// the total is printed lighter.
func (w *writer) itemFigures(p *page, l quotes.SnapshotLine, y float64) {
	left, f, total := w.flow.size.left, w.body, w.strong
	if !l.Selected {
		f, total = f.on(w.muted), w.body.on(w.muted)
	}
	p.text(l.Position, w.small, left+2, y)
	w.cell(p, w.amountOf(l.Quantity, l.Unit), f, columnNameEnd+1, columnQuantity, y)
	if l.OnRequest {
		w.cell(p, w.say("on request"), f, columnQuantity, columnUnit, y)
		return
	}
	w.cell(p, w.money(l.UnitNet), f, columnQuantity, columnUnit, y)
	w.cell(p, w.percent(l.TaxRate), f, columnUnit, columnVAT, y)
	w.cell(p, w.money(l.Net), total, columnVAT, columnAmount-2, y)
	if per := w.per(l.Period); per != "" {
		w.cell(p, per, w.small, columnVAT, columnAmount-2, y+w.small.leading())
	}
}

// cell prints a right-aligned text, smaller where it would not fit.
func (w *writer) cell(p *page, s string, f face, from, to, y float64) {
	s = strings.TrimSpace(clean(s))
	if room, need := to-from-1.5, w.fonts.width(s, f); need > room {
		f.size *= room / need
	}
	w.rightText(p, s, f, w.flow.size.left+to, y)
}

// subtotals closes a section that has a title, or that is one of several.
func (w *writer) subtotals(s quotes.SnapshotSection) block {
	if len(w.Sections) == 1 && s.Title == "" {
		return block{}
	}
	var rows []totalRow
	for _, sum := range s.Subtotals {
		label := w.say("subtotal")
		if per := w.per(sum.Period); per != "" {
			label += " " + per
		}
		if before := selectedNet(s.Lines, sum.Period); !before.Equal(sum.Net) {
			rows = append(rows, totalRow{label: w.say("before discount"), value: w.money(before)},
				totalRow{label: w.say("discount"), value: w.money(sum.Net.Sub(before))})
		}
		rows = append(rows, totalRow{label: label, value: w.money(sum.Net), strong: true})
	}
	if len(rows) == 0 {
		return block{}
	}
	return w.totalRows(rows, 1.5)
}

// selectedNet is the sum of the printed amounts that count, of one period.
func selectedNet(lines []quotes.SnapshotLine, p quotes.Period) (sum money.Decimal) {
	for _, l := range lines {
		if l.Selected && l.Period == p {
			sum = sum.Add(l.Net)
		}
	}
	return sum
}
