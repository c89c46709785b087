package api

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/labstack/echo/v4"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

//go:embed openapi.yaml
var contractText []byte

// Contract returns the text of the contract, openapi.yaml.
func Contract() []byte { return bytes.Clone(contractText) }

// contract is what the service needs to know of openapi.yaml.
type contract struct {
	// operations by "METHOD /path/{name}".
	operations map[string]*operation
	tags       []tag
	title      string
	intro      string
	etag       string
	document   document
	// fields are the names an object may have, by the place of its schema.
	fields map[string][]string
	// examples are how a value may be written, by the place of its schema.
	examples map[string]any
}

type tag struct {
	Name        string `json:"name"`
	Description string `json:"description"`
}

// operation is one operation of the contract.
type operation struct {
	ID, Method, Path     string
	Summary, Description string
	Tags                 []string
	// Sessions and Keys are the alternatives of scopes with which a signed-in
	// person or an API key may call it; none means that it may not.
	Sessions, Keys [][]identity.Permission
	// Open operations need nobody signed in.
	Open bool
	// NeedsKey demands an Idempotency-Key; NeedsMatch an If-Match.
	NeedsKey, NeedsMatch bool
	// Tries says that it can be asked what it would do (validate_only).
	Tries bool
	// Media is the type of the body, "" for none; Body checks it, unless it is a
	// file. MaxBytes is the most it may have, 0 for the usual limit.
	Media    string
	Body     *jsonschema.Schema
	MaxBytes int64

	// Query are the schemas of the parameters that it takes in the query, by name.
	Query map[string]*jsonschema.Schema

	raw rawOperation
	at  string // JSON pointer of the operation
}

// File reports whether the body is a file and not JSON.
func (o *operation) File() bool {
	return o.Media == echo.MIMEOctetStream || o.Media == echo.MIMEApplicationXML
}

// Writes reports whether the operation may change something.
func (o *operation) Writes() bool { return o.Method != http.MethodGet }

// document and the raw types are the parts of OpenAPI that are read here.
type document struct {
	Info struct {
		Title       string `json:"title"`
		Version     string `json:"version"`
		Description string `json:"description"`
	} `json:"info"`
	Tags       []tag                                 `json:"tags"`
	Security   []map[string][]string                 `json:"security"`
	Paths      map[string]map[string]json.RawMessage `json:"paths"`
	Components struct {
		Parameters map[string]parameter                  `json:"parameters"`
		Responses  map[string]rawResponse                `json:"responses"`
		Schemas    map[string]map[string]json.RawMessage `json:"schemas"`
	} `json:"components"`
}

type rawOperation struct {
	OperationID string                 `json:"operationId"`
	Summary     string                 `json:"summary"`
	Description string                 `json:"description"`
	Tags        []string               `json:"tags"`
	Security    *[]map[string][]string `json:"security"`
	Parameters  []parameter            `json:"parameters"`
	RequestBody *struct {
		Content map[string]media `json:"content"`
	} `json:"requestBody"`
	Responses map[string]rawResponse `json:"responses"`
	MaxBytes  int64                  `json:"x-max-bytes"`
}

type media struct {
	Schema  json.RawMessage `json:"schema"`
	Example json.RawMessage `json:"example"`
}

type parameter struct {
	Ref         string          `json:"$ref"`
	Name        string          `json:"name"`
	In          string          `json:"in"`
	Required    bool            `json:"required"`
	Description string          `json:"description"`
	Schema      json.RawMessage `json:"schema"`
}

type rawResponse struct {
	Ref         string           `json:"$ref"`
	Description string           `json:"description"`
	Content     map[string]media `json:"content"`
}

