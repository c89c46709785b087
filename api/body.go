package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// maxDepth is how deep a body may nest: far more than any schema does.
const maxDepth = 32

// readBody reads the body of a request within the limit, checks its media type
// and content against the contract and returns it.
func (s *Server) readBody(c echo.Context, o *operation) ([]byte, error) {
	r := c.Request()
	if o.Body == nil {
		return nil, refuseBody(r)
	}
	declared, _, err := mime.ParseMediaType(r.Header.Get(echo.HeaderContentType))
	if err != nil || declared != o.Media {
		return nil, fault.New(fault.Unsupported, "unsupported-media-type", "send the body as %s", o.Media)
	}
	limit := max(s.limits.Body, o.MaxBytes)
	body, err := io.ReadAll(http.MaxBytesReader(c.Response(), r.Body, limit))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, fault.New(fault.TooLarge, "body-too-large", "at most %d bytes are taken", limit)
	case err != nil:
		return nil, fault.Wrap(err, fault.Malformed, "malformed-request", "the body could not be read to its end")
	}
	if o.File() {
		r.Body = io.NopCloser(bytes.NewReader(body)) // the handler reads it from there
		return body, nil
	}
	if err := s.contract.checkBody(o, body); err != nil {
		return nil, err
	}
	return body, nil
}

// refuseBody makes sure that nothing is sent where nothing is read.
func refuseBody(r *http.Request) error {
	if r.Body == nil || r.ContentLength == 0 {
		return nil
	}
	if n, _ := io.ReadFull(r.Body, make([]byte, 1)); n > 0 {
		return fault.New(fault.Malformed, "unexpected-body", "this operation takes no body")
	}
	return nil
}

// checkBody reads the JSON and reports everything that its schema does not
// allow.
func (c *contract) checkBody(o *operation, body []byte) error {
	if err := checkSyntax(body); err != nil {
		return err
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
	if err != nil {
		return fault.Wrap(err, fault.Malformed, "malformed-request", "the body is not JSON")
	}
	var invalid *jsonschema.ValidationError
	if err := o.Body.Validate(value); errors.As(err, &invalid) {
		issues := c.issuesOf(invalid)
		if len(issues) > maxIssues {
			issues = issues[:maxIssues]
		}
		return fault.FromIssues("invalid-request", "the request has mistakes; nothing was done", issues)
	}
	return nil
}

// maxIssues bounds an answer to a body with thousands of mistakes.
const maxIssues = 200

// checkSyntax refuses what is not one JSON value, or one that nests too deep.
func checkSyntax(body []byte) error {
	var whole json.RawMessage
	if err := json.Unmarshal(body, &whole); err != nil {
		at := int64(len(body))
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			at = syntax.Offset
		}
		return malformed(body, at, err.Error())
	}
	d := json.NewDecoder(bytes.NewReader(body))
	for depth := 0; ; {
		token, _ := d.Token() // nil at the end, for the text is valid
		switch {
		case token == nil && depth == 0:
			return nil
		case token == json.Delim('{') || token == json.Delim('['):
			depth++
		case token == json.Delim('}') || token == json.Delim(']'):
			depth--
		}
		if depth > maxDepth {
			return malformed(body, d.InputOffset(), fmt.Sprintf("more than %d levels of nesting", maxDepth))
		}
	}
}

// malformed names the line and column of the first mistake.
func malformed(body []byte, at int64, message string) error {
	e := fault.New(fault.Malformed, "malformed-request", "the body is not JSON that can be read")
	e.Issues = []fault.Issue{{Kind: "malformed-json", Position: positionOf(body, at), Message: message}}
	return e
}

func positionOf(text []byte, offset int64) fault.Position {
	before := text[:min(int64(len(text)), max(0, offset-1))]
	return fault.Position{Line: bytes.Count(before, []byte("\n")) + 1, Column: len(before) - bytes.LastIndexByte(before, '\n')}
}

// issuesOf flattens the tree of a failed validation into one issue a mistake.
func (c *contract) issuesOf(e *jsonschema.ValidationError) []fault.Issue {
	if len(e.Causes) > 0 {
		var out []fault.Issue
		for _, cause := range e.Causes {
			out = append(out, c.issuesOf(cause)...)
		}
		return out
	}
	at := pointerTo(e.InstanceLocation)
	english := message.NewPrinter(language.English)
	switch k := e.ErrorKind.(type) {
	case *kind.AdditionalProperties:
		return unknownFields(c.fields[e.SchemaURL], at, k.Properties)
	case *kind.Required:
		out := make([]fault.Issue, len(k.Missing))
		for i, name := range k.Missing {
			out[i] = fault.Issue{Kind: "required", Pointer: at + "/" + escapePointer(name), Message: name + " is required"}
		}
		return out
	case *kind.Pattern:
		message := fmt.Sprintf("%q is not written as it should be", k.Got)
		if example, ok := c.examples[e.SchemaURL]; ok {
			message += fmt.Sprintf(", such as %q", example)
		}
		return []fault.Issue{{Kind: "invalid-pattern", Pointer: at, Message: message}}
	case *kind.Enum:
		return []fault.Issue{unknownValue(at, k)}
	default:
		path := e.ErrorKind.KeywordPath()
		return []fault.Issue{{Kind: "invalid-" + kebab(path[len(path)-1]), Pointer: at, Message: e.ErrorKind.LocalizedString(english)}}
	}
}

func unknownFields(known []string, at string, names []string) []fault.Issue {
	out := make([]fault.Issue, len(names))
	for i, name := range names {
		out[i] = fault.Issue{Kind: "unknown-field", Pointer: at + "/" + escapePointer(name),
			Message: fmt.Sprintf("there is no field %q", name), Suggestion: fault.Closest(name, known)}
	}
	return out
}

func unknownValue(at string, k *kind.Enum) fault.Issue {
	var known []string
	for _, v := range k.Want {
		known = append(known, fmt.Sprint(v))
	}
	return fault.Issue{Kind: "unknown-value", Pointer: at, Message: fmt.Sprintf("%v is not one of %s", k.Got, strings.Join(known, ", ")),
		Suggestion: fault.Closest(fmt.Sprint(k.Got), known)}
}

func pointerTo(location []string) string {
	var b strings.Builder
	for _, part := range location {
		b.WriteString("/" + escapePointer(part))
	}
	return b.String()
}

// kebab writes a keyword as a kind: maxLength -> max-length.
func kebab(keyword string) string {
	var b strings.Builder
	for _, r := range keyword {
		if 'A' <= r && r <= 'Z' {
			b.WriteByte('-')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}
