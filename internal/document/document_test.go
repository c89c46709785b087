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

	"github.com/quotient-cpq/quotient/internal/document"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
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
	for _, s := range samples {
		for _, tag := range lang.Supported() {
			t.Run(s.name+"-"+tag, func(t *testing.T) {
				t.Parallel()
				pdf := render(t, s.name+"-"+tag, s.in(tag))
				run(t, pdf, "qpdf", "--check", "FILE")
				got := text(t, pdf)
				golden := filepath.Join("testdata", s.name+"-"+tag+".txt")
				if *update {
					if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Errorf("the text of the PDF changed (-want +got); look at it, then run with -update:\n%s", diff)
				}
			})
		}
	}
}

func TestTheSameSnapshotGivesTheSameBytes(t *testing.T) {
	r := renderer(t)
	for _, s := range samples[:2] {
		snapshot := s.in("fr")
		want := render(t, s.name, snapshot)
		done := make(chan []byte)
		for range 4 {
			go func() {
				got, _ := r.Render(context.Background(), snapshot)
				done <- got
			}()
		}
		for range 4 {
			if !bytes.Equal(want, <-done) {
				t.Errorf("%s was rendered with other bytes", s.name)
			}
		}
	}
}
