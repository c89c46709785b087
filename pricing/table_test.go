package pricing_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/pricing"
)

func files(in map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range in {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestABookAsFilesIsTheBook(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		book := newRandom(seed).set().Book
		got, err := pricing.LoadBook(files(book.Files()), pricing.BookFile)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if changes := book.Diff(got); len(changes) > 0 {
			t.Fatalf("seed %d: the files change %+v", seed, changes[0])
		}
	}
}

func TestATableBesideTheBook(t *testing.T) {
	t.Parallel()
	const book = "book: b\ncurrency: EUR\ntable: prices/list.csv\nitems: {A: 1}\n"
	for name, tc := range map[string]struct{ table, want string }{
		"commas":           {"item,price\nB,2.50\n", ""},
		"semicolons":       {"\ufeffitem;price\n\"B\nB\";2.50\n\n;\nC;3\n", ""},
		"a cell":           {"item,price\n\nB,two\n", `eu/prices/list.csv:3:2: price: "two" is not a number as written in English`},
		"a quote":          {"item,price\nB,\"2\n", "eu/prices/list.csv:2:6: extraneous or missing \" in quoted-field"},
		"against the file": {"item,price\nA,2\n", `eu/prices/list.csv:2:1: entry "A" is valid at the same time and for the same customers as eu/b.yaml:4:9`},
	} {
		_, err := pricing.LoadBook(files(map[string]string{"eu/b.yaml": book, "eu/prices/list.csv": tc.table}), "eu/b.yaml")
		got := ""
		for _, i := range fault.IssuesOf(err) {
			got += i.String()
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
	_, err := pricing.LoadBook(files(map[string]string{"b.yaml": book}), "b.yaml")
	if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Position.String() != "b.yaml:3:1" {
		t.Errorf("a table that is not there: %v", err)
	}
}

func TestDatesOfSpreadsheets(t *testing.T) {
	t.Parallel()
	book := &pricing.Book{Code: "b", Currency: eur}
	for language, cells := range map[string][]string{"fr": {"31/12/2026", "2026-12-31", "46387"}, "en": {"2026-12-31", "46387"}} {
		for _, cell := range cells {
			got, err := book.WithRows([][]string{{"item", "price", "to"}, {"A", "1", cell}}, language)
			if err != nil || got.Entries[0].To.String() != "2026-12-31" {
				t.Errorf("%s in %s: %v, %v", cell, language, got, err)
			}
		}
	}
	for _, cell := range []string{"12/31/2026", "31/12/26", "0", "99999999"} {
		if _, err := book.WithRows([][]string{{"item", "price", "to"}, {"A", "1", cell}}, "fr"); err == nil || !strings.Contains(err.Error(), "is not a date") {
			t.Errorf("%s: %v", cell, err)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("item;price\nA;1,5\n\"B\nB\";2\n"))
	f.Add([]byte("item,price\n\"A,1\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		rows, err := pricing.ReadCSV("f", text)
		if err != nil {
			if len(fault.IssuesOf(err)) == 0 {
				t.Errorf("an error without its place: %v", err)
			}
			return
		}
		_, _ = (&pricing.Book{Code: "b", Currency: eur}).WithRows(rows, "fr") // must not panic
	})
}
