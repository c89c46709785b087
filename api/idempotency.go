package api

import (
	"bytes"
	"context"
	"crypto/sha256"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/idempotency"
)

// keptHeaders are the headers that belong to an answer.
var keptHeaders = []string{echo.HeaderContentType, "ETag", echo.HeaderLocation}

// maxKey bounds an Idempotency-Key, as the contract says.
const maxKey = 128

// once carries a request out under its Idempotency-Key: the answer is held
// back until its transaction has committed together with the stored copy.
func (s *Server) once(c echo.Context, o *operation, body []byte, next echo.HandlerFunc) error {
	key := c.Request().Header.Get("Idempotency-Key")
	if err := checkKey(key); err != nil {
		return err
	}
	actor := principal(c.Request().Context()).Actor
	request := idempotency.Request{Tenant: actor.Tenant, Principal: actor.ID, Route: o.Method + " " + o.Path, Key: key,
		Fingerprint: fingerprint(c.Request(), body)}
	answer, replayed, err := s.runner.Once(c.Request().Context(), request, hold(c, next))
	if err != nil {
		return err
	}
	if replayed {
		c.Response().Header().Set("Idempotent-Replayed", "true")
	}
	return release(c, answer)
}

// try carries a request out and undoes it: the caller learns what its answer
// would be.
func (s *Server) try(c echo.Context, next echo.HandlerFunc) error {
	tenant := principal(c.Request().Context()).Tenant
	answer, err := s.runner.Try(c.Request().Context(), tenant.ID, hold(c, next))
	if err != nil {
		return err
	}
	c.Response().Header().Set("Validate-Only", "true")
	return release(c, answer)
}

// hold is a handler whose answer is held back until its transaction has ended.
func hold(c echo.Context, next echo.HandlerFunc) func(ctx context.Context) (idempotency.Answer, error) {
	return func(ctx context.Context) (idempotency.Answer, error) {
		real, held := c.Response(), &heldResponse{header: http.Header{}}
		c.SetRequest(c.Request().WithContext(ctx))
		c.SetResponse(echo.NewResponse(held, c.Echo()))
		defer c.SetResponse(real)
		if err := next(c); err != nil {
			return idempotency.Answer{}, err
		}
		return held.answer(), nil
	}
}

// release sends an answer that was held back.
func release(c echo.Context, answer idempotency.Answer) error {
	for name, value := range answer.Headers {
		c.Response().Header().Set(name, value)
	}
	c.Response().WriteHeader(answer.Status)
	_, err := c.Response().Write(answer.Body)
	return err
}

func checkKey(key string) error {
	if key == "" {
		return fault.New(fault.Malformed, "idempotency-key-required", "this operation needs an Idempotency-Key")
	}
	if len(key) > maxKey {
		return fault.New(fault.Malformed, "invalid-idempotency-key", "an Idempotency-Key has at most %d characters", maxKey)
	}
	for _, r := range []byte(key) {
		if r < 0x21 || r > 0x7e {
			return fault.New(fault.Malformed, "invalid-idempotency-key", "an Idempotency-Key has printable ASCII characters only")
		}
	}
	return nil
}

// fingerprint is the digest of all that makes the request what it is.
func fingerprint(r *http.Request, body []byte) [32]byte {
	h := sha256.New()
	for _, part := range []string{r.Method, r.URL.RequestURI(), r.Header.Get("If-Match")} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	h.Write(body)
	return [32]byte(h.Sum(nil))
}

// heldResponse holds an answer back.
type heldResponse struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (h *heldResponse) Header() http.Header { return h.header }

// WriteHeader implements http.ResponseWriter.
func (h *heldResponse) WriteHeader(status int) { h.status = status }

// Write implements http.ResponseWriter.
func (h *heldResponse) Write(b []byte) (int, error) { return h.body.Write(b) }

func (h *heldResponse) answer() idempotency.Answer {
	out := idempotency.Answer{Status: h.status, Headers: map[string]string{}, Body: h.body.Bytes()}
	for _, name := range keptHeaders {
		if v := h.header.Get(name); v != "" {
			out.Headers[name] = v
		}
	}
	return out
}
