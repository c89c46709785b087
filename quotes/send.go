package quotes

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Send sends an approved revision in two transactions. The first takes the
// number and freezes the snapshot; the document is rendered outside of any
// transaction; the second stores it and makes the revision sent. When the
// second does not happen, the next Send resumes where this one stopped, with
// the same number and snapshot.
//
// A quote with more than SendInRequest lines comes back approved and being
// sent: a job renders it, and Sending tells how far it has come.
func (s *Service) Send(ctx context.Context, actor identity.Actor, t Target) (RevisionView, error) {
	c, err := s.load(ctx, actor, At{Revision: t.Revision}, Want{Lines: true})
	if err != nil {
		return RevisionView{}, err
	}
	begun := !c.Target.SendingSince.IsZero() && c.Target.State == Approved
	switch {
	case begun && long(c.Target):
		return s.resumeSend(ctx, actor, t.Revision)
	case begun:
		return s.FinishSend(ctx, actor, t.Revision)
	}
	view, snapshot, err := s.beginSend(ctx, actor, t, c)
	if err != nil || long(c.Target) {
		return view, err
	}
	return s.renderAndSend(ctx, actor, c.Target, *snapshot)
}

// beginSend is the first transaction of a send.
func (s *Service) beginSend(ctx context.Context, actor identity.Actor, t Target, c *Case) (RevisionView, *Snapshot, error) {
	by := s.by(actor)
	seen, err := s.inspect(ctx, c, by)
	if err != nil {
		return RevisionView{}, nil, err
	}
	rep, err := s.directory.Person(ctx, actor.Tenant, c.Family.Owner)
	if err != nil {
		return RevisionView{}, nil, err
	}
	template, err := s.templateOf(ctx, c.Target)
	if err != nil {
		return RevisionView{}, nil, err
	}
	if t.Version == 0 {
		t.Version = seen.version
	}
	prepare := func(a *attempt) error {
		a.hash, a.found = seen.hash, append(seen.issues, unapproved(seen.steps)...)
		return nil
	}
	var snapshot *Snapshot
	view, err := s.acting(ctx, actor, t, Send, prepare, func(a *attempt) error {
		err := a.freeze(rep, template)
		snapshot = a.c.writes.Snapshot
		return err
	})
	return view, snapshot, err
}

// unapproved lists what approval rules ask for now that no decision covers.
func unapproved(steps []ApprovalStep) []fault.Issue {
	var out []fault.Issue
	for _, s := range steps {
		if s.State == StepOpen {
			out = append(out, fault.Issue{Kind: "approval-missing", Message: s.Message.In("en")})
		}
	}
	return out
}

// freeze takes the number and stores the snapshot.
func (a *attempt) freeze(rep Person, t TemplateVersion) error {
	today := civil.In(a.now, a.c.Zone())
	f, r := &a.c.Family, a.r
	if f.Number == "" {
		n, err := a.c.Take("quote", today.Year)
		if err != nil {
			return err
		}
		f.Number = seriesNumber("Q", today.Year, n)
		a.c.touchFamily(a.now)
	}
	if r.ValidUntil.IsZero() {
		r.ValidUntil = today.AddDays(r.ValidityDays)
	}
	r.IssueDate, r.SendingSince = today, a.now
	snapshot := a.c.snapshot(r, rep, t)
	r.SnapshotID = snapshot.ID
	a.c.writes.Snapshot = &snapshot
	if long(r) {
		a.c.writes.Sending = &SendProgress{Revision: r.ID, Stage: SendWaiting, StartedAt: a.now, UpdatedAt: a.now}
	}
	var files []Change
	for _, f := range r.Attachments {
		files = append(files, Change{Field: "attachment", After: f.trace()})
	}
	return a.move(r, Approved, Event{Type: EventSending}, files, nil)
}

// FinishSend renders the document of a begun send and completes it. Jobs call
// it again when a process died between the two transactions; a revision that is
// sent already is returned as it is.
func (s *Service) FinishSend(ctx context.Context, actor identity.Actor, revision identity.ID) (RevisionView, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Snapshot: true})
	if err != nil {
		return RevisionView{}, err
	}
	if c.Target.State != Approved || c.Target.SendingSince.IsZero() {
		return RevisionView{}, conflict("not-being-sent", "the quote is not being sent")
	}
	return s.renderAndSend(ctx, actor, c.Target, *c.Snapshot)
}

