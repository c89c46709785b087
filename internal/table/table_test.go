package table_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/table"
)

func ExampleReader() {
	r, err := table.Open(strings.NewReader("Name;amount\nfair;1 250,50\nweb;much\n"), []string{"name", "amount"}, []string{"note"})
	for r.Next() {
		fmt.Println(r.Text("name"), r.Amount("amount"))
	}
	fmt.Println(r.Issues()[0], err)
	// Output:
	// fair 1250.5
	// web 0
	// 3:2: amount: "much" is not an amount <nil>
}

func TestEveryMistakeIsTold(t *testing.T) {
	eur := money.MustParseCurrency("EUR")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"no header":        {"", []string{"1:1: the file has no header row"}},
		"columns":          {"day,dya,day\n", []string{`1:2: unknown column "dya" (did you mean "day"?)`, `1:3: the column "day" is there twice`, `1:1: the column "n" is missing`}},
		"a short row":      {"day,n\n2026-01-01\n2026-13-01,4\n", []string{"2:1: wrong number of fields", `3:1: day: "2026-13-01" is not a date as YYYY-MM-DD`}},
		"not CSV any more": {"day,n\n2026-01-01,\"4\n", []string{`2:1: extraneous or missing " in quoted-field`}},
		"numbers":          {"day,n,c\n2026-01-01,-4,EURO\n", []string{`2:2: n: "-4" is not a whole number from 0 to 9`, `2:3: c: "EURO" is not a currency`}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := table.Open(strings.NewReader(c.text), []string{"day", "n"}, []string{"c"})
			if err != nil {
				t.Fatal(err)
			}
			for r.Next() {
				r.Day("day")
				r.Whole("n", 0, 9)
				r.Currency("c", eur)
			}
			var got []string
			for _, i := range r.Issues() {
				got = append(got, i.String())
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// Whatever the text, reading ends, and mistakes have a place in it.
func FuzzReader(f *testing.F) {
	f.Add("day;n\n2026-01-01;4\n")
	f.Add("day,n\r\n\"2026\n01\",4\r\n\r\n,\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := table.Open(strings.NewReader(text), []string{"day"}, []string{"n", "first_day", "last_day"})
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Count(text, "\n") + 1
		for r.Next() {
			r.OptionalDay("day")
			r.AmountOr("n", money.Decimal{})
			r.Span()
			r.Ref("n", nil)
		}
		for _, i := range r.Issues() {
			if i.Position.Line < 1 || i.Position.Line > lines || i.Position.Column < 1 {
				t.Fatalf("%v of %d lines", i, lines)
			}
		}
	})
}
