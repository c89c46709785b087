package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// Targets implements kpi.Store.
func (k *KPI) Targets(ctx context.Context, tenant identity.ID, from, to civil.Date) ([]kpi.TargetRecord, error) {
	return readRows(ctx, k.db, tenant, func(row pgx.CollectableRow) (r kpi.TargetRecord, err error) {
		err = row.Scan(&r.Owner, &r.Team, &r.From, &r.To, &r.Amount)
		return r, err
	}, query("kpi_targets"), tenant, from, to)
}

// SourceCosts implements kpi.Store.
func (k *KPI) SourceCosts(ctx context.Context, tenant identity.ID, from, to civil.Date) ([]kpi.SourceCost, error) {
	return readRows(ctx, k.db, tenant, func(row pgx.CollectableRow) (r kpi.SourceCost, err error) {
		err = row.Scan(&r.Source, &r.Campaign, &r.From, &r.To, &r.Cost)
		return r, err
	}, query("kpi_source_costs"), tenant, from, to)
}

// Periods implements kpi.Store.
func (k *KPI) Periods(ctx context.Context, tenant identity.ID) ([]kpi.FiscalPeriod, error) {
	return readRows(ctx, k.db, tenant, func(row pgx.CollectableRow) (r kpi.FiscalPeriod, err error) {
		err = row.Scan(&r.Name, &r.From, &r.To)
		return r, err
	}, query("fiscal_periods"), tenant)
}

// Rates implements kpi.Store.
func (k *KPI) Rates(ctx context.Context, tenant identity.ID) ([]kpi.CurrencyRate, error) {
	return readRows(ctx, k.db, tenant, func(row pgx.CollectableRow) (r kpi.CurrencyRate, err error) {
		err = row.Scan(&r.Currency, &r.From, &r.Rate)
		return r, err
	}, query("kpi_rates"), tenant)
}

// readRows runs one query in a transaction of the tenant.
func readRows[T any](ctx context.Context, db Transactor, tenant identity.ID, scan pgx.RowToFunc[T], sql string, args ...any) (out []T, err error) {
	err = db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, sql, args...)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, scan)
		return err
	})
	return out, err
}

// SaveRecords implements kpi.Store.
func (k *KPI) SaveRecords(ctx context.Context, tenant identity.ID, r kpi.Records, now time.Time) error {
	var batch pgx.Batch
	for _, t := range r.Targets {
		batch.Queue(query("kpi_target_save"), tenant, t.Owner, t.Team, t.From, t.To, t.Amount, now)
	}
	for _, c := range r.Costs {
		batch.Queue(query("kpi_source_cost_save"), tenant, c.Source, c.Campaign, c.From, c.To, c.Cost, now)
	}
	for _, a := range r.Activities {
		batch.Queue(query("kpi_activity_save"), tenant, a.Day, a.Owner, a.Team, a.Contacts, a.Meetings, now)
	}
	for _, s := range r.Surveys {
		batch.Queue(query("kpi_survey_save"), tenant, s.Day, s.Reference, s.Owner, s.Team, s.Score, now)
	}
	for _, p := range r.Pulses {
		batch.Queue(query("kpi_pulse_save"), tenant, p.Day, p.Team, p.Answer, p.Score, p.Note, now)
	}
	for _, p := range r.Periods {
		batch.Queue(query("fiscal_period_save"), tenant, p.Name, p.From, p.To, now)
	}
	for _, c := range r.Rates {
		batch.Queue(query("kpi_rate_save"), tenant, c.Currency, c.From, c.Rate, now)
	}
	return k.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		if err := tx.SendBatch(ctx, &batch).Close(); err != nil {
			return err
		}
		return saveReturns(ctx, tx, tenant, r.Returns, now)
	})
}
