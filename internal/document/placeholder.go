package document

import (
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// placeholder is the one page that demonstration quotes of the past share.
func (r *Renderer) placeholder(tag string) ([]byte, error) {
	w := &writer{Snapshot: quotes.Snapshot{Language: tag}, voice: voice{tag: tag}, fonts: r.fonts[layout.Sans], theme: newTheme(layout.Default().Colours)}
	w.flow = newFlow(sizeOf(layout.A4), w.fonts)
	size := w.flow.size
	w.flow.put(block{height: 30, draw: func(p *page, y float64) {
		p.text(w.say("quote"), w.display, size.left, y+w.display.baseline())
	}})
	for _, line := range paragraph(w.fonts, w.say("placeholder"), face{11, false, w.ink}, size.left, 130) {
		w.flow.put(line)
	}
	w.flow.page().fill(0, 0, size.width, 2, w.accent)
	return generate(w.flow, metadata{title: w.say("quote"), created: fixedDate()})
}
