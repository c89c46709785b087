package api

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// The session's cookie. Browsers accept a __Host- cookie only over TLS (and on
// localhost not all of them do), so plain HTTP uses the other name.
const (
	secureCookie = "__Host-quotient"
	plainCookie  = "quotient"
)

type callerKey struct{}

// caller is who sent a request and by which session, if by one.
type caller struct {
	auth.Principal
	session auth.Session
	token   string
}

// principal returns who is calling; the zero Principal on an open operation.
func principal(ctx context.Context) auth.Principal { return callerOf(ctx).Principal }

// actor returns for whom the request is done.
func actor(ctx context.Context) identity.Actor { return principal(ctx).Actor }

func callerOf(ctx context.Context) caller {
	who, _ := ctx.Value(callerKey{}).(caller)
	return who
}

// admit finds out who is calling and whether they may call the operation.
func (s *Server) admit(c echo.Context, o *operation) error {
	if o.Open {
		return nil
	}
	r := c.Request()
	who, err := s.identify(r)
	if err != nil {
		return err
	}
	alternatives := o.Keys
	if who.token != "" {
		alternatives = o.Sessions
		if err := s.checkOrigin(r, o, who.token); err != nil {
			return err
		}
	}
	if err := allowed(who.Actor, alternatives); err != nil {
		return err
	}
	c.SetRequest(r.WithContext(context.WithValue(r.Context(), callerKey{}, who)))
	return nil
}

// identify reads the API key or the session's cookie. A key wins, so that a
// script in a browser's page cannot borrow the session by accident.
func (s *Server) identify(r *http.Request) (caller, error) {
	if header := r.Header.Get(echo.HeaderAuthorization); header != "" {
		scheme, key, _ := strings.Cut(header, " ")
		if !strings.EqualFold(scheme, "Bearer") || !auth.IsKey(key) {
			return caller{}, fault.New(fault.Unauthenticated, "unknown-api-key", "send the API key as: Authorization: Bearer qk_...")
		}
		p, err := s.auth.Key(r.Context(), key)
		return caller{Principal: p}, err
	}
	cookie, err := r.Cookie(s.cookieName(r))
	if err != nil {
		return caller{}, fault.New(fault.Unauthenticated, "unauthenticated", "sign in or send an API key")
	}
	p, session, err := s.auth.Session(r.Context(), cookie.Value)
	return caller{Principal: p, session: session, token: cookie.Value}, err
}

// checkOrigin keeps other sites' pages from using the session: a change must
// come from this origin, as the browser says, and carry the session's token.
func (s *Server) checkOrigin(r *http.Request, o *operation, token string) error {
	if !o.Writes() {
		return nil
	}
	if err := s.origins.Check(r); err != nil {
		return fault.Wrap(err, fault.Forbidden, "cross-origin", "the request comes from another site")
	}
	if !auth.CheckCSRF(token, r.Header.Get("X-CSRF-Token")) {
		return fault.New(fault.Forbidden, "csrf-token", "the header X-CSRF-Token must carry the session's csrf_token")
	}
	return nil
}

// allowed reports whether the actor has all the scopes of one alternative.
func allowed(actor identity.Actor, alternatives [][]identity.Permission) error {
	if len(alternatives) == 0 {
		return fault.New(fault.Forbidden, "caller-not-allowed", "this operation is for the other kind of caller: a signed-in person, not an API key")
	}
	for _, scopes := range alternatives {
		if !slices.ContainsFunc(scopes, func(p identity.Permission) bool { return !actor.Can(p) }) {
			return nil
		}
	}
	for _, p := range alternatives[0] {
		if !actor.Can(p) {
			return fault.New(fault.Forbidden, "permission-missing", "this needs the permission %q", p).With("permission", p)
		}
	}
	return nil
}

// secure reports whether the browser speaks TLS with us, or with the proxy in
// front when the operator says there is one.
func (s *Server) secure(r *http.Request) bool { return r.TLS != nil || s.tlsInFront }

func (s *Server) cookieName(r *http.Request) string {
	if s.secure(r) {
		return secureCookie
	}
	return plainCookie
}

// cookie is the session's Set-Cookie; an empty token clears it.
func (s *Server) cookie(r *http.Request, token string) string {
	out := http.Cookie{Name: s.cookieName(r), Value: token, Path: "/", HttpOnly: true, Secure: s.secure(r), SameSite: http.SameSiteLaxMode}
	if token == "" {
		out.MaxAge = -1
	}
	return out.String()
}
