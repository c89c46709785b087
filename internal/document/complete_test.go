package document_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// notPrinted are fields of the snapshot that choose how something is printed
// or belong to machines.
var notPrinted = []string{"Language", "Currency", "Colour", "Logo", "Model", "Alternative", "Category", "TaxCategory", "TaxStatus", "Code", "Period", "Due",
	"Unit", "Position", "Placeholder", "Schema", "Country", "Picture", "Mark", "Trade"}

// filler writes a number of words that occur nowhere else into every text.
type filler struct {
	r     *rand.Rand
	words []string
	long  int
}

func (f *filler) text() string {
	n := 1 + f.r.IntN(4)
	if f.r.IntN(12) == 0 {
		n = f.long
	}
	var out []string
	for range n {
		f.words = append(f.words, fmt.Sprintf("mot%dé", len(f.words)))
		out = append(out, f.words[len(f.words)-1])
	}
	return strings.Join(out, " ")
}

func (f *filler) fill(v reflect.Value, name string) {
	switch v.Interface().(type) {
	case money.Decimal, money.Currency, civil.Date, identity.ID:
		return
	case layout.Layout: // its opening gives way to a covering text
		for _, name := range []string{"Closing", "Footer", "SignatureHint"} {
			f.fill(v.FieldByName("Texts").FieldByName(name), name)
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		if !slices.Contains(notPrinted, name) {
			v.SetString(f.text())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			f.fill(v.Elem(), name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			f.fill(v.Index(i), name)
		}
	}
}

// everything is a template that leaves nothing out.
func everything() layout.Template {
	t := layout.Default()
	t.Show.Steps, t.Annexes.Configuration, t.Annexes.BillOfMaterials = true, true, true
	return t
}

// Whatever the texts of a quote and however long they are, each of their words
// is in the text of the PDF.
func TestEveryWordIsInTheDocument(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			f := &filler{r: rand.New(rand.NewPCG(seed, 2)), long: 40 + int(seed)*90}
			s := sample.All()[int(seed)%len(sample.All())].In([]string{"fr", "en"}[seed%2], everything())
			if s.Sections[0].Title != "" && len(s.Sections) > 3 {
				s.Sections = s.Sections[:3]
			}
			s.Sections[0].Lines[0].Steps = []quotes.SnapshotStep{{}}
			s.Mark, s.Waterfall = quotes.InternalMark, []quotes.LineWaterfall{{Steps: make([]quotes.WaterfallStep, 3)}}
			s.Seller.Trade = quotes.BuildingTrade
			f.fill(reflect.ValueOf(&s).Elem(), "")
			f.words = slices.DeleteFunc(f.words, func(word string) bool { return slices.Contains(strings.Fields(s.Number+" "+s.Label), word) })
			s.Number, s.Label = "Q-2026-000001", "A-R1"
			got := strings.Fields(run(t, render(t, fmt.Sprint("words-", seed), s), "pdftotext", "-raw", "FILE", "-"))
			printed := map[string]bool{}
			for _, word := range got {
				printed[strings.TrimRight(word, ",:… ")] = true
				for part := range strings.FieldsFuncSeq(word, func(r rune) bool { return strings.ContainsRune("-,:()\u00a0…", r) }) {
					printed[part] = true
				}
			}
			var lost []string
			for _, w := range f.words {
				if !printed[w] {
					lost = append(lost, w)
				}
			}
			if len(lost) > 0 {
				t.Errorf("%d of %d words are not in the document: %v to %s", len(lost), len(f.words), lost[:min(4, len(lost))], lost[len(lost)-1])
			}
		})
	}
}

// The text tools show every kind of space as a plain one, so the page's own
// bytes are looked at.
func TestSpacesOfAmountsSurvive(t *testing.T) {
	content := run(t, render(t, "one-line", sample.All()[0].In("fr", layout.Default())), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	for _, want := range []string{"1\u202f234,50\u00a0€", "1\u202f481,40\u00a0€", "20\u00a0%", "À l’attention de"} {
		var coded strings.Builder
		for _, unit := range utf16.Encode([]rune(want)) {
			fmt.Fprintf(&coded, "%04x", unit)
		}
		if !strings.Contains(content, coded.String()) {
			t.Errorf("%q is not on the page", want)
		}
	}
}

func TestPlaceholderIsSharedAndSaysSo(t *testing.T) {
	one, other := sample.All()[0].In("fr", layout.Default()), sample.All()[1].In("fr", layout.Default())
	one.Placeholder, other.Placeholder = true, true
	a, b := render(t, "placeholder", one), render(t, "placeholder", other)
	if string(a) != string(b) {
		t.Error("two placeholders differ")
	}
	if got := text(t, a); !strings.Contains(got, "données de démonstration") || strings.Contains(got, one.Number) {
		t.Errorf("the placeholder reads:\n%s", got)
	}
}

func BenchmarkRender(b *testing.B) {
	r := renderer(b)
	for _, c := range []struct {
		name           string
		sections, each int
		pictures       bool
	}{{"1-line", 1, 1, false}, {"100-lines", 5, 20, false}, {"1000-lines", 20, 50, false}, {"1000-lines-with-pictures", 20, 50, true}, {"10000-lines", 100, 100, false}} {
		s := sample.Sections("fr", c.sections, c.each)
		if c.pictures {
			withPictures(&s)
		}
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := r.Render(b.Context(), s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// withPictures gives each line one of the sample's pictures.
func withPictures(s *quotes.Snapshot) {
	from := sample.All()[1].In("fr", layout.Default())
	s.Files = from.Files
	for _, section := range s.Sections {
		for i := range section.Lines {
			section.Lines[i].Picture = from.Sections[0].Lines[i%4].Picture
		}
	}
}
