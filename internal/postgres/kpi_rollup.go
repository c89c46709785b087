package postgres

import (
	"context"
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// queueDeltas adds one statement that appends all changes of rollups.
func queueDeltas(batch *pgx.Batch, tenant identity.ID, deltas []kpi.Delta) error {
	if len(deltas) == 0 {
		return nil
	}
	var measures, keys []string
	var days []civil.Date
	var owners, teams []identity.ID
	var lags []int32
	var ks, ns, gaps []int64
	var values, ofs []money.Decimal
	written := map[kpi.Slices]string{{}: "[]"}
	for _, d := range deltas {
		if _, ok := written[d.Slices]; !ok {
			text, err := json.Marshal(d.Slices)
			if err != nil {
				return err
			}
			written[d.Slices] = string(text)
		}
		keys, lags = append(keys, written[d.Slices]), append(lags, int32(d.Lag))
		measures, days = append(measures, d.Measure), append(days, d.Day)
		owners, teams = append(owners, d.Owner), append(teams, d.Team)
		ks, ns, gaps = append(ks, d.K), append(ns, d.N), append(gaps, d.Gaps)
		values, ofs = append(values, d.Value), append(ofs, d.Of)
	}
	batch.Queue(query("kpi_delta_insert"), tenant, measures, days, owners, teams, keys, lags, ks, ns, values, ofs, gaps)
	return nil
}

// sliceNames are the dimensions of kpi_slice: the whole, the team, and those
// that changes carry.
func sliceNames() []string {
	names := []string{"", string(kpi.ByTeam)}
	for _, d := range kpi.RolledSlices() {
		names = append(names, string(d))
	}
	return names
}

// foldChunk is how many changes one transaction folds.
const foldChunk = 5000

// FoldRollups folds the tenant's waiting changes into its rollups and returns
// how many. Figures are the same before, meanwhile and after; folding keeps
// reading them fast. It may run beside writers and beside itself. Rollups that
// lack what this version rolls up are made anew first.
func FoldRollups(ctx context.Context, db *DB, tenant identity.ID) (folded int64, err error) {
	var stale bool
	err = db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, query("kpi_rollup_stale"), tenant).Scan(&stale)
	})
	if err == nil && stale {
		err = RebuildRollups(ctx, db, tenant)
	}
	if err != nil {
		return 0, err
	}
	for {
		var n int64
		err := db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
			var free bool
			if err := tx.QueryRow(ctx, query("kpi_fold_lock"), tenant).Scan(&free); err != nil || !free {
				return err
			}
			return tx.QueryRow(ctx, query("kpi_fold"), tenant, foldChunk, sliceNames()).Scan(&n)
		})
		folded += n
		if err != nil || n < foldChunk {
			return folded, err
		}
	}
}
