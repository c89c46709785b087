package main

import (
	"context"
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/idempotency"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// relayLate is how long an event may wait in the outbox before the sweep
// enqueues its relay again.
const relayLate = 15 * time.Minute

// sweepBatch is how many things a step of a sweep records in one go.
const sweepBatch = 200

// work is what the service does outside of requests.
func (s *services) work(db *postgres.DB, metrics *prometheus.Registry) jobs.Work {
	told := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "quotient_events_total", Help: "Events of quotes and orders, relayed from the outbox, by type.",
	}, []string{"type"})
	metrics.MustRegister(told)
	return jobs.Work{
		Tenants: db.TenantIDs,
		Sweep:   func(ctx context.Context, tenant identity.ID) error { return s.sweep(ctx, db, tenant) },
		Fold: func(ctx context.Context, tenant identity.ID) error {
			return errorOf(postgres.FoldRollups(ctx, db, tenant))
		},
		Relay: func(ctx context.Context, tenant, event identity.ID) error {
			waiting, err := s.outbox.Take(ctx, tenant, event)
			if err != nil {
				return err
			}
			told.WithLabelValues(string(waiting.Type)).Inc()
			return s.outbox.Done(ctx, tenant, event, time.Now())
		},
		FinishSend: func(ctx context.Context, tenant, revision identity.ID) error {
			_, err := s.quotes.FinishSend(ctx, system(tenant), revision)
			return err
		},
		Mail: s.mails.Deliver,
		ImportHistory: func(ctx context.Context, tenant, id identity.ID) error {
			return s.quotes.RunImport(ctx, system(tenant), id)
		},
	}
}

// sweep is the clock's visit to one tenant. What it records is decided by the
// guards of each action already; the visit makes it visible and takes away what
// nobody needs any more. A step that fails does not keep the
// others from running.
func (s *services) sweep(ctx context.Context, db *postgres.DB, tenant identity.ID) error {
	now := time.Now()
	return errors.Join(
		all(ctx, tenant, s.quotes.ExpireDue),
		all(ctx, tenant, s.quotes.EscalateDue),
		all(ctx, tenant, s.mails.FollowUpDue),
		errorOf(s.outbox.Again(ctx, tenant, now.Add(-relayLate), s.queue)),
		errorOf(s.quotes.Seal(ctx, tenant)),
		errorOf(s.buyers.Purge(ctx, tenant)),
		errorOf(postgres.NewAccess(db, db).Purge(ctx, tenant, now, idempotency.Keep)),
	)
}

// all repeats a step that works through what is due in batches. A conflict is
// somebody else's change in between: the next visit sees what remains.
func all(ctx context.Context, tenant identity.ID, step func(context.Context, identity.ID, int) (int, error)) error {
	for {
		n, err := step(ctx, tenant, sweepBatch)
		if fault.CodeOf(err) == fault.Conflict {
			return nil
		}
		if err != nil || n < sweepBatch {
			return err
		}
	}
}

func errorOf[T any](_ T, err error) error { return err }

// system is the service itself, acting in a tenant.
func system(tenant identity.ID) identity.Actor {
	return identity.Actor{Tenant: tenant, Kind: identity.System, Name: "Quotient"}
}
