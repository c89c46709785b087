package api

import (
	"cmp"
	"context"
	"encoding/json"
	"strings"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/api/view"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// ListQuotes implements GET /v1/quotes.
func (h handlers) ListQuotes(ctx context.Context, in gen.ListQuotesRequestObject) (gen.ListQuotesResponseObject, error) {
	p := in.Params
	filter := quotes.Filter{Text: value(p.Q), States: value(p.State), Customer: value(p.Customer), Team: value(p.Team),
		Product: value(p.Product), ExpiringBefore: value(p.ExpiringBefore), UpdatedFrom: value(p.UpdatedSince),
		SentFrom: value(p.SentFrom), SentTo: value(p.SentBefore), Templates: value(p.Template)}
	if err := readCursor(p.Cursor, &filter.After); err != nil {
		return nil, err
	}
	var err error
	if filter.MinTCV, err = amountOf("amount_from", p.AmountFrom); err != nil {
		return nil, err
	}
	if filter.MaxTCV, err = amountOf("amount_to", p.AmountTo); err != nil {
		return nil, err
	}
	if filter.Owner, err = ownerOf(ctx, value(p.Owner)); err != nil {
		return nil, err
	}
	limit := pageOf(p.Limit)
	filter.Limit = limit + 1
	found, err := h.quotes.Quotes(ctx, actor(ctx), filter)
	if err != nil {
		return nil, err
	}
	found, more := cut(found, limit)
	rows, err := h.summaries(ctx, found)
	if err != nil {
		return nil, err
	}
	return gen.ListQuotes200JSONResponse{
		Body:    gen.QuotePage{Items: rows},
		Headers: gen.ListQuotes200ResponseHeaders{Link: link(requestOf(ctx).URL, more, behind(found))},
	}, nil
}

// amountOf reads an amount of the query.
func amountOf(name string, text *string) (*money.Decimal, error) {
	if text == nil {
		return nil, nil
	}
	d, err := money.Parse(*text)
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "invalid-parameter", "%s is an amount such as 1234.50", name)
	}
	return &d, nil
}

// behind is the place after the last summary of a page.
func behind(page []quotes.Summary) quotes.Cursor {
	if len(page) == 0 {
		return quotes.Cursor{}
	}
	last := page[len(page)-1]
	return quotes.Cursor{At: last.UpdatedAt, ID: last.ID}
}

func ownerOf(ctx context.Context, owner string) (identity.ID, error) {
	switch owner {
	case "":
		return identity.Nil, nil
	case "me":
		return actor(ctx).ID, nil
	}
	id, err := identity.Parse(owner)
	if err != nil {
		return id, fault.Wrap(err, fault.Malformed, "invalid-parameter", `owner is "me" or the id of a user`)
	}
	return id, nil
}

// summaries gives the rows of a list their owners' names.
func (h handlers) summaries(ctx context.Context, found []quotes.Summary) ([]gen.QuoteSummary, error) {
	owners := each(found, func(s quotes.Summary) identity.ID { return s.Owner })
	names, err := h.names.Names(ctx, actor(ctx).Tenant, owners)
	if err != nil {
		return nil, err
	}
	return each(found, func(s quotes.Summary) gen.QuoteSummary {
		return gen.QuoteSummary{Id: s.ID, Number: s.Number, Title: text(s.Title), Customer: view.Reference{ID: s.Customer, Name: s.CustomerName},
			Owner: view.Reference{ID: s.Owner, Name: names[s.Owner]}, TeamId: s.Team, RevisionId: s.Revision, Label: s.Label,
			State: s.State, Currency: s.Currency, Tcv: s.TCV, Gross: s.Gross, ValidUntil: day(s.ValidUntil), FollowUp: day(s.FollowUp),
			SentAt: moment(s.SentAt), FirstViewedAt: moment(s.ViewedAt), Variants: s.Variants,
			CreatedAt: s.CreatedAt.UTC(), UpdatedAt: s.UpdatedAt.UTC()}
	}), nil
}

