package document

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// rowsTogether is how many rows of conditions or instalments stay on one page
// with their heading.
const rowsTogether = 12

// conditions lists payment, delivery and the like. They are kept back for the
// signature to stand with: all of them, or the last entry of a list that is long.
func (w *writer) conditions() {
	var rows []block
	last := 0 // where the last entry begins
	add := func(name, value string) {
		lines := w.fonts.wrap(value, w.body, w.flow.size.inner()-46)
		for i, line := range lines {
			rows = append(rows, block{height: w.body.leading() + 0.4, draw: func(p *page, y float64) {
				if i == 0 {
					p.text(w.say(name), w.small, w.flow.size.left, y+w.body.baseline())
				}
				p.text(line, w.body, w.flow.size.left+46, y+w.body.baseline())
			}})
		}
		if len(lines) > 0 {
			rows[len(rows)-1].height += 0.5
			last = len(rows) - len(lines)
		}
	}
	add("payment", w.PaymentTerms)
	add("delivery", w.Delivery)
	add("incoterm", w.Incoterm)
	if w.LeadDays > 0 {
		add("lead time", w.say("days", w.LeadDays))
	}
	if w.TermMonths > 0 {
		add("term", w.say("months", w.TermMonths))
	}
	add("bank", w.Seller.IBAN)
	for _, m := range w.mentions() {
		add(m.name, m.text)
	}
	if len(rows) == 0 {
		return
	}
	if len(rows) <= rowsTogether {
		w.ending = append([]block{w.title(w.say("conditions"))}, append(rows, gap(6))...)
		return
	}
	last = max(1, last)
	w.headed(w.say("conditions"), rowsTogether, rows[:last]...)
	w.ending = append(rows[last:], gap(6))
}

// legalNotice prints what the law asks for where the footer has no room for it.
func (w *writer) legalNotice() {
	size := w.flow.size
	if len(w.fonts.wrap(w.legalLine(), w.fine, size.inner()-40)) <= footerLines {
		return
	}
	w.ending = append(w.ending, paragraph(w.fonts, w.legalLine(), w.fine, size.left, size.inner())...)
	w.ending = append(w.ending, gap(6))
}

// mention is one thing that the law asks some trades to print.
type mention struct{ name, text string }

// mentions are those of the building trades: insurance, what becomes of the waste
// of works, what the quote costs, and what the customer certifies where a reduced
// rate of VAT applies; consumers are told of withdrawal and mediator.
func (w *writer) mentions() []mention {
	all := []mention{{"insurance", w.Seller.Insurance}, {"waste", w.Seller.Waste}}
	if w.Seller.Trade == quotes.BuildingTrade {
		fee := w.Seller.QuoteFee
		if fee == "" {
			fee = w.say("free")
		}
		all = append(all, mention{"quote fee", fee})
	}
	all = append(all, mention{"withdrawal", w.Seller.Withdrawal}, mention{"mediator", w.Seller.Mediator})
	for _, rate := range w.ReducedRates() {
		name := "reduced rate"
		if rate.Equal(money.MustParse("5.5")) {
			name = "reduced rate energy"
		}
		all = append(all, mention{"certified", w.say(name, w.percent(rate))})
	}
	return all
}

// closing is the last words and the box in which the customer agrees: nobody
// signs a page that says nothing else. What was kept back and the words stay with
// the box, where they are too long only their last lines.
func (w *writer) closing() {
	words := paragraph(w.fonts, w.Layout.Texts.Closing, w.body, w.flow.size.left, w.flow.size.inner())
	if len(words) > 0 {
		words = append(words, gap(5))
	}
	kept := append(w.ending, words...)
	if heightOf(kept) > w.flow.whole()/2 {
		n := max(0, len(kept)-9)
		w.flow.together(rowsTogether+1, kept[:n]...)
		kept = kept[n:]
	}
	if w.Layout.Show.Signature {
		kept = append(kept, w.signature())
	}
	w.flow.together(len(kept), kept...)
}

// signature is the box in which the customer agrees.
func (w *writer) signature() block {
	const height = 31
	size := w.flow.size
	hint := w.column(size.inner() - 8)
	text := w.Layout.Texts.SignatureHint
	if text == "" {
		text = w.say("signature hint")
	}
	hint.add(text, w.small)
	return block{height: height + hint.height(), draw: func(p *page, y float64) {
		full := height + hint.height()
		p.fill(size.left, y, size.inner(), full, w.wash)
		p.fill(size.left, y, 0.8, full, w.accent)
		x := size.left + 4.5
		p.text(w.say("signature"), w.heading, x, y+6)
		hint.draw(p, x, y+8)
		fieldTop := y + 10 + hint.height()
		for _, field := range []struct {
			name      string
			at, width float64
		}{{"signature date", 0, 32}, {"signature name", 38, 52}, {"signature sign", 96, 70}} {
			p.text(w.say(field.name), w.fine, x+field.at, fieldTop+2)
			p.fill(x+field.at, y+full-5, field.width, 0.25, w.muted)
		}
	}}
}

// terms prints the seller's general terms in two columns: under the offer where
// they fit there, else on pages of their own.
func (w *writer) terms() {
	const above, between = 10, 8
	size := w.flow.size
	width := (size.inner() - between) / 2
	f := face{7.2, false, w.ink}
	lines := w.fonts.wrap(w.Terms, f, width)
	if len(lines) == 0 {
		return
	}
	title := block{height: w.heading.leading() + 3, draw: func(p *page, y float64) {
		p.text(w.say("terms"), w.heading, size.left, y+w.heading.baseline())
	}}
	if above+title.height+float64((len(lines)+1)/2)*f.leading() > w.flow.room() {
		w.flow.newPage()
	}
	w.flow.put(gap(above))
	w.flow.put(title)
	for len(lines) > 0 {
		perColumn := int(w.flow.room() / f.leading())
		n := min(len(lines), 2*perColumn)
		left := min(perColumn, (n+1)/2)
		w.flow.put(block{height: float64(left) * f.leading(), draw: w.twoColumns(lines[:left], lines[left:n], f, width+between)})
		if lines = lines[n:]; len(lines) > 0 {
			w.flow.newPage()
		}
	}
}

func (w *writer) twoColumns(left, right []string, f face, offset float64) func(*page, float64) {
	return func(p *page, y float64) {
		for i, lines := range [][]string{left, right} {
			base := y + f.baseline()
			for _, l := range lines {
				p.text(l, f, w.flow.size.left+float64(i)*offset, base)
				base += f.leading()
			}
		}
	}
}
