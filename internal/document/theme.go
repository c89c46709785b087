package document

import (
	"strconv"
	"strings"

	"github.com/johnfercher/maroto/v2/pkg/props"

	"github.com/quotient-cpq/quotient/quotes/layout"
)

// theme is the colours and faces of a document.
type theme struct {
	accent, onAccent, ink, muted, line, wash *props.Color

	display, serial, heading, caption face
	body, strong, small, smallStrong,
	fine, fineStrong face
}

func newTheme(c layout.Colours) theme {
	usual := layout.Default().Colours
	t := theme{
		accent:   parseColor(c.Accent, usual.Accent),
		onAccent: &props.Color{Red: 255, Green: 255, Blue: 255},
		ink:      parseColor(c.Ink, usual.Ink),
		muted:    &props.Color{Red: 94, Green: 103, Blue: 117},
		line:     &props.Color{Red: 218, Green: 223, Blue: 230},
		wash:     parseColor(c.Wash, usual.Wash),
	}
	if luminance(t.accent) > 0.45 {
		t.onAccent = t.ink
	}
	t.display = face{24, true, t.accent}
	t.serial = face{10, true, t.ink}
	t.heading = face{10.5, true, t.accent}
	t.caption = face{7, true, t.muted}
	t.body = face{9, false, t.ink}
	t.strong = face{9, true, t.ink}
	t.small = face{8, false, t.muted}
	t.smallStrong = face{8, true, t.ink}
	t.fine = face{6.8, false, t.muted}
	t.fineStrong = face{6.8, true, t.muted}
	return t
}

// parseColor reads "#rrggbb"; anything else gives the usual colour.
func parseColor(s, usual string) *props.Color {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "#"), 16, 24)
	if err != nil || len(s) != 7 {
		n, _ = strconv.ParseUint(usual[1:], 16, 24)
	}
	return &props.Color{Red: int(n >> 16), Green: int(n >> 8 & 0xff), Blue: int(n & 0xff)}
}

// luminance is the relative luminance of a colour, 0 to 1, without gamma: good
// enough to choose black or white upon it.
func luminance(c *props.Color) float64 {
	return (0.2126*float64(c.Red) + 0.7152*float64(c.Green) + 0.0722*float64(c.Blue)) / 255
}

// on returns the face in another colour.
func (f face) on(c *props.Color) face {
	f.color = c
	return f
}
