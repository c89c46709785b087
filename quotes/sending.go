package quotes

import (
	"context"
	"errors"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// SendInRequest is up to how many lines a quote's document is made in the
// request that sends it; a longer one is a job's work.
const SendInRequest = 200

// sendStalled is after how long without news the job of a send is taken for
// lost.
const sendStalled = 5 * time.Minute

// SendStage is how far a send has come.
type SendStage string

// The stages of a send.
const (
	SendWaiting   SendStage = "waiting" // for the job
	SendRendering SendStage = "rendering"
	SendStoring   SendStage = "storing"
	SendDone      SendStage = "sent"
)

// percent is the share of the work that is behind a stage's beginning.
func (s SendStage) percent() int {
	return map[SendStage]int{SendWaiting: 0, SendRendering: 10, SendStoring: 90, SendDone: 100}[s]
}

// SendProgress is how far the send of a revision has come.
type SendProgress struct {
	Revision identity.ID `json:"revision_id"`
	Stage    SendStage   `json:"stage"`
	// Percent is of the work, from 0 to 100.
	Percent int `json:"percent"`
	// Attempts counts the times that the job has begun; Problem is why the last
	// one failed. It is tried again.
	Attempts     int       `json:"attempts"`
	Problem      string    `json:"problem,omitempty"`
	StartedAt    time.Time `json:"started_at"`
	UpdatedAt    time.Time `json:"updated_at"`
	DocumentHash string    `json:"document_hash,omitempty"`
}

func long(r *Revision) bool { return r.LineCount > SendInRequest }

// Sending returns how far the send of a revision has come; NotFound for one
// that is neither being sent nor sent.
func (s *Service) Sending(ctx context.Context, actor identity.Actor, revision identity.ID) (SendProgress, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{})
	if err != nil {
		return SendProgress{}, err
	}
	r := c.Target
	switch {
	case !r.SentAt.IsZero():
		return SendProgress{Revision: r.ID, Stage: SendDone, Percent: SendDone.percent(), StartedAt: r.SentAt, UpdatedAt: r.SentAt, DocumentHash: r.DocumentHash}, nil
	case r.SendingSince.IsZero():
		return SendProgress{}, fault.New(fault.NotFound, "not-being-sent", "the quote is not being sent")
	case !long(r):
		return SendProgress{Revision: r.ID, Stage: SendRendering, Percent: SendRendering.percent(), StartedAt: r.SendingSince, UpdatedAt: r.SendingSince}, nil
	}
	p, err := s.store.SendProgress(ctx, actor.Tenant, r.ID)
	p.Percent = p.Stage.percent()
	return p, err
}

// resumeSend answers a second request to send a long quote: the job goes on. One
// that has failed, or of which nothing was heard for a while, is asked for anew.
func (s *Service) resumeSend(ctx context.Context, actor identity.Actor, revision identity.ID) (RevisionView, error) {
	p, err := s.store.SendProgress(ctx, actor.Tenant, revision)
	if err != nil {
		return RevisionView{}, err
	}
	lost := p.Problem != "" || s.now().Sub(p.UpdatedAt) > sendStalled
	var view RevisionView
	err = s.store.Update(ctx, actor.Tenant, At{Revision: revision}, everything, func(c *Case) error {
		a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
		if err := s.see(c, actor); err != nil {
			return err
		}
		if !a.is(Owner) {
			return fault.New(fault.Forbidden, "not-yours", "only the owner may send this quote")
		}
		if lost && c.Target.State == Approved && !c.Target.SendingSince.IsZero() {
			c.writes.Sending = &SendProgress{Revision: revision, Stage: SendWaiting, StartedAt: c.Target.SendingSince, UpdatedAt: a.now}
			if err := a.move(c.Target, Approved, Event{Type: EventSending}, nil, nil); err != nil {
				return err
			}
		}
		var err error
		view, err = s.view(a)
		return err
	})
	return view, err
}

// noteSend keeps how far the send of a long quote has come; for a short one
// there is nobody to tell. A note that cannot be written stops nothing.
func (s *Service) noteSend(ctx context.Context, tenant identity.ID, r *Revision, stage SendStage, problem error) {
	if !long(r) {
		return
	}
	text := ""
	var known *fault.Error
	switch {
	case errors.As(problem, &known) && known.Code != fault.Internal:
		text = known.Message
	case problem != nil:
		text = "the document could not be made; the log says why"
	}
	_ = s.store.NoteSend(context.WithoutCancel(ctx), tenant, SendProgress{Revision: r.ID, Stage: stage, Problem: text, UpdatedAt: s.now()})
}
