package pricing_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/pricing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// loaders name the files by what they hold.
var loaders = map[string]func(fs.FS, string) error{
	"book":      func(f fs.FS, name string) error { _, err := pricing.LoadBook(f, name); return err },
	"procedure": func(f fs.FS, name string) error { _, err := pricing.LoadProcedure(f, name); return err },
	"taxes":     func(f fs.FS, name string) error { _, err := pricing.LoadTaxes(f, name); return err },
	"contract":  func(f fs.FS, name string) error { _, err := pricing.LoadContract(f, name); return err },
	"promotion": func(f fs.FS, name string) error { _, err := pricing.LoadPromotion(f, name); return err },
	"rates":     func(f fs.FS, name string) error { _, err := pricing.LoadRates(f, name); return err },
}

// TestLoadReportsEveryMistake compares the issues of each archive in
// testdata/mistakes with the file "want" in it.
func TestLoadReportsEveryMistake(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/mistakes/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			in, want := archive.Files[0], &archive.Files[1]
			kind, _, _ := strings.Cut(in.Name, ".")
			err = loaders[kind](fstest.MapFS{in.Name: &fstest.MapFile{Data: in.Data}}, in.Name)
			var got strings.Builder
			for _, i := range fault.IssuesOf(err) {
				got.WriteString(i.Kind + " " + i.String() + "\n")
			}
			if *update {
				want.Data = []byte(got.String())
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got.String()); diff != "" {
				t.Errorf("issues differ (-want +got):\n%s", diff)
			}
		})
	}
}

// TestDocumentedFilesLoad reads the examples of the package comment: what is
// documented must be accepted.
func TestDocumentedFilesLoad(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile(`(?m)^//\t(book|procedure|taxes|rates):.*\n(//\t.*\n)+`).FindAllStringSubmatch(string(source), -1)
	if len(blocks) != 4 {
		t.Fatalf("found %d documented files, want 4", len(blocks))
	}
	for _, block := range blocks {
		text := regexp.MustCompile(`(?m)^//\t`).ReplaceAllString(block[0], "")
		if err := loaders[block[1]](fstest.MapFS{"doc.yaml": &fstest.MapFile{Data: []byte(text)}}, "doc.yaml"); err != nil {
			t.Errorf("the documented %s: %v", block[1], err)
		}
	}
}

func TestLoadMissingFile(t *testing.T) {
	t.Parallel()
	_, err := pricing.LoadBook(fstest.MapFS{}, "prices.yaml")
	if fault.CodeOf(err) != fault.NotFound {
		t.Errorf("error %v, want not found", err)
	}
}

func FuzzLoadBook(f *testing.F) {
	paths, _ := filepath.Glob("testdata/mistakes/*.txtar")
	for _, path := range paths {
		if archive, err := txtar.ParseFile(path); err == nil {
			f.Add(archive.Files[0].Data)
		}
	}
	f.Add([]byte("book: b\ncurrency: EUR\nitems: {A: 1}\nmodels: {m: {price: 1, options: {c: {red: 2}}}}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		book, err := pricing.LoadBook(fstest.MapFS{"b.yaml": &fstest.MapFile{Data: text}}, "b.yaml")
		if err != nil {
			if len(fault.IssuesOf(err)) == 0 {
				t.Fatalf("an error without an issue: %v", err)
			}
			return
		}
		if book.Derived == nil {
			if _, err := pricing.Compile(pricing.Set{Book: book}); err != nil {
				t.Fatalf("a book that loads does not compile: %v", err)
			}
		}
	})
}
