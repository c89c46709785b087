package pricing_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/pricing"
)

func TestRowsReadBack(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		book := newRandom(seed).set().Book
		got, err := book.WithRows(book.Rows(), "en")
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if changes := book.Diff(got); len(changes) > 0 {
			t.Fatalf("seed %d: the table changes %+v", seed, changes[0])
		}
	}
}

func TestRowsInFrench(t *testing.T) {
	t.Parallel()
	book := &pricing.Book{Code: "b", Currency: eur}
	got, err := book.WithRows([][]string{
		{"\ufeffItem", "Price", "hard_floor", "", "per", "bundle", "percent_of"},
		{"A", "1\u202f234,50", "oui", "a note", "0,5"},
		{},
		{"B", "", "", "", "", "A*1,5-10;C-2*2"},
		{"C", "", "", "", "", "", "18,5;families=x,y;period=one_off"},
	}, "fr")
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for i := range got.Entries {
		texts = append(texts, strings.Trim(strings.Join(got.Rows()[i+1], "|"), "|"))
	}
	want := []string{
		"A||||||||||||0.5||1234.5|||||||||||||yes",
		"B||||||||||||||||||||||A*1.5-10;C-2*2",
		"C|||||||||||||||||||||||18.5;families=x,y;period=one_off",
	}
	if diff := cmp.Diff(want, texts); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

func TestRowsReportEveryCell(t *testing.T) {
	t.Parallel()
	book := &pricing.Book{Code: "b", Currency: eur, Entries: []pricing.Entry{{Item: "kept", Price: ptr("1")}}}
	for name, tc := range map[string]struct {
		rows [][]string
		want []string
	}{
		"no header": {nil, []string{"1:1 empty-table"}},
		"columns":   {[][]string{{"item", "prise", "item", "price"}, {"A", "1", "B", "2", "3"}}, []string{"1:2 unknown-column", "1:3 duplicate-column", "2:5 extra-cell"}},
		"cells": {[][]string{{"item", "price", "from", "currency", "rollup", "bundle", "percent_of", "per"},
			{"A", "12.x"}, {"B", "1", "2026-13-01"}, {"C", "1", "", "euro"}, {"D", "", "", "", "perhaps"}, {"E", "", "", "", "", "F"}, {"G", "", "", "", "", "", "5;of=x"}, {"H", "1", "", "", "", "", "", "0"}},
			[]string{"2:2 wrong-value", "3:3 wrong-value", "4:4 wrong-value", "5:5 wrong-value", "6:6 wrong-value", "7:7 wrong-value", "8:8 wrong-value"}},
		"meaning": {[][]string{{"item", "price", "formula"}, {"A", "1"}, {"A", "2"}, {"B"}, {"C", "", "line.pri"}},
			[]string{"3:1 overlapping-entries", "4:1 invalid-entry", "5:6 unknown-name"}},
	} {
		_, err := book.WithRows(tc.rows, "en")
		var got []string
		for _, i := range fault.IssuesOf(err) {
			got = append(got, i.Position.String()+" "+i.Kind)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: issues %q, want %q", name, got, tc.want)
		}
	}
	if len(book.Entries) != 1 {
		t.Error("a refused table has changed the book")
	}
}

func TestDiffAndGaps(t *testing.T) {
	t.Parallel()
	day := civil.MustParse
	before := &pricing.Book{Code: "b", Version: "1", Currency: eur, Entries: []pricing.Entry{
		{Item: "A", Price: ptr("1"), To: day("2026-01-31")}, {Item: "A", Price: ptr("2"), From: day("2026-02-01"), To: day("2026-03-31")},
		{Item: "A", Price: ptr("3"), From: day("2026-04-02")}, {Item: "B", Price: ptr("1")}, {Item: "B", Price: ptr("1"), Segment: "dealer"},
	}, Terms: []pricing.Term{{Months: 12, Percent: dec("3")}}}
	after := *before
	after.Version, after.Convert = "2", true
	after.Entries = slices.Clone(before.Entries[1:])
	after.Entries[2].Price = ptr("1.5")
	after.Entries = append(after.Entries, pricing.Entry{Item: "C", OnRequest: true})
	after.Terms = nil
	var got []string
	for _, c := range before.Diff(&after) {
		got = append(got, string(c.Change)+" "+c.Part+" "+c.Key)
	}
	want := []string{"changed book b", "removed entry A", "changed entry B", "added entry C", "removed term 012 months "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("diff (-want +got):\n%s", diff)
	}
	gaps := before.Gaps()
	if len(gaps) != 1 || gaps[0].Message != "A has no price from 2026-04-01 to 2026-04-01" {
		t.Errorf("gaps %v", gaps)
	}
}
