package document

import "github.com/quotient-cpq/quotient/quotes/layout"

// block is a piece of the document that stays together on one page.
type block struct {
	height float64
	// draw puts the block on a page with its upper edge at y.
	draw func(p *page, y float64)
}

// gap is an empty block, dropped at the top of a page.
func gap(height float64) block { return block{height: height} }

// stack joins blocks into one.
func stack(blocks ...block) block {
	var all block
	for _, b := range blocks {
		all.height += b.height
	}
	all.draw = func(p *page, y float64) {
		for _, b := range blocks {
			if b.draw != nil {
				b.draw(p, y)
			}
			y += b.height
		}
	}
	return all
}

// flow puts blocks on pages from top to bottom.
type flow struct {
	size   size
	fonts  fonts
	pages  []*page
	y      float64
	repeat block // drawn first on every page that a table runs on to
	fresh  bool  // nothing but repeat is on the page yet
}

// size is a sheet of paper with its margins, in millimetres.
type size struct {
	width, height            float64
	left, right, top, bottom float64
}

// inner is the width between the margins.
func (s size) inner() float64 { return s.width - s.left - s.right }

// innerWidth is the width between the margins of every paper, so that the
// columns of the table are the same on all.
const innerWidth = 174

// sizeOf leaves room for the footer in the bottom margin.
func sizeOf(paper layout.Paper) size {
	s := size{width: 210, height: 297, top: 18, bottom: 24}
	if paper == layout.Letter {
		s.width, s.height = 215.9, 279.4
	}
	s.left, s.right = (s.width-innerWidth)/2, (s.width-innerWidth)/2
	return s
}

func newFlow(s size, fonts fonts) *flow {
	f := &flow{size: s, fonts: fonts}
	f.newPage()
	return f
}

func (f *flow) newPage() {
	f.pages = append(f.pages, &page{fonts: f.fonts, width: f.size.width, height: f.size.height})
	f.y, f.fresh = f.size.top, true
	if f.repeat.draw != nil {
		f.repeat.draw(f.page(), f.y)
		f.y += f.repeat.height
	}
}

func (f *flow) page() *page { return f.pages[len(f.pages)-1] }

func (f *flow) room() float64 { return f.size.height - f.size.bottom - f.y }

// put adds a block, on a new page when it does not fit on this one.
func (f *flow) put(b block) {
	if b.draw == nil {
		if !f.fresh {
			f.y += b.height
		}
		return
	}
	if b.height > f.room() && !f.fresh {
		f.newPage()
	}
	b.draw(f.page(), f.y)
	f.y, f.fresh = f.y+b.height, false
}

// together adds blocks, beginning a new page when the first n of them fit on
// one but not on this one: a title with the first of its lines.
func (f *flow) together(n int, blocks ...block) {
	height := heightOf(blocks[:min(n, len(blocks))])
	if height > f.room() && height <= f.whole() && !f.fresh {
		f.newPage()
	}
	for _, b := range blocks {
		f.put(b)
	}
}

// whole is the room on an empty page.
func (f *flow) whole() float64 {
	return f.size.height - f.size.top - f.size.bottom - f.repeat.height
}

func heightOf(blocks []block) (sum float64) {
	for _, b := range blocks {
		sum += b.height
	}
	return sum
}

// paragraph is one block per line of text, so that a long text runs over as
// many pages as it needs.
func paragraph(fonts fonts, s string, f face, x, width float64) []block {
	var out []block
	for _, line := range fonts.wrap(s, f, width) {
		out = append(out, textLine(line, f, x))
	}
	return out
}

// textLine is one line of text.
func textLine(s string, f face, x float64) block {
	return block{height: f.leading(), draw: func(p *page, y float64) { p.text(s, f, x, y+f.baseline()) }}
}

// baseline is the distance from the top of a line to its baseline.
func (f face) baseline() float64 { return f.size * millimetresPerPoint * 1.08 }
