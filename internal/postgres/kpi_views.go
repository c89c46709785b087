package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// Names implements kpi.Store.
func (k *KPI) Names(ctx context.Context, tenant identity.ID) (kpi.Names, error) {
	out := kpi.Names{Owners: map[string]identity.ID{}, Teams: map[string]identity.ID{}}
	err := k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("kpi_names"), tenant)
		if err != nil {
			return err
		}
		var name string
		var id identity.ID
		var team bool
		_, err = pgx.ForEachRow(rows, []any{&name, &id, &team}, func() error {
			if team {
				out.Teams[name] = id
			} else {
				out.Owners[name] = id
			}
			return nil
		})
		return err
	})
	return out, err
}

// Views implements kpi.Store.
func (k *KPI) Views(ctx context.Context, tenant, owner identity.ID) ([]kpi.View, error) {
	return readRows(ctx, k.db, tenant, func(row pgx.CollectableRow) (v kpi.View, err error) {
		err = row.Scan(&v.ID, &v.Owner, &v.Name, &v.Shared, &v.Content, &v.UpdatedAt)
		utc(&v.UpdatedAt)
		return v, err
	}, query("kpi_views"), tenant, owner)
}

// AddView implements kpi.Store.
func (k *KPI) AddView(ctx context.Context, tenant identity.ID, v kpi.View) error {
	return k.oneView(ctx, tenant, "kpi_view_add", v.ID, v.Owner, v.Name, v.Shared, v.Content, v.UpdatedAt)
}

// SaveView implements kpi.Store.
func (k *KPI) SaveView(ctx context.Context, tenant identity.ID, v kpi.View) error {
	return k.oneView(ctx, tenant, "kpi_view_save", v.ID, v.Owner, v.Name, v.Shared, v.Content, v.UpdatedAt)
}

// DeleteView implements kpi.Store.
func (k *KPI) DeleteView(ctx context.Context, tenant, owner, id identity.ID) error {
	return k.oneView(ctx, tenant, "kpi_view_delete", id, owner)
}

// oneView runs a statement that must change one view.
func (k *KPI) oneView(ctx context.Context, tenant identity.ID, name string, args ...any) error {
	return k.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query(name), append([]any{tenant}, args...)...)
		if err == nil && tag.RowsAffected() == 0 {
			return fault.New(fault.NotFound, "view-not-found", "you have no such view")
		}
		return err
	})
}
