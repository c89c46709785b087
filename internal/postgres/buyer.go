package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/buyer"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Buyer stores links, attempts and receipts; it implements buyer.Store.
type Buyer struct {
	db     Transactor
	system systemTransactor
}

var _ buyer.Store = (*Buyer)(nil)

// NewBuyer returns the store of what buyers do. Rows of a tenant go through
// within, the search for a token's tenant through db.
func NewBuyer(db *DB, within Transactor) *Buyer { return &Buyer{within, db} }

// FindLink implements buyer.Store.
func (b *Buyer) FindLink(ctx context.Context, tokenHash []byte) (tenant, link identity.ID, err error) {
	err = b.system.System(ctx, func(ctx context.Context, ask Asker) error {
		return notFound(ask.QueryRow(ctx, query("buyer_find_link"), tokenHash).Scan(&tenant, &link), "link-not-found", "link")
	})
	return tenant, link, err
}

// Link implements buyer.Store.
func (b *Buyer) Link(ctx context.Context, tenant, id identity.ID) (l buyer.Link, err error) {
	err = b.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		l, err = scanLink(tx.QueryRow(ctx, query("buyer_link"), tenant, id), tenant)
		return notFound(err, "link-not-found", "link")
	})
	return l, err
}

func scanLink(row pgx.Row, tenant identity.ID) (l buyer.Link, err error) {
	l.Tenant = tenant
	err = row.Scan(&l.ID, &l.Revision, &l.Email, (*zeronull.UUID)(&l.CreatedBy), &l.CreatedAt,
		(*zeronull.Timestamptz)(&l.ViewedAt), (*zeronull.Timestamptz)(&l.RevokedAt))
	return l, err
}

// Links implements buyer.Store.
func (b *Buyer) Links(ctx context.Context, tenant, revision identity.ID) (all []buyer.Link, err error) {
	err = b.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("buyer_links"), tenant, revision)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (buyer.Link, error) { return scanLink(row, tenant) })
		return err
	})
	return all, err
}

// InsertLink implements buyer.Store.
func (b *Buyer) InsertLink(ctx context.Context, l buyer.Link, tokenHash []byte) error {
	return b.db.Tenant(ctx, l.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("buyer_link_insert"), l.Tenant, l.ID, l.Revision, tokenHash, l.Email, idOrNull(l.CreatedBy), l.CreatedAt)
		return err
	})
}

// RevokeLink implements buyer.Store.
func (b *Buyer) RevokeLink(ctx context.Context, tenant, revision, id identity.ID, at time.Time) error {
	return b.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("buyer_link_revoke"), tenant, revision, id, at)
		if err == nil && tag.RowsAffected() == 0 {
			return fault.New(fault.NotFound, "link-not-found", "the quote has no such link")
		}
		return err
	})
}

// LinkViewed implements buyer.Store.
func (b *Buyer) LinkViewed(ctx context.Context, tenant, id identity.ID, at, since time.Time) (isNew bool, err error) {
	err = b.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("buyer_link_viewed"), tenant, id, at, since)
		isNew = tag.RowsAffected() == 1
		return err
	})
	return isNew, err
}

// InsertAttempt implements buyer.Store.
func (b *Buyer) InsertAttempt(ctx context.Context, a buyer.Attempt) error {
	return b.db.Tenant(ctx, a.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("buyer_attempt_insert"), a.Tenant, a.ID, a.Link, a, a.CreatedAt)
		return err
	})
}

// Attempt implements buyer.Store.
func (b *Buyer) Attempt(ctx context.Context, tenant, id identity.ID) (a buyer.Attempt, err error) {
	err = b.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		a, err = scanAttempt(tx.QueryRow(ctx, query("buyer_attempt"), tenant, id), tenant, id)
		return err
	})
	return a, err
}

func scanAttempt(row pgx.Row, tenant, id identity.ID) (a buyer.Attempt, err error) {
	var link identity.ID
	var hash []byte
	var until, created time.Time
	var tries int
	err = row.Scan(&link, &a, &hash, (*zeronull.Timestamptz)(&until), &tries, &created)
	a.ID, a.Tenant, a.Link, a.CodeHash, a.CodeUntil, a.Tries, a.CreatedAt = id, tenant, link, hash, until, tries, created
	return a, notFound(err, "attempt-not-found", "acceptance to confirm")
}

// AttemptsSince implements buyer.Store.
func (b *Buyer) AttemptsSince(ctx context.Context, tenant, link identity.ID, since time.Time) (n int, err error) {
	err = b.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, query("buyer_attempts_since"), tenant, link, since).Scan(&n)
	})
	return n, err
}

// SetCode implements buyer.Store.
func (b *Buyer) SetCode(ctx context.Context, tenant, id identity.ID, hash []byte, until time.Time) error {
	return b.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("buyer_attempt_code"), tenant, id, hash, until)
		if err == nil && tag.RowsAffected() == 0 {
			return fault.New(fault.NotFound, "attempt-not-found", "there is no such acceptance to confirm")
		}
		return err
	})
}

// CountTry implements buyer.Store.
func (b *Buyer) CountTry(ctx context.Context, tenant, id identity.ID) (a buyer.Attempt, err error) {
	err = b.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		a, err = scanAttempt(tx.QueryRow(ctx, query("buyer_attempt_try"), tenant, id), tenant, id)
		return err
	})
	return a, err
}

// PurgeAttempts implements buyer.Store.
func (b *Buyer) PurgeAttempts(ctx context.Context, tenant identity.ID, before time.Time) (n int, err error) {
	err = b.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("buyer_attempts_purge"), tenant, before)
		n = int(tag.RowsAffected())
		return err
	})
	return n, err
}

// Receipt implements buyer.Store.
func (b *Buyer) Receipt(ctx context.Context, tenant, revision identity.ID) (d quotes.Document, err error) {
	err = b.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		d, err = readReceipt(ctx, tx, tenant, revision)
		return err
	})
	return d, err
}

func readReceipt(ctx context.Context, tx pgx.Tx, tenant, revision identity.ID) (quotes.Document, error) {
	d := quotes.Document{Revision: revision}
	err := tx.QueryRow(ctx, query("buyer_receipt"), tenant, revision).Scan(&d.Bytes, &d.SHA256, &d.StoredAt)
	return d, notFound(err, "receipt-not-found", "receipt")
}

// SaveReceipt implements buyer.Store.
func (b *Buyer) SaveReceipt(ctx context.Context, tenant identity.ID, d quotes.Document) (stored quotes.Document, err error) {
	err = b.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, query("buyer_receipt_content"), tenant, d.SHA256, d.Bytes); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, query("buyer_receipt_insert"), tenant, d.Revision, d.SHA256, d.StoredAt); err != nil {
			return err
		}
		stored, err = readReceipt(ctx, tx, tenant, d.Revision)
		return err
	})
	return stored, err
}
