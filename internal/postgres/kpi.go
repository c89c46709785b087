package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// KPI reads figures. It implements kpi.Store and is safe for concurrent use
// when its Transactor is.
type KPI struct{ db Transactor }

// NewKPI returns the store of figures.
func NewKPI(db Transactor) *KPI { return &KPI{db: db} }

// Settings implements kpi.Store.
func (k *KPI) Settings(ctx context.Context, tenant identity.ID) (kpi.Settings, error) {
	var out kpi.Settings
	err := k.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		var zone string
		if err := tx.QueryRow(ctx, query("kpi_settings"), tenant).Scan(&zone, &out.Base); err != nil {
			return err
		}
		var err error
		if out.Zone, err = time.LoadLocation(zone); err != nil {
			return fault.Wrap(err, fault.Internal, "unknown-time-zone", "the tenant's time zone %q is not known here", zone)
		}
		return nil
	})
	return out, err
}

// Watermark implements kpi.Store.
func (k *KPI) Watermark(ctx context.Context, tenant identity.ID, asOf time.Time) (position int64, err error) {
	err = k.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, query("kpi_watermark"), tenant, asOf).Scan(&position)
	})
	return position, err
}

// Aggregate implements kpi.Store.
func (k *KPI) Aggregate(ctx context.Context, tenant identity.ID, sel kpi.Selector) (cells []kpi.Cell, err error) {
	err = k.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		cells, err = aggregate(ctx, tx, tenant, sel)
		return err
	})
	return cells, err
}

func aggregate(ctx context.Context, tx pgx.Tx, tenant identity.ID, sel kpi.Selector) ([]kpi.Cell, error) {
	s := newSelection(tenant, sel)
	keys, groupBy := s.keys()
	sql := fmt.Sprintf("select %s, count(*) filter (where %s), count(*), coalesce(sum(%s), 0), count(*) filter (where %[3]s is null) %s%s",
		keys, s.expand(s.hit), s.value, s.from, groupBy)
	rows, err := tx.Query(ctx, sql, s.args...)
	if err != nil {
		return nil, err
	}
	var gaps int64
	cells, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (c kpi.Cell, err error) {
		var missing int64
		err = row.Scan(&c.Key, &c.K, &c.N, &c.Value, &missing)
		gaps += missing
		return c, err
	})
	if err != nil || gaps == 0 {
		return cells, err
	}
	return cells, addGaps(ctx, tx, tenant, sel, cells)
}

// addGaps names, for each cell, the amounts that have no rate.
func addGaps(ctx context.Context, tx pgx.Tx, tenant identity.ID, sel kpi.Selector, cells []kpi.Cell) error {
	s := newSelection(tenant, sel)
	keys, _ := s.keys()
	net := "r.sent_net"
	if s.entries {
		net = "r.net"
	}
	sql := fmt.Sprintf("select %s, coalesce(r.currency, ''), count(*), sum(%s) %s and %s is null group by 1, 2 order by 1, 2",
		keys, net, s.from, s.value)
	rows, err := tx.Query(ctx, sql, s.args...)
	if err != nil {
		return err
	}
	var key []string
	var gap kpi.Gap
	_, err = pgx.ForEachRow(rows, []any{&key, &gap.Currency, &gap.N, &gap.Amount}, func() error {
		for i := range cells {
			if fmt.Sprint(cells[i].Key) == fmt.Sprint(key) {
				cells[i].Gaps = append(cells[i].Gaps, gap)
			}
		}
		return nil
	})
	return err
}
