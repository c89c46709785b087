package document

import (
	"context"
	"fmt"
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

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
)

// Renderer makes PDFs of snapshots; it implements quotes.Renderer. It is safe
// for concurrent use.
type Renderer struct {
	fonts        fonts
	placeholders map[string][]byte
}

// New reads the embedded fonts and returns a renderer.
func New() (*Renderer, error) {
	fixLibraryDates()
	regular, err := readMetrics(regularTTF)
	if err != nil {
		return nil, err
	}
	bold, err := readMetrics(boldTTF)
	if err != nil {
		return nil, err
	}
	r := &Renderer{fonts: fonts{regular, bold}, placeholders: map[string][]byte{}}
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
	w := &writer{Snapshot: s, voice: v, fonts: r.fonts, theme: newTheme(s.Seller.Colour)}
	w.write()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return generate(w.flow, metadata{
		title: w.say("quote") + " " + s.Number, author: s.Seller.Name, subject: s.Title, created: s.Issued.Midnight(time.UTC),
	})
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
	cfg := config.NewBuilder().
		WithDimensions(f.size.width, f.size.height).
		WithLeftMargin(0).WithRightMargin(0).WithTopMargin(0).WithBottomMargin(0).
		WithCompression(true).
		WithSequentialMode().
		WithCustomFonts([]*entity.CustomFont{
			{Family: fontFamily, Style: fontstyle.Normal, Bytes: regularTTF},
			{Family: fontFamily, Style: fontstyle.Bold, Bytes: boldTTF},
		}).
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
