package postgres

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// fewSubjects is up to how many subjects of a word are fetched: their rows are
// then found by key. A word with more is looked for while the list is walked in
// its order, which ends as soon as a page is full.
const fewSubjects = 1000

// subjects returns the subjects that all the rarer words have in common (nil
// when every word is broad, or there is none), and the words that are broad.
func subjects(ctx context.Context, tx pgx.Tx, tenant identity.ID, kind string, words []string) (common []identity.ID, broad []string, err error) {
	broad = []string{}
	if len(words) == 0 {
		return nil, broad, nil
	}
	batch := &pgx.Batch{}
	for _, word := range words {
		batch.Queue(query("search_subjects"), tenant, kind, word, fewSubjects+1).Query(func(rows pgx.Rows) error {
			found, err := pgx.CollectRows(rows, pgx.RowTo[identity.ID])
			switch {
			case err != nil:
			case len(found) > fewSubjects:
				broad = append(broad, word)
			case common == nil:
				common = found
			default:
				common = slices.DeleteFunc(common, func(id identity.ID) bool { return !slices.Contains(found, id) })
			}
			return err
		})
	}
	err = tx.SendBatch(ctx, batch).Close()
	if len(broad) < len(words) && common == nil {
		common = []identity.ID{}
	}
	return common, broad, err
}

// named returns the subjects that have exactly the term.
func named(ctx context.Context, tx pgx.Tx, tenant identity.ID, kind, term string) ([]identity.ID, error) {
	rows, err := tx.Query(ctx, query("search_exact"), tenant, kind, term)
	if err != nil {
		return nil, err
	}
	found, err := pgx.CollectRows(rows, pgx.RowTo[identity.ID])
	return ids(found), err
}
