package configurator

import (
	_ "embed" // for the schema

	"slices"
)

//go:embed model.schema.json
var schemaText []byte

// Schema returns the JSON Schema (draft 2020-12) of the model format.
func Schema() []byte { return slices.Clone(schemaText) }
