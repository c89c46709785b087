package sample

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
)

// frames are the colours of the bicycles.
var frames = []color.RGBA{{31, 78, 95, 255}, {163, 58, 44, 255}, {52, 102, 66, 255}, {188, 134, 38, 255}}

// segment is a tube between two points; a wheel is a ring around one.
type segment struct{ x1, y1, x2, y2, width float64 }

var tubes = []segment{
	{210, 250, 290, 250, 5}, {290, 250, 420, 170, 6}, {250, 160, 290, 250, 6}, {210, 250, 250, 170, 5}, {250, 180, 415, 165, 6},
	{415, 140, 450, 250, 5}, {225, 155, 275, 155, 6}, {400, 132, 440, 128, 5},
}

// bicycle draws one, as a JPEG of 600 by 400 pixels.
func bicycle(n int) []byte {
	frame := frames[n%len(frames)]
	picture := image.NewRGBA(image.Rect(0, 0, 600, 400))
	for y := range 400 {
		for x := range 600 {
			// The drawing is 0.9 times as large, in the middle.
			px, py := (float64(x)-300)/1.35+330, (float64(y)-200)/1.35+205
			shade := color.RGBA{246, 247, 248, 255}
			for _, hub := range []float64{210, 450} {
				shade = blend(shade, color.RGBA{48, 52, 58, 255}, 4-math.Abs(math.Hypot(px-hub, py-250)-62))
			}
			for _, t := range tubes {
				shade = blend(shade, frame, t.width-t.distance(px, py))
			}
			picture.SetRGBA(x, y, shade)
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 85}); err != nil {
		return nil
	}
	return out.Bytes()
}

func (s segment) distance(x, y float64) float64 {
	dx, dy := s.x2-s.x1, s.y2-s.y1
	t := max(0, min(1, ((x-s.x1)*dx+(y-s.y1)*dy)/(dx*dx+dy*dy)))
	return math.Hypot(x-s.x1-t*dx, y-s.y1-t*dy)
}

// blend puts a colour over another where inside is above 0, softly at the edge.
func blend(under, over color.RGBA, inside float64) color.RGBA {
	a := max(0, min(1, inside+0.5))
	mix := func(u, o uint8) uint8 { return uint8(float64(u)*(1-a) + float64(o)*a) }
	return color.RGBA{mix(under.R, over.R), mix(under.G, over.G), mix(under.B, over.B), 255}
}
