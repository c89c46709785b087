package pricing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// column is one field of an entry in a table of prices: how it is written and
// read.
type column struct {
	name  string
	write func(*Entry) string
	read  func(*Entry, string, string) error // entry, text, language
}

// columns are those of a table, in order. Rows without a value leave the cell
// empty.
var columns = []column{
	textColumn("id", func(e *Entry) *string { return &e.ID }),
	textColumn("item", func(e *Entry) *string { return &e.Item }),
	textColumn("model", func(e *Entry) *string { return &e.Model }),
	textColumn("attribute", func(e *Entry) *string { return &e.Attribute }),
	textColumn("option", func(e *Entry) *string { return &e.Option }),
	textColumn("customer", func(e *Entry) *string { return &e.Customer }),
	textColumn("segment", func(e *Entry) *string { return &e.Segment }),
	textColumn("region", func(e *Entry) *string { return &e.Region }),
	textColumn("channel", func(e *Entry) *string { return &e.Channel }),
	{"currency", func(e *Entry) string { return e.Currency.Code() }, func(e *Entry, s, _ string) (err error) {
		e.Currency, err = money.ParseCurrency(strings.ToUpper(s))
		return err
	}},
	dateColumn("from", func(e *Entry) *civil.Date { return &e.From }),
	dateColumn("to", func(e *Entry) *civil.Date { return &e.To }),
	textColumn("unit", func(e *Entry) *string { return &e.Unit }),
	{"per", func(e *Entry) string {
		if e.Per.IsZero() {
			return ""
		}
		return e.Per.String()
	}, func(e *Entry, s, language string) (err error) {
		e.Per, err = money.ParseLocal(s, language)
		if err == nil && e.Per.Sign() <= 0 {
			err = fmt.Errorf("base quantity %s must be positive", s)
		}
		return err
	}},
	{"period", func(e *Entry) string { return string(e.Period) }, func(e *Entry, s, _ string) error {
		e.Period = Period(s)
		return nil
	}},
	numberColumn("price", func(e *Entry) **money.Decimal { return &e.Price }),
	numberColumn("percent", func(e *Entry) **money.Decimal { return &e.Percent }),
	flagColumn("per_number", func(e *Entry) *bool { return &e.PerNumber }),
	textColumn("per_number_of", func(e *Entry) *string { return &e.PerNumberOf }),
	numberColumn("cost_plus", func(e *Entry) **money.Decimal { return &e.CostPlus }),
	textColumn("formula", func(e *Entry) *string { return &e.Formula.Text }),
	textColumn("matrix", func(e *Entry) *string { return &e.Matrix }),
	flagColumn("rollup", func(e *Entry) *bool { return &e.Rollup }),
	{"bundle", writeBundle, readBundle},
	{"percent_of", writePercentOf, readPercentOf},
	flagColumn("on_request", func(e *Entry) *bool { return &e.OnRequest }),
	numberColumn("cost", func(e *Entry) **money.Decimal { return &e.Cost }),
	numberColumn("floor", func(e *Entry) **money.Decimal { return &e.Floor }),
	flagColumn("hard_floor", func(e *Entry) *bool { return &e.HardFloor }),
	numberColumn("target_margin", func(e *Entry) **money.Decimal { return &e.TargetMargin }),
}

func textColumn(name string, field func(*Entry) *string) column {
	return column{name, func(e *Entry) string { return *field(e) }, func(e *Entry, s, _ string) error {
		*field(e) = s
		return nil
	}}
}

func dateColumn(name string, field func(*Entry) *civil.Date) column {
	return column{name, func(e *Entry) string { return field(e).String() }, func(e *Entry, s, language string) (err error) {
		*field(e), err = parseDate(s, language)
		return err
	}}
}

// lastSerial is 9999-12-31 as spreadsheets number days, from 1899-12-31 on.
const lastSerial = 2958465

// parseDate reads a date as written in the language, or the number of a day as
// spreadsheets keep it.
func parseDate(s, language string) (civil.Date, error) {
	if n, err := strconv.Atoi(s); err == nil && n > 0 && n <= lastSerial {
		return civil.MustParse("1899-12-30").AddDays(n), nil
	}
	if day, rest, ok := strings.Cut(s, "/"); ok && language == "fr" {
		month, year, _ := strings.Cut(rest, "/")
		if len(day) == 2 && len(month) == 2 {
			s = year + "-" + month + "-" + day
		}
	}
	return civil.Parse(s)
}

func numberColumn(name string, field func(*Entry) **money.Decimal) column {
	return column{name, func(e *Entry) string {
		if d := *field(e); d != nil {
			return d.String()
		}
		return ""
	}, func(e *Entry, s, language string) error {
		d, err := money.ParseLocal(s, language)
		*field(e) = &d
		return err
	}}
}

func flagColumn(name string, field func(*Entry) *bool) column {
	return column{name, func(e *Entry) string {
		if *field(e) {
			return "yes"
		}
		return ""
	}, func(e *Entry, s, _ string) error {
		switch strings.ToLower(s) {
		case "yes", "true", "oui", "vrai", "1", "x":
			*field(e) = true
		case "no", "false", "non", "faux", "0":
		default:
			return fmt.Errorf("%q is neither yes nor no", s)
		}
		return nil
	}}
}

