package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// PersonalQuotes implements quotes.Store.
func (q *Quotes) PersonalQuotes(ctx context.Context, tenant, customer, contact identity.ID) (out []quotes.PersonalQuote, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		out, err = personalFamilies(ctx, tx, tenant, customer, contact)
		if err != nil || len(out) == 0 {
			return err
		}
		at := make(map[identity.ID]*quotes.PersonalQuote, len(out))
		for n := range out {
			at[out[n].ID] = &out[n]
		}
		batch := &pgx.Batch{}
		batch.Queue(query("personal_revisions"), tenant, familyIDs(out)).Query(func(rows pgx.Rows) error {
			return personalRevisions(rows, at)
		})
		batch.Queue(query("personal_entries"), tenant, familyIDs(out)).Query(func(rows pgx.Rows) error {
			return personalEntries(rows, at)
		})
		return tx.SendBatch(ctx, batch).Close()
	})
	return out, err
}

func personalFamilies(ctx context.Context, tx pgx.Tx, tenant, customer, contact identity.ID) ([]quotes.PersonalQuote, error) {
	rows, err := tx.Query(ctx, query("personal_families"), tenant, customer, contact)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (p quotes.PersonalQuote, err error) {
		err = row.Scan(&p.ID, &p.Number)
		return p, err
	})
}

func familyIDs(in []quotes.PersonalQuote) []identity.ID {
	out := make([]identity.ID, len(in))
	for n, p := range in {
		out[n] = p.ID
	}
	return out
}

func personalRevisions(rows pgx.Rows, at map[identity.ID]*quotes.PersonalQuote) error {
	var family, revision identity.ID
	var acceptance *quotes.Acceptance
	var sent bool
	_, err := pgx.ForEachRow(rows, []any{&family, &revision, &acceptance, &sent}, func() error {
		if acceptance != nil {
			at[family].Acceptances = append(at[family].Acceptances, *acceptance)
			acceptance = nil
		}
		if sent {
			at[family].Documents = append(at[family].Documents, revision)
		}
		return nil
	})
	return err
}

func personalEntries(rows pgx.Rows, at map[identity.ID]*quotes.PersonalQuote) error {
	var family identity.ID
	var seq int64
	var personal map[string]string
	_, err := pgx.ForEachRow(rows, []any{&family, &seq, &personal}, func() error {
		p := at[family]
		if p.Entries == nil {
			p.Entries = map[int64]map[string]string{}
		}
		p.Entries[seq], personal = personal, nil
		return nil
	})
	return err
}

// ErasePersonal implements quotes.Store.
func (q *Quotes) ErasePersonal(ctx context.Context, tenant, customer, contact identity.ID) error {
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		found, err := personalFamilies(ctx, tx, tenant, customer, contact)
		if err != nil || len(found) == 0 {
			return err
		}
		batch := &pgx.Batch{}
		batch.Queue(query("personal_erase_entries"), tenant, familyIDs(found))
		batch.Queue(query("personal_erase_acceptances"), tenant, familyIDs(found))
		return tx.SendBatch(ctx, batch).Close()
	})
}
