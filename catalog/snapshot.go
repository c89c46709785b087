package catalog

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// snapshot returns a catalogue that knows the versions of one moment: those
// that a quote is resolved and priced with come in one question, and what is
// published meanwhile does not show in half of an answer.
func (s *Service) snapshot(ctx context.Context, tenant identity.ID, q Quote) (*Service, error) {
	if _, taken := s.store.(moment); taken {
		return s, nil
	}
	m := moment{Store: s.store, heads: map[Ref]Publication{}}
	pinned := q.Pins.refs()
	var err error
	if len(pinned) == 0 {
		m.current, err = s.store.Current(ctx, tenant)
		for _, h := range m.current {
			ref := h.Ref()
			m.heads[ref] = h
			ref.Version = ""
			m.heads[ref] = h
		}
	} else {
		err = m.take(ctx, tenant, append(pinned, q.models()...))
	}
	out := *s
	out.store = m
	return &out, err
}

// models returns the versions of models that the quote asks for, each once.
func (q Quote) models() []Ref {
	var out []Ref
	for _, p := range q.Products {
		ref := Ref{Kind: ModelKind, Code: p.Model}
		ref.Version = q.Pins[ref.Key()]
		if p.Model != "" && !slices.Contains(out, ref) {
			out = append(out, ref)
		}
	}
	return out
}

// moment is a store that remembers heads. It never changes once it is made.
type moment struct {
	Store
	heads   map[Ref]Publication
	current []Publication // nil where it has not been asked for
}

// take remembers the refs' versions. Where one is missing it remembers none:
// whoever asks for it is told.
func (m moment) take(ctx context.Context, tenant identity.ID, refs []Ref) error {
	heads, err := m.Store.Heads(ctx, tenant, refs)
	if fault.CodeOf(err) == fault.NotFound {
		return nil
	}
	for n, h := range heads {
		m.heads[refs[n]] = h
	}
	return err
}

// Heads implements Store.
func (m moment) Heads(ctx context.Context, tenant identity.ID, refs []Ref) ([]Publication, error) {
	out := make([]Publication, len(refs))
	for n, r := range refs {
		h, known := m.heads[r]
		if !known {
			return m.Store.Heads(ctx, tenant, refs)
		}
		out[n] = h
	}
	return out, nil
}

// Current implements Store.
func (m moment) Current(ctx context.Context, tenant identity.ID) ([]Publication, error) {
	if m.current == nil {
		return m.Store.Current(ctx, tenant)
	}
	return slices.Clone(m.current), nil
}
