package quotes

import (
	"context"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// maxFavourites is how many a person may keep.
const maxFavourites = 500

// Favourite is a line that somebody keeps to use again: an item, or a model
// with its picks. ModelVersion is the version it was made with, so that an
// upgrade can be offered when it is used.
type Favourite struct {
	ID           identity.ID   `json:"id"`
	Name         string        `json:"name"`
	Item         string        `json:"item,omitempty"`
	Model        string        `json:"model,omitempty"`
	ModelVersion string        `json:"model_version,omitempty"`
	Picks        []Pick        `json:"picks,omitempty"`
	Quantity     money.Decimal `json:"quantity"`
	Note         string        `json:"note,omitempty"`
	CreatedAt    time.Time     `json:"created_at"`
}

// Favourites returns what the actor keeps, the newest first.
func (s *Service) Favourites(ctx context.Context, actor identity.Actor) ([]Favourite, error) {
	if err := require(actor, identity.WriteQuotes); err != nil {
		return nil, err
	}
	return s.store.Favourites(ctx, actor.Tenant, actor.ID)
}

// KeepFavourite keeps a line for the actor.
func (s *Service) KeepFavourite(ctx context.Context, actor identity.Actor, f Favourite) (Favourite, error) {
	if err := require(actor, identity.WriteQuotes); err != nil {
		return Favourite{}, err
	}
	if actor.Kind != identity.Person {
		return Favourite{}, fault.New(fault.Forbidden, "caller-not-allowed", "favourites are people's")
	}
	var issues []fault.Issue
	bad := func(pointer, message string) {
		issues = append(issues, fault.Issue{Kind: "invalid-favourite", Pointer: pointer, Message: message})
	}
	f.Name = strings.TrimSpace(f.Name)
	if f.Name == "" {
		bad("/name", "a favourite needs a name")
	}
	if (f.Item == "") == (f.Model == "") {
		bad("/item", "a favourite is either an item or a model")
	}
	if f.Model == "" && (len(f.Picks) > 0 || f.ModelVersion != "") {
		bad("/picks", "only a model has picks and a version")
	}
	if f.Quantity.IsZero() {
		f.Quantity = one
	}
	if f.Quantity.Sign() < 0 {
		bad("/quantity", "a quantity must be above 0")
	}
	if err := fault.FromIssues("invalid-favourite", "the favourite cannot be kept", issues); err != nil {
		return Favourite{}, err
	}
	kept, err := s.store.Favourites(ctx, actor.Tenant, actor.ID)
	if err == nil && len(kept) >= maxFavourites {
		err = conflict("too-many-favourites", "you keep %d favourites already: remove one first", maxFavourites)
	}
	if err != nil {
		return Favourite{}, err
	}
	f.ID, f.CreatedAt = identity.NewID(), s.now()
	return f, s.store.SaveFavourite(ctx, actor.Tenant, actor.ID, f)
}

// DropFavourite removes one of the actor's favourites.
func (s *Service) DropFavourite(ctx context.Context, actor identity.Actor, id identity.ID) error {
	if err := require(actor, identity.WriteQuotes); err != nil {
		return err
	}
	return s.store.RemoveFavourite(ctx, actor.Tenant, actor.ID, id)
}
