package auth

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// NewUser is a user to add. Without a Password nobody can sign in as them.
type NewUser struct {
	Email, Name, Phone string
	Roles              []identity.Role
	SeeCost            bool
	Language           string // lang.Default where empty
	Password           string
}

// UserPatch changes what is not nil of a user.
type UserPatch struct {
	Name     *string
	Roles    *[]identity.Role
	SeeCost  *bool
	Language *string
	Active   *bool
	Password *string
}

// emailShape refuses slips of the pen; only a message that arrives proves an
// address.
var emailShape = regexp.MustCompile(`^[^@\s]+@[^@\s]+$`)

// AddUser adds a user to the actor's tenant; it needs the permission admin.
// All mistakes are reported at once; a taken address is a Conflict fault.
func (s *Service) AddUser(ctx context.Context, actor identity.Actor, in NewUser) (User, error) {
	if err := administrator(actor); err != nil {
		return User{}, err
	}
	now := s.now()
	u := User{ID: identity.NewID(), Tenant: actor.Tenant, Email: normalEmail(in.Email), Name: strings.TrimSpace(in.Name),
		Phone: in.Phone, Roles: in.Roles, SeeCost: in.SeeCost, Language: in.Language, Active: true,
		CreatedAt: now, UpdatedAt: now, Version: 1}
	if u.Language == "" {
		u.Language = lang.Default
	}
	issues := u.check()
	if in.Password != "" {
		issues = append(issues, checkPassword(in.Password, u)...)
	}
	if err := invalid(issues...); err != nil {
		return User{}, err
	}
	if in.Password != "" {
		hash, err := s.passwords.hash(ctx, in.Password)
		if err != nil {
			return User{}, err
		}
		u.PasswordHash = hash
	}
	return u, s.store.InsertUser(ctx, u)
}

// check returns everything wrong with the user's own fields.
func (u User) check() []fault.Issue {
	var out []fault.Issue
	bad := func(pointer, format string, args ...any) {
		out = append(out, fault.Issue{Kind: "invalid-user", Pointer: pointer, Message: fmt.Sprintf(format, args...)})
	}
	if !emailShape.MatchString(u.Email) {
		bad("/email", "%q is not an e-mail address", u.Email)
	}
	if u.Name == "" {
		bad("/name", "a user needs a name")
	}
	if len(u.Roles) == 0 {
		bad("/roles", "a user needs at least one role")
	}
	for i, r := range u.Roles {
		if !slices.Contains(identity.Roles(), r) {
			bad(fmt.Sprintf("/roles/%d", i), "there is no role %q", r)
		}
	}
	if !slices.Contains(lang.Supported(), u.Language) {
		bad("/language", "language %q is not offered", u.Language)
	}
	return out
}

// selfService reports what nobody may do to themselves: take a right to see
// costs, or give up the administration, so that somebody is always left.
func selfService(actor identity.Actor, before, after User) []fault.Issue {
	if actor.ID != before.ID {
		return nil
	}
	var out []fault.Issue
	if slices.Contains(after.Permissions(), identity.SeeCost) && !actor.Can(identity.SeeCost) {
		out = append(out, fault.Issue{Kind: "self-grant", Pointer: "/see_cost", Message: "nobody may give themselves the right to see costs"})
	}
	if !after.Active || !slices.Contains(after.Roles, identity.Admin) {
		out = append(out, fault.Issue{Kind: "self-lockout", Pointer: "/roles", Message: "nobody may take the administration from themselves"})
	}
	return out
}

// Users returns a page of the tenant's users by name, after the name and id
// given. E-mail addresses are blank but for administrators and the own one.
func (s *Service) Users(ctx context.Context, actor identity.Actor, afterName string, after identity.ID, limit int) ([]User, error) {
	users, err := s.store.Users(ctx, actor.Tenant, s.now(), afterName, after, limit)
	for i := range users {
		users[i] = users[i].seenBy(actor)
	}
	return users, err
}

// User returns one user of the actor's tenant, as Users shows it.
func (s *Service) User(ctx context.Context, actor identity.Actor, id identity.ID) (User, error) {
	standing, err := s.store.User(ctx, actor.Tenant, id, s.now())
	return standing.User.seenBy(actor), err
}

