package document

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// annex begins a part behind the offer, on a page of its own.
func (w *writer) annex(name string) {
	w.flow.repeat = block{}
	w.flow.newPage()
	size := w.flow.size
	w.flow.put(block{height: 13, draw: func(p *page, y float64) {
		f := face{15, true, w.accent}
		p.text(w.say(name), f, size.left, y+f.baseline())
	}})
}

// lines are all lines of the quote, in order.
func (w *writer) lines() []quotes.SnapshotLine {
	var out []quotes.SnapshotLine
	for _, s := range w.Sections {
		out = append(out, s.Lines...)
	}
	return out
}

// lineTitle heads what an annex has about one line.
func (w *writer) lineTitle(position, name string) string { return position + " · " + name }

// configurations lists every choice of each configured line.
func (w *writer) configurations() {
	if !w.Layout.Annexes.Configuration {
		return
	}
	begun := false
	for _, l := range w.lines() {
		if len(l.Options) == 0 {
			continue
		}
		if !begun {
			w.annex("configuration")
			begun = true
		}
		var rows []block
		within := ""
		for _, o := range l.Options {
			if o.Within != within {
				within = o.Within
				rows = append(rows, paragraph(w.fonts, within, w.smallStrong, w.flow.size.left, w.flow.size.inner())...)
			}
			rows = append(rows, w.cells([]cell{{text: o.Label, width: 62, face: w.small}, {text: o.Value, width: w.flow.size.inner() - 66, face: w.small.on(w.ink)}})...)
		}
		w.headed(w.lineTitle(l.Position, l.Name), rowsTogether, rows...)
		w.flow.put(gap(6))
	}
}

// cell is one column of a row of an annex.
type cell struct {
	text  string
	width float64
	face  face
	right bool // a number, at the right edge
}

// cells is a row whose texts are broken into lines; it may be divided.
func (w *writer) cells(row []cell) []block {
	var wrapped [][]string
	count := 0
	for _, c := range row {
		lines := w.fonts.wrap(c.text, c.face, c.width)
		wrapped, count = append(wrapped, lines), max(count, len(lines))
	}
	const between = 4
	out := make([]block, 0, count)
	for n := range count {
		out = append(out, block{height: w.small.leading() + 0.5, draw: func(p *page, y float64) {
			x, base := w.flow.size.left, y+w.small.baseline()
			for i, c := range row {
				if n < len(wrapped[i]) && c.right {
					w.rightText(p, wrapped[i][n], c.face, x+c.width, base)
				} else if n < len(wrapped[i]) {
					p.text(wrapped[i][n], c.face, x, base)
				}
				x += c.width + between
			}
		}})
	}
	if count > 0 {
		last := out[count-1]
		out[count-1] = block{height: last.height + 0.8, draw: func(p *page, y float64) {
			last.draw(p, y)
			p.fill(w.flow.size.left, y+last.height+0.3, w.flow.size.inner(), 0.12, w.line)
		}}
	}
	return out
}

// materials lists what each line is made of.
func (w *writer) materials() {
	if !w.Layout.Annexes.BillOfMaterials {
		return
	}
	begun := false
	for _, l := range w.lines() {
		if len(l.Components) == 0 {
			continue
		}
		if !begun {
			w.annex("materials")
			begun = true
		}
		row := func(f face, item, name, each, all string) []block {
			return w.cells([]cell{{text: item, width: 38, face: f}, {text: name, width: 76, face: f},
				{text: each, width: 22, face: f, right: true}, {text: all, width: 26, face: f, right: true}})
		}
		rows := row(w.caption, w.say("part number"), w.say("part"), w.say("per unit"), w.say("altogether"))
		for _, c := range l.Components {
			rows = append(rows, row(w.small.on(w.ink), c.Item, c.Name, w.amountOf(c.Quantity, c.Unit), w.amountOf(c.Quantity.Mul(l.Quantity), c.Unit))...)
		}
		w.headed(w.lineTitle(l.Position, l.Name), 4, rows...)
		w.flow.put(gap(6))
	}
}

// waterfall is how the prices came about, in internal copies only.
func (w *writer) waterfall() {
	if w.Mark != quotes.InternalMark || len(w.Waterfall) == 0 {
		return
	}
	w.annex("waterfall")
	row := func(f face, label, amount, after string) []block {
		return w.cells([]cell{{text: label, width: 106, face: f}, {text: amount, width: 28, face: f, right: true}, {text: after, width: 32, face: f, right: true}})
	}
	for _, l := range w.Waterfall {
		rows := row(w.caption, w.say("step"), w.say("step amount"), w.say("step after"))
		for _, s := range l.Steps {
			rows = append(rows, row(w.small.on(w.ink), s.Label, w.money(s.Amount), w.money(s.After))...)
		}
		rows = append(rows, row(w.smallStrong, w.say("line net"), "", w.money(l.Net))...)
		if !l.FinalNet.Equal(l.Net) {
			rows = append(rows, row(w.smallStrong, w.say("final net"), "", w.money(l.FinalNet))...)
		}
		if l.Cost != nil {
			margin := l.FinalNet.Sub(*l.Cost)
			share := ""
			if part, err := margin.Shift(2).QuoRound(l.FinalNet, 1, money.HalfAway); err == nil && !l.FinalNet.IsZero() {
				share = w.percent(part)
			}
			rows = append(rows, row(w.small.on(w.ink), w.say("cost"), "", w.money(*l.Cost))...)
			rows = append(rows, row(w.smallStrong, w.say("margin"), share, w.money(margin))...)
		}
		w.headed(w.lineTitle(l.Position, l.Name), 4, rows...)
		w.flow.put(gap(6))
	}
}
