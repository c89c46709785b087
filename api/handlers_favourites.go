package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
)

// ListFavourites implements GET /v1/favourites.
func (h handlers) ListFavourites(ctx context.Context, _ gen.ListFavouritesRequestObject) (gen.ListFavouritesResponseObject, error) {
	all, err := h.quotes.Favourites(ctx, actor(ctx))
	return gen.ListFavourites200JSONResponse{Items: list(all)}, err
}

// KeepFavourite implements POST /v1/favourites.
func (h handlers) KeepFavourite(ctx context.Context, in gen.KeepFavouriteRequestObject) (gen.KeepFavouriteResponseObject, error) {
	f, err := h.quotes.KeepFavourite(ctx, actor(ctx), in.Body.Domain())
	return gen.KeepFavourite201JSONResponse{Body: f}, err
}

// DropFavourite implements DELETE /v1/favourites/{favourite_id}.
func (h handlers) DropFavourite(ctx context.Context, in gen.DropFavouriteRequestObject) (gen.DropFavouriteResponseObject, error) {
	return gen.DropFavourite204Response{}, h.quotes.DropFavourite(ctx, actor(ctx), in.FavouriteId)
}
