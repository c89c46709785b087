package api_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strconv"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// client calls the service as one person or machine. Every answer it gets is
// checked against the contract.
type client struct {
	t      testing.TB
	w      *world
	http   *http.Client
	csrf   string
	bearer string
	// noCosts is set for those who may not see costs: no answer to them may have
	// any.
	noCosts bool
}

func (w *world) anybody() *client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		w.t.Fatal(err)
	}
	return &client{t: w.t, w: w, http: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// in returns the client for a subtest.
func (c *client) in(t testing.TB) *client {
	out := *c
	out.t = t
	return &out
}

func (c *client) signIn(email string) {
	c.t.Helper()
	a := c.post("/v1/session", object{"email": email, "password": password}).want(http.StatusOK)
	c.csrf = a.text("csrf_token")
}

type object map[string]any

type list []any

// header is one header of a request; "" leaves it out.
type header struct{ name, value string }

func ifMatch(a answer) header { return header{"If-Match", a.header.Get("ETag")} }

func idempotencyKey(key string) header { return header{"Idempotency-Key", key} }

// fresh is an Idempotency-Key never used before.
func fresh() header { return idempotencyKey(identity.NewID().String()) }

func (c *client) get(path string, headers ...header) answer {
	c.t.Helper()
	return c.do(http.MethodGet, path, nil, headers...)
}

func (c *client) post(path string, body any, headers ...header) answer {
	c.t.Helper()
	return c.do(http.MethodPost, path, body, headers...)
}

func (c *client) patch(path string, body any, headers ...header) answer {
	c.t.Helper()
	return c.do(http.MethodPatch, path, body, append([]header{{"Content-Type", "application/merge-patch+json"}}, headers...)...)
}

// do sends a request; a body that is no text is written as JSON.
func (c *client) do(method, path string, body any, headers ...header) answer {
	c.t.Helper()
	req, err := c.request(method, path, body, headers...)
	if err != nil {
		c.t.Fatal(err)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	a := answer{t: c.t, call: method + " " + path, status: resp.StatusCode, header: resp.Header, body: content}
	c.w.check.response(c.t, req, a)
	if c.noCosts {
		for _, at := range costsIn(c.t, a) {
			if !strings.HasSuffix(path, "/complete") || at != "/cost" { // the value of the objective: kilograms, say
				c.t.Errorf("%s shows a cost at %s to who may not see costs", a.call, at)
			}
		}
	}
	return a
}

func (c *client) request(method, path string, body any, headers ...header) (*http.Request, error) {
	var reader io.Reader
	switch b := body.(type) {
	case nil:
	case string:
		reader = strings.NewReader(b)
	default:
		text, err := json.Marshal(b)
		if err != nil {
			return nil, err
		}
		reader = bytes.NewReader(text)
	}
	req, err := http.NewRequestWithContext(c.t.Context(), method, c.w.url+path, reader)
	if err != nil {
		return nil, err
	}
	if body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.csrf != "" {
		req.Header.Set("X-CSRF-Token", c.csrf)
	}
	if c.bearer != "" {
		req.Header.Set("Authorization", "Bearer "+c.bearer)
	}
	for _, h := range headers {
		req.Header.Del(h.name)
		if h.value != "" {
			req.Header.Set(h.name, h.value)
		}
	}
	return req, nil
}

// answer is what came back.
type answer struct {
	t      testing.TB
	call   string
	status int
	header http.Header
	body   []byte
}

// want fails the test unless the status is the one wanted.
func (a answer) want(status int) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("%s: status %d, want %d: %s", a.call, a.status, status, a.body)
	}
	return a
}

// problem fails the test unless the answer is the problem.
func (a answer) problem(status int, kind string) answer {
	a.t.Helper()
	a.want(status)
	if got := a.text("type"); got != "/problems/"+kind {
		a.t.Fatalf("%s: problem %s, want %s: %s", a.call, got, kind, a.body)
	}
	return a
}

// at returns the value at a path of names and positions ("lines/0/price/net"),
// "" for the whole.
func (a answer) at(path string) any {
	a.t.Helper()
	d := json.NewDecoder(bytes.NewReader(a.body))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		a.t.Fatalf("%s: %v in %s", a.call, err, a.body)
	}
	if path == "" {
		return v
	}
	for part := range strings.SplitSeq(path, "/") {
		switch in := v.(type) {
		case map[string]any:
			v = in[part]
		case []any:
			n, err := strconv.Atoi(part)
			if err != nil || n >= len(in) {
				a.t.Fatalf("%s: no %s in %s", a.call, path, a.body)
			}
			v = in[n]
		default:
			a.t.Fatalf("%s: no %s in %s", a.call, path, a.body)
		}
	}
	return v
}

func (a answer) text(path string) string {
	a.t.Helper()
	switch v := a.at(path).(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case nil:
		return ""
	default:
		a.t.Fatalf("%s: %s is %v", a.call, path, v)
		return ""
	}
}

// count returns the length of the list at path.
func (a answer) count(path string) int {
	a.t.Helper()
	items, ok := a.at(path).([]any)
	if !ok {
		a.t.Fatalf("%s: %s is no list in %s", a.call, path, a.body)
	}
	return len(items)
}

// pointers returns where the mistakes are, in order.
func (a answer) pointers() []string {
	a.t.Helper()
	var out []string
	for i := range a.count("errors") {
		out = append(out, a.text("errors/"+strconv.Itoa(i)+"/pointer"))
	}
	return out
}
