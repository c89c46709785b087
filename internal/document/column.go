package document

// column collects lines of text under one another, already wrapped.
type column struct {
	fonts fonts
	width float64
	lines []textRun
}

// textRun is one line: a text, or a label and a value beside it.
type textRun struct {
	text  string
	face  face
	after float64 // extra space below
	label string  // drawn before text, in the face labelFace
	lface face
	right string // drawn at the right edge of the column
}

// add appends s, wrapped, in the face f; an empty s adds nothing.
func (c *column) add(s string, f face) {
	for _, line := range c.fonts.wrap(s, f, c.width) {
		c.lines = append(c.lines, textRun{text: line, face: f})
	}
}

// pair appends "label: value": the value begins beside the label and goes on
// under it.
func (c *column) pair(label, value string, lface, vface face) {
	label, value = clean(label), clean(value)
	if value == "" {
		return
	}
	indent := c.fonts.width(label, lface)
	if indent > c.width*0.6 {
		c.add(label, lface)
		c.add(value, vface)
		return
	}
	lines := c.fonts.of(vface).wrapAfter(value, vface.size, c.width, indent)
	for i, line := range lines {
		run := textRun{text: line, face: vface}
		if i == 0 {
			run.label, run.lface = label, lface
		}
		c.lines = append(c.lines, run)
	}
}

// amount appends a label with an amount at the right edge.
func (c *column) amount(label, amount string, f face) {
	lines := c.fonts.wrap(label, f, c.width-c.fonts.width(amount, f)-3)
	for i, line := range lines {
		run := textRun{text: line, face: f}
		if i == 0 {
			run.right = amount
		}
		c.lines = append(c.lines, run)
	}
}

// space adds space below the last line.
func (c *column) space(mm float64) {
	if n := len(c.lines); n > 0 {
		c.lines[n-1].after += mm
	}
}

// height is that of all lines.
func (c *column) height() float64 { return height(c.lines) }

func height(lines []textRun) float64 {
	var sum float64
	for _, l := range lines {
		sum += l.face.leading() + l.after
	}
	return sum
}

// draw puts all lines on the page from y down.
func (c *column) draw(p *page, x, y float64) { c.drawLines(p, c.lines, x, y) }

func (c *column) drawLines(p *page, lines []textRun, x, y float64) {
	for _, l := range lines {
		at, base := x, y+l.face.baseline()
		if l.label != "" {
			p.text(l.label, l.lface, at, base)
			at += c.fonts.width(l.label, l.lface)
		}
		p.text(l.text, l.face, at, base)
		if l.right != "" {
			p.text(l.right, l.face, x+c.width-c.fonts.width(l.right, l.face), base)
		}
		y += l.face.leading() + l.after
	}
}

// chunks divides the lines into pieces no higher than limit, each at least one
// line, and never leaves a single line for the last piece.
func (c *column) chunks(limit float64) [][]textRun {
	var out [][]textRun
	rest := c.lines
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && height(rest[:n+1]) <= limit {
			n++
		}
		if len(rest)-n == 1 && n > 2 {
			n--
		}
		out, rest = append(out, rest[:n]), rest[n:]
	}
	return out
}

// blocks returns each line as a block of its own.
func (c *column) blocks(x float64) []block {
	var out []block
	for i := range c.lines {
		line := c.lines[i : i+1]
		out = append(out, block{height: height(line), draw: func(p *page, y float64) { c.drawLines(p, line, x, y) }})
	}
	return out
}
