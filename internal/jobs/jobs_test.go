package jobs_test

import (
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// setup is a queue on a database of the test's own, and what its jobs did.
type setup struct {
	db     *postgres.DB
	queue  *jobs.Queue
	tenant identity.ID
	done   chan identity.ID // the id of each job that ran
}

func newSetup(t *testing.T) *setup {
	t.Helper()
	db := pgtest.New(t)
	queue, err := jobs.NewQueue()
	if err != nil {
		t.Fatal(err)
	}
	return &setup{db: db, queue: queue, tenant: pgtest.Tenant(t, db), done: make(chan identity.ID, 100)}
}

// work starts a runner whose jobs report themselves and return what fail says.
func (s *setup) work(t *testing.T, fail func(id identity.ID) error) *jobs.Runner {
	t.Helper()
	note := func(_ context.Context, _, id identity.ID) error {
		s.done <- id
		return fail(id)
	}
	runner, err := jobs.Start(t.Context(), s.db.Pool(), jobs.Work{
		Relay: note, FinishSend: note,
		Tenants: s.db.TenantIDs,
		Sweep:   func(context.Context, identity.ID) error { return nil },
	}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := runner.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return runner
}

func (s *setup) relay(t *testing.T, ids ...identity.ID) {
	t.Helper()
	err := s.db.Tenant(t.Context(), s.tenant, func(ctx context.Context, tx pgx.Tx) error {
		return s.queue.Relay(ctx, tx, s.tenant, ids)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func never(identity.ID) error { return nil }

func TestAJobExistsExactlyWhenItsTransactionDoes(t *testing.T) {
	t.Parallel()
	s := newSetup(t)
	lost, kept := identity.NewID(), identity.NewID()
	boom := errors.New("boom")
	err := s.db.Tenant(t.Context(), s.tenant, func(ctx context.Context, tx pgx.Tx) error {
		if err := s.queue.Relay(ctx, tx, s.tenant, []identity.ID{lost}); err != nil {
			return err
		}
		return boom
	})
	if !errors.Is(err, boom) {
		t.Fatal(err)
	}
	s.relay(t, kept)
	s.work(t, never)
	if got := <-s.done; got != kept {
		t.Errorf("job %s ran, want %s: %s was rolled back", got, kept, lost)
	}
}

func TestAJobThatFailedRunsAgain(t *testing.T) {
	t.Parallel()
	s := newSetup(t)
	id := identity.NewID()
	s.relay(t, id)
	first := true
	s.work(t, func(identity.ID) error {
		if first {
			first = false
			return errors.New("not yet")
		}
		return nil
	})
	for range 2 {
		if got := <-s.done; got != id {
			t.Errorf("job %s ran", got)
		}
	}
}

// What the state forbids is not tried again: the job ends as cancelled.
func TestAJobThatCannotSucceedIsGivenUp(t *testing.T) {
	t.Parallel()
	s := newSetup(t)
	id := identity.NewID()
	err := s.db.Tenant(t.Context(), s.tenant, func(ctx context.Context, tx pgx.Tx) error {
		return s.queue.FinishSend(ctx, tx, s.tenant, id, time.Now())
	})
	if err != nil {
		t.Fatal(err)
	}
	runner := s.work(t, func(identity.ID) error { return fault.New(fault.Conflict, "illegal-transition", "already sent") })
	<-s.done
	if err := runner.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	var state string
	if err := s.db.Pool().QueryRow(t.Context(), "select state from river.river_job where kind = 'finish_send'").Scan(&state); err != nil {
		t.Fatal(err)
	}
	if state != "cancelled" {
		t.Errorf("the job is %s", state)
	}
}

func TestTheSweepVisitsEveryTenant(t *testing.T) {
	t.Parallel()
	s := newSetup(t)
	tenants := map[identity.ID]bool{s.tenant: true, pgtest.Tenant(t, s.db): true}
	runner, err := jobs.Start(t.Context(), s.db.Pool(), jobs.Work{
		Tenants: s.db.TenantIDs,
		Sweep: func(_ context.Context, tenant identity.ID) error {
			s.done <- tenant
			return errors.New("one tenant's trouble must not keep the others waiting")
		},
	}, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer runner.Stop(context.Background())
	for range 2 {
		delete(tenants, <-s.done)
	}
	if len(tenants) != 0 {
		t.Errorf("not visited: %v", tenants)
	}
}

func TestStopWaitsForRunningJobs(t *testing.T) {
	t.Parallel()
	s := newSetup(t)
	s.relay(t, identity.NewID())
	finish, finished := make(chan struct{}), false
	runner := s.work(t, func(identity.ID) error {
		<-finish
		finished = true
		return nil
	})
	<-s.done
	stopped := make(chan error)
	go func() { stopped <- runner.Stop(context.Background()) }()
	close(finish)
	if err := <-stopped; err != nil {
		t.Fatal(err)
	}
	if !finished {
		t.Error("the runner stopped before its job had ended")
	}
}