// renderAndSend makes the document of a snapshot, outside of any transaction of
// its own, and completes the send.
func (s *Service) renderAndSend(ctx context.Context, actor identity.Actor, r *Revision, snapshot Snapshot) (RevisionView, error) {
	s.noteSend(ctx, actor.Tenant, r, SendRendering, nil)
	bytes, err := s.print(ctx, actor.Tenant, snapshot)
	if err != nil {
		s.noteSend(ctx, actor.Tenant, r, SendRendering, err)
		return RevisionView{}, err
	}
	s.noteSend(ctx, actor.Tenant, r, SendStoring, nil)
	digest := sha256.Sum256(bytes)
	document := Document{Revision: snapshot.Revision, Bytes: bytes, SHA256: hex.EncodeToString(digest[:]), StoredAt: s.now()}
	return s.completeSend(ctx, actor, snapshot.ID, document)
}

func (s *Service) completeSend(ctx context.Context, actor identity.Actor, snapshot identity.ID, d Document) (RevisionView, error) {
	var view RevisionView
	err := s.store.Update(ctx, actor.Tenant, At{Revision: d.Revision}, everything, func(c *Case) error {
		a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
		if err := s.see(c, actor); err != nil {
			return err
		}
		if c.Target.State == Approved && c.Target.SnapshotID == snapshot && !c.Target.SendingSince.IsZero() {
			if err := a.sent(d); err != nil {
				return err
			}
		} else if c.Target.SnapshotID != snapshot || c.Target.SentAt.IsZero() {
			return conflict("not-being-sent", "the send was abandoned meanwhile")
		}
		var err error
		view, err = s.view(a)
		return err
	})
	return view, err
}

// sent stores the document, supersedes what the variant had out before, and
// makes the revision live.
func (a *attempt) sent(d Document) error {
	r := a.r
	if err := validityAhead.check(a); err != nil {
		return err
	}
	var replaced []identity.ID
	for _, old := range a.c.siblings(r) {
		if _, ok := find(Supersede, old.State); ok {
			replaced = append(replaced, old.ID)
			if err := a.supersede(old); err != nil {
				return err
			}
		}
	}
	a.c.writes.Document = &d
	r.DocumentHash, r.SentAt, r.SendingSince = d.SHA256, a.now, time.Time{}
	if a.c.Family.FirstSentAt.IsZero() {
		a.c.Family.FirstSentAt = a.now
		a.c.touchFamily(a.now)
	}
	return a.move(r, Sent, Event{Type: EventSent, Supersedes: replaced}, nil, nil)
}

// supersede takes an older revision out of the running.
func (a *attempt) supersede(old *Revision) error {
	if old.DecidedAt.IsZero() {
		old.DecidedAt = a.now
	}
	return a.move(old, Superseded, Event{Type: EventSuperseded}, nil, nil)
}

// AbandonSend gives up a send between its two transactions: the revision can be
// edited or sent again and keeps its number.
func (s *Service) AbandonSend(ctx context.Context, actor identity.Actor, t Target) (RevisionView, error) {
	var view RevisionView
	err := s.store.Update(ctx, actor.Tenant, At{Revision: t.Revision}, everything, func(c *Case) error {
		a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
		if err := s.see(c, actor); err != nil {
			return err
		}
		if !a.is(Owner) {
			return fault.New(fault.Forbidden, "not-yours", "only the owner may abandon a send")
		}
		if c.Target.State != Approved || c.Target.SendingSince.IsZero() {
			return conflict("not-being-sent", "the quote is not being sent")
		}
		c.Target.SendingSince, c.Target.SnapshotID, c.Target.IssueDate = time.Time{}, identity.Nil, civil.Date{}
		if !c.Target.UntilGiven {
			c.Target.ValidUntil = civil.Date{}
		}
		if err := a.move(c.Target, Approved, Event{Type: EventSendAbandoned}, nil, nil); err != nil {
			return err
		}
		var err error
		view, err = s.view(a)
		return err
	})
	return view, err
}
