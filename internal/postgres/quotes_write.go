package postgres

import (
	"cmp"
	"context"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// caseWriter queues every change of a case, in an order that the constraints
// allow at each statement.
type caseWriter struct {
	tenant identity.ID
	c      *quotes.Case
	batch  *pgx.Batch
	err    error
}

// writeCase writes what a transition changed, in one round trip.
func writeCase(ctx context.Context, tx pgx.Tx, tenant identity.ID, c *quotes.Case) error {
	var batch pgx.Batch
	if err := queueCase(&batch, tenant, c); err != nil || batch.Len() == 0 {
		return err
	}
	return tx.SendBatch(ctx, &batch).Close()
}

// queueCase queues what a transition changed.
func queueCase(batch *pgx.Batch, tenant identity.ID, c *quotes.Case) error {
	w := &caseWriter{tenant: tenant, c: c, batch: batch}
	changes := c.Writes()
	if changes.Customer != nil {
		w.customer(*changes.Customer)
	}
	if len(changes.Entries) > 0 || changes.FamilyChanged {
		w.family(changes.FamilyNew)
	}
	for _, r := range changes.Revisions {
		w.revision("quote_revision_update", r)
	}
	if f := changes.File; f != nil {
		w.queue("attachment_content_insert", f.SHA256, f.Bytes)
	}
	for _, r := range changes.NewRevisions {
		w.revision("quote_revision_insert", r)
		w.lines(r)
		w.steps(r)
		if len(r.Attachments) > 0 {
			w.queue("attachment_insert", r.ID, digests(r.Attachments))
		}
	}
	for _, r := range changes.Attachments {
		w.queue("attachment_insert", r.ID, digests(r.Attachments))
		w.queue("attachment_remove", r.ID, digests(r.Attachments))
	}
	for _, r := range changes.Lines {
		w.lines(r)
	}
	for _, r := range changes.Steps {
		w.steps(r)
	}
	if a := changes.Approved; a != nil {
		w.queue("quote_approved_write", a.Revision.ID, a.ApprovedAt, w.json(a.Revision))
	}
	if p := changes.Sending; p != nil {
		w.queue("quote_sending_write", p.Revision, p.Stage, p.StartedAt, p.UpdatedAt)
	}
	w.frozen(changes)
	w.balances(changes.Balances)
	for _, o := range changes.NewOrders {
		w.order(o)
		w.orderLines(o)
	}
	for _, o := range changes.Orders {
		w.order(o)
	}
	for _, e := range changes.Entries {
		w.entry(e)
	}
	return w.err
}

func (w *caseWriter) queue(name string, args ...any) {
	w.batch.Queue(query(name), append([]any{w.tenant}, args...)...)
}

// json encodes a value, keeping the first failure.
func (w *caseWriter) json(v any) json.RawMessage {
	text, err := json.Marshal(v)
	w.err = cmp.Or(w.err, err)
	return text
}

func (w *caseWriter) customer(c quotes.Customer) {
	w.queue("quote_customer_write", customerArgs(c, w.json(c))...)
	if c.Version == 1 {
		w.terms("customer", c.ID, c.SearchTerms(), true)
	}
}

func customerArgs(c quotes.Customer, doc json.RawMessage) []any {
	return []any{c.ID, c.Name, c.Prospect, c.Segment, c.Region, c.Channel, text(c.ExternalIDs), doc, timeOrNull(c.FirstOrderAt), c.Version, c.UpdatedAt, c.NameKey()}
}

func timeOrNull(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func textOrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (w *caseWriter) family(isNew bool) {
	f, lead := w.c.Family, w.c.Lead()
	seq, head := f.Audit()
	var base *money.Decimal
	if tcv, ok := lead.BaseTCV(); ok {
		base = &tcv
	}
	name := "quote_family_update"
	if isNew {
		name = "quote_family_insert"
	}
	w.queue(name, f.ID, f.Reference, textOrNull(f.Number), f.Title, f.Customer, f.Owner, f.Team, f.Source, f.Campaign,
		f.FollowUp, text(f.ExternalIDs), f.Imported, f.Template, w.json(f), seq, head[:], lead.ID, lead.State, lead.ValidUntil,
		lead.Totals.TCV, base, w.c.Won() != nil, timeOrNull(f.FirstSentAt), f.CreatedAt, f.UpdatedAt, f.Version)
	if !isNew && !w.c.Writes().FamilyChanged {
		return
	}
	w.terms("quote", f.ID, quotes.SearchTerms(f, w.c.Customer.Name), isNew)
	for _, main := range []bool{false, true} {
		for _, v := range f.Variants {
			if v.Main == main {
				w.queue("quote_variant_write", v.ID, f.ID, v.Letter, v.Name, v.Main)
			}
		}
	}
}

// terms writes the words that something is found by.
func (w *caseWriter) terms(kind string, subject identity.ID, terms []string, isNew bool) {
	if !isNew {
		w.queue("search_terms_remove", kind, subject, terms)
	}
	w.queue("search_terms_add", kind, subject, terms)
}

func (w *caseWriter) revision(name string, r *quotes.Revision) {
	doc, err := r.Encode()
	w.err = cmp.Or(w.err, err)
	w.queue(name, r.ID, r.Family, r.Variant, r.Number, r.State, r.Version, r.ValidUntil, timeOrNull(r.SentAt),
		!r.SendingSince.IsZero(), r.Imported, r.Totals.TCV, json.RawMessage(doc), r.CreatedAt, r.UpdatedAt)
}

// lines writes the lines that differ from what is stored, and removes those
// that are gone.
func (w *caseWriter) lines(r *quotes.Revision) {
	all := make([]identity.ID, len(r.Lines))
	var ids []identity.ID
	var positions []int
	var items, models, digests []string
	var quantities, nets []money.Decimal
	var docs []json.RawMessage
	for n, l := range r.Lines {
		all[n] = l.ID
		doc, digest, err := l.Encode()
		w.err = cmp.Or(w.err, err)
		if digest == l.Stored() {
			continue
		}
		r.Lines[n] = l.AsStored(digest)
		ids, positions = append(ids, l.ID), append(positions, l.Position)
		items, models = append(items, l.Resolved.SKU), append(models, l.Model)
		quantities, nets = append(quantities, l.Quantity), append(nets, l.Price.FinalNet)
		digests, docs = append(digests, digest), append(docs, doc)
	}
	if r.Version > 1 {
		w.queue("quote_lines_remove", r.ID, all)
	}
	if len(ids) > 0 {
		w.queue("quote_lines_write", r.ID, ids, positions, items, models, quantities, nets, digests, docs)
	}
}

func (w *caseWriter) steps(r *quotes.Revision) {
	ids := make([]identity.ID, len(r.Approvals))
	for n, s := range r.Approvals {
		ids[n] = s.ID
		w.queue("quote_step_write", s.ID, r.ID, s.Rule, s.Stage, s.Role, idOrNull(s.Person), s.State, idOrNull(s.DecidedBy),
			w.json(s), s.AskedAt)
	}
	if r.Version > 1 {
		w.queue("quote_steps_retire", r.ID, ids)
	}
}

// digests are those of the contents of files.
func digests(files []quotes.Attachment) []string {
	out := make([]string, len(files))
	for n, f := range files {
		out[n] = f.SHA256
	}
	return out
}

// frozen writes a snapshot and a document.
func (w *caseWriter) frozen(changes *quotes.Writes) {
	if s := changes.Snapshot; s != nil {
		content, hash, err := s.Encode()
		w.err = cmp.Or(w.err, err)
		w.queue("quote_snapshot_insert", s.ID, s.Revision, json.RawMessage(content), hash, w.c.Target.UpdatedAt)
	}
	if d := changes.Document; d != nil {
		w.queue("quote_content_insert", d.SHA256, d.Bytes)
		w.queue("quote_document_insert", d.Revision, w.c.Target.SnapshotID, d.SHA256, d.StoredAt)
	}
}

func (w *caseWriter) balances(balances []quotes.Balance) {
	if len(balances) == 0 {
		return
	}
	var ids []identity.ID
	var accepted, remaining, closed, nets []money.Decimal
	for _, b := range balances {
		ids = append(ids, b.Line)
		accepted, remaining = append(accepted, b.Accepted), append(remaining, b.Remaining)
		closed, nets = append(closed, b.Closed), append(nets, b.RemainingNet)
	}
	w.queue("quote_balance_write", w.c.Target.ID, ids, accepted, remaining, closed, nets)
}

func (w *caseWriter) order(o *quotes.Order) {
	w.queue("quote_order_write", o.ID, o.Number, o.Family, o.Revision, o.Customer, o.Status, o.PONumber, o.Currency,
		o.Net.OneOff, o.Net.Month, o.Net.Year, text(o.ExternalIDs), w.list(o.Charges), o.ERPStatus, o.Reason, o.PlacedBy, o.PlacedAt, o.UpdatedAt, o.Version)
}

// list encodes charges, none as an empty list.
func (w *caseWriter) list(charges []quotes.Charge) json.RawMessage {
	if len(charges) == 0 {
		return json.RawMessage("[]")
	}
	return w.json(charges)
}

func (w *caseWriter) orderLines(o *quotes.Order) {
	var ids []identity.ID
	var positions []int
	var quantities, nets []money.Decimal
	var docs []json.RawMessage
	for _, l := range o.Lines {
		ids, positions = append(ids, l.Line), append(positions, l.Position)
		quantities, nets = append(quantities, l.Quantity), append(nets, l.Net)
		docs = append(docs, w.json(l))
	}
	w.queue("quote_order_lines_insert", o.ID, o.Revision, ids, positions, quantities, nets, docs)
}

func (w *caseWriter) entry(e quotes.Entry) {
	w.queue("quote_audit_insert", e.Event.Family, e.Event.Seq, e.Event.ID, idOrNull(e.Event.Revision), e.Event.Type,
		e.Event.OccurredAt, e.Event.RecordedAt, idOrNull(e.Event.ActorID), json.RawMessage(e.Payload), json.RawMessage(e.Changes),
		e.Personal, e.Prev[:], e.Hash[:])
}

// changed reports a conditional write that met another version.
func changed(what string) error {
	return fault.New(fault.PreconditionFailed, "stale-version", "the %s has been changed meanwhile", what)
}
