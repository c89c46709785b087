package quotes_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/quotes"
)

func table(text string) [][]string {
	var out [][]string
	for row := range strings.SplitSeq(text, "\n") {
		out = append(out, strings.Split(row, ";"))
	}
	return out
}

func TestTablesOfLines(t *testing.T) {
	t.Parallel()
	in, err := quotes.LinesOf(table("Chapitre;Article;Quantité;Remise %;Optionnel;Remarque\n"+
		"Vélos;BIKE;1\u202f234,5;7,5 %;oui;pour le siège\n"+
		";;;;;\n"+
		";LOCK;;;non;"), "fr")
	if err != nil {
		t.Fatal(err)
	}
	first := in.Lines[0]
	if len(in.Lines) != 2 || first.Item != "BIKE" || first.Quantity.String() != "1234.5" || first.Manual.Kind != quotes.Percent ||
		first.Manual.Value.String() != "7.5" || !first.Optional || first.Note != "pour le siège" || in.Sections[0] != "Vélos" || in.Sections[1] != "" {
		t.Errorf("read %+v in %q", in.Lines, in.Sections)
	}
	in, err = quotes.LinesOf(table("model;picks;qty;net\ncity-bike;frame=steel, size = m;1,234.5;990"), "en")
	if err != nil {
		t.Fatal(err)
	}
	l := in.Lines[0]
	if l.Model != "city-bike" || len(l.Picks) != 2 || l.Picks[1] != (quotes.Pick{Path: "size", Op: "set", Value: "m"}) ||
		l.Quantity.String() != "1234.5" || l.Manual.Kind != quotes.TargetNet {
		t.Errorf("read %+v", l)
	}
}

// Every mistake of a table is told at once, each at its row and column.
func TestMistakesInTablesOfLines(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ table, want string }{
		"nothing":           {"", "1:1 missing-column"},
		"unknown column":    {"item;quantty\nA;1", "1:2 unknown-column (quantity)"},
		"twice":             {"item;article\nA;B", "1:2 duplicate-column"},
		"no item":           {"quantity\n1", "1:1 missing-column"},
		"everywhere":        {"item;quantity;discount\nA;deux;1\nB;1;x\nC;-1;;4", "2:2 wrong-value, 3:3 wrong-value, 4:2 wrong-value, 4:4 extra-cell"},
		"discount and net":  {"item;discount;net\nA;5;10", "2:3 wrong-value"},
		"half a choice":     {"model;picks\nM;frame", "2:2 wrong-value"},
		"neither yes or no": {"item;optional\nA;perhaps", "2:2 wrong-value"},
		"too many":          {"item" + strings.Repeat("\nA", 10_002), "10002:1 too-many-lines"},
	} {
		_, err := quotes.LinesOf(table(tc.table), "fr")
		var got []string
		for _, i := range fault.IssuesOf(err) {
			text := i.Position.String() + " " + i.Kind
			if i.Suggestion != "" {
				text += " (" + i.Suggestion + ")"
			}
			got = append(got, text)
		}
		if joined := strings.Join(got, ", "); joined != tc.want {
			t.Errorf("%s: %s, want %s", name, joined, tc.want)
		}
	}
}

func FuzzLinesOf(f *testing.F) {
	f.Add("item;quantity\nA;1 000,5", "fr")
	f.Add("model;picks;section\nM;a=b,c=d;S", "en")
	f.Fuzz(func(t *testing.T, text, language string) {
		in, err := quotes.LinesOf(table(text), language)
		if err != nil && len(fault.IssuesOf(err)) == 0 {
			t.Errorf("an error without its places: %v", err)
		}
		if err == nil && in.Sections != nil && len(in.Sections) != len(in.Lines) {
			t.Errorf("%d sections of %d lines", len(in.Sections), len(in.Lines))
		}
	})
}
