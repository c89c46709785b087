package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// TakenOver implements quotes.Store.
func (q *Quotes) TakenOver(ctx context.Context, tenant identity.ID, past []quotes.PastQuote) (map[[2]string]bool, error) {
	systems, numbers := make([]string, len(past)), make([]string, len(past))
	for n, p := range past {
		systems[n], numbers[n] = p.System, p.Number
	}
	isNew := map[[2]string]bool{}
	err := q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("quote_taken_over"), tenant, systems, numbers)
		if err != nil {
			return err
		}
		var key [2]string
		_, err = pgx.ForEachRow(rows, []any{&key[0], &key[1]}, func() error {
			isNew[key] = true
			return nil
		})
		return err
	})
	return isNew, err
}

// Insert implements quotes.Store.
func (q *Quotes) Insert(ctx context.Context, tenant identity.ID, cases []*quotes.Case) error {
	if len(cases) == 0 {
		return nil
	}
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		var batch pgx.Batch
		var entries []quotes.Entry
		for _, c := range cases {
			if err := queueCase(&batch, tenant, c); err != nil {
				return err
			}
			entries = append(entries, c.Writes().Entries...)
		}
		if err := tx.SendBatch(ctx, &batch).Close(); err != nil {
			return quoteError(err)
		}
		return q.tell(ctx, tx, entries)
	})
}

// CustomersNamed implements quotes.Store.
func (q *Quotes) CustomersNamed(ctx context.Context, tenant identity.ID, keys []string) ([]quotes.Customer, error) {
	return readRows(ctx, q.db, tenant, func(row pgx.CollectableRow) (c quotes.Customer, err error) {
		err = row.Scan(&c, &c.Version)
		c.Tenant = tenant
		return c, err
	}, query("quote_customers_named"), tenant, keys)
}

// ImportHook takes part in the transaction that stores an import, to have it
// run after the commit.
type ImportHook func(ctx context.Context, tx pgx.Tx, tenant, id identity.ID) error

// Imports keeps imports of past quotes; it implements quotes.Imports.
type Imports struct {
	db  Transactor
	run ImportHook
}

var _ quotes.Imports = (*Imports)(nil)

// NewImports returns the store of imports, which hands each to run.
func NewImports(db Transactor, run ImportHook) *Imports { return &Imports{db, run} }

// Add implements quotes.Imports.
func (s *Imports) Add(ctx context.Context, i quotes.HistoryImport, file []byte) error {
	return s.db.Tenant(ctx, i.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("history_import_add"), i.Tenant, i.ID, i.System, i.State, i.Quotes, file, i.StartedBy, i.StartedAt)
		if err != nil {
			return err
		}
		return s.run(ctx, tx, i.Tenant, i.ID)
	})
}

// Import implements quotes.Imports.
func (s *Imports) Import(ctx context.Context, tenant, id identity.ID) (i quotes.HistoryImport, err error) {
	i.Tenant = tenant
	err = s.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("history_import"), tenant, id).Scan(&i.ID, &i.System, &i.State, &i.Quotes, &i.Done, &i.Taken,
			&i.Message, &i.StartedBy, &i.StartedAt, (*zeronull.Timestamptz)(&i.FinishedAt))
		return notFound(err, "import-not-found", "import")
	})
	return i, err
}

// File implements quotes.Imports.
func (s *Imports) File(ctx context.Context, tenant, id identity.ID) (file []byte, err error) {
	err = s.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("history_import_file"), tenant, id).Scan(&file)
		return notFound(err, "import-not-found", "import")
	})
	return file, err
}

// SaveImport implements quotes.Imports.
func (s *Imports) SaveImport(ctx context.Context, i quotes.HistoryImport) (saved bool, err error) {
	err = s.db.Tenant(ctx, i.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("history_import_save"), i.Tenant, i.ID, i.State, i.Done, i.Taken, i.Message, timeOrNull(i.FinishedAt))
		saved = tag.RowsAffected() == 1
		return err
	})
	return saved, err
}
