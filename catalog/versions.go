package catalog

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/pricing"
)

// Compare returns what changes between two versions of a price document; version
// "" is the current one. It needs the permission to read its source.
func (s *Service) Compare(ctx context.Context, actor identity.Actor, kind Kind, code, before, after string) ([]pricing.PartChange, error) {
	if kind == ModelKind {
		return nil, fault.New(fault.Invalid, "unknown-kind", "models are no price documents")
	}
	var docs [2]any
	for n, version := range []string{before, after} {
		p, err := s.Publication(ctx, actor, kind, code, version)
		if err != nil {
			return nil, err
		}
		if docs[n], err = parse(p); err != nil {
			return nil, err
		}
	}
	switch was := docs[0].(type) {
	case *pricing.Book:
		return was.Diff(docs[1].(*pricing.Book)), nil
	case *pricing.Procedure:
		return was.Diff(docs[1].(*pricing.Procedure)), nil
	case *pricing.TaxTable:
		return was.Diff(docs[1].(*pricing.TaxTable)), nil
	case *pricing.Rates:
		return was.Diff(docs[1].(*pricing.Rates)), nil
	case *pricing.Contract:
		return was.Diff(docs[1].(*pricing.Contract)), nil
	default:
		return docs[0].(*pricing.Promotion).Diff(docs[1].(*pricing.Promotion)), nil
	}
}

// Restore makes an earlier version the current one again, after the same checks
// as publishing it: what it must fit may have changed since.
func (s *Service) Restore(ctx context.Context, actor identity.Actor, ref Ref) (Publication, error) {
	if err := require(actor, writePermission(ref.Kind)); err != nil {
		return Publication{}, err
	}
	p, err := s.store.Publication(ctx, actor.Tenant, ref.Kind, ref.Code, ref.Version)
	if err != nil {
		return Publication{}, err
	}
	return s.Publish(ctx, actor, Draft{Kind: ref.Kind, Code: ref.Code, Entry: p.Entry, Source: p.Source})
}

// Try checks a draft and returns a catalogue in which it is the current version
// of its code. Nothing is stored.
func (s *Service) Try(ctx context.Context, actor identity.Actor, d Draft) (Publication, *Service, error) {
	p, err := s.Check(ctx, actor, d)
	if err != nil {
		return p, nil, err
	}
	return p, s.trial(p), nil
}
