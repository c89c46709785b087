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
	return difference(docs[0], docs[1])
}

// CompareDrafts returns what the later of two drafts of one kind changes.
func CompareDrafts(before, after Draft) ([]pricing.PartChange, error) {
	was, err := before.read()
	if err != nil {
		return nil, err
	}
	is, err := after.read()
	if err != nil {
		return nil, err
	}
	return difference(was, is)
}

func difference(before, after any) ([]pricing.PartChange, error) {
	switch was := before.(type) {
	case *pricing.Book:
		if is, ok := after.(*pricing.Book); ok {
			return was.Diff(is), nil
		}
	case *pricing.Procedure:
		if is, ok := after.(*pricing.Procedure); ok {
			return was.Diff(is), nil
		}
	case *pricing.TaxTable:
		if is, ok := after.(*pricing.TaxTable); ok {
			return was.Diff(is), nil
		}
	case *pricing.Rates:
		if is, ok := after.(*pricing.Rates); ok {
			return was.Diff(is), nil
		}
	case *pricing.Contract:
		if is, ok := after.(*pricing.Contract); ok {
			return was.Diff(is), nil
		}
	case *pricing.Promotion:
		if is, ok := after.(*pricing.Promotion); ok {
			return was.Diff(is), nil
		}
	}
	return nil, fault.New(fault.Invalid, "other-kind", "the two are not price documents of one kind")
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
