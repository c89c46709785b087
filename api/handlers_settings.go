package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Settings implements GET /v1/settings.
func (h handlers) Settings(ctx context.Context, _ gen.SettingsRequestObject) (gen.SettingsResponseObject, error) {
	s, err := h.settings(ctx)
	return gen.Settings200JSONResponse{Body: shownTo(actor(ctx), s), Headers: gen.Settings200ResponseHeaders{ETag: etag(s.Version)}}, err
}

// shownTo keeps the rules of approvals from those who do not administer them:
// a rule says what would pass unasked.
func shownTo(a identity.Actor, s quotes.Settings) quotes.Settings {
	s.LossReasons, s.RevisionReasons, s.PurchaseReasons = list(s.LossReasons), list(s.RevisionReasons), list(s.PurchaseReasons)
	if !a.Can(identity.Administer) {
		s.Approvals, s.Limits, s.Delegations, s.QuoteRules = nil, nil, nil, nil
	}
	s.Approvals = list(s.Approvals)
	return s
}

// SaveSettings implements PUT /v1/settings.
func (h handlers) SaveSettings(ctx context.Context, in gen.SaveSettingsRequestObject) (gen.SaveSettingsResponseObject, error) {
	var seen int64
	if in.Params.IfMatch != *etag(0) { // of the settings of a company that has saved none
		var err error
		if seen, err = version(in.Params.IfMatch); err != nil {
			return nil, err
		}
	}
	wanted := *in.Body
	wanted.Version = seen
	s, err := h.quotes.SaveSettings(ctx, actor(ctx), wanted)
	return gen.SaveSettings200JSONResponse{Body: shownTo(actor(ctx), s), Headers: gen.SaveSettings200ResponseHeaders{ETag: etag(s.Version)}}, err
}

// Delegate implements POST /v1/me/delegations.
func (h handlers) Delegate(ctx context.Context, in gen.DelegateRequestObject) (gen.DelegateResponseObject, error) {
	return gen.Delegate204Response{}, h.quotes.Delegate(ctx, actor(ctx), in.Body.To, in.Body.Start, in.Body.End)
}
