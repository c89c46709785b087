package catalog

import (
	"cmp"
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// trial returns a catalogue in which p is the current version of its code, as
// if it had been published. It shares the caches of s, whose keys are content.
func (s *Service) trial(p Publication) *Service {
	out := *s
	p.Current = true
	out.store = proposed{s.store, p}
	return &out
}

// proposed is a store with one version more.
type proposed struct {
	Store
	next Publication
}

func (o proposed) is(tenant identity.ID, kind Kind, code, version string) bool {
	return tenant == o.next.Tenant && kind == o.next.Kind && code == o.next.Code && (version == "" || version == o.next.Version)
}

// Publication implements Store.
func (o proposed) Publication(ctx context.Context, tenant identity.ID, kind Kind, code, version string) (Publication, error) {
	if o.is(tenant, kind, code, version) {
		return o.next, nil
	}
	return o.Store.Publication(ctx, tenant, kind, code, version)
}

// Heads implements Store.
func (o proposed) Heads(ctx context.Context, tenant identity.ID, refs []Ref) ([]Publication, error) {
	ours := func(r Ref) bool { return o.is(tenant, r.Kind, r.Code, r.Version) }
	others, err := o.Store.Heads(ctx, tenant, slices.DeleteFunc(slices.Clone(refs), ours))
	if err != nil {
		return nil, err
	}
	out := make([]Publication, 0, len(refs))
	for _, r := range refs {
		if ours(r) {
			out = append(out, o.head())
			continue
		}
		out, others = append(out, others[0]), others[1:]
	}
	return out, nil
}

// Current implements Store.
func (o proposed) Current(ctx context.Context, tenant identity.ID) ([]Publication, error) {
	heads, err := o.Store.Current(ctx, tenant)
	if err != nil || tenant != o.next.Tenant {
		return heads, err
	}
	heads = slices.DeleteFunc(heads, func(p Publication) bool { return p.Kind == o.next.Kind && p.Code == o.next.Code })
	heads = append(heads, o.head())
	slices.SortFunc(heads, func(a, b Publication) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Code, b.Code))
	})
	return heads, nil
}

func (o proposed) head() Publication {
	p := o.next
	p.Source = nil
	return p
}
