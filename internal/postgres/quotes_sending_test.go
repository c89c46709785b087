package postgres_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// A long quote is sent by a job, only when its document is stored, and by the
// next job where one died in between.
func TestALongQuoteIsSentByAJob(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)
	progress := func(v quotes.RevisionView) quotes.SendProgress {
		t.Helper()
		return must[quotes.SendProgress](t)(d.Sending(ctx, d.Rep, v.ID))
	}
	system := identity.Actor{Tenant: d.Rep.Tenant, Kind: identity.System}
	lines := make([]quotes.NewLine, quotes.SendInRequest+1)
	for n := range lines {
		lines[n] = line("LOCK", "1")
	}
	v := d.submit(t, d.draft(t, lines...))
	if _, err := d.Sending(ctx, d.Rep, v.ID); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("before the send: %v", err)
	}
	v = ok(d.Send(ctx, d.Rep, on(v)))
	if v.State != quotes.Approved || v.SendingSince.IsZero() || v.Quote.Number == "" {
		t.Fatalf("begun: %s since %v as %q", v.State, v.SendingSince, v.Quote.Number)
	}
	if p := progress(v); p.Stage != quotes.SendWaiting || p.Percent != 0 || p.Attempts != 0 {
		t.Errorf("begun: %+v", p)
	}

	// The process of the first job dies while it renders.
	killed, kill := context.WithCancel(ctx)
	dying := quotes.New(quotes.Config{Store: d.store, Catalog: d.catalog, Directory: d.People, Now: d.clock.Now,
		Renderer: quotes.RendererFunc(func(ctx context.Context, _ quotes.Snapshot) ([]byte, error) {
			kill()
			return nil, ctx.Err()
		})})
	if _, err := dying.FinishSend(killed, system, v.ID); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if p := progress(v); p.Stage != quotes.SendRendering || p.Attempts != 1 {
		t.Errorf("after the death: %+v", p)
	}
	if _, err := d.store.Document(ctx, d.Rep.Tenant, v.ID); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("a document is stored: %v", err)
	}
	// Asked again, it goes on with the same number; so does the next job.
	events := len(d.told)
	again := ok(d.Send(ctx, d.Rep, quotes.Target{Revision: v.ID}))
	if again.State != quotes.Approved || again.Quote.Number != v.Quote.Number {
		t.Errorf("again: %s as %q", again.State, again.Quote.Number)
	}
	if last := d.told[len(d.told)-1]; len(d.told) != events+1 || last.Type != quotes.EventSending {
		t.Errorf("a job that failed was not asked for again: %s", last.Type)
	}
	ok(d.Send(ctx, d.Rep, quotes.Target{Revision: v.ID}))
	if len(d.told) != events+1 {
		t.Error("a job that runs was asked for again")
	}
	d.clock.Advance(time.Hour)
	ok(d.Send(ctx, d.Rep, quotes.Target{Revision: v.ID}))
	if len(d.told) != events+2 {
		t.Error("a job that was lost was not asked for again")
	}
	sent := ok(d.FinishSend(ctx, system, v.ID))
	if sent.State != quotes.Sent || sent.Quote.Number != v.Quote.Number || sent.DocumentHash == "" {
		t.Errorf("sent: %s as %q", sent.State, sent.Quote.Number)
	}
	if p := progress(v); p.Stage != quotes.SendDone || p.Percent != 100 || p.DocumentHash != sent.DocumentHash {
		t.Errorf("at the end: %+v", p)
	}
	_, err := d.FinishSend(ctx, system, v.ID) // the job that was asked for twice
	wantCode(t, err, fault.Conflict)
}
