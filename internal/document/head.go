package document

import (
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/props"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// logoBox is the room for the seller's logo, in millimetres.
const (
	logoWidth  = 58
	logoHeight = 17
)

// head is the upper part of the first page: who offers what to whom.
func (w *writer) head() {
	w.flow.put(w.masthead())
	w.flow.put(gap(7))
	w.parties()
	w.flow.put(gap(6))
	w.facts()
	w.flow.put(gap(7))
}

// masthead is the letterhead with the word "Quote" and its number on the right.
func (w *writer) masthead() block {
	letterhead, right := w.letterhead(), w.flow.size.width-w.flow.size.right
	return block{height: letterhead.height, draw: func(p *page, y float64) {
		letterhead.draw(p, y)
		w.rightText(p, w.say("quote"), w.display, right, y+w.display.baseline()-1)
		w.rightText(p, w.say("number")+"\u00a0"+w.reference(), w.serial, right, y+16)
	}}
}

// letterhead has the seller's logo or name on the left.
func (w *writer) letterhead() block {
	name := w.column(w.flow.size.inner() / 2)
	name.add(w.Seller.Name, nameFace(w.ink))
	name.lines = name.lines[:min(2, len(name.lines))] // the parties have it whole
	left := w.flow.size.left
	return block{height: max(logoHeight, name.height()), draw: func(p *page, y float64) {
		if logo := w.pictures.logo; logo != nil {
			p.image(logo, left, y, logoWidth, logoHeight)
		} else {
			name.draw(p, left, y)
		}
	}}
}

// nameFace is how the seller's name is set where there is no logo.
func nameFace(ink *props.Color) face { return face{15, true, ink} }

// tallestParties is the height from which the parties are printed under one
// another, running on over pages: names and addresses of unusual length.
const tallestParties = 150

// parties has the seller's address on the left and the customer's in a box on
// the right.
func (w *writer) parties() {
	const pad, between = 4.5, 12
	half := (w.flow.size.inner() - between) / 2
	from := w.column(half)
	w.sellerLines(from)
	to := w.column(half - 2*pad)
	w.customerLines(to)
	height := max(from.height(), to.height()+2*pad)
	if height > tallestParties {
		for _, c := range []*column{from, to} {
			w.flow.together(0, c.blocks(w.flow.size.left)...)
			w.flow.put(gap(pad))
		}
		return
	}
	w.flow.put(block{height: height, draw: func(p *page, y float64) {
		from.draw(p, w.flow.size.left, y)
		x := w.flow.size.left + half + between
		p.fill(x, y, half, to.height()+2*pad, w.wash)
		p.fill(x, y, 0.8, to.height()+2*pad, w.accent)
		to.draw(p, x+pad, y+pad)
	}})
}

func (w *writer) sellerLines(c *column) {
	s := w.Seller
	if w.pictures.logo != nil || w.fonts.width(s.Name, nameFace(w.ink)) > w.flow.size.inner()/2 {
		c.add(s.Name, w.strong) // else the masthead has it, just above
	}
	home := s.Address.Country
	if to := w.Customer.Address; to != nil {
		home = to.Country
	}
	for _, l := range w.addressLines(s.Address, home) {
		if l != s.Name {
			c.add(l, w.small)
		}
	}
	c.space(1.2)
	for _, l := range []string{s.Phone, s.Email, s.Website} {
		c.add(l, w.small)
	}
}

func (w *writer) customerLines(c *column) {
	to := w.Customer
	c.add(strings.ToUpper(w.say("customer")), w.caption)
	c.space(1)
	c.add(to.Name, face{10.5, true, w.ink})
	if to.Address != nil {
		for _, l := range w.addressLines(*to.Address, w.Seller.Address.Country) {
			if l != to.Name {
				c.add(l, w.body)
			}
		}
	}
	c.space(1)
	c.pair(w.colon("attention"), w.Contact, w.small, w.small.on(w.ink))
	c.pair(w.colon("vat number"), to.VATNumber, w.small, w.small.on(w.ink))
	c.pair(w.colon("registration"), to.RegistrationNumber, w.small, w.small.on(w.ink))
	if w.ShipTo == nil {
		return
	}
	c.space(2)
	c.add(strings.ToUpper(w.say("ship to")), w.caption)
	c.space(0.6)
	for _, l := range w.addressLines(*w.ShipTo, w.Seller.Address.Country) {
		c.add(l, w.small.on(w.ink))
	}
}

func (w *writer) colon(name string) string { return w.withColon(w.say(name)) }

// fact is one column of the strip under the parties.
type fact struct {
	at float64
	*column
}

// facts is the strip of dates, total and contact under the parties.
func (w *writer) facts() {
	size := w.flow.size
	var columns []fact
	add := func(name string, at, width float64, lines ...string) {
		c := w.column(width)
		c.add(strings.ToUpper(w.say(name)), w.caption)
		c.space(0.6)
		for i, l := range lines {
			f := w.small
			if i == 0 {
				f = w.strong
			}
			c.add(l, f)
		}
		columns = append(columns, fact{at, c})
	}
	add("issued", 0, 30, w.date(w.Issued))
	add("valid until", 33, 32, w.date(w.ValidUntil))
	add("in all", 68, 42, w.inAll()...)
	add("your contact", 113, 61, personLines(w.Rep)...)
	var height float64
	for _, c := range columns {
		height = max(height, c.height())
	}
	const pad = 3
	if height > tallestParties {
		for _, c := range columns {
			w.flow.together(2, c.blocks(size.left)...)
			w.flow.put(gap(pad))
		}
		return
	}
	w.flow.put(block{height: height + 2*pad, draw: func(p *page, y float64) {
		p.fill(size.left, y, size.inner(), 0.2, w.line)
		p.fill(size.left, y+height+2*pad, size.inner(), 0.2, w.line)
		for _, c := range columns {
			c.draw(p, size.left+c.at, y+pad)
		}
	}})
}

// inAll is what there is to pay, VAT included, by charging period.
func (w *writer) inAll() []string {
	var out []string
	for _, t := range []struct {
		period quotes.Period
		gross  money.Decimal
	}{{quotes.OneOff, w.Totals.OneOff.Gross}, {quotes.Monthly, w.Totals.Month.Gross}, {quotes.Yearly, w.Totals.Year.Gross}} {
		if !t.gross.IsZero() || t.period == quotes.OneOff && w.Totals.Month.Gross.IsZero() && w.Totals.Year.Gross.IsZero() {
			out = append(out, strings.TrimSpace(w.money(t.gross)+" "+w.per(t.period)))
		}
	}
	return out
}

func personLines(p quotes.SnapshotPerson) []string {
	var out []string
	for _, l := range []string{p.Name, p.Email, p.Phone} {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}

// introduction is the title and the covering text.
func (w *writer) introduction() {
	size := w.flow.size
	title := paragraph(w.fonts, w.Title, face{13, true, w.ink}, size.left, size.inner())
	text := w.Cover
	if text == "" {
		text = w.Layout.Texts.Opening
	}
	cover := paragraph(w.fonts, text, w.body, size.left, size.inner())
	if len(title)+len(cover) == 0 {
		return
	}
	if len(title) > 0 && len(cover) > 0 {
		title = append(title, gap(1.5))
	}
	w.flow.together(len(title)+min(2, len(cover)), append(title, cover...)...)
	w.flow.put(gap(6))
}
