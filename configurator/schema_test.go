package configurator_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/fault"
)

func modelSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(configurator.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("model.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("model.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, text []byte) error {
	t.Helper()
	asJSON, err := yaml.YAMLToJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func TestSchemaAcceptsEveryExampleAndRefusesUnknownFields(t *testing.T) {
	s := modelSchema(t)
	files, err := fs.Glob(examples.Files, "*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := fs.ReadFile(examples.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "\nmodel:") {
			continue
		}
		if err := validate(t, s, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if validate(t, s, []byte("model: m\nattribute: []\n")) == nil {
		t.Error("an unknown field was accepted")
	}
}

// TestReaderKnowsExactlyTheFieldsOfTheSchema gives the reader every field of
// every part in the schema, and one the schema does not have.
func TestReaderKnowsExactlyTheFieldsOfTheSchema(t *testing.T) {
	var schema struct {
		Properties map[string]any `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]any `json:"properties"`
			AnyOf      []struct {
				Properties map[string]any `json:"properties"`
			} `json:"anyOf"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(configurator.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	known := func(def string) map[string]any {
		d := schema.Defs[def]
		if d.Properties != nil {
			return d.Properties
		}
		return d.AnyOf[1].Properties
	}
	expect := schema.Defs["test"].Properties["expect"].(map[string]any)["properties"].(map[string]any)
	for place, c := range map[string]struct {
		fields map[string]any
		text   string
	}{
		"model":      {schema.Properties, "%s: null\n"},
		"group":      {known("group"), "groups: [{%s: null}]\n"},
		"attribute":  {known("attribute"), "attributes: [{%s: null}]\n"},
		"option":     {known("option"), "attributes: [{options: [{%s: null}]}]\n"},
		"component":  {known("component"), "components: [{%s: null}]\n"},
		"table":      {known("table"), "tables: [{%s: null}]\n"},
		"rule":       {known("rule"), "rules: [{%s: null}]\n"},
		"preference": {known("preference"), "preferences: [{%s: null}]\n"},
		"need":       {known("need"), "needs: [{%s: null}]\n"},
		"answer":     {known("answer"), "needs: [{answers: [{%s: null}]}]\n"},
		"bom":        {known("bomLine"), "bom: [{%s: null}]\n"},
		"operation":  {known("operation"), "routing: [{%s: null}]\n"},
		"test":       {known("test"), "tests: [{%s: null}]\n"},
		"expect":     {expect, "tests: [{expect: {%s: null}}]\n"},
	} {
		fields := []string{"no_such_field"}
		for name := range c.fields {
			fields = append(fields, name)
		}
		for _, field := range fields {
			fsys := fstest.MapFS{"m.yaml": {Data: fmt.Appendf(nil, c.text, field)}}
			_, err := configurator.Load(fsys, "m.yaml")
			unknown := slices.ContainsFunc(fault.IssuesOf(err), func(i fault.Issue) bool { return i.Kind == "unknown-field" })
			if unknown != (field == "no_such_field") {
				t.Errorf("%s: field %q unknown to the reader: %v", place, field, unknown)
			}
		}
	}
}
