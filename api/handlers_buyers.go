package api

import (
	"context"
	"net"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// buyerPages hands requests to the customers' pages, with the client's address
// in RemoteAddr.
func (s *Server) buyerPages(pages http.Handler) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := s.throttle(c); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(c.Request().Context(), s.limits.Timeout)
		defer cancel()
		r := c.Request().WithContext(ctx)
		r.RemoteAddr = net.JoinHostPort(c.RealIP(), "0")
		pages.ServeHTTP(c.Response(), r)
		return nil
	}
}

// Reply implements POST /v1/revisions/{revision_id}/reply.
func (h handlers) Reply(ctx context.Context, in gen.ReplyRequestObject) (gen.ReplyResponseObject, error) {
	out, err := h.change(ctx, in.RevisionId, in.Params.IfMatch, func(a identity.Actor, t quotes.Target) (quotes.RevisionView, error) {
		return h.quotes.Reply(ctx, a, t, in.Body.Text)
	})
	return gen.Reply200JSONResponse{RevisionJSONResponse: out}, err
}

// ListLinks implements GET /v1/revisions/{revision_id}/links.
func (h handlers) ListLinks(ctx context.Context, in gen.ListLinksRequestObject) (gen.ListLinksResponseObject, error) {
	links, err := h.buyers.Links(ctx, actor(ctx), in.RevisionId)
	return gen.ListLinks200JSONResponse{Items: list(links)}, err
}

// CreateLink implements POST /v1/revisions/{revision_id}/links.
func (h handlers) CreateLink(ctx context.Context, in gen.CreateLinkRequestObject) (gen.CreateLinkResponseObject, error) {
	l, path, err := h.buyers.NewLink(ctx, actor(ctx), in.RevisionId, "")
	return gen.CreateLink201JSONResponse{Link: l, Url: h.origin(requestOf(ctx)) + path}, err
}

// RevokeLink implements DELETE /v1/revisions/{revision_id}/links/{link_id}.
func (h handlers) RevokeLink(ctx context.Context, in gen.RevokeLinkRequestObject) (gen.RevokeLinkResponseObject, error) {
	return gen.RevokeLink204Response{}, h.buyers.Revoke(ctx, actor(ctx), in.RevisionId, in.LinkId)
}

// origin is where people reach the service.
func (s *Server) origin(r *http.Request) string {
	switch {
	case s.publicURL != "":
		return s.publicURL
	case s.secure(r):
		return "https://" + r.Host
	}
	return "http://" + r.Host
}
