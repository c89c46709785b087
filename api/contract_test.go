package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/quotient-cpq/quotient/api"
)

func contract(t *testing.T) *openapi3.T {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(api.Contract())
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// What every operation owes its callers, whoever adds one.
func TestConventionsOfTheContract(t *testing.T) {
	t.Parallel()
	doc := contract(t)
	for path, item := range doc.Paths.Map() {
		for method, o := range item.Operations() {
			name := o.OperationID
			if o.Responses.Default() != nil {
				t.Errorf("%s has a default answer, which documents nothing", name)
			}
			has := func(status string) bool { return o.Responses.Value(status) != nil }
			parameters := map[string]bool{}
			for _, p := range o.Parameters {
				parameters[p.Value.Name] = p.Value.Required
			}
			writes := method != http.MethodGet
			if o.RequestBody != nil && (!has("400") || !has("413") || !has("415") || !has("422")) {
				t.Errorf("%s takes a body and does not document 400, 413, 415 and 422", name)
			}
			if _, ok := parameters["If-Match"]; ok && !has("412") {
				t.Errorf("%s takes If-Match and does not document 412", name)
			}
			if parameters["If-Match"] && !has("428") {
				t.Errorf("%s demands If-Match and does not document 428", name)
			}
			if parameters["Idempotency-Key"] && (!has("409") || !has("422") || !has("400")) {
				t.Errorf("%s demands Idempotency-Key and does not document 400, 409 and 422", name)
			}
			if strings.Contains(path, "{") && !has("404") && path != "/v1/revisions/{revision_id}/order" {
				t.Errorf("%s names something and does not document 404", name)
			}
			if !has("429") {
				t.Errorf("%s does not document 429", name)
			}
			if writes && method == http.MethodPatch && !parameters["If-Match"] && path != "/v1/me" {
				t.Errorf("%s changes something without If-Match", name)
			}
			if strings.HasPrefix(path, "/v1") && (o.Security == nil || len(*o.Security) > 0) && (!has("401") || !has("500") || !has("503")) {
				t.Errorf("%s does not document 401, 500 and 503", name)
			}
		}
	}
}

// Everything a caller may send refuses what it does not know.
func TestBodiesAreClosed(t *testing.T) {
	t.Parallel()
	doc := contract(t)
	seen := map[*openapi3.Schema]bool{}
	var walk func(where string, ref *openapi3.SchemaRef)
	walk = func(where string, ref *openapi3.SchemaRef) {
		if ref == nil || ref.Value == nil || seen[ref.Value] {
			return
		}
		s := ref.Value
		seen[s] = true
		closed := s.AdditionalProperties.Schema != nil || s.AdditionalProperties.Has != nil && !*s.AdditionalProperties.Has
		if (s.Type.Includes("object") || len(s.Properties) > 0) && !closed {
			t.Errorf("%s takes unknown fields", where)
		}
		for name, p := range s.Properties {
			walk(where+"/"+name, p)
		}
		walk(where+"/*", s.Items)
		walk(where+"/*", s.AdditionalProperties.Schema)
	}
	for _, item := range doc.Paths.Map() {
		for _, o := range item.Operations() {
			if o.RequestBody == nil {
				continue
			}
			for _, media := range o.RequestBody.Value.Content {
				walk(o.OperationID, media.Schema)
				if media.Example == nil && o.OperationID != "changePassword" {
					t.Errorf("%s has no example", o.OperationID)
				}
			}
		}
	}
}

// A generated client of another program compiles, in Go and in TypeScript.
func TestGeneratedClientsCompile(t *testing.T) {
	t.Parallel()
	t.Run("Go", func(t *testing.T) {
		dir := t.TempDir()
		generated, overlay := filepath.Join(dir, "client.go"), filepath.Join(dir, "overlay.json")
		run(t, ".", "go", "tool", "-modfile=../.ci/tools.mod", "oapi-codegen", "-generate", "types,client", "-package", "client",
			"-o", generated, "openapi.yaml")
		here, err := filepath.Abs("generatedclient")
		if err != nil {
			t.Fatal(err)
		}
		// The overlay puts the package into the module without writing there.
		replace, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(here, "client.go"): generated}})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(overlay, replace, 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, ".", "go", "build", "-overlay", overlay, "./generatedclient")
	})
	t.Run("TypeScript", func(t *testing.T) {
		web := filepath.Join("..", "web")
		if _, err := os.Stat(filepath.Join(web, "node_modules")); err != nil {
			t.Skip("web/node_modules is missing: make test installs it")
		}
		dir := t.TempDir()
		types := filepath.Join(dir, "schema.d.ts")
		run(t, web, "node_modules/.bin/openapi-typescript", "../api/openapi.yaml", "--output", types)
		use := `import type { paths, components } from "./schema";
const query: paths["/v1/price"]["post"]["requestBody"]["content"]["application/json"] = { lines: [{ item: "A", quantity: "1" }] };
const state: components["schemas"]["RevisionState"] = "draft";
export default [query, state];
`
		if err := os.WriteFile(filepath.Join(dir, "use.ts"), []byte(use), 0o600); err != nil {
			t.Fatal(err)
		}
		run(t, web, "node_modules/.bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "false", filepath.Join(dir, "use.ts"))
	})
}

func run(t *testing.T, dir, name string, args ...string) {
	t.Helper()
	c := exec.CommandContext(t.Context(), name, args...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}

// The examples are accepted by the service's own reading of the schemas.
func TestExamplesOfBodiesAreValid(t *testing.T) {
	t.Parallel()
	for id, example := range api.CheckExamples(t) {
		if err := example(); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestReferencePage(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	page := w.anybody().get("/docs").want(http.StatusOK)
	text := string(page.body)
	for _, want := range []string{"Quotient API", `id="placeOrder"`, `id="schema-Revision"`, "/v1/revisions/{revision_id}/order", `id="problems"`} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, banned := range []string{"<script", "style=", "https://"} {
		if i := strings.Index(text, banned); i >= 0 && !strings.Contains(text[max(0, i-120):i+60], "<pre") {
			t.Errorf("the page has %q: ...%s", banned, text[max(0, i-60):min(len(text), i+60)])
		}
	}
	for id := range operationIDs(contract(t)) {
		if !strings.Contains(text, `id="`+id+`"`) {
			t.Errorf("the page lacks operation %s", id)
		}
	}
	w.anybody().get("/docs/reference.css").want(http.StatusOK)
	if a := w.anybody().get("/problems/stale-version"); a.status != http.StatusSeeOther {
		t.Errorf("a problem's type leads nowhere: %d", a.status)
	}
	served := w.anybody().get("/v1/openapi.yaml").want(http.StatusOK)
	if !bytes.Equal(served.body, api.Contract()) {
		t.Error("the contract served is not the contract")
	}
}

func operationIDs(doc *openapi3.T) map[string]*openapi3.Operation {
	out := map[string]*openapi3.Operation{}
	for _, item := range doc.Paths.Map() {
		for _, o := range item.Operations() {
			out[o.OperationID] = o
		}
	}
	return out
}

// The contract is what kin-openapi calls valid, examples included.
func TestContractIsValid(t *testing.T) {
	t.Parallel()
	doc := contract(t)
	if err := doc.Validate(context.Background()); err != nil {
		t.Error(err)
	}
	ids := make([]string, 0, 80)
	for id := range operationIDs(doc) {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) < 70 {
		t.Errorf("only %d operations", len(ids))
	}
	if _, err := json.Marshal(doc); err != nil {
		t.Error(err)
	}
}
