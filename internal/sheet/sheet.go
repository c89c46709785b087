package sheet

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// What bounds a file: a spreadsheet is a ZIP archive, which a few bytes can
// blow up.
const (
	maxUnpacked = 128 << 20
	maxPart     = 64 << 20
	// MaxRows is the most rows that are read.
	MaxRows = 100_000
)

// Read returns the cells of the first sheet, empty ones included: row i stands in
// row i+1 of the sheet. Numbers are in the technical form, dates the number of
// their day. A file that is no spreadsheet, or too large, is an Invalid fault.
func Read(r io.Reader) ([][]string, error) {
	f, err := excelize.OpenReader(r, excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxPart})
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-spreadsheet", "the file is no spreadsheet that can be read")
	}
	defer func() { _ = f.Close() }()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-spreadsheet", "the first sheet cannot be read")
	}
	defer func() { _ = rows.Close() }()
	var out [][]string
	var long []place
	for rows.Next() {
		if len(out) == MaxRows {
			return nil, fault.New(fault.TooLarge, "too-many-rows", "at most %d rows are read", MaxRows)
		}
		cells, err := rows.Columns()
		if err != nil {
			return nil, fault.Wrap(err, fault.Invalid, "invalid-spreadsheet", "row %d cannot be read", len(out)+1)
		}
		for i, c := range cells {
			if number.MatchString(c) && (digits(c) > significant || strings.Contains(c, "E")) {
				long = append(long, place{len(out), i})
			}
		}
		out = append(out, cells)
	}
	if err := rows.Error(); err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-spreadsheet", "the first sheet cannot be read to its end")
	}
	return out, retype(f, out, long)
}

// place is a cell by its row and column, from 0.
type place struct{ row, column int }

// retype gives long numbers back as they were typed, unless they are text.
func retype(f *excelize.File, rows [][]string, long []place) error {
	for _, p := range long {
		name, err := excelize.CoordinatesToCellName(p.column+1, p.row+1)
		if err != nil {
			return err
		}
		kind, err := f.GetCellType(f.GetSheetName(0), name)
		if err != nil {
			return fault.Wrap(err, fault.Invalid, "invalid-spreadsheet", "cell %s cannot be read", name)
		}
		if kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber {
			rows[p.row][p.column] = typed(rows[p.row][p.column])
		}
	}
	return nil
}

// significant is how many decimal digits of a number a spreadsheet keeps.
const significant = 15

var number = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$`)

// typed gives a number back as it was typed: 0.23499999999999999 is how files
// hold 0.235.
func typed(cell string) string {
	f, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		return cell
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', significant, 64), 64)
	if err != nil {
		return cell
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// digits counts the significant digits of a plain number.
func digits(s string) int {
	s = strings.TrimLeft(strings.Replace(strings.TrimPrefix(s, "-"), ".", "", 1), "0")
	return len(s)
}

// Write writes rows as a sheet with the name. The cells of columns for which
// isNumber is true are numbers where that changes nothing.
func Write(w io.Writer, name string, rows [][]string, isNumber func(column int) bool) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	if err := f.SetSheetName(f.GetSheetName(0), name); err != nil {
		return fmt.Errorf("name the sheet: %w", err)
	}
	stream, err := f.NewStreamWriter(name)
	if err != nil {
		return fmt.Errorf("open the sheet: %w", err)
	}
	for n, row := range rows {
		cells := make([]any, len(row))
		for i, text := range row {
			cells[i] = text
			if value, ok := exact(text); ok && n > 0 && isNumber(i) {
				cells[i] = value
			}
		}
		if err := stream.SetRow("A"+strconv.Itoa(n+1), cells); err != nil {
			return fmt.Errorf("write row %d: %w", n+1, err)
		}
	}
	if err := stream.Flush(); err != nil {
		return fmt.Errorf("write the sheet: %w", err)
	}
	return f.Write(w)
}

// exact returns the number that a cell can hold as it is written.
func exact(text string) (float64, bool) {
	if !number.MatchString(text) || digits(text) > significant {
		return 0, false
	}
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil && strconv.FormatFloat(f, 'f', -1, 64) == text
}
