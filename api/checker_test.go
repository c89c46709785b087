package api_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"github.com/quotient-cpq/quotient/api"
)

// checker compares answers with the contract, read by another library than the
// service's own.
type checker struct {
	router routers.Router
	// seen are the operations called, and the statuses they gave.
	mu   sync.Mutex
	seen map[string]map[int]bool
}

var theChecker = sync.OnceValues(newChecker)

func contractChecker(t testing.TB) *checker {
	t.Helper()
	c, err := theChecker()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func newChecker() (*checker, error) {
	doc, err := openapi3.NewLoader().LoadFromData(api.Contract())
	if err != nil {
		return nil, err
	}
	if err := doc.Validate(context.Background()); err != nil {
		return nil, err
	}
	closeSchemas(doc)
	router, err := gorillamux.NewRouter(doc)
	return &checker{router: router, seen: map[string]map[int]bool{}}, err
}

// closeSchemas makes every object that lists its fields refuse others, so that
// an answer with a field nobody documented fails.
func closeSchemas(doc *openapi3.T) {
	no := false
	done := map[*openapi3.Schema]bool{}
	var walk func(*openapi3.SchemaRef)
	walk = func(ref *openapi3.SchemaRef) {
		if ref == nil || ref.Value == nil || done[ref.Value] {
			return
		}
		s := ref.Value
		done[s] = true
		if len(s.Properties) > 0 && s.AdditionalProperties.Has == nil && s.AdditionalProperties.Schema == nil {
			s.AdditionalProperties.Has = &no
		}
		for _, p := range s.Properties {
			walk(p)
		}
		walk(s.Items)
		walk(s.AdditionalProperties.Schema)
	}
	for _, s := range doc.Components.Schemas {
		walk(s)
	}
}

// response fails the test when the contract does not know the answer. Paths
// outside of it (the reference page) are left alone.
func (c *checker) response(t testing.TB, req *http.Request, a answer) {
	t.Helper()
	route, params, err := c.router.FindRoute(req)
	if err != nil {
		return
	}
	c.mu.Lock()
	if c.seen[route.Operation.OperationID] == nil {
		c.seen[route.Operation.OperationID] = map[int]bool{}
	}
	c.seen[route.Operation.OperationID][a.status] = true
	c.mu.Unlock()
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: req, PathParams: params, Route: route},
		Status:                 a.status, Header: a.header, Body: io.NopCloser(bytes.NewReader(a.body)),
		// The other library reads YAML as what it describes, not as text, and HTML not
		// at all.
		Options: &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true,
			ExcludeResponseBody: strings.HasPrefix(a.header.Get("Content-Type"), "application/yaml") || strings.HasPrefix(a.header.Get("Content-Type"), "text/html")},
	}
	if err := openapi3filter.ValidateResponse(t.Context(), input); err != nil {
		t.Errorf("%s: the contract does not allow this answer: %v\n%s", a.call, err, a.body)
	}
}
