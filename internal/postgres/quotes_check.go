package postgres

import (
	"context"
	"encoding/json"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// quoteChecks are the invariants that one query each can check, by name.
var quoteChecks = []string{"balances", "order_totals", "totals", "snapshots", "documents", "document_bytes", "numbers",
	"outbox", "leads", "ordered", "facts"}

// Check looks at everything stored about a tenant's quotes and returns what
// breaks an invariant: nothing, always. Each invariant is looked at in one
// state of the database, so it may run while quotes are being changed.
func (q *Quotes) Check(ctx context.Context, tenant identity.ID) (found []quotes.Finding, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		for _, name := range quoteChecks {
			rows, err := tx.Query(ctx, query("check_"+name), tenant)
			if err != nil {
				return err
			}
			f := quotes.Finding{Check: name}
			_, err = pgx.ForEachRow(rows, []any{&f.Subject, &f.Message}, func() error {
				found = append(found, f)
				return nil
			})
			if err != nil {
				return err
			}
		}
		broken, err := checkSeals(ctx, tx, tenant)
		if err != nil {
			return err
		}
		found = append(found, broken...)
		return histories(ctx, tx, tenant, identity.Nil, func(h quotes.History) { found = append(found, h.Verify()...) })
	})
	return found, err
}

// histories calls visit with the history of each family, or of the one named.
func histories(ctx context.Context, tx pgx.Tx, tenant, family identity.ID, visit func(quotes.History)) error {
	rows, err := tx.Query(ctx, query("check_histories"), tenant, idOrNull(family))
	if err != nil {
		return err
	}
	var h quotes.History
	var id identity.ID
	var length int64
	var head, payload, changes, prev, hash []byte
	var states map[identity.ID]quotes.State
	_, err = pgx.ForEachRow(rows, []any{&id, &length, &head, &payload, &changes, &prev, &hash, &states}, func() error {
		if id != h.Family {
			if h.Family != identity.Nil {
				visit(h)
			}
			h = quotes.History{Family: id, Length: length, Head: [32]byte(head), States: states}
		}
		if payload == nil {
			return nil
		}
		e := quotes.Entry{Payload: payload, Changes: changes, Prev: [32]byte(prev), Hash: [32]byte(hash)}
		payload, changes, states = nil, nil, nil
		h.Entries = append(h.Entries, e)
		return json.Unmarshal(e.Payload, &h.Entries[len(h.Entries)-1].Event)
	})
	if err == nil && h.Family != identity.Nil {
		visit(h)
	}
	return err
}
