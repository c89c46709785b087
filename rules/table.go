package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/money"
)

// Column declares one column of a table.
type Column struct {
	Name string
	// Type is Bool, Number, Text or Date; option codes are texts.
	Type Type
}

// Table lists allowed combinations, or look-up rows. It is immutable.
type Table struct {
	Name    string
	Columns []Column
	rows    [][]Value
	// index finds rows by the canonical text of their first n cells; index[n-1].
	index []map[string][]int
}

// NewTable returns a table, or an error when a row does not fit its columns.
// A none cell matches nothing.
func NewTable(name string, columns []Column, rows [][]Value) (*Table, error) {
	t := &Table{Name: name, Columns: slices.Clone(columns), rows: rows}
	t.index = make([]map[string][]int, len(columns))
	for i := range t.index {
		t.index[i] = make(map[string][]int, len(rows))
	}
	for i, row := range rows {
		if len(row) != len(columns) {
			return nil, fmt.Errorf("table %q, row %d: %d cells for %d columns", name, i+1, len(row), len(columns))
		}
		var key []byte
		for j, cell := range row {
			if !cell.fits(columns[j].Type) {
				return nil, fmt.Errorf("table %q, row %d: %s does not fit column %q", name, i+1, cell, columns[j].Name)
			}
			if cell.IsNone() {
				break
			}
			key = appendKey(key, cell.raw)
			t.index[j][string(key)] = append(t.index[j][string(key)], i)
		}
	}
	return t, nil
}

// Len returns the number of rows.
func (t *Table) Len() int { return len(t.rows) }

// Cell returns the value in a row and column, from 0.
func (t *Table) Cell(row, column int) Value { return t.rows[row][column] }

// Ambiguous returns the first row whose first keys cells another row shares, or
// -1: such a table cannot be used by lookup with that many keys.
func (t *Table) Ambiguous(keys int) int {
	worst := -1
	for _, rows := range t.index[keys-1] {
		if len(rows) > 1 && (worst < 0 || rows[1] < worst) {
			worst = rows[1]
		}
	}
	return worst
}

// Starting lists the rows whose first cell equals v.
func (t *Table) Starting(v Value) []int {
	var buffer [64]byte
	return t.index[0][string(appendKey(buffer[:0], v.raw))]
}

// column returns the index of the named column, or -1.
func (t *Table) column(name string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

// find returns the first row whose first cells equal the keys, or -1. A none
// key matches nothing.
func (t *Table) find(keys []any) int {
	var buffer [64]byte
	key := buffer[:0]
	for _, k := range keys {
		if k == nil {
			return -1
		}
		key = appendKey(key, k)
	}
	if rows := t.index[len(keys)-1][string(key)]; len(rows) > 0 {
		return rows[0]
	}
	return -1
}

// appendKey appends a text that two values share exactly if they are equal. A
// text has its length in front, which keeps neighbours apart whatever
// characters it has; options count as the text of their code.
func appendKey(key []byte, raw any) []byte {
	switch x := raw.(type) {
	case money.Decimal:
		return append(x.Append(append(key, 'n')), ';')
	case day:
		return append(strconv.AppendInt(append(key, 'd'), int64(x), 10), ';')
	case bool:
		return strconv.AppendBool(append(key, 'b'), x)
	}
	text := textOf(raw)
	key = strconv.AppendInt(append(key, 't'), int64(len(text)), 10)
	return append(append(key, ':'), text...)
}

// names joins column names for messages.
func (t *Table) names() string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Name
	}
	return strings.Join(out, ", ")
}
