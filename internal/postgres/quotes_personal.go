package postgres

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// traces say where a person's data is.
type traces struct {
	quotes []quotes.PersonalQuote
	// all are the families of quotes, own those which are the person's and not
	// only wrote to them.
	all, own []identity.ID
	// addresses are the person's, in lower case.
	addresses []string
}

// PersonalQuotes implements quotes.Store.
func (q *Quotes) PersonalQuotes(ctx context.Context, tenant, customer identity.ID, person quotes.Contact) (out []quotes.PersonalQuote, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		found, err := trace(ctx, tx, tenant, customer, person)
		if err != nil || len(found.quotes) == 0 {
			return err
		}
		out = found.quotes
		at := make(map[identity.ID]*quotes.PersonalQuote, len(out))
		for n := range out {
			at[out[n].ID] = &out[n]
		}
		batch := &pgx.Batch{}
		batch.Queue(query("personal_revisions"), tenant, found.own).Query(func(rows pgx.Rows) error { return personalRevisions(rows, at) })
		batch.Queue(query("personal_entries"), tenant, found.own).Query(func(rows pgx.Rows) error { return personalEntries(rows, at) })
		batch.Queue(query("personal_mails"), tenant, found.all, found.addresses).Query(func(rows pgx.Rows) error { return personalMails(rows, at) })
		batch.Queue(query("personal_links"), tenant, found.all, found.addresses).Query(func(rows pgx.Rows) error { return personalLinks(rows, at) })
		return tx.SendBatch(ctx, batch).Close()
	})
	return out, err
}

// trace finds the quotes that hold something of a person.
func trace(ctx context.Context, tx pgx.Tx, tenant, customer identity.ID, person quotes.Contact) (t traces, err error) {
	address := strings.ToLower(person.Email)
	rows, err := tx.Query(ctx, query("personal_families"), tenant, customer, person.ID, address)
	if err != nil {
		return t, err
	}
	var p quotes.PersonalQuote
	var own bool
	_, err = pgx.ForEachRow(rows, []any{&p.ID, &p.Number, &own}, func() error {
		t.quotes, t.all = append(t.quotes, p), append(t.all, p.ID)
		if own {
			t.own = append(t.own, p.ID)
		}
		return nil
	})
	if err != nil {
		return t, err
	}
	if rows, err = tx.Query(ctx, query("personal_addresses"), tenant, t.own); err != nil {
		return t, err
	}
	t.addresses, err = pgx.CollectRows(rows, pgx.RowTo[string])
	if address != "" {
		t.addresses = append(t.addresses, address)
	}
	return t, err
}

func personalRevisions(rows pgx.Rows, at map[identity.ID]*quotes.PersonalQuote) error {
	var family, revision identity.ID
	var acceptance *quotes.Acceptance
	var sent, receipt bool
	_, err := pgx.ForEachRow(rows, []any{&family, &revision, &acceptance, &sent, &receipt}, func() error {
		p := at[family]
		if acceptance != nil {
			p.Acceptances = append(p.Acceptances, *acceptance)
			acceptance = nil
		}
		if sent {
			p.Documents = append(p.Documents, revision)
		}
		if receipt {
			p.Receipts = append(p.Receipts, revision)
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

func personalMails(rows pgx.Rows, at map[identity.ID]*quotes.PersonalQuote) error {
	var family identity.ID
	var m quotes.PersonalMail
	_, err := pgx.ForEachRow(rows, []any{&family, &m.Kind, &m.To, &m.Name, &m.Subject, &m.Text, &m.CreatedAt}, func() error {
		at[family].Mails = append(at[family].Mails, m)
		return nil
	})
	return err
}

func personalLinks(rows pgx.Rows, at map[identity.ID]*quotes.PersonalQuote) error {
	var family identity.ID
	var l quotes.PersonalLink
	_, err := pgx.ForEachRow(rows, []any{&family, &l.ID, &l.Email, &l.CreatedAt, (*zeronull.Timestamptz)(&l.ViewedAt)}, func() error {
		at[family].Links = append(at[family].Links, l)
		return nil
	})
	return err
}

// ErasePersonal implements quotes.Store.
func (q *Quotes) ErasePersonal(ctx context.Context, tenant, customer identity.ID, person quotes.Contact) error {
	return q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		found, err := trace(ctx, tx, tenant, customer, person)
		if err != nil || len(found.quotes) == 0 {
			return err
		}
		batch := &pgx.Batch{}
		batch.Queue(query("personal_erase_entries"), tenant, found.own)
		batch.Queue(query("personal_erase_acceptances"), tenant, found.own)
		batch.Queue(query("personal_erase_receipts"), found.own)
		batch.Queue(query("personal_erase_attempts"), tenant, found.all, found.addresses, found.own)
		batch.Queue(query("personal_erase_mails"), tenant, found.all, found.addresses)
		batch.Queue(query("personal_erase_subjects"), tenant, found.own)
		batch.Queue(query("personal_erase_links"), tenant, found.all, found.addresses)
		return tx.SendBatch(ctx, batch).Close()
	})
}
