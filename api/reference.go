package api

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/json"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/internal/fault"
)

//go:embed reference.html
var referenceHTML string

//go:embed reference.css
var referenceCSS []byte

var referencePage = template.Must(template.New("reference").Parse(referenceHTML))

// reference serves the contract as a page to read, made on the server and
// without any script.
func (s *Server) reference(c echo.Context) error {
	var page bytes.Buffer
	if err := referencePage.Execute(&page, s.contract.describe()); err != nil {
		return err
	}
	return c.HTMLBlob(http.StatusOK, page.Bytes())
}

func (s *Server) referenceStyle(c echo.Context) error {
	return c.Blob(http.StatusOK, "text/css; charset=utf-8", referenceCSS)
}

// problemPage says what a problem's type means, since types are addresses.
func (s *Server) problemPage(c echo.Context) error {
	return c.Redirect(http.StatusSeeOther, "/docs#problems")
}

// description is the contract as the page shows it.
type description struct {
	Title, Version string
	Intro          []template.HTML
	Groups         []groupDescription
	Problems       []problemDescription
	Schemas        []schemaDescription
}

type groupDescription struct {
	Name, Text string
	Operations []operationDescription
}

type operationDescription struct {
	*operation
	Needs      []string
	Parameters []parameterDescription
	Body       *exampleDescription
	Answers    []answerDescription
	Rest       template.HTML
}

type parameterDescription struct {
	Name, In, Type string
	Required       bool
	Text           template.HTML
}

type exampleDescription struct {
	Media, Schema, Example string
}

type answerDescription struct {
	Status string
	Text   template.HTML
	Schema string
	Error  bool
}

type problemDescription struct {
	Status int
	Title  string
	Code   fault.Code
}

type schemaDescription struct {
	Name string
	Text template.HTML
	JSON string
}

func (c *contract) describe() description {
	out := description{Title: c.title, Version: c.document.Info.Version, Intro: paragraphs(c.intro)}
	for _, t := range c.tags {
		g := groupDescription{Name: t.Name, Text: t.Description}
		for _, o := range c.sorted() {
			if len(o.Tags) > 0 && o.Tags[0] == t.Name {
				g.Operations = append(g.Operations, c.describeOperation(o))
			}
		}
		out.Groups = append(out.Groups, g)
	}
	for code, o := range outcomes {
		out.Problems = append(out.Problems, problemDescription{o.status, o.title, code})
	}
	slices.SortFunc(out.Problems, func(a, b problemDescription) int {
		return cmp.Or(cmp.Compare(a.Status, b.Status), cmp.Compare(a.Code, b.Code))
	})
	for name, schema := range c.document.Components.Schemas {
		out.Schemas = append(out.Schemas, describeSchema(name, schema))
	}
	slices.SortFunc(out.Schemas, func(a, b schemaDescription) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

func (c *contract) describeOperation(o *operation) operationDescription {
	out := operationDescription{operation: o, Rest: inline(o.Description)}
	for _, scopes := range o.Keys {
		for _, p := range scopes {
			out.Needs = append(out.Needs, string(p))
		}
	}
	for _, p := range o.raw.Parameters {
		p = c.resolve(p)
		out.Parameters = append(out.Parameters, parameterDescription{p.Name, p.In, typeName(p.Schema), p.Required, inline(p.Description)})
	}
	if o.raw.RequestBody != nil {
		for name, m := range o.raw.RequestBody.Content {
			out.Body = &exampleDescription{name, typeName(m.Schema), indented(m.Example)}
		}
	}
	for status, r := range o.raw.Responses {
		if name, ok := strings.CutPrefix(r.Ref, "#/components/responses/"); ok {
			r = c.document.Components.Responses[name]
		}
		a := answerDescription{Status: status, Text: inline(r.Description), Error: status >= "400"}
		for _, m := range r.Content {
			a.Schema = typeName(m.Schema)
		}
		out.Answers = append(out.Answers, a)
	}
	slices.SortFunc(out.Answers, func(a, b answerDescription) int { return cmp.Compare(a.Status, b.Status) })
	return out
}

func describeSchema(name string, schema map[string]json.RawMessage) schemaDescription {
	var text string
	if raw, ok := schema["description"]; ok && json.Unmarshal(raw, &text) == nil {
		delete(schema, "description")
	}
	raw, err := json.Marshal(schema)
	if err != nil {
		return schemaDescription{Name: name}
	}
	return schemaDescription{name, inline(text), indented(raw)}
}

// typeName is the name of a schema, or the type of one written in place.
func typeName(raw json.RawMessage) string {
	var s struct {
		Ref   string          `json:"$ref"`
		Type  any             `json:"type"`
		Items json.RawMessage `json:"items"`
	}
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
		return name
	}
	if s.Type == "array" {
		return typeName(s.Items) + "[]"
	}
	name, _ := s.Type.(string)
	return name
}

func indented(raw json.RawMessage) string {
	var out bytes.Buffer
	if len(raw) == 0 || json.Indent(&out, raw, "", "  ") != nil {
		return ""
	}
	return out.String()
}

// paragraphs turns the little Markdown that the contract uses into HTML.
func paragraphs(text string) []template.HTML {
	var out []template.HTML
	for p := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		out = append(out, inline(p))
	}
	return out
}

// inline escapes the text and then sets `code` and **bold**.
func inline(text string) template.HTML {
	safe := template.HTMLEscapeString(text)
	safe = pairs(safe, "**", "strong")
	return template.HTML(pairs(safe, "`", "code")) //nolint:gosec // escaped above, and the text is our own
}

func pairs(text, mark, element string) string {
	parts := strings.Split(text, mark)
	var b strings.Builder
	for i, p := range parts {
		switch {
		case i%2 == 0:
			b.WriteString(p)
		case i == len(parts)-1: // a mark without its pair
			b.WriteString(mark + p)
		default:
			b.WriteString("<" + element + ">" + p + "</" + element + ">")
		}
	}
	return b.String()
}
