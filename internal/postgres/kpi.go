package postgres

import (
	"cmp"
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
	err := k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return scanSettings(tx.QueryRow(ctx, query("kpi_settings"), tenant), &out)
	})
	return out, err
}

func scanSettings(row pgx.Row, out *kpi.Settings) error {
	var zone string
	err := row.Scan(&zone, &out.Base)
	if err != nil {
		return err
	}
	if out.Zone, err = time.LoadLocation(zone); err != nil {
		return fault.Wrap(err, fault.Internal, "unknown-time-zone", "the tenant's time zone %q is not known here", zone)
	}
	return nil
}

// Watermark implements kpi.Store.
func (k *KPI) Watermark(ctx context.Context, tenant identity.ID, asOf time.Time) (position int64, err error) {
	err = k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, query("kpi_watermark"), tenant, asOf).Scan(&position)
	})
	return position, err
}

// Aggregate implements kpi.Store.
func (k *KPI) Aggregate(ctx context.Context, tenant identity.ID, sel kpi.Selector) (cells []kpi.Cell, err error) {
	err = k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		var ok bool
		if cells, ok, err = readRollup(ctx, tx, tenant, sel); err != nil || ok {
			return err
		}
		cells, err = aggregate(ctx, tx, tenant, sel)
		return err
	})
	return cells, err
}

func aggregate(ctx context.Context, tx pgx.Tx, tenant identity.ID, sel kpi.Selector) ([]kpi.Cell, error) {
	s := newSelection(tenant, sel)
	keys, groupBy := s.keys()
	value, of := s.amounts(s.expand(s.value)), s.amounts(cmp.Or(s.of, "null::numeric"))
	sql := fmt.Sprintf(`select %[1]s, count(*) filter (where %[2]s), count(*),
		coalesce(sum(%[3]s), 0), coalesce(sum(%[4]s) filter (where %[3]s is not null), 0),
		%[7]s, count(*) filter (where %[3]s is null) %[5]s%[6]s`,
		keys, s.expand(s.hit), value, of, s.from, groupBy, spread(sel, value))
	rows, err := tx.Query(ctx, sql, s.args...)
	if err != nil {
		return nil, err
	}
	var gaps int64
	cells, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (c kpi.Cell, err error) {
		var missing int64
		err = row.Scan(&c.Key, &c.K, &c.N, &c.Value, &c.Of, &c.Squares, &c.Median, &missing)
		gaps += missing
		return c, err
	})
	if err != nil || gaps == 0 {
		return cells, err
	}
	return cells, addGaps(ctx, tx, tenant, sel, cells)
}

// spread is the sum of squares and the median, for figures that need them:
// the median sorts every row.
func spread(sel kpi.Selector, value string) string {
	if !sel.Spread {
		return "0::numeric, 0::numeric"
	}
	return fmt.Sprintf("coalesce(sum((%[1]s) * (%[1]s)), 0), coalesce(percentile_disc(0.5) within group (order by %[1]s), 0)", value)
}

// addGaps names, for each cell, the amounts that have no rate.
func addGaps(ctx context.Context, tx pgx.Tx, tenant identity.ID, sel kpi.Selector, cells []kpi.Cell) error {
	s := newSelection(tenant, sel)
	keys, _ := s.keys()
	net := "r.sent_net"
	if s.table == entryRows {
		net = "r.net"
	}
	sql := fmt.Sprintf("select %s, coalesce(r.currency, ''), count(*), sum(%s) %s and %s is null group by 1, 2 order by 1, 2",
		keys, net, s.from, s.amounts(s.expand(s.value)))
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
