package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Seal implements quotes.Store. Seals of one tenant are made one at a time.
func (q *Quotes) Seal(ctx context.Context, tenant identity.ID, at time.Time) (seal quotes.Seal, err error) {
	err = q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, query("seal_lock"), tenant); err != nil {
			return err
		}
		next := quotes.Seal{Number: 1, At: at}
		if err := followLast(ctx, tx, tenant, &next); err != nil {
			return err
		}
		rows, err := tx.Query(ctx, query("seal_heads"), tenant)
		if err != nil {
			return err
		}
		next.Heads, err = pgx.CollectRows(rows, scanHead)
		if err != nil || len(next.Heads) == 0 {
			return err
		}
		next.Close()
		seal = next
		return writeSeal(ctx, tx, tenant, seal)
	})
	return seal, err
}

// followLast makes the seal follow the last one, if there is one.
func followLast(ctx context.Context, tx pgx.Tx, tenant identity.ID, next *quotes.Seal) error {
	var last int64
	var hash []byte
	err := tx.QueryRow(ctx, query("seal_last"), tenant).Scan(&last, &hash)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	next.Number, next.Prev = last+1, [32]byte(hash)
	return nil
}

func scanHead(row pgx.CollectableRow) (h quotes.SealedHead, err error) {
	var head []byte
	if err = row.Scan(&h.Family, &h.Seq, &head); err == nil {
		h.Head = [32]byte(head)
	}
	return h, err
}

func writeSeal(ctx context.Context, tx pgx.Tx, tenant identity.ID, s quotes.Seal) error {
	var families []identity.ID
	var seqs []int64
	var heads [][]byte
	for _, h := range s.Heads {
		families, seqs, heads = append(families, h.Family), append(seqs, h.Seq), append(heads, h.Head[:])
	}
	batch := &pgx.Batch{}
	batch.Queue(query("seal_insert"), tenant, s.Number, s.At, s.Prev[:], s.Hash[:])
	batch.Queue(query("seal_heads_insert"), tenant, s.Number, families, seqs, heads)
	return tx.SendBatch(ctx, batch).Close()
}

// checkSeals verifies every seal of the tenant against the audit entries.
func checkSeals(ctx context.Context, tx pgx.Tx, tenant identity.ID) ([]quotes.Finding, error) {
	rows, err := tx.Query(ctx, query("seal_all"), tenant)
	if err != nil {
		return nil, err
	}
	type place struct {
		family identity.ID
		seq    int64
	}
	entries := map[place][32]byte{}
	var seals []quotes.Seal
	var number int64
	var at time.Time
	var prev, hash, head, entry []byte
	var family *identity.ID
	var seq *int64
	_, err = pgx.ForEachRow(rows, []any{&number, &at, &prev, &hash, &family, &seq, &head, &entry}, func() error {
		if len(seals) == 0 || seals[len(seals)-1].Number != number {
			seals = append(seals, quotes.Seal{Number: number, At: at, Prev: [32]byte(prev), Hash: [32]byte(hash)})
		}
		if family == nil {
			return nil
		}
		last := &seals[len(seals)-1]
		last.Heads = append(last.Heads, quotes.SealedHead{Family: *family, Seq: *seq, Head: [32]byte(head)})
		if entry != nil {
			entries[place{*family, *seq}] = [32]byte(entry)
		}
		return nil
	})
	return quotes.VerifySeals(seals, func(family identity.ID, seq int64) ([32]byte, bool) {
		h, ok := entries[place{family, seq}]
		return h, ok
	}), err
}
