package main

import (
	"time"

	"github.com/quotient-cpq/quotient/api"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/buyer"
	"github.com/quotient-cpq/quotient/internal/document"
	"github.com/quotient-cpq/quotient/internal/idempotency"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/mail"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

// services are the domains over one database.
type services struct {
	auth    *auth.Service
	catalog *catalog.Service
	quotes  *quotes.Service
	kpi     *kpi.Service
	buyers  *buyer.Service
	mails   *mail.Service

	names  api.Names
	runner idempotency.Runner
	// outbox and queue are those of a service that tells its events.
	outbox *postgres.Outbox
	queue  *jobs.Queue
}

// variation is what the demonstration's history does otherwise than the service.
type variation struct {
	now    func() time.Time
	outbox postgres.EventHook
	// runImport has an import of past quotes run; nil where there is none.
	runImport postgres.ImportHook
	// catalog, where given, is shared instead of one with caches of its own.
	catalog *catalog.Service
	// document replaces the printer of quotes.
	document func(quotes.Renderer) quotes.Renderer
}

// newServices wires the domains to the database. Their stores join the
// transaction of a request that has one, so that the answer kept for an
// Idempotency-Key commits with its effect.
func newServices(db *postgres.DB, post postage) (*services, error) {
	queue, err := jobs.NewQueue()
	if err != nil {
		return nil, err
	}
	events := postgres.ToOutbox(queue)
	if post.sender != nil {
		events = postgres.Both(events, postgres.ToMail(queue))
	}
	same := func(r quotes.Renderer) quotes.Renderer { return r }
	s, err := newVariation(db, variation{now: time.Now, outbox: events, runImport: queue.ImportHistory, document: same})
	if err != nil {
		return nil, err
	}
	s.outbox, s.queue = postgres.NewOutbox(db), queue
	joined := postgres.NewJoined(db)
	s.mails = mail.NewService(mail.Config{Store: postgres.NewMail(joined, queue), Quotes: s.quotes, People: postgres.NewAccess(db, joined),
		Buyers: s.buyers, Sender: post.sender, Now: time.Now, PublicURL: post.publicURL})
	if post.sender != nil {
		s.buyers.Mailer = s.mails
	}
	return s, nil
}

func newVariation(db *postgres.DB, v variation) (*services, error) {
	renderer, err := document.New()
	if err != nil {
		return nil, err
	}
	metrics, err := kpi.Definitions()
	if err != nil {
		return nil, err
	}
	joined, now := postgres.NewJoined(db), v.now
	access := postgres.NewAccess(db, joined)
	s := &services{
		catalog: v.catalog,
		kpi:     kpi.NewService(postgres.NewKPI(joined), metrics, now),
		names:   access, runner: postgres.NewIdempotency(joined, now),
	}
	if s.catalog == nil {
		s.catalog = catalog.NewService(postgres.NewCatalog(joined, now), now)
	}
	if s.auth, err = auth.NewService(access, now, auth.Options{}); err != nil {
		return nil, err
	}
	s.quotes = quotes.New(quotes.Config{Store: postgres.NewQuotes(joined, postgres.RecordFacts, v.outbox), Catalog: quotes.FromCatalog(s.catalog),
		Renderer: v.document(renderer), Directory: access, Now: now,
		Imports: postgres.NewImports(joined, v.runImport)})
	s.buyers = buyer.NewService(buyer.Config{Store: postgres.NewBuyer(db, joined), Quotes: s.quotes, Receipts: renderer, Now: now})
	return s, nil
}