// CreateQuote implements POST /v1/quotes.
func (h handlers) CreateQuote(ctx context.Context, in gen.CreateQuoteRequestObject) (gen.CreateQuoteResponseObject, error) {
	quote := in.Body.Domain()
	if in.Body.Customer != nil {
		if quote.Customer != identity.Nil {
			return nil, fault.FromIssues("invalid-request", "the request has mistakes; nothing was done", []fault.Issue{{
				Kind: "two-customers", Pointer: "/customer", Message: "give customer_id or customer, not both"}})
		}
		customer := in.Body.Customer.Domain()
		customer.Prospect = true
		customer, err := h.quotes.SaveCustomer(ctx, actor(ctx), customer)
		if err != nil {
			return nil, below("/customer", err)
		}
		quote.Customer = customer.ID
	}
	r, err := h.quotes.Create(ctx, actor(ctx), quote)
	if err != nil {
		return nil, besideHeader(err)
	}
	body, err := h.toRevision(ctx, r)
	location := "/v1/revisions/" + r.ID.String()
	return gen.CreateQuote201JSONResponse{Body: body, Headers: gen.CreateQuote201ResponseHeaders{ETag: etag(r.Version), Location: &location}}, err
}

// below puts the pointers of an error's issues under a field.
func below(field string, err error) error {
	f := *faultOf(err)
	f.Issues = each(f.Issues, func(i fault.Issue) fault.Issue {
		i.Pointer = field + i.Pointer
		return i
	})
	return &f
}

// besideHeader points mistakes in the header of a draft at the body, in which the
// header's fields stand by themselves.
func besideHeader(err error) error {
	if len(fault.IssuesOf(err)) == 0 {
		return err
	}
	f := *faultOf(err)
	f.Issues = each(f.Issues, func(i fault.Issue) fault.Issue {
		i.Pointer = strings.TrimPrefix(i.Pointer, "/header")
		return i
	})
	fault.Sort(f.Issues)
	return &f
}

// Quote implements GET /v1/quotes/{quote_id}.
func (h handlers) Quote(ctx context.Context, in gen.QuoteRequestObject) (gen.QuoteResponseObject, error) {
	q, err := h.quotes.Quote(ctx, actor(ctx), in.QuoteId)
	if err != nil {
		return nil, err
	}
	answer, err := h.quoteAnswer(ctx, q)
	return gen.Quote200JSONResponse{QuoteJSONResponse: answer}, err
}

