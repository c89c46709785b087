package postgres_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

func newCatalog(t *testing.T) (*postgres.Catalog, identity.ID) {
	t.Helper()
	db := pgtest.New(t)
	now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)
	return postgres.NewCatalog(db, func() time.Time { return now }), pgtest.Tenant(t, db)
}

func item(sku string) catalog.Item {
	return catalog.Item{SKU: sku, Name: lang.New("Motor", "Moteur"), Unit: "C62", TaxClass: "standard",
		Weight: money.MustParse("3.25"), Discountable: true, ExternalIDs: map[string]string{"erp": "4711"}}
}

func TestItemsKeepWhatWasSaved(t *testing.T) {
	t.Parallel()
	store, tenant := newCatalog(t)
	if _, err := store.SaveItems(t.Context(), tenant, []catalog.Item{item("M-250"), item("A-1")}); err != nil {
		t.Fatal(err)
	}
	got, err := store.ItemsBySKU(t.Context(), tenant, []string{"M-250", "missing"})
	if err != nil || len(got) != 1 {
		t.Fatalf("ItemsBySKU = %v, %v; want one item", got, err)
	}
	ignore := cmpopts.IgnoreFields(catalog.Item{}, "ID", "Version", "UpdatedAt")
	if diff := cmp.Diff(item("M-250"), got[0], ignore, cmpopts.EquateEmpty(), equalDecimals); diff != "" {
		t.Errorf("the item changed on its way (-saved +read):\n%s", diff)
	}
}

var equalDecimals = cmp.Comparer(func(a, b money.Decimal) bool { return a.Equal(b) })

func TestAnUnchangedItemKeepsItsVersion(t *testing.T) {
	t.Parallel()
	store, tenant := newCatalog(t)
	save := func(i catalog.Item) catalog.Item {
		t.Helper()
		saved, err := store.SaveItems(t.Context(), tenant, []catalog.Item{i})
		if err != nil {
			t.Fatal(err)
		}
		return saved[0]
	}
	first := save(item("M-250"))
	if again := save(item("M-250")); again.Version != 1 || again.ID != first.ID {
		t.Errorf("saving the same again gives version %d, id %s; want 1, %s", again.Version, again.ID, first.ID)
	}
	heavier := item("M-250")
	heavier.Weight = money.MustParse("3.5")
	if changed := save(heavier); changed.Version != 2 || changed.ID != first.ID {
		t.Errorf("a change gives version %d, id %s; want 2, %s", changed.Version, changed.ID, first.ID)
	}
}

func TestItemPagesFollowEachOther(t *testing.T) {
	t.Parallel()
	store, tenant := newCatalog(t)
	var items []catalog.Item
	for n := range 7 {
		items = append(items, item(fmt.Sprintf("M-%d", n)))
	}
	if _, err := store.SaveItems(t.Context(), tenant, items); err != nil {
		t.Fatal(err)
	}
	var seen []string
	for after := ""; ; {
		page, err := store.Items(t.Context(), tenant, "moteur", after, 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, i := range page {
			seen = append(seen, i.SKU)
		}
		after = seen[len(seen)-1]
	}
	if want := []string{"M-0", "M-1", "M-2", "M-3", "M-4", "M-5", "M-6"}; !cmp.Equal(seen, want) {
		t.Errorf("pages hold %v, want %v", seen, want)
	}
}

func publication(tenant identity.ID, content string) catalog.Publication {
	source := catalog.Source{"model.yaml": content}
	return catalog.Publication{Tenant: tenant, Kind: catalog.ModelKind, Code: "city-bike", Version: source.Hash(),
		Label: lang.New("City bike", "Vélo de ville"), Entry: "model.yaml", Source: source,
		PublishedAt: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), PublishedBy: "Zoé Morel"}
}

func TestPublishingMakesAVersionCurrent(t *testing.T) {
	t.Parallel()
	store, tenant := newCatalog(t)
	publish := func(content string) catalog.Publication {
		t.Helper()
		p, err := store.Publish(t.Context(), publication(tenant, content))
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	first, second := publish("a"), publish("b")
	if first.Number != 1 || second.Number != 2 || !second.Current {
		t.Errorf("numbers %d, %d, current %v; want 1, 2, true", first.Number, second.Number, second.Current)
	}
	if diff := cmp.Diff(catalog.Source{"model.yaml": "b"}, second.Source); diff != "" {
		t.Errorf("the source changed on its way:\n%s", diff)
	}
	if back := publish("a"); back.Number != 1 || !back.Current {
		t.Errorf("publishing old content again gives number %d, current %v; want version 1 current again", back.Number, back.Current)
	}
	heads, err := store.Heads(t.Context(), tenant, []catalog.Ref{
		{Kind: catalog.ModelKind, Code: "city-bike", Version: second.Version}, {Kind: catalog.ModelKind, Code: "city-bike"}})
	if err != nil || heads[0].Number != 2 || heads[1].Number != 1 {
		t.Errorf("Heads = %v, %v; want versions 2 and 1 in the order asked", heads, err)
	}
}

func TestWithdrawingFallsBackToTheNewestUsable(t *testing.T) {
	t.Parallel()
	store, tenant := newCatalog(t)
	var refs []catalog.Ref
	for _, content := range []string{"a", "b", "c"} {
		p, err := store.Publish(t.Context(), publication(tenant, content))
		if err != nil {
			t.Fatal(err)
		}
		refs = append(refs, p.Ref())
	}
	current := func() (int, error) {
		p, err := store.Publication(t.Context(), tenant, catalog.ModelKind, "city-bike", "")
		return p.Number, err
	}
	for n, want := range []int{2, 2, 0} {
		ref := []catalog.Ref{refs[2], refs[0], refs[1]}[n]
		if p, err := store.Withdraw(t.Context(), tenant, ref); err != nil || p.WithdrawnAt == nil || p.Current {
			t.Fatalf("Withdraw = %+v, %v", p, err)
		}
		got, err := current()
		if want == 0 && fault.CodeOf(err) != fault.NotFound || want != 0 && got != want {
			t.Errorf("after withdrawal %d the current version is %d, %v; want %d", n, got, err, want)
		}
	}
}

func TestConcurrentPublicationsHaveNoGapInTheirNumbers(t *testing.T) {
	t.Parallel()
	store, tenant := newCatalog(t)
	var wg sync.WaitGroup
	for n := range 12 {
		wg.Go(func() {
			if _, err := store.Publish(t.Context(), publication(tenant, fmt.Sprint("content ", n))); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	all, err := store.Publications(t.Context(), tenant, catalog.ModelKind, "city-bike")
	if err != nil {
		t.Fatal(err)
	}
	for n, p := range all {
		if p.Number != len(all)-n {
			t.Errorf("version %d of the list has number %d", n, p.Number)
		}
	}
	if len(all) != 12 {
		t.Errorf("%d versions are stored, want 12", len(all))
	}
}
