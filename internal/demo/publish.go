package demo

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// line is a product line of the examples: its folder, who sells it, and what of
// its items is asked for by itself. One that no division sells is in the
// catalogue, but nobody has asked for it yet.
type line struct {
	folder   string
	division division
	extras   []string
}

var lines = []line{
	{"bikes", bikes, []string{"EX-HELMET", "EX-PUMP", "EX-LOCK", "EX-SEAT", "SV-BIKE-YEAR", "SV-FLEET-MON"}},
	{"conveyor", conveyors, []string{"CV-ROLL-RET", "SV-COMM-DAY", "SV-MAINT-YEAR"}},
	{folder: "air"},
	{folder: "computers"},
}

// recipeCount is how many configurations of one model customers ask for.
const recipeCount = 10

// publish loads the catalogues of the examples: items, then models and prices,
// then what customers will want of them.
func (c Config) publish(ctx context.Context, w *company, system identity.Actor) error {
	w.recipes, w.extras = map[division][]recipe{}, map[division][]string{}
	models := map[division][]string{}
	for _, l := range lines {
		if err := c.items(ctx, w, system, l); err != nil {
			return err
		}
	}
	if err := c.prices(ctx, system); err != nil {
		return err
	}
	for _, l := range lines {
		codes, err := c.models(ctx, system, l)
		if err != nil {
			return err
		}
		models[l.division] = append(models[l.division], codes...)
	}
	day := civil.In(c.Lanes[0].Clock.Now(), c.Zone)
	for _, l := range lines {
		if l.division == "" {
			continue
		}
		for n, model := range models[l.division] {
			found, err := recipes(ctx, c.Catalog, system, random(c.Seed, l.folder, n), model, day, recipeCount)
			if err != nil {
				return err
			}
			w.recipes[l.division] = append(w.recipes[l.division], found...)
		}
	}
	return nil
}

func (c Config) items(ctx context.Context, w *company, system identity.Actor, l line) error {
	name := path.Join(l.folder, "items.csv")
	file, err := examples.Files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	items, err := catalog.ReadItems(name, file)
	if err != nil {
		return err
	}
	w.extras[l.division] = l.extras
	_, err = c.Catalog.SaveItems(ctx, system, items)
	return err
}

// models publishes every model of a folder and returns their codes.
func (c Config) models(ctx context.Context, system identity.Actor, l line) ([]string, error) {
	names, err := fs.Glob(examples.Files, l.folder+"/*.yaml")
	if err != nil {
		return nil, err
	}
	tables, err := fs.Glob(examples.Files, l.folder+"/*.csv")
	if err != nil {
		return nil, err
	}
	tables = slices.DeleteFunc(tables, func(name string) bool { return path.Base(name) == "items.csv" })
	var codes []string
	for _, name := range names {
		source, err := read(append([]string{name}, tables...)...)
		if err != nil {
			return nil, err
		}
		p, err := c.Catalog.Publish(ctx, system, catalog.Draft{Kind: catalog.ModelKind, Entry: path.Base(name), Source: source})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		codes = append(codes, p.Code)
	}
	return codes, nil
}

// priceOrder is the order in which documents of prices are published: what
// others are checked against comes first.
var priceOrder = []catalog.Kind{catalog.RatesKind, catalog.TaxKind, catalog.ProcedureKind, catalog.BookKind, catalog.ContractKind, catalog.PromotionKind}

// firstKeys tell what a document is by its first key.
var firstKeys = map[string]catalog.Kind{
	"rates": catalog.RatesKind, "taxes": catalog.TaxKind, "procedure": catalog.ProcedureKind,
	"book": catalog.BookKind, "contract": catalog.ContractKind, "promotion": catalog.PromotionKind,
}

var firstKey = regexp.MustCompile(`(?m)^([a-z]+):`)

// prices publishes the documents of the folder prices.
func (c Config) prices(ctx context.Context, system identity.Actor) error {
	names, err := fs.Glob(examples.Files, "prices/*.yaml")
	if err != nil {
		return err
	}
	byKind := map[catalog.Kind][]string{}
	for _, name := range names {
		content, err := examples.Files.ReadFile(name)
		if err != nil {
			return err
		}
		kind := firstKeys[string(bytes.TrimSuffix(firstKey.Find(content), []byte(":")))]
		byKind[kind] = append(byKind[kind], name)
	}
	for _, kind := range priceOrder {
		for _, name := range byKind[kind] {
			source, err := read(name)
			if err != nil {
				return err
			}
			if _, err := c.Catalog.Publish(ctx, system, catalog.Draft{Kind: kind, Source: source}); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}

// read returns files by their base names.
func read(names ...string) (catalog.Source, error) {
	out := catalog.Source{}
	for _, name := range names {
		content, err := examples.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out[path.Base(name)] = string(content)
	}
	return out, nil
}
