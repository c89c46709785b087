package auth

import (
	"context"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// User is a person who may sign in.
type User struct {
	ID     identity.ID
	Tenant identity.ID
	// Email is lower-case and unique in the tenant.
	Email string
	Name  string
	// Phone is printed on documents, "" is none.
	Phone string
	Roles []identity.Role
	// SeeCost grants the permission of that name beside the roles' own.
	SeeCost  bool
	Language string
	Active   bool
	// Team is the team today, Nil for none. It follows from the memberships.
	Team      identity.ID
	CreatedAt time.Time
	UpdatedAt time.Time
	// Version counts changes, from 1; the API's ETag.
	Version int64

	// PasswordHash is the PHC form of argon2id, "" for no sign-in by password.
	PasswordHash string
}

// Permissions returns what the roles grant, and SeeCost where it is granted.
func (u User) Permissions() []identity.Permission {
	granted := identity.PermissionsOf(u.Roles)
	var out []identity.Permission
	for _, p := range identity.Permissions() {
		if slices.Contains(granted, p) || (u.SeeCost && p == identity.SeeCost) {
			out = append(out, p)
		}
	}
	return out
}

// Team is a group of users; teams form a tree.
type Team struct {
	ID     identity.ID
	Parent identity.ID // Nil at the top
	Name   string
	// Members are all memberships, past ones included, by start.
	Members   []Membership
	CreatedAt time.Time
}

// Membership puts a user into a team for a time, both days included; a zero
// Until is open.
type Membership struct {
	User  identity.ID
	Name  string // the user's
	From  civil.Date
	Until civil.Date
}

// Session is one signed-in browser.
type Session struct {
	ID        identity.ID
	Tenant    identity.ID
	User      identity.ID
	CreatedAt time.Time
	ExpiresAt time.Time
	// TokenHash is the SHA-256 of the cookie's value.
	TokenHash []byte
}

// APIKey lets a machine in. Zero times mean never.
type APIKey struct {
	ID     identity.ID
	Tenant identity.ID
	Name   string
	// Prefix are the first characters of the secret, to recognise it by.
	Prefix     string
	Scopes     []identity.Permission
	CreatedBy  identity.ID
	CreatedAt  time.Time
	ExpiresAt  time.Time
	LastUsedAt time.Time
	RevokedAt  time.Time
	// Hash is the SHA-256 of the secret.
	Hash []byte
}

// usable reports whether the key opens the door at now.
func (k APIKey) usable(now time.Time) bool {
	return k.RevokedAt.IsZero() && (k.ExpiresAt.IsZero() || now.Before(k.ExpiresAt))
}

// Tenant is the company somebody signs in to.
type Tenant struct {
	ID   identity.ID
	Name string
}

// Principal is who is calling, with what a screen shows about them.
type Principal struct {
	Actor  identity.Actor
	Tenant Tenant
	// Email is the user's, "" for a machine.
	Email string
}

// Found names a row that a secret led to, before the tenant is known.
type Found struct {
	Tenant, ID identity.ID
}

// Standing is a user with what the tenant's tree of teams adds.
type Standing struct {
	User   User
	Tenant Tenant
	// Subtree are the user's team and all below it.
	Subtree []identity.ID
}

// Store keeps users, teams, sessions and keys. The Find methods work across
// tenants and return ids only; all others work inside the tenant given, where
// what is not there is a NotFound fault. Implementations are safe for
// concurrent use.
type Store interface {
	FindUsers(ctx context.Context, email string) ([]Found, error)
	FindSession(ctx context.Context, tokenHash []byte) (Found, error)
	FindKey(ctx context.Context, keyHash []byte) (Found, error)

	// User returns a user with the tenant's name and the teams at now.
	User(ctx context.Context, tenant, id identity.ID, now time.Time) (Standing, error)
	// Users returns a page in the order of names, after the name and id given.
	Users(ctx context.Context, tenant identity.ID, now time.Time, afterName string, after identity.ID, limit int) ([]User, error)
	// InsertUser refuses an e-mail address that is taken with a Conflict fault.
	InsertUser(ctx context.Context, u User) error
	// UpdateUser writes u when its stored version is u.Version-1, else it
	// returns a PreconditionFailed fault. With endSessions every session of
	// the user ends too.
	UpdateUser(ctx context.Context, u User, endSessions bool) error

	Teams(ctx context.Context, tenant identity.ID) ([]Team, error)
	InsertTeam(ctx context.Context, tenant identity.ID, t Team) error
	// Join puts the user into the team from a day on, cutting short or
	// replacing memberships in the way.
	Join(ctx context.Context, tenant, team identity.ID, m Membership) error

	// Session returns the session and its user's standing at now.
	Session(ctx context.Context, tenant, id identity.ID, now time.Time) (Session, Standing, error)
	InsertSession(ctx context.Context, s Session) error
	// ExtendSession sets a new end.
	ExtendSession(ctx context.Context, tenant, id identity.ID, expires time.Time) error
	DeleteSession(ctx context.Context, tenant, id identity.ID) error
	// DeleteSessions ends all sessions of a user but one.
	DeleteSessions(ctx context.Context, tenant, user, except identity.ID) error

	Key(ctx context.Context, tenant, id identity.ID) (APIKey, Tenant, error)
	Keys(ctx context.Context, tenant identity.ID) ([]APIKey, error)
	InsertKey(ctx context.Context, k APIKey) error
	// RevokeKey keeps the time of the first revocation.
	RevokeKey(ctx context.Context, tenant, id identity.ID, at time.Time) error
	// TouchKey records a use.
	TouchKey(ctx context.Context, tenant, id identity.ID, at time.Time) error
}
