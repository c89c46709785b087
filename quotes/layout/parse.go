package layout

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// Bounds of a template.
const (
	maxSource = 256 << 10
	maxText   = 4000
)

var (
	codePattern   = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,62}$`)
	colourPattern = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	digestPattern = regexp.MustCompile(`^[0-9a-f]{64}$`)
)

// IsDigest reports whether s has the form of a stored file's name.
func IsDigest(s string) bool { return digestPattern.MatchString(s) }

// Parse reads a template; file names the text in messages. What the text leaves
// out is as in Default. The error is an Invalid *fault.Error with every mistake
// and its position.
func Parse(file string, text []byte) (Template, error) {
	t := Default()
	if len(text) > maxSource {
		return t, fault.New(fault.TooLarge, "template-too-large", "a template has at most %d KiB", maxSource>>10)
	}
	if !utf8.Valid(text) {
		return t, fault.New(fault.Malformed, "malformed-template", "the template is not written in UTF-8")
	}
	r := &reader{file: file, places: map[string]fault.Position{}}
	tree, err := parser.ParseBytes(text, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return t, fault.FromIssues("invalid-template", "the template has mistakes", []fault.Issue{r.syntax(err)})
	}
	if len(tree.Docs) == 0 || tree.Docs[0].Body == nil {
		return t, fault.New(fault.Invalid, "invalid-template", "the template is empty")
	}
	if len(tree.Docs) > 1 {
		r.bad(tree.Docs[1].Body, "second-document", "a file has one template")
	}
	body := tree.Docs[0].Body
	r.template(body, &t)
	if len(r.issues) == 0 && t.Code == "" {
		r.bad(body, "missing-field", "template: the code is missing")
	}
	t.places = r.places
	return t, fault.FromIssues("invalid-template", "the template has mistakes", r.issues)
}

// reader collects the mistakes of one file.
type reader struct {
	file   string
	issues []fault.Issue
	// places are where stored files are named, by digest.
	places map[string]fault.Position
}

func (r *reader) syntax(err error) fault.Issue {
	issue := fault.Issue{Kind: "syntax", Position: fault.Position{File: r.file, Line: 1, Column: 1}, Message: "this is not YAML"}
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil {
		at := syntax.Token.Position
		issue.Position.Line, issue.Position.Column, issue.Message = at.Line, at.Column, syntax.Message
	}
	return issue
}

func (r *reader) bad(n ast.Node, kind, format string, args ...any) *fault.Issue {
	r.issues = append(r.issues, fault.Issue{Kind: kind, Position: r.position(n), Message: fmt.Sprintf(format, args...)})
	return &r.issues[len(r.issues)-1]
}

func (r *reader) position(n ast.Node) fault.Position {
	at := fault.Position{File: r.file, Line: 1, Column: 1}
	if t := n.GetToken(); t != nil {
		at.Line, at.Column = t.Position.Line, t.Position.Column
	}
	return at
}

// fields are what a mapping may have.
type fields map[string]func(name string, n ast.Node)

func (r *reader) mapping(what string, n ast.Node, known fields) {
	var pairs []*ast.MappingValueNode
	switch m := n.(type) {
	case *ast.MappingNode:
		pairs = m.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{m}
	default:
		r.bad(n, "wrong-type", "%s must be a mapping of fields", what)
		return
	}
	seen := map[string]bool{}
	for _, pair := range pairs {
		name := pair.Key.String()
		read, ok := known[name]
		switch {
		case !ok:
			names := make([]string, 0, len(known))
			for n := range known {
				names = append(names, n)
			}
			slices.Sort(names)
			r.bad(pair.Key, "unknown-field", "%s has no field %q", what, name).Suggestion = fault.Closest(name, names)
		case seen[name]:
			r.bad(pair.Key, "duplicate-field", "%s is given twice", name)
		default:
			read(name, pair.Value)
		}
		seen[name] = true
	}
}

func (r *reader) template(n ast.Node, t *Template) {
	t.Code = ""
	r.mapping("a template", n, fields{
		"template": r.matching(&t.Code, codePattern, "lower-case letters, digits and hyphens"),
		"name":     r.words(&t.Name, 100),
		"paper":    oneOf(r, &t.Paper, A4, Letter),
		"font":     oneOf(r, &t.Font, Sans, Serif),
		"colours": func(name string, n ast.Node) {
			const want = "a colour such as \"#1f4e5f\""
			r.mapping(name, n, fields{"accent": r.matching(&t.Colours.Accent, colourPattern, want),
				"ink": r.matching(&t.Colours.Ink, colourPattern, want), "wash": r.matching(&t.Colours.Wash, colourPattern, want)})
		},
		"logo": r.files(&t.Logo),
		"show": func(name string, n ast.Node) {
			s := &t.Show
			r.mapping(name, n, fields{"options": oneOf(r, &s.Options, OptionsInline, OptionsNone), "codes": r.flag(&s.Codes),
				"descriptions": r.flag(&s.Descriptions), "pictures": r.flag(&s.Pictures), "discounts": r.flag(&s.Discounts),
				"steps": r.flag(&s.Steps), "lead_times": r.flag(&s.LeadTimes), "signature": r.flag(&s.Signature)})
		},
		"annexes": func(name string, n ast.Node) {
			a := &t.Annexes
			r.mapping(name, n, fields{"configuration": r.flag(&a.Configuration), "bill_of_materials": r.flag(&a.BillOfMaterials),
				"waterfall": r.flag(&a.Waterfall)})
		},
		"terms": r.files(&t.Terms),
		"texts": func(name string, n ast.Node) {
			x := &t.Texts
			r.mapping(name, n, fields{"opening": r.words(&x.Opening, maxText), "closing": r.words(&x.Closing, maxText),
				"footer": r.words(&x.Footer, 400), "signature_hint": r.words(&x.SignatureHint, 400)})
		},
	})
}

// scalar returns a single value as text.
func (r *reader) scalar(name string, n ast.Node) (string, bool) {
	switch v := n.(type) {
	case *ast.StringNode:
		return v.Value, true
	case *ast.LiteralNode:
		return v.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode:
		return n.GetToken().Value, true
	}
	r.bad(n, "wrong-type", "%s must be a text", name)
	return "", false
}

func (r *reader) matching(to *string, pattern *regexp.Regexp, want string) func(string, ast.Node) {
	return func(name string, n ast.Node) {
		s, ok := r.scalar(name, n)
		if ok && !pattern.MatchString(s) {
			r.bad(n, "wrong-value", "%s: %q is not %s", name, s, want)
			return
		}
		*to = s
	}
}

func oneOf[T ~string](r *reader, to *T, known ...T) func(string, ast.Node) {
	return func(name string, n ast.Node) {
		s, ok := r.scalar(name, n)
		if !ok {
			return
		}
		if !slices.Contains(known, T(s)) {
			names := make([]string, len(known))
			for i, k := range known {
				names[i] = string(k)
			}
			r.bad(n, "unknown-value", "%s: %q is none of %v", name, s, names).Suggestion = fault.Closest(s, names)
			return
		}
		*to = T(s)
	}
}

func (r *reader) flag(to *bool) func(string, ast.Node) {
	return func(name string, n ast.Node) {
		b, ok := n.(*ast.BoolNode)
		if !ok {
			r.bad(n, "wrong-type", "%s must be true or false", name)
			return
		}
		*to = b.Value
	}
}

// words reads a text per language; a single one serves for all.
func (r *reader) words(to *lang.Text, most int) func(string, ast.Node) {
	return r.perLanguage(to, func(name string, n ast.Node) (string, bool) {
		s, ok := r.scalar(name, n)
		if ok && utf8.RuneCountInString(s) > most {
			r.bad(n, "too-long", "%s has more than %d characters", name, most)
		}
		return s, ok
	})
}

// files reads the name of a stored file per language.
func (r *reader) files(to *lang.Text) func(string, ast.Node) {
	return r.perLanguage(to, func(name string, n ast.Node) (string, bool) {
		s, ok := r.scalar(name, n)
		if ok && !digestPattern.MatchString(s) {
			r.bad(n, "wrong-value", "%s: %q is not the id of an uploaded file", name, s)
		}
		if ok {
			r.places[s] = r.position(n)
		}
		return s, ok
	})
}

func (r *reader) perLanguage(to *lang.Text, read func(string, ast.Node) (string, bool)) func(string, ast.Node) {
	return func(name string, n ast.Node) {
		out := lang.Text{}
		known := fields{}
		for _, tag := range lang.Supported() {
			known[tag] = func(_ string, n ast.Node) { out[tag], _ = read(name, n) }
		}
		switch n.(type) {
		case *ast.MappingNode, *ast.MappingValueNode:
			r.mapping(name, n, known)
		default:
			if s, ok := read(name, n); ok {
				for _, tag := range lang.Supported() {
					out[tag] = s
				}
			}
		}
		*to = out
	}
}
