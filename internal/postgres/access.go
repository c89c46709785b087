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

// Access stores users, teams, sessions and API keys; it implements auth.Store.
type Access struct {
	db     Transactor
	system systemTransactor
}

// systemTransactor asks what must be found before the tenant is known.
type systemTransactor interface {
	System(ctx context.Context, fn func(ctx context.Context, ask Asker) error) error
}

var _ auth.Store = (*Access)(nil)

// NewAccess returns the store of who may come in. Rows of a tenant go through
// within, the search for a secret's tenant through db.
func NewAccess(db *DB, within Transactor) *Access { return &Access{db: within, system: db} }

// FindUsers implements auth.Store.
func (a *Access) FindUsers(ctx context.Context, email string) (found []auth.Found, err error) {
	err = a.system.System(ctx, func(ctx context.Context, ask Asker) error {
		rows, err := ask.Query(ctx, query("access_users_by_email"), email)
		if err != nil {
			return err
		}
		found, err = pgx.CollectRows(rows, pgx.RowToStructByPos[auth.Found])
		return err
	})
	return found, err
}

// FindSession implements auth.Store.
func (a *Access) FindSession(ctx context.Context, tokenHash []byte) (auth.Found, error) {
	return a.find(ctx, "access_session_by_hash", tokenHash)
}

// FindKey implements auth.Store.
func (a *Access) FindKey(ctx context.Context, keyHash []byte) (auth.Found, error) {
	return a.find(ctx, "access_key_by_hash", keyHash)
}

func (a *Access) find(ctx context.Context, name string, hash []byte) (found auth.Found, err error) {
	err = a.system.System(ctx, func(ctx context.Context, ask Asker) error {
		return ask.QueryRow(ctx, query(name), hash).Scan(&found.Tenant, &found.ID)
	})
	return found, err
}

// User implements auth.Store.
func (a *Access) User(ctx context.Context, tenant, id identity.ID, now time.Time) (s auth.Standing, err error) {
	err = a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		s, err = readStanding(ctx, tx, tenant, id, now)
		return err
	})
	return s, err
}

func readStanding(ctx context.Context, tx pgx.Tx, tenant, id identity.ID, now time.Time) (auth.Standing, error) {
	s := auth.Standing{Tenant: auth.Tenant{ID: tenant}}
	s.User.Tenant = tenant
	into := append(userFields(&s.User), &s.Tenant.Name, &s.Subtree)
	err := tx.QueryRow(ctx, query("access_user"), tenant, id, now).Scan(into...)
	return s, err
}

// userFields are where the columns of a user go, in the order of the queries.
func userFields(u *auth.User) []any {
	return []any{&u.ID, &u.Email, &u.Name, &u.Phone, &u.Roles, &u.SeeCost, &u.Language, &u.Active, &u.PasswordHash,
		(*zeronull.UUID)(&u.Team), &u.CreatedAt, &u.UpdatedAt, &u.Version}
}

// Users implements auth.Store.
func (a *Access) Users(ctx context.Context, tenant identity.ID, now time.Time, afterName string, after identity.ID, limit int) (users []auth.User, err error) {
	err = a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("access_users"), tenant, now, afterName, after, limit)
		if err != nil {
			return err
		}
		users, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (auth.User, error) {
			u := auth.User{Tenant: tenant}
			return u, row.Scan(userFields(&u)...)
		})
		return err
	})
	return users, err
}

// InsertUser implements auth.Store.
func (a *Access) InsertUser(ctx context.Context, u auth.User) error {
	err := a.db.Tenant(ctx, u.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("access_user_insert"), u.Tenant, u.ID, u.Email, u.Name, u.Phone, u.Roles, u.SeeCost,
			u.Language, u.PasswordHash, u.Active, u.Version, u.CreatedAt, u.UpdatedAt)
		return err
	})
	if violates(err, "user_email_unique") {
		return fault.Wrap(err, fault.Conflict, "email-taken", "there is a user with this e-mail address already")
	}
	return err
}

// UpdateUser implements auth.Store.
func (a *Access) UpdateUser(ctx context.Context, u auth.User, endSessions bool) error {
	return a.db.Tenant(ctx, u.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		tag, err := tx.Exec(ctx, query("access_user_update"), u.Tenant, u.ID, u.Version, u.Name, u.Phone, u.Roles, u.SeeCost,
			u.Language, u.PasswordHash, u.Active, u.UpdatedAt)
		if err != nil {
			return err
		}
		if tag.RowsAffected() == 0 {
			return staleUser(ctx, tx, u)
		}
		if endSessions {
			_, err = tx.Exec(ctx, query("access_sessions_delete"), u.Tenant, u.ID, identity.Nil)
		}
		return err
	})
}

func staleUser(ctx context.Context, tx pgx.Tx, u auth.User) error {
	var present int64
	if err := tx.QueryRow(ctx, query("access_user_version"), u.Tenant, u.ID).Scan(&present); err != nil {
		return err
	}
	return fault.New(fault.PreconditionFailed, "stale-version", "version %d is the present one", present).With("version", present)
}

// Purge removes sessions that have ended and kept answers that are older than
// keep, and returns how many rows went.
func (a *Access) Purge(ctx context.Context, tenant identity.ID, now time.Time, keep time.Duration) (n int64, err error) {
	err = a.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		for name, before := range map[string]time.Time{
			"access_purge_sessions":    now,
			"access_purge_idempotency": now.Add(-keep),
		} {
			tag, err := tx.Exec(ctx, query(name), tenant, before)
			if err != nil {
				return err
			}
			n += tag.RowsAffected()
		}
		return nil
	})
	return n, err
}
