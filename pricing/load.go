package pricing

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"reflect"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// maxFileBytes bounds one file: far above a price book of 10,000 entries.
const maxFileBytes = 8 << 20

// LoadBook reads the price book called name from fsys, as YAML or JSON; see the
// package comment for the format. The error is an Invalid *fault.Error with
// every mistake and its position, or NotFound when there is no such file.
// Formulas over the attributes of a model are checked when the book is compiled
// with that model.
func LoadBook(fsys fs.FS, name string) (*Book, error) {
	b := &Book{}
	err := load(fsys, name, "price book", func(r *reader, n ast.Node) []fault.Issue {
		o := r.object(n, "a price book")
		b.Entries = append(r.items(o.take("items")), r.models(o.take("models"))...)
		more := &Book{}
		r.fill(o, reflect.ValueOf(more).Elem(), "a price book")
		more.Entries = append(b.Entries, more.Entries...)
		*b = *more
		b.Entries = append(b.Entries, r.table(fsys, o, b)...)
		c := newCompiler(Set{Book: b})
		c.book(b)
		c.contracts(b.Contracts)
		c.promotions(b.Promotions)
		c.charges(b.Charges)
		return c.issues
	})
	return b, err
}

// LoadProcedure reads a procedure, like LoadBook. Steps about a model are checked
// when the procedure is compiled with that model.
func LoadProcedure(fsys fs.FS, name string) (*Procedure, error) {
	p := &Procedure{}
	err := load(fsys, name, "procedure", func(r *reader, n ast.Node) []fault.Issue {
		r.fill(r.object(n, "a procedure"), reflect.ValueOf(p).Elem(), "a procedure")
		c := newCompiler(Set{Book: &Book{}})
		c.procedure(p)
		return c.issues
	})
	return p, err
}

// LoadTaxes reads a tax table, like LoadBook.
func LoadTaxes(fsys fs.FS, name string) (*TaxTable, error) {
	t := &TaxTable{}
	err := load(fsys, name, "tax table", func(r *reader, n ast.Node) []fault.Issue {
		r.fill(r.object(n, "a tax table"), reflect.ValueOf(t).Elem(), "a tax table")
		c := newCompiler(Set{Book: &Book{}})
		c.taxes(t)
		return c.issues
	})
	return t, err
}

// LoadRates reads exchange rates, like LoadBook.
func LoadRates(fsys fs.FS, name string) (*Rates, error) {
	t := &Rates{}
	err := load(fsys, name, "table of rates", func(r *reader, n ast.Node) []fault.Issue {
		r.fill(r.object(n, "a table of rates"), reflect.ValueOf(t).Elem(), "a table of rates")
		c := newCompiler(Set{Book: &Book{}})
		c.rates(t)
		return c.issues
	})
	return t, err
}

// load reads one file, decodes and checks it.
func load(fsys fs.FS, name, what string, read func(*reader, ast.Node) []fault.Issue) error {
	text, err := readFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.Wrap(err, fault.NotFound, "no-such-file", "there is no %s %s", what, name)
	case err != nil:
		return fault.Wrap(err, fault.Invalid, "cannot-read", "the %s %s cannot be read", what, name)
	}
	r := &reader{file: name}
	if n := r.parse(text); n != nil {
		r.meaning(read(r, n))
	}
	return fault.FromIssues("invalid-prices", fmt.Sprintf("%s %s has mistakes", what, name), r.issues)
}

// meaning adds what the checks found, but for lines that could not be read as
// they stand: there they would only be follow-up mistakes.
func (r *reader) meaning(found []fault.Issue) {
	unread := make(map[int]bool, len(r.issues))
	for _, i := range r.issues {
		unread[i.Position.Line] = true
	}
	for _, i := range found {
		if !unread[i.Position.Line] {
			r.issues = append(r.issues, i)
		}
	}
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	text, err := io.ReadAll(io.LimitReader(f, maxFileBytes+1))
	if err == nil && len(text) > maxFileBytes {
		err = fmt.Errorf("it is larger than %d bytes", maxFileBytes)
	}
	return text, err
}

// parse returns the root of the one document of the file, or nil.
func (r *reader) parse(text []byte) ast.Node {
	start := Position{File: r.file, Line: 1, Column: 1}
	f, err := parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		message := err.Error()
		var y yaml.Error
		if errors.As(err, &y) {
			message = y.GetMessage()
			if t := y.GetToken(); t != nil && t.Position != nil {
				start.Line, start.Column = t.Position.Line, t.Position.Column
			}
		}
		r.bad(start, "syntax", "%s", message)
		return nil
	}
	switch {
	case len(f.Docs) == 0 || f.Docs[0].Body == nil:
		r.bad(start, "empty-file", "the file is empty")
		return nil
	case len(f.Docs) > 1:
		r.bad(start, "several-documents", "one file holds one document")
	}
	return f.Docs[0].Body
}

// LoadRequest reads a request, like LoadBook: for worked examples and for
// pricing from files.
func LoadRequest(fsys fs.FS, name string) (*Request, error) {
	q := &Request{}
	err := load(fsys, name, "request", func(r *reader, n ast.Node) []fault.Issue {
		r.fill(r.object(n, "a request"), reflect.ValueOf(q).Elem(), "a request")
		return nil
	})
	return q, err
}
