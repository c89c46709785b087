package document

import (
	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2/pkg/consts/align"
	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/linestyle"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"
)

// The names under which the fonts of a document are registered.
const (
	fontFamily  = "text"
	worldFamily = "world"
)

// face is how a text is set.
type face struct {
	size  float64 // points
	bold  bool
	color *props.Color
}

// leading is the distance between the lines of a face, in millimetres.
func (f face) leading() float64 { return f.size * millimetresPerPoint * 1.42 }

// fonts are the metrics of both weights.
type fonts struct{ regular, bold *metrics }

func (f fonts) of(face face) *metrics {
	if face.bold {
		return f.bold
	}
	return f.regular
}

func (f fonts) width(s string, face face) float64 { return f.of(face).width(s, face.size) }

func (f fonts) wrap(s string, face face, width float64) []string {
	return f.of(face).wrap(s, face.size, width)
}

// page is everything drawn on one page, in millimetres from its upper left
// corner. It is one component of the PDF library.
type page struct {
	fonts         fonts
	width, height float64
	draws         []func(core.Provider)
	world         bool // the world font is used
}

// text draws s with its baseline at y, starting at x. Letters that the font
// does not have are taken from the world font.
func (p *page) text(s string, f face, x, y float64) {
	s = visual(shape(s))
	m := p.fonts.of(f)
	for start := 0; start < len(s); {
		family, end := m.run(s, start)
		p.run(family, s[start:end], f, x, y)
		x += p.fonts.width(s[start:end], f)
		start = end
	}
}

// run returns the end of the text from start on that is of one font.
func (m *metrics) run(s string, start int) (family string, end int) {
	family = fontFamily
	for i, r := range s[start:] {
		lacks := m.lacks(r)
		if i == 0 && lacks {
			family = worldFamily
		}
		if lacks != (family == worldFamily) {
			return family, start + i
		}
	}
	return family, len(s)
}

func (p *page) run(family, s string, f face, x, y float64) {
	p.world = p.world || family == worldFamily
	style := fontstyle.Normal
	if f.bold && family == fontFamily {
		style = fontstyle.Bold
	}
	// The library puts the baseline one font size below the cell's top, and
	// would break lines in a narrow cell.
	cell := &entity.Cell{X: x, Y: y - f.size*millimetresPerPoint, Width: 10 * p.width, Height: p.height}
	p.draws = append(p.draws, func(out core.Provider) {
		out.AddText(s, cell, &props.Text{Family: family, Style: style, Size: f.size, Color: f.color, Align: align.Left})
	})
}

// fill draws a rectangle.
func (p *page) fill(x, y, width, height float64, color *props.Color) {
	if height <= 0 || width <= 0 {
		return
	}
	cell := &entity.Cell{X: x, Y: y, Width: width, Height: height}
	p.draws = append(p.draws, func(out core.Provider) {
		out.AddLine(cell, &props.Line{Color: color, Style: linestyle.Solid, Thickness: height, OffsetPercent: 50, SizePercent: 100})
	})
}

// image draws a JPEG as large as fits into the rectangle, at its upper left.
func (p *page) image(jpeg []byte, x, y, width, height float64) {
	cell := &entity.Cell{X: x, Y: y, Width: width, Height: height}
	p.draws = append(p.draws, func(out core.Provider) {
		out.AddImageFromBytes(jpeg, cell, &props.Rect{Percent: 100}, extension.Jpg)
	})
}

// Render implements core.Component.
func (p *page) Render(out core.Provider, _ *entity.Cell) {
	for _, draw := range p.draws {
		draw(out)
	}
}

// GetHeight implements core.Component.
func (p *page) GetHeight(core.Provider, *entity.Cell) float64 { return p.height }

// SetConfig implements core.Component.
func (p *page) SetConfig(*entity.Config) {}

// GetStructure implements core.Component.
func (p *page) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: "page", Value: len(p.draws)})
}
