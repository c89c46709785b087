package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Session implements auth.Store.
func (a *Access) Session(ctx context.Context, tenant, id identity.ID, now time.Time) (s auth.Session, standing auth.Standing, err error) {
	s.ID, s.Tenant = id, tenant
	err = a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		if err := tx.QueryRow(ctx, query("access_session"), tenant, id).Scan(&s.User, &s.CreatedAt, &s.ExpiresAt); err != nil {
			return err
		}
		standing, err = readStanding(ctx, tx, tenant, s.User, now)
		return err
	})
	return s, standing, err
}

// InsertSession implements auth.Store.
func (a *Access) InsertSession(ctx context.Context, s auth.Session) error {
	return a.exec(ctx, s.Tenant, "access_session_insert", s.ID, s.User, s.TokenHash, s.CreatedAt, s.ExpiresAt)
}

// ExtendSession implements auth.Store.
func (a *Access) ExtendSession(ctx context.Context, tenant, id identity.ID, expires time.Time) error {
	return a.exec(ctx, tenant, "access_session_extend", id, expires)
}

// DeleteSession implements auth.Store.
func (a *Access) DeleteSession(ctx context.Context, tenant, id identity.ID) error {
	return a.exec(ctx, tenant, "access_session_delete", id)
}

// DeleteSessions implements auth.Store.
func (a *Access) DeleteSessions(ctx context.Context, tenant, user, except identity.ID) error {
	return a.exec(ctx, tenant, "access_sessions_delete", user, except)
}

// exec runs one statement whose first argument is the tenant.
func (a *Access) exec(ctx context.Context, tenant identity.ID, name string, args ...any) error {
	return a.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query(name), append([]any{tenant}, args...)...)
		return err
	})
}

// Key implements auth.Store.
func (a *Access) Key(ctx context.Context, tenant, id identity.ID) (k auth.APIKey, of auth.Tenant, err error) {
	of.ID = tenant
	err = a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		k, of.Name, err = scanKey(tx.QueryRow(ctx, query("access_key"), tenant, id), tenant)
		return err
	})
	return k, of, err
}

func scanKey(row pgx.Row, tenant identity.ID) (k auth.APIKey, tenantName string, err error) {
	k.Tenant = tenant
	err = row.Scan(&k.ID, &k.Name, &k.Prefix, &k.Scopes, &k.CreatedBy, &k.CreatedAt, (*zeronull.Timestamptz)(&k.ExpiresAt),
		(*zeronull.Timestamptz)(&k.LastUsedAt), (*zeronull.Timestamptz)(&k.RevokedAt), &tenantName)
	return k, tenantName, err
}

// Keys implements auth.Store.
func (a *Access) Keys(ctx context.Context, tenant identity.ID) (keys []auth.APIKey, err error) {
	err = a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("access_keys"), tenant)
		if err != nil {
			return err
		}
		keys, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (auth.APIKey, error) {
			k, _, err := scanKey(row, tenant)
			return k, err
		})
		return err
	})
	return keys, err
}

// InsertKey implements auth.Store.
func (a *Access) InsertKey(ctx context.Context, k auth.APIKey) error {
	return a.exec(ctx, k.Tenant, "access_key_insert", k.ID, k.Name, k.Prefix, k.Hash, k.Scopes, k.CreatedBy, k.CreatedAt,
		zeronull.Timestamptz(k.ExpiresAt))
}

// RevokeKey implements auth.Store.
func (a *Access) RevokeKey(ctx context.Context, tenant, id identity.ID, at time.Time) error {
	return a.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("access_key_revoke"), tenant, id, at)
		if err == nil && tag.RowsAffected() == 0 {
			return fault.New(fault.NotFound, "api-key-not-found", "there is no such API key")
		}
		return err
	})
}

// TouchKey implements auth.Store.
func (a *Access) TouchKey(ctx context.Context, tenant, id identity.ID, at time.Time) error {
	return a.exec(ctx, tenant, "access_key_touch", id, at)
}
