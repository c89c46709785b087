package pricing_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/pricing"
)

// badBook has one entry for every mistake below; GOOD is fine.
const badBook = `book: b
currency: EUR
convert: CONVERT
items:
  GOOD: 100
  ABROAD: {price: 10, currency: GBP}
  RATIO: {formula: 10 / (line.quantity - 1)}
  X: {percent_of: {percent: 10, items: [Y]}}
  Y: {percent_of: {percent: 10, items: [X]}}
  HUGE: {price: 1e250}
  KIT: {bundle: [{item: GONE, quantity: 1}]}
models:
  conveyor: {formula: config.length * 2}
  press: {price: 10, attributes: {depth: {price: 3, per_number: true}}}
  table: {matrix: t}
matrices:
  - {code: t, lookup: exact, rows: size, row_steps: [1, 2], prices: [[5], [6]]}
`

// Each mistake that the data or a request can have is a typed issue on its line,
// with the rule and its place in the file; the other line is priced, and the
// quote is not complete, which keeps it from being submitted.
func TestEveryBadInputIsAnIssueOnItsLine(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct {
		line, currency, convert string
		kind, rule, at          string
	}{
		"missing price":                   {"item: {sku: NONE}", "EUR", "false", "missing-price", "NONE", ""},
		"missing price of a part":         {"item: {sku: KIT}", "EUR", "false", "missing-price", "KIT", "b.yaml:11:3"},
		"missing rate":                    {"item: {sku: RATIO}, quantity: 3", "GBP", "true", "missing-rate", "RATIO", "b.yaml:7:3"},
		"currency mismatch":               {"item: {sku: ABROAD}", "EUR", "false", "currency-mismatch", "ABROAD", "b.yaml:6:3"},
		"negative quantity":               {"item: {sku: GOOD}, quantity: -1", "EUR", "false", "negative-quantity", "", ""},
		"negative base quantity, kept":    {"item: {sku: GOOD}, kept: {price: 1, per: -0.5}", "EUR", "false", "invalid-kept-price", "", ""},
		"division by zero in a formula":   {"item: {sku: RATIO}, quantity: 1", "EUR", "false", "division-by-zero", "RATIO", "b.yaml:7:3"},
		"formula over a missing value":    {"model: conveyor", "EUR", "false", "missing-attribute", "conveyor", "b.yaml:13:3"},
		"price over a missing value":      {"model: press, selection: [{path: depth, attribute: depth}]", "EUR", "false", "missing-attribute", "press/depth", "b.yaml:14:35"},
		"matrix over a missing value":     {"model: table", "EUR", "false", "missing-attribute", "table", "b.yaml:15:3"},
		"circular percent of others":      {"item: {sku: X}", "EUR", "false", "circular-percent-of", "X", "b.yaml:8:3"},
		"overflow":                        {"item: {sku: HUGE}", "EUR", "false", "overflow", "HUGE", "b.yaml:10:3"},
		"overflow of the quantity":        {"item: {sku: GOOD}, quantity: 1e250", "EUR", "false", "overflow", "", ""},
		"unknown section":                 {"item: {sku: GOOD}, section: nowhere", "EUR", "false", "unknown-section", "", ""},
		"end of service before its start": {"item: {sku: GOOD}, start: 2026-02-01, end: 2026-01-01", "EUR", "false", "invalid-term", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			good := "{id: good, item: {sku: GOOD}, quantity: 1}"
			if tc.currency != "EUR" { // where GOOD would need the rate too
				good = "{id: good, item: {sku: ABROAD}, quantity: 1}"
			}
			if !strings.Contains(tc.line, "quantity") {
				tc.line += ", quantity: 1"
			}
			lines := []string{"{id: bad, " + tc.line + "}", good}
			if strings.Contains(name, "circular") {
				lines = append(lines, "{id: y, item: {sku: Y}, quantity: 1}")
			}
			fsys := files(map[string]string{"b.yaml": strings.Replace(badBook, "CONVERT", tc.convert, 1),
				"q.yaml": "currency: " + tc.currency + "\ndate: 2026-03-01\nlines:\n  - " + strings.Join(lines, "\n  - ") + "\n"})
			book, err := pricing.LoadBook(fsys, "b.yaml")
			if err != nil {
				t.Fatal(err)
			}
			request, err := pricing.LoadRequest(fsys, "q.yaml")
			if err != nil {
				t.Fatal(err)
			}
			pricer, err := pricing.Compile(pricing.Set{Book: book, Models: []pricing.Model{conveyor(t)},
				Taxes: &pricing.TaxTable{Rules: []pricing.TaxRule{{Category: pricing.StandardRated, Rate: dec("20")}}}})
			if err != nil {
				t.Fatal(err)
			}
			result := pricer.Price(*request)
			at := slices.IndexFunc(result.Issues, func(i pricing.Issue) bool { return i.Kind == tc.kind && i.Line == "bad" })
			if at < 0 {
				t.Fatalf("issues %+v, want %s on the line", result.Issues, tc.kind)
			}
			issue := result.Issues[at]
			if issue.Rule != tc.rule || issue.Position.String() != tc.at || issue.Severity != pricing.Error {
				t.Errorf("rule %q at %q, severity %s; want %q at %q", issue.Rule, issue.Position, issue.Severity, tc.rule, tc.at)
			}
			if issue.Message.In("en") == "" || issue.Message.In("fr") == "" || issue.Message.In("en") == issue.Message.In("fr") {
				t.Errorf("message %v", issue.Message)
			}
			if !result.Lines[1].Priced || result.Complete {
				t.Errorf("the other line is priced: %t; complete: %t", result.Lines[1].Priced, result.Complete)
			}
		})
	}
}

// What can be known before a quote asks is refused when the book is loaded.
func TestBadBooksAreRefused(t *testing.T) {
	t.Parallel()
	for name, tc := range map[string]struct{ items, want string }{
		"overlapping entries": {"{A: [{price: 1, to: 2026-03-31}, {price: 2, from: 2026-03-31}]}",
			`b.yaml:3:41: entry "A" is valid at the same time and for the same customers as b.yaml:3:13`},
		"zero base quantity":     {"{A: {price: 1, per: 0}}", "b.yaml:3:28: per must be above 0"},
		"negative base quantity": {"{A: {price: 1, per: -2}}", "b.yaml:3:28: per must be above 0"},
		"two methods":            {"{A: {price: 1, on_request: true}}", "it has price, on_request"},
		"unknown currency":       {"{A: {price: 1, currency: EURO}}", `"EURO" is not an ISO 4217 currency code`},
	} {
		_, err := pricing.LoadBook(files(map[string]string{"b.yaml": "book: b\ncurrency: EUR\nitems: " + tc.items + "\n"}), "b.yaml")
		issues := fault.IssuesOf(err)
		if len(issues) != 1 || !strings.Contains(issues[0].String(), tc.want) || issues[0].Position.Line != 3 {
			t.Errorf("%s: %v, want %s", name, err, tc.want)
		}
	}
}
