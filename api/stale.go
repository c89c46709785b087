package api

import (
	"context"
	"errors"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// maxSince bounds the changes that a lost If-Match is told of.
const maxSince = 20

// told completes the answer to a caller who saw an older version of a quote, a
// revision or an order: what has changed since, and who did it. It is called
// when the request's own transaction has ended.
func (s *Server) told(ctx context.Context, c echo.Context, err error) error {
	var stale *fault.Error
	if !errors.As(err, &stale) || stale.Kind != "stale-version" {
		return err
	}
	present, _ := stale.Details["version"].(int64)
	seen, unreadable := version(c.Request().Header.Get("If-Match"))
	if unreadable != nil || seen >= present {
		return err
	}
	var at quotes.At
	for name, id := range map[string]*identity.ID{"revision_id": &at.Revision, "quote_id": &at.Family, "order_id": &at.Order} {
		*id, _ = identity.Parse(c.Param(name))
	}
	if at == (quotes.At{}) {
		return err
	}
	entries, failed := s.quotes.Since(ctx, actor(ctx), at, int(min(present-seen, maxSince)))
	if failed != nil {
		return err // the caller is told at least that there is a newer version
	}
	names, failed := s.names.Names(ctx, actor(ctx).Tenant, each(entries, func(e quotes.Entry) identity.ID { return e.Event.ActorID }))
	if failed != nil {
		return err
	}
	return stale.With("changes", each(entries, func(e quotes.Entry) gen.Event { return toEvent(e, names) }))
}
