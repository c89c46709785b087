package catalog

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Store keeps items and publications. Every method works inside the tenant
// given and never sees another's rows. Implementations are safe for concurrent
// use.
type Store interface {
	// SaveItems inserts or updates items by SKU, all or nothing, and returns
	// them with id, version and time set. An item whose content is unchanged
	// keeps its version.
	SaveItems(ctx context.Context, tenant identity.ID, items []Item) ([]Item, error)
	// ItemsBySKU returns the items found; unknown SKUs are left out.
	ItemsBySKU(ctx context.Context, tenant identity.ID, skus []string) ([]Item, error)
	// Items returns a page of items in SKU order, after the SKU given.
	Items(ctx context.Context, tenant identity.ID, search, after string, limit int) ([]Item, error)
	// CustomersByExternalID returns the ids of the customers that a system calls
	// by an id.
	CustomersByExternalID(ctx context.Context, tenant identity.ID, system, id string) ([]identity.ID, error)
	// CustomersByNumber returns the ids of the customers whose VAT or registration
	// number has these letters and digits, whatever stands between them.
	CustomersByNumber(ctx context.Context, tenant identity.ID, number Number, value string) ([]identity.ID, error)

	// Publish stores p as the current version of its code. Publishing content
	// that is already stored makes that version current again and returns it.
	Publish(ctx context.Context, p Publication) (Publication, error)
	// Publication returns one version with its source; version "" means the
	// current one. It returns a NotFound fault when there is none.
	Publication(ctx context.Context, tenant identity.ID, kind Kind, code, version string) (Publication, error)
	// Heads returns the versions that the refs name, in their order and without
	// their source; a ref's version "" means the current one. It returns a
	// NotFound fault naming the first that does not exist.
	Heads(ctx context.Context, tenant identity.ID, refs []Ref) ([]Publication, error)
	// Current returns the current version of every code of every kind, by kind
	// and code, without source.
	Current(ctx context.Context, tenant identity.ID) ([]Publication, error)
	// Publications lists versions without their source, by code and newest
	// first; code "" lists the current version of every code.
	Publications(ctx context.Context, tenant identity.ID, kind Kind, code string) ([]Publication, error)
	// Withdraw marks a version as no longer usable and, if it was current,
	// makes the newest remaining version current.
	Withdraw(ctx context.Context, tenant identity.ID, ref Ref) (Publication, error)
}
