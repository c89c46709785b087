package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// loadCase reads a case in two round trips. family names the query that reads
// the family, with or without its lock; after the lock every statement sees
// what the holder before committed.
func (q *Quotes) loadCase(ctx context.Context, tx pgx.Tx, tenant identity.ID, at quotes.At, want quotes.Want, family string) (*quotes.Case, error) {
	c := &quotes.Case{}
	head := &pgx.Batch{}
	held := q.settings.held(tenant)
	head.Queue(query("quote_settings"), tenant, held.etag).QueryRow(func(row pgx.Row) (err error) {
		c.Settings, err = q.settings.scan(tenant, held, row)
		return err
	})
	isNew := at.Family == identity.Nil && at.Revision == identity.Nil && at.Order == identity.Nil
	if !isNew {
		head.Queue(query(family), tenant, idOrNull(at.Family), idOrNull(at.Revision), idOrNull(at.Order)).QueryRow(func(row pgx.Row) error {
			return scanFamily(row, tenant, &c.Family)
		})
	}
	if err := tx.SendBatch(ctx, head).Close(); err != nil {
		return nil, notFound(err, "quote-not-found", "quote")
	}
	customer := at.Customer
	if !isNew {
		customer = c.Family.Customer
	}
	return c, loadParts(ctx, tx, tenant, c, customer, at, want)
}

func scanFamily(row pgx.Row, tenant identity.ID, f *quotes.Family) error {
	var seq, version int64
	var head []byte
	if err := row.Scan(f, &seq, &head, &version); err != nil {
		return err
	}
	f.Tenant, f.Version = tenant, version
	*f = f.WithAudit(seq, [32]byte(head))
	return nil
}

// loadParts reads everything but the family in one round trip.
func loadParts(ctx context.Context, tx pgx.Tx, tenant identity.ID, c *quotes.Case, customer identity.ID, at quotes.At, want quotes.Want) error {
	batch := &pgx.Batch{}
	if customer != identity.Nil {
		batch.Queue(query("quote_customer"), tenant, customer).QueryRow(func(row pgx.Row) error {
			err := row.Scan(&c.Customer, &c.Customer.Version)
			c.Customer.Tenant = tenant
			return notFound(err, "customer-not-found", "customer")
		})
	}
	family := c.Family.ID
	var steps map[identity.ID][]quotes.ApprovalStep
	var lines []quotes.Line
	var ordered []quotes.OrderLine
	if family != identity.Nil {
		batch.Queue(query("quote_revisions"), tenant, family).Query(func(rows pgx.Rows) (err error) {
			c.Revisions, err = pgx.CollectRows(rows, scanRevision(tenant))
			return err
		})
		batch.Queue(query("quote_steps"), tenant, family).Query(func(rows pgx.Rows) (err error) {
			steps, err = collectSteps(rows)
			return err
		})
	}
	if want.Lines {
		name, key := "quote_lines", at.Revision
		if at.Revision == identity.Nil {
			name, key = "quote_won_lines", family
		}
		batch.Queue(query(name), tenant, key).Query(func(rows pgx.Rows) (err error) {
			lines, err = pgx.CollectRows(rows, scanLine)
			return err
		})
	}
	queueWanted(batch, tenant, c, at, want)
	if at.Order != identity.Nil {
		batch.Queue(query("quote_order_lines"), tenant, at.Order).Query(func(rows pgx.Rows) (err error) {
			ordered, err = pgx.CollectRows(rows, pgx.RowTo[quotes.OrderLine])
			return err
		})
	}
	if err := tx.SendBatch(ctx, batch).Close(); err != nil {
		return err
	}
	for _, r := range c.Revisions {
		r.Approvals = steps[r.ID]
	}
	c.Locate(at, lines, ordered)
	return nil
}

// queueWanted asks for the parts of a case that only some callers want.
func queueWanted(batch *pgx.Batch, tenant identity.ID, c *quotes.Case, at quotes.At, want quotes.Want) {
	if want.Orders {
		batch.Queue(query("quote_orders"), tenant, c.Family.ID).Query(func(rows pgx.Rows) (err error) {
			c.Orders, err = collectOrders(rows, tenant)
			return err
		})
		batch.Queue(query("quote_balances"), tenant, c.Family.ID).Query(func(rows pgx.Rows) (err error) {
			c.Balances, err = pgx.CollectRows(rows, scanBalance)
			return err
		})
	}
	if want.Snapshot {
		batch.Queue(query("quote_revision_snapshot"), tenant, at.Revision).Query(func(rows pgx.Rows) error {
			found, err := pgx.CollectRows(rows, pgx.RowToAddrOf[quotes.Snapshot])
			if len(found) > 0 {
				c.Snapshot = found[0]
			}
			return err
		})
	}
}

func scanRevision(tenant identity.ID) pgx.RowToFunc[*quotes.Revision] {
	return func(row pgx.CollectableRow) (*quotes.Revision, error) {
		r := &quotes.Revision{}
		err := row.Scan(r)
		r.Tenant = tenant
		return r, err
	}
}

func scanLine(row pgx.CollectableRow) (l quotes.Line, err error) {
	var digest string
	err = row.Scan(&l, &digest)
	return l.AsStored(digest), err
}

func collectSteps(rows pgx.Rows) (map[identity.ID][]quotes.ApprovalStep, error) {
	out := map[identity.ID][]quotes.ApprovalStep{}
	var revision identity.ID
	var step quotes.ApprovalStep
	for rows.Next() {
		step = quotes.ApprovalStep{}
		if err := rows.Scan(&revision, &step); err != nil {
			return nil, err
		}
		out[revision] = append(out[revision], step)
	}
	return out, rows.Err()
}

func scanBalance(row pgx.CollectableRow) (b quotes.Balance, err error) {
	err = row.Scan(&b.Line, &b.Accepted, &b.Remaining, &b.Closed, &b.RemainingNet)
	return b, err
}

func scanOrder(row pgx.CollectableRow) (o quotes.Order, err error) {
	err = row.Scan(&o.ID, &o.Number, &o.Family, &o.Revision, &o.Customer, &o.Status, &o.PONumber, &o.Currency,
		&o.Net.OneOff, &o.Net.Month, &o.Net.Year, &o.ExternalIDs, &o.Charges, &o.ERPStatus, &o.Reason, &o.PlacedBy, &o.PlacedAt,
		&o.UpdatedAt, &o.Version)
	return o, err
}

func collectOrders(rows pgx.Rows, tenant identity.ID) ([]*quotes.Order, error) {
	orders, err := pgx.CollectRows(rows, scanOrder)
	out := make([]*quotes.Order, len(orders))
	for n := range orders {
		orders[n].Tenant = tenant
		out[n] = &orders[n]
	}
	return out, err
}
