package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// SaveCustomer implements quotes.Store. Quotes of a renamed customer are found
// by the new name.
func (q *Quotes) SaveCustomer(ctx context.Context, c quotes.Customer) (quotes.Customer, error) {
	c.Version++
	err := q.db.Tenant(ctx, c.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		w := &caseWriter{tenant: c.Tenant, batch: &pgx.Batch{}}
		doc := w.json(c)
		if w.err != nil {
			return w.err
		}
		tag, err := tx.Exec(ctx, query("quote_customer_write"), append([]any{c.Tenant}, customerArgs(c, doc)...)...)
		switch {
		case err != nil:
			return err
		case tag.RowsAffected() == 0:
			return changed("customer")
		}
		w.terms("customer", c.ID, c.SearchTerms(), c.Version == 1)
		if c.Version > 1 {
			if err := w.renamed(ctx, tx, c); err != nil {
				return err
			}
		}
		return tx.SendBatch(ctx, w.batch).Close()
	})
	return c, err
}

// renamed queues the words of every quote of the customer.
func (w *caseWriter) renamed(ctx context.Context, tx pgx.Tx, c quotes.Customer) error {
	rows, err := tx.Query(ctx, query("quote_families_of_customer"), c.Tenant, c.ID)
	if err != nil {
		return err
	}
	families, err := pgx.CollectRows(rows, pgx.RowTo[quotes.Family])
	for _, f := range families {
		w.terms("quote", f.ID, quotes.SearchTerms(f, c.Name), false)
	}
	return err
}

// Customer implements quotes.Store.
func (q *Quotes) Customer(ctx context.Context, tenant, id identity.ID) (c quotes.Customer, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("quote_customer"), tenant, id).Scan(&c, &c.Version)
		return notFound(err, "customer-not-found", "customer")
	})
	c.Tenant = tenant
	return c, err
}

// Customers implements quotes.Store.
func (q *Quotes) Customers(ctx context.Context, tenant identity.ID, f quotes.CustomerFilter) (page []quotes.Customer, err error) {
	after := quotes.Customer{Name: f.AfterName}.NameKey()
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		found, broad, err := subjects(ctx, tx, tenant, "customer", quotes.SearchWords(f.Text))
		if err == nil && f.System != "" {
			found, err = named(ctx, tx, tenant, "customer", quotes.ExternalTerm(f.System, f.ExternalID))
		}
		if err != nil {
			return err
		}
		rows, err := tx.Query(ctx, query("quote_customer_page"), pgx.QueryExecModeCacheDescribe, tenant, found, broad, after, f.AfterID, f.Limit)
		if err != nil {
			return err
		}
		page, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (c quotes.Customer, err error) {
			err = row.Scan(&c, &c.Version)
			c.Tenant = tenant
			return c, err
		})
		return err
	})
	return page, err
}
