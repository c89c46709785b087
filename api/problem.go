package api

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// problemTypes begins every problem's type; the rest is the fault's kind.
const problemTypes = "/problems/"

// outcome is how a class of failure is told over HTTP.
type outcome struct {
	status int
	title  string
	// retry is the Retry-After in seconds, 0 for none.
	retry string
}

// outcomes is the one table from faults to HTTP.
var outcomes = map[fault.Code]outcome{
	fault.Malformed:            {http.StatusBadRequest, "The request cannot be read", ""},
	fault.Unauthenticated:      {http.StatusUnauthorized, "Sign in first", ""},
	fault.Forbidden:            {http.StatusForbidden, "Not allowed", ""},
	fault.NotFound:             {http.StatusNotFound, "Not found", ""},
	fault.WrongMethod:          {http.StatusMethodNotAllowed, "Method not allowed", ""},
	fault.Conflict:             {http.StatusConflict, "Not possible in the present state", ""},
	fault.Gone:                 {http.StatusNotFound, "No longer there", ""},
	fault.PreconditionFailed:   {http.StatusPreconditionFailed, "Changed meanwhile", ""},
	fault.TooLarge:             {http.StatusRequestEntityTooLarge, "Too large", ""},
	fault.Unsupported:          {http.StatusUnsupportedMediaType, "Media type not supported", ""},
	fault.Invalid:              {http.StatusUnprocessableEntity, "The request has mistakes", ""},
	fault.PreconditionRequired: {http.StatusPreconditionRequired, "If-Match is required", ""},
	fault.RateLimited:          {http.StatusTooManyRequests, "Too many requests", "1"},
	fault.Unavailable:          {http.StatusServiceUnavailable, "Try again later", "1"},
	fault.Internal:             {http.StatusInternalServerError, "Something went wrong here", ""},
}

// problem is a problem document of RFC 9457.
type problem struct {
	Type      string         `json:"type"`
	Title     string         `json:"title"`
	Status    int            `json:"status"`
	Detail    string         `json:"detail"`
	Instance  string         `json:"instance,omitempty"`
	RequestID string         `json:"request_id,omitempty"`
	Errors    []fault.Issue  `json:"errors,omitempty"`
	Details   map[string]any `json:"details,omitempty"`
}

// faultOf turns any error into a fault. What is not one already is ours:
// Internal, with nothing of it shown.
func faultOf(err error) *fault.Error {
	var known *fault.Error
	var fromEcho *echo.HTTPError
	switch {
	case errors.As(err, &known) && known.Code != fault.Internal:
		return known
	case errors.As(err, &fromEcho):
		return faultOfEcho(fromEcho)
	case errors.Is(err, context.DeadlineExceeded):
		return fault.Wrap(err, fault.Unavailable, "timeout", "the request took too long; nothing was changed")
	}
	return fault.Wrap(err, fault.Internal, "internal", "something went wrong; the log has it under the request's id")
}

// faultOfEcho reads what echo's router and the generated parameter parsing
// report.
func faultOfEcho(e *echo.HTTPError) *fault.Error {
	text, _ := e.Message.(string)
	switch e.Code {
	case http.StatusNotFound:
		return fault.New(fault.NotFound, "not-found", "there is nothing at this address")
	case http.StatusMethodNotAllowed:
		return fault.New(fault.WrongMethod, "method-not-allowed", "this address does not take this method; the Allow header names those it takes")
	case http.StatusBadRequest:
		return fault.New(fault.Malformed, "invalid-parameter", "%s", text)
	case http.StatusRequestEntityTooLarge:
		return fault.New(fault.TooLarge, "body-too-large", "the body is too large")
	}
	return fault.Wrap(e, fault.Internal, "internal", "something went wrong; the log has it under the request's id")
}

// embeddedProblem is the problem of one part of an answer.
func embeddedProblem(err error) *gen.Problem {
	f := faultOf(err)
	o := outcomes[f.Code]
	out := &gen.Problem{Type: problemTypes + f.Kind, Title: o.title, Status: o.status, Detail: f.Message}
	if len(f.Issues) > 0 {
		out.Errors = &f.Issues
	}
	if len(f.Details) > 0 {
		out.Details = &f.Details
	}
	return out
}

// writeProblem is echo's error handler: every failed request ends here.
func (s *Server) writeProblem(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	f := faultOf(err)
	o, ok := outcomes[f.Code]
	if !ok {
		o = outcomes[fault.Internal]
	}
	if o.status >= http.StatusInternalServerError && f.Code != fault.Unavailable {
		s.log.LogAttrs(c.Request().Context(), slog.LevelError, "request failed",
			slog.String("request_id", requestID(c)), slog.String("error", err.Error()))
	}
	header := c.Response().Header()
	if o.retry != "" {
		header.Set(echo.HeaderRetryAfter, o.retry)
	}
	if f.Code == fault.Unauthenticated {
		header.Set(echo.HeaderWWWAuthenticate, `Bearer realm="quotient"`)
	}
	header.Set(echo.HeaderCacheControl, "no-store")
	body, encodeErr := json.Marshal(problem{
		Type: problemTypes + f.Kind, Title: o.title, Status: o.status, Detail: f.Message,
		Instance: c.Request().URL.Path, RequestID: requestID(c), Errors: f.Issues, Details: f.Details,
	})
	if encodeErr != nil {
		body = []byte(`{"type":"/problems/internal","title":"Something went wrong here","status":500,"detail":"the problem cannot be written"}`)
	}
	if err := c.Blob(o.status, "application/problem+json", body); err != nil {
		s.log.WarnContext(c.Request().Context(), "problem not delivered", "request_id", requestID(c), "error", err)
	}
}
