package api

import (
	"bytes"
	"context"
	"net"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/buyer"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/mail"
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

// Receipt implements GET /v1/revisions/{revision_id}/receipt.
func (h handlers) Receipt(ctx context.Context, in gen.ReceiptRequestObject) (gen.ReceiptResponseObject, error) {
	who := actor(ctx)
	if _, err := h.quotes.Revision(ctx, who, in.RevisionId); err != nil {
		return nil, err
	}
	d, err := h.buyers.Receipt(ctx, who.Tenant, in.RevisionId)
	return gen.Receipt200ApplicationpdfResponse{Body: bytes.NewReader(d.Bytes), ContentLength: int64(len(d.Bytes))}, err
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

// PreviewBuyerPage implements GET /v1/revisions/{revision_id}/buyer-page.
func (h handlers) PreviewBuyerPage(ctx context.Context, in gen.PreviewBuyerPageRequestObject) (gen.PreviewBuyerPageResponseObject, error) {
	o, err := h.quotes.PreviewOffer(ctx, actor(ctx), in.RevisionId)
	if err != nil {
		return nil, err
	}
	page, err := h.pages.Preview(o, string(value(in.Params.Language)))
	policy := buyer.PreviewSecurity
	return gen.PreviewBuyerPage200TexthtmlResponse{Body: bytes.NewReader(page), ContentLength: int64(len(page)),
		Headers: gen.PreviewBuyerPage200ResponseHeaders{ContentSecurityPolicy: &policy}}, err
}

// SendMail implements POST /v1/revisions/{revision_id}/mails.
func (h handlers) SendMail(ctx context.Context, in gen.SendMailRequestObject) (gen.SendMailResponseObject, error) {
	queued, err := h.mails.Ask(ctx, actor(ctx), in.RevisionId, mailRequest(in.Body))
	return gen.SendMail201JSONResponse{Body: gen.MailList{Items: list(queued)}}, err
}

// DraftMail implements POST /v1/revisions/{revision_id}/mails/draft.
func (h handlers) DraftMail(ctx context.Context, in gen.DraftMailRequestObject) (gen.DraftMailResponseObject, error) {
	d, err := h.mails.Draft(ctx, actor(ctx), in.RevisionId, mailRequest(in.Body))
	out := gen.MailDraft{Language: gen.Language(d.Language), Subject: d.Subject, Text: d.Text}
	out.To = list(out.To)
	for _, to := range d.To {
		out.To = append(out.To, struct {
			Email string  `json:"email"`
			Name  *string `json:"name,omitempty"`
		}{to.Email, &to.Name})
	}
	return gen.DraftMail200JSONResponse(out), err
}

func mailRequest(in *gen.NewMail) mail.Request {
	r := mail.Request{Kind: quotes.MailKind(in.Kind), Subject: value(in.Subject), Text: value(in.Text)}
	if in.Language != nil {
		r.Language = string(*in.Language)
	}
	for _, to := range value(in.To) {
		r.To = append(r.To, mail.Recipient{Name: value(to.Name), Email: to.Email})
	}
	return r
}

// ListMails implements GET /v1/quotes/{quote_id}/mails.
func (h handlers) ListMails(ctx context.Context, in gen.ListMailsRequestObject) (gen.ListMailsResponseObject, error) {
	all, err := h.mails.Messages(ctx, actor(ctx), in.QuoteId)
	return gen.ListMails200JSONResponse{Items: list(all)}, err
}

// ResendMail implements POST /v1/quotes/{quote_id}/mails/{mail_id}/resend.
func (h handlers) ResendMail(ctx context.Context, in gen.ResendMailRequestObject) (gen.ResendMailResponseObject, error) {
	m, err := h.mails.Resend(ctx, actor(ctx), in.QuoteId, in.MailId, value(in.Body.Email))
	return gen.ResendMail200JSONResponse(m), err
}

// BounceMail implements POST /v1/quotes/{quote_id}/mails/{mail_id}/bounce.
func (h handlers) BounceMail(ctx context.Context, in gen.BounceMailRequestObject) (gen.BounceMailResponseObject, error) {
	m, err := h.mails.Bounce(ctx, actor(ctx), in.QuoteId, in.MailId, in.Body.Reason)
	return gen.BounceMail200JSONResponse(m), err
}
