package catalog_test

import (
	"context"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// memory is the least that fulfils catalog.Store; the real one is tested with
// PostgreSQL.
type memory struct {
	mu    sync.Mutex
	items map[string]catalog.Item
	all   []catalog.Publication
	// customers by "system:id".
	customers map[string][]identity.ID
	// numbers by "kind number".
	numbers map[string][]identity.ID
}

func (m *memory) SaveItems(_ context.Context, _ identity.ID, items []catalog.Item) ([]catalog.Item, error) {
	for _, i := range items {
		m.items[i.SKU] = i
	}
	return items, nil
}

func (m *memory) ItemsBySKU(_ context.Context, _ identity.ID, skus []string) (out []catalog.Item, _ error) {
	for _, sku := range skus {
		if i, ok := m.items[sku]; ok {
			out = append(out, i)
		}
	}
	return out, nil
}

func (m *memory) Items(_ context.Context, _ identity.ID, _, after string, limit int) (out []catalog.Item, _ error) {
	for _, sku := range slices.Sorted(maps.Keys(m.items)) {
		if sku > after && len(out) < limit {
			out = append(out, m.items[sku])
		}
	}
	return out, nil
}

func (m *memory) CustomersByExternalID(_ context.Context, _ identity.ID, system, id string) ([]identity.ID, error) {
	return m.customers[system+":"+id], nil
}

func (m *memory) CustomersByNumber(_ context.Context, _ identity.ID, number catalog.Number, value string) ([]identity.ID, error) {
	return m.numbers[string(number)+" "+value], nil
}

func (m *memory) Publish(_ context.Context, p catalog.Publication) (catalog.Publication, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	again := slices.IndexFunc(m.all, func(old catalog.Publication) bool { return old.Ref() == p.Ref() })
	if again >= 0 {
		p = m.all[again]
		p.Number = 0
		m.all = slices.Delete(m.all, again, again+1)
	}
	for n := range m.all {
		if m.all[n].Kind == p.Kind && m.all[n].Code == p.Code {
			m.all[n].Current = false
			p.Number++
		}
	}
	p.Number, p.Current = p.Number+1, true
	m.all = append(m.all, p)
	return p, nil
}

func (m *memory) Publication(_ context.Context, _ identity.ID, kind catalog.Kind, code, version string) (catalog.Publication, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.all {
		if p.Kind == kind && p.Code == code && (version == "" && p.Current || p.Version == version) {
			return p, nil
		}
	}
	return catalog.Publication{}, fault.New(fault.NotFound, "publication-not-found", "no %s %q", kind, code)
}

func (m *memory) Heads(ctx context.Context, tenant identity.ID, refs []catalog.Ref) (out []catalog.Publication, _ error) {
	for _, r := range refs {
		p, err := m.Publication(ctx, tenant, r.Kind, r.Code, r.Version)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func (m *memory) Current(context.Context, identity.ID) (out []catalog.Publication, _ error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, p := range m.all {
		if p.Current {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b catalog.Publication) int { return strings.Compare(a.Ref().Key(), b.Ref().Key()) })
	return out, nil
}

func (m *memory) Publications(context.Context, identity.ID, catalog.Kind, string) ([]catalog.Publication, error) {
	return nil, nil
}

func (m *memory) Withdraw(_ context.Context, _ identity.ID, ref catalog.Ref) (out catalog.Publication, _ error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	at := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for n := range m.all {
		if m.all[n].Ref() == ref {
			m.all[n].WithdrawnAt, m.all[n].Current = &at, false
			out = m.all[n]
		}
	}
	return out, nil
}

// today is the day of all tests.
var today = civil.MustParse("2026-02-02")

// shop is a catalogue of the examples.
type shop struct {
	*catalog.Service
	store *memory
	admin identity.Actor
	rep   identity.Actor
}

func newShop(t testing.TB) *shop {
	t.Helper()
	store := &memory{items: map[string]catalog.Item{}}
	s := &shop{
		Service: catalog.NewService(store, func() time.Time { return today.Midnight(time.UTC) }),
		store:   store,
		admin: identity.Actor{Kind: identity.Person, Name: "Zoé Morel", Permissions: []identity.Permission{
			identity.ReadCatalog, identity.WriteModels, identity.WritePrices, identity.SeeCost}},
		rep: identity.Actor{Kind: identity.Person, Permissions: identity.PermissionsOf([]identity.Role{identity.Rep})},
	}
	for _, file := range []string{"bikes/items.csv", "conveyor/items.csv"} {
		f, err := os.Open("../examples/" + file)
		if err != nil {
			t.Fatal(err)
		}
		items, err := catalog.ReadItems(file, f)
		_ = f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.SaveItems(t.Context(), s.admin, items); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range []struct {
		kind  catalog.Kind
		entry string
	}{
		{catalog.BookKind, "prices/eur.yaml"}, {catalog.BookKind, "prices/usd.yaml"}, {catalog.BookKind, "prices/jpy.yaml"},
		{catalog.TaxKind, "prices/taxes.yaml"}, {catalog.RatesKind, "prices/rates.yaml"},
		{catalog.ModelKind, "bikes/city-bike.yaml"}, {catalog.ModelKind, "bikes/cargo-bike.yaml"},
		{catalog.ModelKind, "conveyor/belt-conveyor.yaml"},
	} {
		s.publish(t, d.kind, d.entry, nil)
	}
	return s
}

// publish publishes a file of the examples, changed by edit.
func (s *shop) publish(t testing.TB, kind catalog.Kind, entry string, edit func(string) string) catalog.Publication {
	t.Helper()
	p, err := s.Publish(t.Context(), s.admin, draft(t, kind, entry, edit))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// draft reads a file of the examples with the tables beside it.
func draft(t testing.TB, kind catalog.Kind, entry string, edit func(string) string) catalog.Draft {
	t.Helper()
	dir, file, _ := strings.Cut(entry, "/")
	source, err := catalog.ReadSource(os.DirFS("../examples/"+dir), file, ".csv")
	if err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		source[file] = edit(source[file])
	}
	return catalog.Draft{Kind: kind, Entry: file, Source: source}
}
