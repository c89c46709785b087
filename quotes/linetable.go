package quotes

import (
	"fmt"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// lineColumn is a column of a table of lines.
type lineColumn struct {
	// names are the headers that mean it, in lower case; the first is English.
	names []string
	// field is where the column's value stands in a line, for mistakes.
	field string
	read  func(l *NewLine, cell, language string) error
}

// lineColumns are those a table of lines may have; titles of sections are read
// apart. It is never changed.
var lineColumns = []lineColumn{
	{[]string{"item", "sku", "code", "article", "référence", "reference", "code article"}, "item",
		func(l *NewLine, cell, _ string) error { l.Item = cell; return nil }},
	{[]string{"model", "modèle", "modele"}, "model",
		func(l *NewLine, cell, _ string) error { l.Model = cell; return nil }},
	{[]string{"picks", "configuration", "choix"}, "picks", readPicks},
	{[]string{"quantity", "qty", "quantité", "quantite", "qté", "qte"}, "quantity",
		func(l *NewLine, cell, language string) (err error) {
			if l.Quantity, err = money.ParseLocal(cell, language); err == nil && l.Quantity.Sign() <= 0 {
				return fmt.Errorf("a quantity must be above 0")
			}
			return err
		}},
	{[]string{"discount", "discount %", "remise", "remise %"}, "manual",
		func(l *NewLine, cell, language string) error {
			return readManual(l, Percent, strings.TrimSpace(strings.TrimSuffix(cell, "%")), language)
		}},
	{[]string{"net", "net price", "prix net"}, "manual",
		func(l *NewLine, cell, language string) error { return readManual(l, TargetNet, cell, language) }},
	{[]string{"optional", "option", "optionnel"}, "optional",
		func(l *NewLine, cell, _ string) (err error) { l.Optional, err = truth(cell); return err }},
	{[]string{"alternative", "variante"}, "alternative",
		func(l *NewLine, cell, _ string) error { l.Alternative = cell; return nil }},
	{[]string{"site", "ship to", "livraison"}, "site",
		func(l *NewLine, cell, _ string) error { l.Site = cell; return nil }},
	{[]string{"note", "comment", "commentaire", "remarque"}, "note",
		func(l *NewLine, cell, _ string) error { l.Note = cell; return nil }},
}

// sectionNames are the headers of the column of section titles.
var sectionNames = []string{"section", "chapter", "chapitre"}

// readPicks reads "frame=steel, size=m".
func readPicks(l *NewLine, cell, _ string) error {
	for part := range strings.FieldsFuncSeq(cell, func(c rune) bool { return c == ',' || c == ';' || c == '|' || c == '\n' }) {
		path, value, ok := strings.Cut(part, "=")
		path, value = strings.TrimSpace(path), strings.TrimSpace(value)
		if !ok || path == "" || value == "" {
			return fmt.Errorf("%q is not a choice such as frame=steel", strings.TrimSpace(part))
		}
		l.Picks = append(l.Picks, Pick{Path: path, Op: "set", Value: value})
	}
	return nil
}

func readManual(l *NewLine, kind AdjustmentKind, cell, language string) error {
	value, err := money.ParseLocal(cell, language)
	if err != nil {
		return err
	}
	if l.Manual.Kind != NoAdjustment {
		return fmt.Errorf("a line has a discount or a net price, not both")
	}
	l.Manual = Adjustment{Kind: kind, Value: value}
	return nil
}

func truth(cell string) (bool, error) {
	switch strings.ToLower(cell) {
	case "yes", "true", "oui", "vrai", "1", "x":
		return true, nil
	case "no", "false", "non", "faux", "0":
		return false, nil
	}
	return false, fmt.Errorf("%q is neither yes nor no", cell)
}

// LinesOf reads a table of lines. The first row names the columns, in English
// or French and in any order; numbers are written as in the language ("en",
// "fr"). Rows without a value are skipped. The error is an Invalid fault with
// every mistake by row and column, both from 1, and so are those that
// ImportLines finds later.
func LinesOf(rows [][]string, language string) (LineImport, error) {
	t := &lineTable{language: language, section: -1}
	if len(rows) == 0 {
		t.bad(1, 1, "empty-table", "the table has no header row")
	} else if t.header(rows[0]); len(t.issues) == 0 {
		for n, row := range rows[1:] {
			t.row(n+2, row)
		}
	}
	if err := fault.FromIssues("invalid-lines", "the table has mistakes; no line was imported", t.issues); err != nil {
		return LineImport{}, err
	}
	out := LineImport{Lines: t.lines, place: t.place}
	if t.section >= 0 {
		out.Sections = t.sections
	}
	return out, nil
}

// lineTable collects the lines of a table and its mistakes.
type lineTable struct {
	language string
	columns  []*lineColumn // of each cell, nil for none
	section  int           // the column of section titles, -1 for none
	lines    []NewLine
	sections []string
	rows     []int // the row of each line
	issues   []fault.Issue
}

func (t *lineTable) bad(row, column int, kind, format string, args ...any) *fault.Issue {
	t.issues = append(t.issues, fault.Issue{Kind: kind, Position: fault.Position{Line: row, Column: column}, Message: fmt.Sprintf(format, args...)})
	return &t.issues[len(t.issues)-1]
}

// place is where a field of a line stands: its own column, else the row's first.
func (t *lineTable) place(line int, field string) fault.Position {
	head, _, _ := strings.Cut(field, "/")
	at := slices.IndexFunc(t.columns, func(c *lineColumn) bool { return c != nil && c.field == head })
	return fault.Position{Line: t.rows[line], Column: max(at, 0) + 1}
}

func (t *lineTable) header(row []string) {
	var known []string
	for _, c := range lineColumns {
		known = append(known, c.names...)
	}
	known = append(known, sectionNames...)
	t.columns = make([]*lineColumn, len(row))
	for n, cell := range row {
		name := strings.ToLower(strings.Join(strings.Fields(strings.TrimPrefix(cell, "\ufeff")), " "))
		at := slices.IndexFunc(lineColumns, func(c lineColumn) bool { return slices.Contains(c.names, name) })
		switch {
		case name == "":
		case slices.Contains(sectionNames, name):
			t.section = n
		case at < 0:
			t.bad(1, n+1, "unknown-column", "there is no column %q", cell).Suggestion = fault.Closest(name, known)
		case slices.Contains(t.columns, &lineColumns[at]):
			t.bad(1, n+1, "duplicate-column", "the column %q is given twice", lineColumns[at].names[0])
		default:
			t.columns[n] = &lineColumns[at]
		}
	}
	if !slices.Contains(t.columns, &lineColumns[0]) && !slices.Contains(t.columns, &lineColumns[1]) {
		t.bad(1, 1, "missing-column", "a column item (article) or model (modèle) is needed")
	}
}

func (t *lineTable) row(number int, row []string) {
	if !slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
		return
	}
	if len(t.lines) == maxLines {
		if len(t.issues) == 0 || t.issues[len(t.issues)-1].Kind != "too-many-lines" {
			t.bad(number, 1, "too-many-lines", "a quote has at most %d lines", maxLines)
		}
		return
	}
	l := NewLine{Quantity: one}
	section := ""
	for n, cell := range row {
		cell = strings.TrimSpace(cell)
		switch {
		case cell == "":
		case n == t.section:
			section = cell
		case n >= len(t.columns) || t.columns[n] == nil:
			t.bad(number, n+1, "extra-cell", "the cell %q stands under no column", cell)
		default:
			if err := t.columns[n].read(&l, cell, t.language); err != nil {
				t.bad(number, n+1, "wrong-value", "%s: %v", t.columns[n].names[0], err)
			}
		}
	}
	t.lines, t.sections, t.rows = append(t.lines, l), append(t.sections, section), append(t.rows, number)
}
