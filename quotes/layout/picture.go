package layout

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	_ "image/png" // the formats that Picture reads

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Bounds of an uploaded picture: of what is read, and of what is kept.
const (
	maxPixels  = 40_000_000
	keptPixels = 1000
)

// Picture turns a PNG or JPEG into the JPEG that is stored: upright, on white,
// no side above 1000 pixels. It refuses what is neither, what is broken, and
// what would take too much memory to read.
func Picture(raw []byte) ([]byte, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil {
		return nil, fault.New(fault.Invalid, "picture-unreadable", "the file is no PNG or JPEG that can be read")
	}
	if config.Width*config.Height > maxPixels || config.Width < 1 || config.Height < 1 {
		return nil, fault.New(fault.TooLarge, "picture-too-large", "the picture has %d × %d pixels; at most %d million are read",
			config.Width, config.Height, maxPixels/1_000_000)
	}
	decoded, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, fault.New(fault.Invalid, "picture-unreadable", "the %s is broken: %v", format, err)
	}
	upright := onWhite(decoded)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, Shrink(upright, keptPixels, keptPixels), &jpeg.Options{Quality: 90}); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "picture-unreadable", "the picture cannot be stored")
	}
	return out.Bytes(), nil
}

func onWhite(in image.Image) *image.RGBA {
	b := in.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), in, b.Min, draw.Over)
	return out
}

// Shrink returns the picture no larger than width by height, its shape kept;
// each pixel is the mean of those it stands for. A smaller one is returned as
// it is.
func Shrink(in *image.RGBA, width, height int) *image.RGBA {
	w, h := in.Rect.Dx(), in.Rect.Dy()
	if w <= width && h <= height {
		return in
	}
	nw, nh := width, max(1, h*width/w)
	if nh > height {
		nw, nh = max(1, w*height/h), height
	}
	out := image.NewRGBA(image.Rect(0, 0, nw, nh))
	for y := range nh {
		for x := range nw {
			out.SetRGBA(x, y, mean(in, image.Rect(x*w/nw, y*h/nh, max((x+1)*w/nw, x*w/nw+1), max((y+1)*h/nh, y*h/nh+1))))
		}
	}
	return out
}

func mean(in *image.RGBA, area image.Rectangle) color.RGBA {
	var r, g, b, n int
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := in.Pix[(y-in.Rect.Min.Y)*in.Stride:]
		for x := area.Min.X; x < area.Max.X; x++ {
			p := row[(x-in.Rect.Min.X)*4:]
			r, g, b, n = r+int(p[0]), g+int(p[1]), b+int(p[2]), n+1
		}
	}
	return color.RGBA{R: uint8(r / n), G: uint8(g / n), B: uint8(b / n), A: 255}
}
