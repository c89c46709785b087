package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// queryParameters reads the parameters that an operation takes in the query,
// those of its path included.
func (c *contract) queryParameters(compiler *jsonschema.Compiler, path string, o *operation) error {
	var shared []parameter
	if raw, ok := c.document.Paths[path]["parameters"]; ok {
		if err := json.Unmarshal(raw, &shared); err != nil {
			return err
		}
	}
	o.Query = map[string]*jsonschema.Schema{}
	for at, list := range map[string][]parameter{"/paths/" + escapePointer(path): shared, o.at: o.raw.Parameters} {
		for n, p := range list {
			place := fmt.Sprintf("%s/parameters/%d/schema", at, n)
			if name, ok := strings.CutPrefix(p.Ref, "#/components/parameters/"); ok {
				place = "/components/parameters/" + name + "/schema"
			}
			if p = c.resolve(p); p.In != "query" {
				continue
			}
			schema, err := compiler.Compile(contractURL + "#" + place)
			if err != nil {
				return err
			}
			o.Query[p.Name] = schema
			c.index(schema)
		}
	}
	return nil
}

// checkQuery reports every parameter of the query that the operation does not
// take, or not so: a misspelt one would be left out of account silently.
func (c *contract) checkQuery(o *operation, query url.Values) error {
	var issues []fault.Issue
	known := slices.Sorted(maps.Keys(o.Query))
	for _, name := range slices.Sorted(maps.Keys(query)) {
		schema, ok := o.Query[name]
		if !ok {
			issues = append(issues, fault.Issue{Kind: "unknown-parameter", Message: fmt.Sprintf("there is no parameter %q", name),
				Suggestion: fault.Closest(name, known)})
			continue
		}
		var invalid *jsonschema.ValidationError
		if err := schema.Validate(valueOf(schema, query.Get(name))); errors.As(err, &invalid) {
			for _, issue := range c.issuesOf(invalid) {
				issue.Pointer, issue.Message = "", name+": "+issue.Message
				issues = append(issues, issue)
			}
		}
	}
	if len(issues) == 0 {
		return nil
	}
	e := fault.New(fault.Malformed, "invalid-parameter", "the query has mistakes; nothing was done")
	e.Issues = issues
	return e
}

// valueOf is the JSON value that a text in the query stands for.
func valueOf(schema *jsonschema.Schema, text string) any {
	for schema.Types == nil && schema.Ref != nil {
		schema = schema.Ref
	}
	switch {
	case schema.Types == nil:
	case slices.Contains(schema.Types.ToStrings(), "array"):
		var out []any
		if text != "" {
			for part := range strings.SplitSeq(text, ",") {
				out = append(out, part)
			}
		}
		return out
	case slices.Contains(schema.Types.ToStrings(), "integer"):
		if value, err := jsonschema.UnmarshalJSON(strings.NewReader(text)); err == nil {
			return value
		}
	case slices.Contains(schema.Types.ToStrings(), "boolean") && (text == "true" || text == "false"):
		return text == "true"
	}
	return text
}
