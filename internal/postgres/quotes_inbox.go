package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Waiting implements quotes.Store.
func (q *Quotes) Waiting(ctx context.Context, tenant identity.ID, f quotes.WaitingFilter) (out []quotes.Waiting, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("quote_waiting"), tenant, f.Person, ids(f.Absent), strs(f.Roles), ids(f.Teams), f.Now,
			timeOrNull(f.After.At), idOrNull(f.After.ID), f.Limit)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (w quotes.Waiting, err error) {
			err = row.Scan(&w.Family, &w.Revision, &w.Revision.Approvals, &w.Customer)
			w.Family.Tenant, w.Revision.Tenant = tenant, tenant
			return w, err
		})
		return err
	})
	return out, err
}

// LastApproved implements quotes.Store.
func (q *Quotes) LastApproved(ctx context.Context, tenant, variant, based identity.ID) (a quotes.Approval, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("quote_approved_last"), tenant, variant, idOrNull(based)).Scan(&a.Revision, &a.ApprovedAt)
		return notFound(err, "never-approved", "approval: nobody has approved it yet")
	})
	return a, err
}

// Favourites implements quotes.Store.
func (q *Quotes) Favourites(ctx context.Context, tenant, user identity.ID) (out []quotes.Favourite, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("favourites"), tenant, user)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, pgx.RowTo[quotes.Favourite])
		return err
	})
	return out, err
}

// SaveFavourite implements quotes.Store.
func (q *Quotes) SaveFavourite(ctx context.Context, tenant, user identity.ID, f quotes.Favourite) error {
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("favourite_insert"), tenant, f.ID, user, f, f.CreatedAt)
		return err
	})
}

// RemoveFavourite implements quotes.Store.
func (q *Quotes) RemoveFavourite(ctx context.Context, tenant, user, id identity.ID) error {
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("favourite_remove"), tenant, id, user)
		if err == nil && tag.RowsAffected() == 0 {
			return fault.New(fault.NotFound, "favourite-not-found", "there is no such favourite of yours")
		}
		return err
	})
}
