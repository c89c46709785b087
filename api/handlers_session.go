package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// SignIn implements POST /v1/session.
func (h handlers) SignIn(ctx context.Context, in gen.SignInRequestObject) (gen.SignInResponseObject, error) {
	r := requestOf(ctx)
	if err := h.origins.Check(r); err != nil {
		return nil, fault.Wrap(err, fault.Forbidden, "cross-origin", "the request comes from another site")
	}
	if !h.signIns.Allow(h.echo.IPExtractor(r) + " " + in.Body.Email) {
		return nil, fault.New(fault.RateLimited, "too-many-sign-ins", "too many attempts for this account; wait a moment")
	}
	var company identity.ID
	if in.Body.Company != nil {
		company = *in.Body.Company
	}
	signedIn, err := h.auth.SignIn(ctx, in.Body.Email, in.Body.Password, company)
	if err != nil {
		return nil, err
	}
	cookie := h.cookie(r, signedIn.Token)
	return gen.SignIn200JSONResponse{
		Body: gen.Session{User: toPrincipal(signedIn.Principal), CsrfToken: auth.CSRFToken(signedIn.Token),
			ExpiresAt: signedIn.ExpiresAt.UTC()},
		Headers: gen.SignIn200ResponseHeaders{SetCookie: &cookie},
	}, nil
}

// Session implements GET /v1/session.
func (h handlers) Session(ctx context.Context, _ gen.SessionRequestObject) (gen.SessionResponseObject, error) {
	who := callerOf(ctx)
	return gen.Session200JSONResponse{User: toPrincipal(who.Principal), CsrfToken: auth.CSRFToken(who.token),
		ExpiresAt: who.session.ExpiresAt.UTC()}, nil
}

// SignOut implements DELETE /v1/session.
func (h handlers) SignOut(ctx context.Context, _ gen.SignOutRequestObject) (gen.SignOutResponseObject, error) {
	if err := h.auth.SignOut(ctx, callerOf(ctx).token); err != nil {
		return nil, err
	}
	cleared := h.cookie(requestOf(ctx), "")
	return gen.SignOut204Response{Headers: gen.SignOut204ResponseHeaders{SetCookie: &cleared}}, nil
}

// Me implements GET /v1/me.
func (h handlers) Me(ctx context.Context, _ gen.MeRequestObject) (gen.MeResponseObject, error) {
	return gen.Me200JSONResponse(toPrincipal(principal(ctx))), nil
}

// UpdateMe implements PATCH /v1/me.
func (h handlers) UpdateMe(ctx context.Context, in gen.UpdateMeRequestObject) (gen.UpdateMeResponseObject, error) {
	p, err := h.auth.ChangeOwn(ctx, actor(ctx), in.Body.Name, (*string)(in.Body.Language))
	return gen.UpdateMe200JSONResponse(toPrincipal(p)), err
}

// ChangePassword implements PUT /v1/me/password.
func (h handlers) ChangePassword(ctx context.Context, in gen.ChangePasswordRequestObject) (gen.ChangePasswordResponseObject, error) {
	who := callerOf(ctx)
	if !h.signIns.Allow("password " + who.Actor.ID.String()) {
		return nil, fault.New(fault.RateLimited, "too-many-sign-ins", "too many attempts; wait a moment")
	}
	err := h.auth.ChangePassword(ctx, who.Actor, who.token, in.Body.Current, in.Body.New)
	return gen.ChangePassword204Response{}, err
}

func toPrincipal(p auth.Principal) gen.Principal {
	a := p.Actor
	out := gen.Principal{Id: a.ID, Kind: gen.PrincipalKind(a.Kind), Name: a.Name, Roles: list(a.Roles),
		Permissions: list(a.Permissions), Language: gen.Language(a.Language), TeamId: id(a.Team),
		Tenant: gen.Tenant{Id: p.Tenant.ID, Name: p.Tenant.Name}}
	if out.Language == "" {
		out.Language = gen.Language(lang.Default)
	}
	if p.Email != "" {
		out.Email = &p.Email
	}
	return out
}