// UpdateQuote implements PATCH /v1/quotes/{quote_id}.
func (h handlers) UpdateQuote(ctx context.Context, in gen.UpdateQuoteRequestObject) (gen.UpdateQuoteResponseObject, error) {
	seen, err := version(in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	patch, err := h.familyPatch(ctx, in.QuoteId, *in.Body)
	if err != nil {
		return nil, err
	}
	q, err := h.quotes.UpdateQuote(ctx, actor(ctx), in.QuoteId, seen, patch)
	if err != nil {
		return nil, err
	}
	answer, err := h.quoteAnswer(ctx, q)
	return gen.UpdateQuote200JSONResponse{QuoteJSONResponse: answer}, err
}

// familyPatch reads a merge patch; external ids are merged with the present
// ones, which the version guards.
func (h handlers) familyPatch(ctx context.Context, quote identity.ID, in view.Merge) (quotes.FamilyPatch, error) {
	var out quotes.FamilyPatch
	if raw, ok := in["external_ids"]; ok {
		q, err := h.quotes.Quote(ctx, actor(ctx), quote)
		if err != nil {
			return out, err
		}
		merged, err := view.MergeTexts(q.ExternalIDs, raw)
		if err != nil {
			return out, unreadable(err)
		}
		out.ExternalIDs = &merged
		delete(in, "external_ids")
	}
	return out, unreadable(in.Apply(&out))
}

// unreadable is the answer to a value that the schema let pass and its type
// does not take.
func unreadable(err error) error {
	if err == nil {
		return nil
	}
	return fault.Wrap(err, fault.Invalid, "invalid-request", "the patch has a value that cannot be taken")
}

func (h handlers) quoteAnswer(ctx context.Context, q quotes.QuoteView) (gen.QuoteJSONResponse, error) {
	names, err := h.names.Names(ctx, actor(ctx).Tenant, []identity.ID{q.Owner})
	out := gen.Quote{Id: q.ID, Reference: q.Reference, Number: text(q.Number), Title: text(q.Title),
		Customer: view.Reference{ID: q.Customer.ID, Name: q.Customer.Name}, ContactId: id(q.Contact),
		Owner: view.Reference{ID: q.Owner, Name: names[q.Owner]}, TeamId: q.Team, Source: text(q.Source), Campaign: text(q.Campaign),
		RequestedAt: moment(q.RequestedAt), ExpectedClose: day(q.ExpectedClose), FollowUp: day(q.FollowUp),
		Imported: &q.Imported, Template: &q.Template, Variants: list(q.Variants), CreatedAt: q.CreatedAt.UTC(), UpdatedAt: q.UpdatedAt.UTC(),
		FirstSentAt: moment(q.FirstSentAt), Version: q.Version, Revisions: each(q.Revisions, toHead)}
	if len(q.ExternalIDs) > 0 {
		out.ExternalIds = (*gen.ExternalIds)(&q.ExternalIDs)
	}
	return gen.QuoteJSONResponse{Body: out, Headers: gen.QuoteResponseHeaders{ETag: etag(q.Version)}}, err
}

func toHead(r quotes.Revision) gen.RevisionSummary {
	gross := r.Totals.OneOff.Gross
	return gen.RevisionSummary{Id: r.ID, VariantId: r.Variant, Variant: r.Letter, Number: r.Number, State: r.State, Version: r.Version,
		Currency: r.Currency, Tcv: r.Totals.TCV, Gross: gross, ValidUntil: day(r.ValidUntil), CreatedAt: r.CreatedAt.UTC(), SentAt: moment(r.SentAt)}
}

// QuoteEvents implements GET /v1/quotes/{quote_id}/events.
func (h handlers) QuoteEvents(ctx context.Context, in gen.QuoteEventsRequestObject) (gen.QuoteEventsResponseObject, error) {
	var after int64
	if err := readCursor(in.Params.Cursor, &after); err != nil {
		return nil, err
	}
	entries, err := h.quotes.Timeline(ctx, actor(ctx), in.QuoteId)
	if err != nil {
		return nil, err
	}
	for len(entries) > 0 && entries[0].Event.Seq <= after {
		entries = entries[1:]
	}
	entries, more := cut(entries, limitOf(in.Params.Limit))
	if more {
		after = entries[len(entries)-1].Event.Seq
	}
	actors := each(entries, func(e quotes.Entry) identity.ID { return e.Event.ActorID })
	names, err := h.names.Names(ctx, actor(ctx).Tenant, actors)
	if err != nil {
		return nil, err
	}
	return gen.QuoteEvents200JSONResponse{
		Body:    gen.EventPage{Items: each(entries, func(e quotes.Entry) gen.Event { return toEvent(e, names) })},
		Headers: gen.QuoteEvents200ResponseHeaders{Link: link(requestOf(ctx).URL, more, after)},
	}, nil
}

func toEvent(entry quotes.Entry, names map[identity.ID]string) gen.Event {
	e := entry.Event
	out := gen.Event{Id: e.ID, Type: string(e.Type), Seq: e.Seq, OccurredAt: e.OccurredAt.UTC(), RecordedAt: e.RecordedAt.UTC(),
		Actor:      gen.EventActor{Id: id(e.ActorID), Kind: gen.EventActorKind(e.ActorKind), Name: text(cmp.Or(names[e.ActorID], entry.Personal["actor"]))},
		RevisionId: id(e.Revision), Variant: text(e.Variant), Reason: text(e.Reason), Competitor: text(e.Competitor), Step: text(e.Step),
		Comment: text(entry.Personal["comment"])}
	if e.Ordinal > 0 {
		out.RevisionNumber = &e.Ordinal
	}
	if e.From != "" {
		out.From = &e.From
	}
	if e.To != "" {
		out.To = &e.To
	}
	if e.Late {
		out.Late = &e.Late
	}
	if len(e.Edited) > 0 {
		out.Edited = &e.Edited
	}
	if !e.Currency.IsZero() {
		out.Currency, out.Tcv = &e.Currency, &e.Totals.TCV
	}
	if e.Order != nil {
		out.OrderId, out.OrderNumber = &e.Order.ID, &e.Order.Number
	}
	var changes []quotes.Change
	if json.Unmarshal(entry.Changes, &changes) == nil && len(changes) > 0 {
		out.Changes = &changes
	}
	return out
}

// Comment implements POST /v1/quotes/{quote_id}/comments.
func (h handlers) Comment(ctx context.Context, in gen.CommentRequestObject) (gen.CommentResponseObject, error) {
	entry, err := h.quotes.Comment(ctx, actor(ctx), in.QuoteId, value(in.Body.RevisionId), in.Body.Text)
	if err != nil {
		return nil, err
	}
	names, err := h.names.Names(ctx, actor(ctx).Tenant, []identity.ID{entry.Event.ActorID})
	return gen.Comment201JSONResponse{Body: toEvent(entry, names)}, err
}
