package catalog

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/pricing"
)

// Entries returns the prices of a version of a price book as a table with a
// header row; version "" is the current one.
func (s *Service) Entries(ctx context.Context, actor identity.Actor, code, version string) ([][]string, error) {
	book, err := s.book(ctx, actor, code, version)
	if err != nil {
		return nil, err
	}
	return book.Rows(), nil
}

// WithEntries returns a draft of a price book with the prices of a table in place
// of those of the current version; all else stays. Numbers and dates are as
// written in the language. With any mistake the error has all of them, each at
// its row and column.
func (s *Service) WithEntries(ctx context.Context, actor identity.Actor, code string, rows [][]string, language string) (Draft, error) {
	book, err := s.book(ctx, actor, code, "")
	if err != nil {
		return Draft{}, err
	}
	next, err := book.WithRows(rows, language)
	if err != nil {
		return Draft{}, err
	}
	return Draft{Kind: BookKind, Code: code, Entry: pricing.BookFile, Source: next.Files()}, nil
}

func (s *Service) book(ctx context.Context, actor identity.Actor, code, version string) (*pricing.Book, error) {
	p, err := s.Publication(ctx, actor, BookKind, code, version)
	if err != nil {
		return nil, err
	}
	doc, err := parse(p)
	if err != nil {
		return nil, err
	}
	return doc.(*pricing.Book), nil
}

// itemTable are the columns of a table of items, in order.
var itemTable = []string{"sku", "name_en", "name_fr", "description_en", "description_fr", "unit", "quantity_precision",
	"family", "tax_class", "weight", "lead_time_days", "discountable", "image", "external_id"}

// ItemTable returns all items as a table with a header row, as ReadItems reads
// it.
func (s *Service) ItemTable(ctx context.Context, actor identity.Actor) ([][]string, error) {
	out := [][]string{itemTable}
	for after := ""; ; {
		page, err := s.Items(ctx, actor, "", after, pageLimit)
		if err != nil {
			return nil, err
		}
		for _, i := range page {
			out = append(out, i.row())
		}
		if len(page) < pageLimit {
			return out, nil
		}
		after = page[len(page)-1].SKU
	}
}

func (i Item) row() []string {
	var ids []string
	for _, system := range slices.Sorted(maps.Keys(i.ExternalIDs)) {
		ids = append(ids, system+"="+i.ExternalIDs[system])
	}
	discountable := "yes"
	if !i.Discountable {
		discountable = "no"
	}
	return []string{i.SKU, i.Name["en"], i.Name["fr"], i.Description["en"], i.Description["fr"], i.Unit, strconv.Itoa(i.QuantityPrecision),
		i.Family, i.TaxClass, i.Weight.String(), strconv.Itoa(i.LeadTimeDays), discountable, i.Image, strings.Join(ids, " ")}
}
