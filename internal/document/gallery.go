package document

import (
	"bytes"
	"image"
	"image/draw"
	"image/jpeg"

	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// The most pixels that are printed: 220 per inch for the picture of a line.
const (
	thumbPixels = 172
	logoPixels  = 900
)

// gallery holds the pictures of a document, made ready for printing: what cannot
// be read is not there, and a document is never refused for it.
type gallery struct {
	logo   []byte
	thumbs map[string]thumb
}

// thumb is the picture of lines.
type thumb struct {
	jpeg   []byte
	height float64 // when printed, in millimetres
}

func newGallery(s quotes.Snapshot) gallery {
	g := gallery{thumbs: map[string]thumb{}}
	logo := s.Files[s.Layout.Logo]
	if logo == nil {
		logo = s.Seller.Logo
	}
	g.logo, _ = printable(logo, logoPixels)
	if !s.Layout.Show.Pictures {
		return g
	}
	for _, section := range s.Sections {
		for _, l := range section.Lines {
			if _, known := g.thumbs[l.Picture]; known || l.Picture == "" {
				continue
			}
			if picture, size := printable(s.Files[l.Picture], thumbPixels); picture != nil {
				g.thumbs[l.Picture] = thumb{picture, min(pictureWidth, float64(size.Y)*pictureWidth/float64(size.X))}
			}
		}
	}
	return g
}

// printable returns a JPEG with no side above most pixels, nil for what is no
// picture.
func printable(raw []byte, most int) ([]byte, image.Point) {
	if len(raw) == 0 {
		return nil, image.Point{}
	}
	picture, err := jpeg.Decode(bytes.NewReader(raw))
	if err != nil {
		return nil, image.Point{}
	}
	whole := image.NewRGBA(image.Rect(0, 0, picture.Bounds().Dx(), picture.Bounds().Dy()))
	draw.Draw(whole, whole.Rect, picture, picture.Bounds().Min, draw.Src)
	small := layout.Shrink(whole, most, most)
	var out bytes.Buffer
	if jpeg.Encode(&out, small, &jpeg.Options{Quality: 88}) != nil {
		return nil, image.Point{}
	}
	return out.Bytes(), small.Rect.Size()
}
