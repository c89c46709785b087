package catalog

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
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
// between fields, decimals with point or comma. Only the column sku is
// required; empty cells take the defaults of Item (discountable: yes). The
// error is an Invalid fault with every mistake by line and column.
func ReadItems(name string, r io.Reader) ([]Item, error) {
	buffered := bufio.NewReader(r)
	if mark, err := buffered.Peek(3); err == nil && string(mark) == "\ufeff" {
		_, _ = buffered.Discard(3) // what was peeked is there
	}
	reader := csv.NewReader(buffered)
	reader.Comma = separator(buffered)
	reader.TrimLeadingSpace = true
	reader.FieldsPerRecord = -1
	f := &itemFile{name: name, reader: reader}
	f.readHeader()
	if len(f.issues) == 0 {
		f.readRows()
	}
	if err := fault.FromIssues("invalid-items", "the item file has mistakes; nothing was read", f.issues); err != nil {
		return nil, err
	}
	return f.items, nil
}

// separator looks at the header line: spreadsheets in French write semicolons.
func separator(r *bufio.Reader) rune {
	head, _ := r.Peek(4096)
	line, _, _ := strings.Cut(string(head), "\n")
	if strings.Count(line, ";") > strings.Count(line, ",") {
		return ';'
	}
	return ','
}

type itemFile struct {
	name    string
	reader  *csv.Reader
	columns []string
	items   []Item
	issues  []fault.Issue
}

func (f *itemFile) bad(line, column int, format string, args ...any) {
	f.issues = append(f.issues, fault.Issue{Kind: "invalid-row", Message: fmt.Sprintf(format, args...),
		Position: fault.Position{File: f.name, Line: line, Column: column}})
}

func (f *itemFile) readHeader() {
	header, err := f.reader.Read()
	if err != nil {
		f.bad(1, 1, "the file has no header line")
		return
	}
	known := slices.Sorted(maps.Keys(itemColumns))
	for n, column := range header {
		column = strings.ToLower(strings.TrimSpace(column))
		f.columns = append(f.columns, column)
		if _, ok := itemColumns[column]; ok {
			continue
		}
		line, at := f.reader.FieldPos(n)
		f.bad(line, at, "unknown column %q; the columns are %s", column, strings.Join(known, ", "))
		f.issues[len(f.issues)-1].Suggestion = fault.Closest(column, known)
	}
	if !slices.Contains(f.columns, "sku") {
		f.bad(1, 1, "the column sku is missing")
	}
}

func (f *itemFile) readRows() {
	for {
		row, err := f.reader.Read()
		var syntax *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.As(err, &syntax):
			f.bad(syntax.Line, syntax.Column, "the line cannot be read: %v", syntax.Err)
			return
		case err != nil:
			f.bad(0, 0, "the file cannot be read: %v", err)
			return
		}
		f.readRow(row)
	}
}

func (f *itemFile) readRow(row []string) {
	line, _ := f.reader.FieldPos(0)
	if len(row) != len(f.columns) {
		f.bad(line, 1, "the line has %d fields, the header %d", len(row), len(f.columns))
		return
	}
	item := Item{Name: lang.Text{}, Description: lang.Text{}, Discountable: true}
	for n, cell := range row {
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
		}
		if err := itemColumns[f.columns[n]](&item, cell); err != nil {
			at, column := f.reader.FieldPos(n)
			f.bad(at, column, "%s: %q cannot be read", f.columns[n], cell)
		}
	}
	item = item.normalise()
	for _, issue := range item.check("") {
		f.bad(line, 1, "%s", issue.Message)
	}
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
