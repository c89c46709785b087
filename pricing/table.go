package pricing

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// ReadCSV reads a table whose fields are separated by commas or, as spreadsheets
// in French write them, by semicolons. Row i stands on line i+1: blank lines,
// and those that a cell with line breaks goes on to, are rows without cells. The
// error is an Invalid *fault.Error with the place in the file called name.
func ReadCSV(name string, text []byte) ([][]string, error) {
	text = lang.FromSpreadsheet(text)
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = -1
	head, _, _ := bytes.Cut(text, []byte("\n"))
	if bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		r.Comma = ';'
	}
	var rows [][]string
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			return nil, fault.FromIssues("invalid-rows", "the table cannot be read", []fault.Issue{{Kind: "syntax",
				Position: Position{File: name, Line: syntax.Line, Column: syntax.Column}, Message: syntax.Err.Error()}})
		}
		line, _ := r.FieldPos(0)
		for len(rows) < line-1 {
			rows = append(rows, nil)
		}
		rows = append(rows, row)
	}
}

// WriteCSV writes rows with commas between their fields.
func WriteCSV(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.WriteAll(rows) // a buffer takes everything
	return b.Bytes()
}

// table reads the entries of the file that the book names as its table.
func (r *reader) table(fsys fs.FS, o *object, b *Book) []Entry {
	if b.Table == "" {
		return nil
	}
	name := path.Join(path.Dir(r.file), b.Table)
	text, err := readFile(fsys, name)
	if err != nil {
		r.bad(o.places["table"], "no-such-file", "the table %s cannot be read: %v", b.Table, err)
		return nil
	}
	rows, err := ReadCSV(name, text)
	if err != nil {
		r.issues = append(r.issues, fault.IssuesOf(err)...)
		return nil
	}
	t := &table{file: name, language: "en"}
	entries := t.entries(rows)
	r.issues = append(r.issues, t.issues...)
	return entries
}

// The names of the files that Book.Files makes.
const (
	BookFile  = "book.json"
	tableFile = "entries.csv"
)

// Files returns the book as files that LoadBook reads, starting from BookFile:
// its entries as a table, in the technical form, and all else as JSON.
func (b *Book) Files() map[string]string {
	head := *b
	head.Entries, head.Table, head.Version = nil, tableFile, ""
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(canonical(head), &fields); err != nil {
		panic(fmt.Sprintf("pricing: a book does not decode: %v", err))
	}
	fields["book"] = fields["code"]
	delete(fields, "code")
	text, err := json.MarshalIndent(fields, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("pricing: a book does not encode: %v", err))
	}
	return map[string]string{BookFile: string(text) + "\n", tableFile: string(WriteCSV(b.Rows()))}
}

// IsNumberColumn reports whether a column of a table of entries holds numbers.
func IsNumberColumn(name string) bool {
	return strings.Contains(" per price percent cost_plus cost floor target_margin ", " "+name+" ")
}
