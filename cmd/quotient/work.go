package main

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// relayLate is how long an event may wait in the outbox before the sweep
// enqueues its relay again.
const relayLate = 15 * time.Minute

// expireBatch is how many offers one sweep of a tenant records as expired in
// one go.
const expireBatch = 200

// work is what the service does outside of requests.
func (s *services) work(db *postgres.DB, metrics *prometheus.Registry) jobs.Work {
	told := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "quotient_events_total", Help: "Events of quotes and orders, relayed from the outbox, by type.",
	}, []string{"type"})
	metrics.MustRegister(told)
	return jobs.Work{
		Tenants: db.TenantIDs,
		Sweep: func(ctx context.Context, tenant identity.ID) error {
			if err := s.sweep(ctx, tenant); err != nil {
				return err
			}
			_, err := postgres.FoldRollups(ctx, db, tenant)
			return err
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
	}
}

// sweep is the clock's visit to one tenant: it records what has expired and
// relays what was left in the outbox.
func (s *services) sweep(ctx context.Context, tenant identity.ID) error {
	for {
		n, err := s.quotes.ExpireDue(ctx, tenant, expireBatch)
		if err != nil && fault.CodeOf(err) != fault.Conflict {
			return err
		}
		if n < expireBatch {
			break
		}
	}
	_, err := s.outbox.Again(ctx, tenant, time.Now().Add(-relayLate), s.queue)
	return err
}

// system is the service itself, acting in a tenant.
func system(tenant identity.ID) identity.Actor {
	return identity.Actor{Tenant: tenant, Kind: identity.System, Name: "Quotient"}
}
