package jobs

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// sweepInterval is how often every tenant is visited.
const sweepInterval = 5 * time.Minute

// FoldInterval is how often changes of rollups are folded, which keeps figures
// fast while much is written.
const FoldInterval = 15 * time.Second

// stopTime is how long running jobs get to end before they are cancelled.
const stopTime = 15 * time.Second

// Work is what the jobs do; cmd fills it with methods of the services. Each
// must be harmless when it is called again for what is already done.
type Work struct {
	// Relay hands an event to its followers.
	Relay func(ctx context.Context, tenant, event identity.ID) error
	// FinishSend completes the send of a revision.
	FinishSend func(ctx context.Context, tenant, revision identity.ID) error
	// ImportHistory takes over a file of past quotes; its context ends after an
	// hour.
	ImportHistory func(ctx context.Context, tenant, id identity.ID) error
	// Mail delivers a message; last is true at the try after which it is given up.
	Mail func(ctx context.Context, tenant, message identity.ID, last bool) error
	// Tenants lists every tenant, and Sweep is called for each on the clock.
	Tenants func(ctx context.Context) ([]identity.ID, error)
	Sweep   func(ctx context.Context, tenant identity.ID) error
	// Fold is called for each tenant every FoldInterval.
	Fold func(ctx context.Context, tenant identity.ID) error
}

// Runner works jobs until it is stopped.
type Runner struct {
	client *river.Client[pgx.Tx]
}

// Start begins to work jobs, four at a time. The context only bounds the
// start; Stop ends the work.
func Start(ctx context.Context, pool *pgxpool.Pool, work Work, log *slog.Logger) (*Runner, error) {
	workers := river.NewWorkers()
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[relay]) error {
		return verdict(work.Relay(ctx, job.Args.Tenant, job.Args.Event))
	}))
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[finishSend]) error {
		return verdict(work.FinishSend(ctx, job.Args.Tenant, job.Args.Revision))
	}))
	river.AddWorker(workers, &importer{work: work.ImportHistory})
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, job *river.Job[mail]) error {
		return verdict(work.Mail(ctx, job.Args.Tenant, job.Args.Message, job.Attempt >= job.MaxAttempts))
	}))
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, _ *river.Job[sweep]) error {
		return work.each(ctx, work.Sweep)
	}))
	river.AddWorker(workers, river.WorkFunc(func(ctx context.Context, _ *river.Job[fold]) error {
		return work.each(ctx, work.Fold)
	}))
	client, err := river.NewClient(riverpgxv5.New(pool), &river.Config{
		Schema:               schemaName,
		Logger:               log.With("part", "jobs"),
		Queues:               map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: 4}},
		Workers:              workers,
		SoftStopTimeout:      stopTime,
		RescueStuckJobsAfter: 5 * time.Minute,
		PeriodicJobs: []*river.PeriodicJob{river.NewPeriodicJob(
			river.PeriodicInterval(sweepInterval),
			func() (river.JobArgs, *river.InsertOpts) { return sweep{}, nil },
			&river.PeriodicJobOpts{RunOnStart: true},
		), river.NewPeriodicJob(
			river.PeriodicInterval(FoldInterval),
			func() (river.JobArgs, *river.InsertOpts) { return fold{}, nil },
			nil,
		)},
	})
	if err != nil {
		return nil, err
	}
	// The client lives until Stop, not until the caller's context ends, so that
	// requests being drained still find it.
	if err := client.Start(context.WithoutCancel(ctx)); err != nil {
		return nil, err
	}
	return &Runner{client: client}, nil
}

// Stop takes no more jobs and waits for those that run; what does not end in
// time is cancelled, and run again later.
func (r *Runner) Stop(ctx context.Context) error {
	err := r.client.Stop(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return r.client.StopAndCancel(context.WithoutCancel(ctx))
	}
	return err
}

// importer works imports of past quotes, which take longer than other jobs.
type importer struct {
	river.WorkerDefaults[importHistory]
	work func(ctx context.Context, tenant, id identity.ID) error
}

// importTime is how long one import may take.
const importTime = time.Hour

func (i *importer) Timeout(*river.Job[importHistory]) time.Duration { return importTime }

func (i *importer) Work(ctx context.Context, job *river.Job[importHistory]) error {
	return verdict(i.work(ctx, job.Args.Tenant, job.Args.Import))
}

// each visits every tenant, and goes on after one that fails.
func (w Work) each(ctx context.Context, visit func(ctx context.Context, tenant identity.ID) error) error {
	tenants, err := w.Tenants(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, tenant := range tenants {
		errs = append(errs, visit(ctx, tenant))
	}
	return errors.Join(errs...)
}

// verdict tells the queue not to try again what cannot succeed: the thing is
// gone or its state has moved on.
func verdict(err error) error {
	switch fault.CodeOf(err) {
	case fault.NotFound, fault.Conflict, fault.Gone:
		return river.JobCancel(err)
	}
	return err
}
