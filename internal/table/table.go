// Package table reads rows from spreadsheets saved as CSV: named columns in any
// order, commas or semicolons between cells, decimal points or commas. It
// collects every mistake of every row, each with its line and column, so that a
// person mends a file once.
package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// MaxRows bounds one file.
const MaxRows = 100_000

// issueKind is the kind of every mistake in a file.
const issueKind = "invalid-import"

// Reader reads the cells of one row after another. It is not safe for
// concurrent use.
type Reader struct {
	csv     *csv.Reader
	columns map[string]int
	row     []string
	line    int
	rows    int
	issues  []fault.Issue
	told    map[fault.Position]bool
}

// Open reads the header row: the required columns, any of the optional ones,
// and no other. What is wrong with it is in Issues, and then there is no row.
// The error is that of reading in.
func Open(in io.Reader, required, optional []string) (*Reader, error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "unreadable-import", "the file cannot be read")
	}
	text = lang.FromSpreadsheet(text)
	r := &Reader{csv: csv.NewReader(bytes.NewReader(text)), columns: map[string]int{}}
	header, _, _ := bytes.Cut(text, []byte("\n"))
	if bytes.Count(header, []byte(";")) > bytes.Count(header, []byte(",")) {
		r.csv.Comma = ';'
	}
	r.csv.TrimLeadingSpace = true
	r.header(required, slices.Concat(required, optional))
	return r, nil
}

func (r *Reader) header(required, known []string) {
	row, err := r.csv.Read()
	if err != nil {
		r.Bad("", "the file has no header row")
		return
	}
	for i, name := range row {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := r.columns[name]; twice {
			r.columns[name] = i
			r.Bad(name, "the column %q is there twice", name)
			continue
		}
		r.columns[name] = i
		if !slices.Contains(known, name) {
			r.Bad(name, "unknown column %q", name)
			r.issues[len(r.issues)-1].Suggestion = fault.Closest(name, known)
		}
	}
	for _, name := range required {
		if _, ok := r.columns[name]; !ok {
			r.Bad("", "the column %q is missing", name)
		}
	}
	if len(r.issues) > 0 {
		r.csv = nil
	}
}

// Issues are all mistakes found so far.
func (r *Reader) Issues() []fault.Issue { return r.issues }

// Line is the line of the present row in the file, from 1.
func (r *Reader) Line() int { return max(1, r.line) }

// Bad notes a mistake in a column of the present row; "" means the whole row.
func (r *Reader) Bad(column, format string, args ...any) {
	r.BadAt(r.Line(), column, format, args...)
}

// BadAt is Bad for the row of a line.
func (r *Reader) BadAt(line int, column, format string, args ...any) {
	at := r.place(line, column)
	if r.told == nil {
		r.told = map[fault.Position]bool{}
	}
	r.told[at] = true
	r.issues = append(r.issues, fault.Issue{Kind: issueKind, Position: at, Message: fmt.Sprintf(format, args...)})
}

// Told reports whether a mistake has been noted in the column of a line.
func (r *Reader) Told(line int, column string) bool { return r.told[r.place(line, column)] }

func (r *Reader) place(line int, column string) fault.Position {
	at := fault.Position{Line: line, Column: 1}
	if i, ok := r.columns[column]; ok {
		at.Column = i + 1
	}
	return at
}

// Next goes to the next row; false at the end of the file, or where it stops
// being CSV.
func (r *Reader) Next() bool {
	if r.csv == nil {
		return false
	}
	for {
		row, err := r.csv.Read()
		if errors.Is(err, io.EOF) {
			return false
		}
		if parse, ok := errors.AsType[*csv.ParseError](err); ok {
			r.line = parse.StartLine
			r.Bad("", "%v", parse.Err)
			if errors.Is(err, csv.ErrFieldCount) {
				continue
			}
			return false
		}
		r.line, _ = r.csv.FieldPos(0)
		if r.rows++; r.rows > MaxRows {
			r.Bad("", "more than %d rows", MaxRows)
			return false
		}
		r.row = row
		return true
	}
}

// Cell is the trimmed text of a column, "" where the file has none.
func (r *Reader) Cell(column string) string {
	i, ok := r.columns[column]
	if !ok {
		return ""
	}
	return strings.TrimSpace(r.row[i])
}

// Text is a cell that must not be empty.
func (r *Reader) Text(column string) string {
	s := r.Cell(column)
	if s == "" {
		r.Bad(column, "%s is empty", column)
	}
	return s
}

// Day is a day such as 2026-03-31.
func (r *Reader) Day(column string) civil.Date {
	d, err := civil.Parse(r.Cell(column))
	if err != nil {
		r.Bad(column, "%s: %v", column, err)
	}
	return d
}

// OptionalDay is a day, zero where the cell is empty.
func (r *Reader) OptionalDay(column string) civil.Date {
	if r.Cell(column) == "" {
		return civil.Date{}
	}
	return r.Day(column)
}

// Span reads the columns first_day and last_day and returns the first day and
// the one after the last.
func (r *Reader) Span() (from, to civil.Date) {
	n := len(r.issues)
	from, to = r.Day("first_day"), r.Day("last_day").AddDays(1)
	if len(r.issues) == n && !from.Before(to) {
		r.Bad("last_day", "last_day %s is before first_day %s", to.AddDays(-1), from)
	}
	return from, to
}

// Ref is an identifier, or one of the known names in lower case; Nil where the
// cell is empty.
func (r *Reader) Ref(column string, known map[string]identity.ID) identity.ID {
	s := strings.ToLower(r.Cell(column))
	if id, ok := known[s]; ok {
		return id
	}
	if id, err := identity.Parse(s); err == nil || s == "" {
		return id
	}
	r.Bad(column, "%s: there is no %q", column, r.Cell(column))
	names := slices.Sorted(maps.Keys(known))
	r.issues[len(r.issues)-1].Suggestion = fault.Closest(s, names)
	return identity.Nil
}

// Amount is a number that is not negative, with a decimal point or comma.
func (r *Reader) Amount(column string) money.Decimal {
	s := strings.NewReplacer("\u00a0", "", "\u202f", "", " ", "").Replace(r.Cell(column))
	if !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	d, err := money.Parse(s)
	if err != nil || d.Sign() < 0 {
		r.Bad(column, "%s: %q is not an amount", column, r.Cell(column))
		return money.Decimal{}
	}
	return d
}

// AmountOr is Amount, or the value given where the cell is empty.
func (r *Reader) AmountOr(column string, empty money.Decimal) money.Decimal {
	if r.Cell(column) == "" {
		return empty
	}
	return r.Amount(column)
}

// Currency is an ISO 4217 code, or the one given where the cell is empty.
func (r *Reader) Currency(column string, empty money.Currency) money.Currency {
	s := r.Cell(column)
	if s == "" {
		return empty
	}
	c, err := money.ParseCurrency(strings.ToUpper(s))
	if err != nil {
		r.Bad(column, "%s: %q is not a currency", column, s)
	}
	return c
}

// Whole is a whole number from low to high.
func (r *Reader) Whole(column string, low, high int64) int64 {
	n, err := strconv.ParseInt(r.Cell(column), 10, 64)
	if err != nil || n < low || n > high {
		r.Bad(column, "%s: %q is not a whole number from %d to %d", column, r.Cell(column), low, high)
	}
	return n
}
