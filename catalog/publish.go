package catalog

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Publications lists the current version of every code, or with a code all its
// versions, newest first, without their source.
func (s *Service) Publications(ctx context.Context, actor identity.Actor, kind Kind, code string) ([]Publication, error) {
	if err := require(actor, readPermission(kind)); err != nil {
		return nil, err
	}
	return s.store.Publications(ctx, actor.Tenant, kind, code)
}

// Publication returns one version with its source; version "" is the current
// one. Withdrawn versions can be read, not used.
func (s *Service) Publication(ctx context.Context, actor identity.Actor, kind Kind, code, version string) (Publication, error) {
	if err := require(actor, readPermission(kind)); err != nil {
		return Publication{}, err
	}
	return s.store.Publication(ctx, actor.Tenant, kind, code, version)
}

// readPermission is what reading a source needs: price books and procedures show
// costs or how they are used, contracts what was agreed with one customer, so
// only those who see costs read them.
func readPermission(kind Kind) identity.Permission {
	if kind == BookKind || kind == ProcedureKind || kind == ContractKind {
		return identity.SeeCost
	}
	return identity.ReadCatalog
}

// Withdraw takes a version out of use. The newest remaining version becomes
// current; quotes that pin the withdrawn one are told the present one.
func (s *Service) Withdraw(ctx context.Context, actor identity.Actor, ref Ref) (Publication, error) {
	if err := require(actor, writePermission(ref.Kind)); err != nil {
		return Publication{}, err
	}
	if _, err := s.store.Publication(ctx, actor.Tenant, ref.Kind, ref.Code, ref.Version); err != nil {
		return Publication{}, err
	}
	return s.store.Withdraw(ctx, actor.Tenant, ref)
}

func writePermission(kind Kind) identity.Permission {
	if kind == ModelKind {
		return identity.WriteModels
	}
	return identity.WritePrices
}

// usable returns a published version for use, without its source, or the
// Conflict fault that names the present version when it has been withdrawn.
func (s *Service) usable(ctx context.Context, tenant identity.ID, ref Ref) (Publication, error) {
	heads, err := s.store.Heads(ctx, tenant, []Ref{ref})
	if err != nil {
		return Publication{}, err
	}
	if heads[0].WithdrawnAt == nil {
		return heads[0], nil
	}
	present, err := s.store.Heads(ctx, tenant, []Ref{{Kind: ref.Kind, Code: ref.Code}})
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return heads[0], withdrawn(heads[0], "")
	case err != nil:
		return heads[0], err
	}
	return heads[0], withdrawn(heads[0], present[0].Version)
}
