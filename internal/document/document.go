package document

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	marotopage "github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"github.com/phpdave11/gofpdf"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// Renderer makes PDFs of snapshots; it implements quotes.Renderer. It is safe
// for concurrent use.
type Renderer struct {
	fonts        map[layout.Font]fonts
	placeholders map[string][]byte
}

// New reads the embedded fonts and returns a renderer.
func New() (*Renderer, error) {
	fixLibraryDates()
	world, err := readMetrics(worldFont)
	if err != nil {
		return nil, err
	}
	r := &Renderer{fonts: map[layout.Font]fonts{}, placeholders: map[string][]byte{}}
	for name, files := range weights {
		var both [2]*metrics
		for i, file := range files {
			if both[i], err = readMetrics(file); err != nil {
				return nil, err
			}
			both[i].world = world
		}
		r.fonts[name] = fonts{both[0], both[1]}
	}
	for _, tag := range lang.Supported() {
		if r.placeholders[tag], err = r.placeholder(tag); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// fixedDate stands where the library would write the time of rendering.
func fixedDate() time.Time { return time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC) }

// fixLibraryDates sets, once for the process, what the PDF library keeps in
// package variables: without it the same input gives other bytes each second.
var fixLibraryDates = sync.OnceFunc(func() {
	gofpdf.SetDefaultCatalogSort(true)
	gofpdf.SetDefaultModificationDate(fixedDate())
})

// Render makes the document of a snapshot: the same snapshot gives the same
// bytes. A snapshot marked as placeholder gives the shared page that says so.
func (r *Renderer) Render(ctx context.Context, s quotes.Snapshot) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v := newVoice(s)
	if s.Placeholder {
		return r.placeholders[v.tag], nil
	}
	s.Layout = layoutOf(s)
	w := &writer{Snapshot: s, voice: v, fonts: r.fonts[s.Layout.Font], theme: newTheme(s.Layout.Colours), pictures: newGallery(s)}
	w.write()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	offer, err := generate(w.flow, metadata{
		title: w.say("quote") + " " + s.Number, author: s.Seller.Name, subject: s.Title, created: s.Issued.Midnight(time.UTC),
	})
	annexes, missing := annexesOf(s)
	switch {
	case err != nil:
		return nil, err
	case missing != nil:
		return nil, missing
	case len(annexes)+len(w.pictures.thumbs) == 0:
		return offer, nil
	}
	return merge(offer, annexes)
}

// annexesOf are the PDF files behind the offer: the general terms, then what was
// attached to it.
func annexesOf(s quotes.Snapshot) ([][]byte, error) {
	var out [][]byte
	add := func(name string, text []byte) error {
		if len(text) == 0 {
			return fault.New(fault.NotFound, "annex-missing", "the annex %q is not there any more", name)
		}
		out = append(out, text)
		return nil
	}
	if s.Layout.Terms != "" {
		if err := add("terms", s.Files[s.Layout.Terms]); err != nil {
			return nil, err
		}
	}
	for _, f := range s.Annexes() {
		if err := add(f.Name, f.Bytes); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// layoutOf is the layout of a snapshot: for one that names none the default, with
// the seller's colour.
func layoutOf(s quotes.Snapshot) layout.Layout {
	if s.Layout.Code != "" {
		return s.Layout
	}
	l := layout.Default().In(s.Language)
	if s.Seller.Colour != "" {
		l.Colours.Accent = s.Seller.Colour
	}
	return l
}

// newVoice picks the language of the snapshot, the default for one the product
// has no words in.
func newVoice(s quotes.Snapshot) voice {
	v := voice{tag: lang.Default, currency: s.Currency}
	for _, tag := range lang.Supported() {
		if lang.Primary(s.Language) == tag {
			v.tag = tag
		}
	}
	return v
}

// metadata is what the PDF says about itself.
type metadata struct {
	title, author, subject string
	created                time.Time
}

// generate hands the pages to the PDF library.
func generate(f *flow, m metadata) ([]byte, error) {
	custom := []*entity.CustomFont{
		{Family: fontFamily, Style: fontstyle.Normal, Bytes: f.fonts.regular.ttf},
		{Family: fontFamily, Style: fontstyle.Bold, Bytes: f.fonts.bold.ttf},
	}
	if slices.ContainsFunc(f.pages, func(p *page) bool { return p.world }) {
		custom = append(custom, &entity.CustomFont{Family: worldFamily, Style: fontstyle.Normal, Bytes: f.fonts.regular.world.ttf})
	}
	cfg := config.NewBuilder().
		WithDimensions(f.size.width, f.size.height).
		WithLeftMargin(0).WithRightMargin(0).WithTopMargin(0).WithBottomMargin(0).
		WithCompression(true).
		WithSequentialMode().
		WithCustomFonts(custom).
		WithDefaultFont(&props.Font{Family: fontFamily, Size: 9}).
		WithCreationDate(m.created).
		WithTitle(m.title, true).WithAuthor(m.author, true).WithSubject(m.subject, true).WithCreator("Quotient", true).
		Build()
	pdf := maroto.New(cfg)
	for _, p := range f.pages {
		pdf.AddPages(marotopage.New().Add(row.New(p.height).Add(col.New().Add(p))))
	}
	out, err := pdf.Generate()
	if err != nil {
		return nil, fmt.Errorf("generate PDF: %w", err)
	}
	return out.GetBytes(), nil
}