// loadContract reads the embedded contract and compiles the schemas of all
// bodies, once at start.
func loadContract() (*contract, error) {
	text, err := yaml.YAMLToJSON(contractText)
	if err != nil {
		return nil, fmt.Errorf("read the contract: %w", err)
	}
	sum := sha256.Sum256(contractText)
	c := &contract{operations: map[string]*operation{}, fields: map[string][]string{}, examples: map[string]any{}, etag: `"` + hex.EncodeToString(sum[:16]) + `"`}
	if err := json.Unmarshal(text, &c.document); err != nil {
		return nil, fmt.Errorf("read the contract: %w", err)
	}
	c.tags, c.title, c.intro = c.document.Tags, c.document.Info.Title, c.document.Info.Description
	whole, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("read the contract: %w", err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiler.RegisterFormat(&jsonschema.Format{Name: "iso-4217", Validate: knownCurrency})
	if err := compiler.AddResource(contractURL, whole); err != nil {
		return nil, fmt.Errorf("read the contract: %w", err)
	}
	for path, methods := range c.document.Paths {
		for method, raw := range methods {
			if !slices.Contains([]string{"get", "post", "put", "patch", "delete"}, method) {
				continue
			}
			if err := c.add(compiler, path, method, raw); err != nil {
				return nil, fmt.Errorf("%s %s: %w", method, path, err)
			}
		}
	}
	return c, nil
}

// knownCurrency refuses what looks like a currency code and is none.
func knownCurrency(v any) error {
	code, ok := v.(string)
	if !ok || len(code) != 3 || strings.ToUpper(code) != code {
		return nil // its type and pattern are checked apart
	}
	_, err := money.ParseCurrency(code)
	return err
}

// contractURL names the document for references between its schemas.
const contractURL = "quotient:///openapi.json"

func (c *contract) add(compiler *jsonschema.Compiler, path, method string, raw json.RawMessage) error {
	o := &operation{Method: strings.ToUpper(method), Path: path, at: "/paths/" + escapePointer(path) + "/" + method}
	if err := json.Unmarshal(raw, &o.raw); err != nil {
		return err
	}
	o.ID, o.Summary, o.Description, o.Tags = o.raw.OperationID, o.raw.Summary, o.raw.Description, o.raw.Tags
	o.MaxBytes = o.raw.MaxBytes
	o.readSecurity(c.document.Security)
	for _, p := range o.raw.Parameters {
		p = c.resolve(p)
		o.NeedsKey = o.NeedsKey || p.Required && p.Name == "Idempotency-Key"
		o.NeedsMatch = o.NeedsMatch || p.Required && p.Name == "If-Match"
		o.Tries = o.Tries || p.Name == "validate_only"
	}
	if err := c.queryParameters(compiler, path, o); err != nil {
		return err
	}
	if o.raw.RequestBody != nil {
		for name := range o.raw.RequestBody.Content {
			schema, err := compiler.Compile(contractURL + "#" + o.at + "/requestBody/content/" + escapePointer(name) + "/schema")
			if err != nil {
				return err
			}
			o.Media, o.Body = name, schema
			c.index(schema)
		}
	}
	c.operations[o.Method+" "+path] = o
	return nil
}

// index remembers the fields of a schema and of all it is made of.
func (c *contract) index(s *jsonschema.Schema) {
	if s == nil || c.fields[s.Location] != nil {
		return
	}
	c.fields[s.Location] = slices.Sorted(maps.Keys(s.Properties))
	if len(s.Examples) > 0 {
		c.examples[s.Location] = s.Examples[0]
	}
	for _, part := range s.Properties {
		c.index(part)
	}
	c.index(s.Ref)
	c.index(s.Items2020)
}

func (o *operation) readSecurity(byDefault []map[string][]string) {
	alternatives := byDefault
	if o.raw.Security != nil {
		alternatives = *o.raw.Security
	}
	o.Open = len(alternatives) == 0
	for _, a := range alternatives {
		if scopes, ok := a["session"]; ok {
			o.Sessions = append(o.Sessions, permissions(scopes))
		}
		if scopes, ok := a["apiKey"]; ok {
			o.Keys = append(o.Keys, permissions(scopes))
		}
	}
}

func permissions(scopes []string) []identity.Permission {
	out := make([]identity.Permission, len(scopes))
	for i, s := range scopes {
		out[i] = identity.Permission(s)
	}
	return out
}

func (c *contract) resolve(p parameter) parameter {
	if name, ok := strings.CutPrefix(p.Ref, "#/components/parameters/"); ok {
		return c.document.Components.Parameters[name]
	}
	return p
}

// find returns the operation behind an echo route ("/v1/quotes/:quote_id").
func (c *contract) find(method, route string) *operation {
	parts := strings.Split(route, "/")
	for i, p := range parts {
		if name, ok := strings.CutPrefix(p, ":"); ok {
			parts[i] = "{" + name + "}"
		}
	}
	return c.operations[method+" "+strings.Join(parts, "/")]
}

// sorted returns all operations by path, then by method.
func (c *contract) sorted() []*operation {
	out := make([]*operation, 0, len(c.operations))
	for _, o := range c.operations {
		out = append(out, o)
	}
	slices.SortFunc(out, func(a, b *operation) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Method, b.Method))
	})
	return out
}

func escapePointer(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "~", "~0"), "/", "~1")
}
