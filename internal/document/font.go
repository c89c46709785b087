package document

import (
	"embed"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"github.com/quotient-cpq/quotient/quotes/layout"
)

//go:embed fonts/*.ttf
var fontFiles embed.FS

// weights are the files of the fonts that a layout may choose.
var weights = map[layout.Font][2]string{
	layout.Sans:  {"Inter-Regular", "Inter-SemiBold"},
	layout.Serif: {"NotoSerif-Regular", "NotoSerif-Bold"},
}

// worldFont has the letters that the other fonts do not have.
const worldFont = "NotoSans-World"

// millimetresPerPoint is the length of a typographic point.
const millimetresPerPoint = 25.4 / 72

// metrics are the advance widths of one font in thousandths of its size, as
// the PDF library rounds them.
type metrics struct {
	ttf     []byte
	advance map[rune]int
	missing int
	// world has the letters that this font has not, nil for none.
	world *metrics
}

// lastRune bounds the characters the fonts may have.
const lastRune = 0xFEFC

// readMetrics reads an embedded font by its file's name.
func readMetrics(name string) (*metrics, error) {
	ttf, err := fontFiles.ReadFile("fonts/" + name + ".ttf")
	if err != nil {
		return nil, fmt.Errorf("read embedded font: %w", err)
	}
	face, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("read embedded font %s: %w", name, err)
	}
	m := &metrics{ttf: ttf, advance: map[rune]int{}, missing: 1000}
	var buf sfnt.Buffer
	ppem := fixed.I(int(face.UnitsPerEm()))
	for r := rune(' '); r <= lastRune; r++ {
		if r == 0x3000 {
			r = 0xFB01
		}
		glyph, err := face.GlyphIndex(&buf, r)
		if err != nil {
			return nil, fmt.Errorf("read embedded font %s: %w", name, err)
		}
		if glyph == 0 {
			continue
		}
		width, err := face.GlyphAdvance(&buf, glyph, ppem, font.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("read embedded font %s: %w", name, err)
		}
		m.advance[r] = int(float64(width)/64*1000/float64(face.UnitsPerEm()) + 0.5)
	}
	return m, nil
}

// width returns the length of s in millimetres at a size in points.
func (m *metrics) width(s string, size float64) float64 {
	var sum int
	for _, r := range s {
		sum += m.advanceOf(r)
	}
	return float64(sum) / 1000 * size * millimetresPerPoint
}

func (m *metrics) advanceOf(r rune) int {
	if w, ok := m.advance[r]; ok {
		return w
	}
	if m.world != nil {
		return m.world.advanceOf(r)
	}
	return m.missing
}

// lacks reports whether r is to be taken from the world font.
func (m *metrics) lacks(r rune) bool {
	if _, ok := m.advance[r]; ok || m.world == nil {
		return false
	}
	_, ok := m.world.advance[r]
	return ok
}

// wrap breaks s into lines no wider than width millimetres at a size in
// points: at line ends, then at spaces (never at no-break spaces), then, for
// words that are too long, anywhere. An empty string has no lines; an empty
// line between others stays.
func (m *metrics) wrap(s string, size, width float64) []string {
	return m.wrapAfter(s, size, width, 0)
}

// wrapAfter is wrap with a first line shorter by indent.
func (m *metrics) wrapAfter(s string, size, width, indent float64) []string {
	s = strings.TrimRightFunc(shape(clean(s)), unicode.IsSpace)
	if s == "" {
		return nil
	}
	var lines []string
	for paragraph := range strings.SplitSeq(s, "\n") {
		lines = append(lines, m.wrapParagraph(paragraph, size, width, indent)...)
		indent = 0
	}
	return lines
}

func (m *metrics) wrapParagraph(paragraph string, size, width, indent float64) []string {
	var lines []string
	line, room := "", width-indent
	end := func() { lines, line, room = append(lines, line), "", width }
	for _, word := range strings.FieldsFunc(paragraph, func(r rune) bool { return r == ' ' || r == '\t' }) {
		if line != "" && m.width(line+" "+word, size) <= room {
			line += " " + word
			continue
		}
		if line != "" {
			end()
		}
		for line = word; m.width(line, size) > room; {
			rest := line[len(m.prefix(line, size, room)):]
			if line = line[:len(line)-len(rest)]; rest == "" {
				break
			}
			end()
			line = rest
		}
	}
	return append(lines, line)
}

// prefix returns the longest start of word that fits, at least one character.
func (m *metrics) prefix(word string, size, width float64) string {
	end := 0
	for i, r := range word {
		next := i + len(string(r))
		if end > 0 && m.width(word[:next], size) > width {
			break
		}
		end = next
	}
	return word[:end]
}

// clean drops what cannot be printed: control characters but for line ends and
// tabs, and bytes that are not UTF-8.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || (unicode.IsControl(r) && r != '\n' && r != '\t') {
			return -1
		}
		return r
	}, s)
}
