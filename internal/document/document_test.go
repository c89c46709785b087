package document_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/quotient-cpq/quotient/internal/document"
	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

var update = flag.Bool("update", false, "write the golden files")

func renderer(t testing.TB) *document.Renderer {
	t.Helper()
	r, err := document.New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// render makes the PDF and keeps it in the directory named by QUOTIENT_PDFS,
// for looking at.
func render(t testing.TB, name string, s quotes.Snapshot) []byte {
	t.Helper()
	out, err := renderer(t).Render(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("QUOTIENT_PDFS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".pdf"), out, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// run gives a PDF to a command line tool and returns what it prints.
func run(t testing.TB, pdf []byte, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "quote.pdf")
	if err := os.WriteFile(path, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", path)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func text(t testing.TB, pdf []byte) string {
	return run(t, pdf, "pdftotext", "-layout", "FILE", "-")
}

func TestGoldenTexts(t *testing.T) {
	for _, s := range sample.All() {
		for _, tag := range lang.Supported() {
			t.Run(s.Name+"-"+tag, func(t *testing.T) {
				t.Parallel()
				pdf := render(t, s.Name+"-"+tag, s.In(tag, layout.Default()))
				run(t, pdf, "qpdf", "--check", "FILE")
				got := text(t, pdf)
				golden(t, s.Name+"-"+tag, got)
			})
		}
	}
}

// golden compares a text with the one that was looked at last.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the text of the PDF changed (-want +got); look at it, then run with -update:\n%s", diff)
	}
}

// The other paper and font, every annex, an internal copy, and names written from
// right to left.
func TestGoldenTextsOfEverything(t *testing.T) {
	s := international("en")
	pdf := render(t, "everything-en", s)
	run(t, pdf, "qpdf", "--check", "FILE")
	golden(t, "everything-en", text(t, pdf))
	if size := run(t, pdf, "pdfinfo", "FILE"); !strings.Contains(size, "612 x 792") {
		t.Errorf("not on Letter:\n%s", size)
	}
	plain := norm.NFKC.String(run(t, pdf, "pdftotext", "-raw", "FILE", "-"))
	for _, name := range []string{"תעשיות", "הגליל", "شركة", "الأفق"} {
		if !strings.Contains(withoutMarks(plain), name) {
			t.Errorf("%s is not in the text", name)
		}
	}
}

// withoutMarks drops the marks of direction that the text tool adds.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x202A && r <= 0x202E || r == 0x200E || r == 0x200F {
			return -1
		}
		return r
	}, s)
}

// international is the configured sample for a customer in Haifa, with all there
// is.
func international(tag string) quotes.Snapshot {
	everything := everything()
	everything.Paper, everything.Font = layout.Letter, layout.Serif
	everything.Colours.Accent = "#6b2d3e"
	everything.Texts.Closing = lang.New("We look forward to your order.", "Dans l’attente de votre commande.")
	s := sample.All()[1].In(tag, everything)
	s.Customer.Name, s.Contact = "תעשיות הגליל Galil Industries Ltd. (2010)", "شركة الأفق"
	s.Customer.Address = &quotes.Address{Street: "12 HaNamal St", PostalCode: "3100001", City: "Haifa", Country: "IL"}
	s.Mark = quotes.InternalMark
	cost := money.MustParse("1020.4")
	s.Waterfall = []quotes.LineWaterfall{{Position: "1", Name: s.Sections[0].Lines[0].Name, Net: money.MustParse("1615"), FinalNet: money.MustParse("1615"), Cost: &cost,
		Steps: []quotes.WaterfallStep{
			{Label: "List price", Amount: money.MustParse("1700"), After: money.MustParse("1700")},
			{Label: "Discount of the segment, 5 %", Before: money.MustParse("1700"), Amount: money.MustParse("-85"), After: money.MustParse("1615")},
		}}}
	return s
}

func TestTheSameSnapshotGivesTheSameBytes(t *testing.T) {
	r := renderer(t)
	for _, s := range sample.All()[:2] {
		snapshot := s.In("fr", layout.Default())
		want := render(t, s.Name, snapshot)
		done := make(chan []byte)
		for range 4 {
			go func() {
				got, _ := r.Render(context.Background(), snapshot)
				done <- got
			}()
		}
		for range 4 {
			if !bytes.Equal(want, <-done) {
				t.Errorf("%s was rendered with other bytes", s.Name)
			}
		}
	}
}
