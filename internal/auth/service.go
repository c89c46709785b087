package auth

import (
	"context"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Options are the times and costs of a Service; zero fields take the default
// named.
type Options struct {
	Cost Cost // StandardCost
	// Hashes is how many passwords are checked at once; 4.
	Hashes int
	// Idle is how long a session lives without a request; 12 hours.
	Idle time.Duration
	// Longest is how long a session lives at all; 14 days.
	Longest time.Duration
}

// Service answers who is calling and keeps users, teams and keys. It is safe
// for concurrent use.
type Service struct {
	store     Store
	now       func() time.Time
	passwords *passwords
	idle      time.Duration
	longest   time.Duration
}

// NewService returns a service over the store; now is the clock.
func NewService(store Store, now func() time.Time, o Options) (*Service, error) {
	if o.Cost == (Cost{}) {
		o.Cost = StandardCost()
	}
	if o.Hashes == 0 {
		o.Hashes = 4
	}
	if o.Idle == 0 {
		o.Idle = 12 * time.Hour
	}
	if o.Longest == 0 {
		o.Longest = 14 * 24 * time.Hour
	}
	hasher, err := newPasswords(o.Cost, o.Hashes)
	if err != nil {
		return nil, err
	}
	return &Service{store: store, now: now, passwords: hasher, idle: o.Idle, longest: o.Longest}, nil
}

// SignedIn is a fresh session with the one copy of its token.
type SignedIn struct {
	Principal Principal
	Token     string
	ExpiresAt time.Time
}

// badCredentials is the one answer to every failed sign-in.
func badCredentials() error {
	return fault.New(fault.Unauthenticated, "wrong-credentials", "the e-mail address or the password is wrong")
}

// SignIn checks a password and opens a session. Somebody with the same e-mail
// address and password in several tenants gets a Conflict fault that lists
// them, and names one as company.
func (s *Service) SignIn(ctx context.Context, email, password string, company identity.ID) (SignedIn, error) {
	found, err := s.store.FindUsers(ctx, normalEmail(email))
	if err != nil {
		return SignedIn{}, err
	}
	var matching []Standing
	for _, f := range found {
		if company != identity.Nil && f.Tenant != company {
			continue
		}
		standing, ok, err := s.check(ctx, f, password)
		if err != nil {
			return SignedIn{}, err
		}
		if ok {
			matching = append(matching, standing)
		}
	}
	switch len(matching) {
	case 0:
		if len(found) == 0 {
			if _, _, err := s.passwords.matches(ctx, s.passwords.decoy, password); err != nil {
				return SignedIn{}, err
			}
		}
		return SignedIn{}, badCredentials()
	case 1:
		return s.open(ctx, matching[0])
	}
	return SignedIn{}, severalCompanies(matching)
}

// check reads a user and compares the password, renewing a hash of another
// cost.
func (s *Service) check(ctx context.Context, f Found, password string) (Standing, bool, error) {
	standing, err := s.store.User(ctx, f.Tenant, f.ID, s.now())
	if err != nil {
		return Standing{}, false, err
	}
	ok, stale, err := s.passwords.matches(ctx, standing.User.PasswordHash, password)
	if err != nil || !ok || !stale {
		return standing, ok, err
	}
	u := standing.User
	if u.PasswordHash, err = s.passwords.hash(ctx, password); err != nil {
		return Standing{}, false, err
	}
	u.Version++
	if err := s.store.UpdateUser(ctx, u, false); err != nil && fault.CodeOf(err) != fault.PreconditionFailed {
		return Standing{}, false, err
	}
	return standing, true, nil
}

func severalCompanies(standings []Standing) error {
	companies := make([]map[string]string, len(standings))
	for i, m := range standings {
		companies[i] = map[string]string{"id": m.Tenant.ID.String(), "name": m.Tenant.Name}
	}
	return fault.New(fault.Conflict, "company-needed", "this account exists in several companies; name one").With("companies", companies)
}

func (s *Service) open(ctx context.Context, m Standing) (SignedIn, error) {
	now, token := s.now(), newSecret()
	session := Session{ID: identity.NewID(), Tenant: m.User.Tenant, User: m.User.ID, CreatedAt: now,
		ExpiresAt: now.Add(s.idle), TokenHash: hashSecret(token)}
	if err := s.store.InsertSession(ctx, session); err != nil {
		return SignedIn{}, err
	}
	return SignedIn{Principal: m.principal(), Token: token, ExpiresAt: session.ExpiresAt}, nil
}

// Session returns who the session's token belongs to and when it ends, or an
// Unauthenticated fault. A session in use is extended.
func (s *Service) Session(ctx context.Context, token string) (Principal, Session, error) {
	session, standing, err := s.session(ctx, token)
	if err != nil {
		return Principal{}, Session{}, err
	}
	now := s.now()
	latest := session.CreatedAt.Add(s.longest)
	if session.ExpiresAt.Sub(now) < s.idle/2 && session.ExpiresAt.Before(latest) {
		session.ExpiresAt = now.Add(s.idle)
		if session.ExpiresAt.After(latest) {
			session.ExpiresAt = latest
		}
		if err := s.store.ExtendSession(ctx, session.Tenant, session.ID, session.ExpiresAt); err != nil {
			return Principal{}, Session{}, err
		}
	}
	return standing.principal(), session, nil
}

func (s *Service) session(ctx context.Context, token string) (Session, Standing, error) {
	ended := fault.New(fault.Unauthenticated, "session-ended", "the session has ended; sign in again")
	found, err := s.store.FindSession(ctx, hashSecret(token))
	if err != nil {
		return Session{}, Standing{}, replaceNotFound(err, ended)
	}
	session, standing, err := s.store.Session(ctx, found.Tenant, found.ID, s.now())
	if err != nil {
		return Session{}, Standing{}, replaceNotFound(err, ended)
	}
	if !standing.User.Active || !s.now().Before(session.ExpiresAt) {
		return Session{}, Standing{}, ended
	}
	return session, standing, nil
}

// SignOut ends the session; a token that is unknown is fine.
func (s *Service) SignOut(ctx context.Context, token string) error {
	found, err := s.store.FindSession(ctx, hashSecret(token))
	if fault.CodeOf(err) == fault.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	return s.store.DeleteSession(ctx, found.Tenant, found.ID)
}

// touchEvery bounds how often the use of a key is written down.
const touchEvery = time.Minute

// Key returns the machine behind an API key, or an Unauthenticated fault.
func (s *Service) Key(ctx context.Context, secret string) (Principal, error) {
	unknown := fault.New(fault.Unauthenticated, "unknown-api-key", "the API key is unknown, expired or revoked")
	found, err := s.store.FindKey(ctx, hashSecret(secret))
	if err != nil {
		return Principal{}, replaceNotFound(err, unknown)
	}
	key, tenant, err := s.store.Key(ctx, found.Tenant, found.ID)
	if err != nil {
		return Principal{}, replaceNotFound(err, unknown)
	}
	now := s.now()
	if !key.usable(now) {
		return Principal{}, unknown
	}
	if now.Sub(key.LastUsedAt) >= touchEvery {
		if err := s.store.TouchKey(ctx, key.Tenant, key.ID, now); err != nil {
			return Principal{}, err
		}
	}
	return Principal{Tenant: tenant, Actor: identity.Actor{Tenant: key.Tenant, ID: key.ID, Kind: identity.Machine,
		Name: key.Name, Permissions: key.Scopes}}, nil
}

// principal makes the actor: a manager's teams are the whole subtree, anybody
// else's the own one.
func (m Standing) principal() Principal {
	u := m.User
	actor := identity.Actor{Tenant: u.Tenant, ID: u.ID, Kind: identity.Person, Name: u.Name, Roles: u.Roles,
		Permissions: u.Permissions(), Team: u.Team, Language: u.Language}
	switch {
	case u.Team == identity.Nil:
	case actor.Has(identity.Manager):
		actor.Teams = m.Subtree
	default:
		actor.Teams = []identity.ID{u.Team}
	}
	return Principal{Actor: actor, Tenant: m.Tenant, Email: u.Email}
}

func replaceNotFound(err error, by *fault.Error) error {
	if fault.CodeOf(err) == fault.NotFound {
		return by
	}
	return err
}

func normalEmail(email string) string { return strings.ToLower(strings.TrimSpace(email)) }

// invalid joins issues into one fault, or nil.
func invalid(issues ...fault.Issue) error {
	return fault.FromIssues("invalid-access", "the request has mistakes; nothing was changed", issues)
}