// writeBundle writes "FRAME*1-10;WHEEL*2": item, quantity and perhaps a
// discount in percent.
func writeBundle(e *Entry) string {
	var parts []string
	for _, c := range e.Bundle {
		part := c.Item + "*" + c.Quantity.String()
		if !c.Discount.IsZero() {
			part += "-" + c.Discount.String()
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ";")
}

func readBundle(e *Entry, s, language string) error {
	for part := range strings.SplitSeq(s, ";") {
		i := strings.LastIndexByte(part, '*')
		if i < 0 {
			return fmt.Errorf("%q is not a part such as FRAME*1 or FRAME*1-10", part)
		}
		c := Component{Item: strings.TrimSpace(part[:i])}
		quantity, discount, hasDiscount := strings.Cut(part[i+1:], "-")
		var err error
		if c.Quantity, err = money.ParseLocal(quantity, language); err != nil {
			return err
		}
		if hasDiscount {
			if c.Discount, err = money.ParseLocal(discount, language); err != nil {
				return err
			}
		}
		e.Bundle = append(e.Bundle, c)
	}
	return nil
}

// writePercentOf writes "18;families=hardware,parts;items=X;period=one_off".
func writePercentOf(e *Entry) string {
	of := e.PercentOf
	if of == nil {
		return ""
	}
	out := of.Percent.String()
	for _, part := range []struct{ name, value string }{
		{"families", strings.Join(of.Families, ",")}, {"items", strings.Join(of.Items, ",")}, {"period", string(of.Period)},
	} {
		if part.value != "" {
			out += ";" + part.name + "=" + part.value
		}
	}
	return out
}

func readPercentOf(e *Entry, s, language string) error {
	percent, rest, _ := strings.Cut(s, ";")
	d, err := money.ParseLocal(percent, language)
	if err != nil {
		return err
	}
	e.PercentOf = &PercentOf{Percent: d}
	if rest == "" {
		return nil
	}
	for part := range strings.SplitSeq(rest, ";") {
		name, value, _ := strings.Cut(part, "=")
		switch strings.TrimSpace(name) {
		case "families":
			e.PercentOf.Families = strings.Split(value, ",")
		case "items":
			e.PercentOf.Items = strings.Split(value, ",")
		case "period":
			e.PercentOf.Period = Period(strings.TrimSpace(value))
		default:
			return fmt.Errorf("%q is none of families, items, period", name)
		}
	}
	return nil
}

// Rows returns the entries of the book as a table with a header row: numbers
// and dates in their technical form. The rest of the book is not in it.
func (b *Book) Rows() [][]string {
	out := make([][]string, 1, len(b.Entries)+1)
	for _, c := range columns {
		out[0] = append(out[0], c.name)
	}
	for i := range b.Entries {
		row := make([]string, len(columns))
		for j, c := range columns {
			row[j] = c.write(&b.Entries[i])
		}
		out = append(out, row)
	}
	return out
}

// WithRows returns a copy of the book with the entries of a table in place of
// its own. The first row names the columns, in any order; numbers may be
// written as in the language ("fr", "en"). With any mistake the error is an
// Invalid *fault.Error with all of them, each at its row and column (both from
// 1), and nothing is imported.
func (b *Book) WithRows(rows [][]string, language string) (*Book, error) {
	out := *b
	t := &table{language: language}
	out.Entries = t.entries(rows)
	if len(t.issues) == 0 {
		c := newCompiler(Set{Book: &out})
		c.book(&out)
		t.issues = c.issues
	}
	if err := fault.FromIssues("invalid-rows", "the table has mistakes; nothing was imported", t.issues); err != nil {
		return nil, err
	}
	return &out, nil
}

// table collects the mistakes of a table; file is "" for one that is no file.
type table struct {
	file     string
	language string
	issues   []fault.Issue
}

// entries reads all rows; the first names the columns.
func (t *table) entries(rows [][]string) []Entry {
	if len(rows) == 0 {
		t.bad(1, 1, "empty-table", "the table has no header row")
		return nil
	}
	var out []Entry
	header := t.header(rows[0])
	for i, row := range rows[1:] {
		if e, ok := t.entry(header, row, i+2); ok {
			out = append(out, e)
		}
	}
	return out
}

func (t *table) bad(row, col int, kind, format string, args ...any) *fault.Issue {
	t.issues = append(t.issues, fault.Issue{Kind: kind, Position: Position{File: t.file, Line: row, Column: col}, Message: fmt.Sprintf(format, args...)})
	return &t.issues[len(t.issues)-1]
}

// header finds the column of each cell; nil for one that is not known.
func (t *table) header(row []string) []*column {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	out := make([]*column, len(row))
	for i, cell := range row {
		name := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff")))
		at := slices.Index(names, name)
		switch {
		case name == "":
		case at < 0:
			t.bad(1, i+1, "unknown-column", "there is no column %q", cell).Suggestion = fault.Closest(name, names)
		case slices.Contains(out, &columns[at]):
			t.bad(1, i+1, "duplicate-column", "column %q is given twice", name)
		default:
			out[i] = &columns[at]
		}
	}
	return out
}

// entry reads one row; a row without any value is skipped.
func (t *table) entry(header []*column, row []string, number int) (Entry, bool) {
	e := Entry{Position: Position{File: t.file, Line: number, Column: 1}}
	found := false
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		found = true
		if i >= len(header) {
			t.bad(number, i+1, "extra-cell", "the cell %q stands under no column", cell)
			continue
		}
		if c := header[i]; c != nil {
			if err := c.read(&e, cell, t.language); err != nil {
				t.bad(number, i+1, "wrong-value", "%s: %v", c.name, err)
			}
		}
	}
	if !e.Formula.IsZero() {
		e.Formula.Position = e.Position
	}
	return e, found
}
