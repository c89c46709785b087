package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

func strs[T ~string](in []T) []string {
	out := make([]string, len(in))
	for n, s := range in {
		out[n] = string(s)
	}
	return out
}

// ids keeps an absent list from being a null array.
func ids(in []identity.ID) []identity.ID {
	if in == nil {
		return []identity.ID{}
	}
	return in
}

// List implements quotes.Store.
func (q *Quotes) List(ctx context.Context, tenant identity.ID, f quotes.Filter) (page []quotes.Summary, err error) {
	s := f.Scope
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		found, broad, err := subjects(ctx, tx, tenant, "quote", quotes.SearchWords(f.Text))
		if err != nil {
			return err
		}
		rows, err := tx.Query(ctx, query("quote_list"), pgx.QueryExecModeCacheDescribe, tenant, f.Today, s.All, idOrNull(s.Owner), ids(s.Teams), s.Won,
			idOrNull(s.Approver), strs(s.ApproverRoles), found, strs(f.States), idOrNull(f.Customer),
			idOrNull(f.Owner), idOrNull(f.Team), f.Product, timeOrNull(f.UpdatedFrom), timeOrNull(f.UpdatedTo),
			timeOrNull(f.SentFrom), timeOrNull(f.SentTo), f.ExpiringBefore, f.MinTCV, f.MaxTCV, f.Templates,
			timeOrNull(f.After.At), idOrNull(f.After.ID), f.Limit, ids(s.Absent), broad, s.Out)
		if err != nil {
			return err
		}
		page, err = pgx.CollectRows(rows, scanSummary)
		return err
	})
	return page, err
}

func scanSummary(row pgx.CollectableRow) (s quotes.Summary, err error) {
	var letter string
	var number int
	var sent, viewed *time.Time
	err = row.Scan(&s.ID, &s.Number, &s.Title, &s.Customer, &s.CustomerName, &s.Owner, &s.Team, &s.Revision, &letter, &number,
		&s.State, &s.Currency, &s.TCV, &s.Gross, &s.ValidUntil, &s.FollowUp, &sent, &viewed, &s.Variants,
		&s.CreatedAt, &s.UpdatedAt)
	s.Label = quotes.Revision{Letter: letter, Number: number}.Label()
	s.SentAt, s.ViewedAt = timeOf(sent), timeOf(viewed)
	return s, err
}

func timeOf(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}

// Overdue implements quotes.Store.
func (q *Quotes) Overdue(ctx context.Context, tenant identity.ID, today civil.Date, limit int) ([]identity.ID, error) {
	return q.due(ctx, "quote_overdue", tenant, today, limit)
}

// RevisionIDs implements quotes.Store.
func (q *Quotes) RevisionIDs(ctx context.Context, tenant identity.ID, open bool, after identity.ID, limit int) ([]identity.ID, error) {
	name := "quote_revisions_after"
	if open {
		name = "quote_open_after"
	}
	return q.due(ctx, name, tenant, after, limit)
}

// StepsDue implements quotes.Store.
func (q *Quotes) StepsDue(ctx context.Context, tenant identity.ID, by time.Time, limit int) ([]identity.ID, error) {
	return q.due(ctx, "quote_steps_due", tenant, by, limit)
}

// due reads ids of revisions: those for which a time has come, or those behind
// an id.
func (q *Quotes) due(ctx context.Context, name string, tenant identity.ID, by any, limit int) (found []identity.ID, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query(name), tenant, by, limit)
		if err != nil {
			return err
		}
		found, err = pgx.CollectRows(rows, pgx.RowTo[identity.ID])
		return err
	})
	return found, err
}

// Order implements quotes.Store.
func (q *Quotes) Order(ctx context.Context, tenant, id identity.ID) (o quotes.Order, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		batch := &pgx.Batch{}
		batch.Queue(query("quote_order"), tenant, id).Query(func(rows pgx.Rows) (err error) {
			o, err = pgx.CollectExactlyOneRow(rows, scanOrder)
			return notFound(err, "order-not-found", "order")
		})
		var lines []quotes.OrderLine
		batch.Queue(query("quote_order_lines"), tenant, id).Query(func(rows pgx.Rows) (err error) {
			lines, err = pgx.CollectRows(rows, pgx.RowTo[quotes.OrderLine])
			return err
		})
		err := tx.SendBatch(ctx, batch).Close()
		o.Tenant, o.Lines = tenant, lines
		return err
	})
	return o, err
}

// Orders implements quotes.Store.
func (q *Quotes) Orders(ctx context.Context, tenant identity.ID, f quotes.OrderFilter) (page []quotes.Order, err error) {
	s := f.Scope
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("quote_order_page"), pgx.QueryExecModeCacheDescribe, tenant, s.All, s.Won, idOrNull(s.Owner), ids(s.Teams),
			idOrNull(f.Family), idOrNull(f.Customer), strs(f.Statuses), f.PONumber, timeOrNull(f.UpdatedFrom),
			timeOrNull(f.After.At), idOrNull(f.After.ID), f.Limit)
		if err != nil {
			return err
		}
		page, err = pgx.CollectRows(rows, scanOrder)
		return err
	})
	return page, err
}
