package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/internal/fault"
)

const bodyKey = "body"

// guard is what every operation passes before its handler: rate limit, caller
// and scopes, If-Match, body and Idempotency-Key, as the contract demands.
func (s *Server) guard(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		o := s.contract.find(c.Request().Method, c.Path())
		if o == nil {
			return echo.ErrNotFound
		}
		// Answers are about one caller; the ETags are for If-Match.
		c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
		ctx, cancel := context.WithTimeout(c.Request().Context(), s.limits.Timeout)
		defer cancel()
		c.SetRequest(c.Request().WithContext(context.WithValue(ctx, requestKey{}, c)))
		if err := s.throttle(c); err != nil {
			return err
		}
		if err := s.admit(c, o); err != nil {
			return err
		}
		if !o.Open { // probes may carry what they like
			if err := s.contract.checkQuery(o, c.QueryParams()); err != nil {
				return err
			}
		}
		if o.NeedsMatch && c.Request().Header.Get("If-Match") == "" {
			return fault.New(fault.PreconditionRequired, "if-match-required", "send the ETag of the version that you have read as If-Match")
		}
		body, err := s.readBody(c, o)
		if err != nil {
			return err
		}
		c.Set(bodyKey, body)
		ctx = c.Request().Context()
		return s.told(ctx, c, s.run(c, o, body, next))
	}
}

// run carries the request out: as it is, once, or only to see what would happen.
func (s *Server) run(c echo.Context, o *operation, body []byte, next echo.HandlerFunc) error {
	trial, err := onlyTrial(c, o)
	switch {
	case err != nil:
		return err
	case o.NeedsKey && !trial:
		return s.once(c, o, body, next)
	case o.NeedsKey:
		if err := checkKey(c.Request().Header.Get("Idempotency-Key")); err != nil {
			return err
		}
	}
	if trial {
		return s.try(c, next)
	}
	return next(c)
}

// onlyTrial reports whether the caller only wants to know what would happen. An
// operation that cannot tell refuses the question, instead of doing it.
func onlyTrial(c echo.Context, o *operation) (bool, error) {
	query := c.QueryParams()
	if !o.Writes() || !query.Has("validate_only") {
		return false, nil
	}
	if !o.Tries {
		return false, fault.New(fault.Malformed, "invalid-parameter", "this operation has no validate_only; nothing was done")
	}
	trial, err := strconv.ParseBool(query.Get("validate_only"))
	if err != nil {
		return false, fault.Wrap(err, fault.Malformed, "invalid-parameter", "validate_only is true or false; nothing was done")
	}
	return trial, nil
}

// throttle refuses callers who ask too often, by address: who they are is
// found out only after it.
func (s *Server) throttle(c echo.Context) error {
	if !s.calls.Allow(c.RealIP()) {
		return fault.New(fault.RateLimited, "rate-limited", "too many requests from this address; try again in a second")
	}
	return nil
}

type requestKey struct{}

// requestOf returns the HTTP request behind a handler's context, for the few
// that need its address or cookies.
func requestOf(ctx context.Context) *http.Request {
	return ctx.Value(requestKey{}).(echo.Context).Request()
}

// binder hands the generated code the body that the guard has read and
// checked.
type binder struct{}

// Bind implements echo.Binder.
func (binder) Bind(to any, c echo.Context) error {
	body, ok := c.Get(bodyKey).([]byte)
	if !ok {
		return errors.New("api: a body is bound on an operation without one")
	}
	if err := json.Unmarshal(body, to); err != nil {
		e := fault.Wrap(err, fault.Invalid, "invalid-request", "the request has a value that cannot be taken")
		e.Issues = []fault.Issue{{Kind: "invalid-value", Message: err.Error()}}
		return e
	}
	return nil
}
