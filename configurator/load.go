package configurator

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	yamlerrors "github.com/goccy/go-yaml"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Limits of one model: far above real ones, low enough to protect the service.
const (
	maxFileBytes = 8 << 20
	maxFiles     = 64
	maxRows      = 200_000
	maxNesting   = 12
	// maxValueDepth bounds lists and mappings in one another.
	maxValueDepth = 200
)

// Load reads the model file called name from fsys, with everything it includes
// and the tables beside it, as YAML or JSON.
//
// It returns an Invalid *fault.Error with every mistake found and its
// position, or NotFound when the model file itself is missing.
func Load(fsys fs.FS, name string) (*Model, error) {
	l := &loader{fsys: fsys, hash: map[string]bool{}}
	root, err := l.document(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fault.Wrap(err, fault.NotFound, "no-model-file", "there is no model file %s", name)
		}
		return nil, err
	}
	if root == nil {
		return nil, mistakesIn(name, l.issues)
	}
	o := l.object(root, "a model")
	m := readModel(o)
	l.includes(o, m, name, 0)
	o.done("a model")
	l.loadTables(m)
	m.Files = l.files
	m.Version = "sha256:" + hex.EncodeToString(l.digest())
	l.issues = append(l.issues, check(m, name)...)
	m.boundTables = firstTables(m.Tables)
	var inRules []fault.Issue
	m.bound, inRules = bind(m, m.boundTables)
	if len(l.issues) > 0 {
		// Mistakes in rules are told together with those around them; what has no
		// place only repeats what was found above.
		inRules = slices.DeleteFunc(inRules, func(i fault.Issue) bool { return i.Position.Line == 0 })
	}
	l.issues = append(l.issues, inRules...)
	if err := mistakesIn(name, l.issues); err != nil {
		return nil, err
	}
	return m, nil
}

func mistakesIn(name string, issues []fault.Issue) error {
	return fault.FromIssues("invalid-model", fmt.Sprintf("model %s has mistakes", name), issues)
}

// loader reads the files of one model.
type loader struct {
	reader
	fsys  fs.FS
	files []string
	texts [][]byte
	hash  map[string]bool
}

// digest hashes names and contents in the order they were first read. Line
// ends count as LF, so that a checkout on another system is the same version.
func (l *loader) digest() []byte {
	h := sha256.New()
	for i, name := range l.files {
		text := strings.ReplaceAll(string(l.texts[i]), "\r\n", "\n")
		fmt.Fprintf(h, "%d %s\n%d\n%s\n", len(name), name, len(text), text)
	}
	return h.Sum(nil)
}

func (l *loader) open(name string) ([]byte, error) {
	f, err := l.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(io.LimitReader(f, maxFileBytes+1))
	if err != nil {
		return nil, err
	}
	if len(b) > maxFileBytes {
		return nil, fmt.Errorf("file is larger than %d bytes", maxFileBytes)
	}
	l.files, l.texts = append(l.files, name), append(l.texts, b)
	l.hash[name] = true
	return b, nil
}

// document reads one YAML or JSON file; syntax mistakes become issues and a
// nil node.
func (l *loader) document(name string) (ast.Node, error) {
	l.file = name
	b, err := l.open(name)
	if err != nil {
		return nil, err
	}
	tokens := lexer.Tokenize(string(b))
	if t := tooDeep(tokens); t != nil {
		pos := fault.Position{File: name, Line: t.Position.Line, Column: t.Position.Column}
		l.bad(pos, "too-deep", "values may nest %d deep", maxValueDepth)
		return nil, nil
	}
	f, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		l.syntax(name, err)
		return nil, nil
	}
	switch {
	case len(f.Docs) == 0 || f.Docs[0].Body == nil:
		l.bad(fault.Position{File: name, Line: 1, Column: 1}, "empty-file", "the file is empty")
		return nil, nil
	case len(f.Docs) > 1:
		l.bad(l.at(f.Docs[1].Body), "several-documents", "one file holds one document")
	}
	return f.Docs[0].Body, nil
}

// tooDeep returns the token at which brackets, or dashes side by side, nest too
// deep, or nil. The parser recurses into them, and takes time by their square.
func tooDeep(tokens token.Tokens) *token.Token {
	brackets, dashes := 0, 0
	for _, t := range tokens {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			brackets++
		case token.SequenceEndType, token.MappingEndType:
			brackets--
		}
		switch t.Type {
		case token.SequenceEntryType, token.MappingKeyType:
			dashes++
		default:
			dashes = 0
		}
		if brackets > maxValueDepth || dashes > maxValueDepth {
			return t
		}
	}
	return nil
}

func (l *loader) syntax(name string, err error) {
	pos, message := fault.Position{File: name, Line: 1, Column: 1}, ""
	var y yamlerrors.Error
	if errors.As(err, &y) {
		message = y.GetMessage() // Error would print the source around the place
		if t := y.GetToken(); t != nil && t.Position != nil {
			pos.Line, pos.Column = t.Position.Line, t.Position.Column
		}
	}
	if message == "" {
		message = err.Error()
	}
	l.bad(pos, "syntax", "%s", message)
}

// includes appends the bodies, tables and needs of the included files, deepest
// first come last, each file once.
func (l *loader) includes(o *object, m *Model, from string, depth int) {
	for _, n := range o.items("include") {
		s, ok := o.scalar(n)
		if !ok {
			continue
		}
		name := path.Join(path.Dir(from), s.raw)
		switch {
		case l.hash[name]:
			continue
		case len(l.files) >= maxFiles || depth >= maxNesting:
			o.bad(s.pos, "too-many-files", "a model may read %d files, nested %d deep", maxFiles, maxNesting)
			return
		}
		node, err := l.document(name)
		if err != nil {
			l.file = s.pos.File
			l.bad(s.pos, "cannot-read", "cannot read %s: %v", name, err)
			continue
		}
		if node != nil {
			part := l.object(node, "an included file")
			body := readBody(part)
			m.merge(body)
			m.Context = append(m.Context, listOf(part, "context", readAttribute)...)
			m.Tables = append(m.Tables, listOf(part, "tables", readTable)...)
			m.Needs = append(m.Needs, listOf(part, "needs", readNeed)...)
			l.includes(part, m, name, depth+1)
			part.done("an included file")
		}
		l.file = s.pos.File
	}
}

func (b *Body) merge(x Body) {
	b.Groups = append(b.Groups, x.Groups...)
	b.Attributes = append(b.Attributes, x.Attributes...)
	b.Components = append(b.Components, x.Components...)
	b.Rules = append(b.Rules, x.Rules...)
	b.Preferences = append(b.Preferences, x.Preferences...)
	b.BOM = append(b.BOM, x.BOM...)
	b.Routing = append(b.Routing, x.Routing...)
}
