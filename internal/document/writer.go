package document

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
)

// writer lays out one snapshot.
type writer struct {
	quotes.Snapshot
	voice
	theme
	fonts    fonts
	pictures gallery
	flow     *flow
	legal    []string // lines of the footer
	// pictureAt and nameAt are where pictures and descriptions of lines begin, from
	// the left margin.
	pictureAt, nameAt float64
	ending            []block // what is kept back for the next part to stand with
}

// footerLines is the room for the seller's legal line at the foot of each
// page; a longer one is printed whole under the conditions.
const footerLines = 3

// write lays out the whole document.
func (w *writer) write() {
	w.begin()
	w.head()
	w.introduction()
	w.table()
	w.totals()
	w.schedule()
	w.conditions()
	w.legalNotice()
	w.closing()
	w.terms()
	w.configurations()
	w.materials()
	w.waterfall()
	for i, p := range w.flow.pages {
		w.frame(p, i)
	}
}

// begin takes the first sheet of the seller's paper.
func (w *writer) begin() {
	paper := sizeOf(w.Layout.Paper)
	w.legal = w.fonts.wrap(w.legalLine(), w.fine, paper.inner()-40)
	w.legal = w.legal[:min(footerLines, len(w.legal))]
	for i := range w.legal {
		w.legal[i] = strings.TrimSuffix(w.legal[i], " ·")
	}
	w.flow = newFlow(paper, w.fonts)
}

// column returns an empty column of text.
func (w *writer) column(width float64) *column { return &column{fonts: w.fonts, width: width} }

// rightText draws s ending at x.
func (w *writer) rightText(p *page, s string, f face, x, y float64) {
	p.text(s, f, x-w.fonts.width(s, f), y)
}

// reference is the number of the quote with its variant and revision.
func (w *writer) reference() string {
	if w.Label == "" {
		return w.Number
	}
	return w.Number + "-" + w.Label
}

// frame draws what every page has: the band at its top, a running head from
// the second page on, and the footer.
func (w *writer) frame(p *page, index int) {
	s := w.flow.size
	p.fill(0, 0, s.width, 2, w.accent)
	if mark := w.mark(); mark != "" {
		f := face{8, true, w.onAccent}
		width := w.fonts.width(mark, f) + 8
		p.fill((s.width-width)/2, 0, width, 6.4, w.accent)
		p.text(mark, f, (s.width-width)/2+4, 4.5)
	}
	if index > 0 {
		p.text(w.say("quote")+" "+w.reference(), w.fineStrong, s.left, 11.5)
		name := w.fonts.wrap(w.Customer.Name, w.fine, s.inner()/2)
		if len(name) > 0 {
			w.rightText(p, name[0], w.fine, s.width-s.right, 11.5)
		}
	}
	top := s.height - s.bottom + 6
	p.fill(s.left, top, s.inner(), 0.2, w.line)
	y := top + 3 + w.fine.baseline()/2
	for _, line := range w.legal {
		p.text(line, w.fine, s.left, y)
		y += w.fine.leading()
	}
	number := w.say("page", index+1, len(w.flow.pages))
	w.rightText(p, number, w.fineStrong, s.width-s.right, top+3+w.fine.baseline()/2)
}

// mark is what a copy that is not the offer says of itself.
func (w *writer) mark() string {
	if w.Mark == quotes.NoMark {
		return ""
	}
	return w.say(string(w.Mark))
}

// legalLine is what the law asks a company to print on its papers.
func (w *writer) legalLine() string {
	s := w.Seller
	var parts []string
	add := func(label, value string) {
		if value == "" {
			return
		}
		if label != "" {
			value = label + "\u00a0" + value
		}
		if len(value) < 40 { // a number is not divided at the end of a line
			value = strings.ReplaceAll(value, " ", "\u00a0")
		}
		parts = append(parts, value)
	}
	add("", s.Name)
	add("", s.LegalForm)
	add("", w.addressLine(s.Address))
	add(w.say("siren"), s.SIREN)
	add(w.say("siret"), s.SIRET)
	add("", s.RCS)
	add(w.say("vat number"), s.VATNumber)
	add("", w.Layout.Texts.Footer)
	return strings.Join(parts, " · ")
}

// addressLines are the lines of an address as on an envelope; the country only
// where it is not the one given.
func (w *writer) addressLines(a quotes.Address, home string) []string {
	lines := []string{a.Name, a.Street, a.Street2, strings.TrimSpace(a.PostalCode + " " + a.City)}
	if a.Country != home {
		lines = append(lines, countryName(a.Country, w.Language))
	}
	var out []string
	for _, l := range lines {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}

func (w *writer) addressLine(a quotes.Address) string {
	return strings.Join(w.addressLines(a, a.Country), ", ")
}

// countryName is the country's name in the language, its code where it has none.
func countryName(code, tag string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	namer := display.Regions(language.Make(lang.Primary(tag)))
	if name := namer.Name(region); name != "" {
		return name
	}
	return code
}
