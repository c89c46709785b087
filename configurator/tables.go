package configurator

import (
	"encoding/csv"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// loadTables reads the CSV files of the tables and gives every column its type.
func (l *loader) loadTables(m *Model) {
	total := 0
	for _, t := range m.Tables {
		if t.csv != "" {
			l.loadCSV(t, path.Join(path.Dir(t.Pos.File), t.csv))
		}
		l.file = t.Pos.File
		if total += len(t.cells); total > maxRows {
			l.bad(t.Pos, "too-many-rows", "the tables of a model may have %d rows together", maxRows)
			t.cells, t.RowPos = nil, nil
		}
		l.typeColumns(t)
	}
}

// loadCSV reads a header line of column names and one row a line.
func (l *loader) loadCSV(t *Table, name string) {
	if len(t.cells) > 0 {
		l.bad(t.Pos, "two-sources", "table %q has both rows and csv", t.Code)
		return
	}
	b, err := l.open(name)
	if err != nil {
		l.bad(t.Pos, "cannot-read", "cannot read %s: %v", name, err)
		return
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(b), "\ufeff")))
	r.FieldsPerRecord = -1
	for first := true; ; first = false {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			l.csvMistake(name, err)
			return
		}
		line, _ := r.FieldPos(0)
		if first && len(t.Columns) == 0 {
			t.Columns = trimAll(record)
			continue
		}
		if first && strings.Join(trimAll(record), "\x00") == strings.Join(t.Columns, "\x00") {
			continue
		}
		row := make([]scalar, len(record))
		for i, cell := range record {
			row[i] = csvCell(strings.TrimSpace(cell))
		}
		t.cells = append(t.cells, row)
		t.RowPos = append(t.RowPos, fault.Position{File: name, Line: line, Column: 1})
	}
}

func (l *loader) csvMistake(name string, err error) {
	pos := fault.Position{File: name}
	var p *csv.ParseError
	if errors.As(err, &p) {
		pos.Line, pos.Column = p.Line, p.Column
		err = p.Err
	}
	l.bad(pos, "syntax", "%v", err)
}

func trimAll(in []string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = strings.TrimSpace(s)
	}
	return out
}

func csvCell(s string) scalar {
	switch s {
	case "true", "false":
		return scalar{value: Bool(s == "true"), raw: s}
	case "":
		return scalar{}
	}
	if d, err := money.Parse(s); err == nil {
		return scalar{value: Number(d), raw: s}
	}
	return scalar{value: Text(s), raw: s}
}

// typeColumns fixes one kind per column: where the cells differ, all are texts.
func (l *loader) typeColumns(t *Table) {
	kinds := make([]ValueKind, len(t.Columns))
	mixed := make([]bool, len(t.Columns))
	for i, row := range t.cells {
		if len(row) != len(t.Columns) {
			l.bad(t.RowPos[i], "wrong-row", "this row of table %q has %d cells, its columns are %d", t.Code, len(row), len(t.Columns))
			t.cells[i] = nil
			continue
		}
		for c, cell := range row {
			k := cell.value.Kind()
			if k == NoneValue {
				continue
			}
			mixed[c] = mixed[c] || kinds[c] != NoneValue && kinds[c] != k
			kinds[c] = k
		}
	}
	t.Rows = make([][]Value, 0, len(t.cells))
	pos := t.RowPos[:0]
	for i, row := range t.cells {
		if row == nil {
			continue
		}
		values := make([]Value, len(row))
		for c, cell := range row {
			values[c] = cell.value
			if mixed[c] && cell.value.Kind() != NoneValue {
				values[c] = Text(cell.raw)
			}
		}
		t.Rows, pos = append(t.Rows, values), append(pos, t.RowPos[i])
	}
	t.RowPos, t.cells = pos, nil
}
