package document_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

func photo(t *testing.T, width, height int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewRGBA(image.Rect(0, 0, width, height)), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Pictures of every size are printed, once however often they are used; what is
// broken or missing is left out, and the document is made all the same.
func TestPicturesOfEverySize(t *testing.T) {
	t.Parallel()
	s := sample.All()[1].In("fr", layout.Default())
	files := map[string][]byte{"wide": photo(t, 3000, 2), "tall": photo(t, 2, 3000), "dot": photo(t, 1, 1), "large": photo(t, 1600, 1600),
		"broken": photo(t, 300, 200)[:400], "empty": {}, "text": []byte("hello")}
	s.Files = files
	lines := s.Sections[0].Lines
	for i, name := range []string{"wide", "tall", "dot", "large", "large", "broken", "empty", "text", "missing", "", "wide", "tall"} {
		lines[i].Picture = name
	}
	s.Layout.Logo = "large"
	pdf := render(t, "pictures", s)
	run(t, pdf, "qpdf", "--check", "FILE")
	images := strings.Count(run(t, pdf, "pdfimages", "-list", "FILE"), "image ")
	if images != 8 { // by use: the logo, and seven lines; tall, wide and large twice
		t.Errorf("%d pictures are drawn", images)
	}
	if n := strings.Count(run(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"), "/Subtype /Image"); n != 5 {
		t.Errorf("%d pictures are stored, want 5", n)
	}
	for range 5 {
		if !bytes.Equal(pdf, render(t, "pictures", s)) {
			t.Fatal("the same pictures gave other bytes")
		}
	}
}

// A logo that cannot be read gives way to the company's name.
func TestBrokenLogo(t *testing.T) {
	t.Parallel()
	for name, logo := range map[string][]byte{"missing": nil, "broken": photo(t, 40, 40)[:200], "no picture": []byte("hello")} {
		s := sample.All()[0].In("fr", layout.Default())
		s.Layout.Logo, s.Seller.Logo = "logo", logo
		s.Files = map[string][]byte{"logo": logo}
		if got := text(t, render(t, "logo", s)); !strings.Contains(strings.SplitN(got, "Devis", 2)[0], s.Seller.Name) {
			t.Errorf("%s: the seller's name is not at the head:\n%.300s", name, got)
		}
	}
}

// No document holds anything that a reader's machine would run.
func TestNoActions(t *testing.T) {
	t.Parallel()
	s := international("fr")
	s.Attachments = []quotes.SnapshotFile{{Name: "Plan", Annex: true, Bytes: render(t, "plan", sample.All()[0].In("fr", layout.Default()))}}
	s.Layout.Terms, s.Title, s.Cover = "terms", "(javascript:alert(1)) /JS /Launch", "<script>alert(1)</script>"
	s.Files["terms"] = render(t, "terms", sample.All()[3].In("fr", layout.Default()))
	pdf := render(t, "actions", s)
	plain := run(t, pdf, "qpdf", "--qdf", "--object-streams=disable", "--stream-data=compress", "FILE", "-")
	for _, word := range []string{"/JavaScript", "/JS (", "/S /Launch", "/OpenAction", "/AA ", "/EmbeddedFile", "/URI", "/AcroForm", "/Annots"} {
		if strings.Contains(plain, word) {
			t.Errorf("the document holds %s", word)
		}
	}
	if got := text(t, pdf); strings.Index(got, "36 mois") < strings.Index(got, "formation des prix") {
		t.Error("the terms do not follow the offer")
	}
	if !strings.Contains(text(t, pdf), "Audit d’un parc de vélos") {
		t.Error("the attached annex is not there")
	}
}
