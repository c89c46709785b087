package catalog

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// itemColumns reads one column each of an item file into an item.
var itemColumns = map[string]func(*Item, string) error{
	"sku":            func(i *Item, s string) error { i.SKU = s; return nil },
	"name_en":        func(i *Item, s string) error { i.Name["en"] = s; return nil },
	"name_fr":        func(i *Item, s string) error { i.Name["fr"] = s; return nil },
	"description_en": func(i *Item, s string) error { i.Description["en"] = s; return nil },
	"description_fr": func(i *Item, s string) error { i.Description["fr"] = s; return nil },
	"unit":           func(i *Item, s string) error { i.Unit = s; return nil },
	"family":         func(i *Item, s string) error { i.Family = s; return nil },
	"tax_class":      func(i *Item, s string) error { i.TaxClass = s; return nil },
	"image":          func(i *Item, s string) error { i.Image = s; return nil },
	"external_id":    func(i *Item, s string) error { return i.addExternalID(s) },
	"discountable": func(i *Item, s string) (err error) {
		i.Discountable, err = parseBool(s)
		return err
	},
	"weight": func(i *Item, s string) (err error) {
		i.Weight, err = parseDecimal(s)
		return err
	},
	"lead_time_days": func(i *Item, s string) (err error) {
		i.LeadTimeDays, err = strconv.Atoi(s)
		return err
	},
	"quantity_precision": func(i *Item, s string) (err error) {
		i.QuantityPrecision, err = strconv.Atoi(s)
		return err
	},
}

// ReadItems reads an item file: CSV with a header line, comma or semicolon
// between fields; see ItemsOf.
func ReadItems(name string, r io.Reader) ([]Item, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "malformed-request", "the file %s could not be read to its end", name)
	}
	rows, err := pricing.ReadCSV(name, text)
	if err != nil {
		return nil, err
	}
	return ItemsOf(name, rows)
}

// ItemsOf reads a table of items whose first row names the columns. Decimals are
// written with point or comma. Only the column sku is required; empty cells take
// the defaults of Item (discountable: yes), and rows without any value are
// skipped. The error is an Invalid fault with every mistake by row and column,
// both from 1.
func ItemsOf(name string, rows [][]string) ([]Item, error) {
	f := &itemFile{name: name, seen: map[string]int{}}
	if len(rows) == 0 {
		f.bad(1, 1, "the file has no header line")
	} else {
		f.readHeader(rows[0])
	}
	if len(f.issues) == 0 {
		for n, row := range rows[1:] {
			f.readRow(n+2, row)
		}
	}
	if err := fault.FromIssues("invalid-items", "the item file has mistakes; nothing was read", f.issues); err != nil {
		return nil, err
	}
	return f.items, nil
}

type itemFile struct {
	name    string
	columns []string
	items   []Item
	seen    map[string]int // the row of each SKU
	issues  []fault.Issue
}

func (f *itemFile) bad(row, column int, format string, args ...any) {
	f.issues = append(f.issues, fault.Issue{Kind: "invalid-row", Message: fmt.Sprintf(format, args...),
		Position: fault.Position{File: f.name, Line: row, Column: column}})
}

func (f *itemFile) readHeader(header []string) {
	known := slices.Sorted(maps.Keys(itemColumns))
	for n, column := range header {
		column = strings.ToLower(strings.TrimSpace(column))
		f.columns = append(f.columns, column)
		if _, ok := itemColumns[column]; ok || column == "" {
			continue
		}
		f.bad(1, n+1, "unknown column %q; the columns are %s", column, strings.Join(known, ", "))
		f.issues[len(f.issues)-1].Suggestion = fault.Closest(column, known)
	}
	if !slices.Contains(f.columns, "sku") {
		f.bad(1, 1, "the column sku is missing")
	}
}

func (f *itemFile) readRow(number int, row []string) {
	if !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
		return
	}
	item := Item{Name: lang.Text{}, Description: lang.Text{}, Discountable: true}
	for n, cell := range row {
		cell = strings.TrimSpace(cell)
		switch {
		case cell == "":
		case n >= len(f.columns) || f.columns[n] == "":
			f.bad(number, n+1, "the cell %q stands under no column", cell)
		default:
			if err := itemColumns[f.columns[n]](&item, cell); err != nil {
				f.bad(number, n+1, "%s: %q cannot be read", f.columns[n], cell)
			}
		}
	}
	item = item.normalise()
	for _, issue := range item.check("") {
		f.bad(number, 1, "%s", issue.Message)
	}
	if first, twice := f.seen[item.SKU]; twice {
		f.bad(number, 1, "SKU %s is also that of row %d", item.SKU, first)
	}
	f.seen[item.SKU] = number
	f.items = append(f.items, item)
}

// addExternalID reads "system=id", several with spaces between.
func (i *Item) addExternalID(s string) error {
	for _, pair := range strings.Fields(s) {
		system, id, ok := strings.Cut(pair, "=")
		if !ok || system == "" || id == "" {
			return fmt.Errorf("%q is not system=id", pair)
		}
		if i.ExternalIDs == nil {
			i.ExternalIDs = map[string]string{}
		}
		i.ExternalIDs[system] = id
	}
	return nil
}

func parseBool(s string) (bool, error) {
	switch strings.ToLower(s) {
	case "yes", "true", "1", "oui", "vrai":
		return true, nil
	case "no", "false", "0", "non", "faux":
		return false, nil
	}
	return false, fmt.Errorf("%q is neither yes nor no", s)
}

// parseDecimal reads a number with a decimal point or comma, and no grouping.
func parseDecimal(s string) (money.Decimal, error) {
	return money.Parse(strings.Replace(s, ",", ".", 1))
}
