package catalog

import (
	"context"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Service is the catalogue: items, published versions, and the answers that
// need configuration and price together. It is safe for concurrent use.
type Service struct {
	store    Store
	now      func() time.Time
	models   *cache[*configurator.Model]
	compiled *cache[*configurator.Compiled]
	// documents holds parsed price documents, priced compiled sets of them.
	documents *cache[any]
	priced    *cache[prices]
	// reads holds the codes of the models that a set's expressions read.
	reads *cache[[]string]
	// resolved holds configurations that quotes sell.
	resolved *cache[resolution]
	// warm holds large quotes as they were priced last.
	warm *warm
}

// NewService returns a catalogue over the store. now is the clock; it is read
// only to stamp publications.
func NewService(store Store, now func() time.Time) *Service {
	return &Service{
		store: store, now: now,
		models:    newCache[*configurator.Model](cached),
		compiled:  newCache[*configurator.Compiled](cached),
		documents: newCache[any](cached),
		priced:    newCache[prices](cached),
		reads:     newCache[[]string](cached),
		resolved:  newCache[resolution](cachedResolved),
		warm:      &warm{},
	}
}

// pageLimit is the largest page of a list.
const pageLimit = 200

// SaveItems inserts or updates items by SKU, all or nothing: with any mistake
// it returns one Invalid fault naming all of them by JSON pointer and changes
// nothing. It needs the permission to write prices or models.
func (s *Service) SaveItems(ctx context.Context, actor identity.Actor, items []Item) ([]Item, error) {
	if err := require(actor, identity.WritePrices, identity.WriteModels); err != nil {
		return nil, err
	}
	var issues []fault.Issue
	seen := make(map[string]int, len(items))
	clean := make([]Item, len(items))
	for n, item := range items {
		at := fmt.Sprintf("/items/%d", n)
		clean[n] = item.normalise()
		issues = append(issues, clean[n].check(at)...)
		if first, twice := seen[clean[n].SKU]; twice {
			issues = append(issues, fault.Issue{Kind: "duplicate-item", Pointer: at + "/sku",
				Message: fmt.Sprintf("SKU %s is also that of item %d of this list", clean[n].SKU, first)})
		}
		seen[clean[n].SKU] = n
	}
	if err := fault.FromIssues("invalid-items", "the items have mistakes; nothing was saved", issues); err != nil {
		return nil, err
	}
	return s.store.SaveItems(ctx, actor.Tenant, clean)
}

// Item returns the item with the SKU, or a NotFound fault.
func (s *Service) Item(ctx context.Context, actor identity.Actor, sku string) (Item, error) {
	if err := require(actor, identity.ReadCatalog); err != nil {
		return Item{}, err
	}
	found, err := s.store.ItemsBySKU(ctx, actor.Tenant, []string{sku})
	if err != nil {
		return Item{}, err
	}
	if len(found) == 0 {
		return Item{}, fault.New(fault.NotFound, "item-not-found", "there is no item %q", sku)
	}
	return found[0], nil
}

// Items returns a page of items in SKU order, those after the SKU given whose
// SKU, family or name contains search. A limit outside 1 to 200 is reduced to
// it.
func (s *Service) Items(ctx context.Context, actor identity.Actor, search, after string, limit int) ([]Item, error) {
	if err := require(actor, identity.ReadCatalog); err != nil {
		return nil, err
	}
	return s.store.Items(ctx, actor.Tenant, search, after, min(max(limit, 1), pageLimit))
}

// require returns a Forbidden fault unless the actor has one of the
// permissions.
func require(actor identity.Actor, any ...identity.Permission) error {
	for _, p := range any {
		if actor.Can(p) {
			return nil
		}
	}
	return fault.New(fault.Forbidden, "permission-missing", "this needs the permission %q", any[0]).With("permission", any[0])
}