func (u User) seenBy(actor identity.Actor) User {
	u.PasswordHash = ""
	if !actor.Can(identity.Administer) && actor.ID != u.ID {
		u.Email, u.Phone = "", ""
	}
	return u
}

// ChangeUser applies the patch to the version given; it needs the permission
// admin. Making a user inactive and setting a password end their sessions.
func (s *Service) ChangeUser(ctx context.Context, actor identity.Actor, id identity.ID, version int64, patch UserPatch) (User, error) {
	if err := administrator(actor); err != nil {
		return User{}, err
	}
	standing, err := s.store.User(ctx, actor.Tenant, id, s.now())
	if err != nil {
		return User{}, err
	}
	before := standing.User
	if version != before.Version {
		return User{}, stale(before.Version)
	}
	after, ends, err := s.patched(ctx, actor, before, patch)
	if err != nil {
		return User{}, err
	}
	return after.seenBy(actor), s.store.UpdateUser(ctx, after, ends)
}

func (s *Service) patched(ctx context.Context, actor identity.Actor, before User, patch UserPatch) (after User, endSessions bool, err error) {
	after = before
	assign(&after.Name, patch.Name)
	assign(&after.Roles, patch.Roles)
	assign(&after.SeeCost, patch.SeeCost)
	assign(&after.Language, patch.Language)
	assign(&after.Active, patch.Active)
	after.Name = strings.TrimSpace(after.Name)
	after.Version, after.UpdatedAt = before.Version+1, s.now()
	issues := append(after.check(), selfService(actor, before, after)...)
	if patch.Password != nil {
		issues = append(issues, checkPassword(*patch.Password, after)...)
	}
	if err := invalid(issues...); err != nil {
		return User{}, false, err
	}
	if patch.Password != nil {
		if after.PasswordHash, err = s.passwords.hash(ctx, *patch.Password); err != nil {
			return User{}, false, err
		}
	}
	return after, !after.Active || patch.Password != nil, nil
}

// ChangeOwn changes the actor's own name or language; nil stays.
func (s *Service) ChangeOwn(ctx context.Context, actor identity.Actor, name, language *string) (Principal, error) {
	standing, err := s.store.User(ctx, actor.Tenant, actor.ID, s.now())
	if err != nil {
		return Principal{}, err
	}
	assign(&standing.User.Name, name)
	assign(&standing.User.Language, language)
	standing.User.Version++
	standing.User.UpdatedAt = s.now()
	if err := invalid(standing.User.check()...); err != nil {
		return Principal{}, err
	}
	return standing.principal(), s.store.UpdateUser(ctx, standing.User, false)
}

// ChangePassword sets the actor's own password after checking the current one,
// and ends the user's other sessions.
func (s *Service) ChangePassword(ctx context.Context, actor identity.Actor, sessionToken, current, next string) error {
	standing, err := s.store.User(ctx, actor.Tenant, actor.ID, s.now())
	if err != nil {
		return err
	}
	u := standing.User
	ok, _, err := s.passwords.matches(ctx, u.PasswordHash, current)
	if err != nil {
		return err
	}
	var issues []fault.Issue
	if !ok {
		issues = append(issues, fault.Issue{Kind: "wrong-password", Pointer: "/current", Message: "this is not the present password"})
	}
	for _, i := range checkPassword(next, u) {
		i.Pointer = "/new"
		issues = append(issues, i)
	}
	if err := invalid(issues...); err != nil {
		return err
	}
	if u.PasswordHash, err = s.passwords.hash(ctx, next); err != nil {
		return err
	}
	u.Version++
	u.UpdatedAt = s.now()
	if err := s.store.UpdateUser(ctx, u, false); err != nil {
		return err
	}
	session, err := s.store.FindSession(ctx, hashSecret(sessionToken))
	if err != nil {
		return err
	}
	return s.store.DeleteSessions(ctx, u.Tenant, u.ID, session.ID)
}

// administrator returns a Forbidden fault unless the actor may administer.
func administrator(actor identity.Actor) error {
	if actor.Can(identity.Administer) {
		return nil
	}
	return fault.New(fault.Forbidden, "permission-missing", "this needs the permission %q", identity.Administer).
		With("permission", identity.Administer)
}

// stale is the answer to a change of a version that is no longer the present.
func stale(present int64) error {
	return fault.New(fault.PreconditionFailed, "stale-version", "version %d is the present one", present).With("version", present)
}

func assign[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}
