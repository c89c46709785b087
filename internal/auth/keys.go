package auth

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// AddKey makes an API key and returns it with the one copy of its secret. It
// needs the permission admin and every scope that it gives. A zero expires is
// never.
func (s *Service) AddKey(ctx context.Context, actor identity.Actor, name string, scopes []identity.Permission, expires time.Time) (APIKey, string, error) {
	if err := administrator(actor); err != nil {
		return APIKey{}, "", err
	}
	now, secret := s.now(), keyPrefix+newSecret()
	k := APIKey{ID: identity.NewID(), Tenant: actor.Tenant, Name: strings.TrimSpace(name), Prefix: secret[:shownPrefix],
		Scopes: scopes, CreatedBy: actor.ID, CreatedAt: now, ExpiresAt: expires, Hash: hashSecret(secret)}
	if err := invalid(k.check(actor, now)...); err != nil {
		return APIKey{}, "", err
	}
	return k, secret, s.store.InsertKey(ctx, k)
}

func (k APIKey) check(actor identity.Actor, now time.Time) []fault.Issue {
	var out []fault.Issue
	bad := func(pointer, format string, args ...any) {
		out = append(out, fault.Issue{Kind: "invalid-api-key", Pointer: pointer, Message: fmt.Sprintf(format, args...)})
	}
	if k.Name == "" {
		bad("/name", "a key needs a name")
	}
	if len(k.Scopes) == 0 {
		bad("/scopes", "a key needs at least one scope")
	}
	for i, scope := range k.Scopes {
		switch {
		case !slices.Contains(identity.Permissions(), scope):
			bad(fmt.Sprintf("/scopes/%d", i), "there is no scope %q", scope)
		case !actor.Can(scope):
			bad(fmt.Sprintf("/scopes/%d", i), "you do not have %q yourself", scope)
		}
	}
	if !k.ExpiresAt.IsZero() && !now.Before(k.ExpiresAt) {
		bad("/expires_at", "the key would be expired already")
	}
	return out
}

// Keys returns all keys of the tenant, newest first; it needs the permission
// admin.
func (s *Service) Keys(ctx context.Context, actor identity.Actor) ([]APIKey, error) {
	if err := administrator(actor); err != nil {
		return nil, err
	}
	return s.store.Keys(ctx, actor.Tenant)
}

// RevokeKey stops a key for good; it needs the permission admin. Revoking
// twice is fine.
func (s *Service) RevokeKey(ctx context.Context, actor identity.Actor, id identity.ID) error {
	if err := administrator(actor); err != nil {
		return err
	}
	return s.store.RevokeKey(ctx, actor.Tenant, id, s.now())
}
